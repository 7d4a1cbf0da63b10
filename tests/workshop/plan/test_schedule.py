import datetime
from itertools import pairwise

import pytest

from plgkit.course.catalogue import material
from plgkit.workshop.plan.plan import Plan
from plgkit.workshop.plan.schedule import slots, steps

LESSONS = [{"slug": "saying-no", "minutes": 40, "pause": 10}, "funnel"]


@pytest.fixture(scope="module")
def plan():
    return Plan(start="9:50", lessons=LESSONS, teams=["Ada"])


def test_the_day_has_no_gap_and_steps_fill_their_lesson(plan):
    day = slots(plan)
    assert [slot.label for slot in day] == [material("saying-no").title, "Pause", material("funnel").title]
    assert [slot.clock(plan.start) for slot in day] == ["9:50", "10:30", "10:40"]
    for lesson in plan.lessons:
        parts = steps(lesson, 7)
        assert parts[0].begins == 7
        assert all(part.begins + part.minutes == following.begins for part, following in pairwise(parts))
        assert sum(part.minutes for part in parts) == lesson.duration
        assert [part.label for part in parts] == [step for step, _ in material(lesson.slug).schedule]


def test_past_midnight_the_clock_begins_again(plan):
    assert slots(plan)[2].clock(datetime.time(23, 30)) == "0:20"
    assert slots(plan)[2].clock(None) == "0:50"
