"""A real cohort's renewals, and two ways to project them from its first years."""

from functools import cache
from itertools import pairwise
from typing import ClassVar, Literal, NamedTuple

import numpy as np
import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.charts.theme import BLUE, GREY, INK, ORANGE, Table, alt, apart
from plgkit.ideas.documents import D1
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.ideas.leaky_bucket import RetentionFit, fit_retention
from plgkit.models import words

Cohort = Literal["Regular", "High End"]
AHEAD = 36
"""Months that a learner draws."""
APART = 0.05
"""Two foreseeable answers differ by at least this share, so that each has one reading."""
YEARS = 12
"""Years for which the case knows how many customers remained."""
EXAMPLE: Cohort = "High End"
"""The cohort of the worked example; exercises take the other one."""
FITTED, CONSTANT = "churn differs", "one churn for all"
KNOWN, LATER = "known", "what happened"


@cache
def remaining(cohort: str) -> tuple[float, ...]:
    """Percent of a cohort that remained after 0, 1, … 12 years."""
    rows = load("renewals").query("cohort == @cohort").sort_values("year")
    return tuple(round(100 * share, 1) for share in rows["share_remaining"])


class Projection(NamedTuple):
    """A cohort of which the first `known` years are known, projected to the year `until`."""

    cohort: str
    known: int
    until: int

    @property
    def shares(self) -> tuple[float, ...]:
        return remaining(self.cohort)[: self.known + 1]

    @property
    def last(self) -> float:
        """Percent that remained after the last year known."""
        return self.shares[-1]

    @property
    def truth(self) -> float:
        """Percent that really remained."""
        return remaining(self.cohort)[self.until]

    @property
    def fit(self) -> RetentionFit:
        return fitted(self.cohort, self.known)

    @property
    def curve(self) -> float:
        """Percent that remains if customers differ in churn."""
        return 100 * float(self.fit.survival([self.until])[0])

    @property
    def constant(self) -> float:
        """Percent that remains if all have one churn, the average of the years that are known."""
        return 100 * (self.last / 100) ** (self.until / self.known)

    @property
    def last_year(self) -> float:
        """Percent that remains if the last known renewal rate holds for ever."""
        before, last = self.shares[-2:]
        return last * (last / before) ** (self.until - self.known)

    @property
    def first_year(self) -> float:
        """Percent that remains if the first renewal rate holds for ever."""
        return 100 * (self.shares[1] / 100) ** self.until

    def renewal(self, year: int) -> float:
        """The share of those present after the year before that was still there after this one."""
        before, after = remaining(self.cohort)[year - 1 : year + 1]
        return after / before


@cache
def fitted(cohort: str, known: int) -> RetentionFit:
    """The shifted beta-geometric curve of a cohort's first years."""
    return fit_retention(remaining(cohort)[: known + 1])


