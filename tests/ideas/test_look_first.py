import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.look_first import LookFirst
from tests.examples import at_most

TIES = [(0.8, 150, 150, 0.8), (0.08, 100, 100, 0.92), (0.32, 150, 150, 0.68)]
quick = at_most(80)
amounts = st.floats(0, 1e6)
ideas = st.builds(
    LookFirst,
    success=st.floats(0, 1),
    gain=amounts,
    loss=amounts,
    accuracy=st.floats(0.5, 1),
    prototype_cost=amounts,
    late_change=st.floats(1, 100),
)


def numbers(**given):
    return LookFirst(**given).run().numbers


def size(idea):
    """The largest amount at stake, to judge rounding by."""
    return idea.gain + idea.loss * idea.late_change + 1e-9


def test_check_values():
    found = numbers()
    assert found["value_build_now"] == pytest.approx(15)
    assert found["perfect_information"] == pytest.approx(105)
    assert found["prototype_value"] == pytest.approx(60)
    assert found["highest_price_worth_paying"] == pytest.approx(60)
    assert found["net_value"] == pytest.approx(50)
    assert found["build_after_good_news"] is True
    assert found["build_after_bad_news"] is False


@pytest.mark.parametrize(("accuracy", "worth"), [(0.5, 0), (0.55, 3.75), (1, 105)])
def test_worth_at_other_accuracies(accuracy, worth):
    assert numbers(accuracy=accuracy)["prototype_value"] == pytest.approx(worth, abs=1e-9)


@pytest.mark.parametrize(
    "given",
    [
        {"accuracy": 0.5},
        {"success": 0},
        {"success": 1},
        {"gain": 0},
        {"loss": 0},
        {"gain": 0, "loss": 0, "prototype_cost": 0},
    ],
)
def test_a_prototype_that_cannot_change_the_decision_is_worth_exactly_nothing(given):
    found = numbers(**given)
    assert found["prototype_value"] == 0
    assert found["build_after_good_news"] == found["build_after_bad_news"]


@pytest.mark.parametrize(("success", "gain", "loss", "accuracy"), TIES)
def test_rounding_never_makes_worth_or_a_decision_out_of_a_tie(success, gain, loss, accuracy):
    found = numbers(success=success, gain=gain, loss=loss, accuracy=accuracy)
    assert found["prototype_value"] == 0
    assert found["build_after_good_news"] is (success * gain > (1 - success) * loss)
    assert found["build_after_bad_news"] is False


def test_nothing_at_stake_needs_an_accuracy_of_one():
    assert numbers(gain=0, loss=0)["accuracy_needed"] == 1


@given(ideas)
@quick
def test_worth_is_the_gain_of_the_best_plan_that_uses_the_news(idea):
    p, a, loss = idea.success, idea.accuracy, idea.loss * idea.late_change
    good = p * a * idea.gain - (1 - p) * (1 - a) * loss
    bad = p * (1 - a) * idea.gain - (1 - p) * a * loss
    without = max(0, good + bad)
    best = max(0, good, bad, good + bad)
    found = idea.run().numbers
    assert found["prototype_value"] == pytest.approx(best - without, abs=1e-9 * size(idea))


@given(ideas)
@quick
def test_knowing_for_certain_is_the_most_that_any_prototype_is_worth(idea):
    found = idea.run().numbers
    assert 0 <= found["prototype_value"] <= found["perfect_information"]
    certain = idea.changed(accuracy=1).run().numbers["prototype_value"]
    assert certain == pytest.approx(found["perfect_information"], abs=1e-9 * size(idea))


@given(ideas, st.floats(0.5, 1))
@quick
def test_more_accuracy_is_never_worth_less(idea, other):
    low, high = sorted((idea.accuracy, other))
    less, more = (idea.changed(accuracy=a).run().numbers["prototype_value"] for a in (low, high))
    assert less <= more


@given(ideas)
@quick
def test_worth_begins_where_the_news_begin_to_decide(idea):
    found = idea.run().numbers
    assert 0.5 <= found["accuracy_needed"] <= 1
    if abs(idea.accuracy - found["accuracy_needed"]) > 1e-6 and found["perfect_information"] > 1e-6:
        decides = idea.accuracy > found["accuracy_needed"]
        assert (found["prototype_value"] > 0) == decides
        assert (found["build_after_good_news"] and not found["build_after_bad_news"]) == decides


@given(ideas)
@quick
def test_everything_is_finite(idea):
    assert all(math.isfinite(value) for value in idea.run().numbers.values())


def test_a_late_discovery_multiplies_the_loss():
    assert numbers(late_change=2) == pytest.approx(numbers(loss=300))


def test_worth_agrees_with_simulated_ideas():
    idea = LookFirst(success=0.4, accuracy=0.7, late_change=1.5)
    generator = np.random.default_rng(1)
    right = generator.random(400_000) < idea.success
    good = (generator.random(right.size) < idea.accuracy) == right
    paid = np.where(right, idea.gain, -idea.loss * idea.late_change)
    with_news = sum(np.where(news, paid, 0) * (paid[news].mean() > 0) for news in (good, ~good))
    gained = with_news - paid * (paid.mean() > 0)
    error = gained.std() / math.sqrt(right.size)
    assert gained.mean() == pytest.approx(idea.run().numbers["prototype_value"], abs=4 * error)


def test_aha_a_poor_prototype_is_worth_less_than_it_costs():
    found = LookFirst.scenarios()["aha"].run().numbers
    assert found["prototype_value"] == pytest.approx(3.75)
    assert found["net_value"] < 0


@pytest.mark.parametrize("name", ["false", "coin", "hundredfold"])
def test_false_no_result_changes_the_decision_and_looking_costs(name):
    idea = LookFirst.scenarios()[name]
    found = idea.run().numbers
    assert found["build_after_good_news"] == found["build_after_bad_news"]
    assert found["net_value"] == -idea.prototype_cost
    assert "worth nothing" in idea.run().sentence


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "bad news would stop the build"),
        ({"late_change": 2}, "good news would start a build"),
        ({"prototype_cost": 100}, "less than the $100 it costs"),
        ({"prototype_cost": 60}, "as much as it costs"),
        ({"success": 0.9}, "the decision is: build"),
        ({"success": 0.01}, "the decision is: do not build"),
    ],
)
def test_sentence(given, said):
    assert said in LookFirst(**given).run().sentence
