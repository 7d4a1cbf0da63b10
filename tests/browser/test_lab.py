"""A learner's way through a lesson, in JupyterLab in a real browser with the internet blocked."""

import json
from io import BytesIO
from pathlib import Path

import nbformat
import pytest
from PIL import Image
from playwright.sync_api import expect

from plgkit.course import settings
from plgkit.course.catalogue import material
from tests.browser.conftest import open_notebook, run_all, show_notebook
from tests.nasty_names import NASTY

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


def painted(twin, compared):
    """Wait until what is shown compares so."""
    canvas = twin.locator("canvas").element_handle()
    twin.page.wait_for_function(f"canvas => canvas.toDataURL() {compared}", arg=canvas)


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
    painted(twin, f"!== {json.dumps(drawn)}")
    twin.locator("select").first.select_option("Zoom")
    painted(twin, f"=== {json.dumps(drawn)}")


def test_a_learner_predicts_explores_and_answers_by_keyboard(desk, course, lab):
    page = desk.page
    show_notebook(page, LESSON)
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
    assert churn.get_attribute("aria-valuetext") == "8%"
    assert explorer.locator(".plg-chart").get_attribute("aria-label") == explorer.locator(".plg-sentence").inner_text()

    exact = explorer.get_by_role("textbox", name="Churn")
    exact.fill("1.23%")
    exact.press("Enter")
    explorer.get_by_text("81.3 months").wait_for()
    exact.fill("170 %")
    exact.press("Enter")
    explorer.get_by_text("Churn: give a share between 0% and 100% (5 means 5%).").wait_for()
    assert exact.input_value() == "1.23%"

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
    assert page.evaluate("globalThis.plgkitShared.vega.then(Boolean)")


def test_a_kernel_that_died_is_told_to_the_learner(desk):
    page = desk.page
    show_notebook(page, LESSON)
    run_all(page)
    explorer = page.locator(".plg-explorer").nth(1)
    explorer.scroll_into_view_if_needed()
    explorer.locator("svg").wait_for()
    quiz = page.locator(".plg-questions").last
    quiz.scroll_into_view_if_needed()
    first = quiz.locator("form").first
    page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    first.get_by_role("radio").first.check()
    first.get_by_role("button").first.click()
    first.get_by_text("The kernel does not answer").wait_for()


def excerpt(course: Path, slug: str, *calls: str) -> str:
    """A lesson's notebook cut down to its setup and the cells with these calls; gives its file name."""
    lesson = material(slug)
    notebook = nbformat.read(course / lesson.notebook, as_version=4)
    wanted = ("plg.lesson(", *calls)
    notebook.cells = [
        cell
        for cell in notebook.cells
        if "parameters" in cell.metadata.get("tags", []) or any(call in cell.source for call in wanted)
    ]
    assert len(notebook.cells) == 1 + len(wanted)
    name = f"excerpt_{lesson.notebook}"
    nbformat.write(notebook, course / name)
    return name


def part(page, kind):
    """A part of the notebook that is open, in view: JupyterLab draws no cell that is far from it."""
    found = page.locator(f".plg-{kind}").first
    found.scroll_into_view_if_needed()
    return found


def press(page, field, *keys):
    field.focus()
    for key in keys:
        page.keyboard.press(key)


def rank(page):
    form = part(page, "form-ranking")
    press(page, form.get_by_label("pay: up"), "Enter", "Enter", "Enter")
    press(page, form.get_by_role("button", name="Commit"), "Enter")
    form.get_by_text("Saved in answers/").wait_for()


def ranked(page, course):
    form = part(page, "form-ranking")
    expect(form.locator("li").first).to_contain_text("pay")
    expect(form.get_by_label("pay: down")).to_be_disabled()
    reveal = part(page, "reveal")
    expect(reveal).to_contain_text("You ranked pay, signup, activate, qualify")
    expect(reveal.locator("svg")).to_contain_text("activate: 1.26 won")


def draw(page):
    form = part(page, "form-drawing")
    for knot in form.get_by_role("slider").all():
        press(page, knot, "PageUp")
    press(page, form.get_by_role("button", name="Commit"), "Enter")
    form.get_by_text("Saved in answers/").wait_for()


def drawn(page, course):
    last = part(page, "form-drawing").get_by_role("slider").last
    expect(last).to_have_attribute("aria-valuetext", "2,800")
    press(page, last, "ArrowDown")
    expect(last).to_have_attribute("aria-valuetext", "2,800")
    reveal = part(page, "reveal")
    expect(reveal).to_contain_text("Your line ends at 2,800, the model's at 1,684")
    expect(reveal.locator("svg")).to_contain_text("you")


def sort(page):
    """Every card goes on the first pile."""
    form = part(page, "form-sorting")
    for pile in form.locator("select").all():
        press(page, pile, "ArrowDown")
    press(page, form.get_by_role("button", name="Answer"), "Enter")
    form.get_by_text("Saved in answers/").wait_for()


