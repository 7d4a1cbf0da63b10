"""From which deal on a product is cheaper than building to order, and what one large customer risks."""

from typing import ClassVar

from pydantic import field_validator

from plgkit.charts import comparison
from plgkit.charts.picture import Table, alt
from plgkit.ideas.documents import D0
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption, invalid
from plgkit.models import nth_deal
from plgkit.models.nth_deal import SHOWN

CUSTOMERS = 20


class NthDeal(Idea):
    """A build for reuse costs more than one custom job; each deal that reuses it costs less than one.

    Its equations, with their limits and their source, stand in `plgkit.models.nth_deal`.

    Examples
    --------
    >>> NthDeal().run().numbers["break_even_deals"]
    1.875
    """

    model: ClassVar = staticmethod(nth_deal.run)
    claim: ClassVar = "A solution that is built once and sold many times wins against work built to order."
    holds_when: ClassVar = (
        "Deals resemble each other, so that most of each is covered by what was built before, and keeping "
        "the product current costs little for each deal."
    )
    fails_when: ClassVar = (
        "Deals have little in common, or upkeep eats what reuse saves. One large customer is a risk for a "
        "young company, yet long relationships with a few can pay."
    )
    documents: ClassVar = (D0,)
    sources: ClassVar = (
        "Poulin, J. S. (1997). Measuring Software Reuse: Principles, Practices, and Economic Models. Addison-Wesley.",
        "Irvine, P. J., Park, S. S. and Yıldızhan, Ç. (2016). Customer-Base Concentration, Profitability, "
        "and the Relationship Life Cycle. The Accounting Review 91(3), 883–906.",
    )
    controls: ClassVar = ("cost_of_reuse", "overlap", "upkeep")
    measures: ClassVar = {
        "break_even_deals": Measure("Break-even", "deal"),
        "first_cheaper_deal": Measure("First deal at which the product is cheaper", "place"),
        "cost_custom": Measure("Custom jobs, all built to order", "count"),
        "cost_product": Measure("Custom jobs, with the product", "count"),
        "concentration": Measure("Concentration (Herfindahl–Hirschman index)", "count"),
        "effective_customers": Measure("Equal customers with the same concentration", "customer"),
        "chance_lose_30": Measure("Chance of losing 30% of revenue or more", "share"),
    }
    headline: ClassVar = ("break_even_deals", "cost_custom", "cost_product", "chance_lose_30")
    presets: ClassVar = {
        "aha": {"overlap": 0.6},
        "upkeep": {"upkeep": 0.15},
        "unlike_deals": {"overlap": 0.1},
        "equal_customers": {"shares": [1 / 11] * 11},
        "false": {"upkeep": 0.85},
    }
    table: ClassVar = Table({"deals": "deals", "series": "way", "cost": "cost in custom jobs"}, comparison.POINTS)

    build_for_reuse: float = assumption(
        1.5,
        "Building it for reuse",
        unit="custom jobs",
        ge=1,
        le=20,
        step=0.1,
        slider=(1, 5),
        help="what a build meant for many deals costs, where one built to order costs 1",
    )
    cost_of_reuse: float = assumption(
        0.2,
        "Cost of each reuse",
        unit="share of a custom job",
        ge=0,
        le=1,
        step=0.05,
        help="fitting what exists to one deal, the first included",
    )
    overlap: float = assumption(
        1.0,
        "Overlap of deals",
        unit="share of a deal",
        ge=0,
        le=1,
        step=0.05,
        help="how much of each deal the reusable part covers; the rest is built to order",
    )
    upkeep: float = assumption(
        0,
        "Upkeep for each deal",
        unit="share of a custom job",
        ge=0,
        le=1,
        step=0.05,
        help="keeping the reusable part current for one more deal",
    )
    deals: int = assumption(
        10,
        "Deals",
        unit="deals",
        ge=1,
        le=1000,
        step=1,
        slider=(1, SHOWN),
        help="how many deals are compared",
    )
    shares: list[float] = assumption(
        [0.40] + [0.06] * 10,
        "Customers' shares of revenue",
        help=f"a list of 1 to {CUSTOMERS} shares of revenue, each between 0 and 1, that add up to 1",
    )
    loss_chance: float = assumption(
        0.10,
        "Chance that a customer leaves",
        unit="share/year",
        ge=0,
        le=1,
        step=0.05,
        help="the same for each customer, whatever the others do",
    )

    @field_validator("shares")
    @classmethod
    def _whole_revenue(cls, shares: list[float]) -> list[float]:
        total, outside = sum(shares), [share for share in shares if not 0 <= share <= 1]
        if not 1 <= len(shares) <= CUSTOMERS:
            raise invalid(f"{len(shares)} customers given, 1 to {CUSTOMERS} are allowed")
        if outside:
            raise invalid(f"{outside[0]:.10g} is not between 0 and 1")
        if abs(total - 1) > 0.001:
            raise invalid(f"they add up to {total:.10g}, not to 1")
        return shares

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        ticks, few = (list(range(0, SHOWN + 1, step)) for step in (2, 5))
        return comparison.picture(outcome.frame, "deals", "cost of all deals, in custom jobs", ticks=ticks, few=few)
