"""plgkit: every claim about product-led organisations as a model that can be pushed until it breaks.

What is public stands in `__init__.pyi`, with its home; each name is imported when it is first used.
"""

from typing import Any

import lazy_loader

__version__ = "0.1.0"

# For lazy_loader, which sees by itself only that `cases` is a function and a room: importing the room hides neither.
__lazy_shadowed__ = {"ideas"}
_load, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name: str) -> Any:
    if name in __all__:
        return _load(name)
    from plgkit.support.errors import unknown

    raise AttributeError(str(unknown("public name of plgkit", name, __all__)), name=name)
