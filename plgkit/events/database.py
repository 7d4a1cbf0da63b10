"""An event log that DuckDB reads and cleans: files, larger than memory too, and tables of any kind of column."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from plgkit.errors import Refused
from plgkit.events import log as event_log
from plgkit.events.columns import INTEGERS, moment
from plgkit.events.export import Source, one_line
from plgkit.events.log import MOST_EVENTS, MOST_GROUPS, Chunk, Log
from plgkit.events.order import LONG, ahead, read_back
from plgkit.events.store import Store

MOST_PARTS, VECTORS = 256, 250
"""The most parts of a log that are sorted apart, few enough for a small memory; and how much of it is read at once,
in DuckDB's pieces of 2,048 rows."""

KEPT = "u IS NOT NULL AND t IS NOT NULL"
REALS = ["DOUBLE", "FLOAT"]
GROUPED = [*INTEGERS, *REALS, "BOOLEAN", "DATE"]
"""Types of `by` whose values are kept as they are; all others become text."""


class DatabaseLog(Log):
    """A log in a store of DuckDB; `columns` are the places of its roles among those of `found`."""

    def __init__(self, store: Store, found: Source, columns: dict[str, int]):
        super().__init__(found.name, {role: found.columns[at] for role, at in columns.items()})
        self._store, self._source, self._table = store, found, "log"
        self._prepare(columns)
        self._count()
        if "event_id" in columns:
            self._drop_repeated_ids()
        self.groups = self._groups() if "by" in columns else [None]

    def _read(self) -> Iterator[Chunk]:
        names = pd.DataFrame({"e": pd.Series(self._names, dtype="str"), "place": range(len(self._names))})
        self._store.con.register("names", names)
        # A row's event and group as one number.
        details, groups = self._details(), len(self.groups)
        detail, joins = f"coalesce(place, {len(names)})::BIGINT", "LEFT JOIN names USING (e)"
        if groups > 1:
            detail = f"{detail} * {groups} + coalesce(by_codes.code, {groups - 1})"
            joins += " LEFT JOIN by_codes USING (b)"
        parts = min(2 ** (-(-self.rows // event_log.CHUNK) - 1).bit_length(), MOST_PARTS)
        coded = f"SELECT {self._keys(detail, details, parts)} FROM {self._table} {joins} WHERE {KEPT}"
        for done, chunk in enumerate(ahead(self._ordered(part()) for part in self._parts(coded, parts))):
            if self._store.progress:
                self._store.progress("following users", done / parts)
            yield self._fresh(chunk)

    def _prepare(self, columns: dict[str, int]) -> None:
        """Make `log`: user u, event e, moment t in microseconds, the text in its place where there is no t."""
        relation, given = self._source.take(self._store.con, list(columns.values()))
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
        self._named(len(found))
        names, rows, users, kept, low, high, bad, said, aware, all_aware = zip(*found, strict=True)
        time = one_line(self.columns["timestamp"])
        if sum(bad):
            example = one_line(min(text for text in said if text is not None))
            count = f"{sum(bad):,} of {sum(rows):,} rows hold none"
            raise Refused(f"timestamp: '{example}' in {time} is not a time ({count}); write 2024-01-31 23:59:59")
        if True in aware and False in all_aware:
            raise Refused(f"timestamp: {time} holds times with and without a time zone; give all of them one")
        self._counted(sum(rows), sum(users), dict(zip(names, kept, strict=True)))
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
        self._holds(dict(zip(names, counts, strict=True)))
        self.start, self.end, self._table = min(low), max(high), "told_apart"

    def _groups(self) -> list[Any]:
        values = f"SELECT DISTINCT b FROM {self._table} WHERE b IS NOT NULL AND {KEPT} LIMIT {MOST_GROUPS + 1}"
        codes = f"SELECT b, row_number() OVER (ORDER BY b) - 1 AS code FROM ({values})"
        self._store.con.execute(f"CREATE TEMP TABLE by_codes AS {codes}")
        found = [row[0] for row in self._store.rows("SELECT b FROM by_codes ORDER BY code")]
        return self._grouped(found)

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


def _number(expression: str, kind: str) -> str:
    """What is not a number is missing."""
    return f"CASE WHEN NOT isnan({expression}) THEN {expression} END" if kind in REALS else expression


def _least(values: tuple) -> int:
    return min(one for one in values if one is not None)


def _most(values: tuple) -> int:
    return max(one for one in values if one is not None)
