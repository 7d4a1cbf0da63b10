"""Where events come from: a table in memory, or Parquet and CSV files, as something DuckDB can read."""

import csv
import glob
import gzip
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from plgkit.errors import Refused

if TYPE_CHECKING:
    import duckdb

PARQUET, CSV = (".parquet", ".pq"), (".csv", ".tsv", ".txt")
DELIMITERS = ",;\t|"
MAGIC = {
    b"PAR1": "a Parquet file",
    b"\x1f\x8b": "a gzip file",
    b"PK\x03\x04": "a zip archive or a spreadsheet",
    b"\xff\xfe": "text in UTF-16; save it as UTF-8",
    b"\xfe\xff": "text in UTF-16; save it as UTF-8",
}
"""How a file begins that is not what its name says."""


@dataclass(frozen=True)
class Source:
    """Events that can be read.

    Attributes:
        name: for messages, such as `clicks.csv`.
        columns: their names.
        take: given a connection and columns by their place, an SQL relation and an SQL expression for each.
        slow: whether each reading parses text again.
    """

    name: str
    columns: list[str]
    take: Callable[["duckdb.DuckDBPyConnection", list[int]], tuple[str, list[str]]]
    slow: bool = False


def source(con: "duckdb.DuckDBPyConnection", events: Any) -> Source:
    """`events` as a source: a pandas, Polars or Arrow table, a path or a glob.

    >>> import duckdb
    >>> source(duckdb.connect(), pd.DataFrame({"user_id": [1], "event": ["visit"]})).columns
    ['user_id', 'event']
    """
    if isinstance(events, str | Path):
        return _files(con, str(events))
    if isinstance(events, pd.DataFrame):
        return tabled(events)
    # A lazy Polars frame, an Arrow reader: what can be read only once is read here.
    for read in ("collect", "read_all"):
        events = getattr(events, read)() if hasattr(events, read) else events
    if not (hasattr(events, "__arrow_c_stream__") and hasattr(events, "columns")):
        allowed = "a pandas, Polars or Arrow table, or the path of a Parquet or CSV file"
        raise Refused(f"events: {type(events).__name__} is not a table of events; give {allowed}")
    con.register("given", events)
    return _described(con, "the table", "given")


