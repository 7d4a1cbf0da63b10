import json
import re
from itertools import pairwise

import numpy as np
import pytest

import plgkit as plg
from plgkit.course import questions, settings
from plgkit.course.lessons.look_first.cards import ASK, BOTH, DECIDE, PILES, TRY
from plgkit.course.lessons.look_first.exercises import TESTS
from plgkit.course.lessons.look_first.lesson import LESSON
from plgkit.ideas.drift import Drift
from plgkit.ideas.look_first import LookFirst
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS
from tests.course.lessons.reading import markdown

REQUESTS = plg.load("requests").set_index("text")
TEAMS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(24)]


def made(given):
    return settings.read(LESSON, given)


def evpi_evsi(success, gain, loss, accuracy):
    """Worth of certainty and of a test, by going through the four cases."""
    right, wrong = success * gain, (1 - success) * loss
    now = max(right - wrong, 0)
    good, bad = accuracy * right - (1 - accuracy) * wrong, (1 - accuracy) * right - accuracy * wrong
    return right - now, max(good, 0) + max(bad, 0) - now


def price(setting):
    own = setting.own.stakes
    return evpi_evsi(own.success, own.gain, own.loss, own.accuracy)[1]


@pytest.mark.parametrize("given", CORNERS["look-first"][:4], ids=str)
def test_amounts_are_told_in_the_learners_money(given):
    setting = made(given)
    for name in ("price", "test_price", "which_test"):
        asked = questions.resolve(LESSON.question_named(name).ask, setting)
        assert setting.currency in asked
        assert setting.currency == "$" or "$" not in asked


@pytest.mark.parametrize(
    "given", [{"success": 0}, {"success": 1}, {"gain": 0}, {"loss": 0}, {"gain": 0, "loss": 0}], ids=str
)
def test_where_nothing_can_be_learnt_the_setting_is_refused_in_one_line(given):
    with pytest.raises(Refused, match=r"^success, gain, loss: [^\n]*$"):
        made(given)


def test_another_case_is_refused():
    with pytest.raises(Refused, match="case"):
        made({"case": "deals"})


def test_the_prediction_is_the_worth_of_the_prototype():
    (prediction,) = LESSON.predictions
    assert prediction.answer(TEAMS[0]) == pytest.approx(60)
    for given in ({"accuracy": 0.55}, {"accuracy": 0.7, "success": 0.4}, {"late_change": 2, "scale": 10}):
        idea = made(given).idea
        expected = evpi_evsi(idea.success, idea.gain, idea.loss * idea.late_change, idea.accuracy)[1]
        assert prediction.answer(made(given)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "starts"),
    [(60, "You said 60. That is close"), (15, "You said 15, less"), (105, "You said 105, more")],
)
def test_a_prediction_is_told_how_far_off_it_is(value, starts):
    text = questions.judge(LESSON.predictions[0], value, TEAMS[0])["text"]
    assert text.startswith(starts)
    assert "The most worth paying is $60." in text and "would be worth $105" in text


def test_the_picture_has_room_for_the_prediction():
    picture = LESSON.predictions[0].picture(TEAMS[0]).to_dict()
    assert "prediction" in json.dumps(picture)


def test_fourteen_requests_of_which_each_pile_has_some():
    for setting in TEAMS:
        (triage,) = (question for question in LESSON.exercises if question.name == "triage")
        cards = triage.cards(setting)
        assert len(cards) == len({card.text for card in cards}) == 14
        assert min(np.bincount([card.pile for card in cards], minlength=len(PILES))) >= 3


def test_each_card_lies_on_the_pile_of_its_evidence():
    expected = {"none": ASK, "anecdote": ASK, "interviews": TRY, "usage data": TRY, "prototype test": DECIDE}
    for setting in TEAMS:
        for card in LESSON.question_named("triage").cards(setting):
            who, text = card.text.split(" a year: ", 1)
            request = REQUESTS.loc[text]
            assert who.startswith(request["customer"])
            assert card.pile == expected[request["evidence"]]
            stake = re.sub(r"\D", "", who.rsplit(",", 2)[-2] + who.rsplit(",", 1)[-1])
            assert int(stake) == 1000 * request["revenue_at_stake"]


