from plgkit.course.catalogue import every_material
from plgkit.pages.sitemap import BEGIN, lessons
from plgkit.support import folders


def test_the_start_page_comes_first_and_then_the_lessons_in_their_order():
    first, *others = lessons()
    assert first.notebook == BEGIN and first.material is None
    assert [lesson.material for lesson in others] == list(every_material())
    assert [lesson.name.partition(".")[0] for lesson in others] == [str(m.number) for m in every_material()]


def test_every_lesson_has_a_notebook_and_a_file_of_its_own():
    files = [lesson.file for lesson in lessons()]
    assert len(set(files)) == len(files)
    assert all((folders.notebooks() / lesson.notebook).is_file() for lesson in lessons())
