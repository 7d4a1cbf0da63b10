import math
import random

import numpy as np
import pytest

from plgkit.models.portfolio import (
    average_cost,
    best_share,
    best_split,
    level,
    marginal,
    marginal_cost,
    place,
    response,
    run,
    tops,
)
from plgkit.models.words import Terms

SHAPES = ["saturating", "s-shaped"]
HALVES = (1000.0, 60_000.0), (1000.0, 60_000.0)


def by_hand(shape, a, b, budget, shares):
    """Customers at many splits, written out anew from the equations."""
    u, v = shares * budget / a[1], (1 - shares) * budget / b[1]
    if shape == "saturating":
        return a[0] * (1 - np.exp(-u)) + b[0] * (1 - np.exp(-v))
    return a[0] * u**3 / (1 + u**3) + b[0] * v**3 / (1 + v**3)


def motions(seed):
    """Two motions and a budget of some size."""
    chance = random.Random(seed)
    a, b = ((chance.uniform(1, 3000), 10 ** chance.uniform(3, 6)) for _ in range(2))
    return a, b, 10 ** chance.uniform(3, 7)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("spend", [2000.0, 50_000.0, 200_000.0])
def test_the_marginal_return_is_the_slope_of_the_response(shape, spend):
    slope = (response(shape, 1000, 50_000, spend + 1) - response(shape, 1000, 50_000, spend - 1)) / 2
    assert marginal(shape, 1000, 50_000, spend) == pytest.approx(slope, rel=1e-6)


def test_at_saturation_half_or_63_percent_of_the_reach_is_won():
    assert response("s-shaped", 1000, 50_000, 50_000) == 500
    assert response("saturating", 1000, 50_000, 50_000) == pytest.approx(1000 * (1 - 1 / math.e))


def test_costs_at_no_spend_are_their_limits():
    assert average_cost("saturating", 1000, 50_000, 0) == marginal_cost("saturating", 1000, 50_000, 0) == 50
    assert average_cost("s-shaped", 1000, 50_000, 0) == marginal_cost("s-shaped", 1000, 50_000, 0) == math.inf
    assert average_cost("s-shaped", 1000, 50_000, 50_000) == 100


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("shape", SHAPES)
def test_no_split_wins_more_than_the_best(shape, seed):
    a, b, budget = motions(seed)
    slivers = np.geomspace(1e-6, 1, 2000)
    others = by_hand(shape, a, b, budget, np.concatenate([np.linspace(0, 1, 2001), slivers, 1 - slivers]))
    share = best_share(shape, a, b, budget)
    assert by_hand(shape, a, b, budget, np.array(share)) >= others.max() * (1 - 1e-8)


def test_at_every_top_the_marginal_returns_are_equal_and_falling():
    settings = [motions(seed) for seed in range(60)]
    found = [(a, b, budget, spend) for a, b, budget in settings for spend in tops(a, b, budget)]
    assert len(found) > 20
    for a, b, budget, spend in found:
        assert marginal("s-shaped", *a, spend) == pytest.approx(marginal("s-shaped", *b, budget - spend), rel=1e-9)
        near = 1e-6 * min(spend, budget - spend)
        before, after = (
            marginal("s-shaped", *a, x) - marginal("s-shaped", *b, budget - x) for x in (spend - near, spend + near)
        )
        assert before > 0 > after


def test_two_equal_motions_have_their_only_top_in_the_middle_once_the_budget_carries_both():
    assert tops(*HALVES, 50_000.0) == []
    assert tops(*HALVES, 200_000.0) == pytest.approx([100_000])


@pytest.mark.parametrize("budget", [0.0, 100_000.0])
def test_a_tie_goes_to_the_largest_share_for_a(budget):
    assert best_share("s-shaped", *HALVES, budget) == 1
    assert best_share("saturating", (0.0, 5e4), (0.0, 2e4), budget) == 1


@pytest.mark.parametrize(
    ("share", "all_a", "all_b", "text"),
    [
        (0.656, 1, 1, "best split, 65.6% for A"),
        (1.0, 2, 1, "best split, all for A"),
        (0.0001, 1, 2, "best split, almost all for B"),
        (1.0, 2, 2, "best split, all for A or all for B"),
    ],
)
def test_the_best_split_in_words(share, all_a, all_b, text):
    numbers = {"best_share_a": share, "customers_all_a": all_a, "customers_all_b": all_b}
    assert best_split(numbers) == text


def test_the_name_of_a_split_stands_on_the_open_side_of_the_curve():
    numbers = {"customers": 50, "customers_best": 100, "marginal_cost_a": 1, "marginal_cost_b": 2}
    assert not level(numbers)
    assert [place(share, numbers) for share in (0.2, 0.9)] == ["right", "above"]
    numbers["marginal_cost_a"] = 3
    assert [place(share, numbers) for share in (0.1, 0.5)] == ["above", "left"]
    numbers["customers"] = 99.95
    assert level(numbers) and place(0.5, numbers) == "above"


def test_the_rows_are_both_motions_together_and_each_alone():
    rows = run(100_000, 1000, 50_000, 600, 20_000, 0.5, "saturating")["rows"]
    wins = {"both": {}, "won by A": {}, "won by B": {}}
    for series, share, customers in zip(rows["series"], rows["share_a"], rows["customers"], strict=True):
        wins[series][share] = customers
    together, by_a, by_b = wins.values()
    assert all(together[share] == by_a[share] + by_b[share] for share in by_a)
    assert by_a[0.0] == by_b[1.0] == 0


def test_the_sentence_speaks_in_the_learners_words():
    terms = Terms("kr", {"customer": ("account", "accounts")})
    said = run(100_000, 1000, 50_000, 600, 20_000, 0.5, "saturating", terms)["sentence"]
    assert "you win 1,183 accounts" in said
    assert "The next account costs 136\u202fkr in A and 406\u202fkr in B." in said
