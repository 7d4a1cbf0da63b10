"""A team's own numbers: two quarters to read, and a group of accounts left out of the calls."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, NamedTuple

import numpy as np

from plgkit.course.questions.distinct import are_apart
from plgkit.ideas.portfolio import Portfolio
from plgkit.models import words
from plgkit.models.portfolio import NEAR, marginal_cost, response
from plgkit.support.errors import Refused

COMPANY = "Brindlewick"
PRODUCT, SALES = "product-led", "sales-led"
FIRM = 1.3
"""How many times dearer the last addition was in the motion with the lower average."""
WIDEST = 0.25
"""Splits further from each other than this, each as good as the best, leave no clear answer."""


def vary(generator, setting) -> SimpleNamespace:
    """Two quarters and a hold-out for the exercises; the best split of the lesson's own budget."""
    return SimpleNamespace(
        best=best(setting.idea),
        quarters=draw_quarters(generator, setting.scale),
        hold_out=draw_hold_out(generator, setting.scale),
    )


class Motion(NamedTuple):
    """A motion in two quarters that follow each other: what was spent, and the customers it won."""

    name: str
    spends: tuple[float, float]
    won: tuple[int, int]

    def in_words(self, quarter: int, money: Callable[[float], str]) -> str:
        """One of its quarters in words."""
        return (
            f"{money(self.spends[quarter])} for the {self.name} motion won {words.number(self.won[quarter])} customers"
        )

    @property
    def more(self) -> int:
        """Customers of the second quarter beyond those of the first."""
        return self.won[1] - self.won[0]

    @property
    def added(self) -> float:
        """The spend that came on top in the second quarter."""
        return self.spends[1] - self.spends[0]

    @property
    def average(self) -> float:
        """What a customer of the second quarter cost."""
        return self.spends[1] / self.won[1]

    @property
    def added_cost(self) -> float:
        """What each additional customer of the second quarter cost."""
        return self.added / self.more

    @property
    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead of `added_cost`."""
        return {
            "average": self.average,
            "old-average": self.spends[0] / self.won[0],
            "all-customers": self.added / self.won[1],
            "upside-down": 1 / self.added_cost,
        }


class HoldOut(NamedTuple):
    """Accounts that sales called, and comparable ones that it left out on purpose."""

    called: int
    bought: int
    left_out: int
    bought_anyway: int
    cost: float

    def in_words(self, money: Callable[[float], str]) -> str:
        """What happened, and what the dashboard makes of it."""
        called, bought, left_out, anyway = (words.number(count) for count in self[:4])
        return (
            f"Sales at {COMPANY} called {called} accounts; {bought} of them bought, and the dashboard credits the "
            f"calls with all of these. Another {left_out} accounts, drawn at random from the same list, were left out "
            f"on purpose; {anyway} of them bought all the same. The calls cost {money(self.cost)}."
        )

    @property
    def anyway(self) -> float:
        """Buyers among the called who would have bought without a call."""
        return self.bought_anyway * self.called / self.left_out

    @property
    def added_cost(self) -> float:
        """What each customer cost that the calls added."""
        return self.cost / (self.bought - self.anyway)

    @property
    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead of `added_cost`."""
        return {
            "attribution": self.cost / self.bought,
            "unequal-groups": self.cost / (self.bought - self.bought_anyway),
            "cost-of-a-call": self.cost / self.called,
        }


class Quarters(NamedTuple):
    """The motion with the lower average cost, the one with the cheaper addition, and the next amount."""

    cheap_on_average: Motion
    cheap_to_add: Motion
    amount: float

    def motion(self, name: str) -> Motion:
        return next(motion for motion in self[:2] if motion.name == name)

    def in_words(self, money: Callable[[float], str]) -> str:
        """What the company wrote down."""
        first, second = (
            words.listing([self.motion(name).in_words(quarter, money) for name in (PRODUCT, SALES)])
            for quarter in (0, 1)
        )
        return (
            f"{COMPANY}, an invented company, wrote down two quarters. In the first, {first}. In the second, {second}."
        )

    def costs(self, money: Callable[[float], str]) -> str:
        """What each additional customer cost in both motions."""
        return words.listing(
            [f"{money(self.motion(name).added_cost)} in the {name} motion" for name in (PRODUCT, SALES)]
        )


