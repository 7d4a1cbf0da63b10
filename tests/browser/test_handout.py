"""A handout opened from a file: no kernel, no network."""

import nbformat
import pytest
from playwright.sync_api import expect

from plgkit.pages.page import page as page_of
from plgkit.support import folders

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def handout(tmp_path_factory):
    """The committed notebook, whose outputs are stored, as a page."""
    notebook = nbformat.read(folders.notebooks() / "08_read_the_books.ipynb", as_version=4)
    path = tmp_path_factory.mktemp("handout") / "handout.html"
    path.write_text(page_of(notebook, "Read the books"), "utf-8")
    return path


@pytest.fixture
def page(watched, handout):
    watched.page.goto(handout.as_uri())
    watched.page.locator(".plg-explorer svg").first.wait_for()
    yield watched.page
    watched.is_clean()


def test_sliders_move_the_picture_and_the_sentence(page):
    explorer = page.locator(".plg-explorer").nth(1)
    explorer.locator("svg").wait_for()
    drawn = explorer.locator("svg").inner_html()
    churn = explorer.get_by_role("slider", name="Churn")
    churn.focus()
    page.keyboard.press("End")
    explorer.get_by_text("the money never comes back").wait_for()
    assert explorer.locator("svg").inner_html() != drawn
    text = explorer.get_by_role("textbox", name="Churn").input_value()
    assert text.endswith("%") and churn.get_attribute("aria-valuetext") == text


def test_a_typed_value_is_computed_exactly(page):
    explorer = page.locator(".plg-explorer").nth(1)
    exact = explorer.get_by_role("textbox", name="Churn")
    said = explorer.locator(".plg-sentence").inner_text()
    exact.fill("2.99 %")
    exact.press("Enter")
    expect(explorer.locator(".plg-sentence")).not_to_have_text(said)
    assert exact.input_value() == "2.99%"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("170", "Churn: give a share between 0% and 100% (5 means 5%)."),
        ("a lot", "Churn: give a share between 0% and 100% (5 means 5%)."),
        ("0.05", "Churn: this can mean 0.05% or 5%; say which."),
    ],
)
def test_what_cannot_be_is_refused_beside_its_slider_and_the_box_shows_what_counts(page, typed, line):
    explorer = page.locator(".plg-explorer").nth(1)
    exact = explorer.get_by_role("textbox", name="Churn")
    before = exact.input_value()
    exact.fill(typed)
    exact.press("Enter")
    control = explorer.locator(".plg-control").filter(has_text="Churn")
    assert control.locator(".plg-note").inner_text() == line
    assert exact.input_value() == before


def test_the_quiz_names_the_misconception(page):
    quiz = page.locator(".plg-questions").last.locator("form").first
    quiz.get_by_label("Marketing caused its growth.").check()
    quiz.get_by_role("button", name="Answer").click()
    assert "a comparison without it" in quiz.locator(".plg-result").inner_text()
    quiz.get_by_label("Product-led does not mean little selling").check()
    quiz.get_by_role("button", name="Answer").click()
    quiz.get_by_text("✓ Right.").wait_for()


def test_a_prediction_opens_the_answer_and_stays_after_a_reload(page):
    reveal = page.locator(".plg-reveal")
    assert reveal.locator("svg").count() == 0
    box = page.locator(".plg-questions").first.get_by_role("spinbutton")
    box.fill("8")
    box.press("Enter")
    reveal.get_by_text("You said 8; the filings say 5.63").wait_for()
    page.reload()
    page.locator(".plg-reveal").get_by_text("You said 8; the filings say 5.63").wait_for()
    assert page.locator(".plg-questions").first.get_by_role("spinbutton").is_disabled()
    assert "8" in page.locator(".plg-answers").inner_text()


def test_an_answer_out_of_bounds_is_not_taken(page):
    form = page.locator(".plg-questions").first.locator("form")
    form.get_by_role("spinbutton").fill("900")
    form.get_by_role("button").click()
    assert form.locator(".plg-result").inner_text() == "Give a number between 0 and 20."


@pytest.mark.parametrize("width", [375, 1100])
def test_nothing_is_wider_than_the_screen(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)


def colours(page):
    """What a reader sees: the page's ground, its letters, and the line of a picture."""
    line = page.locator(".plg-explorer .plg-canvas [stroke='#0b6aa8']").first
    seen = [page.locator(":root > body"), page.locator(".plg-sentence").first]
    return [
        *(one.evaluate("e => getComputedStyle(e).backgroundColor + getComputedStyle(e).color") for one in seen),
        line.evaluate("e => getComputedStyle(e).stroke"),
    ]


def test_everything_follows_a_dark_screen_without_being_drawn_again(page):
    light, drawn = colours(page), page.locator(".plg-explorer svg").first.inner_html()
    page.emulate_media(color_scheme="dark")
    dark = colours(page)
    assert all(one != other for one, other in zip(light, dark, strict=True))
    assert page.locator(".plg-explorer svg").first.inner_html() == drawn
    page.emulate_media(color_scheme="dark", media="print")
    assert colours(page) == light


@pytest.mark.parametrize("width", [375, 1100])
def test_whatever_is_pressed_is_large_enough(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    least = 44 if width == 375 else 24
    small = page.locator(".plg :is(button, select, input:not([type=radio]), summary, .plg-option)").evaluate_all(
        "all => all.map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height]).filter(([, h]) => h > 0)"
    )
    assert small and [one for one in small if one[1] < least] == []


def test_paper_shows_the_questions_and_the_values_and_nothing_to_press(page):
    page.emulate_media(media="print")
    assert page.locator("input[type=range]").first.is_hidden()
    assert page.locator(".plg-controls .plg-box").first.is_visible()
    assert page.locator(".plg button:visible").count() == 0
    assert page.locator(".plg-questions legend").first.is_visible()
    assert page.locator(".plg-explorer svg").first.is_visible()
