import math
import re

import nbformat
import numpy as np
import pytest
from scipy.optimize import brentq
from scipy.stats import t as student

from plgkit.cases.catalogue import load
from plgkit.course import questions, settings
from plgkit.course.cells import parameters_cell
from plgkit.course.lessons.drift.cards import ANY, FEW, VISIONS
from plgkit.course.lessons.drift.exercises import Roadmap, pulls, roadmaps
from plgkit.course.lessons.drift.lesson import LESSON
from plgkit.ideas.drift import Drift
from plgkit.models import words
from plgkit.support import folders
from plgkit.support.errors import Refused
from tests.course.lessons.corners import CORNERS

TEAMS = [settings.read(LESSON, {"team": f"Team {number}"}) for number in range(40)]
EDGES = [settings.read(LESSON, given) for given in CORNERS["drift"]]
SHARE, DEPARTMENTS, SORTING = (LESSON.question_named(name) for name in ("reserved_share", "departments", "visions"))
NOTEBOOK = nbformat.read(folders.notebooks() / LESSON.notebook, as_version=4)
TEXT = "\n".join(cell.source for cell in NOTEBOOK.cells if cell.cell_type == "markdown")
KEEP = "\n".join(LESSON.keep)


def chance(dimensions, within):
    """The chance of a random direction within an angle, by the t distribution of a projection."""
    freedom = dimensions - 1
    cosine, sine = math.cos(math.radians(within)), math.sin(math.radians(within))
    return student(freedom).sf(math.sqrt(freedom) * cosine / sine)


def left(steps, error, share):
    """The distance left with requests in any direction: what the vision misses, and how far they wander."""
    angle = math.radians(error)
    missed = steps * math.hypot(1 - share * math.cos(angle), share * math.sin(angle))
    return math.hypot(missed, math.sqrt((1 - share) * steps))


@pytest.mark.parametrize("setting", EDGES, ids=map(str, CORNERS["drift"]))
def test_the_prediction_is_the_share_of_a_sphere(setting):
    (prediction,) = LESSON.predictions
    expected = 100 * chance(setting.idea.dimensions, setting.idea.within)
    assert prediction.answer(setting) == pytest.approx(expected, rel=1e-6)
    assert questions.judge(prediction, expected, setting)["correct"]


def test_the_picture_takes_an_answer_in_percent():
    (prediction,) = LESSON.predictions
    for setting in EDGES[:2]:
        assert "datum.prediction / 100" in str(prediction.picture(setting).to_dict())


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "With 2 dimensions it would be 25%: each further dimension is one more way"),
        ({"dimensions": 2}, "With 10 dimensions it would be 0.748%"),
        ({"within": 90.0}, "half of all directions lead forward"),
        ({"within": 120.0}, "lead straight back become rarer"),
    ],
)
def test_the_reveal_says_what_dimensions_do(given, why):
    assert why in LESSON.predictions[0].solution(settings.read(LESSON, given))


def test_a_prediction_from_a_sheet_of_paper_is_told_that_it_is_rarer():
    (prediction,) = LESSON.predictions
    told = [questions.judge(prediction, value, TEAMS[0])["text"] for value in (25, 0.75, 0.1)]
    assert told[0].startswith("You said 25%; the model says 0.748% for 10 dimensions and an angle of 45°. It is rarer")
    assert "That is close" in told[1]
    assert "It is likelier" in told[2]


@pytest.mark.parametrize("given", [{"within": 0.0}, {"within": 180.0}, {"within": 5.0, "dimensions": 20}])
def test_a_chance_that_cannot_be_predicted_is_refused_in_one_line(given):
    with pytest.raises(Refused, match=r"^within: .* leaves nothing to predict") as refusal:
        settings.read(LESSON, given)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("setting", [*TEAMS, *EDGES], ids=lambda setting: setting.team)
