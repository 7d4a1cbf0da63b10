"""The models in the page: an explorer that computes by itself, and what it says where it cannot."""

import json
import math
import random

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output
from playwright.sync_api import expect

from plgkit.course.lessons.leaky_bucket.figures import Renewals
from plgkit.course.lessons.read_the_books.figures import Books
from plgkit.ideas import catalogue
from plgkit.ideas.leaky_bucket import LeakyBucket
from plgkit.models import cell
from plgkit.pages.page import page as page_of
from plgkit.widgets.explorer import explore
from tests.browser.conftest import Watched, open_notebook, run_all
from tests.models.test_interpreters import differences, somewhere

pytestmark = pytest.mark.browser

IDEAS = [*map(catalogue.idea, catalogue.names()), Books, Renewals]
SAMPLE = 40


# Not by Playwright's own waiting, which evaluates strings: the policy of the page forbids it.
STARTED = "async () => { while (!plgkitShared.engines?.size) await new Promise((resolve) => setTimeout(resolve, 50)); }"


def html_of(*explorers):
    outputs = [[new_output("display_data", data=explorer.stored())] for explorer in explorers]
    cells = [new_code_cell("explorer", execution_count=1, outputs=output) for output in outputs]
    return page_of(new_notebook(cells=cells), "Explorers")


@pytest.fixture(scope="module")
def bucket(tmp_path_factory):
    """A page with two explorers of the leaky bucket."""
    file = tmp_path_factory.mktemp("bucket") / "bucket.html"
    file.write_text(html_of(*[explore(LeakyBucket(), ["churn", "acquisition"])] * 2), "utf-8")
    return file.as_uri()


def opened(page, address):
    page.goto(address)
    explorer = page.locator(".plg-explorer").first
    explorer.locator("svg").wait_for()
    return explorer


def sentence(explorer, idea):
    expect(explorer.locator(".plg-sentence")).to_have_text(idea.run().sentence)


def box(explorer, name):
    return explorer.get_by_role("textbox", name=name)


def enter(explorer, name, text):
    box(explorer, name).fill(text)
    box(explorer, name).press("Enter")


def test_a_page_computes_what_the_kernel_computes(watched, tmp_path):
    file = tmp_path / "every.html"
    file.write_text(html_of(*(explore(idea()) for idea in IDEAS)), "utf-8")
    opened(watched.page, file.as_uri())
    watched.page.evaluate(STARTED)
    for idea in IDEAS:
        model, chance = json.loads(explore(idea()).payload()["model"]), random.Random(idea.__name__)
        settings = [somewhere(idea, chance) for _ in range(SAMPLE)]
        for values in settings:
            model["inputs"] |= values
            here = cell.at(model, {})
            there = watched.page.evaluate(
                "model => plgkitShared.engines.get('page').then(engine => engine.cell(model, {}))",
                json.dumps(model),
            )
            assert here["sentence"] == there["sentence"], (idea.__name__, values)
            assert here["headline"] == there["headline"], (idea.__name__, values)
            assert differences(plain(here["columns"]), there["columns"]) == [], (idea.__name__, values)


def plain(columns):
    """As JSON has it: of numbers at five digits, one more or less of the last is a tie that went the other way."""
    return json.loads(json.dumps(columns))


def test_a_slider_stands_at_every_step_and_a_typed_value_is_exact(watched, bucket):
    explorer = opened(watched.page, bucket)
    slider = explorer.get_by_role("slider", name="Churn")
    assert int(slider.get_attribute("max")) == len(LeakyBucket.assumptions()["churn"].positions()) - 1
    slider.press("ArrowRight")
    sentence(explorer, LeakyBucket(churn=0.055))
    enter(explorer, "Churn", "3.17 %")
    sentence(explorer, LeakyBucket(churn=0.0317))
    expect(box(explorer, "Churn")).to_have_value("3.17%")
    enter(explorer, "Churn", "170%")
    expect(explorer).to_contain_text("Churn: give a share between 0% and 100%")
    expect(box(explorer, "Churn")).to_have_value("3.17%")
    sentence(explorer, LeakyBucket(churn=0.0317))


