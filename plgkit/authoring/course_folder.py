"""The course in a folder of its learner's: laid there by an installed package, renewed by a later release."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import plgkit
from plgkit.models import words
from plgkit.support import folders
from plgkit.support.errors import Refused, reason
from plgkit.support.files import make_folder, sha256, write

NAME = "plgkit-course"
RECORD = ".plgkit.json"
"""Holds the SHA-256 of each notebook as it was laid: whatever differs from it was changed by the learner."""


@dataclass
class CourseFolder:
    """What was done to lay the course into a folder.

    Attributes
    ----------
    path : Path
        The folder.
    added, updated, restored : list of str
        Notebooks that are new there, that were untouched since an earlier release, and that had been deleted.
    changed : dict of str to (str or None)
        Notebooks that the learner changed, each with the name under which this release's lies beside it, if that
        differs from what was laid before.
    """

    path: Path
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    restored: list[str] = field(default_factory=list)
    changed: dict[str, str | None] = field(default_factory=dict)

    @property
    def lines(self) -> Iterator[str]:
        """What was done, one line for each kind."""
        if self.added:
            yield f"{words.count(len(self.added), 'notebook')} laid into {self.path}"
        if self.updated:
            yield f"{words.count(len(self.updated), 'notebook')} updated to plgkit {plgkit.__version__} in {self.path}"
        if self.restored:
            yield f"laid again into {self.path}, where they were missing: {', '.join(self.restored)}"
        beside = [name for name in self.changed.values() if name]
        if beside:
            yield f"kept {len(beside)} that you changed; the new ones lie beside them as {', '.join(beside)}"
        elif self.changed:
            yield f"kept {len(self.changed)} that you changed"
        if not (self.added or self.updated or self.restored or beside):
            yield f"{self.path} holds the course of plgkit {plgkit.__version__}"


def default() -> Path:
    """The folder for the course where none is named.

    Returns
    -------
    Path
        The current folder, if it holds the course already, or else `plgkit-course` in it.
    """
    return Path.cwd() if Path(RECORD).is_file() else Path(NAME)


def lay(path: Path) -> CourseFolder:
    """Lay the notebooks of this release into a folder; nothing that the learner changed is overwritten.

    Notebooks that were deleted are laid again. Answers and other files of the learner's are left alone.

    Parameters
    ----------
    path : Path
        The folder: a new one, one with an earlier release's course, or any other that may be written to.

    Returns
    -------
    CourseFolder
        What was done.

    Raises
    ------
    Refused
        The folder, or a file in it, cannot be read or written.
    """
    make_folder(path)
    course = CourseFolder(path)
    hashes = _recorded(path)
    for source in sorted(folders.notebooks().glob("*.ipynb")):
        name, text = source.name, source.read_text("utf-8")
        current, laid, release = _hash(path / name), hashes.get(name), sha256(text)
        if current == release:
            pass
        elif current is None:
            write(path / name, text)
            (course.restored if laid else course.added).append(name)
        elif current == laid:
            write(path / name, text)
            course.updated.append(name)
        else:
            course.changed[name] = _beside(path, source, text, hashes) if laid != release else None
        hashes[name] = release
    record = {"version": plgkit.__version__, "files": hashes}
    write(path / RECORD, json.dumps(record, indent=1, sort_keys=True) + "\n")
    return course


def _beside(path: Path, source: Path, text: str, hashes: dict[str, str]) -> str:
    """Lay a notebook beside a changed one, under a name that no other file has."""
    stem, number = f"{source.stem}.plgkit-{plgkit.__version__}", 1
    while True:
        name = f"{stem}{f'-{number}' if number > 1 else ''}{source.suffix}"
        if _hash(path / name) in (None, hashes.get(name), sha256(text)):
            write(path / name, text)
            hashes[name] = sha256(text)
            return name
        number += 1


def _hash(path: Path) -> str | None:
    """The hash of a file, or None where there is no file."""
    try:
        return sha256(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refused(f"{path}: {reason(error, 'cannot be read')}; choose another folder") from None


def _recorded(path: Path) -> dict[str, str]:
    """What was laid here before; a record that cannot be read is none, so that nothing counts as untouched."""
    try:
        return {str(name): str(digest) for name, digest in json.loads((path / RECORD).read_bytes())["files"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}
