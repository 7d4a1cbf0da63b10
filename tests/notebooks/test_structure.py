"""Every lesson has its ten parts, in order, in plain and correct words."""

import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from plgkit.support import folders
from plgkit.charts import vegalite
from plgkit.course import settings
from plgkit.course.cells import parameters_cell, setup_cell
from plgkit.widgets.grid import Grid
from plgkit.course.lesson import Lesson
from plgkit.course.material import PARTS
from plgkit.course.catalogue import every_material
from plgkit.course.questions import resolve
from tests.wording import CONTRACTION, FILLER

LESSONS = every_material()
ACTS = ("lesson.predict(", "lesson.explore(", "lesson.check(", "lesson.quiz(")
LONGEST_STRETCH = 10


def notebook_of(lesson):
    return nbformat.read(folders.notebooks() / lesson.notebook, as_version=4)


def prose(lesson):
    """Everything a learner reads: the notebook's text, and the lesson file's at its defaults."""
    setting = settings.read(lesson, {})
    texts = [cell.source for cell in notebook_of(lesson).cells if cell.cell_type == "markdown"]
    texts += [lesson.title, lesson.question, lesson.claim, lesson.matters, lesson.monday, *lesson.keep, *lesson.cuts]
    texts += lesson.debrief
    texts += [objective for objective, _ in lesson.objectives] + [step for step, _ in lesson.schedule]
    for question in (*lesson.questions, *lesson.spare):
        texts += [resolve(question.ask, setting), question.solution(setting)]
        texts += [str(verdict["text"]) for verdict in question.verdicts(setting)]
        texts += [str(item) for name in ("options", "items", "cards") for item in question.payload(setting).get(name, [])]
    return texts


@pytest.fixture(params=LESSONS, ids=lambda lesson: lesson.slug)
def lesson(request):
    return request.param


def test_the_parts_stand_in_order(lesson):
    headings = re.findall(
        r"^(#+) (.+)$", "\n".join(c.source for c in notebook_of(lesson).cells if c.cell_type == "markdown"), re.M
    )
    assert headings[0] == ("#", lesson.title)
    assert [text for level, text in headings if level == "##"] == list(PARTS)


def test_the_calls_stand_where_they_belong(lesson):
    code = "\n".join(c.source for c in notebook_of(lesson).cells if c.cell_type == "code")
    calls = ["lesson.begin()", "lesson.predict(", "lesson.explore(", "lesson.reveal(", "lesson.check(", "lesson.quiz()"]
    calls += ["lesson.keep()", "lesson.take_home()", "lesson.answers()"]
    places = [code.index(call) for call in calls]
    assert places == sorted(places)
    for question in (*lesson.predictions, *lesson.exercises):
        assert f'("{question.name}")' in code


def test_the_parameters_are_stated_as_the_lesson_declares_them(lesson):
    tagged = {tag: cell.source for cell in notebook_of(lesson).cells for tag in cell.metadata.get("tags", [])}
    assert tagged["parameters"] == parameters_cell(lesson)
    assert tagged["setup"] == setup_cell(lesson)


@pytest.mark.parametrize("given", [{}, {"scale": 100.0}, {"team": "Ada", "currency": "€"}], ids=str)
def test_the_values_that_the_text_sends_a_learner_to_are_positions_without_a_kernel(lesson, given):
    setting = settings.read(lesson, given)
    for view in lesson.views.values():
        idea, marks = view.start(setting), view.marks(setting)
        grid = Grid(idea, tuple(view.controls or idea.controls), marks=marks)
        axes = dict(zip(grid.controls, grid.axes, strict=True))
        assert all(value in axes[name] for name, values in marks.items() for value in values)


def test_cells_are_thin(lesson):
    for cell in notebook_of(lesson).cells:
        if cell.cell_type == "code" and not {"parameters", "setup"} & set(cell.metadata.get("tags", [])):
            assert len(cell.source.splitlines()) <= 10


def test_every_objective_is_tested_by_something_in_the_lesson(lesson):
    assert 2 <= len(lesson.objectives) <= 4
    asked = {question.name for question in lesson.questions}
    spare = {question.name for question in lesson.spare}
    for objective, tested_by in lesson.objectives:
        assert asked & set(tested_by), objective
        assert set(tested_by) <= asked | spare, objective


