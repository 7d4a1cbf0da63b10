"""The clock of a workshop: when each lesson, each of its steps and each pause begins."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plgkit.course.material import material

if TYPE_CHECKING:
    from plgkit.workshop.plan.plan import Plan, PlannedLesson


@dataclass(frozen=True)
class Slot:
    """A stretch of the day: a lesson, one of its steps, or a pause. `begins` counts minutes from the start."""

    begins: int
    minutes: int
    what: str
    lesson: str = ""

    def clock(self, start: datetime.time | None) -> str:
        """When it begins: by the clock where the plan has a start, else in minutes from the start.

        >>> Slot(95, 15, "Pause").clock(datetime.time(9, 30)), Slot(95, 15, "Pause").clock(None)
        ('11:05', '1:35')
        """
        hours, minutes = divmod((start.hour * 60 + start.minute if start else 0) + self.begins, 60)
        return f"{hours % 24 if start else hours}:{minutes:02}"


def slots(plan: Plan) -> list[Slot]:
    """The lessons and pauses of a plan, one after the other."""
    found, at = [], 0
    for lesson in plan.lessons:
        found.append(Slot(at, lesson.lasts, material(lesson.slug).title, lesson.slug))
        at += lesson.lasts
        if lesson.pause:
            found.append(Slot(at, lesson.pause, "Pause"))
            at += lesson.pause
    return found


def steps(lesson: PlannedLesson, begins: int = 0) -> list[Slot]:
    """The steps of a lesson in the minutes that the plan gives it, each in whole minutes.

    >>> from plgkit.workshop.plan.plan import PlannedLesson
    >>> halved = steps(PlannedLesson(slug="saying-no", minutes=25))
    >>> sum(step.minutes for step in halved), halved[-1].begins + halved[-1].minutes
    (25, 25)
    """
    schedule = material(lesson.slug).schedule
    whole = sum(minutes for _, minutes in schedule)
    found, passed = [], 0
    for step, minutes in schedule:
        at = round(passed * lesson.lasts / whole)
        passed += minutes
        found.append(Slot(begins + at, round(passed * lesson.lasts / whole) - at, step, lesson.slug))
    return found
