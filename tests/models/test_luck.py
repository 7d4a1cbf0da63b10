import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.models.luck import mix, u, z
from tests.examples import at_most

WHOLE = st.integers(0, 2**32 - 1)
REFERENCE = [
    ((), 0.6180339887505397),
    ((0,), 0.07466884807217866),
    ((7,), 0.9120461783604696),
    ((42, 3, 0, 0), 0.8623444557888433),
    ((42, 3, 7, 13), 0.15256528242025524),
    ((7, 19, 1), 0.8477724898839369),
    ((4294967295, 5, 0, 1), 0.21855034318286926),
]
KEYS = st.lists(st.integers(-(2**40), 2**40), max_size=5)


def mixed(x):
    """The same steps in NumPy's own 32-bit arithmetic, which drops what does not fit."""
    x = np.atleast_1d(np.asarray(x, dtype=np.uint32))
    x = (x ^ (x >> np.uint32(16))) * np.uint32(0x7FEB352D)
    x = (x ^ (x >> np.uint32(15))) * np.uint32(0x846CA68B)
    return x ^ (x >> np.uint32(16))


def uniform(keys):
    x = np.array([0x9E3779B9], dtype=np.uint32)
    for key in keys:
        x = mixed((x ^ np.uint32(key % 2**32)) + np.uint32(0x6D2B79F5))
    return (float(x[0]) + 0.5) / 2**32


@given(WHOLE)
@at_most(200)
def test_mix_is_that_of_32_bit_arithmetic(x):
    assert mix(x) == mixed(x)[0]


@given(KEYS)
@at_most(200)
def test_u_is_that_of_32_bit_arithmetic(keys):
    assert u(*keys) == uniform(keys)


# Frozen: what was drawn once is drawn for ever.
@pytest.mark.parametrize(("x", "y"), [(0, 0), (1, 0x688990C0), (42, 0x172733C2), (0xFFFFFFFF, 0x6768824A)])
def test_mix_stays_as_it_is(x, y):
    assert mix(x) == y == mixed(x)[0]


@pytest.mark.parametrize(("keys", "drawn"), REFERENCE)
def test_u_stays_as_it_is(keys, drawn):
    assert u(*keys) == drawn == uniform(keys)


def test_no_two_numbers_are_mixed_into_one():
    every = np.arange(2**20, dtype=np.uint32)
    assert len(np.unique(mixed(every))) == len(every)


def test_each_part_of_the_range_is_as_likely_as_any_other():
    draws = [u(seed, step) for seed in range(40) for step in range(250)]
    counts, _ = np.histogram(draws, bins=20, range=(0, 1))
    assert ((counts - 500) ** 2 / 500).sum() < 43.8  # the 0.1% point of χ² with 19 degrees of freedom
    assert abs(np.corrcoef(draws[:-1], draws[1:])[0, 1]) < 4 / math.sqrt(len(draws))


def test_a_shock_has_mean_0_and_standard_deviation_1():
    draws = np.array([z(seed, step) for seed in range(40) for step in range(100)])
    assert abs(draws.mean()) < 4 / math.sqrt(len(draws))
    assert draws.std() == pytest.approx(1, abs=0.04)
    assert abs(draws).max() < 2 * math.sqrt(3)


@given(KEYS)
@at_most(100)
def test_a_shock_is_of_four_draws(keys):
    assert z(*keys) == pytest.approx((sum(uniform([*keys, i]) for i in range(4)) - 2) * math.sqrt(3), abs=1e-12)
