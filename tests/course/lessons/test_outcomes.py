import json
import re
from itertools import pairwise

import numpy as np
import pytest
from scipy.stats import norm

import plgkit as plg
from plgkit.course import questions, settings
from plgkit.course.lessons.outcomes.cards import BROKEN, NO_GAIN, NOT_YET, PILES, WIN, readings
from plgkit.course.lessons.outcomes.figures import false_wins_chart
from plgkit.course.lessons.outcomes.lesson import LESSON, REWRITES
from plgkit.ideas.feature_factory import FeatureFactory
from plgkit.ideas.look_first import LookFirst
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS
from tests.course.lessons.reading import markdown

TESTS = plg.load("experiments").set_index("experiment")
TEAMS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(20)]


def made(given):
    return settings.read(LESSON, given)


def false_share(works, power, alpha):
    """By counting a thousand tests."""
    real, false = 1000 * works * power, 1000 * (1 - works) * alpha / 2
    return false / (real + false)


@pytest.mark.parametrize("given", [{"win_rate": 0}, {"win_rate": 1}], ids=str)
def test_where_every_win_or_none_is_false_the_setting_is_refused_in_one_line(given):
    with pytest.raises(Refused, match=r"^win_rate: [^\n]*$"):
        made(given)


@pytest.mark.parametrize("given", CORNERS["outcomes"][:1] + CORNERS["outcomes"][7:10], ids=str)
def test_the_prediction_is_the_share_that_counting_gives(given):
    setting = made(given)
    idea = setting.idea
    expected = 100 * false_share(idea.win_rate, idea.power, idea.alpha)
    assert LESSON.predictions[0].answer(setting) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("value", "starts"),
    [(22, "You said 22. That is close"), (5, "You said 5; there are more"), (50, "You said 50; there are fewer")],
)
def test_a_prediction_is_told_how_far_off_it_is(value, starts):
    text = questions.judge(LESSON.predictions[0], value, TEAMS[0])["text"]
    assert text.startswith(starts) and "So 22 of 100 wins are false." in text


@pytest.mark.parametrize("works", [0.1, 0.8])
def test_the_picture_runs_through_the_answer_and_has_room_for_the_prediction(works):
    idea = FeatureFactory(win_rate=works)
    made = false_wins_chart(idea).to_dict()
    (rows,) = (rows for rows in made["datasets"].values())
    own = next(row for row in rows if row["mark"] == "own")
    assert own["false"] == pytest.approx(100 * false_share(works, 0.8, 0.05))
    curve = [row["false"] for row in rows if row["mark"] == "curve"]
    assert all(high > low for high, low in pairwise(curve))
    assert "prediction" in json.dumps(made)


def reading(test):
    """A test's pile by the rule that the exercise states, with another library's Normal and another formula."""
    n, m = test["people_control"], test["people_variant"]
    before, after = test["conversions_control"] / n, test["conversions_variant"] / m
    both = (test["conversions_control"] + test["conversions_variant"]) / (n + m)
    p = 2 * norm.sf(abs(after - before) / np.sqrt(both * (1 - both) * (1 / n + 1 / m)))
    error = np.sqrt((1 - before) / (n * before) + (1 - after) / (m * after))
    high = np.exp(np.log(after / before) + norm.ppf(0.975) * error) - 1
    if abs(n - m) > 3.3 * np.sqrt(n + m) or after / before > 1.5:
        return BROKEN
    if p < 0.005 and after > before:
        return WIN
    return NO_GAIN if high < 0.10 else NOT_YET


def number_on(card):
    return card.text.split(",", 1)[0]


def test_each_test_lies_on_the_pile_that_the_rule_gives():
    for row in readings().itertuples():
        assert row.pile == reading(TESTS.loc[row.experiment]), row.experiment


def test_the_rule_finds_what_was_planted():
    rows = readings()
    assert (rows["pile"] == BROKEN).tolist() == rows["fault"].notna().tolist()
    assert (rows.loc[rows["pile"] == WIN, "true_lift"] > 0).all()
    assert (rows.loc[rows["pile"] == NO_GAIN, "true_lift"] < 0.10).all()


