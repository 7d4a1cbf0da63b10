"""The chance that a request points the right way, by the number of dimensions."""

import pandas as pd

from plgkit.charts.picture import Table, alt, dress
from plgkit.charts.prediction import with_prediction
from plgkit.charts.theme import BLUE, INK, QUIET
from plgkit.ideas.drift import DIMENSIONS, cap
from plgkit.models import words


def chances_chart(dimensions: int, within: float) -> alt.LayerChart:
    """The chance that a random request points the right way, by dimensions, with room for a prediction."""
    chances = cap(DIMENSIONS, within)
    rows = pd.DataFrame({"dimensions": DIMENSIONS, "share": chances})
    rows["here"] = rows["dimensions"] == dimensions
    # On a phone bars are narrow: two numbers side by side need different heights.
    start, here = chances[0], chances[dimensions - 2]
    named = {dimensions} | ({2} if dimensions > 5 or abs(here - start) > 0.2 * max(here, start) else set())
    rows["label"] = [
        words.chance(chance) if count in named else "" for count, chance in zip(DIMENSIONS, chances, strict=True)
    ]
    ways = alt.X("dimensions:O", title="dimensions: ways to change the product")
    near = f"chance of pointing within {words.number(within)}° of the vision"
    base = alt.Chart(rows).encode(
        x=ways.axis(labelAngle=0, labelOverlap=True), y=alt.Y("share:Q", title=near).axis(format="~%")
    )
    filled = alt.condition("datum.here", alt.value(BLUE), alt.value(QUIET))
    # Beside the bar on its left, which is higher where the chance falls.
    style = {"align": "left", "dx": -8, "dy": -9, "fontWeight": "bold"}
    chart = alt.layer(
        base.mark_bar().encode(color=filled),
        base.mark_text(stroke="white", strokeWidth=4, **style).encode(text="label:N"),
        base.mark_text(color=INK, **style).encode(text="label:N"),
    )
    falls = "falls" if within < 90 else "rises" if within > 90 else "stays the same"
    described = f"Bars: the chance {falls} with every further dimension."
    return dress(
        with_prediction(chart, "y", percent=True), described, Table({"dimensions": "dimensions", "share": near})
    )
