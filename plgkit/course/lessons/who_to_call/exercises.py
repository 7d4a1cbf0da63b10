"""A team's own numbers: whom the highest scores find, and whom a call keeps, in the case `accounts`."""

from functools import cache
from types import SimpleNamespace
from typing import NamedTuple

import numpy as np
import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.course.questions.distinct import WIDER, are_apart
from plgkit.support.errors import Refused

MANY_DAYS = 10
"""Days with activity, of the last 30, from which on an account counts as used on many days."""
SIZES = ("1-9", "10-49", "50-249", "250+")
"""Company sizes of the case, in people."""
WHOLE = 0.04
"""Accounts are whole: this far beside is right, as a share of the answer."""
SHARES = (0.05, 0.10, 0.15, 0.20)
"""How far down a list is called."""
FEWEST = 10
"""Buyers among the highest scores: with fewer, their share says little."""


def vary(generator, setting) -> SimpleNamespace:
    """A company size to look at, how far down its list is called, and how many calls there is time for."""
    if setting.idea.base_rate in (0, 1):
        rate = f"{setting.idea.base_rate:g}"
        raise Refused(f"base_rate: {rate} leaves nothing to predict; choose a share between 0 and 1")
    lists = [(sizes, share) for sizes in ranges() for share in SHARES if _is_clear(top(sizes, share))]
    sizes, share = lists[generator.integers(len(lists))]
    trials = [sizes for sizes in ranges() if is_decided(sizes)]
    tried = trials[generator.integers(len(trials))]
    arms = [trial(tried)[place] for place in generator.permutation(len(trial(tried)))]
    best = max(arms, key=lambda group: group.effect)
    return SimpleNamespace(
        sizes=sizes,
        top=top(sizes, share),
        tried=tried,
        arms=arms,
        best=best,
        riskiest=max(arms, key=lambda group: group.alone),
        calls=int(10 * generator.integers(5, 16)),
    )


@cache
def accounts() -> pd.DataFrame:
    """The case, read once, and how each account is used: many days or few, steady or falling."""
    frame = load("accounts")
    days = np.where(frame["usage"] >= MANY_DAYS, "many", "few")
    return frame.assign(pattern=days + " days, " + frame["trend"])


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


class Top(NamedTuple):
    """How many accounts there are, how many of them bought, and the same of the highest scores among them."""

    everybody: int
    buyers: int
    called: int
    reached: int

    @property
    def precision(self) -> float:
        return self.reached / self.called

    @property
    def chance(self) -> float:
        return self.buyers / self.everybody

    @property
    def lift(self) -> float:
        return self.precision / self.chance

    @property
    def recall(self) -> float:
        return self.reached / self.buyers


@cache
def top(sizes: tuple[str, ...], share: float) -> Top:
    """What calling the share of the highest scores finds among the accounts of these company sizes."""
    rows = of_size(sizes).sort_values("score", ascending=False, kind="stable")
    called = rows.head(round(share * len(rows)))
    return Top(len(rows), int(rows["bought"].sum()), len(called), int(called["bought"].sum()))


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
    rows = of_size(sizes)
    churned = rows.pivot_table(index="pattern", columns="called", values="churned")
    counts = rows["pattern"].value_counts()
    return tuple(Arms(name, int(counts[name]), float(row[False]), float(row[True])) for name, row in churned.iterrows())


@cache
def is_decided(sizes: tuple[str, ...]) -> bool:
    """Whether the trial says beyond doubt which pattern a call changes most, and that it is not the riskiest."""
    best, *others = sorted(trial(sizes), key=lambda group: -group.effect)
    gaps = [(best.effect - group.effect) / (best.variance + group.variance) ** 0.5 for group in others]
    return min(gaps) > 3 and max(group.alone for group in others) > best.alone


def list_answers(calls: Top) -> dict[str, float]:
    """How often better than chance, and what somebody who thinks in a certain wrong way finds instead."""
    others = (calls.buyers - calls.reached) / (calls.everybody - calls.called)
    return {
        "right": calls.lift,
        "precision": calls.precision,
        "precision-in-percent": 100 * calls.precision,
        "recall": calls.recall,
        "recall-in-percent": 100 * calls.recall,
        "against-the-rest": calls.precision / others,
    }


def _is_clear(calls: Top) -> bool:
    return calls.reached >= FEWEST and are_apart(list_answers(calls).values(), WIDER)


def saved_answers(setting) -> dict[str, float]:
    best, calls = setting.own.best, setting.own.calls
    return {
        "right": calls * best.effect,
        "all-at-risk": calls * best.alone,
        "all-who-stay": calls * (1 - best.called),
        "whole-list": calls * _average_effect(setting),
    }


def _average_effect(setting) -> float:
    """What a call changes on average over all patterns, each with its number of accounts."""
    arms = setting.own.arms
    return sum(group.accounts * group.effect for group in arms) / sum(group.accounts for group in arms)
