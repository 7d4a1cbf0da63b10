"""Who is who among the journals handed in, without names."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
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
    joined : {"", "id", "name"}
        What several sheets were joined by: the id in all their lines, or the name alone. Empty for one sheet.
    """

    label: str
    name: str
    files: tuple[str, ...]
    answers: dict[str, list[DatedEntry]]
    copies: int
    shared: int
    joined: str = ""


def learners(sheets: list[Sheet]) -> list[Learner]:
    """The people behind the sheets.

    One id under one name is one person. Beyond that, one name, however it is spelled, is one person, whatever the
    folder: the same journal handed in twice, or a later copy of it, counts once. Only where a name has two journals
    of one lesson that share neither line nor id did several people use it; then each folder is one of them, unless
    the ids in it say that it holds more.

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
    people = [(name, group) for name, same in named.items() for group in _people(same)]
    people.sort(key=lambda person: sha256(f"{person[0]}|{person[1][0].file}".encode()).digest())
    digits = max(2, len(str(len(people))))
    namesakes = Counter(name for name, _ in people)
    return [_learner(f"L{number:0{digits}}", group, namesakes[name]) for number, (name, group) in enumerate(people, 1)]


def _learner(label: str, sheets: list[Sheet], shared: int) -> Learner:
    answers: dict[str, dict[tuple, DatedEntry]] = defaultdict(dict)
    for sheet in sheets:
        for entry in sheet.entries:
            answers[sheet.lesson].setdefault(entry.key, entry)
    by_lesson = {slug: sorted(entries.values(), key=lambda entry: entry.at) for slug, entries in answers.items()}
    copies = sum(len(sheet.entries) for sheet in sheets) - sum(map(len, by_lesson.values()))
    files = tuple(sorted({sheet.file for sheet in sheets}))
    persons = {sheet.person for sheet in sheets}
    by_id = len(persons) == 1 and persons != {""}
    joined = "" if len(sheets) == 1 else "id" if by_id else "name"
    return Learner(label, sheets[0].learner, files, by_lesson, copies, shared, joined)


def _people(sheets: list[Sheet]) -> list[list[Sheet]]:
    """Sheets that bear one name, by person."""
    if len({sheet.lesson for sheet in sheets}) == len(sheets):
        return [sheets]
    journals = [journal for lesson in _groups(sheets, lambda s: [s.lesson]) for journal in _journals(lesson)]
    if len(journals) == len({journal[0].lesson for journal in journals}):
        return [sheets]
    joined = _Joined(journals)
    places: dict[str, list[int]] = defaultdict(list)
    folders: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for place, journal in enumerate(journals):
        for sheet in journal:
            folders[sheet.folder][sheet.lesson].add(place)
            if sheet.person:
                places[sheet.person].append(place)
    for same in places.values():
        joined.unite(same)
    # In each folder, the lessons that have one journal there belong together.
    for by_lesson in folders.values():
        alone = [next(iter(there)) for there in by_lesson.values() if len(there) == 1]
        if not joined.differ(alone):
            joined.unite(alone)
    return [[sheet for place in group for sheet in journals[place]] for group in joined.groups()]


class DisjointSets:
    """Places 0, 1, …, joined to sets step by step (Tarjan's union by size, paths halved).

    Parameters
    ----------
    size : int
        How many places there are.

    Examples
    --------
    >>> sets = DisjointSets(3)
    >>> sets.merge(0, 2), sets.merge(2, 0), sets[0] == sets[2], sets[1]
    (True, False, True, 1)
    """

    def __init__(self, size: int) -> None:
        self._above, self._sizes = list(range(size)), [1] * size

    def __getitem__(self, place: int) -> int:
        """The place that stands for the set of this one."""
        above = self._above
        while above[place] != place:
            above[place] = place = above[above[place]]
        return place

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self._above)))

    def merge(self, first: int, second: int) -> bool:
        """Join the sets of two places; False where they are one already."""
        first, second = self[first], self[second]
        if first == second:
            return False
        if self._sizes[first] < self._sizes[second]:
            first, second = second, first
        self._above[second] = first
        self._sizes[first] += self._sizes[second]
        return True


class _Joined:
    """Journals of one name, joined to people step by step."""

    def __init__(self, journals: list[list[Sheet]]) -> None:
        self._places = DisjointSets(len(journals))
        # Of each person, by a place, the lessons that are known to be of one id.
        self._lessons = [{sheet.lesson for sheet in journal if sheet.person} for journal in journals]

    def unite(self, places: list[int]) -> None:
        for place in places[1:]:
            first, other = self._places[places[0]], self._places[place]
            if self._places.merge(first, other):
                self._lessons[self._places[first]] = self._lessons[first] | self._lessons[other]

    def differ(self, places: list[int]) -> bool:
        """Whether two ids have journals of one lesson here: then they are two people."""
        people = {self._places[place] for place in places}
        return max(Counter(lesson for person in people for lesson in self._lessons[person]).values(), default=0) > 1

    def groups(self) -> list[list[int]]:
        groups: dict[int, list[int]] = defaultdict(list)
        for place in self._places:
            groups[self._places[place]].append(place)
        return list(groups.values())


def _journals(sheets: list[Sheet]) -> list[list[Sheet]]:
    """Sheets of one lesson that are one journal: they share a line, as copies do, or an id."""
    return _groups(sheets, lambda sheet: [sheet.person or id(sheet), *(entry.key for entry in sheet.entries)])


def _groups(things: list[T], marks: Callable[[T], Iterable[Hashable]]) -> list[list[T]]:
    """Things that share a mark, directly or through others."""
    joined = DisjointSets(len(things))
    first: dict[Hashable, int] = {}
    for place, thing in enumerate(things):
        for mark in marks(thing):
            joined.merge(first.setdefault(mark, place), place)
    groups: dict[int, list[T]] = defaultdict(list)
    for place, thing in enumerate(things):
        groups[joined[place]].append(thing)
    return list(groups.values())


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
