import math
from typing import ClassVar, Literal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import field_validator

from plgkit.charts.picture import alt
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption, invalid
from plgkit.support.errors import Refused


class Every(Idea):
    """An idea with an assumption of every kind."""

    controls: ClassVar = ("rate", "months")
    measures: ClassVar = {"total": Measure("Total", "money"), "wins": Measure("Wins", "yes")}
    headline: ClassVar = ("total",)
    presets: ClassVar = {"aha": {"rate": 0.9}, "false": {"flag": True, "shape": "square"}}

    rate: float = assumption(0.25, "Rate", unit="share/month", ge=0, le=1, step=0.05)
    cost: float = assumption(1200, "Cost", unit="money/month", ge=100, le=5000, step=100, slider=(200, 4000))
    months: int = assumption(12, "Months", unit="months", ge=1, le=120, step=1)
    shape: Literal["round", "square"] = assumption("round", "Shape")
    flag: bool = assumption(False, "Flag")
    shares: list[float] = assumption([0.5, 0.5], "Shares", help="a list of shares")

    def run(self):
        total = self.rate * self.cost * self.months
        frame = pd.DataFrame({"x": [0, 1], "y": [0.0, total]})
        return Outcome(frame, {"total": total, "wins": self.flag}, f"It is {self.money(total)}.")

    def picture(self, outcome):
        return alt.layer(alt.Chart(outcome.frame).mark_line().encode(x="x:Q", y="y:Q"))


BOUNDS = {"rate": (0, 1), "cost": (100, 5000), "months": (1, 120)}
VALUES = {"rate": st.floats(0, 1), "cost": st.floats(100, 5000), "months": st.integers(1, 120)}
ALLOWED = {
    "rate": "between 0 and 1 (share/month)",
    "cost": "between 100 and 5,000 ($/month)",
    "months": "a whole number between 1 and 120 (months)",
}


def refusal(**given):
    with pytest.raises(Refused) as refused:
        Every(**given)
    return str(refused.value)


def test_every_kind_is_told_from_its_declaration():
    kinds = {name: one.kind for name, one in Every.assumptions().items()}
    assert kinds == {
        "rate": "number",
        "cost": "number",
        "months": "whole",
        "shape": "choice",
        "flag": "flag",
        "shares": "list",
    }


def test_what_is_not_declared_as_an_assumption_is_none():
    assert "currency" not in Every.assumptions() and "scale" not in Every.assumptions()


def test_nothing_given_makes_the_defaults():
    idea = Every()
    assert {name: getattr(idea, name) for name in Every.assumptions()} == {
        name: one.default for name, one in Every.assumptions().items()
    }


def test_a_default_left_out_and_a_default_stated_are_the_same_to_the_last_sign():
    stated = {name: one.default for name, one in Every.assumptions().items()}
    assert repr(Every().model_dump()) == repr(Every(**stated).model_dump())


def test_a_default_out_of_bounds_is_refused():
    class Wrong(Idea):
        rate: float = assumption(2, "Rate", ge=0, le=1, step=0.1)

    with pytest.raises(Refused, match="rate: 2 is not between 0 and 1"):
        Wrong()


@given(st.data(), st.sampled_from(sorted(VALUES)))
def test_everything_within_the_bounds_is_accepted(data, name):
    value = data.draw(VALUES[name] | st.sampled_from(BOUNDS[name]))
    assert getattr(Every(**{name: value}), name) == value


@given(st.data(), st.sampled_from(sorted(VALUES)))
def test_nothing_beyond_the_bounds_is_accepted(data, name):
    low, high = BOUNDS[name]
    least = 1 if name == "months" else 1e-9
    by = data.draw(st.integers(1, 10**9) if name == "months" else st.floats(least, 1e300))
    value = data.draw(st.sampled_from([low - by, high + by]))
    assert refusal(**{name: value}) == f"{name}: {value:.10g} is not {ALLOWED[name]}"


@pytest.mark.parametrize("name", sorted(BOUNDS))
def test_the_very_next_number_beyond_a_bound_is_refused(name):
    low, high = BOUNDS[name]
    below, above = (low - 1, high + 1) if name == "months" else (math.nextafter(low, -9), math.nextafter(high, 9e9))
    assert refusal(**{name: below}).endswith(ALLOWED[name])
    assert refusal(**{name: above}).endswith(ALLOWED[name])


