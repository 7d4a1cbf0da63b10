import pytest

from plgkit.course.material import every_material, lessons, material, slugs
from plgkit.support import folders
from plgkit.support.errors import Refused


def test_a_lesson_is_found_by_its_slug():
    assert "read-the-books" in slugs()
    assert material("read-the-books").title == "Read the books"


@pytest.mark.parametrize("slug", ["read_the_books", "read-the-boks", "Read the books"])
def test_a_lesson_that_there_is_not_is_refused_with_the_nearest(slug):
    with pytest.raises(Refused, match="is not a lesson; the nearest is read-the-books"):
        material(slug)


def test_the_lessons_stand_in_the_order_of_the_course():
    numbers = [one.number for one in every_material()]
    assert numbers == sorted(set(numbers))
    assert list(lessons().index) == numbers


@pytest.mark.parametrize("slug", slugs())
def test_a_lesson_is_filed_under_its_own_name_and_has_its_notebook(slug):
    assert material(slug).slug == slug
    assert (folders.notebooks() / material(slug).notebook).is_file()


@pytest.mark.parametrize("slug", slugs())
def test_no_two_questions_of_a_lesson_share_a_name(slug):
    one = material(slug)
    names = [question.name for question in (*one.questions, *one.spare)]
    assert len(names) == len(set(names))


def test_a_question_is_found_by_name_wherever_it_stands():
    lesson = material("read-the-books")
    found = [lesson.question_named(name).name for name in ("zoom_ratio", "payback", "next_dollar")]
    assert found == ["zoom_ratio", "payback", "next_dollar"]


def test_a_question_that_there_is_not_is_refused_with_the_nearest():
    with pytest.raises(Refused, match="zoom_ration is not a question of read-the-books; the nearest is zoom_ratio"):
        material("read-the-books").question_named("zoom_ration")
