"""A workbook: one learner's copy of a lesson or an assessment, with its setting and its journal."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from plgkit.course import questions
from plgkit.course.entries import VERSION, counting
from plgkit.course.journal import Journal
from plgkit.course.material import Handout
from plgkit.course.questions import Question
from plgkit.course.setting import Setting
from plgkit.support.errors import Refused
from plgkit.widgets import payloads
from plgkit.widgets.part import live
from plgkit.widgets.payloads import Entry, Stamp

H = TypeVar("H", bound=Handout)


class Workbook(Generic[H]):
    """What a lesson and an assessment are made of alike.

    Parameters
    ----------
    material : Handout
        What it declares.
    setting : Setting
        The learner's parameters and numbers.
    folder : pathlib.Path, optional
        Where the journal stands, by default `answers` where the notebook runs.

    Attributes
    ----------
    material, setting
        As given.
    journal : Journal
        The learner's answers.
    """

    def __init__(self, material: H, setting: Setting, folder: Path | None = None) -> None:
        self.material = material
        self.setting = setting
        self.journal = Journal(material.slug, setting.team, folder)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.setting.arguments})"

    @property
    def stamp(self) -> Stamp:
        """What every line of the journal says of this workbook, for pages that write their own."""
        return {
            "v": VERSION,
            "lesson": self.material.slug,
            "learner": self.journal.learner,
            "variant": self.setting.variant,
            "given": self.setting.parameters,
        }

    @property
    def saved(self) -> str:
        """Where an answer has been saved, in words."""
        path = self.journal.path
        return f"Saved in {path.parent.name}/{path.name}."

    def payload(self, question: Question) -> payloads.Question:
        """What the front end needs to ask a question, to judge its answer and to keep it.

        Parameters
        ----------
        question : Question
            One of the material's.

        Returns
        -------
        dict
            Plain JSON.
        """
        payload = questions.question_payload(question, self.setting, self.setting.solved)
        return cast(payloads.Question, payload | {"kind": self.material.kind(question)})

    def editions(self) -> dict[str, int]:
        """The edition of each part of the journal that has editions.

        Returns
        -------
        dict of str to int
            By name; answers to another edition neither count nor lock.
        """
        return {question.name: question.edition for question in self.material.questions}

    def counting(self) -> dict[str, Entry]:
        """The lines of the journal that count: the first prediction, of everything else the last answer.

        Returns
        -------
        dict of str to Entry
            By question; what today's question does not take, such as a number outside its bounds, does not count.
        """
        entries = (entry for entry in self.journal.read().entries if self._takes(entry))
        return counting(entries, self.stamp, self.editions())

    def current_answers(self) -> dict[str, Any]:
        """The answers that count, by question.

        Returns
        -------
        dict
            The answer of each question that has one.
        """
        return {part: entry["value"] for part, entry in self.counting().items()}

    def keep_answer(self, question: Question, value: Any) -> dict[str, Any]:
        """Write an answer to the journal, in the way of a lesson or of an assessment.

        Parameters
        ----------
        question : Question
            One of the material's.
        value : int, float or list
            The answer, in the question's form.

        Returns
        -------
        dict
            `value` is the answer that now counts.

        Raises
        ------
        Refused
            The answer cannot be kept; one line says why.
        """
        raise TypeError(f"{type(self).__name__} has no keep_answer()")

    def record(self, part: str, kind: str, value: Any, **more: Any) -> None:
        """Append a line to the journal, with the parameters that make the learner's numbers.

        Parameters
        ----------
        part : str
            The name of the question, or what else the line is about.
        kind : {"prediction", "exercise", "quiz", "note"}
            What kind of answer it is.
        value : int, float, str or list
            The answer.
        **more
            What stands in the line besides.

        Raises
        ------
        Refused
            The line cannot be written.
        """
        facts: dict[str, Any] = {"variant": self.setting.variant, "given": self.setting.parameters}
        if part in (editions := self.editions()):
            facts["edition"] = editions[part]
        if live():  # a build or a check that executes the notebook is nobody
            facts["person"] = self.journal.person()
        self.journal.write(part, kind, value, **facts, **more)

    def _takes(self, entry: Entry) -> bool:
        """Whether the value of an entry is an answer to its question, if it has one."""
        question = next((question for question in self.material.questions if question.name == entry["part"]), None)
        try:
            return question is None or question.check(entry["value"], self.setting) is not None
        except Refused:
            return False
