from dataclasses import replace
from importlib import import_module

import nbformat
import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from plgkit.authoring.refresh import KERNEL, PARAMETERS, SETUP
from plgkit.course import settings
from plgkit.course.material import material, slugs
from plgkit.course.settings import COMMON, SEEDS, common, known, parameters_cell, read, setup_cell
from plgkit.ideas import catalogue
from plgkit.support import folders
from plgkit.support.errors import Refused

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


def drawn(**given):
    """What a team's numbers are made of."""
    own = read(BOOKS, given).own
    return own.years.now.company, own.years.now.fiscal_year, own.company


def stated(lesson):
    """The values that the parameters' cell gives."""
    values = {}
    exec(parameters_cell(lesson), values)
    return {name: values[name] for name in known(lesson)}


def committed(lesson, tag):
    notebook = nbformat.read(folders.notebooks() / lesson.notebook, as_version=4)
    (cell,) = (cell for cell in notebook.cells if tag in cell.metadata.get("tags", []))
    return cell.source


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
    monkeypatch.setattr(settings, "_cells", lambda: ["import os", "# Parameters\ncurrency = '€'\nchrun = 0.05\n"])
    assert refusal(currency="€") == "chrun is not a parameter of read-the-books; the nearest is churn"


@pytest.mark.parametrize("source", ["# Parameters\nthis is no Python", "# Parameters\n", "chrun = 0.05", ""])
def test_other_cells_of_a_notebook_name_no_parameters(source):
    assert settings.injected([source]) == []


@pytest.mark.parametrize("value", ["x" * 40, "", "\n", 7, None])
def test_what_is_no_currency_is_refused_in_one_line(value):
    line = refusal(currency=value)
    assert line.startswith("currency: ") and len(line.splitlines()) == 1


@pytest.mark.parametrize("value", ["a lot", None, [], True, float("nan"), 10**400, -1])
@pytest.mark.parametrize("more", [{}, {"cac": 100}])
def test_what_is_no_scale_is_refused_in_one_line(value, more):
    line = refusal(scale=value, **more)
    assert line.startswith("scale: ") and len(line.splitlines()) == 1


@hypothesis_settings(max_examples=50, deadline=None)
@given(
    st.sampled_from(known(BOOKS)),
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
    assert drawn(team="Ada", seed=7) == ("Zendesk", "FY2016", "DocuSign")


def test_teams_and_seeds_have_numbers_of_their_own():
    assert len({drawn(team=f"Team {n}") for n in range(30)}) > 15
    assert len({drawn(team="Ada", seed=n) for n in range(30)}) > 15


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
    assert "case" not in common(without) and "case" not in known(without)
    assert "case" in known(BOOKS)


def test_all_that_a_lesson_takes_is_known():
    assert known(BOOKS) == [*COMMON, "arpa", "gross_margin", "churn", "cac"]


@every_idea
def test_no_parameter_is_stated_twice(lesson):
    assert len(set(known(lesson))) == len(known(lesson))


def test_the_seed_of_an_idea_is_the_seed_of_its_lesson():
    drift = replace(BOOKS, idea=catalogue.idea("Drift"))
    assert read(drift, {"seed": 12}).idea.seed == 12


@every_idea
def test_the_parameters_cell_states_every_parameter_as_papermill_reads_it(lesson, tmp_path):
    import papermill

    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
    notebook.cells = [nbformat.v4.new_code_cell(parameters_cell(lesson), metadata={"tags": ["parameters"]})]
    nbformat.write(notebook, tmp_path / "lesson.ipynb")
    found = papermill.inspect_notebook(tmp_path / "lesson.ipynb")
    assert list(found) == known(lesson)
    for one in found.values():
        assert one["help"] and one["inferred_type_name"] != "None" and one["default"]


@pytest.mark.parametrize("slug", slugs())
def test_papermill_documents_every_parameter_of_the_notebook(slug):
    import papermill

    lesson = material(slug)
    found = papermill.inspect_notebook(folders.notebooks() / lesson.notebook)
    assert list(found) == known(lesson)
    for name, one in settings.assumed(lesson, "money").items():
        assert found[name]["help"] == f"{one.label}: {one.allowed}"
    types = {"team": "str", "seed": "int", "case": "str", "currency": "str", "scale": "float"}
    types |= {"show_solutions": "bool", "edition": "str"}
    assert {name: found[name]["inferred_type_name"] for name in common(lesson)} == {
        name: types[name] for name in common(lesson)
    }


@pytest.mark.parametrize("slug", slugs())
@pytest.mark.parametrize(("tag", "cell"), [(PARAMETERS, parameters_cell), (SETUP, setup_cell)])
def test_the_committed_notebook_states_what_the_lesson_declares(slug, tag, cell):
    assert committed(material(slug), tag) == cell(material(slug))


@every_idea
def test_the_setup_cell_hands_every_parameter_on(lesson, monkeypatch):
    home = import_module("plgkit.course.lesson")
    given = {}

    def opened(slug, **values):
        given.update(values)
        return type("Opened", (), {"begin": lambda self: None})()

    monkeypatch.setattr(home, "lesson", opened)
    values = stated(lesson)
    exec(setup_cell(lesson), dict(values))
    assert given == values


def test_each_common_parameter_says_what_it_is():
    for name in COMMON:
        assert settings.Setting.__dataclass_fields__[name].metadata["help"]
