"""Custom work now, or a product that pays later: what refusing is worth, and to whom."""

from typing import ClassVar

from plgkit.charts import comparison
from plgkit.charts.picture import Table, alt
from plgkit.ideas.documents import D0, D3
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import saying_no
from plgkit.models.saying_no import LONGEST


class SayingNo(Idea):
    """Custom work earns from the start; a product costs first, earns later, and may fail.

    Its equations, with their limits and their source, stand in `plgkit.models.saying_no`.

    Examples
    --------
    >>> round(SayingNo().run().numbers["return_of_refusing"], 3)
    0.121
    """

    model: ClassVar = staticmethod(saying_no.run)
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
    amounts: ClassVar = "k"
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
    table: ClassVar = Table({"years": "years", "series": "way", "value": "value today ({money})"}, comparison.POINTS)

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

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        few = [1, 5, 10, 15, LONGEST]
        ticks = list(range(1, LONGEST + 1))
        return comparison.picture(outcome.frame, "years that count", f"value today ({self.terms.unit})", ticks, few)
