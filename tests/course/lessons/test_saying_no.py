import re
from functools import cache

import nbformat
import pytest

from plgkit.cases.catalogue import load
from plgkit.course import questions, settings
from plgkit.course.lessons.saying_no.exercises import WAYS
from plgkit.course.lessons.saying_no.lesson import LESSON
from plgkit.ideas.saying_no import SayingNo
from plgkit.support import folders
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS

SETTINGS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(16)]
REFUSED = [
    {"success": 0.0},
    {"discount_rate": 1.0},
    {"product_income": 20.0},
    {"custom_income": 0.0, "build_cost": 0.0},
    {"product_income": 45.0},
    {"case": "renewals"},
]
NUMBERS = [question for question in LESSON.exercises if isinstance(question, questions.Number)]


def value_of(incomes, rate):
    return sum(income / (1 + rate) ** year for year, income in enumerate(incomes))


def both(idea, years, works=True):
    """What custom work and the product are worth over `years`, summed year by year."""
    custom = [idea.custom_income] * years
    after = [idea.product_income] * (years - 1) if works else [0, *[idea.custom_income] * (years - 2)][: years - 1]
    return value_of(custom, idea.discount_rate), value_of([-idea.build_cost, *after], idea.discount_rate)


def mean(idea, years):
    custom, works = both(idea, years)
    return custom, idea.success * works + (1 - idea.success) * both(idea, years, works=False)[1]


def first_year(idea):
    """The first number of years for which the product is worth as much."""
    slack = 1e-9 * (idea.build_cost + idea.custom_income)
    return next(years for years in range(1, 200) if mean(idea, years)[1] >= mean(idea, years)[0] - slack)


def numbers_in(text):
    found = re.findall(r"(−?)[^\d\s−]?(\d[\d,]*\.?\d*)", text)
    return [float(number.replace(",", "")) * (-1 if minus else 1) for minus, number in found]


@cache
def made(place):
    return settings.read(LESSON, CORNERS["saying-no"][place])


@pytest.fixture(
    params=range(len(CORNERS["saying-no"])), ids=lambda place: CORNERS["saying-no"][place].get("team", "you")
)
def setting(request):
    return made(request.param)


@pytest.mark.slow
def test_the_prediction_is_the_first_year_in_which_the_product_is_worth_as_much(setting):
    (prediction,) = LESSON.predictions
    assert prediction.answer(setting) == first_year(setting.idea)
    assert questions.judge(prediction, prediction.answer(setting), setting)["correct"]
    assert prediction.low <= prediction.answer(setting) <= prediction.high
    assert prediction.picture(setting).to_dict(validate=False)


@pytest.mark.parametrize("given", REFUSED, ids=str)
def test_what_has_no_clear_answer_is_refused_in_one_line(given):
    with pytest.raises(Refused) as refusal:
        settings.read(LESSON, given)
    assert len(str(refusal.value).splitlines()) == 1


def test_the_keys_of_the_teams_plan_follow_from_its_numbers(setting):
    plan, idea = setting.own.plan, setting.own.plan.idea
    years, chance, missing, _ = LESSON.exercises
    assert years.answer(setting) == first_year(idea.changed(success=1.0))
    custom, works = both(idea, idea.years)
    _, fails = both(idea, idea.years, works=False)
    needed = chance.answer(setting) / 100
    assert needed * works + (1 - needed) * fails == pytest.approx(custom)
    assert plan.failed == pytest.approx(fails)
    gap = setting.own.gap
    assert missing.answer(setting) == pytest.approx(12 * gap.monthly - gap.cash)
    assert 8 * gap.monthly < gap.cash < 9 * gap.monthly


def test_exactly_one_way_closes_the_gap(setting):
    gap, job = setting.own.gap, setting.own.gap.job
    closes = {
        "finance": gap.loan >= gap.missing,
        "stage": gap.stage * gap.monthly <= gap.cash,
        "bridge": job.revenue - 0.08 * setting.idea.scale * job.hours >= gap.missing,
    }
    assert [way for way, enough in closes.items() if enough] == [gap.right]
    question = LESSON.question_named("month_nine")
    assert question.payload(setting)["options"][question.answer(setting)].lower().startswith(gap.right)


def test_the_job_is_a_deal_of_the_ledger():
    ledger = load("deals")
    for setting in SETTINGS:
        job = setting.own.gap.job
        lines = ledger[ledger["deal"] == job.deal]
        assert set(lines["customer"]) == {job.customer}
        assert (lines["hours"].sum(), lines["revenue"].sum() / 1000) == (job.hours, pytest.approx(job.revenue))
        assert ("reused" in set(lines["way"])) == job.reused
        # A wrong bridge tempts: it brings more than is missing.
        assert job.revenue > setting.own.gap.missing


