import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, optimize, special, stats

from plgkit.models import drift, words
from plgkit.models.luck import u
from tests.examples import at_most

EXACT = 1e-10
DEGREES = st.floats(0, 180) | st.sampled_from([0.0, 1e-6, 45.0, 90.0, 180.0])
KAPPAS = st.floats(0, 100) | st.sampled_from([0.0, 1e-320, 1e-12, 9.99e-9, 1e-8, 1e-3, 0.0999999, 0.1, 100.0])
SHARES = st.floats(0, 1) | st.sampled_from([0.0, 0.5, 1.0])
STEPS = st.integers(1, 60)


def langevin(kappa):
    """A by SciPy's Bessel functions; the first term of the series where they vanish."""
    return special.ive(1.5, kappa) / special.ive(0.5, kappa) if kappa > 1e-8 else kappa / 3


def left(n, f, kappa, degrees):
    """The distance left by vectors: the square of the mean end, and the variance of each request around its mean."""
    angle, mean = np.radians(degrees), langevin(kappa)
    end = n * f * np.array([np.cos(angle), np.sin(angle), 0]) + n * (1 - f) * np.array([mean, 0, 0])
    return math.sqrt(np.sum((end - [n, 0, 0]) ** 2) + n * (1 - f) * (1 - mean**2))


def run(requests=20, reserved=0.5, alignment=0.0, vision_error=0.0, within=45.0, seed=7, **terms):
    return drift.run(requests, reserved, alignment, vision_error, within, seed, **terms)


def numbers(**given):
    return run(**given)["numbers"]


@given(KAPPAS)
@at_most(200)
def test_the_progress_of_a_request_is_a_ratio_of_bessel_functions(kappa):
    mean, short = drift.progress(kappa)
    assert mean == pytest.approx(langevin(kappa), rel=EXACT, abs=0)
    assert short == pytest.approx(1 - mean, rel=EXACT)


@pytest.mark.parametrize("kappa", [*np.geomspace(1e-9, 100, 60), 0.09, 0.11, 0.3])
def test_the_progress_of_a_request_is_exact_at_every_size(kappa):
    assert drift.progress(kappa)[0] == pytest.approx(langevin(kappa), rel=EXACT, abs=0)


def test_the_progress_of_a_request_has_no_jump_where_the_series_takes_over():
    below, above = (drift.progress(kappa)[0] / kappa for kappa in (math.nextafter(0.1, 0), 0.1))
    assert below == pytest.approx(above, rel=1e-13)


@given(DEGREES, KAPPAS)
@at_most(200)
def test_the_share_within_an_angle_is_the_integral_of_the_density(degrees, kappa):
    whole = 1.0 if kappa < 1e-300 else -math.expm1(-2 * kappa) / (2 * kappa)

    def density(turned):  # of 1 − cosine, from 0 to 2
        return math.exp(-kappa * turned) / (2 * whole)

    most = 2 * math.sin(math.radians(degrees) / 2) ** 2
    inside = integrate.quad(density, 0, most, epsabs=0, epsrel=1e-12)[0]
    assert drift.fisher_cap(degrees, kappa) == pytest.approx(inside, rel=EXACT, abs=0)
    assert drift.cap(degrees) == pytest.approx(most / 2, rel=EXACT, abs=0)


@given(st.floats(2.0**-33, 1 - 2.0**-33), KAPPAS)
@at_most(200)
def test_a_drawn_cosine_is_the_inverse_of_that_share(chance, kappa):
    turned = drift.turn(chance, kappa)
    assert 0 <= turned <= 2
    degrees = math.degrees(2 * math.asin(math.sqrt(turned / 2)))
    assert drift.fisher_cap(degrees, kappa) == pytest.approx(chance, rel=1e-7)


@pytest.mark.parametrize("kappa", [0.5, 5.0, 60.0])
def test_drawn_cosines_are_distributed_as_scipy_draws_them(kappa):
    ours = [1 - drift.turn((i + 0.5) / 2000, kappa) for i in range(2000)]
    theirs = stats.vonmises_fisher([1, 0, 0], kappa).rvs(4000, random_state=1)[:, 0]
    assert stats.ks_2samp(ours, theirs).pvalue > 1e-3


@given(STEPS, SHARES, KAPPAS, DEGREES)
@at_most(200)
def test_distances_are_those_of_vectors(n, f, kappa, degrees):
    found = numbers(requests=n, reserved=f, alignment=kappa, vision_error=degrees)
    for name, share in (("left", f), ("vision", 1.0), ("requests", 0.0)):
        assert found[f"distance_{name}"] == pytest.approx(left(n, share, kappa, degrees), rel=EXACT, abs=1e-10)
    wander = math.sqrt((1 - f) * n * (1 - langevin(kappa) ** 2))
    assert found["rms_wander"] == pytest.approx(wander, rel=EXACT, abs=1e-12)
    ahead = n * (f * np.cos(np.radians(degrees)) + (1 - f) * langevin(kappa))
    assert found["expected_progress"] == pytest.approx(ahead, rel=EXACT, abs=1e-12)