def test_the_reserved_share_is_the_models_and_each_mistake_is_named(setting):
    steps, error = setting.own.roadmap
    assert f"{steps} steps" in SHARE.ask(setting) and f"off by {error}°" in SHARE.ask(setting)
    share = brentq(lambda f: left(steps, error, f) - steps / 2, 0.3, math.cos(math.radians(error)))
    assert SHARE.answer(setting) == pytest.approx(100 * share, rel=1e-6)
    started = setting.own.roadmap.started(setting).changed(reserved=share)
    assert started.run().numbers["distance_left"] == pytest.approx(steps / 2)
    assert left(steps, error, share - 0.02) > steps / 2 > left(steps, error, share + 0.02)
    by_slider = next(f / 100 for f in range(101) if left(steps, error, f / 100) <= steps / 2)
    assert questions.judge(SHARE, 100 * by_slider, setting)["correct"]
    angle = math.radians(error)
    cancel = brentq(lambda f: math.hypot(1 - f * math.cos(angle), f * math.sin(angle)) - 0.5, 0.3, math.cos(angle))
    perfect = brentq(lambda f: left(steps, 0, f) - steps / 2, 0, 1)
    wrong = [
        (50, "half-for-half"),
        (100 * cancel, "requests-cancel"),
        (100 * perfect, "perfect-vision"),
        (100 - 100 * share, "share-of-requests"),
        (share, "as-a-share"),
    ]
    for value, misconception in wrong:
        assert questions.judge(SHARE, value, setting)["misconception"] == misconception, value


@pytest.mark.parametrize("setting", [*TEAMS, *EDGES], ids=lambda setting: setting.team)
def test_the_departments_add_up_as_the_question_says(setting):
    asked = DEPARTMENTS.ask(setting)
    angles = [int(angle) for angle in re.findall(r"at (\d+)°", asked.split(". A step")[0])]
    given = re.findall(r"([−\d.]+) at (\d+)°", asked.split("by ")[-1])
    towards = {int(angle): float(part.replace("−", "-")) for part, angle in given}
    assert len(angles) == 4 and angles[0] == 0
    for angle, part in towards.items():
        assert part == pytest.approx(math.cos(math.radians(angle)), abs=0.005)
    parts = [towards[angle] for angle in angles]
    assert questions.judge(DEPARTMENTS, 25 * sum(parts), setting)["correct"]
    assert questions.judge(DEPARTMENTS, 25 * sum(math.cos(math.radians(angle)) for angle in angles), setting)["correct"]
    wrong = [
        (25 * sum(max(0, part) for part in parts), "backwards-is-nothing"),
        (25 * sum(angle <= 45 for angle in angles), "all-or-nothing"),
        (25 * sum(1 - angle / 90 for angle in angles), "straight-line"),
        (100 * sum(parts[1:]) / 3, "without-product"),
    ]
    for value, misconception in wrong:
        assert questions.judge(DEPARTMENTS, value, setting)["misconception"] == misconception, value


def test_a_roadmap_without_an_answer_is_not_drawn():
    assert math.isnan(Roadmap(6, 40).reserved)
    assert Roadmap(6, 40) not in roadmaps()


def test_teams_get_different_numbers():
    assert len({setting.own.roadmap for setting in TEAMS}) > 20
    assert len({setting.own.pull for setting in TEAMS}) > 8
    assert len({tuple(card.text for card in setting.own.cards) for setting in TEAMS}) == len(TEAMS)
    assert len(roadmaps()) > 50 and len(pulls()) > 12


@pytest.mark.parametrize("setting", TEAMS[:20], ids=lambda setting: setting.team)
def test_eight_statements_four_of_each_kind(setting):
    cards = SORTING.cards(setting)
    right = [card.pile for card in cards]
    assert len({card.text for card in cards}) == 8
    assert sorted(right) == [ANY] * 4 + [FEW] * 4
    assert questions.judge(SORTING, right, setting)["correct"]
    flipped = questions.judge(SORTING, [1 - pile for pile in right], setting)
    assert flipped["misconception"] == "misplaced" and "0 of 8" in flipped["text"]


def test_every_statement_is_drawn_for_some_team_and_has_a_reason_of_its_own():
    assert {card.text for setting in TEAMS for card in setting.own.cards} == {card.text for card in VISIONS}
    assert len({card.reason for card in VISIONS}) == len(VISIONS)


