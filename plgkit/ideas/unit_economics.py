"""What one customer costs, brings, and when the money is back."""

from typing import ClassVar

from plgkit.charts.labels import side_label
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, INK, PAPER
from plgkit.ideas.documents import D0, D4
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import unit_economics
from plgkit.models.unit_economics import HORIZON, LEAVE, STAY

MARGIN = 85
"""Pixels at the right of the lines for their names."""


class UnitEconomics(Idea):
    """A customer costs something to win, then earns a margin each month until they leave.

    Its equations, with their limits and their source, stand in `plgkit.models.unit_economics`.

    Examples
    --------
    >>> UnitEconomics(churn=0.08).run().numbers["lifetime_value"]
    1000.0
    """

    model: ClassVar = staticmethod(unit_economics.run)
    claim: ClassVar = (
        "A product leader who cannot read the profit and loss account undercuts the product, and money "
        "belongs in the product before it belongs in more sales and marketing."
    )
    holds_when: ClassVar = (
        "Churn is what decides: when customers leave before their cost is back, a better product is worth "
        "more than cheaper or louder selling."
    )
    fails_when: ClassVar = (
        "Customers stay and pay back quickly: then more selling is the better investment, however good the "
        "product already is."
    )
    documents: ClassVar = (D0, D4)
    sources: ClassVar = (
        "Gupta, S., Lehmann, D. R. and Stuart, J. A. (2004). Valuing Customers. "
        "Journal of Marketing Research 41(1), 7–18.",
        "Fader, P. S. and Hardie, B. G. S. (2010). Customer-Base Valuation in a Contractual Setting: "
        "The Perils of Ignoring Heterogeneity. Marketing Science 29(1), 85–93.",
    )
    controls: ClassVar = ("cac", "churn", "arpa")
    measures: ClassVar = {
        "lifetime_value": Measure("Lifetime value", "money"),
        "ltv_to_cac": Measure("Value for each unit of cost", "times"),
        "payback_months": Measure("Payback if nobody left", "month"),
        "payback_months_with_churn": Measure("Payback with churn", "month"),
        "break_even_churn": Measure("Highest churn that pays back", "share"),
    }
    headline: ClassVar = ("lifetime_value", "ltv_to_cac", "payback_months_with_churn")
    presets: ClassVar = {"aha": {"churn": 0.08}, "false": {"churn": 0.01, "cac": 400}}
    table: ClassVar = Table(
        {"month": "month", "series": "customers", "money": "money back ({money})"}, ("line", "payback")
    )

    arpa: float = assumption(
        100,
        "Revenue per customer",
        unit="money/month",
        ge=0,
        le=10_000,
        step=5,
        slider=(20, 300),
        help="average revenue of one customer in one month",
    )
    gross_margin: float = assumption(
        0.80,
        "Gross margin",
        unit="share of revenue",
        ge=0,
        le=1,
        step=0.05,
        help="what is left of revenue after the cost of serving it",
    )
    churn: float = assumption(
        0.03,
        "Churn",
        unit="share/month",
        ge=0,
        le=1,
        step=0.005,
        slider=(0.005, 0.15),
        help="share of customers who leave in a month",
    )
    cac: float = assumption(
        1200,
        "Cost to win a customer",
        unit="money",
        ge=0,
        le=1_000_000,
        step=100,
        slider=(100, 4000),
        help="sales and marketing spent for one new customer",
    )

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        colour = alt.Color("series:N", legend=None).scale(domain=[LEAVE, STAY], range=[BLUE, GREY])
        dash = alt.StrokeDash("series:N", legend=None).scale(domain=[LEAVE, STAY], range=[[1, 0], [5, 4]])
        base = alt.Chart(outcome.frame).encode(
            x=alt.X("month:Q", title="months after the customer was won")
            .scale(domain=[0, HORIZON])
            .axis(values=list(range(0, HORIZON + 1, 12)), labelFlush=False),
            y=alt.Y("money:Q", title=f"money back less money spent ({self.currency})"),
        )
        lines, ends = (base.transform_filter(f"datum.mark == '{mark}'") for mark in ("line", "end"))
        zero = alt.Chart(outcome.frame).mark_rule(color=INK).encode(y=alt.datum(0))
        crossing = base.transform_filter("datum.mark == 'payback' && isValid(datum.money)")
        return alt.layer(
            zero.transform_filter("datum.month == 0"),
            lines.mark_line(interpolate="monotone").encode(color=colour, strokeDash=dash),
            ends.mark_text(align="left", dx=7).encode(text="label:N", color=colour),
            crossing.mark_point(size=90, filled=True, opacity=1, stroke=PAPER).encode(
                color=colour, shape=alt.Shape("series:N", legend=None)
            ),
            crossing.transform_filter(f"datum.series == '{LEAVE}'")
            .mark_text(dy=16, **side_label("month", MARGIN))
            .encode(text="label:N"),
        )
