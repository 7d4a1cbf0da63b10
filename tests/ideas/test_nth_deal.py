import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.nth_deal import NthDeal
from plgkit.models.nth_deal import chance_of_losing
from plgkit.support.errors import Refused
from tests.examples import at_most

shares_of_one = st.floats(0, 1)
revenues = st.lists(st.integers(1, 1000), min_size=1, max_size=20).map(
    lambda parts: [part / sum(parts) for part in parts]
)


def numbers(**given):
    return NthDeal(**given).run().numbers


@pytest.mark.parametrize(
    ("given", "name", "value", "digit"),
    [
        ({}, "break_even_deals", 1.875, 0.0005),
        ({"upkeep": 0.15}, "break_even_deals", 2.31, 0.005),
        ({}, "cost_product", 3.5, 0.05),
        ({"overlap": 0.6}, "cost_product", 6.1, 0.05),
        ({}, "cost_custom", 10, 0),
        ({}, "concentration", 0.196, 0.0005),
        ({}, "effective_customers", 5.1, 0.05),
        ({}, "chance_lose_30", 0.101, 0.0005),
        ({"shares": [1 / 11] * 11}, "chance_lose_30", 0.019, 0.0005),
    ],
)
def test_check_values(given, name, value, digit):
    assert numbers(**given)[name] == pytest.approx(value, abs=digit)


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        ({"upkeep": 0.8}, "break_even_deals", math.inf),
        ({"upkeep": 1, "cost_of_reuse": 1}, "first_cheaper_deal", math.inf),
        ({"overlap": 0}, "break_even_deals", math.inf),
        ({"overlap": 0}, "cost_product", 10),
        ({"cost_of_reuse": 0}, "cost_product", 1.5),
        ({"loss_chance": 0}, "chance_lose_30", 0),
        ({"loss_chance": 1}, "chance_lose_30", 1),
        ({"shares": [1]}, "chance_lose_30", 0.1),
        ({"shares": [1, 0]}, "effective_customers", 1),
    ],
)
def test_corners(given, name, value):
    assert numbers(**given)[name] == pytest.approx(value)


def test_a_break_even_at_a_whole_deal_is_a_tie_there():
    made = numbers(cost_of_reuse=0.25, deals=2)
    assert made["break_even_deals"] == 2
    assert made["cost_product"] == made["cost_custom"]
    assert made["first_cheaper_deal"] == 3


@given(
    st.fixed_dictionaries(
        {
            "build_for_reuse": st.floats(1, 20),
            "cost_of_reuse": shares_of_one,
            "overlap": shares_of_one,
            "upkeep": shares_of_one,
            "deals": st.integers(1, 1000),
            "shares": revenues,
            "loss_chance": shares_of_one,
        }
    )
)
@at_most(100)
def test_only_a_product_that_is_never_cheaper_has_infinite_numbers(given):
    outcome = NthDeal(**given).run()
    never = {name for name, value in outcome.numbers.items() if math.isinf(value)}
    assert never in (set(), {"break_even_deals", "first_cheaper_deal"})
    assert all(type(value) is float and value >= 0 for value in outcome.numbers.values())
    assert outcome.numbers["chance_lose_30"] <= 1
    assert outcome.numbers["effective_customers"] * (1 + 1e-9) >= 1
    assert outcome.numbers["effective_customers"] <= len(given["shares"]) * (1 + 1e-9)
    assert len(outcome.frame) == 14


@given(st.floats(1, 5), st.floats(0, 0.6), st.floats(0.05, 1), st.floats(0, 0.3))
@at_most(50)
def test_the_first_cheaper_deal_is_cheaper_and_the_one_before_is_not(build, reuse, overlap, upkeep):
    given = {"build_for_reuse": build, "cost_of_reuse": reuse, "overlap": overlap, "upkeep": upkeep}
    first = int(numbers(**given)["first_cheaper_deal"])
    costs = [numbers(deals=deals, **given) for deals in (max(1, first - 1), first)]
    assert first == 1 or costs[0]["cost_product"] >= costs[0]["cost_custom"] - 1e-6
    assert costs[1]["cost_product"] < costs[1]["cost_custom"] + 1e-6


