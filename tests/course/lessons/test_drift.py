import csv
import json
import math
import re

import nbformat
import numpy as np
import pytest
from click.testing import CliRunner
from scipy.optimize import brentq

from plgkit.cases.catalogue import load
from plgkit.cli import main
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


def left(steps, error, share):
    """The distance left with requests in any direction: what the vision misses, and how far they wander."""
    angle = math.radians(error)
    missed = steps * math.hypot(1 - share * math.cos(angle), share * math.sin(angle))
    return math.hypot(missed, math.sqrt((1 - share) * steps))


def heading(requests):
    """The direction of the sum of steps, each as long as the money that hangs on it; and how long that sum is."""
    total = (requests["revenue_at_stake"] * np.exp(1j * np.radians(requests["angle"]))).sum()
    return math.degrees(np.angle(total)), abs(total)


def test_the_prediction_is_the_heading_of_the_ledger():
    (prediction,) = LESSON.predictions
    requests = load("requests")
    expected, _ = heading(requests)
    assert prediction.answer(TEAMS[0]) == pytest.approx(expected)
    assert expected == pytest.approx(requests.attrs["truth"]["heading_of_all"], abs=0.5)
    for value in (67, expected):
        assert questions.judge(prediction, value, TEAMS[0])["correct"]


def test_the_question_says_what_the_ledger_holds():
    (prediction,) = LESSON.predictions
    requests, asked = load("requests"), LESSON.predictions[0].ask(TEAMS[0])
    largest = requests["customer"] == requests.attrs["truth"]["largest_customer"]
    money = requests["revenue_at_stake"]
    share = money[largest].sum() / money.sum()
    angles = [abs(round(heading(requests[chosen])[0])) for chosen in (largest, ~largest)]
    assert f"has {100 * share:.0f}% of the money at stake" in asked
    assert f"head {angles[0]}° off the vision" in asked and f"head {angles[1]}° off it" in asked
    weighted = share * heading(requests[largest])[0] + (1 - share) * heading(requests[~largest])[0]
    told = prediction.solution(TEAMS[0])
    assert f"the mean of the two angles would be {weighted:.0f}°" in told
    for chosen in (largest, ~largest):
        assert f"{heading(requests[chosen])[1] / money[chosen].sum():.2f}" in told


def test_a_prediction_is_told_which_way_it_misses():
    (prediction,) = LESSON.predictions
    told = [questions.judge(prediction, value, TEAMS[0])["text"] for value in (43, 67, 107)]
    assert told[0].startswith("You said 43°; the ledger says 67°. The largest customer turns it further")
    assert "That is close" in told[1]
    assert "turns it less" in told[2]


def test_the_picture_of_the_ledger_has_a_dot_for_each_request_and_room_for_an_answer():
    (prediction,) = LESSON.predictions
    spec = prediction.picture(TEAMS[0]).to_dict()
    rows = next(rows for rows in spec["datasets"].values() if rows)
    assert sum(row["mark"] == "request" for row in rows) == len(load("requests"))
    assert {row["label"] for row in rows if row["mark"] == "heading"} == {
        "all other customers: 1°",
        "Castoren Hospitals: 107°",
        "all together: 67°",
    }
    assert "datum.prediction" in str(spec)


@pytest.mark.parametrize("setting", [*TEAMS, *EDGES], ids=lambda setting: setting.team)
def test_the_reserved_share_is_the_models_and_each_mistake_is_named(setting):
    steps, error = setting.own.roadmap
    assert f"{steps} steps" in SHARE.ask(setting) and f"off by {error}°" in SHARE.ask(setting)
    share = brentq(lambda f: left(steps, error, f) - steps / 2, 0.3, math.cos(math.radians(error)))
    assert SHARE.answer(setting) == pytest.approx(100 * share, rel=1e-6)
    started = setting.own.roadmap.started(setting).changed(reserved=share)
    assert started.run().numbers["distance_left"] == pytest.approx(steps / 2)
    assert left(steps, error, share - 0.02) > steps / 2 > left(steps, error, share + 0.02)
    assert steps / 2 > left(steps, error, 1)  # "with a larger share less than half of the way is left"
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
        (25 * sum(abs(part) for part in parts), "sign-lost"),
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
        ("nearer_end", 0, {1: "progress", 2: "straight", 3: "progress-is-distance"}),
        ("customers_win", 1, {0: "visionary", 2: "customer-is-right", 3: "volume"}),
        ("ten_founders", 2, {0: "survivor", 1: "denominator", 3: "nihilism"}),
    ],
)
def test_the_quiz_names_what_stands_behind_each_answer(name, right, behind):
    question = LESSON.question_named(name)
    assert questions.judge(question, right, TEAMS[0])["correct"]
    for option, misconception in behind.items():
        assert questions.judge(question, option, TEAMS[0])["misconception"] == misconception


