"""Small charts for the tests of charts, and what is written in them."""

import re

import pandas as pd

from plgkit.charts import theme, vegalite
from plgkit.charts.picture import alt

ROWS = pd.DataFrame({"x": [0, 1, 2], "y": [0.5, None, 2.5], "line": ["a", "b", "c"]})


def chart(rows):
    """A line and its points."""
    return alt.layer(
        alt.Chart(rows).mark_line().encode(x="x:Q", y="y:Q"), alt.Chart(rows).mark_point().encode(x="x:Q", y="y:Q")
    )


def letters(made, width=theme.WIDTH, **tables):
    """What is written in a picture of this width, each line by itself."""
    drawn = made | {"width": width, "datasets": made.get("datasets", {}) | tables}
    return re.findall(r"<(?:text|tspan)[^>]*>([^<]+)<", vegalite.svg(drawn))
