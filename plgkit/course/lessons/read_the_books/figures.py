"""What listed companies spent: one company year by year, and all of them at their listing."""

from functools import cache
from typing import Any, ClassVar, Literal

from plgkit.charts.labels import fitting, side_label
from plgkit.charts.picture import Table, alt, dress
from plgkit.charts.prediction import with_prediction
from plgkit.charts.theme import BLUE, GREEN, GREY, INK, ORANGE, PAPER
from plgkit.course.lessons.read_the_books.exercises import Company, at_listing, books
from plgkit.ideas.documents import D1, D4
from plgkit.ideas.idea import Idea, Outcome, assumption
from plgkit.models import books as model
from plgkit.models import words
from plgkit.models.books import LINES, SHARE

COLUMNS = (
    "sales_and_marketing",
    "research_and_development",
    "share_based_compensation",
    "selling_general_and_administrative",
)
"""The columns of the case, in the order of the model's lines."""
SELLING = "dollars of selling for each dollar of research"
MARGIN = 85
"""Pixels at the right of the lines for their names."""


class Books(Idea):
    """What one company spent on selling and on research, in every year on file.

    Not a model: the figures are those of the case `public_companies`, each with its filing. A line that a
    company does not report is not drawn. The outcome's frame has a row for each line and fiscal year, its
    `value` in percent of revenue or in USD million; its number `selling_per_research` is in dollars per dollar.

    Examples
    --------
    >>> print(Books(company="Zoom").run().sentence[:80])
    In FY2019, the last full year before its shares were listed, Zoom spent $186 mil
    """

    model: ClassVar = staticmethod(model.run)
    claim: ClassVar = "Product-led companies put their money into the product before they put it into selling."
    documents: ClassVar = (D1, D4)
    controls: ClassVar = ("company", "measure")
    table: ClassVar = Table({"year": "fiscal year", "line": "line", "value": "spent"})

    company: Company = assumption("Zoom", "Company")
    measure: Literal["share of revenue", "USD million"] = assumption(SHARE, "Shown as")

    def inputs(self) -> dict[str, Any]:
        return super().inputs() | {"years": years()}

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        names = list(LINES)
        colour = alt.Color("line:N", legend=None).scale(domain=names, range=[ORANGE, BLUE, GREY, GREEN])
        dash = alt.StrokeDash("line:N", legend=None).scale(domain=names, range=[[1, 0], [1, 0], [2, 3], [6, 3]])
        frame = alt.Chart(outcome.frame)
        x = alt.X("year:Q", title="fiscal year").scale(zero=False).axis(format="d", tickMinStep=1)
        y = alt.Y("value:Q", title=None).axis(format=",~f").scale(zero=True)
        lines = frame.transform_filter("isValid(datum.value)").encode(x=x, y=y)
        listed = frame.transform_filter("datum.listing").transform_aggregate(year="min(year)").encode(x=x)
        ends = frame.transform_filter("isValid(datum.label_at)").encode(x=x, y="label_at:Q", text="line:N")
        # The unit follows the second control: a row can say it, an axis cannot.
        unit = frame.transform_filter("isValid(datum.unit)").encode(text="unit:N", x=alt.value(-46), y=alt.value(-26))
        return alt.layer(
            unit.mark_text(align="left", color=INK, fontSize=12),
            listed.mark_rule(color=GREY, strokeDash=[4, 4]).encode(y=alt.value(0), y2=alt.value("height")),
            listed.transform_calculate(label="'last year before listing'")
            .mark_text(color=INK, dy=-8, **side_label("year", MARGIN, beside=5))
            .encode(text="label:N", y=alt.value(0)),
            lines.mark_line(point={"filled": True, "size": 45}).encode(color=colour, strokeDash=dash),
            ends.mark_text(align="left", dx=8).encode(color=colour),
        )


@cache
def years() -> list[list]:
    """The statements as the model takes them, one list for each company and year."""
    rows = books().astype(object).where(books().notna(), None).itertuples()
    return [
        [row.company, row.fiscal_year, row.at_listing, row.revenue, [getattr(row, line) for line in COLUMNS]]
        for row in rows
    ]


def listing_chart(prediction_about: str) -> alt.LayerChart:
    """Selling for each dollar of research at listing, company by company, with room for a prediction."""
    rows = at_listing()[["company", "fiscal_year", "selling_per_research"]]
    rows = rows.assign(chosen=rows["company"] == prediction_about)
    order = rows["company"].tolist()
    base = alt.Chart(rows).encode(
        y=alt.Y("company:N", sort=order, title=None).axis(domain=False, ticks=False, minExtent=70, maxExtent=70),
        x=alt.X("selling_per_research:Q", title=SELLING),
    )
    even = alt.Chart(rows).transform_filter(f"datum.company === '{order[-1]}'").encode(x=alt.datum(1))
    chart = alt.layer(
        base.mark_bar(height=24).encode(
            color=alt.condition("datum.chosen", alt.value(ORANGE), alt.value(BLUE)),
        ),
        base.mark_text(align="left", dx=fitting(6, 3), fontSize=fitting(13, 11), color=PAPER, fontWeight="bold").encode(
            x=alt.value(0), text=alt.Text("selling_per_research:Q", format=".2f")
        ),
        even.mark_rule(color=INK, strokeDash=[2, 3]),
        even.mark_text(align="left", dx=5, dy=-6, color=INK)
        .transform_calculate(label="'as much on research'")
        .encode(text="label:N", y=alt.value("height")),
    )
    described = (
        f"Bars for {words.listing(order)}: in the last full year before listing all but one spent more on sales "
        "and marketing than on research."
    )
    table = Table({"company": "company", "fiscal_year": "year before listing", "selling_per_research": SELLING})
    return dress(with_prediction(chart, "x"), described, table)
