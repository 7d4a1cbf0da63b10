"""What a learner answered: appended line by line, never lost, theirs to take away."""

from __future__ import annotations

import errno
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from filelock import FileLock, Timeout

from plgkit.course.entries import KINDS, VERSION, entry_of
from plgkit.support.errors import Refused, reason, unknown
from plgkit.support.files import OWNER_ONLY
from plgkit.support.names import excerpt, fold, safe_name

if TYPE_CHECKING:
    from plgkit.widgets.payloads import Entry

PATIENCE = 10.0  # seconds to wait for another notebook; a save takes milliseconds

FULL = "no space is left on the disk; free some, then answer again"
DENIED = "writing is not permitted; open the lesson in a folder of your own"
IN_THE_WAY = "something else of that name is in the way; move it, or choose another folder"
REASONS = (
    dict.fromkeys((errno.ENOSPC, errno.EDQUOT), FULL)
    | dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), DENIED)
    | dict.fromkeys((errno.EEXIST, errno.ENOTDIR, errno.EISDIR), IN_THE_WAY)
)


class Reading(NamedTuple):
    """A journal as read.

    Attributes
    ----------
    entries : list of Entry
        Oldest first.
    unreadable : list of str
        For each line that was skipped, where it stands and why.
    """

    entries: list[Entry]
    unreadable: list[str]


