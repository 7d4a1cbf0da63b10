import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, special

from plgkit.models import numerics

CLOSE = 1e-10


def close(value, true):
    return value == true or abs(value - true) <= CLOSE * abs(true)


@given(st.floats(-1 + 2**-53, 1e300))
def test_log1p(x):
    assert close(numerics.log1p(x), math.log1p(x))


@given(st.floats(-700, 700))
def test_exp(x):
    assert close(numerics.exp(x), math.exp(x))
    assert numerics.exp(x + 1e4) == math.inf


@given(st.floats(-37, 37))
def test_the_normal_distribution(x):
    assert close(numerics.normal_below(x), special.ndtr(x))
    assert close(numerics.normal_density(x), math.exp(-x * x / 2) / math.sqrt(2 * math.pi))


@pytest.mark.parametrize("x", [-math.inf, math.inf])
def test_the_ends_of_the_normal_distribution(x):
    assert numerics.normal_below(x) == special.ndtr(x)
    assert numerics.normal_quantile(special.ndtr(x)) == x


@given(st.floats(1e-300, 1 - 2**-53))
def test_the_normal_quantile(share):
    true = special.ndtri(share)
    assert close(numerics.normal_quantile(share), true) or abs(true) < 1e-6


def exactly(x, a):
    """The rise of ln Γ for a whole number of steps, from its recurrence."""
    return math.fsum(math.log(x + k) for k in range(a))


@given(st.floats(1e-3, 1e12), st.integers(0, 40))
def test_the_rise_of_log_gamma_in_whole_steps(x, a):
    true = exactly(x, a)
    size = math.fsum(abs(math.log(x + k)) for k in range(a))
    assert abs(numerics.log_gamma_rise(x, a) - true) <= CLOSE * max(size, 1e-3)


@given(st.floats(1e-3, 50), st.floats(1e-3, 50), st.floats(1e-3, 50))
def test_the_fall_of_log_beta(a, x, y):
    true = special.betaln(a, y) - special.betaln(a, x)
    assert abs(numerics.log_beta_fall(a, x, y) - true) <= CLOSE * max(1, abs(special.betaln(a, x)))


def test_the_rise_of_log_gamma_far_out_where_lgamma_has_no_digits_left():
    assert close(numerics.log_gamma_rise(1e15, 0.5), 0.5 * math.log(1e15))
    assert abs(math.lgamma(1e15 + 0.5) - math.lgamma(1e15) - 0.5 * math.log(1e15)) > 0.01


@given(st.floats(0.01, 50), st.floats(-20, 20))
def test_a_root(steepness, place):
    def function(x):
        return math.atan(steepness * (x - place)) + 0.1 * (x - place) ** 3

    true = optimize.brentq(function, -30, 31, xtol=1e-15)
    assert abs(numerics.root(function, -30, 31) - true) <= 1e-10 * max(1, abs(true))


@pytest.mark.parametrize(("low", "high"), [(0.0, 5.0), (-5.0, 0.0)])
def test_a_root_at_an_end(low, high):
    assert numerics.root(lambda x: x, low, high) == 0


@given(st.floats(0.05, 0.95))
def test_the_lowest_place(place):
    def function(x):
        return (x - place) ** 2 + (x - place) ** 4

    assert abs(numerics.lowest(function, 0, 1) - place) < 1e-7


@given(st.floats(0, 1e6), st.floats(1e-300, 1))
def test_products_with_logarithms(x, y):
    assert close(numerics.times_log(x, y), special.xlogy(x, y))
    assert close(numerics.times_log1p(x, -y), special.xlog1py(x, -y))


def test_a_sum_is_the_same_in_every_python():
    assert numerics.total([0.1] * 10) == 0.9999999999999999 and numerics.total([]) == 0
