"""Which leads and which accounts are worth a person's call."""

from typing import Any, ClassVar

from pydantic import field_validator

from plgkit.charts.labels import fitting
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREEN, GREY, HEIGHT, NARROW, ORANGE, PAPER
from plgkit.ideas.documents import D4
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption, invalid
from plgkit.models import who_to_call, words

Segment = tuple[str, float, float, float]

COLUMNS, ROWS = 20, 5
"""The grid in which a hundred calls are drawn; on a phone it is a row lower, and longer."""

CAPTION = ["each dot is one call; a full dot is a lead", "that buys or an account that is saved"]


class WhoToCall(Idea):
    """A score ranks the leads, and a share `capacity` of them is called from the top; accounts likewise.

    Its equations, with their limits and their source, stand in `plgkit.models.who_to_call`.

    Examples
    --------
    >>> round(WhoToCall().run().numbers["precision"], 3)
    0.179
    """

    model: ClassVar = staticmethod(who_to_call.run)
    claim: ClassVar = (
        "Usage data shows whom to call: sales takes the leads that the product has qualified, and customer "
        "success goes to the accounts at risk before they leave."
    )
    holds_when: ClassVar = (
        "The score tells buyers from the rest, and the accounts most likely to leave are also the ones that "
        "a call changes most."
    )
    fails_when: ClassVar = (
        "Risk and the effect of a call are in different accounts: then the riskiest leave anyway, others "
        "leave because they were called, and only a randomised trial shows whom to call."
    )
    documents: ClassVar = (D4,)
    sources: ClassVar = (
        "Ascarza, E. (2018). Retention Futility: Targeting High-Risk Customers Might Be Ineffective. "
        "Journal of Marketing Research 55(1), 80–98.",
        "Green, D. M. and Swets, J. A. (1966). Signal Detection Theory and Psychophysics. Wiley.",
        "Hanley, J. A. and McNeil, B. J. (1982). The Meaning and Use of the Area under a Receiver "
        "Operating Characteristic (ROC) Curve. Radiology 143(1), 29–36.",
    )
    controls: ClassVar = ("base_rate", "separation", "capacity")
    measures: ClassVar = {
        "auc": Measure("Chance that a buyer outscores another lead", "share"),
        "precision": Measure("Called leads that buy", "share"),
        "recall": Measure("Buyers reached by the calls", "share"),
        "lift": Measure("Buyers per call, against chance", "times"),
        "saved_by_risk": Measure("Saved by calling the riskiest kind, of all accounts", "point"),
        "saved_by_uplift": Measure("Saved by calling the kind a call changes most, of all accounts", "point"),
        "saved_by_all": Measure("Saved by calling everybody, of all accounts", "point"),
        "saved_of_100_by_risk": Measure("Saved by 100 calls, riskiest first", "account"),
        "saved_of_100_by_uplift": Measure("Saved by 100 calls, most changed first", "account"),
    }
    headline: ClassVar = ("precision", "lift", "saved_by_risk", "saved_by_uplift")
    presets: ClassVar = {
        "aha": {"separation": 2.0},
        "false": {
            "segments": [
                ("sure things", 0.40, 0.05, 0.05),
                ("persuadables", 0.20, 0.80, 0.50),
                ("lost causes", 0.25, 0.40, 0.39),
                ("do not disturb", 0.15, 0.10, 0.20),
            ]
        },
    }
    table: ClassVar = Table({"series": "a hundred calls", "of_100_calls": "buyers reached, or accounts saved"})

    base_rate: float = assumption(
        0.05,
        "Leads that buy",
        unit="share of leads",
        ge=0,
        le=1,
        step=0.01,
        slider=(0.01, 0.5),
        help="share of all leads that would buy",
    )
    separation: float = assumption(
        1.0,
        "Sharpness of the score",
        unit="standard deviations",
        ge=0,
        le=6,
        step=0.1,
        slider=(0, 3),
        help="how far the average scores of buyers and other leads lie apart; 0 is no better than chance",
    )
    capacity: float = assumption(
        0.10,
        "Called",
        unit="share of the list",
        ge=0.001,
        le=1,
        step=0.01,
        slider=(0.01, 1),
        help="share of the leads, and of the accounts, that somebody has the time to call",
    )
    segments: list[Segment] = assumption(
        [
            ("sure things", 0.40, 0.05, 0.05),
            ("persuadables", 0.20, 0.40, 0.20),
            ("lost causes", 0.25, 0.80, 0.79),
            ("do not disturb", 0.15, 0.10, 0.20),
        ],
        "Kinds of account",
        help="a list of (name, size, churn if left alone, churn if called); the sizes add up to 1",
    )

    @field_validator("segments", mode="before")
    @classmethod
    def _tuples(cls, value: Any) -> Any:
        return [tuple(v) if isinstance(v, list) else v for v in value] if isinstance(value, list) else value

    @field_validator("segments")
    @classmethod
    def _whole(cls, value: list[Segment]) -> list[Segment]:
        text = complaint(value)
        if text:
            raise invalid(text)
        return value

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        # Without scales, in points of the screen: four grids, two beside two, on a phone one below the other.
        across, calls = 2 * COLUMNS + 1.5, COLUMNS * ROWS
        rows = f"({NARROW} ? {ROWS - 1} : {ROWS})"
        step = f"({NARROW} ? width / {calls // (ROWS - 1)} : width / {across})"
        left = f"({NARROW} ? 0 : datum.across * width * {(COLUMNS + 1.5) / across:.4f})"
        top = f"({NARROW} ? {HEIGHT / 4} * (2 * datum.down + datum.across) : {HEIGHT / 2 + 5} * datum.down)"
        figure = "format(abs(datum.of_100_calls), '.3~r')"
        single = f"{figure} == '1'"
        ending = (
            f"datum.mark == 'buy' ? (' of 100 ' + ({single} ? 'buys' : 'buy'))"
            f" : datum.of_100_calls < 0 ? ' more of 100 ' + ({single} ? 'leaves' : 'leave')"
            f" : ' of 100 ' + ({single} ? 'is saved' : 'are saved')"
        )
        times = "isValid(datum.times_chance) ? ', ' + format(datum.times_chance, '.3~r') + '× chance' : ''"
        base = alt.Chart(outcome.frame)
        dots = (
            base.transform_calculate(call=f"sequence({calls})")
            .transform_flatten(["call"])
            .transform_calculate(
                x=f"{left} + {step} * (floor(datum.call / {rows}) + 0.5)",
                y=f"{top} + ({NARROW} ? 33 + 10 * (datum.call % {rows}) : 48 + 17 * (datum.call % {rows}))",
                fate="datum.call >= round(abs(datum.of_100_calls)) ? 'nothing'"
                " : datum.of_100_calls < 0 ? 'lost' : datum.mark",
            )
        )
        lines = base.transform_calculate(
            x=left,
            heading=f"{top} + ({NARROW} ? 6 : 12)",
            result=f"{top} + ({NARROW} ? 20 : 29)",
            said=f"{figure} + ({ending}) + ({times})",
        )
        x, y, heading, result = (
            axis(f"{name}:Q", scale=None, axis=None)
            for axis, name in ((alt.X, "x"), (alt.Y, "y"), (alt.Y, "heading"), (alt.Y, "result"))
        )
        caption = base.transform_filter("datum.across == 0 && datum.down == 0")
        return alt.layer(
            dots.mark_point(size={"expr": f"{NARROW} ? 38 : 85"}, strokeWidth=1.5, opacity=1).encode(
                x=x,
                y=y,
                fill=alt.Fill("fate:N", legend=None, scale=fates(BLUE, GREEN, ORANGE, PAPER)),
                stroke=alt.Stroke("fate:N", legend=None, scale=fates(BLUE, GREEN, ORANGE, GREY)),
                shape=alt.Shape("fate:N", legend=None, scale=fates("circle", "circle", "cross", "circle")),
            ),
            lines.mark_text(align="left").encode(x=x, y=heading, text="series:N"),
            lines.mark_text(align="left", fontWeight="bold").encode(x=x, y=result, text="said:N"),
            caption.mark_text(
                align="left", baseline="top", dy=14, fontSize=12, text=fitting([" ".join(CAPTION)], CAPTION)
            ).encode(x=alt.value(0), y=alt.value(HEIGHT)),
        )


def fates(*styles: str) -> alt.Scale:
    """How the fates of a call look, in their order."""
    return alt.Scale(domain=["buy", "saved", "lost", "nothing"], range=list(styles))


def complaint(segments: list[Segment]) -> str | None:
    """What is wrong with the kinds of account, or None."""
    if not segments:
        return "the list is empty, and needs at least one (name, size, churn if left alone, churn if called)"
    for name, *shares in segments:
        if not all(0 <= share <= 1 for share in shares):
            texts = words.listing([f"{share:.10g}" for share in shares])
            return f"{texts} for {name} are not all between 0 and 1"
    total = sum(size for _, size, *_ in segments)
    return None if abs(total - 1) <= 1e-6 else f"the sizes add up to {total:.10g}, not to 1"
