import json
from datetime import timedelta

import pytest

from plgkit.course import settings
from plgkit.course.catalogue import every_material, material
from plgkit.course.lesson import Lesson
from plgkit.workshop.report import answers
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


PREDICTED = line("saying-no", "Ada", BEGIN, "break_even", "prediction", 3, {"discount_rate": 0.2})


@pytest.mark.parametrize(
    "parameters",
    [
        {"churn": 1},
        {"discount_rate": 7},
        {"discount_rate": {"a": []}},
        {"discount_rate": True, "seed": "x"},
        {"currency": ["$"]},
        {"scale": 10**299},
        {"seed": -1},
        {"case": {}},
        {"x" * 3000: 1},
    ],
)
def test_parameters_that_the_lesson_does_not_take_are_not_believed(tmp_path, parameters):
    told = json.dumps(json.loads(PREDICTED) | {"given": parameters})
    ((found,), aside) = answer(tmp_path, told)
    assert (found.truth, found.right, aside) == (None, None, [])


@pytest.mark.parametrize("change", [{}, {"variant": "of another release"}, {"learner": "Bob"}])
def test_parameters_are_believed_whatever_the_variant_is_called(tmp_path, change):
    ((found,), _) = answer(tmp_path, json.dumps(json.loads(PREDICTED) | change))
    assert found.truth > 6 and found.right is False


def test_a_line_without_parameters_is_not_judged(tmp_path):
    fields = json.loads(PREDICTED)
    del fields["given"]
    ((found,), _) = answer(tmp_path, json.dumps(fields))
    assert (found.truth, found.right) == (None, None)


def test_truths_are_computed_for_so_many_sets_of_parameters_and_the_lessons_own(tmp_path, monkeypatch):
    monkeypatch.setattr(answers, "SETTINGS", 2)
    rates = [{"discount_rate": rate} for rate in (0.2, 0.3, 0.4, 0.5)]
    lines = [line("saying-no", f"Team {i}", BEGIN, "break_even", "prediction", 3, rates[i]) for i in range(4)]
    lines.append(line("saying-no", "Team 5", BEGIN, "break_even", "prediction", 3, {}))
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    judge = Judge()
    found = [judge.answers(person)[0][0] for person in learners(read(tmp_path).sheets)]
    own = {one.variant for one in found if one.truth == 6}
    assert judge.left_out and len(own) == 1 and 2 <= sum(one.truth is not None for one in found) <= 3


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
        ("funnel", "rank_stages", [10**400, 1, 2, 3]),
        ("leaky-bucket", "customers", [1, 2, 10**400]),
        ("saying-no", "break_even", 10**400),
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


def quizzed(part, minute, parameters, **change):
    told = line("saying-no", "Ada", BEGIN + timedelta(minutes=minute), part, "quiz", 1, {})
    return json.dumps(json.loads(told) | {"given": parameters} | change)


def test_of_two_sets_of_numbers_the_one_with_more_answers_counts(tmp_path):
    found, _ = answer(
        tmp_path,
        quizzed("doubt", 0, {"seed": 1}),
        quizzed("doubt", 1, {"seed": 2}),
        quizzed("high_rate", 2, {"seed": 2}),
    )
    assert {(one.question, one.at[14:16]) for one in found} == {("doubt", "31"), ("high_rate", "32")}


def test_answers_belong_together_by_their_parameters_and_not_by_the_name_of_a_variant(tmp_path):
    parameters = ({"seed": 2, "scale": 10.0}, {"scale": 10, "seed": 2})  # as a notebook and a page write them
    lines = [quizzed("doubt", 0, parameters[0], variant="a"), quizzed("high_rate", 1, parameters[1], variant="b")]
    found, _ = answer(tmp_path, *lines, quizzed("out_of_cash", 2, {}, variant="a"))
    assert {one.question for one in found} == {"doubt", "high_rate"}


def test_without_parameters_the_variant_says_what_belongs_together(tmp_path):
    lines = [quizzed(*which) for which in (("doubt", 0, {}), ("high_rate", 1, {}), ("out_of_cash", 2, {}))]
    fields = [json.loads(line) | {"variant": variant} for line, variant in zip(lines, "aab", strict=True)]
    found, _ = answer(tmp_path, *[json.dumps({k: v for k, v in line.items() if k != "given"}) for line in fields])
    assert {one.question for one in found} == {"doubt", "high_rate"}


def test_an_answer_to_another_edition_is_set_aside_and_does_not_lock(tmp_path):
    told = json.loads(PREDICTED) | {"edition": 2, "value": 9}
    later = json.loads(PREDICTED) | {"at": (BEGIN + timedelta(minutes=1)).isoformat(), "edition": 1}
    ((found,), aside) = answer(tmp_path, json.dumps(told), json.dumps(later))
    assert (found.value, found.right) == (3, False)
    reason = "saying-no, break_even: an answer to edition 2 of the question, and today's is edition 1"
    assert [one.reason for one in aside] == [reason]


def test_a_prediction_that_todays_question_does_not_take_does_not_lock(tmp_path):
    outside = json.loads(PREDICTED) | {"value": 900}
    later = json.loads(PREDICTED) | {"at": (BEGIN + timedelta(minutes=1)).isoformat()}
    ((found,), aside) = answer(tmp_path, json.dumps(outside), json.dumps(later))
    assert (found.value, aside) == (3, [])


def test_todays_edition_of_a_question_is_what_it_declares(tmp_path, monkeypatch):
    monkeypatch.setitem(vars(material("saying-no").question_named("break_even")), "edition", 2)
    found, aside = answer(tmp_path, PREDICTED)
    assert (found, len(aside)) == ([], 1)
    ((found,), aside) = answer(tmp_path, json.dumps(json.loads(PREDICTED) | {"edition": 2}))
    assert (found.value, found.right, aside) == (3, False, [])


@pytest.mark.parametrize("lesson", every_material(), ids=lambda lesson: lesson.slug)
def test_what_is_predicted_does_not_depend_on_the_teams_own_numbers(lesson):
    one, other = (settings.read(lesson, {"team": team}) for team in ("Ada", "Grace"))
    for question in lesson.predictions:
        assert question.verdicts(one) == question.verdicts(other), question.name
