import math
import re

import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.special import ndtr

from plgkit.cases.catalogue import load
from plgkit.course import questions, settings
from plgkit.course.lessons.who_to_call.exercises import MANY_DAYS, SIZES, people, ranges
from plgkit.course.lessons.who_to_call.figures import calls_chart
from plgkit.course.lessons.who_to_call.lesson import LESSON
from plgkit.ideas.who_to_call import WhoToCall
from plgkit.models import words
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS
from tests.course.lessons.reading import markdown

CASE = load("accounts")
SETTINGS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(30)]


def question(name):
    return LESSON.question_named(name)


def judged(name, value, setting):
    return questions.judge(question(name), value, setting)


def asked(name, setting):
    return questions.resolve(question(name).ask, setting)


def precision(base_rate=0.05, separation=1.0, capacity=0.10):
    """By a root found with another method than the idea's."""

    def surplus(cut):
        return base_rate * ndtr(separation - cut) + (1 - base_rate) * ndtr(-cut) - capacity

    return base_rate * ndtr(separation - brentq(surplus, -20, 20)) / capacity


def patterns(frame):
    """Shares that left, by days of use, trend and call, counted by hand."""
    found = {}
    for days, many in (("many", True), ("few", False)):
        for trend in ("steady", "falling"):
            mine = frame[((frame["usage"] >= 10) == many) & (frame["trend"] == trend)]
            arms = (mine[mine["called"] == called] for called in (False, True))
            found[f"{days} days, {trend}"] = [arm["churned"].mean() for arm in arms]
    return found


def chosen(text):
    """The accounts that a question's words describe."""
    match = next(sizes for sizes in sorted(ranges(), key=lambda sizes: -len(people(sizes))) if people(sizes) in text)
    return CASE[CASE["company_size"].isin(match)]


def test_the_prediction_is_the_precision_of_the_model():
    (prediction,) = LESSON.predictions
    assert prediction.answer(SETTINGS[0]) == pytest.approx(100 * precision(), abs=1e-6)
    told = prediction.solution(SETTINGS[0])
    assert told.startswith("17.9 of a hundred called leads buy: 3.58 times the 5 of chance.")
    assert "in 76 of 100 such pairs" in asked("buyers_called", SETTINGS[0])


@pytest.mark.parametrize(("guess", "behind"), [(18, None), (76, "too-high"), (50, "too-high"), (5, "too-low")])
def test_a_prediction_is_told_how_far_it_is(guess, behind):
    verdict = judged("buyers_called", guess, SETTINGS[0])
    assert verdict["misconception"] == behind
    assert f"You said {guess}." in verdict["text"]


def test_the_picture_shows_the_three_ways_of_calling():
    drawn = calls_chart(WhoToCall()).to_dict()
    rows = next(rows for rows in drawn["datasets"].values() if rows)
    assert [row["buyers"] for row in rows] == pytest.approx([5, 100 * precision(), 50], abs=1e-6)


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.team)
def test_the_counts_in_the_question_are_those_of_the_file_and_lead_to_the_lift(setting):
    ask = asked("lift", setting)
    mine = chosen(ask)
    everybody, buyers, called, found = (
        int(number.replace(",", ""))
        for number in re.search(r"There are ([\d,]+), and (\d+) of .* The (\d+) with .* hold (\d+) of", ask).groups()
    )
    assert (everybody, buyers) == (len(mine), mine["bought"].sum())
    best = mine.iloc[np.argsort(-mine["score"].to_numpy(), kind="stable")[:called]]
    assert best["bought"].sum() == found
    lift = (found / called) / (buyers / everybody)
    assert judged("lift", round(lift, 2), setting)["correct"]
    slips = {
        found / called: "precision",
        100 * found / called: "precision",
        found / buyers: "recall",
        100 * found / buyers: "recall",
        (found / called) / ((buyers - found) / (everybody - called)): "against-the-rest",
    }
    for value, behind in slips.items():
        assert judged("lift", value, setting)["misconception"] == behind
    assert judged("lift", 900, setting)["misconception"] == "too-high"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.team)
def test_the_group_to_call_is_the_one_that_a_call_changes_most(setting):
    ask = asked("whom_to_call", setting)
    left = patterns(chosen(ask))
    options = question("whom_to_call").payload(setting)["options"]
    shown = {
        name: f"{name.capitalize()}: {words.number(100 * called)} left if called, "
        f"{words.number(100 * alone)} if left alone."
        for name, (alone, called) in left.items()
    }
    assert sorted(options) == sorted(shown.values())
    best = max(left, key=lambda name: left[name][0] - left[name][1])
    assert options[question("whom_to_call").answer(setting)] == shown[best]
    behind = {option: judged("whom_to_call", place, setting)["misconception"] for place, option in enumerate(options)}
    expected = {
        "many days, steady": "loyal",
        "many days, falling": None,
        "few days, falling": "risk",
        "few days, steady": "traffic-light",
    }
    assert behind == {shown[name]: misconception for name, misconception in expected.items()}
    assert behind[shown[max(left, key=lambda name: left[name][0])]] == "risk"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.team)
