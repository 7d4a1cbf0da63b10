import math

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from scipy import optimize

from plgkit.models import words
from plgkit.models.unit_economics import earned, payback, run
from tests.examples import at_most

MARGINS = st.floats(1, 1000)


@at_most(60)
@given(MARGINS, st.floats(0, 1), st.integers(0, 60))
@example(1.5, 5e-324, 1)
def test_earned_is_the_sum_of_the_expected_margins(margin, churn, months):
    expected = math.fsum(margin * (1 - churn) ** (month - 1) for month in range(1, months + 1))
    assert earned(margin, churn, months) == pytest.approx(expected, rel=1e-10)


@at_most(60)
@given(MARGINS, st.floats(0.02, 1))
def test_the_lifetime_value_is_what_is_earned_in_the_end(margin, churn):
    value = run(margin, 1.0, churn, 100)["numbers"]["lifetime_value"]
    assert value == pytest.approx(math.fsum(margin * (1 - churn) ** month for month in range(3000)), rel=1e-10)


@at_most(60)
@given(MARGINS, st.floats(0.001, 0.9), st.floats(0.01, 0.98))
def test_the_payback_is_where_scipy_finds_the_line_of_money_at_zero(margin, churn, share):
    """Within a month the money comes in evenly: the line between two whole months is straight."""
    cac = share * margin / churn

    def money(months):
        full = math.floor(months)
        return earned(margin, churn, full) + (months - full) * margin * (1 - churn) ** full - cac

    months = payback(margin, churn, cac)
    assume(months > 0)
    assert months == pytest.approx(optimize.brentq(money, 0, 1e5, xtol=1e-12, rtol=1e-14), rel=1e-8)


@pytest.mark.parametrize(
    ("values", "months"),
    [
        ((80, 0, 1200), 15),
        ((80, 0.05, 0), 0),
        ((0, 0.05, 1200), math.inf),
        ((80, 1, 80), 1),
        ((80, 1, 81), math.inf),
        ((80, 0.5, 160), math.inf),
        ((80, 0.5, 120), 2),
    ],
)
def test_payback_at_the_corners(values, months):
    assert payback(*values) == pytest.approx(months)


def test_the_churn_at_which_the_money_just_comes_back():
    worst = run(100, 0.8, 0.05, 1200)["numbers"]["break_even_churn"]
    assert run(100, 0.8, worst, 1200)["numbers"]["lifetime_value"] == pytest.approx(1200)
    assert payback(80, worst * 0.999, 1200) < math.inf == payback(80, worst * 1.001, 1200)


def test_the_sentence_calls_customers_and_money_as_the_learner_does():
    terms = words.Terms("$k", {"customer": ("account", "accounts")})
    assert run(100, 0.8, 0.03, 1200, terms)["sentence"].startswith(
        "An account costs $1,200k to win and earns $80k a month"
    )
    assert "Winning an account costs nothing" in run(100, 0.8, 0.03, 0, terms)["sentence"]
