"""The ideas beside the lessons about them."""

import pandas as pd

from plgkit.course.catalogue import every_material
from plgkit.ideas import catalogue


def ideas() -> pd.DataFrame:
    """All ideas, and where each is taught.

    Returns
    -------
    DataFrame
        One row per idea, with the columns `name` (of its class), `claim`, `documents` (file names, divided by
        commas) and `lesson` (its slug, empty where no lesson is about it).

    Examples
    --------
    >>> ideas().set_index("name").loc["UnitEconomics", "lesson"]
    'read-the-books'
    """
    lessons = {material.idea.__name__: material.slug for material in every_material()}
    rows = [
        (name, idea.claim, ", ".join(idea.documents), lessons.get(name, ""))
        for name, idea in ((name, catalogue.idea(name)) for name in catalogue.names())
    ]
    return pd.DataFrame(rows, columns=["name", "claim", "documents", "lesson"])
