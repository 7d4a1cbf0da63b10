import math

import pytest

from plgkit.course.questions.distinct import APART, are_apart


@pytest.mark.parametrize("sign", [1, -1])
def test_two_answers_are_apart_where_they_differ_by_more_than_the_share(sign):
    assert are_apart([sign * 100, sign * 100 * (1 - 1.01 * APART / (1 + APART))])
    assert not are_apart([sign * 100, sign * 100 * (1 - 0.99 * APART / (1 + APART))])


def test_every_pair_counts_in_whatever_order():
    assert are_apart([3, 1, 2])
    assert not are_apart([3, 1, 2, 1.01])


@pytest.mark.parametrize("value", [0, math.nan, math.inf])
def test_what_leaves_a_share_no_room_is_not_apart(value):
    assert not are_apart([value, 5])
