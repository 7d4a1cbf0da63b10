import pytest

from plgkit.course.catalogue import material
from plgkit.course.settings import read


def setting(**parameters):
    return read(material("saying-no"), {"team": "Ada", **parameters})


@pytest.mark.parametrize("parameters", [{"team": "Grace"}, {"seed": 7}, {"discount_rate": 0.2}])
def test_what_decides_the_numbers_decides_the_variant(parameters):
    assert setting(**parameters).variant != setting().variant
    assert len(setting().variant) == 8


@pytest.mark.parametrize("parameters", [{"edition": "instructor"}, {"show_solutions": True}])
def test_what_changes_no_number_leaves_the_variant_and_holds_the_answers(parameters):
    assert setting(**parameters).variant == setting().variant
    assert setting(**parameters).solved and not setting().solved


def test_it_says_what_opens_it_again():
    assert repr(setting(discount_rate=0.2)) == "Setting('saying-no', team='Ada', discount_rate=0.2)"


def test_a_preset_is_in_the_learners_money():
    plain, scaled = setting().preset("aha"), setting(currency="kr", scale=1000.0).preset("aha")
    assert scaled.currency == "kr" and scaled.build_cost == 1000 * plain.build_cost
