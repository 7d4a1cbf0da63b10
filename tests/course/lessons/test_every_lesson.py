"""What every lesson owes its reader, whatever an instructor sets: no test here knows a single lesson."""

import ast
import json
import math
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import plgkit.course.lessons
from plgkit.course import questions, settings
from plgkit.course.catalogue import every_material, slugs
from plgkit.course.questions import Choice, Number, Prediction, resolve
from tests.course.lessons.corners import CORNERS, TEAMS, USUAL

LESSONS = every_material()
EDGES = [
    pytest.param(lesson, parameters, id=f"{lesson.slug} {parameters}")
    for lesson in LESSONS
    for parameters in [*CORNERS.get(lesson.slug, USUAL), *({"team": f"Team {number}"} for number in range(4))]
]
NUMBERS = [
    pytest.param(lesson, question, id=f"{lesson.slug} {question.name}")
    for lesson in LESSONS
    for question in lesson.exercises
    if isinstance(question, Number) and not isinstance(question, Prediction)
]
ALIKE = {("read-the-books", "one_off")}
"""A question whose options may be told the same."""
ENDINGS = {("evidence", "register"): ".?"}
"""How feedback may end where it asks back."""
FOLDER = Path(plgkit.course.lessons.__path__[0])
FILES = {"__init__", "lesson", "exercises", "figures", "cards"}


@cache
def teams(slug):
    lesson = next(lesson for lesson in LESSONS if lesson.slug == slug)
    return [settings.read(lesson, {"team": f"Team {number}"}) for number in range(TEAMS.get(slug, 40))]


def right(question, setting):
    """The right answer in the question's form."""
    if question.form == "sorting":
        return [card.pile for card in question.cards(setting)]
    if question.form == "drawing":
        return [resolve(question.right, setting)] * len(question.at)
    return question.answer(setting)


@pytest.mark.slow
@pytest.mark.parametrize(("lesson", "parameters"), EDGES)
def test_every_setting_makes_all_texts_and_each_right_answer_is_right_by_its_own_check(lesson, parameters):
    setting = settings.read(lesson, parameters)
    for question in (*lesson.questions, *lesson.spare):
        payload = questions.question_payload(question, setting, solved=True)
        assert payload["solution"]
        json.dumps(payload, allow_nan=False)
        assert len(payload["ask"]) > 30 and payload["ask"][-1] in ".?"
        if question.form != "ranking":
            assert questions.judge(question, right(question, setting), setting)["correct"]
        texts = [verdict["text"] for verdict in payload["verdicts"]]
        for text in texts:
            assert text[-1] in ENDINGS.get((lesson.slug, question.name), ".") and len(text) > 20, text
            assert "  " not in text and not re.search(r"\bnan\b|\{(?!given\})", text), text
        if question.form in ("choice", "number") and (lesson.slug, question.name) not in ALIKE:
            assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("lesson", "parameters"), EDGES)
def test_every_explorer_starts_with_a_sentence(lesson, parameters):
    setting = settings.read(lesson, parameters)
    for view in lesson.views.values():
        idea = view.start(setting)
        assert idea.run().sentence
        amounts = [amount for amount in lesson.idea.assumptions("¤").values() if "¤" in amount.unit]
        if amounts and isinstance(idea, lesson.idea):
            assert (idea.currency, idea.scale) == (setting.currency, setting.idea.scale)


@pytest.mark.slow
@pytest.mark.parametrize(("lesson", "question"), NUMBERS)
def test_every_slip_is_told_its_own_mistake_and_no_number_falls_under_two(lesson, question):
    corners = [settings.read(lesson, parameters) for parameters in CORNERS.get(lesson.slug, USUAL)]
    for setting in [*teams(lesson.slug), *corners]:
        answer = question.answer(setting)
        assert question.low < answer < question.high
        for value in (answer, float(f"{answer:.3g}")):
            assert questions.judge(question, value, setting)["correct"]
        slips = [slip for slip in question.slips if math.isfinite(resolve(slip.value, setting))]
        for slip in slips:
            verdict = questions.judge(question, resolve(slip.value, setting), setting)
            assert verdict["misconception"] == slip.misconception, setting
        bands = sorted(question.verdicts(setting)[:-2], key=lambda band: band["low"])
        for band, following in pairwise(bands):
            assert band["high"] < following["low"] or band["misconception"] == following["misconception"], setting
        assert {band["misconception"] for band in bands} == {None, *(slip.misconception for slip in slips)}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_every_wrong_option_has_its_own_misconception(lesson):
    for question in (*lesson.quiz, *lesson.spare):
        verdicts = question.verdicts(settings.read(lesson, {}))
        wrong = [verdict for verdict in verdicts if not verdict["correct"]]
        assert len(wrong) == len(verdicts) - 1 >= 2
        assert len({verdict["misconception"] for verdict in wrong}) == len(wrong), question.name


@pytest.mark.parametrize("slug", slugs())
def test_a_lessons_folder_has_the_files_of_every_lesson_and_leans_on_no_other_lesson(slug):
    folder = FOLDER / slug.replace("-", "_")
    modules = {path.stem: path.read_text("utf-8") for path in folder.glob("*.py")}
    assert {"__init__", "lesson", "exercises"} <= set(modules) <= FILES
    for text in modules.values():
        imports = [node.module for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
        lessons = {name.split(".")[3] for name in imports if name and name.startswith("plgkit.course.lessons.")}
        assert lessons <= {folder.name}
    for name in {"exercises", "figures", "cards"} & set(modules):
        assert f"{folder.name}.lesson" not in modules[name]
        assert len(modules[name].splitlines()) <= 400


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_the_surprise_is_one_slider_away_from_the_first_picture(lesson):
    view = lesson.views[""]
    first = view.start(settings.read(lesson, {}))
    sliders = view.controls or lesson.idea.controls
    moved = {name for name, value in lesson.idea.presets["aha"].items() if getattr(first, name) != value}
    assert len(moved) <= 1 and moved <= set(sliders)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_every_picture_of_an_answer_is_valid(lesson):
    setting = settings.read(lesson, {})
    pictures = [question.picture(setting) for question in lesson.questions if question.picture]
    assert pictures
    for picture in pictures:
        picture.to_dict()  # checked against the schema of Vega-Lite


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_the_right_answer_is_seldom_told_by_its_length(lesson):
    setting = settings.read(lesson, {})
    choices = [question for question in (*lesson.questions, *lesson.spare) if isinstance(question, Choice)]
    stands_out = []
    for choice in choices:
        lengths = {True: [], False: []}
        for option in choice.options:
            lengths[not resolve(option.misconception, setting)].append(len(resolve(option.text, setting)))
        if max(lengths[True]) > 1.2 * max(lengths[False]):
            stands_out.append(choice.name)
    assert len(stands_out) <= len(choices) / 4, stands_out
