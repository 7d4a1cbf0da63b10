"""Customers pour in at a steady rate and leak out through churn."""

from typing import ClassVar

from plgkit.charts.curves import customer_lines
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, ORANGE
from plgkit.ideas.documents import D0, D1
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import leaky_bucket
from plgkit.models.leaky_bucket import CEILING, HERE, POURED

STYLES = {HERE: (BLUE, [1, 0]), POURED: (GREY, [3, 3]), CEILING: (ORANGE, [10, 4])}


class LeakyBucket(Idea):
    """Customers pour in at a steady rate and leak out through churn.

    Its equations, with their limits and their source, stand in `plgkit.models.leaky_bucket`.

    Examples
    --------
    >>> LeakyBucket().run().numbers["ceiling"]
    2000.0
    """

    model: ClassVar = staticmethod(leaky_bucket.run)
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
        "ceiling": Measure("Ceiling", "ceiling"),
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
