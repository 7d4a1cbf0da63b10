import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.special import ndtr

from plgkit.ideas.who_to_call import WhoToCall
from plgkit.support.errors import Refused
from tests.examples import at_most

shares = st.floats(0, 1)
capacities = st.floats(0.001, 1)
separations = st.floats(0, 6)
modest = at_most(60)


@st.composite
def kinds(draw):
    weights = draw(st.lists(st.integers(0, 20), min_size=1, max_size=5).filter(any))
    churn = st.sampled_from([0.0, 0.05, 0.3, 0.8, 1.0])
    return [(f"kind {k}", w / sum(weights), draw(churn), draw(churn)) for k, w in enumerate(weights)]


def numbers(**given):
    return WhoToCall(**given).run().numbers


def test_check_values():
    found = numbers()
    assert found["auc"] == pytest.approx(0.760, abs=5e-4)
    assert found["precision"] == pytest.approx(0.179, abs=5e-4)
    assert found["recall"] == pytest.approx(0.358, abs=5e-4)
    assert found["lift"] == pytest.approx(3.58, abs=5e-3)
    assert found["saved_by_risk"] == pytest.approx(0.25)
    assert found["saved_by_uplift"] == pytest.approx(4.0)
    assert found["saved_by_all"] == pytest.approx(2.75)


@modest
@given(shares, separations, capacities)
@example(0.5, 6.0, math.nextafter(1, 0))
@example(0.0, 6.0, 0.001)
@example(1.0, 6.0, 0.001)
@example(0.001, 6.0, 0.001)
def test_as_many_are_called_as_there_is_capacity_for(base_rate, separation, capacity):
    found = numbers(base_rate=base_rate, separation=separation, capacity=capacity)
    assert 0 <= found["precision"] <= 1
    assert 0 <= found["recall"] <= 1
    assert capacity * found["precision"] == pytest.approx(base_rate * found["recall"], abs=1e-12)


@modest
@given(shares, separations, st.floats(0.001, 0.999))
def test_precision_agrees_with_a_root_found_by_another_method(base_rate, separation, capacity):
    def surplus(cut):
        return base_rate * ndtr(separation - cut) + (1 - base_rate) * ndtr(-cut) - capacity

    cut = brentq(surplus, -20, 20, xtol=1e-13)
    expected = base_rate * ndtr(separation - cut) / capacity
    found = numbers(base_rate=base_rate, separation=separation, capacity=capacity)
    assert found["precision"] == pytest.approx(expected, abs=1e-9)


@modest
@given(shares, separations, separations, capacities)
def test_a_sharper_score_never_finds_fewer_buyers(base_rate, one, other, capacity):
    low, high = (numbers(base_rate=base_rate, separation=s, capacity=capacity) for s in sorted((one, other)))
    assert low["precision"] <= high["precision"] + 1e-12
    assert low["recall"] <= high["recall"] + 1e-12


@modest
@given(shares, separations, capacities, capacities)
def test_more_calls_reach_more_buyers_but_fewer_per_call(base_rate, separation, one, other):
    few, many = (numbers(base_rate=base_rate, separation=separation, capacity=c) for c in sorted((one, other)))
    assert few["recall"] <= many["recall"] + 1e-12
    assert few["lift"] >= many["lift"] - 1e-9


@pytest.mark.parametrize("limit", [{"separation": 0}, {"capacity": 1}, {"base_rate": 1}])
def test_where_the_order_says_nothing_calls_are_no_better_than_chance(limit):
    found = numbers(**limit)
    assert found["lift"] == pytest.approx(1)
    assert found["precision"] == pytest.approx(limit.get("base_rate", 0.05))


def test_the_lift_at_base_rate_0_is_that_of_the_first_rare_buyers():
    assert numbers(base_rate=0)["precision"] == 0
    assert numbers(base_rate=0)["lift"] == pytest.approx(numbers(base_rate=1e-9)["lift"])


def test_scores_agree_with_simulated_leads():
    generator = np.random.default_rng(1)
    buys = generator.random(400_000) < 0.05
    score = generator.standard_normal(buys.size) + 1.0 * buys
    top = np.argsort(score)[-40_000:]
    called = buys[top]
    error = math.sqrt(called.mean() * (1 - called.mean()) / called.size)
    assert called.mean() == pytest.approx(numbers()["precision"], abs=4 * error)
    pairs = generator.choice(score[buys], 100_000) > generator.choice(score[~buys], 100_000)
    assert pairs.mean() == pytest.approx(numbers()["auc"], abs=4 * pairs.std() / math.sqrt(20_000))


