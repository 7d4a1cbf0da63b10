"""A lesson as a learner meets it: predict, explore, reveal, check, quiz."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from plgkit.charts import theme
from plgkit.course import questions, settings
from plgkit.course.journal import VERSION, Journal
from plgkit.course.material import Material, every_material, material
from plgkit.course.questions import Question
from plgkit.course.settings import Setting
from plgkit.course.takehome import TakeHome
from plgkit.support.errors import Refused, unknown
from plgkit.widgets import storage
from plgkit.widgets.explorer import Explorer
from plgkit.widgets.part import MIME, Part

JUDGED = ("correct", "misconception")
"""What the journal keeps of a verdict."""


def lesson(slug: str, **given: Any) -> "Lesson":
    """Open a lesson.

    Args:
        slug: its name, such as "read-the-books".
        **given: its parameters: team, seed, case, currency, scale, show_solutions, edition, and the
            assumptions of its idea by name.

    Raises:
        Refused: an unknown lesson or parameter (with the nearest name), or a value that is not allowed.

    >>> lesson("read-the-books", team="Ada", currency="€").setting.idea.currency
    '€'
    """
    found = material(slug)
    if found.noun != "lesson":
        raise Refused(f"{slug} is a {found.noun}; open it with plg.{found.noun}")
    return Lesson(found, settings.read(found, given))


def lesson_of(idea: str) -> str | None:
    """The slug of the lesson about an idea, if there is one."""
    return next((one.slug for one in every_material() if one.idea.__name__ == idea), None)


class Lesson:
    """A lesson with its setting and its journal. Made by `plg.lesson()`."""

    def __init__(self, material: Material, setting: Setting, folder: Path | None = None) -> None:
        self.material = material
        self.setting = setting
        self.journal = Journal(material.slug, setting.team, folder)

    def begin(self) -> "Words":
        """What is asked, what is claimed, why it matters, what the learner will be able to do."""
        m = self.material
        goals = "\n".join(f"- {objective}" for objective, _ in m.objectives)
        lines = [
            f"**{m.question}**",
            f"*The claim.* {m.claim}",
            f"*Why it matters on Monday.* {m.matters}",
            f"After this lesson you can\n\n{goals}",
            f"{m.minutes[0]} minutes in a workshop, {m.minutes[1]} alone. Numbers for: **{escape(self.setting.team)}**",
        ]
        if self.setting.edition == "instructor":
            lines.append(self._plan())
        return Words("\n\n".join(lines))

    def predict(self, name: str) -> "Asked":
        """Ask for a prediction; once committed, it is stored and cannot be changed."""
        return Asked(self, [self._question(name, self.material.predictions, "prediction")])

    def explore(self, name: str = "") -> Explorer:
        """The lesson's explorer of that name; without one, the first."""
        if name not in self.material.views:
            raise unknown(f"explorer of {self.material.slug}", name, filter(None, self.material.views))
        view = self.material.views[name]
        return Explorer(view.start(self.setting), view.controls or None, view.title, view.marks(self.setting))

    def reveal(self, name: str) -> "Reveal":
        """The answer to a prediction as a picture, with the learner's own number laid over it."""
        return Reveal(self, self._question(name, self.material.predictions, "prediction"))

    def check(self, name: str, value: Any = None) -> "Asked | Words":
        """Ask an exercise; or, where `value` is given in code, judge it and keep it."""
        question = self._question(name, self.material.exercises, "exercise")
        if value is None:
            return Asked(self, [question])
        verdict = self.keep_answer(question, value)
        return Words(f"**{'✓ Right.' if verdict['correct'] else '✗ Not this.'}** {escape(verdict['text'], False)}")

    def quiz(self) -> "Asked":
        """The lesson's questions, and one recalled from an earlier lesson."""
        return Asked(self, list(self.material.quiz))

    def answers(self) -> "Answers":
        """What the learner answered so far, to look at and to take away."""
        return Answers(self)

    def take_home(self) -> "TakeHome":
        """Notes, and a page of this lesson to save as HTML and its picture as PNG."""
        return TakeHome(self)

    def keep(self) -> "Words":
        """Three sentences to keep, one thing to do on Monday, and the sources."""
        m = self.material
        sentences = "\n".join(f"{i}. {sentence}" for i, sentence in enumerate(m.keep, 1))
        sources = "\n".join(f"- {source}" for source in m.sources)
        return Words(f"{sentences}\n\n**On Monday.** {m.monday}\n\n*Sources*\n\n{sources}")

    def keep_answer(self, question: Question, value: Any) -> dict[str, Any]:
        """Judge an answer and write it to the journal; the first prediction stays.

        Gives the verdict, with `value` the answer that now counts.
        """
        verdict = questions.judge(question, value, self.setting)
        before = self.journal.prediction(question.name, self.setting.variant) if question.locks else None
        if before is not None:
            return questions.judge(question, before["value"], self.setting) | {"value": before["value"]}
        self.note(question.name, self.kind(question), value, **{key: verdict[key] for key in JUDGED})
        return verdict | {"value": value}

    def note(self, part: str, kind: str, value: Any, **more: Any) -> None:
        """Write an answer to the journal, with what the numbers were that the learner had."""
        self.journal.write(part, kind, value, variant=self.setting.variant, given=self.setting.given, **more)

    @property
    def stamp(self) -> dict[str, Any]:
        """What every line of the journal says of this lesson, for pages that write their own."""
        told = {"v": VERSION, "lesson": self.material.slug, "learner": self.journal.learner}
        return told | {"variant": self.setting.variant, "given": self.setting.given}

    def kind(self, question: Question) -> str:
        """The kind of answer that a question gets."""
        return "prediction" if question.locks else "quiz" if question in self.material.quiz else "exercise"

    def payload(self, question: Question) -> dict[str, Any]:
        """What the front end needs to ask a question, to judge its answer and to keep it."""
        asked = questions.question_payload(question, self.setting, self.setting.solved)
        return asked | {"kind": self.kind(question)}

    def current_answers(self) -> dict[str, Any]:
        """The answers that count, by question."""
        found: dict[str, Any] = {}
        for entry in self.journal.read().entries:
            locked = entry["kind"] == "prediction" and entry["part"] in found
            if entry["variant"] == self.setting.variant and not locked:
                found[entry["part"]] = entry["value"]
        return found

    def _question(self, name: str, among: tuple, what: str) -> Question:
        known = {question.name: question for question in among}
        if name not in known:
            raise unknown(f"{what} of {self.material.slug}", name, known)
        return known[name]

    def _plan(self) -> str:
        """What an instructor needs: minutes, wrong answers to expect, what to leave out first."""
        rows = "\n".join(f"| {step} | {minutes} |" for step, minutes in self.material.schedule)
        cuts = "\n".join(f"- {cut}" for cut in self.material.cuts)
        wrong = "\n".join(
            f"- {questions.resolve(question.ask, self.setting)}\n"
            + "\n".join(
                f"    - {questions.sentence(answer)} *{misconception}*: {text}"
                for answer, misconception, text in question.expected_mistakes(self.setting)
            )
            for question in (*self.material.exercises, *self.material.quiz)
        )
        return (
            '<details open class="plg-instructor"><summary>For the instructor</summary>\n\n'
            f"| step | minutes |\n|---|---|\n{rows}\n\n**Leave out first**\n\n{cuts}\n\n"
            f"**Wrong answers to expect, and what to say**\n\n{wrong}\n\n</details>"
        )


