"""Who stays as it is, as the gap promises, and as it comes if everybody is made to activate."""

import pandas as pd

from plgkit.charts.picture import Table, alt, dress
from plgkit.charts.prediction import with_prediction
from plgkit.charts.theme import BLUE, GREY, ORANGE
from plgkit.ideas.funnel_lift import FunnelLift
from plgkit.models import words

NOW, EXPECTED, TRUE = "as it is", "if the gap were the effect", "if everybody is made to activate"


def forced_chart(idea: FunnelLift) -> alt.LayerChart:
    """Who stays as it is, as the gap promises, and as it comes if everybody is made to activate."""
    numbers = idea.run().numbers
    now, gained = numbers["stay_now"], numbers["stay_if_all_activated"]
    rows = pd.DataFrame({"what": [NOW, EXPECTED, TRUE], "share": [now, numbers["stay_if_activated"], gained]})
    rows["label"] = [words.percent(share) for share in rows["share"]]
    base = alt.Chart(rows).encode(
        y=alt.Y("what:N", sort=[NOW, EXPECTED, TRUE], title=None).axis(
            labels=False, domain=False, ticks=False, minExtent=0
        ),
        x=alt.X("share:Q", title="share who stay").axis(format="~%"),
    )
    colour = alt.Color("what:N", legend=None).scale(domain=[NOW, EXPECTED, TRUE], range=[GREY, ORANGE, BLUE])
    named = base.transform_calculate(name="datum.what + ': ' + datum.label")
    chart = alt.layer(
        base.mark_bar(height=30, yOffset=10).encode(color=colour),
        named.mark_text(align="left", dx=2, dy=-18).encode(x=alt.value(0), text="name:N"),
    )
    described = f"Bars: {words.percent(now)} stay as it is, {words.percent(gained)} if everybody is made to activate."
    table = Table({"what": "who", "share": "share who stay"})
    return dress(with_prediction(chart, "x", percent=True, above=now), described, table)
