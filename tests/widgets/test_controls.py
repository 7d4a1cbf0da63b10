import pytest

from plgkit.ideas.saying_no import SayingNo
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.support.errors import Refused
from plgkit.widgets.controls import control_payload, sliders
from tests import controls
from tests.widgets.test_grid import Sum


def test_an_idea_has_the_sliders_it_names_unless_others_are_asked_for():
    assert [slider.name for slider in sliders(Sum(), None)] == ["a", "b"]
    assert [slider.name for slider in sliders(Sum(), ["flag", "b"])] == ["flag", "b"]


def test_sliders_are_told_in_the_ideas_own_money():
    (slider,) = sliders(UnitEconomics(currency="€", scale=10), ["cac"])
    assert (slider.unit, slider.le) == ("€", 10_000_000)


@pytest.mark.parametrize(
    ("controls", "line"),
    [
        (["aa"], "aa is not a slider of Sum; the nearest is a"),
        (["names"], "names is not a slider of Sum; choose one of a, b, flag, way"),
        ([7], "7 is not a slider of Sum; choose one of a, b, flag, way"),
        (["a", "a"], "controls: a, a names a slider twice; name each once"),
        (["a", "b", "way", "flag"], "controls: 4 are too many sliders; give at most 3"),
    ],
)
def test_controls_that_cannot_be_are_refused(controls, line):
    with pytest.raises(Refused) as refused:
        sliders(Sum(), controls)
    assert str(refused.value) == line


def test_a_control_tells_the_front_end_all_it_needs():
    (slider,) = sliders(UnitEconomics(), ["churn"])
    assert control_payload(slider, 0.03, [0.01, 0.03]) == {
        "name": "churn",
        "kind": "number",
        "label": "Churn",
        "unit": "share/month",
        "quantity": "share",
        "before": "",
        "after": "%",
        "currency": "",
        "size": "",
        "help": "share of customers who leave in a month",
        "low": 0,
        "high": 1,
        "value": 0.03,
        "positions": [0.01, 0.03],
    }


@pytest.mark.parametrize(("currency", "affixes"), [("$", ("$", "k")), ("CHF", ("", "\u202fkCHF"))])
def test_an_amount_in_thousands_has_its_unit_around_it(currency, affixes):
    (slider,) = sliders(SayingNo(currency=currency), ["build_cost"])
    control = control_payload(slider, 150.0, [150.0])
    assert (control["before"], control["after"]) == affixes
    assert (control["quantity"], control["currency"], control["size"]) == ("money", currency, "k")


def test_the_controls_that_the_front_end_is_tested_with_are_those_of_today():
    assert controls.FILE.read_text("utf-8") == controls.text(), "write them anew: python -m tests.controls"