def test_the_largest_customer_asks_without_evidence_and_its_size_is_named():
    largest = REQUESTS.groupby("customer")["revenue_at_stake"].sum().idxmax()
    for setting in TEAMS:
        cards = [card for card in LESSON.question_named("triage").cards(setting) if card.text.startswith(largest)]
        assert any(card.pile == ASK and "no evidence" in card.reason for card in cards)


def test_a_tried_request_that_leads_away_is_among_them_and_told_so():
    for setting in TEAMS:
        tried = [row for row in setting.own.cards if row.pile == DECIDE]
        assert any(abs(row.angle) > 45 for row in tried)
        for row, card in zip(setting.own.cards, LESSON.question_named("triage").cards(setting), strict=True):
            assert ("leads away from the vision" in card.reason) == (row.pile == DECIDE and abs(row.angle) > 45)


def test_requests_with_two_readings_are_in_the_case_and_never_drawn():
    for beginning in BOTH:
        assert REQUESTS.index.str.startswith(beginning).sum() == 1
    assert not any(row.text.startswith(BOTH) for setting in TEAMS for row in setting.own.cards)


def test_a_misplaced_card_is_counted():
    triage, setting = LESSON.question_named("triage"), TEAMS[0]
    piles = [card.pile for card in triage.cards(setting)]
    piles[0] = (piles[0] + 1) % len(PILES)
    verdict = questions.judge(triage, piles, setting)
    assert not verdict["correct"] and "13 of 14" in verdict["text"]


def test_the_request_that_is_priced_is_one_that_asks_for_a_test():
    for setting in TEAMS:
        assert setting.own.stakes.request.pile == TRY
        assert setting.own.stakes.request.text in questions.resolve(LESSON.question_named("test_price").ask, setting)


def test_the_price_of_the_test_is_that_of_the_four_cases():
    for setting in TEAMS:
        assert LESSON.question_named("test_price").answer(setting) == pytest.approx(price(setting))


def test_every_misconception_about_the_price_is_told_its_own_mistake():
    question = LESSON.question_named("test_price")
    for setting in TEAMS:
        own = setting.own.stakes
        right, wrong = own.success * own.gain, (1 - own.success) * own.loss
        wanted = {
            "never-wrong": evpi_evsi(own.success, own.gain, own.loss, 1)[1],
            "forgets-the-good-ideas": own.accuracy * wrong,
            "forgets-building-now": own.accuracy * right - (1 - own.accuracy) * wrong,
            "certain-to-be-wrong": own.accuracy * own.loss,
        }
        assert set(wanted) == {slip.misconception for slip in question.slips}
        for misconception, value in wanted.items():
            assert questions.judge(question, value, setting)["misconception"] == misconception


def test_no_two_foreseeable_prices_are_close():
    for setting in TEAMS:
        *bands, _low, _high = LESSON.question_named("test_price").verdicts(setting)
        middles = sorted((band["low"] + band["high"]) / 2 for band in bands)
        assert len(middles) == 5 and all(high > 1.05 * low for low, high in pairwise(middles))


def test_the_amounts_in_the_question_lead_to_the_price():
    question = LESSON.question_named("test_price")
    for setting in TEAMS:
        asked = questions.resolve(question.ask, setting).split("Say that", 1)[1]
        gain, loss = (float(text.replace(",", "")) for text in re.findall(r"\$([\d,.]*\d)", asked))
        success, accuracy = (float(text) / 100 for text in re.findall(r"([\d.]+)%", asked))
        value = evpi_evsi(success, gain, loss, accuracy)[1]
        assert questions.judge(question, float(f"{value:.3g}"), setting)["correct"]


