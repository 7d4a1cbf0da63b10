import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import optimize

from plgkit.models import words
from plgkit.models.two_engines import STOP, filled, run, steady
from tests.examples import at_most

SHARES = st.floats(0, 1)


def outcome(spend=50_000, reach=1000, saturation=50_000, word_of_mouth=0.38, churn=0.1, months=36, terms=words.TERMS):
    return run(spend, reach, saturation, word_of_mouth, churn, 100_000, months, terms)


@at_most(60)
@given(SHARES, SHARES, SHARES)
def test_as_many_join_as_leave_at_the_steady_share(bought, word_of_mouth, churn):
    share = steady(bought, word_of_mouth, churn)
    joining = min(1, bought + word_of_mouth * (1 - churn) * share) * (1 - share)
    assert joining == pytest.approx(churn * share, abs=1e-12)


@at_most(60)
@given(st.floats(1e-6, 1), SHARES, st.floats(1e-3, 1))
def test_the_steady_share_is_the_one_that_scipy_finds(bought, word_of_mouth, churn):
    def surplus(share):
        return min(1, bought + word_of_mouth * (1 - churn) * share) * (1 - share) - churn * share

    true = optimize.brentq(surplus, 0, 1, xtol=1e-15, rtol=1e-14)
    assert steady(bought, word_of_mouth, churn) == pytest.approx(true, rel=1e-9, abs=1e-12)


@at_most(40)
@given(st.floats(0.01, 1), SHARES, st.floats(0, 0.9))
def test_the_market_ends_at_the_steady_share(bought, word_of_mouth, churn):
    path = filled([bought] * 3000, word_of_mouth, churn)
    assert path[-1] == pytest.approx(steady(bought, word_of_mouth, churn), abs=1e-6)
    assert all(0 <= share <= 1 for share in path)


@at_most(60)
@given(SHARES, st.floats(0.01, 1))
def test_word_of_mouth_carries_exactly_below_the_threshold(churn, word_of_mouth):
    numbers = outcome(churn=churn, word_of_mouth=word_of_mouth)["numbers"]
    assume(abs(churn - numbers["churn_threshold"]) > 1e-9)
    assert numbers["self_sustaining"] == (churn < word_of_mouth / (1 + word_of_mouth))
    carried = 1 - churn / (word_of_mouth * (1 - churn)) if numbers["self_sustaining"] else 0
    assert numbers["carried_share"] == pytest.approx(carried, abs=1e-12)


@at_most(60)
@given(st.floats(1, 1e6), st.floats(1, 1e5), st.floats(1e4, 1e7))
def test_the_marginal_cost_is_the_slope_of_what_is_bought(spend, reach, saturation):
    def bought(money):
        return reach * -math.expm1(-money / saturation)

    assume(spend / saturation < 5)
    numbers = outcome(spend=spend, reach=reach, saturation=saturation)["numbers"]
    step = 1e-3 * saturation
    slope = (bought(spend + step) - bought(spend - step)) / (2 * step)
    assert numbers["marginal_cac"] == pytest.approx(1 / slope, rel=1e-6)
    assert numbers["average_cac"] == pytest.approx(spend / bought(spend))


@pytest.mark.parametrize(
    ("values", "average", "marginal"),
    [
        ({"spend": 0}, 50, 50),
        ({"reach": 0}, math.inf, math.inf),
        ({"spend": 1e7, "saturation": 1000}, 10_000, math.inf),
    ],
)
def test_costs_at_the_corners(values, average, marginal):
    numbers = outcome(**values)["numbers"]
    assert (numbers["average_cac"], numbers["marginal_cac"]) == pytest.approx((average, marginal))


@pytest.mark.parametrize("months", [1, STOP, STOP + 1, STOP + 5, 120])
def test_the_spending_stops_after_a_year(months):
    numbers = outcome(months=months)["numbers"]
    path = filled([1000 * -math.expm1(-1) / 100_000] * STOP + [0.0] * 120, 0.38, 0.1)
    assert numbers["customers_if_stopped"] == pytest.approx(100_000 * path[months])


def test_the_sentence_calls_customers_and_money_as_the_learner_does():
    terms = words.Terms("kCHF", {"customer": ("account", "accounts")})
    sentence = outcome(terms=terms)["sentence"]
    assert "the number of accounts is" in sentence
    assert "a bought account costs 79.1\u202fkCHF on average, the next one 136\u202fkCHF." in sentence
    assert "every account has to be bought" in outcome(word_of_mouth=0, terms=terms)["sentence"]