@pytest.mark.parametrize("value", ["a lot", "0.5", None, True, [0.5], {}, math.nan, math.inf, -math.inf, 0.5j])
def test_what_is_no_number_is_refused_for_a_number(value):
    assert refusal(rate=value) == f"rate: {value!r} is not a number between 0 and 1 (share/month)"


@pytest.mark.parametrize("value", ["7", None, False, 2.5, [7], math.nan, math.inf])
def test_what_is_no_whole_number_is_refused_for_one(value):
    assert refusal(months=value) == f"months: {value!r} is not a whole number between 1 and 120 (months)"


@pytest.mark.parametrize("value", ["triangular", "", None, 1, True])
def test_a_choice_that_there_is_not_is_refused(value):
    assert refusal(shape=value) == f"shape: {value!r} is not round or square"


@pytest.mark.parametrize(("name", "value"), [("flag", 1), ("flag", "yes"), ("shares", 0.5), ("shares", ["a"])])
def test_a_flag_and_a_list_take_nothing_else(name, value):
    assert refusal(**{name: value}).startswith(f"{name}: ")


@pytest.mark.parametrize(
    "value",
    [
        10**400,
        pytest.param(10**5000, id="5,000 digits"),
        "x" * 10_000,
        "a\nb\nc",
        pd.DataFrame({"a": range(99)}),
        object(),
    ],
)
@pytest.mark.parametrize("name", ["rate", "months", "shape", "flag", "currency", "scale"])
def test_whatever_is_given_the_refusal_is_one_short_line(name, value):
    line = refusal(**{name: value})
    assert len(line.splitlines()) == 1 and len(line) < 150
    assert line.startswith(f"{name}: ")


def test_numbers_from_numpy_and_pandas_are_taken_for_what_they_are():
    idea = Every(rate=np.float64(0.5), months=np.int64(6), flag=np.bool_(True), cost=np.float32(500))
    assert (idea.rate, idea.months, idea.flag, idea.cost) == (0.5, 6, True, 500)
    assert [type(v) for v in (idea.rate, idea.months, idea.flag, idea.cost)] == [float, int, bool, float]


def test_a_whole_float_is_a_whole_number():
    assert Every(months=12.0).months == 12


def test_an_unknown_name_is_refused_with_the_nearest():
    assert refusal(rat=0.5) == "rat is not an assumption of Every; the nearest is rate"


def test_several_mistakes_are_told_line_by_line():
    lines = refusal(rate=2, months=0, colour="red").splitlines()
    assert [line.split()[0] for line in lines] == ["rate:", "months:", "colour"]


@pytest.mark.parametrize("currency", ["€", "kr", "CHF", "R$", "₹"])
def test_a_sign_or_short_name_is_a_currency(currency):
    assert Every(currency=currency).run().sentence.count(currency) == 1


@pytest.mark.parametrize("currency", ["", "   ", "dollars", "x" * 40, "\n", "a\u202e", 7, None])
def test_anything_else_is_no_currency(currency):
    assert refusal(currency=currency).endswith("is not a sign or short name of the money, 1 to 4 characters")


@pytest.mark.parametrize(
    ("scale", "bounds"),
    [
        (1, "100 and 5,000"),
        (1e-9, "0.0000001 and 0.000005"),
        (0.5, "50 and 2,500"),
        (1_000_000, "100,000,000 and 5,000,000,000"),
    ],
)
def test_a_scale_multiplies_money_and_its_bounds_and_nothing_else(scale, bounds):
    idea = Every(scale=scale)
    assert (idea.cost, idea.rate) == (1200 * scale, 0.25)
    assert Every(scale=scale, cost=5000 * scale).cost == 5000 * scale
    above = 5001 * scale
    line = f"cost: {above:.10g} is not between {bounds} (kr/month)"
    assert refusal(scale=scale, cost=above, currency="kr") == line


@pytest.mark.parametrize("scale", [0, -1, 1_000_000.1, math.nan, math.inf, "a lot", True, None, 10**400])
def test_anything_else_is_no_scale(scale):
    assert refusal(scale=scale).endswith(
        "is not a number above 0 and up to 1,000,000 that multiplies every amount of money"
    )


