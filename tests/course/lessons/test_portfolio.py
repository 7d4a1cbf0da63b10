import re
from math import exp

import pytest

from plgkit.cases.filings import statements
from plgkit.course import questions, settings
from plgkit.course.lessons.portfolio.exercises import COMPANY, PRODUCT, SALES
from plgkit.course.lessons.portfolio.lesson import LESSON
from plgkit.ideas.portfolio import Portfolio
from plgkit.models import words
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS
from tests.course.lessons.reading import markdown, text_of

SETTINGS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(40)]
MADE = SETTINGS[:4] + [settings.read(LESSON, {"team": "Ada"} | given) for given in CORNERS["portfolio"]]
NUMBERS = [question for question in LESSON.exercises if isinstance(question, questions.Number)]
(PREDICTION,) = LESSON.predictions


TEXT = text_of(LESSON)


def asked(name, setting):
    """A question's text, and the numbers in it."""
    text = questions.resolve(LESSON.question_named(name).ask, setting)
    numbers = [float(found.replace(",", "")) for found in re.findall(r"\d[\d,]*\.?\d*", text)]
    return text, numbers


def quarters(setting):
    """Spend and customers of both motions as the question tells them."""
    text, numbers = asked("added_cost", setting)
    first, second = [dict(zip((PRODUCT, SALES), pairs(numbers[at : at + 4]), strict=True)) for at in (0, 4)]
    motion = re.search(r"that the (\S+) motion won on top", text)[1]
    return first, second, motion


def pairs(four):
    return [(four[0], four[1]), (four[2], four[3])]


def added_cost(first, second, motion):
    (spent, won), (spent_later, won_later) = first[motion], second[motion]
    return (spent_later - spent) / (won_later - won)


@pytest.mark.parametrize("setting", SETTINGS[:1] + MADE[4:7], ids=lambda setting: setting.currency)
def test_who_calculates_with_the_words_of_the_question_finds_the_cost_of_the_addition(setting):
    question = LESSON.question_named("added_cost")
    first, second, motion = quarters(setting)
    cost = added_cost(first, second, motion)
    assert questions.judge(question, cost, setting)["correct"]
    average = second[motion][0] / second[motion][1]
    assert questions.judge(question, average, setting)["misconception"] == "average"
    assert questions.judge(question, first[motion][0] / first[motion][1], setting)["misconception"] == "old-average"
    spread = (second[motion][0] - first[motion][0]) / second[motion][1]
    assert questions.judge(question, spread, setting)["misconception"] == "all-customers"
    assert questions.judge(question, 1 / cost, setting)["misconception"] == "upside-down"


def test_the_next_amount_goes_where_the_addition_was_cheaper_and_the_average_points_elsewhere():
    question = LESSON.question_named("next_amount")
    for setting in SETTINGS:
        first, second, tempting = quarters(setting)
        costs = {motion: added_cost(first, second, motion) for motion in (PRODUCT, SALES)}
        averages = {motion: second[motion][0] / second[motion][1] for motion in (PRODUCT, SALES)}
        right = min(costs, key=costs.get)
        assert min(averages, key=averages.get) == tempting != right
        assert costs[tempting] > 1.2 * costs[right]
        options = question.payload(setting)["options"]
        assert options[question.answer(setting)] == f"In the {right} motion."
        verdicts = {option: verdict for option, verdict in zip(options, question.verdicts(setting), strict=True)}
        assert verdicts[f"In the {tempting} motion."]["misconception"] == "average-is-margin"


def test_the_hold_out_tells_what_the_calls_added():
    question = LESSON.question_named("hold_out")
    for setting in [*SETTINGS, *MADE]:
        _, (called, bought, left_out, anyway, cost) = asked("hold_out", setting)
        added = bought - anyway / left_out * called
        assert added > 0
        assert questions.judge(question, cost / added, setting)["correct"]
        assert questions.judge(question, cost / bought, setting)["misconception"] == "attribution"
        assert questions.judge(question, cost / (bought - anyway), setting)["misconception"] == "unequal-groups"
        assert questions.judge(question, cost / called, setting)["misconception"] == "cost-of-a-call"


@pytest.mark.parametrize("setting", MADE, ids=lambda setting: setting.variant)
def test_the_prediction_is_the_split_that_wins_most(setting):
    idea = setting.idea

    def won(share):
        total = 0
        for reach, saturation, part in (
            (idea.reach_a, idea.saturation_a, share),
            (idea.reach_b, idea.saturation_b, 1 - share),
        ):
            u = part * idea.budget / saturation
            total += reach * (1 - exp(-u) if idea.shape == "saturating" else u**3 / (1 + u**3))
        return total

    best = max((step / 1000 for step in range(1001)), key=won)
    assert PREDICTION.answer(setting) == pytest.approx(100 * best, abs=0.15)
    assert questions.judge(PREDICTION, PREDICTION.answer(setting), setting)["correct"]


