"""An export's rows in DuckDB: files, larger than memory too, and tables of any kind of column."""

import glob
import os
import re
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from plgkit.events.log import LONG, Coding, Counts, Progress, one_line
from plgkit.support.errors import Refused

MEMORY = 2.0
"""Most memory for DuckDB, in GiB; what needs more goes through temporary files."""

MOST_PARTS, VECTORS = 256, 250
"""The most parts of a log that are sorted apart, few enough for a small memory; and how much of it is read at once,
in DuckDB's pieces of 2,048 rows."""

FAULTS = (duckdb.ParserException, duckdb.SyntaxException, duckdb.BinderException, duckdb.CatalogException)
"""Errors of plgkit itself; whatever else DuckDB says tells of the data, or of too little room for it."""

NO_ROOM = (duckdb.OutOfMemoryException, OSError, MemoryError)
"""Errors that tell of too little room, on disk or in memory."""

REASONS = r"Expected Number of Columns: \d+ Found: \d+|Value with unterminated quote|not utf-8 encoded"

INTEGERS = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"]
REALS = ["DOUBLE", "FLOAT"]
NUMBERS = [*INTEGERS, "UBIGINT", "HUGEINT", "UHUGEINT", *REALS]
GROUPED = [*INTEGERS, *REALS, "BOOLEAN", "DATE"]
"""Types of `by` whose values are kept as they are; all others become text."""

FACTORS = {1: "1000000", 10**3: "1000", 10**6: "1", 10**9: "0.001"}
"""Microseconds in a unit of time since 1970, for units of which a second holds so many."""

# DuckDB would read words such as `epoch` as times, and drop a time zone on the way to a time without one.
DAY, ZONE = r"^\d", r":\d\d(:\d\d([.,]\d+)?)?\s*[A-Za-z+\-]"
MISSING = r"('', 'null', 'none', 'nan', 'nat', '\n')"

KEPT = "u IS NOT NULL AND t IS NOT NULL"


