"""A team's own numbers: tests to read, and how many of a team's wins are false."""

from itertools import product
from types import SimpleNamespace
from typing import NamedTuple

from plgkit.course.lessons.outcomes.cards import eight
from plgkit.course.questions.distinct import WIDER, are_apart
from plgkit.support.errors import Refused

SIZES = (200, 400, 600, 800, 1000)
WORKS = (0.05, 0.06, 0.08, 0.10, 0.15, 0.20)
POWERS = (0.5, 0.6, 0.7, 0.8, 0.9)


def vary(generator, setting) -> SimpleNamespace:
    """Eight tests to read, and the numbers of one team that tests."""
    if setting.idea.win_rate in (0, 1):
        raise Refused("win_rate: with 0 every win is false, with 1 none is; choose a share between them")
    clear = clear_teams(setting.idea.alpha)
    if not clear:
        raise Refused(f"alpha: {setting.idea.alpha:.10g} leaves no clear exercise; choose another level")
    return SimpleNamespace(cards=eight(generator), team=clear[generator.integers(len(clear))])


class Team(NamedTuple):
    """A team's tests: how many, how many of its ideas work, how many of those a test finds, and the level."""

    tests: int
    works: float
    power: float
    alpha: float

    @property
    def real(self) -> float:
        """Real wins."""
        return self.tests * self.works * self.power

    @property
    def false(self) -> float:
        """Wins with nothing behind them: half of the false alarms, the other half look like losses."""
        return self.tests * (1 - self.works) * self.alpha / 2

    @property
    def share(self) -> float:
        """The share of wins that are false."""
        return self.false / (self.false + self.real)

    @property
    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead, as shares."""
        both = 2 * self.false
        return {
            "level-is-answer": self.alpha,
            "both-sides": both / (both + self.real),
            "real-for-false": 1 - self.share,
            "before-any-test": 1 - self.works,
            "of-all-tests": self.false / self.tests,
        }

    @property
    def is_clear(self) -> bool:
        return are_apart([self.share, *self.slips.values()], WIDER)


def clear_teams(alpha: float) -> list[Team]:
    """Every team that tests at this level and leaves one reading for each foreseeable answer."""
    every = (Team(*numbers, alpha) for numbers in product(SIZES, WORKS, POWERS))
    return [team for team in every if team.is_clear]
