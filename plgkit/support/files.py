"""Writing files: whole or not at all, and where they tell about people, for their owner alone."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from plgkit.support.errors import Refused, reason

HALF = ".part"
"""How the name of a file ends while it is being written."""

OWNER_ONLY = 0o600
"""The permissions of what tells about people."""


def make_folder(out: Path, private: bool = False) -> None:
    """Make a folder, and all above it.

    Parameters
    ----------
    out : Path
        One that is there stays as it is.
    private : bool
        Whether a new one can be read by its owner alone.

    Raises
    ------
    Refused
        It cannot be made, or nothing can be written into it.
    """
    try:
        if private:
            with suppress(OSError):  # of which the next line tells
                out.parent.mkdir(parents=True, exist_ok=True)
                out.mkdir(mode=0o700)
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise Refused(f"{out}: {reason(error)}; choose a folder you may write to") from None


def write(target: Path, content: str | bytes, private: bool = False) -> Path:
    """Write a file so that it is either whole or absent.

    Parameters
    ----------
    target : Path
        Its folder is there. What stands there is replaced, a link by the file.
    content : str or bytes
        A text is written as UTF-8, line ends as they are.
    private : bool
        Whether it can be read by its owner alone.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    Refused
        It cannot be written, because the disk is full for instance; what stood there stays.
    """
    half = target.with_name(f".{target.name}{HALF}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        half.unlink(missing_ok=True)
        with open(os.open(half, flags, OWNER_ONLY if private else 0o666), "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        half.replace(target)
    except OSError as error:
        with suppress(OSError):
            half.unlink(missing_ok=True)
        raise Refused(f"{target}: not written, {reason(error)}") from None
    return target


def sha256(content: bytes | str) -> str:
    """The SHA-256 of a content, in hexadecimal digits; of a text, as UTF-8."""
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()
