"""Where a product goes that follows its customers' requests."""

import math
from typing import ClassVar

import numpy as np
import pandas as pd
from scipy.special import betainc, ive, roots_sh_legendre

from plgkit.charts.labels import fitting
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, INK, ORANGE
from plgkit.ideas.documents import D2, D3
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import words

DIMENSIONS = np.arange(2, 21)
RANDOM, THESE, ALL = "a request in a random direction", "one of these requests", "all steps"
SERIES, COLOURS = [RANDOM, THESE, ALL], [GREY, ORANGE, BLUE]
DASHES, SHAPES = [[3, 3], [1, 0], [8, 3]], ["triangle-up", "circle", "square"]
TIE = 1e-12
HEIGHTS = [1.17, 1.26, 1.35]
LEFT = alt.value(alt.ExprRef(**fitting(8, -38)))
"""Where the names of the lines begin: on a phone they need the whole width."""
UNIT, WEIGHTS = roots_sh_legendre(64)


class Drift(Idea):
    """A product takes `requests` steps of length 1 in k dimensions; the market is n steps away, along u.

    A share f of the steps (`reserved`) follows the vision, at an angle θ (`vision_error`) from u. Each of
    the others is a request: a von Mises–Fisher step around u with concentration κ (`alignment`; 0 is any
    direction). With A = I_{k/2}(κ) / I_{k/2−1}(κ), the mean progress of a request (`mean_alignment`):

        expected_progress = n(f·cos θ + (1−f)A)         rms_wander = √((1−f)·n·(1−A²))
        distance_left = √(n²[(1−(1−f)A − f·cos θ)² + (f·sin θ)²] + rms_wander²)
        chance_within = ½·I_{sin² w}((k−1)/2, ½), and 1 minus this for 180° − w where w > 90°

    `chance_within` is for a request in a random direction (κ = 0), `requests_within` for these requests,
    `steps_within` for all steps. Distances are root mean squares; where n·f is no whole number, they lie
    between those of the neighbours. `distance_drawn` is of one roadmap drawn with `seed`, with n·f rounded.
    Requests win when A > cos θ; a tie is no win.

    References
    ----------
    Mardia and Jupp (2000) for the distribution; Li (2011) for the cap of a sphere.

    Examples
    --------
    >>> [round(Drift(dimensions=k).run().numbers["chance_within"], 4) for k in (2, 3, 10)]
    [0.25, 0.1464, 0.0075]
    """

    claim: ClassVar = (
        "Requests of whichever customers come along will hardly add up to the vision: keep to the vision "
        "and let requests wait."
    )
    holds_when: ClassVar = "Requests share no direction, and the vision points roughly where the market goes."
    fails_when: ClassVar = (
        "Requests share a direction and the vision is badly off: then following the requests leads further."
    )
    documents: ClassVar = (D2, D3)
    sources: ClassVar = (
        "Mardia, K. V. and Jupp, P. E. (2000). Directional Statistics. Wiley.",
        "Li, S. (2011). Concise Formulas for the Area and Volume of a Hyperspherical Cap. "
        "Asian Journal of Mathematics and Statistics 4(1), 66–70.",
        "Pearson, K. (1905). The Problem of the Random Walk. Nature 72, 294.",
    )
    controls: ClassVar = ("dimensions", "reserved", "alignment")
    measures: ClassVar = {
        "chance_within": Measure("A random request points the right way", "share"),
        "requests_within": Measure("These requests that point the right way", "share"),
        "steps_within": Measure("All steps that point the right way", "share"),
        "mean_alignment": Measure("Progress of one request, on average", "step"),
        "expected_progress": Measure("Progress in the right direction", "step"),
        "rms_wander": Measure("Wandering of the requests", "step"),
        "distance_left": Measure("Distance left", "step"),
        "distance_drawn": Measure("Distance left in one draw", "step"),
        "requests_win": Measure("A request leads further than the vision", "yes"),
    }
    headline: ClassVar = ("chance_within", "expected_progress", "distance_left", "requests_win")
    presets: ClassVar = {"aha": {"dimensions": 2}, "false": {"alignment": 20, "vision_error": 75}}
    table: ClassVar = Table({"dimensions": "dimensions", "series": "line", "share": "points right"}, ("line",))

    dimensions: int = assumption(
        10,
        "Dimensions",
        unit="dimensions",
        ge=2,
        le=20,
        step=1,
        help="in how many independent ways a request can change the product",
    )
    requests: int = assumption(
        20,
        "Steps on the roadmap",
        unit="steps",
        ge=1,
        le=200,
        step=1,
        slider=(1, 100),
        help="how many steps the product takes, one for each request or for the vision",
    )
    reserved: float = assumption(
        0.5,
        "Reserved for the vision",
        unit="share of steps",
        ge=0,
        le=1,
        step=0.01,
        help="share of the steps that follows the vision instead of a request",
    )
    alignment: float = assumption(
        0,
        "Alignment of requests",
        unit="concentration",
        ge=0,
        le=100,
        step=0.1,
        slider=(0, 20),
        help="how much the requests share the right direction; 0 is any direction",
    )
    vision_error: float = assumption(
        0,
        "Error of the vision",
        unit="degrees",
        ge=0,
        le=180,
        step=5,
        help="angle between the vision and the right direction; 90 is sideways, 180 backwards",
    )
    within: float = assumption(
        45,
        "What counts as the right way",
        unit="degrees",
        ge=0,
        le=180,
        step=5,
        help="the largest angle from the right direction that still counts",
    )
    seed: int = assumption(
        7,
        "Seed of the draw",
        unit="",
        ge=0,
        le=9999,
        step=1,
        slider=(0, 100),
        help="another number draws another roadmap",
    )

    def run(self) -> Outcome:
        n, f, mean = self.requests, self.reserved, mean_alignment(self.dimensions, self.alignment)
        ahead, aside = self._vision()
        wander = math.sqrt((1 - f) * n * (1 - mean**2))
        chances = self._chances()
        here = {series: float(chance[self.dimensions - 2]) for series, chance in chances.items()}
        numbers = {
            "chance_within": here[RANDOM],
            "requests_within": here[THESE],
            "steps_within": here[ALL],
            "mean_alignment": mean,
            "expected_progress": n * (f * ahead + (1 - f) * mean),
            "rms_wander": wander,
            "distance_left": math.hypot(n * (1 - (1 - f) * mean - f * ahead), n * f * aside, wander),
            "distance_drawn": self._one_draw(),
            "requests_win": mean > ahead + TIE,
        }
        return Outcome(self._frame(chances, here), numbers, self._sentence(numbers, chances[RANDOM]))

    def _vision(self) -> tuple[float, float]:
        """How far a step along the vision leads in the right direction, and aside."""
        angle = math.radians(self.vision_error)
        return round(math.cos(angle), 15), round(math.sin(angle), 15)

    def _one_draw(self) -> float:
        """The distance left at the end of one roadmap drawn at random."""
        n, follow, (ahead, aside) = self.requests, round(self.requests * self.reserved), self._vision()
        generator = np.random.default_rng(self.seed)
        chances, sides = generator.random(n)[follow:], generator.standard_normal((n, DIMENSIONS[-1] - 1))
        angles = np.linspace(0, math.pi, 1001)
        heights = density(angles, self.dimensions, self.alignment)
        below = np.concatenate([[0], np.cumsum(heights[1:] + heights[:-1])])
        turns = np.interp(chances * below[-1], below, angles)
        sides = sides[follow:, : self.dimensions - 1]
        off = np.sin(turns) @ (sides / np.linalg.norm(sides, axis=1, keepdims=True))
        off[0] += follow * aside
        return math.hypot(n - np.cos(turns).sum() - follow * ahead, *off)

    def _chances(self) -> dict[str, np.ndarray]:
        """The share that points the right way, for each number of dimensions."""
        random = cap(DIMENSIONS, self.within)
        these = fisher_cap(DIMENSIONS, self.within, self.alignment) if self.alignment else random
        right = float(self.vision_error <= self.within)
        return {RANDOM: random, THESE: these, ALL: self.reserved * right + (1 - self.reserved) * these}

    def _frame(self, chances: dict[str, np.ndarray], here: dict[str, float]) -> pd.DataFrame:
        start = float(chances[THESE][0])
        crowded = self.dimensions < 5 or 1e-9 < chances[ALL][0] - start < 0.12
        steps = "the only step" if self.requests == 1 else f"all {self.requests} steps"
        names = [RANDOM, THESE, f"{steps}, {words.percent(self.reserved)} along the vision"]
        lines, points, heights = [*chances.values()], [*here.values()], HEIGHTS
        if not self.alignment:  # these requests are random ones: one line for both
            lines[0], points[0] = np.full(len(DIMENSIONS), np.nan), np.nan
            names, heights = ["", RANDOM, names[2]], [np.nan, *HEIGHTS[:2]]
        labels = [f"{name}: {words.chance(share)}" for name, share in zip(names, here.values(), strict=True)]
        columns = {
            "dimensions": np.concatenate([*[DIMENSIONS] * 3, [self.dimensions] * 3, [2], [2] * 3]),
            "share": np.concatenate([*lines, points, [np.nan if crowded else start], heights]),
            "series": [name for name in SERIES for _ in DIMENSIONS] + [*SERIES, THESE, *SERIES],
            "mark": ["line"] * 3 * len(DIMENSIONS) + ["here"] * 3 + ["start"] + ["label"] * 3,
            "label": [""] * 3 * (len(DIMENSIONS) + 1) + [f"{words.chance(start)} with 2 dimensions", *labels],
        }
        return pd.DataFrame(columns)

    def _sentence(self, numbers: dict[str, float | bool], random: np.ndarray) -> str:
        begin = f"With {self.dimensions} dimensions, {words.chance(numbers['requests_within'])} of"
        right = f"point within {words.number(self.within)}° of the right direction"
        if self.alignment:
            chance = words.chance(numbers["chance_within"])
            first = f"{begin} these requests {right}; of random ones it would be {chance}."
        else:
            flat = f"; with 2 dimensions it would be {words.chance(float(random[0]))}" if self.dimensions > 2 else ""
            first = f"{begin} requests in random directions {right}{flat}."
        left = words.count(numbers["distance_left"], "step")
        goal, draw = words.count(self.requests, "step"), words.number(numbers["distance_drawn"])
        gap = numbers["mean_alignment"] - self._vision()[0]
        best, other = ("a request", "a step along the vision")[:: 1 if gap > 0 else -1]
        more = "as much as" if abs(gap) <= TIE else "more progress than"
        share = words.percent(self.reserved)
        return (
            f"{first} With {share} of the steps along the vision, the roadmap ends about {left} from a goal "
            f"that was {goal} away ({draw} in one draw), and {best} brings {more} {other}."
        )

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        colour = alt.Color("series:N", legend=None).scale(domain=SERIES, range=COLOURS)
        dash = alt.StrokeDash("series:N", legend=None).scale(domain=SERIES, range=DASHES)
        shape = alt.Shape("series:N", legend=None).scale(domain=SERIES, range=SHAPES)
        ways = alt.X("dimensions:Q", title="dimensions: in how many ways a request can change the product")
        base = alt.Chart(outcome.frame).transform_filter("isValid(datum.share)")
        base = base.encode(
            x=ways.scale(domain=[2, 20]).axis(values=list(range(2, 21, 2))),
            y=alt.Y("share:Q", title="share that points the right way")
            .scale(domain=[0, 1.4])
            .axis(format="%", values=[0, 0.25, 0.5, 0.75, 1]),
            color=colour,
        )
        here = base.transform_filter("datum.mark == 'here'")
        start = base.transform_filter("datum.mark == 'start'")
        label = base.transform_filter("datum.mark == 'label'")
        rule = here.transform_filter(f"datum.series == '{ALL}'").transform_calculate(foot="0", head="1")
        return alt.layer(
            rule.mark_rule(strokeWidth=1).encode(y="foot:Q", y2="head:Q", color=alt.value(INK)),
            base.transform_filter("datum.mark == 'line'").mark_line().encode(strokeDash=dash),
            here.mark_point(size=110, filled=True, opacity=1, stroke="white").encode(shape=shape),
            start.mark_text(align="left", dx=8, dy=-8, stroke="white", strokeWidth=4).encode(text="label:N"),
            start.mark_text(align="left", dx=8, dy=-8).encode(text="label:N"),
            label.mark_point(size=90, filled=True, opacity=1).encode(shape=shape, x=LEFT),
            label.mark_text(align="left", dx=10).encode(text="label:N", x=LEFT),
        )


