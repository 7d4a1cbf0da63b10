"""How pictures look, and how they reach a page that has no internet.

The one place for colours and type, and for importing Altair.
"""

import json
import textwrap
from dataclasses import dataclass
from typing import Any

import altair as alt
import numpy as np

WIDTH, HEIGHT = 640, 300
NARROW = "width < 420"
"""Holds on a phone: pages fit a picture to its place, JupyterLab and paper draw it as wide as `WIDTH`."""
FOLD = 44
"""Letters of an axis title in one line on a phone."""
LINE_HEIGHT = 15
ROWS = "outcome"
"""The name of the one table that a picture draws: whoever moves a slider swaps its rows."""

# Okabe and Ito's colours, darkened where they carry text: distinct for the three kinds of colour blindness.
COLOURS = {
    "blue": ("#0b6aa8", "#62b4ee"),
    "orange": ("#c2410c", "#f5985f"),
    "green": ("#00785a", "#3cc79a"),
    "purple": ("#8e2c78", "#eab0dc"),
    "grey": ("#6b7280", "#a0a9b6"),
    "ink": ("#1f2937", "#e5e9ef"),
    "soft": ("#565f6d", "#b0b9c5"),
    "edge": ("#858f9d", "#7d8897"),
    "quiet": ("#c8cbd1", "#4d5766"),
    "line": ("#d1d5db", "#3d4654"),
    "grid": ("#e5e7eb", "#303844"),
    "faint": ("#f3f4f6", "#252c36"),
    "panel": ("#f6f8fa", "#222932"),
    "paper": ("white", "#181d24"),
    "page": ("white", "#101419"),
}
"""Every colour by name: on paper, and on a screen that is dark. Pictures are made in the first of the two;
pages know both (see `front.colours`)."""

BLUE, ORANGE, GREEN, PURPLE, GREY, INK = (
    COLOURS[name][0] for name in ("blue", "orange", "green", "purple", "grey", "ink")
)
GRID, QUIET, FAINT, PAPER = (COLOURS[name][0] for name in ("grid", "quiet", "faint", "paper"))
SERIES = [BLUE, ORANGE, GREEN, PURPLE]
PREDICTION = PURPLE
PADDING = {"top": 5, "left": 5, "right": 5, "bottom": 5}

V5_MIME = "application/vnd.vegalite.v5+json"
V5_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
CONFIG: dict[str, Any] = {
    "font": FONT,
    "background": PAPER,
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": GRID,
        "domainColor": GREY,
        "tickColor": GREY,
    },
    # One width for the labels of all usual numbers: the plot does not jump when a slider moves.
    "axisY": {"minExtent": 48, "titleAlign": "left", "titleAngle": 0, "titleAnchor": "end"}
    | {"titleY": -12, "titleX": -46, "domain": False, "ticks": False},
    "axisX": {"grid": False},
    "text": {"fontSize": 13, "color": INK},
    "title": {"anchor": "start", "fontSize": 15, "subtitleFontSize": 13, "color": INK, "offset": 18}
    | {"subtitleColor": INK, "subtitleLineHeight": 18, "subtitlePadding": 6},
    "line": {"strokeWidth": 2.5},
    "range": {"category": SERIES},
}


@dataclass(frozen=True)
class Table:
    """What a picture draws, as a table for those who cannot see it or want the numbers.

    Attributes:
        headings: the columns of its rows that are shown, by name; a row that lacks one of them is not shown.
        marks: the values of the column `mark` whose rows are shown, by default all: rows that only give a label
            its place are none of a reader's business.
    """

    headings: dict[str, str]
    marks: tuple[str, ...] = ()


