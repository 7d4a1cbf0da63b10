import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from plgkit.ideas.feature_factory import FeatureFactory
from tests.examples import at_most

shares = st.floats(0, 1)
many = st.integers(1, 50)


def numbers(**given):
    return FeatureFactory(**given).run().numbers


@pytest.mark.parametrize(
    ("given", "name", "value", "digit"),
    [
        ({}, "value_ship_all", 0, 1e-9),
        ({}, "value_keep_winners", 0.399, 0.0005),
        ({"win_rate": 0.08}, "false_win_share", 0.264, 0.0005),
        ({"win_rate": 0.10}, "false_win_share", 0.22, 0.005),
        ({}, "people_per_arm", 38_400, 0.5),
        ({"ideas": 5, "validity": 0.6}, "best_pick", 0.70, 0.005),
        ({"ideas": 20, "validity": 0.2}, "best_pick", 0.37, 0.005),
        ({}, "exaggeration", 2.5, 0.05),
    ],
)
def test_check_values(given, name, value, digit):
    assert numbers(**given)[name] == pytest.approx(value, abs=digit)


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        ({"win_rate": 0}, "false_win_share", 1),
        ({"win_rate": 1}, "false_win_share", 0),
        ({"win_rate": 0, "validity": 1}, "pick_works", 0),
        ({"win_rate": 1, "validity": 0}, "pick_works", 1),
        ({"ideas": 1}, "best_pick", 0),
        ({"effect_sd": 0, "effect_mean": -2}, "value_keep_winners", 0),
        ({"effect_sd": 0, "effect_mean": 2}, "value_keep_winners", 2),
        ({"effect_sd": 0, "effect_mean": 2}, "best_pick", 2),
    ],
)
def test_corners(given, name, value):
    assert numbers(**given)[name] == pytest.approx(value, abs=1e-12)


@given(
    st.fixed_dictionaries(
        {
            "win_rate": shares,
            "ideas": many,
            "validity": shares,
            "effect_mean": st.floats(-10, 10),
            "effect_sd": st.floats(0, 10),
            "alpha": st.floats(0.001, 0.2),
            "power": st.floats(0.1, 0.99),
            "baseline": st.floats(0.001, 0.5),
            "lift": st.floats(0.01, 1),
        }
    )
)
@at_most(100)
def test_every_number_is_finite_and_every_share_a_share(given):
    outcome = FeatureFactory(**given).run()
    assert all(type(value) is float and math.isfinite(value) for value in outcome.numbers.values())
    assert all(0 <= outcome.numbers[name] <= 1 for name in ("false_win_share", "pick_works"))
    assert 0 <= outcome.numbers["false_win_share_picked"] <= outcome.numbers["false_win_share"] + 1e-9
    assert outcome.numbers["value_keep_winners"] >= max(0, given["effect_mean"])
    assert outcome.numbers["people_per_arm"] >= 0
    assert len(outcome.frame) == 8


@pytest.mark.parametrize("validity", [0.4, 0.9])
def test_the_pick_agrees_with_simulated_judgements(validity):
    generator = np.random.default_rng(2)
    judged = generator.standard_normal((100_000, 7)).max(axis=1)
    merit = validity * judged + math.sqrt(1 - validity**2) * generator.standard_normal(len(judged))
    works = merit > norm.isf(0.15)
    made = numbers(ideas=7, validity=validity, win_rate=0.15)
    assert made["best_pick"] == pytest.approx(merit.mean(), abs=4 * merit.std() / math.sqrt(len(merit)))
    assert made["pick_works"] == pytest.approx(works.mean(), abs=4 * works.std() / math.sqrt(len(works)))


def test_false_wins_and_exaggeration_agree_with_simulated_tests():
    generator = np.random.default_rng(3)
    works = generator.random(400_000) < 0.1
    effect = np.where(works, norm.isf(0.025) + norm.isf(0.2), 0)
    wins = generator.normal(effect) > norm.isf(0.025)
    false = ~works[wins]
    assert numbers()["false_win_share"] == pytest.approx(false.mean(), abs=4 * false.std() / math.sqrt(len(false)))
    estimates = generator.normal(1, 1, 400_000)
    won = estimates[estimates > norm.isf(0.025)]
    assert numbers()["exaggeration"] == pytest.approx(won.mean(), abs=4 * won.std() / math.sqrt(len(won)))


@given(st.floats(0.005, 0.2), st.floats(0.3, 0.99))
@at_most(50)
def test_so_many_people_give_the_power_asked_for(alpha, power):
    people = numbers(alpha=alpha, power=power)["people_per_arm"]
    error = math.sqrt(2 * 0.04 * 0.96 / people)
    assert norm.cdf(0.004 / error - norm.isf(alpha / 2)) == pytest.approx(power, abs=0.02)


def test_a_quarter_of_the_wins_is_false_and_five_good_picks_beat_twenty_poor_ones():
    scenes = {name: idea.run().numbers for name, idea in FeatureFactory.scenarios().items()}
    assert scenes["aha"]["false_win_share"] == pytest.approx(0.25, abs=0.02)
    assert scenes["aha"]["best_pick"] > scenes["poor_picking"]["best_pick"]


def test_with_little_traffic_most_wins_are_false_whether_picked_or_not():
    outcome = FeatureFactory.scenarios()["false"].run()
    assert outcome.numbers["false_win_share"] > 0.5
    assert outcome.numbers["false_win_share_picked"] > 0.5
    assert outcome.numbers["people_per_arm"] < 0.1 * numbers()["people_per_arm"]
    assert "most of its wins are false" in outcome.sentence
