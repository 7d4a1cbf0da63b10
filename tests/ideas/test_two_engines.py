import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.two_engines import TwoEngines
from plgkit.models.two_engines import filled, steady
from tests.examples import at_most

SHARES = st.floats(0, 1)


def anything():
    """Every setting that the bounds allow."""
    kinds = {"number": lambda one: st.floats(one.ge, one.le), "whole": lambda one: st.integers(one.ge, one.le)}
    return st.fixed_dictionaries({name: kinds[one.kind](one) for name, one in TwoEngines.assumptions().items()})


def numbers(**given):
    return TwoEngines(**given).run().numbers


def scenario(name):
    return TwoEngines.scenarios()[name].run().numbers


def test_check_values():
    assert steady(0.03, 0.38, 0.10) == pytest.approx(0.739, abs=0.0005)
    found = numbers()
    assert found["churn_threshold"] == pytest.approx(0.275, abs=0.0005)
    assert found["average_cac"] == pytest.approx(79, abs=0.5)
    assert found["marginal_cac"] == pytest.approx(136, abs=0.5)
    assert numbers(spend=100_000)["marginal_cac"] == pytest.approx(369.5, abs=0.05)


def test_the_check_value_of_the_steady_share_through_the_front_door():
    """Enough spend buys the whole reach: 3% of the market a month."""
    assert numbers(reach=3000, spend=1e7)["steady_share"] == pytest.approx(0.739, abs=0.0005)


@pytest.mark.parametrize(
    ("given", "steady_share", "carried_share"),
    [
        ({"spend": 0}, 0, 1 - 0.1 / 0.342),
        ({"spend": 0, "churn": 0.3}, 0, 0),
        ({"spend": 0, "word_of_mouth": 0, "churn": 0}, 0, 0),
        ({"churn": 0}, 1, 1),
        ({"churn": 0, "word_of_mouth": 0}, 1, 0),
        ({"word_of_mouth": 0, "spend": 1e7}, 0.01 / 0.11, 0),
        ({"churn": 1, "spend": 1e7}, 0.01 / 1.01, 0),
        ({"market": 1000, "reach": 5000, "spend": 1e7}, 1 / 1.1, 1 - 0.1 / 0.342),
        ({"word_of_mouth": 0.25, "churn": 0.2, "spend": 0}, 0, 0),
    ],
)
def test_shares_at_the_corners(given, steady_share, carried_share):
    found = numbers(**given)
    assert found["steady_share"] == pytest.approx(steady_share)
    assert found["carried_share"] == pytest.approx(carried_share)
    assert found["self_sustaining"] == (carried_share > 0)


@pytest.mark.parametrize(
    ("given", "average", "marginal"),
    [
        ({"spend": 0}, 50, 50),
        ({"reach": 0}, math.inf, math.inf),
        ({"spend": 1e7, "saturation": 1000}, 10_000, math.inf),
    ],
)
def test_costs_at_the_corners(given, average, marginal):
    found = numbers(**given)
    assert found["average_cac"] == pytest.approx(average)
    assert found["marginal_cac"] == pytest.approx(marginal)


def test_without_a_first_customer_nobody_recommends():
    found = numbers(spend=0)
    assert found["customers_at_end"] == found["customers_at_month_12"] == found["customers_if_stopped"] == 0


@at_most(80)
@given(anything())
def test_every_setting_gives_numbers_within_reason(given):
    outcome = TwoEngines(**given).run()
    found = outcome.numbers
    assert not any(math.isnan(value) for value in found.values())
    assert all(0 <= found[share] <= 1 for share in ("steady_share", "carried_share", "churn_threshold"))
    assert all(0 <= value <= given["market"] for name, value in found.items() if name.startswith("customers"))
    assert len(outcome.frame) == 62


@at_most(50)
@given(st.floats(1, 1e7), st.floats(1, 1e5), st.floats(1000, 1e7))
def test_the_next_customer_never_costs_less_than_the_average(spend, reach, saturation):
    found = numbers(spend=spend, reach=reach, saturation=saturation)
    assert saturation / reach * (1 - 1e-9) <= found["average_cac"] <= found["marginal_cac"] * (1 + 1e-9)


@given(SHARES, SHARES, SHARES)
def test_as_many_join_as_leave_at_the_steady_share(bought, word_of_mouth, churn):
    share = steady(bought, word_of_mouth, churn)
    joining = min(1, bought + word_of_mouth * (1 - churn) * share) * (1 - share)
    assert joining == pytest.approx(churn * share, abs=1e-12)