class Words:
    """Text of a lesson, shown as Markdown."""

    def __init__(self, text: str) -> None:
        self.text = text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/markdown": self.text, "text/plain": self.text}


class Asked(Part):
    """Questions of a lesson, to be answered on the page."""

    def __init__(self, lesson: Lesson, asked: list[Question]) -> None:
        self.lesson, self.questions = lesson, asked

    def payload(self) -> dict[str, Any]:
        return {
            "kind": "questions",
            "title": f"Questions: {self.lesson.material.title}",
            "lesson": self.lesson.material.slug,
            "edition": self.lesson.setting.edition,
            "stamp": self.lesson.stamp,
            "questions": [self.lesson.payload(question) for question in self.questions],
            "answers": self.lesson.current_answers(),
        }

    def replies(self, message: dict) -> Iterator[dict[str, Any]]:
        if message.get("want") != "keep":
            raise Refused(f"{message.get('want')} cannot be asked of a question")
        question = self.lesson.material.question_named(message["question"])
        verdict = self.lesson.keep_answer(question, message["value"])
        first = verdict["value"] == message["value"]
        said = self.in_words() if first else "You had committed before: your first prediction is shown, and stays."
        yield {"value": verdict["value"], "saved": said}

    def in_words(self) -> str:
        path = self.lesson.journal.path
        return f"Saved in {path.parent.name}/{path.name}."

    def still(self, given: dict[str, Any]) -> str:
        return stills(given["questions"])


