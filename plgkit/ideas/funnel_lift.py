"""What the same lift brings at each stage of a funnel, and who is still there later."""

from typing import Any, ClassVar, Literal

from pydantic import ConfigDict, ValidationInfo, field_validator

from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, NARROW
from plgkit.ideas.documents import D2, D4
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption, invalid
from plgkit.models import funnel_lift, words


class FunnelLift(Idea):
    """Visitors pass through stages; one stage is lifted at a cost; a hidden intent decides who stays.

    Its equations, with their limits and their source, stand in `plgkit.models.funnel_lift`.

    Examples
    --------
    >>> round(FunnelLift().run().numbers["customers_after"], 2)
    13.86
    """

    model_config = ConfigDict(validate_default=True)

    model: ClassVar = staticmethod(funnel_lift.run)
    claim: ClassVar = (
        "The product itself wins, activates and expands its customers, so a team should ask how more people "
        "can activate, not how one e-mail can be made better."
    )
    holds_when: ClassVar = (
        "Activation causes people to stay: then those who are pushed to activate stay like those who did it "
        "of their own accord."
    )
    fails_when: ClassVar = (
        "Intent makes people both activate and stay: then pushing people to activate changes the number and "
        "not the people, and a lift at any other stage is worth more."
    )
    documents: ClassVar = (D2, D4)
    sources: ClassVar = (
        "Kohavi, R., Tang, D. and Xu, Y. (2020). Trustworthy Online Controlled Experiments. "
        "Cambridge University Press.",
        "Gordon, B. R., Zettelmeyer, F., Bhargava, N. and Chapsky, D. (2019). A Comparison of Approaches to "
        "Advertising Measurement: Evidence from Big Field Experiments at Facebook. "
        "Marketing Science 38(2), 193–225.",
    )
    controls: ClassVar = ("visitors", "lift", "intent")
    measures: ClassVar = {
        "customers": Measure("Customers now", "customer"),
        "customers_after": Measure("Customers with the lift at the best stage", "customer"),
        "best_stage": Measure("Stage where one more customer costs least, from the top", "count"),
        "cost_per_customer": Measure("Cost of one more customer where it is least", "money"),
        "best_stage_to_keep": Measure("Stage where one more who stays costs least, from the top", "count"),
        "cost_per_staying": Measure("Cost of one more who stays where it is least", "money"),
        "stay_if_activated": Measure("Stay, of those who activated", "share"),
        "stay_if_not": Measure("Stay, of those who did not", "share"),
        "apparent_effect": Measure("Gap between the two, in share of people", "share"),
        "true_effect": Measure("Added by activation itself, in share of people", "share"),
        "stay_if_pushed": Measure("Stay, of those pushed to activate", "share"),
        "stay_now": Measure("Stay, of everybody", "share"),
        "stay_if_all_activated": Measure("Stay, of everybody, if all were activated", "share"),
    }
    headline: ClassVar = ("customers", "cost_per_customer", "apparent_effect", "true_effect")
    presets: ClassVar = {
        "aha": {"lift": 0.20},
        "points": {"lift": 0.05, "lift_kind": "points"},
        "all_alike": {"intent": 0.0},
        "false": {"stay_high": 0.08, "true_effect": 0.24},
    }
    table: ClassVar = Table({"stage": "stage lifted", "won": "customers won", "staying": "of them stay"})

    visitors: int = assumption(
        20_000,
        "Visitors",
        unit="people",
        ge=0,
        le=10_000_000,
        step=1000,
        slider=(1000, 100_000),
        help="people who reach the top of the funnel",
    )
    stages: dict[str, float] = assumption(
        {"signup": 0.06, "activate": 0.35, "qualify": 0.25, "pay": 0.12},
        "Stages",
        help="2 to 6 stages from the top, the second being activation, each with the share that passes it",
    )
    lift: float = assumption(
        0.10,
        "Lift",
        unit="share",
        ge=0,
        le=1,
        step=0.01,
        slider=(0, 0.5),
        help="by how much one stage gets better, as a share of its rate or in points",
    )
    lift_kind: Literal["relative", "points"] = assumption(
        "relative", "Kind of lift", help="relative: 10% makes 35% into 38.5%; points: it makes 35% into 45%"
    )
    costs: dict[str, float] = assumption(
        {"signup": 9000, "activate": 6000, "qualify": 8000, "pay": 12_000},
        "Cost of the lift",
        help="what the lift costs at each of the stages, by the same names, before the money is scaled",
    )
    intent: float = assumption(
        0.30,
        "People with intent",
        unit="share of people",
        ge=0,
        le=1,
        step=0.01,
        help="share of people who want the product before they try it",
    )
    activate_low: float = assumption(
        0.25,
        "Activate without intent",
        unit="share",
        ge=0,
        le=1,
        step=0.05,
        help="share of the people without intent who activate",
    )
    activate_high: float = assumption(
        0.85,
        "Activate with intent",
        unit="share",
        ge=0,
        le=1,
        step=0.05,
        help="share of the people with intent who activate",
    )
    stay_low: float = assumption(
        0.08,
        "Stay without intent",
        unit="share",
        ge=0,
        le=1,
        step=0.01,
        help="share of the people without intent who stay, had they not activated",
    )
    stay_high: float = assumption(
        0.50,
        "Stay with intent",
        unit="share",
        ge=0,
        le=1,
        step=0.01,
        help="share of the people with intent who stay, had they not activated",
    )
    true_effect: float = assumption(
        0.02,
        "Effect of activation",
        unit="share",
        ge=0,
        le=1,
        step=0.01,
        slider=(0, 0.5),
        help="what activation itself adds to the chance of staying",
    )

    @field_validator("stages", "costs")
    @classmethod
    def _usable(cls, value: dict[str, float], info: ValidationInfo) -> dict[str, float]:
        name = info.field_name
        text = stages_complaint(value) if name == "stages" else costs_complaint(value, info.data.get("stages", value))
        if text:
            raise invalid(text)
        return value

    def inputs(self) -> dict[str, Any]:
        values = super().inputs()
        return values | {"costs": [(stage, self.scale * cost) for stage, cost in values["costs"]]}

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        base = alt.Chart(outcome.frame).transform_calculate(
            top="datum.place + 0.44",
            bottom="datum.place + 0.86",
            label="datum.place + 0.24",
        )
        stay = f"({NARROW} ? ' stay' : ' of them stay')"
        label = f"datum.stage + ': ' + format(datum.won, ',.3~r') + ' won, ' + format(datum.staying, ',.3~r') + {stay}"
        title = "customers won by lifting this stage alone; the full part of a bar is those who stay"
        # A domain that grows in coarse steps: the bars move with the sliders, the axis seldom.
        across = alt.X("won:Q", title=title, axis=alt.Axis(tickCount=6))
        across = across.scale(domain={"unionWith": [0, 0.01]}, nice=1)
        down = alt.Y("top:Q", axis=None)
        down = down.scale(domain=[0, len(self.stages)], reverse=True, nice=False)
        bars = base.encode(x=across, x2=alt.value(0), y=down, y2="bottom:Q")
        return alt.layer(
            bars.mark_rect(opacity=1, fill="white", stroke=BLUE, strokeWidth=1.5),
            bars.mark_rect(opacity=1, fill=BLUE).encode(x="staying:Q"),
            base.mark_text(align="left", text={"expr": label}, limit={"expr": "width"}).encode(
                x=alt.value(0), y="label:Q"
            ),
        )


def stages_complaint(stages: dict[str, float]) -> str | None:
    """What is wrong with the stages, or None."""
    if not 2 <= len(stages) <= 6:
        return f"{words.count(len(stages), 'stage')} given, 2 to 6 are allowed"
    for name, rate in stages.items():
        if not 0 < len(name.strip()) <= 24:
            return f"'{name[:25]}' is not a name of 1 to 24 characters"
        if not 0 <= rate <= 1:
            return f"{rate:.10g} at {name} is not between 0 and 1"
    return None


def costs_complaint(costs: dict[str, float], stages: dict[str, float]) -> str | None:
    """What is wrong with the costs of lifting `stages`, or None."""
    if set(costs) != set(stages):
        return f"given for {words.listing([*costs] or ['none'])}, the stages are {words.listing([*stages])}"
    for name, cost in costs.items():
        if not 0 <= cost <= 1e9:
            return f"{cost:.10g} at {name} is not between 0 and 1,000,000,000"
    return None
