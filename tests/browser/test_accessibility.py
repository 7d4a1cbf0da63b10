"""Nothing that axe-core finds: on pages, light and dark, and in the parts of a lesson in JupyterLab."""

from pathlib import Path

import axe_playwright_python
import nbformat
import pytest

from plgkit.course.catalogue import material
from plgkit.course.lesson import lesson
from plgkit.course.takehome import summary
from plgkit.pages.page import page as page_of
from plgkit.support import folders
from plgkit.workshop.build.guide import facilitator_guide
from plgkit.workshop.build.index import index_page
from plgkit.workshop.plan.plan import Plan
from plgkit.workshop.report.collect import collect
from tests.browser.conftest import run_all, show_notebook
from tests.browser.test_site import FILES
from tests.workshop.a_class import write_class

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
PLAN = Plan(title="A day", lessons=["saying-no"], teams=["Ada", "Grace"])


COLOURS = "runOnly: ['color-contrast', 'link-in-text-block']"
"""What a dark page can have wrong that a light one has not."""


def violations(page, within="document", rules=""):
    """What axe-core finds wrong, a line each; best practices count as rules."""
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run({within}, {{ resultTypes: ['violations'], {rules} }})")["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def violations_of_both(page):
    """What is wrong with a page as it is, and what more once the screen is dark."""
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in violations(page, rules=COLOURS)]
    page.emulate_media(color_scheme="light")
    return found


def handout(one):
    notebook = nbformat.read(folders.notebooks() / one.notebook, as_version=4)
    return page_of(notebook, one.title, one.minutes_of_parts())


@pytest.fixture(scope="module")
def tab(browser):
    context = browser.new_context(color_scheme="light", viewport={"width": 1100, "height": 900})
    yield context.new_page()
    context.close()


def whole(page):
    """Everything that a page folds away or holds back, shown and drawn."""
    page.evaluate("globalThis.plgkitShared.vega")
    page.evaluate("document.querySelectorAll('.plg-waiting button').forEach((one) => one.click())")
    page.evaluate("globalThis.plgkitShared.drawing")
    page.evaluate("document.querySelectorAll('main details').forEach((one) => (one.open = true))")


@pytest.mark.parametrize("slug", ["read-the-books", "leaky-bucket"])
def test_a_handout(tab, tmp_path, slug):
    (tmp_path / "page.html").write_text(handout(material(slug)), "utf-8")
    tab.goto((tmp_path / "page.html").as_uri())
    whole(tab)
    assert violations_of_both(tab) == []
    tab.get_by_role("button", name="Present").click()
    assert violations_of_both(tab) == []


@pytest.mark.parametrize("file", FILES)
def test_a_page_of_the_site(tab, built, file):
    tab.goto((built / file).as_uri())
    whole(tab)
    assert violations_of_both(tab) == []


def test_the_class_report(tab, tmp_path):
    write_class(tmp_path / "answers", count=12)
    list(collect(tmp_path / "answers", tmp_path / "out"))
    tab.goto((tmp_path / "out" / "report.html").as_uri())
    whole(tab)
    assert violations_of_both(tab) == []


OTHERS = {
    "guide": lambda: facilitator_guide(PLAN),
    "index": lambda: index_page(PLAN, [piece.name for piece in PLAN.pieces()]),
    "take-home": lambda: summary(lesson("saying-no"), "My notes.")[0],
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_page(tab, tmp_path, name):
    (tmp_path / "page.html").write_text(OTHERS[name](), "utf-8")
    tab.goto((tmp_path / "page.html").as_uri())
    assert violations_of_both(tab) == []


# One with each form of question: a choice, a number, a ranking, a drawn line, cards to sort.
@pytest.mark.parametrize("name", ["01_evidence", "08_read_the_books", "09_leaky_bucket", "11_funnel"])
def test_the_parts_in_jupyterlab(desk, name):
    show_notebook(desk.page, f"{name}.ipynb")
    run_all(desk.page)
    desk.page.locator(".plg-explorer svg").first.wait_for()
    assert violations(desk.page, "{ include: [['.plg']] }") == []
