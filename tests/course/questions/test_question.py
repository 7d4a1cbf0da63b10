import math
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.course.questions import Choice, Number, Option, Prediction, Slip, judge, question_payload, resolve
from plgkit.support.errors import Refused

CHOICE = Choice(
    name="why",
    ask=lambda given: f"Why {given.right}?",
    options=(
        Option("Because.", "That is no reason.", "circular"),
        Option(lambda given: f"It is {given.right}.", "So it is."),
        Option("Chance.", "Look again.", "noise"),
    ),
)
NUMBER = Number(
    name="months",
    ask="How many months?",
    right=lambda given: given.right,
    unit="months",
    low=0,
    high=1000,
    explain=lambda given: f"It is {given.right}.",
    slips=(
        Slip(lambda given: given.right / 12, "years", "{given} is in years."),
        Slip(lambda given: given.right * 0.8, "revenue-is-margin", "{given} forgets the costs."),
    ),
    hint="Divide first.",
)
GUESS = Prediction(
    name="ratio",
    ask="How many dollars?",
    right=lambda given: given.right,
    unit="dollars",
    low=0,
    high=100,
    picture=lambda given: None,
    close="{given} is close.",
    below="{given}: it was more.",
    above="{given}: it was less.",
    truth="It was 5.63.",
)
TWELVE = SimpleNamespace(right=12.0)


def test_texts_stand_as_they_are_or_follow_the_lessons_numbers():
    assert resolve("plain", TWELVE) == "plain"
    assert resolve(lambda given: given.right * 2, TWELVE) == 24


@pytest.mark.parametrize(
    ("value", "correct", "misconception", "text"),
    [
        (0, False, "circular", "That is no reason."),
        (1, True, None, "So it is."),
        (2, False, "noise", "Look again."),
    ],
)
def test_each_option_has_its_own_answer(value, correct, misconception, text):
    verdict = judge(CHOICE, value, TWELVE)
    assert (verdict["correct"], verdict["misconception"], verdict["text"]) == (correct, misconception, text)


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
    lucky = Number(name="n", ask="?", right=lambda given: 10, unit="", explain="Right.", slips=slips)
    assert [verdict["misconception"] for verdict in lucky.verdicts(None)] == [None, "too-low", "too-high"]
    assert judge(lucky, 10.1, None)["correct"]


@pytest.mark.parametrize("value", [-1, 3, 1.0, "1", None, True, [1], math.nan])
def test_what_is_no_option_is_refused(value):
    with pytest.raises(Refused, match=r"why: .* is not one of the answers 0 to 2"):
        judge(CHOICE, value, TWELVE)


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


@pytest.mark.parametrize("behind", [["a", "b"], [None, None], []])
def test_a_choice_without_a_single_answer_is_refused(behind):
    options = tuple(Option("text", "feedback", one) for one in behind)
    with pytest.raises(Refused, match="why: these numbers have no single answer"):
        Choice(name="why", ask="Why?", options=options).answer(TWELVE)


def test_which_option_is_right_may_follow_the_lessons_numbers():
    options = tuple(Option(str(n), "", lambda given, n=n: None if n == given.right else "no") for n in (10, 12, 14))
    assert Choice(name="n", ask="?", options=options).answer(TWELVE) == 1


def test_the_front_end_gets_the_question_and_the_judgement():
    shown = question_payload(CHOICE, TWELVE, solved=False)
    assert shown["ask"] == "Why 12.0?"
    assert shown["options"] == ["Because.", "It is 12.0.", "Chance."]
    assert [verdict["correct"] for verdict in shown["verdicts"]] == [False, True, False]


def test_the_front_end_judges_the_first_band_as_python_does():
    verdicts = question_payload(NUMBER, TWELVE, solved=False)["verdicts"]
    for value in (12, 1, 9.6, 11, 500):
        found = next(one for one in verdicts if one["low"] <= value <= one["high"])
        assert found["misconception"] == judge(NUMBER, value, TWELVE)["misconception"]


@pytest.mark.parametrize(
    ("question", "solution"),
    [(CHOICE, "It is 12.0. So it is."), (NUMBER, "12 months. It is 12.0."), (GUESS, "It was 5.63.")],
)
def test_the_solution_is_on_the_page_only_where_the_edition_has_it(question, solution):
    assert "solution" not in question_payload(question, TWELVE, solved=False)
    assert question_payload(question, TWELVE, solved=True)["solution"] == solution


def test_only_a_prediction_is_locked():
    assert [question.locks for question in (CHOICE, NUMBER, GUESS)] == [False, False, True]
