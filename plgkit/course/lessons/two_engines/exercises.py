"""A team's own numbers: a campaign to read, and a competitor to catch up with."""

import math
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np

from plgkit.course.questions.distinct import are_apart
from plgkit.ideas.two_engines import TwoEngines
from plgkit.models import words
from plgkit.models.numerics import root
from plgkit.models.two_engines import filled
from plgkit.support.errors import Refused

BOUGHT, EARNED, BLEND = "Loudwater", "Stillwater", "Midwater"
PRESETS = {BOUGHT: "marketing_led", EARNED: "product_led", BLEND: "blend"}
EARLY, LATE = 12, 36
ROUGH = 0.07
"""The second exercise is solved by moving a slider: this far beside is right, as a share of the answer."""


def vary(generator, setting) -> SimpleNamespace:
    """A team's own campaign to read, and a competitor to catch up with."""
    refuse_ties(setting.idea)
    return SimpleNamespace(
        campaign=clearly(generator, setting.idea, draw_campaign, campaign_answers, 0.02),
        rival=clearly(generator, setting.idea, draw_rival, rival_answers, ROUGH),
    )


def companies(idea: TwoEngines) -> dict[str, TwoEngines]:
    """The three companies in the market of `idea`, and in its money."""
    presets = {company: TwoEngines.presets[preset] for company, preset in PRESETS.items()}
    return {
        company: idea.changed(**preset | {"spend": preset["spend"] * idea.scale, "months": LATE})
        for company, preset in presets.items()
    }


def race(idea: TwoEngines) -> dict[str, tuple[float, float]]:
    """How many customers each company has early and late."""
    numbers = {company: engine.run().numbers for company, engine in companies(idea).items()}
    return {company: (n["customers_at_month_12"], n["customers_at_end"]) for company, n in numbers.items()}


def bought(idea: TwoEngines) -> float:
    """Customers that the spend of `idea` buys in a month while the market is empty."""
    return -idea.reach * math.expm1(-idea.spend / idea.saturation)


def spend_needed(idea: TwoEngines, customers: float, months: int = EARLY) -> float:
    """The spend a month with which `idea` has so many customers after `months`; NaN where no spend is enough.

    >>> round(spend_needed(TwoEngines(), TwoEngines().run().numbers["customers_at_month_12"]))
    50000
    """

    def surplus(each_month: float) -> float:
        shares = filled([each_month / idea.market] * months, idea.word_of_mouth, idea.churn)
        return shares[-1] * idea.market - customers

    if not surplus(0) <= 0 < surplus(idea.reach):
        return math.nan
    return -idea.saturation * math.log1p(-root(surplus, 0, idea.reach) / idea.reach)


def ahead(pair: dict[str, float]) -> str:
    """Two companies' customers in words, the one with more first."""
    (first, most), (second, fewer) = sorted(pair.items(), key=lambda item: -item[1])
    return f"{first} has {words.number(most)} customers and {second} {words.number(fewer)}"


def described(idea: TwoEngines) -> str:
    """What the picture shows."""
    customers = race(idea)
    early, late = ({company: customers[company][when] for company in (BOUGHT, EARNED)} for when in (0, 1))
    blend = customers[BLEND]
    wins = [
        when
        for when, number in zip((EARLY, LATE), blend, strict=True)
        if number > max(customers[company][when == LATE] for company in (BOUGHT, EARNED))
    ]
    where = {0: "is ahead of both at neither date", 2: "is ahead of both at both dates"}
    standing = where.get(len(wins), f"is ahead of both at month {wins[0]}" if wins else "")
    return (
        f"After {EARLY} months {ahead(early)}; after {LATE} months {ahead(late)}. The blend, {BLEND}, has "
        f"{words.number(blend[0])} and then {words.number(blend[1])}: it {standing}."
    )


def refuse_ties(idea: TwoEngines) -> None:
    """Refuse a market in which nobody is clearly ahead early or late."""
    customers = race(idea)
    for when in (0, 1):
        if not are_apart(customers[company][when] for company in (BOUGHT, EARNED)):
            raise _refusal("nobody is clearly ahead")


def clearly(
    generator: np.random.Generator, idea: TwoEngines, draw: Callable, answers: Callable, tolerance: float
) -> Any:
    """The first of many exercises that `draw` gives whose foreseeable `answers` are clearly apart."""
    for _ in range(40):
        exercise = draw(generator, idea)
        if exercise and are_apart(answers(exercise).values(), (2 * tolerance + 0.01) / (1 - tolerance)):
            return exercise
    raise _refusal("an exercise has no clear answer")


def _refusal(why: str) -> Refused:
    return Refused(
        f"two-engines: with this reach, saturation and market {why}; choose values nearer to the lesson's own"
    )


def draw_campaign(generator: np.random.Generator, idea: TwoEngines) -> list[tuple[float, float]] | None:
    """Spend and the customers bought with it, at a spend, at twice as much, and at a tenth more than that."""
    spend = round(generator.integers(12, 29) / 20, 2) * idea.saturation
    if 2.2 * spend > 1e7 * idea.scale:
        return None
    return [(x, _read(bought(idea.changed(spend=x)))) for x in (spend, 2 * spend, 2.2 * spend)]


def _read(customers: float) -> float:
    """The number that the learner reads."""
    return float(words.number(customers, 4).replace(",", ""))


def campaign_answers(campaign: list[tuple[float, float]]) -> dict[str, float]:
    """The cost of the next customers, and what somebody who thinks in a certain wrong way finds instead."""
    (once, first), (twice, second), (more, third) = campaign
    return {
        "right": (more - twice) / (third - second),
        "average": twice / second,
        "whole-step": (twice - once) / (second - first),
        "twice-as-dear": 2 * once / first,
    }


def draw_rival(generator: np.random.Generator, idea: TwoEngines) -> SimpleNamespace | None:
    """A competitor that buys its growth, and a company of one's own with a better product."""
    theirs = {
        "spend": 10_000.0 * idea.scale * generator.integers(15, 26),
        "word_of_mouth": round(generator.integers(4, 10) / 100, 2),
        "churn": round(generator.integers(10, 17) / 100, 2),
    }
    mine = {
        "word_of_mouth": round(generator.integers(10, 16) / 100, 2),
        "churn": round(generator.integers(4, 8) / 100, 2),
    }
    if theirs["spend"] > 1e7 * idea.scale:
        return None
    them = idea.changed(months=EARLY, **theirs)
    target = them.run().numbers["customers_at_end"]
    us = idea.changed(months=EARLY, spend=theirs["spend"], **mine)
    needed = spend_needed(us, target)
    silent = spend_needed(us.changed(word_of_mouth=0.0), target)
    # Every position of the slider that is nearest to the answer is to count as right.
    step = TwoEngines.assumptions()["spend"].step * idea.scale
    if not step / 2 <= ROUGH * needed or not needed < 0.6 * theirs["spend"]:
        return None
    return SimpleNamespace(them=them, us=us, target=target, needed=needed, silent=silent)


def rival_answers(rival: SimpleNamespace) -> dict[str, float]:
    """The spend that is needed, and what somebody who thinks in a certain wrong way finds instead."""
    values = {
        "right": rival.needed,
        "same-spend": rival.them.spend,
        "churn-alone": rival.them.spend * rival.us.churn / rival.them.churn,
        "bought-alone": rival.silent,
    }
    return {name: value for name, value in values.items() if not math.isnan(value)}
