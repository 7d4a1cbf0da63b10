import json
import math
from itertools import product
from typing import ClassVar, Literal

import pandas as pd
import pytest
import vl_convert

from plgkit.charts import vegalite
from plgkit.charts.picture import alt
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.support.errors import Refused
from plgkit.widgets.grid import Grid
from plgkit.widgets.stored_picture import LINE, twin, twin_spec


class Switches(Idea):
    """A number, a whole number, a choice and a flag; sentences with hyphens, quotes and of any length."""

    claim: ClassVar = "Switches."
    controls: ClassVar = ("way", "flag", "a")
    measures: ClassVar = {"a": Measure("A", "count")}
    headline: ClassVar = ("a",)

    a: float = assumption(0.3, "A", unit="share", ge=0, le=1, step=0.1)
    n: int = assumption(2, "N", ge=-3, le=5, step=1)
    way: Literal["x", "it's", 'a "y"'] = assumption("it's", "Way")
    flag: bool = assumption(True, "Flag")

    def run(self):
        frame = pd.DataFrame({"y": [self.a, float(self.flag)], "way": [self.way] * 2, "same": ['"', "</script>"]})
        said = f'A {"product-led " * 12} "{self.way}": {self.a}. ' * (1 + self.n % 2)
        return Outcome(frame, {"a": self.a}, " ".join(said.split()))

    def picture(self, outcome):
        return alt.layer(alt.Chart(outcome.frame).mark_point().encode(y="y:Q", color="way:N"))


class Large(Switches):
    """So many rows that hardly two cells fit into a twin."""

    def run(self):
        return Outcome(pd.DataFrame({"y": [self.a + self.n + k / 7 for k in range(5000)]}), {"a": self.a}, "Many.")

    def picture(self, outcome):
        return alt.layer(alt.Chart(outcome.frame).mark_point().encode(y="y:Q"))


def axes(idea, *names):
    """The positions of a twin's sliders."""
    return Grid(idea, names).axes


def shown(spec, **at):
    """The number of the cell that Vega shows when the inputs stand `at` these values."""
    (expression,) = [param["expr"] for param in spec["params"] if param["name"] == "cell"]
    vega = {"round": lambda x: math.floor(x + 0.5), "indexof": lambda words, x: words.index(x)}
    return eval(expression, {"true": True, "false": False, "__builtins__": {}} | vega, at)


def drawn(spec):
    return vl_convert.vegalite_to_svg({"$schema": vegalite.V5_SCHEMA, **spec}, vl_version="5.8")


@pytest.mark.parametrize("names", [["way", "flag", "a"], ["a", "way"], ["n", "a", "flag"], ["flag"], ["n"]])
def test_the_sliders_point_at_the_cell_of_their_values(names):
    spec = twin_spec(Switches(), names)
    combinations = list(product(*axes(Switches(), *names)))
    pointed = [shown(spec, **dict(zip(names, at, strict=True))) for at in combinations]
    assert pointed == [row["c"] for row in json.loads(spec["data"]["values"])]
    assert pointed == list(range(len(combinations)))


@pytest.mark.parametrize("name", ["churn", "cac", "arpa", "gross_margin"])
def test_the_sliders_point_right_at_what_an_html_slider_says(name):
    # A range input says its least value plus whole steps, which floating-point numbers cannot hold exactly.
    spec = twin_spec(UnitEconomics(), [name])
    (bind,) = [param["bind"] for param in spec["params"] if "bind" in param]
    count = len(*axes(UnitEconomics(), name))
    assert [shown(spec, **{name: bind["min"] + k * bind["step"]}) for k in range(count)] == list(range(count))


def test_the_sliders_begin_where_the_idea_stands():
    idea = UnitEconomics(churn=0.045, cac=900)
    spec = twin_spec(idea)
    values = {param["name"]: param["value"] for param in spec["params"] if "bind" in param}
    assert values == {"cac": 900, "churn": 0.045, "arpa": 100}
    first = json.loads(spec["data"]["values"])[shown(spec, **values)]
    assert " ".join(filter(None, first["s"])) == idea.run().sentence


@pytest.mark.parametrize("churn", [0.0, 0.2, 0.5, 1.0])
def test_an_idea_beyond_its_slider_has_a_twin_that_shows_it(churn):
    idea = UnitEconomics(churn=churn)
    spec = twin_spec(idea, ["churn"])
    first = json.loads(spec["data"]["values"])[shown(spec, churn=churn)]
    assert " ".join(filter(None, first["s"])) == idea.run().sentence


def test_each_kind_of_assumption_has_its_input():
    binds = {param["name"]: param.get("bind") for param in twin_spec(Switches())["params"]}
    assert binds["way"] == {"name": "Way ", "input": "select", "options": ["x", "it's", 'a "y"']}
    assert binds["flag"] == {"name": "Flag ", "input": "checkbox"}
    assert binds["a"] == {"name": "A (share) ", "input": "range", "min": 0, "max": 1, "step": pytest.approx(0.1)}


def test_the_lines_of_a_sentence_joined_are_the_sentence():
    spec = twin_spec(Switches(), ["n"])
    for row, n in zip(json.loads(spec["data"]["values"]), *axes(Switches(), "n"), strict=True):
        assert " ".join(filter(None, row["s"])) == Switches(n=n).run().sentence
        assert all(len(line) <= LINE for line in row["s"])


def test_the_chart_does_not_jump_when_the_sentence_grows():
    lines = {len(row["s"]) for row in json.loads(twin_spec(Switches(), ["n"])["data"]["values"])}
    assert len(lines) == 1


def test_the_twin_is_drawn_by_the_vega_lite_that_jupyterlab_has():
    picture = drawn(twin_spec(Switches()))
    assert "product-led" in picture and "<path" in picture


def test_moving_a_slider_changes_the_drawing():
    spec = twin_spec(UnitEconomics(), ["churn"])
    before = drawn(spec)
    spec["params"][0]["value"] = 0.08
    after = drawn(spec)
    assert "The money is back after" in before and "The money is back after" not in after
    assert "so the money never comes back" in after


def test_a_twin_of_large_cells_keeps_what_it_must():
    spec = twin_spec(Large(n=1, a=0.5), ["n", "a"])
    assert axes(Large(n=1, a=0.5), "n", "a") == [[-3, -1, 1, 3, 5], [0.5]]
    assert [shown(spec, n=n, a=0.5) for n in (-3, -1, 1, 3, 5)] == [0, 1, 2, 3, 4]


def test_a_twin_has_the_same_limits_as_the_live_explorer():
    with pytest.raises(Refused, match="4 are too many"):
        twin(UnitEconomics(), ["churn", "cac", "arpa", "gross_margin"])
    with pytest.raises(Refused, match="the nearest is churn"):
        twin(UnitEconomics(), ["chrun"])


def test_a_twin_in_a_notebook_is_one_bundle_that_jupyterlab_draws():
    outputs = twin(UnitEconomics(), ["churn"])._repr_mimebundle_()
    assert outputs[vegalite.V5_MIME]["params"][0]["name"] == "churn"
    assert outputs["text/plain"] == UnitEconomics().run().sentence
