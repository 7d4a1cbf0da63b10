"""Nothing that axe-core finds: on pages, light and dark, and in the parts of a lesson in JupyterLab."""

from pathlib import Path

import axe_playwright_python
import nbformat
import pytest

from plgkit import folders
from plgkit.lesson import lesson
from plgkit.material import every_material
from plgkit.page import page as page_of
from plgkit.takehome import summary
from plgkit.workshop.guide import facilitator_guide
from plgkit.workshop.index import index_page
from plgkit.workshop.plan import Plan

from .conftest import open_notebook, run_all

pytestmark = pytest.mark.browser

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
PLAN = Plan(title="A day", lessons=["saying-no"], teams=["Ada", "Grace"])


def violations(page, within="document"):
    """What axe-core finds wrong, a line each; best practices count as rules."""
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run({within}, {{ resultTypes: ['violations'] }})")["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


def handout(material):
    notebook = nbformat.read(folders.notebooks() / material.notebook, as_version=4)
    return page_of(notebook, material.title, "test", material.minutes_of_parts())


@pytest.fixture(scope="module", params=["light", "dark"])
def schemed(browser, request):
    context = browser.new_context(color_scheme=request.param, viewport={"width": 1100, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("material", every_material(), ids=lambda one: one.slug)
def test_a_handout(schemed, tmp_path, material):
    (tmp_path / "page.html").write_text(handout(material), "utf-8")
    schemed.goto((tmp_path / "page.html").as_uri())
    schemed.locator(".plg-explorer svg").first.wait_for()
    for question in schemed.locator(".plg-waiting button").all():
        question.click()
    schemed.wait_for_function("document.querySelectorAll('.plg-canvas:empty').length === 0")
    for closed in schemed.locator("main details:not([open]) > summary").all():
        closed.click()
    assert violations(schemed) == []
    schemed.get_by_role("button", name="Present").click()
    assert violations(schemed) == []


OTHERS = {
    "guide": lambda: facilitator_guide(PLAN),
    "index": lambda: index_page(PLAN, [piece.name for piece in PLAN.pieces()]),
    "take-home": lambda: summary(lesson("saying-no"), "My notes.")[0],
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_page(schemed, tmp_path, name):
    (tmp_path / "page.html").write_text(OTHERS[name](), "utf-8")
    schemed.goto((tmp_path / "page.html").as_uri())
    assert violations(schemed) == []


# One with each form of question: a choice, a number, a ranking, a drawn line, cards to sort.
@pytest.mark.parametrize("name", ["01_evidence", "08_read_the_books", "09_leaky_bucket", "11_funnel"])
def test_the_parts_in_jupyterlab(watched, lab, name):
    open_notebook(watched.page, lab, f"{name}.ipynb")
    run_all(watched.page)
    watched.page.locator(".plg-explorer svg").first.wait_for()
    assert violations(watched.page, "{ include: [['.plg']] }") == []