def stills(questions: list[dict]) -> str:
    """Questions as plain HTML, for a notebook that is not run and for a page without scripts."""
    return "".join(map(still, questions)) + "<p><em>In the notebook, run this cell to answer.</em></p>"


def still(question: dict) -> str:
    """A question as plain HTML, its answer folded away where the edition holds it."""
    shown = [question["options"][place] for place in question.get("order", [])]
    options = "".join(f"<li>{escape(option)}</li>" for option in shown)
    solution = escape(question.get("solution", ""))
    answer = f"<details><summary>The answer</summary>{solution}</details>" if solution else ""
    unit = f" <em>({escape(question['unit'])})</em>" if "unit" in question else ""
    return f"<p><strong>{escape(question['ask'])}</strong>{unit}</p><ol type='a'>{options}</ol>{answer}"


class Reveal(Part):
    """The model's answer to a prediction, hidden until the learner has committed to one."""

    def __init__(self, lesson: Lesson, question: Question) -> None:
        self.lesson, self.question = lesson, question

    def payload(self) -> dict[str, Any]:
        setting = self.lesson.setting
        made = self.question.picture(setting)
        spec, rows = theme.split(made)
        return {
            "kind": "reveal",
            "title": f"Your prediction and the answer: {questions.resolve(self.question.ask, setting)}",
            "lesson": self.lesson.material.slug,
            "asked": questions.question_payload(self.question, setting, solved=False),
            "waiting": "Commit your prediction above; the answer then appears here, with yours laid over it.",
            "truth": self.question.solution(setting),
            "description": spec.get("description", ""),
            "columns": rows,
            "spec": spec,
            "answers": self.lesson.current_answers(),
        }

    def stored(self) -> dict[str, Any]:
        given = self.payload()
        whole = storage.bundle(theme.joined(given["spec"], given["columns"]), given["truth"])
        return {MIME: given, **whole}


class Answers(Part):
    """A learner's answers to a lesson."""

    COLUMNS = ("when (UTC)", "question", "answer", "right")

    def __init__(self, lesson: Lesson) -> None:
        self.lesson = lesson

    def payload(self) -> dict[str, Any]:
        reading, material = self.lesson.journal.read(), self.lesson.material
        return {
            "kind": "answers",
            "title": "Your answers",
            "lesson": material.slug,
            "columns": list(self.COLUMNS),
            "rows": [self._row(entry) for entry in reading.entries],
            "labels": {q.name: questions.resolve(q.ask, self.lesson.setting) for q in material.questions},
            "file": self.lesson.journal.path.name,
            "variant": self.lesson.setting.variant,
            "unreadable": [f"Set aside: {line}" for line in reading.unreadable],
        }

    def replies(self, message: dict) -> Iterator[dict[str, Any]]:
        if message.get("want") != "journal":
            raise Refused(f"{message.get('want')} cannot be asked of the answers")
        yield {"text": self.lesson.journal.text()}

    def _row(self, entry: dict) -> list:
        given, asked, shown = self.lesson.setting, entry["part"], entry["value"]
        try:
            question = self.lesson.material.question_named(entry["part"])
            asked = questions.resolve(question.ask, given)
            shown = question.in_words(question.check(entry["value"], given), given)
        except Refused:
            pass  # of another variant, or of an earlier edition of the lesson: shown as it was kept
        right = {True: "yes", False: "no"}.get(entry.get("correct"), "") if entry["kind"] != "prediction" else ""
        return [entry["at"][:16].replace("T", " "), asked, shown, right]

    def still(self, given: dict[str, Any]) -> str:
        return "<p><em>In the notebook, your answers appear here when you run this cell.</em></p>"