@pytest.mark.parametrize(
    ("name", "right", "behind"),
    [
        ("twenty_requests", 3, {0: "cancel", 1: "additive", 2: "variance"}),
        ("more_dimensions", 0, {1: "flatland", 2: "choice", 3: "waiting"}),
        ("customers_win", 1, {0: "visionary", 2: "customer-is-right", 3: "volume"}),
        ("ten_founders", 2, {0: "survivor", 1: "denominator", 3: "nihilism"}),
    ],
)
def test_the_quiz_names_what_stands_behind_each_answer(name, right, behind):
    question = LESSON.question_named(name)
    assert questions.judge(question, right, TEAMS[0])["correct"]
    for option, misconception in behind.items():
        assert questions.judge(question, option, TEAMS[0])["misconception"] == misconception


def test_twenty_unrelated_steps_end_four_and_a_half_from_the_start():
    wander = Drift(requests=20, reserved=0).run().numbers["rms_wander"]
    assert wander == pytest.approx(4.5, abs=0.05)
    options = LESSON.question_named("twenty_requests").payload(TEAMS[0])["options"]
    assert f"About {wander:.1f} steps away." in options
    assert "about four and a half steps" in KEEP
    assert chance(10, 45) < 0.01 and "fewer than one in a hundred lies within 45°" in KEEP


def test_in_the_false_case_a_request_leads_further_in_any_number_of_dimensions():
    for dimensions in range(2, 21):
        start = LESSON.views["false"].start(settings.read(LESSON, {"dimensions": dimensions}))
        assert start.run().numbers["requests_win"]
        assert start.changed(reserved=0.2).run().numbers["distance_left"] < start.run().numbers["distance_left"]


def test_the_sentence_turns_round_when_requests_lose_their_direction():
    start = LESSON.views["false"].start(TEAMS[0])
    assert not start.changed(alignment=0).run().numbers["requests_win"]


def test_the_numbers_in_the_text_are_the_cases():
    requests = load("requests")
    angle = np.radians(requests["angle"])
    steps = requests.assign(ahead=np.cos(angle), aside=np.sin(angle))
    mean = steps.groupby("segment")[["ahead", "aside"]].mean()
    small = mean.drop("hospital")
    assert f"by {small['ahead'].min():.2f} to {small['ahead'].max():.2f} of a step" in TEXT
    assert small["aside"].abs().max() < 0.06 and len(small) == 5
    hospital = mean.loc["hospital"]
    assert f"aside by {hospital['aside']:.2f} of a step and back by {-hospital['ahead']:.2f}" in TEXT
    customers = requests[requests["segment"] == "hospital"]["customer"].value_counts()
    assert f"Of the {customers.sum()} requests of hospitals {customers.iloc[0]} come from one customer" in TEXT
    assert customers.index[0] == "Castoren Hospitals"
    assert f"holds {len(requests)} requests" in TEXT
    headings = []
    for chosen in (steps[steps["customer"] != "Castoren Hospitals"], steps):
        ahead, aside = ((chosen["revenue_at_stake"] * chosen[side]).sum() for side in ("ahead", "aside"))
        headings.append(abs(math.degrees(math.atan2(aside, ahead))))
    truth = requests.attrs["truth"]
    assert headings == pytest.approx([abs(truth["heading_without_largest"]), truth["heading_of_all"]], abs=0.5)
    assert truth["largest_customer"] == "Castoren Hospitals"
    assert f"for the vision, {headings[0]:.0f}° off. With it the heading is {headings[1]:.0f}° off" in TEXT


def test_the_vision_in_the_text_is_the_cases():
    assert "no appointment in a small clinic goes unused" in load("requests").attrs["description"]
    assert "Its vision: no appointment in a small clinic goes unused." in TEXT


def test_the_explorer_begins_on_a_sheet_of_paper():
    start = LESSON.views[""].start(TEAMS[0])
    assert start.dimensions == 2
    assert words.percent(start.run().numbers["chance_within"]) == "25%"


def test_the_practice_shows_the_roadmap_of_the_question():
    for setting in TEAMS[:10]:
        start = LESSON.views["practise"].start(setting)
        assert (start.requests, start.vision_error) == setting.own.roadmap
        assert start.alignment == 0
        assert start.run().numbers["distance_left"] > start.requests / 2


def test_the_seed_is_stated_once_and_draws_other_numbers():
    assert parameters_cell(LESSON).count("seed:") == 1
    assert settings.read(LESSON, {"seed": 12_345}).own.cards != TEAMS[0].own.cards
