import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.portfolio import Portfolio
from plgkit.models.portfolio import average_cost, marginal_cost, response
from tests.examples import at_most

SHAPES = ("saturating", "s-shaped")
THRESHOLD = {"shape": "s-shaped", "reach_b": 1000, "saturation_a": 60_000, "saturation_b": 60_000}


def anything():
    """Every setting that the bounds allow."""
    kinds = {
        "number": lambda one: st.floats(one.ge, one.le),
        "choice": lambda one: st.sampled_from(one.choices),
    }
    return st.fixed_dictionaries({name: kinds[one.kind](one) for name, one in Portfolio.assumptions().items()})


def numbers(**given):
    return Portfolio(**given).run().numbers


def by_hand(idea, shares):
    """Customers at many splits, written out anew from the equations."""
    x, y = shares * idea.budget / idea.saturation_a, (1 - shares) * idea.budget / idea.saturation_b
    if idea.shape == "saturating":
        return -idea.reach_a * np.expm1(-x) - idea.reach_b * np.expm1(-y)
    return idea.reach_a * x**3 / (1 + x**3) + idea.reach_b * y**3 / (1 + y**3)


def test_check_values_of_the_saturating_case():
    found = numbers()
    assert found["best_share_a"] * 100_000 == pytest.approx(65_636, abs=0.5)
    assert found["customers_best"] == pytest.approx(1223, abs=0.5)
    assert found["customers_equal"] == pytest.approx(1183, abs=0.5)
    assert found["customers_all_a"] == pytest.approx(865, abs=0.5)


def test_check_values_of_the_s_shaped_case():
    found = numbers(**THRESHOLD)
    assert found["customers_equal"] == pytest.approx(733, abs=0.5)
    assert found["customers_best"] == found["customers_all_a"] == pytest.approx(822, abs=0.5)


def test_one_motion_and_two_tie_where_the_budget_is_60000_times_the_cube_root_of_6():
    tie = 60_000 * 6 ** (1 / 3)
    assert tie == pytest.approx(109_000, abs=500)
    found = numbers(**THRESHOLD, budget=tie)
    assert found["customers_equal"] == pytest.approx(found["customers_all_a"], rel=1e-12)
    assert numbers(**THRESHOLD, budget=tie - 1)["best_share_a"] == 1
    assert numbers(**THRESHOLD, budget=tie + 1)["best_share_a"] == pytest.approx(0.5, abs=1e-6)


def test_a_tie_goes_to_the_largest_share_for_a():
    assert numbers(**THRESHOLD)["best_share_a"] == 1
    assert numbers(reach_a=0, reach_b=0)["best_share_a"] == 1


def test_saturating_costs_written_out():
    found = numbers()
    assert found["average_cost_a"] == pytest.approx(50_000 / (1000 * (1 - math.exp(-1))))
    assert found["marginal_cost_a"] == pytest.approx(50 * math.e)
    assert found["marginal_cost_b"] == pytest.approx(20_000 / 600 * math.exp(2.5))


@pytest.mark.parametrize(
    ("given", "share"),
    [
        ({"reach_a": 0}, 0),
        ({"reach_b": 0}, 1),
        ({"reach_b": 0, "shape": "s-shaped"}, 1),
        ({"budget": 0}, 0),
        ({"budget": 0, "reach_a": 2000}, 1),
        ({"budget": 0, "reach_a": 1000, "reach_b": 400}, 50 / 70),
        ({"budget": 0, "shape": "s-shaped"}, 0),
        ({"budget": 0, "shape": "s-shaped", "reach_b": 65}, 0),
        ({"budget": 0, "shape": "s-shaped", "reach_b": 63}, 1),
    ],
)
def test_best_share_at_the_corners(given, share):
    assert numbers(**given)["best_share_a"] == pytest.approx(share)


@pytest.mark.parametrize("given", [{}, {"reach_a": 2000}, {"shape": "s-shaped"}])
def test_the_best_share_without_a_budget_is_the_limit_of_a_small_one(given):
    assert numbers(**given, budget=0)["best_share_a"] == numbers(**given, budget=1)["best_share_a"]


def test_costs_at_no_spend_and_without_reach():
    assert average_cost("saturating", 1000, 50_000, 0) == marginal_cost("saturating", 1000, 50_000, 0) == 50
    assert average_cost("s-shaped", 1000, 50_000, 0) == marginal_cost("s-shaped", 1000, 50_000, 0) == math.inf
    found = numbers(reach_a=0)
    assert found["average_cost_a"] == found["marginal_cost_a"] == math.inf
    assert numbers(budget=1e7, saturation_b=1000)["marginal_cost_b"] == math.inf


