import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize
from scipy.stats import norm

from plgkit.models import words
from plgkit.models.evidence import edges, groups, masses, quantile, run
from tests.examples import at_most

BASES, SPREADS, MEANS, CUTS = st.floats(0, 1), st.floats(0.5, 3), st.floats(-3, 3), st.floats(0.001, 0.1)


@at_most(60)
@given(CUTS, BASES, MEANS, SPREADS)
def test_a_quantile_of_the_mixture_is_the_one_that_scipy_finds(share, base, mean, spread):
    def surplus(place):
        return base * norm.cdf(place, mean, spread) + (1 - base) * norm.cdf(place) - share

    true = optimize.brentq(surplus, -40, 40, xtol=1e-14, rtol=1e-14)
    assert quantile(share, base, mean, spread) == pytest.approx(true, rel=1e-10, abs=1e-10)


@at_most(60)
@given(st.lists(st.floats(-30, 30), min_size=2, max_size=6, unique=True).map(sorted))
def test_masses_are_those_of_scipy_far_out_too(places):
    lower = np.array([-math.inf, *places])
    upper = np.array([*places, math.inf])
    inner = np.where(lower > 0, norm.sf(lower) - norm.sf(upper), norm.cdf(upper) - norm.cdf(lower))
    assert masses(places) == pytest.approx(inner.tolist(), rel=1e-10, abs=0)


@at_most(60)
@given(BASES, SPREADS, MEANS, CUTS)
def test_the_shares_of_all_groups_together_are_the_base_rate(base, spread, mean, cut):
    shares = run(base, spread, mean, cut)["rows"]["share"][:-1]
    widths = np.diff([0, *edges(cut), 1])
    assert widths @ shares == pytest.approx(base, abs=1e-9)


def test_the_share_in_the_top_is_the_chance_of_the_top_by_bayes_rule():
    numbers = run(0.2, 1.4, 0.3, 0.02)["numbers"]
    assert numbers["share_in_top"] == pytest.approx(0.2 * numbers["chance_of_top"] / 0.02, rel=1e-10)
    assert numbers["lift_in_top"] == pytest.approx(numbers["chance_of_top"] / 0.02, rel=1e-10)


@pytest.mark.parametrize("base", [0.0, 0.3, 1.0])
def test_companies_that_perform_alike_are_spread_alike(base):
    assert run(base, 1.0, 0.0, 0.01)["rows"]["share"] == pytest.approx([base] * 8)


def test_groups_are_named_by_their_edges():
    assert groups(0.01) == ["worst 1%", "1–20%", "20–40%", "40–60%", "60–80%", "80–99%", "best 1%"]


@pytest.mark.parametrize(("base", "every"), [(0, "No company"), (1, "Every company")])
def test_where_all_are_alike_there_is_nothing_to_tell(base, every):
    assert run(base, 2.0, 0.0, 0.01, words.TERMS)["sentence"].startswith(f"{every} is product-led, so")
