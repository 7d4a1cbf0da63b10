import numpy as np
import pandas as pd
import pytest

from plgkit.cases.catalogue import load
from plgkit.cases.filings import COSTS, LINES, identity, statements


@pytest.fixture(scope="module")
def wide():
    return statements().set_index(["company", "fiscal_year"])


def test_one_row_for_each_company_and_year(wide):
    assert len(wide) == 56
    assert not wide.index.has_duplicates
    assert set(wide.index.get_level_values("company")) == set(load("public_listings")["company"])


def test_the_lines_are_those_of_the_filings(wide):
    told = load("public_companies").set_index(["company", "fiscal_year", "line"])["usd_millions"]
    kept = told[told.index.get_level_values("line").isin(LINES)]
    assert wide[list(LINES)].stack().dropna().to_dict() == kept.to_dict()


def test_all_statements_close_but_four(wide):
    assert wide["closes"].sum() == 52
    assert set(wide.index[~wide["closes"]]) == {
        ("HubSpot", "FY2012"),
        ("Shopify", "FY2020"),
        ("Tesla", "FY2018"),
        ("Tesla", "FY2019"),
    }


def test_what_the_four_leave_over(wide):
    left = identity(wide)
    assert np.isnan(left["HubSpot", "FY2012"])
    assert np.isnan(wide.loc[("HubSpot", "FY2012"), "operating_income"])
    assert left["Shopify", "FY2020"] == pytest.approx(51.849, abs=1e-6)
    assert left["Tesla", "FY2018"] == pytest.approx(135.233, abs=1e-6)
    assert left["Tesla", "FY2019"] == pytest.approx(149, abs=1e-6)
    # The filers' own totals hold the same further line.
    told = load("public_companies").pivot(index=["company", "fiscal_year"], columns="line", values="usd_millions")
    further = told["operating_expenses_total"] - told[list(COSTS[1:])].sum(axis=1)
    for row in [("Shopify", "FY2020"), ("Tesla", "FY2018"), ("Tesla", "FY2019")]:
        assert further[row] == pytest.approx(left[row], abs=1e-6)
    # And no other does.
    assert further.abs().gt(0.0005).sum() == 3


def test_the_case_names_the_four():
    notes = " ".join(load("public_companies").attrs["notes"])
    for words in ["52 of the 56", "HubSpot FY2012", "Shopify FY2020", "Tesla FY2018 and FY2019"]:
        assert words in notes


def test_impairment_is_what_closes_dropbox_2020(wide):
    row = wide.loc[[("Dropbox", "FY2020")]]
    assert row["asset_impairment_charges"].item() == 398.2
    assert identity(row).item() == pytest.approx(0, abs=1e-6)
    assert identity(row.assign(asset_impairment_charges=np.nan)).item() == pytest.approx(398.2)


def test_stock_compensation_is_not_a_further_cost(wide):
    assert identity(wide.assign(share_based_compensation=1e6)).equals(identity(wide))


@pytest.mark.parametrize(
    ("company", "year", "selling", "research"),
    [
        ("Zoom", "FY2019", 185.8, 33.0),
        ("Slack", "FY2019", 233.2, 157.5),
        ("HubSpot", "FY2014", 78.8, 25.6),
        ("Zendesk", "FY2014", 77.9, 36.4),
        ("DocuSign", "FY2018", 277.9, 92.4),
        ("Shopify", "FY2014", 45.9, 25.9),
        ("Dropbox", "FY2017", 314.0, 380.3),
    ],
)
def test_selling_and_research_around_the_listing(wide, company, year, selling, research):
    row = wide.loc[(company, year)]
    assert row["sales_and_marketing"] == pytest.approx(selling, abs=0.051)
    assert row["research_and_development"] == pytest.approx(research, abs=0.051)
    assert row["selling_per_research"] == pytest.approx(selling / research, rel=0.002)
    assert (row["selling_per_research"] < 1) == (company == "Dropbox")


