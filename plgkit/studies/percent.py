"""Pictures over which a predicted percentage is laid."""

from plgkit.look import PREDICTION, alt, dress

MARGIN = 48
"""Room at the right for a label that is not there yet when the picture is laid out."""


def guessed(picture: alt.LayerChart, description: str) -> alt.LayerChart:
    """`picture`, whose upright axis holds shares, with room for a learner's answer in percent.

    `look.predicted` draws an answer in the unit of the axis; this one is a hundred times as large.
    """
    guess = alt.Chart(alt.NamedData(name="prediction")).transform_calculate(
        share="datum.prediction / 100", label="['you:', format(datum.prediction, '.3~g') + '%']"
    )
    guess = guess.encode(y="share:Q")
    rule = guess.mark_rule(color=PREDICTION, strokeWidth=2.5, strokeDash=[6, 3])
    label = guess.mark_text(color=PREDICTION, fontWeight="bold", align="left", dx=6, dy=-6)
    room = {"top": 22, "left": 5, "right": MARGIN, "bottom": 5}
    named = label.encode(text="label:N", x=alt.value("width"))
    return dress(alt.layer(picture, rule, named).properties(padding=room), description)