def test_the_assumptions_are_told_in_the_readers_money():
    told = Every.assumptions("€", 10)["cost"]
    assert (told.unit, told.default, told.ge, told.le, told.slider) == ("€/month", 12000, 1000, 50000, (2000, 40000))


def test_a_currency_checked_before_does_not_stay_for_the_next():
    assert refusal(cost=1, currency="€", scale=10).endswith("(€/month)")
    assert refusal(cost=1).endswith("between 100 and 5,000 ($/month)")


def test_an_idea_cannot_be_changed_only_copied():
    idea = Every()
    with pytest.raises(ValueError):
        idea.rate = 0.5
    other = idea.changed(rate=0.5)
    assert (idea.rate, other.rate, other.cost) == (0.25, 0.5, idea.cost)


def test_a_change_is_checked_like_everything_else():
    with pytest.raises(Refused, match="rate: 7 is not between 0 and 1"):
        Every().changed(rate=7)
    with pytest.raises(Refused, match="the nearest is rate"):
        Every().changed(rat=0.7)


def test_a_change_keeps_the_money():
    changed = Every(currency="kr", scale=100).changed(rate=0.5)
    assert (changed.currency, changed.scale, changed.cost) == ("kr", 100, 120_000)


def test_a_default_that_is_a_list_is_nobody_elses():
    Every().shares.append(9.0)
    assert Every().shares == [0.5, 0.5]


def test_scenarios_are_the_default_and_the_presets():
    scenarios = Every.scenarios()
    assert list(scenarios) == ["default", "aha", "false"]
    assert scenarios["default"] == Every()
    assert scenarios["false"] == Every(flag=True, shape="square")


def test_a_number_is_said_as_its_measure_states():
    assert Every(currency="€").in_words("total", 3600.4) == "€3,600"
    assert Every().in_words("wins", True) == "yes"


def test_a_chart_is_described_by_its_sentence():
    idea = Every()
    assert idea.chart().to_dict()["description"] == idea.run().sentence == "It is $3,600."


def test_a_chart_of_another_outcome_draws_that_one():
    other = Every(rate=1).run()
    assert Every().chart(other).to_dict()["description"] == other.sentence


def test_an_idea_without_a_model_or_a_picture_says_what_is_missing():
    class Empty(Idea):
        pass

    with pytest.raises(TypeError, match="Empty has no model"):
        Empty().run()
    with pytest.raises(TypeError, match=r"Empty has no picture\(\)"):
        Empty().picture(None)


def test_an_idea_is_named_in_one_line_with_what_differs_from_its_defaults():
    assert repr(Every()) == "Every()"
    assert repr(Every(months=6.0, currency="€")) == "Every(currency='€', months=6)"
    assert repr(Every(scale=10)) == "Every(scale=10.0)"
    assert repr(Every(scale=10, cost=5000)) == "Every(scale=10.0, cost=5000.0)"


def test_a_validator_of_an_ideas_own_refuses_in_the_words_of_its_field():
    class Shares(Idea):
        shares: list[float] = assumption([1.0], "Shares", help="a list of shares")

        @field_validator("shares")
        @classmethod
        def _whole(cls, value):
            raise invalid("they add up to {2}")

    with pytest.raises(Refused) as refused:
        Shares(shares=[1.0, 1.0])
    (problem,) = refused.value.problems
    assert (problem.field, problem.text) == ("shares", "they add up to {2}")


class Thousands(Every):
    """Whose amounts are counted in thousands."""

    amounts: ClassVar = "k"


@pytest.mark.parametrize(("currency", "unit", "amount"), [("$", "$k", "$30k"), ("CHF", "kCHF", "30\u202fkCHF")])
def test_amounts_in_thousands_say_so_wherever_they_are_said(currency, unit, amount):
    idea = Thousands(currency=currency)
    assert idea.money(30) == idea.in_words("total", 30) == amount
    assert Thousands.assumptions(currency)["cost"].unit == f"{unit}/month"
    with pytest.raises(Refused) as refused:
        Thousands(currency=currency, cost=9e9)
    assert str(refused.value) == f"cost: 9000000000 is not between 100 and 5,000 ({unit}/month)"
