"""Customers pour in at a steady rate and leak out through churn."""

import math
from typing import ClassVar

import numpy as np
import pandas as pd
from scipy.optimize import brentq
from scipy.special import betaln

from plgkit.charts.curves import customer_lines
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, ORANGE
from plgkit.ideas.cohort import survival
from plgkit.ideas.documents import D0, D1
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import words

POINTS = np.linspace(0, 1, 37)
HERE, POURED, CEILING = "customers", "if nobody left", "ceiling"
STYLES = {HERE: (BLUE, [1, 0]), POURED: (GREY, [3, 3]), CEILING: (ORANGE, [10, 4])}
SERIES = [HERE] * len(POINTS) + [POURED] * 2 + [CEILING] * 2 + [HERE, POURED, CEILING, CEILING]
MARKS = ["line"] * (len(POINTS) + 4) + ["name"] * 4
LABELLED = 22
YEAR = 12


class LeakyBucket(Idea):
    """Customers pour in at a steady rate and leak out through churn.

    A people join at the end of each month. A customer leaves in any month with a probability of their own,
    drawn once from a Beta(α, β) distribution (shifted beta-geometric) with mean churn c and polarisation
    φ = 1/(α + β + 1). The share of a cohort that is left after t months, and the customers then, are

        S(t) = Π_{k<t} (1 − h(k))        h(k) = c(1 − φ) / (1 − φ + kφ)
        N(t) = start·S(t) + A·Σ_{k<t} S(k)

    where h(k) is the churn of those who have stayed k months; those present at the start are a new cohort
    too. At φ = 0 all are alike and N(t+1) = N(t)(1 − c) + A.

        ceiling = A/c at φ = 0        A(α + β − 1)/(α − 1) for α > 1        infinite for α ≤ 1

    Where nobody joins, the ceiling is what remains of the start for ever: nothing, all of it at churn 0, the
    share 1 − c of it at polarisation 1. At churn 1 it is A. The months to 90 % of the ceiling run from the
    start (0 if the start is already there; 0 as the limit at churn 1; infinite without a ceiling), with S
    continued between whole months by the gamma function; there a polarisation below a millionth of churn
    counts as 0. The churn of those who stayed 12 months is, at churn 1, where nobody does, its limit.

    References
    ----------
    Fader and Hardie (2007); the stock is the renewal sum of their survivor function.

    Examples
    --------
    >>> LeakyBucket().run().numbers["ceiling"]
    2000.0
    """

    claim: ClassVar = (
        "Money spent at the top of the funnel runs out again through a product that does not hold people: "
        "look after the users first."
    )
    holds_when: ClassVar = (
        "The number of customers is near its ceiling, where nearly as many leave as join: halving churn then "
        "does as much as doubling acquisition."
    )
    fails_when: ClassVar = (
        "The product is young: few have had time to leave, and acquisition decides. And a cohort whose "
        "retention rises does not prove a better product: those whom it fits badly have left first."
    )
    documents: ClassVar = (D0, D1)
    sources: ClassVar = (
        "Fader, P. S. and Hardie, B. G. S. (2007). How to Project Customer Retention. "
        "Journal of Interactive Marketing 21(1), 76–90.",
        "Vaupel, J. W. and Yashin, A. I. (1985). Heterogeneity's Ruses: Some Surprising Effects of Selection "
        "on Population Dynamics. The American Statistician 39(3), 176–185.",
    )
    controls: ClassVar = ("acquisition", "churn", "polarisation")
    measures: ClassVar = {
        "ceiling": Measure("Ceiling", "customer"),
        "customers_at_end": Measure("Customers at the end", "customer"),
        "months_to_90_percent": Measure("Time to 90% of the ceiling", "month"),
        "share_kept_12_months": Measure("Kept for 12 months", "share"),
        "churn_after_12_months": Measure("Churn of those who stayed 12 months", "share"),
        "customers_acquisition_doubled": Measure("At the end, with twice the acquisition", "customer"),
        "customers_churn_halved": Measure("At the end, with half the churn", "customer"),
    }
    headline: ClassVar = ("ceiling", "customers_at_end", "months_to_90_percent")
    presets: ClassVar = {
        "aha": {"churn": 0.10},
        "full": {"start": 4000.0},
        "false": {"months": 6},
        "polarised": {"churn": 0.10, "polarisation": 0.20},
    }
    table: ClassVar = Table({"month": "month", "series": "line", "customers": "customers"}, ("line",))

    acquisition: float = assumption(
        100,
        "New customers",
        unit="people/month",
        ge=0,
        le=100_000,
        step=10,
        slider=(0, 500),
        help="people who become customers in each month",
    )
    churn: float = assumption(
        0.05,
        "Churn",
        unit="share/month",
        ge=0,
        le=1,
        step=0.005,
        slider=(0, 0.2),
        help="share of new customers who leave in their first month, and in every month if all are alike",
    )
    polarisation: float = assumption(
        0.0,
        "Polarisation",
        ge=0,
        le=1,
        step=0.005,
        slider=(0, 0.4),
        help="0: all are equally likely to leave; 1: some leave in the first month, the others never",
    )
    start: float = assumption(
        0,
        "Customers at the start",
        unit="people",
        ge=0,
        le=10_000_000,
        step=100,
        slider=(0, 5000),
        help="customers at month 0, new to the product",
    )
    months: int = assumption(
        36,
        "Months",
        unit="months",
        ge=1,
        le=120,
        step=1,
        slider=(6, 60),
        help="how far to look ahead",
    )

    def run(self) -> Outcome:
        survivors = survival(self.churn, self.polarisation, max(self.months, YEAR))
        people = self._stock(survivors, self.acquisition)
        ceiling = self._ceiling()
        later = (1 - self.polarisation) + YEAR * self.polarisation
        numbers = {
            "ceiling": ceiling,
            "customers_at_end": float(people[-1]),
            "months_to_90_percent": self._months_to(0.9, ceiling),
            "share_kept_12_months": float(survivors[YEAR]),
            "churn_after_12_months": self.churn * (1 - self.polarisation) / later,
            "customers_acquisition_doubled": float(self._stock(survivors, 2 * self.acquisition)[-1]),
            "customers_churn_halved": float(
                self._stock(survival(self.churn / 2, self.polarisation, self.months), self.acquisition)[-1]
            ),
        }
        return Outcome(self._frame(people, ceiling), numbers, self._sentence(numbers))

    def _stock(self, survivors: np.ndarray, acquisition: float) -> np.ndarray:
        """Customers at the end of month 0, 1, … `months`, from the share of a cohort that is left after each."""
        joiners = np.concatenate([[0.0], np.cumsum(survivors[: self.months])])
        return self.start * survivors[: self.months + 1] + acquisition * joiners

    def _ceiling(self) -> float:
        churn, spread = self.churn, self.polarisation
        if not self.acquisition:
            return self.start * (1 - churn if spread == 1 else float(not churn))
        if churn == 1:
            return float(self.acquisition)
        leaving = churn * (1 - spread) - spread
        return self.acquisition * (1 - 2 * spread) / leaving if leaving > 0 else math.inf

    def _months_to(self, share: float, ceiling: float) -> float:
        """Months until the customers are this share of the ceiling."""
        churn, spread = self.churn, self.polarisation
        if self.start >= share * ceiling:
            return 0.0
        if math.isinf(ceiling):
            return math.inf
        if churn == 1:
            return 0.0
        begun = self.start / ceiling
        if spread <= max(1e-6 * churn, 1e-300):
            return math.log((1 - share) / (1 - begun)) / math.log1p(-churn)
        beta = (1 - churn) * (1 / spread - 1)
        above_one = (churn * (1 - spread) - spread) / spread

        def surplus(log_month: float) -> float:
            then = beta + math.exp(log_month)
            remaining, missing = (
                math.exp(betaln(alpha, then) - betaln(alpha, beta)) for alpha in (above_one + 1, above_one)
            )
            return begun * remaining - missing + 1 - share

        if surplus(-50) >= 0:
            return 0.0
        return math.exp(brentq(surplus, -50, 700)) if surplus(700) > 0 else math.inf

    def _frame(self, people: np.ndarray, ceiling: float) -> pd.DataFrame:
        at = np.rint(POINTS * self.months).astype(int)
        poured = self.start + self.acquisition * self.months
        falling = bool(people[-1] < self.start)
        # A ceiling far above everything else would press the lines flat: it is named at the top instead.
        near = 0 < ceiling <= 1.3 * poured
        height, named = (ceiling, ceiling) if near else (np.nan, poured if ceiling else np.nan)
        name = f"ceiling {words.number(ceiling)}" if ceiling < math.inf else "no ceiling"
        name += "" if near or math.isinf(ceiling) else ", higher"
        right = near and not falling and poured > 1.3 * ceiling
        names = [np.nan, named] if right else [named, np.nan]
        middle = POINTS[LABELLED] * self.months
        months = [0, self.months, 0, self.months, middle, self.months, 0, self.months]
        beside = np.interp(middle, np.arange(len(people)), people)
        heights = [self.start, poured, height, height, beside, poured, *names]
        columns = {
            "month": np.concatenate([at, months]),
            "customers": np.concatenate([people[at], heights]),
            "series": SERIES,
            "mark": MARKS,
            "label": [""] * (len(MARKS) - 4) + [HERE, POURED, name, name],
            "falling": [falling] * len(MARKS),
        }
        return pd.DataFrame(columns)

    def _sentence(self, numbers: dict[str, float]) -> str:
        if not self.acquisition and not self.start:
            return "Nobody joins and nobody is there: there are no customers."
        ceiling, end = numbers["ceiling"], words.number(numbers["customers_at_end"])
        churn, later = words.percent(self.churn), words.percent(numbers["churn_after_12_months"])
        joins = words.count(self.acquisition, "person joins each month", "people join each month")
        if not self.churn:
            leave = "nobody leaves"
        elif self.churn == 1:
            leave = "everybody leaves within a month"
        elif not self.polarisation:
            leave = f"{churn} of customers leave each month"
        else:
            leave = (
                f"{churn} of new customers leave in their first month, {later} a month of those who stayed a "
                "year, because the others left before them"
            )
        if math.isinf(ceiling):
            heads = "there is no ceiling"
        elif self.acquisition:
            heads = f"the number moves towards {words.number(ceiling)}, whatever it starts from"
        else:
            heads = f"{words.number(ceiling)} stay for ever" if ceiling else "in the end nobody is left"
        changes = [
            ("twice the acquisition", "customers_acquisition_doubled", self.acquisition),
            ("half the churn", "customers_churn_halved", self.churn),
        ]
        others = [f"{words.number(numbers[name])} with {what}" for what, name, matters in changes if matters]
        instead = f"; it would be {words.listing(others)}" if others else ""
        return (
            f"{joins if self.acquisition else 'Nobody joins'} and {leave}: {heads}. "
            f"After {words.count(self.months, 'month')} the number is {end}{instead}."
        )

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        # Each label stands on the side of its line where no other line runs, and clear of the axis.
        low = "datum.customers < 0.1 * datum.most"
        under = f"datum.series == '{HERE}' ? !datum.falling : datum.series == '{CEILING}' && datum.falling"
        left = f"datum.series == '{HERE}' || datum.month == 0"
        return customer_lines(
            outcome.frame,
            STYLES,
            align={"expr": f"{left} ? 'left' : 'right'"},
            dx={"expr": f"{left} ? 5 : -5"},
            dy={"expr": f"!({low}) && ({under}) ? 15 : -10"},
        )
