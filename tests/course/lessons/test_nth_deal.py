import math
import re
from functools import cache
from itertools import product

import nbformat
import pytest

from plgkit.cases.catalogue import load
from plgkit.course import questions, settings
from plgkit.course.lessons.nth_deal import exercises
from plgkit.course.lessons.nth_deal.lesson import LESSON
from plgkit.ideas.nth_deal import NthDeal
from plgkit.models import words
from plgkit.support import folders
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS

SETTINGS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(24)]
REFUSED = [
    {"overlap": 0.0},
    {"upkeep": 0.85},
    {"cost_of_reuse": 1.0},
    {"build_for_reuse": 20.0},
    {"shares": [0.5, 0.2]},
    {"case": "renewals"},
]
NUMBERS = [question for question in LESSON.exercises if isinstance(question, questions.Number)]
TRUTH = {
    "core": {"sign-in", "booking calendar", "payments", "status messages"},
    "for one": "audit export",
    "largest": "Kordavel Insurance",
}


def first_cheaper(build, each):
    """The first deal at which the sum of all costs is lower, counted deal by deal."""
    return next(n for n in range(1, 1000) if build + n * each < n - 1e-9)


def chance_of_losing(shares, chance, limit=0.3):
    """Over all sets of customers, one by one."""
    total = 0
    for left in product([0, 1], repeat=len(shares)):
        if sum(share for share, gone in zip(shares, left, strict=True) if gone) >= limit - 1e-9:
            total += math.prod(chance if gone else 1 - chance for gone in left)
    return total


