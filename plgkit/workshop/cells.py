"""Cells of a table that a spreadsheet will open."""

import unicodedata
from typing import Any

FORMULA = tuple("=+-@＝＋－＠")
"""A spreadsheet takes a text that begins so for a formula; some take the wide signs too."""


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: a text that looks like one begins with an apostrophe.

    >>> harmless("=1+1"), harmless("\\t=1+1"), harmless("Ada"), harmless(-5)
    ("'=1+1", "'\\t=1+1", 'Ada', -5)
    """
    if not isinstance(value, str) or not value:
        return value
    return f"'{value}" if value.startswith(FORMULA) or unicodedata.category(value[0]) == "Cc" else value
