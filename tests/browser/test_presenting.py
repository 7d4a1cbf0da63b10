"""The presenting view of a page: one part at a time, its time, and no answer before it is asked for."""

import nbformat
import pytest

from plgkit.course.catalogue import material
from plgkit.pages.page import page as page_of
from plgkit.running.execution import execute

pytestmark = pytest.mark.browser
LESSON = material("read-the-books")


@pytest.fixture(scope="module")
def instructors(tmp_path_factory):
    notebook = execute(LESSON, {"edition": "instructor", "team": "Ada"})
    path = tmp_path_factory.mktemp("presenting") / "lesson.html"
    path.write_text(page_of(notebook, LESSON.title, LESSON.minutes_of_parts()), "utf-8")
    return path


@pytest.fixture
def page(watched, instructors):
    watched.page.goto(instructors.as_uri())
    watched.page.locator(".plg-explorer svg").first.wait_for()
    yield watched.page
    watched.is_clean()


def shown(page):
    """The headings that are seen, of parts alone."""
    return page.locator("main h1:visible, main h2:visible").all_inner_texts()


def test_one_part_is_shown_at_a_time_and_the_keys_move_on(page):
    page.get_by_role("button", name="Present").click()
    parts = shown(page)
    assert len(parts) == 1
    status = page.locator(".plg-present-bar [role=status]")
    for _ in range(20):
        page.keyboard.press("PageDown")
        if (now := shown(page)) and now != parts[-1:]:
            assert len(now) == 1
            parts += now
    headings = [part.removesuffix("¶") for part in parts]
    assert headings == list(LESSON.minutes_of_parts())
    last = status.inner_text()
    page.keyboard.press("PageUp")
    assert status.inner_text() != last
    page.keyboard.press("Escape")
    assert len(shown(page)) == len(parts)


def test_the_class_is_told_its_time_and_when_it_is_over(page):
    page.clock.install()
    page.get_by_role("button", name="Present").click()
    page.keyboard.press("ArrowRight")
    time = page.get_by_role("timer")
    assert time.inner_text() == f"0:00 of {LESSON.minutes_of_parts()['Predict']} min"
    page.clock.run_for(121_000)
    assert time.inner_text() == "2:01 of 2 min, over time"


def test_answers_are_hidden_until_asked_for_and_the_instructors_plan_altogether(page):
    assert page.locator(".plg-instructor").is_visible()
    page.get_by_role("button", name="Present").click()
    assert not page.locator(".plg-instructor").is_visible()
    assert page.locator("details[open]").count() == 0
    while "Quiz" not in page.locator(".plg-present-bar [role=status]").inner_text():
        page.keyboard.press("PageDown")
    answer = page.locator("details.plg-solution:visible").first
    answer.locator("summary").click()
    assert answer.get_attribute("open") is not None


def test_arrow_keys_on_a_slider_move_the_slider(page):
    page.get_by_role("button", name="Present").click()
    status = page.locator(".plg-present-bar [role=status]")
    while not page.get_by_role("slider", name="Churn").first.is_visible():
        page.keyboard.press("PageDown")
    before = status.inner_text()
    slider = page.get_by_role("slider", name="Churn").first
    value = slider.input_value()
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert slider.input_value() != value
    assert status.inner_text() == before


def test_large_type_stays_within_the_screen(page):
    page.set_viewport_size({"width": 1600, "height": 900})
    page.get_by_role("button", name="Present").click()
    for _ in range(13):
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert float(page.evaluate("document.querySelector('main').style.zoom")) >= 1.3
        page.keyboard.press("PageDown")


def test_a_page_of_text_alone_can_be_presented(watched, tmp_path):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# One\n\ntext")])
    path = tmp_path / "text.html"
    path.write_text(page_of(notebook, "One"), "utf-8")
    watched.page.goto(path.as_uri())
    watched.page.get_by_role("button", name="Present").click()
    assert watched.page.get_by_role("timer").inner_text() == "0:00"
    watched.is_clean()
