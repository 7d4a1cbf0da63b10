"""Who is who among the journals handed in, without names."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from itertools import pairwise
from typing import TypeVar

from plgkit.support.names import fold
from plgkit.workshop.report.submissions import DatedEntry, Sheet

T = TypeVar("T")

PAUSE = timedelta(minutes=10)
"""No part of a lesson is longer: who answers nothing for so long is taken to be away."""


@dataclass(frozen=True)
class Learner:
    """One person's answers.

    Attributes
    ----------
    label : str
        L01, L02 …
    name : str
        As the first of the sheets spells it.
    files : tuple of str
        The journals, sorted.
    answers : dict of str to list of DatedEntry
        By lesson, oldest first, each once.
    copies : int
        How many lines came more than once.
    shared : int
        How many people used this name.
    """

    label: str
    name: str
    files: tuple[str, ...]
    answers: dict[str, list[DatedEntry]]
    copies: int
    shared: int


def learners(sheets: list[Sheet]) -> list[Learner]:
    """The people behind the sheets.

    One name, however it is spelled, is one person, whatever the folder: the same journal handed in twice, or a
    later copy of it, counts once. Only where a name has two journals of one lesson that share no line did several
    people use it; then each folder is one of them.

    Parameters
    ----------
    sheets : list of Sheet

    Returns
    -------
    list of Learner
        In the order of their labels, which follow no alphabet and stay the same for the same sheets.
    """
    named: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        named[fold(sheet.learner)].append(sheet)
    people = [group for same in named.values() for group in _people(same)]
    people.sort(key=lambda group: sha256(f"{fold(group[0].learner)}|{group[0].file}".encode()).digest())
    digits = max(2, len(str(len(people))))
    namesakes = {name: sum(fold(group[0].learner) == name for group in people) for name in named}
    return [
        _learner(f"L{number:0{digits}}", group, namesakes[fold(group[0].learner)])
        for number, group in enumerate(people, 1)
    ]


def _learner(label: str, sheets: list[Sheet], shared: int) -> Learner:
    answers: dict[str, dict[tuple, DatedEntry]] = defaultdict(dict)
    for sheet in sheets:
        for entry in sheet.entries:
            answers[sheet.lesson].setdefault(entry.key, entry)
    by_lesson = {slug: sorted(entries.values(), key=lambda entry: entry.at) for slug, entries in answers.items()}
    copies = sum(len(sheet.entries) for sheet in sheets) - sum(map(len, by_lesson.values()))
    files = tuple(sorted({sheet.file for sheet in sheets}))
    return Learner(label, sheets[0].learner, files, by_lesson, copies, shared)


def _people(sheets: list[Sheet]) -> list[list[Sheet]]:
    """Sheets that bear one name, by person."""
    if len({sheet.lesson for sheet in sheets}) == len(sheets):
        return [sheets]
    journals = [journal for lesson in _groups(sheets, lambda s: [s.lesson]) for journal in _journals(lesson)]
    if len(journals) == len({journal[0].lesson for journal in journals}):
        return [sheets]
    # In each folder, the lessons that have one journal there belong together.
    alone: dict[tuple[str, str], int] = defaultdict(int)
    for journal in journals:
        for folder in {sheet.folder for sheet in journal}:
            alone[folder, journal[0].lesson] += 1
    groups = _groups(
        journals,
        lambda journal: [
            sheet.folder if alone[sheet.folder, sheet.lesson] == 1 else (sheet.folder, id(journal)) for sheet in journal
        ],
    )
    return [[sheet for journal in group for sheet in journal] for group in groups]


def _journals(sheets: list[Sheet]) -> list[list[Sheet]]:
    """Sheets of one lesson that are copies of one journal: they share a line."""
    return _groups(sheets, lambda sheet: [entry.key for entry in sheet.entries])


def _groups(things: list[T], marks: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """Things that share a mark, directly or through others."""
    home: dict[Hashable, list[T]] = {}
    for thing in things:
        met = {id(home[mark]): home[mark] for mark in marks(thing) if mark in home}
        group = [member for others in met.values() for member in others] + [thing]
        home |= {mark: group for member in group for mark in marks(member)}
    return list({id(group): group for group in home.values()}.values())


def minutes(entries: list[DatedEntry]) -> float:
    """Time spent: from answer to answer, pauses longer than `PAUSE` left out.

    Parameters
    ----------
    entries : list of DatedEntry
        In any order.

    Returns
    -------
    float
        Minutes; 0 for fewer than two answers.
    """
    steps = (after - before for before, after in pairwise(sorted(entry.at for entry in entries)))
    return sum((step for step in steps if step <= PAUSE), timedelta()).total_seconds() / 60
