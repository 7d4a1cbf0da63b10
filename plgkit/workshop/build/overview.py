"""What `plgkit plan` shows: the schedule, who gets which numbers, and how long the build will take."""

import math
from collections.abc import Iterator

from plgkit.course.catalogue import material
from plgkit.running.pool import cores, local
from plgkit.running.workers import TaskRunner, inline
from plgkit.workshop.build.build import ProgressCallback, check
from plgkit.workshop.plan.plan import Plan
from plgkit.workshop.plan.schedule import Slot, slots

BEGINNING, FIRST, EACH = 12, 12, 1.8
"""Seconds of one core: to begin, for what the teams share in a lesson, and for each piece. See benchmarks."""

FEW = 40
"""Variants that are checked in this process: to start others would take longer."""


def overview(plan: Plan, tell: ProgressCallback) -> Iterator[str]:
    """The plan line by line. Nothing is executed; the answer keys of every variant are computed and checked.

    Parameters
    ----------
    plan : Plan
    tell : callable
        Told how far the check is.

    Yields
    ------
    str
        A line to print.

    Raises
    ------
    Refused
        Numbers that leave a question without a clear answer.
    """
    pieces = plan.variants()
    with TaskRunner(inline if len(pieces) <= FEW else lambda: local(cores(), fork=False)) as processes:
        variants = check(plan, pieces, processes, tell)
    yield plan.title
    if plan.date:
        yield f"{plan.date:%A} {plan.date.day} {plan.date:%B %Y}"
    yield ""
    day = slots(plan)
    end = Slot(day[-1].begins + day[-1].minutes, 0, "End")
    for slot in (*day, end):
        minutes = f"{slot.minutes} min" if slot.minutes else ""
        yield f"{slot.clock(plan.start):>6}  {minutes:>7}  {slot.label}"
    yield ""
    names = [team.name.strip() for team in plan.teams]
    titles = [material(lesson.slug).title for lesson in plan.lessons]
    rows = [[name, *(variants[lesson.slug, name] for lesson in plan.lessons)] for name in names]
    yield from _table([["team", *titles], *rows])
    yield ""
    yield f"{len(set(variants.values()))} variants, each with a clear answer to every question."
    yield from estimate(plan, cores())


def estimate(plan: Plan, workers: int) -> Iterator[str]:
    """How much there is to make, and about how long it takes.

    Parameters
    ----------
    plan : Plan
    workers : int
        Processes that make pieces side by side.

    Yields
    ------
    str
        A line to print.
    """
    pieces = len(plan.pieces())
    work = FIRST * len(plan.lessons) + EACH * pieces
    minutes = math.ceil((BEGINNING + work / workers) / 60)
    yield f"{pieces} pieces, each a notebook and a page ({' and '.join(plan.editions)})."
    yield (
        f"The first build takes about {minutes} min on {workers} cores: {EACH} s of one core for each piece, "
        "measured where the README's figures are from."
    )


def _table(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