@given(st.floats(0.01, 1), shares_of_one, shares_of_one)
@at_most(50)
def test_overlap_scales_the_saving_and_leaves_the_break_even(overlap, reuse, upkeep):
    given = {"cost_of_reuse": reuse, "upkeep": upkeep}
    some, alike = numbers(overlap=overlap, **given), numbers(**given)
    assert some["break_even_deals"] == alike["break_even_deals"]
    saved = alike["cost_custom"] - alike["cost_product"]
    assert some["cost_custom"] - some["cost_product"] == pytest.approx(overlap * saved, abs=1e-9)


@given(shares_of_one, shares_of_one)
@at_most(50)
def test_more_upkeep_never_brings_the_break_even_nearer(one, other):
    low, high = (numbers(upkeep=upkeep) for upkeep in sorted((one, other)))
    assert low["break_even_deals"] <= high["break_even_deals"]
    assert low["cost_product"] <= high["cost_product"]


@given(st.lists(st.integers(1, 100), min_size=1, max_size=7), shares_of_one)
@at_most(50)
def test_chance_of_losing_agrees_with_every_set_of_customers_counted(parts, chance):
    counted = 0.0
    for leaves in itertools.product((0, 1), repeat=len(parts)):
        lost = sum(part * left for part, left in zip(parts, leaves, strict=True))
        # Whole numbers, so that exactly 30 % is counted.
        if 10 * lost >= 3 * sum(parts):
            gone = sum(leaves)
            counted += chance**gone * (1 - chance) ** (len(parts) - gone)
    shares = np.array(parts) / sum(parts)
    assert chance_of_losing(shares, chance) == pytest.approx(counted, abs=1e-9)


def test_chance_of_losing_agrees_with_simulated_years_of_twenty_customers():
    generator = np.random.default_rng(5)
    shares = np.sort(generator.dirichlet(np.full(20, 0.5)))
    lost = (generator.random((100_000, 20)) < 0.15) @ shares >= 0.30
    error = lost.std() / math.sqrt(len(lost))
    made = numbers(shares=shares.tolist(), loss_chance=0.15)["chance_lose_30"]
    assert made == pytest.approx(lost.mean(), abs=4 * error)


@given(revenues, shares_of_one, shares_of_one)
@at_most(50)
def test_customers_who_leave_more_easily_never_make_revenue_safer(shares, one, other):
    low, high = (chance_of_losing(np.array(shares), chance) for chance in sorted((one, other)))
    assert low <= high + 1e-12


def test_shares_that_are_rounded_count_like_the_shares_they_stand_for():
    assert numbers(shares=[0.333] * 3) == pytest.approx(numbers(shares=[1 / 3] * 3))


@pytest.mark.parametrize(
    ("shares", "line"),
    [
        ([0.6, 0.6], "shares: they add up to 1.2, not to 1"),
        ([-0.1, 1.1], "shares: -0.1 is not between 0 and 1"),
        ([0.05] * 21, "shares: 21 customers given, 1 to 20 are allowed"),
        ([], "shares: 0 customers given, 1 to 20 are allowed"),
    ],
)
def test_shares_that_are_no_shares_of_one_revenue_are_refused_in_one_line(shares, line):
    with pytest.raises(Refused) as refused:
        NthDeal(shares=shares)
    assert str(refused.value) == line


def test_overlap_leaves_the_second_deal_the_first_cheaper_one_and_upkeep_does_not():
    scenes = {name: idea.run().numbers for name, idea in NthDeal.scenarios().items()}
    assert scenes["default"]["first_cheaper_deal"] == scenes["aha"]["first_cheaper_deal"] == 2
    assert scenes["upkeep"]["first_cheaper_deal"] == 3
    assert scenes["aha"]["cost_product"] > scenes["default"]["cost_product"]


def test_upkeep_can_eat_all_that_reuse_saves():
    outcome = NthDeal.scenarios()["false"].run()
    assert outcome.numbers["cost_product"] > outcome.numbers["cost_custom"]
    assert math.isinf(outcome.numbers["break_even_deals"])
    assert "never cheaper" in outcome.sentence


def test_deals_with_little_in_common_save_little():
    made = NthDeal.scenarios()["unlike_deals"].run().numbers
    assert made["cost_product"] > 0.9 * made["cost_custom"]
