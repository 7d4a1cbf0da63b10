"""`plgkit build` as its user sees it: progress, a summary, and how to repeat what failed."""

import shlex
import sys
from functools import partial
from pathlib import Path

from plgkit.running import pool
from plgkit.support import signals
from plgkit.support.console import complain, say
from plgkit.workshop.build.build import INDEX, PRELOAD, Done, Failed, Stopped, build
from plgkit.workshop.build.progress import Progress
from plgkit.workshop.plan.plan import Plan

FAILED, INTERRUPTED = 1, 130


def run(
    plan: Plan,
    out: Path,
    command: list[str],
    only: tuple[str, ...] = (),
    workers: int | None = None,
    fork: bool = True,
    scheduler: str | None = None,
) -> int:
    """Build, and say how it goes.

    Parameters
    ----------
    plan, out, only, fork
        As for `build`.
    command : list of str
        What repeats this build.
    workers : int, optional
        Processes on this machine, at least 1; by default three for two cores.
    scheduler : str, optional
        The address of a Dask cluster, to use that instead.

    Returns
    -------
    int
        The exit code.

    Raises
    ------
    Refused
        As `build` does; or a cluster that does not answer.
    """
    if scheduler:
        executor = partial(pool.cluster, scheduler)
    else:
        executor = partial(pool.local, workers or pool.default_workers(), fork, PRELOAD)
    outcomes: list[Done | Failed] = []
    try:
        with Progress() as progress:
            for outcome in build(plan, out, only=only, fork=fork, executor=executor, progress=progress):
                outcomes.append(outcome)
                if isinstance(outcome, Done) and not (progress.terminal and sys.stdout.isatty()):
                    for path in outcome.paths:
                        say(path)
    except KeyboardInterrupt:
        return _cut_off(outcomes, "interrupted", INTERRUPTED)
    except signals.Terminated as ended:
        return _cut_off(outcomes, "told to end", ended.code)
    except Stopped as stopped:
        return _cut_off(outcomes, str(stopped), FAILED)
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    names = {piece.name for piece in plan.pieces()}
    for failure in failed:
        again = f"; again: {shlex.join([*command, '--only', failure.name])}" if failure.name in names else ""
        complain(f"{failure.name} failed: {failure.reason}{again}")
    done = [outcome for outcome in outcomes if isinstance(outcome, Done)]
    reused = sum(outcome.reused for outcome in done)
    before = f", {reused} of them before" if reused else ""
    complain(f"{len(done)} made{before}, {len(failed)} failed: {out / INDEX}")
    return FAILED if failed else 0


def _cut_off(outcomes: list[Done | Failed], reason: str, code: int) -> int:
    done = sum(isinstance(outcome, Done) for outcome in outcomes)
    complain(reason)
    complain(f"{done} made and kept; the same command goes on from there")
    return code
