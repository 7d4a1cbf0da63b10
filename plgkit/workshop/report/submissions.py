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
from plgkit.course.catalogue import material, slugs
from plgkit.course.items import TESTS
from plgkit.course.journal import entry_of
from plgkit.support.errors import Refused
from plgkit.support.names import excerpt, fold

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
class SetAside:
    """Something that was not used, and why.

    Attributes
    ----------
    file : str
        The file, by its name inside the folder.
    line : int or None
        Its line, from 1; None for the whole file.
    reason : str
        Why it was not used.
    """

    file: str
    line: int | None
    reason: str


@dataclass(frozen=True)
class DatedEntry:
    """One answer: the fields of its line in the journal, and when it was given.

    Attributes
    ----------
    fields : dict
        The line, as the journal keeps it.
    at : datetime
        In UTC.
    """

    fields: dict[str, Any]
    at: datetime

    @cached_property
    def key(self) -> tuple:
        """What copies of one line share."""
        value = json.dumps(self.fields["value"], sort_keys=True)
        return (self.at, *(self.fields[name] for name in ("lesson", "part", "kind", "variant")), value)


@dataclass(frozen=True)
class Sheet:
    """The answers of one learner to one lesson in one file.

    Attributes
    ----------
    file : str
        The file, by its name inside the folder.
    learner : str
        The learner's name, as the first of the lines spells it.
    lesson : str
        The lesson's slug.
    entries : list of DatedEntry
        In the order of the file.
    """

    file: str
    learner: str
    lesson: str
    entries: list[DatedEntry] = field(default_factory=list)

    @property
    def folder(self) -> str:
        """Where the file lay."""
        return str(PurePosixPath(self.file).parent)


@dataclass(frozen=True)
class Submissions:
    """What a class handed in.

    Attributes
    ----------
    sheets : list of Sheet
        What can be used.
    set_aside : list of SetAside
        What cannot.
    files : int
        How many journals were read.
    """

    sheets: list[Sheet]
    set_aside: list[SetAside]
    files: int


def read(folder: Path) -> Submissions:
    """Every journal in a folder, in the folders and in the zips inside it; hidden files are left alone.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    Submissions

    Raises
    ------
    Refused
        The folder does not exist, cannot be read, or holds no answer.
    """
    if not folder.is_dir():
        raise Refused(f"{folder}: {'not a folder' if folder.exists() else 'no such folder'}; give one with journals")
    sheets: list[Sheet] = []
    set_aside: list[SetAside] = []
    files = 0
    for name, content in _files(folder):
        if isinstance(content, str):
            set_aside.append(SetAside(name, None, content))
            continue
        files += 1
        of_file, unusable = _sheets(name, content)
        sheets += of_file
        set_aside += unusable
    if not sheets:
        example = "".join(
            f"; {len(set_aside)} files or lines in it are none, such as {item.file}: {item.reason}"
            for item in set_aside[:1]
        )
        raise Refused(f"{folder}: no journal with answers in it{example}")
    return Submissions(sheets, set_aside, files)


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
            budget = WHOLE
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
                    content = _member(opened, member, min(LARGEST, budget))
                    budget -= len(content) if isinstance(content, bytes) else 0
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


def _sheets(name: str, content: bytes) -> tuple[list[Sheet], list[SetAside]]:
    """The answers in a file, by learner and lesson, and the lines that hold none."""
    sheets: dict[tuple[str, str], Sheet] = {}
    set_aside = []
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            entry = _entry(line)
        except ValueError as error:
            set_aside.append(SetAside(name, number, str(error)))
            continue
        learner, lesson = entry.fields["learner"], entry.fields["lesson"]
        # The journal takes the spellings of a name for one learner, so they are one sheet.
        sheets.setdefault((fold(learner), lesson), Sheet(name, learner, lesson)).entries.append(entry)
    return list(sheets.values()), set_aside


def _entry(line: bytes) -> DatedEntry:
    fields = entry_of(line)
    lesson, part = fields["lesson"], fields["part"]
    try:
        at = datetime.fromisoformat(fields["at"])
        at = at.replace(tzinfo=at.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"no time: {excerpt(fields['at'])}") from None
    if lesson not in _parts():
        raise ValueError(f"of a lesson that the course does not have, {excerpt(lesson)}")
    if part not in _parts()[lesson]:
        raise ValueError(f"of a question that {lesson} does not ask, {excerpt(part)}")
    return DatedEntry(fields, at)


@cache
def _parts() -> dict[str, frozenset[str]]:
    """The parts that a journal of each lesson and test can name."""
    names = {slug: [question.name for question in material(slug).questions] for slug in (*slugs(), *TESTS)}
    return {slug: frozenset([*questions, NOTES, FINISHED]) for slug, questions in names.items()}
