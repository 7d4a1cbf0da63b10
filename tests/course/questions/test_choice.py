import math
from types import SimpleNamespace

import pytest

from plgkit.course.questions import Choice, Option, judge
from plgkit.support.errors import Refused

CHOICE = Choice(
    name="why",
    ask=lambda setting: f"Why {setting.right}?",
    options=(
        Option("Because.", "That is no reason.", "circular"),
        Option(lambda setting: f"It is {setting.right}.", "So it is."),
        Option("Chance.", "Look again.", "noise"),
    ),
)
TWELVE = SimpleNamespace(right=12.0)


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


@pytest.mark.parametrize("value", [-1, 3, 1.0, "1", None, True, [1], math.nan])
def test_what_is_no_option_is_refused(value):
    with pytest.raises(Refused, match=r"why: .* is not one of the answers 0 to 2"):
        judge(CHOICE, value, TWELVE)


@pytest.mark.parametrize("behind", [["a", "b"], [None, None], []])
def test_a_choice_without_a_single_answer_is_refused(behind):
    options = tuple(Option("text", "feedback", one) for one in behind)
    with pytest.raises(Refused, match="why: these numbers have no single answer"):
        Choice(name="why", ask="Why?", options=options).answer(TWELVE)


def test_which_option_is_right_may_follow_the_lessons_numbers():
    options = tuple(Option(str(n), "", lambda setting, n=n: None if n == setting.right else "no") for n in (10, 12, 14))
    assert Choice(name="n", ask="?", options=options).answer(TWELVE) == 1
