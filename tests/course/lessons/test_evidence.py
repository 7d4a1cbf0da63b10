import re
from collections import Counter

import nbformat
import pytest
from scipy.optimize import brentq
from scipy.special import ndtr

from plgkit.cases.catalogue import load
from plgkit.course import questions, settings
from plgkit.course.lessons.evidence.cards import FUNCTIONS, PILES
from plgkit.course.lessons.evidence.exercises import RECALLED_CHURN
from plgkit.course.lessons.evidence.lesson import LESSON
from plgkit.ideas.evidence import Evidence
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.models import words
from plgkit.support import folders
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS

TEAMS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(40)]
EDGES = [settings.read(LESSON, given) for given in CORNERS["evidence"]]
REGISTER = LESSON.question_named("register")
SORTING = LESSON.question_named("sort_vignettes")
NOTEBOOK = nbformat.read(folders.notebooks() / LESSON.notebook, as_version=4)
TEXT = "\n".join(cell.source for cell in NOTEBOOK.cells if cell.cell_type == "markdown")
CODE = [cell.source for cell in NOTEBOOK.cells if cell.cell_type == "code"]


def ends(base, spread, mean, cut):
    """The share of product-led companies at the bottom and at the top, found without the idea."""
    led = lambda t, tail: base * tail((t - mean) / spread)  # noqa: E731
    bottom, top = (
        brentq(lambda t, tail=tail: led(t, tail) + (1 - base) * tail(t) - cut, -30, 30)
        for tail in (ndtr, lambda t: ndtr(-t))
    )
    return led(bottom, ndtr) / cut, led(top, lambda t: ndtr(-t)) / cut


@pytest.mark.parametrize("setting", EDGES, ids=map(str, CORNERS["evidence"]))
def test_the_prediction_is_what_two_normal_groups_give(setting):
    one = setting.idea
    (prediction,) = LESSON.predictions
    expected = 100 * ends(one.base_rate, one.spread_ratio, one.mean_advantage, one.cut)[1]
    assert prediction.answer(setting) == pytest.approx(expected, rel=1e-6, abs=1e-6)
    assert questions.judge(prediction, min(100, expected), setting)["correct"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "vary more fills both ends"),
        ({"spread_ratio": 0.5}, "vary less is rare at both ends"),
        ({"spread_ratio": 1.0}, "looks like all companies"),
        ({"spread_ratio": 1.0, "mean_advantage": 0.6}, "Only the bottom tells this apart"),
        ({"spread_ratio": 1.0, "mean_advantage": -0.6}, "The best hold fewer"),
    ],
)
def test_the_reveal_says_what_fills_the_ends(given, why):
    setting = settings.read(LESSON, given)
    assert why in LESSON.predictions[0].solution(setting)


def test_a_low_and_a_high_prediction_are_told_apart():
    (prediction,) = LESSON.predictions
    told = [questions.judge(prediction, value, TEAMS[0])["text"] for value in (30, 85, 99)]
    assert told[0].startswith("You said 30%; the model says 85.1%. More of the best")
    assert "That is close" in told[1]
    assert "Fewer of the best" in told[2]


@pytest.mark.parametrize("base_rate", [0.0, 1.0])
def test_a_world_with_one_kind_of_company_is_refused(base_rate):
    with pytest.raises(Refused, match=r"^base_rate: .* leaves nothing to predict") as refusal:
        settings.read(LESSON, {"base_rate": base_rate})
    assert "\n" not in str(refusal.value)


def counted(setting):
    """The register's numbers as the question states them."""
    total, led, _share, best, led_best, _of = [
        float(number.replace(",", "")) for number in re.findall(r"\d[\d,.]*\d|\d", REGISTER.ask(setting))
    ][:6]
    return total, led, best, led_best


@pytest.mark.parametrize("setting", [*TEAMS, *EDGES], ids=lambda setting: setting.team)
def test_the_register_has_one_answer_and_names_each_mistake(setting):
    total, led, best, led_best = counted(setting)
    right = 1000 * led_best / led
    assert questions.judge(REGISTER, right, setting)["correct"]
    assert questions.judge(REGISTER, float(f"{right:.3g}"), setting)["correct"]
    wrong = [
        (1000 * led_best / best, "inverse"),
        (100 * led_best / best, "inverse"),
        (1000 * best / total, "same-as-all"),
        (1000 * led_best / total, "of-all-companies"),
        (1000 * (best - led_best) / (total - led), "the-others"),
        (100 * led_best / led, "in-percent"),
    ]
    for value, misconception in wrong:
        assert questions.judge(REGISTER, value, setting)["misconception"] == misconception, value


def test_the_register_is_one_that_the_model_makes():
    for setting in TEAMS[:4]:
        one = setting.own.register
        found = [ends(one.led / one.total, 1 + spread / 20, 0, one.cut) for spread in range(6, 15)]
        assert any(abs(top - one.led_best / one.best) < 1 / one.best for _, top in found)
        assert one.led_best == one.led_worst


def test_teams_get_different_registers_and_different_cards():
    registers = {setting.own.register for setting in TEAMS}
    drawn = {tuple(row["vignette"] for row in setting.own.cards) for setting in TEAMS}
    assert len(registers) > 25
    assert len(drawn) == len(TEAMS)