class Journal:
    """The answers of one learner to one lesson, in one file that only ever grows.

    Nothing is sent anywhere: the file is `answers/<learner>.<lesson>.jsonl`, one answer a line.

    Parameters
    ----------
    lesson : str
        The slug of a lesson or a test.
    learner : str
        The name, as the learner writes it.
    folder : pathlib.Path or str, optional
        Where the file stands, by default the folder `answers` where the notebook runs.

    Attributes
    ----------
    path : pathlib.Path
        The file; it need not exist.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> answers = TemporaryDirectory()
    >>> journal = Journal("saying-no", "Ada", answers.name)
    >>> saved = journal.write("break_even", "prediction", 12, given={"seed": 7})
    >>> journal.path.name, [entry["value"] for entry in journal.read().entries]
    ('ada.saying-no.jsonl', [12])
    >>> answers.cleanup()
    """

    def __init__(self, lesson: str, learner: str, folder: Path | str | None = None) -> None:
        self.lesson = lesson
        # Half a character (a lone surrogate, from a badly decoded name) has no place in UTF-8.
        self.learner = learner.strip().encode(errors="replace").decode()
        name = f"{safe_name(self.learner)}.{safe_name(lesson)}.jsonl"
        self.path = Path("answers" if folder is None else folder).absolute() / name
        self._person = ""

    def __repr__(self) -> str:
        return f"Journal({self.lesson!r}, {self.learner!r}, folder={str(self.path.parent)!r})"

    def write(self, part: str, kind: str, value: Any, *, variant: str = "", **more: Any) -> Entry:
        """Append an answer.

        Parameters
        ----------
        part : str
            The name of the question, or of another part of the lesson.
        kind : {"prediction", "exercise", "quiz", "note"}
        value : int, float, str or list of them
            The answer.
        variant : str
            Which numbers the learner had.
        **more
            What is kept beside it, such as `correct=True`; `plgkit.widgets.payloads.Entry` has what readers know.

        Returns
        -------
        Entry
            Once the disk has confirmed it.

        Raises
        ------
        Refused
            It cannot be kept, and nothing was written; or the disk cannot be written to.
        """
        if kind not in KINDS:
            raise unknown("kind of answer", kind, KINDS)
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        fields = {"v": VERSION, "at": now, "lesson": self.lesson, "learner": self.learner}
        fields |= {"part": part, "kind": kind, "variant": variant, "value": value}
        if collisions := sorted(fields.keys() & more.keys()):
            raise Refused(f"{part}: {collisions[0]} is set by the journal; choose another name")
        try:
            line = json.dumps(fields | more, ensure_ascii=False, allow_nan=False).encode()
            entry = self._entry(line)  # what the reader would skip must not be confirmed
        except (TypeError, ValueError, RecursionError) as error:
            allowed = "an answer is a number, a text or a list of them"
            raise Refused(f"{part}: {excerpt(value)} cannot be kept ({error}); {allowed}") from error
        try:
            self._append(line + b"\n")
        except OSError as error:
            raise self._refusal(error) from error
        return entry

    def read(self) -> Reading:
        """Every entry; torn, damaged and foreign lines are skipped and listed, never an error.

        Without a lock, so that answers in a read-only place can be read too: a line that another notebook is
        writing at this moment counts as torn until the next reading.

        Returns
        -------
        Reading

        Raises
        ------
        Refused
            The file is there and cannot be read.
        """
        reading = Reading([], [])
        for number, line in enumerate(_content(self.path).split(b"\n"), 1):
            if line.strip():
                try:
                    reading.entries.append(self._entry(line))
                except ValueError as error:
                    reading.unreadable.append(f"{self.path}, line {number}: {error}")
        return reading

    def text(self) -> str:
        """The whole file, to be taken away: every line, also those that cannot be read."""
        return _content(self.path).decode(errors="replace")

    def person(self) -> str:
        """The random id under which this learner answers in this folder.

        Whoever collects journals joins a person's lessons by it; it says nothing about who that is.

        Returns
        -------
        str
            The id in the learner's earlier lines, of this lesson or another one; otherwise a new one, 16
            hexadecimal digits, which stays in no file until an answer is written with it.

        Raises
        ------
        Refused
            A journal of this learner is there and cannot be read.

        Examples
        --------
        >>> journal = Journal("saying-no", "Ada", "no-such-folder")
        >>> len(journal.person()), journal.person() == journal.person()
        (16, True)
        """
        self._person = self._person or next(self._persons(), "") or secrets.token_hex(8)
        return self._person

    def _persons(self) -> Iterator[str]:
        """The ids in this learner's lines, those of this lesson first."""
        name = safe_name(self.learner)
        others = sorted(self.path.parent.glob("*.jsonl")) if self.path.parent.is_dir() else []
        for path in [self.path, *(path for path in others if path.name.startswith(f"{name}."))]:
            for line in _content(path).split(b"\n"):
                with suppress(ValueError):
                    entry = entry_of(line)
                    if "person" in entry and fold(entry["learner"]) == fold(self.learner):
                        yield entry["person"]

    def _entry(self, line: bytes) -> Entry:
        """The entry that a line holds; a ValueError says why it is none of this journal's."""
        entry = entry_of(line)
        if entry["lesson"] != self.lesson:
            raise ValueError(f"of another lesson, {excerpt(entry['lesson'])}")
        # "a b" and "a-b" share a file; they must not share a locked prediction.
        if fold(entry["learner"]) != fold(self.learner):
            raise ValueError(f"of another learner, {excerpt(entry['learner'])}")
        return cast("Entry", entry)

    def _append(self, line: bytes) -> None:
        folder = self.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        # Locks lie beside the answers, hidden: whoever reaches the answers, by any path or machine, meets the
        # same lock, which a temporary folder does not promise. The system frees it when its holder dies.
        locks = folder / ".locks"
        locks.mkdir(exist_ok=True)
        with FileLock(locks / f"{self.path.name}.lock", timeout=PATIENCE, poll_interval=0.01):
            flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)  # Windows: keep "\n"
            file = os.open(self.path, flags, OWNER_ONLY)
            try:
                size = os.lseek(file, 0, os.SEEK_END)
                # A torn line is left as it is; the new one starts below it.
                if size and os.lseek(file, -1, os.SEEK_END) >= 0 and os.read(file, 1) != b"\n":
                    line = b"\n" + line
                if os.write(file, line) < len(line):
                    raise OSError(errno.ENOSPC, "short write")
                os.fsync(file)
            finally:
                os.close(file)
            if not size:
                _sync(folder)

    def _refusal(self, error: OSError) -> Refused:
        place = self.path if error.filename in (None, str(self.path)) else self.path.parent
        why = f"{reason(error)}; check the disk, then answer again"
        if isinstance(error, Timeout):
            why = "another notebook is holding the file; close it, then answer again"
        return Refused(f"{place}: not saved, {REASONS.get(error.errno, why)}")


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:  # answers may well be there: an empty journal would say that they are lost
        raise Refused(f"{path}: cannot be read ({reason(error)}); check its permissions") from error


def _sync(folder: Path) -> None:
    """Confirm a new file's name, which lives in its folder, where the system can: Windows cannot."""
    with suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        with suppress(OSError):
            os.fsync(file)
        os.close(file)
