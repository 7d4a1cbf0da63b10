import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.models import words

amounts = st.floats(-1e12, 1e12)

SAID = [
    ("money", [30, "$k"], "$30k"),
    ("money", [-30, "$k"], "−$30k"),
    ("money", [0, "$k"], "$0k"),
    ("money", [2.5, "€m"], "€2.5m"),
    ("money", [1200, "kCHF"], "1,200\u202fkCHF"),
    ("money", [-1200, "kCHF"], "−1,200\u202fkCHF"),
    ("money", [1200, "A$"], "A$1,200"),
    ("money", [1200, "Kč"], "1,200\u202fKč"),
    ("money", [1200, "zł"], "1,200\u202fzł"),
    ("money", [1200, "₹"], "₹1,200"),
    ("money", [1200, "₹k"], "₹1,200k"),
    ("money", [1200, "£"], "£1,200"),
    ("money", [0.0004, "₿"], "₿0.0004"),
    ("number", [0.125, 2], "0.13"),
    ("number", [2.5, 1], "3"),
    ("number", [-1234567], "−1,234,567"),
    ("percent", [0.0005], "0.05%"),
    ("fixed", [0.125, 2], "0.13"),
    ("fixed", [0.375, 2], "0.38"),
    ("fixed", [2.5, 0], "3"),
    ("fixed", [3.5, 0], "4"),
    ("fixed", [0.04, 1], "0.0"),
    ("fixed", [0.05, 1], "0.1"),
    ("fixed", [1234.56, 1], "1234.6"),
    ("fixed", [9.96, 1], "10.0"),
    ("count", [1, "company", "companies"], "1 company"),
    ("count", [2, "company", "companies"], "2 companies"),
    ("capital", ["an account"], "An account"),
    ("capital", ["élève"], "Élève"),
    ("capital", ["řeka"], "Řeka"),
    ("capital", ["žena"], "Žena"),
    ("capital", ["клиент"], "Клиент"),
    ("capital", ["πελάτης"], "Πελάτης"),
    ("capital", ["ÿ ß ÷"], "ÿ ß ÷"),
    ("capital", [""], ""),
    ("capital", ["SME"], "SME"),
    ("listing", [["one", "two", "three"]], "one, two and three"),
    ("money_unit", ["$", "k"], "$k"),
    ("money_unit", ["US$", "k"], "US$k"),
    ("money_unit", ["CHF", "k"], "kCHF"),
    ("money_unit", ["zł", "k"], "kzł"),
    ("money_unit", ["zł"], "zł"),
    ("say", [2000.0, "ceiling"], "2,000 customers"),
    ("say", ["inf", "ceiling"], "none"),
    ("say", ["inf", "month"], "never"),
    ("say", ["inf", "year"], "never"),
    ("say", ["inf", "deal"], "never"),
    ("say", ["inf", "place"], "never"),
    ("say", ["inf", "money"], "without end"),
    ("say", ["inf", "share"], "without end"),
    ("say", ["inf", "times"], "without end"),
    ("say", ["inf", "count"], "without end"),
    ("say", ["inf", "customer"], "without end"),
    ("say", ["-inf", "month"], "minus without end"),
    ("say", [3.0, "place"], "3"),
]
"""What functions say of their arguments, in both interpreters; JSON has no infinity, so it is a text here."""
NOUNS = {"customer": ["account", "accounts"], "product": ["Offer", "Offers"]}
CALLED = [
    ("singular", ["customer"], "account"),
    ("plural", ["customer"], "accounts"),
    ("plural", ["deal"], "deals"),
    ("a", ["customer"], "an account"),
    ("a", ["product"], "an Offer"),
    ("a", ["organisation"], "an organisation"),
    ("a", ["deal"], "a deal"),
    ("count", [1, "customer"], "1 account"),
    ("count", [2500.4, "customer"], "2,500 accounts"),
    ("money", [30], "30\u202fkCHF"),
    ("money", [1234.5, 5], "1,234.5\u202fkCHF"),
]
MEASURED = [
    ([1.0, "customer"], "1 account"),
    ([2000.0, "ceiling"], "2,000 accounts"),
    (["inf", "ceiling"], "none"),
    ([4.0, "deal"], "4 deals"),
    ([30.0, "money"], "30\u202fkCHF"),
    ([1.0, "month"], "1 month"),
]
"""What is said of a measure to that learner."""
"""What the terms of a learner say, whose nouns are `NOUNS` and whose money is counted in kCHF."""


def infinite(value):
    return float(value) if value in ("inf", "-inf") else value


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
        (12.3456, "count", "12.3"),
        (-5, "money", "−kr5"),
    ],
)
def test_a_value_is_said_by_its_kind(value, kind, said):
    assert words.say(value, kind, words.Terms("kr")).replace("5\u202fkr", "kr5") == said


def test_small_numbers_in_letters_end_where_they_are_still_read():
    assert [words.small(n) for n in (0, 12, 13)] == ["no", "twelve", "13"]


@pytest.mark.parametrize(("function", "arguments", "text"), SAID)
def test_what_is_said(function, arguments, text):
    assert getattr(words, function)(*map(infinite, arguments)) == text


@pytest.mark.parametrize(("arguments", "text"), MEASURED)
def test_what_is_said_of_a_measure(arguments, text):
    assert words.say(*map(infinite, arguments), words.Terms("kCHF", NOUNS)) == text


@pytest.mark.parametrize("unit", ["$", "$k", "kCHF", "US$", "zł"])
def test_an_amount_stands_between_the_affixes_of_its_unit(unit):
    before, after = words.affixes(unit)
    assert words.money(30, unit) == f"{before}30{after}" and words.money(-30, unit) == f"−{before}30{after}"


@pytest.mark.parametrize(("function", "arguments", "text"), CALLED)
def test_what_the_terms_of_a_learner_say(function, arguments, text):
    assert getattr(words.Terms("kCHF", NOUNS), function)(*arguments) == text


@pytest.mark.parametrize(
    ("low", "high"), [(0x20, 0x130), (0x132, 0x148), (0x14A, 0x17E), (0x3B1, 0x3C9), (0x410, 0x45F)]
)
def test_capitals_are_those_of_unicode(low, high):
    for letter in map(chr, range(low, high)):
        if letter not in "ßµÿς":  # their capitals are two letters, or stand elsewhere
            assert words.capital(letter + "x") == letter.upper() + "x"


def test_the_nouns_of_a_learner_are_nobody_elses():
    words.Terms(nouns=NOUNS)
    assert words.Terms().plural("customer") == words.TERMS.plural("customer") == "customers"
    assert words.Terms().money(30) == "$30"


@given(st.floats(0, 1e9), st.integers(0, 4))
def test_fixed_places_are_those_and_the_nearest(value, places):
    text = words.fixed(value, places)
    assert len(text.partition(".")[2]) == places
    assert float(text) == pytest.approx(value, abs=0.5 * 10**-places * (1 + 1e-6) + value * 1e-15)
    assert words.fixed(math.inf, places) == "without end"


@given(st.floats(-1e6, 1e6), st.integers(0, 6))
def test_a_number_rounded_is_near_and_has_no_more_decimals(value, places):
    result = words.rounded(value, places)
    assert abs(result - value) <= 0.5 / 10**places + 1e-9
    assert result == round(result, places)
    assert math.copysign(1, result) == (1 if result == 0 or value > 0 else -1)
