"""The agency's ledger: which components come back, what one costs built anew and reused, who brings the revenue."""

from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise

import numpy as np
import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.ideas.nth_deal import NthDeal

APART = 0.05
"""Two foreseeable answers differ by at least this share, so that each has one reading."""
CORE = 4
EXAMPLE = "booking calendar"
"""The component of the worked example: no team gets it as its own."""
TO_ORDER, FOR_REUSE, REUSED = "to order", "for reuse", "reused"


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
    found = by.agg(deals=("deal", "nunique"), customers=("customer", "nunique"), hours=("hours", "mean"))
    return found.sort_values("deals", ascending=False)


def core() -> list[str]:
    """The components that come back whoever the customer is: the most frequent ones that were made for reuse."""
    return components().index[:CORE].tolist()


def for_one() -> str:
    """The most frequent component that only one customer asks for."""
    found = components()
    return found.index[found["customers"] == 1][0]


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

    def is_clear(self) -> bool:
        """Whether the break-even is far from every foreseeable mistake, and from a whole number of deals."""
        values = [self.break_even, self.without_upkeep, self.if_reuse_is_free, self.ratio]
        return _apart(sorted(values)) and abs(self.break_even - round(self.break_even)) > APART


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
    found = []
    for component in core():
        one = costs(component)
        if component != EXAMPLE:
            found += [replace(one, upkeep=hours) for hours in range(round(one.to_order / 10), round(one.to_order / 3))]
    return [one for one in found if one.is_clear()]


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

    def is_clear(self) -> bool:
        values = [self.effective, self.heads, self.largest_only, self.not_squared_apart, self.concentration]
        return _apart(sorted(values))


def draw_customers(generator: np.random.Generator) -> Customers:
    """One customer with 26 to 54 percent, and 5 to 18 others."""
    found = [Customers(share / 100, others) for share in range(26, 56, 2) for others in range(5, 19)]
    clear = [one for one in found if one.is_clear()]
    return clear[generator.integers(len(clear))]


def _apart(values: list[float]) -> bool:
    return all(high > low * (1 + APART) for low, high in pairwise(values))
