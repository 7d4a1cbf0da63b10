"""One piece of a build: a notebook executed, and the page made of it. Whoever calls it may be another machine."""

import atexit
import importlib.metadata
import json
import os
import platform
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache

import nbformat

import plgkit
from plgkit.course.material import Material, material
from plgkit.pages.page import page
from plgkit.running import kernels
from plgkit.running.cache import FOLDER, remembered, remembering
from plgkit.running.execution import execute
from plgkit.support import folders
from plgkit.support.errors import Refused
from plgkit.support.files import sha256
from plgkit.workshop.plan.plan import Piece

LIBRARIES = ("altair", "ipykernel", "nbconvert", "nbformat", "numpy", "pandas", "papermill", "scipy")
"""Whose versions decide, besides plgkit's own content, what a piece looks like."""

_equipment = ExitStack()


@dataclass(frozen=True)
class Made:
    """A piece as it was made: its two files, and with what it was made."""

    notebook: str
    page: str
    variant: str
    seconds: float
    code: str


def make(piece: Piece, fork: bool) -> Made:
    """Execute a piece's notebook and make its page. Nothing is written.

    Raises:
        Refused: the notebook fails; one line says why.
    """
    equip(fork)
    began = time.monotonic()
    lesson = material(piece.lesson)
    executed = execute(lesson, piece.given)
    variant = _variant(piece, lambda: piece.setting.variant)
    minutes = _minutes(lesson, piece.minutes)
    shown = page(executed, f"{lesson.title} · {piece.team}", f"{lesson.slug}:{variant}", minutes)
    return Made(nbformat.writes(executed), shown, variant, round(time.monotonic() - began, 3), code())


def keys(piece: Piece) -> tuple[str, str]:
    """The variant of a piece's numbers, and what is wrong with their answer key; nothing, if all is well."""
    try:
        setting = piece.setting
        for question in material(piece.lesson).questions:
            question.verdicts(setting)
    except Refused as refusal:
        return "", str(refusal)
    return _variant(piece, lambda: setting.variant), ""


def _variant(piece: Piece, read: Callable[[], str]) -> str:
    """The variant of a piece's numbers: they are drawn once for all its editions."""
    decisive = {name: value for name, value in piece.given.items() if name != "edition"}
    return remembered(json.dumps([piece.lesson, decisive], default=str), read)


@cache
def equip(fork: bool) -> None:
    """Give this process what it was not given by whoever started it, for as long as it lives."""
    atexit.register(_equipment.close)
    if FOLDER not in os.environ:
        _equipment.enter_context(remembering())
    if fork and kernels.can_fork():
        _equipment.enter_context(kernels.fork_server())


@cache
def code() -> str:
    """A hash of plgkit and its data, and of the versions of Python and the libraries that it stands on."""
    files = sorted(
        path
        for folder in (folders.PACKAGE, folders.data())
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    lines = [f"{path.relative_to(folders.PACKAGE.parent).as_posix()} {sha256(path.read_bytes())}" for path in files]
    return sha256("\n".join([*lines, *(f"{name} {version}" for name, version in versions().items())]))


def versions() -> dict[str, str]:
    """The versions of Python, of plgkit and of the libraries."""
    own = {"python": platform.python_version(), "plgkit": plgkit.__version__}
    return own | {name: importlib.metadata.version(name) for name in LIBRARIES}


def _minutes(lesson: Material, planned: int) -> dict[str, int]:
    """The minutes of each part of a lesson, by heading, in the time that the plan gives it."""
    parts = lesson.minutes_of_parts()
    whole, passed, found = sum(parts.values()), 0, {}
    for heading, minutes in parts.items():
        before, passed = passed, passed + minutes
        found[heading] = round(passed * planned / whole) - round(before * planned / whole)
    return found
