"""`plgkit build` as its user sees it: progress, a summary, and how to repeat what failed."""

import shlex
import sys
from functools import partial
from pathlib import Path

import click

from plgkit.running import pool
from plgkit.workshop.build.build import INDEX, Done, Failed, Stopped, build
from plgkit.workshop.build.progress import Progress
from plgkit.workshop.plan.plan import Plan

FAILED, INTERRUPTED = 1, 130
ASIDE = "plgkit: "


def run(
    plan: Plan,
    out: Path,
    command: list[str],
    only: tuple[str, ...] = (),
    workers: int | None = None,
    fork: bool = True,
    scheduler: str | None = None,
) -> int:
    """Build, and tell how it goes.

    Args:
        plan, out, only, fork: as `build` takes them.
        command: what repeats this build.
        workers: processes on this machine; by default three for two cores.
        scheduler: the address of a Dask cluster, to use that instead.

    Returns:
        The exit code.

    Raises:
        Refused: as `build` does, or a cluster that does not answer.
    """
    crew = partial(pool.cluster, scheduler) if scheduler else partial(pool.local, workers or pool.usual(), fork)
    ended: list[Done | Failed] = []
    try:
        with Progress() as progress:
            for one in build(plan, out, only=only, fork=fork, crew=crew, tell=progress):
                ended.append(one)
                if isinstance(one, Done) and not (progress.terminal and sys.stdout.isatty()):
                    for path in one.paths:
                        click.echo(path)
    except KeyboardInterrupt:
        return _cut(ended, "interrupted", INTERRUPTED)
    except Stopped as stopped:
        return _cut(ended, str(stopped), FAILED)
    failed = [one for one in ended if isinstance(one, Failed)]
    names = {piece.name for piece in plan.pieces()}
    for one in failed:
        again = f"; again: {shlex.join([*command, '--only', one.name])}" if one.name in names else ""
        click.echo(f"{ASIDE}{one.name} failed: {one.why}{again}", err=True)
    done = [one for one in ended if isinstance(one, Done)]
    kept = sum(one.kept for one in done)
    before = f", {kept} of them before" if kept else ""
    click.echo(f"{ASIDE}{len(done)} made{before}, {len(failed)} failed: {out / INDEX}", err=True)
    return FAILED if failed else 0


def _cut(ended: list[Done | Failed], why: str, code: int) -> int:
    made = sum(isinstance(one, Done) for one in ended)
    click.echo(f"{ASIDE}{why}", err=True)
    click.echo(f"{ASIDE}{made} made and kept; the same command goes on from there", err=True)
    return code
