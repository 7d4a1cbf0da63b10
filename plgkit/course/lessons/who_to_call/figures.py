"""Of a hundred calls, how many reach a buyer."""

import pandas as pd

from plgkit.charts.picture import Table, alt, dress
from plgkit.charts.prediction import with_prediction
from plgkit.charts.theme import BLUE, FAINT, GREY, INK, ORANGE
from plgkit.ideas.who_to_call import WhoToCall
from plgkit.models import words

TITLE = "buyers among a hundred calls"


def calls_chart(idea: WhoToCall) -> alt.LayerChart:
    """Of a hundred calls, how many reach a buyer: at random, by the score, with a score that is never wrong."""
    numbers = idea.run().numbers
    perfect = min(1.0, idea.base_rate / idea.capacity)
    bars = {"at random": idea.base_rate, "by the score": numbers["precision"], "never wrong": perfect}
    frame = pd.DataFrame({"way": list(bars), "buyers": [100 * share for share in bars.values()]})
    frame["label"] = [words.number(buyers) for buyers in frame["buyers"]]
    frame["chosen"] = frame["way"] == "by the score"
    base = alt.Chart(frame).encode(
        y=alt.Y("way:N", sort=list(bars), title=None).axis(domain=False, ticks=False, minExtent=84, maxExtent=84),
        x=alt.X("buyers:Q", title=TITLE).scale(domain=[0, 100]).axis(tickCount=5),
    )
    full = base.transform_calculate(hundred="100").encode(x=alt.X("hundred:Q", title=TITLE))
    chart = alt.layer(
        full.mark_bar(height=34, color=FAINT, stroke=GREY, strokeWidth=0.5),
        base.mark_bar(height=34).encode(color=alt.condition("datum.chosen", alt.value(ORANGE), alt.value(BLUE))),
        base.mark_text(align="left", dx=6, color=INK, fontWeight="bold").encode(text="label:N"),
    )
    described = (
        f"Of a hundred calls at random {words.number(100 * idea.base_rate)} reach a buyer, by the score "
        f"{words.number(100 * numbers['precision'])}, with a score that is never wrong {words.number(100 * perfect)}."
    )
    return dress(with_prediction(chart, "x"), described, Table({"way": "a hundred calls", "buyers": "buyers reached"}))
