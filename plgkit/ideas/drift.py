"""Where a product goes that follows its customers' requests."""

from typing import ClassVar

from plgkit.charts.labels import side_label
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, INK, ORANGE, PAPER
from plgkit.ideas.documents import D2, D3
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import drift
from plgkit.models.drift import DRAWN, EXPECTED, HERE, LEAST

MARGIN = 60
"""Pixels at the right of the lines for their names."""


class Drift(Idea):
    """Where a product ends up that divides its steps between a vision and the requests of its customers.

    Its equations, with their limits and their source, stand in `plgkit.models.drift`.

    Examples
    --------
    >>> round(Drift(vision_error=60, alignment=5).run().numbers["distance_requests"], 1)
    4.8
    """

    model: ClassVar = staticmethod(drift.run)
    claim: ClassVar = (
        "Requests of whichever customers come along will hardly add up to the vision: keep to the vision "
        "and let requests wait."
    )
    holds_when: ClassVar = (
        "Requests have no direction in common, and the vision points roughly the right way: then it ends nearer to "
        "the goal."
    )
    fails_when: ClassVar = (
        "The vision is so far off that it ends further from the goal than the requests do. The more they agree on "
        "the right direction, the smaller an error is enough."
    )
    documents: ClassVar = (D2, D3)
    sources: ClassVar = (
        "Mardia, K. V. and Jupp, P. E. (2000). Directional Statistics. Wiley.",
        "Pearson, K. (1905). The Problem of the Random Walk. Nature 72, 294.",
    )
    controls: ClassVar = ("reserved", "alignment", "vision_error")
    measures: ClassVar = {
        "distance_left": Measure("Distance left", "step"),
        "distance_vision": Measure("Distance left by the vision alone", "step"),
        "distance_requests": Measure("Distance left by requests alone", "step"),
        "requests_win": Measure("Requests end nearer", "yes"),
        "best_share": Measure("Share along the vision that leaves least", "share"),
        "distance_best": Measure("The least distance left", "step"),
        "distance_drawn": Measure("Distance left in one draw", "step"),
        "mean_alignment": Measure("Progress of one request, on average", "step"),
        "expected_progress": Measure("Progress in the right direction", "step"),
        "rms_wander": Measure("Wandering of the requests", "step"),
        "chance_within": Measure("A random request points the right way", "share"),
        "requests_within": Measure("These requests that point the right way", "share"),
    }
    headline: ClassVar = ("distance_left", "distance_vision", "distance_requests", "requests_win")
    presets: ClassVar = {
        "aha": {"reserved": 0.0},
        "false": {"alignment": 20, "vision_error": 75},
        "flip": {"vision_error": 75},
    }
    table: ClassVar = Table({"share": "reserved for the vision", "series": "line", "distance": "steps left"}, ("line",))

    requests: int = assumption(
        20,
        "Steps on the roadmap",
        unit="steps",
        ge=1,
        le=60,
        step=1,
        help="how many steps the product takes, one for each request or for the vision; the goal is as many away",
    )
    reserved: float = assumption(
        0.5,
        "Reserved for the vision",
        unit="share of steps",
        ge=0,
        le=1,
        step=0.01,
        help="share of the steps that follows the vision instead of a request",
    )
    alignment: float = assumption(
        0,
        "Alignment of requests",
        unit="0: any direction",
        ge=0,
        le=100,
        step=0.1,
        slider=(0, 20),
        help="how closely requests agree on the right direction; at 5 each leads 0.8 of a step ahead on average",
    )
    vision_error: float = assumption(
        0,
        "Error of the vision",
        unit="degrees",
        ge=0,
        le=180,
        step=1,
        help="angle between the vision and the right direction; 90 is sideways, 180 backwards",
    )
    within: float = assumption(
        45,
        "What counts as the right way",
        unit="degrees",
        ge=0,
        le=180,
        step=5,
        help="the largest angle from the right direction that still counts",
    )
    seed: int = assumption(
        7,
        "Seed of the draw",
        unit="",
        ge=0,
        le=9999,
        step=1,
        slider=(0, 100),
        help="another number draws another roadmap",
    )

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        base = alt.Chart(outcome.frame).encode(
            x=alt.X("share:Q", title="share of the steps that follows the vision")
            .scale(domain=[0, 1])
            .axis(format="%", values=[0, 0.25, 0.5, 0.75, 1], labelFlush=False),
            y=alt.Y("distance:Q", title="steps left to the goal").scale(zero=True, nice=False),
        )
        lines, ends, points, flags, room = (
            base.transform_filter(f"datum.mark == '{mark}'") for mark in ("line", "end", "point", "flag", "room")
        )
        series = alt.Color("series:N", legend=None).scale(
            domain=[EXPECTED, DRAWN, HERE, LEAST], range=[BLUE, GREY, INK, ORANGE]
        )
        shape = alt.Shape("series:N", legend=None).scale(domain=[HERE, LEAST], range=["circle", "diamond"])
        upright = base.transform_filter("datum.mark == 'point' || datum.mark == 'flag'")
        flag = side_label("share", MARGIN, beside=4, letter=7.8)
        return alt.layer(
            room.mark_point(opacity=0),
            upright.mark_line(strokeWidth=1).encode(color=series, detail="series:N", order="distance:Q"),
            lines.transform_filter(f"datum.series == '{DRAWN}'").mark_line(strokeWidth=1).encode(color=series),
            lines.transform_filter(f"datum.series == '{EXPECTED}'").mark_line().encode(color=series),
            ends.mark_text(align="left", dx=9).encode(text="series:N", color=series),
            points.mark_point(size=100, filled=True, opacity=1, stroke=PAPER).encode(color=series, shape=shape),
            flags.mark_text(dy=-8, stroke=PAPER, strokeWidth=4, **flag).encode(text="label:N"),
            flags.mark_text(dy=-8, fontWeight="bold", **flag).encode(text="label:N", color=series),
        )
