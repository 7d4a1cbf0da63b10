"""Two ways to win customers, one budget: where the next amount goes."""

from typing import ClassVar, Literal

from plgkit.charts.labels import fitting
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, INK, NARROW, ORANGE, PAPER
from plgkit.ideas.documents import D0
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import portfolio
from plgkit.models.portfolio import BOTH, BY_A, BY_B, MARKS

TENTHS, QUARTERS = ([round(k / n, 2) for k in range(n + 1)] for n in (10, 4))


class Portfolio(Idea):
    """Two motions share a budget; each wins more customers the more it is given, up to its reach.

    Its equations, with their limits and their source, stand in `plgkit.models.portfolio`.

    Examples
    --------
    >>> round(Portfolio().run().numbers["best_share_a"], 3)
    0.656
    """

    model: ClassVar = staticmethod(portfolio.run)
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
