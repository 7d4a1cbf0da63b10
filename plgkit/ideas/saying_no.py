"""Custom work now, or a product that pays later: what refusing is worth, and to whom."""

import math
from typing import ClassVar

import numpy as np
import pandas as pd
from scipy.optimize import brentq

from plgkit.charts import comparison
from plgkit.charts.picture import Table, alt
from plgkit.ideas.documents import D0, D3
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import words

LONGEST = 20
YEARS = np.arange(1, LONGEST + 1)
CUSTOM, PRODUCT, WAIT = "custom work", "product", "wait a year"
WORKS, FAILS = "product that works", "product that fails"
FOR_EVER = 1e6


class SayingNo(Idea):
    """Custom work earns from the start; a product costs first, earns later, and may fail.

    Custom work earns c in each of the years 0 to T − 1. The product costs b in year 0 and earns e in each
    of the years 1 to T − 1. With probability 1 − p it fails: then it earns nothing in year 1, and from year
    2 on there is custom work again. With the discount factor d = 1/(1 + discount_rate),

        npv_custom  = c·Σ₀ᵀ⁻¹ dᵗ
        npv_product = −b + p·e·Σ₁ᵀ⁻¹ dᵗ + (1 − p)·c·Σ₂ᵀ⁻¹ dᵗ
        npv_wait    = c + d·(p·max(product that works, custom) + (1 − p)·custom), both over T − 1 years

    Waiting means one more year of custom work that shows, free of charge, whether the product will work:
    the most that waiting can be worth. Incomes and costs are cash; what both ways cost is left out.

    break_even_years is the least T at which the product is worth at least as much as custom work, also
    beyond the years looked at; infinite if there is none within a million years. return_of_refusing is the
    rate at which both are worth the same (there is at most one, since what is given up comes before what
    is gained); −1 (all is lost) if nothing comes back, infinite if there is a gain and nothing is given up,
    0 if there is neither. success_needed is the p at which both are worth the same: above 1 if even a
    product that cannot fail is worth less, infinite if more success does not help. lowest_cash is the
    runway less b: incomes are never negative, so cash is lowest when the product has been built.

    References
    ----------
    Brealey, Myers and Allen (2020) for value and return, Dixit and Pindyck (1994) for waiting.

    Examples
    --------
    >>> round(SayingNo().run().numbers["return_of_refusing"], 3)
    0.121
    """

    claim: ClassVar = (
        "Companies that live on projects take whatever custom work pays today; a product company turns such "
        "work down to build something that earns for years."
    )
    holds_when: ClassVar = (
        "The owners can wait long enough, money later is worth nearly as much as money now, the product is "
        "likely to work, and there is cash for the years in between."
    )
    fails_when: ClassVar = (
        "The horizon is short, the discount rate high, success doubtful or cash too scarce to finish. And as "
        "building cannot be undone, waiting a year to learn can be worth more than refusing now."
    )
    documents: ClassVar = (D0, D3)
    sources: ClassVar = (
        "Brealey, R. A., Myers, S. C. and Allen, F. (2020). Principles of Corporate Finance, 13th edition. "
        "McGraw-Hill.",
        "Dixit, A. K. and Pindyck, R. S. (1994). Investment under Uncertainty. Princeton University Press.",
        "McDonald, R. and Siegel, D. (1986). The Value of Waiting to Invest. "
        "Quarterly Journal of Economics 101(4), 707–727.",
    )
    controls: ClassVar = ("years", "discount_rate", "success")
    measures: ClassVar = {
        "npv_custom": Measure("Value today of custom work", "money"),
        "npv_product": Measure("Value today of the product", "money"),
        "npv_wait": Measure("Value today of waiting a year to learn", "money"),
        "break_even_years": Measure("Horizon from which the product is worth more", "year"),
        "return_of_refusing": Measure("Return on what refusing gives up", "share"),
        "success_needed": Measure("Chance of success needed (above 100%: not even certainty)", "share"),
        "lowest_cash": Measure("Lowest cash", "money"),
        "survives": Measure("The cash lasts", "yes"),
    }
    headline: ClassVar = ("npv_custom", "npv_product", "break_even_years", "return_of_refusing")
    presets: ClassVar = {
        "aha": {"years": 5},
        "false": {"years": 8, "discount_rate": 0.25},
        "waiting": {"years": 8, "success": 0.8},
        "short_runway": {"runway": 140},
    }
    table: ClassVar = Table({"years": "years", "series": "way", "value": "value today"}, comparison.POINTS)

    years: int = assumption(
        6,
        "Years looked at",
        unit="years",
        ge=1,
        le=LONGEST,
        step=1,
        help="how many years count, the first of them included",
    )
    discount_rate: float = assumption(
        0.10,
        "Discount rate",
        unit="share/year",
        ge=0,
        le=1,
        step=0.01,
        slider=(0, 0.4),
        help="how much less money is worth for each year of waiting",
    )
    success: float = assumption(
        1.0,
        "Chance that the product works",
        unit="share",
        ge=0,
        le=1,
        step=0.05,
        help="if it does not, custom work starts again after two years without any",
    )
    custom_income: float = assumption(
        30,
        "Custom work earns",
        unit="money/year",
        ge=0,
        le=10_000,
        step=5,
        slider=(0, 100),
        help="cash left from custom work in each year that takes it",
    )
    build_cost: float = assumption(
        150,
        "Building costs",
        unit="money",
        ge=0,
        le=100_000,
        step=10,
        slider=(0, 500),
        help="cash spent on the product in the first year",
    )
    product_income: float = assumption(
        80,
        "The product earns",
        unit="money/year",
        ge=0,
        le=100_000,
        step=5,
        slider=(0, 200),
        help="cash left from a product that works, in each year after the first",
    )
    runway: float = assumption(
        200,
        "Cash at the start",
        unit="money",
        ge=0,
        le=1_000_000,
        step=10,
        slider=(0, 500),
        help="what the company can spend before it earns",
    )

    def run(self) -> Outcome:
        values = self._values()
        custom, works, fails = (float(values[way][self.years - 1]) for way in (CUSTOM, WORKS, FAILS))
        short, gain = custom - fails, works - fails
        given_up = self.build_cost + self.custom_income
        first = self.success * self.product_income - self.custom_income
        later = self.success * (self.product_income - self.custom_income)
        numbers = {
            "npv_custom": custom,
            "npv_product": float(values[PRODUCT][self.years - 1]),
            "npv_wait": float(values[WAIT][self.years - 1]),
            "break_even_years": break_even(given_up, first, later, self.discount_rate),
            "return_of_refusing": internal_rate(given_up, first, later, self.years),
            "success_needed": 0.0 if not short else short / gain if gain > 1e-9 * short else math.inf,
            "lowest_cash": float(self.runway - self.build_cost),
            "survives": self.runway >= self.build_cost,
        }
        return Outcome(self._frame(values, numbers), numbers, self._sentence(numbers))

    def _values(self) -> dict[str, np.ndarray]:
        """The value today of each way, for horizons of 1 to `LONGEST` years."""
        year = np.arange(LONGEST)
        factor = (1 + self.discount_rate) ** -year.astype(float)
        every, after_1, after_2 = (np.cumsum(np.where(year < skipped, 0, factor)) for skipped in range(3))
        custom = self.custom_income * every
        works = self.product_income * after_1 - self.build_cost
        fails = self.custom_income * after_2 - self.build_cost
        product = self.success * works + (1 - self.success) * fails
        learnt = self.success * np.maximum(works, custom) + (1 - self.success) * custom
        wait = self.custom_income + factor[1] * np.concatenate([[0], learnt[:-1]])
        return {CUSTOM: custom, PRODUCT: product, WAIT: wait, WORKS: works, FAILS: fails}

    def _frame(self, values: dict[str, np.ndarray], numbers: dict[str, float | bool]) -> pd.DataFrame:
        certain = self.success in (0, 1)
        waiting = np.full(LONGEST, np.nan) if certain else values[WAIT]
        lines = {CUSTOM: values[CUSTOM], PRODUCT: values[PRODUCT], WAIT: waiting}
        crossing = numbers["break_even_years"]
        crossed = f"break-even: {words.count(crossing, 'year')}"
        return comparison.rows("years", "value", YEARS, lines, self.years, self._verdict(numbers), crossing, crossed)

    def _verdict(self, numbers: dict[str, float | bool]) -> str:
        gain = advantage(numbers)
        by = f"product worth {self.money(abs(gain))} {'more' if gain > 0 else 'less'}" if gain else "a tie"
        cash = "" if numbers["survives"] else "\nbut the cash runs out"
        return f"over {words.count(self.years, 'year')}:\n{by}{cash}"

    def _sentence(self, numbers: dict[str, float | bool]) -> str:
        product, custom, wait = (numbers[f"npv_{way}"] for way in ("product", "custom", "wait"))
        gain, start = advantage(numbers), words.count(numbers["break_even_years"], "year")
        certain = self.success in (0, 1)
        span, about = words.count(self.years, "year"), "" if certain else " on average"
        worth = f"{self.money(product)} today{about}"
        begin = f"Over {span} the product is worth {worth} and custom work {self.money(custom)}"
        if not numbers["survives"]:
            cost, cash = self.money(self.build_cost), self.money(self.runway)
            return f"{begin}. But building costs {cost} and there is only {cash}: the cash runs out first."
        begin += ": refusing it " + ("pays" if gain > 0 else "does not pay" if gain else "changes nothing")
        if not certain and wait > (1 + 1e-9) * max(product, custom):
            return f"{begin}. Waiting a year to learn whether it works can be worth more: {self.money(wait)}."
        if gain >= 0:
            return f"{begin}, as it breaks even within {start}." if gain else f"{begin}."
        if math.isinf(numbers["break_even_years"]):
            return f"{begin}, and more years do not change that."
        return f"{begin}. It would break even within {start}."

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        few = [1, 5, 10, 15, LONGEST]
        return comparison.picture(
            outcome.frame, "years that count", f"value today ({self.currency})", ticks=YEARS.tolist(), few=few
        )


