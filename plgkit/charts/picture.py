"""A picture: an Altair chart in the course's type, with its description and its table, drawn without the internet.

The one place for importing Altair.
"""

from dataclasses import dataclass, replace
from typing import Any

from plgkit.charts.theme import CONFIG, HEIGHT, WIDTH
from plgkit.charts.vegalite import bundle
from plgkit.support.imports import without_iri_grammar

with without_iri_grammar():
    import altair as alt

__all__ = ["Picture", "Table", "alt", "dress"]


@dataclass(frozen=True)
class Table:
    """What a picture draws, as a table for those who cannot see it or want the numbers.

    Attributes
    ----------
    headings : dict of str
        The columns of its rows that are shown, by name; a row that lacks one of them is not shown. "{money}" in a
        heading stands for what amounts are counted in.
    marks : tuple of str
        The values of the column `mark` whose rows are shown, by default all: rows that only give a label its place
        are none of a reader's business.
    """

    headings: dict[str, str]
    marks: tuple[str, ...] = ()

    def counted_in(self, unit: str) -> "Table":
        """The same table with its amounts in a unit of money.

        Examples
        --------
        >>> Table({"value": "value today ({money})"}).counted_in("$k").headings
        {'value': 'value today ($k)'}
        """
        return replace(self, headings={name: text.replace("{money}", unit) for name, text in self.headings.items()})


class Picture(alt.LayerChart):
    """A chart that shows itself in a notebook without the internet; in all else a `LayerChart` of Altair's."""

    def _repr_mimebundle_(self, *_: Any, **__: Any) -> dict:  # type: ignore[override]
        spec = self.to_dict()
        return bundle(spec, spec.get("description", ""))


def dress(chart: alt.LayerChart, description: str, table: Table | None = None) -> Picture:
    """`chart` in the course's type, with a description for those who cannot see it, and a table beside it.

    Parameters
    ----------
    chart : altair.LayerChart
        It is left as it is; what it says of its configuration goes before the course's.
    description : str
        What it shows, in words.
    table : Table, optional
        Which of its rows stand beside it.

    Returns
    -------
    Picture
        The chart at the course's size.

    Examples
    --------
    >>> bars = alt.layer(alt.Chart(alt.InlineData([{"x": 1}])).mark_bar().encode(x="x:Q"))
    >>> dress(bars, "One bar.").to_dict()["description"]
    'One bar.'
    """
    own = {} if chart.config is alt.Undefined else chart.config.to_dict()
    chart = chart.properties(width=WIDTH, height=HEIGHT, description=description).configure(**(CONFIG | own))
    if table is not None:
        # As pairs: a notebook's file would not keep the order of the names.
        chart = chart.properties(usermeta={"table": {"headings": [*table.headings.items()], "marks": table.marks}})
    # Made anew, its layers would be combined a second time; and setting an attribute of a chart sets its property.
    object.__setattr__(chart, "__class__", Picture)
    return chart  # type: ignore[return-value]