def test_what_the_calls_keep(setting):
    mine = chosen(asked("whom_to_call", setting))
    calls = int(re.search(r"time for (\d+) calls", asked("kept", setting))[1])
    left = patterns(mine)
    alone, called = left["many days, falling"]
    assert judged("kept", calls * (alone - called), setting)["correct"]
    shown = [round(100 * share, 1) / 100 for share in (alone, called)]
    assert judged("kept", calls * (shown[0] - shown[1]), setting)["correct"]
    assert judged("kept", calls * alone, setting)["misconception"] == "all-at-risk"
    assert judged("kept", calls * (1 - called), setting)["misconception"] == "all-who-stay"
    sizes = [((mine["usage"] >= 10) == name.startswith("many")) & (mine["trend"] == name.split()[-1]) for name in left]
    average = sum(size.mean() * (a - c) for size, (a, c) in zip(sizes, left.values(), strict=True))
    assert judged("kept", calls * average, setting)["misconception"] == "whole-list"
    assert judged("kept", 0, setting)["misconception"] == "too-low"


def test_teams_get_different_numbers():
    assert len({question("lift").answer(setting) for setting in SETTINGS}) > 10
    assert len({question("kept").answer(setting) for setting in SETTINGS}) > 15
    trials = [str(question("whom_to_call").payload(setting)) for setting in SETTINGS]
    assert len(set(trials)) > 15


@pytest.mark.parametrize("given", CORNERS["who-to-call"], ids=str)
def test_the_prediction_is_the_precision_of_the_model_at_every_setting(given):
    setting = settings.read(LESSON, given)
    numbers = setting.idea
    expected = 100 * precision(numbers.base_rate, numbers.separation, min(numbers.capacity, 1 - 1e-12))
    assert question("buyers_called").answer(setting) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("base_rate", [0.0, 1.0])
def test_where_nobody_or_everybody_buys_there_is_nothing_to_predict(base_rate):
    with pytest.raises(Refused) as refused:
        settings.read(LESSON, {"base_rate": base_rate})
    assert str(refused.value) == f"base_rate: {base_rate:g} leaves nothing to predict; choose a share between 0 and 1"


def test_a_score_that_says_nothing_is_said_to():
    setting = settings.read(LESSON, {"separation": 0.0})
    assert "as many as by chance" in judged("buyers_called", 50, setting)["text"]


def test_the_false_case_makes_one_list_of_two():
    for given in CORNERS["who-to-call"]:
        idea = LESSON.views["false"].start(settings.read(LESSON, given))
        riskiest = max(idea.segments, key=lambda one: one[2])
        found = idea.changed(capacity=riskiest[1]).run().numbers
        assert found["saved_of_100_by_risk"] == found["saved_of_100_by_uplift"] > 0


def test_many_days_are_those_that_the_case_plants():
    assert CASE.attrs["truth"]["many_days"] == MANY_DAYS
    assert set(SIZES) == set(CASE["company_size"])


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("accurate", [None, "accuracy", "precision", "nihilism"]),
        ("best_list", ["risk", "size", None, "traffic-light"]),
        ("three_times", ["selection", "half", "cynicism", None]),
        ("pushed", ["correlation", None, "output", "marker-is-cause"]),
    ],
)
def test_every_option_of_the_quiz_is_told_its_misconception(name, behind):
    assert [judged(name, option, SETTINGS[0])["misconception"] for option in range(4)] == behind


def test_what_the_notebook_says_of_the_case_is_in_the_case():
    text = markdown(LESSON)
    assert f"holds {len(CASE):,} accounts" in text
    base = CASE["bought"].mean()
    for column, said in (("score", "3.6 times as many"), ("usage", "the lift is 1.3")):
        top = CASE.sort_values(column, ascending=False, kind="stable").head(500)["bought"].mean()
        assert said in text and f"{top / base:.1f}" in said
        assert column == "usage" or f"Of the 500 highest scores {100 * top:.1f}% bought more" in text
    left = CASE.groupby("called")["churned"].mean()
    assert f"of 100 accounts {100 * left[False]:.1f} left if they were left alone" in text
    assert f"{100 * left[True]:.1f} if they were called" in text


def test_what_the_notebook_says_of_the_default_model_is_what_it_says():
    assert "from 1 to 2" in markdown(LESSON)
    pairs = WhoToCall(separation=2.0).run().numbers["auc"]
    assert f"higher score in {100 * pairs:.0f} of 100 pairs" in markdown(LESSON)
    sharper = WhoToCall(separation=2.0).run().numbers
    assert sharper["precision"] < 0.5 and "more than half of the calls without a buyer" in markdown(LESSON)
    still = WhoToCall().run().numbers
    assert all(still[name] == sharper[name] for name in still if name.startswith("saved"))
    assert math.isclose(still["saved_of_100_by_risk"], 1) and math.isclose(still["saved_of_100_by_uplift"], 20)
