import json
from dataclasses import replace

import pytest

from plgkit.charts import vegalite
from plgkit.course.lesson import Lesson
from plgkit.course.questions import Choice, Number, Option
from plgkit.support.errors import Refused
from plgkit.widgets.part import MIME
from tests.course.test_lesson import commit, lines, opened, text

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder of one's own; answers are kept in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lesson():
    return opened()


def test_a_second_commit_is_told_that_the_first_prediction_stays(lesson, folder):
    assert commit(lesson, 2) == {"value": 2, "saved": "Saved in answers/ada.read-the-books.jsonl."}
    again = commit(lesson, 5)
    assert again["value"] == 2 and "your first prediction is shown, and stays" in again["saved"]
    assert [line["value"] for line in lines(folder)] == [2]


def test_the_answers_stand_in_a_table_as_they_were_given(lesson):
    commit(lesson, 1.5)
    lesson.check("growth_bought", 2)
    list(lesson.quiz().replies({"want": "keep", "question": "zoom_label", "value": 0}))
    payload = lesson.answers().payload()
    assert payload["headings"] == ["when (UTC)", "question", "answer", "right"]
    prediction, exercise, quiz = payload["rows"]
    assert prediction[1].startswith("Zoom let people in") and list(map(str, prediction[2:])) == ["1.5", ""]
    assert exercise[1].endswith("had cost the year before?") and list(map(str, exercise[2:])) == ["2", "no"]
    assert quiz[2:] == ("It is not product-led after all, whatever it says.", "no")
    assert payload["file"] == "ada.read-the-books.jsonl"
    assert payload["unreadable"] == []


def test_a_torn_line_is_set_aside_and_reported(lesson, folder):
    commit(lesson, 1.5)
    with open(folder / "answers" / "ada.read-the-books.jsonl", "a") as file:
        file.write('{"v": 1, "at": "2026-')
    payload = opened().answers().payload()
    assert len(payload["rows"]) == 1
    (line,) = payload["unreadable"]
    assert line.startswith("Set aside: ") and line.endswith("line 2: torn, or not JSON")
    assert opened().current_answers() == {"zoom_ratio": 1.5}


def test_an_answer_to_a_question_that_is_gone_is_still_shown(lesson):
    lesson.journal.write("old_question", "quiz", 2, given=lesson.setting.parameters)
    lesson.journal.write("zoom_label", "quiz", 99, given=lesson.setting.parameters)
    gone, odd = lesson.answers().payload()["rows"]
    assert gone[1:] == ("old_question", 2, "")
    assert odd[2] == 99


@pytest.mark.parametrize("message", [{"want": "exact"}, {"want": None}, {}])
def test_a_question_keeps_answers_and_does_nothing_else(lesson, message):
    with pytest.raises(Refused, match="cannot be asked of a question"):
        list(lesson.quiz().replies(message))


def test_the_reveal_is_a_picture_with_room_for_the_learners_number(lesson):
    payload = lesson.reveal("zoom_ratio").payload()
    assert "prediction" in {layer.get("data", {}).get("name") for layer in payload["spec"]["layer"]}
    assert len(payload["columns"]["company"]) == 7 and "Zoom" in payload["columns"]["company"]
    assert payload["truth"].startswith("Zoom spent 5.63 dollars")


def test_the_stored_reveal_is_drawn_by_jupyterlab_and_by_plain_readers(lesson):
    stored = lesson.reveal("zoom_ratio").stored()
    assert stored.keys() == {MIME, vegalite.V5_MIME, "image/png", "text/plain"}
    assert stored["text/plain"].startswith("Zoom spent 5.63 dollars")


def test_what_the_front_end_draws_is_plain_json(lesson):
    commit(lesson, 1.5)
    parts = [lesson.predict("zoom_ratio"), lesson.reveal("zoom_ratio"), lesson.quiz(), lesson.answers()]
    for part in [*parts, *(lesson.check(name) for name in ("growth_bought", "payback", "one_off"))]:
        json.dumps(part.payload(), allow_nan=False)


@pytest.mark.parametrize(
    ("given", "solved"),
    [
        ({}, False),
        ({"show_solutions": True}, True),
        ({"edition": "instructor"}, True),
        ({"edition": "self-study"}, True),
    ],
)
def test_the_stored_page_holds_the_answers_where_the_edition_has_them(given, solved):
    stored = opened(**given).quiz().stored()
    assert ("<details><summary>The answer</summary>" in stored["text/html"]) is solved
    assert ("solution" in stored[MIME]["questions"][0]) is solved


def hostile(lesson):
    """The lesson with a quiz that holds markup."""
    quiz = (Choice(name="odd", ask=SCRIPT, options=(Option(SCRIPT, SCRIPT), Option("b", SCRIPT, SCRIPT))),)
    number = (Number(name="many", ask=SCRIPT, right=lambda setting: 1.0, unit=SCRIPT, explain=SCRIPT, hint=SCRIPT),)
    return Lesson(replace(lesson.material, quiz=quiz, exercises=number, title=SCRIPT), lesson.setting)


def test_text_is_escaped_wherever_it_is_stored_as_html():
    lesson = hostile(opened(show_solutions=True))
    for part in (lesson.quiz(), lesson.check("many")):
        html = part.stored()["text/html"]
        assert "<script" not in html
        assert html.count("&lt;script&gt;") >= 2


def test_feedback_in_a_notebook_is_text_and_no_markup(lesson):
    assert "<script" not in text(hostile(lesson).check("many", 5))
