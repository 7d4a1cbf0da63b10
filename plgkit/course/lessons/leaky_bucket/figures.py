"""A real cohort's renewals beside two projections of them."""

from typing import Any, ClassVar, get_args

from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, INK, ORANGE
from plgkit.course.lessons.leaky_bucket.exercises import YEARS, Cohort, remaining
from plgkit.ideas.documents import D1
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import renewals
from plgkit.models.renewals import CONSTANT, FITTED, KNOWN, LATER


class Renewals(Idea):
    """A cohort's customers over twelve years, projected from its first ones.

    Not a model of its own: one projection is `fit_retention`, the other one churn for all. The outcome's frame
    has percent of the cohort that remains, its three numbers are shares of the cohort.

    References
    ----------
    The shares are those of the case `renewals`: Fader, P. S. and Hardie, B. G. S. (2007). How to Project
    Customer Retention. Journal of Interactive Marketing 21(1), 76–90.

    Examples
    --------
    >>> print(Renewals().run().sentence[:70])
    From the first 6 years of the cohort "Regular": with one churn for all
    """

    model: ClassVar = staticmethod(renewals.run)
    claim: ClassVar = "A cohort whose renewal rate rises has a product that gets better."
    documents: ClassVar = (D1,)
    controls: ClassVar = ("cohort", "known", "until")
    measures: ClassVar = {
        "curve": Measure("Would remain, if churn differs", "share"),
        "constant": Measure("Would remain, one churn for all", "share"),
        "truth": Measure("Really remained", "share"),
    }
    headline: ClassVar = ("curve", "constant", "truth")
    table: ClassVar = Table({"year": "year", "series": "line", "remaining": "percent that remains"}, ("line", "point"))

    cohort: Cohort = assumption("Regular", "Cohort", help="two groups of customers of one company")
    known: int = assumption(
        6,
        "Years known",
        unit="years",
        ge=2,
        le=9,
        step=1,
        help="the projections use these years, and no later one",
    )

    until: int = assumption(
        12,
        "Projected to year",
        unit="years",
        ge=3,
        le=12,
        step=1,
        help="the year for which the three numbers are given",
    )

    def inputs(self) -> dict[str, Any]:
        return super().inputs() | {"cohorts": [[name, list(remaining(name))] for name in get_args(Cohort)]}

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        order = [FITTED, CONSTANT, LATER]
        base = alt.Chart(outcome.frame).encode(
            x=alt.X("year:Q", title="years since the customers came")
            .scale(nice=False)
            .axis(values=list(range(0, YEARS + 1, 2))),
            y=alt.Y("remaining:Q", title="percent of the cohort that remains").scale(domain=[0, 100]),
        )
        lines, points, names = (base.transform_filter(f"datum.mark == '{mark}'") for mark in ("line", "point", "name"))
        colour = alt.Color("series:N", legend=None).scale(domain=order, range=[BLUE, ORANGE, INK])
        dash = alt.StrokeDash("series:N", legend=None).scale(domain=order[:2], range=[[1, 0], [6, 4]])
        chosen = base.transform_filter("datum.mark == 'until'")
        return alt.layer(
            chosen.mark_rule(color=GREY, strokeDash=[2, 3]),
            lines.mark_line().encode(color=colour, strokeDash=dash),
            points.transform_filter(f"datum.series == '{KNOWN}'").mark_point(
                filled=True, size=70, opacity=1, color=INK
            ),
            points.transform_filter(f"datum.series == '{LATER}'").mark_point(size=70, opacity=1, color=GREY),
            names.mark_text(align="left", dx=10).encode(text="series:N", color=colour),
        )
