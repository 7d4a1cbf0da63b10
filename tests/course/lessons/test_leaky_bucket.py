import math
import re

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.special import betaln

from plgkit.cases.catalogue import load
from plgkit.course import questions, settings
from plgkit.course.lessons.leaky_bucket.exercises import EXAMPLE, projections
from plgkit.course.lessons.leaky_bucket.figures import Renewals
from plgkit.course.lessons.leaky_bucket.lesson import LESSON
from plgkit.ideas.leaky_bucket import LeakyBucket
from plgkit.models import words
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS
from tests.course.lessons.reading import markdown, text_of

SETTINGS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(40)]
REFUSED = [
    {"acquisition": 0.0},
    {"churn": 1.0},
    {"churn": 1.0, "polarisation": 1.0, "months": 1},
    {"acquisition": 0.0, "start": 100.0, "churn": 0.5},
]
NUMBERS = [question for question in LESSON.exercises if isinstance(question, questions.Number)]
(PREDICTION,) = LESSON.predictions
CASE = load("renewals").pivot(index="year", columns="cohort", values="share_remaining")


def made(given):
    return settings.read(LESSON, {"team": "Ada"} | given)


MADE = SETTINGS[:4] + [made(given) for given in CORNERS["leaky-bucket"]]


TEXT = text_of(LESSON)


def numbers_in(text):
    return [float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*\.?\d*", text)]


def known(setting):
    """The cohort as the question tells it: percent remaining, and the year to project."""
    text = questions.resolve(LESSON.question_named("constant").ask, setting)
    shares = numbers_in(text.split(" percent remained")[0])
    return [100.0, *shares], int(numbers_in(text)[-1])


def likeliest(shares, until):
    """The shifted beta-geometric curve by brute force, written anew: Fader and Hardie (2007)."""
    lost, last = -np.diff(shares), shares[-1]

    def log_kept(log_parameters, year):
        alpha, beta = np.exp(log_parameters)
        return betaln(alpha, beta + year) - betaln(alpha, beta)

    def surprise(log_parameters):
        alpha, beta = np.exp(log_parameters)
        years = np.arange(1, len(shares))
        leaving = betaln(alpha + 1, beta + years - 1) - betaln(alpha, beta)
        return -(lost @ leaving + last * log_kept(log_parameters, len(shares) - 1))

    found = minimize(surprise, [0.0, 0.0], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-10})
    return 100 * float(np.exp(log_kept(found.x, until)))


def bucket_of(setting):
    start, joining, percent = numbers_in(questions.resolve(LESSON.question_named("ceiling").ask, setting))
    return start, joining, percent / 100


def test_the_ceiling_is_where_as_many_leave_as_join():
    question = LESSON.question_named("ceiling")
    for setting in SETTINGS:
        customers, joining, churn = start, *_ = bucket_of(setting)
        for _ in range(1000):
            customers += joining - churn * customers
        assert questions.judge(question, round(customers), setting)["correct"]
        wrong = {
            "nobody-leaves": start + 36 * joining,
            "adds-the-start": start + joining / churn,
            "next-month": start * (1 - churn) + joining,
            "percent-as-number": joining / (100 * churn),
        }
        for misconception, value in wrong.items():
            assert questions.judge(question, value, setting)["misconception"] == misconception


def test_one_churn_for_all_leads_through_the_last_share_known():
    question = LESSON.question_named("constant")
    for setting in SETTINGS:
        shares, until = known(setting)
        years = len(shares) - 1
        yearly = (shares[-1] / 100) ** (1 / years)
        assert questions.judge(question, 100 * yearly**until, setting)["correct"]
        last = shares[-1] * (shares[-1] / shares[-2]) ** (until - years)
        assert questions.judge(question, last, setting)["misconception"] == "last-rate-for-ever"
        first = 100 * (shares[1] / 100) ** until
        assert questions.judge(question, first, setting)["misconception"] == "first-rate-for-ever"
        assert questions.judge(question, shares[-1], setting)["misconception"] == "nobody-leaves-later"


def test_the_curve_is_the_likeliest_one_and_nearest_to_what_happened():
    question = LESSON.question_named("curve")
    for setting in SETTINGS[:25]:
        shares, until = known(setting)
        curve, constant = likeliest(shares, until), 100 * (shares[-1] / 100) ** (until / (len(shares) - 1))
        assert questions.judge(question, curve, setting)["correct"]
        assert questions.judge(question, constant, setting)["misconception"] == "one-churn-for-all"
        truth = 100 * CASE["Regular"][until]
        assert f"{truth:g} percent really remained after {until} years" in question.solution(setting)
        last = shares[-1] * (shares[-1] / shares[-2]) ** (until - len(shares) + 1)
        assert abs(curve - truth) < min(abs(constant - truth), abs(last - truth), abs(shares[-1] - truth))


def test_the_exercise_is_on_the_group_that_the_worked_example_is_not_on():
    assert {projection.cohort for projection in projections()} == {"Regular"}
    assert EXAMPLE == "High End"


def test_the_question_tells_the_shares_of_the_case():
    for setting in SETTINGS:
        shares, _ = known(setting)
        assert shares == (100 * CASE["Regular"][: len(shares)]).round(1).tolist()


