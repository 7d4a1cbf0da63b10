"""A team's own numbers: what one component of the agency's ledger costs, and who brings its revenue."""

import math
from dataclasses import dataclass, replace
from functools import cache, cached_property
from types import SimpleNamespace

import numpy as np
import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.course.questions.distinct import are_apart
from plgkit.ideas.nth_deal import NthDeal
from plgkit.models import words
from plgkit.models.nth_deal import SHOWN
from plgkit.support.errors import Refused

BESIDE = 0.05
"""Deals by which a break-even lies beside a whole number of them."""
CORE = 4
EXAMPLE = "booking calendar"
"""The component of the worked example: no team gets it as its own."""
TO_ORDER, FOR_REUSE, REUSED = "to order", "for reuse", "reused"


def vary(generator, setting) -> SimpleNamespace:
    """A component and customers of the team's own, and the part of the core that one wrong answer leaves out."""
    first = first_cheaper(setting.idea)
    if first > SHOWN:
        when = "never" if math.isinf(first) else f"only from deal {words.number(first)} on"
        raise Refused(
            f"nth-deal: with these numbers the product is {when} cheaper, and there is nothing to predict; choose "
            f"build_for_reuse, cost_of_reuse, upkeep or overlap for which it is, by deal {SHOWN} at the latest"
        )
    return SimpleNamespace(
        costs=draw_costs(generator),
        customers=draw_customers(generator),
        dropped=core()[generator.integers(CORE)],
    )


@cache
def ledger() -> pd.DataFrame:
    """The deals, read once."""
    return load("deals")


def before_reuse() -> pd.DataFrame:
    """The lines of the years in which everything was built to order."""
    lines = ledger()
    return lines[lines["signed"] < lines.loc[lines["way"] == FOR_REUSE, "signed"].min()]


@cache
def components() -> pd.DataFrame:
    """By component, while all was built to order: deals, customers, hours for each; the most frequent first."""
    by = before_reuse().groupby("component")
    table = by.agg(deals=("deal", "nunique"), customers=("customer", "nunique"), hours=("hours", "mean"))
    return table.sort_values("deals", ascending=False)


def core() -> list[str]:
    """The components that come back whoever the customer is: the most frequent ones that were made for reuse."""
    return components().index[:CORE].tolist()


def for_one() -> str:
    """The most frequent component that only one customer asks for."""
    table = components()
    return table.index[table["customers"] == 1][0]


def largest() -> list[str]:
    """The components that take most hours to build."""
    return components().sort_values("hours", ascending=False).index[:CORE].tolist()


def sets() -> int:
    """How many different sets of components the deals asked for."""
    return before_reuse().groupby("deal")["component"].agg(frozenset).nunique()


def overlap() -> float:
    """The share of all hours that the core took while everything was built to order."""
    lines = before_reuse()
    return float(lines.loc[lines["component"].isin(core()), "hours"].sum() / lines["hours"].sum())


def shares() -> pd.Series:
    """Each customer's share of the revenue, the largest first."""
    by = ledger().groupby("customer")["revenue"].sum().sort_values(ascending=False)
    return by / by.sum()


@dataclass(frozen=True)
class Costs:
    """What one component cost, in hours: built to order, built for reuse, reused, and kept current for each deal."""

    component: str
    to_order: float
    for_reuse: float
    reused: float
    upkeep: float

    @cached_property
    def break_even(self) -> float:
        idea = NthDeal(
            build_for_reuse=self.for_reuse / self.to_order,
            cost_of_reuse=self.reused / self.to_order,
            upkeep=self.upkeep / self.to_order,
        )
        return idea.run().numbers["break_even_deals"]

    @property
    def without_upkeep(self) -> float:
        return self.for_reuse / (self.to_order - self.reused)

    @property
    def if_reuse_is_free(self) -> float:
        return self.for_reuse / self.to_order

    @property
    def ratio(self) -> float:
        """Building for reuse over reusing: for somebody who does not compare with building to order."""
        return self.for_reuse / self.reused

    @property
    def is_clear(self) -> bool:
        """Whether the break-even is far from every foreseeable mistake, and from a whole number of deals."""
        values = [self.break_even, self.without_upkeep, self.if_reuse_is_free, self.ratio]
        return are_apart(values) and abs(self.break_even - round(self.break_even)) > BESIDE


@cache
def costs(component: str, upkeep: float = 0) -> Costs:
    """A component's costs in whole hours, as the ledger has them on average."""
    lines = ledger().query("component == @component")
    hours = lines.groupby("way")["hours"].mean().round()
    to_order, for_reuse, reused = (float(hours[way]) for way in (TO_ORDER, FOR_REUSE, REUSED))
    return Costs(component, to_order, for_reuse, reused, upkeep)


def draw_costs(generator: np.random.Generator) -> Costs:
    """One component of the core, other than the example, and an upkeep of its own."""
    clear = _clear_costs()
    return clear[generator.integers(len(clear))]


@cache
def _clear_costs() -> list[Costs]:
    choices = []
    for component in core():
        plain = costs(component)
        if component != EXAMPLE:
            upkeeps = range(round(plain.to_order / 10), round(plain.to_order / 3))
            choices += [replace(plain, upkeep=hours) for hours in upkeeps]
    return [choice for choice in choices if choice.is_clear]


@dataclass(frozen=True)
class Customers:
    """One large customer and a number of equal ones."""

    share: float
    others: int

    @property
    def concentration(self) -> float:
        return self.share**2 + (1 - self.share) ** 2 / self.others

    @property
    def effective(self) -> float:
        return 1 / self.concentration

    @property
    def heads(self) -> int:
        return self.others + 1

    @property
    def largest_only(self) -> float:
        """For somebody who divides by the largest share alone."""
        return 1 / self.share

    @property
    def not_squared_apart(self) -> float:
        """For somebody who squares the share of all others together."""
        return 1 / (self.share**2 + (1 - self.share) ** 2)

    @property
    def idea(self) -> NthDeal:
        return NthDeal(shares=[self.share] + [(1 - self.share) / self.others] * self.others)

    @property
    def is_clear(self) -> bool:
        values = [self.effective, self.heads, self.largest_only, self.not_squared_apart, self.concentration]
        return are_apart(values)


def draw_customers(generator: np.random.Generator) -> Customers:
    """One customer with 26 to 54 percent, and 5 to 18 others."""
    choices = [Customers(share / 100, others) for share in range(26, 56, 2) for others in range(5, 19)]
    clear = [choice for choice in choices if choice.is_clear]
    return clear[generator.integers(len(clear))]


def first_cheaper(idea: NthDeal) -> float:
    return idea.run().numbers["first_cheaper_deal"]
