import json

import nbformat
import pytest
from nbconvert.filters import markdown2html

import plgkit as plg
from plgkit.authoring.refresh import PARAMETERS, SETUP
from plgkit.course import settings
from plgkit.course.catalogue import material
from plgkit.course.cells import parameters_cell, setup_cell
from plgkit.course.items import TESTS
from plgkit.course.lesson import Lesson
from plgkit.support import folders
from plgkit.support.errors import Refused
from tests.elements import Elements


@pytest.fixture
def pre(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return plg.test("pre-test", team="Ada", first="A")


@pytest.fixture
def post(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return plg.test("post-test", team="Ada", first="A")


def ask(assessment, question, value=None):
    (reply,) = assessment.paper().replies({"want": "keep", "question": question, "value": value})
    return reply


def test_the_pre_test_says_nothing_about_its_answers(pre):
    shown = json.dumps(pre.paper().payload())
    for question in pre.items():
        for verdict in question.verdicts(pre.setting):
            assert verdict["text"] not in shown
    assert "correct" not in shown and "misconception" not in shown
    assert all(option in shown for question in pre.items() for option in question.payload(pre.setting)["options"])


def test_the_post_test_can_say_why_and_its_still_picture_does_not(post):
    assert all(len(question["verdicts"]) == 4 for question in post.paper().payload()["questions"])
    still = post.paper().stored()["text/html"]
    assert not any(verdict["text"] in still for q in post.items() for verdict in q.verdicts(post.setting))


def test_an_answer_is_kept_unjudged_and_may_be_changed_until_the_end(pre):
    name = pre.items()[0].name
    assert ask(pre, name, 1)["saved"] == "Saved in answers/ada.pre-test.jsonl."
    ask(pre, name, 2)
    entries = pre.journal.read().entries
    assert [(e["part"], e["kind"], e["value"], e["given"]) for e in entries] == [
        (name, "quiz", 1, {"first": "A"}),
        (name, "quiz", 2, {"first": "A"}),
    ]
    assert not {"correct", "misconception"} & entries[0].keys()
    assert pre.current_answers() == {name: 2}


def test_after_the_end_nothing_is_changed(pre):
    first, second, *_ = (question.name for question in pre.items())
    ask(pre, first, 1)
    assert not pre.finished()
    assert ask(pre, "finished", 1)["value"] == 1
    assert pre.finished()
    with pytest.raises(Refused, match="handed in already"):
        ask(pre, second, 1)
    ask(pre, "finished", 1)
    assert len(pre.journal.read().entries) == 2


def test_the_score_counts_right_answers(post):
    for place, question in enumerate(post.items()[:6]):
        ask(post, question.name, (question.answer(post.setting) + place % 2) % 4)
    assert post.score() == 3


@pytest.mark.parametrize(
    ("question", "value", "line"),
    [
        ("evidence.free_trials", 1, "not a question of form A"),
        ("evidence.nothing", 1, "is not a question of pre-test"),
        ("evidence.ipo_list", 4, "4 is not one of the answers 0 to 3"),
        ("evidence.ipo_list", "1", "'1' is not one of the answers"),
    ],
)
def test_what_is_no_answer_is_refused(pre, question, value, line):
    with pytest.raises(Refused, match=line):
        ask(pre, question, value)
    assert pre.journal.read().entries == []


def test_the_instructors_edition_holds_the_answers():
    assessment = plg.test("pre-test", edition="instructor")
    assert all(question["solution"] for question in assessment.paper().payload()["questions"])
    assert assessment.paper().stored()["text/html"].count("<summary>The answer</summary>") == 12


def test_a_hostile_name_stays_text():
    begun = markdown2html(plg.test("pre-test", team="[a](javascript:b) & $c$").begin().text)
    assert Elements(begun).text.strip().endswith("For: [a](javascript:b) & $c$")
    assert "a" not in {tag for tag, _ in Elements(begun).found}
    with pytest.raises(Refused):
        plg.test("pre-test", team="<script>")


def test_lessons_and_tests_are_opened_by_their_own_names():
    with pytest.raises(Refused, match=r"pre-test is a test; open it with plg\.test"):
        plg.lesson("pre-test")
    with pytest.raises(Refused, match="saying-no is not a test; choose pre-test or post-test"):
        plg.test("saying-no")


@pytest.mark.parametrize("name", ["predict", "explore", "reveal", "check", "quiz", "take_home", "keep"])
def test_a_test_has_no_part_that_only_a_lesson_has(name):
    assert callable(getattr(Lesson, name))
    assert not hasattr(plg.test("pre-test"), name)


@pytest.mark.parametrize("slug", TESTS)
def test_the_notebook_states_its_parameters_and_is_thin(slug):
    test = material(slug)
    cells = nbformat.read(folders.notebooks() / test.notebook, as_version=4).cells
    tagged = {tag: cell.source for cell in cells for tag in cell.metadata.get("tags", [])}
    assert tagged[PARAMETERS] == parameters_cell(test)
    assert tagged[SETUP] == setup_cell(test)
    assert [c.source for c in cells if c.cell_type == "code"][2:] == ["test.paper()", "test.answers()"]


def test_the_committed_pre_test_holds_no_answer():
    stored = (folders.notebooks() / material("pre-test").notebook).read_text("utf-8")
    setting = settings.read(material("pre-test"), {})
    for question in material("pre-test").questions:
        assert not any(json.dumps(v["text"], ensure_ascii=False)[1:-1] in stored for v in question.verdicts(setting))


def test_the_answers_can_be_taken_away_as_the_journal_itself(pre):
    ask(pre, pre.items()[0].name, 1)
    (reply,) = pre.answers().replies({"want": "journal"})
    assert reply["text"] == pre.journal.path.read_text("utf-8")
    with pytest.raises(Refused, match="cannot be asked of the answers"):
        list(pre.answers().replies({"want": "keep"}))
