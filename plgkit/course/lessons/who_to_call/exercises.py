"""How many called leads buy, and whom a call keeps: the picture of lesson 12, and its case."""

from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.charts.theme import BLUE, FAINT, GREY, INK, ORANGE, Table, alt, dress, predicted
from plgkit.ideas.who_to_call import WhoToCall
from plgkit.models import words

MANY_DAYS = 10
"""Days with activity, of the last 30, from which on an account counts as used on many days."""


@cache
def accounts() -> pd.DataFrame:
    """The case, read once, and how each account is used: many days or few, steady or falling."""
    frame = load("accounts")
    days = np.where(frame["usage"] >= MANY_DAYS, "many", "few")
    return frame.assign(pattern=days + " days, " + frame["trend"])


SIZES = ("1-9", "10-49", "50-249", "250+")
"""Company sizes of the case, in people."""


def ranges() -> list[tuple[str, ...]]:
    """Neighbouring company sizes: each alone, and in all ways taken together."""
    return [SIZES[low:high] for low in range(len(SIZES)) for high in range(low + 1, len(SIZES) + 1)]


def people(sizes: tuple[str, ...]) -> str:
    """A range of sizes in words.

    >>> people(("1-9", "10-49")), people(("50-249", "250+")), people(SIZES)
    ('companies with 1 to 49 people', 'companies with 50 people or more', 'companies of all sizes')
    """
    if sizes == SIZES:
        return "companies of all sizes"
    low, high = sizes[0].split("-")[0].rstrip("+"), sizes[-1].split("-")[-1]
    return f"companies with {low} people or more" if high.endswith("+") else f"companies with {low} to {high} people"


def of_size(sizes: tuple[str, ...]) -> pd.DataFrame:
    """The accounts of these company sizes."""
    return accounts()[accounts()["company_size"].isin(sizes)]


TITLE = "buyers among a hundred calls"


class Top(NamedTuple):
    """How many accounts there are, how many of them bought, and the same of the highest scores among them."""

    everybody: int
    buyers: int
    called: int
    found: int

    @property
    def precision(self) -> float:
        return self.found / self.called

    @property
    def chance(self) -> float:
        return self.buyers / self.everybody

    @property
    def lift(self) -> float:
        return self.precision / self.chance

    @property
    def recall(self) -> float:
        return self.found / self.buyers


@cache
def top(sizes: tuple[str, ...], share: float) -> Top:
    """What calling the share of the highest scores finds among the accounts of these company sizes."""
    mine = of_size(sizes).sort_values("score", ascending=False, kind="stable")
    called = mine.head(round(share * len(mine)))
    return Top(len(mine), int(mine["bought"].sum()), len(called), int(called["bought"].sum()))


class Arms(NamedTuple):
    """Accounts of one pattern of use in the trial: how many, and the shares that left."""

    pattern: str
    accounts: int
    alone: float
    called: float

    @property
    def effect(self) -> float:
        """The share of them that a call keeps."""
        return self.alone - self.called

    @property
    def variance(self) -> float:
        """Of the effect, where half of the accounts were called."""
        return 2 * (self.alone * (1 - self.alone) + self.called * (1 - self.called)) / self.accounts

    @property
    def beyond_chance(self) -> bool:
        """Whether the effect is more than twice its standard error."""
        return abs(self.effect) > 2 * self.variance**0.5


@cache
def trial(sizes: tuple[str, ...]) -> tuple[Arms, ...]:
    """The randomised trial among the accounts of these company sizes, pattern by pattern."""
    mine = of_size(sizes)
    left = mine.pivot_table(index="pattern", columns="called", values="churned")
    counts = mine["pattern"].value_counts()
    return tuple(Arms(name, int(counts[name]), float(row[False]), float(row[True])) for name, row in left.iterrows())


@cache
def clear(sizes: tuple[str, ...]) -> bool:
    """Whether the trial says beyond doubt which pattern a call changes most, and that it is not the riskiest."""
    best, *others = sorted(trial(sizes), key=lambda one: -one.effect)
    gaps = [(best.effect - one.effect) / (best.variance + one.variance) ** 0.5 for one in others]
    return min(gaps) > 3 and max(one.alone for one in others) > best.alone


def calls_chart(idea: WhoToCall) -> alt.LayerChart:
    """Of a hundred calls, how many reach a buyer: at random, by the score, with a score that is never wrong."""
    found = idea.run().numbers
    perfect = min(1.0, idea.base_rate / idea.capacity)
    bars = {"at random": idea.base_rate, "by the score": found["precision"], "never wrong": perfect}
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
    said = (
        f"Of a hundred calls at random {words.number(100 * idea.base_rate)} reach a buyer, by the score "
        f"{words.number(100 * found['precision'])}, with a score that is never wrong {words.number(100 * perfect)}."
    )
    return dress(predicted(chart, "x"), said, Table({"way": "a hundred calls", "buyers": "buyers reached"}))