@given(STEPS, KAPPAS, DEGREES)
@at_most(100)
def test_no_share_leaves_less_than_the_best_one(n, kappa, degrees):
    found = numbers(requests=n, alignment=kappa, vision_error=degrees)
    squares = np.array([left(n, f, kappa, degrees) ** 2 for f in (0.0, 0.5, 1.0)])
    bend, slope, _ = np.polyfit([0.0, 0.5, 1.0], squares, 2)
    best = float(np.clip(-slope / (2 * bend), 0, 1)) if abs(bend) > 1e-6 else None
    if best is not None:
        assert found["best_share"] == pytest.approx(best, abs=1e-6)
    least = optimize.minimize_scalar(lambda f: left(n, f, kappa, degrees), bounds=(0, 1), method="bounded").fun
    assert found["distance_best"] <= min(least, *np.sqrt(squares)) + 1e-9


@pytest.mark.parametrize("n", [1, 7, 20, 60])
def test_the_verdict_is_the_distance_at_every_grid_point(n):
    """Distances by the second moments of a step, integrated over the sphere: no formula of the model's."""
    unit, weights = np.polynomial.legendre.leggauss(200)
    for kappa in [0.0, *np.arange(0.5, 20.1, 1.5), 50.0, 100.0]:
        density = weights * np.exp(kappa * (unit - 1))
        mean = density @ unit / density.sum()
        requests = math.sqrt(n + n * (n - 1) * mean**2 - 2 * n * n * mean + n * n)
        for degrees in range(0, 181, 6):
            vision = n * abs(np.exp(1j * np.radians(degrees)) - 1)
            outcome = run(requests=n, alignment=float(kappa), vision_error=float(degrees))
            if abs(requests - vision) < 1e-9 * n:
                assert not outcome["numbers"]["requests_win"]
                continue
            nearer = requests < vision
            assert outcome["numbers"]["requests_win"] == nearer
            said = "the requests end nearer" if nearer else "the vision ends nearer"
            shown = words.number(requests) == words.number(vision)
            assert ("both end about equally near" if shown else said) in outcome["sentence"]


def test_progress_ahead_is_not_what_decides():
    """Steps along the vision lead further ahead, and the roadmap ends further away."""
    found = numbers(vision_error=30.0, alignment=5.0)
    assert math.cos(math.radians(30)) > found["mean_alignment"]
    assert found["requests_win"] and found["distance_requests"] < found["distance_vision"] / 2


def test_what_ended_nearer_at_60_degrees_and_alignment_5_is_said():
    outcome = run(vision_error=60.0, alignment=5.0)
    assert outcome["numbers"]["distance_vision"] == pytest.approx(20)
    assert "the requests end nearer" in outcome["sentence"]


@pytest.mark.parametrize(
    "values", [(20, 0.25, 1.0, 30.0), (30, 0.5, 3.0, 80.0), (15, 0.0, 0.0, 0.0), (9, 1.0, 2.0, 120.0)]
)
def test_numbers_agree_with_roadmaps_of_independent_draws(values):
    n, f, kappa, degrees = values
    generator, roadmaps = np.random.default_rng(1), 5000
    follow = round(n * f)
    directions = generator.standard_normal((roadmaps, n - follow, 3))
    directions /= np.linalg.norm(directions, axis=2, keepdims=True)
    if kappa:
        directions = stats.vonmises_fisher([1, 0, 0], kappa).rvs(roadmaps * (n - follow) or 1, random_state=2)
        directions = directions[: roadmaps * (n - follow)].reshape(roadmaps, n - follow, 3)
    angle = math.radians(degrees)
    ends = directions.sum(axis=1) + follow * np.array([math.cos(angle), math.sin(angle), 0]) - [n, 0, 0]
    squares = (ends**2).sum(axis=1)
    found = numbers(requests=n, reserved=follow / n, alignment=kappa, vision_error=degrees)
    error = squares.std() / math.sqrt(roadmaps)
    assert squares.mean() == pytest.approx(found["distance_left"] ** 2, abs=4 * error + 1e-9)


@pytest.mark.parametrize("dimensions", [2, 3, 10, 20])
def test_the_number_of_dimensions_does_not_change_where_a_roadmap_ends(dimensions):
    generator = np.random.default_rng(dimensions)
    steps = generator.standard_normal((20_000, 10, dimensions))
    steps /= np.linalg.norm(steps, axis=2, keepdims=True)
    ends = steps.sum(axis=1)
    ends[:, 0] += 10 - 20  # ten steps along the vision, and the goal twenty away
    squares = (ends**2).sum(axis=1)
    assert squares.mean() == pytest.approx(numbers()["distance_left"] ** 2, abs=4 * squares.std() / math.sqrt(20_000))


