import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plgkit.ideas.saying_no import SayingNo
from plgkit.models.saying_no import break_even, internal_rate
from tests.examples import at_most

anything = st.fixed_dictionaries(
    {
        "years": st.integers(1, 20),
        "discount_rate": st.floats(0, 1),
        "success": st.floats(0, 1),
        "custom_income": st.floats(0, 10_000),
        "build_cost": st.floats(0, 100_000),
        "product_income": st.floats(0, 100_000),
        "runway": st.floats(0, 1_000_000),
    }
)
# Amounts that money has: a cent or more.
amounts = st.integers(0, 50_000).map(lambda cents: cents / 100)


def numbers(**given):
    return SayingNo(**given).run().numbers


def value(cash, rate):
    return sum(amount / (1 + rate) ** year for year, amount in enumerate(cash))


def product_cash(years, works, custom=30, cost=150, income=80):
    """Year by year, as the docstring tells it."""
    later = [income] * (years - 1) if works else ([0] + [custom] * (years - 2))[: years - 1]
    return [-cost, *later]


@pytest.mark.parametrize(
    ("given", "name", "value", "digit"),
    [
        ({"years": 5}, "npv_custom", 125.1, 0.05),
        ({"years": 5}, "npv_product", 103.6, 0.05),
        ({"years": 6}, "npv_custom", 143.7, 0.05),
        ({"years": 6}, "npv_product", 153.3, 0.05),
        ({"years": 5}, "return_of_refusing", 0.044, 0.0005),
        ({"years": 6}, "return_of_refusing", 0.121, 0.0005),
        ({"years": 8}, "return_of_refusing", 0.200, 0.0005),
        ({"years": 8, "discount_rate": 0.25}, "npv_custom", 124.8, 0.05),
        ({"years": 8, "discount_rate": 0.25}, "npv_product", 102.9, 0.05),
        ({"years": 8}, "success_needed", 0.766, 0.0005),
        ({}, "break_even_years", 6, 0),
        ({}, "lowest_cash", 50, 0),
    ],
)
def test_check_values(given, name, value, digit):
    assert numbers(**given)[name] == pytest.approx(value, abs=digit)


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        ({"build_cost": 10}, "break_even_years", 2),
        ({"years": 1}, "return_of_refusing", -1),
        ({"years": 1}, "success_needed", math.inf),
        ({"success": 0}, "return_of_refusing", -1),
        ({"success": 0}, "break_even_years", math.inf),
        ({"product_income": 0}, "success_needed", math.inf),
        ({"product_income": 30, "years": 20}, "break_even_years", math.inf),
        ({"discount_rate": 1, "years": 20}, "break_even_years", math.inf),
        ({"build_cost": 0, "custom_income": 0}, "return_of_refusing", math.inf),
        ({"build_cost": 0, "custom_income": 0}, "break_even_years", 1),
        ({"build_cost": 0, "custom_income": 0}, "success_needed", 0),
        ({"build_cost": 0, "custom_income": 0, "product_income": 0}, "return_of_refusing", 0),
        ({"runway": 150}, "survives", True),
        ({"runway": 149}, "survives", False),
        ({"runway": 149}, "lowest_cash", -1),
    ],
)
def test_what_does_not_exist_is_said_as_documented(given, name, value):
    assert numbers(**given)[name] == value


@given(anything)
@at_most(100)
def test_only_the_documented_numbers_are_ever_infinite(given):
    outcome = SayingNo(**given).run()
    may_be_infinite = {"break_even_years", "return_of_refusing", "success_needed"}
    for name, number in outcome.numbers.items():
        assert type(number) in (float, bool)
        assert not math.isnan(number)
        assert math.isfinite(number) or (name in may_be_infinite and number > 0)
    assert outcome.numbers["return_of_refusing"] >= -1
    assert outcome.numbers["npv_wait"] >= outcome.numbers["npv_custom"] * (1 - 1e-9)
    assert len(outcome.frame) == 68


@given(st.integers(1, 20), st.floats(0, 1), st.floats(0, 1), amounts, amounts, amounts)
@at_most(100)
def test_values_agree_with_cash_added_up_year_by_year(years, rate, success, custom, cost, income):
    made = numbers(
        years=years,
        discount_rate=rate,
        success=success,
        custom_income=custom,
        build_cost=cost,
        product_income=income,
    )
    works, fails = (value(product_cash(years, one, custom, cost, income), rate) for one in (True, False))
    assert made["npv_custom"] == pytest.approx(value([custom] * years, rate), abs=1e-6)
    assert made["npv_product"] == pytest.approx(success * works + (1 - success) * fails, abs=1e-6)
    start_later = value([0, *product_cash(years - 1, True, custom, cost, income)], rate) if years > 1 else 0
    stay = value([0] + [custom] * (years - 1), rate)
    known = success * max(start_later, stay) + (1 - success) * stay
    assert made["npv_wait"] == pytest.approx(custom + known, abs=1e-6)


