"""The forms of question beyond a number and a choice, by mouse and by keyboard, on a plain page."""

import nbformat
import pytest
from playwright.sync_api import expect

from plgkit.charts import vegalite
from plgkit.course.parts import Answers
from plgkit.course.questions import Card, Drawing, Ranking, Sorting, question_payload
from plgkit.ideas.leaky_bucket import LeakyBucket
from plgkit.pages.page import page as page_of
from plgkit.widgets.part import MIME

pytestmark = pytest.mark.browser


def picture(given):
    return LeakyBucket().chart(predicts="line")


RANKING = Ranking(
    name="rank",
    ask="Rank the stages.",
    items=("sign up", "activate", "pay"),
    picture=picture,
    feedback=lambda given, order: (None, "You ranked {given}."),
)
DRAWING = Drawing(
    name="draw",
    ask="Draw the customers.",
    at=(0, 18, 36),
    top=lambda given: 4000,
    right=lambda given: 1684,
    x_title="month",
    y_title="customers",
    close="{given}: close.",
    below="{given}: below.",
    above="{given}: above.",
    picture=picture,
)
CARDS = (Card("A free trial", 1, "It is a tactic."), Card("Users decide the roadmap", 0, "It is the organisation."))
SORTING = Sorting(name="sort", ask="Sort the cards.", piles=("organisation", "tactic"), cards=lambda given: CARDS)


@pytest.fixture
def page(watched, tmp_path):
    stamp = {"v": 1, "lesson": "forms", "learner": "Ada", "variant": "", "given": {}}
    base = {"lesson": "forms", "edition": "attendee", "answers": {}, "title": "Forms", "stamp": stamp}
    asked = [question_payload(question, None, solved=False) for question in (RANKING, DRAWING, SORTING)]
    asked = [question | {"kind": "prediction" if question["locks"] else "exercise"} for question in asked]
    parts = [{"kind": "questions", "questions": [question], **base} for question in asked]
    spec, columns = vegalite.split(picture(None))
    shown = {"waiting": "Draw first.", "truth": "1,684", "description": "", "columns": columns, "spec": spec}
    parts.append({"kind": "reveal", "question": asked[1], **shown, **base})
    labels = {question["name"]: question["ask"] for question in asked}
    parts.append({"kind": "answers", "headings": Answers.COLUMNS, "labels": labels, "unreadable": [], **base})
    outputs = [nbformat.v4.new_output("display_data", data={MIME: part, "text/plain": "part"}) for part in parts]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=outputs)])
    (tmp_path / "forms.html").write_text(page_of(notebook, "Forms"), "utf-8")
    watched.page.goto((tmp_path / "forms.html").as_uri())
    watched.page.locator(".plg-cards").wait_for()
    yield watched.page
    watched.is_clean()


def test_a_ranking_is_made_with_the_keyboard_and_then_locked(page):
    form = page.locator(".plg-form-ranking")
    form.get_by_role("button", name="Commit").click()
    expect(form.locator(".plg-result")).to_contain_text("Move the items")
    form.get_by_label("pay: up").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(form.locator("li").first).to_contain_text("pay")
    form.get_by_role("button", name="Commit").click()
    expect(form.get_by_label("pay: down")).to_be_disabled()
    page.reload()
    expect(page.locator(".plg-form-ranking li").first).to_contain_text("pay")


def test_a_line_is_drawn_with_the_keyboard_and_laid_over_the_picture(page):
    form = page.locator(".plg-form-drawing")
    form.get_by_role("button", name="Commit").click()
    expect(form.locator(".plg-result")).to_contain_text("Draw the whole line")
    for knot in range(3):
        point = form.get_by_role("slider").nth(knot)
        point.focus()
        for _ in range(3):
            page.keyboard.press("PageUp")
    expect(form.get_by_role("slider").last).to_have_attribute("aria-valuetext", "3,600")
    form.get_by_role("button", name="Commit").click()
    reveal = page.locator(".plg-reveal")
    expect(reveal).to_contain_text("3,600: above.")
    expect(reveal.locator("svg")).to_contain_text("you")
    point.focus()
    page.keyboard.press("ArrowDown")
    expect(point).to_have_attribute("aria-valuetext", "3,600")


def test_a_line_is_drawn_with_the_mouse(page):
    form = page.locator(".plg-form-drawing")
    canvas = form.locator("svg")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    page.mouse.move(box["x"] + 70, box["y"] + box["height"] * 0.7)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 20, box["y"] + box["height"] * 0.3, steps=30)
    page.mouse.up()
    heights = [form.get_by_role("slider").nth(k).get_attribute("aria-valuenow") for k in range(3)]
    assert all(float(height) > 500 for height in heights)
    assert float(heights[2]) > float(heights[0])


def test_on_a_phone_the_letters_of_a_drawing_are_as_large_as_on_a_desk(page):
    canvas = page.locator(".plg-form-drawing svg")
    heights = []
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 800})
        fits = "svg => Math.abs(svg.viewBox.baseVal.width - svg.clientWidth) <= 1"
        page.wait_for_function(fits, arg=canvas.element_handle())
        heights.append(canvas.locator("text").first.bounding_box()["height"])
    assert heights[0] == pytest.approx(heights[1], abs=1)
    box, canvas_box = canvas.get_by_role("slider").last.bounding_box(), canvas.bounding_box()
    assert box["x"] + box["width"] <= canvas_box["x"] + canvas_box["width"] + 1


def test_each_card_is_told_its_reason(page):
    form = page.locator(".plg-form-sorting")
    form.get_by_label("A free trial").select_option("tactic")
    form.get_by_role("button", name="Answer").click()
    expect(form.locator(".plg-result")).to_contain_text("Put every card on a pile first")
    form.get_by_label("Users decide the roadmap").select_option("tactic")
    form.get_by_role("button", name="Answer").click()
    expect(form.locator(".plg-result")).to_contain_text("In the right place: 1 of 2")
    expect(form.locator(".plg-reason").last).to_have_text("✗ It is the organisation.")
    form.get_by_label("Users decide the roadmap").select_option("organisation")
    form.get_by_role("button", name="Answer").click()
    expect(form.locator(".plg-result")).to_contain_text("✓ Right.")


def test_answers_are_listed_in_words_at_once_and_when_the_page_is_opened_again(page):
    for card in ("A free trial", "Users decide the roadmap"):
        page.get_by_label(card).select_option("tactic")
    page.locator(".plg-form-sorting").get_by_role("button", name="Answer").click()
    ranking = page.locator(".plg-form-ranking")
    ranking.get_by_label("pay: up").click()
    ranking.get_by_role("button", name="Commit").click()
    rows = page.locator(".plg-answers tbody tr")
    for _ in range(2):
        expect(rows).to_have_count(2)
        expect(rows.nth(0)).to_contain_text("Sort the cards.1 of 2no")
        expect(rows.nth(1)).to_contain_text("Rank the stages.sign up, pay, activate")
        page.reload()
