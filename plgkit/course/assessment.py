"""The pre-test and the post-test as a learner meets them: twelve questions, and nothing told before the end."""

from collections.abc import Iterator
from html import escape
from typing import Any

from plgkit.course import questions, settings
from plgkit.course.items import Test
from plgkit.course.lesson import Lesson, Words, stills
from plgkit.course.material import TESTS, material
from plgkit.course.questions import Question
from plgkit.support.errors import Refused
from plgkit.widgets.part import Part

FINISHED = "finished"
"""The part of the journal that says that a test was handed in, with the number of its answers."""


def test(slug: str, **given: Any) -> "Sitting":
    """Open the pre-test or the post-test.

    Args:
        slug: "pre-test" or "post-test".
        **given: its parameters: team, seed, currency, scale, show_solutions, edition, and `first`, the form of
            the pre-test, "A" or "B"; the post-test has the other one.

    Raises:
        Refused: neither of the two, an unknown parameter, or a value that is not allowed.

    >>> test("pre-test", first="A").paper().payload()["questions"][0]["name"]
    'evidence.ipo_list'
    """
    if slug not in TESTS:
        raise Refused(f"{slug} is not a test; choose {' or '.join(TESTS)}")
    found = material(slug)
    return Sitting(found, settings.read(found, given))


class Sitting(Lesson):
    """A test with its setting and its journal. Made by `plg.test()`."""

    material: Test

    def begin(self) -> Words:
        """What the test is, and how it is answered."""
        m, form = self.material, self.material.form(self.setting)
        last = f"{m.minutes[0]} minutes. Form {form}. For: **{escape(self.setting.team)}**"
        return Words(f"**{m.question}**\n\n{m.matters}\n\n{last}")

    def paper(self) -> "Paper":
        """The twelve questions of this learner's form."""
        return Paper(self)

    def asked(self) -> list[Question]:
        """Those questions."""
        return list(self.material.asked(self.setting))

    def finished(self) -> bool:
        """Whether the learner has handed the test in."""
        return FINISHED in self.current_answers()

    def payload(self, question: Question) -> dict[str, Any]:
        """Without what the answers are told, where the test does not teach."""
        asked = super().payload(question)
        if not self.material.teaches:
            asked.pop("verdicts")
        return asked

    def keep_answer(self, question: Question, value: Any) -> dict[str, Any]:
        """Write an answer to the journal, unjudged; the last one counts.

        Raises:
            Refused: the test was handed in already, or this is not the question's form of answer.
        """
        if question not in self.asked():
            raise Refused(f"{question.name}: not a question of form {self.material.form(self.setting)}")
        if self.finished():
            raise Refused("This test was handed in already; its answers stay as they are.")
        self.note(question.name, self.kind(question), question.check(value, self.setting))
        return {"value": value}

    def finish(self) -> int:
        """Hand the test in; how many of its questions were answered."""
        answered = sum(question.name in self.current_answers() for question in self.asked())
        if not self.finished():
            self.note(FINISHED, "note", answered)
        return answered

    def score(self) -> int:
        """How many of the questions were answered right."""
        kept = self.current_answers()
        given = [(question, kept[question.name]) for question in self.asked() if question.name in kept]
        return sum(questions.judge(question, value, self.setting)["correct"] for question, value in given)


class Paper(Part):
    """The questions of a test, answered in any order and handed in together."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting

    def payload(self) -> dict[str, Any]:
        sitting = self.sitting
        return {
            "kind": "paper",
            "title": sitting.material.title,
            "lesson": sitting.material.slug,
            "edition": sitting.setting.edition,
            "form": sitting.material.form(sitting.setting),
            "stamp": sitting.stamp,
            "questions": [sitting.payload(question) for question in sitting.asked()],
            "end": FINISHED,
            "answers": sitting.current_answers(),
        }

    def replies(self, message: dict) -> Iterator[dict[str, Any]]:
        want, part = message.get("want"), message.get("question")
        if want != "keep":
            raise Refused(f"{want} cannot be asked of a test")
        if part == FINISHED:
            yield {"value": self.sitting.finish(), "saved": self._saved()}
        else:
            question = self.sitting.material.question_named(part)
            yield self.sitting.keep_answer(question, message["value"]) | {"saved": self._saved()}

    def _saved(self) -> str:
        path = self.sitting.journal.path
        return f"Saved in {path.parent.name}/{path.name}."

    def still(self, given: dict[str, Any]) -> str:
        return stills(given["questions"])
