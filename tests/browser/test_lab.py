"""A learner's way through a lesson, in JupyterLab in a real browser with the internet blocked."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import open_notebook, run_all

pytestmark = pytest.mark.browser

LESSON = "08_read_the_books.ipynb"


@pytest.fixture
def page(watched, lab):
    open_notebook(watched.page, lab, LESSON)
    yield watched.page
    watched.is_clean()


def pixels(twin):
    """What JupyterLab, which draws on a canvas, shows of a stored chart."""
    return twin.locator("canvas").evaluate("canvas => canvas.toDataURL()")


def marks(chart):
    """The path of each line in a picture: what a reader sees of the numbers."""
    return chart.locator("path[aria-roledescription], .mark-line path, .mark-rect path").evaluate_all(
        "paths => paths.map(p => p.getAttribute('d'))"
    )


def test_the_stored_twin_is_alive_before_anything_runs(page):
    assert page.locator(".plg").count() == 0
    twin = page.locator(".jp-RenderedVegaCommon5").first
    twin.scroll_into_view_if_needed()
    drawn = pixels(twin)
    twin.locator("select").first.select_option("Slack")
    page.wait_for_timeout(300)
    moved = pixels(twin)
    assert moved != drawn
    twin.locator("select").first.select_option("Zoom")
    page.wait_for_timeout(300)
    assert pixels(twin) == drawn


def test_a_learner_predicts_explores_and_answers_by_keyboard(page, course, lab):
    run_all(page)

    waiting = page.locator(".plg-reveal")
    waiting.scroll_into_view_if_needed()
    expect(waiting).to_contain_text("Commit your prediction")
    expect(waiting.locator("svg")).to_have_count(0)

    box = page.locator(".plg-questions").first.get_by_role("spinbutton")
    box.scroll_into_view_if_needed()
    box.focus()
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    page.get_by_text("Saved in answers/you.read-the-books.jsonl").first.wait_for()
    (line,) = (course / "answers" / "you.read-the-books.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["value"] == 2
    expect(box).to_be_disabled()

    waiting.scroll_into_view_if_needed()
    waiting.locator("svg").wait_for()
    expect(waiting).to_contain_text("You said 2; the filings say 5.63")
    expect(waiting.locator("svg")).to_contain_text("you: 2")

    explorer = page.locator(".plg-explorer").nth(1)
    explorer.scroll_into_view_if_needed()
    explorer.locator("svg").wait_for()
    drawn, said = marks(explorer), explorer.locator(".plg-sentence").inner_text()
    churn = explorer.get_by_role("slider", name="Churn")
    churn.focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    explorer.get_by_text("the money never comes back").wait_for()
    assert marks(explorer) != drawn
    expect(explorer.locator(".plg-sentence")).not_to_have_text(said)
    assert churn.get_attribute("aria-valuetext") == "8% (share/month)"
    assert explorer.locator(".plg-chart").get_attribute("aria-label") == explorer.locator(".plg-sentence").inner_text()

    exact = explorer.get_by_role("spinbutton", name="Churn")
    exact.fill("0.0123")
    exact.press("Enter")
    explorer.get_by_text("81.3 months").wait_for()
    exact.fill("1.7")
    exact.press("Enter")
    explorer.get_by_text("churn: 1.7 is not between 0 and 1 (share/month)").wait_for()

    quiz = page.locator(".plg-questions").last
    quiz.scroll_into_view_if_needed()
    first = quiz.locator("form").first
    first.get_by_label("Marketing caused its growth.").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    first.get_by_text("✗ Not this.").wait_for()
    expect(first.locator(".plg-result")).to_contain_text("a comparison without it")
    first.get_by_text("Saved in").wait_for()

    open_notebook(page, lab, LESSON)
    run_all(page)
    box = page.locator(".plg-questions").first.get_by_role("spinbutton")
    box.scroll_into_view_if_needed()
    expect(box).to_have_value("2")
    expect(box).to_be_disabled()
    again = page.locator(".plg-questions").last.locator("form").first
    again.scroll_into_view_if_needed()
    expect(again.get_by_label("Marketing caused its growth.")).to_be_checked()
    answers = page.locator(".plg-answers")
    answers.scroll_into_view_if_needed()
    expect(answers).to_contain_text("Marketing caused its growth.")


def test_every_part_draws_with_the_one_library_of_the_page(page):
    run_all(page)
    page.wait_for_function("document.querySelectorAll('.plg').length >= 8")
    page.locator(".plg-explorer").first.scroll_into_view_if_needed()
    page.locator(".plg-explorer svg").first.wait_for()
    assert page.evaluate("globalThis.plgkitVega.then(Boolean)")


def test_a_kernel_that_died_is_told_to_the_learner(page):
    run_all(page)
    explorer = page.locator(".plg-explorer").nth(1)
    explorer.scroll_into_view_if_needed()
    explorer.locator("svg").wait_for()
    page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    exact = explorer.get_by_role("spinbutton", name="Churn")
    exact.fill("0.0123")
    exact.press("Enter")
    explorer.get_by_text("The kernel does not answer").wait_for(timeout=15_000)
