"""What was handed in, file by file: folders and zips, of each file its content or why it is not read."""

import os
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from plgkit.models import words
from plgkit.support.errors import Refused, reason
from plgkit.support.names import excerpt
from plgkit.workshop.report.cells import printable

JOURNALS = (".jsonl", ".ndjson", ".json", ".txt")
"""Endings of journals: mail programs and learning platforms like to change them."""

LARGEST = 20_000_000
"""Bytes in a file: thousands of times an ordinary journal."""
MEMBERS = 20_000
"""Files in a zip."""
DEEPEST = 50
"""Folders inside each other: no class has so many, and walking them must not go deeper than Python can."""
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How a zip may pack: of other ways Python unpacks a block at once, and 20 kB can become gigabytes of memory."""

LINES = 1_000_000
"""Lines for one report: 300 learners who do everything write 50,000. So many take a minute and a gigabyte."""
BYTES = 1_000_000_000
"""Bytes for one report, unpacked: 300 learners who do everything write 15 million."""
ROWS = 10_000
"""Rows on what was set aside: whoever has more to look through needs another way than a list."""

FULL = "not read: no file or zip takes more than half of the lines and bytes left for the report"


@dataclass
class Allowance:
    """How much a report may still take in.

    One file or zip of those handed in gets half of what is left: whatever is in it, there is room for the next.

    Attributes
    ----------
    lines, size : int
        Lines to read, and bytes.
    rows : int
        Rows on what is set aside.
    name : str
        The file or zip that it is for; empty for the whole report.
    """

    lines: int
    size: int
    rows: int
    name: str = ""

    @classmethod
    def of_report(cls) -> "Allowance":
        """What a report begins with."""
        return cls(LINES, BYTES, ROWS)

    def half(self, name: str) -> "Allowance":
        """Half of it for a file or zip, taken away from it."""
        part = Allowance(self.lines // 2, self.size // 2, self.rows // 2, name)
        self._add(part, -1)
        return part

    def take_back(self, part: "Allowance") -> None:
        """Add what was left over of a half."""
        self._add(part, 1)

    @property
    def spent(self) -> bool:
        """Whether nothing more can be read."""
        return self.lines <= 0 or self.size <= 0

    def _add(self, other: "Allowance", times: int) -> None:
        self.lines += times * other.lines
        self.size += times * other.size
        self.rows += times * other.rows


class Source(NamedTuple):
    """A file that was handed in, alone or in a zip.

    Attributes
    ----------
    name : str
        Its name inside the folder, such that it can be printed.
    content : bytes or str
        What it holds; as a text, why it is not read.
    share : Allowance
        What is left for the file or zip that it lies in; whoever reads the content takes from it.
    files : int
        How many files it stands for.
    """

    name: str
    content: bytes | str
    share: Allowance
    files: int = 1


def sources(folder: Path, allowance: Allowance) -> Iterator[Source]:
    """Every file in a folder, in the folders and in the zips inside it; hidden files are left alone.

    Parameters
    ----------
    folder : Path
        It is there.
    allowance : Allowance
        How much may be read.

    Yields
    ------
    Source
        In the order of the names.

    Raises
    ------
    Refused
        The folder itself cannot be read.
    """
    root = folder.resolve()
    for path, why in _paths(folder):
        name = printable(path.relative_to(folder).as_posix())
        share = allowance.half(name)
        if why:
            yield Source(name, why, share)
        elif path.suffix.casefold() == ".zip" and not (why := _foreign(path, root)):
            yield from _zipped(path, name, share)
        else:
            yield Source(name, why or _content(path, root, share), share)
        allowance.take_back(share)


def _paths(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file, and whatever cannot be gone into, with the reason."""
    unreadable: list[OSError] = []
    for at, below, names in os.walk(folder, onerror=unreadable.append):
        here = Path(at)
        visible = sorted(name for name in below if not _hidden(name))
        links = {name for name in visible if os.path.islink(here / name)}
        yield from ((here / name, "a link to a folder") for name in sorted(links))
        below[:] = [name for name in visible if name not in links]
        if len(here.relative_to(folder).parts) >= DEEPEST:
            yield from ((here / name, f"lies below {DEEPEST} folders") for name in below)
            below.clear()
        yield from ((here / name, "") for name in sorted(names) if not _hidden(name))
        while unreadable:
            yield _gone(unreadable.pop(), folder)
    while unreadable:
        yield _gone(unreadable.pop(), folder)