@pytest.mark.parametrize("setting", MADE, ids=lambda setting: setting.variant)
def test_the_drawing_is_judged_by_the_simulated_number_at_its_end(setting):
    idea = setting.idea
    spread, ages = idea.polarisation, np.arange(1, 36)
    fading = np.concatenate([[1.0], (1 - spread) / (1 - spread + ages * spread)])
    kept = np.concatenate([[1.0], np.cumprod(1 - idea.churn * fading)])
    end = float(idea.start * kept[36] + idea.acquisition * kept[:36].sum())
    top = PREDICTION.top(setting)
    assert 0 < end <= top
    assert PREDICTION.right(setting) == pytest.approx(end)
    line = [float(idea.start)] * 6
    assert questions.judge(PREDICTION, [*line, end], setting)["correct"]
    assert questions.judge(PREDICTION, [*line, 0.5 * end], setting)["misconception"] == "too-low"
    if 1.2 * end < top:
        assert questions.judge(PREDICTION, [*line, 1.2 * end], setting)["misconception"] == "too-high"
    assert top / 4 == float(f"{top / 4:.2g}")


def test_the_straight_line_of_the_plan_is_too_high():
    assert questions.judge(PREDICTION, [600.0 * k for k in range(7)], SETTINGS[0])["misconception"] == "too-high"


@pytest.mark.parametrize("setting", MADE[3::4], ids=lambda setting: setting.variant)
def test_the_prediction_can_be_drawn(setting):
    assert PREDICTION.picture(setting).to_dict()["description"]


@pytest.mark.parametrize("given", REFUSED)
def test_a_bucket_that_cannot_be_drawn_is_refused_in_one_line(given):
    with pytest.raises(Refused) as refused:
        made(given)
    assert len(str(refused.value).splitlines()) == 1
    assert "hardly anybody is left" in str(refused.value)


def test_teams_get_different_numbers():
    _, constant, curve = NUMBERS
    assert len({bucket_of(setting) for setting in SETTINGS}) > 35
    assert len({constant.answer(setting) for setting in SETTINGS}) > 12
    assert len({curve.answer(setting) for setting in SETTINGS}) > 12


def test_the_bucket_that_begins_full_begins_above_its_ceiling():
    for setting in MADE:
        full = LESSON.views["full"].start(setting)
        ceiling = full.run().numbers["ceiling"]
        assert full.start >= min(2 * ceiling, 4000) or not math.isfinite(ceiling)


def test_every_cohort_and_year_can_be_explored():
    for cohort in ("Regular", "High End"):
        for years in range(2, 10):
            for until in (3, 12):
                outcome = Renewals(cohort=cohort, known=years, until=until).run()
                assert outcome.numbers["truth"] == pytest.approx(CASE[cohort][until])
                assert all(0 < share < 1 for share in outcome.numbers.values())
                assert words.percent(outcome.numbers["curve"]) in outcome.sentence


def test_the_numbers_in_the_text_are_the_cases_and_the_models():
    example = CASE[EXAMPLE]
    one_churn = example[6] ** (12 / 6)
    curve = likeliest((100 * example[:7]).tolist(), 12)
    assert f"With one churn for all, {100 * one_churn:.1f} percent would remain after twelve years" in TEXT
    assert f"by the curve {curve:.1f} percent; {100 * example[12]:.1f} percent really remained" in TEXT
    renewal = (example / example.shift()).dropna()
    assert renewal[2] < renewal[1] and renewal[2:6].is_monotonic_increasing
    regular = CASE["Regular"]
    rates = [f"{rate:.0%}" for rate in (regular / regular.shift()).dropna()[:4]]
    assert all(rate in questions.resolve(LESSON.question_named("rising").ask, SETTINGS[0]) for rate in rates)
    early = LESSON.views["false"].start(SETTINGS[0]).run().numbers
    assert f"half the churn makes {early['customers_churn_halved']:.0f} customers of" in TEXT
    assert f"customers of {early['customers_at_end']:.0f}; twice" in TEXT
    assert f"twice the acquisition makes {early['customers_acquisition_doubled']:,.0f}." in TEXT
    ceilings = [LeakyBucket(churn=churn).run().numbers["ceiling"] for churn in (0.05, 0.10)]
    assert f"the ceiling falls from {ceilings[0]:,.0f} to {ceilings[1]:,.0f}" in TEXT
    late = LeakyBucket(months=120).run().numbers
    assert late["customers_churn_halved"] == pytest.approx(late["customers_acquisition_doubled"], rel=0.05)


def test_the_lifetimes_in_the_quiz_are_right():
    lifetimes = [1 / 0.02, 1 / 0.5]
    question = LESSON.question_named("lifetime")
    options = question.payload(SETTINGS[0])["options"]
    assert options[question.answer(SETTINGS[0])] == f"{np.mean(lifetimes):g} months."
    assert f"{1 / np.mean([0.02, 0.5]):.1f} months." in options
    assert {f"{one:g} months." for one in lifetimes} < set(options)


def test_every_number_in_the_notebooks_text_is_proven_above_or_a_name():
    found = set(re.findall(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d", markdown(LESSON)))
    proven = {"26.7", "36.5", "39.4", "564", "530", "1,060", "2,000", "1,000", "100", "5"}
    assert found <= proven | {"9", "10", "2007", "1990"}
