"""An export of events: a table in memory, or Parquet and CSV files; which column is what, and the log of it."""

import csv
import glob
import gzip
import io
import os
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from plgkit.events import log as event_log
from plgkit.events.log import Log, Progress, no_such, one_line
from plgkit.events.table import TableRows, plain, storable
from plgkit.support.errors import Refused, reason

if TYPE_CHECKING:
    from plgkit.events.database import Database

PARQUET, CSV = (".parquet", ".pq"), (".csv", ".tsv", ".txt")
DELIMITERS = ",;\t|"
LONGEST = 1_000_000
"""The most bytes of a line of column names."""

LONGEST_NAME = 10_000
"""The most characters of a column's name."""

MAGIC = {
    b"PAR1": "a Parquet file",
    b"\x1f\x8b": "a gzip file",
    b"PK\x03\x04": "a zip archive or a spreadsheet",
    b"\xff\xfe": "text in UTF-16; save it as UTF-8",
    b"\xfe\xff": "text in UTF-16; save it as UTF-8",
}
"""How a file begins that is not what its name says."""

DEFAULTS = {"user": "user_id", "event": "event", "timestamp": "timestamp"}
KNOWN = {
    "user": "user_id person_id distinct_id amplitude_id anonymous_id user_pseudo_id device_id",
    "event": "event event_type event_name event_text",
    "timestamp": "timestamp event_time time original_timestamp client_event_time sent_at received_at event_timestamp",
}
"""What exports call their columns, the preferred first: Amplitude, Mixpanel, PostHog, Segment, Google Analytics."""

_recent: dict[tuple, Log] = {}


@dataclass(frozen=True)
class Export:
    """Events that can be read.

    Attributes
    ----------
    name : str
        For messages, such as `clicks.csv`.
    columns : list of str
        The names of its columns.
    take : callable
        Given a database and the place of each role's column, an SQL relation and each role's SQL expression.
    slow : bool
        Whether each reading parses text again.
    """

    name: str
    columns: list[str]
    take: Callable[["Database", dict[str, int]], tuple[str, dict[str, str]]]
    slow: bool = False

    def place(self, role: str, name: str) -> int:
        """Which column plays a role: the named one, or for a name that was not chosen the one of a known export.

        Raises
        ------
        Refused
            There is none, or more than one.
        """
        if self.columns.count(name) > 1:
            raise Refused(f"{role}: {self.name} has {self.columns.count(name)} columns named {one_line(name)}")
        if name in self.columns:
            return self.columns.index(name)
        if name == DEFAULTS.get(role):
            alike = [re.sub(r"[^a-z0-9]", "", column.lower()).removeprefix("properties") for column in self.columns]
            for known in KNOWN[role].split():
                if known.replace("_", "") in alike:
                    return alike.index(known.replace("_", ""))
        if len(self.columns) == 1 and self.slow:
            column = one_line(self.columns[0])
            raise Refused(f"{self.name} has one column only, '{column}'; separate columns by , ; | or tab")
        raise no_such(f"column of {self.name}", name, self.columns)


@contextmanager
def read(
    events: Any,
    user: str = "user_id",
    event: str = "event",
    timestamp: str = "timestamp",
    by: str | None = None,
    event_id: str | None = None,
    progress: Progress | None = None,
) -> Iterator[Log]:
    """The log of an export, for as long as it is being read.

    Parameters
    ----------
    events : table, str or Path
        See `plgkit.funnel`, as for the names of columns.
    progress : callable, optional
        Called with what is being done and the share of it that is done.

    Yields
    ------
    Log

    Raises
    ------
    Refused
        A column that is not there, times that are none, a file that cannot be read, nothing to count.

    Examples
    --------
    >>> table = pd.DataFrame({"uid": ["a", None], "event": ["visit", "pay"], "time": ["2024-01-31", "2024-02-01"]})
    >>> with read(table, user="uid") as log:
    ...     print(log.columns, log.left_out)
    {'user': 'uid', 'event': 'event', 'timestamp': 'time'} {'without_user': 1, 'without_time': 0, 'duplicates': 0}
    """
    roles = {"user": user, "event": event, "timestamp": timestamp}
    roles |= {role: name for role, name in (("by", by), ("event_id", event_id)) if name is not None}
    if isinstance(events, pd.DataFrame):
        export = _of_pandas(events)
        places = {role: export.place(role, name) for role, name in roles.items()}
        if len(events) <= event_log.CHUNK and plain(events, places):
            yield Log(export.name, _names(export, places), TableRows(events, places))
            return
    # DuckDB takes 50 MB of a kernel, also of one that reads no file.
    from plgkit.events.database import DatabaseRows, opened

    # The file measured last stays in memory, if it is small: one looks at a log more than once.
    files = matching(str(events)) if isinstance(events, str | Path) else []
    key = (*_state(files), *roles.items()) if files else None
    if key and key in _recent:
        yield _recent[key]
        return
    with opened(events, progress, files) as database:
        export = _of_files(database, str(events), files) if files else _of_table(database, events)
        places = {role: export.place(role, name) for role, name in roles.items()}
        columns = _names(export, places)
        rows = DatabaseRows(database, *export.take(database, places), columns["timestamp"], export.slow)
        log = Log(export.name, columns, rows, progress)
        if key and log.rows <= event_log.CHUNK:
            log.keep()
            _recent.clear()
            _recent[key] = log
        yield log


