"""Scratch: what a run needs until its end, in one private folder among the system's temporary files.

The folder goes with its process. What a killed one left is swept by the next run: the system frees the lock of
a process that has died.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.util import Finalize
from pathlib import Path

from filelock import FileLock, Timeout

from plgkit.support.errors import Refused, reason

PREFIX, LOCK = "plgkit-", "lock"

LONGEST = 60
"""Bytes of the path to temporary files: the sockets of processes lie below it, and theirs may have about 104."""

_folders: dict[int, tuple[Path, FileLock]] = {}
"""This process's folder by its id, so that a fork does not take its parent's for its own."""


@contextmanager
def run() -> Iterator[Path]:
    """Let all that this process and those that it starts keep for a while lie in a private folder.

    The folder stays until this process ends, for processes that it started may still be using it.

    Yields
    ------
    Path
        The folder; within another run, that one's.

    Raises
    ------
    Refused
        The system's temporary files lie too deep, or nothing can be written there.

    Examples
    --------
    >>> with run() as folder, tempfile.TemporaryDirectory() as inside:
    ...     Path(inside).parent == folder
    True
    """
    outer = Path(tempfile.gettempdir())
    if outer.name.startswith(PREFIX) and (outer / LOCK).exists():
        yield outer
        return
    folder = _folder(outer)
    before, variable = tempfile.tempdir, os.environ.get("TMPDIR")
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)
    try:
        yield folder
    finally:
        tempfile.tempdir = before
        if variable is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = variable


def sweep(outer: Path) -> None:
    """Remove the scratch of processes that have died.

    Parameters
    ----------
    outer : Path
        The folder of temporary files.
    """
    for lock in outer.glob(f"{PREFIX}*/{LOCK}"):
        try:
            with FileLock(lock, timeout=0):
                shutil.rmtree(lock.parent, ignore_errors=True)
        except (Timeout, OSError):
            continue  # its owner lives, or is somebody else
        shutil.rmtree(lock.parent, ignore_errors=True)  # where a locked file cannot be removed


def _folder(outer: Path) -> Path:
    """The folder of this process, made when it is first needed."""
    if os.getpid() not in _folders:
        if os.name == "posix" and len(os.fsencode(outer)) > LONGEST:
            raise Refused(f"TMPDIR: {outer} is longer than {LONGEST} bytes; set it to a folder with a shorter path")
        sweep(outer)
        while True:
            try:
                folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=outer))
            except OSError as error:
                raise Refused(f"{outer}: {reason(error)}; free some space, or set TMPDIR to another folder") from None
            lock = FileLock(folder / LOCK, timeout=0)
            try:
                lock.acquire()
                break
            except (Timeout, FileNotFoundError):
                continue  # a sweep came between the two
        _folders[os.getpid()] = folder, lock
        # After multiprocessing has removed its own folder, which lies in this one.
        Finalize(None, _remove, args=(os.getpid(),), exitpriority=-1000)
    return _folders[os.getpid()][0]


def _remove(pid: int) -> None:
    folder, lock = _folders.pop(pid)
    lock.release()
    shutil.rmtree(folder, ignore_errors=True)
