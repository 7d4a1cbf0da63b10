"""The descriptor of the cases, `data/datapackage.json`, after the Data Package standard (v1)."""

import csv
import hashlib
import json
import re
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plgkit.support import folders
from plgkit.support.errors import Refused

DESCRIPTOR = "datapackage.json"
STAMP = re.compile(r'"path": "([^"]+)"(,\s*"rows": )\d+(,\s*"bytes": )\d+(,\s*"hash": )"[^"]*"')


class Described(BaseModel):
    """A piece of the descriptor; what the standard allows beyond it is left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Reference(Described):
    """A source or a licence."""

    title: str


class Column(Described):
    """A column of a case's file."""

    name: str
    type: Literal["string", "number", "integer", "boolean", "date", "datetime"]
    unit: str = ""


class Fact(Described):
    """What the generator planted in an invented case: the right answer to an exercise on it."""

    name: str
    value: Any
    description: str


class Schema(Described):
    """The columns of a case's file, in their order."""

    fields: tuple[Column, ...] = Field(min_length=1)


class Case(Described):
    """One case: what it is, where its file is, and what the file has to be."""

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
    sources: tuple[Reference, ...] = Field(min_length=1)
    licenses: tuple[Reference, ...] = Field(min_length=1)
    layout: Schema = Field(alias="schema")

    @property
    def source(self) -> str:
        """The titles of its sources."""
        return "; ".join(source.title for source in self.sources)

    @property
    def licence(self) -> str:
        """The titles of its licences."""
        return "; ".join(licence.title for licence in self.licenses)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of its file."""
        return self.layout.fields

    def content(self) -> bytes:
        """Its file, byte for byte the one that plgkit ships.

        Raises
        ------
        Refused
            The file is missing, cannot be read, or is another; how to get it back.
        """
        content = _content(self.path)
        if f"sha256:{hashlib.sha256(content).hexdigest()}" != self.hash:
            raise damaged(self.path, "is not the file that plgkit ships (its sha256 differs)")
        return content


class Package(Described):
    """All cases."""

    resources: tuple[Case, ...]


def described_cases() -> tuple[Case, ...]:
    """The cases as the descriptor states them.

    Raises
    ------
    Refused
        The descriptor is missing or is none; how to get it back.
    """
    content = _content(DESCRIPTOR)
    try:
        return Package.model_validate_json(content).resources
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        wrong = f"{place}: {first['msg']}" if place else first["msg"]
        raise damaged(DESCRIPTOR, f"is not a descriptor of cases ({wrong})") from None


def stamp(folder: Path) -> int:
    """Write rows, bytes and sha256 of every file into the folder's descriptor.

    Only these three are replaced, where they stand behind a path: the rest stays as it was written.

    Parameters
    ----------
    folder : Path
        It holds the descriptor and the files that this describes.

    Returns
    -------
    int
        How many files the descriptor holds.

    Raises
    ------
    Refused
        An entry has not path, rows, bytes and hash, in this order.
    """

    def renewed(entry: re.Match) -> str:
        path, rows, size, digest = entry.groups()
        content = (folder / path).read_bytes()
        # Records, not lines: a quoted text may hold a line end.
        count = sum(1 for _ in csv.reader(content.decode().splitlines(keepends=True))) - 1
        fresh = hashlib.sha256(content).hexdigest()
        return f'"path": "{path}"{rows}{count}{size}{len(content)}{digest}"sha256:{fresh}"'

    descriptor = folder / DESCRIPTOR
    text, count = STAMP.subn(renewed, descriptor.read_text(encoding="utf-8"))
    if count != len(json.loads(text)["resources"]):
        raise Refused(f"{DESCRIPTOR}: each case needs path, rows, bytes and hash, in this order")
    descriptor.write_bytes(text.encode())
    return count


def damaged(path: str, wrong: str) -> Refused:
    """The refusal of a file that is not as it was shipped, and how to get it back."""
    cure = f"git checkout data/{path}" if folders.in_clone() else "reinstall plgkit"
    return Refused(f"data/{path} {wrong}; to get it back: {cure}")


def _content(path: str) -> bytes:
    try:
        return (folders.data() / path).read_bytes()
    except FileNotFoundError:
        raise damaged(path, "is missing") from None
    except OSError as error:
        raise damaged(path, f"cannot be read ({error.strerror})") from None
