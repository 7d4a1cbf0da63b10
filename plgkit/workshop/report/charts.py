"""Pictures of a class: what changed between the tests, and where the time went."""

import pandas as pd

from plgkit.charts import theme
from plgkit.charts.picture import alt, dress

ROW = 26
"""Pixels for a lesson."""
_NAMES = {"minExtent": 120, "titleX": 0, "labelLimit": 190, "domain": False, "ticks": False}


def changes(rows: pd.DataFrame, description: str) -> alt.LayerChart:
    """For each lesson the share right before (a ring) and after (a disc), with a line between.

    Parameters
    ----------
    rows : DataFrame
        One row for each lesson, with its `title` and the shares `before` and `after`, from 0 to 1.
    description : str
        The picture in words.

    Returns
    -------
    altair.LayerChart
    """
    marks = [("line", "before"), ("before", "before"), ("after", "after")]
    base = alt.Chart(pd.concat([rows.assign(mark=mark, share=rows[at]) for mark, at in marks]))
    y = alt.Y("title:N").sort(list(rows["title"])).title(None).axis(**_NAMES)
    x = alt.X("share:Q").title("learners who were right").scale(domain=[0, 1])
    x = x.axis(format="%", tickCount=5, grid=True)
    line, before, after = (base.transform_filter(f"datum.mark === '{mark}'") for mark in ("line", "before", "after"))
    layers = alt.layer(
        line.mark_rule(color=theme.GREY, strokeWidth=2).encode(x=x, x2="after", y=y),
        before.mark_point(stroke=theme.ORANGE, fill=theme.PAPER, size=90, strokeWidth=2.5, opacity=1).encode(x=x, y=y),
        after.mark_point(color=theme.BLUE, size=110, filled=True, opacity=1).encode(x=x, y=y),
    )
    return dress(layers, description).properties(height=ROW * len(rows))


def times(rows: pd.DataFrame, description: str) -> alt.LayerChart:
    """For each lesson the middle half of the learners' minutes as a bar, the median, and what was planned.

    Parameters
    ----------
    rows : DataFrame
        One row for each lesson, with its `title` and the minutes `low`, `median`, `high` and `planned`.
    description : str
        The picture in words.

    Returns
    -------
    altair.LayerChart
    """
    base = alt.Chart(rows)
    y = alt.Y("title:N").sort(list(rows["title"])).title(None).axis(**_NAMES)
    x = alt.X("low:Q").title("minutes").scale(zero=True).axis(grid=True, tickCount=6)
    layers = alt.layer(
        base.mark_bar(color=theme.QUIET, size=12).encode(x=x, x2="high", y=y),
        base.mark_point(color=theme.BLUE, filled=True, size=110, opacity=1).encode(x="median:Q", y=y),
        base.mark_tick(color=theme.INK, thickness=2.5, size=20).encode(x="planned:Q", y=y),
    )
    return dress(layers, description).properties(height=ROW * len(rows))
