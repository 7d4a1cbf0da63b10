"""Predictions of a class as a distribution, against the truth."""

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from plgkit.charts import theme
from plgkit.charts.picture import alt, dress
from plgkit.models import words
from plgkit.workshop.report.answers import Answer

BARS = 14
"""About so many bars: fewer hide a gap, more fall apart."""
TALL = 190
NARROWEST = 1e-9
"""The least width of a bar: what differs by less is one number."""


@dataclass(frozen=True)
class Spread:
    """How a class's numbers lie.

    Attributes
    ----------
    unit : str
        What the numbers are; of teams with truths of their own, the prediction divided by the truth.
    truth : float or None
        The right number, 1 where the unit is a multiple of it, None where it is not known.
    numbers : ndarray of shape (learners,)
        The predictions, in that unit.
    bins : DataFrame
        Rows of `from`, `to` and `learners`; the outermost hold whatever lies beyond them.
    """

    unit: str
    truth: float | None
    numbers: np.ndarray
    bins: pd.DataFrame

    @property
    def sentence(self) -> str:
        """The distribution in words."""
        low, middle, high = np.percentile(self.numbers, [25, 50, 75])
        count = words.count(len(self.numbers), "prediction", digits=9)
        span = f"{count}, from {words.number(self.numbers.min())} to {words.number(self.numbers.max())}."
        half = f"Half lie from {words.number(low)} to {words.number(high)}, the middle one is {words.number(middle)}."
        truth = "" if self.truth is None else f" The truth is {words.number(self.truth)}."
        return f"{span} {half}{truth}"


def spread(answers: list[Answer], unit: str) -> Spread | None:
    """The distribution of predicted numbers.

    Parameters
    ----------
    answers : list of Answer
        To one question.
    unit : str
        What its numbers are.

    Returns
    -------
    Spread or None
        None where no answer is a number.
    """
    numbered = [answer for answer in answers if answer.number is not None]
    numbered = [answer for answer in numbered if answer.truth is not None] or numbered
    truths = {answer.truth for answer in numbered if answer.truth is not None}
    if len(truths) > 1 and all(truths):
        numbers = np.array([answer.number / answer.truth for answer in numbered])
        unit, truth = "the prediction, divided by the truth of the team's own numbers", 1.0
    else:
        numbers = np.array([float(answer.number) for answer in numbered])
        truth = truths.pop() if len(truths) == 1 else None
    return Spread(unit, truth, numbers, _bins(numbers, truth)) if len(numbers) else None


def _bins(numbers: np.ndarray, truth: float | None) -> pd.DataFrame:
    """Bars of one width over nearly all of the numbers, and over the truth."""
    low, high = np.percentile(numbers, [3, 97])
    low, high = (min(low, truth), max(high, truth)) if truth is not None else (low, high)
    step = _nice(max((high - low) / BARS or abs(high) / BARS or 1, NARROWEST))
    step = max(step, 1) if (numbers == np.round(numbers)).all() else step
    first, last = math.floor(low / step), math.floor(high / step)
    counted = Counter(np.clip(np.floor(numbers / step), first, last).astype(int).tolist())
    rows = [(k * step, (k + 1) * step, counted[k]) for k in range(first, last + 1)]
    return pd.DataFrame(rows, columns=["from", "to", "learners"]).astype({"from": float, "to": float})


def _nice(width: float) -> float:
    """The next number above that is 1, 2 or 5 times a power of ten."""
    size = 10.0 ** math.floor(math.log10(width))
    return next(size * step for step in (1, 2, 5, 10) if width <= size * step * 1.0001)


def chart(predictions: Spread) -> alt.LayerChart:
    """The distribution as bars, the truth as a line through them.

    Parameters
    ----------
    predictions : Spread

    Returns
    -------
    altair.LayerChart
    """
    rows = predictions.bins.assign(mark="bar", label="")
    if (right := predictions.truth) is not None:
        rows.loc[len(rows)] = [right, right, 0, "truth", f"truth: {words.number(right)}"]
    top = max(4, int(predictions.bins["learners"].max()))
    x = alt.X("from:Q").title(predictions.unit).scale(zero=False, nice=False)
    y = alt.Y("learners:Q").title("learners").scale(domain=[0, top]).axis(tickMinStep=1, tickCount=4)
    base = alt.Chart(rows)
    bars = base.transform_filter("datum.mark === 'bar'").encode(x=x, x2="to", y=y, y2=alt.datum(0))
    truth = base.transform_filter("datum.mark === 'truth'").encode(x="from:Q")
    side = {"expr": "scale('x', datum.from) > width / 2 ? 'right' : 'left'"}
    beside = {"expr": "scale('x', datum.from) > width / 2 ? -7 : 7"}
    layers = alt.layer(
        bars.mark_bar(color=theme.PREDICTION, stroke=theme.PAPER, strokeWidth=1),
        truth.mark_rule(color=theme.INK, strokeWidth=2.5),
        truth.mark_text(align=side, dx=beside, dy=-9, fontWeight="bold").encode(y=alt.value(0), text="label:N"),
    )
    room = {"top": 18, "left": 5, "right": 5, "bottom": 5}
    return dress(layers, predictions.sentence).properties(height=TALL, padding=room)
