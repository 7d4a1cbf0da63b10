"""What it is worth to find out before building."""

from typing import Any, ClassVar

from plgkit.charts.labels import fitting
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, INK, ORANGE
from plgkit.ideas.documents import D1, D2
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import look_first

MARKS = ("useless", "why", "cost", "worth", "top", "price", "yours")


class LookFirst(Idea):
    """An idea is right or wrong; a prototype tells which, not always correctly, before the build.

    Its equations, with their limits and their source, stand in `plgkit.models.look_first`.

    Examples
    --------
    >>> round(LookFirst(accuracy=0.55).run().numbers["prototype_value"], 2)
    3.75
    """

    model: ClassVar = staticmethod(look_first.run)
    claim: ClassVar = (
        "Understand the problem and try out solutions before building: a change of course costs less while "
        "nothing has been coded."
    )
    holds_when: ClassVar = (
        "Some result of the prototype would change the decision: bad news would stop a build, or good news "
        "would start one."
    )
    fails_when: ClassVar = (
        "No result would change the decision: the prototype is hardly better than a coin, or the idea is so "
        "good or so bad that one prototype cannot outweigh it. That late changes cost a hundred times more "
        "is contested: 171 projects showed no consistent rise, though for defects, not for a wrong direction."
    )
    documents: ClassVar = (D1, D2)
    sources: ClassVar = (
        "Raiffa, H. and Schlaifer, R. (1961). Applied Statistical Decision Theory. Harvard University.",
        "Howard, R. A. (1966). Information Value Theory. "
        "IEEE Transactions on Systems Science and Cybernetics 2(1), 22–26.",
        "Menzies, T., Nichols, W., Shull, F. and Layman, L. (2017). Are Delayed Issues Harder to Resolve? "
        "Revisiting Cost-to-Fix of Defects Throughout the Lifecycle. Empirical Software Engineering 22(4), "
        "1903–1935.",
    )
    controls: ClassVar = ("success", "accuracy", "late_change")
    measures: ClassVar = {
        "value_build_now": Measure("Building now, on average", "money"),
        "perfect_information": Measure("Worth of knowing for certain", "money"),
        "prototype_value": Measure("Worth of the prototype", "money"),
        "highest_price_worth_paying": Measure("Highest price worth paying for it", "money"),
        "net_value": Measure("Worth less cost", "money"),
        "accuracy_needed": Measure("Accuracy from which it is worth anything", "share"),
        "build_after_good_news": Measure("Build after good news", "yes"),
        "build_after_bad_news": Measure("Build after bad news", "yes"),
    }
    headline: ClassVar = ("value_build_now", "prototype_value", "net_value", "accuracy_needed")
    presets: ClassVar = {
        "aha": {"accuracy": 0.55},
        "false": {"success": 0.90},
        "coin": {"accuracy": 0.50},
        "hundredfold": {"late_change": 100},
    }
    table: ClassVar = Table(
        {"mark": "line", "accuracy": "accuracy", "money": "amount ({money})"}, ("worth", "cost", "yours")
    )

    success: float = assumption(
        0.30,
        "Chance that the idea is right",
        unit="share of such ideas",
        ge=0,
        le=1,
        step=0.01,
        help="how many ideas like this one turn out right",
    )
    gain: float = assumption(
        400,
        "Gain if right",
        unit="money",
        ge=0,
        le=1_000_000,
        step=10,
        slider=(0, 1000),
        help="what the build brings, its cost taken off, if the idea is right",
    )
    loss: float = assumption(
        150,
        "Loss if wrong",
        unit="money",
        ge=0,
        le=1_000_000,
        step=10,
        slider=(0, 1000),
        help="what is lost if a wrong idea is built",
    )
    accuracy: float = assumption(
        0.80,
        "Accuracy of the prototype",
        unit="share of correct results",
        ge=0.5,
        le=1,
        step=0.01,
        help="how often it tells right from wrong; 50% is a coin",
    )
    prototype_cost: float = assumption(
        10,
        "Cost of the prototype",
        unit="money",
        ge=0,
        le=1_000_000,
        step=5,
        slider=(0, 200),
        help="what it costs to build the prototype and to learn from it",
    )
    late_change: float = assumption(
        1,
        "Loss when found late",
        unit="times",
        ge=1,
        le=100,
        step=0.1,
        slider=(1, 20),
        help="how many times larger the loss is because the mistake shows only after the build",
    )

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        worth = f"what the prototype is worth ({self.currency})"
        base = alt.Chart(outcome.frame).encode(
            x=alt.X("accuracy:Q", title="accuracy: how often the prototype is right")
            .scale(domain=[0.49, 1])
            .axis(format="%", values=alt.ExprRef(**fitting([0.5, 0.6, 0.7, 0.8, 0.9, 1], [0.5, 0.75, 1]))),
            y=alt.Y("money:Q", title=worth).scale(domainMin=0, nice=False),
        )
        mark = {name: base.transform_filter(f"datum.mark == '{name}'") for name in MARKS}
        named = {name: mark[name].encode(text="label:N") for name in ("why", "price", "top")}
        price: dict[str, Any] = {"align": {"expr": "datum.accuracy == 1 ? 'right' : 'left'"}, "dy": -9}
        price["dx"] = {"expr": "datum.accuracy == 1 ? -4 : 4"}
        aside = "datum.accuracy > 0.75 ? "
        beside: dict[str, Any] = {"align": {"expr": aside + "'right' : 'left'"}, "dx": {"expr": aside + "-7 : 7"}}
        beside |= {"dy": 10, "lineBreak": "\n"}
        halo = {"stroke": "white", "strokeWidth": 4}
        return alt.layer(
            mark["useless"]
            .transform_filter("isValid(datum.money)")
            .mark_rect(color=GREY, opacity=0.12)
            .encode(x2=alt.datum(0.5), y2=alt.datum(0)),
            named["why"].transform_filter("isValid(datum.money)").mark_text(lineBreak="\n", color=INK),
            mark["cost"].mark_line(color=ORANGE, strokeDash=[5, 4]),
            mark["worth"].mark_line(color=BLUE, strokeWidth=3),
            mark["top"].mark_rule(color=BLUE, strokeWidth=1).encode(y2=alt.datum(0)),
            named["price"].mark_text(**halo, **price),
            named["price"].mark_text(color=ORANGE, **price),
            mark["yours"].mark_point(color=BLUE, size=110, filled=True, opacity=1, stroke="white"),
            named["top"].mark_text(color=BLUE, **beside),
        )
