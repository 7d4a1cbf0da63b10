import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.models.unit_economics import earned, payback


def test_check_values():
    numbers = UnitEconomics().run().numbers
    assert numbers["lifetime_value"] == pytest.approx(2667, abs=0.5)
    assert numbers["ltv_to_cac"] == pytest.approx(2.2, abs=0.05)
    assert numbers["payback_months"] == pytest.approx(15, abs=0.05)
    assert numbers["payback_months_with_churn"] == pytest.approx(19.6, abs=0.05)


@pytest.mark.parametrize(
    ("given", "months"),
    [
        ({"churn": 0}, 15),
        ({"cac": 0}, 0),
        ({"arpa": 0}, math.inf),
        ({"churn": 1, "cac": 80}, 1),
        ({"churn": 1, "cac": 81}, math.inf),
        ({"churn": 0.5, "cac": 160}, math.inf),
    ],
)
def test_payback_at_the_corners(given, months):
    assert UnitEconomics(**given).run().numbers["payback_months_with_churn"] == months


@given(st.floats(1, 1000), st.floats(0.001, 0.99), st.floats(1, 1e5))
def test_payback_is_when_the_margins_add_up_to_the_cost(margin, churn, cac):
    months = payback(margin, churn, cac)
    if math.isinf(months):
        assert margin / churn <= cac * (1 + 1e-9)
        return
    before, after = (float(earned(margin, churn, np.floor(months) + k)) for k in (0, 1))
    assert before - 1e-6 * cac <= cac <= after + 1e-6 * cac


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_churn_never_shortens_the_payback(one, other):
    low, high = sorted((one, other))
    assert payback(80, low, 1200) <= payback(80, high, 1200)
    assert payback(80, low, 1200) >= 15


def test_lifetime_value_agrees_with_simulated_customers():
    generator = np.random.default_rng(1)
    months = generator.geometric(0.03, size=200_000)
    simulated = 80 * months.mean()
    error = 80 * months.std() / math.sqrt(len(months))
    assert simulated == pytest.approx(UnitEconomics().run().numbers["lifetime_value"], abs=4 * error)
