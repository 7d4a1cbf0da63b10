"""An event log made ready: columns found, what is left out counted, events in order of user and time."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from plgkit.errors import Refused
from plgkit.events.columns import no_such
from plgkit.events.export import one_line
from plgkit.events.order import LONG, changes, in_order, together, unpacked

CHUNK = 2_000_000
"""The most events that are sorted at once: enough to be fast, few enough for a small memory."""

MOST_EVENTS, MOST_GROUPS = 1_000_000, 10_000

Progress = Callable[[str, float | None], None]
"""Told what is being done, and the share of it that is done where that is known."""


@dataclass(frozen=True)
class Chunk:
    """All events of some users, in order of user, time, event and group.

    Attributes:
        user: a number for each user.
        time: microseconds since the log began.
        event: the place of the event's name among the log's.
        group: the place of the row's value of `by` among the groups.
    """

    user: np.ndarray
    time: np.ndarray
    event: np.ndarray
    group: np.ndarray

    def only(self, places: list[int]) -> "Chunk":
        """The events whose names stand at `places`, numbered as they stand there."""
        numbers = np.full(max(*places, int(self.event.max(initial=0))) + 1, -1, np.int16)
        numbers[places] = np.arange(len(places))
        event = numbers[self.event]
        kept = event >= 0
        if kept.all():
            return Chunk(self.user, self.time, event, self.group)
        return Chunk(self.user[kept], self.time[kept], event[kept], self.group[kept])


class Log(ABC):
    """A cleaned event log; `plgkit.events.reading.reading` makes it. A subclass says where the events are.

    Attributes:
        name: what is read, for messages.
        columns: the column chosen for each role.
        rows: how many rows were read.
        left_out: how many of them were left out, and why; complete once all chunks were read.
        start, end: its first and its last moment, in microseconds since 1970.
        groups: the values of `by`, in order; the last, None, stands for rows without one.
    """

    rows: int
    left_out: dict[str, int]
    start: int
    end: int
    groups: list[Any]

    def __init__(self, name: str, columns: dict[str, str]):
        self.name, self.columns = name, columns
        self._kept: list[Chunk] | None = None

    def places(self, names: list[str]) -> list[int]:
        """Where these events stand among the log's.

        Raises:
            Refused: one of them never occurs.
        """
        for name in names:
            if name not in self._events:
                usual_first = sorted(self._names, key=self._events.__getitem__, reverse=True)
                raise no_such("event of this log", name, usual_first)
            if not self._events[name]:
                raise Refused(f"{one_line(name)} occurs only in rows without a user or a time")
        return [self._names.index(name) for name in names]

    def keep(self) -> None:
        """Hold all chunks in memory, for when what they are read from is closed."""
        self._kept = list(self.chunks())

    def chunks(self) -> Iterator[Chunk]:
        """All events, in chunks that hold all events of a user."""
        yield from self._read() if self._kept is None else self._kept

    @abstractmethod
    def _read(self) -> Iterator[Chunk]:
        """The chunks, from where the events are."""

    def _named(self, several: int) -> None:
        """Refuse a log of no or too many different events."""
        if not several:
            raise Refused(f"{self.name} holds no events")
        if several > MOST_EVENTS:
            raise Refused(f"event: {one_line(self.columns['event'])} has more than {MOST_EVENTS:,} different names")

    def _counted(self, rows: int, with_user: int, events: dict[str | None, int]) -> None:
        """Take note of the rows, those with a user, and those with a user and a time of each event."""
        usable = sum(events.values())
        if not usable:
            raise Refused(f"{self.name} has no row with a user and a time")
        self.rows = rows
        self.left_out = {"without_user": rows - with_user, "without_time": with_user - usable, "duplicates": 0}
        self._holds(events)

    def _holds(self, events: dict[str | None, int]) -> None:
        """Take note of how often each event is there; None is a row without one."""
        self._events, self._names = events, sorted(name for name in events if name is not None)

    def _grouped(self, values: list[Any]) -> list[Any]:
        if len(values) > MOST_GROUPS:
            raise Refused(f"by: {one_line(self.columns['by'])} has more than {MOST_GROUPS:,} different values")
        return [*values, None]

    def _details(self) -> int:
        """How many pairs of event and group there are; a row without an event comes after all names."""
        return (len(self._names) + 1) * len(self.groups)

    def _ordered(self, columns: list[np.ndarray]) -> Chunk:
        """The rows of a chunk in order, duplicates included.

        Args:
            columns: of each row the user, as one or two numbers, and its moment · details + detail. What
                fits into one number may come as one; moment and detail apart where they do not fit into one.
        """
        details = self._details()
        size = (self.end - self.start + 1) * details
        if size >= LONG:
            order = np.lexsort(columns[::-1])
            *users, time, detail = (column[order] for column in columns)
            user = np.cumsum(changes(*users))
        else:
            # One number in place of two or three sorts many times faster.
            if len(columns) == 1:
                user, moments = unpacked(columns[0], size)
            elif len(columns) == 2:
                user, moments = in_order(*columns, size)
            else:
                first, second, moments = columns
                order, user = together(first.view(np.uint64), second.view(np.uint64))
                user, moments = in_order(user, moments[order], size)
            time = moments // details
            detail = moments - time * details
        groups = len(self.groups)
        event, group = (detail // groups, detail % groups) if groups > 1 else (detail, np.zeros(len(user), np.int8))
        return Chunk(user, time, event.astype(np.int32), group)

    def _fresh(self, chunk: Chunk) -> Chunk:
        """The chunk without duplicates, which are counted."""
        if "event_id" in self.columns:
            return chunk
        fresh = changes(chunk.user, chunk.time, chunk.event)
        if fresh.all():
            return chunk
        self.left_out["duplicates"] += int(len(fresh) - fresh.sum())
        return Chunk(chunk.user[fresh], chunk.time[fresh], chunk.event[fresh], chunk.group[fresh])
