import math

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plgkit.ideas.leaky_bucket import LeakyBucket, fit_retention
from plgkit.support.errors import Refused

REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241]
HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491]


def anything():
    """Every setting that the bounds allow."""
    kinds = {
        "number": lambda one: st.floats(one.ge, one.le),
        "whole": lambda one: st.integers(one.ge, one.le),
    }
    return st.fixed_dictionaries({name: kinds[one.kind](one) for name, one in LeakyBucket.assumptions().items()})


def numbers(**given):
    return LeakyBucket(**given).run().numbers


def stock(churn, polarisation, months, acquisition=100, start=0):
    return numbers(churn=churn, polarisation=polarisation, months=months, acquisition=acquisition, start=start)[
        "customers_at_end"
    ]


def test_check_values():
    found = numbers()
    assert found["ceiling"] == pytest.approx(2000, abs=0.5)
    assert found["months_to_90_percent"] == pytest.approx(44.9, abs=0.05)


@pytest.mark.parametrize(
    ("given", "ceiling", "months"),
    [
        ({"churn": 0}, math.inf, math.inf),
        ({"churn": 1}, 100, 0),
        ({"churn": 1, "polarisation": 0.8}, 100, 0),
        ({"churn": 0.5}, 200, math.log(0.1) / math.log(0.5)),
        ({"start": 1000}, 2000, math.log(0.2) / math.log(0.95)),
        ({"start": 1800}, 2000, 0),
        ({"start": 5000}, 2000, 0),
        ({"polarisation": 0.05 / 1.05}, math.inf, math.inf),
        ({"polarisation": 1}, math.inf, math.inf),
        ({"acquisition": 0, "start": 10}, 0, 0),
        ({"acquisition": 0, "start": 10, "churn": 0}, 10, 0),
        ({"acquisition": 0, "start": 10, "churn": 0.3, "polarisation": 1}, 7, 0),
        ({"acquisition": 0}, 0, 0),
    ],
)
def test_ceiling_and_months_at_the_corners(given, ceiling, months):
    found = numbers(**given)
    assert found["ceiling"] == pytest.approx(ceiling)
    assert found["months_to_90_percent"] == pytest.approx(months)


@pytest.mark.parametrize("churn", [0.0, 0.05, 1.0])
def test_polarisation_1_means_that_some_leave_in_the_first_month_and_the_others_never(churn):
    found = numbers(churn=churn, polarisation=1.0)
    assert found["share_kept_12_months"] == pytest.approx(1 - churn)
    assert found["churn_after_12_months"] == 0
    assert found["customers_at_end"] == pytest.approx(100 + 35 * 100 * (1 - churn))


@settings(max_examples=60)
@given(anything())
def test_every_setting_gives_numbers_within_reason(given):
    outcome = LeakyBucket(**given).run()
    found = outcome.numbers
    assert not any(math.isnan(value) for value in found.values())
    assert min(found.values()) >= 0
    assert found["share_kept_12_months"] <= 1
    assert found["churn_after_12_months"] <= given["churn"]
    assert len(outcome.frame) == 45


@settings(max_examples=60)
@given(anything())
def test_nobody_appears_from_nowhere(given):
    found = numbers(**given)
    everybody = given["start"] + given["acquisition"] * given["months"]
    joined_last = given["acquisition"]
    assert joined_last * (1 - 1e-9) <= found["customers_at_end"] <= everybody * (1 + 1e-9)


@settings(max_examples=40)
@given(st.floats(0, 1), st.floats(0, 1e5), st.floats(0, 1e7), st.integers(1, 119))
def test_alike_customers_follow_the_recursion_of_the_claim(churn, acquisition, start, months):
    before, after = (stock(churn, 0.0, t, acquisition, start) for t in (months, months + 1))
    assert after == pytest.approx(before * (1 - churn) + acquisition, rel=1e-9, abs=1e-9)


@settings(max_examples=50)
@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.integers(1, 120))
def test_less_churn_and_more_polarisation_never_mean_fewer_customers(one, other, third, months):
    low, high = sorted((one, other))
    assert stock(high, third, months) <= stock(low, third, months) * (1 + 1e-12)
    assert stock(third, low, months) <= stock(third, high, months) * (1 + 1e-12)


@settings(max_examples=50)
@given(st.floats(0.001, 0.999), st.floats(0.001, 0.95), st.floats(0, 0.8))
def test_the_ceiling_is_the_mean_lifetime_times_the_acquisition(churn, of_the_limit, begun):
    """Against the Beta distribution's own formulas, and the months put back into them."""
    from scipy.special import beta as beta_function

    polarisation = of_the_limit * churn / (1 + churn)
    alpha, beta = churn * (1 / polarisation - 1), (1 - churn) * (1 / polarisation - 1)
    found = numbers(churn=churn, polarisation=polarisation)
    assert found["ceiling"] == pytest.approx(100 * (alpha + beta - 1) / (alpha - 1), rel=1e-6)
    start = begun * found["ceiling"]
    assume(start <= 1e7)
    months = numbers(churn=churn, polarisation=polarisation, start=start)["months_to_90_percent"]
    bottom = beta_function(alpha, beta)
    assume(bottom > 1e-200 and months < 1e6)
    left, missing = (
        beta_function(alpha, beta + months) / bottom,
        beta_function(alpha - 1, beta + months) / bottom,
    )
    assert start * left + found["ceiling"] - 100 * missing == pytest.approx(0.9 * found["ceiling"], rel=1e-6)


