import base64
import gzip
import json
import re
from dataclasses import replace
from functools import lru_cache

import nbformat
import pytest
from hypothesis import given
from hypothesis import settings as trying

from plgkit.charts import vegalite
from plgkit.course import settings
from plgkit.course.assessment import Assessment
from plgkit.course.catalogue import material
from plgkit.course.items import TESTS
from plgkit.course.lesson import Lesson
from plgkit.pages.embedded import COMPRESSED
from plgkit.pages.page import body, page
from plgkit.support import folders
from plgkit.support.errors import Refused
from plgkit.support.names import team
from plgkit.widgets.part import MIME
from tests.elements import Elements
from tests.nasty_names import NASTY, printable

BREAKING = "</script><script>alert(1)</script><!-- <script>"
# Names of formats, never fetched; and what the course tells its readers to read.
NAMES = ("https://vega.github.io/schema/", "http://www.w3.org/", "https://www.w3.org/")


def output(**data):
    return new_output(data)


def new_output(data):
    return nbformat.v4.new_output("execute_result", data=data, execution_count=1)


def notebook(*cells):
    return nbformat.v4.new_notebook(cells=list(cells))


def code(source, *outputs, tags=()):
    return nbformat.v4.new_code_cell(source, outputs=list(outputs), metadata={"tags": list(tags)})


@pytest.fixture(scope="module")
def lesson():
    """The page of the lesson as it is committed."""
    stored = nbformat.read(folders.notebooks() / "08_read_the_books.ipynb", as_version=4)
    return page(stored, "Read the books")


def parts(html):
    """What the front end is given, plain or compressed."""
    found = re.findall(r'<script type="application/(json|gzip)">(.*?)</script>', html, re.S)
    plain = {"json": str, "gzip": lambda text: gzip.decompress(base64.b64decode(text)).decode()}
    return [json.loads(plain[kind](text)) for kind, text in found]


def test_a_page_is_at_most_1_megabyte(lesson):
    assert len(lesson.encode()) <= 1_000_000


def test_a_page_loads_nothing_from_elsewhere(lesson):
    for tag, attributes in Elements(lesson).found:
        for name in ("src", "href", "srcset", "data", "action", "poster"):
            reference = attributes.get(name) or "#"
            assert reference.startswith(("data:", "#")), f"<{tag} {name}={reference}>"
    styles = "".join(re.findall(r"<style.*?</style>", lesson, re.S))
    assert styles and not re.search(r"@import|url\((?!['\"]?data:)", styles)
    assert not re.search(r"\bfetch\(|XMLHttpRequest|importScripts|WebSocket|sendBeacon", lesson)


def test_addresses_on_a_page_are_names_of_formats_only(lesson):
    addresses = re.findall(r"https?://[^\s\"'<>)\\]+", lesson)
    assert [address for address in addresses if not address.startswith(NAMES)] == []


def test_a_page_brings_the_chart_library_with_it_once(lesson):
    (library,) = re.findall(r'<script type="text/plain" id="plgkit-vega">(.*?)</script>', lesson, re.S)
    assert b"vega" in gzip.decompress(base64.b64decode(library)).lower()


def test_every_part_of_the_lesson_has_its_place_on_the_page(lesson):
    kinds = [part["kind"] for part in parts(lesson)]
    assert set(kinds) >= {"answers", "explorer", "questions", "reveal"}
    assert kinds.count("explorer") == len(material("read-the-books").views)
    assert lesson.count('class="plg-part"') == len(kinds)


def test_a_reader_without_scripts_has_a_picture_and_its_text(lesson):
    without = re.findall(r"<noscript>(.*?)</noscript>", lesson, re.S)
    assert len(without) == len(parts(lesson))
    pictures = [one for one in without if "<svg" in one]
    assert len(pictures) == len(material("read-the-books").views) + 1
    assert all(re.search(r"<figcaption>[^<]+\.</figcaption>", one) for one in pictures)


def test_without_scripts_the_answer_to_a_prediction_is_folded_away(lesson):
    (answer,) = re.findall(r"<noscript>(<details>.*?)</noscript>", lesson, re.S)
    assert "5.63" in answer and answer.startswith("<details><summary>")


def test_a_page_has_its_title(lesson):
    assert "<title>Read the books</title>" in lesson


