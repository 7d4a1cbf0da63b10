"""The ledger of requests: where each leads, and where they head together."""

import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.charts.picture import Table, alt, dress
from plgkit.charts.prediction import with_prediction
from plgkit.charts.theme import BLUE, GREY, INK, ORANGE, PAPER
from plgkit.course.lessons.drift.exercises import LARGEST, Heading, headings
from plgkit.models import words

OTHERS, TOGETHER = "all other customers", "all together"
COLOURS = {OTHERS: BLUE, LARGEST: ORANGE, TOGETHER: INK}


def ledger_chart() -> alt.LayerChart:
    """The requests of the ledger by angle, and the headings of the largest customer, the others and all together."""
    largest, others, together = headings()
    requests = load("requests")
    who = requests["customer"].where(requests["customer"] == LARGEST, OTHERS)
    dots = requests[["angle"]].assign(money=requests["revenue_at_stake"], who=who, mark="request", label="")
    heads = [
        {"who": name, "angle": round(heading.angle, 1), "money": heading.money, "mark": "heading"}
        | {"label": f"{name}: {degrees(heading)}°"}
        for name, heading in ((OTHERS, others), (LARGEST, largest), (TOGETHER, together))
    ]
    rows = pd.concat([dots, pd.DataFrame(heads)], ignore_index=True)
    colour = alt.Color("who:N", legend=None).scale(domain=[*COLOURS], range=[*COLOURS.values()])
    base = alt.Chart(rows).encode(
        x=alt.X("angle:Q", title="angle to the vision in degrees: 0 leads straight to it, 90 sideways")
        .scale(domain=[-180, 180], nice=False)
        .axis(values=[-180, -90, 0, 90, 180]),
        y=alt.Y("who:N", title=None, sort=[*COLOURS]).axis(None),
        color=colour,
    )
    single = base.transform_filter("datum.mark == 'request'")
    head = base.transform_filter("datum.mark == 'heading'")
    chart = alt.layer(
        alt.Chart(rows).mark_rule(color=GREY, strokeDash=[3, 3]).encode(x=alt.datum(0)),
        single.mark_point(filled=True, opacity=0.35).encode(
            size=alt.Size("money:Q", legend=None).scale(range=[15, 160])
        ),
        head.mark_point(filled=True, opacity=1, shape="diamond", size=200, stroke=PAPER),
        *(
            head.mark_text(dy=-24, align="left", fontWeight="bold", **style).encode(text="label:N", x=alt.value(4))
            for style in ({"stroke": PAPER, "strokeWidth": 4}, {})
        ),
    )
    described = (
        f"Every request by its angle to the vision. {LARGEST} heads {degrees(largest)}° beside it, the other customers "
        f"{degrees(others)}°, all together {degrees(together)}°."
    )
    table = Table({"label": "who, and where they head", "money": "money at stake"}, ("heading",))
    return dress(with_prediction(chart, "x"), described, table)


def degrees(heading: Heading) -> str:
    """How far a heading is off the vision, in whole degrees."""
    return words.number(abs(round(heading.angle)))
