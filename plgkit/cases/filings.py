"""What the lesson on the books reads from the statements of listed companies."""

import pandas as pd

from plgkit.cases.catalogue import load

FUNCTIONS = (
    "sales_and_marketing",
    "research_and_development",
    "general_and_administrative",
    "selling_general_and_administrative",
)
COSTS = ("cost_of_revenue", *FUNCTIONS, "asset_impairment_charges")
LINES = ("revenue", *COSTS, "operating_income", "share_based_compensation")

# Half of the smallest amount reported, a thousand dollars: filers round so that their statement adds up.
ROUNDING = 0.0005


def statements() -> pd.DataFrame:
    """The statements of the case `public_companies`, one row per company and fiscal year.

    Returns
    -------
    DataFrame
        company, fiscal_year, period_end: fiscal_year is the company's own count, "FY2019".
        listed: the first day on which its shares traded (case `public_listings`).
        at_listing: True for the last fiscal year that closed before that day.
        revenue, cost_of_revenue, sales_and_marketing, research_and_development,
        general_and_administrative, selling_general_and_administrative, asset_impairment_charges,
        operating_income, share_based_compensation: USD million, NaN where not reported. Tesla reports
            selling, general and administrative as one line and has no sales_and_marketing.
        growth: revenue over that of the year before, less 1 (share of last year's revenue).
        gross_margin: 1 - cost_of_revenue / revenue (share of revenue).
        sales_and_marketing_share, research_and_development_share, general_and_administrative_share,
        selling_general_and_administrative_share: the line over revenue (share of revenue).
        stock_compensation_share: share_based_compensation / revenue (share of revenue). It is part of the
            costs above; a leap of it in one year makes that year's costs a poor guide to the next.
        selling_per_research: sales_and_marketing / research_and_development (dollars per dollar).
        growth_per_selling: revenue added since the year before, over the sales and marketing of the year
            before (dollars per dollar). Not proof that the selling brought the revenue.
        closes: whether revenue less costs is operating income; see `identity`.

        What looks back is NaN in a company's first year. `.attrs["units"]` names the unit of each number.

    Raises
    ------
    Refused
        A file of these two cases is missing or not the one that plgkit ships.

    Examples
    --------
    >>> wide = statements().set_index(["company", "fiscal_year"])
    >>> zoom = wide.loc[("Zoom", "FY2019")]
    >>> print(zoom.sales_and_marketing, zoom.research_and_development, round(zoom.selling_per_research, 1))
    185.821 33.014 5.6
    """
    wide = load("public_companies").pivot(
        index=["company", "period_end", "fiscal_year"], columns="line", values="usd_millions"
    )
    wide = wide[list(LINES)].rename_axis(columns=None).reset_index()
    wide["listed"] = wide["company"].map(load("public_listings").set_index("company")["listed"])
    wide["at_listing"] = _last_before_listing(wide)

    before = wide.groupby("company")[["revenue", "sales_and_marketing"]].shift()
    wide["growth"] = wide["revenue"] / before["revenue"] - 1
    wide["gross_margin"] = 1 - wide["cost_of_revenue"] / wide["revenue"]
    for line in FUNCTIONS:
        wide[f"{line}_share"] = wide[line] / wide["revenue"]
    wide["stock_compensation_share"] = wide["share_based_compensation"] / wide["revenue"]
    wide["selling_per_research"] = wide["sales_and_marketing"] / wide["research_and_development"]
    wide["growth_per_selling"] = (wide["revenue"] - before["revenue"]) / before["sales_and_marketing"]
    wide["closes"] = identity(wide).abs() <= ROUNDING

    wide = wide[["company", "fiscal_year", *wide.columns.drop(["company", "fiscal_year"])]]
    wide.attrs = {"units": {column: unit for column in wide if (unit := _unit(column))}}
    return wide


def identity(statements: pd.DataFrame) -> pd.Series:
    """What revenue less costs leaves beyond operating income, row by row.

        revenue - cost_of_revenue - sales_and_marketing - research_and_development
        - general_and_administrative (or selling_general_and_administrative) - asset_impairment_charges
        - operating_income

    Parameters
    ----------
    statements : DataFrame
        As `statements()` gives them.

    Returns
    -------
    Series
        USD million: 0 where the statement closes; above 0 where it holds a cost that is not among these lines; NaN
        where no operating income is reported, so that there is nothing to check. A cost not reported counts as 0.

    Examples
    --------
    >>> wide = statements().set_index(["company", "fiscal_year"])
    >>> identity(wide).loc[[("Zoom", "FY2019"), ("Tesla", "FY2019")]].abs().round(3).to_list()
    [0.0, 149.0]
    """
    return statements["revenue"] - statements[list(COSTS)].sum(axis=1) - statements["operating_income"]


def _last_before_listing(wide: pd.DataFrame) -> pd.Series:
    closed = wide["period_end"].where(wide["period_end"] < wide["listed"])
    return wide["period_end"] == closed.groupby(wide["company"]).transform("max")


def _unit(column: str) -> str:
    if column in LINES:
        return "USD million"
    if column in ("selling_per_research", "growth_per_selling"):
        return "dollars per dollar"
    if column == "growth":
        return "share of last year's revenue"
    return "share of revenue" if column == "gross_margin" or column.endswith("_share") else ""
