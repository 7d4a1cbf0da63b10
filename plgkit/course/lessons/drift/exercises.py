"""What the ledger's requests come to, and a team's own numbers: a roadmap, departments that pull apart, statements."""

import math
from functools import cache
from itertools import permutations
from types import SimpleNamespace
from typing import NamedTuple

from plgkit.cases.catalogue import load
from plgkit.course.lessons.drift.cards import eight
from plgkit.course.questions.distinct import WIDER, are_apart
from plgkit.ideas.drift import Drift

HALF = 0.5
"""The share of the distance that may be left."""
STEPS, ERRORS = range(6, 21), range(16, 29)
"""From how many steps, and from which errors of the vision in degrees, a team's roadmap is drawn."""
TOWARDS = {0: 1.0, 30: 0.87, 45: 0.71, 60: 0.5, 90: 0.0, 120: -0.5, 150: -0.87}
"""How far one step at an angle leads towards the vision, to two digits."""
DEPARTMENTS = ("marketing", "sales", "engineering")
PLACES = range(len(DEPARTMENTS))
LARGEST = "Castoren Hospitals"
"""The customer of the ledger who pulls off course."""


def vary(generator, _setting) -> SimpleNamespace:
    """A roadmap, the angles of the departments, and statements to sort."""
    roadmap, pull = (choices[generator.integers(len(choices))] for choices in (roadmaps(), pulls()))
    return SimpleNamespace(roadmap=roadmap, pull=pull, cards=eight(generator))


class Heading(NamedTuple):
    """Where some requests of the ledger lead together, each as strong as the money at stake.

    Attributes
    ----------
    money : float
        At stake, of all of them.
    ahead, aside : float
        The sum of their steps, in money.
    """

    money: float
    ahead: float
    aside: float

    @property
    def angle(self) -> float:
        """To the vision, in degrees."""
        return math.degrees(math.atan2(self.aside, self.ahead))

    @property
    def agreement(self) -> float:
        """What is left of a step of theirs, on average, after they have pulled against each other."""
        return math.hypot(self.ahead, self.aside) / self.money


@cache
def headings() -> tuple[Heading, Heading, Heading]:
    """Of the largest customer, of all the others, and of both together."""
    requests = load("requests")
    largest = requests["customer"] == LARGEST
    return tuple(_heading(requests[chosen]) for chosen in (largest, ~largest, largest | ~largest))  # type: ignore[return-value]


def _heading(requests) -> Heading:
    rows = [*zip(requests["revenue_at_stake"], map(math.radians, requests["angle"]), strict=True)]
    ahead, aside = (math.fsum(money * part(angle) for money, angle in rows) for part in (math.cos, math.sin))
    return Heading(float(sum(money for money, _ in rows)), ahead, aside)


def by_money() -> float:
    """The heading that the mean of two angles gives, weighted by money: what agreement does is left out."""
    largest, others, _ = headings()
    return (largest.money * largest.angle + others.money * others.angle) / (largest.money + others.money)


def turns_at(steps: int, alignment: float) -> int:
    """The error of a vision, in whole degrees, from which on the requests alone end nearer than it does."""
    asked = Drift(requests=steps, alignment=alignment).run().numbers["distance_requests"]
    return math.floor(2 * math.degrees(math.asin(asked / (2 * steps)))) + 1


class Roadmap(NamedTuple):
    """Steps of which a share follows a vision that is off by an angle, the others unrelated requests."""

    steps: int
    vision_error: int

    @property
    def reserved(self) -> float:
        """The share along the vision that leaves half of the distance; NaN where none does."""
        return least(2 * self._ahead + 1 / self.steps, 1 - HALF**2 + 1 / self.steps)

    @property
    def _ahead(self) -> float:
        return math.cos(math.radians(self.vision_error))

    @property
    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead of `reserved`."""
        return {
            "half-for-half": HALF,
            "requests-cancel": least(2 * self._ahead, 1 - HALF**2),
            "perfect-vision": least(2 + 1 / self.steps, 1 - HALF**2 + 1 / self.steps),
            "share-of-requests": 1 - self.reserved,
            "as-a-share": self.reserved / 100,
        }

    def started(self, setting) -> Drift:
        """The roadmap as an idea, half of it reserved."""
        return setting.idea.changed(reserved=0.5, alignment=0, requests=self.steps, vision_error=self.vision_error)


def least(linear: float, constant: float) -> float:
    """The smaller root f of f² − linear · f + constant = 0: from there on the squared distance is what may be left.

    With share f along a vision at an angle θ, and no direction in the requests, that square is
    n²(1 − 2f·cos θ + f²) + (1 − f)n.
    """
    square = linear**2 / 4 - constant
    return linear / 2 - math.sqrt(square) if square >= 0 else math.nan


@cache
def roadmaps() -> list[Roadmap]:
    """Those whose answer can be told from every foreseeable slip."""
    every = (Roadmap(steps, error) for steps in STEPS for error in ERRORS)
    return [
        roadmap
        for roadmap in every
        if roadmap.reserved < 1 and are_apart([roadmap.reserved, *roadmap.slips.values()], WIDER)
    ]


class Pull(NamedTuple):
    """The angles at which departments work, beside a product organisation that works along the vision."""

    angles: tuple[int, ...]

    @property
    def progress(self) -> float:
        """The share of all work that leads towards the vision, in percent."""
        return 100 * sum(TOWARDS[angle] for angle in (0, *self.angles)) / (1 + len(self.angles))

    @property
    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead of `progress`."""
        angles = (0, *self.angles)
        return {
            "sign-lost": 100 * sum(abs(TOWARDS[angle]) for angle in angles) / len(angles),
            "backwards-is-nothing": 100 * sum(max(0, TOWARDS[angle]) for angle in angles) / len(angles),
            "all-or-nothing": 100 * sum(angle <= 45 for angle in angles) / len(angles),
            "straight-line": 100 * sum(1 - angle / 90 for angle in angles) / len(angles),
            "without-product": 100 * sum(TOWARDS[angle] for angle in self.angles) / len(self.angles),
        }


@cache
def pulls() -> list[Pull]:
    """One department works backwards, the two others at angles of their own; every slip can be told apart."""
    forwards, backwards = ([angle for angle in TOWARDS if low < angle <= high] for low, high in ((0, 90), (90, 180)))
    triples = (
        (*pair[:at], back, *pair[at:]) for back in backwards for pair in permutations(forwards, 2) for at in PLACES
    )
    every = (Pull(angles) for angles in triples)
    return [pull for pull in every if are_apart([pull.progress, *pull.slips.values()], WIDER)]
