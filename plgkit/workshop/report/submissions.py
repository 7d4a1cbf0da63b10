"""Journals as they were handed in: files, folders and zips, read line by line, nothing dropped in silence."""

import json
import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from plgkit.course.assessment import FINISHED
from plgkit.course.journal import entry_of
from plgkit.course.material import TESTS, material, slugs
from plgkit.support.errors import Refused
from plgkit.support.names import excerpt

JOURNALS = (".jsonl", ".ndjson", ".json", ".txt")
"""Endings of journals: mail programs and learning platforms like to change them."""

LARGEST = 20_000_000
"""Bytes in a file: thousands of times an ordinary journal."""
WHOLE = 500_000_000
"""Bytes in a zip, unpacked."""
MEMBERS = 20_000
"""Files in a zip."""

NOTES = "notes"


@dataclass(frozen=True)
class Aside:
    """Something that was not used: a file, or one line of it, and why."""

    file: str
    line: int | None
    reason: str


@dataclass(frozen=True)
class Entry:
    """One answer: what its journal says, and when it was given."""

    said: dict[str, Any]
    at: datetime

    @cached_property
    def key(self) -> tuple:
        """What copies of one line share."""
        value = json.dumps(self.said["value"], sort_keys=True)
        return (self.at, *(self.said[name] for name in ("lesson", "part", "kind", "variant")), value)


@dataclass(frozen=True)
class Sheet:
    """The answers of one learner to one lesson in one file."""

    file: str
    learner: str
    lesson: str
    entries: list[Entry] = field(default_factory=list)

    @property
    def folder(self) -> str:
        """Where the file lay."""
        return str(PurePosixPath(self.file).parent)


@dataclass(frozen=True)
class HandedIn:
    """Everything that was found: sheets, and what was set aside. `files` counts the journals."""

    sheets: list[Sheet]
    aside: list[Aside]
    files: int


def read(folder: Path) -> HandedIn:
    """Every journal in a folder, in the folders and in the zips inside it.

    Hidden files are left alone.

    Raises:
        Refused: the folder does not exist, cannot be read, or holds no answer.
    """
    if not folder.is_dir():
        raise Refused(f"{folder}: {'not a folder' if folder.exists() else 'no such folder'}; give one with journals")
    sheets, aside, files = [], [], 0
    for name, content in _files(folder):
        if isinstance(content, str):
            aside.append(Aside(name, None, content))
            continue
        files += 1
        found, wrong = _sheets(name, content)
        sheets += found
        aside += wrong
    if not sheets:
        such = [f"; {len(aside)} files or lines in it are none, such as {one.file}: {one.reason}" for one in aside[:1]]
        raise Refused(f"{folder}: no journal with answers in it{''.join(such)}")
    return HandedIn(sheets, aside, files)


def _files(folder: Path) -> Iterator[tuple[str, bytes | str]]:
    """Each file by its name inside the folder: its content, or why it is not read."""

    def unreadable(error: OSError) -> None:
        raise Refused(f"{error.filename}: {(error.strerror or 'cannot be read').lower()}; check its permissions")

    for at, below, names in os.walk(folder, onerror=unreadable):
        below[:] = sorted(name for name in below if not _hidden(name))
        for name in sorted(name for name in names if not _hidden(name)):
            path = Path(at, name)
            inside = path.relative_to(folder).as_posix()
            if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
                yield inside, "a link that leads out of the folder"
            elif not path.is_file():
                yield inside, "not an ordinary file"
            elif path.suffix.casefold() == ".zip":
                yield from _zipped(path, inside)
            elif why := _unfit(inside, path.stat().st_size):
                yield inside, why
            else:
                try:
                    yield inside, path.read_bytes()
                except OSError as error:
                    yield inside, f"cannot be read: {(error.strerror or 'unknown error').lower()}"


def _hidden(name: str) -> bool:
    return name.startswith(".") or name == "__MACOSX"


def _unfit(name: str, size: int) -> str:
    """Why a file is not read, if so."""
    ending = PurePosixPath(name).suffix.casefold()
    if ending == ".zip":
        return "a zip inside a zip; unpack it first"
    if ending not in JOURNALS:
        return f"not a journal: it ends in {excerpt(ending)}" if ending else "not a journal: it has no ending"
    return f"larger than {LARGEST:,} bytes" if size > LARGEST else ""


def _zipped(path: Path, inside: str) -> Iterator[tuple[str, bytes | str]]:
    """The members of a zip; nothing is ever unpacked onto the disk."""
    try:
        with zipfile.ZipFile(path) as opened:
            members = [member for member in opened.infolist() if not member.is_dir()]
            if len(members) > MEMBERS:
                yield inside, f"a zip of more than {MEMBERS:,} files"
                return
            left = WHOLE
            for member in members:
                name = member.filename.replace("\\", "/")
                parts = PurePosixPath(name).parts
                where = f"{inside}/{name}"
                if name.startswith("/") or ".." in parts or ":" in name:
                    yield where, "its name leads out of the zip"
                elif any(map(_hidden, parts)):
                    continue
                elif why := _unfit(name, member.file_size):
                    yield where, why
                else:
                    content = _member(opened, member, min(LARGEST, left))
                    left -= len(content) if isinstance(content, bytes) else 0
                    yield where, content
    except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError) as error:
        yield inside, f"a zip that cannot be read: {error}"


def _member(opened: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes | str:
    """What a member holds: its size is what is unpacked, whatever the zip says."""
    try:
        with opened.open(member) as file:
            content = file.read(most + 1)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        return f"cannot be unpacked: {error}"
    except Exception as error:  # decompressors raise errors of their own, such as zlib.error
        return f"cannot be unpacked: {type(error).__name__}"
    return content if len(content) <= most else f"larger than {most:,} bytes when it is unpacked"


def _sheets(name: str, content: bytes) -> tuple[list[Sheet], list[Aside]]:
    """The answers in a file, by learner and lesson, and the lines that hold none."""
    found: dict[tuple[str, str], Sheet] = {}
    aside = []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            entry = _entry(line)
        except ValueError as error:
            aside.append(Aside(name, number, str(error)))
            continue
        whose = (entry.said["learner"], entry.said["lesson"])
        found.setdefault(whose, Sheet(name, *whose)).entries.append(entry)
    return list(found.values()), aside


def _entry(line: bytes) -> Entry:
    said = entry_of(line)
    try:
        at = datetime.fromisoformat(said["at"])
        at = at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"no time: {excerpt(said['at'])}") from None
    if said["lesson"] not in known():
        raise ValueError(f"of a lesson that the course does not have, {excerpt(said['lesson'])}")
    if said["part"] not in known()[said["lesson"]]:
        raise ValueError(f"of a question that {said['lesson']} does not ask, {excerpt(said['part'])}")
    return Entry(said, at)


@cache
def known() -> dict[str, frozenset[str]]:
    """The parts that a journal of each lesson and test can name."""
    found = {slug: material(slug) for slug in (*slugs(), *TESTS)}
    return {slug: frozenset([*(q.name for q in one.questions), NOTES, FINISHED]) for slug, one in found.items()}
