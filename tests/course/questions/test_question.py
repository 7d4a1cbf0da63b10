import pytest

from plgkit.course.questions import question_payload, resolve
from tests.course.questions.test_choice import CHOICE
from tests.course.questions.test_number import GUESS, NUMBER, TWELVE


def test_texts_stand_as_they_are_or_follow_the_lessons_numbers():
    assert resolve("plain", TWELVE) == "plain"
    assert resolve(lambda setting: setting.right * 2, TWELVE) == 24


def test_the_front_end_gets_the_question_and_the_judgement():
    shown = question_payload(CHOICE, TWELVE, solved=False)
    assert shown["ask"] == "Why 12.0?"
    assert shown["options"] == ["Because.", "It is 12.0.", "Chance."]
    assert [verdict["correct"] for verdict in shown["verdicts"]] == [False, True, False]


@pytest.mark.parametrize(
    ("question", "solution"),
    [(CHOICE, "It is 12.0. So it is."), (NUMBER, "12 months. It is 12.0."), (GUESS, "It was 5.63.")],
)
def test_the_solution_is_on_the_page_only_where_the_edition_has_it(question, solution):
    assert "solution" not in question_payload(question, TWELVE, solved=False)
    assert question_payload(question, TWELVE, solved=True)["solution"] == solution


def test_only_a_prediction_is_locked():
    assert [question.locks for question in (CHOICE, NUMBER, GUESS)] == [False, False, True]
