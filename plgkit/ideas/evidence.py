"""What a list of winners can tell, and what it cannot."""

from typing import ClassVar

from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, INK, NARROW, QUIET
from plgkit.ideas.documents import D1, D4
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import evidence
from plgkit.models.evidence import ENDS, MIDDLE

LABEL = f"{NARROW} && !test(/best|worst/, datum.label) ? '' : split(datum.label, ' ')"


class Evidence(Idea):
    """A share of all companies is product-led; look only at those that did best, or worst.

    Its equations, with their limits and their source, stand in `plgkit.models.evidence`.

    Examples
    --------
    >>> round(Evidence().run().numbers["share_in_top"], 3)
    0.851
    """

    model: ClassVar = staticmethod(evidence.run)
    claim: ClassVar = (
        "The companies that grow and go public are product-led ones, so working that way is what makes a "
        "company succeed."
    )
    holds_when: ClassVar = (
        "Product-led companies are better on average and no more varied: then they crowd the top and are "
        "rare at the bottom."
    )
    fails_when: ClassVar = (
        "They are only more varied: then they fill the list of failures as much as the list of winners. "
        "The winners alone cannot tell the two cases apart; a count of all companies can."
    )
    documents: ClassVar = (D1, D4)
    sources: ClassVar = (
        "Denrell, J. (2003). Vicarious Learning, Undersampling of Failure, and the Myths of Management. "
        "Organization Science 14(3), 227–243.",
        "Denrell, J. and Liu, C. (2012). Top Performers Are Not the Most Impressive When Extreme "
        "Performance Indicates Unreliability. PNAS 109(24), 9331–9336.",
    )
    controls: ClassVar = ("base_rate", "spread_ratio", "mean_advantage")
    measures: ClassVar = {
        "share_in_top": Measure("Product-led among the best", "share"),
        "share_in_bottom": Measure("Product-led among the worst", "share"),
        "lift_in_top": Measure("Among the best, against all companies", "times"),
        "chance_of_top": Measure("Product-led companies that reach the top", "share"),
        "chance_of_bottom": Measure("Product-led companies that fall to the bottom", "share"),
    }
    headline: ClassVar = ("share_in_top", "share_in_bottom", "chance_of_top")
    presets: ClassVar = {
        "aha": {"spread_ratio": 1.5, "mean_advantage": 0},
        "false": {"spread_ratio": 1.5, "mean_advantage": -0.4},
        "holds": {"spread_ratio": 1, "mean_advantage": 0.6},
    }
    table: ClassVar = Table({"group": "by result", "share": "share that is product-led"}, ("bar",))

    base_rate: float = assumption(
        0.30,
        "Product-led companies",
        unit="share of all companies",
        ge=0,
        le=1,
        step=0.01,
        help="how many of all companies are product-led, successful or not",
    )
    spread_ratio: float = assumption(
        1.5,
        "Spread of their results",
        unit="times that of the others",
        ge=0.5,
        le=3,
        step=0.05,
        help="above 1, product-led companies win more and lose more than the others",
    )
    mean_advantage: float = assumption(
        0,
        "Average advantage",
        unit="standard deviations of the others",
        ge=-3,
        le=3,
        step=0.05,
        slider=(-1.5, 1.5),
        help="how much better an average product-led company does; 0 is no better",
    )
    cut: float = assumption(
        0.01,
        "Size of the top and of the bottom",
        unit="share of all companies",
        ge=0.001,
        le=0.1,
        step=0.001,
        help="how few companies count as the best, and as the worst",
    )

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        order = evidence.groups(self.cut)
        base = alt.Chart(outcome.frame).encode(
            x=alt.X("group:O", title="all companies in the order of their results, from worst to best")
            .sort(order)
            .axis(labelAngle=0, labelOverlap=False, labelExpr=LABEL, ticks=False),
            y=alt.Y("share:Q", title="share of the group that is product-led")
            .scale(domain=[0, 1.08])
            .axis(format="%", values=[0, 0.2, 0.4, 0.6, 0.8, 1]),
        )
        bars = base.transform_filter("datum.mark == 'bar'")
        everyone = base.transform_filter("datum.mark == 'all'")
        fill = alt.Color("series:N", legend=None).scale(domain=[ENDS, MIDDLE], range=[BLUE, QUIET])
        rule = alt.Chart(outcome.frame).transform_filter("datum.mark == 'all'")
        values = bars.transform_filter(f"datum.series == '{ENDS}'").encode(text="label:N")
        # On a phone a bar is narrower than its number, which moves inwards, off the axis.
        inwards = {"expr": f"{NARROW} ? datum.group == '{order[0]}' ? 9 : -9 : 0"}
        style = {"dx": inwards, "dy": -9, "fontWeight": "bold"}
        return alt.layer(
            bars.mark_bar().encode(color=fill),
            rule.mark_rule(color=INK, strokeDash=[5, 4], strokeWidth=1.5).encode(y="share:Q"),
            values.mark_text(stroke="white", strokeWidth=4, **style),
            values.mark_text(color=BLUE, **style),
            everyone.mark_text(dy=-9, stroke="white", strokeWidth=3, color=INK).encode(text="label:N"),
            everyone.mark_text(dy=-9, color=INK).encode(text="label:N"),
        )
