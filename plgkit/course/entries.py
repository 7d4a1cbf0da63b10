"""One answer, as a line of a journal holds it: what is read, and which answers count.

The format is as old as the course, and only grows: whatever a release wrote is read for ever, and keys that a reader
does not know are kept.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from plgkit.support.names import excerpt

if TYPE_CHECKING:
    from plgkit.widgets.payloads import Entry, Stamp

VERSION = 1
KINDS = ("prediction", "exercise", "quiz", "note")
LONGEST = 100_000  # bytes in a line: far above any answer, low enough for a single write
TEXT_FIELDS = ("at", "lesson", "learner", "part", "kind", "variant")
FIRST_EDITION = 1
"""The edition of every question that a line without one was an answer to."""
HALF_CHARACTER = re.compile(rb"\\u[dD][89a-fA-F]")


def counting(entries: Iterable[Entry], stamp: Stamp, editions: Mapping[str, int]) -> dict[str, Entry]:
    """The entries that count, by part: of predictions the first, of other answers the last.

    A prediction stays, whatever else follows under its name. An answer with other numbers, or to another edition
    of its question, does not count. Pages choose by the same rule (`frontend/src/journal.js`);
    `tests/vectors/journals.json` holds both to it.

    Parameters
    ----------
    entries : iterable of Entry
        One learner's, to one lesson, oldest first.
    stamp : Stamp
        Says which numbers the learner has.
    editions : mapping of str to int
        The editions of today's questions, by part; the first one where there is none.

    Returns
    -------
    dict of str to Entry

    Examples
    --------
    >>> entries = [{"part": "q", "kind": "quiz", "given": {"seed": 7}, "value": value} for value in (1, 2)]
    >>> counting(entries, {"given": {"seed": 7}}, {})["q"]["value"]
    2
    >>> counting(entries, {"given": {"seed": 8}}, {}), counting(entries, {"given": {"seed": 7}}, {"q": 2})
    ({}, {})
    """
    counts: dict[str, Entry] = {}
    for entry in entries:
        before = counts.get(entry["part"])
        if belongs(entry, stamp, editions) and (before is None or before["kind"] != "prediction"):
            counts[entry["part"]] = entry
    return counts


def belongs(entry: Entry, stamp: Stamp, editions: Mapping[str, int]) -> bool:
    """Whether an entry answers today's edition of its question, with the numbers that the learner has.

    The parameters decide which numbers these are. Lines that hold none are told apart by `variant`, which changes
    with every assumption that a lesson gains.

    Parameters
    ----------
    entry : Entry
    stamp, editions
        As in `counting`.

    Returns
    -------
    bool

    Examples
    --------
    >>> belongs({"part": "q", "given": {}, "edition": 2}, {"given": {}}, {"q": 2})
    True
    """
    same_numbers = entry["given"] == stamp["given"] if "given" in entry else entry["variant"] == stamp["variant"]
    return same_numbers and entry.get("edition", FIRST_EDITION) == editions.get(entry["part"], FIRST_EDITION)


def entry_of(line: bytes) -> dict[str, Any]:
    """The entry that a line of any journal holds.

    Parameters
    ----------
    line : bytes
        Without its end.

    Returns
    -------
    dict
        Its fields, those of `plgkit.widgets.payloads.Entry`.

    Raises
    ------
    ValueError
        It holds none; the text says why.
    """
    if len(line) > LONGEST:
        raise ValueError(f"longer than {LONGEST:,} bytes")
    try:
        # An editor may have put a byte-order mark before the first line.
        entry = DECODER.decode(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise ValueError("torn, or not JSON") from None
    if not isinstance(entry, dict):
        raise ValueError("not an entry")
    if type(entry.get("v")) is not int or entry["v"] != VERSION:
        raise ValueError(f"format {excerpt(entry.get('v'))}, not {VERSION}")
    if not all(isinstance(entry.get(field), str) for field in TEXT_FIELDS):
        raise ValueError("a field is missing, or is not a text")
    if entry["kind"] not in KINDS or "value" not in entry:
        raise ValueError("not an answer")
    for name, fits in OPTIONAL_FIELDS.items():
        if name in entry and not fits(entry[name]):
            raise ValueError(f"{name} is {excerpt(entry[name])}, which it cannot be")
    if HALF_CHARACTER.search(line) and not _is_text(json.dumps(entry, ensure_ascii=False)):
        raise ValueError("it holds half a character")
    return entry


def _is_whole(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_text(value: Any) -> bool:
    """Whether it is a text that can be written to a file."""
    try:
        return isinstance(value, str) and value.encode() is not None
    except UnicodeEncodeError:
        return False


OPTIONAL_FIELDS: dict[str, Callable[[Any], bool]] = {
    "given": lambda value: isinstance(value, dict),
    "person": lambda value: isinstance(value, str) and value != "",
    "edition": lambda value: _is_whole(value) and value >= FIRST_EDITION,
    "sure": lambda value: type(value) in (int, float) and 0 <= value <= 1,
    "hints": _is_whole,
    "round": _is_whole,
}
"""What the extra keys of a line are; keys that are not here are kept as they come."""


def _not_a_number(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise ValueError(f"{text} is too large")
    return number


DECODER = json.JSONDecoder(parse_constant=_not_a_number, parse_float=_finite)
