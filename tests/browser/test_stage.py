"""An explorer fits the screen: what is moved, what it changes and what it says are seen together."""

from random import Random

import pytest

from benchmarks.site import served
from plgkit.course.catalogue import material, slugs
from tests.models.test_interpreters import somewhere

pytestmark = pytest.mark.browser
LAPTOP, PHONE = {"width": 1280, "height": 720}, {"width": 375, "height": 667}
PARTS = (".plg-controls", ".plg-headline", ".plg-chart svg", ".plg-sentence")
LAB = 599
"""Pixels that JupyterLab leaves of the laptop's height."""


@pytest.fixture(scope="module")
def address(built):
    with served(built.parent) as root:
        yield f"{root}{built.name}/"


@pytest.fixture
def explorer(request, watched, address):
    """A lesson's first explorer with figures, at the top of the window; the size of the window first."""
    size, slug = request.param
    watched.page.set_viewport_size(size)
    watched.page.goto(f"{address}{slug}.html")
    explorer = watched.page.locator(".plg-explorer").filter(has=watched.page.locator("dd")).first
    explorer.scroll_into_view_if_needed()
    explorer.locator("svg").wait_for()
    watched.page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    explorer.evaluate("e => scrollBy(0, e.getBoundingClientRect().top)")
    yield explorer
    watched.is_clean()


def each(size, *chosen):
    """The explorer of each lesson, or of those that are chosen, in a window of this size."""
    lessons = chosen or slugs()
    return pytest.mark.parametrize("explorer", [(size, slug) for slug in lessons], ids=lessons, indirect=True)


def box(element):
    return element.evaluate("e => e.getBoundingClientRect().toJSON()")


@each(LAPTOP)
def test_on_a_laptop_sliders_figures_picture_and_sentence_are_seen_together(explorer):
    boxes = [box(explorer.locator(part)) for part in PARTS]
    assert min(one["top"] for one in boxes) >= 0
    assert max(one["bottom"] for one in boxes) <= LAB
    controls, figures, chart, sentence = boxes
    assert controls["right"] <= chart["left"] and figures["right"] <= chart["left"]
    assert sentence["top"] >= max(figures["bottom"], chart["bottom"])
    assert explorer.locator(".plg-canvas").evaluate("e => e.scrollHeight <= e.clientHeight + 1")


@each(LAPTOP)
def test_an_explorer_is_as_wide_as_the_text_and_its_tiles_are_of_one_height(explorer):
    text = explorer.page.locator("main .text_cell_render > p").first
    assert box(explorer)["width"] == pytest.approx(box(text)["width"], abs=1)
    heights = [box(tile)["height"] for tile in explorer.locator(".plg-headline > div").all()]
    assert max(heights) - min(heights) < 1


@each(PHONE)
def test_on_a_phone_the_picture_is_in_view_whole_while_each_slider_is_moved(explorer):
    page = explorer.page
    for slider in explorer.get_by_role("slider").all():
        slider.focus()
        slider.press("ArrowRight")
        chart, control = box(explorer.locator(".plg-chart")), box(slider)
        assert chart["top"] >= 0 and chart["height"] <= 0.451 * PHONE["height"]
        assert control["top"] >= chart["bottom"] and control["bottom"] <= PHONE["height"]
        page.evaluate("top => scrollBy(0, top)", control["top"] - PHONE["height"] * 0.6)
        chart = box(explorer.locator(".plg-chart"))
        assert chart["top"] >= 0 and chart["bottom"] <= PHONE["height"] * 0.6
    drawn = explorer.locator(".plg-chart svg").bounding_box()
    assert drawn["y"] + drawn["height"] <= chart["bottom"] + 1


@each(PHONE, "leaky-bucket")
def test_on_a_phone_the_keyboard_meets_the_sliders_before_what_they_change(explorer):
    order = "all => all.map(e => e.closest('.plg-controls') ? 'control' : 'foot')"
    order = explorer.locator("input, summary, button").evaluate_all(order)
    assert order == ["control"] * 6 + ["foot"] * 5


def sentences():
    """The shortest and the longest sentence that ideas say at a few hundred of their sliders' places."""
    chance, texts = Random(14), []
    for idea in (material(slug).idea for slug in slugs()):
        for _ in range(100):
            values = somewhere(idea, chance)
            texts.append(idea(**{name: values[name] for name in idea.controls}).run().sentence)
    return min(texts, key=len), max(texts, key=len)


@pytest.mark.parametrize("width", [740, 848, 1150])
@each(LAPTOP, "leaky-bucket")
def test_a_longer_sentence_moves_nothing(explorer, width):
    explorer.evaluate("(e, width) => { e.style.width = `${width}px`; }", width)
    tops = set()
    for sentence in sentences():
        explorer.locator(".plg-sentence").evaluate("(e, text) => { e.textContent = text; }", sentence)
        tops.add(box(explorer.locator(".plg-foot"))["top"])
    assert len(tops) == 1


@each({"width": 700, "height": 900}, "leaky-bucket")
def test_in_a_narrow_place_everything_stands_below_one_another(explorer):
    explorer.page.set_viewport_size({"width": 640, "height": 900})
    explorer.evaluate("e => { e.style.width = '560px'; }")
    tops = [box(explorer.locator(part))["top"] for part in PARTS]
    assert tops == sorted(tops) and len({box(explorer.locator(part))["left"] for part in PARTS[:2]}) == 1


@each(LAPTOP, "leaky-bucket")
def test_paper_shows_the_picture_above_its_sentence(explorer):
    explorer.page.emulate_media(media="print")
    tops = [box(explorer.locator(part))["top"] for part in PARTS]
    assert tops == sorted(tops)
