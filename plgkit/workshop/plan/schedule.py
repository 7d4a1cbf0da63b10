"""The clock of a workshop: when each lesson, each of its steps and each pause begins."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plgkit.course.catalogue import material

if TYPE_CHECKING:
    from plgkit.workshop.plan.plan import Plan, PlannedLesson


@dataclass(frozen=True)
class Slot:
    """A stretch of the day: a lesson, one of its steps, or a pause.

    Attributes
    ----------
    begins : int
        Minutes from the start of the day.
    minutes : int
        How long it is.
    label : str
        What happens in it.
    lesson : str
        The slug of the lesson it belongs to; empty for a pause.
    """

    begins: int
    minutes: int
    label: str
    lesson: str = ""

    def clock(self, start: datetime.time | None) -> str:
        """When it begins: by the clock where the plan has a start, else in hours and minutes from the start.

        Parameters
        ----------
        start : datetime.time or None
            When the day begins.

        Returns
        -------
        str

        Examples
        --------
        >>> Slot(95, 15, "Pause").clock(datetime.time(9, 30)), Slot(95, 15, "Pause").clock(None)
        ('11:05', '1:35')
        """
        hours, minutes = divmod((start.hour * 60 + start.minute if start else 0) + self.begins, 60)
        return f"{hours % 24 if start else hours}:{minutes:02}"


def slots(plan: Plan) -> list[Slot]:
    """The lessons and pauses of a plan, one after the other.

    Parameters
    ----------
    plan : Plan

    Returns
    -------
    list of Slot
        Without a gap, from minute 0.
    """
    day, begins = [], 0
    for lesson in plan.lessons:
        day.append(Slot(begins, lesson.duration, material(lesson.slug).title, lesson.slug))
        begins += lesson.duration
        if lesson.pause:
            day.append(Slot(begins, lesson.pause, "Pause"))
            begins += lesson.pause
    return day


def steps(lesson: PlannedLesson, begins: int = 0) -> list[Slot]:
    """The steps of a lesson in the minutes that the plan gives it.

    Parameters
    ----------
    lesson : PlannedLesson
    begins : int
        Minutes from the start of the day to the lesson's first step.

    Returns
    -------
    list of Slot
        Each in whole minutes; together as long as the lesson.

    Examples
    --------
    >>> from plgkit.workshop.plan.plan import PlannedLesson
    >>> halved = steps(PlannedLesson(slug="saying-no", minutes=25))
    >>> sum(step.minutes for step in halved), halved[-1].begins + halved[-1].minutes
    (25, 25)
    """
    schedule = material(lesson.slug).schedule
    whole = sum(minutes for _, minutes in schedule)
    parts, passed = [], 0
    for step, minutes in schedule:
        offset = round(passed * lesson.duration / whole)
        passed += minutes
        parts.append(Slot(begins + offset, round(passed * lesson.duration / whole) - offset, step, lesson.slug))
    return parts