def one_line(text: Any, longest: int = 60) -> str:
    """A name out of the data, fit for a message.

    >>> one_line("pay\\nnow")
    'pay now'
    """
    line = " ".join("".join(one if one.isprintable() else " " for one in str(text)).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"


def literal(text: Any) -> str:
    """A text as SQL.

    >>> print(literal("Ada's.csv"))
    'Ada\'\'s.csv'
    """
    return "'" + str(text).replace("'", "''") + "'"


def _described(con: "duckdb.DuckDBPyConnection", name: str, relation: str) -> Source:
    columns = [row[0] for row in con.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall()]
    quoted = ['"' + column.replace('"', '""') + '"' for column in columns]
    return Source(name, columns, lambda _, places: (relation, [quoted[place] for place in places]))


def tabled(events: pd.DataFrame) -> Source:
    """A pandas table as a source.

    >>> tabled(pd.DataFrame({"user_id": [1], "event": ["visit"]})).columns
    ['user_id', 'event']
    """

    def take(con: "duckdb.DuckDBPyConnection", places: list[int]) -> tuple[str, list[str]]:
        names = [f"c{place}" for place in places]
        con.register(
            "given", pd.DataFrame(dict(zip(names, (_plain(events.iloc[:, at]) for at in places), strict=True)))
        )
        return "given", names

    return Source("the table", [str(column) for column in events.columns], take)


def _plain(column: pd.Series) -> pd.Series:
    """A column of a type that DuckDB knows."""
    dtype = column.dtype
    if isinstance(dtype, pd.PeriodDtype):
        return column.dt.to_timestamp()
    if isinstance(dtype, pd.CategoricalDtype):
        texts = dtype.categories.dtype == object or isinstance(dtype.categories.dtype, pd.StringDtype)
        return column if texts else _plain(column.astype(object).convert_dtypes())
    if isinstance(dtype, pd.IntervalDtype):
        return column.astype(object).map(str, na_action="ignore")
    if pd.api.types.is_object_dtype(dtype) and pd.api.types.infer_dtype(column) in ("datetime", "datetime64", "date"):
        present = column.dropna()
        aware = {getattr(one, "tzinfo", None) is not None for one in present}
        if len(aware) > 1:
            # As text, both kinds stay apart for the log to tell.
            return column.map(lambda one: one.isoformat(sep=" ") if hasattr(one, "hour") else str(one), "ignore")
        return pd.to_datetime(column, utc=aware == {True})
    return column


def state(given: str | Path) -> tuple[tuple[str, int, int], ...]:
    """The files that a path or glob stands for, with their sizes and times of change: the same while they are."""
    found = [(one, Path(one).stat()) for one in _matching(str(given))]
    return tuple((one, info.st_size, info.st_mtime_ns) for one, info in found)


def _matching(given: str) -> list[str]:
    path = Path(given)
    if path.is_dir():
        raise Refused(f"{given} is a folder; name its files, such as {path / '*.parquet'}")
    files = (
        [given] if path.is_file() else sorted(one for one in glob.glob(given, recursive=True) if Path(one).is_file())
    )
    if not files:
        raise Refused(f"no file matches {given}" if glob.has_magic(given) else f"{given} does not exist")
    return files


def _files(con: "duckdb.DuckDBPyConnection", given: str) -> Source:
    path, files = Path(given), _matching(given)
    kinds = {_kind(Path(one)) for one in files}
    if len(kinds) > 1:
        raise Refused(f"{given} matches Parquet and CSV files; name one kind")
    name = path.name if len(files) == 1 else f"{given} ({len(files)} files)"
    # Each name stands for itself, whatever brackets it holds.
    listed = ", ".join(literal(glob.escape(one)) for one in files)
    if kinds == {"parquet"}:
        return _described(con, name, f"read_parquet([{listed}], union_by_name = true)")
    delimiter, header = _header(files[0])
    for other in files[1:]:
        if _header(other) != (delimiter, header):
            raise Refused(f"{other} does not have the same columns as {files[0]}; read them apart")
    # The reader is told everything and guesses nothing, so no line is left out in silence.
    columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(header)))
    told = f"auto_detect = false, header = true, delim = '{delimiter}', quote = '\"', escape = '\"'"
    relation = f"read_csv([{listed}], columns = {{{columns}}}, {told})"
    return Source(name, header, lambda _, places: (relation, [f"c{place}" for place in places]), slow=True)


def _kind(file: Path) -> str:
    """Parquet or CSV, by the file's name; a refusal where its content says otherwise."""
    suffixes = [one.lower() for one in file.suffixes[-2:]]
    zipped = suffixes[-1:] == [".gz"]
    last = suffixes[0] if zipped and len(suffixes) == 2 else suffixes[-1] if suffixes and not zipped else ""
    if (last not in PARQUET + CSV) or (zipped and last in PARQUET):
        raise Refused(f"{file.name} is neither a Parquet nor a CSV file by its name (.parquet, .csv, .csv.gz)")
    try:
        with file.open("rb") as opened:
            begins = opened.read(4)
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
    opener = gzip.open if file.lower().endswith(".gz") else open
    try:
        with opener(file, "rb") as opened:
            first = opened.readline(1_000_000).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{Path(file).name} is not a CSV file in UTF-8") from None
    except (OSError, EOFError) as error:
        raise Refused(f"{Path(file).name} cannot be read ({one_line(error)})") from None
    # Old Macintosh files end their lines with a carriage return alone.
    first = first.splitlines()[0] if first.strip() else ""
    if not first.strip():
        raise Refused(f"{Path(file).name} has no line of column names")
    bare = "".join(first.split('"')[::2])
    delimiter = max(DELIMITERS, key=bare.count)
    return delimiter, [name.strip() for name in next(csv.reader(io.StringIO(first), delimiter=delimiter))]
