"""How pictures look, and how they reach a page that has no internet.

The one place for colours and type, and for importing Altair.
"""

import base64
import sys

# Building this grammar takes jsonschema about a second; only the check of IRIs in schemas is lost without it.
sys.modules.setdefault("rfc3987_syntax", None)

import altair as alt  # noqa: E402
import numpy as np  # noqa: E402

WIDTH, HEIGHT = 640, 300
ROWS = "outcome"
"""The name of the one table that a picture draws: whoever moves a slider swaps its rows."""

# Okabe and Ito's colours, darkened where they carry text: distinct for the three kinds of colour blindness.
BLUE, ORANGE, GREEN, PURPLE, GREY, INK = "#0b6aa8", "#c2410c", "#00785a", "#a4478b", "#6b7280", "#1f2937"
SERIES = [BLUE, ORANGE, GREEN, PURPLE]
PREDICTION = PURPLE

V5_MIME = "application/vnd.vegalite.v5+json"
V5_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
CONFIG = {
    "font": FONT,
    "background": "white",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": INK,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "gridColor": "#e5e7eb",
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


def dress(chart: alt.LayerChart, description: str) -> alt.LayerChart:
    """`chart` in the course's type, with a description for those who cannot see it."""
    return chart.properties(width=WIDTH, height=HEIGHT, description=description).configure(**CONFIG)


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


def predicted(chart: alt.LayerChart, axis: str) -> alt.LayerChart:
    """`chart` with room for a learner's answer: a rule across the "x" or the "y" axis, or a "line".

    It is drawn when the table "prediction" is filled (column `prediction`, for a line also `x`); until then
    nothing is seen of it.
    """
    guess = alt.Chart(alt.NamedData(name="prediction"))
    if axis == "line":
        line = guess.encode(x="x:Q", y="prediction:Q")
        last = line.transform_joinaggregate(last="max(x)").transform_filter("datum.x === datum.last")
        drawn = line.mark_line(color=PREDICTION, strokeWidth=2.5, strokeDash=[6, 3], interpolate="monotone")
        name = last.mark_text(color=PREDICTION, fontWeight="bold", align="right", dy=-8).encode(text=alt.value("you"))
        return alt.layer(chart, drawn, name)
    guess = guess.encode(**{axis: "prediction:Q"})
    label = guess.transform_calculate(label="'you: ' + datum.prediction").encode(text="label:N")
    if axis == "x":
        text = label.mark_text(color=PREDICTION, fontWeight="bold", dy=-9).encode(y=alt.value(0))
    else:
        text = label.mark_text(color=PREDICTION, fontWeight="bold", dy=-8, align="left").encode(x=alt.value(4))
    # Room above for a label that is not there yet when the picture is laid out.
    room = {"top": 22, "left": 5, "right": 5, "bottom": 5}
    rule = guess.mark_rule(color=PREDICTION, strokeWidth=2.5, strokeDash=[6, 3])
    return alt.layer(chart, rule, text).properties(padding=room)


def spec(chart: alt.LayerChart) -> dict:
    """The chart as Vega-Lite without its rows: they are to be given under the name `ROWS`."""
    return split(chart)[0]


def split(chart: alt.LayerChart) -> tuple[dict, dict[str, list]]:
    """The chart as Vega-Lite without its rows, and its rows as columns.

    A second table, named in the chart itself, may be left for whoever draws it to fill.
    """
    made = chart.to_dict()
    made.pop("$schema", None)
    tables = made.pop("datasets", {})
    if len(tables) != 1:
        raise TypeError(f"a picture draws one table, this one draws {len(tables)}")
    ((name, rows),) = tables.items()
    for layer in (made, *made.get("layer", [])):
        if layer.get("data", {}).get("name") == name:
            del layer["data"]
    made["data"] = {"name": ROWS}
    return made, {column: [row[column] for row in rows] for column in rows[0]}


def joined(made: dict, columns: dict[str, list]) -> dict:
    """A picture with its rows, for readers that draw it once; every other table stays empty."""
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return made | {"datasets": {ROWS: rows} | made.get("datasets", {})}


def png(made: dict, scale: float = 1) -> bytes:
    """A Vega-Lite specification as a picture, drawn as JupyterLab's own version of Vega-Lite would draw it."""
    import vl_convert

    return vl_convert.vegalite_to_png({**made, "$schema": V5_SCHEMA}, vl_version="5.8", scale=scale)


def bundle(made: dict, text: str, still: bool = False) -> dict:
    """A Vega-Lite specification as outputs of a notebook cell.

    JupyterLab draws the version 5 bundle itself, without the internet; the picture is for readers that
    draw nothing, the text for those that show none.
    """
    outputs = {V5_MIME: {"$schema": V5_SCHEMA, **made}, "text/plain": text}
    if still:
        outputs["image/png"] = base64.b64encode(png(made)).decode()
    return outputs


def _renderer(made: dict, **_: object) -> dict:
    return bundle(made, made.get("description", ""))


alt.renderers.register("plgkit", _renderer)
alt.renderers.enable("plgkit")
