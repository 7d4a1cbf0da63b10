import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import optimize

from plgkit.models import words
from plgkit.models.saying_no import CUSTOM, FAILS, PRODUCT, WAIT, WORKS, break_even, internal_rate, run, worth
from tests.examples import at_most

# Amounts that money has: a cent or more.
AMOUNTS = st.integers(0, 50_000).map(lambda cents: cents / 100)
RATES = st.floats(0, 1)


def value(cash, rate):
    return math.fsum(amount / (1 + rate) ** year for year, amount in enumerate(cash))


@at_most(60)
@given(st.integers(1, 20), RATES, RATES, AMOUNTS, AMOUNTS, AMOUNTS)
def test_each_way_is_worth_its_cash_year_by_year(years, rate, success, custom, cost, income):
    def product(years, later):
        return [-cost, *later][:years]

    works = value(product(years, [income] * 19), rate)
    fails = value(product(years, [0, *[custom] * 18]), rate)
    known = value([0, *product(years - 1, [income] * 18)], rate) if years > 1 else 0
    stay = value([0, *[custom] * (years - 1)], rate)
    ways = {
        CUSTOM: value([custom] * years, rate),
        WORKS: works,
        FAILS: fails,
        PRODUCT: success * works + (1 - success) * fails,
        WAIT: custom + success * max(known, stay) + (1 - success) * stay,
    }
    values = worth(rate, success, custom, cost, income)
    assert {way: values[way][years - 1] for way in values} == pytest.approx(ways, rel=1e-10, abs=1e-8)


@at_most(60)
@given(st.integers(3, 20), st.floats(1, 500), st.floats(-100, 500), st.floats(10, 500))
def test_the_rate_of_return_is_the_one_that_scipy_finds(years, given_up, first, later):
    rate = internal_rate(given_up, first, later, years)
    assume(-0.99 < rate < 1000)
    cash = [-given_up, first, *[later] * (years - 2)]
    true = optimize.brentq(lambda r: value(cash, r), -0.999, 2000, xtol=1e-14)
    assert rate == pytest.approx(true, rel=1e-8, abs=1e-10)


@at_most(60)
@given(RATES, st.floats(1, 500), st.floats(-100, 500), st.floats(-100, 500))
def test_the_break_even_is_the_first_year_that_makes_good_what_is_given_up(rate, given_up, first, later):
    balance, years = -given_up, []
    for year in range(1, 500):
        balance += (first if year == 1 else later) / (1 + rate) ** year
        assume(abs(balance) > 1e-6)
        if balance > 0:
            years.append(year + 1.0)
    found = break_even(given_up, first, later, rate)
    assert found == years[0] if years else found > 500


@pytest.mark.parametrize(
    ("values", "rate"),
    [((10, -1, -1, 5), -1), ((0, 1, 1, 5), math.inf), ((0, 0, 0, 5), 0), ((100, 110, 0, 2), 0.1), ((10, 5, 5, 1), -1)],
)
def test_the_rate_of_return_at_the_corners(values, rate):
    assert internal_rate(*values) == pytest.approx(rate)


@pytest.mark.parametrize(
    ("values", "years"),
    [
        ((0, 0, 0, 0.1), 1),
        ((10, 20, 0, 0.1), 2),
        ((10, 5, 0, 0.1), math.inf),
        ((10, 0, 1, 0), 12),
        ((10, 0, 1, 1), math.inf),
    ],
)
def test_the_break_even_at_the_corners(values, years):
    assert break_even(*values) == years


def test_just_the_success_needed_makes_both_worth_the_same():
    needed = run(8, 0.1, 0.7, 30, 150, 80, 200)["numbers"]["success_needed"]
    numbers = run(8, 0.1, needed, 30, 150, 80, 200)["numbers"]
    assert numbers["npv_product"] == pytest.approx(numbers["npv_custom"])


def test_the_sentence_calls_the_product_and_money_as_the_learner_does():
    terms = words.Terms("kCHF", {"product": ("platform", "platforms")})
    sentence = run(8, 0.1, 1.0, 30, 150, 80, 200, terms)["sentence"]
    assert sentence.startswith("Over 8 years the platform is worth 239\u202fkCHF today and custom work 176\u202fkCHF")
