"""The class report in a real browser: drawn without a network, harmless whatever learners wrote, on any width."""

import json

import pytest

from plgkit.workshop.report.collect import collect
from tests.workshop.a_class import BEGIN, line, write_class

pytestmark = pytest.mark.browser

HOSTILE = "\"><script>window.harmed=1</script><img src=x onerror='window.harmed=1'>"


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("class")
    write_class(folder / "answers", count=12)
    good = line("saying-no", "Eve", BEGIN, "doubt", "quiz", 1, {}, correct=False, misconception=HOSTILE)
    changed = [json.dumps(json.loads(good) | {name: HOSTILE}) for name in ("learner", "part")]
    (folder / "answers" / "<img src=x onerror=alert(1)>.jsonl").write_text("\n".join([good, *changed]), "utf-8")
    list(collect(folder / "answers", folder / "out", HOSTILE))
    return folder / "out" / "report.html"


@pytest.fixture
def page(watched, report):
    watched.page.goto(report.as_uri())
    watched.page.locator(".plg-part svg").nth(4).wait_for()
    yield watched.page
    watched.is_clean()


def test_every_picture_is_drawn_and_says_what_it_shows(page):
    pictures = page.locator("[role=img]")
    assert pictures.count() == page.locator(".plg-part").count() == 5
    for text in pictures.evaluate_all("all => all.map((one) => one.getAttribute('aria-label'))"):
        assert len(text) > 30 and text.endswith(".")


def test_what_learners_wrote_does_not_run(page):
    assert page.evaluate("window.harmed") is None
    assert page.locator("img").count() == 0
    assert HOSTILE in page.locator("h1").inner_text()


@pytest.mark.parametrize("width", [375, 1100])
def test_nothing_is_wider_than_the_screen(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)


def test_on_paper_the_tables_of_the_pictures_are_open(page):
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.get_by_role("table").filter(has_text="from").first.is_visible()
    assert page.locator("details:not(.long):not([open])").count() == 0
