"""Customers over months as lines with their names in the picture, as several ideas draw them."""

from typing import Any

import pandas as pd

from plgkit.charts.picture import alt

MONTH = "datum.value % 1 ? '' : datum.value"


def customer_lines(
    frame: pd.DataFrame, styles: dict[str, tuple[str, list[int]]], interpolate: str = "linear", **name: Any
) -> alt.LayerChart:
    """Lines of customers by month, and the names that stand beside them.

    Parameters
    ----------
    frame : DataFrame
        The columns `month`, `customers` (missing values are not drawn), `series`, `mark` ("line", or anything else for
        a name that stands at its place); `label` is the name, unless `text` says more.
    styles : dict of tuple
        The colour and the dash of each series.
    interpolate : str
        How a line runs between its points.
    **name
        Properties of the names; an expression knows the row, and as `datum.most` the highest number.

    Returns
    -------
    altair.LayerChart
        Not yet dressed.
    """
    order = list(styles)
    colours, dashes = zip(*styles.values(), strict=True)
    base = alt.Chart(frame).encode(
        x=alt.X("month:Q", title="month").scale(nice=False).axis(labelExpr=MONTH),
        y=alt.Y("customers:Q", title="customers"),
        color=alt.Color("series:N", legend=None).scale(domain=order, range=list(colours)),
    )
    points = base.transform_filter("isValid(datum.customers)")
    names = points.transform_joinaggregate(most="max(customers)").transform_filter("datum.mark != 'line'")
    # Room above the highest name: it would stand on the title of the axis.
    room = names.transform_calculate(headroom="1.1 * datum.most").mark_point(opacity=0)
    return alt.layer(
        room.encode(y=alt.Y("headroom:Q", title="customers")),
        points.transform_filter("datum.mark == 'line'")
        .mark_line(interpolate=interpolate)
        .encode(strokeDash=alt.StrokeDash("series:N", legend=None).scale(domain=order, range=list(dashes))),
        names.mark_text(**({"text": {"expr": "datum.label"}} | name)),
    )