def test_the_misconceptions_own_numbers():
    """Each slip is what somebody who thinks that way finds, computed here from the question's numbers."""
    for setting in SETTINGS:
        idea, gap = setting.own.plan.idea, setting.own.gap
        undiscounted = first_year(idea.changed(discount_rate=0.0))
        for_free = next(t for t in range(1, 99) if both(idea, t)[1] >= 0)
        custom, works = both(idea, idea.years)
        for name, value, misconception in (
            ("own_break_even", undiscounted, "no-discount"),
            ("own_break_even", for_free, "refusing-is-free"),
            ("own_break_even", first_year(idea.changed(success=1.0)) - 1, "first-year-left-out"),
            ("chance_needed", 100 * custom / works, "failure-is-zero"),
            ("chance_needed", 50, "likelier-than-not"),
            ("missing", 0, "value-is-cash"),
            ("missing", 3 * gap.monthly, "whole-months-only"),
            ("missing", 9 * gap.monthly - gap.cash, "first-hole-only"),
            ("missing", 12 * gap.monthly, "cash-forgotten"),
        ):
            verdict = questions.judge(LESSON.question_named(name), value, setting)
            assert verdict["misconception"] == misconception


def test_the_rounded_numbers_in_the_questions_lead_to_the_answers(setting):
    years, chance, missing, _ = LESSON.exercises
    custom, build, product, rate, _one, *rest = numbers_in(questions.resolve(years.ask, setting))
    table = dict(zip(rest[1::2], rest[::2], strict=True))
    ratio = (build + custom) / (product - custom)
    assert next(int(count) for count, worth in table.items() if worth >= ratio) == years.answer(setting)
    assert rate / 100 == pytest.approx(setting.own.plan.idea.discount_rate)
    _years, custom, works, fails = numbers_in(questions.resolve(chance.ask, setting))
    assert questions.judge(chance, round(100 * (custom - fails) / (works - fails), 1), setting)["correct"]
    monthly, cash, _value = numbers_in(questions.resolve(missing.ask, setting))
    assert questions.judge(missing, 12 * monthly - cash, setting)["correct"]


def test_teams_get_different_numbers_and_every_way_is_right_for_some():
    asked = [tuple(questions.resolve(question.ask, setting) for question in LESSON.exercises) for setting in SETTINGS]
    for question in range(len(LESSON.exercises)):
        assert len({texts[question] for texts in asked}) > 10
    assert {setting.own.gap.right for setting in SETTINGS} == set(WAYS)
    again = settings.read(LESSON, {"team": "Team 0"})
    assert again.own == SETTINGS[0].own


def test_where_the_claim_is_false_it_is_so_whatever_the_instructor_changed(setting):
    false = LESSON.views["false"].start(setting).run().numbers
    assert false["npv_custom"] > false["npv_product"]
    waiting = LESSON.views["waiting"].start(setting).run().numbers
    assert waiting["npv_wait"] > max(waiting["npv_custom"], waiting["npv_product"])


def test_the_quiz_tells_the_models_numbers():
    question = LESSON.question_named("high_rate")
    false = SayingNo(years=8, discount_rate=0.25).run().numbers
    shown = [round(false["npv_custom"]), round(false["npv_product"])]
    assert numbers_in(questions.resolve(question.ask, SETTINGS[0])) == [25, *shown]
    same = SayingNo(years=8, discount_rate=0.10).run().numbers
    assert same["npv_product"] > same["npv_custom"]


def test_what_the_text_says_of_the_ledger():
    deals = load("deals").query("signed < '2025'")
    assert set(deals["way"]) == {"to order"}
    revenue = deals.groupby("customer")["revenue"].sum()
    assert revenue.idxmax() == "Kordavel Insurance"
    assert 1 / 3 < revenue.max() / revenue.sum() < 1 / 2


def test_what_the_worked_example_says():
    deals = load("deals").query("signed < '2025' and customer == 'Kordavel Insurance'")
    left = (deals["revenue"] - 80 * deals["hours"]).sum() / 2 / 1000
    plan = SayingNo(custom_income=left, build_cost=1200, product_income=700, success=0.8, years=8, runway=1500)
    numbers = plan.run().numbers
    assert numbers["npv_wait"] > numbers["npv_product"] > numbers["npv_custom"]
    assert 0.7 < numbers["success_needed"] < 0.8
    shown = [
        output["data"]["text/plain"]
        for cell in nbformat.read(folders.notebooks() / LESSON.notebook, as_version=4).cells
        if cell.cell_type == "code" and "plg." in cell.source and "lesson" not in cell.source
        for output in cell.outputs
    ]
    assert shown[0] == str(round(left, 1))
    assert str(round(numbers["npv_wait"], 2)) in shown[1]