def _names(export: Export, places: dict[str, int]) -> dict[str, str]:
    return {role: export.columns[place] for role, place in places.items()}


def _of_table(database: "Database", events: Any) -> Export:
    if isinstance(events, pd.DataFrame):
        return _of_pandas(events)
    # A lazy Polars frame, an Arrow reader: what can be read only once is read here.
    for method in ("collect", "read_all"):
        events = getattr(events, method)() if hasattr(events, method) else events
    if not (hasattr(events, "__arrow_c_stream__") and hasattr(events, "columns")):
        allowed = "a pandas, Polars or Arrow table, or the path of a Parquet or CSV file"
        raise Refused(f"events: {type(events).__name__} is not a table of events; give {allowed}")
    database.con.register("export", events)
    return _described(database, "the table", "export")


def _of_pandas(events: pd.DataFrame) -> Export:
    def take(database: "Database", places: dict[str, int]) -> tuple[str, dict[str, str]]:
        names = {role: f"c{place}" for role, place in places.items()}
        columns = {names[role]: storable(events.iloc[:, place]) for role, place in places.items()}
        database.con.register("export", pd.DataFrame(columns))
        return "export", names

    return Export("the table", [str(column) for column in events.columns], take)


def _of_files(database: "Database", path: str, files: list[str]) -> Export:
    from plgkit.events.database import literal

    kinds = {_kind(Path(file)) for file in files}
    if len(kinds) > 1:
        raise Refused(f"{path} matches Parquet and CSV files; name one kind")
    name = Path(path).name if len(files) == 1 else f"{path} ({len(files)} files)"
    listed = ", ".join(map(literal, files))
    if kinds == {"parquet"}:
        # Folders such as `day=1` are columns where they were asked for, not somewhere above.
        folders = "" if any("=" in file for file in files) else ", hive_partitioning = false"
        return _described(database, name, f"read_parquet([{listed}], union_by_name = true{folders})")
    delimiter, header = _header(files[0])
    for other in files[1:]:
        if _header(other) != (delimiter, header):
            raise Refused(f"{other} does not have the same columns as {files[0]}; read them apart")
    # The reader is handed every setting and guesses nothing, so no line is left out in silence.
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(header)))
    settings = f"auto_detect = false, header = true, delim = '{delimiter}', quote = '\"', escape = '\"'"
    zipped = {file.lower().endswith(".gz") for file in files}
    compression = "auto" if len(zipped) > 1 else "gzip" if True in zipped else "none"
    settings += f", compression = '{compression}', hive_partitioning = false"
    relation = f"read_csv([{listed}], columns = {{{columns}}}, {settings})"
    return Export(name, header, lambda _, places: (relation, {role: f"c{at}" for role, at in places.items()}), True)


def _described(database: "Database", name: str, relation: str) -> Export:
    columns = [row[0] for row in database.fetch(f"DESCRIBE SELECT * FROM {relation}")]
    quoted = ['"' + column.replace('"', '""') + '"' for column in columns]
    return Export(name, columns, lambda _, places: (relation, {role: quoted[at] for role, at in places.items()}))


