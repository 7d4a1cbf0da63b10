import pytest

from plgkit.course.catalogue import material, slugs
from plgkit.support.errors import Refused


@pytest.mark.parametrize("slug", slugs())
def test_no_two_questions_of_a_lesson_share_a_name(slug):
    lesson = material(slug)
    names = [question.name for question in (*lesson.questions, *lesson.spare)]
    assert len(names) == len(set(names))


def test_a_question_is_found_by_name_wherever_it_stands():
    lesson = material("read-the-books")
    names = ["zoom_ratio", "payback", "next_dollar"]
    assert [lesson.question_named(name).name for name in names] == names


def test_a_question_that_there_is_not_is_refused_with_the_nearest():
    with pytest.raises(Refused, match="zoom_ration is not a question of read-the-books; the nearest is zoom_ratio"):
        material("read-the-books").question_named("zoom_ration")


def test_the_questions_of_a_lesson_stand_in_their_groups():
    lesson = material("read-the-books")
    groups = [lesson.questions_in(group) for group in ("predictions", "exercises", "quiz")]
    assert groups == [lesson.predictions, lesson.exercises, lesson.quiz]
    assert lesson.questions == tuple(question for group in groups for question in group)
    assert lesson.questions_in("spare") == ()


def test_a_question_gets_the_kind_of_answer_of_its_group():
    lesson = material("read-the-books")
    firsts = (group[0] for group in (lesson.predictions, lesson.exercises, lesson.quiz))
    assert [lesson.kind(question) for question in firsts] == ["prediction", "exercise", "quiz"]


def test_a_lesson_says_what_it_is_in_one_line():
    assert repr(material("read-the-books")) == "<lesson 8, read-the-books: Read the books>"