def test_the_text_and_the_worked_example_are_on_the_page(lesson):
    assert "It is March 2019" in lesson
    assert "# change this line" in lesson


def test_code_that_only_makes_the_page_is_left_out(lesson):
    assert "lesson.quiz()" not in lesson and "import plgkit" not in lesson


@pytest.mark.parametrize("tag", ["hide-input", "injected-parameters"])
def test_a_tagged_cell_shows_its_output_alone(tag):
    made = page(notebook(code("secret = 1", output(**{"text/plain": "shown"}), tags=[tag])), "t")
    assert "secret" not in made and "shown" in made


def test_a_title_is_text_whatever_it_holds():
    made = page(notebook(), BREAKING)
    assert "<script>alert(1)" not in made


def test_a_part_that_holds_the_end_of_a_script_stays_in_its_place():
    given = {"kind": "questions", "title": BREAKING}
    made = page(notebook(code("x", output(**{MIME: given, "text/html": "<p>q</p>", "text/plain": "q"}))), "t")
    assert "<script>alert(1)" not in made
    assert parts(made) == [given]


BAR = {"data": {"values": [{"x": 1}]}, "mark": "bar", "encoding": {"x": {"field": "x", "type": "quantitative"}}}


def test_a_picture_that_holds_the_end_of_a_script_stays_in_its_place():
    made = page(
        notebook(code("x", output(**{vegalite.V5_MIME: BAR | {"title": BREAKING}, "text/plain": BREAKING}))), "t"
    )
    assert "<script>alert(1)" not in made
    assert parts(made) == [{"kind": "chart", "title": BREAKING, "spec": BAR | {"title": BREAKING}, "columns": {}}]


def test_what_is_long_is_compressed_and_stays_what_it_was():
    given = {"kind": "questions", "title": "é" * COMPRESSED}
    made = page(notebook(code("x", output(**{MIME: given, "text/html": "<p>q</p>"}))), "t")
    assert len(made) < len(page(notebook(), "t")) + COMPRESSED
    assert parts(made) == [given]


def test_building_a_page_leaves_the_notebook_as_it_was():
    before = notebook(code("x", output(**{MIME: {"kind": "questions"}, "text/html": "<p>q</p>"}), tags=["hide-input"]))
    after = nbformat.from_dict(before)
    stated = nbformat.writes(before)
    page(after, "t")
    assert nbformat.writes(after) == stated == nbformat.writes(before)


def accepted(name):
    try:
        return team(name) == name
    except Refused:
        return False


HOSTILE = list(filter(accepted, NASTY))


@lru_cache
def opening(slug):
    """A lesson or a test, whose first cell says whose it is."""
    handout = material(slug)
    return handout, settings.read(handout, {"first": "A"} if slug in TESTS else {})


def shown(slug, name):
    """The elements of a team's page, and its text: those of the stored output, and the page's title."""
    handout, setting = opening(slug)
    workbook = (Assessment if slug in TESTS else Lesson)(handout, replace(setting, team=name))
    begun = new_output(workbook.begin()._repr_mimebundle_())
    # As it is read from a file, not as it was made.
    stored = nbformat.reads(nbformat.writes(notebook(code("lesson.begin()", begun))), as_version=4)
    text = Elements(body(stored))
    return [tag for tag, attributes in text.found if (tag, attributes) != ("span", {})], text.text


def shows_the_name_and_nothing_more(slug, name):
    elements, text = shown(slug, "you")
    assert {"a", "img", "script", "svg"}.isdisjoint(elements)
    assert shown(slug, name) == (elements, text.replace("or: you", f"or: {name}"))


@pytest.mark.parametrize("slug", ["saying-no", "pre-test"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text_on_its_page(slug, name):
    shows_the_name_and_nothing_more(slug, name)


@trying(max_examples=20)  # the escaping itself is tried with more, in tests/support/test_names.py
@given(printable.filter(accepted))
def test_any_name_is_text_on_its_page(name):
    shows_the_name_and_nothing_more("saying-no", name)


def test_a_title_is_text_whatever_name_it_holds():
    for name in NASTY:
        page_of_name = Elements(page(notebook(), name))
        assert ("title", name) in page_of_name.texts


def test_other_outputs_are_shown_as_they_are():
    table = output(**{"text/html": "<table><tr><td>7</td></tr></table>", "text/plain": "7"})
    assert "<td>7</td>" in page(notebook(code("x", table)), "t")
