"""The facilitator's guide: whole, escaped, on the clock, and printable."""

import datetime
import html
from itertools import pairwise

import pytest

from plgkit.course import settings
from plgkit.course.material import material
from plgkit.course.questions import resolve
from plgkit.workshop.build.guide import facilitator_guide
from plgkit.workshop.plan.plan import Plan
from plgkit.workshop.plan.schedule import slots, steps

EVIL = "<img src=x onerror=alert(1)>"
TWO = [{"slug": "saying-no", "minutes": 40, "pause": 10}, "funnel"]


@pytest.fixture(scope="module")
def plan():
    teams = [{"name": "Ada", "room": EVIL}, "Grace & Co"]
    return Plan(title=EVIL, start="9:50", lessons=TWO, teams=teams, currency="€")


@pytest.fixture(scope="module")
def guide(plan):
    return facilitator_guide(plan)


def shown(text):
    return html.escape(text, quote=False).replace("'", "&#39;").replace('"', "&#34;")


def test_the_day_has_no_gap_and_steps_fill_their_lesson(plan):
    day = slots(plan)
    assert [slot.what for slot in day] == [material("saying-no").title, "Pause", material("funnel").title]
    assert [slot.clock(plan.start) for slot in day] == ["9:50", "10:30", "10:40"]
    for lesson in plan.lessons:
        parts = steps(lesson, 7)
        assert parts[0].begins == 7
        assert all(one.begins + one.minutes == following.begins for one, following in pairwise(parts))
        assert sum(part.minutes for part in parts) == lesson.lasts
        assert [part.what for part in parts] == [step for step, _ in material(lesson.slug).schedule]


def test_past_midnight_the_clock_begins_again():
    plan = Plan(lessons=TWO, teams=["Ada"], start="23:30")
    assert slots(plan)[2].clock(datetime.time(23, 30)) == "0:20"


@pytest.mark.parametrize("slug", ["saying-no", "funnel"])
def test_every_answer_and_every_foreseen_mistake_is_in_the_guide(guide, plan, slug):
    lesson = material(slug)
    teams = [settings.read(lesson, {"team": team.name, "currency": "€"}) for team in plan.teams]
    for question in (*lesson.predictions, *lesson.exercises):
        for setting in teams:
            assert shown(question.solution(setting)) in guide
    for question in (*lesson.exercises, *lesson.quiz):
        assert shown(resolve(question.ask, teams[0])) in guide
        for _, misconception, text in question.expected_mistakes(teams[0]):
            assert shown(misconception) in guide
            assert shown(text) in guide
    for text in (*lesson.cuts, *lesson.debrief, lesson.monday, lesson.idea.holds_when, lesson.idea.fails_when):
        assert shown(text) in guide


def test_teams_have_answers_of_their_own(guide):
    lesson = material("saying-no")
    solutions = {
        question.solution(settings.read(lesson, {"team": team, "currency": "€"}))
        for question in lesson.exercises[:1]
        for team in ("Ada", "Grace & Co")
    }
    assert len(solutions) == 2


def assert_harmless(page):
    """Titles and rooms are shown and never run, and nothing is loaded from elsewhere."""
    assert EVIL not in page
    assert shown(EVIL) in page
    assert "Grace &amp; Co" in page
    assert "https://" not in page.partition("<body>")[0]


def test_titles_and_rooms_are_shown_and_never_run(guide):
    assert_harmless(guide)


def test_a_test_has_no_empty_headings():
    page = facilitator_guide(Plan(lessons=["pre-test"], teams=["Ada"]))
    assert "Both forms" in page
    for absent in ("<ul></ul>", "Predictions", "Exercises", "Afterwards everybody", "For the talk"):
        assert absent not in page