def test_twenty_unrelated_steps_end_four_and_a_half_from_the_start_and_no_nearer_to_the_goal():
    found = Drift(requests=20, reserved=0).run().numbers
    assert found["rms_wander"] == pytest.approx(4.5, abs=0.05)
    options = LESSON.question_named("twenty_requests").payload(TEAMS[0])["options"]
    assert f"About {found['rms_wander']:.1f} steps away." in options
    assert "about four and a half steps" in KEEP and found["distance_left"] > 20


def told(name, option):
    return questions.judge(LESSON.question_named(name), option, TEAMS[0])["text"]


def first_error(alignment):
    """The first whole degree from which on the requests end nearer than the vision, by steps in a plane or in space."""
    mean = 1 / math.tanh(alignment) - 1 / alignment if alignment else 0
    asked = math.hypot(20 * (1 - mean), math.sqrt(20 * (1 - mean**2)))
    return next(degrees for degrees in range(181) if 40 * math.sin(math.radians(degrees / 2)) > asked)


def test_from_which_error_on_the_requests_end_nearer():
    unrelated, agreeing = first_error(0), first_error(5)
    assert f"off by {unrelated}° or more" in told("customers_win", 0)
    assert f"an error of {unrelated}° if" in told("customers_win", 1)
    assert f"each leads 0.8 of a step ahead on average, {agreeing}° is enough" in told("customers_win", 1)
    assert f"a vision that is {unrelated}° off or more" in TEXT
    start = LESSON.views["false"].start(TEAMS[0])
    assert f"ends nearer only below {first_error(start.alignment)}°" in TEXT
    for alignment in (0, start.alignment):
        turned = first_error(alignment)
        for degrees in (turned - 1, turned):
            found = start.changed(alignment=alignment, vision_error=degrees).run().numbers
            assert found["requests_win"] == (degrees == turned)


def test_what_leads_further_ahead_does_not_end_nearer():
    ahead, mean = math.cos(math.radians(30)), 1 / math.tanh(5) - 1 / 5
    vision, requests = 40 * math.sin(math.radians(15)), math.hypot(20 * (1 - mean), math.sqrt(20 * (1 - mean**2)))
    assert ahead > mean and requests < vision
    question = LESSON.question_named("nearer_end")
    assert f"leads {ahead:.2f} of a step ahead. A request leads {mean:.1f} ahead" in question.ask(TEAMS[0])
    for option in range(4):
        assert f"{vision:.1f}" in told("nearer_end", option) and f"{requests:.1f}" in told("nearer_end", option)
    assert f"{20 * ahead:.1f} steps of twenty against {20 * mean:.0f}" in told("nearer_end", 1)
    assert f"about {math.sqrt(20 * (1 - mean**2)):.1f} steps" in told("nearer_end", 2)
    assert f"leads {ahead:.2f} of a step ahead, requests at an alignment of 5 only {mean:.1f}" in TEXT
    assert f"the vision ends {vision:.1f} steps from the goal and the requests {requests:.1f}" in TEXT


def test_in_the_false_case_the_requests_end_nearer_whatever_an_instructor_set():
    for setting in EDGES:
        start = LESSON.views["false"].start(setting)
        assert start == LESSON.views["false"].start(TEAMS[0]) or setting.currency != "$" or setting.scale != 1
        found = start.run().numbers
        assert found["requests_win"]
        assert f"ends {words.number(found['distance_vision'])} steps from a goal that was {start.requests} away" in TEXT
        assert f"the requests {words.number(found['distance_requests'])}." in TEXT
        assert f"whose vision is {words.number(start.vision_error)}° off" in TEXT


def test_the_assumption_that_flips_the_verdict_has_a_slider_there_and_flips_it():
    view = LESSON.views["false"]
    start = view.start(TEAMS[0])
    assert "vision_error" in view.controls and start.run().numbers["requests_win"]
    assert not start.changed(vision_error=0).run().numbers["requests_win"]


