"""Two ways to win customers, one budget: where the next amount goes."""

import math
from collections.abc import Callable
from typing import Any, ClassVar, Literal

import numpy as np
import pandas as pd

from plgkit.charts.labels import fitting
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, INK, NARROW, ORANGE, PAPER
from plgkit.ideas.documents import D0
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import words

SHARES = np.linspace(0, 1, 21)
BOTH, BY_A, BY_B = "both", "won by A", "won by B"
SERIES = [name for name in (BOTH, BY_A, BY_B) for _ in SHARES] + [BOTH] * 2
MARKS = ["line"] * 3 * len(SHARES) + ["best", "yours"]
YOURS = "your split"
SCALES = np.geomspace(0.02, 20, 80)
POWER = 3
TENTHS, QUARTERS = ([round(k / n, 2) for k in range(n + 1)] for n in (10, 4))
TIE, NEAR = 1e-9, 1e-3


class Portfolio(Idea):
    """Two motions share a budget; each wins more customers the more it is given, up to its reach.

    A motion with reach a and saturation s wins, with spend x,

        saturating    n(x) = a(1 − e^(−x/s))            n'(x) = (a/s) e^(−x/s)
        s-shaped      n(x) = a x³/(x³ + s³)             n'(x) = 3a s³x²/(x³ + s³)²

    as if every customer waited for the spend to pass a threshold of their own. The average cost of a customer
    is x/n(x), the marginal cost 1/n'(x).

    Two saturating curves have one best split, in closed form: the marginal costs are equal there, or one
    motion gets everything. Two S-shaped curves can have several local optima: every one inside, where
    n_a' − n_b' falls through zero, is compared with both ends. Those that win the same, up to one part in a
    billion, are a tie, which goes to the largest share for A.

    Without a budget the best share is its limit for a budget that shrinks to nothing, and the costs are
    their limits at no spend: s/a where the curve saturates, infinite where it is S-shaped. Costs are also
    infinite for a motion without reach and, where floating point ends, far beyond saturation.

    References
    ----------
    Dorfman and Steiner (1954) for equal marginal returns, Little (1979) for the two shapes.

    Examples
    --------
    >>> round(Portfolio().run().numbers["best_share_a"], 3)
    0.656
    """

    claim: ClassVar = (
        "Product-led and sales-led growth do not exclude each other: hold both as a portfolio, test both, "
        "and move money to where it brings the most additional customers."
    )
    holds_when: ClassVar = (
        "Each additional amount wins fewer customers than the one before: then split the money until the "
        "next customer costs the same in both motions."
    )
    fails_when: ClassVar = (
        "A motion wins little until it has passed a threshold: then a budget too small for two belongs in "
        "one. And credit given by attribution is not what a motion added: only a group left out on purpose "
        "shows that."
    )
    documents: ClassVar = (D0,)
    sources: ClassVar = (
        "Dorfman, R. and Steiner, P. O. (1954). Optimal Advertising and Optimal Quality. "
        "American Economic Review 44(5), 826–836.",
        "Little, J. D. C. (1979). Aggregate Advertising Models: The State of the Art. "
        "Operations Research 27(4), 629–667.",
        "Gordon, B. R., Zettelmeyer, F., Bhargava, N. and Chapsky, D. (2019). A Comparison of Approaches to "
        "Advertising Measurement: Evidence from Big Field Experiments at Facebook. "
        "Marketing Science 38(2), 193–225.",
    )
    controls: ClassVar = ("budget", "share_a", "shape")
    measures: ClassVar = {
        "customers": Measure("Customers with your split", "count"),
        "customers_best": Measure("Customers with the best split", "count"),
        "best_share_a": Measure("Best share for A", "share"),
        "customers_equal": Measure("Customers with equal halves", "count"),
        "customers_all_a": Measure("Customers with all in A", "count"),
        "customers_all_b": Measure("Customers with all in B", "count"),
        "average_cost_a": Measure("Average cost of a customer, A", "money"),
        "average_cost_b": Measure("Average cost of a customer, B", "money"),
        "marginal_cost_a": Measure("Cost of the next customer, A", "money"),
        "marginal_cost_b": Measure("Cost of the next customer, B", "money"),
    }
    headline: ClassVar = ("customers", "customers_best", "marginal_cost_a", "marginal_cost_b")
    presets: ClassVar = {
        "aha": {"share_a": 0.66},
        "false": {"shape": "s-shaped", "reach_b": 1000.0, "saturation_a": 60_000.0, "saturation_b": 60_000.0},
    }
    table: ClassVar = Table({"share_a": "share for A", "series": "customers", "customers": "number", "label": "note"})

    budget: float = assumption(
        100_000,
        "Budget",
        unit="money",
        ge=0,
        le=10_000_000,
        step=1000,
        slider=(10_000, 210_000),
        help="what there is to spend on both motions together in one period",
    )
    reach_a: float = assumption(
        1000,
        "Reach of A",
        unit="customers",
        ge=0,
        le=1_000_000,
        step=50,
        slider=(0, 3000),
        help="the most customers that A (for example the product-led motion) can win in the period",
    )
    saturation_a: float = assumption(
        50_000,
        "Saturation of A",
        unit="money",
        ge=1000,
        le=10_000_000,
        step=1000,
        slider=(5000, 150_000),
        help="spend that wins 63% of A's reach (saturating) or half of it (s-shaped)",
    )
    reach_b: float = assumption(
        600,
        "Reach of B",
        unit="customers",
        ge=0,
        le=1_000_000,
        step=50,
        slider=(0, 3000),
        help="the most customers that B (for example the sales-led motion) can win in the period",
    )
    saturation_b: float = assumption(
        20_000,
        "Saturation of B",
        unit="money",
        ge=1000,
        le=10_000_000,
        step=1000,
        slider=(5000, 150_000),
        help="spend that wins 63% of B's reach (saturating) or half of it (s-shaped)",
    )
    share_a: float = assumption(
        0.5,
        "Share for A",
        unit="share of the budget",
        ge=0,
        le=1,
        step=0.01,
        help="your split: this share goes to A, the rest to B",
    )
    shape: Literal["saturating", "s-shaped"] = assumption(
        "saturating",
        "Shape of the response",
        help="saturating: each additional amount wins fewer; s-shaped: little happens before a threshold",
    )

    def run(self) -> Outcome:
        a, b = (self.reach_a, self.saturation_a), (self.reach_b, self.saturation_b)
        best = best_share(self.shape, a, b, self.budget)
        shares = np.concatenate([SHARES, [0.5, best, self.share_a]])
        spend_a, spend_b = shares * self.budget, (1 - shares) * self.budget
        won_a, won_b = response(self.shape, *a, spend_a), response(self.shape, *b, spend_b)
        won = won_a + won_b
        last = len(SHARES) - 1
        numbers = {
            "customers": float(won[-1]),
            "customers_best": float(won[-2]),
            "best_share_a": best,
            "customers_equal": float(won[-3]),
            "customers_all_a": float(won[last]),
            "customers_all_b": float(won[0]),
            "average_cost_a": average_cost(self.shape, *a, float(spend_a[-1])),
            "average_cost_b": average_cost(self.shape, *b, float(spend_b[-1])),
            "marginal_cost_a": marginal_cost(self.shape, *a, float(spend_a[-1])),
            "marginal_cost_b": marginal_cost(self.shape, *b, float(spend_b[-1])),
        }
        ends = ["", f"{YOURS}: as good as the best"] if level(numbers) else [best_split(numbers), YOURS]
        place = self._place(numbers)
        near = place == "above" and not level(numbers) and abs(best - self.share_a) < 0.3
        columns = {
            "share_a": np.concatenate([np.tile(SHARES, 3), shares[-2:]]),
            "customers": np.concatenate([won[: last + 1], won_a[: last + 1], won_b[: last + 1], won[-2:]]),
            "series": SERIES,
            "mark": MARKS,
            "label": [""] * (len(MARKS) - 2) + ends,
            "place": [""] * (len(MARKS) - 2) + ["higher" if near else "above", place],
        }
        return Outcome(pd.DataFrame(columns), numbers, self._sentence(numbers))

    def _place(self, numbers: dict[str, float]) -> str:
        """Where the name of the learner's split stands: below the curve on its open side; near an end, above it."""
        if level(numbers):
            return "above"
        if numbers["marginal_cost_a"] < numbers["marginal_cost_b"]:
            return "right" if self.share_a < 0.8 else "above"
        return "left" if self.share_a > 0.2 else "above"

    def _sentence(self, numbers: dict[str, float]) -> str:
        if not numbers["customers_best"]:
            return f"{self.money(self.budget)} wins no customers, however it is split."
        won, most = (words.count(numbers[name], "customer") for name in ("customers", "customers_best"))
        says = f"With {words.percent(self.share_a)} of {self.money(self.budget)} for A you win {won}"
        better = f"; the {best_split(numbers)}, wins {most}. "
        says += ": no split wins noticeably more. " if level(numbers) else better
        costs = [numbers["marginal_cost_a"], numbers["marginal_cost_b"]]
        if min(costs) > self.budget:
            return f"{says}In both motions one more customer would cost more than the whole budget."
        a, b = (self.money(cost) if cost <= self.budget else "more than the whole budget" for cost in costs)
        if not math.isclose(*costs, rel_tol=0.05):
            return f"{says}The next customer costs {a} in A and {b} in B."
        trapped = self.shape == "s-shaped" and not level(numbers)
        trap = ": with a threshold, equal costs do not mark the best split" if trapped else ""
        return f"{says}The next customer costs about the same in both motions, {a} in A and {b} in B{trap}."

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        title = "customers won in the period"
        base = alt.Chart(outcome.frame).encode(
            x=alt.X("share_a:Q", title="share for A (the rest goes to B)")
            .scale(domain=[0, 1])
            .axis(format="%", values=fitting(TENTHS, QUARTERS), labelFlush=False),
            y=alt.Y("customers:Q", title=title),
        )
        topped = base.transform_joinaggregate(most="max(customers)")
        both, parts = (base.transform_filter(f"datum.series {sign} '{BOTH}'") for sign in ("==", "!="))
        best, yours = (base.transform_filter(f"datum.mark == '{mark}'") for mark in MARKS[-2:])
        dash = alt.StrokeDash("series:N", legend=None).scale(domain=[BY_A, BY_B], range=[[7, 4], [2, 3]])
        at = f"abs(datum.share_a - (datum.series == '{BY_A}' ? 0.7 : 0.3)) < 1e-6 && datum.series != '{BOTH}'"
        # On a phone the name of the learner's split at 0% takes the place below a flat curve.
        cramped = f"{NARROW} && datum.series == '{BY_B}' && datum.customers > 0.9 * datum.own"
        sides = "datum.share_a > 0.7 ? 'right' : datum.share_a < 0.3 ? 'left' : 'center'"
        beside = "datum.place == 'right' ? 'left' : datum.place == 'left' ? 'right'"
        named = {
            "align": {"expr": f"{beside} : {sides}"},
            "dx": {"expr": "datum.place == 'right' ? 6 : datum.place == 'left' ? -6 : 0"},
            "dy": {"expr": "datum.place == 'higher' ? -30 : datum.place == 'above' ? -16 : 17"},
        }
        return alt.layer(
            topped.transform_filter("datum.mark == 'best'")
            .transform_calculate(headroom="1.1 * datum.most")
            .mark_point(opacity=0)
            .encode(y=alt.Y("headroom:Q", title=title)),
            parts.mark_line(interpolate="monotone", color=GREY, strokeWidth=1.5).encode(strokeDash=dash),
            topped.transform_joinaggregate(own="max(customers)", groupby=["series"])
            .transform_filter(at)
            .transform_calculate(short="slice(datum.series, 4)")
            .mark_text(
                align={"expr": f"datum.series == '{BY_A}' ? 'left' : 'right'"},
                dy={"expr": f"datum.customers < 0.1 * datum.most || {cramped} ? -9 : 14"},
                text={"expr": f"{NARROW} ? datum.short : datum.series"},
                color=GREY,
            ),
            both.mark_line(interpolate="monotone", color=INK),
            best.mark_point(shape="diamond", size=130, filled=True, opacity=1, color=BLUE, stroke=PAPER),
            best.mark_text(color=BLUE, **named).encode(text="label:N"),
            yours.mark_point(size=100, filled=True, opacity=1, color=ORANGE, stroke=PAPER),
            yours.mark_text(color=ORANGE, **named).encode(text="label:N"),
        )


