"""What a learner answered: appended line by line, never lost, theirs to take away."""

import errno
import json
import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock, Timeout

from plgkit.support.errors import Refused, unknown
from plgkit.support.names import excerpt, fold, safe_name

VERSION = 1
KINDS = ("prediction", "exercise", "quiz", "note")
LONGEST = 100_000  # bytes in a line: far above any answer, low enough for a single write
PATIENCE = 10.0  # seconds to wait for another notebook; a save takes milliseconds

FULL = "no space is left on the disk; free some, then answer again"
DENIED = "writing is not permitted; open the lesson in a folder of your own"
IN_THE_WAY = "something else of that name is in the way; move it, or choose another folder"
REASONS = (
    dict.fromkeys((errno.ENOSPC, errno.EDQUOT), FULL)
    | dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), DENIED)
    | dict.fromkeys((errno.EEXIST, errno.ENOTDIR, errno.EISDIR), IN_THE_WAY)
)
TEXTS = ("at", "lesson", "learner", "part", "kind", "variant")


class Reading(NamedTuple):
    """A journal as read: the entries, oldest first, and a line of explanation for each line skipped."""

    entries: list[dict]
    unreadable: list[str]


class Journal:
    """The answers of one learner to one lesson, in one file that only ever grows.

    Nothing is sent anywhere: the file is `answers/<learner>.<lesson>.jsonl`, one answer a line. The folder
    `answers` stands where the notebook runs, unless another `folder` is given.

    >>> from tempfile import TemporaryDirectory
    >>> answers = TemporaryDirectory()
    >>> journal = Journal("saying-no", "Ada", answers.name)
    >>> saved = journal.write("break_even", "prediction", 12, variant="seed 7")
    >>> saved = journal.write("break_even", "exercise", 6, variant="seed 7", correct=True)
    >>> journal.path.name, journal.prediction("break_even", "seed 7")["value"], len(journal.read().entries)
    ('ada.saying-no.jsonl', 12, 2)
    >>> answers.cleanup()
    """

    def __init__(self, lesson: str, learner: str, folder: Path | str | None = None):
        self.lesson = lesson
        # Half a character (a lone surrogate, from a badly decoded name) has no place in UTF-8.
        self.learner = learner.strip().encode(errors="replace").decode()
        name = f"{safe_name(self.learner)}.{safe_name(lesson)}.jsonl"
        self.path = Path("answers" if folder is None else folder).absolute() / name

    def write(self, part: str, kind: str, value: Any, *, variant: str = "", **more: Any) -> dict:
        """Append one answer and give back its entry, once the disk has confirmed it.

        `kind` is prediction, exercise, quiz or note; `value` a number, a text or a list of them; `variant`
        says which numbers the learner had; `more` is kept beside them (`correct=True`). What cannot be kept
        is refused before anything is written; a disk that cannot be written to is a `Refused` as well.
        """
        if kind not in KINDS:
            raise unknown("kind of answer", kind, KINDS)
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        entry = {"v": VERSION, "at": now, "lesson": self.lesson, "learner": self.learner}
        entry |= {"part": part, "kind": kind, "variant": variant, "value": value}
        if taken := sorted(entry.keys() & more.keys()):
            raise Refused(f"{part}: {taken[0]} is set by the journal; choose another name")
        try:
            line = json.dumps(entry | more, ensure_ascii=False, allow_nan=False).encode()
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
        """Every entry, oldest first; torn, damaged and foreign lines are skipped and listed, never an error.

        Without a lock, so that answers in a read-only place can be read too: a line that another notebook is
        writing at this moment counts as torn until the next reading.
        """
        reading = Reading([], [])
        for number, line in enumerate(self._content().split(b"\n"), 1):
            if line.strip():
                try:
                    reading.entries.append(self._entry(line))
                except ValueError as error:
                    reading.unreadable.append(f"{self.path}, line {number}: {error}")
        return reading

    def text(self) -> str:
        """The whole file, to be taken away: every line, also those that cannot be read."""
        return self._content().decode(errors="replace")

    def prediction(self, part: str, variant: str) -> dict | None:
        """The first prediction of a part and variant: it is locked, whatever was predicted afterwards."""
        return next((e for e in self._about(part, variant) if e["kind"] == "prediction"), None)

    def latest(self, part: str, variant: str) -> dict | None:
        """The last answer to a part and variant; predictions, which often share its name, aside."""
        return next((e for e in self._about(part, variant)[::-1] if e["kind"] != "prediction"), None)

    def _content(self) -> bytes:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:  # answers may well be there: an empty journal would say that they are lost
            reason = (error.strerror or "unknown error").lower()
            raise Refused(f"{self.path}: cannot be read ({reason}); check its permissions") from error

    def _about(self, part: str, variant: str) -> list[dict]:
        return [e for e in self.read().entries if (e["part"], e["variant"]) == (part, variant)]

    def _entry(self, line: bytes) -> dict:
        """The entry that a line holds; a ValueError says why it is none of this journal's."""
        entry = entry_of(line)
        if entry["lesson"] != self.lesson:
            raise ValueError(f"of another lesson, {excerpt(entry['lesson'])}")
        # "a b" and "a-b" share a file; they must not share a locked prediction.
        if fold(entry["learner"]) != fold(self.learner):
            raise ValueError(f"of another learner, {excerpt(entry['learner'])}")
        return entry

    def _append(self, line: bytes) -> None:
        folder = self.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        # Locks lie beside the answers, hidden: whoever reaches the answers, by any path or machine, meets the
        # same lock, which a temporary folder does not promise. The system frees it when its holder dies.
        locks = folder / ".locks"
        locks.mkdir(exist_ok=True)
        with FileLock(locks / f"{self.path.name}.lock", timeout=PATIENCE, poll_interval=0.01):
            flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0)  # Windows: keep "\n"
            file = os.open(self.path, flags, 0o666)
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
        where = self.path if error.filename in (None, str(self.path)) else self.path.parent
        reason = f"{(error.strerror or 'unknown error').lower()}; check the disk, then answer again"
        if isinstance(error, Timeout):
            reason = "another notebook is holding the file; close it, then answer again"
        return Refused(f"{where}: not saved, {REASONS.get(error.errno, reason)}")


