import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.leaky_bucket import LeakyBucket
from plgkit.models.cell import at, payload, rounded
from plgkit.models.words import Terms


@given(st.floats(-1e300, 1e300, allow_subnormal=False))
def test_a_drawn_number_is_right_to_five_digits(value):
    assert rounded(value) == pytest.approx(value, rel=5.1e-5, abs=0)


@given(st.floats(-1e300, 1e300) | st.sampled_from([math.nan, math.inf, -math.inf]))
def test_a_drawn_number_is_plain_json(value):
    json.dumps(rounded(value), allow_nan=False)


@pytest.mark.parametrize("value", [True, 7, "with churn", None])
def test_what_is_no_float_is_drawn_as_it_is(value):
    assert rounded(value) is value


@pytest.fixture
def model():
    idea = LeakyBucket()
    headline = [(name, idea.measures[name].kind) for name in idea.headline]
    return {"name": "leaky_bucket", "inputs": idea.inputs(), "unit": "$", "nouns": {}, "headline": headline}


def test_a_cell_is_the_outcome_at_other_values(model):
    there = LeakyBucket(churn=0.08, months=12).run()
    cell = at(model, {"churn": 0.08, "months": 12})
    assert cell["sentence"] == there.sentence
    assert cell["columns"] == {name: [rounded(value) for value in column] for name, column in there.columns.items()}
    assert model["inputs"]["churn"] == 0.05  # what was handed in stays


def test_a_value_that_came_as_whole_number_is_the_float_it_replaces(model):
    assert at(model, {"churn": 1, "start": 5}) == at(model, {"churn": 1.0, "start": 5.0})
    assert at(model, {"months": 12.0}) == at(model, {"months": 12})


def test_amounts_are_in_the_unit_that_is_given():
    outcome = {"rows": {}, "numbers": {"cost": 30.0}, "sentence": ""}
    assert payload(outcome, [("cost", "money")], Terms("$k"))["headline"] == ["$30k"]


def test_a_tie_goes_away_from_zero():
    assert [rounded(value) for value in (765665.0, -765665.0, 0.5000050, 1.00005)] == [765670, -765670, 0.50001, 1.0001]
