import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.funnel_lift import FunnelLift
from plgkit.support.errors import Refused
from tests.examples import at_most

shares = st.floats(0, 1)
modest = at_most(60)
people = st.fixed_dictionaries(
    {name: shares for name in ("intent", "activate_low", "activate_high", "stay_low", "stay_high", "true_effect")}
)
kinds = st.sampled_from(["relative", "points"])


@st.composite
def funnels(draw):
    rates = draw(st.lists(st.one_of(shares, st.sampled_from([0.0, 1.0, 1e-300])), min_size=2, max_size=6))
    costs = [draw(st.one_of(st.just(0.0), st.floats(0, 1e9))) for _ in rates]
    return {
        "stages": {f"stage {k}": rate for k, rate in enumerate(rates)},
        "costs": {f"stage {k}": cost for k, cost in enumerate(costs)},
    }


def numbers(**given):
    return FunnelLift(**given).run().numbers


def after(**given):
    return FunnelLift(**given).run().frame["customers_after"].tolist()


def test_check_values():
    found = numbers()
    assert found["customers"] == pytest.approx(12.6, abs=0.05)
    assert found["customers_after"] == pytest.approx(13.86, abs=0.005)
    assert found["stay_if_activated"] == pytest.approx(0.349, abs=5e-4)
    assert found["stay_if_not"] == pytest.approx(0.113, abs=5e-4)
    assert found["apparent_effect"] == pytest.approx(0.236, abs=5e-4)
    assert found["true_effect"] == pytest.approx(0.02)


def test_a_relative_lift_is_worth_the_same_at_every_stage():
    assert after() == pytest.approx([13.86] * 4, abs=0.005)


def test_a_lift_in_points_is_worth_most_where_the_rate_is_lowest():
    assert after(lift=0.05, lift_kind="points") == pytest.approx([23.1, 14.4, 15.1, 17.9], abs=0.051)


@modest
@given(funnels(), shares, kinds, st.integers(0, 10_000_000))
def test_customers_are_some_of_the_visitors_and_no_lift_loses_any(funnel, lift, kind, visitors):
    outcome = FunnelLift(lift=lift, lift_kind=kind, visitors=visitors, **funnel).run()
    frame, found = outcome.frame, outcome.numbers
    assert (frame["won"] >= 0).all()
    assert (frame["staying"] <= frame["won"]).all()
    assert (frame["customers_after"] <= visitors * (1 + 1e-9)).all()
    assert not any(math.isnan(value) for value in found.values())
    assert (found["best_stage"] > 0) == (frame["won"] > 0).any()
    assert found["best_stage"] or math.isinf(found["cost_per_customer"])


@modest
@given(funnels(), shares, kinds)
def test_no_stage_wins_a_customer_for_less_than_the_best(funnel, lift, kind):
    outcome = FunnelLift(lift=lift, lift_kind=kind, **funnel).run()
    best = outcome.numbers["cost_per_customer"]
    for cost, won in zip(outcome.frame["cost"], outcome.frame["won"], strict=True):
        assert won * best <= cost * (1 + 1e-6) or won == 0 or math.isinf(best)


@modest
@given(funnels(), shares, shares, kinds)
def test_a_larger_lift_never_wins_fewer(funnel, one, other, kind):
    small, large = (after(lift=lift, lift_kind=kind, **funnel) for lift in sorted((one, other)))
    assert all(b >= a * (1 - 1e-12) for a, b in zip(small, large, strict=True))


@modest
@given(people)
def test_shares_who_stay_are_shares_and_everybody_is_counted_once(given):
    found = numbers(**given)
    for name in ("stay_if_activated", "stay_if_not", "stay_if_pushed", "stay_now", "stay_if_all_activated"):
        assert 0 <= found[name] <= 1
    activated = given["intent"] * given["activate_high"] + (1 - given["intent"]) * given["activate_low"]
    told = activated * found["stay_if_activated"] + (1 - activated) * found["stay_if_not"]
    assert told == pytest.approx(found["stay_now"], abs=1e-9)
    assert found["stay_now"] <= found["stay_if_all_activated"] + 1e-12
    assert 0 <= found["true_effect"] <= given["true_effect"] + 1e-12


