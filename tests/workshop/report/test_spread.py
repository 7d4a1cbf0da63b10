import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.charts import vegalite
from plgkit.workshop.report.answers import Answer
from plgkit.workshop.report.spread import chart, spread


def answers(numbers, truths):
    pairs = zip(numbers, truths, strict=True)
    return [Answer("L01", "x", "q", "prediction", "", "", number, None, None, truth) for number, truth in pairs]


def test_one_truth_stays_in_its_unit():
    found = spread(answers([2, 4, 4, 9], [5.63] * 4), "dollars")
    assert (found.unit, found.truth, found.bins["learners"].sum()) == ("dollars", 5.63, 4)
    assert "4 predictions, from 2 to 9." in found.sentence and "The truth is 5.63." in found.sentence


def test_several_truths_are_compared_as_multiples():
    found = spread(answers([5, 20, 8], [10, 10, 4]), "years")
    assert found.truth == 1 and sorted(found.numbers) == [0.5, 2, 2]


def test_without_a_truth_the_numbers_are_shown_alone():
    found = spread(answers([1, 2], [None, None]), "years")
    assert found.truth is None and "truth" not in found.sentence
    assert spread(answers([True, "x"], [None, None]), "years") is None and spread([], "years") is None


def test_a_drawn_line_counts_by_its_end():
    assert list(spread(answers([[1, 2, 30]], [40]), "customers").numbers) == [30]


@pytest.mark.parametrize("numbers", [[5e-324], [5e-324, 1e-322], [5e-324] * 98 + [1e9, -1e9], [1e300, 1e300]])
def test_numbers_that_no_bar_could_hold_have_one_all_the_same(numbers):
    found = spread(answers(numbers, [None] * len(numbers)), "years")
    assert found.bins["learners"].sum() == len(numbers) and len(found.bins) <= 60


def test_far_out_numbers_do_not_flatten_the_others():
    found = spread(answers([*range(1, 60), 10**9], [12.0] * 60), "years")
    assert len(found.bins) < 40 and found.bins["learners"].sum() == 60


predicted = st.floats(-1e9, 1e9) | st.integers(-(10**9), 10**9)


@given(st.lists(predicted, min_size=1, max_size=40), st.floats(-1e6, 1e6) | st.none())
def test_everybody_is_in_one_bar_and_the_picture_is_plain_json(numbers, truth):
    found = spread(answers(numbers, [truth] * len(numbers)), "years")
    assert found.bins["learners"].sum() == len(numbers) and len(found.bins) <= 60
    assert np.allclose(found.bins["to"][:-1], found.bins["from"][1:])


@pytest.mark.parametrize("truth", [5.63, None])
def test_the_picture_has_one_table_without_gaps(truth):
    spec, columns = vegalite.split(chart(spread(answers([2, 4, 9], [truth] * 3), "dollars")))
    json.dumps(columns, allow_nan=False)
    assert spec["description"].startswith("3 predictions")
    assert columns["mark"].count("truth") == (truth is not None)
