"""Ways compared step by step: their lines, where two of them cross, and the verdict where the reader stands."""

import pandas as pd

from plgkit.charts.labels import fitting, side_label
from plgkit.charts.picture import alt
from plgkit.charts.theme import BLUE, GREY, INK, LINE_HEIGHT, ORANGE, PAPER

POINTS = ("line", "now", "crossing")
"""The marks that are points of the model; the others give labels their place."""

MARGIN = 85
"""Pixels at the right of the lines for their names."""


def picture(frame: pd.DataFrame, x_title: str, y_title: str, ticks: list[int], few: list[int]) -> alt.LayerChart:
    """The chart of ways compared.

    Parameters
    ----------
    frame : DataFrame
        As `plgkit.models.layout.ways` makes them.
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
