import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.models import words

amounts = st.floats(-1e12, 1e12)


def back(text):
    """A number that was said, read again."""
    return float(text.replace(",", "").replace("−", "-"))


@given(amounts)
def test_a_number_is_said_at_three_significant_digits(value):
    assert back(words.number(value)) == pytest.approx(value, rel=0.00501, abs=1e-300)


@given(amounts)
def test_a_number_is_never_said_in_scientific_notation_and_never_as_minus_zero(value):
    text = words.number(value)
    assert "e" not in text
    assert text not in ("-0", "−0")
    assert not text.endswith(".")


@given(amounts)
def test_more_digits_bring_the_number_closer(value):
    assert back(words.number(value, 8)) == pytest.approx(value, rel=1e-7, abs=1e-300)


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (-0.0, "0"), (999.6, "1,000"), (0.9996, "1"), (-1234567, "−1,234,567"), (1e-7, "0.0000001")],
)
def test_numbers_at_the_edges(value, said):
    assert words.number(value) == said


def test_what_has_no_end_is_said_so():
    assert words.number(-math.inf) == "minus without end"
    assert words.money(math.inf, "€") == "without end"


@given(amounts, st.sampled_from(["$", "€", "kr", "CHF", "R$"]))
def test_an_amount_has_its_currency_once(value, currency):
    assert words.money(value, currency).count(currency) == 1


def test_an_amount_that_rounds_to_nothing_has_no_sign():
    assert words.money(-0.0, "€") == "€0"


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0%"), (0.5, "50%"), (1e-6, "0.0001%"), (0.99e-6, "under 0.0001%"), (1, "100%")]
)
def test_a_chance_next_to_nothing_is_no_row_of_zeros(share, text):
    assert words.chance(share) == text


@pytest.mark.parametrize(
    ("value", "said"), [(1, "1 month"), (0.9999, "1 month"), (0, "0 months"), (1.01, "1.01 months")]
)
def test_one_and_many_follow_the_number_as_it_is_said(value, said):
    assert words.count(value, "month") == said


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        (True, "yes", "yes"),
        (False, "yes", "no"),
        (math.inf, "month", "never"),
        (math.inf, "year", "never"),
        (math.inf, "money", "without end"),
        (12.3456, "count", "12.3"),
        (-5, "money", "−kr5"),
    ],
)
def test_a_value_is_said_by_its_kind(value, kind, said):
    assert words.say(value, kind, "kr").replace("5\u202fkr", "kr5") == said


def test_small_numbers_in_letters_end_where_they_are_still_read():
    assert [words.small(n) for n in (0, 12, 13)] == ["no", "twelve", "13"]


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_a_number_rounded_is_near_and_has_no_more_decimals(value, places):
    result = words.rounded(value, places)
    assert abs(result - value) <= 0.5 / 10**places + 1e-9
    assert result == round(result, places)
    assert math.copysign(1, result) == (1 if result == 0 or value > 0 else -1)
