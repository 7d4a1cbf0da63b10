"""Cells of a table that a spreadsheet will open."""

import re
from typing import Any

FORMULA = re.compile(r"[=+\-@＝＋－＠\x00-\x1f\x7f-\x9f]")
"""A spreadsheet takes a text that begins so for a formula; some take the wide signs too."""


def harmless(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: a text that looks like one begins with an apostrophe.

    Parameters
    ----------
    value : Any
        What the cell is to hold.

    Returns
    -------
    Any
        The value itself, unless it is such a text.

    Examples
    --------
    >>> harmless("=1+1"), harmless("\\t=1+1"), harmless("Ada"), harmless(-5)
    ("'=1+1", "'\\t=1+1", 'Ada', -5)
    """
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value
