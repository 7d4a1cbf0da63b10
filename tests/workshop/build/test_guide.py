"""The facilitator's guide and the index: whole, escaped, on the clock, and printable."""

import html

import pytest

from plgkit.course import settings
from plgkit.course.material import material
from plgkit.course.questions import resolve
from plgkit.workshop.build.guide import facilitator_guide
from plgkit.workshop.build.index import index_page
from plgkit.workshop.plan.plan import Plan

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


@pytest.mark.parametrize("slug", ["saying-no", "funnel"])
def test_every_answer_and_every_foreseen_mistake_is_in_the_guide(guide, plan, slug):
    lesson = material(slug)
    variants = [settings.read(lesson, {"team": team.name, "currency": "€"}) for team in plan.teams]
    for question in (*lesson.predictions, *lesson.exercises):
        for setting in variants:
            assert shown(question.solution(setting)) in guide
    for question in (*lesson.exercises, *lesson.quiz):
        assert shown(resolve(question.ask, variants[0])) in guide
        for _, misconception, text in question.expected_mistakes(variants[0]):
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


def test_the_index_links_what_was_made_and_says_what_was_not(plan):
    names = [piece.name for piece in plan.pieces()]
    page = index_page(plan, names[1:])
    assert page.count("not made") == 1
    assert f'"{names[0]}.html"' not in page
    for name in names[1:]:
        assert f'"{name}.html"' in page
        assert f'"{name}.ipynb"' in page
    assert page.count("data:image/png;base64,") == len(plan.lessons)


def test_titles_and_rooms_are_shown_and_never_run(guide, plan):
    for page in (guide, index_page(plan, [])):
        assert EVIL not in page
        assert shown(EVIL) in page
        assert "Grace &amp; Co" in page
        assert "https://" not in page.partition("<body>")[0]


def test_a_test_has_no_empty_headings():
    page = facilitator_guide(Plan(lessons=["pre-test"], teams=["Ada"]))
    assert "Both forms" in page
    for absent in ("<ul></ul>", "Predictions", "Exercises", "Afterwards everybody", "For the talk"):
        assert absent not in page
