"""An event log made ready: columns found, what is left out counted, events in order of user and time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from plgkit.errors import Refused
from plgkit.event_columns import INTEGERS, moment, no_such, place
from plgkit.event_files import Source, one_line, source, state
from plgkit.event_order import LONG, ahead, changes, in_order, read_back, together, unpacked
from plgkit.event_store import Progress, Store, opened

CHUNK, MOST_PARTS, VECTORS = 2_000_000, 256, 250
"""The most events that are sorted at once, and the most parts of them: enough to be fast, few enough for a small
memory; and how much of the log is read at once, in DuckDB's pieces of 2,048 rows."""

MOST_EVENTS, MOST_GROUPS = 1_000_000, 10_000
KEPT = "u IS NOT NULL AND t IS NOT NULL"
REALS = ["DOUBLE", "FLOAT"]
GROUPED = [*INTEGERS, *REALS, "BOOLEAN", "DATE"]
"""Types of `by` whose values are kept as they are; all others become text."""


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


class Log:
    """A cleaned event log; `reading` makes it.

    Attributes:
        columns: the column chosen for each role.
        rows: how many rows were read.
        left_out: how many of them were left out, and why; complete once all chunks were read.
        start, end: its first and its last moment, in microseconds since 1970.
        groups: the values of `by`, in order; the last, None, stands for rows without one.
    """

    def __init__(self, store: Store, found: Source, columns: dict[str, int]):
        self._store, self._source, self._table = store, found, "log"
        self._kept: list[Chunk] | None = None
        self.columns = {role: found.columns[at] for role, at in columns.items()}
        self._prepare(columns)
        self._count()
        if "event_id" in columns:
            self._drop_repeated_ids()
        self._names = sorted(name for name in self._events if name is not None)
        self.groups = self._groups() if "by" in columns else [None]

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
        """Hold all chunks in memory, for when the store is closed."""
        self._kept = list(self.chunks())

    def chunks(self) -> Iterator[Chunk]:
        """All events, in chunks that hold all events of a user."""
        if self._kept is not None:
            yield from self._kept
            return
        names = pd.DataFrame({"e": pd.Series(self._names, dtype="str"), "place": range(len(self._names))})
        self._store.con.register("names", names)
        # A row's event and group as one number; rows without an event come after all names.
        details, groups = (len(names) + 1) * len(self.groups), len(self.groups)
        detail, joins = f"coalesce(place, {len(names)})::BIGINT", "LEFT JOIN names USING (e)"
        if groups > 1:
            detail = f"{detail} * {groups} + coalesce(by_codes.code, {groups - 1})"
            joins += " LEFT JOIN by_codes USING (b)"
        parts = min(2 ** (-(-self.rows // CHUNK) - 1).bit_length(), MOST_PARTS)
        coded = f"SELECT {self._keys(detail, details, parts)} FROM {self._table} {joins} WHERE {KEPT}"
        for done, chunk in enumerate(ahead(self._sorted(part, details) for part in self._parts(coded, parts))):
            if self._store.progress:
                self._store.progress("following users", done / parts)
            yield self._fresh(chunk)

    def _prepare(self, columns: dict[str, int]) -> None:
        """Make `log`: user u, event e, moment t in microseconds, the text in its place where there is no t."""
        relation, given = self._source.take(list(columns.values()))
        taken = dict(zip(columns, given, strict=True))
        asked = ", ".join(f'{expression} AS "{role}"' for role, expression in taken.items())
        types = {row[0]: row[1] for row in self._store.rows(f"DESCRIBE SELECT {asked} FROM {relation}")}
        self._integers = types["user"] in INTEGERS
        user = taken["user"]
        if not self._integers:
            user = f"nullif({_number(user, types['user'])}::VARCHAR, '')"
        named = self.columns["timestamp"]
        time, aware, text = moment(self._store.con, relation, taken["timestamp"], types["timestamp"], named)
        parts = {"u": user, "e": f"{taken['event']}::VARCHAR", "t": time, "aware": aware, "said": text}
        if "by" in taken:
            kept = types["by"] in GROUPED or types["by"].startswith("ENUM")
            parts["b"] = _number(taken["by"], types["by"]) if kept else f"{taken['by']}::VARCHAR"
        if "event_id" in taken:
            parts["id"] = f"nullif({taken['event_id']}::VARCHAR, '')"
        made = ", ".join(f"{expression} AS {name}" for name, expression in parts.items())
        # A text is parsed once, whatever is asked of it later.
        kind = "TABLE" if self._source.slow else "VIEW"
        with self._store.telling("reading"):
            self._store.con.execute(
                f"CREATE TEMP {kind} log AS SELECT * REPLACE (CASE WHEN t IS NULL THEN said END AS said) "
                f"FROM (SELECT {made} FROM {relation})"
            )

    def _count(self) -> None:
        """Count what is there and what is missing, event by event, and refuse what cannot be used."""
        what = ["count(*)", "count(u)", "count(k)", "min(k)", "max(k)", "count(said)", "min(said)"]
        what += ["bool_or(aware)", "bool_and(aware)"]
        usable = "(SELECT *, CASE WHEN u IS NOT NULL THEN t END AS k FROM log)"
        with self._store.telling("counting"):
            found = self._store.rows(f"SELECT e, {', '.join(what)} FROM {usable} GROUP BY e", MOST_EVENTS + 1)
        if not found:
            raise Refused(f"{self._source.name} holds no events")
        if len(found) > MOST_EVENTS:
            raise Refused(f"event: {one_line(self.columns['event'])} has more than {MOST_EVENTS:,} different names")
        names, rows, users, kept, low, high, bad, said, aware, all_aware = zip(*found, strict=True)
        self.rows, time = sum(rows), one_line(self.columns["timestamp"])
        if sum(bad):
            example = one_line(min(text for text in said if text is not None))
            count = f"{sum(bad):,} of {self.rows:,} rows hold none"
            raise Refused(f"timestamp: '{example}' in {time} is not a time ({count}); write 2024-01-31 23:59:59")
        if True in aware and False in all_aware:
            raise Refused(f"timestamp: {time} holds times with and without a time zone; give all of them one")
        if not sum(kept):
            raise Refused(f"{self._source.name} has no row with a user and a time")
        self.left_out = {
            "without_user": self.rows - sum(users),
            "without_time": sum(users) - sum(kept),
            "duplicates": 0,
        }
        self._events = dict(zip(names, kept, strict=True))
        self.start, self.end = _least(low), _most(high)
        span = self._store.rows("SELECT min(u), max(u) FROM log")[0] if self._integers else None
        self._span = span if span and span[1] - span[0] < min(2**31, 8 * self.rows) else None

    def _drop_repeated_ids(self) -> None:
        """Of rows with the same id keep the earliest; a row without an id is judged by user, event and time."""
        same = "id, CASE WHEN id IS NULL THEN row(u, e, t) END"
        last = ", b" if "by" in self.columns else ""
        first = f"row_number() OVER (PARTITION BY {same} ORDER BY t, e, u{last}) = 1"
        with self._store.telling("comparing ids"):
            self._store.con.execute(f"CREATE TEMP TABLE told_apart AS SELECT * FROM log WHERE {KEPT} QUALIFY {first}")
            found = self._store.rows("SELECT e, count(*), min(t), max(t) FROM told_apart GROUP BY e")
        names, counts, low, high = zip(*found, strict=True)
        self.left_out["duplicates"] = sum(self._events.values()) - sum(counts)
        self._events = dict(zip(names, counts, strict=True))
        self.start, self.end, self._table = min(low), max(high), "told_apart"

    def _groups(self) -> list[Any]:
        values = f"SELECT DISTINCT b FROM {self._table} WHERE b IS NOT NULL AND {KEPT} LIMIT {MOST_GROUPS + 1}"
        codes = f"SELECT b, row_number() OVER (ORDER BY b) - 1 AS code FROM ({values})"
        self._store.con.execute(f"CREATE TEMP TABLE by_codes AS {codes}")
        found = [row[0] for row in self._store.rows("SELECT b FROM by_codes ORDER BY code")]
        if len(found) > MOST_GROUPS:
            raise Refused(f"by: {one_line(self.columns['by'])} has more than {MOST_GROUPS:,} different values")
        return [*found, None]

    def _keys(self, detail: str, details: int, parts: int) -> str:
        """SQL for the whole numbers that a row is sorted by, and for its part: all rows of a user are in one."""
        size = (self.end - self.start + 1) * details
        when = f"(t - {self.start}) * {details} + {detail}" if size < LONG else f"t - {self.start} AS t, {detail} AS d"
        if self._span is None:
            # These users are told apart by 128 bits, which no two of them will ever share.
            second = "hash(u::VARCHAR)" if self._integers else "hash(u[2:])"
            return f"hash(u) AS u, {second} AS v, {when}, (hash(u) & {parts - 1})::UTINYINT AS part"
        least, most = self._span
        number, part = f"(u::BIGINT - {least})", f"((u::BIGINT - {least}) & {parts - 1})::UTINYINT AS part"
        # All users of a part leave the same remainder.
        if ((most - least) // parts + 1) * size < LONG:
            return f"{number} // {parts} * {size} + {when}, {part}"
        return f"{number} // {parts} AS u, {when}, {part}"

    def _parts(self, coded: str, parts: int) -> list[Callable[[], list[np.ndarray]]]:
        """What gives the columns of `coded`, part by part: the log is read once for all of them."""
        with self._store.telling("sorting users into parts"):
            found = self._store.con.execute(coded)
            if parts == 1:
                *columns, _ = found.fetchnumpy().values()
                return [lambda: columns]
            files = [self._store.scratch / f"part{part}" for part in range(parts)]
            while len(some := found.fetch_df_chunk(VECTORS)):
                *columns, part = (some.iloc[:, place].to_numpy() for place in range(some.shape[1]))
                rows = np.stack([column.view(np.int64) for column in columns], axis=1)
                rows = rows[np.argsort(part, kind="stable")]
                ends = np.cumsum(np.bincount(part, minlength=parts))
                for file, piece in zip(files, np.split(rows, ends[:-1]), strict=True):
                    with file.open("ab") as opened:
                        piece.tofile(opened)
        return [partial(read_back, file, rows.shape[1]) for file in files]

    def _sorted(self, part: Callable[[], list[np.ndarray]], details: int) -> Chunk:
        """The rows of a part, duplicates included."""
        columns, size = part(), (self.end - self.start + 1) * details
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


@contextmanager
def reading(
    events: Any, names: dict[str, str], by: str | None, event_id: str | None, progress: Progress | None = None
) -> Iterator[Log]:
    """The log of `events`, for as long as it is being read.

    Args:
        events: see `plgkit.funnel`.
        names: the column of each of user, event and timestamp.
        by, event_id: further columns, or None.
        progress: is told how far it is.

    Raises:
        Refused: a column that is not there, times that are none, a file that cannot be read, nothing to count.

    >>> table = pd.DataFrame({"uid": ["a", None], "event": ["visit", "pay"], "time": ["2024-01-31", "2024-02-01"]})
    >>> with reading(table, {"user": "uid", "event": "event", "timestamp": "timestamp"}, None, None) as log:
    ...     print(log.columns, log.left_out)
    {'user': 'uid', 'event': 'event', 'timestamp': 'time'} {'without_user': 1, 'without_time': 0, 'duplicates': 0}
    """
    asked = names | {role: name for role, name in (("by", by), ("event_id", event_id)) if name is not None}
    # The file measured last stays in memory, if it is small: one looks at a log more than once.
    known = (*state(events), *asked.items()) if isinstance(events, str | Path) else None
    if known and known in _recent:
        yield _recent[known]
        return
    with opened(events, progress) as store:
        found = source(store.con, events)
        log = Log(store, found, {role: place(found, role, name) for role, name in asked.items()})
        if known and log.rows <= CHUNK:
            log.keep()
            _recent.clear()
            _recent[known] = log
        yield log


_recent: dict[tuple, Log] = {}


def _number(expression: str, kind: str) -> str:
    """What is not a number is missing."""
    return f"CASE WHEN NOT isnan({expression}) THEN {expression} END" if kind in REALS else expression


def _least(values: tuple) -> int:
    return min(one for one in values if one is not None)


def _most(values: tuple) -> int:
    return max(one for one in values if one is not None)
