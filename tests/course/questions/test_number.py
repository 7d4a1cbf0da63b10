import math
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.course.questions import Number, Prediction, Slip, judge, question_payload
from plgkit.support.errors import Refused

NUMBER = Number(
    name="months",
    ask="How many months?",
    right=lambda setting: setting.right,
    unit="months",
    low=0,
    high=1000,
    explain=lambda setting: f"It is {setting.right}.",
    slips=(
        Slip(lambda setting: setting.right / 12, "years", "{given} is in years."),
        Slip(lambda setting: setting.right * 0.8, "revenue-is-margin", "{given} forgets the costs."),
    ),
    hint="Divide first.",
)
GUESS = Prediction(
    name="ratio",
    ask="How many dollars?",
    right=lambda setting: setting.right,
    unit="dollars",
    low=0,
    high=100,
    picture=lambda setting: None,
    close="{given} is close.",
    below="{given}: it was more.",
    above="{given}: it was less.",
    truth="It was 5.63.",
)
TWELVE = SimpleNamespace(right=12.0)


@pytest.mark.parametrize(
    ("value", "misconception", "text"),
    [
        (12, None, "It is 12.0."),
        (12.2, None, "It is 12.0."),
        (11.8, None, "It is 12.0."),
        (1, "years", "1 is in years."),
        (9.6, "revenue-is-margin", "9.6 forgets the costs."),
        (11, "too-low", "11 is too low. Divide first."),
        (0, "too-low", "0 is too low. Divide first."),
        (1000, "too-high", "1,000 is too high. Divide first."),
    ],
)
def test_each_wrong_number_is_told_what_is_wrong_with_it(value, misconception, text):
    verdict = judge(NUMBER, value, TWELVE)
    assert (verdict["misconception"], verdict["text"]) == (misconception, text)
    assert verdict["correct"] is (misconception is None)


@pytest.mark.parametrize(
    ("value", "misconception", "text"),
    [
        (12, None, "12 is close."),
        (13.2, None, "13.2 is close."),
        (10.7, "too-low", "10.7: it was more."),
        (13.3, "too-high", "13.3: it was less."),
    ],
)
def test_a_prediction_is_close_within_a_tenth(value, misconception, text):
    verdict = judge(GUESS, value, TWELVE)
    assert (verdict["misconception"], verdict["text"]) == (misconception, text)


@given(st.floats(0, 1000), st.floats(0.01, 900))
def test_every_number_in_range_gets_a_verdict(value, right):
    judge(NUMBER, value, SimpleNamespace(right=right))


@given(st.floats(0, 100), st.floats(0.01, 100))
def test_every_prediction_in_range_gets_a_verdict(value, right):
    judge(GUESS, value, SimpleNamespace(right=right))


@given(st.floats(0.5, 900))
def test_the_right_answer_is_right_whatever_the_numbers(right):
    given = SimpleNamespace(right=right)
    assert judge(NUMBER, NUMBER.answer(given), given)["correct"]


@given(st.floats(0.5, 900))
def test_the_bands_of_foreseen_answers_do_not_overlap(right):
    *bands, _low, _high = NUMBER.verdicts(SimpleNamespace(right=right))
    ordered = sorted(bands, key=lambda band: band["low"])
    assert all(one["high"] < other["low"] for one, other in pairwise(ordered))


def test_a_slip_that_comes_out_right_is_not_held_against_anybody():
    slips = (Slip(10.1, "luck", "wrong"),)
    lucky = Number(name="n", ask="?", right=lambda setting: 10, unit="", explain="Right.", slips=slips)
    assert [verdict["misconception"] for verdict in lucky.verdicts(None)] == [None, "too-low", "too-high"]
    assert judge(lucky, 10.1, None)["correct"]


@pytest.mark.parametrize("value", [-0.1, 1000.1, "12", None, True, [12], math.nan, math.inf])
@pytest.mark.parametrize("question", [NUMBER, GUESS])
def test_what_is_no_number_in_range_is_refused(question, value):
    with pytest.raises(Refused) as refused:
        judge(question, value, TWELVE)
    line = str(refused.value)
    assert line.startswith(f"{question.name}: ") and line.endswith(f" ({question.unit})")
    assert len(line.splitlines()) == 1


@pytest.mark.parametrize("right", [math.nan, math.inf, -math.inf])
def test_numbers_without_an_answer_are_refused(right):
    with pytest.raises(Refused, match="months: these numbers have no answer; choose another seed or case"):
        NUMBER.verdicts(SimpleNamespace(right=right))


def test_the_front_end_judges_the_first_band_as_python_does():
    verdicts = question_payload(NUMBER, TWELVE, solved=False)["verdicts"]
    for value in (12, 1, 9.6, 11, 500):
        found = next(one for one in verdicts if one["low"] <= value <= one["high"])
        assert found["misconception"] == judge(NUMBER, value, TWELVE)["misconception"]
