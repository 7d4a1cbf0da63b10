"""The first page of a folder of handouts."""

import base64

from plgkit.course.catalogue import material
from plgkit.workshop.build.index import index_page, picture
from tests.workshop.build.test_guide import assert_harmless, plan  # noqa: F401


def test_the_index_links_what_was_made_and_says_what_was_not(plan):  # noqa: F811
    names = [piece.name for piece in plan.pieces()]
    page = index_page(plan, names[1:])
    assert page.count("not made") == 1
    assert f'"{names[0]}.html"' not in page
    for name in names[1:]:
        assert f'"{name}.html"' in page
        assert f'"{name}.ipynb"' in page
    assert page.count("data:image/png;base64,") == len(plan.lessons)


def test_titles_and_rooms_are_shown_and_never_run(plan):  # noqa: F811
    assert_harmless(index_page(plan, []))


def test_a_lesson_has_a_picture_with_a_description_and_a_test_has_none():
    first = picture(material("saying-no"))
    assert base64.b64decode(first["png"]).startswith(b"\x89PNG") and first["description"]
    assert picture(material("pre-test")) is None
