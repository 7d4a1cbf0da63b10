"""Room in a picture for what a learner predicted."""

from plgkit.charts.picture import alt
from plgkit.charts.theme import CONFIG, LINE_HEIGHT, PADDING, PREDICTION

TABLE = "prediction"
"""The name of the table that a learner's answer fills."""

DASHED = {"color": PREDICTION, "strokeWidth": 2.5, "strokeDash": [6, 3]}
NAME = {"color": PREDICTION, "fontWeight": "bold"}


def with_prediction(chart: alt.LayerChart, axis: str, percent: bool = False, above: float = 0) -> alt.LayerChart:
    """`chart` with room for a learner's answer: a rule across the "x" or the "y" axis, or a "line".

    It is drawn when the table "prediction" is filled (column `prediction`, for a line also `x`); until then
    nothing is seen of it.

    Parameters
    ----------
    chart : altair.LayerChart
        The picture, not yet dressed.
    axis : {"x", "y", "line"}
        What the answer is.
    percent : bool
        The answer is in percent, and the axis holds shares.
    above : float
        Where on the axis an answer of 0 stands, for one that says by how much something rises.

    Returns
    -------
    altair.LayerChart
        The picture with the layers of the answer on top.

    Examples
    --------
    >>> points = alt.layer(alt.Chart(alt.InlineData([{"x": 1}])).mark_point().encode(x="x:Q"))
    >>> len(with_prediction(points, "y").to_dict()["layer"])
    3
    """
    guess = alt.Chart(alt.NamedData(name=TABLE))
    if axis == "line":
        line = guess.encode(x="x:Q", y="prediction:Q")
        last = line.transform_joinaggregate(last="max(x)").transform_filter("datum.x === datum.last")
        name = last.mark_text(**NAME, align="right", dy=-8).encode(text=alt.value("you"))
        return alt.layer(chart, line.mark_line(**DASHED, interpolate="monotone"), name)
    answer = f"({100 * above if percent else above} + datum.prediction)" if above else "datum.prediction"
    text = f"format({answer}, '.3~g') + '%'" if percent else f"format({answer}, {answer} < 1e6 ? ',.6~r' : '.3~s')"
    label = f"'you: ' + {text}" if axis == "x" else f"['you:', {text}]"
    guess = guess.transform_calculate(place=f"{answer} / 100" if percent else answer, label=label)
    rule = guess.mark_rule(**DASHED).encode(**{axis: "place:Q"})
    # Room for a label that is not there yet when the picture is laid out: above the plot, or at its right.
    if axis == "x":
        place = "scale('x', datum.place)"
        side = {"expr": f"{place} < 40 ? 'left' : {place} > width - 40 ? 'right' : 'center'"}
        name = guess.mark_text(dy=-9, align=side, **NAME).encode(x="place:Q", y=alt.value(0), text="label:N")
        raised = CONFIG["axisY"] | {"titleY": CONFIG["axisY"]["titleY"] - LINE_HEIGHT}
        return alt.layer(chart, rule, name).properties(padding=PADDING | {"top": 22}).configure_axisY(**raised)
    name = guess.mark_text(dx=6, dy=-6, align="left", **NAME)
    name = name.encode(x=alt.value("width"), y="place:Q", text="label:N")
    return alt.layer(chart, rule, name).properties(padding=PADDING | {"right": 58})
