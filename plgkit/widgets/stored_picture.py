"""The twin of an explorer: the same sliders, sentence and picture without a kernel.

JupyterLab draws it as it is, with sliders inside the chart. A plain page takes from it the payload of the explorer,
which an explorer that is stored puts under `usermeta`, and the picture without its sliders.
"""

import json
import textwrap
from collections.abc import Mapping, Sequence
from typing import Any

from plgkit.charts import vegalite
from plgkit.charts.picture import Picture
from plgkit.ideas.idea import Idea
from plgkit.widgets.grid import Grid
from plgkit.widgets.payloads import Control

CELLS = "cells"
LINE = 96
"""Characters in a line of the sentence above the chart."""


def twin(idea: Idea, controls: Sequence[str] | None = None) -> Picture:
    """An idea's explorer as one chart with sliders inside: it needs no kernel and no internet.

    Parameters
    ----------
    idea : Idea
        Where the sliders start.
    controls : sequence of str, optional
        Names of one to three assumptions that get a slider; by default the idea's own.

    Returns
    -------
    altair.LayerChart
        It holds the outcome at every position of its sliders.

    Raises
    ------
    Refused
        A control that the idea does not have, that is named twice, or more than three.

    Examples
    --------
    >>> from plgkit.ideas.unit_economics import UnitEconomics
    >>> [param["name"] for param in twin(UnitEconomics(), ["churn"]).to_dict(validate=False)["params"]]
    ['churn', 'cell']
    """
    return Picture.from_dict(twin_spec(idea, controls), validate=False)


def twin_spec(
    idea: Idea,
    controls: Sequence[str] | None = None,
    marks: Mapping[str, Sequence[float]] | None = None,
) -> dict:
    """The twin as a Vega-Lite specification.

    Parameters
    ----------
    idea, controls
        As for `twin`.
    marks : mapping of str to sequence of float, optional
        Values of each control that its slider has to hold.

    Returns
    -------
    dict
    """
    grid = Grid(idea, tuple(controls or idea.controls), marks=marks or {})
    # At spaces only: whoever joins the lines again must find the sentence as it was.
    wrapped = [textwrap.wrap(cell["sentence"], LINE, break_on_hyphens=False) for cell in grid.cells]
    lines = max(map(len, wrapped))
    varying = [name for name in grid.cells[0]["columns"] if name not in grid.common]
    values = [
        {"c": index, "s": text + [""] * (lines - len(text)), "h": cell["headline"]}
        | {name: cell["columns"][name] for name in varying}
        for index, (cell, text) in enumerate(zip(grid.cells, wrapped, strict=True))
    ]
    control_payloads = grid.control_payloads()
    picture = vegalite.spec(idea.chart())
    common = [{"calculate": _compact(column), "as": name} for name, column in grid.common.items()]
    columns = [*grid.common, *varying]
    return picture | {
        "title": {"text": {"expr": f"data('{CELLS}')[cell].s"}, "fontSize": 13, "fontWeight": "normal"},
        # As one text, the cells take one line of a notebook's file; as a list, each number takes one.
        "data": {"name": CELLS, "values": _compact(values), "format": {"type": "json"}},
        "params": [*map(_slider, control_payloads), {"name": "cell", "expr": _cell(control_payloads)}],
        "transform": [{"filter": "datum.c === cell"}, *common, {"flatten": columns, "as": columns}],
    }


def _compact(values: list) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _slider(control: Control) -> dict:
    """A control as a Vega-Lite parameter bound to an input of the page."""
    positions = control["positions"]
    unit = f" ({control['unit']})" if control["unit"] else ""
    bind: dict[str, Any] = {"name": f"{control['label']}{unit} "}
    if control["kind"] == "choice":
        bind |= {"input": "select", "options": positions}
    elif control["kind"] == "flag":
        bind |= {"input": "checkbox"}
    else:
        bind |= {"input": "range", "min": positions[0], "max": positions[-1]}
        bind["step"] = _step(positions)
    return {"name": control["name"], "value": control["value"], "bind": bind}


def _cell(controls: list[Control]) -> str:
    """The number of the cell that the sliders point at."""
    expression = "0"
    for control in controls:
        positions, name = control["positions"], control["name"]
        if control["kind"] in ("choice", "flag"):
            index = f"indexof({json.dumps(positions)}, {name})"
        else:
            index = f"round(({name} - {positions[0]}) / {_step(positions)})"
        expression = f"({expression}) * {len(positions)} + {index}"
    return expression


def _step(positions: list) -> float:
    """The distance between two positions; 1 where large cells leave room for one position only."""
    return (positions[-1] - positions[0]) / (len(positions) - 1) if len(positions) > 1 else 1
