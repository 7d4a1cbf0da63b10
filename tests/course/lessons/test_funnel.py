import itertools
import os
import subprocess
import sys

import nbformat
import pytest

import plgkit as plg
from plgkit.charts import vegalite
from plgkit.course.lessons.funnel import exercises
from plgkit.course.questions import judge, resolve
from plgkit.support import folders
from plgkit.support.errors import Refused


def setting(**given):
    return plg.lesson("funnel", **given).setting


def question(name):
    return plg.lesson("funnel").material.question_named(name)


def test_every_order_of_the_stages_is_told_that_all_bring_the_same():
    given = setting()
    said = {judge(question("rank_stages"), list(o), given)["text"] for o in itertools.permutations(range(4))}
    assert len(said) == 24
    assert all("All four bring the same, 1.26 more customers" in text for text in said)


def test_a_lift_in_points_has_a_best_stage():
    given = setting(lift=0.05, lift_kind="points")
    assert judge(question("rank_stages"), [0, 3, 2, 1], given)["correct"]
    assert not judge(question("rank_stages"), [1, 0, 2, 3], given)["correct"]
    assert "Most is won at signup" in judge(question("rank_stages"), [1, 0, 2, 3], given)["text"]


@pytest.mark.parametrize("given", [{}, {"intent": 0.6}, {"true_effect": 0.1}, {"stay_high": 0.9}])
def test_forcing_everybody_adds_the_true_effect_of_those_who_would_not_have(given):
    made = setting(**given)
    idea = made.idea
    not_activated = 1 - (idea.intent * idea.activate_high + (1 - idea.intent) * idea.activate_low)
    assert question("forced").answer(made) == pytest.approx(100 * not_activated * idea.true_effect)


def test_the_gap_as_a_prediction_is_told_that_it_promised_too_much():
    verdict = judge(question("forced"), 23.6, setting())
    assert not verdict["correct"]
    assert "less than the gap promised" in verdict["text"]


@pytest.mark.parametrize(
    ("channel", "step"), [("search", "pay"), ("ads", "signup"), ("partner", "activate"), ("referral", "qualify")]
)
def test_each_channel_has_the_weak_step_that_was_planted(channel, step):
    assert exercises.behind(channel).idxmin() == step
    made = next(made for made in (setting(team=f"team {n}") for n in range(50)) if made.own.channel == channel)
    weak = question("weak_step")
    for option in range(4):
        verdict = judge(weak, option, made)
        assert verdict["correct"] == (resolve(weak.options[option].text, made) == step)
        assert channel in verdict["text"]


def test_the_lowest_rate_of_a_channel_is_not_taken_for_its_weak_step():
    made = next(made for made in (setting(team=f"team {n}") for n in range(50)) if made.own.channel == "partner")
    lowest = exercises.STEPS[1:].index(exercises.passing().loc["partner"].idxmin())
    verdict = judge(question("weak_step"), lowest, made)
    assert verdict["correct"] == (exercises.STEPS[1:][lowest] == "activate")


def test_the_gap_of_the_randomised_is_right_and_that_of_the_others_is_a_marker():
    gap = question("randomised_gap")
    people = exercises.people()
    randomised = people[people["onboarding"] == exercises.RANDOMISED]
    means = randomised.groupby("activated")["stayed"].mean()
    assert judge(gap, round(100 * (means[True] - means[False]), 1), setting())["correct"]
    assert judge(gap, round(100 * exercises.gap(exercises.USUAL), 1), setting())["misconception"] == "marker-is-cause"
    assert judge(gap, round(exercises.gap(exercises.RANDOMISED), 3), setting())["misconception"] == "share-for-points"


PARAMETERS = [
    {"team": "Ada"},
    {"team": "Grace", "currency": "€"},
    {"team": "Zoë", "currency": "kr", "scale": 10},
    {"team": "1", "seed": 3, "edition": "instructor"},
    {"edition": "self-study", "currency": "¥", "scale": 100},
    {"show_solutions": True, "visitors": 0},
    {"visitors": 10_000_000},
    {"lift": 0},
    {"lift": 1},
    {"lift_kind": "points", "lift": 0.5},
    {"intent": 0.0, "stay_low": 0.2},
    {"activate_low": 0, "activate_high": 1},
    {"true_effect": 0, "intent": 0.5},
]


@pytest.mark.parametrize("given", PARAMETERS, ids=str)
def test_any_setting_has_its_answers_or_is_refused_in_one_line(given):
    try:
        lesson = plg.lesson("funnel", **given)
    except Refused as refused:
        assert "\n" not in str(refused)
        return
    for asked in lesson.material.questions:
        assert asked.solution(lesson.setting)
        for verdict in asked.verdicts(lesson.setting):
            assert "nan" not in verdict["text"]
            assert "inf" not in verdict["text"].replace("information", "")


def test_a_setting_in_which_nothing_is_left_to_discover_is_refused():
    with pytest.raises(Refused, match="true_effect: here the gap is the effect"):
        setting(intent=0.0)


def test_five_stages_cannot_be_ranked():
    stages = {"a": 0.5, "b": 0.5, "c": 0.5, "d": 0.5, "e": 0.5}
    with pytest.raises(Refused, match="stages: this lesson ranks 4 stages, 5 were given"):
        setting(stages=stages, costs=dict.fromkeys(stages, 100))


def test_teams_get_different_channels():
    assert len({setting(team=f"team {n}").own.channel for n in range(40)}) == 4


@pytest.mark.parametrize("rise", [20, -10])
def test_a_learners_rise_is_laid_over_the_bars_where_it_leads(rise):
    """The bars are shares who stay, the answer is by how many points that share rises."""
    given = setting()
    prediction = question("forced")
    spec, rows = vegalite.split(prediction.picture(given))
    drawn = vegalite.joined(spec, rows)
    drawn["datasets"]["prediction"] = prediction.overlay(rise)
    leads_to = 100 * given.idea.run().numbers["stay_now"] + rise
    assert f"you: {leads_to:.1f}%" in vegalite.svg(drawn)


@pytest.mark.slow
def test_a_learners_kernel_holds_neither_duckdb_nor_the_drawing_library(tmp_path):
    """Both together would make the kernel half as large again."""
    cells = nbformat.read(folders.notebooks() / "11_funnel.ipynb", as_version=4).cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    code += "\nimport sys; print({'duckdb', 'vl_convert'} & set(sys.modules))"
    live = os.environ | {"PLGKIT_OUTPUT": "live"}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=live, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1:] == ["set()"], done.stderr