def test_every_question_serves_one_objective(lesson):
    serving = [name for _, names in lesson.objectives for name in names]
    assert {question.name for question in lesson.questions if not question.recalls} <= set(serving)
    assert len(serving) == len(set(serving))


def test_the_minutes_add_up_and_no_stretch_is_longer_than_ten(lesson):
    assert sum(minutes for _, minutes in lesson.schedule) == lesson.minutes[0]
    assert max(minutes for _, minutes in lesson.schedule) <= LONGEST_STRETCH


def test_the_quiz_has_three_questions_and_one_from_an_earlier_lesson(lesson):
    recalled = [question.recalls for question in lesson.quiz if question.recalls]
    earlier = {other.slug: other.number for other in LESSONS} | {"start-here": 0}
    assert len(lesson.quiz) == 4
    assert len(recalled) == 1
    assert earlier.get(recalled[0], 0) < lesson.number


def test_every_wrong_option_has_feedback_of_its_own(lesson):
    setting = settings.read(lesson, {})
    for question in (*lesson.quiz, *lesson.spare):
        feedback = [verdict["text"] for verdict in question.verdicts(setting)]
        behind = [verdict["misconception"] for verdict in question.verdicts(setting)]
        assert len(set(feedback)) == len(feedback), question.name
        assert behind.count(None) == 1, question.name
        assert len(set(behind)) == len(behind), question.name


def test_the_right_options_do_not_all_stand_in_one_place(lesson):
    setting = settings.read(lesson, {})
    assert len({question.order.index(question.answer(setting)) for question in lesson.quiz}) > 1


def test_whoever_is_wrong_is_told_something_else_than_whoever_is_right(lesson):
    for team in map(str, range(10)):
        setting = settings.read(lesson, {"team": team})
        for question in (*lesson.exercises, *lesson.quiz):
            texts = {correct: set() for correct in (True, False)}
            for verdict in question.verdicts(setting):
                texts[bool(verdict["correct"])].add(str(verdict["text"]))
            assert texts[True] and not texts[True] & texts[False], question.name


def test_the_instructors_edition_names_every_misconception_of_the_quiz(lesson, tmp_path):
    setting = settings.read(lesson, {"edition": "instructor"})
    told = Lesson(lesson, setting, tmp_path).begin().text
    for question in lesson.quiz:
        for option in question.options:
            assert not option.misconception or option.misconception in told, question.name


def test_the_text_is_plain(lesson):
    for text in prose(lesson):
        assert not CONTRACTION.search(text), text
        assert not FILLER.search(text), text


@pytest.mark.slow
def test_the_spelling_is_right(lesson, tmp_path):
    words = tmp_path / "words.txt"
    words.write_text("\n".join(prose(lesson)), "utf-8")
    found = subprocess.run([Path(sys.executable).with_name("codespell"), words], capture_output=True, text=True)
    assert (found.stdout, found.returncode) == ("", 0)


def pictures(lesson):
    outputs = (output for cell in notebook_of(lesson).cells for output in cell.get("outputs", []))
    return [output.data for output in outputs if "image/png" in output.get("data", {})]


def test_every_picture_has_its_finding_in_words(lesson):
    assert len(pictures(lesson)) >= 3
    for data in pictures(lesson):
        assert data["text/plain"].rstrip().endswith(".")


def test_every_picture_has_a_table_of_what_it_draws(lesson):
    for data in pictures(lesson):
        spec = data[vegalite.V5_MIME]
        table = spec["usermeta"]["table"]
        if "plgkit" in spec["usermeta"]:
            columns = spec["usermeta"]["plgkit"]["cell"]["columns"]
            rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        else:
            rows = next(rows for rows in spec["datasets"].values() if rows)
        if table["marks"]:
            assert set(table["marks"]) <= {row["mark"] for row in rows}
            rows = [row for row in rows if row["mark"] in table["marks"]]
        assert len([row for row in rows if None not in [row[name] for name, _ in table["headings"]]]) >= 2
