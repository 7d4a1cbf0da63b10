"""The ideas there are, found by looking: one file beside this one each."""

import pkgutil
from importlib import import_module
from pathlib import Path

from plgkit.ideas.idea import Idea
from plgkit.support.errors import unknown

FOUNDATIONS = {"assumption", "catalogue", "cohort", "documents", "idea", "nouns", "outcome"}
"""What the ideas are built from; every other file of the folder holds one."""


def names() -> list[str]:
    """The ideas' class names: the file `unit_economics.py` holds `UnitEconomics`."""
    modules = sorted({module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])} - FOUNDATIONS)
    return ["".join(word.capitalize() for word in module.split("_")) for module in modules]


def idea(name: str) -> type[Idea]:
    """The class of an idea.

    Parameters
    ----------
    name : str
        The name of the class, as in `names()`.

    Returns
    -------
    type of Idea

    Raises
    ------
    AttributeError
        There is no such idea; the nearest name is given.

    Examples
    --------
    >>> idea("UnitEconomics").controls
    ('cac', 'churn', 'arpa')
    """
    if name not in names():
        raise AttributeError(str(unknown("idea", name, names())))
    module = "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)[1:]
    return getattr(import_module(f"plgkit.ideas.{module}"), name)