def dress(chart: alt.LayerChart, description: str, table: Table | None = None) -> alt.LayerChart:
    """`chart` in the course's type, with a description for those who cannot see it, and a table beside it."""
    own = {} if chart.config is alt.Undefined else chart.config.to_dict()
    chart = chart.properties(width=WIDTH, height=HEIGHT, description=description).configure(**(CONFIG | own))
    if table is None:
        return chart
    # As pairs: a notebook's file would not keep the order of the names.
    return chart.properties(usermeta={"table": {"headings": [*table.headings.items()], "marks": table.marks}})


def fitting(wide: object, narrow: object) -> dict[str, str]:
    """A property of a mark or an axis that differs on a phone.

    >>> fitting(13, 11)
    {'expr': '(width < 420) ? 11 : 13'}
    """
    return {"expr": f"({NARROW}) ? {_literal(narrow)} : {_literal(wide)}"}


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def kept_inside(x: str, room: float = 0, beside: float = 9, letter: float = 7) -> dict:
    """Properties of text marks that start right of their point, and move left where they would run out.

    Args:
        x: the column drawn along the "x" scale; the text is the column `label`, its lines divided by line breaks.
        room: pixels that a text may reach beyond the right end of the axis.
        beside: pixels between a point and its text.
        letter: pixels that a letter takes; Vega cannot measure a text before it draws it.
    """
    longest = r"extent(pluck(split(datum.label, '\n'), 'length'))[1]"
    at = f"scale('x', datum.{x})"
    return {"align": "left", "dx": {"expr": f"max(-{at}, min({beside}, width + {room} - {letter} * {longest} - {at}))"}}


def apart(values: np.ndarray, gap: float) -> np.ndarray:
    """Places for labels at `values`: in the same order, at least `gap` from each other; NaN stays.

    >>> apart(np.array([1.0, 5.0, 1.2]), 1).round(2).tolist()
    [0.73, 4.73, 1.73]
    """
    order = np.argsort(values, kind="stable")
    steps = gap * np.arange(len(values))
    ranked = values[order]
    placed = np.fmax.accumulate(ranked - steps) + steps + 0 * ranked
    return (placed + np.nanmean(ranked - placed))[np.argsort(order)]


def predicted(chart: alt.LayerChart, axis: str, percent: bool = False, above: float = 0) -> alt.LayerChart:
    """`chart` with room for a learner's answer: a rule across the "x" or the "y" axis, or a "line".

    It is drawn when the table "prediction" is filled (column `prediction`, for a line also `x`); until then
    nothing is seen of it. `percent`: the answer is in percent, and the axis holds shares. `above`: where on
    the axis an answer of 0 stands, for one that says by how much something rises.
    """
    guess = alt.Chart(alt.NamedData(name="prediction"))
    if axis == "line":
        line = guess.encode(x="x:Q", y="prediction:Q")
        last = line.transform_joinaggregate(last="max(x)").transform_filter("datum.x === datum.last")
        drawn = line.mark_line(color=PREDICTION, strokeWidth=2.5, strokeDash=[6, 3], interpolate="monotone")
        name = last.mark_text(color=PREDICTION, fontWeight="bold", align="right", dy=-8).encode(text=alt.value("you"))
        return alt.layer(chart, drawn, name)
    given = f"({100 * above if percent else above} + datum.prediction)" if above else "datum.prediction"
    said = f"format({given}, '.3~g') + '%'" if percent else f"format({given}, {given} < 1e6 ? ',.6~r' : '.3~s')"
    label = f"'you: ' + {said}" if axis == "x" else f"['you:', {said}]"
    guess = guess.transform_calculate(place=f"{given} / 100" if percent else given, label=label)
    rule = guess.mark_rule(color=PREDICTION, strokeWidth=2.5, strokeDash=[6, 3]).encode(**{axis: "place:Q"})
    name = {"color": PREDICTION, "fontWeight": "bold"}
    # Room for a label that is not there yet when the picture is laid out: above the plot, or at its right.
    if axis == "x":
        at = "scale('x', datum.place)"
        side = {"expr": f"{at} < 40 ? 'left' : {at} > width - 40 ? 'right' : 'center'"}
        text = guess.mark_text(dy=-9, align=side, **name).encode(x="place:Q", y=alt.value(0), text="label:N")
        raised = CONFIG["axisY"] | {"titleY": CONFIG["axisY"]["titleY"] - LINE_HEIGHT}
        return alt.layer(chart, rule, text).properties(padding=PADDING | {"top": 22}).configure_axisY(**raised)
    text = guess.mark_text(dx=6, dy=-6, align="left", **name)
    text = text.encode(x=alt.value("width"), y="place:Q", text="label:N")
    return alt.layer(chart, rule, text).properties(padding=PADDING | {"right": 58})