def test_value_of_a_doubtful_product_agrees_with_simulated_companies():
    works = np.random.default_rng(4).random(100_000) < 0.7
    worth = np.where(works, *(value(product_cash(8, one), 0.1) for one in (True, False)))
    error = worth.std() / math.sqrt(len(worth))
    assert numbers(years=8, success=0.7)["npv_product"] == pytest.approx(worth.mean(), abs=4 * error)


@given(st.integers(1, 20), st.floats(0, 1), amounts, amounts, amounts)
@at_most(100)
def test_at_the_rate_of_return_what_is_given_up_and_gained_are_worth_the_same(years, success, custom, cost, income):
    given_up = cost + custom
    first, later = success * income - custom, success * (income - custom)
    rate = internal_rate(given_up, first, later, years)
    assume(-0.99 < rate < 1e6 and given_up)
    cash = [-given_up, *([first, *[later] * 18][: years - 1])]
    size = value(map(abs, cash), rate)
    assert value(cash, rate) == pytest.approx(0, abs=1e-8 * size)
    assert value(cash, rate + 1e-4) <= 1e-8 * size <= value(cash, rate - 1e-4) + 2e-8 * size


@given(st.floats(0, 1), st.floats(0, 1), amounts, amounts, amounts)
@at_most(100)
def test_before_the_break_even_the_product_is_worth_less_and_from_it_on_not(rate, success, custom, cost, income):
    first, later = success * income - custom, success * (income - custom)
    start = break_even(cost + custom, first, later, rate)
    cash = np.array([-cost - custom, first, *[later] * 398])
    gain = np.cumsum(cash / (1 + rate) ** np.arange(400.0))
    slack = 1e-7 * (cost + custom + abs(first))
    before = gain[: int(min(start, 401)) - 1]
    assert (before <= slack).all()
    assert (gain[len(before) :] >= -slack).all()


@given(st.integers(2, 20), st.floats(0, 0.5))
@at_most(50)
def test_with_just_the_success_needed_both_are_worth_the_same(years, rate):
    needed = numbers(years=years, discount_rate=rate)["success_needed"]
    if needed > 1:
        certain = numbers(years=years, discount_rate=rate, success=1)
        assert certain["npv_product"] < certain["npv_custom"]
        return
    made = numbers(years=years, discount_rate=rate, success=needed)
    assert made["npv_product"] == pytest.approx(made["npv_custom"], abs=1e-6)


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 20))
@at_most(50)
def test_more_chance_of_success_never_harms_a_product_that_earns_more(one, other, years):
    low, high = (numbers(success=success, years=years) for success in sorted((one, other)))
    assert low["npv_product"] <= high["npv_product"] + 1e-9
    assert low["break_even_years"] >= high["break_even_years"]
    assert low["return_of_refusing"] <= high["return_of_refusing"] + 1e-9


def test_five_years_no_six_years_yes():
    aha, default = (SayingNo.scenarios()[name].run() for name in ("aha", "default"))
    assert aha.numbers["npv_product"] < aha.numbers["npv_custom"]
    assert default.numbers["npv_product"] > default.numbers["npv_custom"]
    assert "does not pay" in aha.sentence
    assert "refusing it pays" in default.sentence


def test_at_a_high_rate_refusing_does_not_pay_even_in_eight_years():
    outcome = SayingNo.scenarios()["false"].run()
    assert outcome.numbers["npv_product"] < outcome.numbers["npv_custom"]
    assert "does not pay" in outcome.sentence


def test_waiting_can_beat_a_product_that_is_worth_more_than_custom_work():
    outcome = SayingNo.scenarios()["waiting"].run()
    assert outcome.numbers["npv_custom"] < outcome.numbers["npv_product"] < outcome.numbers["npv_wait"]
    assert "Waiting" in outcome.sentence


def test_a_good_plan_can_run_out_of_cash():
    outcome = SayingNo.scenarios()["short_runway"].run()
    assert outcome.numbers["npv_product"] > outcome.numbers["npv_custom"]
    assert not outcome.numbers["survives"]
    assert "the cash runs out" in outcome.sentence


def test_answers_do_not_depend_on_the_size_of_the_money():
    small, large = numbers(success=0.9), numbers(success=0.9, scale=1000)
    assert large["npv_wait"] == pytest.approx(1000 * small["npv_wait"])
    assert large["break_even_years"] == small["break_even_years"]
    assert large["return_of_refusing"] == pytest.approx(small["return_of_refusing"])
