import pytest

from plgkit.course import items, questions, settings
from plgkit.course.catalogue import every_material, material
from plgkit.course.items import TESTS
from plgkit.course.questions import resolve
from plgkit.support.errors import Refused
from plgkit.workshop.build.guide import facilitator_guide
from plgkit.workshop.build.index import index_page
from plgkit.workshop.plan.plan import Plan

PRE, POST = (material(slug) for slug in TESTS)
LESSONS = [lesson for lesson in every_material() if lesson.slug in items.PAIRS]


def names(test, **given):
    return [question.name for question in test.items_of(settings.read(test, given))]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_the_two_questions_of_a_lesson_test_the_same_objective(lesson):
    pair = items.PAIRS[lesson.slug]
    assert len(set(pair)) == 2
    assert any(set(pair) <= set(tested_by) for _, tested_by in lesson.objectives)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_they_are_the_lessons_own_and_every_spare_question_is_used(lesson):
    own = {question.name for question in lesson.quiz if not question.recalls}
    spare = {question.name for question in lesson.spare}
    assert set(items.PAIRS[lesson.slug]) <= own | spare
    assert spare <= set(items.PAIRS[lesson.slug])


def test_each_form_has_one_question_of_every_lesson_in_the_order_of_the_course():
    for first in items.FORMS:
        asked = names(PRE, first=first)
        assert [name.split(".")[0] for name in asked] == [lesson.slug for lesson in LESSONS]
        assert len(asked) == 12


def test_who_has_one_form_before_has_the_other_after():
    for first in items.FORMS:
        assert not set(names(PRE, first=first)) & set(names(POST, first=first))
        assert names(PRE, first="A") == names(POST, first="B")


def test_without_a_form_the_name_and_the_seed_choose_one():
    found = {team: PRE.form(settings.read(PRE, {"team": team})) for team in map(str, range(40))}
    assert set(found.values()) == {"A", "B"}
    again = {team: PRE.form(settings.read(PRE, {"team": team})) for team in map(str, range(40))}
    other = {team: PRE.form(settings.read(PRE, {"team": team, "seed": 1})) for team in map(str, range(40))}
    assert found == again != other


@pytest.mark.parametrize("count", [1, 2, 7, 20])
def test_a_class_is_divided_evenly_and_another_seed_divides_it_otherwise(count):
    teams = [f"Team {i}" for i in range(count)]
    found = list(items.balanced(teams, seed=3).values())
    assert abs(found.count("A") - found.count("B")) <= 1 and len(found) == count
    assert items.balanced(reversed(teams), seed=3) == items.balanced(teams, seed=3)
    if count == 20:
        assert items.balanced(teams, seed=4) != items.balanced(teams, seed=3)


@pytest.mark.parametrize("given", [{}, {"currency": "€"}, {"scale": 1000, "currency": "kr"}, {"seed": 9}])
def test_every_question_has_one_answer_for_everybody(given):
    for test in (PRE, POST):
        setting, plain = settings.read(test, given), settings.read(test, {})
        for question in test.questions:
            assert question.answer(setting) == question.answer(plain)
            assert questions.judge(question, question.answer(setting), setting)["correct"]
            assert "{" not in resolve(question.ask, setting)


def test_amounts_are_in_the_learners_money():
    asked = [resolve(question.ask, settings.read(PRE, {"currency": "kr", "scale": 10.0})) for question in PRE.questions]
    assert any("1,500\u202fkr" in text for text in asked)
    assert not any("$" in text for text in asked)


def test_a_test_is_handed_out_like_a_lesson_and_is_none():
    assert [PRE.notebook, POST.notebook] == ["20_pre_test.ipynb", "21_post_test.ipynb"]
    assert not {PRE.slug, POST.slug} & {lesson.slug for lesson in LESSONS}
    with pytest.raises(Refused, match="first: 'C' is not by name or A or B"):
        settings.read(PRE, {"first": "C"})
    with pytest.raises(Refused, match="pre-tst is not a lesson; the nearest is pre-test"):
        material("pre-tst")


def test_a_test_declares_nothing_that_only_a_lesson_has():
    assert not {"claim", "views", "predictions", "exercises", "keep", "monday", "cuts"} & set(dir(PRE))
    assert PRE.questions_in("quiz") == PRE.questions == PRE.items and PRE.questions_in("exercises") == ()
    assert {PRE.kind(item) for item in PRE.items} == {"quiz"}


def test_a_plan_hands_the_tests_out_with_the_forms_divided_evenly():
    plan = Plan(lessons=["pre-test", "saying-no", "post-test"], teams=["Ada", "Grace", "Katherine", "Mary"], seed=5)
    found = {}
    for piece in plan.variants():
        if piece.lesson in TESTS:
            found.setdefault(piece.team, []).append(material(piece.lesson).form(piece.setting))
    assert sorted(found.values()) == [["A", "B"]] * 2 + [["B", "A"]] * 2
    own = Plan(lessons=["pre-test"], teams=[{"name": "Ada", "parameters": {"first": "B"}}, "Grace", "Mary"])
    assert PRE.form(own.variants()[0].setting) == "B"
    assert index_page(plan, [piece.name for piece in plan.pieces()]).count("<img") == 1
    assert "Before the course" in facilitator_guide(plan)
