import json

import pytest

from plgkit.charts import vegalite
from plgkit.ideas.drift import Drift
from plgkit.models import words
from plgkit.support.errors import Refused


def numbers(**given):
    return Drift(**given).run().numbers


def test_twenty_random_requests_wander_and_make_no_progress():
    found = numbers(reserved=0)
    assert found["rms_wander"] == pytest.approx(4.47, abs=0.005)
    assert found["expected_progress"] == 0


def test_half_the_steps_along_the_vision():
    found = numbers()
    assert found["expected_progress"] == pytest.approx(10)
    assert found["distance_left"] == pytest.approx(10.5, abs=0.05)


def test_known_values():
    assert numbers()["chance_within"] == pytest.approx(0.1464, abs=0.00005)
    assert numbers(alignment=1)["mean_alignment"] == pytest.approx(0.313, abs=0.0005)


def test_a_true_vision_alone_arrives():
    found = numbers(reserved=1)
    assert found["distance_left"] == found["distance_drawn"] == 0


def test_a_sideways_vision_brings_exactly_no_progress():
    assert numbers(vision_error=90, reserved=1)["expected_progress"] == 0


def test_aha_twenty_requests_without_a_common_direction_end_further_from_the_goal_than_they_began():
    aha = Drift.scenarios()["aha"]
    assert aha.run().numbers["distance_left"] > aha.requests
    assert Drift().run().numbers["distance_left"] < aha.requests


def test_the_error_of_the_vision_flips_the_verdict():
    flip = Drift.scenarios()["flip"]
    assert flip.model_dump().items() - Drift().model_dump().items() == {("vision_error", 75.0)}
    assert Drift().run().numbers["requests_win"] is False and flip.run().numbers["requests_win"] is True
    assert "the vision ends nearer" in Drift().run().sentence and "the requests end nearer" in flip.run().sentence


def test_false_following_the_requests_ends_closer_than_following_the_vision():
    false = Drift.scenarios()["false"]
    found = false.run().numbers
    assert found["requests_win"] is True
    assert found["distance_requests"] < found["distance_left"] < found["distance_vision"]


@pytest.mark.parametrize("idea", [*Drift.scenarios().values(), Drift(vision_error=90), Drift(requests=1)])
def test_a_tie_is_no_win_and_the_headline_says_what_the_sentence_says(idea):
    found = idea.run().numbers
    said = idea.in_words("requests_win", found["requests_win"])
    assert ("the requests end nearer" in idea.run().sentence) == (said == "yes")


def test_the_picture_marks_where_the_reader_stands_and_where_least_is_left():
    idea = Drift(alignment=1.6, vision_error=20, reserved=0.3)
    rows = idea.run().frame.set_index(["mark", "series"])
    assert (
        rows.loc[("flag", "here"), "label"]
        == f"30% reserved: {words.count(idea.run().numbers['distance_left'], 'step')} left"
    )
    best = words.percent(idea.run().numbers["best_share"])
    assert rows.loc[("flag", "least"), "label"].endswith(f"at {best}")
    lines = rows.loc["line"].reset_index()
    expected = lines[lines["series"] == "expected"].set_index("share")["distance"]
    assert expected.loc[0.5] == pytest.approx(idea.changed(reserved=0.5).run().numbers["distance_left"])
    drawn = lines[lines["series"] == "one draw"].set_index("share")["distance"]
    assert drawn.loc[0.5] == pytest.approx(idea.changed(reserved=0.5).run().numbers["distance_drawn"])
    json.dumps(vegalite.spec(idea.chart()), allow_nan=False)


@pytest.mark.parametrize(
    ("given", "line"),
    [({"dimensions": 10}, "dimensions is not an assumption of Drift"), ({"requests": 61}, "requests: 61 is not")],
)
def test_what_it_no_longer_takes_is_refused_in_one_line(given, line):
    with pytest.raises(Refused) as refusal:
        Drift(**given)
    assert str(refusal.value).startswith(line) and "\n" not in str(refusal.value)
