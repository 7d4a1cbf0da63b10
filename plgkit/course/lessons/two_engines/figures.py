"""Three companies in one market, month by month: one buys its growth, one earns it, one does both."""

import pandas as pd

from plgkit.charts.picture import Table, alt, dress
from plgkit.charts.theme import BLUE, GREEN, GREY, INK, ORANGE
from plgkit.course.lessons.two_engines.exercises import EARLY, LATE, PRESETS, bought, companies, described, race
from plgkit.ideas.two_engines import TwoEngines
from plgkit.models import words
from plgkit.models.layout import label_places
from plgkit.models.two_engines import filled

GAP = 0.15
"""Between two labels at the ends of lines, as a share of the picture's height."""


def race_chart(idea: TwoEngines) -> alt.LayerChart:
    """The three companies month by month, and who is ahead early and late."""
    ends = race(idea)
    most = max(max(pair) for pair in ends.values())
    places = label_places([late for _, late in ends.values()], GAP * most)
    rows = []
    for company, engine in companies(idea).items():
        shares = filled([bought(engine) / engine.market] * LATE, engine.word_of_mouth, engine.churn)
        rows += [{"month": m, "customers": f * engine.market, "company": company} for m, f in enumerate(shares)]
    for (company, (_, late)), place in zip(ends.items(), places, strict=True):
        rows.append({"month": LATE, "company": company, "at": place, "label": f"{company}\n{words.number(late)}"})
    ranked = sorted(ends, key=lambda company: -ends[company][0])
    early = [f"{company} {words.number(ends[company][0])}" for company in ranked]
    # The list of month 12 stands where the lines are not, above or below them, and its rule does not cross it.
    low = max(first for first, _ in ends.values()) < 0.6 * most
    steps = [1.02, 0.94, 0.86, 0.78] if low else [0.27, 0.19, 0.11, 0.03]
    for step, line, company in zip(steps, [f"month {EARLY}", *early], [None, *ranked], strict=True):
        rows.append({"month": 0 if low else EARLY, "company": company, "listed": step * most, "label": line})
    begin, end = (0, 0.72) if low else (0.32, 1.02)
    rows.append({"month": EARLY, "begin": begin * most, "end": end * most})
    columns = ["month", "customers", "company", "at", "listed", "label", "begin", "end"]
    table = Table({"month": "month", "company": "company", "customers": "customers"})
    return dress(_lines(pd.DataFrame(rows, columns=columns)), described(idea), table)


def _lines(frame: pd.DataFrame) -> alt.LayerChart:
    order = list(PRESETS)
    base = alt.Chart(frame)
    colour = alt.Color("company:N", legend=None).scale(domain=order, range=[ORANGE, BLUE, GREEN])
    dash = alt.StrokeDash("company:N", legend=None).scale(domain=order, range=[[3, 3], [1, 0], [8, 4]])
    x = alt.X("month:Q", title="months").scale(domain=[0, LATE], nice=False).axis(values=list(range(0, LATE + 1, 6)))
    lines = base.transform_filter("isValid(datum.customers)").encode(x=x, y=alt.Y("customers:Q", title="customers"))
    listed = base.transform_filter("isValid(datum.listed)").encode(x=x, y="listed:Q", text="label:N")
    ends = base.transform_filter("isValid(datum.at)").encode(x=x, y="at:Q", text="label:N")
    place = {"align": "left", "dx": 8, "baseline": "middle"}
    return alt.layer(
        base.transform_filter("isValid(datum.end)")
        .mark_rule(color=GREY, strokeDash=[4, 4])
        .encode(x=x, y="begin:Q", y2="end:Q"),
        lines.mark_line().encode(color=colour, strokeDash=dash),
        lines.transform_filter(f"datum.month === {EARLY} || datum.month === {LATE}")
        .mark_point(filled=True, size=55, opacity=1)
        .encode(color=colour),
        listed.transform_filter("!isValid(datum.company)").mark_text(color=INK, fontWeight="bold", **place),
        listed.transform_filter("isValid(datum.company)").mark_text(**place).encode(color=colour),
        ends.mark_text(align="left", baseline="middle", dx=8, lineBreak="\n").encode(color=colour),
    )