def test_the_best_of_the_tests_is_best_by_the_amounts_shown():
    question = LESSON.question_named("which_test")
    for setting in TEAMS:
        own = setting.own.stakes
        left = []
        for text in question.payload(setting)["options"][:-1]:
            accuracy = float(re.search(r"([\d.]+)%", text)[1]) / 100
            cost = float(re.search(r"\$([\d,.]*\d)", text)[1].replace(",", ""))
            left.append(evpi_evsi(own.success, own.gain, own.loss, accuracy)[1] - cost)
        left.append(0)
        assert question.answer(setting) == int(np.argmax(left))
        best, second = sorted(left, reverse=True)[:2]
        assert best - second > 0.05 * evpi_evsi(own.success, own.gain, own.loss, 1)[1]


def test_each_of_the_tests_is_best_for_some_team_and_each_wrong_one_is_named():
    question = LESSON.question_named("which_test")
    assert {question.answer(setting) for setting in TEAMS} == set(range(len(TESTS)))
    for setting in TEAMS:
        for place, name in enumerate(("cheapest", "middle", "most-accurate", "no-test")):
            verdict = questions.judge(question, place, setting)
            assert verdict["misconception"] == (None if verdict["correct"] else name)
            assert verdict["text"].endswith(".") and len(verdict["text"]) > 40


def test_teams_get_different_numbers():
    assert len({price(setting) for setting in TEAMS}) > len(TEAMS) - 4
    assert len({tuple(row.request for row in setting.own.cards) for setting in TEAMS}) == len(TEAMS)
    assert price(made({"team": "Ada"})) == price(made({"team": "Ada", "currency": "€"}))


def test_unrelated_requests_end_four_or_five_steps_away():
    assert 4 < Drift(requests=20, reserved=0, alignment=0).run().numbers["rms_wander"] < 5


MARKDOWN = markdown(LESSON)


def worth(**given):
    return LookFirst(**given).run().numbers["prototype_value"]


def test_what_the_text_says_of_the_numbers_that_the_lesson_starts_from():
    assert "a loss twice as large lowers the worth" in MARKDOWN and worth(late_change=2) < worth()
    assert "a loss five times as large takes it to nothing" in MARKDOWN and worth(late_change=5) == 0
    assert "take it down to 55%" in MARKDOWN and worth(accuracy=0.55) == pytest.approx(3.75)
    assert "right nine times in ten" in MARKDOWN and LookFirst.presets["false"] == {"success": 0.9}
    false = LookFirst(success=0.9).run().numbers
    assert false["prototype_value"] == 0 and false["build_after_bad_news"]


def test_what_the_text_says_of_the_requests():
    requests = REQUESTS.reset_index()
    stakes = requests.groupby("evidence")["revenue_at_stake"].sum()
    assert "Two hundred requests" in MARKDOWN and len(requests) == 200
    assert "About three quarters" in MARKDOWN
    assert (stakes["none"] + stakes["anecdote"]) / stakes.sum() == pytest.approx(0.75, abs=0.02)
    one = requests.set_index("request").loc["R183"]
    assert f"{one['customer']} wrote: “{one['text']}”" in MARKDOWN and one["evidence"] == "interviews"


def test_the_sums_by_hand_are_those_of_the_model():
    gain = int(REQUESTS.reset_index().set_index("request").loc["R183", "revenue_at_stake"])
    given = {"success": 0.4, "gain": gain, "loss": 6, "prototype_cost": 1}
    found = LookFirst(accuracy=0.8, **given).run().numbers
    assert f"0.4 · {gain} − 0.6 · 6 = {found['value_build_now']:.1f}." in MARKDOWN
    assert f"0.8 · 4 − 0.2 · 3.6 = {found['value_build_now'] + found['prototype_value']:.2f}." in MARKDOWN
    assert f"The difference, {found['prototype_value']:.2f}," in MARKDOWN
    assert f"At an accuracy of 0.6 it is worth {worth(accuracy=0.6, **given):.2f}, less than the 1" in MARKDOWN