def test_eight_tests_two_of_each_pile():
    for setting in TEAMS:
        cards = LESSON.question_named("read_tests").cards(setting)
        assert len({number_on(card) for card in cards}) == 8
        assert np.bincount([card.pile for card in cards]).tolist() == [2] * len(PILES)
        assert all(card.pile == reading(TESTS.loc[number_on(card)]) for card in cards)


def test_the_rounded_figures_on_a_card_lead_to_its_pile():
    for setting in TEAMS:
        for card in LESSON.question_named("read_tests").cards(setting):
            text = card.text.replace(",", "").replace("−", "-")
            n, m = (int(found) for found in re.findall(r"\d of (\d+)", text))
            span = re.search(r"Relative change ([+-]?[\d.]+)% \(95% interval [+-]?[\d.]+% to ([+-]?[\d.]+)%\)", text)
            change, high = float(span[1]) / 100, float(span[2]) / 100
            p = 0.0 if "p < 0.0001" in text else float(re.search(r"p = ([\d.]+\d)", text)[1])
            broken = abs(n - m) > 3.3 * (n + m) ** 0.5 or change > 0.5
            win = p < 0.005 and change > 0
            assert card.pile == (BROKEN if broken else WIN if win else NO_GAIN if high < 0.10 else NOT_YET), text


def test_a_weak_win_is_among_those_that_show_too_little():
    for setting in TEAMS:
        weak = [card for card in LESSON.question_named("read_tests").cards(setting) if "is weak" in card.reason]
        assert len(weak) == 1 and weak[0].pile == NOT_YET


def test_a_reason_tells_what_was_planted():
    for setting in TEAMS[:5]:
        for card in LESSON.question_named("read_tests").cards(setting):
            test = TESTS.loc[number_on(card)]
            planted = card.reason.rsplit("(What was planted: ", 1)[1]
            if card.pile == BROKEN:
                assert test["fault"] in planted
            elif test["true_lift"]:
                assert f"+{100 * test['true_lift']:.0f}%" in planted
            else:
                assert planted == "no effect.)"


def test_the_reasons_reckon_with_the_model():
    usual, strict = false_share(1 / 8, 0.8, 0.05), false_share(1 / 8, 0.8, 0.005)
    reasons = " ".join(card.reason for card in LESSON.question_named("read_tests").cards(TEAMS[0]))
    assert f"{100 * usual:.2g} of 100 wins at 0.05 are false" in reasons
    assert f"{100 * strict:.2g} of 100 such wins are false" in reasons


def test_the_share_of_false_wins_is_that_of_the_model():
    question = LESSON.question_named("false_share")
    for setting in TEAMS:
        team = setting.own.team
        idea = FeatureFactory(win_rate=team.works, power=team.power, alpha=team.alpha)
        assert question.answer(setting) == pytest.approx(100 * idea.run().numbers["false_win_share"])


def test_every_misconception_about_false_wins_is_told_its_own_mistake():
    question = LESSON.question_named("false_share")
    for setting in [*TEAMS, made({"alpha": 0.001}), made({"alpha": 0.2})]:
        _, works, power, alpha = setting.own.team
        real, both = works * power, (1 - works) * alpha
        wanted = {
            "level-is-answer": alpha,
            "both-sides": both / (both + real),
            "real-for-false": 1 - false_share(works, power, alpha),
            "before-any-test": 1 - works,
            "of-all-tests": both / 2,
        }
        assert set(wanted) == {slip.misconception for slip in question.slips}
        for misconception, value in wanted.items():
            assert questions.judge(question, 100 * value, setting)["misconception"] == misconception
        *bands, _low, _high = question.verdicts(setting)
        middles = sorted((band["low"] + band["high"]) / 2 for band in bands)
        assert len(middles) == 6 and all(high > 1.05 * low for low, high in pairwise(middles))


def test_the_figures_in_the_question_lead_to_the_share():
    question = LESSON.question_named("false_share")
    for setting in TEAMS:
        works, power, alpha = (
            float(n) / 100 for n in re.findall(r"([\d.]+)%", questions.resolve(question.ask, setting))
        )
        assert questions.judge(question, round(100 * false_share(works, power, alpha), 1), setting)["correct"]


def test_teams_get_different_numbers():
    assert len({setting.own.team for setting in TEAMS}) > 10
    drawn = {tuple(row.experiment for row in setting.own.cards) for setting in TEAMS}
    assert len(drawn) == len(TEAMS)
    assert made({"team": "Ada"}).own.team == made({"team": "Ada", "currency": "€", "scale": 5}).own.team