@at_most(80)
@given(anything())
def test_every_setting_gives_numbers_within_reason(given):
    outcome = Portfolio(**given).run()
    found = outcome.numbers
    assert not any(math.isnan(value) for value in found.values())
    assert len(outcome.frame) == 65
    assert 0 <= found["best_share_a"] <= 1
    assert 0 <= found["customers"] <= (given["reach_a"] + given["reach_b"]) * (1 + 1e-12)
    assert all(found[f"{cost}_cost_{motion}"] > 0 for cost in ("average", "marginal") for motion in "ab")


@at_most(80)
@given(anything())
def test_no_split_beats_the_best(given):
    idea = Portfolio(**given)
    ends = np.geomspace(1e-6, 1, 1000)
    others = by_hand(idea, np.concatenate([np.linspace(0, 1, 1001), ends, 1 - ends]))
    assert idea.run().numbers["customers_best"] >= others.max() * (1 - 1e-8)


def test_a_threshold_within_a_sliver_of_the_budget_is_found():
    idea = Portfolio(shape="s-shaped", budget=1e7, reach_a=500, saturation_a=1000, reach_b=1000, saturation_b=1e7)
    slivers = np.geomspace(1e-6, 1, 20_000)
    others = by_hand(idea, slivers)
    found = idea.run().numbers
    assert found["best_share_a"] == pytest.approx(slivers[others.argmax()], rel=1e-3)
    assert found["customers_best"] > found["customers_all_b"] + 490


@at_most(50)
@given(anything(), st.floats(0, 1e7))
def test_a_larger_budget_never_wins_fewer_customers(given, other):
    small, large = (numbers(**given | {"budget": b})["customers_best"] for b in sorted((given["budget"], other)))
    assert small <= large * (1 + 1e-8)


@at_most(50)
@given(anything())
def test_a_and_b_are_only_names(given):
    swapped = given | {f"{name}_{x}": given[f"{name}_{y}"] for name in ("reach", "saturation") for x, y in ("ab", "ba")}
    assert numbers(**given)["customers_best"] == pytest.approx(numbers(**swapped)["customers_best"], rel=1e-8)


@at_most(50)
@given(st.floats(1, 1e6), st.floats(1e3, 1e6), st.floats(1, 1e6), st.floats(1e3, 1e6), st.floats(1e3, 1e6))
def test_marginal_returns_are_equal_at_an_inner_best_split(reach_a, saturation_a, reach_b, saturation_b, budget):
    curves = dict(reach_a=reach_a, saturation_a=saturation_a, reach_b=reach_b, saturation_b=saturation_b)
    best = numbers(budget=budget, **curves)["best_share_a"]
    found = numbers(budget=budget, share_a=best, **curves)
    if best == 1:
        assert found["marginal_cost_a"] <= found["marginal_cost_b"] * (1 + 1e-9)
    elif best == 0:
        assert found["marginal_cost_b"] <= found["marginal_cost_a"] * (1 + 1e-9)
    else:
        assert found["marginal_cost_a"] == pytest.approx(found["marginal_cost_b"], rel=1e-9)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_response_agrees_with_simulated_thresholds(shape):
    generator = np.random.default_rng(1)
    people = 200_000
    uniform = generator.random(people)
    own = -50_000 * np.log(uniform) if shape == "saturating" else 50_000 * (uniform / (1 - uniform)) ** (1 / 3)
    for spend in (20_000, 60_000, 120_000):
        share = (own <= spend).mean()
        error = math.sqrt(share * (1 - share) / people)
        assert response(shape, 1, 50_000, spend) == pytest.approx(share, abs=4 * error)


def test_aha_the_next_customer_costs_the_same_in_both_at_the_best_split_and_halves_win_fewer():
    found = Portfolio.scenarios()["aha"].run().numbers
    assert found["marginal_cost_a"] == pytest.approx(found["marginal_cost_b"], rel=0.05)
    assert found["customers"] > found["customers_equal"] + 40
    assert found["average_cost_a"] > 1.2 * found["average_cost_b"]


def test_false_equal_marginal_costs_lose_to_one_motion_alone():
    idea = Portfolio.scenarios()["false"]
    outcome = idea.run()
    found = outcome.numbers
    assert found["marginal_cost_a"] == found["marginal_cost_b"]
    assert found["customers_all_a"] > found["customers"] + 80
    assert "equal costs do not mark the best split" in outcome.sentence


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"budget": 0}, "$0 wins no customers, however it is split."),
        (
            {"reach_a": 0},
            "the best split, all for B, wins 596 customers. The next customer costs more than the whole",
        ),
        ({"share_a": 0.66}, "no split wins noticeably more. The next customer costs about the same"),
        (THRESHOLD, "the best split, all for A or all for B, wins 822 customers"),
        ({"budget": 20}, "In both motions one more customer would cost more than the whole budget"),
    ],
)
def test_the_sentence_is_true_at_the_corners(given, says):
    assert says in Portfolio(**given).run().sentence
