"""A team's own numbers: requests to sort, one of them to price, and three tests to choose from."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np

from plgkit.course.lessons.look_first.cards import THOUSAND, TRY, fourteen
from plgkit.course.questions.distinct import WIDER, are_apart
from plgkit.ideas.look_first import LookFirst
from plgkit.support.errors import Refused

TESTS = ("Six interviews", "A clickable prototype", "A trial in three practices", "No test, decide now")
NONE = len(TESTS) - 1


def vary(generator, setting) -> SimpleNamespace:
    """Fourteen requests to sort; one of those worth a test, with its stakes; and three tests at a price."""
    if not setting.idea.run().numbers["perfect_information"]:
        raise Refused("success, gain, loss: with these nothing is at stake or nothing is uncertain; choose others")
    cards = fourteen(generator)
    worth_a_try = [row for row in cards if row.pile == TRY]
    request = worth_a_try[generator.integers(len(worth_a_try))]
    stakes = clear_stakes(generator, request, setting.idea.scale)
    return SimpleNamespace(cards=cards, stakes=stakes, offers=offers(generator, stakes))


@dataclass(frozen=True)
class Offer:
    """A test at a price; or none, which is worth nothing and costs nothing."""

    name: str
    accuracy: float
    worth: float
    cost: float

    @property
    def surplus(self) -> float:
        return self.worth - self.cost


@dataclass(frozen=True)
class Stakes:
    """One request to price: what it brings if right, costs if wrong, and how often it is right."""

    request: Any
    success: float
    gain: float
    loss: float
    accuracy: float

    @property
    def right(self) -> float:
        return self.success * self.gain

    @property
    def wrong(self) -> float:
        return (1 - self.success) * self.loss

    @property
    def now(self) -> float:
        """What building now is worth on average."""
        return self.right - self.wrong

    @property
    def after(self) -> float:
        """What the decision is worth with the test's result in hand: build after good news only."""
        return self.accuracy * self.right - (1 - self.accuracy) * self.wrong

    def worth(self, accuracy: float) -> float:
        """The most that a test of this accuracy is worth, by the lesson's model."""
        idea = LookFirst(
            success=self.success, gain=self.gain, loss=self.loss, accuracy=accuracy, prototype_cost=0.0, scale=1e6
        )
        return idea.run().numbers["prototype_value"]

    @property
    def price(self) -> float:
        return self.worth(self.accuracy)

    @property
    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead of the price."""
        return {
            "never-wrong": self.wrong,
            "forgets-the-good-ideas": self.accuracy * self.wrong,
            "forgets-building-now": self.after,
            "certain-to-be-wrong": self.accuracy * self.loss,
        }

    @property
    def is_clear(self) -> bool:
        if self.now <= 0 or self.price <= 0.1 * self.wrong:
            return False
        return are_apart([self.price, *self.slips.values()], WIDER)


def clear_stakes(generator: np.random.Generator, request: Any, scale: float) -> Stakes:
    """Stakes of a request, drawn until no two foreseeable answers are close."""
    while True:
        stakes = _stakes(generator, request, scale)
        if stakes.is_clear:
            return stakes


def _stakes(generator: np.random.Generator, request: Any, scale: float) -> Stakes:
    gain = float(request.revenue_at_stake * THOUSAND * scale)
    loss = _short(gain * generator.uniform(0.3, 1.5))
    return Stakes(request, int(generator.integers(5, 12)) / 20, gain, loss, int(generator.integers(14, 19)) / 20)


def offers(generator: np.random.Generator, stakes: Stakes) -> list[Offer]:
    """Three tests, the better the dearer, and none; one of the four is clearly best, any of them."""
    certain = stakes.worth(1.0)
    for best in np.repeat(generator.permutation(len(TESTS)), 15):
        accuracies = [int(generator.integers(*span)) / 20 for span in ((12, 15), (15, 18), (18, 20))]
        worths = [stakes.worth(accuracy) for accuracy in accuracies]
        for shares in np.sort(generator.integers(2, 131, size=(30, len(worths)))):
            costs = [_short(share * certain / 100) for share in shares]
            leaves = [*(worth - cost for worth, cost in zip(worths, costs, strict=True)), 0.0]
            first, second = sorted(leaves, reverse=True)[:2]
            dearer = are_apart(costs, 0.1)
            if dearer and leaves[best] == first and first - second > 0.08 * certain:
                return list(map(Offer, TESTS, [*accuracies, 0.5], [*worths, 0.0], [*costs, 0.0]))
    raise Refused("seed: no test is clearly the best choice with these numbers; choose another seed")


def _short(amount: float) -> float:
    """An amount at two digits, as it is said."""
    return float(f"{amount:.2g}")
