import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.models import words
from plgkit.models.funnel_lift import cheapest, gains, run, stay
from tests.examples import at_most

SHARES = st.floats(0, 1)
RATES = st.lists(SHARES, min_size=2, max_size=6)
PEOPLE = [SHARES] * 6
STAGES = [("signup", 0.06), ("activate", 0.35), ("pay", 0.12)]
COSTS = [("pay", 12_000.0), ("signup", 9000.0), ("activate", 6000.0)]


def outcome(lift=0.1, lift_kind="relative", costs=COSTS, terms=words.TERMS):
    return run(20_000, STAGES, lift, lift_kind, costs, 0.3, 0.25, 0.85, 0.08, 0.5, 0.02, terms)


def through(visitors, rates):
    """People who are left after each stage in turn."""
    for rate in rates:
        visitors *= rate
    return visitors


@at_most(60)
@given(RATES, SHARES, st.booleans())
def test_a_gain_is_the_difference_of_two_funnels(rates, lift, relative):
    for place, gain in enumerate(gains(1000, rates, lift, relative)):
        better = list(rates)
        better[place] = min(1, better[place] * (1 + lift) if relative else better[place] + lift)
        assert gain == pytest.approx(through(1000, better) - through(1000, rates), abs=1e-9)


@at_most(60)
@given(st.lists(st.tuples(st.floats(0, 1e9), st.floats(0, 1e6)), min_size=2, max_size=6))
def test_no_other_stage_is_cheaper(pairs):
    cost, gain = [spent for spent, _ in pairs], [more for _, more in pairs]
    best, price = cheapest(cost, gain)
    prices = [spent / more if more else math.inf for spent, more in pairs]
    assert price == prices[best] <= min(prices) * (1 + 1e-9)


@pytest.mark.parametrize(
    ("cost", "gain", "best"),
    [
        ([0, 0, 0], [1, 3, 2], (1, 0)),
        ([5, 5], [1, 1], (0, 5)),
        ([1, 2, 0], [1, 2, 0], (1, 1)),
        ([1, 1], [0, 0], (0, math.inf)),
        ([1e9, 1], [5e-324, 0], (0, math.inf)),
    ],
)
def test_ties_and_stages_that_bring_nobody(cost, gain, best):
    assert cheapest(cost, gain) == best


@at_most(100)
@given(*PEOPLE)
def test_staying_is_what_the_four_groups_of_people_add_up_to(intent, act_low, act_high, low, high, effect):
    """Against Bayes' rule written out group by group."""
    groups = [(intent, act_high, high), (1 - intent, act_low, low)]
    shares = stay(intent, act_low, act_high, low, high, effect)
    activated = sum(size * activates for size, activates, _ in groups)
    for name, weights, added in [
        ("stay_if_activated", [size * activates for size, activates, _ in groups], effect),
        ("stay_if_not", [size * (1 - activates) for size, activates, _ in groups], 0),
        ("stay_if_pushed", [size * (1 - activates) for size, activates, _ in groups], effect),
        ("stay_if_all_activated", [size for size, _, _ in groups], effect),
    ]:
        if sum(weights) > 1e-9:
            staying = sum(
                weight * min(1, chance + added) for weight, (_, _, chance) in zip(weights, groups, strict=True)
            )
            assert shares[name] == pytest.approx(staying / sum(weights), abs=1e-7)
    counted = activated * shares["stay_if_activated"] + (1 - activated) * shares["stay_if_not"]
    assert shares["stay_now"] == pytest.approx(counted, abs=1e-9)


@pytest.mark.parametrize("activate", [0, 1])
def test_an_empty_group_is_taken_to_be_like_everybody(activate):
    shares = stay(0.3, activate, activate, 0.08, 0.5, 0.02)
    assert shares["stay_if_activated"] == pytest.approx(0.3 * 0.5 + 0.7 * 0.08 + 0.02)
    assert shares["stay_if_not"] == pytest.approx(0.3 * 0.5 + 0.7 * 0.08)


def test_a_lift_at_activation_alone_brings_people_who_were_pushed():
    result = outcome()
    numbers, rows = result["numbers"], result["rows"]
    kept = [stays / won for stays, won in zip(rows["staying"], rows["won"], strict=True)]
    activated, pushed = numbers["stay_if_activated"], numbers["stay_if_pushed"]
    assert kept == pytest.approx([activated, pushed, activated])


def test_costs_go_with_their_stage_whatever_their_order():
    assert outcome(costs=COSTS[::-1]) == outcome()
    assert outcome()["rows"]["cost"] == [9000, 6000, 12_000]


def test_the_sentence_calls_customers_and_money_as_the_learner_does():
    terms = words.Terms("kCHF", {"customer": ("family", "families")})
    assert "brings 5.04 more families at every stage" in outcome(terms=terms)["sentence"]
    assert "at activate (1,190\u202fkCHF)" in outcome(terms=terms)["sentence"]
    assert "brings no more families" in outcome(lift=0, terms=terms)["sentence"]
