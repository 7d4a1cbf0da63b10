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
from plgkit.widgets.grid import Grid
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


def test_a_twin_gives_the_front_end_every_cell_as_the_grid_computes_it():
    idea = UnitEconomics(churn=0.08)
    (given,) = parts(page(notebook(code("x", output(**explore(idea, ["churn", "cac"]).stored()))), "t"))
    grid = Grid(idea, ("churn", "cac"))
    assert [cell["sentence"] for cell in given["cells"]] == [cell["sentence"] for cell in grid.cells]
    assert [given["common"] | cell["columns"] for cell in given["cells"]] == [cell["columns"] for cell in grid.cells]
    assert given["cell"]["sentence"] == idea.run().sentence
    assert "params" not in given["spec"] and "title" not in given["spec"]


def test_what_is_no_part_stays_itself():
    stream = nbformat.v4.new_output("stream", text="printed")
    table = output(**{"text/html": "<table></table>"})
    assert embed(stream) is stream and embed(table) is table


def test_what_an_output_holds_beside_the_part_is_shown_too():
    both = output(**{MIME: {"kind": "answers", "title": "Yours"}, "text/html": "<p>yours</p>", "text/markdown": "*x*"})
    place = embed(both).data
    assert place["text/markdown"] == "*x*"
    assert place["text/html"].startswith('<div class="plg-part"><script type="application/json">')
    assert '<noscript><div class="plg-still"><p>yours</p></div></noscript>' in place["text/html"]
    assert both.data["text/html"] == "<p>yours</p>"


def test_the_answer_to_a_prediction_is_folded_away_without_scripts():
    rows = {"x": [1, 2]}
    bars = {"data": {"name": vegalite.ROWS}, "mark": "bar", "encoding": BAR["encoding"]}
    reveal = {"kind": "reveal", "title": "The truth", "truth": "It is <2>.", "spec": bars, "columns": rows}
    (still,) = re.findall("<noscript>(.*)</noscript>", embed(output(**{MIME: reveal})).data["text/html"], re.S)
    assert still.startswith("<details><summary>The answer</summary>") and "It is &lt;2&gt;." in still
    assert "<svg" in still
