"""Predictions of a class as a distribution, against the truth."""

import math
from collections import Counter
from dataclasses import dataclass

import altair as alt
import numpy as np
import pandas as pd

from plgkit.charts import theme
from plgkit.models import words
from plgkit.workshop.report.answers import Answer

BARS = 14
"""About so many bars: fewer hide a gap, more fall apart."""
TALL = 190


@dataclass(frozen=True)
class Spread:
    """How a class's numbers lie.

    Attributes:
        unit: what the numbers are; of teams with truths of their own, the prediction divided by the truth.
        truth: the right number, 1 where the unit is a multiple of it, None where it is not known.
        numbers: the predictions, in that unit.
        bins: rows of `from`, `to` and `learners`; the outermost hold whatever lies beyond them.
    """

    unit: str
    truth: float | None
    numbers: np.ndarray
    bins: pd.DataFrame

    @property
    def sentence(self) -> str:
        """The distribution in words."""
        low, middle, high = np.percentile(self.numbers, [25, 50, 75])
        said = words.count(len(self.numbers), "prediction", digits=9)
        told = f"{said}, from {words.number(self.numbers.min())} to {words.number(self.numbers.max())}."
        half = f"Half lie from {words.number(low)} to {words.number(high)}, the middle one is {words.number(middle)}."
        truth = "" if self.truth is None else f" The truth is {words.number(self.truth)}."
        return f"{told} {half}{truth}"


def spread(answers: list[Answer], unit: str) -> Spread | None:
    """The distribution of predicted numbers; None where none can be drawn."""
    numbered = [one for one in answers if one.number is not None]
    numbered = [one for one in numbered if one.truth is not None] or numbered
    truths = {one.truth for one in numbered if one.truth is not None}
    if len(truths) > 1 and all(truths):
        numbers = np.array([one.number / one.truth for one in numbered])
        unit, truth = "the prediction, divided by the truth of the team's own numbers", 1.0
    else:
        numbers = np.array([float(one.number) for one in numbered])
        truth = truths.pop() if len(truths) == 1 else None
    return Spread(unit, truth, numbers, _bins(numbers, truth)) if len(numbers) else None


def _bins(numbers: np.ndarray, truth: float | None) -> pd.DataFrame:
    """Bars of one width over nearly all of the numbers, and over the truth."""
    low, high = np.percentile(numbers, [3, 97])
    low, high = (min(low, truth), max(high, truth)) if truth is not None else (low, high)
    step = _nice((high - low) / BARS or abs(high) / BARS or 1)
    step = max(step, 1) if (numbers == np.round(numbers)).all() else step
    first, last = math.floor(low / step), math.floor(high / step)
    counted = Counter(np.clip(np.floor(numbers / step), first, last).astype(int).tolist())
    rows = [(k * step, (k + 1) * step, counted[k]) for k in range(first, last + 1)]
    return pd.DataFrame(rows, columns=["from", "to", "learners"]).astype({"from": float, "to": float})


def _nice(width: float) -> float:
    """The next number above that is 1, 2 or 5 times a power of ten."""
    size = 10.0 ** math.floor(math.log10(width))
    return next(size * step for step in (1, 2, 5, 10) if width <= size * step * 1.0001)


def chart(found: Spread) -> alt.LayerChart:
    """The distribution as bars, the truth as a line through them."""
    rows = found.bins.assign(mark="bar", label="")
    if found.truth is not None:
        rows.loc[len(rows)] = [found.truth, found.truth, 0, "truth", f"truth: {words.number(found.truth)}"]
    top = max(4, int(found.bins["learners"].max()))
    x = alt.X("from:Q").title(found.unit).scale(zero=False, nice=False)
    y = alt.Y("learners:Q").title("learners").scale(domain=[0, top]).axis(tickMinStep=1, tickCount=4)
    base = alt.Chart(rows)
    bars = base.transform_filter("datum.mark === 'bar'").encode(x=x, x2="to", y=y, y2=alt.datum(0))
    truth = base.transform_filter("datum.mark === 'truth'").encode(x="from:Q")
    side = {"expr": "scale('x', datum.from) > width / 2 ? 'right' : 'left'"}
    beside = {"expr": "scale('x', datum.from) > width / 2 ? -7 : 7"}
    drawn = alt.layer(
        bars.mark_bar(color=theme.PREDICTION, stroke=theme.PAPER, strokeWidth=1),
        truth.mark_rule(color=theme.INK, strokeWidth=2.5),
        truth.mark_text(align=side, dx=beside, dy=-9, fontWeight="bold").encode(y=alt.value(0), text="label:N"),
    )
    room = {"top": 18, "left": 5, "right": 5, "bottom": 5}
    return theme.dress(drawn, found.sentence).properties(height=TALL, padding=room)