@modest
@given(kinds(), capacities)
def test_for_equally_many_calls_no_list_saves_more_than_the_one_by_effect(segments, capacity):
    found = numbers(segments=segments, capacity=capacity)
    assert found["saved_of_100_by_risk"] <= found["saved_of_100_by_uplift"] + 1e-6
    assert found["saved_of_100_by_risk"] >= -100
    assert found["saved_of_100_by_uplift"] <= 100


@modest
@given(kinds())
def test_with_everybody_called_both_lists_save_the_same(segments):
    found = numbers(segments=segments, capacity=1)
    assert found["saved_of_100_by_risk"] == pytest.approx(found["saved_by_all"], abs=1e-6)
    assert found["saved_of_100_by_uplift"] == pytest.approx(found["saved_by_all"], abs=1e-6)


def test_calls_agree_with_simulated_accounts():
    generator = np.random.default_rng(2)
    segments = WhoToCall().segments
    size, left, called = np.array([s[1:] for s in segments]).T
    kind = generator.choice(len(segments), size=500_000, p=size)
    by_effect = np.argsort((left - called)[kind] + 1e-6 * generator.random(kind.size))[::-1]
    top = kind[by_effect[: kind.size * 3 // 10]]
    stays_because_called = (generator.random(top.size) < left[top]).astype(float)
    stays_because_called -= generator.random(top.size) < called[top]
    error = 100 * stays_because_called.std() / math.sqrt(top.size)
    expected = numbers(capacity=0.3)["saved_of_100_by_uplift"]
    assert 100 * stays_because_called.mean() == pytest.approx(expected, abs=4 * error)


def test_kinds_of_equal_risk_are_called_evenly():
    segments = [("helped", 0.25, 0.5, 0.1), ("not helped", 0.75, 0.5, 0.5)]
    found = numbers(segments=segments, capacity=0.25)
    assert found["saved_of_100_by_risk"] == pytest.approx(10)
    assert found["saved_of_100_by_uplift"] == pytest.approx(40)


def test_a_kind_that_nobody_belongs_to_is_not_called():
    segments = [("nobody", 0.0, 1.0, 0.0), ("everybody", 1.0, 0.5, 0.4)]
    assert numbers(segments=segments)["saved_by_risk"] == pytest.approx(10)
    assert numbers(segments=segments)["saved_by_uplift"] == pytest.approx(10)


def test_calls_that_do_harm_are_said_to():
    outcome = WhoToCall(segments=[("better left alone", 1.0, 0.1, 0.3)]).run()
    assert outcome.numbers["saved_by_uplift"] == pytest.approx(-20)
    assert "makes 20 more of 100 leave" in outcome.sentence


def test_lists_of_lists_are_taken_as_in_a_plan_file():
    given = [list(segment) for segment in WhoToCall().segments]
    assert WhoToCall(segments=given) == WhoToCall()


@pytest.mark.parametrize(
    ("segments", "line"),
    [
        ([], "segments: the list is empty"),
        ([("a", 0.7, 0.1, 0.1), ("b", 0.5, 0.1, 0.1)], "segments: the sizes add up to 1.2, not to 1"),
        ([("a", 1.0, 0.1, 1.1)], "segments: 1, 0.1 and 1.1 for a are not all between 0 and 1"),
        ([("a", 1.0, 0.1)], "segments: "),
    ],
)
def test_segments_that_cannot_be_used_are_refused_in_one_line(segments, line):
    with pytest.raises(Refused) as refused:
        WhoToCall(segments=segments)
    assert str(refused.value).startswith(line)
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Of 100 leads called by score 17.9 buy, 3.58 times the 5 of chance"),
        ({}, "highest risk of leaving saves 1 of 100; calling those that a call helps most saves 20 of 100."),
        ({"separation": 0}, "5 buy, as many as by chance."),
        ({"base_rate": 0}, "No lead buys, whoever is called."),
        ({"base_rate": 1}, "Every lead buys, whoever is called."),
        ({"capacity": 1}, "Calling every account saves 2.75 of 100, whatever the order of the list."),
        ({"segments": [("a", 1.0, 0.1, 0.1)]}, "saves none of 100, and calling those"),
    ],
)
def test_the_sentence(given, said):
    assert said in WhoToCall(**given).run().sentence


def test_aha_a_far_sharper_score_leaves_most_calls_without_a_buyer_and_the_riskiest_unsaved():
    found = WhoToCall.scenarios()["aha"].run().numbers
    assert found["precision"] < 0.5
    assert found["lift"] > numbers()["lift"]
    assert found["saved_by_risk"] < found["saved_by_uplift"] / 10


def test_false_where_the_riskiest_are_the_ones_a_call_helps_both_lists_are_one():
    found = WhoToCall.scenarios()["false"].run().numbers
    assert found["saved_by_risk"] == found["saved_by_uplift"] > 5