@pytest.mark.parametrize("setting", TEAMS[:20], ids=lambda setting: setting.team)
def test_twelve_cards_balanced_by_label_and_by_function(setting):
    known = load("vignettes").set_index("text")
    cards = SORTING.cards(setting)
    rows = [known.loc[card.text] for card in cards]
    assert len({card.text for card in cards}) == 12
    assert set(Counter(row["label"] for row in rows).values()) == {3}
    assert set(Counter(row["function"] for row in rows).values()) == {2}
    for card, row in zip(cards, rows, strict=True):
        assert PILES[card.pile] == row["label"]
        assert row["reason"] in card.reason
        assert FUNCTIONS[row["function"]] in card.reason
    right = [card.pile for card in cards]
    assert questions.judge(SORTING, right, setting)["correct"]
    tempted = [PILES.index(row["tempting"]) for row in rows]
    verdict = questions.judge(SORTING, tempted, setting)
    assert not verdict["correct"]
    assert "0 of 12" in verdict["text"]


def test_every_vignette_reaches_some_team():
    assert len({row["vignette"] for setting in TEAMS for row in setting.own.cards}) == 24


@pytest.mark.parametrize(
    ("name", "right", "behind"),
    [
        ("ipo_list", 2, {0: "survivor", 1: "denominator", 3: "nihilism"}),
        ("sales_only", 1, {0: "tactic-is-organisation", 2: "vision-is-vanity", 3: "channel-is-culture"}),
        ("wider_spread", 0, {1: "mean-only", 2: "upside-only", 3: "nihilism"}),
        ("seven_percent", 3, {0: "nobody-leaves", 1: "straight-line", 2: "endless-sum"}),
    ],
)
def test_the_quiz_names_what_stands_behind_each_answer(name, right, behind):
    question = LESSON.question_named(name)
    assert questions.judge(question, right, TEAMS[0])["correct"]
    for option, misconception in behind.items():
        assert questions.judge(question, option, TEAMS[0])["misconception"] == misconception


def test_the_recalled_customer_is_the_start_pages_and_never_pays_back():
    question = LESSON.question_named("seven_percent")
    start = nbformat.read(folders.notebooks() / "00_start_here.ipynb", as_version=4)
    page = "\n".join(cell.source for cell in start.cells)
    assert "costs 1,200" in page and "80 a month" in page and "15, 20 or 30" in page
    one = UnitEconomics(churn=RECALLED_CHURN)
    assert one.run().numbers["payback_months"] == 15
    assert one.run().numbers["payback_months_with_churn"] == float("inf")
    setting = settings.read(LESSON, {"currency": "kr", "scale": 10.0})
    asked = questions.resolve(question.ask, setting)
    assert "12,000\u202fkr" in asked and "800\u202fkr" in asked and "7%" in asked
    value = one.run().numbers["lifetime_value"]
    assert words.money(10 * value, "kr") in questions.judge(question, 3, setting)["text"]


def test_the_picture_holds_the_share_and_leaves_room_for_a_percentage():
    (prediction,) = LESSON.predictions
    made = prediction.picture(TEAMS[0]).to_dict()
    assert "datum.prediction / 100" in str(made)
    assert prediction.overlay(30) == [{"prediction": 30}]


def said(share):
    return words.percent(share)


def test_the_numbers_in_the_text_are_the_models_and_the_cases():
    false, holds = Evidence.presets["false"], Evidence.presets["holds"]
    base, cut = Evidence().base_rate, Evidence().cut
    low, high = ends(base, false["spread_ratio"], false["mean_advantage"], cut)
    assert f"{said(high)} of the best are product-led, and {said(low)} of the worst" in TEXT
    low, high = ends(base, holds["spread_ratio"], holds["mean_advantage"], cut)
    assert f"{said(high)} of the best, and {said(low)} of the worst" in TEXT
    assert f"to {holds['spread_ratio']:g} and *Average advantage* to {holds['mean_advantage']:g}" in TEXT
    listings = load("public_listings")
    assert len(listings) == listings["listed"].notna().sum() == 8
    assert "Our case holds eight of them, all but Wix" in TEXT
    named = {"Slack", "Shopify", "DocuSign", "HubSpot", "Zendesk", "Zoom", "Wix", "Tesla", "Dropbox"}
    assert named - set(listings["company"]) == {"Wix"}


def test_the_worked_example_gives_the_shares_that_the_text_tells():
    code = next(source for source in CODE if "led_not_listed =" in source)
    assert "led_not_listed = 192" in code and "others_listed, others_not_listed = 40, 960" in code
    assert f"{8 / (8 + 192):.1%}" == f"{40 / (40 + 960):.1%}" == "4.0%"
    assert f"With 72 in place of 192 it is {8 / 80:.1%}, and with 392 it is {8 / 400:.1%}" in TEXT


def test_the_explorer_begins_before_the_finding():
    start = LESSON.views[""].start(TEAMS[0]).run().numbers
    assert start["share_in_top"] == pytest.approx(TEAMS[0].idea.base_rate)
    assert TEAMS[0].idea.run().numbers["share_in_top"] > 0.8
