import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.drift import DIMENSIONS, Drift, cap, fisher_cap, mean_alignment
from tests.examples import at_most

quick = at_most(60)
ideas = st.builds(
    Drift,
    dimensions=st.integers(2, 20),
    requests=st.integers(1, 200),
    reserved=st.floats(0, 1),
    alignment=st.floats(0, 100),
    vision_error=st.floats(0, 180),
    within=st.floats(0, 180),
    seed=st.integers(0, 9999),
)


def numbers(**given):
    return Drift(**given).run().numbers


def directions(generator, count, dimensions, concentration):
    """Von Mises–Fisher directions around the first axis, by rejection from the whole sphere."""
    found = np.empty((0, dimensions))
    while len(found) < count:
        tries = generator.standard_normal((200_000, dimensions))
        tries /= np.linalg.norm(tries, axis=1, keepdims=True)
        kept = generator.random(len(tries)) < np.exp(concentration * (tries[:, 0] - 1))
        found = np.vstack([found, tries[kept]])
    return found[:count]


@pytest.mark.parametrize(("dimensions", "chance"), [(2, 0.25), (3, 0.1464), (10, 0.0075)])
def test_chance_within_45_degrees(dimensions, chance):
    assert numbers(dimensions=dimensions)["chance_within"] == pytest.approx(chance, abs=0.00005)


def test_twenty_random_requests_wander_and_make_no_progress():
    found = numbers(reserved=0)
    assert found["rms_wander"] == pytest.approx(4.47, abs=0.005)
    assert found["expected_progress"] == 0


def test_half_the_steps_along_the_vision():
    found = numbers()
    assert found["expected_progress"] == pytest.approx(10)
    assert found["distance_left"] == pytest.approx(10.5, abs=0.05)


def test_mean_alignment():
    assert numbers(dimensions=3, alignment=1)["mean_alignment"] == pytest.approx(0.313, abs=0.0005)


@given(st.floats(0.01, 100))
@quick
def test_mean_alignment_on_the_sphere_is_langevins_function(concentration):
    langevin = 1 / math.tanh(concentration) - 1 / concentration
    assert mean_alignment(3, concentration) == pytest.approx(langevin, abs=1e-12)


@pytest.mark.parametrize("dimensions", [2, 10, 20])
def test_mean_alignment_has_no_jump_where_the_series_takes_over(dimensions):
    series, bessel = (mean_alignment(dimensions, kappa) / kappa for kappa in (0.000999999, 0.001))
    assert series == pytest.approx(bessel, rel=1e-11)


@given(st.floats(0, 180))
@quick
def test_chance_has_its_known_forms_in_two_and_three_dimensions(degrees):
    flat, space = cap(DIMENSIONS, degrees)[:2]
    assert flat == pytest.approx(degrees / 180, abs=1e-7)
    assert space == pytest.approx((1 - math.cos(math.radians(degrees))) / 2, abs=1e-12)


@given(st.floats(0, 180))
@quick
def test_a_cap_and_its_opposite_make_the_whole(degrees):
    assert cap(DIMENSIONS, degrees) + cap(DIMENSIONS, 180 - degrees) == pytest.approx(1)


@given(st.floats(0, 180))
@quick
def test_the_right_way_gets_rarer_with_every_dimension(degrees):
    steps = np.diff(cap(DIMENSIONS, degrees))
    assert (steps <= 1e-15).all() if degrees <= 90 else (steps >= -1e-15).all()


@given(st.floats(0, 180), st.floats(0.01, 100))
@quick
def test_share_of_aligned_requests_has_its_known_form_in_three_dimensions(degrees, concentration):
    beyond = math.expm1(concentration * (math.cos(math.radians(degrees)) - 1))
    known = beyond / math.expm1(-2 * concentration)
    assert fisher_cap(DIMENSIONS, degrees, concentration)[1] == pytest.approx(known, abs=1e-12)


@given(st.floats(0, 180))
@quick
def test_share_of_barely_aligned_requests_is_that_of_random_ones(degrees):
    assert fisher_cap(DIMENSIONS, degrees, 1e-12) == pytest.approx(cap(DIMENSIONS, degrees), abs=1e-7)


@given(ideas)
@quick
def test_everything_is_finite_and_shares_are_shares(idea):
    found = idea.run().numbers
    assert all(math.isfinite(value) for value in found.values())
    shares = [found[name] for name in ("chance_within", "requests_within", "steps_within", "mean_alignment")]
    assert all(0 <= share <= 1 for share in shares)


