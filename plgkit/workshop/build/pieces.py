"""A piece of a build: a notebook executed, and the page made of it. Whoever calls it may be another machine."""

import atexit
import functools
import importlib.metadata
import json
import platform
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

import nbformat

import plgkit
from plgkit.course.catalogue import material
from plgkit.course.material import Handout
from plgkit.pages.page import page
from plgkit.running import cache, kernels
from plgkit.running.execution import execute
from plgkit.support import folders
from plgkit.support.errors import Refused
from plgkit.support.files import sha256
from plgkit.widgets import storage
from plgkit.workshop.plan.plan import Piece

LIBRARIES = ("altair", "ipykernel", "nbconvert", "nbformat", "numpy", "pandas", "papermill")
"""Whose versions decide, besides plgkit's own content, what a piece looks like."""

_equipment = ExitStack()


@dataclass(frozen=True)
class PieceOutput:
    """A piece that is made.

    Attributes
    ----------
    notebook, page : str
        The contents of its two files.
    variant : str
        The variant of its numbers, 8 hexadecimal digits.
    seconds : float
        How long it took.
    fingerprint : str
        The code that made it; see `fingerprint()`.
    """

    notebook: str
    page: str
    variant: str
    seconds: float
    fingerprint: str


def make(piece: Piece, fork: bool) -> PieceOutput:
    """Execute a piece's notebook and make its page; nothing is written.

    Parameters
    ----------
    piece : Piece
    fork : bool
        Whether its kernel is forked, where that is possible.

    Returns
    -------
    PieceOutput

    Raises
    ------
    Refused
        The notebook fails; one line says why.
    """
    equip(fork)
    began = time.monotonic()
    lesson = material(piece.lesson)
    executed = execute(lesson, piece.parameters)
    variant = _variant(piece, lambda: piece.setting.variant)
    minutes = _minutes(lesson, piece.minutes)
    html = page(executed, f"{lesson.title} · {piece.team}", minutes)
    return PieceOutput(nbformat.writes(executed), html, variant, round(time.monotonic() - began, 3), fingerprint())


def check_answers(piece: Piece) -> tuple[str, str]:
    """Check that a piece's numbers leave every question with a clear answer.

    Parameters
    ----------
    piece : Piece

    Returns
    -------
    tuple of str and str
        The variant of its numbers, and what is wrong with their answers; nothing, if all is well.
    """
    try:
        setting = piece.setting
        for question in material(piece.lesson).questions:
            question.verdicts(setting)
    except Refused as refusal:
        return "", str(refusal)
    return _variant(piece, lambda: setting.variant), ""


def _variant(piece: Piece, read: Callable[[], str]) -> str:
    """The variant of a piece's numbers: they are drawn once for all its editions."""
    decisive = {name: value for name, value in piece.parameters.items() if name != "edition"}
    return storage.current().text(json.dumps([piece.lesson, decisive], default=str), read)


@functools.cache
def equip(fork: bool) -> None:
    """Give this process what whoever started it did not hand in, for as long as it lives."""
    atexit.register(_equipment.close)
    if cache.folder() is None:
        _equipment.enter_context(cache.shared())
    if fork and kernels.can_fork():
        _equipment.enter_context(kernels.fork_server())


@functools.cache
def fingerprint() -> str:
    """A hash of plgkit and its data, and of the versions of Python and the libraries that it stands on."""
    files = sorted(
        path
        for folder in (folders.PACKAGE, folders.data())
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    lines = [f"{path.relative_to(folders.PACKAGE.parent).as_posix()} {sha256(path.read_bytes())}" for path in files]
    return sha256("\n".join([*lines, *(f"{name} {version}" for name, version in library_versions().items())]))


def library_versions() -> dict[str, str]:
    """The versions of Python, of plgkit and of the libraries."""
    versions = {"python": platform.python_version(), "plgkit": plgkit.__version__}
    return versions | {name: importlib.metadata.version(name) for name in LIBRARIES}


def _minutes(lesson: Handout, planned: int) -> dict[str, int]:
    """The minutes of each part of a lesson, by heading, in the time that the plan gives it."""
    parts = lesson.minutes_of_parts()
    total, end, scaled = sum(parts.values()), 0, {}
    for heading, minutes in parts.items():
        begin, end = end, end + minutes
        scaled[heading] = round(end * planned / total) - round(begin * planned / total)
    return scaled
