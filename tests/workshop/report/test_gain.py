import math
import tracemalloc

import numpy as np
import pytest

from plgkit.course import items
from plgkit.workshop.report import gain as module
from plgkit.workshop.report.answers import Answer
from plgkit.workshop.report.gain import by_lesson, by_work, gain, of_class, scored_tests


def answer(label, test, lesson, form, right):
    name = f"{lesson}.{items.PAIRS[lesson][items.FORMS.index(form)]}"
    return Answer(label, test, name, "test", "", "2026-12-04T09:00:00", 0, right, None)


def answers_of(label, test, form, right):
    """A test in which the first `right` questions were answered right and the others wrong."""
    return [answer(label, test, lesson, form, place < right) for place, lesson in enumerate(items.PAIRS)]


def test_the_normalised_gain_is_of_the_classs_means():
    before, after = np.array([0.0, 0.8]), np.array([0.5, 0.8])
    assert gain(before, after).normalised == pytest.approx((0.65 - 0.4) / (1 - 0.4))


def test_the_effect_is_the_change_over_the_mean_standard_deviation():
    before, after = np.array([0.1, 0.3, 0.5]), np.array([0.2, 0.6, 1.0])
    spread = (before.std(ddof=1) + after.std(ddof=1)) / 2
    assert gain(before, after).effect == pytest.approx(0.3 / spread)


def test_the_interval_holds_the_gain_and_is_wide_for_a_small_class():
    chance = np.random.default_rng(1)
    before, after = chance.uniform(0.2, 0.6, 200), chance.uniform(0.4, 0.9, 200)
    large, small = gain(before, after), gain(before[:8], after[:8])
    for found in (large, small):
        assert found.low < found.normalised < found.high
    assert small.high - small.low > 3 * (large.high - large.low)
    assert gain(before, after) == large


def test_the_interval_covers_about_as_often_as_it_says(monkeypatch):
    monkeypatch.setattr(module, "RESAMPLES", 300)
    chance, covered = np.random.default_rng(2), 0
    for _ in range(200):
        before, after = chance.binomial(12, 0.4, 25) / 12, chance.binomial(12, 0.6, 25) / 12
        found = gain(before, after)
        covered += found.low <= 1 / 3 <= found.high
    assert 0.85 < covered / 200 < 0.99


def test_memory_does_not_grow_with_the_class():
    chance = np.random.default_rng(3)
    before, after = chance.binomial(12, 0.4, 50_000) / 12, chance.binomial(12, 0.6, 50_000) / 12
    tracemalloc.start()
    found = gain(before, after)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.low < found.normalised < found.high
    assert peak < module.RESAMPLES * 13 * 13 * 8 * 4  # a row of scores for each resample, not one of learners


@pytest.mark.parametrize(("before", "after"), [([1.0, 1.0], [1.0, 1.0]), ([0.5], [0.7])])
def test_what_cannot_be_computed_is_not_a_number_and_no_error(before, after):
    found = gain(np.array(before), np.array(after))
    assert math.isnan(found.effect) and math.isnan(found.low)
    assert math.isnan(found.normalised) == (before[0] == 1)


def test_only_learners_with_both_tests_count():
    answers = answers_of("L01", "pre-test", "A", 3) + answers_of("L01", "post-test", "B", 9)
    answers += answers_of("L02", "pre-test", "B", 12) + answers_of("L03", "post-test", "A", 0)
    found = of_class(scored_tests(answers))
    assert (found.learners, found.before, found.after) == (1, 0.25, 0.75)
    assert of_class(scored_tests(answers_of("L02", "pre-test", "B", 12))) is None and of_class(scored_tests([])) is None


def test_what_was_left_open_is_not_right():
    answers = answers_of("L01", "pre-test", "A", 12)[:3] + answers_of("L01", "post-test", "B", 12)
    assert of_class(scored_tests(answers)).before == 0.25


def test_of_two_forms_the_one_with_more_answers_counts():
    found = scored_tests(answers_of("L01", "pre-test", "A", 12)[:2] + answers_of("L01", "pre-test", "B", 0))
    assert (found["pre-test"]["L01"].form, found["pre-test"]["L01"].score) == ("B", 0)


def test_questions_on_lessons_that_were_worked_on_stand_apart():
    answers = answers_of("L01", "pre-test", "A", 0) + answers_of("L01", "post-test", "B", 2)
    worked, other = by_work(scored_tests(answers), {"evidence": {"L01"}, "drift": {"L01"}, "funnel": {"L09"}})
    assert (worked["worked"], worked["questions"], worked["after"], worked["normalised"]) == (True, 2, 1, 1)
    assert (other["questions"], other["after"]) == (10, 0)
    rows = by_lesson(scored_tests(answers), {"evidence": {"L01"}})
    assert [(row["did"], row["before"], row["after"]) for row in rows[:3]] == [(1, 0, 1), (0, 0, 1), (0, 0, 0)]