def test_one_move_back_and_what_it_changed(watched, bucket):
    explorer = opened(watched.page, bucket)
    undo, compare = (explorer.get_by_role("button", name=name) for name in ("Undo", "What changed?"))
    expect(undo).to_be_disabled()
    expect(compare).to_be_disabled()
    enter(explorer, "Churn", "8%")
    enter(explorer, "New customers", "200")
    expect(compare).to_be_enabled()
    compare.click()
    expect(explorer.locator(".plg-change")).to_have_text("Before: New customers 100.")
    expect(explorer.locator(".plg-before").first).to_have_text("before: 1,250 customers")
    expect(explorer.locator(".mark-line path")).to_have_count(6)
    sentence(explorer, LeakyBucket(churn=0.08, acquisition=200))
    undo.click()
    sentence(explorer, LeakyBucket(churn=0.08))
    expect(explorer.locator(".plg-change")).to_have_text("Before: Churn 5%.")
    compare.click()
    expect(explorer.locator(".plg-before").first).to_be_empty()
    undo.click()
    sentence(explorer, LeakyBucket())
    expect(undo).to_be_disabled()
    explorer.get_by_role("slider", name="Churn").press("End")
    explorer.get_by_role("button", name="Start values").click()
    sentence(explorer, LeakyBucket())
    expect(box(explorer, "Churn")).to_have_value("5%")


def test_an_address_opens_the_first_explorer_there(watched, bucket):
    explorer = opened(watched.page, f"{bucket}#churn=8%&acquisition=200")
    sentence(explorer, LeakyBucket(churn=0.08, acquisition=200))
    expect(box(explorer, "Churn")).to_have_value("8%")
    sentence(watched.page.locator(".plg-explorer").nth(1), LeakyBucket())
    watched.page.evaluate("location.hash = '#churn=170%&prediction=7'")
    expect(explorer.get_by_text("The address says churn=170%. Churn: give a share between")).to_be_visible()
    expect(explorer.get_by_text("The address sets prediction; here it can set churn, acquisition.")).to_be_visible()
    sentence(explorer, LeakyBucket(churn=0.08, acquisition=200))


def test_a_button_copies_the_address_of_what_is_seen(watched, bucket):
    watched.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    explorer = opened(watched.page, bucket)
    enter(explorer, "Churn", "8%")
    explorer.get_by_role("button", name="Copy address").click()
    explorer.get_by_text("Copied.").wait_for()
    assert watched.page.evaluate("navigator.clipboard.readText()") == f"{bucket}#churn=8%"
    assert watched.page.get_by_role("button", name="Copy address").count() == 1


def test_a_page_restored_from_history_agrees_with_itself(watched, bucket):
    explorer = opened(watched.page, bucket)
    enter(explorer, "Churn", "8%")
    sentence(explorer, LeakyBucket(churn=0.08))
    watched.page.goto("about:blank")
    watched.page.go_back()
    explorer.locator("svg").wait_for()
    at = float(box(explorer, "Churn").input_value().rstrip("%")) / 100
    position = int(explorer.get_by_role("slider", name="Churn").input_value())
    assert math.isclose(LeakyBucket.assumptions()["churn"].positions()[position], at)
    sentence(explorer, LeakyBucket(churn=at))


def test_where_webassembly_is_refused_the_first_picture_stands_and_a_line_says_why(browser, bucket, tmp_path):
    file = tmp_path / "refused.html"
    file.write_text(html_of(explore(LeakyBucket(), ["churn"])).replace(" &#39;wasm-unsafe-eval&#39;", ""), "utf-8")
    watched = Watched(browser.new_context())
    explorer = opened(watched.page, file.as_uri())
    explorer.get_by_text("This browser does not run the model").wait_for()
    expect(explorer.get_by_role("slider", name="Churn")).to_be_disabled()
    expect(box(explorer, "Churn")).to_be_disabled()
    sentence(explorer, LeakyBucket())
    assert any("wasm-eval" in error for error in watched.errors)
    watched.page.context.close()


NOTEBOOK = "engine.ipynb"
CELLS = (
    "import plgkit as plg",
    'plg.explore(plg.LeakyBucket(), controls=["churn"])',
    'plg.lesson("leaky-bucket").predict("customers")',
    "class Own(plg.LeakyBucket):\n    def run(self):\n        return super().run()\n\n"
    'plg.explore(Own(), controls=["churn"])',
)

COUNT = """
(() => {
  const send = WebSocket.prototype.send;
  globalThis.sent = 0;
  WebSocket.prototype.send = function (data) {
    const text = typeof data === "string" ? data : new TextDecoder().decode(data);
    if (text.includes("comm_msg")) globalThis.sent += 1;
    return send.call(this, data);
  };
})();
"""


@pytest.fixture
def notebook(lab, course):
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(new_notebook(cells=[new_code_cell(source) for source in CELLS], metadata=kernel), course / NOTEBOOK)
    return course / NOTEBOOK


