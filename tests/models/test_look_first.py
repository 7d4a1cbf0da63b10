import random

import pytest

from plgkit.models.look_first import run, widest, without_dust
from plgkit.models.words import Terms

CASE = {"success": 0.3, "gain": 400, "loss": 150, "accuracy": 0.8, "prototype_cost": 10, "late_change": 1}


def plans(success, gain, harm, accuracy):
    """What each plan brings on average: build always, never, or after one kind of news, from the four cases."""
    good = success * accuracy * gain - (1 - success) * (1 - accuracy) * harm
    bad = success * (1 - accuracy) * gain - (1 - success) * accuracy * harm
    return {"always": good + bad, "never": 0.0, "after good news": good, "after bad news": bad}


@pytest.mark.parametrize("seed", range(40))
def test_a_prototype_is_worth_what_the_best_plan_with_its_news_brings_on_top(seed):
    chance = random.Random(seed)
    success, accuracy, late_change = chance.random(), chance.uniform(0.5, 1), chance.uniform(1, 5)
    gain, loss, cost = (chance.uniform(0, 1000) for _ in range(3))
    numbers = run(success, gain, loss, accuracy, cost, late_change)["numbers"]
    by = plans(success, gain, loss * late_change, accuracy)
    worth = max(by.values()) - max(by["always"], by["never"])
    assert numbers["value_build_now"] == pytest.approx(by["always"], abs=1e-9)
    assert numbers["prototype_value"] == pytest.approx(worth, abs=1e-9)
    assert numbers["net_value"] == pytest.approx(worth - cost, abs=1e-9)
    assert numbers["build_after_good_news"] is (by["after good news"] > 0)
    assert numbers["build_after_bad_news"] is (by["after bad news"] > 0)


def test_the_picture_begins_to_rise_at_the_accuracy_that_is_needed():
    outcome = run(**CASE)
    marks = list(zip(*(outcome["rows"][name] for name in ("mark", "accuracy", "money")), strict=True))
    needed = outcome["numbers"]["accuracy_needed"]
    assert needed == pytest.approx(120 / 225)
    assert marks[:3] == [("worth", 0.5, 0.0), ("worth", needed, 0.0), ("worth", 1.0, pytest.approx(105))]


def test_where_nothing_is_at_stake_the_picture_still_has_a_height():
    outcome = run(**CASE | {"gain": 0, "loss": 0, "prototype_cost": 0})
    assert outcome["numbers"]["accuracy_needed"] == 1
    assert dict(zip(outcome["rows"]["mark"], outcome["rows"]["money"], strict=True))["top"] == 1


@pytest.mark.parametrize(("needed", "accuracy", "span"), [(0.9, 0.6, (0.6, 0.9)), (0.9, 0.8, (0.5, 0.8))])
def test_the_reason_stands_in_the_wider_stretch_without_worth(needed, accuracy, span):
    assert widest(needed, accuracy) == span


def test_what_rounding_leaves_counts_as_nothing():
    assert without_dust(0.1 + 0.2 - 0.3, 0.3) == 0
    assert without_dust(1e-9, 0.3) == 1e-9


def test_the_sentence_speaks_in_the_learners_money():
    assert "is worth 60\u202fkCHF, more than the 10\u202fkCHF it costs." in run(**CASE, terms=Terms("kCHF"))["sentence"]
