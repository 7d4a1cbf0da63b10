import base64

import pytest

import plgkit as plg
from plgkit.course.takehome import LONGEST, summary
from plgkit.support.errors import Refused

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def lesson(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return plg.lesson("read-the-books", team="Ada & Grace")


def ask(lesson, notes):
    *_, reply = lesson.take_home().replies({"want": "take home", "notes": notes})
    return reply


def test_the_page_holds_the_prediction_the_notes_and_what_to_keep(lesson):
    lesson.keep_answer(lesson.material.predictions[0], 2)
    page, picture = summary(lesson, "ask finance <b>first</b>")
    assert "You said 2; the filings say 5.63" in page
    assert "ask finance &lt;b&gt;first&lt;/b&gt;" in page
    assert "Ada &amp; Grace" in page
    assert all(sentence.split("'")[0] in page for sentence in lesson.material.keep)
    assert picture.startswith(PNG)
    assert base64.b64encode(picture).decode() in page
    assert "http:" not in page and "https:" not in page


def test_without_a_prediction_the_answer_stands_alone(lesson):
    page, _ = summary(lesson, "")
    assert "You said" not in page
    assert "Zoom spent 5.63 dollars" in page
    assert "My notes" not in page


def test_the_prediction_changes_the_picture(lesson):
    _, before = summary(lesson, "")
    lesson.keep_answer(lesson.material.predictions[0], 2)
    _, after = summary(lesson, "")
    assert before != after


def test_notes_are_kept_and_the_files_are_saved_and_offered(lesson, tmp_path):
    reply = ask(lesson, "call Ada")
    names = [name for name, _ in reply["files"]]
    assert names == ["ada-grace.read-the-books.html", "ada-grace.read-the-books.png"]
    assert all((tmp_path / "answers" / name).read_bytes() == base64.b64decode(data) for name, data in reply["files"])
    assert lesson.take_home().payload()["notes"] == "call Ada"


def test_notes_have_an_end(lesson):
    ask(lesson, "x" * (LONGEST + 1))
    assert len(lesson.take_home().payload()["notes"]) == LONGEST


def test_a_page_that_cannot_be_saved_is_refused_in_one_line(lesson, tmp_path):
    ask(lesson, "")
    (tmp_path / "answers" / "ada-grace.read-the-books.png").unlink()
    (tmp_path / "answers" / "ada-grace.read-the-books.png").mkdir()
    with pytest.raises(Refused, match="not written"):
        ask(lesson, "")
