"""A team's own numbers: two years of one listed company, and the year of a one-off in another."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from types import SimpleNamespace
from typing import Any, Literal, NamedTuple, get_args

import pandas as pd

from plgkit.cases.filings import statements
from plgkit.course.questions.distinct import are_apart
from plgkit.models import words
from plgkit.support.errors import unknown

Company = Literal["Zoom", "Slack", "Dropbox", "DocuSign", "HubSpot", "Zendesk", "Shopify", "Tesla"]
PAGE = {
    "revenue": "Revenue",
    "cost_of_revenue": "Cost of serving the customers",
    "sales_and_marketing": "Sales and marketing",
    "research_and_development": "Research and development",
    "general_and_administrative": "General and administrative",
    "selling_general_and_administrative": "Selling, general and administrative",
    "operating_income": "Operating income",
}
EXAMPLE = "Zoom"
ONE_OFFS = ("Slack", "Dropbox", "DocuSign")


def vary(generator, setting) -> SimpleNamespace:
    """One company's two years for the calculations, another company for the one-off."""
    pairs = [pair for pair in _pairs() if are_apart([pair.bought, *pair.slips.values()])]
    company = ONE_OFFS[generator.integers(len(ONE_OFFS))]
    years = books()[books()["company"] == company].dropna(subset="stock_compensation_share")
    chosen = pairs[generator.integers(len(pairs))]
    return SimpleNamespace(years=chosen, company=company, one_off=list(years.tail(4).itertuples()))


@cache
def books() -> pd.DataFrame:
    """The statements, read once."""
    return statements()


def at_listing() -> pd.DataFrame:
    """The companies' last full year before their listing, most selling for each dollar of research first.

    Tesla is left out: it does not report selling apart from administration.
    """
    rows = books()[books()["at_listing"]].dropna(subset="selling_per_research")
    return rows.sort_values("selling_per_research", ascending=False)


def one_page(company: Company = "Zoom") -> pd.DataFrame:
    """A profit and loss account on one page: a company's last full year before listing, and room for yours.

    Parameters
    ----------
    company : str, default "Zoom"
        One of the eight companies of the case `public_companies`.

    Returns
    -------
    DataFrame
        A row for each line that the company reports, six or less, with the columns `line`; `USD million`,
        the amount; `share of revenue`, in words; and `yours`, left empty.

    Raises
    ------
    Refused
        A company that is not on file; the nearest name is given.

    Examples
    --------
    >>> one_page("Zoom").loc[2, ["line", "share of revenue", "yours"]].tolist()
    ['Sales and marketing', '56.2%', '']
    """
    if company not in get_args(Company):
        raise unknown("company", str(company), get_args(Company))
    rows = books()[books()["company"] == company]
    year = rows[rows["at_listing"]].iloc[0]
    reported = {label: year[name] for name, label in PAGE.items() if pd.notna(year[name])}
    lines = [(label, amount, words.percent(amount / year["revenue"])) for label, amount in reported.items()]
    return pd.DataFrame(lines, columns=["line", "USD million", "share of revenue"]).assign(yours="")


class Years(NamedTuple):
    """A company's year, and the year before."""

    before: Any
    now: Any

    @property
    def added(self) -> float:
        return self.now.revenue - self.before.revenue

    @property
    def bought(self) -> float:
        """Revenue added for each dollar of the year before's sales and marketing."""
        return self.now.growth_per_selling

    @property
    def payback(self) -> float:
        """Months in which the gross margin of the added revenue pays that selling back."""
        return 12 / (self.bought * self.now.gross_margin)

    @property
    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead of `bought`."""
        return {
            "same-year": self.added / self.now.sales_and_marketing,
            "all-revenue": self.now.revenue / self.before.sales_and_marketing,
            "upside-down": 1 / self.bought,
        }


def _pairs() -> Iterator[Years]:
    rows = list(books().itertuples())
    for before, now in pairwise(rows):
        if before.company == now.company != EXAMPLE and now.growth_per_selling > 0:
            yield Years(before, now)


def ratio(company: str) -> float:
    return float(at_listing().set_index("company").loc[company, "selling_per_research"])
