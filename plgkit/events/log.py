"""An event log: what it holds counted and checked, its events in order of user and time."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol

import numpy as np

from plgkit.models import words
from plgkit.support.errors import Refused, unknown

CHUNK = 2_000_000
"""The most events that are sorted at once: enough to be fast, few enough for a small memory."""

MOST_EVENTS, MOST_GROUPS = 1_000_000, 10_000
SHOWN, SEARCHED = 12, 20_000
"""The most names that a refusal lists, and among which it looks for the nearest."""

LONG = 2**63
"""No whole number of 64 bits is so large."""

Progress = Callable[[str, float | None], None]
"""Called with what is being done, and the share of it that is done where that is known."""


@dataclass(frozen=True)
class Chunk:
    """All events of some users, in order of user, time, event and group.

    Attributes
    ----------
    user : array of int, shape (n,)
        A number for each user.
    time : array of int, shape (n,)
        Microseconds since the log began.
    event : array of int, shape (n,)
        The place of the event's name among the names.
    group : array of int, shape (n,)
        The place of the row's value of `by` among the groups.
    """

    user: np.ndarray
    time: np.ndarray
    event: np.ndarray
    group: np.ndarray

    def only(self, places: list[int]) -> "Chunk":
        """The events whose names stand at `places`, numbered as they stand there."""
        numbers = np.full(max(*places, int(self.event.max(initial=0))) + 1, -1, np.int16)
        numbers[places] = np.arange(len(places))
        chunk = Chunk(self.user, self.time, numbers[self.event], self.group)
        return chunk._where(chunk.event >= 0)

    def distinct(self) -> "Chunk":
        """The first of the rows that agree in user, time and event."""
        return self._where(changes(self.user, self.time, self.event))

    def _where(self, kept: np.ndarray) -> "Chunk":
        if kept.all():
            return self
        return Chunk(self.user[kept], self.time[kept], self.event[kept], self.group[kept])


@dataclass(frozen=True)
class Coding:
    """How a row's time, event and group become one whole number, and rows of such numbers a chunk.

    Attributes
    ----------
    names : list of str
        The names of events, in order; a row without one comes after them.
    groups : list
        The values of `by`, in order; the last, None, is that of a row without one.
    start, end : int
        The first and the last moment, in microseconds since 1970.
    """

    names: list[str]
    groups: list[Any]
    start: int
    end: int

    @property
    def details(self) -> int:
        """How many pairs of event and group there are: event · number of groups + group is a row's detail."""
        return (len(self.names) + 1) * len(self.groups)

    @property
    def size(self) -> int:
        """How many pairs of moment and detail there are: moment · details + detail is a row's number."""
        return (self.end - self.start + 1) * self.details

    def chunk(self, columns: list[np.ndarray]) -> Chunk:
        """The rows in order, duplicates included.

        Parameters
        ----------
        columns : list of array of int
            Of each row the user, as one number or two hashes, and the number of its moment and detail; user and
            that in one (user · size + number) where 64 bits hold both, moment and detail apart where 64 bits do
            not hold the two of them.
        """
        if self.size >= LONG:
            order = np.lexsort(columns[::-1])
            *users, time, detail = (column[order] for column in columns)
            user = np.cumsum(changes(*users))
        else:
            # One number in place of two or three sorts many times faster.
            if len(columns) == 1:
                user, number = unpacked(columns[0], self.size)
            elif len(columns) == 2:
                user, number = in_order(columns[0], columns[1], self.size)
            else:
                first, second, number = columns
                order, user = together(first.view(np.uint64), second.view(np.uint64))
                user, number = in_order(user, number[order], self.size)
            time = number // self.details
            detail = number - time * self.details
        several = len(self.groups)
        event, group = (detail // several, detail % several) if several > 1 else (detail, np.zeros(len(user), np.int8))
        return Chunk(user, time, event.astype(np.int32), group)


@dataclass(frozen=True)
class Counts:
    """What rows hold.

    Attributes
    ----------
    rows, with_user : int
        How many there are, and how many of them have a user.
    events : dict of str or None to int
        How many rows with a user and a time each event has, those left out by their id aside; None stands for
        rows without an event.
    start, end : int
        The first and the last moment of those rows, in microseconds since 1970.
    duplicates : int
        How many rows are left out by their id.
    """

    rows: int
    with_user: int
    events: dict[str | None, int]
    start: int = 0
    end: int = 0
    duplicates: int = 0


class Rows(Protocol):
    """What a log asks of the rows that it is made of, wherever they are, in this order.

    `most` is the most names that it can use.
    """

    def counts(self, most: int) -> Counts:
        """What they hold; of more than `most` different events at least one more than `most`."""

    def groups(self, most: int) -> list[Any]:
        """The values of `by`, in order; of more than `most` one more than `most`."""

    def parts(self, coding: Coding, several: int) -> list[Callable[[], list[np.ndarray]]]:
        """What gives the rows with a user and a time, in about `several` parts; all of a user are in one."""


class Log:
    """A cleaned event log; `plgkit.events.export.read` makes it.

    Parameters
    ----------
    name : str
        What is read, for messages.
    columns : dict of str to str
        The column chosen for each role.
    rows : Rows
        The rows in the export.
    progress : callable, optional
        Called with what is being done and the share of it that is done.

    Attributes
    ----------
    rows : int
        How many rows were read.
    left_out : dict of str to int
        How many of them were left out, and why; complete once all chunks were read.
    start, end : int
        Its first and its last moment, in microseconds since 1970.
    groups : list
        The values of `by`, in order; the last, None, stands for rows without one.

    Raises
    ------
    Refused
        Nothing to count, too many names, a column that does not hold what it should.
    """

    def __init__(self, name: str, columns: dict[str, str], rows: Rows, progress: Progress | None = None):
        self.columns, self._source, self._progress = columns, rows, progress
        self._kept: list[Chunk] | None = None
        counts = rows.counts(MOST_EVENTS)
        if not counts.events:
            raise Refused(f"{name} holds no events")
        if len(counts.events) > MOST_EVENTS:
            raise Refused(f"event: {one_line(columns['event'])} has more than {MOST_EVENTS:,} different names")
        usable = sum(counts.events.values())
        if not usable:
            raise Refused(f"{name} has no row with a user and a time")
        self.rows, self._events = counts.rows, counts.events
        self.left_out = {"without_user": counts.rows - counts.with_user}
        self.left_out["without_time"] = counts.with_user - usable - counts.duplicates
        self.left_out["duplicates"] = counts.duplicates
        self.start, self.end = counts.start, counts.end
        if self.end - self.start >= LONG // 2:
            raise Refused(f"timestamp: {one_line(columns['timestamp'])} holds times more than 146,000 years apart")
        groups = rows.groups(MOST_GROUPS)
        if len(groups) > MOST_GROUPS:
            raise Refused(f"by: {one_line(columns['by'])} has more than {MOST_GROUPS:,} different values")
        self.groups = [*groups, None]
        self._names = sorted(name for name in counts.events if name is not None)

    def chunks(self, names: list[str]) -> Iterator[Chunk]:
        """The events of these names, numbered as they stand there, in chunks that hold all of a user.

        Raises
        ------
        Refused
            One of the names never occurs.
        """
        places = [self._place(name) for name in names]
        for chunk in self._read() if self._kept is None else self._kept:
            yield chunk.only(places)

    def keep(self) -> None:
        """Hold all events in memory, for when what they are read from is closed."""
        self._kept = list(self._read())

    def attrs(self) -> dict[str, Any]:
        """What the reader of a table may ask about the log it was measured on, for the table's `.attrs`."""
        span = (str(np.datetime64(moment, "us")).replace("T", " ") for moment in (self.start, self.end))
        start, end = (text.removesuffix(".000000") for text in span)
        left_out = dict(self.left_out)
        return {"left_out": left_out, "columns": self.columns, "rows": self.rows, "from": start, "until": end}

    def _place(self, name: str) -> int:
        if name not in self._events:
            usual_first = sorted(self._names, key=self._events.__getitem__, reverse=True)
            raise no_such("event of this log", name, usual_first)
        if not self._events[name]:
            raise Refused(f"{one_line(name)} occurs only in rows without a user or a time")
        return self._names.index(name)

    def _read(self) -> Iterator[Chunk]:
        coding = Coding(self._names, self.groups, self.start, self.end)
        parts = self._source.parts(coding, -(-self.rows // CHUNK))
        for done, chunk in enumerate(ahead(coding.chunk(part()) for part in parts)):
            if self._progress:
                self._progress("following users", done / len(parts))
            if "event_id" in self.columns:
                yield chunk
                continue
            distinct = chunk.distinct()
            self.left_out["duplicates"] += len(chunk.user) - len(distinct.user)
            yield distinct


def one_line(text: Any, longest: int = 60) -> str:
    r"""A name out of the data, fit for a message.

    >>> one_line("pay\nnow")
    'pay now'
    """
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in str(text)).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def no_such(what: str, name: str, known: list[str]) -> Refused:
    """The refusal of a name that the data does not hold: the nearest one, or some."""
    shown = [one_line(candidate) for candidate in known]
    # The same letters in another case are nearer than difflib thinks.
    alike = [candidate for candidate in shown if candidate.strip().casefold() == name.strip().casefold()]
    if len(shown) <= SHOWN:
        return unknown(what, one_line(name), alike or shown)
    article = "an" if what[0] in "aeiou" else "a"
    near = alike or get_close_matches(one_line(name), shown[:SEARCHED], n=1)
    hint = f"the nearest is {near[0]}" if near else f"there are {len(shown):,}, such as {words.listing(shown[:5])}"
    return Refused(f"{one_line(name)} is not {article} {what}; {hint}")


def changes(*columns: np.ndarray) -> np.ndarray:
    """For each row, whether it differs in any column from the row before.

    >>> changes(np.array([1, 1, 2]), np.array([5, 5, 5]))
    array([ True, False,  True])
    """
    differs = np.ones(len(columns[0]), bool)
    if len(differs) > 1:
        np.not_equal(columns[0][1:], columns[0][:-1], out=differs[1:])
        for column in columns[1:]:
            differs[1:] |= column[1:] != column[:-1]
    return differs


def heads(user: np.ndarray) -> np.ndarray:
    """The places where another user begins.

    >>> heads(np.array([3, 3, 5]))
    array([0, 2])
    """
    return np.flatnonzero(changes(user))


def together(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """An order of rows in which those of a user stand together, and a number for the user of each.

    Parameters
    ----------
    first, second : array of uint64, shape (n,)
        Two hashes of each row's user.

    Examples
    --------
    >>> together(np.array([2**63, 5, 2**63], np.uint64), np.array([7, 8, 7], np.uint64))
    (array([1, 0, 2]), array([0, 1, 1]))
    """
    # Upper bits of the hash and the row's number in one sort much faster than an order of hashes.
    bits = len(first).bit_length()
    keys = (first >> bits << bits) | np.arange(len(first), dtype=np.uint64)
    keys.sort()
    order = (keys & (2**bits - 1)).astype(np.intp)
    news = changes(first[order], second[order])
    if np.any(news > changes(keys >> bits)):
        order = np.lexsort((second, first))
        news = changes(first[order], second[order])
    return order, np.cumsum(news) - 1


def in_order(user: np.ndarray, number: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Both, sorted by user and number; `number` is below `size`.

    >>> in_order(np.array([1, 0, 0]), np.array([0, 7, 4]), 8)
    (array([0, 0, 1]), array([4, 7, 0]))
    """
    if (int(user.max(initial=0)) + 1) * size < LONG:
        return unpacked(user * size + number, size)
    bits = len(user).bit_length()
    order = np.argsort(number)
    keys = (user[order].astype(np.int64) << bits) | np.arange(len(user))
    keys.sort()
    order = order[keys & (2**bits - 1)]
    return user[order], number[order]


def unpacked(keys: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """User and number of each of `keys` = user · size + number, in order."""
    keys = np.sort(keys)
    user = keys // size
    return user, keys - user * size


def ahead(items: Iterator[Any]) -> Iterator[Any]:
    """The same items, each being made while the one before is in use.

    >>> list(ahead(iter("abc")))
    ['a', 'b', 'c']
    """
    over = object()
    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(next, items, over)
        while (item := coming.result()) is not over:
            coming = maker.submit(next, items, over)
            yield item