class Renewals(Idea):
    """A cohort's customers over twelve years, projected from its first ones.

    Not a model of its own: the shares are those of the case `renewals` (Fader and Hardie 2007), one
    projection is `fit_retention`, the other one churn for all.

    >>> print(Renewals().run().sentence[:70])
    From the first 6 years of the cohort "Regular": with one churn for all
    """

    claim: ClassVar = "A cohort whose renewal rate rises has a product that gets better."
    documents: ClassVar = (D1,)
    controls: ClassVar = ("cohort", "known", "until")
    measures: ClassVar = {
        "curve": Measure("Would remain, if churn differs", "share"),
        "constant": Measure("Would remain, one churn for all", "share"),
        "truth": Measure("Really remained", "share"),
    }
    headline: ClassVar = ("curve", "constant", "truth")
    table: ClassVar = Table({"year": "year", "series": "line", "remaining": "percent that remains"}, ("line", "point"))

    cohort: Cohort = assumption("Regular", "Cohort", help="two groups of customers of one company")
    known: int = assumption(
        6,
        "Years known",
        unit="years",
        ge=2,
        le=9,
        step=1,
        help="the projections use these years, and no later one",
    )

    until: int = assumption(
        12,
        "Projected to year",
        unit="years",
        ge=3,
        le=12,
        step=1,
        help="the year for which the three numbers are given",
    )

    def run(self) -> Outcome:
        projection = Projection(self.cohort, self.known, self.until)
        years = np.arange(YEARS + 1)
        curve = 100 * projection.fit.survival(years)
        constant = 100 * (projection.last / 100) ** (years / self.known)
        truth = np.array(remaining(self.cohort))
        lines = np.array([curve, constant, truth])
        columns = {
            "year": np.concatenate([np.tile(years, 3), np.full(3, YEARS), [self.until]]),
            "remaining": np.concatenate([curve, constant, truth, apart(lines[:, -1], 6.5), [100]]),
            "series": [FITTED] * 13
            + [CONSTANT] * 13
            + [KNOWN if year <= self.known else LATER for year in years]
            + [FITTED, CONSTANT, LATER, ""],
            "mark": ["line"] * 26 + ["point"] * 13 + ["name"] * 3 + ["until"],
        }
        there = lines[:, self.until] / 100
        numbers = dict(zip(self.headline, there.tolist(), strict=True))
        return Outcome(pd.DataFrame(columns), numbers, self._sentence(projection, numbers))

    def _sentence(self, projection: Projection, numbers: dict[str, float]) -> str:
        first, last = (words.percent(projection.renewal(year)) for year in (1, self.known))
        curve, constant, truth = (words.percent(numbers[name]) for name in self.headline)
        return (
            f'From the first {self.known} years of the cohort "{self.cohort}": with one churn for all, {constant} '
            f"would remain after {self.until} years; with a curve that lets churn differ, {curve}. {truth} really "
            f"remained. {first} renewed in the first year, and {last} of those still there in year {self.known}."
        )

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        order = [FITTED, CONSTANT, LATER]
        base = alt.Chart(outcome.frame).encode(
            x=alt.X("year:Q", title="years since the customers came")
            .scale(nice=False)
            .axis(values=list(range(0, YEARS + 1, 2))),
            y=alt.Y("remaining:Q", title="percent of the cohort that remains").scale(domain=[0, 100]),
        )
        lines, points, names = (base.transform_filter(f"datum.mark == '{one}'") for one in ("line", "point", "name"))
        colour = alt.Color("series:N", legend=None).scale(domain=order, range=[BLUE, ORANGE, INK])
        dash = alt.StrokeDash("series:N", legend=None).scale(domain=order[:2], range=[[1, 0], [6, 4]])
        chosen = base.transform_filter("datum.mark == 'until'")
        return alt.layer(
            chosen.mark_rule(color=GREY, strokeDash=[2, 3]),
            lines.mark_line().encode(color=colour, strokeDash=dash),
            points.transform_filter(f"datum.series == '{KNOWN}'").mark_point(
                filled=True, size=70, opacity=1, color=INK
            ),
            points.transform_filter(f"datum.series == '{LATER}'").mark_point(size=70, opacity=1, color=GREY),
            names.mark_text(align="left", dx=10).encode(text="series:N", color=colour),
        )


class Bucket(NamedTuple):
    """A team's own bucket."""

    acquisition: int
    churn: float
    start: int

    @property
    def ceiling(self) -> float:
        return self.acquisition / self.churn

    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead of `ceiling`."""
        return {
            "nobody-leaves": float(self.start + AHEAD * self.acquisition),
            "adds-the-start": self.start + self.ceiling,
            "next-month": self.start * (1 - self.churn) + self.acquisition,
            "percent-as-number": self.ceiling / 100,
        }


def draw_bucket(generator: np.random.Generator) -> Bucket:
    """A bucket whose ceiling is a whole number that nothing else is near."""
    while True:
        churn = float(generator.choice([0.02, 0.025, 0.04, 0.05, 0.08, 0.10]))
        drawn = Bucket(10 * int(generator.integers(4, 31)), churn, 100 * int(generator.integers(5, 61)))
        if drawn.ceiling % 10 == 0 and distinct([drawn.ceiling, *drawn.slips().values()]):
            return drawn


def clear(projection: Projection) -> bool:
    """Whether the curve is nearest to what happened, and every foreseeable answer has its own reading."""
    wrong = [projection.constant, projection.last_year, projection.first_year, projection.last]
    error = abs(projection.curve - projection.truth)
    return all(error < abs(one - projection.truth) for one in wrong) and distinct([projection.curve, *wrong])


def distinct(values: list[float]) -> bool:
    """Whether each value has its own reading."""
    return all(high / low > 1 + APART for low, high in pairwise(sorted(values)))


def projections() -> list[Projection]:
    """Those from which a team's exercise is drawn."""
    every = [Projection("Regular", known, until) for known in range(3, 8) for until in range(known + 3, YEARS + 1)]
    return [one for one in every if clear(one)]


def described(projection: Projection) -> str:
    """What is known of the cohort, in words."""
    shares = [f"{share:g}" for share in projection.shares]
    return (
        f'Of the cohort "{projection.cohort}", {words.listing(shares[1:])} percent remained after '
        f"{words.listing([str(year) for year in range(1, projection.known + 1)])} years."
    )
