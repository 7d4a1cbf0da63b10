"""A team's own numbers: a bucket of customers, and a real cohort that is projected from its first years."""

import math
from functools import cache
from types import SimpleNamespace
from typing import Literal, NamedTuple

import numpy as np

from plgkit.cases.catalogue import load
from plgkit.course.questions.distinct import are_apart
from plgkit.ideas.cohort import RetentionFit, fit_retention
from plgkit.models import words
from plgkit.support.errors import Refused

Cohort = Literal["Regular", "High End"]
AHEAD = 36
"""Months that a learner draws."""
YEARS = 12
"""Years for which the case knows how many customers remained."""
EXAMPLE: Cohort = "High End"
"""The cohort of the worked example; exercises take the other one."""
SEEN = 0.05
"""An end that is a smaller share of the drawing's height than this cannot be drawn well."""


def vary(generator, setting) -> SimpleNamespace:
    """A bucket and a cohort for the exercises; the 36 months that are predicted."""
    months = setting.idea.changed(months=AHEAD)
    ahead = months.run()
    top = _round_up(max(months.start + months.acquisition * AHEAD, 1))
    if ahead.numbers["customers_at_end"] < SEEN * top:
        raise Refused(
            f"acquisition, churn, start: after {AHEAD} months hardly anybody is left, so there is no line to draw; "
            "choose more acquisition or less churn"
        )
    bucket, every = draw_bucket(generator), projections()
    cohort = every[generator.integers(len(every))]
    return SimpleNamespace(months=months, ahead=ahead, top=top, bucket=bucket, cohort=cohort)


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
        return fit(self.cohort, self.known)

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
def fit(cohort: str, known: int) -> RetentionFit:
    """The shifted beta-geometric curve of a cohort's first years."""
    return fit_retention(remaining(cohort)[: known + 1])


class Bucket(NamedTuple):
    """A team's own bucket."""

    acquisition: int
    churn: float
    start: int

    @property
    def ceiling(self) -> float:
        return self.acquisition / self.churn

    @property
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
        bucket = Bucket(10 * int(generator.integers(4, 31)), churn, 100 * int(generator.integers(5, 61)))
        if bucket.ceiling % 10 == 0 and are_apart([bucket.ceiling, *bucket.slips.values()]):
            return bucket


def is_clear(projection: Projection) -> bool:
    """Whether the curve is nearest to what happened, and every foreseeable answer has its own reading."""
    wrong = [projection.constant, projection.last_year, projection.first_year, projection.last]
    error = abs(projection.curve - projection.truth)
    return all(error < abs(answer - projection.truth) for answer in wrong) and are_apart([projection.curve, *wrong])


def projections() -> list[Projection]:
    """Those from which a team's exercise is drawn."""
    every = [Projection("Regular", known, until) for known in range(3, 8) for until in range(known + 3, YEARS + 1)]
    return [projection for projection in every if is_clear(projection)]


def described(projection: Projection) -> str:
    """What is known of the cohort, in words."""
    shares = [f"{share:g}" for share in projection.shares]
    return (
        f'Of the cohort "{projection.cohort}", {words.listing(shares[1:])} percent remained after '
        f"{words.listing([str(year) for year in range(1, projection.known + 1)])} years."
    )


def _round_up(value: float) -> float:
    """The next number above that is easily divided by four."""
    size = 10 ** math.floor(math.log10(value))
    return next(float(step * size) for step in (1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 12) if 1.02 * value <= step * size)
