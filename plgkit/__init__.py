"""plgkit: every claim about product-led organisations as a model that can be pushed until it breaks.

Everything public stands here, and is imported when it is first used.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

__version__ = "0.1.0"


_HOMES = {
    "cases": "cases.catalogue",
    "load": "cases.catalogue",
    "ideas": "course.overview",
    "explore": "widgets.explorer",
    "twin": "widgets.stored_picture",
    "lesson": "course.lesson",
    "lessons": "course.material",
    "test": "course.assessment",
    "works_here": "authoring.diagnostics",
    "statements": "cases.filings",
    "one_page": "course.lessons.read_the_books.exercises",
    "funnel": "events",
    "retention": "events",
    "funnel_chart": "event_charts",
    "retention_chart": "event_charts",
    "Refused": "support.errors",
    "fit_retention": "ideas.leaky_bucket",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"plgkit.{_HOMES[name]}"), name)
    if name[:1].isupper():
        from plgkit.ideas import catalogue

        return catalogue.idea(name)
    raise AttributeError(f"plgkit has no {name}")


class _Face(ModuleType):
    """Python puts a module that was imported on its package; `plg.lesson` stays the function all the same."""

    def __setattr__(self, name: str, value: Any) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Face
