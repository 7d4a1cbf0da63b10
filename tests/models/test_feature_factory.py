import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import norm

from plgkit.models.feature_factory import chance_to_work, expected_best, of_hundred, points, run, winners
from tests.examples import at_most

shares = st.floats(0, 1)
many = st.integers(1, 50)
SETTING = {
    "win_rate": 0.1,
    "ideas": 20,
    "validity": 0.6,
    "effect_mean": 0.0,
    "effect_sd": 1.0,
    "alpha": 0.05,
    "power": 0.8,
    "baseline": 0.04,
    "lift": 0.1,
}


def best_density(score, ideas):
    """Of the largest of some standard Normals."""
    return ideas * norm.pdf(score) * norm.cdf(score) ** (ideas - 1)


@pytest.mark.parametrize("ideas", [1, 2, 7, 50])
def test_the_expected_best_is_the_integral(ideas):
    integral, _ = quad(lambda score: score * best_density(score, ideas), -12, 12, epsabs=1e-12, limit=200)
    assert expected_best(ideas) == pytest.approx(integral, abs=1e-11)


@pytest.mark.parametrize("ideas", [1, 20, 50])
@pytest.mark.parametrize("validity", [0.2, 0.7, 0.72, 0.95])
@pytest.mark.parametrize("win_rate", [0.001, 0.1, 0.9])
def test_the_chance_to_work_is_the_integral(ideas, validity, win_rate):
    bar, noise = norm.isf(win_rate), math.sqrt(1 - validity**2)

    def works(score):
        return best_density(score, ideas) * norm.sf((bar - validity * score) / noise)

    integral, _ = quad(works, -12, 12, epsabs=1e-13, limit=200)
    assert chance_to_work(ideas, validity, win_rate) == pytest.approx(integral, abs=1e-10)


@pytest.mark.parametrize(("mean", "sd"), [(0.0, 1.0), (-1.5, 2.0), (3.0, 0.5), (-2.0, 0.0), (2.0, 0.0)])
def test_a_perfect_test_leaves_the_positive_part(mean, sd):
    positive = max(mean, 0) if not sd else quad(lambda x: x * norm.pdf(x, mean, sd), 0, mean + 12 * sd)[0]
    assert winners(mean, sd) == pytest.approx(positive, abs=1e-7)


def test_next_to_no_false_wins_are_said_without_a_row_of_zeros():
    said = run(**(SETTING | {"win_rate": 0.92, "ideas": 42, "validity": 0.95}))["sentence"]
    assert said.endswith("and under 0.0001% of the wins of such picks are false.")


def test_the_rows_split_a_hundred_wins_of_every_way_to_choose():
    rows = run(**SETTING)["rows"]
    assert {len(column) for column in rows.values()} == {8}
    assert rows["end"][:4] == rows["start"][4:]
    assert rows["name"][-1] == "best of 20, validity 0.6"


@pytest.mark.parametrize(
    ("worth", "text"),
    [(0.125, "0.13 points"), (-0.125, "−0.13 points"), (1.0, "1 point"), (-0.001, "0 points"), (12.344, "12.3 points")],
)
def test_a_worth_has_two_decimals_and_ties_go_away_from_zero(worth, text):
    assert points(worth) == text


@given(many, many, shares, shares, shares)
@at_most(50)
def test_better_judgement_and_more_ideas_never_make_the_pick_worse(few, more, low, high, win_rate):
    (few, more), (low, high) = sorted((few, more)), sorted((low, high))
    assert chance_to_work(few, low, win_rate) <= chance_to_work(few, high, win_rate) + 1e-9
    assert chance_to_work(few, low, win_rate) <= chance_to_work(more, low, win_rate) + 1e-9
    assert expected_best(few) <= expected_best(more)


@given(many, shares)
@at_most(50)
def test_a_lottery_leaves_the_win_rate_and_perfect_judgement_takes_the_best(ideas, win_rate):
    assert chance_to_work(ideas, 0, win_rate) == pytest.approx(win_rate, abs=1e-9)
    assert chance_to_work(ideas, 1, win_rate) == pytest.approx(1 - (1 - win_rate) ** ideas, abs=1e-9)


def test_both_ways_of_summing_agree_where_they_meet():
    below, above = (chance_to_work(9, math.sqrt(0.5) + shift, 0.1) for shift in (-1e-9, 1e-9))
    assert below == pytest.approx(above, abs=1e-8)


def test_expected_best_agrees_with_the_known_values():
    assert expected_best(2) == pytest.approx(1 / math.sqrt(math.pi), abs=1e-12)
    assert expected_best(3) == pytest.approx(1.5 / math.sqrt(math.pi), abs=1e-12)


@given(st.integers(0, 20_000).map(lambda halves: halves / 200))
def test_false_and_real_wins_add_up_to_a_hundred(false):
    assert sum(map(float, of_hundred(false))) == pytest.approx(100, abs=1e-9)