def _gone(error: OSError, folder: Path) -> tuple[Path, str]:
    if Path(error.filename) == folder:
        raise Refused(f"{folder}: {_reason(error)}; check its permissions")
    return Path(error.filename), f"a folder that cannot be read: {_reason(error)}"


def _reason(error: Exception) -> str:
    """Why the system does not do something; Python has an error of its own for links in a loop."""
    text = reason(error, "") if isinstance(error, OSError) else str(error).partition(" from ")[0]
    return printable(text or type(error).__name__)


def _hidden(name: str) -> bool:
    return name.startswith(".") or name == "__MACOSX"


def _foreign(path: Path, root: Path) -> str:
    """Why a path is no file of this folder, if so."""
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(root):
            return "a link that leads out of the folder"
        return "" if stat.S_ISREG(path.stat().st_mode) else "not an ordinary file"
    except (OSError, RuntimeError) as error:
        return f"cannot be read: {_reason(error)}"


def _content(path: Path, root: Path, share: Allowance) -> bytes | str:
    """What a file holds, or why it is not read."""
    if why := _foreign(path, root) or _unfit(path.name):
        return why
    try:
        with open(path, "rb") as file:
            return _taken(file, LARGEST, share)  # the size that the system states may have changed since
    except OSError as error:
        return f"cannot be read: {_reason(error)}"


def _taken(file: IO[bytes], size: int, share: Allowance) -> bytes | str:
    """Up to so many bytes of a file, taken from what is left, or why they are not."""
    most = min(size, LARGEST, share.size)
    content = file.read(most + 1)
    share.size -= len(content)
    return content if len(content) <= most else _too_large(len(content))


def _unfit(name: str, size: int = 0) -> str:
    """Why a file is not read, if so."""
    ending = PurePosixPath(name).suffix.casefold()
    if ending == ".zip":
        return "a zip inside a zip; unpack it first"
    if ending not in JOURNALS:
        return f"not a journal: it ends in {excerpt(ending)}" if ending else "not a journal: it has no ending"
    return _too_large(size) if size > LARGEST else ""


def _too_large(size: int) -> str:
    return f"larger than {LARGEST:,} bytes" if size > LARGEST else FULL


def _zipped(path: Path, inside: str, share: Allowance) -> Iterator[Source]:
    """The members of a zip; nothing is ever unpacked onto the disk."""
    try:
        if path.stat().st_size > share.size:  # its table of contents alone could be as large
            yield Source(inside, FULL, share)
            return
        with zipfile.ZipFile(path) as opened:
            members = [member for member in opened.infolist() if not member.is_dir()]
            if len(members) > MEMBERS:
                yield Source(inside, f"a zip of more than {MEMBERS:,} files", share)
                return
            for place, member in enumerate(members):
                if share.spent:
                    rest = len(members) - place
                    yield Source(inside, f"{words.count(rest, 'file', digits=9)} in it {FULL}", share, rest)
                    return
                name = member.filename.replace("\\", "/")
                parts = PurePosixPath(name).parts
                if name.startswith("/") or ".." in parts or ":" in name:
                    yield Source(printable(f"{inside}/{name}"), "its name leads out of the zip", share)
                elif not any(map(_hidden, parts)):
                    content = _unfit(name, member.file_size) or _member(opened, member, share)
                    yield Source(printable(f"{inside}/{name}"), content, share)
    except Exception as error:  # a zip made by hand fails in more ways than the library has names for
        yield Source(inside, f"a zip that cannot be read: {_reason(error)}", share)


def _member(opened: zipfile.ZipFile, member: zipfile.ZipInfo, share: Allowance) -> bytes | str:
    """What a member holds, or why it is not read: its size is what is unpacked, whatever the zip says."""
    if member.compress_type not in PACKED:
        return "packed in a way that is not unpacked here; pack it as an ordinary zip"
    try:
        with opened.open(member) as file:
            return _taken(file, member.file_size, share)
    except Exception as error:  # decompressors raise errors of their own, such as zlib.error
        share.size -= member.file_size  # so much may have been unpacked before
        return f"cannot be unpacked: {_reason(error)}"
