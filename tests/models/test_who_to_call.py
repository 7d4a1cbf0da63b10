import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from plgkit.models.who_to_call import of_100, ranked, run, saved, threshold

KINDS = [("loyal", 0.5, 0.05, 0.05), ("wavering", 0.3, 0.4, 0.2), ("better left alone", 0.2, 0.1, 0.3)]


@given(st.floats(0, 1), st.floats(0, 6), st.floats(0.001, 0.999))
def test_a_share_as_large_as_the_capacity_lies_above_the_threshold(base_rate, separation, capacity):
    cut = threshold(base_rate, separation, capacity)
    above = base_rate * norm.sf(cut - separation) + (1 - base_rate) * norm.sf(cut)
    assert above == pytest.approx(capacity, rel=1e-9)


def test_everybody_lies_above_no_threshold():
    assert threshold(0.05, 1.0, 1) == -math.inf
    numbers = run(0.05, 1.0, 1, KINDS)["numbers"]
    assert (numbers["recall"], numbers["precision"], numbers["lift"]) == (1, 0.05, 1)


def test_the_chance_that_a_buyer_outscores_another_lead():
    assert run(0.05, 1.3, 0.1, KINDS)["numbers"]["auc"] == pytest.approx(norm.cdf(1.3 / math.sqrt(2)), rel=1e-12)


def test_kinds_are_ranked_from_the_top_those_that_tie_together_and_empty_ones_left_out():
    kinds = [(0.25, 0.1, 0.0), (0.25, 0.1 + 1e-15, 0.4), (0.0, 1.0, 1.0), (0.5, -0.3, -0.3)]
    assert ranked(kinds) == [(0.5, pytest.approx(0.2)), (0.5, pytest.approx(-0.3))]


def test_a_list_is_called_down_to_its_capacity_and_no_further():
    groups = [(0.2, 0.5), (0.8, -0.1)]
    assert saved(groups, 0.1) == pytest.approx(0.05)
    assert saved(groups, 0.3) == pytest.approx(0.1 - 0.01)
    assert saved(groups, 5.0) == saved(groups, 1.0) == pytest.approx(0.1 - 0.08)


def test_sums_that_cancel_leave_no_dust():
    assert of_100(0.1 + 0.2 - 0.3) == 0
    assert math.copysign(1, of_100(-1e-17)) == 1


def test_no_lead_that_buys_has_no_times_of_chance():
    assert run(0, 1.0, 0.1, KINDS)["rows"]["times_chance"] == [None] * 4
    result = run(0.05, 1.0, 0.1, KINDS)
    assert result["rows"]["times_chance"] == [None, result["numbers"]["lift"], None, None]