def mean_alignment(dimensions: int, concentration: float) -> float:
    """The mean cosine of a von Mises–Fisher direction with its centre."""
    if concentration < 1e-3:  # both Bessel functions vanish: the first two terms of the series
        return concentration / dimensions * (1 - concentration**2 / (dimensions * (dimensions + 2)))
    return float(ive(dimensions / 2, concentration) / ive(dimensions / 2 - 1, concentration))


def cap(dimensions: np.ndarray, degrees: float) -> np.ndarray:
    """The chance that a random direction lies within `degrees` of another, fixed one."""
    half = betainc((dimensions - 1) / 2, 0.5, math.sin(math.radians(degrees)) ** 2) / 2
    return half if degrees <= 90 else 1 - half


def density(angle: np.ndarray, dimensions: np.ndarray | int, concentration: float) -> np.ndarray:
    """Proportional to the density of the angle between a von Mises–Fisher direction and its centre."""
    return np.exp(concentration * (np.cos(angle) - 1)) * np.sin(angle) ** (dimensions - 2)


def fisher_cap(dimensions: np.ndarray, degrees: float, concentration: float) -> np.ndarray:
    """The chance that a von Mises–Fisher direction lies within `degrees` of its centre."""
    limit = math.radians(degrees)
    inside, outside = (
        width * density(start + width * UNIT, dimensions[:, None], concentration) @ WEIGHTS
        for start, width in ((0, limit), (limit, math.pi - limit))
    )
    return inside / (inside + outside)
