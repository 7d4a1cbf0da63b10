from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plgkit.ideas.assumption import POSITIONS, Assumption

CHURN = Assumption("churn", "number", 0.05, "Churn", unit="share/month", ge=0, le=1, step=0.005, slider=(0.005, 0.15))
MONTHS = Assumption("months", "whole", 36, "Months", unit="months", ge=1, le=120, step=1, slider=(6, 60))
COST = Assumption("cost", "number", 1200, "Cost", unit="money/month", ge=0, le=10_000, step=100, slider=(100, 4000))
SHAPE = Assumption("shape", "choice", "round", "Shape", choices=("round", "square"))
FLAG = Assumption("flag", "flag", False, "Flag")


@st.composite
def sliders(draw):
    """An assumption with any slider, step and default."""
    low = draw(st.integers(-1000, 1000))
    step = draw(st.sampled_from([0.001, 0.005, 0.05, 0.1, 0.25, 1, 7, 1000]))
    high = low + step * draw(st.integers(1, 1500))
    default = low + (high - low) * draw(st.floats(0, 1))
    return Assumption("x", "number", default, "X", ge=low, le=high, step=step, slider=(low, high))


@given(sliders(), st.integers(2, POSITIONS))
@example(CHURN, POSITIONS)
def test_positions_go_in_equal_steps_through_the_default_and_stay_on_the_slider(one, at_most):
    positions = one.positions(at_most)
    assert 1 <= len(positions) <= at_most
    assert any(at == pytest.approx(one.default, abs=one.step / 500) for at in positions)
    dust = one.step / 500
    assert one.slider[0] - dust <= min(positions) and max(positions) <= one.slider[1] + dust
    gaps = [after - before for before, after in pairwise(positions)]
    assert all(gap == pytest.approx(gaps[0], abs=2 * dust) for gap in gaps)
    assert all(gap > 0 for gap in gaps)


@given(sliders(), st.integers(2, POSITIONS), st.floats(-2, 3))
def test_positions_lead_through_any_value_even_beyond_the_slider(one, at_most, share):
    low, high = one.slider
    value = low + (high - low) * share
    positions = one.positions(at_most, through=value)
    assert 1 <= len(positions) <= at_most
    assert any(at == pytest.approx(value, abs=one.step / 500) for at in positions)


@given(sliders())
def test_a_slider_has_as_many_positions_as_fit(one):
    all_steps = (one.slider[1] - one.slider[0]) / one.step
    assert len(one.positions()) >= min(all_steps - 1, POSITIONS / 2 - 1)


def test_steps_leave_no_dust_of_floating_point():
    assert CHURN.positions() == [round(0.005 * k, 3) for k in range(1, 31)]


def test_positions_of_whole_numbers_are_whole_numbers():
    positions = MONTHS.positions()
    assert positions == list(range(6, 61))
    assert {type(at) for at in positions} == {int}


def test_positions_of_words_and_flags_are_all_there_are():
    assert SHAPE.positions(at_most=1) == ["round", "square"]
    assert FLAG.positions(at_most=1) == [False, True]


@given(st.floats(0.001, 1e6), st.sampled_from(["€", "kr"]))
def test_money_is_scaled_with_its_bounds_step_and_slider(scale, currency):
    told = COST.in_currency(currency, scale)
    before = (COST.default, COST.ge, COST.le, COST.step, *COST.slider)
    after = (told.default, told.ge, told.le, told.step, *told.slider)
    assert after == tuple(one * scale for one in before)
    assert told.unit == f"{currency}/month"


def test_amounts_counted_in_thousands_have_them_in_their_unit():
    assert COST.in_currency("€", size="k").unit == "€k/month"
    assert COST.in_currency("CHF", size="k").unit == "kCHF/month"


@pytest.mark.parametrize(
    ("unit", "quantity"),
    [
        ("share", "share"),
        ("share of the list", "share"),
        ("share/month", "share"),
        ("money", "money"),
        ("money/year", "money"),
        ("people", "people"),
        ("people/month", "people"),
        ("customers", "people"),
        ("customers/month", "people"),
        ("people/customer/month", "plain"),
        ("years", "plain"),
        ("", "plain"),
    ],
)
def test_the_unit_tells_what_kind_of_number_it_is(unit, quantity):
    assumption = replace(COST, unit=unit)
    assert assumption.quantity == assumption.in_currency("kr", 1000, "k").quantity == quantity


def test_what_is_no_money_is_not_scaled():
    assert CHURN.in_currency("€", 1000) is CHURN


@pytest.mark.parametrize(
    ("one", "rule"),
    [
        (CHURN, "between 0 and 1 (share/month)"),
        (MONTHS, "a whole number between 1 and 120 (months)"),
        (SHAPE, "round or square"),
        (COST.in_currency("€", 1000), "between 0 and 10,000,000 (€/month)"),
        (replace(CHURN, unit=""), "between 0 and 1"),
        (Assumption("shares", "list", [1.0], "Shares", help="shares that add up to 1"), "shares that add up to 1"),
    ],
)
def test_the_rule_in_words(one, rule):
    assert one.allowed == rule


@pytest.mark.parametrize("value", [0, 1, 0.5])
def test_what_lies_within_the_bounds_is_allowed(value):
    assert CHURN.allows(value)


@pytest.mark.parametrize("value", [-1e-12, 1.0000001, 10**400, pytest.param(-(10**5000), id="5,000 digits")])
def test_what_lies_outside_is_named_in_one_short_line(value):
    assert not CHURN.allows(value)
    excerpt = CHURN.excerpt(value)
    assert 0 < len(excerpt) < 60 and len(excerpt.splitlines()) == 1
