"""Steps towards a vision: a picture of the chances, a roadmap to keep on course, departments that pull apart."""

import math
from functools import cache
from typing import NamedTuple

import pandas as pd

from plgkit.charts.theme import BLUE, INK, QUIET, Table, alt, dress, predicted
from plgkit.course.questions.distinct import are_apart
from plgkit.ideas.drift import DIMENSIONS, Drift, cap, told
from plgkit.models import words

HALF = 0.5
"""The share of the distance that may be left."""
STEPS, ERRORS = range(6, 21), range(16, 29)
"""From how many steps, and from which errors of the vision in degrees, a team's roadmap is drawn."""
TOWARDS = {0: 1.0, 30: 0.87, 45: 0.71, 60: 0.5, 90: 0.0, 120: -0.5}
"""How far one step at an angle leads towards the vision, to two digits."""
DEPARTMENTS = ("marketing", "sales", "engineering")


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
        given = {"requests": self.steps, "vision_error": self.vision_error}
        return setting.idea.changed(reserved=0.5, alignment=0, **given)


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
    found = [Roadmap(steps, error) for steps in STEPS for error in ERRORS]
    return [one for one in found if are_apart([one.reserved, *one.slips().values()]) and one.reserved < 1]


class Pull(NamedTuple):
    """The angles at which departments work, beside a product organisation that works along the vision."""

    angles: tuple[int, ...]

    @property
    def progress(self) -> float:
        """The share of all work that leads towards the vision, in percent."""
        return 100 * sum(TOWARDS[angle] for angle in (0, *self.angles)) / (1 + len(self.angles))

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
    pairs = [(one, other) for one in outer for other in outer if one != other]
    placed = [(*pair[:at], 120, *pair[at:]) for pair in pairs for at in range(len(DEPARTMENTS))]
    return [one for one in map(Pull, placed) if are_apart([one.progress, *one.slips().values()])]


def chances_chart(dimensions: int, within: float) -> alt.LayerChart:
    """The chance that a random request points the right way, by dimensions, with room for a prediction."""
    chances = cap(DIMENSIONS, within)
    rows = pd.DataFrame({"dimensions": DIMENSIONS, "share": chances})
    rows["here"] = rows["dimensions"] == dimensions
    # On a phone bars are narrow: two numbers side by side need different heights.
    start, here = chances[0], chances[dimensions - 2]
    named = {dimensions} | ({2} if dimensions > 5 or abs(here - start) > 0.2 * max(here, start) else set())
    rows["label"] = [told(chance) if count in named else "" for count, chance in zip(DIMENSIONS, chances, strict=True)]
    ways = alt.X("dimensions:O", title="dimensions: ways to change the product")
    near = f"chance of pointing within {words.number(within)}° of the vision"
    base = alt.Chart(rows).encode(
        x=ways.axis(labelAngle=0, labelOverlap=True), y=alt.Y("share:Q", title=near).axis(format="~%")
    )
    filled = alt.condition("datum.here", alt.value(BLUE), alt.value(QUIET))
    # Beside the bar on its left, which is higher where the chance falls.
    style = {"align": "left", "dx": -8, "dy": -9, "fontWeight": "bold"}
    chart = alt.layer(
        base.mark_bar().encode(color=filled),
        base.mark_text(stroke="white", strokeWidth=4, **style).encode(text="label:N"),
        base.mark_text(color=INK, **style).encode(text="label:N"),
    )
    falls = "falls" if within < 90 else "rises" if within > 90 else "stays the same"
    described = f"Bars: the chance {falls} with every further dimension."
    return dress(predicted(chart, "y", percent=True), described, Table({"dimensions": "dimensions", "share": near}))
