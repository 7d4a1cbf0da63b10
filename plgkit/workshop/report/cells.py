"""Cells of a table that a spreadsheet will open, and texts of others that a terminal will show."""

import re
from typing import Any

FORMULA = re.compile(r"[=+\-@＝＋－＠\x00-\x1f\x7f-\x9f]")
"""A spreadsheet takes a text that begins so for a formula; some take the wide signs too."""
LONGEST = 500
"""Characters of a text of others: whole paths fit, and what nobody reads does not fill a table."""


def printable(text: str, longest: int = LONGEST) -> str:
    """A text of others that can be printed and written: what cannot be seen stands as Python escapes it.

    Parameters
    ----------
    text : str
        A file's name, for instance: it can hold line ends, a terminal's commands, and bytes that are no text.
    longest : int
        How many characters there may be; of a longer text the middle is left out.

    Returns
    -------
    str
        Printable characters alone, so that it is valid UTF-8 too.

    Examples
    --------
    >>> printable("Zoë's.jsonl"), printable("\\x1b[2J\\udcff"), printable("a" * 9, longest=5)
    ("Zoë's.jsonl", '\\\\x1b[2J\\\\udcff', 'aa…aa')
    """
    if len(text) > longest:
        text = f"{text[: longest // 2]}…{text[len(text) - (longest - 1) // 2 :]}"
    return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


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