def test_zoom_in_the_year_before_its_listing(wide):
    row = wide.loc[("Zoom", "FY2019")]
    assert row["at_listing"]
    assert row["selling_per_research"] == pytest.approx(5.6, abs=0.05)
    assert row["sales_and_marketing_share"] == pytest.approx(185.821 / 330.517)
    assert row["research_and_development_share"] == pytest.approx(33.014 / 330.517)
    assert row["general_and_administrative_share"] == pytest.approx(44.514 / 330.517)
    assert row["gross_margin"] == pytest.approx(269.516 / 330.517)
    assert row["growth"] == pytest.approx(330.517 / 151.478 - 1)
    assert row["stock_compensation_share"] == pytest.approx(8.941 / 330.517)


def test_the_year_before_each_listing(wide):
    found = wide.index[wide["at_listing"]]
    assert dict(found) == {
        "DocuSign": "FY2018",
        "Dropbox": "FY2017",
        "HubSpot": "FY2013",
        "Shopify": "FY2014",
        "Slack": "FY2019",
        "Tesla": "FY2009",
        "Zendesk": "FY2013",
        "Zoom": "FY2019",
    }
    assert len(found) == 8


def test_no_year_is_missing_between_the_last_before_the_listing_and_the_listing(wide):
    last = wide[wide["at_listing"]]
    wait = last["listed"] - last["period_end"]
    assert wait.between(pd.Timedelta(days=1), pd.Timedelta(days=366)).all()


def test_what_looks_back_looks_back_one_year(wide):
    gaps = wide.groupby("company")["period_end"].diff()
    assert gaps.dropna().dt.days.isin([365, 366]).all()
    first = gaps.isna()
    assert first.sum() == 8
    assert wide.loc[first, ["growth", "growth_per_selling"]].isna().all(axis=None)
    assert wide.loc[~first, "growth"].notna().all()


def test_growth_per_dollar_of_last_years_selling(wide):
    assert wide.loc[("Zoom", "FY2020"), "growth_per_selling"] == pytest.approx(292.141 / 185.821)
    assert wide.loc[("Zoom", "FY2020"), "growth_per_selling"] == pytest.approx(1.57, abs=0.005)


def test_tesla_has_no_selling_of_its_own(wide):
    tesla = wide.loc["Tesla"]
    missing = [
        "sales_and_marketing",
        "sales_and_marketing_share",
        "selling_per_research",
        "growth_per_selling",
    ]
    assert tesla[missing].isna().all(axis=None)
    assert tesla["selling_general_and_administrative_share"].notna().all()
    assert wide.drop("Tesla")["selling_general_and_administrative"].isna().all()
    assert wide.drop("Tesla")["selling_per_research"].notna().all()


@pytest.mark.parametrize(
    ("company", "year", "before", "research", "stock_share"),
    [
        ("Slack", "FY2020", 157.538, 457.364, 0.677),
        ("Dropbox", "FY2018", 380.3, 768.2, 0.467),
        ("DocuSign", "FY2019", 92.428, 185.968, 0.586),
    ],
)
def test_a_one_off_at_the_listing_swells_research(wide, company, year, before, research, stock_share):
    rows = wide.loc[company]
    at = list(rows.index).index(year)
    last, this, following = rows.iloc[at - 1], rows.iloc[at], rows.iloc[at + 1]
    assert last["at_listing"]
    assert last["research_and_development"] == before
    assert this["research_and_development"] == research
    assert this["stock_compensation_share"] == pytest.approx(stock_share, abs=0.0005)
    # It is stock compensation, and it goes again.
    assert this["stock_compensation_share"] > 2.5 * last["stock_compensation_share"]
    assert this["stock_compensation_share"] > 2.5 * following["stock_compensation_share"]
    assert this["research_and_development"] > following["research_and_development"]


def test_numbers_have_units():
    wide = statements()
    units = wide.attrs["units"]
    assert set(units) == set(wide.select_dtypes("number"))
    assert units["revenue"] == "USD million"
    assert units["selling_per_research"] == units["growth_per_selling"] == "dollars per dollar"
    assert units["gross_margin"] == units["stock_compensation_share"] == "share of revenue"
