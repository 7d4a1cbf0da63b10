"""plgkit: every claim about product-led organisations as a model that can be pushed until it breaks.

Everything public stands here, and is imported when it is first used.
"""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "cases": "cases",
    "load": "cases",
    "ideas": "catalogue",
    "explore": "explorer",
    "twin": "twin",
    "lesson": "lesson",
    "Refused": "errors",
    "fit_retention": "ideas.leaky_bucket",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"plgkit.{_HOMES[name]}"), name)
    if name[:1].isupper():
        from plgkit import catalogue

        return catalogue.idea(name)
    raise AttributeError(f"plgkit has no {name}")