def spec(chart: alt.LayerChart) -> dict:
    """The chart as Vega-Lite without its rows: they are to be given under the name `ROWS`."""
    return split(chart)[0]


def split(chart: alt.LayerChart) -> tuple[dict, dict[str, list]]:
    """The chart as Vega-Lite without its rows, and its rows as columns.

    A second table, named in the chart itself, may be left for whoever draws it to fill.
    """
    made = chart.to_dict(validate=False)  # each picture is checked by a test: that takes as long as making it
    made.pop("$schema", None)
    tables = made.pop("datasets", {})
    if len(tables) != 1:
        raise TypeError(f"a picture draws one table, this one draws {len(tables)}")
    ((name, rows),) = tables.items()
    for layer in (made, *made.get("layer", [])):
        if layer.get("data", {}).get("name") == name:
            del layer["data"]
    made["data"] = {"name": ROWS}
    _fold_titles(made, (CONFIG | made.get("config", {}))["axisY"]["titleY"])
    return made, {column: [row[column] for row in rows] for column in rows[0]}


def _fold_titles(made: dict, above: float) -> None:
    """Long titles of axes get a second line on a phone; the upright axis's, `above` the plot, makes room for it."""
    for layer in made.get("layer", []):
        _fold_titles(layer, above)
    for channel in ("x", "y"):
        encoded = made.get("encoding", {}).get(channel, {})
        title = encoded.get("title")
        if not isinstance(title, str) or len(title) <= FOLD or encoded.get("axis", {}) is None:
            continue
        count = len(textwrap.wrap(title, FOLD))
        even = (textwrap.wrap(title, letters) for letters in range(len(title) // count, FOLD + 1))
        lines = next(lines for lines in even if len(lines) == count)
        folded = {"title": fitting(title, lines)}
        if channel == "y":
            folded["titleY"] = fitting(above, above - LINE_HEIGHT * (len(lines) - 1))
        encoded["axis"] = encoded.get("axis", {}) | folded


def joined(made: dict, columns: dict[str, list]) -> dict:
    """A picture with its rows, for readers that draw it once; every other table stays empty."""
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return made | {"datasets": {ROWS: rows} | made.get("datasets", {})}


def png(made: dict, scale: float = 1) -> bytes:
    """A Vega-Lite specification as a picture, drawn as JupyterLab's own version of Vega-Lite would draw it."""
    import vl_convert

    return vl_convert.vegalite_to_png({**made, "$schema": V5_SCHEMA}, vl_version="5.8", scale=scale)


def svg(made: dict) -> str:
    """The same picture as SVG, about a tenth of the size, with letters that stay letters."""
    import vl_convert

    return vl_convert.vegalite_to_svg({**made, "$schema": V5_SCHEMA}, vl_version="5.8")


def bundle(made: dict, text: str) -> dict:
    """A Vega-Lite specification as outputs of a notebook cell.

    JupyterLab draws the version 5 bundle itself, without the internet; the text is for readers that draw nothing.
    """
    return {V5_MIME: {"$schema": V5_SCHEMA, **made}, "text/plain": text}


def _renderer(made: dict, **_: object) -> dict:
    return bundle(made, made.get("description", ""))


alt.renderers.register("plgkit", _renderer)
alt.renderers.enable("plgkit")
