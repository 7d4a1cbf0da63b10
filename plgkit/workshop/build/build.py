"""Handouts: every notebook of a plan executed, a page made of each, and what was finished before kept."""

import json
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from plgkit.course.catalogue import material
from plgkit.running import pool
from plgkit.running.workers import ExecutorFactory, Task, TaskRunner
from plgkit.support import folders, outputs
from plgkit.support.errors import Refused, unknown
from plgkit.support.files import make_folder, sha256, write
from plgkit.workshop.build.guide import facilitator_guide
from plgkit.workshop.build.index import GUIDE, index_page
from plgkit.workshop.build.manifest import Manifest, Record
from plgkit.workshop.build.pieces import check_answers, fingerprint, library_versions, make
from plgkit.workshop.plan.plan import Piece, Plan

INDEX = "index.html"

PRELOAD = ("plgkit.workshop.build.preload",)
"""What the processes are forked with."""

ProgressCallback = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True)
class Done:
    """Something that is finished, and its files; `reused` where an earlier build made it."""

    name: str
    paths: tuple[Path, ...]
    reused: bool = False


@dataclass(frozen=True)
class Failed:
    """Something that could not be made, and the reason in one line."""

    name: str
    reason: str


class Stopped(Refused):
    """The build cannot go on, because the disk is full for instance. What is finished is kept."""


def build(
    plan: Plan,
    out: Path,
    *,
    only: Collection[str] = (),
    fork: bool = True,
    executor: ExecutorFactory | None = None,
    progress: ProgressCallback = lambda *_: None,
) -> Iterator[Done | Failed]:
    """Make the pieces of a plan, the facilitator's guide and the index.

    Everything is checked before anything is executed or written. A file appears under its name only when it
    is whole. A build that was cut off is continued: what is finished, unchanged and made from the same inputs
    is reused. One piece that fails does not stop the others.

    Parameters
    ----------
    plan : Plan
        The workshop.
    out : Path
        A folder that is new, empty or of an earlier build; no other build may write into it meanwhile.
    only : collection of str
        Names of pieces; none means all.
    fork : bool
        Whether kernels are forked where that is possible; the results are the same.
    executor : callable, optional
        Opens any executor of concurrent.futures; by default processes on all cores.
    progress : callable
        Called with what is being done, how much of it is done, and how much there is.

    Yields
    ------
    Done or Failed
        Each piece, the guide and the index, when it is finished.

    Raises
    ------
    Refused
        The folder, or a file in the way, is somebody else's; another build writes into it; a piece is not of
        this plan; its numbers leave a question without a clear answer.
    Stopped
        The disk is full, or the folder is gone.
    """
    began = time.monotonic()
    pieces = {piece.name: piece for piece in plan.pieces()}
    for name in only:
        if name not in pieces:
            raise unknown("piece of this plan", name, pieces)
    wanted = [name for name in pieces if not only or name in only]
    files = [*chain.from_iterable(map(_files, wanted)), GUIDE, INDEX]
    about = {"plan": plan.model_dump(mode="json"), "versions": library_versions()}
    with ExitStack() as stack:
        is_new = not out.is_dir()
        if not is_new:
            stack.enter_context(outputs.held(out))
        manifest = _manifest(out, files)
        inputs = {name: _inputs(piece) for name, piece in pieces.items()}
        finished = {name for name in pieces if manifest.holds(name, inputs[name])}
        pending = [pieces[name] for name in wanted if name not in finished]
        with TaskRunner(executor or (lambda: pool.local(pool.default_workers(), fork, PRELOAD))) as runner:
            check(plan, pending, runner, progress)
            make_folder(out)
            if is_new:
                stack.enter_context(outputs.held(out))
                manifest = _manifest(out, files)  # another build may have been here first
                finished = {name for name in pieces if manifest.holds(name, inputs[name])}
                pending = [piece for piece in pending if piece.name not in finished]
            with _stopping():
                manifest.begin(files, **about)
            for name in wanted:
                if name in finished:
                    yield Done(name, manifest.paths(name), reused=True)
            inputs[GUIDE] = _digest(about["plan"])
            guide = [] if manifest.holds(GUIDE, inputs[GUIDE]) else [Task(GUIDE, facilitator_guide, (plan,))]
            # A team's lessons one after the other: what teams share in a lesson is made once, by whoever comes first.
            pending.sort(key=lambda piece: [team.name.strip() for team in plan.teams].index(piece.team))
            tasks = guide + [Task(piece.name, make, (piece, fork)) for piece in pending]
            progress("making", 0, len(tasks))
            for number, (task, result) in enumerate(runner.run(tasks), 1):
                outcome = _store(manifest, task.name, pieces.get(task.name), inputs[task.name], result)
                if isinstance(outcome, Done):
                    finished.add(task.name)
                progress("making", number, len(tasks))
                yield outcome
            done = sorted(finished - {GUIDE})
            inputs[INDEX] = _digest([about["plan"], done])
            if not manifest.holds(INDEX, inputs[INDEX]):
                for _, result in runner.run([Task(INDEX, index_page, (plan, done))]):
                    yield _store(manifest, INDEX, None, inputs[INDEX], result)
        with _stopping():
            manifest.end(seconds=round(time.monotonic() - began, 3), **about)


