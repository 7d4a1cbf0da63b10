"""What a command writes into: what is new, empty or its own, and one run at a time."""

import json
import os
import re
import socket
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from plgkit.support.errors import Refused, reason
from plgkit.support.files import HALF

MANIFEST = "manifest.json"
"""Says in a folder which command made it."""

LOCK, HOLDER = ".plgkit.lock", ".plgkit.holder"
"""What a run locks in its folder, and who holds it; both go at its end."""

ELSEWHERE = "move it, or choose another folder"

MARKED = 50_000
"""Bytes at the beginning of a file in which its mark stands."""


def manifest(folder: Path, command: str) -> dict[str, Any] | None:
    """The manifest that an earlier run of a command left in a folder.

    Parameters
    ----------
    folder : Path
        It need not exist.
    command : str
        Such as "plgkit build".

    Returns
    -------
    dict or None
        None for a folder that is new or empty.

    Raises
    ------
    Refused
        The folder holds something else, or cannot be read.
    """
    try:
        nearest = next(path for path in (folder, *folder.absolute().parents) if path.exists())
        files = sorted(path.name for path in nearest.iterdir() if nearest == folder)
        text = (folder / MANIFEST).read_bytes() if MANIFEST in files else None
    except OSError as error:
        raise refusal(folder, error) from None
    advice = f"choose a new or empty folder, or one that {command} made"
    if text is None:
        foreign = [name for name in files if name not in (LOCK, HOLDER, f".{MANIFEST}{HALF}")]
        if foreign:
            raise Refused(f"{folder}: holds {foreign[0]} and no {MANIFEST}; {advice}")
        return None
    with suppress(ValueError, RecursionError):
        content = json.loads(text)
        ours = isinstance(content, dict) and content.get("made_by") == command
        if ours and isinstance(content.get("files", []), list):
            return content
    raise Refused(f"{folder}: holds a {MANIFEST} that is not of {command}; {advice}")


def check_in_the_way(folder: Path, names: Iterable[str], ours: Collection[str], command: str) -> None:
    """Check that whatever stands where a command is to write was written by it.

    Parameters
    ----------
    folder : Path
        It need not exist.
    names : iterable of str
        Files that are to be written into it.
    ours : collection of str
        Files that earlier runs wrote, or said that they would.
    command : str
        Such as "plgkit build".

    Raises
    ------
    Refused
        A file of another origin is in the way.
    """
    for name in names:
        if name not in ours and os.path.lexists(folder / name):
            raise Refused(f"{folder / name}: in the way, and not of {command}; move it, or choose another folder")


def clear(folder: Path) -> None:
    """Remove from a folder of ours, once it is held, what a killed run left half written."""
    for half in folder.glob(f".*{HALF}"):
        half.unlink(missing_ok=True)


def check_file(path: Path, mark: str, command: str, elsewhere: str = ELSEWHERE) -> None:
    """Check that a file which is to be written is new, empty, or one that the command wrote before.

    For commands that put a file or two into a folder of somebody else's.

    Parameters
    ----------
    path : Path
        It need not exist.
    mark : str
        A regular expression that matches somewhere in the first lines of what the command writes.
    command : str
        Such as "plgkit funnel".
    elsewhere : str
        What the reader can do about a file in the way.

    Raises
    ------
    Refused
        The file is of another origin, a link or no file, or cannot be read.

    Examples
    --------
    >>> check_file(Path("no-such-file.csv"), "step,users", "plgkit funnel")
    """
    if os.path.islink(path):
        raise Refused(f"{path}: a link, and what it leads to may be somebody's; {elsewhere}")
    if os.path.lexists(path) and not path.is_file():
        raise Refused(f"{path}: in the way, and no file; {elsewhere}")
    try:
        with open(path, "rb") as file:
            beginning = file.read(MARKED).decode(errors="replace")
    except FileNotFoundError:
        beginning = ""
    except NotADirectoryError:
        return  # its folder cannot be made, which is said where it is made
    except OSError as error:
        raise Refused(f"{path}: in the way, {reason(error)}; {elsewhere}") from None
    if beginning and not re.search(mark, beginning):
        raise Refused(f"{path}: in the way, and not of {command}; {elsewhere}")


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder for this run, so that no other writes into it; the system frees it when the run is killed.

    Parameters
    ----------
    folder : Path
        It is there.

    Raises
    ------
    Refused
        Another run holds it, and which; or nothing can be written into it.
    """
    lock, holder = FileLock(folder / LOCK, timeout=0), folder / HOLDER
    try:
        lock.acquire()
    except Timeout:
        raise Refused(
            f"{folder}: another run writes into it{_holder(holder)}; wait, or choose another folder"
        ) from None
    except OSError as error:
        raise refusal(folder, error) from None
    try:
        with suppress(OSError):  # a full disk is said where it matters
            since = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
            about = {"process": os.getpid(), "host": socket.gethostname(), "since": since}
            holder.write_text(json.dumps(about), "utf-8")
        yield
    finally:
        # Removed while it is locked: whoever waits for the removed one notices, and locks a new one.
        for path in (holder, folder / LOCK):
            with suppress(OSError):
                path.unlink()
        lock.release()


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


def refusal(folder: Path, error: OSError) -> Refused:
    """The refusal of a folder that cannot be used."""
    return Refused(f"{folder}: {reason(error)}; choose a folder you may write to")


def _holder(path: Path) -> str:
    """Who holds a folder, as far as they said."""
    try:
        about = json.loads(path.read_bytes())
        return f" (process {int(about['process'])} on {about['host']}, since {about['since']})"
    except (OSError, ValueError, LookupError, TypeError):
        return ""