def _state(files: list[str]) -> tuple[tuple[str, int, int], ...]:
    """Files with their sizes and times of change: the same while they are."""
    return tuple((file, info.st_size, info.st_mtime_ns) for file in files for info in [Path(file).stat()])


def matching(path: str) -> list[str]:
    """The files that a path or a pattern stands for; a file's name stands for itself, whatever it looks like.

    Parameters
    ----------
    path : str

    Returns
    -------
    list of str
        At least one; in order.

    Raises
    ------
    Refused
        There is none, or its name is not in UTF-8.
    """
    try:
        folder = Path(path).is_dir()
        matches = [path] if Path(path).is_file() else sorted(glob.glob(path, recursive=True))
        files = [file for file in matches if Path(file).is_file()]
    except OSError as error:
        raise Refused(f"{one_line(path)} cannot be read ({reason(error)})") from None
    except (ValueError, RecursionError):
        raise Refused(f"{one_line(path)} is not the name of a file") from None
    if folder:
        raise Refused(f"{path} is a folder; name its files, such as {Path(path) / '*.parquet'}")
    if not files:
        seen = any(map(os.path.exists, matches))
        absent = f"no file matches {path}" if glob.has_magic(path) else f"{path} does not exist"
        raise Refused(f"{path} is not a file" if seen else absent)
    for file in files:
        try:
            file.encode()
        except UnicodeEncodeError:
            raise Refused(f"{file}: its name is not in UTF-8; rename it") from None
    return files


def _kind(file: Path) -> str:
    """Parquet or CSV, by the file's name; a refusal where its content says otherwise."""
    suffixes = [suffix.lower() for suffix in file.suffixes[-2:]]
    zipped = suffixes[-1:] == [".gz"]
    last = suffixes[0] if zipped and len(suffixes) == 2 else suffixes[-1] if suffixes and not zipped else ""
    if (last not in PARQUET + CSV) or (zipped and last in PARQUET):
        raise Refused(f"{file.name} is neither a Parquet nor a CSV file by its name (.parquet, .csv, .csv.gz)")
    try:
        with file.open("rb") as content:
            begins = content.read(4)
    except OSError as error:
        raise Refused(f"{file.name} cannot be read ({error.strerror})") from None
    if not begins:
        raise Refused(f"{file.name} is empty")
    is_parquet, is_gzip = begins == b"PAR1", begins[:2] == b"\x1f\x8b"
    if (last in PARQUET and not is_parquet) or (zipped and not is_gzip):
        raise Refused(f"{file.name} is not a {'Parquet' if last in PARQUET else 'gzip'} file, whatever its name says")
    if last in CSV and not zipped:
        for magic, what in MAGIC.items():
            if begins.startswith(magic):
                raise Refused(f"{file.name} is not a CSV file, whatever its name says: it is {what}")
    return "parquet" if last in PARQUET else "csv"


def _header(file: str) -> tuple[str, list[str]]:
    """The delimiter and the column names of a CSV file."""
    name, opener = Path(file).name, gzip.open if file.lower().endswith(".gz") else open
    try:
        with opener(file, "rb") as content:
            line = content.readline(LONGEST + 1)
        if len(line) > LONGEST:
            raise Refused(f"{name} has no line of column names: its first line is longer than {LONGEST:,} bytes")
        first = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{name} is not a CSV file in UTF-8") from None
    except (OSError, EOFError, zlib.error) as error:
        raise Refused(f"{name} cannot be read ({one_line(error)})") from None
    # Old Macintosh files end their lines with a carriage return alone.
    first = first.splitlines()[0] if first.strip() else ""
    if not first.strip():
        raise Refused(f"{name} has no line of column names")
    bare = "".join(first.split('"')[::2])
    delimiter = max(DELIMITERS, key=bare.count)
    try:
        header = [column.strip() for column in next(csv.reader(io.StringIO(first), delimiter=delimiter))]
    except csv.Error as error:
        raise Refused(f"line 1 of {name} cannot be read ({error})") from None
    if len(longest := max(header, key=len)) > LONGEST_NAME:
        raise Refused(
            f"line 1 of {name}: the name of a column has {len(longest):,} characters; {LONGEST_NAME:,} at most"
        )
    return delimiter, header
