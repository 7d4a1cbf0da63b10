"""Writing the files of a workshop: whole or not at all."""

import hashlib
import os
import tempfile
from pathlib import Path

from plgkit.support.errors import Refused

HALF = ".part"
"""How the name of a file ends while it is being written."""


def make_folder(out: Path) -> None:
    """Make a folder, and all above it.

    Raises
    ------
    Refused
        It cannot be made, or nothing can be written into it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise Refused(
            f"{out}: {(error.strerror or 'unknown error').lower()}; choose a folder you may write to"
        ) from None


def write(target: Path, text: str) -> Path:
    """Write a file so that it is either whole or absent.

    Parameters
    ----------
    target : Path
        Its folder is there.
    text : str
        Written as UTF-8, line ends as they are.

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
    try:
        with open(half, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        half.replace(target)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise Refused(f"{target}: not written, {(error.strerror or 'unknown error').lower()}") from None
    return target


def sha256(content: bytes | str) -> str:
    """The SHA-256 of a content, in hexadecimal digits; of a text, as UTF-8."""
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()
