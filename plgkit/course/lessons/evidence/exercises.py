"""A team's own numbers: a register of companies that the model makes, and twelve cards."""

from types import SimpleNamespace
from typing import NamedTuple

from plgkit.course.lessons.evidence.cards import twelve
from plgkit.course.questions.distinct import WIDER, are_apart
from plgkit.ideas.evidence import Evidence
from plgkit.models import words
from plgkit.support.errors import Refused

THOUSAND = 1000
RECALLED_CHURN = 0.07


def vary(generator, setting) -> SimpleNamespace:
    """Twelve of the cards, and a register of companies."""
    if not 0 < setting.idea.base_rate < 1:
        share = words.percent(setting.idea.base_rate)
        raise Refused(f"base_rate: {share} leaves nothing to predict; choose a share above 0 and below 1")
    register = draw_register(generator)
    return SimpleNamespace(cards=twelve(generator), register=register)


class Register(NamedTuple):
    """All companies of an invented country, and how many of the best and the worst are product-led."""

    total: int
    led: int
    cut: float
    led_best: int
    led_worst: int

    @property
    def best(self) -> int:
        """How many companies count as the best, and as many as the worst."""
        return round(self.cut * self.total)

    @property
    def chance(self) -> float:
        """Of a thousand product-led companies, those that reach the best."""
        return THOUSAND * self.led_best / self.led

    @property
    def chance_of_others(self) -> float:
        return THOUSAND * (self.best - self.led_best) / (self.total - self.led)

    @property
    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead of `chance`."""
        return {
            "inverse": THOUSAND * self.led_best / self.best,
            "same-as-all": THOUSAND * self.cut,
            "of-all-companies": THOUSAND * self.led_best / self.total,
            "the-others": self.chance_of_others,
            "in-percent": self.chance / 10,
            "inverse-in-percent": 100 * self.led_best / self.best,
        }

    def described(self) -> str:
        """The register as the question states it."""
        return (
            f"An invented register holds all {self.total:,} software companies of a country, and {self.led:,} of them "
            f"are product-led. The newspapers write about the best {words.percent(self.cut)}, which are {self.best} "
            f"companies: {self.led_best} of those are product-led."
        )


def draw_register(generator) -> Register:
    """A register whose foreseeable answers can be told apart."""
    while True:
        register = _register(generator)
        if are_apart([register.chance, *register.slips.values()], WIDER):
            return register


def _register(generator) -> Register:
    """A register that the model makes: equal averages, and product-led companies more varied."""
    total = 2000 * int(generator.integers(2, 8))
    base_rate, cut = 0.05 * int(generator.integers(3, 9)), float(generator.choice([0.01, 0.02]))
    spread = 1 + 0.05 * int(generator.integers(6, 15))
    numbers = Evidence(base_rate=base_rate, spread_ratio=spread, mean_advantage=0, cut=cut).run().numbers
    ends = [round(numbers[end] * cut * total) for end in ("share_in_top", "share_in_bottom")]
    return Register(total, round(base_rate * total), cut, *ends)
