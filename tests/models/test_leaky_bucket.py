import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import optimize, special

from plgkit.models import words
from plgkit.models.cohort import survival
from plgkit.models.leaky_bucket import ceiling, months_to, run, stock
from tests.examples import at_most

SHARES = st.floats(0, 1)


@at_most(50)
@given(SHARES, SHARES, st.floats(0, 1e5), st.floats(0, 1e7), st.integers(1, 60))
def test_customers_are_those_of_every_cohort_who_are_left(churn, polarisation, acquisition, start, months):
    kept = survival(churn, polarisation, months)
    for t, people in enumerate(stock(kept, acquisition, start, months)):
        cohorts = [acquisition * kept[t - joined] for joined in range(1, t + 1)]
        assert people == pytest.approx(start * kept[t] + math.fsum(cohorts), rel=1e-12)


@at_most(50)
@given(st.floats(0.02, 1), st.floats(0, 0.2), st.floats(1, 1e5))
def test_the_ceiling_is_what_all_the_cohorts_that_ever_joined_add_up_to(churn, of_the_limit, acquisition):
    """The sum of S(k) over 20,000 months; what follows them is bounded by the integral of its tail, k^(−α)."""
    polarisation = of_the_limit * churn / (1 + churn)
    alpha = churn * (1 / polarisation - 1) if polarisation else math.inf
    assume(alpha > 2)
    kept = survival(churn, polarisation, 20_000)
    rest = kept[-1] * 20_000 / (alpha - 1)
    whole = math.fsum(kept[:-1])
    assert (
        whole * (1 - 1e-9)
        <= ceiling(acquisition, churn, polarisation, 0) / acquisition
        <= (whole + 2 * rest) * (1 + 1e-9)
    )


@at_most(50)
@given(st.floats(0.01, 0.9), st.floats(0.05, 0.9), st.floats(0, 0.5), st.floats(0.55, 0.95))
def test_months_to_a_share_are_those_that_scipy_finds(churn, of_the_limit, begun, share):
    polarisation = of_the_limit * churn / (1 + churn)
    alpha, beta = churn * (1 / polarisation - 1), (1 - churn) * (1 / polarisation - 1)
    assume(alpha > 1.1)

    def surplus(t):
        left = np.exp(special.betaln(alpha, beta + t) - special.betaln(alpha, beta))
        missing = np.exp(special.betaln(alpha - 1, beta + t) - special.betaln(alpha - 1, beta))
        return begun * left - missing + 1 - share

    months = months_to(share, begun * 1000, churn, polarisation, 1000)
    assume(0 < months < 1e8)
    assert months == pytest.approx(optimize.brentq(surplus, 0, 1e9, xtol=1e-13, rtol=1e-14), rel=1e-8)


@pytest.mark.parametrize(
    ("values", "months"),
    [
        ((0.9, 0, 0.5, 0, 200), math.log(0.1) / math.log(0.5)),
        ((0.9, 1800, 0.05, 0, 2000), 0),
        ((0.9, 0, 0, 0, math.inf), math.inf),
        ((0.9, 0, 1, 0, 100), 0),
    ],
)
def test_months_at_the_corners(values, months):
    assert months_to(*values) == pytest.approx(months)


@pytest.mark.parametrize(
    ("values", "top"),
    [
        ((100, 0.05, 0, 0), 2000),
        ((100, 1, 0.8, 0), 100),
        ((100, 0, 0, 0), math.inf),
        ((100, 0.05, 0.05 / 1.05, 0), math.inf),
        ((0, 0.3, 1, 10), 7),
        ((0, 0, 0.5, 10), 10),
        ((0, 0.3, 0, 10), 0),
    ],
)
def test_the_ceiling_at_the_corners(values, top):
    assert ceiling(*values) == pytest.approx(top)


def test_the_sentence_calls_customers_as_the_learner_does():
    families = words.Terms(nouns={"customer": ("family", "families")})
    assert "5% of families leave each month" in run(100, 0.05, 0.0, 0, 36, families)["sentence"]
    assert "there are no families" in run(0, 0.05, 0.0, 0, 36, families)["sentence"]
    assert "families" in run(100, 0.05, 0.0, 0, 36, families)["rows"]["label"]
