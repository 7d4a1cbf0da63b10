from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.course import settings
from plgkit.course.catalogue import material
from plgkit.course.cells import parameters_cell
from plgkit.course.setting import SEEDS
from plgkit.course.settings import COMMON, common_parameters, parameter_names, read
from plgkit.ideas import catalogue
from plgkit.support.errors import Refused
from tests.examples import at_most

BOOKS = material("read-the-books")
IDEAS = [catalogue.idea(name) for name in catalogue.names()]
every_idea = pytest.mark.parametrize(
    "lesson",
    [pytest.param(replace(BOOKS, idea=idea), id=idea.__name__) for idea in IDEAS],
)


def refusal(**given):
    with pytest.raises(Refused) as refused:
        read(BOOKS, given)
    return str(refused.value)


def numbers(**given):
    """What a team's numbers are made of."""
    own = read(BOOKS, given).own
    return own.years.now.company, own.years.now.fiscal_year, own.company


def stated(lesson):
    """The values that the parameters' cell gives."""
    values = {}
    exec(parameters_cell(lesson), values)
    return {name: values[name] for name in parameter_names(lesson)}


def test_nothing_given_makes_the_defaults():
    setting = read(BOOKS, {})
    assert (setting.team, setting.seed, setting.case) == ("you", 0, "public_companies")
    assert (setting.edition, setting.show_solutions) == ("attendee", False)
    assert setting.idea == BOOKS.idea()


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"chrun": 0.05}, "chrun is not a parameter of read-the-books; the nearest is churn"),
        ({"teams": "Ada"}, "teams is not a parameter of read-the-books; the nearest is team"),
        ({"churn": 1.7}, "churn: 1.7 is not between 0 and 1 (share/month)"),
        ({"churn": "a lot"}, "churn: 'a lot' is not a number between 0 and 1 (share/month)"),
        ({"churn": True}, "churn: True is not a number between 0 and 1 (share/month)"),
        ({"cac": "1200"}, "cac: '1200' is not a number between 0 and 1,000,000 ($)"),
        ({"seed": -1}, "seed: -1 is not a whole number from 0 to 4294967295"),
        ({"seed": SEEDS}, "seed: 4294967296 is not a whole number from 0 to 4294967295"),
        ({"seed": 1.5}, "seed: 1.5 is not a whole number from 0 to 4294967295"),
        ({"seed": True}, "seed: True is not a whole number from 0 to 4294967295"),
        ({"team": ""}, "team: '' is not a name of 1 to 60 printable characters"),
        ({"team": 7}, "team: 7 is not a name of 1 to 60 printable characters"),
        ({"team": "../../x"}, "team: '../../x' holds /, which no name may: leave out / \\ < >"),
        ({"case": "public_listings"}, "case: 'public_listings' does not fit this lesson; it uses public_companies"),
        ({"show_solutions": "yes"}, "show_solutions: 'yes' is not true or false"),
        ({"show_solutions": 1}, "show_solutions: 1 is not true or false"),
        ({"edition": "teacher"}, "edition: 'teacher' is not one of attendee, instructor, self-study"),
        ({"edition": ["attendee"]}, "edition: ['attendee'] is not one of attendee, instructor, self-study"),
        ({"scale": 0}, "scale: 0 is not a number above 0 and up to 1,000,000 that multiplies every amount of money"),
    ],
)
def test_each_bad_input_is_refused_in_one_line(given, line):
    assert refusal(**given) == line


def test_a_parameter_that_papermill_only_warned_of_is_refused_when_the_lesson_opens(monkeypatch):
    monkeypatch.setattr(settings, "running_cells", lambda: ["import os", "# Parameters\nchrun = 0.05\n"])
    assert refusal(currency="€") == "chrun is not a parameter of read-the-books; the nearest is churn"


@pytest.mark.parametrize("value", ["x" * 40, "", "\n", 7, None])
def test_what_is_no_currency_is_refused_in_one_line(value):
    line = refusal(currency=value)
    assert line.startswith("currency: ") and len(line.splitlines()) == 1


@pytest.mark.parametrize("value", ["a lot", None, [], True, float("nan"), 10**400, -1])
@pytest.mark.parametrize("more", [{}, {"cac": 100}])
def test_what_is_no_scale_is_refused_in_one_line(value, more):
    line = refusal(scale=value, **more)
    assert line.startswith("scale: ") and len(line.splitlines()) == 1