def test_drawn_roadmaps_scatter_around_the_distance_left():
    given = {"requests": 12, "alignment": 2.0, "vision_error": 40.0}
    squares = np.array([numbers(**given, seed=seed)["distance_drawn"] ** 2 for seed in range(400)])
    error = squares.std() / math.sqrt(len(squares))
    assert squares.mean() == pytest.approx(numbers(**given)["distance_left"] ** 2, abs=4 * error)


@pytest.mark.parametrize(("kappa", "seed"), [(0.0, 7), (3.0, 7), (50.0, 1)])
def test_a_drawn_roadmap_is_the_sum_of_its_steps(kappa, seed):
    """Each cosine by search for the share that turns less, each side by an angle of its own."""
    n, degrees = 12, 40.0
    cosines, sides = [], []
    for step in range(n):
        within = optimize.brentq(lambda w, chance: drift.fisher_cap(w, kappa) - chance, 0, 180, (u(seed, step, 0),))
        cosines.append(math.cos(math.radians(within)))
        sides.append(2 * math.pi * u(seed, step, 1))
    ahead, round_ = np.array(cosines), np.array(sides)
    off = np.sqrt(1 - ahead**2)
    steps = np.stack([ahead, off * np.cos(round_), off * np.sin(round_)], axis=1)
    vision = np.array([math.cos(math.radians(degrees)), math.sin(math.radians(degrees)), 0])
    for follow, left_over in enumerate(drift.roadmap_drawn(n, kappa, degrees, seed)):
        end = follow * vision + steps[follow:].sum(axis=0)
        assert left_over == pytest.approx(np.linalg.norm(end - [n, 0, 0]), rel=1e-8)


def test_a_drawn_roadmap_keeps_its_requests_while_more_steps_follow_the_vision():
    left_over = drift.roadmap_drawn(20, 3.0, 30.0, 7)
    for fewer, more in pairwise(left_over):
        assert abs(more - fewer) <= 2 + 1e-12  # one step was exchanged for another
    assert left_over[20] == pytest.approx(numbers(vision_error=30.0)["distance_vision"])


@given(STEPS, SHARES, KAPPAS, DEGREES, DEGREES, st.integers(0, 9999))
@at_most(200)
def test_everything_is_finite_and_nothing_ends_further_than_twice_the_way(n, f, kappa, degrees, within, seed):
    found = numbers(requests=n, reserved=f, alignment=kappa, vision_error=degrees, within=within, seed=seed)
    assert all(math.isfinite(value) for value in found.values())
    assert all(0 <= found[name] <= 1 for name in ("best_share", "mean_alignment", "chance_within", "requests_within"))
    assert all(0 <= value <= 2 * n + 1e-9 for name, value in found.items() if name.startswith("distance_"))


@given(STEPS, SHARES, KAPPAS, DEGREES)
@at_most(100)
def test_the_labels_of_the_picture_lie_above_its_lines_and_apart(n, f, kappa, degrees):
    rows = run(requests=n, reserved=f, alignment=kappa, vision_error=degrees)["rows"]
    every = list(zip(rows["mark"], rows["distance"], rows["share"], strict=True))
    top = max(height for mark, height, _ in every if mark == "line")
    flags = [height for mark, height, _ in every if mark == "flag"]
    names = [height for mark, height, _ in every if mark == "end"]
    room = next(height for mark, height, _ in every if mark == "room")
    assert min(flags) > 1.05 * top and abs(flags[0] - flags[1]) >= 0.09 * room and max(flags) < room
    assert abs(names[0] - names[1]) >= 0.07 * room and min(names) >= -1e-9
    shares = [share for mark, _, share in every if mark == "point"]
    assert shares[1] == f


def test_the_sentence_calls_product_and_customers_as_the_learner_does():
    app = words.Terms(nouns={"product": ("app", "apps"), "customer": ("family", "families")})
    sentence = run(terms=app)["sentence"]
    assert "the app ends" in sentence and "the requests of families alone" in sentence


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "no mix does better than the vision alone"),
        ({"alignment": 20.0, "vision_error": 75.0}, "no mix does better than the requests alone"),
        ({"vision_error": 75.0}, "a mix with 28.4% along the vision leaves least, 19.7 steps"),
        ({"requests": 1}, "of the only step along the vision"),
        ({"requests": 1}, "1 step away"),
        ({"vision_error": 61.645}, "both end about equally near"),
    ],
)
def test_sentence(given, said):
    assert said in run(**given)["sentence"]
