"""Growth that is bought and growth that customers bring: two engines in one market."""

import math
from typing import ClassVar

import numpy as np
import pandas as pd

from plgkit.charts.curves import customer_lines
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, NARROW, ORANGE
from plgkit.ideas.documents import D0, D1
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import words

POINTS = np.linspace(0, 1, 19)
STOP = 12
BOTH, STOPPED, BOUGHT = "bought and recommended", f"spending stops after month {STOP}", "bought only"
STYLES = {BOTH: (BLUE, [1, 0]), STOPPED: (ORANGE, [8, 4]), BOUGHT: (GREY, [3, 3])}
SERIES = [name for name in (BOTH, STOPPED, BOUGHT) for _ in POINTS] + [BOTH, STOPPED, STOPPED, BOUGHT, BOUGHT]
MARKS = ["line"] * 3 * len(POINTS) + ["above", "above", "under", "above", "under"]
MIDDLE, LATE = 9, 13


class TwoEngines(Idea):
    """A market filled by paid acquisition and by word of mouth, and emptied by churn.

    Spend x a month buys n(x) = reach(1 − e^(−x/saturation)) customers a month while the market M is empty.
    With f = N/M the share of the market that is won, p = n(x)/M, word of mouth q and churn δ, each month

        f ← f + min(1, p + q(1 − δ)f)(1 − f) − δf

    since only those who stay recommend, and only those who are no customers yet can be won. The market
    starts empty. The steady share is the stable fixed point, where f² q(1 − δ) − f(q(1 − δ) − p − δ) = p, or
    1/(1 + δ) where everyone who is no customer joins every month. Where nobody is bought the market stays
    empty, so it is 0. The carried share is its limit for a spend that shrinks to nothing (it takes one customer
    to begin): max(0, 1 − δ/(q(1 − δ))), above 0 exactly where δ < q/(1 + q), the churn threshold; 0 where
    nobody recommends and nobody leaves.

        average_cac = x/n(x)        marginal_cac = (saturation/reach) e^(x/saturation)

    are costs in an empty market: both saturation/reach at no spend, infinite without reach and, for the
    marginal cost, where floating point ends. The default q is the mean of many products by the *year*
    (Sultan, Farley and Lehmann 1990): by the month it stands for a product that spreads very fast.

    References
    ----------
    Libai, Muller and Peres (2009), with p bought by spending.

    Examples
    --------
    >>> round(TwoEngines().run().numbers["churn_threshold"], 3)
    0.275
    """

    claim: ClassVar = (
        "Product-led growth is loyal and carries itself; marketing-led growth is faster, but it leaks and gets "
        "dearer. The best is a blend of the two."
    )
    holds_when: ClassVar = (
        "Churn is below the threshold that word of mouth sets: each customer brings more than the one who "
        "leaves, and the market stays won when the spending stops."
    )
    fails_when: ClassVar = (
        "Churn is above the threshold, or word of mouth is weak: then what is not bought again is lost. And "
        "large brands look more loyal than small ones because they are large, whatever drives their growth."
    )
    documents: ClassVar = (D0, D1)
    sources: ClassVar = (
        "Libai, B., Muller, E. and Peres, R. (2009). The Diffusion of Services. "
        "Journal of Marketing Research 46(2), 163–175.",
        "Sultan, F., Farley, J. U. and Lehmann, D. R. (1990). A Meta-Analysis of Applications of Diffusion "
        "Models. Journal of Marketing Research 27(1), 70–77.",
        "Ehrenberg, A. S. C., Goodhardt, G. J. and Barwise, T. P. (1990). Double Jeopardy Revisited. "
        "Journal of Marketing 54(3), 82–91.",
    )
    controls: ClassVar = ("spend", "word_of_mouth", "churn")
    measures: ClassVar = {
        "steady_share": Measure("Share of the market in the long run", "share"),
        "carried_share": Measure("Share held without spending", "share"),
        "churn_threshold": Measure("Churn below which growth carries itself", "share"),
        "self_sustaining": Measure("Growth carries itself", "yes"),
        "average_cac": Measure("Average cost of a bought customer", "money"),
        "marginal_cac": Measure("Cost of the next bought customer", "money"),
        "customers_at_end": Measure("Customers at the end", "customer"),
        "customers_at_month_12": Measure("Customers at month 12", "customer"),
        "customers_if_stopped": Measure("At the end, if spending stops after month 12", "customer"),
    }
    headline: ClassVar = ("steady_share", "churn_threshold", "average_cac", "marginal_cac")
    presets: ClassVar = {
        "aha": {"spend": 100_000.0},
        "false": {"churn": 0.30},
        "marketing_led": {"spend": 200_000.0, "word_of_mouth": 0.08, "churn": 0.12},
        "product_led": {"spend": 10_000.0, "word_of_mouth": 0.20, "churn": 0.03},
        "blend": {"spend": 60_000.0, "word_of_mouth": 0.20, "churn": 0.04},
    }
    table: ClassVar = Table({"month": "month", "series": "growth", "customers": "customers"}, ("line",))

    spend: float = assumption(
        50_000,
        "Spend",
        unit="money/month",
        ge=0,
        le=10_000_000,
        step=5000,
        slider=(0, 200_000),
        help="sales and marketing paid to win customers",
    )
    reach: float = assumption(
        1000,
        "Reach",
        unit="customers/month",
        ge=0,
        le=100_000,
        step=100,
        slider=(0, 5000),
        help="the most customers that any spend can buy in a month",
    )
    saturation: float = assumption(
        50_000,
        "Saturation",
        unit="money/month",
        ge=1000,
        le=10_000_000,
        step=5000,
        slider=(5000, 200_000),
        help="spend that buys 63% of the reach",
    )
    word_of_mouth: float = assumption(
        0.38,
        "Word of mouth",
        unit="people/customer/month",
        ge=0,
        le=1,
        step=0.01,
        slider=(0, 0.6),
        help="people whom one customer who stays brings in a month, while the market is empty",
    )
    churn: float = assumption(
        0.10,
        "Churn",
        unit="share/month",
        ge=0,
        le=1,
        step=0.01,
        slider=(0, 0.5),
        help="share of customers who leave in a month",
    )
    market: float = assumption(
        100_000,
        "Market",
        unit="people",
        ge=1000,
        le=1_000_000_000,
        step=10_000,
        slider=(10_000, 500_000),
        help="everybody who could ever be a customer",
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
        first = self.reach / self.saturation * math.exp(-self.spend / self.saturation)
        bought = -self.reach * math.expm1(-self.spend / self.saturation)
        start_cost = self.saturation / self.reach if self.reach else math.inf
        p, q, churn = bought / self.market, self.word_of_mouth, self.churn
        horizon = max(self.months, STOP)
        both = filled([p] * horizon, q, churn)
        stopped = filled([p] * STOP + [0.0] * (horizon - STOP), q, churn)
        alone = filled([p] * horizon, 0.0, churn)
        carried = steady(0.0, q, churn)
        numbers = {
            "steady_share": steady(p, q, churn) if p else 0.0,  # nobody is there to recommend
            "carried_share": carried,
            "churn_threshold": q / (1 + q),
            "self_sustaining": carried > 0,
            "average_cac": self.spend / bought if bought else start_cost,
            "marginal_cac": 1 / first if first else math.inf,
            "customers_at_end": float(both[self.months] * self.market),
            "customers_at_month_12": float(both[STOP] * self.market),
            "customers_if_stopped": float(stopped[self.months] * self.market),
        }
        paths = np.array([both, stopped, alone])[:, : self.months + 1] * self.market
        return Outcome(self._frame(paths), numbers, self._sentence(numbers))

    def _frame(self, paths: np.ndarray) -> pd.DataFrame:
        at = np.rint(POINTS * self.months).astype(int)
        both, stopped, alone = lines = paths[:, at]
        most = both.max()
        # A line that would cover another is not drawn, a name that would cover a line not written.
        apart = self.months > STOP and most > 0
        stopped[at < (at[at <= STOP].max() if apart else math.inf)] = np.nan
        rises = stopped[-1] >= stopped[LATE] > 0.15 * most
        beside = np.abs(both - alone).max() > 0.05 * most
        room = alone[MIDDLE] > 0.09 * most
        names = [
            both[-1],
            stopped[LATE] if not rises else np.nan,
            stopped[LATE] if rises else np.nan,
            alone[MIDDLE] if beside and not room else np.nan,
            alone[MIDDLE] if beside and room else np.nan,
        ]
        columns = {
            "month": np.concatenate([np.tile(at, 3), at[[-1, LATE, LATE, MIDDLE, MIDDLE]]]),
            "customers": np.concatenate([*lines, names]),
            "series": SERIES,
            "mark": MARKS,
        }
        return pd.DataFrame(columns)

    def _sentence(self, numbers: dict[str, float]) -> str:
        churn, threshold = words.percent(self.churn), words.percent(numbers["churn_threshold"])
        just = "just " if churn == threshold else ""
        if numbers["self_sustaining"]:
            held = words.percent(numbers["carried_share"])
            why = f"churn of {churn} is {just}below the threshold of {threshold}, so word of mouth alone can hold "
            why += f"{held} of the market"
        elif self.word_of_mouth:
            where = "at the threshold, or just above it," if just else f"not below the threshold of {threshold},"
            why = f"churn of {churn} is {where} so without spending everybody"
            why += " would leave in the end"
        else:
            why = "there is no word of mouth, so every customer has to be bought"
        if not numbers["customers_at_month_12"]:
            return f"Nobody is bought, so nobody recommends and the market stays empty. In general, {why}."
        end, stopped = (words.number(round(numbers[f"customers_{when}"])) for when in ("at_end", "if_stopped"))
        instead = f", or {stopped} if the spending stops after month {STOP}" if self.months > STOP else ""
        cost, following = numbers["average_cac"], numbers["marginal_cac"]
        dear = "more than 1,000 times as much" if following > 1000 * cost else self.money(following)
        return (
            f"After {words.count(self.months, 'month')} the number of customers is {end}{instead}: {why}. "
            f"In an empty market a bought customer costs {self.money(cost)} on average, the next one {dear}."
        )

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        first, stops = (f"datum.series == '{series}'" for series in (BOTH, STOPPED))
        under = "datum.mark == 'under'"
        # On a phone the longest name has three lines and ends at the right edge, clear of its own line.
        last = f"width * {1 - POINTS[LATE]:.4f}"
        lines = f"{NARROW} ? ['spending', 'stops after', 'month {STOP}'] : ['spending stops', 'after month {STOP}']"
        return customer_lines(
            outcome.frame,
            STYLES,
            interpolate="monotone",
            text={"expr": f"{stops} ? ({lines}) : datum.series"},
            align={"expr": f"{first} ? 'right' : !({NARROW}) ? 'left' : {stops} ? 'right' : 'center'"},
            baseline={"expr": f"{under} ? 'top' : 'bottom'"},
            dx={"expr": f"{first} ? -4 : !({NARROW}) ? 6 : {stops} ? {last} : 0"},
            dy={"expr": f"{under} ? 6 : !({stops}) ? -6 : {NARROW} ? -36 : -21"},
        )


def filled(bought: list[float], word_of_mouth: float, churn: float) -> list[float]:
    """The share of the market that is won after 0, 1, … months, from the share bought in each month."""
    won, recommending = [0.0], word_of_mouth * (1 - churn)
    for p in bought:
        f = won[-1]
        won.append(f + min(1.0, p + recommending * f) * (1 - f) - churn * f)
    return won


def steady(bought: float, word_of_mouth: float, churn: float) -> float:
    """The share of the market at which as many join as leave; at no bought customers, the limit."""
    recommending = word_of_mouth * (1 - churn)
    surplus = recommending - bought - churn
    root = math.hypot(surplus, 2 * math.sqrt(recommending) * math.sqrt(bought))
    if surplus > 0:
        share = (surplus + root) / (2 * recommending)
    else:
        share = 2 * bought / (root - surplus) if root > surplus else 0.0
    return 1 / (1 + churn) if bought + recommending * share > 1 else min(1.0, share)
