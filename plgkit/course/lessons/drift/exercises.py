"""A team's own numbers: a roadmap to keep on course, departments that pull apart, statements to sort."""

import math
from functools import cache
from itertools import permutations
from types import SimpleNamespace
from typing import NamedTuple

from plgkit.course.lessons.drift.cards import eight
from plgkit.course.questions.distinct import WIDER, are_apart
from plgkit.ideas.drift import Drift
from plgkit.models import words
from plgkit.support.errors import Refused

HALF = 0.5
"""The share of the distance that may be left."""
STEPS, ERRORS = range(6, 21), range(16, 29)
"""From how many steps, and from which errors of the vision in degrees, a team's roadmap is drawn."""
TOWARDS = {0: 1.0, 30: 0.87, 45: 0.71, 60: 0.5, 90: 0.0, 120: -0.5}
"""How far one step at an angle leads towards the vision, to two digits."""
DEPARTMENTS = ("marketing", "sales", "engineering")
LEAST = 1e-6
"""A chance below this cannot be told from none."""


def vary(generator, setting) -> SimpleNamespace:
    """A roadmap, the angles of the departments, and statements to sort."""
    if not 0 < setting.idea.within < 180 or chance(setting) < LEAST:
        angle, count = words.number(setting.idea.within), setting.idea.dimensions
        raise Refused(
            f"within: {angle} degrees in {count} dimensions leaves nothing to predict; choose an angle nearer to 90"
        )
    roadmap, pull = (choices[generator.integers(len(choices))] for choices in (roadmaps(), pulls()))
    return SimpleNamespace(roadmap=roadmap, pull=pull, cards=eight(generator))


class Roadmap(NamedTuple):
    """Steps of which a share follows a vision that is off by an angle, the others unrelated requests."""

    steps: int
    vision_error: int

    @property
    def reserved(self) -> float:
        """The least share along the vision that leaves half of the distance; NaN where none does."""
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
    """The smaller root f of f² − linear · f + constant = 0: where the squared distance is what may be left.

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
            "backwards-is-nothing": 100 * sum(max(0, TOWARDS[angle]) for angle in angles) / len(angles),
            "all-or-nothing": 100 * sum(angle <= 45 for angle in angles) / len(angles),
            "straight-line": 100 * sum(1 - angle / 90 for angle in angles) / len(angles),
            "without-product": 100 * sum(TOWARDS[angle] for angle in self.angles) / len(self.angles),
        }


@cache
def pulls() -> list[Pull]:
    """One department works backwards, the two others at angles of their own; every slip can be told apart."""
    outer = [angle for angle in TOWARDS if 0 < angle < 120]
    pairs = permutations(outer, 2)
    angles = [(*pair[:at], 120, *pair[at:]) for pair in pairs for at in range(len(DEPARTMENTS))]
    return [pull for pull in map(Pull, angles) if are_apart([pull.progress, *pull.slips.values()], WIDER)]


def chance(setting) -> float:
    """The chance that a request points the right way, at the lesson's own assumptions."""
    return setting.idea.run().numbers["chance_within"]
