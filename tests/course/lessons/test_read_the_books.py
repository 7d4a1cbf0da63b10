import math
import re
from functools import cache

import pytest

from plgkit.cases.filings import statements
from plgkit.charts import theme, vegalite
from plgkit.course import questions, settings
from plgkit.course.lessons.read_the_books.exercises import ONE_OFFS, PAGE, at_listing, books, one_page
from plgkit.course.lessons.read_the_books.figures import Books, listing_chart
from plgkit.course.lessons.read_the_books.lesson import LESSON
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.models import words
from plgkit.models.books import SHARE, UNITS
from plgkit.support.errors import Refused
from tests.course.lessons.reading import text_of

ROWS = statements().set_index(["company", "fiscal_year"])
ZOOM, NEXT = ROWS.loc[("Zoom", "FY2019")], ROWS.loc[("Zoom", "FY2020")]
SLACK, BEFORE = ROWS.loc[("Slack", "FY2020")], ROWS.loc[("Slack", "FY2019")]
NUMBERS = [question for question in LESSON.exercises if isinstance(question, questions.Number)]


@cache
def teams():
    return [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(200)]


TEXT = text_of(LESSON)


def millions(value):
    return f"{value:,.0f}"


added = NEXT.revenue - ZOOM.revenue
more_selling = [row.company for row in at_listing().itertuples() if row.selling_per_research > 1]
PROVEN = [
    f"spent {millions(ZOOM.sales_and_marketing)} million dollars on sales and marketing and "
    f"{millions(ZOOM.research_and_development)} million on research and development, out of "
    f"{millions(ZOOM.revenue)} million of revenue",
    f"went from {millions(BEFORE.research_and_development)} to {millions(SLACK.research_and_development)} million",
    f"In that year {millions(SLACK.share_based_compensation)} million dollars of Slack's costs were paid in shares, "
    f"after {millions(BEFORE.share_based_compensation)} million the year before",
    f"revenue grew by {millions(added)} million dollars after a year with {millions(ZOOM.sales_and_marketing)} "
    f"million of sales and marketing: {words.number(NEXT.growth_per_selling)} for each dollar",
    f"It will bring {words.number(NEXT.growth_per_selling)}.",
    f"{words.number(NEXT.growth_per_selling)} is the average of all dollars spent",
    f"In FY2020 each dollar of the year before's selling stood beside {words.number(NEXT.growth_per_selling)} added "
    f"dollars of revenue, and the margin on them paid the selling back in "
    f"{12 / (NEXT.growth_per_selling * NEXT.gross_margin):.1f} months",
    f"{words.small(len(more_selling))} of the {words.small(len(at_listing()))} companies that report both lines spent "
    "more on selling than on research",
    f"Move it from {words.percent(UnitEconomics().churn)} to "
    f"{words.percent(UnitEconomics.presets['aha']['churn'])} a month",
    f"At {words.percent(UnitEconomics.presets['aha']['churn'])} the money never comes back",
    f"with churn at {words.percent(UnitEconomics.presets['false']['churn'])} and a low cost to win",
    f"the books of {words.small(books()['company'].nunique())} companies",
    f"Lesson {LESSON.number}",
    "It is March 2019. Zoom is about to list its shares",
    "Lesson 1 is about them",
]


@pytest.mark.parametrize("statement", PROVEN)
def test_what_the_lesson_says_is_what_the_filings_say(statement):
    assert statement in TEXT