@modest
@given(people)
def test_activating_the_rest_brings_what_the_pushed_bring(given):
    found = numbers(**given)
    activated = given["intent"] * given["activate_high"] + (1 - given["intent"]) * given["activate_low"]
    told = activated * found["stay_if_activated"] + (1 - activated) * found["stay_if_pushed"]
    assert told == pytest.approx(found["stay_if_all_activated"], abs=1e-9)


@modest
@given(people, shares)
def test_where_all_are_alike_the_gap_is_the_effect(given, alike):
    found = numbers(**given | {"stay_low": alike, "stay_high": alike})
    assert found["apparent_effect"] == pytest.approx(found["true_effect"], abs=1e-9)


@modest
@given(people)
def test_the_effect_alone_never_moves_who_does_not_activate(given):
    found, without = numbers(**given), numbers(**given | {"true_effect": 0.0})
    assert found["stay_if_not"] == without["stay_if_not"]
    assert without["true_effect"] == 0


def test_staying_agrees_with_simulated_people():
    generator = np.random.default_rng(3)
    n = 400_000
    intent = generator.random(n) < 0.30
    activates = generator.random(n) < np.where(intent, 0.85, 0.25)
    before = np.where(intent, 0.50, 0.08)
    luck = generator.random(n)
    stays, stays_if_forced = luck < before + 0.02 * activates, luck < before + 0.02
    found = numbers()
    for seen, name in [
        (stays[activates], "stay_if_activated"),
        (stays[~activates], "stay_if_not"),
        (stays_if_forced[~activates], "stay_if_pushed"),
        (stays, "stay_now"),
        (stays_if_forced, "stay_if_all_activated"),
    ]:
        assert seen.mean() == pytest.approx(found[name], abs=4 * seen.std() / math.sqrt(seen.size)), name


def test_customers_agree_with_simulated_visitors():
    generator = np.random.default_rng(4)
    left = np.full(2_000, 20_000)
    for rate in FunnelLift().stages.values():
        left = generator.binomial(left, rate)
    error = left.std() / math.sqrt(left.size)
    assert left.mean() == pytest.approx(numbers()["customers"], abs=4 * error)


@pytest.mark.parametrize(("rate", "activated"), [(0.0, "Nobody"), (1.0, "Everybody")])
def test_an_empty_group_is_taken_to_be_like_everybody(rate, activated):
    outcome = FunnelLift(activate_low=rate, activate_high=rate).run()
    assert outcome.numbers["apparent_effect"] == pytest.approx(0.02)
    assert f"{activated} activates, so there is nobody to compare with" in outcome.sentence


def test_the_effect_ends_at_certainty():
    assert numbers(stay_high=1, stay_low=1)["true_effect"] == 0
    assert numbers(stay_high=1, stay_low=0.5, intent=0.4, true_effect=1)["true_effect"] == pytest.approx(0.3)


def test_a_rate_is_lifted_to_1_at_most():
    funnel = {"stages": {"a": 0.5, "b": 0.95}, "costs": {"a": 1, "b": 1}}
    assert after(visitors=1000, lift=0.2, **funnel) == pytest.approx([570, 500])


@pytest.mark.parametrize("given", [{"lift": 0}, {"visitors": 0}])
def test_without_a_customer_more_there_is_no_best_stage(given):
    found = numbers(**given)
    assert (found["best_stage"], found["best_stage_to_keep"]) == (0, 0)
    assert math.isinf(found["cost_per_customer"])
    assert math.isinf(found["cost_per_staying"])


def test_of_stages_that_cost_nothing_the_one_that_wins_most_is_best():
    free = dict.fromkeys(FunnelLift().stages, 0)
    assert numbers(costs=free, lift=0.05, lift_kind="points")["best_stage"] == 1
    assert numbers(costs=free | {"signup": 1}, lift=0.05, lift_kind="points")["best_stage"] == 4


