"""Handouts: a lesson's notebook executed once for each team, and a page made of each."""

import logging
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat

from plgkit import folders, parameters
from plgkit.errors import Refused
from plgkit.material import Material, material
from plgkit.names import safe_name
from plgkit.page import page
from plgkit.parameters import Setting

MINUTES = 10
"""A notebook that runs longer is given up: papermill itself would wait for ever."""

ATTENDEE, INSTRUCTOR = "attendee", "instructor"


def build(slug: str, teams: Iterable[str], given: dict[str, Any], out: Path) -> Iterator[Path]:
    """Write each team's notebook and page, then the instructor's, and give each file when it is finished.

    Everything is checked before anything is executed or written. A file appears under its name only when
    it is whole.

    Args:
        slug: the lesson.
        teams: the teams' names; none makes the default one.
        given: parameters of the lesson, for all teams.
        out: the folder; it is made if it does not exist.

    Raises:
        Refused: an unknown lesson or parameter, a value that is not allowed, two teams that would share a
            file, a folder that cannot be written to, a notebook that fails.
    """
    lesson = material(slug)
    settings = [parameters.read(lesson, given | {"team": team}) for team in teams]
    settings = settings or [parameters.read(lesson, given)]
    files = _files(lesson, settings)
    shown = given.get("edition", ATTENDEE)
    if shown == INSTRUCTOR:
        raise Refused("edition: the instructor's is always made beside the teams'; leave it out, or give self-study")
    for setting in settings:
        for question in lesson.questions:
            question.verdicts(setting)
    make_folder(out)
    work = [(setting, shown, name) for setting, name in zip(settings, files, strict=True)]
    work += [(setting, INSTRUCTOR, f"{name}.instructor") for setting, name in zip(settings, files, strict=True)]
    for setting, edition, name in work:
        executed = execute(lesson, given | {"team": setting.team, "edition": edition})
        title = f"{lesson.title} · {setting.team}"
        yield write(out / f"{name}.ipynb", nbformat.writes(executed))
        yield write(out / f"{name}.html", page(executed, title, f"{lesson.slug}:{setting.variant}"))


def execute(lesson: Material, given: dict[str, Any]) -> nbformat.NotebookNode:
    """The lesson's notebook, executed with these parameters."""
    return execute_file(folders.notebooks() / lesson.notebook, given)


def execute_file(source: Path, given: dict[str, Any]) -> nbformat.NotebookNode:
    """A notebook, executed by papermill with these parameters, with its outputs stored.

    Raises:
        Refused: the notebook is missing, fails, or takes longer than `MINUTES`.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # as in look.py
    import papermill

    if not source.is_file():
        raise Refused(f"{source} is missing: restore it with git checkout notebooks/{source.name}")
    with tempfile.TemporaryDirectory() as scratch, _quiet(), _stored():
        copy = shutil.copy(source, scratch)
        try:
            executed = papermill.execute_notebook(
                copy, None, given, cwd=scratch, execution_timeout=60 * MINUTES, progress_bar=False,
                extra_arguments=["--IPKernelApp.log_level=CRITICAL"],
            )  # fmt: skip
        except papermill.PapermillExecutionError as error:
            raise Refused(f"{source.name}, cell {error.exec_count}: {error.ename}: {error.evalue}") from None
        except (RuntimeError, TimeoutError) as error:
            raise Refused(f"{source.name}: {error}") from None
    executed.metadata.pop("papermill", None)
    for cell in executed.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
    return executed


@contextmanager
def _stored() -> Iterator[None]:
    """Kernels started here store outputs, even where this process runs inside a live notebook."""
    before = os.environ.get("PLGKIT_OUTPUT")
    os.environ["PLGKIT_OUTPUT"] = "stored"
    try:
        yield
    finally:
        os.environ.pop("PLGKIT_OUTPUT")
        if before is not None:
            os.environ["PLGKIT_OUTPUT"] = before


@contextmanager
def _quiet() -> Iterator[None]:
    """papermill logs what the command line already says."""
    log = logging.getLogger("papermill")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)


def _files(lesson: Material, settings: list[Setting]) -> list[str]:
    """The files' names, without their endings."""
    names: dict[str, str] = {}
    for setting in settings:
        name = safe_name(setting.team)
        if name in names:
            raise Refused(f"team: '{names[name]}' and '{setting.team}' would share the file {name}; rename one of them")
        names[name] = setting.team
    return [f"{lesson.notebook.removesuffix('.ipynb')}.{name}" for name in names]


def make_folder(out: Path) -> None:
    """Make the folder, or refuse one that cannot be written to."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=out):
            pass
    except OSError as error:
        raise Refused(
            f"{out}: {(error.strerror or 'unknown error').lower()}; choose a folder you may write to"
        ) from None


def write(target: Path, text: str) -> Path:
    """Write a file so that it is either whole or absent."""
    half = target.with_name(f".{target.name}.part")
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
