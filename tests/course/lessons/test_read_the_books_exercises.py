import math

import pytest

from plgkit.cases.filings import statements
from plgkit.charts import theme, vegalite
from plgkit.course.lessons.read_the_books.exercises import PAGE, at_listing, books, one_page
from plgkit.course.lessons.read_the_books.figures import SHARE, UNITS, Books, listing_chart
from plgkit.support.errors import Refused

COMPANIES = Books.assumptions()["company"].positions()
MEASURES = Books.assumptions()["measure"].positions()


def test_every_company_on_file_can_be_chosen():
    assert sorted(COMPANIES) == sorted(statements()["company"].unique())


@pytest.mark.parametrize("company", COMPANIES)
@pytest.mark.parametrize("measure", MEASURES)
def test_what_is_drawn_is_what_was_filed(company, measure):
    outcome = Books(company=company, measure=measure).run()
    filed = statements().query("company == @company").set_index("fiscal_year")
    drawn = outcome.frame.dropna(subset="value")
    lines = {"selling": "sales_and_marketing", "research": "research_and_development"}
    for label, line in lines.items():
        for row in drawn[drawn["line"] == label].itertuples():
            year = filed.loc[f"FY{row.year:.0f}"]
            expected = 100 * year[line] / year["revenue"] if measure == SHARE else year[line]
            assert row.value == pytest.approx(expected)
    assert len(drawn[drawn["line"] == "research"]) == filed["research_and_development"].notna().sum()


@pytest.mark.parametrize("measure", MEASURES)
def test_the_picture_says_in_which_unit_it_is_drawn(measure):
    frame = Books(measure=measure).run().frame
    assert frame["unit"].dropna().tolist() == [UNITS[measure]]


@pytest.mark.parametrize("company", COMPANIES)
def test_each_line_that_is_drawn_to_the_end_has_its_label_there_and_none_touch(company):
    frame = Books(company=company).run().frame
    labels = frame.dropna(subset="label_at")
    last = frame["year"].max()
    ends = frame[(frame["year"] == last) & frame["value"].notna()]
    assert sorted(labels["line"]) == sorted(ends["line"])
    heights = labels["label_at"].sort_values()
    # 13 pixels of type in a picture of 300.
    assert (heights.diff().dropna() >= 13 / theme.HEIGHT * frame["value"].max()).all()


def test_a_line_that_is_not_reported_is_not_drawn_and_said_so():
    outcome = Books(company="Tesla").run()
    assert set(outcome.frame.dropna(subset="value")["line"]) == {"research", "paid in shares", "selling, admin."}
    assert "cannot be told apart" in outcome.sentence


def test_zoom_is_said_in_dollars():
    sentence = Books(company="Zoom").run().sentence
    assert "$186 million on sales and marketing and $33 million on research" in sentence


def test_the_companies_side_by_side_are_those_that_report_both_lines_highest_first():
    rows = at_listing()
    assert set(COMPANIES) - set(rows["company"]) == {"Tesla"}
    assert rows["selling_per_research"].is_monotonic_decreasing
    assert rows["at_listing"].all()


def test_the_chart_at_listing_marks_the_company_that_was_predicted():
    _, columns = vegalite.split(listing_chart("Zoom"))
    assert [c for c, chosen in zip(columns["company"], columns["chosen"], strict=True) if chosen] == ["Zoom"]
    assert columns["selling_per_research"][columns["company"].index("Zoom")] == pytest.approx(5.63, abs=0.005)


def test_what_the_chart_at_listing_says_of_itself_is_so():
    description = listing_chart("Zoom").to_dict()["description"]
    assert "all but one spent more on sales and marketing" in description
    assert (at_listing()["selling_per_research"] <= 1).sum() == 1


@pytest.mark.parametrize("company", COMPANIES)
def test_a_profit_and_loss_account_adds_up(company):
    page = one_page(company).set_index("line")
    amounts = page["USD million"]
    costs = amounts.drop([PAGE["revenue"], PAGE["operating_income"]]).sum()
    assert amounts[PAGE["revenue"]] - costs == pytest.approx(amounts[PAGE["operating_income"]], abs=0.01)


def test_a_company_that_is_not_on_file_is_refused_with_the_nearest():
    with pytest.raises(Refused, match="Zooom is not a company; the nearest is Zoom"):
        one_page("Zooom")


def test_a_profit_and_loss_account_has_room_for_yours():
    page = one_page()
    assert list(page) == ["line", "USD million", "share of revenue", "yours"]
    assert set(page["yours"]) == {""}
    assert page["share of revenue"][0] == "100%"
    assert not any(math.isnan(value) for value in page["USD million"])


def test_the_statements_are_read_once():
    assert books() is books()