def explorer_in(page, number=0):
    explorer = page.locator(".plg-explorer").nth(number)
    explorer.scroll_into_view_if_needed()
    explorer.locator("svg").first.wait_for()
    return explorer


def saved(page):
    page.evaluate("window.jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_function("!window.jupyterapp.shell.currentWidget.context.model.dirty")


def test_in_a_notebook_no_message_goes_to_the_kernel_when_a_slider_moves(watched, lab, notebook):
    watched.page.add_init_script(COUNT)
    open_notebook(watched.page, lab, NOTEBOOK)
    run_all(watched.page)
    explorer, own = explorer_in(watched.page), explorer_in(watched.page, 1)
    own.get_by_text("The kernel computes this picture").wait_for()
    explorer.scroll_into_view_if_needed()
    expect(explorer.locator(".plg-engine")).to_be_empty()
    watched.page.wait_for_timeout(500)
    before = watched.page.evaluate("sent")
    explorer.get_by_role("slider", name="Churn").press("ArrowRight")
    sentence(explorer, LeakyBucket(churn=0.055))
    assert watched.page.evaluate("sent") == before
    own.get_by_role("slider", name="Churn").press("ArrowRight")
    sentence(own, LeakyBucket(churn=0.055))
    assert watched.page.evaluate("sent") > before


def test_where_webassembly_is_refused_the_kernel_answers(watched, lab, notebook):
    watched.page.add_init_script("delete globalThis.WebAssembly")
    open_notebook(watched.page, lab, NOTEBOOK)
    run_all(watched.page)
    explorer = explorer_in(watched.page)
    explorer.get_by_text("The kernel computes this picture").wait_for()
    explorer.get_by_role("slider", name="Churn").press("ArrowRight")
    sentence(explorer, LeakyBucket(churn=0.055))


def test_no_figure_is_stale_the_next_day_nor_after_a_restart(watched, lab, notebook):
    page = watched.page
    open_notebook(page, lab, NOTEBOOK)
    run_all(page)
    explorer_in(page, 1).get_by_text("The kernel computes this picture").wait_for()
    explorer = explorer_in(page)
    page.wait_for_function(
        "window.jupyterapp.shell.currentWidget.content.model.cells.get(1).outputs.get(1).data['image/png']"
    )
    page.wait_for_function(
        "window.jupyterapp.shell.currentWidget.content.model.cells.get(3).outputs.get(1).data['image/png']"
    )
    saved(page)
    stored = nbformat.read(notebook, as_version=4)
    for number in (1, 3):
        assert stored.cells[number].outputs[1].data.keys() >= {"application/vnd.vegalite.v5+json", "image/png"}
    assert "text/html" in stored.cells[2].outputs[1].data

    # A kernel that is gone: the page goes on by itself.
    page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    explorer.get_by_role("slider", name="Churn").press("ArrowRight")
    sentence(explorer, LeakyBucket(churn=0.055))

    # The next day: no kernel knows the parts, and what only a kernel computes says so.
    open_notebook(page, lab, NOTEBOOK)
    explorer = explorer_in(page)
    sentence(explorer, LeakyBucket())
    expect(box(explorer, "Churn")).to_have_value("5%")
    explorer.get_by_role("slider", name="Churn").press("ArrowRight")
    sentence(explorer, LeakyBucket(churn=0.055))
    expect(box(explorer, "Churn")).to_have_value("5.5%")
    own = explorer_in(page, 1)
    own.get_by_role("slider", name="Churn").press("ArrowRight")
    own.get_by_text("The kernel does not answer").wait_for()
    expect(box(own, "Churn")).to_have_value("5%")
    sentence(own, LeakyBucket())

    # Saved after a restart and opened again: the widgets are gone for good, what is stored stands below their places.
    page.evaluate("window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
    saved(page)
    again = nbformat.read(notebook, as_version=4)
    assert [[output.data for output in cell.outputs[1:]] for cell in again.cells] == [
        [output.data for output in cell.outputs[1:]] for cell in stored.cells
    ]
    open_notebook(page, lab, NOTEBOOK)
    if page.locator(".plg").count() == 0:
        twin = page.locator(".jp-RenderedVegaCommon5").first
        twin.scroll_into_view_if_needed()
        expect(twin).to_be_visible()
        expect(twin.locator("input[type=range]")).to_be_visible()
    watched.errors[:] = [error for error in watched.errors if "widget" not in error.lower()]
