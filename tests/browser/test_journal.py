"""The journal of a page in a real browser: full, damaged, of another edition."""

import json
import re

import nbformat
import pytest

from plgkit.pages.page import page as page_of
from plgkit.support import folders

pytestmark = pytest.mark.browser

KEY = "plgkit:read-the-books:you"
PREDICTION = {"v": 1, "lesson": "read-the-books", "learner": "you", "variant": "", "given": {}, "part": "zoom_ratio"}
PREDICTION |= {"at": "2026-11-26T09:05:59.123+00:00", "kind": "prediction", "value": 8}
QUIZ = PREDICTION | {"part": "zoom_label", "kind": "quiz"}
HARMFUL = {
    "null": "null",
    "no time": json.dumps({name: value for name, value in PREDICTION.items() if name != "at"}),
    "a choice that is gone": json.dumps(QUIZ | {"value": 99}),
    "a text where a place belongs": json.dumps(QUIZ | {"value": "<img src=x onerror=alert(1)>"}),
    "a prediction that is no number": json.dumps(PREDICTION | {"value": {"a": [None]}}),
    "no end": '{"v": 1, "at": "2026-',
    "half a character": json.dumps(PREDICTION | {"variant": "\ud800"}),
}
FILL = """() => {
  let size = 2 ** 22;
  for (let i = 0; size >= 1; i += 1) {
    try { localStorage.setItem(`other:${i}`, "x".repeat(size)); } catch { size /= 2; }
  }
}"""

EMPTY = "() => Object.keys(localStorage).forEach((name) => name.startsWith('other') && localStorage.removeItem(name))"


@pytest.fixture(scope="module")
def handout(tmp_path_factory):
    """The committed notebook as a page."""
    notebook = nbformat.read(folders.notebooks() / "08_read_the_books.ipynb", as_version=4)
    path = tmp_path_factory.mktemp("handout") / "handout.html"
    path.write_text(page_of(notebook, "Read the books"), "utf-8")
    return path


def parts(page):
    """How many places for parts a page has, and how many of them are drawn."""
    page.locator(".plg-explorer svg").first.wait_for()
    return page.locator(".plg-part").count(), page.locator(".plg-part > .plg:not(:empty)").count()


def reopen(page, handout, stored):
    page.goto(handout.as_uri())
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, stored])
    page.reload()


def download(page):
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download my answers").click()
    return waiting.value.path().read_text("utf-8")


def predict(page, value):
    form = page.locator(".plg-questions").first.locator("form")
    form.get_by_role("spinbutton").fill(str(value))
    form.get_by_role("button").click()
    return form


@pytest.mark.parametrize("about", HARMFUL)
def test_a_bad_line_harms_no_part_of_the_page(watched, handout, about):
    page = watched.page
    reopen(page, handout, HARMFUL[about] + "\n")
    places, drawn = parts(page)
    assert drawn == places > 10
    predict(page, 5)
    page.locator(".plg-reveal").get_by_text("You said 5; the filings say 5.63").wait_for()
    assert download(page).startswith(HARMFUL[about])
    watched.is_clean()


def test_a_part_that_cannot_be_drawn_says_so_and_the_others_live(watched, handout, tmp_path):
    html = handout.read_text("utf-8")
    begin = r'<div class="plg-part" data-kind="\w+"><script type="application/\w+">'
    places = [place.end() for place in re.finditer(begin, html)]
    broken = html[: places[1]] + "x" + html[places[1] :]
    file = tmp_path / "broken.html"
    file.write_text(broken, "utf-8")
    watched.page.goto(file.as_uri())
    watched.page.get_by_text("This part of the page could not be drawn.").wait_for()
    places, drawn = parts(watched.page)
    assert drawn == places > 10


def test_a_storage_that_fills_up_after_the_first_answer_loses_none(watched, handout):
    page = watched.page
    page.goto(handout.as_uri())
    predict(page, 5).get_by_text("Kept in this browser.").wait_for()
    page.evaluate(FILL)
    for question in page.locator(".plg-questions").last.locator("form").all()[:2]:
        question.get_by_role("radio").first.check()
        question.get_by_role("button", name="Answer").click()
        question.get_by_text("download them before you close the page").wait_for()
    lines = [json.loads(line) for line in download(page).splitlines()]
    assert len(lines) == 3 and lines[0]["value"] == 5
    assert len({line["person"] for line in lines}) == 1
    page.evaluate(EMPTY)
    predict_again = page.locator(".plg-questions").last.locator("form").nth(2)
    predict_again.get_by_role("radio").first.check()
    predict_again.get_by_role("button", name="Answer").click()
    predict_again.get_by_text("Kept in this browser.").wait_for()
    page.reload()
    assert len(download(page).splitlines()) == 4
    watched.is_clean()


def test_another_edition_of_the_question_is_shown_and_does_not_lock(watched, handout):
    page = watched.page
    reopen(page, handout, json.dumps(PREDICTION | {"edition": 99}) + "\n")
    assert not page.locator(".plg-questions").first.get_by_role("spinbutton").is_disabled()
    row = page.locator(".plg-answers tbody tr").inner_text()
    assert "8 (with other numbers, or to an earlier edition of the question)" in row
    predict(page, 5)
    page.locator(".plg-reveal").get_by_text("You said 5").wait_for()
    watched.is_clean()


def test_a_prediction_outside_todays_bounds_is_given_anew(watched, handout):
    page = watched.page
    reopen(page, handout, json.dumps(PREDICTION | {"value": 900}) + "\n")
    predict(page, 5)
    page.locator(".plg-reveal").get_by_text("You said 5").wait_for()
    page.reload()
    page.locator(".plg-reveal").get_by_text("You said 5").wait_for()
    watched.is_clean()