def sorted_(page, course):
    lesson = material("evidence")
    cards = lesson.question_named("sort_vignettes").cards(settings.read(lesson, {}))
    right = sum(card.pile == 0 for card in cards)
    form = part(page, "form-sorting")
    expect(form.locator("select").last).to_have_value("0")
    expect(form.locator(".plg-result")).to_contain_text(f"In the right place: {right} of {len(cards)}")
    expect(form.locator(".plg-reason").filter(has_text="✗")).to_have_count(len(cards) - right)


def take_home(page):
    box = part(page, "form-number").get_by_role("spinbutton")
    press(page, box, "4", "0", "Enter")
    part(page, "form-number").get_by_text("Saved in answers/").wait_for()
    notes = part(page, "takehome").get_by_label("My notes")
    notes.focus()
    page.keyboard.type("Call <some> at random.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    part(page, "takehome").get_by_text("Saved in answers/").wait_for()


def taken_home(page, course):
    expect(part(page, "takehome").get_by_label("My notes")).to_have_value("Call <some> at random.")
    kept = course / "answers" / "you.who-to-call.html"
    assert "Call &lt;some&gt; at random." in kept.read_text("utf-8")
    assert "You said 40" in kept.read_text("utf-8")
    with Image.open(BytesIO(kept.with_suffix(".png").read_bytes())) as picture:
        assert picture.width > 1000
        assert len(picture.convert("RGB").getcolors(1 << 24)) > 10


@pytest.mark.parametrize(
    ("slug", "calls", "act", "seen"),
    [
        ("funnel", ('predict("rank_stages")', 'reveal("rank_stages")'), rank, ranked),
        ("leaky-bucket", ('predict("customers")', 'reveal("customers")'), draw, drawn),
        ("evidence", ('check("sort_vignettes")',), sort, sorted_),
        ("who-to-call", ('predict("buyers_called")', "take_home()"), take_home, taken_home),
    ],
    ids=["ranking", "drawing", "sorting", "take home"],
)
def test_every_form_is_answered_by_keyboard_and_is_back_after_a_reload(desk, lab, course, slug, calls, act, seen):
    page, name = desk.page, excerpt(course, slug, *calls)
    show_notebook(page, name)
    run_all(page)
    act(page)
    seen(page, course)
    open_notebook(page, lab, name)
    run_all(page)
    seen(page, course)


def test_a_second_commit_shows_the_first_prediction_and_adds_no_answer(desk, course):
    page, name = desk.page, excerpt(course, "drift", 'predict("heading")', "lesson.answers()")
    notebook = nbformat.read(course / name, as_version=4)
    asked = next(cell for cell in notebook.cells if "predict(" in cell.source)
    notebook.cells.insert(notebook.cells.index(asked), nbformat.v4.new_code_cell(asked.source))
    nbformat.write(notebook, course / name)
    show_notebook(page, name)
    run_all(page)
    rows = page.locator(".plg-answers tbody tr")
    forms = page.locator(".plg-form-number")
    expect(forms).to_have_count(2)  # the second is drawn before anything is committed
    for form, typed in ((forms.nth(0), "40"), (forms.nth(1), "70")):
        form.scroll_into_view_if_needed()
        press(page, form.get_by_role("spinbutton"), *typed, "Enter")
        form.get_by_text("Committed.").wait_for()
    expect(forms.nth(1)).to_contain_text("your first prediction is shown, and stays")
    expect(forms.nth(1).get_by_role("spinbutton")).to_have_value("40")
    part(page, "answers")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("40")


NAMES_SHOWN = """
from plgkit.course.parts import Markdown
from plgkit.support.names import markdown
Markdown("\\n\\n".join([*(f"For: **{markdown(name)}**" for name in NAMES), "$x^2$ is a formula"]))
"""


def test_a_name_is_text_in_a_notebook_too(desk, course):
    page, name = desk.page, "names.ipynb"
    notebook = nbformat.read(course / LESSON, as_version=4)
    notebook.cells = [nbformat.v4.new_code_cell(f"NAMES = {NASTY!r}{NAMES_SHOWN}")]
    nbformat.write(notebook, course / name)
    show_notebook(page, name)
    run_all(page)
    shown = page.locator(".jp-OutputArea-output.jp-RenderedMarkdown > *")
    expect(shown.last.locator("mjx-container")).to_be_visible()  # formulas are drawn where they are meant
    expect(page.locator("mjx-container")).to_have_count(1)
    texts = shown.evaluate_all("all => all.map(one => one.textContent.trim())")
    assert texts[:-1] == [f"For: {given}" for given in NASTY]
    elements = shown.evaluate_all("all => all.map(one => [one, ...one.querySelectorAll('*')].map(e => e.outerHTML))")
    allowed = ("<p>", "<strong>", "<span>$</span>", "<span>\\</span>")
    assert [html for all_of_one in elements[:-1] for html in all_of_one if not html.startswith(allowed)] == []