def test_the_numbers_in_the_text_are_the_cases():
    requests = load("requests")
    angle = np.radians(requests["angle"])
    steps = requests.assign(ahead=np.cos(angle), aside=np.sin(angle))
    mean = steps.groupby("segment")[["ahead", "aside"]].mean()
    small = mean.drop("hospital")
    assert f"lead ahead by {small['ahead'].min():.2f} to {small['ahead'].max():.2f} of a step" in TEXT
    assert small["aside"].abs().max() < 0.06 and len(small) == 5
    clinics = steps[steps["segment"] != "hospital"]
    assert f"{(clinics['ahead'] < 0).sum()} of these {len(clinics)} point backwards" in TEXT
    error = clinics.groupby("segment")["ahead"].sem()
    assert small["ahead"].max() - small["ahead"].min() < 2 * math.hypot(*error.nsmallest(2))
    assert f"Together they lead ahead by {clinics['ahead'].mean():.2f}" in TEXT
    kappa = brentq(lambda k: 1 / math.tanh(k) - 1 / k - clinics["ahead"].mean(), 0.1, 10)
    assert f"that is an alignment of {kappa:.1f}:" in TEXT
    hospital = mean.loc["hospital"]
    assert f"aside by {hospital['aside']:.2f} of a step and back by {-hospital['ahead']:.2f}" in TEXT
    customers = requests[requests["segment"] == "hospital"]["customer"].value_counts()
    assert f"Of the {customers.sum()} requests of hospitals {customers.iloc[0]} come from one customer" in TEXT
    assert customers.index[0] == "Castoren Hospitals"
    assert f"a ledger of {len(requests)} requests" in TEXT
    largest = requests["customer"] == "Castoren Hospitals"
    (alone, kept), (others, left_over), (together, _) = (
        heading(requests[c]) for c in (largest, ~largest, largest | True)
    )
    truth = requests.attrs["truth"]
    assert [others, together] == pytest.approx([truth["heading_without_largest"], truth["heading_of_all"]], abs=0.5)
    assert truth["largest_customer"] == "Castoren Hospitals"
    assert f"for the vision, {-others:.0f}° off. With it the heading is {together:.0f}° off" in TEXT
    assert f"The first row alone gives {alone:.0f}°, the second {-others:.0f}°" in TEXT
    money = requests["revenue_at_stake"]
    ahead, aside = ((money * steps[side]).sum() for side in ("ahead", "aside"))
    assert f"{aside:,.0f} aside for {ahead:,.0f} ahead is an angle of {together:.0f}°" in TEXT
    assert f"{aside:.0f}/{ahead:.0f} = {aside / ahead:.2f}" in TEXT
    assert f"{kept:,.0f} of its {money[largest].sum():,} are left" in TEXT
    assert f"only {left_over:,.0f} of the others' {money[~largest].sum():,}" in TEXT


def test_the_vision_in_the_text_is_the_cases():
    assert "no appointment in a small clinic goes unused" in load("requests").attrs["description"]
    assert "Its vision: no appointment in a small clinic goes unused." in TEXT


def test_the_explorer_begins_with_requests_in_any_direction():
    start = LESSON.views[""].start(TEAMS[0])
    assert start.alignment == 0 and start.changed(reserved=0.0).run().numbers["distance_left"] > start.requests


def test_goal_and_right_direction_are_explained_where_they_are_first_used():
    words_of = TEXT.index("The **goal** is"), TEXT.index("The **right direction** is"), TEXT.index("The **vision** is")
    assert list(words_of) == sorted(words_of) and words_of[2] < TEXT.index("## Explore")


def test_the_practice_shows_the_roadmap_of_the_question():
    for setting in TEAMS[:10]:
        start = LESSON.views["practise"].start(setting)
        assert (start.requests, start.vision_error) == setting.own.roadmap
        assert start.alignment == 0
        assert start.run().numbers["distance_left"] > start.requests / 2


def test_the_seed_is_stated_once_and_draws_other_numbers():
    assert parameters_cell(LESSON).count("seed:") == 1
    assert settings.read(LESSON, {"seed": 12_345}).own.cards != TEAMS[0].own.cards


def test_the_number_of_dimensions_is_refused_in_one_line():
    with pytest.raises(Refused) as refusal:
        settings.read(LESSON, {"dimensions": 10})
    line = str(refusal.value)
    assert line.startswith("dimensions is not a parameter of drift; choose one of alignment, ") and "\n" not in line


def test_a_journal_from_when_there_were_dimensions_is_read(tmp_path):
    """Line by line: what is still asked counts, of everything else it is told why it does not."""
    same = {"v": 1, "lesson": "drift", "learner": "Ada", "variant": "9f76a88c", "given": {"dimensions": 5}}
    answers = [
        ("chance_within", "prediction", {"value": 25}),
        ("reserved_share", "exercise", {"value": 73, "correct": True, "misconception": None}),
        ("twenty_requests", "quiz", {"value": 1, "correct": False, "misconception": "additive"}),
    ]
    lines = [
        same | {"at": f"2026-11-26T09:0{i}:00.000+00:00", "part": part, "kind": kind} | rest
        for i, (part, kind, rest) in enumerate(answers)
    ]
    (tmp_path / "ada.drift.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    out = tmp_path.with_name("report")
    done = CliRunner().invoke(main, ["collect", str(tmp_path), "--out", str(out)])
    assert done.exit_code == 0, done.output
    (answer,) = csv.DictReader((out / "answers.csv").open(encoding="utf-8", newline=""))
    assert (answer["question"], answer["right"], answer["misconception"]) == ("twenty_requests", "no", "additive")
    reasons = [row["reason"] for row in csv.DictReader((out / "set_aside.csv").open(encoding="utf-8", newline=""))]
    assert any("'chance_within'" in reason for reason in reasons)
    assert any("reserved_share: an answer to edition 1" in reason for reason in reasons) and len(reasons) == 2
