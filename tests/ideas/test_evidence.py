import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.evidence import Evidence
from tests.examples import at_most

quick = at_most(60)
base_rates, spreads, means, cuts = st.floats(0, 1), st.floats(0.5, 3), st.floats(-3, 3), st.floats(0.001, 0.1)
ideas = st.builds(Evidence, base_rate=base_rates, spread_ratio=spreads, mean_advantage=means, cut=cuts)


def bars(idea):
    frame = idea.run().frame
    return frame.loc[frame["mark"] == "bar", "share"].to_numpy()


def test_check_values():
    numbers = Evidence().run().numbers
    assert numbers["share_in_top"] == pytest.approx(0.851, abs=0.0005)
    assert numbers["share_in_bottom"] == pytest.approx(0.851, abs=0.0005)


@pytest.mark.parametrize("base_rate", [0, 1])
def test_a_list_of_winners_is_as_uniform_as_all_companies(base_rate):
    assert bars(Evidence(base_rate=base_rate)) == pytest.approx(base_rate)


def test_lift_without_product_led_companies_is_that_of_the_first_one():
    none, first = (Evidence(base_rate=b).run().numbers["lift_in_top"] for b in (0, 1e-12))
    assert none == pytest.approx(first)
    assert none > 1


@given(base_rates, cuts)
@quick
def test_groups_that_perform_alike_are_alike_everywhere(base_rate, cut):
    alike = Evidence(base_rate=base_rate, spread_ratio=1, mean_advantage=0, cut=cut)
    assert bars(alike) == pytest.approx(base_rate)


@given(ideas)
@quick
def test_all_groups_together_are_all_companies(idea):
    widths = np.diff([0, idea.cut, 0.2, 0.4, 0.6, 0.8, 1 - idea.cut, 1])
    assert widths @ bars(idea) == pytest.approx(idea.base_rate, abs=1e-9)


@given(ideas)
@quick
def test_everything_is_finite_and_shares_are_shares(idea):
    numbers = idea.run().numbers
    assert all(math.isfinite(value) and value >= 0 for value in numbers.values())
    assert all(value <= 1 for name, value in numbers.items() if name != "lift_in_top")
    assert ((bars(idea) >= 0) & (bars(idea) <= 1)).all()


@given(ideas)
@quick
def test_the_share_is_lift_times_base_rate(idea):
    numbers = idea.run().numbers
    assert numbers["share_in_top"] == pytest.approx(numbers["lift_in_top"] * idea.base_rate)
    assert numbers["lift_in_top"] == pytest.approx(numbers["chance_of_top"] / idea.cut)


@given(ideas)
@quick
def test_the_opposite_advantage_swaps_top_and_bottom(idea):
    mirrored = idea.changed(mean_advantage=-idea.mean_advantage)
    assert bars(mirrored) == pytest.approx(bars(idea)[::-1], abs=1e-9)


@given(ideas, means)
@quick
def test_a_better_average_never_lowers_the_share_in_the_top(idea, other):
    low, high = sorted((idea.mean_advantage, other))
    less, more = (idea.changed(mean_advantage=mean).run().numbers["share_in_top"] for mean in (low, high))
    assert less <= more + 1e-12


@given(ideas, base_rates)
@quick
def test_more_product_led_companies_never_lower_the_share_in_the_top(idea, other):
    low, high = sorted((idea.base_rate, other))
    less, more = (idea.changed(base_rate=rate).run().numbers["share_in_top"] for rate in (low, high))
    assert less <= more + 1e-12


def test_shares_agree_with_simulated_companies():
    idea = Evidence(base_rate=0.2, spread_ratio=1.4, mean_advantage=0.3, cut=0.02)
    generator = np.random.default_rng(1)
    led = generator.random(500_000) < idea.base_rate
    results = generator.standard_normal(led.size)
    results = np.where(led, idea.mean_advantage + idea.spread_ratio * results, results)
    ranked = led[np.argsort(results)]
    few = round(idea.cut * led.size)
    for name, group in (("share_in_top", ranked[-few:]), ("share_in_bottom", ranked[:few])):
        error = group.std() / math.sqrt(few)
        assert group.mean() == pytest.approx(idea.run().numbers[name], abs=4 * error)


def test_aha_winners_and_losers_are_product_led_alike():
    numbers = Evidence.scenarios()["aha"].run().numbers
    assert numbers["share_in_top"] == pytest.approx(numbers["share_in_bottom"])
    assert numbers["share_in_top"] > 0.8


def test_false_most_winners_are_product_led_although_it_is_worse_on_average():
    idea = Evidence.scenarios()["false"]
    numbers = idea.run().numbers
    assert idea.mean_advantage < 0
    assert 0.5 < numbers["share_in_top"] < numbers["share_in_bottom"]


def test_holds_the_top_is_crowded_and_the_bottom_is_not():
    idea = Evidence.scenarios()["holds"]
    numbers = idea.run().numbers
    assert numbers["share_in_bottom"] < idea.base_rate < numbers["share_in_top"]


def test_sentence_tells_an_average_that_is_worse():
    assert "worse than the others by 0.4 standard deviations" in Evidence(mean_advantage=-0.4).run().sentence


def test_sentence_has_no_row_of_zeros():
    assert "under 0.0001%" in Evidence(spread_ratio=0.5, mean_advantage=-3).run().sentence
