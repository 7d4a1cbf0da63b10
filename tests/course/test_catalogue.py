import pytest

import plgkit as plg
from plgkit.course.catalogue import every_material, lesson_of, lessons, material, slugs
from plgkit.course.items import TESTS, AssessmentMaterial
from plgkit.course.material import Material
from plgkit.support import folders
from plgkit.support.errors import Refused


def test_a_lesson_is_found_by_its_slug():
    assert "read-the-books" in slugs()
    assert material("read-the-books").title == "Read the books"


def test_a_test_is_found_by_its_slug_and_is_no_lesson():
    assert all(isinstance(material(slug), AssessmentMaterial) for slug in TESTS)
    assert not set(TESTS) & set(slugs())
    assert all(isinstance(lesson, Material) for lesson in every_material())


@pytest.mark.parametrize("slug", ["read_the_books", "read-the-boks", "Read the books"])
def test_a_lesson_that_there_is_not_is_refused_with_the_nearest(slug):
    with pytest.raises(Refused, match="is not a lesson; the nearest is read-the-books"):
        material(slug)


def test_the_lessons_stand_in_the_order_of_the_course():
    numbers = [lesson.number for lesson in every_material()]
    assert numbers == sorted(set(numbers))
    assert list(lessons().index) == numbers
    assert plg.lessons().equals(lessons())


@pytest.mark.parametrize("slug", slugs())
def test_a_lesson_is_filed_under_its_own_name_and_has_its_notebook(slug):
    assert material(slug).slug == slug
    assert (folders.notebooks() / material(slug).notebook).is_file()


def test_an_idea_knows_its_lesson():
    assert lesson_of("UnitEconomics") == "read-the-books"
    assert lesson_of("Nobody") is None
