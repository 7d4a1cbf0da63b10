import math

import pytest

from plgkit.course.questions.distinct import APART, WIDER, are_apart


@pytest.mark.parametrize("right", [1e-6, 1, 100, 1e9, -3])
def test_two_answers_differ_by_more_than_a_share_of_the_smaller(right):
    assert are_apart([right, (1 + APART + 0.001) * right])
    assert not are_apart([right, (1 + APART - 0.001) * right])
    assert not are_apart([right, right])


def test_the_order_does_not_count_and_every_pair_does():
    assert are_apart([300, 100, 200]) and not are_apart([300, 100, 103, 200])


def test_answers_of_two_signs_are_apart():
    assert are_apart([-1, 1]) and are_apart([-1e-9, 1e-9])


@pytest.mark.parametrize("value", [0, math.nan, math.inf, -math.inf])
def test_what_has_no_tolerance_is_apart_from_nothing(value):
    assert not are_apart([value, 100])


def test_a_lesson_may_ask_for_more():
    assert are_apart([100, 106]) and not are_apart([100, 106], WIDER)
    assert are_apart([94, 100.01], WIDER) and not are_apart([94, 99.99], WIDER)