def check(
    plan: Plan, pieces: Iterable[Piece], runner: TaskRunner, progress: ProgressCallback
) -> dict[tuple[str, str], str]:
    """Check the answers of each lesson and team.

    Parameters
    ----------
    plan : Plan
        The workshop.
    pieces : iterable of Piece
        Those to check; of a lesson and a team, any edition.
    runner : TaskRunner
        Does the work.
    progress : callable
        As for `build`.

    Returns
    -------
    dict
        The variant of the numbers, by lesson and team.

    Raises
    ------
    Refused
        Numbers that leave a question without a clear answer.
    Stopped
        A check could not be done.
    """
    variants, wrong = {}, {}
    decisive = {piece.name: piece for piece in {(piece.lesson, piece.team): piece for piece in pieces}.values()}
    tasks = [Task(name, check_answers, (piece,)) for name, piece in decisive.items()]
    for number, (task, result) in enumerate(runner.run(tasks), 1):
        if isinstance(result, BaseException):
            raise Stopped(f"{task.name}: {_line(result)}")
        piece = decisive[task.name]
        variants[piece.lesson, piece.team], problem = result
        if problem:
            wrong[piece] = problem
        progress("checking", number, len(tasks))
    plan.refuse(wrong)
    return variants


def _store(manifest: Manifest, name: str, piece: Piece | None, inputs: str, result: Any) -> Done | Failed:
    """Write the result of a task, and note it."""
    if isinstance(result, BaseException):
        return Failed(name, _line(result))
    about: dict[str, Any] = {}
    if piece is None:
        texts, seconds = {name: result}, 0.0
    else:
        if result.fingerprint != fingerprint():
            return Failed(name, "its worker has other versions of plgkit or its libraries; install the same there")
        texts, seconds = dict(zip(_files(name), (result.notebook, result.page), strict=True)), result.seconds
        about = piece.about | {"variant": result.variant}
    with _stopping():
        for file, text in texts.items():
            write(manifest.folder / file, text)
        manifest.add(Record(name, inputs, {file: sha256(text) for file, text in texts.items()}, seconds, about))
    return Done(name, manifest.paths(name))


def _manifest(out: Path, files: Iterable[str]) -> Manifest:
    """The manifest of a folder that these files may be written into."""
    manifest = Manifest(out)
    manifest.check(files)
    return manifest


def _files(piece: str) -> tuple[str, str]:
    """The notebook and the page of a piece."""
    return f"{piece}.ipynb", f"{piece}.html"


def _inputs(piece: Piece) -> str:
    """A hash of all that a piece is made from."""
    source = folders.notebooks() / material(piece.lesson).notebook
    return _digest([asdict(piece), sha256(source.read_bytes()) if source.is_file() else ""])


def _digest(content: Any) -> str:
    return sha256(json.dumps([content, fingerprint()], default=str, sort_keys=True))


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
