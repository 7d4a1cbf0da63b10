"""Growth that is bought and growth that customers bring: two engines in one market."""

from typing import ClassVar

from plgkit.charts.curves import customer_lines
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, NARROW, ORANGE
from plgkit.ideas.documents import D0, D1
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import two_engines
from plgkit.models.two_engines import BOTH, BOUGHT, LATE, POINTS, STOP, STOPPED

STYLES = {BOTH: (BLUE, [1, 0]), STOPPED: (ORANGE, [8, 4]), BOUGHT: (GREY, [3, 3])}


class TwoEngines(Idea):
    """A market filled by paid acquisition and by word of mouth, and emptied by churn.

    Its equations, with their limits and their source, stand in `plgkit.models.two_engines`.

    Examples
    --------
    >>> round(TwoEngines().run().numbers["churn_threshold"], 3)
    0.275
    """

    model: ClassVar = staticmethod(two_engines.run)
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

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        first, stops = (f"datum.series == '{series}'" for series in (BOTH, STOPPED))
        under = "datum.mark == 'under'"
        # On a phone the longest name has three lines and ends at the right edge, clear of its own line.
        last = f"width * {1 - LATE / (POINTS - 1):.4f}"
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
