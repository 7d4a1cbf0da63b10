"""One page to take home from a lesson: the prediction against the outcome, the picture, notes, what to keep."""

from __future__ import annotations

import base64
import textwrap
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from plgkit.charts import vegalite
from plgkit.course import questions
from plgkit.course.material import Material
from plgkit.course.questions import Question
from plgkit.course.workbook import Workbook
from plgkit.support.files import write
from plgkit.widgets import payloads, styles
from plgkit.widgets.part import Part
from plgkit.widgets.policy import policy

LONGEST = 5000
"""Characters of a learner's notes."""


class TakeHome(Part):
    """A field for notes, and a button that saves the page beside the answers.

    Parameters
    ----------
    lesson : Lesson
    """

    def __init__(self, lesson: Workbook[Material]) -> None:
        self.lesson = lesson

    def payload(self) -> payloads.TakeHome:
        return {
            "kind": "takehome",
            "title": "Your page to take home",
            "lesson": self.lesson.material.slug,
            "stamp": self.lesson.stamp,
            "notes": self.lesson.current_answers().get("notes", ""),
            "longest": LONGEST,
        }

    def replies(self, message: dict) -> Iterator[dict[str, Any]]:
        notes = str(message.get("notes", ""))[:LONGEST]
        self.lesson.record("notes", "note", notes)
        yield {}  # the page waits for a first word only, and drawing the picture can take longer than it waits
        page, picture = summary(self.lesson, notes)
        journal = self.lesson.journal.path
        files = {
            journal.with_name(f"{journal.stem}.html"): page.encode(),
            journal.with_name(f"{journal.stem}.png"): picture,
        }
        for path, content in files.items():
            write(path, content, private=True)
        yield {
            "saved": f"Saved in {journal.parent.name}/: {', '.join(path.name for path in files)}.",
            "files": [[path.name, base64.b64encode(content).decode()] for path, content in files.items()],
        }

    def still(self, payload: Mapping[str, Any]) -> str:
        return "<p><em>In the notebook, run this cell to write notes and to save a page of this lesson.</em></p>"


def summary(lesson: Workbook[Material], notes: str) -> tuple[str, bytes]:
    """The page to take home, about the lesson's first prediction.

    Parameters
    ----------
    lesson : Lesson
    notes : str
        The learner's own, as plain text.

    Returns
    -------
    page : str
        HTML that needs nothing else.
    picture : bytes
        The page's picture, as PNG.
    """
    material, question = lesson.material, lesson.material.predictions[0]
    prediction = lesson.current_answers().get(question.name)
    sentence = _sentence(lesson, question, prediction)
    picture = _picture(lesson, question, prediction, sentence)
    keep = "".join(f"<li>{escape(line)}</li>" for line in material.keep)
    own_notes = f"<h2>My notes</h2><p style='white-space: pre-wrap'>{escape(notes)}</p>" if notes.strip() else ""
    style = styles.page_styles("page.css")
    source = base64.b64encode(picture).decode()
    page = (
        f"<!doctype html><html lang='en'><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{policy("file")}"><title>{escape(material.title)}</title>'
        f"<link rel='icon' href='data:,'><style>{style}</style><main><h1>{escape(material.title)}</h1>"
        f"<p><strong>{escape(material.question)}</strong> {escape(lesson.setting.team)}</p>"
        f"<img alt='{escape(sentence, True)}' src='data:image/png;base64,{source}'>"
        f"{own_notes}<h2>To keep</h2><ol>{keep}</ol>"
        f"<p><strong>On Monday.</strong> {escape(material.monday)}</p></main></html>"
    )
    return page, picture


def _sentence(lesson: Workbook[Material], question: Question, value: Any) -> str:
    """The verdict on the learner's prediction; the answer alone where there was none."""
    if value is None:
        return question.solution(lesson.setting)
    return questions.judge(question, value, lesson.setting)["text"]


def _picture(lesson: Workbook[Material], question: Question, value: Any, sentence: str) -> bytes:
    assert question.picture is not None
    spec = vegalite.joined(*vegalite.split(question.picture(lesson.setting)))
    spec["datasets"]["prediction"] = [] if value is None else question.overlay(value)
    spec["title"] = {"text": textwrap.wrap(sentence, 90), "fontSize": 13, "fontWeight": "normal"}
    return vegalite.png(spec, scale=2)