def test_months_to_90_percent_do_not_jump_where_polarisation_begins():
    alike, nearly = numbers(), numbers(polarisation=1e-7)
    assert nearly["months_to_90_percent"] == pytest.approx(alike["months_to_90_percent"], rel=1e-4)


@pytest.mark.parametrize("polarisation", [0.0, 0.02, 0.3])
def test_the_stock_agrees_with_simulated_customers(polarisation):
    generator = np.random.default_rng(1)
    cohort, months = 20_000, 36
    size = 1 / polarisation - 1 if polarisation else math.inf
    churn = generator.beta(0.05 * size, 0.95 * size, (months, cohort)) if polarisation else 0.05
    stays = generator.geometric(np.maximum(churn, 1e-12), (months, cohort))
    joined = np.arange(1, months + 1)[:, None]
    simulated = (joined + stays > months).sum()
    kept = (joined + stays > months).mean(axis=1)
    error = math.sqrt(cohort * np.sum(kept * (1 - kept)))
    assert stock(0.05, polarisation, months, float(cohort)) == pytest.approx(simulated, abs=4 * error)
    share = (stays > 12).mean()
    error = math.sqrt(share * (1 - share) / stays.size)
    kept_12 = numbers(polarisation=polarisation)["share_kept_12_months"]
    assert kept_12 == pytest.approx(share, abs=4 * error)


def test_aha_one_move_of_churn_halves_the_ceiling_and_the_line_runs_flat_below_it():
    aha, default = LeakyBucket.scenarios()["aha"].run(), numbers()
    assert set(LeakyBucket.presets["aha"]) <= set(LeakyBucket.controls)
    assert aha.numbers["ceiling"] == default["ceiling"] / 2
    assert 0.95 < aha.numbers["customers_at_end"] / aha.numbers["ceiling"] < 1
    line = aha.frame[aha.frame["mark"] == "line"].query("series == 'customers'")["customers"]
    assert line.iloc[-1] < 1.05 * line.iloc[-10]


def test_full_the_ceiling_does_not_depend_on_the_start():
    full, default = LeakyBucket.scenarios()["full"].run().numbers, numbers()
    assert full["ceiling"] == default["ceiling"]
    assert default["customers_at_end"] < default["ceiling"] < full["customers_at_end"] < 4000
    far = [stock(0.05, 0.0, 120, start=start) for start in (0, 4000)]
    assert far == pytest.approx([2000, 2000], rel=0.01)


def test_near_the_ceiling_halving_churn_does_nearly_as_much_as_doubling_acquisition():
    found = numbers(churn=0.2, months=120)
    assert found["customers_churn_halved"] == pytest.approx(found["customers_acquisition_doubled"], rel=0.001)


def test_false_early_on_acquisition_decides_and_churn_hardly_matters():
    found = LeakyBucket.scenarios()["false"].run().numbers
    assert found["customers_acquisition_doubled"] == pytest.approx(2 * found["customers_at_end"])
    assert found["customers_churn_halved"] < 1.1 * found["customers_at_end"]


def test_polarised_a_cohort_churns_less_with_age_though_nobody_changes():
    found = LeakyBucket.scenarios()["polarised"].run().numbers
    assert found["churn_after_12_months"] == pytest.approx(0.1 * 0.8 / (0.8 + 12 * 0.2))
    assert found["churn_after_12_months"] < 0.1 / 3


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"churn": 0}, "100 people join each month and nobody leaves: there is no ceiling."),
        ({"acquisition": 1}, "1 person joins each month and 5% of customers leave each month"),
        ({"acquisition": 0}, "there are no customers"),
        ({"acquisition": 0, "start": 50}, "in the end nobody is left"),
        ({"acquisition": 0, "start": 50, "churn": 0}, "50 stay for ever. After 36 months the number is 50."),
        ({"churn": 1}, "everybody leaves within a month: the number moves towards 100"),
        ({"months": 1}, "After 1 month the number is 100"),
    ],
)
def test_the_sentence_is_true_at_the_corners(given, says):
    assert says in LeakyBucket(**given).run().sentence


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


@settings(max_examples=25)
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
    kept = numbers(churn=fit.churn, polarisation=fit.polarisation)["share_kept_12_months"]
    assert kept == pytest.approx(float(fit.survival(12)))


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
