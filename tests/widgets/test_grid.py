import json
from itertools import product
from typing import ClassVar, Literal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.widgets.grid import Grid, cell_payload
from tests.examples import at_most


class Sum(Idea):
    """A small idea: two sliders, a choice and a flag; one of its columns never changes."""

    controls: ClassVar = ("a", "b")
    measures: ClassVar = {"sum": Measure("Sum", "count")}
    headline: ClassVar = ("sum",)

    a: float = assumption(0.5, "A", ge=0, le=1, step=0.1)
    b: int = assumption(3, "B", ge=0, le=500, step=1)
    way: Literal["plus", "minus"] = assumption("plus", "Way")
    flag: bool = assumption(False, "Flag")
    names: list[str] = assumption(["x"], "Names", help="a list")

    def run(self):
        sign = 1 if self.way == "plus" else -1
        total = self.a + sign * self.b + self.flag
        return Outcome(pd.DataFrame({"at": [0, 1], "y": [0.0, total]}), {"sum": total}, f"It is {total:.3g}.")


def test_an_outcome_is_packed_as_columns_sentence_and_headline():
    idea = UnitEconomics(churn=0.08)
    packed = cell_payload(idea, idea.run())
    assert packed["sentence"] == idea.run().sentence
    assert packed["headline"] == ["$1,000", "0.833×", "never"]
    frame = idea.run().frame
    assert list(packed["columns"]) == list(frame)
    drawn = pd.Series(packed["columns"]["money"], dtype=float)
    pd.testing.assert_series_equal(drawn, frame["money"], rtol=5e-5, check_names=False)


def test_infinite_and_missing_numbers_are_drawn_as_nothing():
    packed = cell_payload(UnitEconomics(churn=0.08), UnitEconomics(churn=0.08).run())
    assert packed["columns"]["money"][-2] is None


def test_a_grid_holds_every_combination_the_last_control_fastest():
    grid = Grid(Sum(), ("way", "flag", "a"))
    combinations = list(product(*grid.axes))
    assert [(idea.way, idea.flag, idea.a) for idea in grid.ideas] == combinations
    assert grid.axes[:2] == [["plus", "minus"], [False, True]]
    assert [cell["sentence"] for cell in grid.cells] == [idea.run().sentence for idea in grid.ideas]


@at_most(20)
@given(st.integers(1_000, 60_000))
def test_a_grid_keeps_to_its_budget(budget):
    grid = Grid(Sum(a=0.4, b=222), ("a", "b"), budget)
    varying = [{**cell, "columns": {"y": cell["columns"]["y"]}} for cell in grid.cells]
    assert len(json.dumps(varying)) < 1.2 * budget


@at_most(50)
@given(st.integers(1_000, 280_000), st.floats(0, 1), st.integers(0, 500))
def test_the_ideas_own_values_are_always_among_the_positions(budget, a, b):
    for axis, own in zip(Grid(Sum(a=a, b=b), ("a", "b"), budget).axes, (a, b), strict=True):
        assert min(abs(at - own) for at in axis) < 1e-4


def test_a_grid_becomes_finer_as_far_as_its_budget_goes():
    sizes = [list(map(len, Grid(Sum(), ("a", "b"), budget).axes)) for budget in (500, 5_000, 50_000, 500_000)]
    assert sizes == sorted(sizes)
    longest = [len(Sum.assumptions()[name].positions()) for name in ("a", "b")]
    assert sizes[0] < sizes[-1] == longest


@pytest.mark.parametrize("churn", [0.0, 0.001, 0.2, 1.0])
def test_a_grid_reaches_values_that_the_slider_does_not(churn):
    grid = Grid(UnitEconomics(churn=churn), ("churn",))
    assert churn in grid.axes[0]


def test_columns_that_never_change_are_told_once():
    grid = Grid(Sum(), ("a", "b"))
    assert grid.common == {"at": [0, 1]}
    assert Grid(UnitEconomics(), ("churn",)).common.keys() == {"series", "mark"}