def test_every_number_in_the_text_is_among_the_proven():
    number = re.compile(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d")
    assert set(number.findall(TEXT)) <= set(number.findall("\n".join(PROVEN)))


def test_zoom_listed_within_a_month_of_the_scene():
    assert str(ZOOM.listed.date()) == "2019-04-18"
    assert ZOOM.at_listing


def test_the_prediction_is_the_ratio_in_the_filing():
    (prediction,) = LESSON.predictions
    assert prediction.answer(teams()[0]) == pytest.approx(5.6, abs=0.05)
    assert "Of the seven companies that report both lines, six spent more" in prediction.solution(teams()[0])


def test_more_than_half_of_zooms_revenue_went_into_selling():
    assert words.percent(ZOOM.sales_and_marketing_share, 2) == "56%"


def test_at_8_percent_churn_the_money_never_comes_back():
    assert UnitEconomics(churn=0.08).run().numbers["payback_months_with_churn"] == float("inf")


def test_where_the_claim_is_false_selling_pays_back_within_months_and_then_for_years():
    false = UnitEconomics(**UnitEconomics.presets["false"]).run().numbers
    assert false["payback_months_with_churn"] < 12
    assert false["ltv_to_cac"] > 10


def test_the_pandemic_year_bought_more_growth_than_the_two_before():
    bought = ROWS.loc["Zoom"]["growth_per_selling"]
    assert bought["FY2021"] > 2 * bought[["FY2019", "FY2020"]].max()


@pytest.mark.parametrize("number", range(0, 200, 10), ids=lambda number: f"Team {number}")
@pytest.mark.parametrize("question", LESSON.exercises, ids=lambda question: question.name)
def test_each_question_names_what_it_is_about(question, number):
    setting = teams()[number]
    own = setting.own
    company = own.company if question.name == "one_off" else own.years.now.company
    assert company in questions.resolve(question.ask, setting)


def test_teams_get_different_companies():
    assert len({(setting.own.years.now.company, setting.own.years.now.fiscal_year) for setting in teams()}) > 20
    assert {setting.own.company for setting in teams()} == set(ONE_OFFS)
    assert "Zoom" not in {setting.own.years.now.company for setting in teams()}


def test_two_years_that_are_compared_follow_each_other():
    for setting in teams():
        before, now = setting.own.years
        assert before.company == now.company
        assert int(now.fiscal_year[2:]) == int(before.fiscal_year[2:]) + 1


def test_the_rounded_lines_in_the_question_lead_to_the_answer():
    growth, payback = NUMBERS
    for setting in teams():
        lines = re.findall(r"[\d,.]+\d", questions.resolve(growth.ask, setting).split("revenue rose", 1)[1])
        before, now, sold_before, sold_now, *_ = (float(line.replace(",", "")) for line in lines if "FY" not in line)
        kept = float(re.search(r"kept ([\d.]+) cents", questions.resolve(payback.ask, setting))[1]) / 100
        bought = (now - before) / sold_before
        assert questions.judge(growth, bought, setting)["correct"]
        assert questions.judge(growth, round(bought, 2), setting)["correct"]
        assert questions.judge(growth, (now - before) / sold_now, setting)["misconception"] == "same-year"
        assert questions.judge(growth, now / sold_before, setting)["misconception"] == "all-revenue"
        assert questions.judge(growth, 1 / bought, setting)["misconception"] == "upside-down"
        assert questions.judge(payback, 12 / (bought * kept), setting)["correct"]
        assert questions.judge(payback, round(12 / (bought * kept), 1), setting)["correct"]


def test_the_year_of_the_one_off_stands_out_and_does_not_come_back():
    question = LESSON.question_named("one_off")
    for setting in teams():
        shares = [year.stock_compensation_share for year in setting.own.one_off]
        right = question.answer(setting)
        others = shares[:right] + shares[right + 1 :]
        assert shares[right] > 2 * max(others)
        assert right < len(shares) - 1
        options = question.payload(setting)["options"]
        assert len(set(options)) == len(options) == 4
        assert options[right] == setting.own.one_off[right].fiscal_year


def test_the_one_off_is_the_year_of_the_listing():
    for setting in teams():
        year = setting.own.one_off[LESSON.question_named("one_off").answer(setting)]
        assert year.period_end.replace(year=year.period_end.year - 1) < year.listed <= year.period_end


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
