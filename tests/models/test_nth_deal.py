import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from plgkit.models import words
from plgkit.models.nth_deal import chance_of_losing, cost, run
from tests.examples import at_most

SHARES = st.floats(0, 1)


def numbers(deals=10, overlap=0.8, build=1.5, reuse=0.2, upkeep=0.0, shares=(0.5, 0.5), loss=0.1):
    return run(deals, overlap, build, reuse, upkeep, list(shares), loss)["numbers"]


@at_most(60)
@given(st.integers(1, 12), SHARES, st.sampled_from([0.1, 0.25, 0.3, 0.5, 1.0]))
def test_the_chance_of_losing_among_alike_customers_is_binomial(customers, chance, limit):
    enough = math.ceil(limit * customers - 1e-9)
    tail = stats.binom.sf(enough - 1, customers, chance)
    assert chance_of_losing([1 / customers] * customers, chance, limit) == pytest.approx(tail, rel=1e-10, abs=1e-300)


@at_most(40)
@given(st.lists(st.integers(1, 100), min_size=1, max_size=7), SHARES)
def test_the_chance_of_losing_is_that_of_all_sets_of_customers_counted(parts, chance):
    counted = 0.0
    for leaves in product((0, 1), repeat=len(parts)):
        lost = sum(part for part, left in zip(parts, leaves, strict=True) if left)
        # Whole numbers, so that exactly 30 % is counted.
        if 10 * lost >= 3 * sum(parts):
            counted += chance ** sum(leaves) * (1 - chance) ** (len(parts) - sum(leaves))
    shares = [part / sum(parts) for part in parts]
    assert chance_of_losing(shares, chance) == pytest.approx(counted, rel=1e-10, abs=1e-12)


@at_most(60)
@given(st.floats(1, 20), st.floats(0, 0.5), st.floats(0.05, 1), st.floats(0, 0.4))
def test_at_the_break_even_both_ways_cost_the_same(build, reuse, overlap, upkeep):
    deals = numbers(build=build, reuse=reuse, overlap=overlap, upkeep=upkeep)["break_even_deals"]
    assert cost(deals, overlap, build, reuse, upkeep) == pytest.approx(deals)
    assert cost(deals + 1, overlap, build, reuse, upkeep) < deals + 1


@pytest.mark.parametrize(
    ("values", "name", "number"),
    [
        ({"upkeep": 0.8}, "break_even_deals", math.inf),
        ({"overlap": 0}, "first_cheaper_deal", math.inf),
        ({"reuse": 0.25}, "first_cheaper_deal", 3),
        ({"overlap": 0}, "cost_product", 10),
        ({"loss": 0}, "chance_lose_30", 0),
        ({"loss": 1}, "chance_lose_30", 1),
        ({"shares": [1, 0]}, "effective_customers", 1),
        ({"shares": [0.333] * 3}, "effective_customers", 3),
    ],
)
def test_corners(values, name, number):
    assert numbers(**values)[name] == pytest.approx(number)


def test_the_sentence_calls_products_deals_and_customers_as_the_learner_does():
    nouns = {"product": ("platform",) * 2, "deal": ("mandate", "mandates"), "customer": ("family", "families")}
    sentence = run(10, 0.8, 1.5, 0.2, 0.0, [0.5, 0.5], 0.1, words.Terms(nouns=nouns))["sentence"]
    assert "Over 10 mandates the platform costs 4.8 custom jobs" in sentence
    assert "cheaper from mandate 2 on" in sentence and "losing families" in sentence
