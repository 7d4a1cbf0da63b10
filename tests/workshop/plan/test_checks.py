import pytest

from plgkit.support.errors import Refused
from plgkit.workshop.plan.checks import problems
from plgkit.workshop.plan.plan import Plan


def plan(**parts):
    return Plan(**({"lessons": ["read-the-books"], "teams": ["Ada"]} | parts))


def wrong(**parts):
    with pytest.raises(Refused) as refusal:
        plan(**parts)
    return [problem.line for problem in refusal.value.problems]


def test_a_plan_without_mistakes_has_no_problems():
    assert list(problems(plan(teams=["Ada", {"name": "Grace", "parameters": {"churn": 0.03}}])._draft)) == []


def test_the_most_particular_parameter_counts_and_names_its_place():
    lessons = [{"slug": "read-the-books", "parameters": {"churn": 0.04, "cac": 100}}]
    teams = ["Ada", {"name": "Grace", "parameters": {"churn": 0.03}}]
    draft = plan(lessons=lessons, teams=teams, currency="€", parameters={"churn": 0.05, "cac": 50})._draft
    assert draft.parameters_of(0, 1) == {
        "currency": ("€", ("currency",)),
        "churn": (0.03, ("teams", 1, "parameters", "churn")),
        "cac": (100, ("lessons", 0, "parameters", "cac")),
    }
    assert draft.parameters_of(0, None)["churn"] == (0.04, ("lessons", 0, "parameters", "churn"))


def test_what_is_well_formed_is_checked_beside_what_is_not():
    lessons = [{"slug": "read-the-books", "minutes": -1, "parameters": {"churn": 7, "cac": -1}}]
    assert [line.split(" is ")[0] for line in wrong(lessons=lessons, teams=[["Ada"]], seed=-1)] == [
        "seed: -1",
        "minutes: -1",
        "teams: ['Ada']",
        "churn: 7",
        "cac: -1",
    ]


def test_a_value_that_is_wrong_for_all_teams_is_told_once():
    teams = [{"name": name, "parameters": {"cac": 100}} for name in ("Ada", "Grace")]
    assert len(wrong(parameters={"churn": 7}, teams=["Emmy", *teams])) == 1


def test_a_team_with_a_bad_name_has_its_parameters_checked_all_the_same():
    lines = wrong(teams=[{"name": "a/b", "parameters": {"churn": 7}}])
    assert [line.partition(" ")[0] for line in lines] == ["team:", "churn:"]


def test_beside_a_misspelt_lesson_a_parameter_of_any_lesson_may_be_its_own():
    assert wrong(lessons=["saying-on", "read-the-books"], parameters={"discount_rate": 0.1}) == [
        "saying-on is not a lesson; the nearest is saying-no"
    ]
    assert len(wrong(lessons=["saying-on"], parameters={"discuont_rate": 0.1})) == 2
    assert len(wrong(lessons=[{"slag": "saying-no"}, "read-the-books"], parameters={"discount_rate": 0.1})) == 2


def test_what_belongs_to_no_single_parameter_is_told_at_the_team_that_brought_some(monkeypatch):
    def refuse(lesson, values):
        raise Refused("these numbers leave no clear answer")

    draft = plan(teams=["Ada", {"name": "Grace", "parameters": {"churn": 0.03}}])._draft
    monkeypatch.setattr("plgkit.workshop.plan.checks.settings.read", refuse)
    assert [loc for loc, _ in problems(draft)] == [("lessons", 0), ("teams", 1)]