def test_of_stages_that_tie_the_first_is_best():
    assert numbers(costs=dict.fromkeys(FunnelLift().stages, 5000))["best_stage"] == 1


def test_costs_go_with_their_stage_whatever_their_order():
    turned = dict(reversed(FunnelLift().costs.items()))
    assert FunnelLift(costs=turned).run().numbers == numbers()


def test_costs_are_scaled_like_other_money():
    assert numbers(scale=10)["cost_per_customer"] == pytest.approx(10 * numbers()["cost_per_customer"])


def test_stages_reach_the_model_in_their_order_with_costs_in_the_learners_money():
    inputs = FunnelLift(stages={"try": 0.5, "buy": 0.2}, costs={"buy": 3, "try": 4}, scale=10).inputs()
    assert inputs["stages"] == [("try", 0.5), ("buy", 0.2)]
    assert inputs["costs"] == [("buy", 30), ("try", 40)]


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"stages": {"a": 0.5}}, "stages: 1 stage given, 2 to 6 are allowed"),
        (
            {"stages": {"a": 0.5, "b": 1.2}, "costs": {"a": 1, "b": 1}},
            "stages: 1.2 at b is not between 0 and 1",
        ),
        ({"stages": {"": 0.5, "b": 0.2}}, "stages: '' is not a name of 1 to 24 characters"),
        (
            {"stages": {"try": 0.5, "buy": 0.2}},
            "costs: given for signup, activate, qualify and pay, the stages are try and buy",
        ),
        ({"costs": {}}, "costs: given for none, the stages are signup, activate, qualify and pay"),
        (
            {"stages": {"a": 0.5, "b": 0.2}, "costs": {"a": -1, "b": 1}},
            "costs: -1 at a is not between 0 and 1,000,000,000",
        ),
        ({"costs": {"signup": math.nan}}, "costs: nan is not "),
    ],
)
def test_stages_and_costs_that_cannot_be_used_are_refused_in_one_line(given, line):
    with pytest.raises(Refused) as refused:
        FunnelLift(**given)
    assert str(refused.value).startswith(line)
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "A lift of 10% brings 1.26 more customers at every stage: one more costs least at activate"),
        ({"currency": "€"}, "at activate (€4,762), one who stays at qualify (€18,189)."),
        (
            {"lift": 0.05, "lift_kind": "points"},
            "A lift of 5 points brings 10.5 more customers at signup and 1.8",
        ),
        ({"lift": 0}, "A lift of 0% brings no more customers at any stage."),
        ({"stay_low": 0, "stay_high": 0, "true_effect": 0}, "($4,762), and none stays."),
        (
            {},
            "Of those who activate 34.9% stay, of the others 11.3%: activation itself adds 2 points, the",
        ),
        ({"intent": 0}, "adds 2 points, which is the whole difference."),
        ({"stay_low": 0.9}, "adds 2 points, intent hides some of it."),
        ({"true_effect": 0.01}, "adds 1 point, "),
    ],
)
def test_the_sentence(given, said):
    assert said in FunnelLift(**given).run().sentence


def test_aha_the_lift_is_worth_the_same_anywhere_but_the_customers_pushed_to_activate_leave():
    frame = FunnelLift.scenarios()["aha"].run().frame.set_index("stage")
    assert np.ptp(frame["won"]) == pytest.approx(0, abs=1e-9)
    assert frame["staying"]["activate"] < 0.5 * frame["staying"].drop("activate").min()


def test_without_differences_in_intent_the_gap_shrinks_to_the_effect():
    assert numbers(**FunnelLift.presets["all_alike"])["apparent_effect"] == pytest.approx(0.02)


def test_false_where_activation_causes_staying_the_pushed_stay_like_the_others():
    outcome = FunnelLift.scenarios()["false"].run()
    assert outcome.numbers["apparent_effect"] == pytest.approx(outcome.numbers["true_effect"])
    assert np.ptp(outcome.frame["staying"]) == pytest.approx(0, abs=1e-9)
    assert outcome.numbers["best_stage_to_keep"] == outcome.numbers["best_stage"] == 2
