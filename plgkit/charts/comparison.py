"""Ways compared step by step: their lines, where two of them cross, and the verdict where the reader stands."""

import math

import numpy as np
import pandas as pd

from plgkit.charts.labels import fitting, label_places, side_label
from plgkit.charts.picture import alt
from plgkit.charts.theme import BLUE, GREY, INK, LINE_HEIGHT, ORANGE, PAPER

POINTS = ("line", "now", "crossing")
"""The marks that are points of the model; the others give labels their place."""

MARGIN = 85
"""Pixels at the right of the lines for their names."""


def rows(
    x: str,
    y: str,
    steps: np.ndarray,
    lines: dict[str, np.ndarray],
    here: float,
    verdict: str,
    crossing: float,
    crossed: str,
) -> pd.DataFrame:
    """The rows that `picture` draws, as many for every outcome.

    Parameters
    ----------
    x, y : str
        Names of the columns for the steps and the values.
    steps : ndarray of shape (n,)
        The places at which the lines are known; a line is straight between them.
    lines : dict of ndarray of shape (n,)
        Three ways by name, with a value at each step; NaN for a way that is not drawn. The first two are compared.
    here : float
        Where the reader stands.
    verdict : str
        What is written there; not drawn beyond the last step.
    crossing : float
        Where the second way overtakes the first.
    crossed : str
        What is written there; not drawn beyond the last step.

    Returns
    -------
    DataFrame
        The columns `x` and `y`, `series` (the way), `mark` and `label`.

    Examples
    --------
    >>> lines = {"custom": np.array([0, 10]), "product": np.array([2, 7]), "neither": np.full(2, np.nan)}
    >>> frame = rows("deals", "cost", np.array([0, 10]), lines, 10, "3 saved", 4, "from here on")
    >>> frame.loc[frame["mark"] == "crossing", ["deals", "cost", "label"]].to_dict("list")
    {'deals': [4.0], 'cost': [4.0], 'label': ['from here on']}
    """
    names, values = list(lines), np.array(list(lines.values()), dtype=float)
    first, last = float(steps[0]), float(steps[-1])
    top = float(np.nanmax(values))
    tall = top - float(np.nanmin(values)) or 1.0

    def at(place: float, line: int) -> float:
        return float(np.interp(place, steps, values[line])) if place <= last else math.nan

    stands, crosses = (place if place <= last else first for place in (here, crossing))
    above = math.nan if here > last else top + 0.06 * tall
    ends = zip(names, label_places(values[:, -1], 0.075 * tall), strict=True)
    marks = [
        *(("line", step, values[line][i], names[line], None) for line in range(3) for i, step in enumerate(steps)),
        *(("end", last, place, name, None) for name, place in ends),
        *(("now", stands, at(here, line), names[line], None) for line in (0, 1)),
        ("verdict", stands, above, names[1], verdict),
        ("room", first, top + (0.09 + 0.07 * len(verdict.splitlines())) * tall, names[1], None),
        ("crossing", crosses, at(crossing, 1), names[1], crossed),
    ]
    return pd.DataFrame(marks, columns=["mark", x, y, "series", "label"])[[x, y, "series", "mark", "label"]]


def picture(frame: pd.DataFrame, x_title: str, y_title: str, ticks: list[int], few: list[int]) -> alt.LayerChart:
    """The chart of ways compared.

    Parameters
    ----------
    frame : DataFrame
        As `rows` makes them.
    x_title, y_title : str
        The titles of the axes.
    ticks, few : list of int
        What stands on the lower axis, and on a phone.

    Returns
    -------
    altair.LayerChart
        Not yet dressed.
    """
    x, y = frame.columns[:2]
    lines = frame[frame["mark"] == "line"]
    names = lines["series"].unique().tolist()
    colour = alt.Color("series:N", legend=None).scale(domain=names, range=[GREY, BLUE, ORANGE])
    dash = alt.StrokeDash("series:N", legend=None).scale(domain=names, range=[[6, 4], [1, 0], [2, 3]])
    shape = alt.Shape("series:N", legend=None).scale(domain=names, range=["square", "circle", "triangle"])
    span = [int(lines[x].min()), int(lines[x].max())]
    base = alt.Chart(frame).encode(
        x=alt.X(f"{x}:Q", title=x_title)
        .scale(domain=span, nice=False)
        .axis(values=fitting(ticks, few), titleAnchor="start", labelFlush=False, labelOverlap=False),
        y=alt.Y(f"{y}:Q", title=y_title),
    )
    ways, ends, now, verdict, room, crossing = (
        base.transform_filter(f"datum.mark == '{mark}' && isValid(datum.{y})")
        for mark in ("line", "end", "now", "verdict", "room", "crossing")
    )
    upright = base.transform_filter(f"(datum.mark == 'now' || datum.mark == 'verdict') && isValid(datum.{y})")
    below = {"expr": f"min(28, height - 6 - scale('y', datum.{y}))"}
    raised = {"expr": rf"-{LINE_HEIGHT} * (length(split(datum.label, '\n')) - 0.4)"}
    flag = side_label(x, MARGIN, beside=-1, letter=7.8)
    return alt.layer(
        room.mark_point(opacity=0),
        upright.mark_line(color=INK, strokeWidth=1).encode(order=f"{y}:Q"),
        ways.mark_line().encode(color=colour, strokeDash=dash),
        ends.mark_text(align="left", dx=9).encode(text="series:N", color=colour),
        crossing.mark_point(size=70, filled=False, strokeWidth=2, shape="diamond", color=INK),
        crossing.mark_text(dy=below, **side_label(x, MARGIN)).encode(text="label:N"),
        now.mark_point(size=90, filled=True, opacity=1, stroke=PAPER).encode(color=colour, shape=shape),
        verdict.mark_text(dy=raised, lineBreak="\n", lineHeight=LINE_HEIGHT, fontWeight="bold", **flag).encode(
            text="label:N"
        ),
    )