@at_most(50)
@given(st.floats(0.01, 1), SHARES, st.floats(0, 0.9))
def test_the_market_ends_at_the_steady_share(bought, word_of_mouth, churn):
    assert filled([bought] * 3000, word_of_mouth, churn)[-1] == pytest.approx(
        steady(bought, word_of_mouth, churn), abs=1e-6
    )


@given(SHARES, SHARES, SHARES, SHARES)
def test_the_steady_share_grows_with_spending_and_word_of_mouth_and_falls_with_churn(one, other, x, y):
    low, high = sorted((one, other))
    assert steady(low, x, y) <= steady(high, x, y) + 1e-9
    assert steady(x, low, y) <= steady(x, high, y) + 1e-9
    assert steady(x, y, high) <= steady(x, y, low) + 1e-9


@given(SHARES, st.floats(0.01, 1))
def test_growth_carries_itself_exactly_below_the_threshold(churn, word_of_mouth):
    found = numbers(churn=churn, word_of_mouth=word_of_mouth)
    if abs(churn - found["churn_threshold"]) > 1e-9:
        assert found["self_sustaining"] == (churn < found["churn_threshold"])


@at_most(50)
@given(st.floats(0, 0.25), st.floats(0.3, 0.5))
def test_after_the_spending_stops_the_market_holds_below_the_threshold_and_empties_above(below, above):
    paid = [0.01] * 12 + [0.0] * 3000
    carried = steady(0, 0.38, below)
    assert filled(paid, 0.38, below)[-1] == pytest.approx(carried, abs=1e-6)
    assert carried > 0
    assert filled(paid, 0.38, above)[-1] < 1e-6


def test_the_path_agrees_with_simulated_people():
    """Everybody joins or leaves by chance; the mean of 300 markets of 400,000 people."""
    generator = np.random.default_rng(1)
    market, months = 400_000, 24
    bought = 1000 * (1 - math.exp(-1)) / market
    customers = np.zeros(300, dtype=int)
    for _ in range(months):
        joining = bought + 0.38 * 0.9 * customers / market
        joined = generator.binomial(market - customers, joining)
        customers += joined - generator.binomial(customers, 0.1)
    error = customers.std() / math.sqrt(len(customers))
    found = numbers(market=market, months=months)["customers_at_end"]
    assert found == pytest.approx(customers.mean(), abs=4 * error)


def test_aha_twice_the_spend_hardly_moves_the_market_and_the_next_customer_costs_nearly_three_times_as_much():
    default, aha = scenario("default"), scenario("aha")
    assert aha["customers_at_end"] < 1.01 * default["customers_at_end"]
    assert aha["marginal_cac"] == pytest.approx(math.e * default["marginal_cac"])
    assert default["self_sustaining"]
    assert default["customers_if_stopped"] > 0.98 * default["customers_at_end"]


def test_false_above_the_threshold_the_market_empties_when_the_spending_stops():
    false = TwoEngines.scenarios()["false"].run()
    assert not false.numbers["self_sustaining"]
    assert false.numbers["customers_if_stopped"] < false.numbers["customers_at_month_12"] / 2
    assert "everybody would leave in the end" in false.sentence


def test_marketing_leads_after_a_year_product_after_three_and_the_blend_beats_both():
    marketing, product, blend = (scenario(name) for name in ("marketing_led", "product_led", "blend"))
    assert marketing["customers_at_month_12"] > 1.3 * product["customers_at_month_12"]
    assert product["customers_at_end"] > 3 * marketing["customers_at_end"]
    assert blend["customers_at_month_12"] > marketing["customers_at_month_12"]
    assert blend["customers_at_end"] > product["customers_at_end"]
    assert not marketing["self_sustaining"]
    assert marketing["average_cac"] > 2 * blend["average_cac"] > 2 * product["average_cac"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"spend": 0}, "Nobody is bought, so nobody recommends and the market stays empty."),
        ({"reach": 0}, "Nobody is bought, so nobody recommends and the market stays empty."),
        ({"word_of_mouth": 0}, "there is no word of mouth, so every customer has to be bought"),
        ({"churn": 0}, "word of mouth alone can hold 100% of the market"),
        ({"churn": 1}, "churn of 100% is not below the threshold of 27.5%"),
        ({"months": 1}, "After 1 month the number of customers is 632: churn"),
        ({"spend": 1e7, "saturation": 1000}, "the next one more than 1,000 times as much"),
    ],
)
def test_the_sentence_is_true_at_the_corners(given, says):
    assert says in TwoEngines(**given).run().sentence
