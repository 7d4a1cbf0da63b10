import math
import re

import pytest

from plgkit.cases.catalogue import load
from plgkit.cases.filings import statements
from plgkit.course import questions, settings
from plgkit.course.lessons.two_engines.exercises import spend_needed
from plgkit.course.lessons.two_engines.figures import race_chart
from plgkit.course.lessons.two_engines.lesson import LESSON
from plgkit.ideas.two_engines import TwoEngines
from plgkit.models import words
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS
from tests.course.lessons.reading import markdown

PRESETS = TwoEngines.presets
SETTINGS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(30)]
HOPELESS = [{"reach": 0.0}, {"reach": 100_000.0}, {"market": 1000.0}, {"saturation": 1000.0}, {"saturation": 1e7}]


def question(name):
    return LESSON.question_named(name)


def bought(spend, reach=1000, saturation=50_000):
    """Customers bought a month, by the formula in the idea's docstring."""
    return reach * (1 - math.exp(-spend / saturation))


def customers(months, p, word_of_mouth, churn, market=100_000):
    """The model of the docstring once more, month by month."""
    f = 0.0
    for _ in range(months):
        f += min(1, p / market + word_of_mouth * (1 - churn) * f) * (1 - f) - churn * f
    return f * market


def company(preset):
    values = PRESETS[preset]
    return [customers(months, bought(values["spend"]), values["word_of_mouth"], values["churn"]) for months in (12, 36)]


def judged(name, value, setting):
    return questions.judge(question(name), value, setting)


def test_marketing_leads_early_and_the_product_late():
    marketing, product, blend = map(company, ("marketing_led", "product_led", "blend"))
    assert marketing[0] > product[0] and product[1] > marketing[1]
    (prediction,) = LESSON.predictions
    right = prediction.in_words(prediction.answer(SETTINGS[0]), SETTINGS[0])
    assert right == "Loudwater at month 12, Stillwater at month 36."
    told = prediction.solution(SETTINGS[0])
    for number in (*marketing, *product, *blend):
        assert words.number(number) in told
    assert "ahead of both at both dates" in told
    assert blend[0] > marketing[0] and blend[1] > product[1]


def test_each_wrong_prediction_is_told_its_misconception():
    behind = [judged("who_leads", option, SETTINGS[0])["misconception"] for option in range(4)]
    assert behind == ["speed-lasts", None, "product-at-once", "product-first"]


def test_the_prediction_locks_and_has_a_picture_of_the_three():
    assert question("who_leads").locks
    drawn = race_chart(SETTINGS[0].idea).to_dict()
    (rows,) = drawn["datasets"].values()
    assert {row["company"] for row in rows if row["company"]} == {"Loudwater", "Stillwater", "Midwater"}
    assert "After 12 months Loudwater has 8,414 customers" in drawn["description"]


def test_in_a_market_that_fills_at_once_another_option_is_right():
    setting = settings.read(LESSON, {"saturation": 30_000.0, "market": 10_000.0})
    assert judged("who_leads", 2, setting)["correct"]
    assert judged("who_leads", 1, setting)["misconception"] == "slow-then-fast"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.team)
def test_the_lines_of_the_campaign_lead_to_the_cost_of_the_next_customers(setting):
    ask = questions.resolve(question("next_customer").ask, setting)
    found = re.findall(r"\$([\d,.]+) a month bought ([\d,.]+) customers", ask)
    (x1, n1), (x2, n2), (x3, n3) = ([float(part.replace(",", "")) for part in pair] for pair in found)
    for spend, number in ((x1, n1), (x2, n2), (x3, n3)):
        assert number == pytest.approx(bought(spend), rel=1e-3)
    assert (x2, x3) == (2 * x1, pytest.approx(2.2 * x1))
    assert judged("next_customer", (x3 - x2) / (n3 - n2), setting)["correct"]
    assert judged("next_customer", x2 / n2, setting)["misconception"] == "average"
    assert judged("next_customer", x3 / n3, setting)["misconception"] == "average"
    assert judged("next_customer", (x2 - x1) / (n2 - n1), setting)["misconception"] == "whole-step"
    assert judged("next_customer", 2 * x1 / n1, setting)["misconception"] == "twice-as-dear"
    assert judged("next_customer", 1, setting)["misconception"] == "too-low"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.team)
def test_the_spend_found_is_enough_and_no_more(setting):
    ask = questions.resolve(question("catch_up").ask, setting)
    spend, loss, bring, target, my_loss, my_bring = (
        float(number.replace(",", ""))
        for number in re.search(
            r"spends \$([\d,]+) a month; (\d+) of 100 .* bring (\d+) new ones. After 12 months it has ([\d,]+) .*"
            r"better: (\d+) of 100 .* bring (\d+)\. How",
            ask,
        ).groups()
    )
    assert customers(12, bought(spend), bring / 100, loss / 100) == pytest.approx(target, abs=1)
    answer = question("catch_up").answer(setting)
    assert customers(12, bought(answer), my_bring / 100, my_loss / 100) == pytest.approx(target, abs=1)
    assert judged("catch_up", spend, setting)["misconception"] == "same-spend"
    assert judged("catch_up", spend * my_loss / loss, setting)["misconception"] == "churn-alone"
    silent = setting.own.rival.silent
    if not math.isnan(silent):
        assert customers(12, bought(silent), 0, my_loss / 100) == pytest.approx(target, abs=1)
        assert judged("catch_up", silent, setting)["misconception"] == "bought-alone"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.team)