@at_most(50)
@given(
    st.sampled_from(parameter_names(BOOKS)),
    st.none()
    | st.booleans()
    | st.floats()
    | st.integers()
    | st.text(max_size=70)
    | st.lists(st.integers(), max_size=3),
)
def test_whatever_is_given_it_is_taken_or_refused_in_one_line(name, value):
    try:
        read(BOOKS, {name: value})
    except Refused as refused:
        assert str(refused).startswith(f"{name}: ")
        assert len(str(refused).splitlines()) == 1


def test_the_assumptions_reach_the_idea():
    idea = read(BOOKS, {"churn": 0.08, "currency": "€"}).idea
    assert (idea.churn, idea.currency, idea.cac) == (0.08, "€", 1200)


@pytest.mark.parametrize("cac", [500, 500.0, np.float64(500), np.int64(500)])
def test_a_scale_multiplies_amounts_that_are_given_and_those_that_are_not(cac):
    idea = read(BOOKS, {"cac": cac, "churn": 0.5, "scale": 1000}).idea
    assert (idea.cac, idea.arpa, idea.churn) == (500_000, 100_000, 0.5)


def test_a_scale_carries_the_bounds_with_it():
    assert read(BOOKS, {"cac": 1_000_000, "scale": 10}).idea.cac == 10_000_000
    assert refusal(cac=1_000_001, scale=10).endswith("is not between 0 and 10,000,000 ($)")


def test_a_teams_name_is_taken_without_the_space_around_it():
    assert read(BOOKS, {"team": "  Ada "}).team == "Ada"


# These stand for ever: other numbers would part everybody from the answers that they have given.
def test_a_teams_numbers_are_the_same_in_every_run_on_every_machine():
    assert read(BOOKS, {"team": "Ada", "seed": 7}).variant == "1d9cd1de"
    assert numbers(team="Ada", seed=7) == ("Zendesk", "FY2016", "DocuSign")


def test_teams_and_seeds_have_numbers_of_their_own():
    assert len({numbers(team=f"Team {n}") for n in range(30)}) > 15
    assert len({numbers(team="Ada", seed=n) for n in range(30)}) > 15


@pytest.mark.parametrize("given", [{"team": "Grace"}, {"seed": 1}, {"churn": 0.05}, {"scale": 2}])
def test_whatever_changes_the_numbers_changes_the_variant(given):
    assert read(BOOKS, given).variant != read(BOOKS, {}).variant


@pytest.mark.parametrize("given", [{"show_solutions": True}, {"edition": "instructor"}, {"churn": 0.03}, {"arpa": 100}])
def test_what_leaves_the_numbers_alone_leaves_the_variant_alone(given):
    assert read(BOOKS, given).variant == read(BOOKS, {}).variant


@every_idea
def test_the_notebooks_defaults_are_the_lessons_own(lesson):
    assert read(lesson, stated(lesson)).variant == read(lesson, {}).variant


@pytest.mark.parametrize(
    ("given", "solved"),
    [
        ({}, False),
        ({"show_solutions": True}, True),
        ({"edition": "instructor"}, True),
        ({"edition": "self-study"}, True),
    ],
)
def test_which_pages_hold_the_answers(given, solved):
    assert read(BOOKS, given).solved is solved


def test_a_lesson_without_a_case_has_no_such_parameter():
    without = replace(BOOKS, case=None)
    assert "case" not in common_parameters(without) and "case" not in parameter_names(without)
    assert "case" in parameter_names(BOOKS)


def test_all_that_a_lesson_takes_is_known():
    assert parameter_names(BOOKS) == [*COMMON, "arpa", "gross_margin", "churn", "cac"]


@every_idea
def test_no_parameter_is_stated_twice(lesson):
    assert len(set(parameter_names(lesson))) == len(parameter_names(lesson))


def test_the_seed_of_an_idea_is_the_seed_of_its_lesson():
    drift = replace(BOOKS, idea=catalogue.idea("Drift"))
    assert read(drift, {"seed": 12}).idea.seed == 12


def test_each_common_parameter_says_what_it_is():
    for name in COMMON:
        assert settings.help_of(name)


def test_everything_that_is_wrong_stands_in_the_refusal():
    with pytest.raises(Refused) as refused:
        read(BOOKS, {"seed": -1, "edition": "teacher"})
    assert [problem.field for problem in refused.value.problems] == ["seed", "edition"]


def test_a_setting_says_what_it_is_in_one_line():
    assert repr(read(BOOKS, {"team": "Ada", "seed": 7})) == "Setting('read-the-books', team='Ada', seed=7)"