@given(ideas)
@quick
def test_distance_lies_between_what_progress_leaves_and_the_way_back(idea):
    found, n = idea.run().numbers, idea.requests
    assert found["distance_left"] >= n - found["expected_progress"] - 1e-9
    assert found["distance_left"] <= 2 * n + 1e-9
    assert found["distance_drawn"] <= 2 * n + 1e-9


@given(ideas)
@quick
def test_requests_win_where_reserving_steps_costs_progress(idea):
    none, all_steps = (idea.changed(reserved=f).run().numbers["expected_progress"] for f in (0, 1))
    if abs(none - all_steps) > 1e-6:
        assert idea.run().numbers["requests_win"] == (none > all_steps)


def test_a_tie_is_no_win():
    assert numbers(vision_error=90)["requests_win"] is False


def test_a_sideways_vision_brings_exactly_no_progress():
    assert numbers(vision_error=90, reserved=1)["expected_progress"] == 0


def test_a_true_vision_alone_arrives():
    found = numbers(reserved=1)
    assert found["distance_left"] == found["distance_drawn"] == 0


@pytest.mark.parametrize(
    "idea",
    [
        Drift(dimensions=2, alignment=1, vision_error=30, reserved=0.25),
        Drift(dimensions=5, alignment=3, vision_error=80, reserved=0.5, within=60),
        Drift(dimensions=10, reserved=0.1, within=75),
    ],
)
def test_numbers_agree_with_simulated_roadmaps(idea):
    generator, roadmaps = np.random.default_rng(1), 6000
    n, follow = idea.requests, round(idea.requests * idea.reserved)
    steps = directions(generator, roadmaps * (n - follow), idea.dimensions, idea.alignment)
    ends = steps.reshape(roadmaps, n - follow, -1).sum(axis=1)
    angle = math.radians(idea.vision_error)
    ends[:, 0] += follow * math.cos(angle) - n
    ends[:, 1] += follow * math.sin(angle)
    close = steps[:, 0] > math.cos(math.radians(idea.within))
    found = idea.run().numbers
    simulated = {
        "mean_alignment": (steps[:, 0], found["mean_alignment"]),
        "requests_within": (close, found["requests_within"]),
        "expected_progress": (n + ends[:, 0], found["expected_progress"]),
        "distance_left": ((ends**2).sum(axis=1), found["distance_left"] ** 2),
        "rms_wander": (((ends - ends.mean(axis=0)) ** 2).sum(axis=1), found["rms_wander"] ** 2),
    }
    for name, (sample, expected) in simulated.items():
        error = sample.std() / math.sqrt(len(sample))
        assert sample.mean() == pytest.approx(expected, abs=4 * error), name


def test_drawn_roadmaps_scatter_around_the_distance_left():
    idea = Drift(dimensions=4, alignment=2, vision_error=40, requests=10)
    squares = np.array([idea.changed(seed=seed).run().numbers["distance_drawn"] ** 2 for seed in range(250)])
    error = squares.std() / math.sqrt(len(squares))
    assert squares.mean() == pytest.approx(idea.run().numbers["distance_left"] ** 2, abs=4 * error)


def test_aha_with_two_dimensions_a_quarter_of_the_requests_helps_with_ten_almost_none():
    flat = Drift.scenarios()["aha"].run().numbers["chance_within"]
    assert flat == pytest.approx(0.25)
    assert flat > 30 * numbers()["chance_within"]


def test_false_following_the_requests_ends_closer_than_following_the_vision():
    idea = Drift.scenarios()["false"]
    requests, vision = (idea.changed(reserved=f).run().numbers["distance_left"] for f in (0, 1))
    assert idea.run().numbers["requests_win"] is True
    assert requests < idea.run().numbers["distance_left"] < vision


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "a step along the vision brings more progress than a request"),
        (
            {"alignment": 20, "vision_error": 75},
            "a request brings more progress than a step along the vision",
        ),
        ({"vision_error": 90}, "brings as much as"),
        ({"requests": 1}, "1 step away"),
        ({"dimensions": 20, "within": 1}, "under 0.0001% of requests"),
    ],
)
def test_sentence(given, said):
    assert said in Drift(**given).run().sentence
