"""Of 100 wins, how many are false, by the share of ideas that work."""

import numpy as np
import pandas as pd

from plgkit.charts.picture import Table, alt, dress
from plgkit.charts.prediction import with_prediction
from plgkit.charts.theme import BLUE, INK, ORANGE
from plgkit.ideas.feature_factory import FeatureFactory
from plgkit.models import words


def false_wins_chart(idea: FeatureFactory) -> alt.LayerChart:
    """Of 100 wins, how many are false, by the share of ideas that work; with room for a prediction."""
    own = idea.run().numbers["false_win_share"]
    shares = np.unique(np.append(np.arange(1, 51) / 100, idea.win_rate))
    promised = 100 * idea.alpha
    false = [idea.changed(win_rate=float(share)).run().numbers["false_win_share"] for share in shares]
    rows = [("curve", 100 * share, 100 * value, "") for share, value in zip(shares, false, strict=True)]
    rows += [
        ("promise", rows[-1][1], promised, f"the level: {words.number(promised)} of 100"),
        ("own", 100 * idea.win_rate, 100 * own, f"{words.number(100 * own, 2)} of 100 are false"),
    ]
    frame = pd.DataFrame(rows, columns=["mark", "works", "false", "label"])
    base = alt.Chart(frame).encode(
        x=alt.X("works:Q", title="of 100 ideas, how many work").scale(domainMin=0, nice=False).axis(tickCount=5),
        y=alt.Y("false:Q", title="of 100 wins, how many are false").scale(domain=[0, 100]),
    )
    curve, promise, mine = (base.transform_filter(f"datum.mark == '{mark}'") for mark in ("curve", "promise", "own"))
    level, share = promise.encode(text="label:N"), mine.encode(text="label:N")
    aside = {"align": "right", "dx": -8} if idea.win_rate > 0.3 else {"align": "left", "dx": 10}
    # Low down, its label must pass over the curve and over the level's.
    aside["dy"] = -10 if 100 * own > promised + 12 else -46
    halo = {"stroke": "white", "strokeWidth": 4}
    chart = alt.layer(
        curve.mark_line(color=BLUE, strokeWidth=3),
        promise.mark_rule(color=INK, strokeDash=[2, 3]).encode(x=alt.value(0), x2=alt.value("width")),
        level.mark_text(align="right", dy=-24, **halo),
        level.mark_text(align="right", dy=-24, color=INK),
        mine.mark_point(color=ORANGE, filled=True, opacity=1, size=110, stroke="white"),
        share.mark_text(fontWeight="bold", **aside, **halo),
        share.mark_text(color=ORANGE, fontWeight="bold", **aside),
    )
    described = (
        f"A falling line: the fewer ideas work, the more wins are false. Where {words.percent(idea.win_rate)} work, "
        f"{words.number(100 * own, 2)} of 100 wins are false."
    )
    table = Table({"works": "of 100 ideas, work", "false": "of 100 wins, are false"}, ("curve", "own"))
    return dress(with_prediction(chart, "y"), described, table)
