"""What a report writes: readable by its owner alone, and never over something else."""

import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from plgkit.support.errors import Refused
from plgkit.support.files import HALF, make_folder

HEAD = 2_000
"""Characters at the beginning of a file that tell whether it is ours."""


def refuse_foreign(path: Path, is_ours: Callable[[str], bool], option: str) -> None:
    """Refuse to write where something else stands: a file that is new, empty or ours may be written.

    Parameters
    ----------
    path : Path
        The file to be written.
    is_ours : callable
        Whether this command wrote a file that begins with this text.
    option : str
        The option by which another place can be chosen.

    Raises
    ------
    Refused
        It is another file, a link, or no file at all.
    """
    if os.path.islink(path):
        raise Refused(f"{path}: a link, and what it leads to may be somebody's; choose another place with {option}")
    if not os.path.lexists(path):
        return
    if not path.is_file():
        raise Refused(f"{path}: not a file; choose another place with {option}")
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise Refused(f"{path}: cannot be read ({_reason(error)}); choose another place with {option}") from None
    if head and not is_ours(head):
        raise Refused(f"{path}: not written by this command; move it, or choose another place with {option}")


def make_private_folder(out: Path) -> None:
    """Make a folder that only its owner can read; one that is there stays as it is.

    Parameters
    ----------
    out : Path

    Raises
    ------
    Refused
        It cannot be made, or nothing can be written into it.
    """
    with suppress(OSError):  # of which the next line tells
        out.parent.mkdir(parents=True, exist_ok=True)
        out.mkdir(mode=0o700)
    make_folder(out)


def write_private(target: Path, text: str) -> Path:
    """Write a file that only its owner can read, whole or not at all.

    Parameters
    ----------
    target : Path
        Its folder is there. What stands there is replaced, a link by the file.
    text : str
        Written as UTF-8, line ends as they are.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    Refused
        It cannot be written; what stood there stays.
    """
    half = None
    try:
        number, half = tempfile.mkstemp(HALF, f".{target.name[:50]}.", target.parent)
        with open(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(half, target)
    except OSError as error:
        if half:
            Path(half).unlink(missing_ok=True)
        raise Refused(f"{target}: not written, {_reason(error)}") from None
    return target


def real(path: Path) -> Path:
    """Where a path leads, links followed.

    Parameters
    ----------
    path : Path

    Returns
    -------
    Path

    Raises
    ------
    Refused
        Its links lead nowhere.
    """
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # links in a loop
        raise Refused(f"{path}: its links lead nowhere; choose another") from None


def _reason(error: OSError) -> str:
    return (error.strerror or "unknown error").lower()