def numbers_in(text):
    return [float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*\.?\d*", text)]


@cache
def made(place):
    return settings.read(LESSON, CORNERS["nth-deal"][place])


@pytest.fixture(params=range(len(CORNERS["nth-deal"])), ids=lambda place: CORNERS["nth-deal"][place].get("team", "you"))
def setting(request):
    return made(request.param)


@pytest.mark.slow
def test_the_prediction_is_the_first_deal_at_which_the_product_has_cost_less(setting):
    (prediction,) = LESSON.predictions
    idea = setting.idea
    assert prediction.answer(setting) == first_cheaper(idea.build_for_reuse, idea.cost_of_reuse + idea.upkeep)
    assert questions.judge(prediction, prediction.answer(setting), setting)["correct"]
    assert prediction.low <= prediction.answer(setting) <= prediction.high
    assert prediction.picture(setting).to_dict(validate=False)


@pytest.mark.parametrize("given", REFUSED, ids=str)
def test_what_has_no_clear_answer_is_refused_in_one_line(given):
    with pytest.raises(Refused) as refusal:
        settings.read(LESSON, given)
    assert len(str(refusal.value).splitlines()) == 1


def test_the_core_is_the_one_that_was_planted():
    assert set(exercises.core()) == TRUTH["core"]
    assert exercises.for_one() == TRUTH["for one"]
    assert exercises.shares().index[0] == TRUTH["largest"]
    assert exercises.shares().iloc[0] == pytest.approx(0.40, abs=0.005)
    assert exercises.overlap() == pytest.approx(0.60, abs=0.02)
    assert set(exercises.before_reuse()["way"]) == {"to order"}


def test_the_right_core_of_every_team_is_the_planted_one(setting):
    question = LESSON.question_named("core")
    options = question.payload(setting)["options"]
    parts = set(re.split(r", | and ", options[question.answer(setting)].rstrip(".").lower()))
    assert parts == TRUTH["core"]
    for option, verdict in zip(options, question.verdicts(setting), strict=True):
        if verdict["misconception"] == "one-customer":
            assert TRUTH["for one"] in option.lower()
        if verdict["misconception"] == "size":
            assert "route planner" in option.lower()
        if verdict["misconception"] == "snowflake":
            assert option.startswith("None:")
    assert len(set(options)) == 4


def test_the_hours_are_those_of_the_ledger():
    ledger = load("deals")
    for setting in SETTINGS:
        own = setting.own.costs
        for way, hours in (("to order", own.to_order), ("for reuse", own.for_reuse), ("reused", own.reused)):
            lines = ledger[(ledger["component"] == own.component) & (ledger["way"] == way)]
            assert round(lines["hours"].mean()) == hours
        assert own.component in TRUTH["core"] - {exercises.EXAMPLE}


def test_the_keys_follow_from_the_numbers_in_the_questions(setting):
    costs, customers = NUMBERS
    order, build, reuse, upkeep = numbers_in(questions.resolve(costs.ask, setting))
    assert costs.answer(setting) == pytest.approx(build / (order - reuse - upkeep))
    first = first_cheaper(build / order, (reuse + upkeep) / order)
    assert f"from deal {first} on" in costs.solution(setting)
    (largest,) = numbers_in(questions.resolve(customers.ask, setting))[:1]
    others = setting.own.customers.others
    assert f"over {words.small(others)} others" in questions.resolve(customers.ask, setting)
    shares = [largest / 100] + [(1 - largest / 100) / others] * others
    assert customers.answer(setting) == pytest.approx(1 / sum(share**2 for share in shares))
    if others < 9:
        assert words.percent(chance_of_losing(shares, 0.1)) in customers.solution(setting)


def test_the_misconceptions_own_numbers():
    """Each slip is what somebody who thinks that way finds, computed here from the question's numbers."""
    costs, customers = NUMBERS
    for setting in SETTINGS:
        order, build, reuse, _upkeep = numbers_in(questions.resolve(costs.ask, setting))
        for value, misconception in (
            (build / (order - reuse), "upkeep-forgotten"),
            (build / order, "reuse-is-free"),
            (build / reuse, "no-comparison"),
        ):
            assert questions.judge(costs, round(value, 2), setting)["misconception"] == misconception
        own = setting.own.customers
        for value, misconception in (
            (own.others + 1, "counting-heads"),
            (round(1 / own.share, 2), "largest-only"),
            (round(1 / (own.share**2 + (1 - own.share) ** 2), 2), "others-as-one"),
            (round(own.share**2 + (1 - own.share) ** 2 / own.others, 3), "not-inverted"),
        ):
            assert questions.judge(customers, value, setting)["misconception"] == misconception


def test_teams_get_different_numbers():
    for question in NUMBERS:
        assert len({questions.resolve(question.ask, setting) for setting in SETTINGS}) > 15
    assert {setting.own.dropped for setting in SETTINGS} == TRUTH["core"]
    assert settings.read(LESSON, {"team": "Team 0"}).own == SETTINGS[0].own


def test_overlap_leaves_the_answer_where_it_is_and_the_text_says_so(setting):
    idea = setting.idea
    (prediction,) = LESSON.predictions
    less = idea.changed(overlap=0.6 * idea.overlap).run().numbers["first_cheaper_deal"]
    assert less == prediction.answer(setting)
    assert "Overlap does not move that" in prediction.solution(setting)


def test_where_the_claim_is_false_it_is_so_whatever_the_instructor_changed(setting):
    assert LESSON.views["false"].start(setting).run().numbers["first_cheaper_deal"] == math.inf
    unlike = LESSON.views["unlike"].start(setting).run().numbers
    assert 0 < unlike["cost_custom"] - unlike["cost_product"] < 1


def test_what_the_quiz_says():
    assert NthDeal().run().numbers["break_even_deals"] == 1.875
    assert first_cheaper(1.5, 0.2) == 2
    alike, less = (NthDeal(overlap=overlap).run().numbers for overlap in (1.0, 0.6))
    assert alike["break_even_deals"] == less["break_even_deals"]
    saved = [numbers["cost_custom"] - numbers["cost_product"] for numbers in (alike, less)]
    assert saved[1] / saved[0] == pytest.approx(0.60)


def test_what_the_notebook_says_of_the_customers():
    shares = exercises.shares()
    assert words.small(len(shares)) == "eleven"
    assert round(1 / (shares**2).sum()) == 5
    cells = nbformat.read(folders.notebooks() / LESSON.notebook, as_version=4).cells
    shown = "".join(
        output["data"].get("text/plain", "")
        for cell in cells
        if "plg.NthDeal(shares=" in cell.source
        for output in cell.outputs
    )
    assert str(round((shares**2).sum(), 3)) in shown
    assert str(round(chance_of_losing(shares.tolist(), 0.1), 3)) in shown
