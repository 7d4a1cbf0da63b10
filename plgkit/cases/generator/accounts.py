"""`accounts`: who buys more and who leaves, of accounts that were called or left alone by the toss of a coin.

The kind of an account shows in its usage: days in use, many or few, and whether they fall.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from plgkit.cases.generator.chance import Chance

COLUMNS = ("account", "company_size", "usage", "trend", "score", "called", "bought", "churned")

SEED = 10

SIZES = {"1-9": 0.4, "10-49": 0.3, "50-249": 0.2, "250+": 0.1}


class Kind(NamedTuple):
    accounts: int
    usage: tuple[int, int]
    """Days with activity, of the last 30."""
    trend: str
    buyers: int
    churn_left_alone: float
    churn_called: float


MANY, FEW = (10, 30), (0, 9)
KINDS = {
    "sure things": Kind(2000, MANY, "steady", 140, 0.05, 0.05),
    "persuadables": Kind(1000, MANY, "falling", 60, 0.40, 0.20),
    "lost causes": Kind(1250, FEW, "falling", 25, 0.80, 0.79),
    "do not disturb": Kind(750, FEW, "steady", 25, 0.10, 0.20),
}

SEPARATION = 1.0
"""How far the scores of buyers and of the others lie apart, in standard deviations."""


def rows() -> Iterator[tuple]:
    chance = Chance(SEED)
    accounts = [account for kind in KINDS.values() for account in _of(kind, chance)]
    for number, place in enumerate(chance.order(len(accounts)), 1):
        yield f"A{number:04}", *accounts[place]


def _of(kind: Kind, chance: Chance) -> Iterator[tuple]:
    count = kind.accounts
    sizes = chance.picks(list(SIZES.values()), count)
    usage = chance.whole(*kind.usage, count)
    # The first ones buy: the order is shuffled later.
    bought = np.arange(count) < kind.buyers
    score = 50 + 10 * (chance.normal(count) + SEPARATION * bought)
    called = chance.happens(0.5, count)
    churned = chance.happens(np.where(called, kind.churn_called, kind.churn_left_alone), count)
    for i in range(count):
        yield (
            list(SIZES)[sizes[i]],
            usage[i],
            kind.trend,
            f"{score[i]:.1f}",
            _word(called[i]),
            _word(bought[i]),
            _word(churned[i]),
        )


def _word(value: bool) -> str:
    return "true" if value else "false"
