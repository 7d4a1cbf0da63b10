"""What the cells of a lesson or an assessment show: text, questions, a revealed answer, the answers so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, cast

from plgkit.charts import vegalite
from plgkit.course import questions
from plgkit.course.entries import belongs
from plgkit.course.questions import Question
from plgkit.course.workbook import Workbook
from plgkit.support.errors import Refused
from plgkit.support.names import plain
from plgkit.widgets import payloads, storage
from plgkit.widgets.part import MIME, Part
from plgkit.widgets.payloads import Entry

ANOTHER = "(with other numbers, or to an earlier edition of the question)"
"""What is said of an answer that is shown as it was kept, for it does not count."""


class Markdown:
    """A text, shown as Markdown.

    Parameters
    ----------
    text : str
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/markdown": self.text, "text/plain": plain(self.text)}


class QuestionsPart(Part):
    """Questions of a lesson, to be answered on the page.

    Parameters
    ----------
    workbook : Workbook
    questions : sequence of Question
    """

    def __init__(self, workbook: Workbook, questions: Sequence[Question]) -> None:
        self.workbook, self.questions = workbook, questions

    def payload(self) -> payloads.Questions:
        workbook = self.workbook
        return {
            "kind": "questions",
            "title": f"Questions: {workbook.material.title}",
            "lesson": workbook.material.slug,
            "edition": workbook.setting.edition,
            "stamp": workbook.stamp,
            "questions": [workbook.payload(question) for question in self.questions],
            "answers": workbook.current_answers(),
        }

    def replies(self, message: dict) -> Iterator[dict[str, Any]]:
        if message.get("want") != "keep":
            raise Refused(f"{message.get('want')} cannot be asked of a question")
        question = self.workbook.material.question_named(message["question"])
        value = self.workbook.keep_answer(question, message["value"])["value"]
        locked = value != message["value"]
        earlier = "You had committed before: your first prediction is shown, and stays."
        yield {"value": value, "saved": earlier if locked else self.workbook.saved}

    def still(self, payload: Mapping[str, Any]) -> str:
        return stills(payload["questions"])


class Reveal(Part):
    """The model's answer to a prediction, hidden until the learner has committed to one.

    Parameters
    ----------
    workbook : Workbook
    question : Question
        A prediction: it has a picture.
    """

    def __init__(self, workbook: Workbook, question: Question) -> None:
        self.workbook, self.question = workbook, question

    def payload(self) -> payloads.Reveal:
        setting, question = self.workbook.setting, self.question
        assert question.picture is not None
        spec, columns = vegalite.split(question.picture(setting))
        return {
            "kind": "reveal",
            "title": f"Your prediction and the answer: {questions.resolve(question.ask, setting)}",
            "lesson": self.workbook.material.slug,
            "question": cast(payloads.Question, questions.question_payload(question, setting, solved=False)),
            "waiting": "Commit your prediction above; the answer then appears here, with yours laid over it.",
            "truth": question.solution(setting),
            "description": spec.get("description", ""),
            "columns": columns,
            "spec": spec,
            "answers": self.workbook.current_answers(),
        }

    def begun(self) -> dict[str, Any]:
        return {"text/plain": self.payload()["waiting"]}

    def stored(self) -> dict[str, Any]:
        payload = self.payload()
        chart = storage.bundle(vegalite.joined(payload["spec"], payload["columns"]), payload["truth"])
        return {MIME: payload, **chart}


class Answers(Part):
    """A learner's answers to a lesson or an assessment, to look at and to take away.

    Parameters
    ----------
    workbook : Workbook
    """

    COLUMNS = ("when (UTC)", "question", "answer", "right")

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook

    def payload(self) -> payloads.Answers:
        workbook = self.workbook
        reading, material = workbook.journal.read(), workbook.material
        return {
            "kind": "answers",
            "title": "Your answers",
            "lesson": material.slug,
            "headings": list(self.COLUMNS),
            "rows": [self._row(entry) for entry in reading.entries],
            "labels": {q.name: questions.resolve(q.ask, workbook.setting) for q in material.questions},
            "file": workbook.journal.path.name,
            "stamp": workbook.stamp,
            "unreadable": [f"Set aside: {line}" for line in reading.unreadable],
        }

    def replies(self, message: dict) -> Iterator[dict[str, Any]]:
        if message.get("want") != "journal":
            raise Refused(f"{message.get('want')} cannot be asked of the answers")
        yield {"text": self.workbook.journal.text()}

    def _row(self, entry: Entry) -> tuple[str, str, Any, str]:
        workbook, label, answer = self.workbook, entry["part"], entry["value"]
        try:
            question = workbook.material.question_named(entry["part"])
            label = questions.resolve(question.ask, workbook.setting)
            if belongs(entry, workbook.stamp, workbook.editions()):
                answer = question.in_words(question.check(entry["value"], workbook.setting), workbook.setting)
            else:
                answer = f"{answer} {ANOTHER}"
        except Refused:
            pass  # of a question that is gone, or none of its answers any more: shown as it was kept
        prediction = entry["kind"] == "prediction"
        right = "" if prediction else {True: "yes", False: "no"}.get(entry.get("correct"), "")
        return entry["at"][:16].replace("T", " "), label, answer, right

    def still(self, payload: Mapping[str, Any]) -> str:
        return "<p><em>In the notebook, your answers appear here when you run this cell.</em></p>"


def stills(payloads: Sequence[dict[str, Any]]) -> str:
    """Questions as plain HTML, for a notebook that is not run and for a page without scripts.

    Parameters
    ----------
    payloads : sequence of dict
        One of `Workbook.payload` for each question.

    Returns
    -------
    str
        HTML; an answer is folded away where the edition holds it.
    """
    return "".join(map(_still, payloads)) + "<p><em>In the notebook, run this cell to answer.</em></p>"


def _still(payload: dict[str, Any]) -> str:
    texts = [payload["options"][place] for place in payload.get("order", [])]
    options = "".join(f"<li>{escape(text)}</li>" for text in texts)
    solution = escape(payload.get("solution", ""))
    answer = f"<details><summary>The answer</summary>{solution}</details>" if solution else ""
    unit = f" <em>({escape(payload['unit'])})</em>" if "unit" in payload else ""
    return f"<p><strong>{escape(payload['ask'])}</strong>{unit}</p><ol type='a'>{options}</ol>{answer}"