def advantage(numbers: dict[str, float | bool]) -> float:
    """What the product is worth more than custom work; 0 if they differ by rounding alone."""
    product, custom = numbers["npv_product"], numbers["npv_custom"]
    return 0.0 if math.isclose(product, custom, rel_tol=1e-9, abs_tol=1e-9) else product - custom


def break_even(given_up: float, first: float, later: float, rate: float) -> float:
    """The least number of years in which what is gained makes good what is given up; infinite if none.

    `given_up` in year 0, `first` gained in year 1, `later` in each year after it.
    """
    slack = 1e-9 * (given_up + abs(first))
    short = given_up - first / (1 + rate)
    if not given_up and first >= 0:
        return 1.0
    if short <= slack:
        return 2.0
    if later <= 0 or short > later * FOR_EVER:
        return math.inf
    years = short / later
    if rate > 1e-12:
        lost = years * rate * (1 + rate)
        years = -math.log1p(-lost) / math.log1p(rate) if lost < 1 else math.inf
    return 2.0 + math.ceil(years - 1e-9) if years < FOR_EVER else math.inf


def internal_rate(given_up: float, first: float, later: float, years: int) -> float:
    """The rate at which the gains of `years` are worth what is given up; the limits as in `SayingNo`."""
    gains = [first] * (years > 1) + [later] * max(0, years - 2)
    if not given_up or max(gains, default=0) <= 0:
        return -1.0 if given_up else math.inf if max(gains, default=0) > 0 else 0.0

    def surplus(log_factor: float) -> float:
        worth, factor = 0.0, math.exp(log_factor)
        for gain in reversed(gains):
            worth = factor * (gain + worth)
        return worth - given_up

    least, most = -30.0, 30.0
    if surplus(least) >= 0 or surplus(most) <= 0:
        return math.inf if surplus(least) >= 0 else -1.0
    return math.expm1(-brentq(surplus, least, most, xtol=1e-12))
