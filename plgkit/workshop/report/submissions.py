"""Journals as they were handed in, read line by line, nothing dropped in silence."""

import io
import json
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path, PurePosixPath
from typing import Any

from plgkit.course.assessment import FINISHED
from plgkit.course.catalogue import material, slugs
from plgkit.course.entries import FIRST_EDITION, entry_of
from plgkit.course.items import TESTS
from plgkit.models import words
from plgkit.support.errors import Refused
from plgkit.support.names import excerpt, fold
from plgkit.workshop.report.cells import printable
from plgkit.workshop.report.sources import FULL, Allowance, Source, sources

NOTES = "notes"

READ = (
    *("lesson", "learner", "part", "kind", "variant", "value", "given"),
    *("person", "edition", "correct", "misconception"),
)
"""The fields of a line that a report reads; a million lines fit into memory without the others."""
LONGEST = 200
"""Characters of a learner's name, which is 60 at most, and of the other names in a line."""
DEEPEST = 20
"""Lists inside lists: an answer is one list."""


@dataclass(frozen=True)
class SetAside:
    """Something that was not used, and why.

    Attributes
    ----------
    file : str
        The file, by its name inside the folder; empty for all of them together.
    line : int or None
        Its line, from 1; None for the whole file.
    reason : str
        Why it was not used.
    count : int
        How many lines or files this stands for.
    """

    file: str
    line: int | None
    reason: str
    count: int = 1


@dataclass(frozen=True)
class DatedEntry:
    """One answer: what its line in the journal says, and when it was given.

    Attributes
    ----------
    fields : dict
        The fields of the line that a report reads, `READ`.
    at : datetime
        In UTC.
    """

    fields: dict[str, Any]
    at: datetime

    @cached_property
    def numbers(self) -> str:
        """Which numbers the learner had: the parameters, as text; where a line has none, its variant."""
        parameters = self.fields.get("given")
        known = isinstance(parameters, dict)
        return sys.intern(canonical(parameters) if known else f"variant {self.fields['variant']}")

    @cached_property
    def key(self) -> tuple:
        """What copies of one line share."""
        fields = self.fields
        return (self.at, fields["lesson"], fields["part"], fields["kind"], self.numbers, canonical(fields["value"]))

    @property
    def person(self) -> str:
        """The id of whoever answered; empty in a line that has none."""
        return self.fields.get("person", "")

    @property
    def edition(self) -> int:
        """The edition of the question that was answered."""
        return self.fields.get("edition", FIRST_EDITION)


@dataclass(frozen=True)
class Sheet:
    """The answers of one learner to one lesson in one file.

    Attributes
    ----------
    file : str
        The file, by its name inside the folder.
    learner : str
        The learner's name, as the first of the lines spells it.
    lesson : str
        The lesson's slug.
    entries : list of DatedEntry
        In the order of the file.
    person : str
        The id in these lines; empty where they have none.
    """

    file: str
    learner: str
    lesson: str
    entries: list[DatedEntry] = field(default_factory=list)
    person: str = ""

    @property
    def folder(self) -> str:
        """Where the file lay."""
        return str(PurePosixPath(self.file).parent)


@dataclass(frozen=True)
class Submissions:
    """What a class handed in.

    Attributes
    ----------
    sheets : list of Sheet
        What can be used.
    set_aside : list of SetAside
        What cannot; of very many, the first, and how many more.
    files : int
        How many journals were read.
    """

    sheets: list[Sheet]
    set_aside: list[SetAside]
    files: int


class Listing:
    """What is set aside: listed as long as there are rows for it, then counted.

    Attributes
    ----------
    rows : list of SetAside
        Those that are listed.

    Examples
    --------
    >>> listing, share = Listing(), Allowance(lines=9, size=9, rows=2, name="a.jsonl")
    >>> for line in range(3):
    ...     listing.add(SetAside("a.jsonl", line, "torn"), share)
    >>> [(item.line, item.reason, item.count) for item in listing.all()]
    [(0, 'torn', 1), (None, '2 more lines or files, not listed', 2)]
    """

    NAMED = 100

    def __init__(self) -> None:
        self.rows: list[SetAside] = []
        self._unlisted: Counter[str] = Counter()

    def add(self, item: SetAside, share: Allowance) -> None:
        """List an item if there is a row left, else count it; the last row is for what stands for many.

        Parameters
        ----------
        item : SetAside
        share : Allowance
            One of its rows is taken.
        """
        if share.rows > (item.count == 1):
            share.rows -= 1
            self.rows.append(item)
        else:
            self._unlisted[share.name] += item.count

    def all(self) -> list[SetAside]:
        """The rows, and one for each file or zip that has more; of very many of those, one for all the others."""
        named = dict(self._unlisted.most_common(self.NAMED))
        others = {"": self._unlisted.total() - sum(named.values())}
        counts = [(name, n) for name, n in (*named.items(), *others.items()) if n]
        nouns = ("more line or file", "more lines or files")
        reasons = [(name, f"{words.count(n, *nouns, digits=9)}, not listed", n) for name, n in counts]
        return self.rows + [SetAside(name, None, reason, n) for name, reason, n in reasons]