@pytest.mark.parametrize("question", [*LESSON.quiz, *REWRITES], ids=lambda question: question.name)
def test_every_wrong_option_has_its_own_misconception_and_feedback(question):
    verdicts = question.verdicts(TEAMS[0])
    wrong = [verdict for verdict in verdicts if not verdict["correct"]]
    assert len(wrong) == len(verdicts) - 1 >= 2
    assert len({v["misconception"] for v in wrong}) == len({v["text"] for v in wrong}) == len(wrong)
    assert all(v["text"].endswith(".") and len(v["text"]) > 40 for v in verdicts)
    for place, option in enumerate(question.options):
        assert questions.judge(question, place, TEAMS[0])["misconception"] == option.misconception


def test_the_right_options_stand_in_different_places():
    assert len({question.answer(TEAMS[0]) for question in LESSON.quiz}) == len(LESSON.quiz)
    assert len({question.answer(TEAMS[0]) for question in REWRITES}) == 3


def test_five_departments_rewrite_a_question():
    assert len(REWRITES) == 5 and set(REWRITES) <= set(LESSON.exercises)


def test_the_quiz_counts_as_the_model_does():
    question = LESSON.question_named("win_is_real")
    real = 1 - FeatureFactory(win_rate=0.08).run().numbers["false_win_share"]
    right = question.options[question.answer(TEAMS[0])]
    assert right.text == f"{100 * real:.0f}%."
    assert "80 work and 64 of them are found; of the other 920, 23 win by chance. 64 of 87" in right.feedback
    found = (1000 * 0.08, 80 * 0.8, 920 * 0.025, 64 + 23)
    assert found == pytest.approx((80, 64, 23, 87))


def test_one_quiz_question_recalls_an_earlier_lesson_and_its_answer_is_that_lessons():
    recalled = [question.recalls for question in LESSON.quiz]
    assert recalled.count(None) == 3 and set(filter(None, recalled)) == {"look-first"}
    for accuracy in (0.5, 0.8, 1):
        assert LookFirst(success=1, accuracy=accuracy).run().numbers["prototype_value"] == 0


MARKDOWN = markdown(LESSON)


def wins(level):
    rows = readings()
    rows = rows[(rows["p"] < level) & (rows["lift"] > 0)]
    real = int((rows["true_lift"] > 0).sum())
    broken = int(rows["fault"].notna().sum())
    return len(rows), real, len(rows) - real - broken, broken


def test_what_the_text_says_of_the_sixty_tests():
    assert "The company's sixty tests" in MARKDOWN and len(TESTS) == 60
    assert "Of ten wins, six are real. Two are chance, and two come from broken tests." in MARKDOWN
    assert wins(0.05) == (10, 6, 2, 2)
    assert "With a level of 0.005 the two chance wins disappear and all six real ones stay." in MARKDOWN
    assert "The two broken ones stay as well" in MARKDOWN
    assert wins(0.005) == (8, 6, 0, 2)


def test_what_the_text_says_of_forty_and_twenty():
    none, good = (FeatureFactory(effect_mean=mean).run().numbers for mean in (0, 0.5))
    assert none["value_ship_all"] == 0 and round(20 * none["value_keep_winners"], 1) == 8.0
    assert "twenty tested ones add 8 points" in MARKDOWN
    assert 40 * good["value_ship_all"] > 20 * good["value_keep_winners"]
    assert "Where the average idea is a good one (0.5), forty shipped ones add more." in MARKDOWN


def test_what_the_text_says_of_picking():
    few = FeatureFactory(ideas=5, validity=0.6).run().numbers["best_pick"]
    many = FeatureFactory(ideas=20, validity=0.2).run().numbers["best_pick"]
    assert f"{few:.1f} points against {many:.2f}" in MARKDOWN


def test_what_the_text_says_of_where_the_claim_is_false():
    false = FeatureFactory.presets["false"]
    numbers = FeatureFactory(**false).run().numbers
    assert "finds one in ten of the ideas that work" in MARKDOWN and false["power"] == 0.1
    assert "Now most wins are false" in MARKDOWN and numbers["false_win_share"] > 0.5
    assert numbers["false_win_share_picked"] > 0.5