def test_the_nearest_position_of_the_slider_is_right_and_its_picture_says_so(setting):
    answer, us = question("catch_up").answer(setting), setting.own.rival.us
    assert judged("catch_up", 5000 * round(answer / 5000), setting)["correct"]
    said = us.changed(spend=answer).run().sentence
    assert f"number of customers is {words.number(setting.own.rival.target)}:" in said
    assert us.churn < setting.own.rival.them.churn and us.word_of_mouth > setting.own.rival.them.word_of_mouth


def test_teams_get_different_numbers():
    assert len({round(question("next_customer").answer(setting)) for setting in SETTINGS}) > 10
    assert len({round(question("catch_up").answer(setting)) for setting in SETTINGS}) > 25


@pytest.mark.parametrize("given", CORNERS["two-engines"], ids=str)
def test_amounts_are_asked_in_the_money_of_the_class(given):
    setting = settings.read(LESSON, given)
    for one in LESSON.exercises:
        assert words.money(1, setting.currency)[0] in questions.resolve(one.ask, setting) or "kr" in one.solution(
            setting
        )


@pytest.mark.parametrize("given", HOPELESS, ids=str)
def test_a_setting_without_a_clear_answer_is_refused_in_one_line(given):
    with pytest.raises(Refused) as refused:
        settings.read(LESSON, given)
    assert str(refused.value).startswith("two-engines: with this reach, saturation and market ")
    assert len(str(refused.value).splitlines()) == 1


def test_amounts_follow_scale_and_the_answers_with_them():
    plain, scaled = (settings.read(LESSON, {"scale": scale}) for scale in (1.0, 100.0))
    for one in LESSON.exercises:
        assert one.answer(scaled) == pytest.approx(100 * one.answer(plain))
    assert "12,000" in questions.resolve(question("spend_more").ask, scaled)


def test_where_no_spend_is_enough_there_is_no_number():
    assert math.isnan(spend_needed(TwoEngines(word_of_mouth=0.0), 50_000))


@pytest.mark.parametrize("word_of_mouth", [0.0, 0.38, 0.6, 1.0])
def test_the_false_case_is_false_whatever_word_of_mouth(word_of_mouth):
    setting = settings.read(LESSON, {"word_of_mouth": word_of_mouth})
    assert not LESSON.views["false"].start(setting).run().numbers["self_sustaining"]


def test_the_quiz_says_what_the_arithmetic_says():
    assert sum(0.5**step for step in range(60)) == pytest.approx(2)
    assert "two" in question("half_a_friend").solution(SETTINGS[0]).lower()
    assert "$16 less" in judged("spend_more", 0, SETTINGS[0])["text"]
    right = [one.answer(SETTINGS[0]) for one in LESSON.quiz]
    assert len(set(right)) == 4


@pytest.mark.parametrize(
    ("name", "behind"),
    [
        ("spend_more", ["average", "purism", None, "dodge"]),
        ("half_a_friend", [None, "viral", "one-step", "all-or-nothing"]),
        ("repeat_rate", ["loyal-is-better", "programme", "loyalty-first", None]),
        ("lower_ceiling", ["market-is-ceiling", None, "only-slower", "nothing-left"]),
    ],
)
def test_every_option_of_the_quiz_is_told_its_misconception(name, behind):
    assert [judged(name, option, SETTINGS[0])["misconception"] for option in range(4)] == behind


def test_what_the_notebook_says_of_dropbox_is_in_the_cases():
    spent = statements().query("company == 'Dropbox'").set_index("fiscal_year")["sales_and_marketing"]
    users = load("public_metrics").query("company == 'Dropbox' and metric == 'paying_users'")
    cost = (spent / users.set_index("period")["value"].diff()).dropna()
    assert list(cost.index[[0, -1]]) == ["FY2016", "FY2019"]
    assert f"rose from {cost['FY2016']:.0f} to {cost['FY2019']:.0f} dollars" in markdown(LESSON)
    added = users.set_index("period")["value"].diff()
    assert added["FY2019"] < added["FY2016"] and spent["FY2019"] > spent["FY2016"]
    paid_in_shares = statements().query("company == 'Dropbox'").set_index("fiscal_year")["share_based_compensation"]
    assert paid_in_shares["FY2018"] > 2 * paid_in_shares["FY2017"]


def test_what_the_notebook_says_of_the_default_market_is_what_the_model_says():
    default, aha = TwoEngines().run().numbers, TwoEngines(spend=100_000.0).run().numbers
    text = markdown(LESSON)
    assert f"the threshold lies at {words.percent(default['churn_threshold'])} churn" in text
    assert f"the start, {TwoEngines().word_of_mouth:g}," in text
    assert "hardly moves" in text and aha["customers_at_end"] < 1.01 * default["customers_at_end"]
    assert "nearly three times" in text and 2.6 < aha["marginal_cac"] / default["marginal_cac"] < 3
    assert "rises by less than half" in text and 1 < aha["average_cac"] / default["average_cac"] < 1.5
    assert not TwoEngines(churn=0.30).run().numbers["self_sustaining"]
    assert PRESETS["blend"]["spend"] < PRESETS["marketing_led"]["spend"] / 2
    assert PRESETS["blend"]["churn"] == pytest.approx(PRESETS["product_led"]["churn"], abs=0.011)
