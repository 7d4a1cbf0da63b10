import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plgkit.ideas.cohort import fit_retention
from plgkit.ideas.leaky_bucket import LeakyBucket
from plgkit.support.errors import Refused
from tests.examples import at_most

REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241]
HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491]


@pytest.mark.parametrize(
    ("survivors", "alpha", "beta", "log_likelihood"),
    [
        (REGULAR[:5], 0.764, 1.296, -1401.6),
        (REGULAR, 0.704, 1.182, -1680.3),
        (HIGH_END, 0.668, 3.806, -1611.2),
    ],
)
def test_the_published_fits(survivors, alpha, beta, log_likelihood):
    fit = fit_retention(survivors)
    assert fit.alpha == pytest.approx(alpha, abs=0.0005)
    assert fit.beta == pytest.approx(beta, abs=0.0005)
    assert fit.log_likelihood == pytest.approx(log_likelihood, abs=0.05)


def test_the_fit_projects_the_years_it_has_not_seen():
    """Years 8 to 12 of the two cohorts, from years 0 to 7: within two points."""
    regular, high_end = fit_retention(REGULAR), fit_retention(HIGH_END)
    assert regular.survival(range(8, 13)) == pytest.approx([0.223, 0.207, 0.194, 0.183, 0.173], abs=0.02)
    assert high_end.survival(range(8, 13)) == pytest.approx([0.468, 0.445, 0.427, 0.409, 0.394], abs=0.02)


def test_no_other_alpha_and_beta_are_likelier():
    from scipy.special import betaln

    def log_likelihood(alpha, beta):
        counts, ages = np.array(REGULAR), np.arange(1, len(REGULAR))
        leaves = betaln(alpha + 1, beta + ages - 1) - betaln(alpha, beta)
        stays = betaln(alpha, beta + ages[-1]) - betaln(alpha, beta)
        return np.sum((counts[:-1] - counts[1:]) * leaves) + counts[-1] * stays

    fit = fit_retention(REGULAR)
    assert log_likelihood(fit.alpha, fit.beta) == pytest.approx(fit.log_likelihood, rel=1e-9)
    for step in (0.99, 1.01):
        assert log_likelihood(fit.alpha * step, fit.beta) < fit.log_likelihood
        assert log_likelihood(fit.alpha, fit.beta * step) < fit.log_likelihood


@pytest.mark.parametrize(("alpha", "beta"), [(0.7, 1.2), (3.0, 12.0), (0.2, 0.5)])
def test_the_fit_finds_known_values_within_three_standard_errors(alpha, beta):
    """The standard errors are those of 30 more fits to cohorts drawn from the truth."""
    generator = np.random.default_rng(2)
    stays = generator.geometric(np.maximum(generator.beta(alpha, beta, (31, 2000)), 1e-12))
    cohorts = (stays[:, :, None] > np.arange(9)).sum(axis=1)
    fits = [fit_retention(cohort) for cohort in cohorts]
    for name, truth in (("alpha", alpha), ("beta", beta)):
        logs = np.log([getattr(fit, name) for fit in fits])
        assert logs[0] == pytest.approx(math.log(truth), abs=3 * logs[1:].std())


@pytest.mark.parametrize(
    ("survivors", "alpha", "beta", "churn", "polarisation"),
    [
        ([1000, 500, 250], math.inf, math.inf, 0.5, 0),
        ([100, 90, 60], math.inf, math.inf, 40 / 190, 0),
        ([100, 0, 0], math.inf, 0, 1, 0),
        ([100, 40, 0], math.inf, math.inf, 100 / 140, 0),
        ([1000, 400, 400, 400], 0, 0, 0.6, 1),
    ],
)
def test_the_fit_at_the_ends_of_polarisation(survivors, alpha, beta, churn, polarisation):
    fit = fit_retention(survivors)
    assert (fit.alpha, fit.beta, fit.polarisation) == (alpha, beta, polarisation)
    assert fit.churn == pytest.approx(churn)
    assert fit.survival([0, 1]) == pytest.approx([1, 1 - churn])


@at_most(25)
@given(st.lists(st.integers(0, 10_000), min_size=3, max_size=13))
def test_any_falling_cohort_can_be_fitted(counts):
    counts = sorted(counts, reverse=True)
    assume(counts[0] > counts[-1])
    fit = fit_retention(counts)
    kept = fit.survival(np.arange(14))
    assert math.isfinite(fit.log_likelihood)
    assert kept[0] == 1
    assert np.all((np.diff(kept) <= 0) & (kept[1:] >= 0))


def test_a_fit_feeds_the_bucket():
    fit = fit_retention(REGULAR)
    bucket = LeakyBucket(churn=fit.churn, polarisation=fit.polarisation)
    assert bucket.run().numbers["share_kept_12_months"] == pytest.approx(float(fit.survival(12)))


@pytest.mark.parametrize(
    ("survivors", "line"),
    [
        ([1000, 631, 700], "entry 3 (700) is above entry 2 (631); those who left do not come back"),
        ([1000, 631], "2 entries given, at least 3 are needed: the cohort's size, then who remains after each period"),
        ([1000, 631, -5], "-5 is negative; a number of customers is 0 or more"),
        ([7, 7, 7], "all entries are 7; nobody left, so there is no churn to fit"),
        ([7, "six", 5], "'six' is not a number of customers"),
        ([7, None, 5], "None is not a number of customers"),
        ([7, math.nan, 5], "nan is not a number of customers"),
        ([7, True, 0], "True is not a number of customers"),
        ([7, [6] * 99, 5], "[6, 6, 6, 6, 6, 6, ...] is not a number of customers"),
        ("1000, 631", "'1000, 631' is not a number of customers"),
        (None, "None is not a number of customers"),
    ],
)
def test_counts_that_cannot_be_fitted_are_refused_in_one_line(survivors, line):
    with pytest.raises(Refused) as refusal:
        fit_retention(survivors)
    assert str(refusal.value) == f"survivors: {line}"


@pytest.mark.parametrize("periods", [2.5, -1, "a", None, [1, 1e9]])
def test_periods_that_are_not_whole_are_refused(periods):
    with pytest.raises(Refused, match="whole numbers between 0 and 100,000"):
        fit_retention(REGULAR).survival(periods)


def test_a_fit_is_named_in_one_line():
    line = repr(fit_retention([1000, 631, 468, 382, 326]))
    assert line == "RetentionFit(alpha=0.764, beta=1.3, churn=0.371, log_likelihood=-1402)"
