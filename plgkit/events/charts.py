"""Pictures of funnels and retention as `plgkit.funnel` and `plgkit.retention` measure them."""

import textwrap
from typing import Any

import numpy as np
import pandas as pd

from plgkit.charts.labels import fitting
from plgkit.charts.picture import Table, alt, dress
from plgkit.charts.theme import BLUE, CONFIG, GREY, GRID, INK, NARROW, PAPER, SERIES, WIDTH
from plgkit.events.funnel import MEASURED, wilson
from plgkit.events.log import one_line
from plgkit.models import words
from plgkit.support.errors import Refused

MOST_GROUPS, MOST_COHORTS, MOST_PERIODS = 8, 24, 24
"""More of them than a picture can hold: the largest groups, the latest cohorts, the first periods are drawn."""

ROW, CELL, CURVE = 26, 24, 220
LETTER = 6.3
"""About the width of a letter in pixels, to leave room for labels."""

LETTERS, NOTE = 70, 48
"""Of a title in one line, and of a note, which a phone shows in one line too."""

PALE = 0.22
ENTERED = "share of those who entered"
COHORTS = ["cohort", "users", "period", "returned", "share", "low", "high"]


def funnel_chart(result: pd.DataFrame) -> alt.LayerChart:
    """A bar for each step, by group if there are groups: the share of those who entered.

    A line through its end is the 95% interval. The pale part beyond it is what is still open when the log
    ends, and so not lost yet. Of more than eight groups the eight largest are drawn.

    Parameters
    ----------
    result : pandas.DataFrame
        What `plgkit.funnel` returned.

    Returns
    -------
    altair.LayerChart

    Raises
    ------
    Refused
        It is something else.

    Examples
    --------
    >>> log = pd.DataFrame({"user_id": [1, 1, 2], "event": ["visit", "pay", "visit"], "timestamp": "2024-05-01"})
    >>> from plgkit import funnel
    >>> print(funnel_chart(funnel(log, ["visit", "pay"])).to_dict()["description"])
    Of 2 users who entered with visit, 1 (50%) reached pay.
    """
    if not isinstance(result, pd.DataFrame) or not set(MEASURED) <= set(result.columns) or result.empty:
        raise Refused("funnel_chart: give it what plg.funnel returned")
    rows, names, groups = _bars(result)
    wide, narrow = (LETTER * rows[label].str.len().max() + 12 for label in ("label", "short"))
    # On a phone there is room for the share alone; the letters stand beside the longest bar all the same.
    label = f"({NARROW}) ? datum.short : datum.label"
    most = {"expr": f"width / max(60, width - (({NARROW}) ? {narrow:.0f} : {wide:.0f}))"}
    axis = alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1], labelFlush=False)
    steps = alt.Y("step:O", title=None).sort(rows.step.unique().tolist())
    base = alt.Chart(rows).encode(
        y=steps.scale(paddingInner=0.2, paddingOuter=0.1).axis(labelLimit=200, domain=False, ticks=False),
        x=alt.X("share:Q", title=ENTERED, axis=axis).scale(domainMin=0, domainMax=most),
    )
    if groups > 1:
        colours = SERIES[: len(names)] if len(names) <= len(SERIES) else [BLUE] * len(names)
        colour = alt.Color("group:N", legend=None).scale(domain=names, range=colours)
        base = base.encode(yOffset=alt.YOffset("group:O").sort(names), color=colour)
    else:
        base = base.encode(color=alt.value(BLUE))
    interval = base.transform_filter("datum.place > 1").encode(x="low:Q", x2="high:Q")
    chart = alt.layer(
        base.transform_filter("datum.open > datum.share").mark_bar(opacity=PALE, stroke="white").encode(x2="open:Q"),
        base.mark_bar(stroke="white").encode(x2=alt.datum(0)),
        interval.mark_rule(strokeWidth=4).encode(color=alt.value("white")),
        interval.mark_rule(strokeWidth=1.5).encode(color=alt.value(INK)),
        base.mark_text(align="left", dx=6, fontSize=12, text={"expr": label}).encode(x="end:Q", color=alt.value(INK)),
    )
    notes = ["line: 95% interval"]
    if rows.open.gt(rows.share).any():
        endless = "within" in result.attrs and result.attrs["within"] is None
        open_until = "without a window nobody is lost" if endless else "still open when the log ends, not lost yet"
        notes.append(f"pale: {open_until}")
    if len(names) < groups:
        notes.append(f"the {len(names)} largest of {groups} groups")
    sentence = _funnel_sentence(rows, names)
    by = {"group": "group"} if groups > 1 else {}
    table = Table({"step": "step"} | by | {"users": "users", "share": ENTERED, "low": "95% from", "high": "to"})
    chart = dress(chart, sentence, table).properties(height=ROW * len(rows) + 10 * rows.step.nunique())
    title: str | dict[str, str] = "How far each group gets"
    if groups == 1:
        title = fitting(textwrap.wrap(sentence, LETTERS), textwrap.wrap(sentence, LETTERS // 2))
    lines = [line for note in notes for line in textwrap.wrap(note, NOTE)]
    return chart.properties(title=alt.Title(title, subtitle=lines))


def retention_chart(result: pd.DataFrame) -> alt.VConcatChart:
    """The curve of all cohorts together, each cohort a thin line, above the triangle of the cohorts.

    The curve takes for each period the cohorts for which it is over; its band is the 95% interval. Cells whose
    period is not over are empty. The latest 24 cohorts and the first 24 periods are drawn.

    Parameters
    ----------
    result : pandas.DataFrame
        What `plgkit.retention` returned.

    Returns
    -------
    altair.VConcatChart

    Raises
    ------
    Refused
        It is something else, or no period of any cohort is over when the log ends.

    Examples
    --------
    >>> weeks = ["2024-05-01", "2024-05-09", "2024-05-16", "2024-05-23"]
    >>> log = pd.DataFrame({"user_id": 1, "event": ["signup", "use", "use", "use"], "timestamp": weeks})
    >>> from plgkit import retention
    >>> type(retention_chart(retention(log, start="signup", back="use"))).__name__
    'VConcatChart'
    """
    if not isinstance(result, pd.DataFrame) or not set(COHORTS) <= set(result.columns) or result.empty:
        raise Refused("retention_chart: give it what plg.retention returned")
    period = result.attrs.get("period", "period")
    cells = result[result.period <= MOST_PERIODS]
    curve = _curve(cells)
    if curve.empty:
        raise Refused("retention_chart: no period of any cohort is over when the log ends")
    cells = cells[cells.period <= curve.period.max()]
    names = _cohort_names(cells, period)
    latest = list(names.values())[-MOST_COHORTS:]
    cells = cells.assign(cohort=cells.cohort.map(names), kind="cell")
    rows = pd.concat([cells[cells.cohort.isin(latest)], curve.assign(cohort="", kind="all")], ignore_index=True)
    crowded = curve.period.max() > 13
    apart = (rows.kind == "cell") | (not crowded) | rows.period.isin([1, curve.period.max()])
    rows["label"] = rows.share.map("{:.0%}".format, na_action="ignore").where(apart).fillna("")
    # Altair writes a missing number as null only where numbers are floats.
    rows = rows.astype({"returned": float})
    across = alt.X("period:O", title=f"{period}s later").scale(type="band", domain=curve.period.tolist())
    base = alt.Chart(rows).encode(x=across.axis(labelAngle=0, domain=False, ticks=False))
    known = base.transform_filter("isValid(datum.share)")
    share = alt.Y("share:Q", title="share who came back").axis(format="%").scale(domainMin=0, nice=True)
    whole = known.transform_filter("datum.kind === 'all'")
    above = alt.layer(
        known.transform_filter("datum.kind === 'cell'")
        .mark_line(strokeWidth=1, opacity=0.35, color=GREY)
        .encode(y=share, detail="cohort:N"),
        whole.mark_area(opacity=PALE, color=BLUE).encode(y=alt.Y("low:Q"), y2="high:Q"),
        whole.mark_line(color=BLUE, point={"color": BLUE, "filled": True}).encode(y=share),
        whole.mark_text(dx=10, dy=-10, color=BLUE, fontSize=12).encode(y=share, text="label:N"),
    ).properties(width=WIDTH, height=CURVE)
    cell = base.transform_filter("datum.kind === 'cell'").encode(
        y=alt.Y("cohort:O", title=None).sort(latest).axis(minExtent=48, domain=False, ticks=False, labelLimit=220),
    )
    filled = cell.transform_filter("isValid(datum.share)")
    # A colour that pages have a dark counterpart of, laid on thinly: letters are read on the fullest cell too.
    shade = alt.FillOpacity("share:Q", legend=None).scale(domainMin=0, range=[0.05, 0.5])
    below = alt.layer(
        cell.transform_filter("!isValid(datum.share)").mark_rect(fill=PAPER, stroke=GRID, strokeDash=[2, 2]),
        filled.mark_rect(fill=BLUE, stroke=PAPER).encode(fillOpacity=shade),
        filled.mark_text(fontSize=11).encode(text="label:N"),
    ).properties(width=WIDTH, height=CELL * len(latest))
    chart = alt.vconcat(above, below, spacing=30)
    note = "blue: all cohorts with their 95% interval; grey: each cohort; empty: not over when the log ends"
    sentence = _retention_sentence(curve, period)
    title = alt.Title(textwrap.wrap(sentence, LETTERS), subtitle=textwrap.wrap(note, LETTERS))
    return chart.properties(title=title, description=sentence).configure(**CONFIG)


def _bars(result: pd.DataFrame) -> tuple[pd.DataFrame, list[str], int]:
    """What each bar shows, the names of the groups that have bars, and how many groups there are."""
    by = next((column for column in result.columns if column not in MEASURED), None)
    values = [None] if by is None else list(dict.fromkeys(None if pd.isna(value) else value for value in result[by]))
    steps = len(result) // len(values)
    place = np.tile(np.arange(1, steps + 1), len(values))
    first = result.users.to_numpy()[::steps]
    rows = pd.DataFrame(
        {
            "place": place,
            "step": [f"{at}  {one_line(step, 30)}" for at, step in zip(place, result.step, strict=True)],
            "group": np.repeat([""] if by is None else _names(values), steps),
            "share": result.share_of_first.to_numpy(),
            "low": result.low.to_numpy(),
            "high": result.high.to_numpy(),
            "open": result.share_of_first.to_numpy() + result.still_open.to_numpy() / np.repeat(first, steps),
            "users": result.users.to_numpy(),
        }
    )
    rows["end"] = rows[["open", "high"]].max(axis=1)
    rows["label"] = [_label(row) for row in rows.itertuples()]
    rows["short"] = [_short(row) for row in rows.itertuples()]
    largest = sorted(np.argsort(-first, kind="stable")[:MOST_GROUPS])
    names = [rows.group[group * steps] for group in largest]
    return rows[rows.group.isin(names)], names, len(values)


def _label(row: Any) -> str:
    text = f"{row.users:,}"
    if row.place > 1:
        low, high = (words.number(100 * bound, 3) for bound in (row.low, row.high))
        text = f"{words.percent(row.share)} ({low}–{high}) · {text}"
    return f"{row.group}  {text}".strip()


def _short(row: Any) -> str:
    return f"{row.group}  {words.percent(row.share) if row.place > 1 else f'{row.users:,}'}".strip()


def _names(values: list[Any]) -> list[str]:
    """Short names of groups, each its own."""
    names: list[str] = []
    for value in values:
        name = "(none)" if value is None else one_line(value, 24) or "(blank)"
        names.append(name if name not in names else f"{name} [{len(names) + 1}]")
    return names


def _funnel_sentence(rows: pd.DataFrame, groups: list[str]) -> str:
    """The picture in words."""
    sentences = []
    for group in groups:
        first, *_, last = rows[rows.group == group].itertuples()
        who = f"{group}: of" if group else "Of"
        entered = f"{words.count(first.users, 'user', digits=12)} who entered with {first.step[3:]}"
        sentences.append(f"{who} {entered}, {last.users:,} ({words.percent(last.share)}) reached {last.step[3:]}.")
    return " ".join(sentences)


def _curve(cells: pd.DataFrame) -> pd.DataFrame:
    """All cohorts together: for each period those for which it is over."""
    sums = cells.dropna(subset=["returned"]).groupby("period")[["returned", "users"]].sum().astype(int)
    low, high = wilson(sums.returned, sums.users)
    return sums.assign(share=sums.returned / sums.users, low=low, high=high).reset_index()


def _cohort_names(cells: pd.DataFrame, period: str) -> dict[pd.Timestamp, str]:
    """What each cohort is called: when it began and how large it is."""
    sizes = cells.drop_duplicates("cohort").set_index("cohort").users
    days = {start: "" if period == "month" else f"{start.day} " for start in sizes.index}
    return {start: f"{days[start]}{start:%b %Y} · {size:,}" for start, size in sizes.items()}


def _retention_sentence(curve: pd.DataFrame, period: str) -> str:
    """The curve in words, at its first period and its last."""
    shares = [
        f"{words.percent(row.share, 2)} "
        + (f"after {words.count(row.period, period)}" if row.period else f"in the same {period}")
        for row in curve.iloc[sorted({min(1, len(curve) - 1), len(curve) - 1})].itertuples()
    ]
    return f"Of those who started, came back: {words.listing(shares)}."