class Database:
    """DuckDB for one measurement: shut in with the files that it reads, within a small memory.

    Attributes
    ----------
    con : duckdb.DuckDBPyConnection
        The connection.
    scratch : Path
        A folder for what does not fit into memory.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection, scratch: Path, progress: Progress | None):
        self.con, self.scratch, self._progress = con, scratch, progress

    def fetch(self, query: str, most: int | None = None) -> list[tuple]:
        """What `query` gives, or the first `most` rows of it."""
        result = self.con.execute(query)
        return result.fetchall() if most is None else result.fetchmany(most)

    @contextmanager
    def reporting(self, stage: str) -> Iterator[None]:
        """Report how far the queries inside are, twice a second."""
        if self._progress is None:
            yield
            return
        over, progress = threading.Event(), self._progress

        def report() -> None:
            waiting = True
            while waiting:
                share = self.con.query_progress()
                progress(stage, share / 100 if share >= 0 else None)
                waiting = not over.wait(0.5)

        reporter = threading.Thread(target=report, daemon=True)
        reporter.start()
        try:
            yield
        finally:
            over.set()
            reporter.join()


@contextmanager
def opened(events: Any, progress: Progress | None, files: Sequence[str] = ()) -> Iterator[Database]:
    """A database that can read these files and nothing else; its folder goes when it is closed.

    Parameters
    ----------
    events : table, str or Path
        What is read, for messages.
    progress : callable, optional
        Called with what is being done and the share of it that is done.
    files : sequence of str
        Paths; neither another file nor an address can be read, whatever a query says.

    Yields
    ------
    Database

    Raises
    ------
    Refused
        Data that cannot be read, and too little room for it on disk or in memory.
    """
    try:
        with (
            # Nobody else may look into it: it holds the export's rows.
            tempfile.TemporaryDirectory(prefix="plgkit-", ignore_cleanup_errors=True) as scratch,
            _connected(Path(scratch), progress is not None, files) as con,
        ):
            yield Database(con, Path(scratch), progress)
    except FAULTS:
        raise
    except (duckdb.Error, *NO_ROOM) as error:
        raise _refusal(error, events) from None


def _connected(scratch: Path, progress: bool, files: Sequence[str]) -> duckdb.DuckDBPyConnection:
    """A database in memory, its door shut: no internet, no extension, no file but these and its own."""
    offline: dict[str, Any] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
    con = duckdb.connect(config=offline | {"temp_directory": str(scratch), "preserve_insertion_order": False})
    size, unit = con.execute("SELECT current_setting('memory_limit')").fetchall()[0][0].split()
    # DuckDB by itself would take four fifths of the machine.
    half = float(size) * {"KiB": 2**-20, "MiB": 2**-10, "GiB": 1, "TiB": 2**10}[unit] * 5 / 8
    for setting in (
        f"memory_limit = '{min(half, MEMORY):.3f} GiB'",
        f"enable_progress_bar = {progress}",
        "enable_progress_bar_print = false",
        "TimeZone = 'UTC'",
        # DuckDB asks first whether it may read a pattern, then whether it may read the file that fits it.
        f"allowed_paths = [{', '.join([*map(literal, files), *(_quoted(os.path.realpath(file)) for file in files)])}]",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        con.execute(f"SET {setting}")
    return con


def literal(file: str) -> str:
    """SQL for a file's path that stands for itself: no pattern, whatever brackets it holds, and no address.

    Examples
    --------
    >>> literal("/https:/it's [1].csv")
    "'/https:/it''s [[]1].csv'"
    """
    return _quoted(glob.escape(os.path.realpath(file)))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _refusal(error: Exception, events: Any) -> Refused:
    text = str(error)
    file = re.search(r"file = (.+)", text)
    asked = one_line(Path(events).name) if isinstance(events, str | Path) else "the table"
    name = Path(file.group(1)).name if file else asked
    if isinstance(error, NO_ROOM):
        return Refused(f"{name} needs more room than there is ({one_line(text, 100)})")
    line, reason = re.search(r"CSV Error on Line: (\d+)", text), re.search(REASONS, text)
    where = f"line {line.group(1)} of {name}" if line else name
    why = reason.group() if reason else one_line(text.partition("\n")[0], 160)
    return Refused(f"{where} cannot be read ({why})")


class DatabaseRows:
    """Rows that DuckDB reads (see `plgkit.events.log.Rows`).

    Parameters
    ----------
    database : Database
    relation : str
        SQL for what they are read from.
    columns : dict of str to str
        The SQL expression of each role.
    named : str
        The name of the column of times, for messages.
    slow : bool
        Whether each reading parses text again.
    """

    def __init__(self, database: Database, relation: str, columns: dict[str, str], named: str, slow: bool):
        self._database, self._named, self._table, self._roles = database, one_line(named), "log", set(columns)
        selected = ", ".join(f'{expression} AS "{role}"' for role, expression in columns.items())
        types = dict(row[:2] for row in database.fetch(f"DESCRIBE SELECT {selected} FROM {relation}"))
        self._integers = types["user"] in INTEGERS
        user = columns["user"]
        if not self._integers:
            user = f"nullif({_number(user, types['user'])}::VARCHAR, '')"
        time, aware, text = times(database, relation, columns["timestamp"], types["timestamp"], named)
        parts = {"u": user, "e": f"{columns['event']}::VARCHAR", "t": time, "aware": aware, "raw": text}
        if "by" in columns:
            kept = types["by"] in GROUPED or types["by"].startswith("ENUM")
            parts["b"] = _number(columns["by"], types["by"]) if kept else f"{columns['by']}::VARCHAR"
        if "event_id" in columns:
            parts["id"] = f"nullif({columns['event_id']}::VARCHAR, '')"
        selected = ", ".join(f"{expression} AS {name}" for name, expression in parts.items())
        # A text is parsed once, whatever is asked of it later.
        kind = "TABLE" if slow else "VIEW"
        with database.reporting("reading"):
            # User u, event e, moment t in microseconds; the text in its place where there is no t.
            database.con.execute(
                f"CREATE TEMP {kind} log AS SELECT * REPLACE (CASE WHEN t IS NULL THEN raw END AS raw) "
                f"FROM (SELECT {selected} FROM {relation})"
            )

    def counts(self, most: int) -> Counts:
        """What there is, event by event.

        Raises
        ------
        Refused
            Times that are none, or some with a time zone and some without.
        """
        what = ["count(*)", "count(u)", "count(k)", "min(k)", "max(k)", "count(raw)", "min(raw)"]
        what += ["bool_or(aware)", "bool_and(aware)"]
        usable = "(SELECT *, CASE WHEN u IS NOT NULL THEN t END AS k FROM log)"
        with self._database.reporting("counting"):
            counted = self._database.fetch(f"SELECT e, {', '.join(what)} FROM {usable} GROUP BY e", most + 1)
        if not 0 < len(counted) <= most:
            return Counts(0, 0, {row[0]: 0 for row in counted})
        names, rows, users, kept, low, high, unread, texts, aware, all_aware = zip(*counted, strict=True)
        if sum(unread):
            example = one_line(min(text for text in texts if text is not None))
            count = f"{sum(unread):,} of {sum(rows):,} rows hold none"
            raise Refused(f"timestamp: '{example}' in {self._named} is not a time ({count}); write 2024-01-31 23:59:59")
        if True in aware and False in all_aware:
            raise Refused(f"timestamp: {self._named} holds times with and without a time zone; give all of them one")
        start = min((moment for moment in low if moment is not None), default=0)
        end = max((moment for moment in high if moment is not None), default=0)
        counts = Counts(sum(rows), sum(users), dict(zip(names, kept, strict=True)), start, end)
        return self._without_repeated_ids(counts) if "event_id" in self._roles and sum(kept) else counts

    def groups(self, most: int) -> list[Any]:
        """The values of `by`, which are numbered in a table `by_codes`."""
        if "by" not in self._roles:
            return []
        values = f"SELECT DISTINCT b FROM {self._table} WHERE b IS NOT NULL AND {KEPT} LIMIT {most + 1}"
        codes = f"SELECT b, row_number() OVER (ORDER BY b) - 1 AS code FROM ({values})"
        self._database.con.execute(f"CREATE TEMP TABLE by_codes AS {codes}")
        return [row[0] for row in self._database.fetch("SELECT b FROM by_codes ORDER BY code")]

    def parts(self, coding: Coding, several: int) -> list[Callable[[], list[np.ndarray]]]:
        """What gives the rows' numbers, part by part: the export is read once for all of them."""
        parts = min(2 ** (several - 1).bit_length(), MOST_PARTS)
        with self._database.reporting("sorting users into parts"):
            result = self._database.con.execute(self._numbers(coding, parts))
            if parts == 1:
                *columns, _ = result.fetchnumpy().values()
                return [lambda: columns]
            files = [self._database.scratch / f"part{number}" for number in range(parts)]
            while len(piece := result.fetch_df_chunk(VECTORS)):
                *columns, part = (piece.iloc[:, place].to_numpy() for place in range(piece.shape[1]))
                rows = np.stack([column.view(np.int64) for column in columns], axis=1)
                rows = rows[np.argsort(part, kind="stable")]
                ends = np.cumsum(np.bincount(part, minlength=parts))
                for file, slices in zip(files, np.split(rows, ends[:-1]), strict=True):
                    with file.open("ab") as target:
                        slices.tofile(target)
        return [partial(read_back, file, rows.shape[1]) for file in files]

    def _numbers(self, coding: Coding, parts: int) -> str:
        """SQL for the numbers that a row is sorted by, as `coding` takes them, and for its part."""
        names = pd.DataFrame({"e": pd.Series(coding.names, dtype="str"), "place": range(len(coding.names))})
        self._database.con.register("names", names)
        detail, joins = f"coalesce(place, {len(names)})::BIGINT", "LEFT JOIN names USING (e)"
        if (several := len(coding.groups)) > 1:
            detail = f"{detail} * {several} + coalesce(by_codes.code, {several - 1})"
            joins += " LEFT JOIN by_codes USING (b)"
        number = f"t - {coding.start} AS t, {detail} AS d"
        if coding.size < LONG:
            number = f"(t - {coding.start}) * {coding.details} + {detail}"
        return f"SELECT {self._keys(number, coding.size, parts)} FROM {self._table} {joins} WHERE {KEPT}"

    def _keys(self, number: str, size: int, parts: int) -> str:
        """SQL for a row's user and `number`, and its part: all rows of a user are in one."""
        least, most, rows = 0, LONG, 0
        if self._integers:
            least, most, rows = self._database.fetch("SELECT min(u), max(u), count(*) FROM log")[0]
        if most - least >= min(2**31, 8 * rows):
            # These users are told apart by 128 bits, which no two of them will ever share.
            second = "hash(u::VARCHAR)" if self._integers else "hash(u[2:])"
            return f"hash(u) AS u, {second} AS v, {number}, (hash(u) & {parts - 1})::UTINYINT AS part"
        user, part = f"(u::BIGINT - {least})", f"((u::BIGINT - {least}) & {parts - 1})::UTINYINT AS part"
        # All users of a part leave the same remainder.
        if ((most - least) // parts + 1) * size < LONG:
            return f"{user} // {parts} * {size} + {number}, {part}"
        return f"{user} // {parts} AS u, {number}, {part}"

    def _without_repeated_ids(self, counts: Counts) -> Counts:
        """Of rows with the same id keep the earliest; a row without an id is judged by user, event and time."""
        same = "id, CASE WHEN id IS NULL THEN row(u, e, t) END"
        last = ", b" if "by" in self._roles else ""
        first = f"row_number() OVER (PARTITION BY {same} ORDER BY t, e, u{last}) = 1"
        with self._database.reporting("comparing ids"):
            self._table = "distinct_log"
            self._database.con.execute(
                f"CREATE TEMP TABLE {self._table} AS SELECT * FROM log WHERE {KEPT} QUALIFY {first}"
            )
            kept = self._database.fetch(f"SELECT e, count(*), min(t), max(t) FROM {self._table} GROUP BY e")
        names, events, low, high = zip(*kept, strict=True)
        duplicates = sum(counts.events.values()) - sum(events)
        distinct = dict.fromkeys(counts.events, 0) | dict(zip(names, events, strict=True))
        return Counts(counts.rows, counts.with_user, distinct, min(low), max(high), duplicates)


def times(database: Database, relation: str, time: str, kind: str, named: str) -> tuple[str, str, str]:
    """How a column of times is read.

    Parameters
    ----------
    database : Database
    relation, time, kind : str
        What it is read from, the SQL expression of the column and its type.
    named : str
        Its name.

    Returns
    -------
    tuple of str
        SQL for a row's moment in microseconds since 1970, for whether that has a time zone, and for the text
        that the column holds, NULL where nothing stands.

    Raises
    ------
    Refused
        The column is of a type that holds no times.

    Examples
    --------
    >>> with opened(None, None) as database:
    ...     moment, aware, _ = times(database, "(SELECT '2024-01-31' AS day)", "day", "VARCHAR", "day")
    ...     print(database.fetch(f"SELECT {moment}, {aware} FROM (SELECT '1970-01-02' AS day)"))
    [(86400000000, False)]
    """
    endless = f"CASE WHEN NOT isfinite({time}) THEN 'infinity' END"
    if kind == "TIMESTAMP WITH TIME ZONE":
        return f"epoch_us({time})", "true", endless
    if kind == "TIMESTAMP_NS":
        return f"epoch_ns({time}) // 1000", "false", endless
    if kind.startswith("TIMESTAMP") or kind == "DATE":
        return f"epoch_us({time}::TIMESTAMP)", "false", endless
    text, textual = f"trim({time}::VARCHAR)", kind in ("VARCHAR", '"NULL"') or kind[:4] == "ENUM"
    if textual:
        raw = f"CASE WHEN lower({text}) NOT IN {MISSING} THEN {text} END"
    elif kind[:7] == "DECIMAL" or kind in NUMBERS:
        raw = f"CASE WHEN NOT isnan({time}::DOUBLE) THEN {text} END"
    else:
        raise Refused(f"timestamp: the column {one_line(named)} holds {kind}, not times")
    first = database.fetch(f"SELECT x FROM (SELECT {raw} AS x FROM {relation}) WHERE x IS NOT NULL LIMIT 1")
    number = _epoch(first[0][0]) if first else None
    if number is None and textual:
        plain = rf"regexp_replace({text}, '\s+([+-])', '\1')"
        aware = f"regexp_matches({text}, '{ZONE}')"
        zoned = f"WHEN {aware} THEN epoch_us(try_cast({plain} AS TIMESTAMPTZ))"
        naive = f"WHEN regexp_matches({text}, '{DAY}') THEN epoch_us(try_cast({text} AS TIMESTAMP))"
        return f"CASE {zoned} {naive} END", aware, raw
    # Seconds since 1970, or thousandths, millionths, billionths of them, by their size: 1973 to 2286.
    size = next((size for size in FACTORS if 1e8 * size <= (number or 0) < 1e10 * size), 1)
    exact = f"try_cast({time} AS DECIMAL(28, 6))"
    likely = f"{exact} BETWEEN {10**8 * size} AND {10**10 * size}"
    return f"CASE WHEN {likely} THEN floor({exact} * {FACTORS[size]})::BIGINT END", "false", raw


def read_back(file: Path, width: int) -> list[np.ndarray]:
    """The columns of rows of whole numbers, the file being needed no more."""
    rows = np.fromfile(file, np.int64).reshape(-1, width)
    file.unlink()
    return list(np.ascontiguousarray(rows.T))


def _epoch(text: str) -> float | None:
    """A text as a number of seconds, or parts of them, since 1970."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 1e8 <= number < 1e19 else None


def _number(expression: str, kind: str) -> str:
    """What is not a number is missing."""
    return f"CASE WHEN NOT isnan({expression}) THEN {expression} END" if kind in REALS else expression
