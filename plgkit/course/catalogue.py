"""Which lessons and tests there are, found by looking."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

import pandas as pd

from plgkit.course import lessons as folder
from plgkit.course.items import TESTS, AssessmentMaterial, assessment_material
from plgkit.course.material import Handout, Material
from plgkit.support.errors import unknown


def slugs() -> list[str]:
    """The lessons there are: one folder under `lessons/` each.

    Returns
    -------
    list of str
        In alphabetical order.
    """
    return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(folder.__path__))


def material(slug: str) -> Handout:
    """What a lesson or a test declares.

    Parameters
    ----------
    slug : str
        A lesson's, or one of `items.TESTS`.

    Returns
    -------
    Material or AssessmentMaterial

    Raises
    ------
    Refused
        There is no such lesson; the nearest name is in the line.

    Examples
    --------
    >>> material("read-the-books"), material("pre-test")
    (<lesson 8, read-the-books: Read the books>, <test 20, pre-test: Before the course>)
    """
    if slug in TESTS:
        return assessment(slug)
    if slug not in slugs():
        raise unknown("lesson", slug, [*slugs(), *TESTS])
    return _lesson(slug)


@cache
def assessment(slug: str) -> AssessmentMaterial:
    """What a test declares, by its slug, one of `items.TESTS`."""
    return assessment_material(slug, every_material())


def every_material() -> list[Material]:
    """What each lesson declares, in the order of the course."""
    return sorted(map(_lesson, slugs()), key=lambda lesson: lesson.number)


def lesson_of(idea: str) -> str | None:
    """The slug of the lesson about an idea, by the idea's name; None where there is none.

    Examples
    --------
    >>> lesson_of("UnitEconomics")
    'read-the-books'
    """
    return next((lesson.slug for lesson in every_material() if lesson.idea.__name__ == idea), None)


def lessons() -> pd.DataFrame:
    """The lessons there are.

    Returns
    -------
    pandas.DataFrame
        One row for each lesson, by its number: title, question, minutes in a workshop and alone, and notebook.

    Examples
    --------
    >>> lessons().query("title == 'Read the books'")["notebook"].item()
    '08_read_the_books.ipynb'
    """
    rows = [(m.number, m.title, m.question, *m.minutes, m.notebook) for m in every_material()]
    columns = ["lesson", "title", "question", "minutes in a workshop", "minutes alone", "notebook"]
    return pd.DataFrame(rows, columns=columns).set_index("lesson")


def _lesson(slug: str) -> Material:
    return import_module(f"{folder.__name__}.{slug.replace('-', '_')}.lesson").LESSON
