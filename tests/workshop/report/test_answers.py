import json
from datetime import timedelta

import pytest

from plgkit.course import settings
from plgkit.course.catalogue import every_material, material
from plgkit.course.lesson import Lesson
from plgkit.workshop.report.answers import Judge
from plgkit.workshop.report.learners import learners
from plgkit.workshop.report.submissions import read
from tests.workshop.a_class import BEGIN, line


def judged(folder):
    judge = Judge()
    (judgement,) = [judge.answers(person) for person in learners(read(folder).sheets)]
    return judgement


def answer(tmp_path, *lines):
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    return judged(tmp_path)


@pytest.mark.parametrize("given", [{}, {"discount_rate": 0.2, "seed": 5, "currency": "€"}, {"scale": 10.0}])
def test_what_a_lesson_writes_is_judged_with_the_numbers_that_the_learner_had(tmp_path, given):
    setting = settings.read(material("saying-no"), given | {"team": "Ada"})
    lesson = Lesson(material("saying-no"), setting, tmp_path)
    question = lesson.material.predictions[0]
    lesson.keep_answer(question, 1)
    lesson.keep_answer(question, 7)
    lesson.keep_answer(lesson.material.quiz[0], 0)
    lesson.keep_answer(lesson.material.quiz[0], 2)
    (prediction, quiz), aside = judged(tmp_path)
    assert aside == []
    assert (prediction.value, prediction.right, prediction.misconception) == (1, False, "too-low")
    assert prediction.truth == question.answer(setting)
    assert (quiz.kind, quiz.value) == ("quiz", 2)
    assert quiz.right == (lesson.material.quiz[0].answer(setting) == 2)


def test_a_setting_that_does_not_make_the_variant_is_not_believed(tmp_path):
    good = line("saying-no", "Ada", BEGIN, "break_even", "prediction", 3, {"discount_rate": 0.2})
    for change in ({"given": {}}, {"given": {"churn": 1}}, {"given": 7}, {"variant": "0"}, {"learner": "Bob"}):
        told = json.dumps(json.loads(good) | change)
        ((found,), aside) = answer(tmp_path, told)
        assert (found.truth, found.right, aside) == (None, None, [])
    ((found,), _) = answer(tmp_path, good)
    assert found.truth > 6 and found.right is False


@pytest.mark.parametrize(
    "change",
    [
        {"misconception": "<script>alert(1)</script>" * 9},
        {"misconception": {"a": 1}},
        {"misconception": None},
        {"correct": "no", "misconception": "bold"},
    ],
)
def test_a_verdict_that_is_none_is_not_taken_for_one(tmp_path, change):
    told = line("saying-no", "Ada", BEGIN, "doubt", "quiz", 1, {}, **({"correct": False} | change))
    ((found,), _) = answer(tmp_path, told)
    assert found.right in (False, None)
    assert found.misconception is None or len(found.misconception) <= 60


@pytest.mark.parametrize(
    ("lesson", "part", "value"),
    [
        ("saying-no", "doubt", 4),
        ("saying-no", "doubt", "=1+1"),
        ("saying-no", "break_even", 1e300),
        ("saying-no", "break_even", "six"),
        ("saying-no", "break_even", True),
        ("leaky-bucket", "customers", [1, 2]),
        ("leaky-bucket", "customers", []),
        ("leaky-bucket", "customers", 7),
        ("funnel", "rank_stages", [0, 0, 0, 0]),
        ("evidence", "sort_vignettes", {"a": 1}),
        ("pre-test", "evidence.ipo_list", 9),
    ],
)
def test_an_answer_of_another_form_is_set_aside(tmp_path, lesson, part, value):
    found, aside = answer(tmp_path, line(lesson, "Ada", BEGIN, part, "quiz", value, {}))
    assert found == []
    assert [one.reason for one in aside] == [f"{lesson}, {part}: not an answer that this question takes"]


def test_a_test_is_judged_by_its_question_whatever_the_journal_says(tmp_path):
    told = line("pre-test", "Ada", BEGIN, "evidence.ipo_list", "quiz", 0, {}, correct=True)
    told = json.dumps(json.loads(told) | {"variant": "another"})
    ((found,), _) = answer(tmp_path, told)
    assert (found.kind, found.right, found.misconception) == ("test", False, "survivor")


def test_the_first_prediction_counts_and_the_last_answer(tmp_path):
    def told(part, kind, value, minute):
        return line("saying-no", "Ada", BEGIN + timedelta(minutes=minute), part, kind, value, {})

    lines = [told("break_even", "prediction", 9, 1), told("break_even", "prediction", 6, 2)]
    lines += [told("doubt", "quiz", 1, 3), told("doubt", "quiz", 0, 4)]
    found, _ = answer(tmp_path, *lines)
    assert {one.question: one.value for one in found} == {"break_even": 9, "doubt": 0}


def test_of_two_variants_the_one_with_more_answers_counts(tmp_path):
    def told(seed, part, minute):
        return line("saying-no", "Ada", BEGIN + timedelta(minutes=minute), part, "quiz", 1, {"seed": seed})

    found, _ = answer(tmp_path, told(1, "doubt", 0), told(2, "doubt", 1), told(2, "high_rate", 2))
    assert {one.question for one in found} == {"doubt", "high_rate"}
    assert len({one.variant for one in found}) == 1


@pytest.mark.parametrize("lesson", every_material(), ids=lambda lesson: lesson.slug)
def test_what_is_predicted_does_not_depend_on_the_teams_own_numbers(lesson):
    one, other = (settings.read(lesson, {"team": team}) for team in ("Ada", "Grace"))
    for question in lesson.predictions:
        assert question.verdicts(one) == question.verdicts(other), question.name