@pytest.mark.parametrize("setting", MADE[3::4], ids=lambda setting: setting.variant)
def test_the_prediction_can_be_drawn(setting):
    assert PREDICTION.picture(setting).to_dict()["description"]


@pytest.mark.parametrize("given", CORNERS["portfolio"][:3])
def test_amounts_are_told_in_the_money_of_the_class(given):
    setting = settings.read(LESSON, {"team": "Ada"} | given)
    for name in ("best_split", "added_cost", "next_amount", "hold_out", "thresholds", "last_hundred"):
        assert given["currency"] in questions.resolve(LESSON.question_named(name).ask, setting)


def test_scale_multiplies_the_money_and_leaves_the_customers():
    plain = settings.read(LESSON, {"team": "Ada"})
    large = settings.read(LESSON, {"team": "Ada", "scale": 1000})
    assert large.own.quarters.cheap_on_average.won == plain.own.quarters.cheap_on_average.won
    assert large.own.hold_out.cost == pytest.approx(1000 * plain.own.hold_out.cost)
    assert PREDICTION.answer(large) == pytest.approx(PREDICTION.answer(plain))
    won = [setting.preset("false").run().numbers["customers"] for setting in (large, plain)]
    assert won[0] == pytest.approx(won[1])


@pytest.mark.parametrize(
    "given",
    [
        {"budget": 0.0},
        {"reach_a": 0.0, "reach_b": 0.0},
        {"budget": 10_000_000.0},
        Portfolio.presets["false"],
        {"shape": "s-shaped", "reach_a": 600.0, "saturation_a": 20_000.0, "budget": 20_000.0},
    ],
)
def test_a_variant_without_one_best_split_is_refused_in_one_line(given):
    with pytest.raises(Refused) as refused:
        settings.read(LESSON, given)
    assert len(str(refused.value).splitlines()) == 1


def test_teams_get_different_numbers():
    for question in NUMBERS:
        assert len({question.answer(setting) for setting in SETTINGS}) > 35
    assert {setting.own.quarters.cheap_to_add.name for setting in SETTINGS} == {PRODUCT, SALES}


def test_the_numbers_in_the_text_about_the_threshold_are_the_models():
    false = SETTINGS[0].preset("false")
    numbers = false.run().numbers
    assert f"Equal halves now win {numbers['customers']:.0f} customers" in TEXT
    assert f"everything in one motion wins {numbers['customers_best']:.0f}" in TEXT
    assert numbers["marginal_cost_a"] == pytest.approx(numbers["marginal_cost_b"])
    near = [false.changed(share_a=share).run().numbers["customers"] for share in (0.45, 0.55)]
    assert max(near) < numbers["customers"] < numbers["customers_best"]
    more, beyond = (false.changed(budget=share * false.budget).run().numbers for share in (1.09, 1.12))
    assert more["customers"] == pytest.approx(more["customers_all_a"], rel=0.002)
    assert beyond["customers"] == pytest.approx(beyond["customers_best"])


def test_the_text_on_zendesk_is_what_its_filings_say():
    books = statements().query("company == 'Zendesk'").set_index("fiscal_year")
    added, selling = books["revenue"].diff(), books["sales_and_marketing"].shift()
    average, margin = (added / selling).dropna(), (added.diff() / selling.diff()).dropna()
    assert f"In FY2017 Zendesk added {average['FY2017']:.2f} dollars" in TEXT
    assert f"stood beside {margin['FY2017']:.2f} dollars each" in TEXT
    assert [year for year in margin.index if margin[year] >= average[year]] == ["FY2018"]
    assert -0.05 < margin["FY2020"] < 0


def test_every_number_in_the_notebooks_text_is_proven_above_or_a_name():
    found = set(re.findall(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d", markdown(LESSON)))
    assert found <= {"733", "822", "0.71", "0.29", "7", "9", "10", "1980", "2004", "2019"}


def test_the_company_is_called_invented_and_amounts_have_no_currency_of_their_own():
    assert f"{COMPANY}, an invented company" in questions.resolve(PREDICTION.ask, SETTINGS[0])
    assert f"{COMPANY}, an invented company" in questions.resolve(LESSON.question_named("added_cost").ask, SETTINGS[0])
    assert not re.search(r"[$€£¥]", TEXT)
    assert words.money(79, "€") in questions.resolve(
        LESSON.question_named("last_hundred").ask, settings.read(LESSON, {"currency": "€"})
    )
