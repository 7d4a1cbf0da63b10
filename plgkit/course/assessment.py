"""The pre-test and the post-test as a learner meets them: twelve questions, and no verdict before the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from plgkit.course import questions, settings
from plgkit.course.catalogue import material
from plgkit.course.entries import FIRST_EDITION
from plgkit.course.items import TESTS, AssessmentMaterial
from plgkit.course.parts import Answers, Markdown, stills
from plgkit.course.questions import Question
from plgkit.course.workbook import Workbook
from plgkit.support.errors import Refused
from plgkit.support.names import markdown
from plgkit.widgets import payloads
from plgkit.widgets.part import Part

FINISHED = "finished"
"""The part of the journal that says that a test was handed in, with the number of its answers."""


def test(slug: str, **parameters: Any) -> Assessment:
    """Open the pre-test or the post-test.

    Parameters
    ----------
    slug : str
        "pre-test" or "post-test".
    **parameters
        team, seed, currency, scale, show_solutions, edition, and `first`, the form of the pre-test, "A" or "B";
        the post-test has the other one.

    Returns
    -------
    Assessment
        Its `paper()` asks the questions.

    Raises
    ------
    Refused
        Neither of the two, an unknown parameter, or a value that is not allowed.

    Examples
    --------
    >>> test("pre-test", first="A").paper().payload()["questions"][0]["name"]
    'evidence.ipo_list'
    """
    handout = material(slug) if slug in TESTS else None
    if not isinstance(handout, AssessmentMaterial):
        raise Refused(f"{slug} is not a test; choose {' or '.join(TESTS)}")
    return Assessment(handout, settings.read(handout, parameters))


class Assessment(Workbook[AssessmentMaterial]):
    """A test with its setting and its journal, made by `plg.test()`."""

    def begin(self) -> Markdown:
        """What the test is, and how it is answered.

        Returns
        -------
        Markdown
            The text that opens the notebook.
        """
        m, form = self.material, self.material.form(self.setting)
        last = f"{m.minutes[0]} minutes. Form {form}. For: **{markdown(self.setting.team)}**"
        return Markdown(f"**{m.question}**\n\n{m.matters}\n\n{last}")

    def paper(self) -> Paper:
        """The twelve questions of this learner's form.

        Returns
        -------
        Paper
            Answered in any order and handed in together.
        """
        return Paper(self)

    def answers(self) -> Answers:
        """What the learner answered so far, to look at and to take away.

        Returns
        -------
        Answers
            A table, and a button that saves the journal.
        """
        return Answers(self)

    def editions(self) -> dict[str, int]:
        """The edition of each question, and of handing the test in.

        Returns
        -------
        dict of str to int
            Handing in has a new edition whenever one of the questions has.
        """
        editions = super().editions()
        return editions | {FINISHED: FIRST_EDITION + sum(edition - FIRST_EDITION for edition in editions.values())}

    def items(self) -> list[Question]:
        """The questions of this learner's form, in the order of the lessons.

        Returns
        -------
        list of Question
            Twelve.
        """
        return list(self.material.items_of(self.setting))

    def finished(self) -> bool:
        """Whether the learner has handed the test in.

        Returns
        -------
        bool
            From then on its answers stay as they are.
        """
        return FINISHED in self.current_answers()

    def payload(self, question: Question) -> payloads.Question:
        """What the front end needs to ask a question.

        Parameters
        ----------
        question : Question
            One of this learner's form.

        Returns
        -------
        dict
            Plain JSON; without the verdicts, where the test does not explain.
        """
        payload = super().payload(question)
        if self.material.explains:
            return payload
        return cast(payloads.Question, {key: value for key, value in payload.items() if key != "verdicts"})

    def keep_answer(self, question: Question, value: Any) -> dict[str, Any]:
        """Write an answer to the journal, unjudged; the last one counts.

        Parameters
        ----------
        question : Question
            One of this learner's form.
        value : int
            The option's place.

        Returns
        -------
        dict
            `value`, the answer that now counts.

        Raises
        ------
        Refused
            The test was handed in already, or this is not the question's form of answer.
        """
        if question not in self.items():
            raise Refused(f"{question.name}: not a question of form {self.material.form(self.setting)}")
        if self.finished():
            raise Refused("This test was handed in already; its answers stay as they are.")
        self.record(question.name, self.material.kind(question), question.check(value, self.setting))
        return {"value": value}

    def finish(self) -> int:
        """Hand the test in.

        Returns
        -------
        int
            How many of its questions were answered.
        """
        answers = self.current_answers()
        answered = sum(question.name in answers for question in self.items())
        if not self.finished():
            self.record(FINISHED, "note", answered)
        return answered

    def score(self) -> int:
        """How many of the questions were answered right, 0 to 12.

        Returns
        -------
        int
            A question without an answer is not right.
        """
        answers = self.current_answers()
        answered = [(question, answers[question.name]) for question in self.items() if question.name in answers]
        return sum(questions.judge(question, value, self.setting)["correct"] for question, value in answered)


class Paper(Part):
    """The questions of a test, answered in any order and handed in together.

    Parameters
    ----------
    assessment : Assessment
    """

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment

    def payload(self) -> payloads.Paper:
        assessment = self.assessment
        return {
            "kind": "paper",
            "title": assessment.material.title,
            "lesson": assessment.material.slug,
            "edition": assessment.setting.edition,
            "form": assessment.material.form(assessment.setting),
            "stamp": assessment.stamp,
            "questions": [assessment.payload(question) for question in assessment.items()],
            "end": FINISHED,
            "endEdition": assessment.editions()[FINISHED],
            "answers": assessment.current_answers(),
        }

    def replies(self, message: dict) -> Iterator[dict[str, Any]]:
        want, name = message.get("want"), message.get("question")
        if want != "keep":
            raise Refused(f"{want} cannot be asked of a test")
        if name == FINISHED:
            yield {"value": self.assessment.finish(), "saved": self.assessment.saved}
        else:
            question = self.assessment.material.question_named(str(name))
            yield self.assessment.keep_answer(question, message["value"]) | {"saved": self.assessment.saved}

    def still(self, payload: Mapping[str, Any]) -> str:
        return stills(payload["questions"])