def draw_quarters(generator: np.random.Generator, scale: float) -> Quarters:
    """Two quarters in which the average and the addition point to different motions."""
    amount = 5000
    while True:
        names = [PRODUCT, SALES] if generator.random() < 0.5 else [SALES, PRODUCT]
        reach = 50.0 * generator.integers(8, 31, 2)
        saturation = 1000.0 * generator.integers(15, 61, 2)
        before = 1000.0 * generator.integers(15, 61, 2)
        now = before + 1000.0 * generator.integers(8, 26, 2)
        curves = list(zip(reach, saturation, strict=True))
        won = [(_won(curve, before[i]), _won(curve, now[i])) for i, curve in enumerate(curves)]
        if min(later - earlier for earlier, later in won) < 25:
            continue
        low, other = (
            Motion(names[i], (_rounded(before[i] * scale), _rounded(now[i] * scale)), won[i]) for i in range(2)
        )
        next_costs = [marginal_cost("saturating", *curve, float(now[i])) for i, curve in enumerate(curves)]
        gains, halves = (
            [_added(curve, now[i], more) for i, curve in enumerate(curves)] for more in (amount, amount / 2)
        )
        clear = (
            other.average > 1.15 * low.average
            and low.added_cost > FIRM * other.added_cost
            and next_costs[0] > FIRM * next_costs[1]
            and gains[1] > max(1.05 * sum(halves), gains[0])
            and are_apart([low.added_cost, *low.slips.values()])
        )
        if clear:
            return Quarters(low, other, _rounded(amount * scale))


def _won(curve: tuple[float, float], spend: float) -> int:
    """Customers that a motion of this reach and saturation wins, as they are said."""
    return round(float(response("saturating", *curve, spend)))


def _added(curve: tuple[float, float], spend: float, more: float) -> float:
    """Customers that come on top when more is spent."""
    return response("saturating", *curve, spend + more) - response("saturating", *curve, spend)


def draw_hold_out(generator: np.random.Generator, scale: float) -> HoldOut:
    """Calls that add customers, but fewer than they are credited with."""
    while True:
        called = 200 * int(generator.integers(8, 21))
        left_out = called // int(generator.choice([4, 5, 8]))
        anyway = round(left_out * generator.uniform(0.05, 0.10))
        bought = round(called * (anyway / left_out + generator.uniform(0.025, 0.06)))
        cost = _rounded(called * 5 * int(generator.integers(4, 10)) * scale)
        hold_out = HoldOut(called, bought, left_out, anyway, cost)
        if anyway >= 12 and are_apart([hold_out.added_cost, *hold_out.slips.values()]):
            return hold_out


def _rounded(amount: float) -> float:
    """An amount as it is said, so that who calculates with the words finds the answer."""
    return float(f"{amount:.3g}")


def best(idea: Portfolio) -> dict[str, Any]:
    """The numbers at the best split.

    Parameters
    ----------
    idea : Portfolio

    Returns
    -------
    dict

    Raises
    ------
    Refused
        There is no best split, or very different ones win the same.
    """
    numbers = idea.run().numbers
    if not idea.budget:
        raise Refused("budget: with nothing to spend there is no split to choose; give more than 0")
    if not numbers["customers_best"]:
        raise Refused("reach_a, reach_b: neither motion wins a customer; give at least one of them a reach")
    if np.ptp(as_good(idea, NEAR)) > WIDEST:
        raise Refused(
            "budget: very different splits win as many customers, so there is no one answer; "
            "change the budget, a reach or a saturation"
        )
    return idea.changed(share_a=numbers["best_share_a"]).run().numbers


def as_good(idea: Portfolio, slack: float) -> np.ndarray:
    """The shares for A, in steps of half a point, that win as many customers as the best, up to `slack`."""
    shares = np.unique(np.append(np.linspace(0, 1, 201), idea.run().numbers["best_share_a"]))
    won = np.array([alone(idea, PRODUCT, share) + alone(idea, SALES, 1 - share) for share in shares.tolist()])
    return shares[won >= (1 - slack) * won.max()]


def alone(idea: Portfolio, motion: str, share: float) -> float:
    """Customers that a motion wins with a share of the budget."""
    curve = (idea.reach_a, idea.saturation_a) if motion == PRODUCT else (idea.reach_b, idea.saturation_b)
    return response(idea.shape, *curve, share * idea.budget)