def response(shape: str, reach: float, saturation: float, spend: Any) -> Any:
    """Customers that a motion wins with `spend`."""
    u = np.divide(spend, saturation)
    return reach * (-np.expm1(-u) if shape == "saturating" else u**POWER / (1 + u**POWER))


def marginal(shape: str, reach: float, saturation: float, spend: Any) -> Any:
    """Customers won with the next unit of money, at `spend`."""
    u = np.divide(spend, saturation)
    if shape == "saturating":
        return reach / saturation * np.exp(-u)
    return POWER * reach / saturation * u ** (POWER - 1) / (1 + u**POWER) ** 2


def average_cost(shape: str, reach: float, saturation: float, spend: float) -> float:
    """What a customer of a motion cost on average; at no spend, the limit."""
    won = float(response(shape, reach, saturation, spend))
    return spend / won if spend and won else marginal_cost(shape, reach, saturation, 0.0)


def marginal_cost(shape: str, reach: float, saturation: float, spend: float) -> float:
    """What the next customer of a motion costs; infinite where the next unit of money wins nobody."""
    wins = float(marginal(shape, reach, saturation, spend))
    return 1 / wins if wins else math.inf


def best_share(shape: str, a: tuple[float, float], b: tuple[float, float], budget: float) -> float:
    """The share for A that wins the most customers, from (reach, saturation) of both motions."""
    (reach_a, s_a), (reach_b, s_b) = a, b
    if not reach_a or not reach_b:
        return 1.0 if not reach_b else 0.0
    if shape == "saturating":
        steeper = math.log(reach_a) - math.log(s_a) - math.log(reach_b) + math.log(s_b)
        if not budget:
            return s_a / (s_a + s_b) if not steeper else 1.0 if steeper > 0 else 0.0
        return min(1.0, max(0.0, (s_a + steeper * s_a * s_b / budget) / (s_a + s_b)))
    if not budget:
        return 1.0 if reach_a / s_a**POWER >= reach_b / s_b**POWER else 0.0

    def gain(spend_a: np.ndarray) -> np.ndarray:
        return marginal(shape, *a, spend_a) - marginal(shape, *b, budget - spend_a)

    # Fine near both ends on each curve's own scale: its threshold may lie within a sliver of the budget.
    grid = np.concatenate([np.linspace(0, budget, 201), s_a * SCALES, budget - s_b * SCALES])
    grid = np.sort(grid[(grid >= 0) & (grid <= budget)])
    rising = gain(grid) > 0
    tops = [peak(gain, grid[i], grid[i + 1]) for i in np.flatnonzero(rising[:-1] & ~rising[1:])]
    spends = np.array([0.0, *tops, budget])
    won = response(shape, *a, spends) + response(shape, *b, budget - spends)
    return float(spends[won >= (1 - TIE) * won.max()].max() / budget)


def peak(gain: Callable[[np.ndarray], np.ndarray], low: float, high: float) -> float:
    """Where `gain` falls through zero between `low` and `high`."""
    for _ in range(7):
        grid = np.linspace(low, high, 33)
        last = min(max(int(np.count_nonzero(gain(grid) > 0)), 1), 32)
        low, high = grid[last - 1], grid[last]
    return (low + high) / 2


def level(numbers: dict[str, float]) -> bool:
    """Whether the learner's split wins as many customers as the best, or hardly fewer."""
    return numbers["customers"] >= (1 - NEAR) * numbers["customers_best"]


def best_split(numbers: dict[str, float]) -> str:
    """The best split in words."""
    share = numbers["best_share_a"]
    if 0.0005 <= share <= 0.9995:
        return f"best split, {words.percent(share)} for A"
    either = math.isclose(numbers["customers_all_a"], numbers["customers_all_b"], rel_tol=TIE)
    almost = "" if share in (0, 1) else "almost "
    return f"best split, {almost}all for {'A or all for B' if either else 'A' if share > 0.5 else 'B'}"
