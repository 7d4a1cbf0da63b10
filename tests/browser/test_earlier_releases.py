"""What a browser has kept since an earlier release is shown by a page of this one.

The files are described in `tests/fixtures/release_0_1_0/README.md`.
"""

import json
from itertools import chain

import pytest
from click.testing import CliRunner

from plgkit.cli import main
from tests.test_earlier_releases import FROZEN

pytestmark = pytest.mark.browser

KEPT = {kind: json.loads((FROZEN / "pages" / f"{kind}.json").read_text("utf-8")) for kind in ("handouts", "site")}
PAGES = [(kind, page["page"]) for kind, kept in KEPT.items() for page in kept["pages"]]
DOWNLOADS = {
    path.read_text("utf-8"): path.name for path in chain(*map((FROZEN / "handed_in").glob, ("pages/*", "site/*")))
}

INPUTS = """() => {
  const forms = (form) => [...document.querySelectorAll(`.plg-form-${form}`)];
  const number = (text) => (text === "" ? null : Number(text));
  const height = (knot) => number(knot.getAttribute("aria-valuenow"));
  const heights = (form) => [...form.querySelectorAll("[role=slider]")].map(height);
  return {
    choice: [...document.querySelectorAll(".plg-question:has(input[type=radio])")].map((question) =>
      number(question.querySelector("input:checked")?.value ?? "")),
    number: forms("number").map((form) => number(form.querySelector("input").value)),
    drawing: forms("drawing").map(heights),
    sorting: forms("sorting").map((form) => [...form.querySelectorAll("select")].map((pile) => number(pile.value))),
    ranking: forms("ranking").map((form) => [...form.querySelectorAll("li span")].map((item) => item.textContent)),
    notes: document.querySelector("textarea")?.value ?? null,
    locked: document.querySelectorAll("form :is(input, select):disabled").length,
  };
}"""
ROWS = """() => [...document.querySelectorAll(".plg-answers tbody tr")].map((row) =>
  [...row.querySelectorAll("td")].map((cell) => cell.textContent))"""


@pytest.fixture(scope="module")
def handouts(tmp_path_factory):
    """The same handouts, made by this release."""
    folder = tmp_path_factory.mktemp("handouts")
    pieces = [page["page"].removesuffix(".html") for page in KEPT["handouts"]["pages"]]
    only = [word for piece in pieces for word in ("--only", piece)]
    done = CliRunner().invoke(main, ["build", str(FROZEN / "plan" / "workshop.yml"), "--out", str(folder), *only])
    assert done.exit_code == 0, done.output
    return folder


def inputs(page, items):
    """What stands in a page's questions; a ranking by the places of its items, for their names may change."""
    found = page.evaluate(INPUTS)
    found["ranking"] = [[whole.index(item) for item in now] for whole, now in zip(items, found["ranking"], strict=True)]
    return found


@pytest.mark.parametrize(("kind", "file"), PAGES)
def test_a_page_shows_what_its_browser_kept(kind, file, watched, request):
    kept = KEPT[kind]
    before = next(page for page in kept["pages"] if page["page"] == file)
    folder = request.getfixturevalue({"handouts": "handouts", "site": "built"}[kind])
    page = watched.page
    page.goto((folder / file).as_uri())
    page.locator(".plg-answers").wait_for()
    items = page.evaluate(INPUTS)["ranking"]
    page.evaluate(
        "kept => Object.entries(kept).forEach(([key, text]) => localStorage.setItem(key, text))", kept["localStorage"]
    )
    page.reload()
    page.locator(".plg-answers").wait_for()
    assert inputs(page, items) == before["inputs"]
    # Time and judgement alone: a later release may word its questions and its numbers better.
    assert [(row[0], row[3]) for row in page.evaluate(ROWS)] == [(row[0], row[3]) for row in before["rows"]]
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download my answers").click()
    assert DOWNLOADS[waiting.value.path().read_text("utf-8")] == waiting.value.suggested_filename
    watched.is_clean()


def test_an_answer_is_kept_below_those_of_an_earlier_release(watched, handouts):
    kept = KEPT["handouts"]["localStorage"]
    page = watched.page
    page.goto((handouts / "11_funnel.équipe-王-söhne.html").as_uri())
    page.evaluate("kept => Object.entries(kept).forEach(([key, text]) => localStorage.setItem(key, text))", kept)
    page.reload()
    form = page.locator(".plg-form-choice").last
    form.get_by_role("radio").first.check()
    form.get_by_role("button", name="Answer").click()
    form.get_by_text("Kept in this browser.").wait_for()
    now = page.evaluate("() => ({ ...localStorage })")
    assert now.keys() == kept.keys()
    added = {key: text.removeprefix(kept[key]) for key, text in now.items() if text != kept[key]}
    assert list(added) == ["plgkit:funnel:ad5328b3"]
    last, before = (json.loads(text.splitlines()[-1]) for text in (*added.values(), *(kept[key] for key in added)))
    assert last.keys() == before.keys() | {"person", "edition"}
    assert len(added["plgkit:funnel:ad5328b3"].splitlines()) == 1
    watched.is_clean()