def counting(entries: Iterable[dict], variant: str) -> dict[str, dict]:
    """The entries that count, by part: of predictions the first, of other answers the last.

    A prediction stays, whatever else follows under its name. Pages choose by the same rule
    (`frontend/src/journal.js`); `tests/vectors/journals.json` holds both to it.

    >>> entries = [{"part": "q", "kind": "quiz", "variant": "7", "value": value} for value in (1, 2)]
    >>> counting(entries, "7")["q"]["value"], counting(entries, "8")
    (2, {})
    """
    counts: dict[str, dict] = {}
    for entry in entries:
        before = counts.get(entry["part"])
        if entry["variant"] == variant and (before is None or before["kind"] != "prediction"):
            counts[entry["part"]] = entry
    return counts


def entry_of(line: bytes) -> dict:
    """The entry that a line of any journal holds.

    Raises:
        ValueError: it holds none; the text says why.
    """
    if len(line) > LONGEST:
        raise ValueError(f"longer than {LONGEST:,} bytes")
    try:
        # An editor may have put a byte-order mark before the first line.
        entry = json.loads(line.decode("utf-8-sig"), parse_constant=_not_a_number)
    except (ValueError, RecursionError):
        raise ValueError("torn, or not JSON") from None
    if not isinstance(entry, dict):
        raise ValueError("not an entry")
    if type(entry.get("v")) is not int or entry["v"] != VERSION:
        raise ValueError(f"format {excerpt(entry.get('v'))}, not {VERSION}")
    if not all(isinstance(entry.get(field), str) for field in TEXTS):
        raise ValueError("a field is missing, or is not a text")
    if entry["kind"] not in KINDS or "value" not in entry:
        raise ValueError("not an answer")
    return entry


def _not_a_number(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")


def _sync(folder: Path) -> None:
    """Confirm a new file's name, which lives in its folder, where the system can: Windows cannot."""
    with suppress(OSError):
        file = os.open(folder, os.O_RDONLY)
        with suppress(OSError):
            os.fsync(file)
        os.close(file)
