"""The site in a real browser: from a local server under a path of its own, and from a folder."""

import re

import pytest
from playwright.sync_api import expect

from benchmarks.site import served
from tests.pages.test_site import FILES

pytestmark = pytest.mark.browser

DRAWN = """
async () => {
  const parts = document.querySelectorAll('.plg-part').length;
  while (document.querySelectorAll('.plg').length < parts) await new Promise(requestAnimationFrame);
  await globalThis.plgkitShared.vega;
  await globalThis.plgkitShared.drawing;
  return document.querySelectorAll(':is(.plg-explorer, .plg-chart) .plg-canvas svg').length;
}
"""


@pytest.fixture(scope="module")
def address(built):
    with served(built.parent) as root:
        yield f"{root}{built.name}/"


@pytest.mark.parametrize("file", FILES)
def test_a_page_opens_on_a_phone_whole_and_without_a_complaint(file, watched, address):
    watched.page.set_viewport_size({"width": 375, "height": 800})
    watched.page.goto(f"{address}{file}")
    charts = watched.page.evaluate(DRAWN)
    assert charts == watched.page.locator(".plg-explorer").count() + watched.page.locator(".plg-chart.plg").count()
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 375
    watched.page.set_viewport_size({"width": 1300, "height": 800})
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 1300
    watched.is_clean()


@pytest.fixture(params=["server", "folder"])
def page(request, watched, built, address):
    """A lesson, from the server and from a folder."""
    root = address if request.param == "server" else f"{built.as_uri()}/"
    watched.page.goto(f"{root}read-the-books.html")
    watched.page.locator(".plg-explorer svg").first.wait_for()
    yield watched.page
    watched.is_clean()


def test_sliders_questions_and_predictions_work(page):
    explorer = page.locator(".plg-explorer").nth(1)
    said = explorer.locator(".plg-sentence").inner_text()
    explorer.get_by_role("slider", name="Churn").press("End")
    expect(explorer.locator(".plg-sentence")).not_to_have_text(said)
    quiz = page.locator(".plg-questions").last.locator("form").first
    quiz.get_by_label("Marketing caused its growth.").check()
    quiz.get_by_role("button", name="Answer").click()
    expect(quiz.locator(".plg-result")).to_contain_text("a comparison without it")
    reveal = page.locator(".plg-reveal")
    expect(reveal.locator("svg")).to_have_count(0)
    reveal.get_by_role("button", name="Show it without").click()
    expect(reveal.locator("svg")).to_have_count(1)


def test_the_search_finds_a_word_and_leads_to_it(page):
    page.get_by_role("searchbox").fill("discount rate")
    results = page.get_by_role("region", name="Search results")
    expect(results.get_by_role("status")).to_contain_text("place")
    lesson = results.get_by_role("link", name="5. Saying no: Explore")
    expect(lesson.locator("mark").first).to_have_text("discount")
    lesson.click()
    page.wait_for_url("**/saying-no.html#Explore")
    expect(page.get_by_role("heading", name="Explore")).to_be_in_viewport()
    page.get_by_role("searchbox").fill("zzz")
    expect(results.get_by_role("status")).to_contain_text("Not found")
    page.keyboard.press("Escape")
    expect(results).to_be_hidden()


def test_a_link_into_a_lesson_leads_to_its_heading_on_a_slow_machine_too(watched, built):
    """The browser's own way to the anchor is still under way when the parts above it take their place."""
    watched.page.context.new_cdp_session(watched.page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    watched.page.goto(f"{(built / 'saying-no.html').as_uri()}#Explore")
    watched.page.evaluate(DRAWN)
    expect(watched.page.get_by_role("heading", name="Explore")).to_be_in_viewport(ratio=1)
    watched.is_clean()


def test_words_typed_as_one_are_found_side_by_side_and_in_the_course_first(page):
    page.get_by_role("searchbox").fill("break-even")
    first = page.get_by_role("region", name="Search results").get_by_role("link").first
    expect(first).to_contain_text(re.compile("break.even", re.I))
    expect(first).not_to_have_attribute("href", re.compile("^reference"))


def test_on_a_phone_an_answer_is_read_without_scrolling_sideways(page):
    page.set_viewport_size({"width": 375, "height": 700})
    question = page.locator(".plg-question", has=page.get_by_role("radio")).first
    question.get_by_role("radio").first.check()
    question.get_by_role("button").first.click()
    answers = page.locator(".plg-answers .plg-scroll")
    expect(answers.locator("td").first).to_be_visible()
    assert answers.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_a_search_is_text_whatever_it_holds(page):
    page.get_by_role("searchbox").fill("<img src=x> .* [ ( \\ discount")
    expect(page.get_by_role("region", name="Search results")).to_be_visible()


def test_charts_are_dark_on_a_dark_screen(page):
    line = page.locator(".plg-explorer .plg-canvas [stroke='#0b6aa8']").first
    light = line.evaluate("e => getComputedStyle(e).stroke")
    page.emulate_media(color_scheme="dark")
    assert line.evaluate("e => getComputedStyle(e).stroke") != light
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 20, 25)"


@pytest.mark.parametrize(
    ("file", "headings", "row"),
    [
        ("read-the-books.html", ["fiscal year", "line", "spent"], ["2018", "selling", "54.6"]),
        ("funnel.html", ["step", "group", "users", "share of those who entered", "95% from", "to"], ["1 visit", "ads"]),
    ],
)
def test_the_numbers_of_a_picture_stand_under_headings(file, headings, row, watched, address):
    watched.page.goto(f"{address}{file}")
    watched.page.evaluate(DRAWN)
    kind = ".plg-chart.plg" if "group" in headings else ".plg-explorer"
    numbers = watched.page.locator(kind).first.locator(".plg-table")
    numbers.locator("summary").click()
    assert numbers.locator("th").all_inner_texts() == headings
    assert " ".join(row) in numbers.locator("tbody tr").first.inner_text().replace("\t", " ")
    watched.is_clean()


def test_a_page_that_is_loaded_again_stands_where_it_was_left(page):
    page.evaluate(DRAWN)
    quiz = page.get_by_role("heading", name="Quiz")
    quiz.evaluate("heading => heading.scrollIntoView({ behavior: 'instant' })")
    page.wait_for_function("history.state")
    page.reload()
    page.evaluate(DRAWN)
    expect(quiz).to_be_in_viewport()


def test_the_contents_lead_to_a_part_and_to_the_next_lesson(page):
    page.set_viewport_size({"width": 1300, "height": 800})
    page.get_by_role("navigation", name="Contents").get_by_role("link", name="Quiz").click()
    expect(page.get_by_role("heading", name="Quiz")).to_be_in_viewport()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The leaky bucket")
    page.locator(".plg-explorer svg").first.wait_for()


def test_paper_shows_every_chart_and_nothing_of_the_navigation(page):
    page.evaluate(DRAWN)
    page.emulate_media(media="print")
    for part in page.locator(".plg-explorer svg").all():
        box = part.bounding_box()
        assert box["width"] > 300 and box["height"] > 100
    for name in (".site-head", ".site-aside", ".site-next", ".plg-controls input[type=range]"):
        expect(page.locator(name).first).to_be_hidden()


def test_without_scripts_a_lesson_is_pictures_text_and_folded_answers(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}read-the-books.html")
    expect(page.locator(".plg-still svg").first).to_be_visible()
    expect(page.locator("details:has(summary:text('The answer')) svg")).to_be_hidden()
    expect(page.locator(".site-search")).to_be_hidden()
    context.close()
