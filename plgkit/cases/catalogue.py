"""The cases: companies with data, real or invented, described in `data/datapackage.json`.

    python -m plgkit.cases.catalogue

renews each file's rows, bytes and sha256 in the descriptor, after a file was changed on purpose.
"""

import csv
import hashlib
import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plgkit.support import folders
from plgkit.support.errors import Refused, unknown

DESCRIPTOR = "datapackage.json"
STAMP = re.compile(r'"path": "([^"]+)"(,\s*"rows": )\d+(,\s*"bytes": )\d+(,\s*"hash": )"[^"]*"')


class Part(BaseModel):
    """A piece of the descriptor; what the Data Package standard allows beyond it is left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Titled(Part):
    title: str


class Column(Part):
    name: str
    type: Literal["string", "number", "integer", "boolean", "date", "datetime"]
    unit: str = ""


class Fact(Part):
    """What the generator planted in an invented case: the right answer to an exercise on it."""

    name: str
    value: Any
    description: str


class Table(Part):
    fields: tuple[Column, ...] = Field(min_length=1)


class Case(Part):
    name: str
    title: str
    description: str
    teaches: str
    kind: Literal["real", "invented"]
    notes: tuple[str, ...] = ()
    truth: tuple[Fact, ...] = ()
    path: str
    rows: int
    hash: str = Field(pattern=r"^sha256:\w+$")
    sources: tuple[Titled, ...] = Field(min_length=1)
    licenses: tuple[Titled, ...] = Field(min_length=1)
    table: Table = Field(alias="schema")

    @property
    def source(self) -> str:
        return "; ".join(one.title for one in self.sources)

    @property
    def licence(self) -> str:
        return "; ".join(one.title for one in self.licenses)


class Package(Part):
    resources: tuple[Case, ...]


def cases() -> pd.DataFrame:
    """All cases: name, title, kind (real or invented), rows, licence, source.

    >>> listings = cases().set_index("name").loc["public_listings"]
    >>> print(listings.kind, listings.rows)
    real 8
    """
    shown = ["name", "title", "kind", "rows", "licence", "source"]
    return pd.DataFrame([[getattr(one, key) for key in shown] for one in _package().resources], columns=shown)


def load(name: str) -> pd.DataFrame:
    """One case as a table of its own: changing it changes nothing for the next who loads it.

    Dates are datetime64, what is missing is NaN. In `.attrs`: name, title, description, teaches, kind,
    notes, units (of each column that has one), licence and source; truth, for an invented case: what was
    planted in it, by name.

    Raises:
        Refused: no case has this name, or its file is missing or not the one that plgkit ships.

    >>> listings = load("public_listings")
    >>> print(listings.loc[listings.company == "Zoom", "listed"].item().date())
    2019-04-18
    >>> load("public_companies").attrs["units"]
    {'usd_millions': 'USD million'}
    """
    known = {one.name: one for one in _package().resources}
    case = known.get(str(name))
    if case is None:
        raise unknown("case", str(name), known)
    content = _sound(case)
    try:
        frame = _table(case, content).copy(deep=False)  # pandas copies a column when it is changed
    except ValueError as error:
        raise _refusal(DESCRIPTOR, f"does not describe data/{case.path} ({str(error).splitlines()[0]})") from None
    frame.attrs = {
        "name": case.name,
        "title": case.title,
        "description": case.description,
        "teaches": case.teaches,
        "kind": case.kind,
        "notes": list(case.notes),
        "units": {column.name: column.unit for column in case.table.fields if column.unit},
        "licence": case.licence,
        "source": case.source,
        "truth": {fact.name: fact.value for fact in case.truth},
    }
    return frame


def check() -> None:
    """See that every case's file is there and the one that plgkit ships, without making tables of them.

    Raises:
        Refused: one is not; how to get it back.
    """
    for case in _package().resources:
        _sound(case)


def stamp(folder: Path) -> int:
    """Write rows, bytes and sha256 of every file into the folder's descriptor; how many it holds.

    Only these three are replaced, where they stand behind a path: the rest stays as it was written.
    """

    def renewed(found: re.Match) -> str:
        path, rows, size, digest = found.groups()
        content = (folder / path).read_bytes()
        # Records, not lines: a quoted text may hold a line end.
        count = sum(1 for _ in csv.reader(content.decode().splitlines(keepends=True))) - 1
        fresh = hashlib.sha256(content).hexdigest()
        return f'"path": "{path}"{rows}{count}{size}{len(content)}{digest}"sha256:{fresh}"'

    descriptor = folder / DESCRIPTOR
    text, stamped = STAMP.subn(renewed, descriptor.read_text(encoding="utf-8"))
    if stamped != len(json.loads(text)["resources"]):
        raise Refused(f"{DESCRIPTOR}: each case needs path, rows, bytes and hash, in this order")
    descriptor.write_bytes(text.encode())
    return stamped


def _package() -> Package:
    content = _content(DESCRIPTOR)
    try:
        return Package.model_validate_json(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        wrong = f"{where}: {first['msg']}" if where else first["msg"]
        raise _refusal(DESCRIPTOR, f"is not a descriptor of cases ({wrong})") from None


def _sound(case: Case) -> bytes:
    content = _content(case.path)
    if f"sha256:{hashlib.sha256(content).hexdigest()}" != case.hash:
        raise _refusal(case.path, "is not the file that plgkit ships (its sha256 differs)")
    return content


def _content(path: str) -> bytes:
    try:
        return (folders.data() / path).read_bytes()
    except FileNotFoundError:
        raise _refusal(path, "is missing") from None
    except OSError as error:
        raise _refusal(path, f"cannot be read ({error.strerror})") from None


def _refusal(path: str, wrong: str) -> Refused:
    cure = f"git checkout data/{path}" if folders.in_clone() else "reinstall plgkit"
    return Refused(f"data/{path} {wrong}; to get it back: {cure}")


_tables: dict[tuple, pd.DataFrame] = {}


def _table(case: Case, content: bytes) -> pd.DataFrame:
    """The table in `content`; kept, because a lesson loads the same case again and again."""
    known = (case.hash, case.table.fields)
    if known not in _tables:
        _tables[known] = _parsed(content, case.table.fields)
    return _tables[known]


def _parsed(content: bytes, columns: tuple[Column, ...]) -> pd.DataFrame:
    # Whole numbers are left to pandas, which makes them float64 where one is missing.
    dtypes = {"string": "str", "number": "float64", "boolean": "bool"}
    frame = pd.read_csv(
        BytesIO(content),
        dtype={column.name: dtypes[column.type] for column in columns if column.type in dtypes},
        # Only an empty cell is missing: "None" and "NA" are answers.
        keep_default_na=False,
        na_values=[""],
        # Twice as fast as reading texts and parsing them below, where what is no day or time is refused.
        parse_dates=[column.name for column in columns if column.type in ("date", "datetime")],
        date_format="ISO8601",
    )
    if list(frame.columns) != [column.name for column in columns]:
        raise ValueError(f"its columns are {', '.join(frame.columns)}")
    for column in columns:
        if column.type in ("date", "datetime"):
            frame[column.name] = pd.to_datetime(frame[column.name], format="ISO8601")
        elif column.type == "integer":
            frame[column.name] = pd.to_numeric(frame[column.name])
    return frame


if __name__ == "__main__":
    print(f"{stamp(folders.data())} files stamped in {DESCRIPTOR}")