def read(folder: Path) -> Submissions:
    """Every journal in a folder, in the folders and in the zips inside it; hidden files are left alone.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    Submissions

    Raises
    ------
    Refused
        The folder does not exist, cannot be read, or holds no answer.
    """
    if not os.path.isdir(folder):
        lacking = "not a folder" if os.path.exists(folder) else "no such folder"
        raise Refused(f"{folder}: {lacking}; give one with journals")
    sheets: list[Sheet] = []
    listing = Listing()
    files = 0
    for source in sources(folder, Allowance.of_report()):
        if isinstance(source.content, str):
            listing.add(SetAside(source.name, None, source.content, source.files), source.share)
        else:
            files += 1
            sheets += _sheets(source, source.content, listing)
    set_aside = listing.all()
    if not sheets:
        count = sum(item.count for item in set_aside)
        example = "".join(
            f"; {count} files or lines in it are none, such as {item.file}: {item.reason}" for item in set_aside[:1]
        )
        raise Refused(f"{folder}: no journal with answers in it{example}")
    return Submissions(sheets, set_aside, files)


def _sheets(source: Source, content: bytes, listing: Listing) -> Iterator[Sheet]:
    """The answers in a file, by learner and lesson; the lines that hold none are listed."""
    # The journal takes the spellings of a name for one learner, so they are one sheet.
    by_name: dict[tuple[str, str], list[DatedEntry]] = defaultdict(list)
    folded: dict[str, str] = {}
    share, begin = source.share, 0
    for number, line in enumerate(io.BytesIO(content), 1):
        if share.lines <= 0:
            rest = content.count(b"\n", begin) + (content[-1:] != b"\n")
            listing.add(SetAside(source.name, number, f"{words.count(rest, 'line', digits=9)} {FULL}", rest), share)
            break
        share.lines -= 1
        begin += len(line)
        if line := line.strip():
            try:
                entry = _entry(line)
            except ValueError as error:
                listing.add(SetAside(source.name, number, printable(str(error))), share)
                continue
            learner = entry.fields["learner"]
            name = folded.get(learner) or folded.setdefault(learner, fold(learner))
            by_name[name, entry.fields["lesson"]].append(entry)
    for entries in by_name.values():
        yield from _by_person(source.name, entries)


def _by_person(file: str, entries: list[DatedEntry]) -> Iterator[Sheet]:
    """The sheets in a file's lines of one name and lesson: one, or one for each id.

    An id came into being after the journals: lines without are of whoever goes on with them.
    """
    following = list(accumulate((entry.person for entry in reversed(entries)), _latest))
    persons = accumulate(reversed(following), _latest)
    sheets: dict[str, Sheet] = {}
    for person, entry in zip(persons, entries, strict=True):
        sheet = Sheet(file, entry.fields["learner"], entry.fields["lesson"], person=person)
        sheets.setdefault(person, sheet).entries.append(entry)
    yield from sheets.values()


def _latest(before: str, person: str) -> str:
    return person or before


def _entry(line: bytes) -> DatedEntry:
    fields = entry_of(line)
    lesson, part = fields["lesson"], fields["part"]
    _refuse_odd(fields, line)
    try:
        at = datetime.fromisoformat(fields["at"])
        at = at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"no time: {excerpt(fields['at'])}") from None
    if lesson not in _parts():
        raise ValueError(f"of a lesson that the course does not have, {excerpt(lesson)}")
    if part not in _parts()[lesson]:
        raise ValueError(f"of a question that {lesson} does not ask, {excerpt(part)}")
    kept = {name: fields[name] for name in READ if name in fields}
    return DatedEntry(kept | {name: sys.intern(kept[name]) for name in ("lesson", "learner", "part", "variant")}, at)


def _refuse_odd(fields: dict[str, Any], line: bytes) -> None:
    """Refuse what the course has never written and a report cannot hold."""
    if line.count(b"[") + line.count(b"{") > DEEPEST and not _shallow(fields, DEEPEST):
        raise ValueError(f"lists inside lists, more than {DEEPEST} deep")
    for name in ("learner", "variant", "person"):
        text = fields.get(name, "")
        if not isinstance(text, str) or len(text) > LONGEST:
            raise ValueError(f"{name}: no text of at most {LONGEST} characters")


def _shallow(value: Any, deepest: int) -> bool:
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not items or (deepest > 0 and all(_shallow(item, deepest - 1) for item in items))


_SORTED = json.JSONEncoder(sort_keys=True)


def canonical(value: Any) -> str:
    """One text for values that are the same: the order of keys aside, and whether a whole number has a point.

    A page writes 10 for what a notebook writes as 10.0.

    Parameters
    ----------
    value : Any
        Plain JSON, not deeply nested.

    Returns
    -------
    str
        JSON.

    Examples
    --------
    >>> canonical({"seed": 5, "churn": 10.0}), canonical([0.5, "Ada"])
    ('{"churn": 10, "seed": 5}', '[0.5, "Ada"]')
    """
    return _SORTED.encode(_whole(value))


def _whole(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _whole(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


@cache
def _parts() -> dict[str, frozenset[str]]:
    """The parts that a journal of each lesson and test can name."""
    names = {slug: [question.name for question in material(slug).questions] for slug in (*slugs(), *TESTS)}
    return {slug: frozenset([*questions, NOTES, FINISHED]) for slug, questions in names.items()}
