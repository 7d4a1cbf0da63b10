import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from plgkit.ideas.leaky_bucket import LeakyBucket
from tests.examples import at_most


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


@at_most(60)
@given(anything())
def test_every_setting_gives_numbers_within_reason(given):
    outcome = LeakyBucket(**given).run()
    found = outcome.numbers
    assert not any(math.isnan(value) for value in found.values())
    assert min(found.values()) >= 0
    assert found["share_kept_12_months"] <= 1
    assert found["churn_after_12_months"] <= given["churn"]
    assert len(outcome.frame) == 45


@at_most(60)
@given(anything())
def test_nobody_appears_from_nowhere(given):
    found = numbers(**given)
    everybody = given["start"] + given["acquisition"] * given["months"]
    joined_last = given["acquisition"]
    assert joined_last * (1 - 1e-9) <= found["customers_at_end"] <= everybody * (1 + 1e-9)


@at_most(40)
@given(st.floats(0, 1), st.floats(0, 1e5), st.floats(0, 1e7), st.integers(1, 119))
def test_alike_customers_follow_the_recursion_of_the_claim(churn, acquisition, start, months):
    before, after = (stock(churn, 0.0, t, acquisition, start) for t in (months, months + 1))
    assert after == pytest.approx(before * (1 - churn) + acquisition, rel=1e-9, abs=1e-9)


@at_most(50)
@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1), st.integers(1, 120))
def test_less_churn_and_more_polarisation_never_mean_fewer_customers(one, other, third, months):
    low, high = sorted((one, other))
    assert stock(high, third, months) <= stock(low, third, months) * (1 + 1e-12)
    assert stock(third, low, months) <= stock(third, high, months) * (1 + 1e-12)


@at_most(50)
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
