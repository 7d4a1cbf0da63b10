"""A part's stored output as its place on a page."""

import json
import re

import nbformat
import pytest

from plgkit.charts import vegalite
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.pages.embedded import embed, script
from plgkit.pages.page import page
from plgkit.widgets.explorer import explore
from plgkit.widgets.part import MIME
from tests.pages.test_page import BAR, BREAKING, code, notebook, output, parts


@pytest.mark.parametrize("given", [BREAKING, {"a": [BREAKING]}, "<!--", "\u2028"])
def test_json_in_a_page_cannot_end_its_script(given):
    made = script(given)
    assert "<" not in made
    assert json.loads(made) == given


def test_names_inside_two_pictures_differ():
    names = []
    for width in (100, 200):
        clipped = BAR | {"mark": {"type": "bar", "clip": True}, "width": width}
        made = page(notebook(code("x", output(**{vegalite.V5_MIME: clipped, "text/plain": "a bar"}))), "t")
        (name,) = set(re.findall(r'<clippath id="([^"]+)"', made, re.I))
        assert f"url(#{name})" in made
        names.append(name)
    assert names[0] != names[1]


def test_a_stored_explorer_gives_the_front_end_its_payload_without_the_cells():
    explorer = explore(UnitEconomics(churn=0.08), ["churn", "cac"])
    made = page(notebook(code("x", output(**explorer.stored()))), "t")
    (given,) = parts(made)
    live = explorer.payload()
    assert given == live | {"spec": given["spec"]}
    assert {name: value for name, value in given["spec"].items() if name != "usermeta"} == {
        name: value for name, value in live["spec"].items() if name not in ("usermeta", "$schema", "title")
    }
    assert len(json.dumps(given)) < 20_000 and 'id="plgkit-python"' in made


def test_a_page_without_explorers_carries_no_interpreter():
    assert 'id="plgkit-python"' not in page(
        notebook(code("x", output(**{MIME: {"kind": "answers", "title": "a"}}))), "t"
    )


def test_what_is_no_part_stays_itself():
    stream = nbformat.v4.new_output("stream", text="printed")
    table = output(**{"text/html": "<table></table>"})
    assert embed(stream) is stream and embed(table) is table


def test_what_an_output_holds_beside_the_part_is_shown_too():
    both = output(**{MIME: {"kind": "answers", "title": "Yours"}, "text/html": "<p>yours</p>", "text/markdown": "*x*"})
    place = embed(both).data
    assert place["text/markdown"] == "*x*"
    assert place["text/html"].startswith('<div class="plg-part" data-kind="answers"><script type="application/json">')
    assert '<noscript><div class="plg-still"><p>yours</p></div></noscript>' in place["text/html"]
    assert both.data["text/html"] == "<p>yours</p>"


def test_the_answer_to_a_prediction_is_folded_away_without_scripts():
    rows = {"x": [1, 2]}
    bars = {"data": {"name": vegalite.ROWS}, "mark": "bar", "encoding": BAR["encoding"]}
    reveal = {"kind": "reveal", "title": "The truth", "truth": "It is <2>.", "spec": bars, "columns": rows}
    (still,) = re.findall("<noscript>(.*)</noscript>", embed(output(**{MIME: reveal})).data["text/html"], re.S)
    assert still.startswith("<details><summary>The answer</summary>") and "It is &lt;2&gt;." in still
    assert "<svg" in still
