"""A real cohort's renewals beside two projections of them."""

from typing import ClassVar

import numpy as np
import pandas as pd

from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, GREY, INK, ORANGE
from plgkit.course.lessons.leaky_bucket.exercises import YEARS, Cohort, Projection, remaining
from plgkit.ideas.documents import D1
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import words
from plgkit.models.layout import label_places

FITTED, CONSTANT = "churn differs", "one churn for all"
KNOWN, LATER = "known", "what happened"


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

    def run(self) -> Outcome:
        projection = Projection(self.cohort, self.known, self.until)
        years = np.arange(YEARS + 1)
        curve = 100 * projection.fit.survival(years)
        constant = 100 * (projection.last / 100) ** (years / self.known)
        truth = np.array(remaining(self.cohort))
        lines = np.array([curve, constant, truth])
        columns = {
            "year": np.concatenate([np.tile(years, 3), np.full(3, YEARS), [self.until]]),
            "remaining": np.concatenate([curve, constant, truth, label_places(lines[:, -1].tolist(), 6.5), [100]]),
            "series": [FITTED] * 13
            + [CONSTANT] * 13
            + [KNOWN if year <= self.known else LATER for year in years]
            + [FITTED, CONSTANT, LATER, ""],
            "mark": ["line"] * 26 + ["point"] * 13 + ["name"] * 3 + ["until"],
        }
        shares = lines[:, self.until] / 100
        numbers = dict(zip(self.headline, shares.tolist(), strict=True))
        return Outcome(pd.DataFrame(columns), numbers, self._sentence(projection, numbers))

    def _sentence(self, projection: Projection, numbers: dict[str, float]) -> str:
        first, last = (words.percent(projection.renewal(year)) for year in (1, self.known))
        curve, constant, truth = (words.percent(numbers[name]) for name in self.headline)
        return (
            f'From the first {self.known} years of the cohort "{self.cohort}": with one churn for all, {constant} '
            f"would remain after {self.until} years; with a curve that lets churn differ, {curve}. {truth} really "
            f"remained. {first} renewed in the first year, and {last} of those still there in year {self.known}."
        )

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
