"""The ideas there are, found by looking: one file under `ideas/` each."""

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

import plgkit.ideas as folder

if TYPE_CHECKING:
    import pandas as pd

    from plgkit.ideas.idea import Idea


FOUNDATIONS = {"assumption", "catalogue", "documents", "idea"}
"""What the ideas are built from; every other file of the folder holds one."""


def names() -> list[str]:
    """The ideas' class names: the file `unit_economics.py` holds `UnitEconomics`."""
    files = sorted({module.name for module in pkgutil.iter_modules(folder.__path__)} - FOUNDATIONS)
    return ["".join(word.capitalize() for word in name.split("_")) for name in files]


def idea(name: str) -> "type[Idea]":
    """The class of the idea called `name`.

    Raises:
        AttributeError: there is no such idea; the nearest name is given.
    """
    if name not in names():
        from plgkit.support.errors import unknown

        raise AttributeError(str(unknown("idea", name, names())))
    module = "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)[1:]
    return getattr(import_module(f"plgkit.ideas.{module}"), name)


def ideas() -> "pd.DataFrame":
    """All ideas: name, claim, documents (by file name) and lesson.

    >>> list(ideas().columns)
    ['name', 'claim', 'documents', 'lesson']
    """
    import pandas as pd

    from plgkit.course.lesson import lesson_of

    rows = [(n, idea(n).claim, ", ".join(idea(n).documents), lesson_of(n) or "") for n in names()]
    return pd.DataFrame(rows, columns=["name", "claim", "documents", "lesson"])
