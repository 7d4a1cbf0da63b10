"""The case `requests`: sorted by the evidence that each carries, and one of them priced."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.course.questions.distinct import are_apart
from plgkit.ideas.look_first import LookFirst
from plgkit.support.errors import Refused

ASK, TRY, DECIDE = range(3)
PILES = ("ask: a wish or one story", "try: the problem is known", "decide: it was tried")
NEXT = {"none": ASK, "anecdote": ASK, "interviews": TRY, "usage data": TRY, "prototype test": DECIDE}
"""The pile for each kind of evidence in the case."""

DRAWN = {"none": 3, "anecdote": 3, "interviews": 3, "usage data": 2, "prototype test": 3}
"""Requests of each kind that a learner sorts: fourteen."""

BOTH = ("Hours confirmed by message", "Checks that are booked a year ahead")
"""Beginnings of requests that count a problem and a remedy in use as well: two readings, so never drawn."""

OFF = 45
"""Degrees from the vision beyond which a request is off course, as the case describes it."""

THOUSAND = 1000
"""The case counts revenue in thousands."""

TESTS = ("Six interviews", "A clickable prototype", "A trial in three practices", "No test, decide now")
NONE = len(TESTS) - 1


@cache
def requests() -> pd.DataFrame:
    """The case, with the pile of each request."""
    frame = load("requests")
    return frame.assign(pile=frame["evidence"].map(NEXT), clear=~frame["text"].str.startswith(BOTH))


@cache
def largest() -> str:
    """The customer with the most revenue at stake."""
    return str(requests().groupby("customer")["revenue_at_stake"].sum().idxmax())


def fourteen(generator: np.random.Generator) -> list:
    """Fourteen requests, shuffled: the largest customer among the wishes, and a tried one off the vision."""
    frame = requests()[requests()["clear"]]
    chosen = []
    for kind, count in DRAWN.items():
        rows = list(frame[frame["evidence"] == kind].itertuples())
        rows = [rows[place] for place in generator.permutation(len(rows))]
        if kind == "none":
            rows.sort(key=lambda row: row.customer != largest())
            rows = [rows[0], *(row for row in rows if row.customer != largest())]
        if kind == "prototype test":
            rows.sort(key=lambda row: abs(row.angle) <= OFF)
            rows = [rows[0], *(row for row in rows if abs(row.angle) <= OFF)]
        chosen += rows[:count]
    return [chosen[place] for place in generator.permutation(len(chosen))]


EVIDENCE = {
    "none": "It states a solution and gives no evidence: nobody has looked at the problem behind it.",
    "anecdote": "One story, told once. It can be true and still be rare: ask others before anything is drawn.",
    "interviews": "People were asked, so the problem is known. Whether this solution helps, nobody has tried.",
    "usage data": "The problem is counted. Numbers show that it is there; whether this solution helps is open.",
    "prototype test": "People tried a solution and the result was counted: there is something to decide on.",
}


def reason(row: Any) -> str:
    """Why a request lies on its pile."""
    said = EVIDENCE[row.evidence]
    if row.pile == ASK and row.customer == largest():
        return f"{said} The size of the customer is a reason to ask soon; it is no evidence."
    if row.pile == DECIDE and abs(row.angle) > OFF:
        return f"{said} Tested is not the same as fitting: it leads away from the vision, so the decision may be no."
    return said


@dataclass(frozen=True)
class Offer:
    """A test at a price; or none, which is worth nothing and costs nothing."""

    name: str
    accuracy: float
    worth: float
    cost: float

    @property
    def left(self) -> float:
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
        return are_apart([self.price, *self.slips.values()])


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
            dearer = all(high > 1.1 * low for low, high in pairwise(costs))
            if dearer and leaves[best] == first and first - second > 0.08 * certain:
                return list(map(Offer, TESTS, [*accuracies, 0.5], [*worths, 0.0], [*costs, 0.0]))
    raise Refused("seed: no test is clearly the best choice with these numbers; choose another seed")


def _short(amount: float) -> float:
    """An amount at two digits, as it is said."""
    return float(f"{amount:.2g}")
