"""Handouts: every notebook of a plan executed, a page made of each, and what was finished before kept."""

import json
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from plgkit.course.material import material
from plgkit.running import pool
from plgkit.running.execution import execute, execute_file
from plgkit.running.workers import Crew, Open, Task
from plgkit.support import folders
from plgkit.support.errors import Refused, unknown
from plgkit.support.files import make_folder, sha256, write
from plgkit.workshop.build.guide import facilitator_guide
from plgkit.workshop.build.index import GUIDE, index_page
from plgkit.workshop.build.manifest import Manifest, Record
from plgkit.workshop.build.pieces import code, keys, make, versions
from plgkit.workshop.plan.plan import Piece, Plan

__all__ = ["Done", "Failed", "Stopped", "build", "execute", "execute_file", "make_folder", "write"]

INDEX = "index.html"

Tell = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Done:
    """Something that is finished, and its files; `kept` where it was so before."""

    name: str
    paths: tuple[Path, ...]
    kept: bool = False


@dataclass(frozen=True)
class Failed:
    """Something that could not be made, and why, in one line."""

    name: str
    why: str


class Stopped(Refused):
    """The build cannot go on, because the disk is full for instance. What is finished is kept."""


def build(
    plan: Plan,
    out: Path,
    *,
    only: Collection[str] = (),
    fork: bool = True,
    crew: Open | None = None,
    tell: Tell = lambda *_: None,
) -> Iterator[Done | Failed]:
    """Make the pieces of a plan, the facilitator's guide and the index, and give each when it is finished.

    Everything is checked before anything is executed or written. A file appears under its name only when it
    is whole. A build that was cut off is continued: what is finished, unchanged and made from the same inputs
    is kept. One piece that fails does not stop the others.

    Args:
        plan: the workshop.
        out: a folder that is new, empty or of an earlier build.
        only: names of pieces; none means all.
        fork: fork kernels where that is possible; the results are the same.
        crew: opens any executor of concurrent.futures; by default processes on all cores.
        tell: is told of the progress.

    Raises:
        Refused: the folder is somebody else's, a piece is not of this plan, or its numbers leave a question
            without a clear answer.
        Stopped: the disk is full, or the folder is gone.
    """
    began = time.monotonic()
    manifest = Manifest(out)
    pieces = {piece.name: piece for piece in plan.pieces()}
    for name in only:
        if name not in pieces:
            raise unknown("piece of this plan", name, pieces)
    inputs = {name: _inputs(piece) for name, piece in pieces.items()}
    finished = {name for name in pieces if manifest.holds(name, inputs[name])}
    asked = [name for name in pieces if not only or name in only]
    pending = [pieces[name] for name in asked if name not in finished]
    about = {"plan": plan.model_dump(mode="json"), "versions": versions()}
    with Crew(crew or (lambda: pool.local(pool.usual(), fork))) as processes:
        check(plan, pending, processes, tell)
        make_folder(out)
        with _stopping():
            manifest.begin(**about)
        for name in asked:
            if name in finished:
                yield Done(name, manifest.paths(name), kept=True)
        inputs[GUIDE] = _digest(about["plan"])
        guide = [] if manifest.holds(GUIDE, inputs[GUIDE]) else [Task(GUIDE, facilitator_guide, (plan,))]
        # A team's lessons one after the other: what teams share in a lesson is made once, by whoever comes first.
        pending.sort(key=lambda piece: [team.name.strip() for team in plan.teams].index(piece.team))
        tasks = guide + [Task(piece.name, make, (piece, fork)) for piece in pending]
        tell("making", 0, len(tasks))
        for number, (task, result) in enumerate(processes.run(tasks), 1):
            ended = _keep(manifest, task.name, pieces.get(task.name), inputs[task.name], result)
            if isinstance(ended, Done):
                finished.add(task.name)
            tell("making", number, len(tasks))
            yield ended
        done = sorted(finished - {GUIDE})
        inputs[INDEX] = _digest([about["plan"], done])
        if not manifest.holds(INDEX, inputs[INDEX]):
            for _, result in processes.run([Task(INDEX, index_page, (plan, done))]):
                yield _keep(manifest, INDEX, None, inputs[INDEX], result)
    with _stopping():
        manifest.end(seconds=round(time.monotonic() - began, 3), **about)


def check(plan: Plan, pieces: Iterable[Piece], processes: Crew, tell: Tell) -> dict[tuple[str, str], str]:
    """The variant of each lesson and team.

    Raises:
        Refused: numbers that leave a question without a clear answer.
    """
    tasks = {piece.name: piece for piece in {(one.lesson, one.team): one for one in pieces}.values()}
    variants, wrong = {}, {}
    for number, (task, found) in enumerate(processes.run(Task(name, keys, (one,)) for name, one in tasks.items()), 1):
        if isinstance(found, BaseException):
            raise Stopped(f"{task.name}: {_line(found)}")
        piece = tasks[task.name]
        variants[piece.lesson, piece.team], why = found
        if why:
            wrong[piece] = why
        tell("checking", number, len(tasks))
    plan.refuse(wrong)
    return variants


def _keep(manifest: Manifest, name: str, piece: Piece | None, inputs: str, result: Any) -> Done | Failed:
    """Write what came of a task, and note it."""
    if isinstance(result, BaseException):
        return Failed(name, _line(result))
    about: dict[str, Any] = {}
    if piece is None:
        texts, seconds = {name: result}, 0.0
    else:
        if result.code != code():
            return Failed(name, "its worker has other versions of plgkit or its libraries; install the same there")
        texts, seconds = {f"{name}.ipynb": result.notebook, f"{name}.html": result.page}, result.seconds
        about = asdict(piece) | {"variant": result.variant}
    with _stopping():
        for file, text in texts.items():
            write(manifest.folder / file, text)
        manifest.add(Record(name, inputs, {file: sha256(text) for file, text in texts.items()}, seconds, about))
    return Done(name, manifest.paths(name))


def _inputs(piece: Piece) -> str:
    """A hash of all that a piece is made from."""
    source = folders.notebooks() / material(piece.lesson).notebook
    return _digest([asdict(piece), sha256(source.read_bytes()) if source.is_file() else ""])


def _digest(content: Any) -> str:
    return sha256(json.dumps([content, code()], default=str, sort_keys=True))


def _line(error: BaseException) -> str:
    """An error in one line."""
    text = " ".join(str(error).split())
    return text if isinstance(error, Refused | RuntimeError) and text else f"{type(error).__name__}: {text}"


@contextmanager
def _stopping() -> Iterator[None]:
    try:
        yield
    except Refused as refusal:
        raise Stopped(str(refusal)) from None
