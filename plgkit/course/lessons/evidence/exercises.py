"""The case `vignettes`, dealt as cards; and a register of companies that the model makes."""

from functools import cache
from typing import NamedTuple

import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.course.questions import Card
from plgkit.course.questions.distinct import are_apart
from plgkit.ideas.evidence import Evidence
from plgkit.models import words

CASE = "vignettes"
PILES = ("product-led organisation", "product-centric organisation", "product-led growth tactic", "none")
FUNCTIONS = {
    "product": (
        "A product team in a product-led organisation sets the direction from research and from use, and does "
        "more than deliver what others ordered (D4)."
    ),
    "sales": (
        "Sales in a product-led organisation begins with people whose use shows that they are ready, and removes "
        "what keeps the rest of their firm away (D4)."
    ),
    "customer success": (
        "Customer success in a product-led organisation sees in the use who is about to give up, acts before they "
        "leave, and is measured by what customers achieve (D4)."
    ),
    "marketing": (
        "Marketing in a product-led organisation brings people into the product and lets what they do there guide "
        "the next message (D4)."
    ),
    "engineering": (
        "Engineering in a product-led organisation answers for the value that arrives, not for the amount that is "
        "built (D0, sixth statement)."
    ),
    "leadership": (
        "Leaders of a product-led organisation build the strategy on a vision of the product (D2), and ask what a "
        "decision means for users before they ask what it means for growth (D4)."
    ),
}
EACH, SHARED = 3, 2
"""A team sorts this many cards of each label, and this many of each function."""

THOUSAND = 1000


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


def a_register(generator) -> Register:
    """A register whose foreseeable answers can be told apart."""
    while True:
        register = _drawn(generator)
        if are_apart([register.chance, *register.slips.values()]):
            return register


def _drawn(generator) -> Register:
    """A register that the model makes: equal averages, and product-led companies more varied."""
    total = 2000 * int(generator.integers(2, 8))
    base_rate, cut = 0.05 * int(generator.integers(3, 9)), float(generator.choice([0.01, 0.02]))
    spread = 1 + 0.05 * int(generator.integers(6, 15))
    numbers = Evidence(base_rate=base_rate, spread_ratio=spread, mean_advantage=0, cut=cut).run().numbers
    ends = [round(numbers[end] * cut * total) for end in ("share_in_top", "share_in_bottom")]
    return Register(total, round(base_rate * total), cut, *ends)


@cache
def _vignettes() -> pd.DataFrame:
    return load(CASE).set_index(["label", "function"]).sort_index()


def twelve(generator) -> list[pd.Series]:
    """Rows of the case: as many of each label, and as many of each function, in a random order."""
    functions = list(FUNCTIONS)
    while True:
        dealt = [PILES[place % len(PILES)] for place in generator.permutation(EACH * len(PILES))]
        pairs = list(zip(dealt, functions * SHARED, strict=True))
        if len(set(pairs)) == len(pairs):
            break
    rows = [_vignettes().loc[pair] for pair in pairs]
    return [rows[place] for place in generator.permutation(len(rows))]


def card(row: pd.Series) -> Card:
    """A row as a card, with what decided and what the documents expect of the department."""
    label, function = row.name
    named = "None of the three" if label == "none" else label.capitalize()
    return Card(row["text"], PILES.index(label), f"{named}. {row['reason']} {FUNCTIONS[function]}")
