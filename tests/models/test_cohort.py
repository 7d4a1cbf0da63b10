import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import optimize, special

from plgkit.models.cohort import fading, likeliest, survival
from tests.examples import at_most

INSIDE = st.floats(0.01, 0.99)
falling = st.lists(st.integers(0, 10_000), min_size=3, max_size=13).map(lambda counts: sorted(counts, reverse=True))


def beta_parameters(churn, polarisation):
    size = 1 / polarisation - 1
    return churn * size, (1 - churn) * size


@at_most(100)
@given(INSIDE, INSIDE, st.integers(0, 40))
def test_survival_is_a_quotient_of_beta_functions(churn, polarisation, periods):
    """The chance to stay t periods is E[(1 − θ)ᵗ] for θ from Beta(α, β)."""
    alpha, beta = beta_parameters(churn, polarisation)
    quotients = np.exp(special.betaln(alpha, beta + np.arange(periods + 1)) - special.betaln(alpha, beta))
    assert survival(churn, polarisation, periods) == pytest.approx(quotients, rel=1e-10)


@pytest.mark.parametrize(
    ("churn", "polarisation", "shares"),
    [
        (0.25, 0.0, [1, 0.75, 0.5625, 0.421875]),
        (0.25, 1.0, [1, 0.75, 0.75, 0.75]),
        (1.0, 0.0, [1, 0, 0, 0]),
        (1.0, 0.5, [1, 0, 0, 0]),
        (0.0, 0.3, [1, 1, 1, 1]),
    ],
)
def test_survival_at_the_corners(churn, polarisation, shares):
    assert survival(churn, polarisation, 3) == pytest.approx(shares)
    assert survival(churn, polarisation, 0) == [1]


@given(INSIDE, INSIDE, st.integers(1, 40))
def test_churn_fades_as_those_who_leave_easily_are_gone(churn, polarisation, periods):
    kept = survival(churn, polarisation, periods)
    hazard = [churn * share for share in fading(polarisation, periods)]
    assert hazard == pytest.approx([1 - after / before for before, after in pairwise(kept)])


@at_most(100)
@given(st.integers(10, 10**12), INSIDE, INSIDE)
def test_two_periods_are_fitted_exactly(size, first, share):
    """Two periods determine both parameters: φ = 1 − h(1)/h(0)."""
    left = float(round(size * (1 - first)))
    remaining = float(round(left * (1 - first * share)))
    assume(0 < remaining < left < size)
    start, later = 1 - left / size, 1 - remaining / left
    assume(0.001 < later / start < 0.999)
    churn, polarisation, _ = likeliest([float(size), left, remaining])
    assert (churn, polarisation) == pytest.approx((start, 1 - later / start), rel=1e-8)


@at_most(25)
@given(falling)
def test_the_fit_is_the_one_that_scipy_finds(counts):
    assume(counts[0] > counts[-1] and counts[1] > 0)
    counts = np.array(counts, float)
    lost, stayed = counts[:-1] - counts[1:], counts[1:]

    def hazard(churn, polarisation):
        later = (1 - polarisation) / (1 - polarisation + np.arange(1, len(lost)) * polarisation)
        return churn * np.concatenate([[1], later])

    def value(churn, polarisation):
        risk = hazard(churn, polarisation)
        return float(np.sum(special.xlogy(lost, risk) + special.xlog1py(stayed, -risk)))

    def mean(polarisation):
        fall = hazard(1.0, polarisation)

        def surplus(churn):
            return lost.sum() - np.sum(stayed * churn * fall / (1 - churn * fall))

        return optimize.brentq(surplus, 0, 1 - 2**-53, xtol=1e-16)

    churn, polarisation, log_likelihood = likeliest(counts.tolist())
    assert log_likelihood == pytest.approx(value(churn, polarisation), rel=1e-12)
    assert churn == pytest.approx(mean(polarisation), rel=1e-10)
    around = max(0, polarisation - 0.05), min(1, polarisation + 0.05)
    optimum = optimize.minimize_scalar(lambda x: -value(mean(x), x), bounds=around, method="bounded")
    assert log_likelihood >= -optimum.fun - 2e-12 * abs(optimum.fun)


@pytest.mark.parametrize(
    ("counts", "churn", "polarisation"),
    [
        ([100, 0, 0], 1, 0),
        ([1000, 500, 250], 0.5, 0),
        ([100, 40, 0], 100 / 140, 0),
        ([1000, 400, 400, 400], 0.6, 1),
        ([1e15, 5e14, 3e14], 0.5, 0.2),
        ([1e-3, 5e-4, 3e-4], 0.5, 0.2),
    ],
)
def test_the_fit_at_the_corners(counts, churn, polarisation):
    fit = likeliest([float(count) for count in counts])
    assert fit[:2] == pytest.approx((churn, polarisation), rel=1e-9)
    assert polarisation not in (0, 1) or fit[1] == polarisation
    assert math.isfinite(fit[2])
