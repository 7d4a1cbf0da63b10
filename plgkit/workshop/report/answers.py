"""What a class answered: predictions against the truth, answers by what stands behind them."""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from plgkit.course import settings
from plgkit.course.catalogue import material
from plgkit.course.material import Handout
from plgkit.course.questions import Choice, Drawing, Number, Question
from plgkit.course.setting import Setting
from plgkit.support.errors import Refused
from plgkit.workshop.report.learners import Learner
from plgkit.workshop.report.submissions import DatedEntry, SetAside

WRONG_FORM = "not an answer that this question takes"
TEAM = "class"
"""Stands for the learners, whose names do not decide what is true of a model."""
LONGEST = 60
"""Characters of a misconception's name, as journals hold it."""


@dataclass(frozen=True)
class Answer:
    """The answer of one learner to one question that counts.

    Attributes
    ----------
    label : str
        The learner's.
    lesson, question : str
        Whose question, and its name.
    kind : str
        prediction, exercise, quiz or test.
    variant : str
        Which numbers the learner had.
    at : str
        When it was given, in UTC.
    value : Any
        The answer itself.
    right : bool or None
        None where nobody knows.
    misconception : str or None
        What stands behind a wrong answer, where that is known.
    truth : float or None
        The right number, for predictions of one whose numbers are known.
    """

    label: str
    lesson: str
    question: str
    kind: str
    variant: str
    at: str
    value: Any
    right: bool | None
    misconception: str | None
    truth: float | None = None

    @property
    def number(self) -> float | None:
        """The number predicted: of a drawn line, its last height."""
        value = self.value[-1] if isinstance(self.value, list) and self.truth is not None else self.value
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None


class Judge:
    """Judges answers. The truth of a prediction comes from the lesson's model with the learner's own numbers.

    Exercises and quizzes were judged when they were answered, with the numbers that the learner had; that
    verdict stands in the journal. A prediction is judged anew: a line says which parameters were given, and
    they make the variant that the line names, or else they are not believed.
    """

    def __init__(self) -> None:
        self._material = cache(material)
        self._settings: dict[tuple[str, str], Setting | None] = {}
        self._variants: dict[tuple[str, str, str], str] = {}
        self._whole_settings: dict[tuple[str, str], Setting | None] = {}
        self._truths: dict[tuple[str, str, str], tuple[Setting, list[dict], float | None] | None] = {}

    def answers(self, learner: Learner) -> tuple[list[Answer], list[SetAside]]:
        """What counts of a learner's answers: the first prediction, of everything else the last answer.

        Where a lesson was done with several variants, the one with most questions answered counts.

        Parameters
        ----------
        learner : Learner

        Returns
        -------
        answers : list of Answer
            Those that count.
        set_aside : list of SetAside
            Those that their questions do not take.
        """
        answers: list[Answer] = []
        set_aside: list[SetAside] = []
        for slug, entries in learner.answers.items():
            lesson = self._material(slug)
            for question, entry in self._counting(lesson, entries):
                try:
                    answers.append(self._answer(learner.label, lesson, question, entry))
                except Refused as refusal:
                    set_aside.append(SetAside(learner.label, None, f"{slug}, {refusal}"))
        return answers, set_aside

    @staticmethod
    def _counting(lesson: Handout, entries: list[DatedEntry]) -> list[tuple[Question, DatedEntry]]:
        variants: dict[str, dict[str, DatedEntry]] = defaultdict(dict)
        questions = {question.name: question for question in lesson.questions}
        for entry in entries:
            part, answers = entry.fields["part"], variants[entry.fields["variant"]]
            if part in questions and not (questions[part].locks and part in answers):
                answers[part] = entry
        most = max(variants.values(), key=len, default={})
        return [(questions[part], entry) for part, entry in most.items()]

    def _answer(self, label: str, lesson: Handout, question: Question, entry: DatedEntry) -> Answer:
        fields = entry.fields
        value = _of_form(question, fields["value"])
        right = fields.get("correct") if isinstance(fields.get("correct"), bool) else None
        behind = fields.get("misconception")
        behind = behind[:LONGEST] if right is False and isinstance(behind, str) else None
        truth = None
        if question.locks or lesson.noun == "test":
            judged = self._judged(lesson, question, fields)
            if judged:
                verdict = _verdict(question, value, *judged[:2])
                right, behind, truth = verdict["correct"], verdict["misconception"], judged[2]
        at = entry.at.isoformat(timespec="seconds")
        kind = "prediction" if question.locks else "test" if lesson.noun == "test" else "exercise"
        kind = "quiz" if kind == "exercise" and question in lesson.questions_in("quiz") else kind
        return Answer(label, lesson.slug, question.name, kind, fields["variant"], at, value, right, behind, truth)

    def _judged(self, lesson: Handout, question: Question, fields: dict) -> tuple | None:
        """The setting, the verdicts and the truth of a question; None where the numbers are not known."""
        parameters = json.dumps(fields.get("given", {}), sort_keys=True)
        if not self._credible(lesson, parameters, fields):
            if lesson.noun != "test":
                return None
            parameters = "{}"  # a test asks everybody the same
        key = (lesson.slug, parameters, question.name)
        if key not in self._truths:
            whole = self._whole_setting(lesson, parameters)
            truth = question.right(whole) if whole and isinstance(question, Number | Drawing) else None
            self._truths[key] = (whole, question.verdicts(whole), truth) if whole else None
        return self._truths[key]

    def _credible(self, lesson: Handout, parameters: str, fields: dict) -> bool:
        """Whether these parameters make the variant that a line names."""
        key = (lesson.slug, parameters)
        if key not in self._settings:
            self._settings[key] = _setting(settings.base_setting, lesson, parameters)
        setting, own = self._settings[key], (*key, fields["learner"])
        if setting and own not in self._variants:
            self._variants[own] = replace(setting, team=fields["learner"]).variant
        return bool(setting) and self._variants[own] == fields["variant"]

    def _whole_setting(self, lesson: Handout, parameters: str) -> Setting | None:
        """The setting with a team's own numbers: not the learner's, for no prediction depends on them."""
        key = (lesson.slug, parameters)
        if key not in self._whole_settings:
            self._whole_settings[key] = _setting(settings.read, lesson, parameters)
        return self._whole_settings[key]


def _setting(read: Callable, lesson: Handout, parameters: str) -> Setting | None:
    """The setting that parameters make, or None."""
    try:
        return read(lesson, {**json.loads(parameters), "team": TEAM})
    except (Refused, TypeError):
        return None


def _verdict(question: Question, value: Any, setting: Setting, verdicts: list[dict]) -> dict:
    """The verdict that an answer falls under."""
    try:
        checked = question.check(value, setting)
        return next(verdict for verdict in verdicts if question.fits(verdict, checked))
    except (Refused, StopIteration):
        raise Refused(f"{question.name}: {WRONG_FORM}") from None


def _of_form(question: Question, value: Any) -> Any:
    """The value, if it can be an answer to the question."""
    listed = isinstance(value, list) and 0 < len(value) <= 1000 and all(type(item) in (int, float) for item in value)
    fits = listed
    if isinstance(question, Choice):
        fits = type(value) is int and 0 <= value < len(question.options)
    elif isinstance(question, Number):
        fits = type(value) in (int, float) and question.low <= value <= question.high
    if not fits:
        raise Refused(f"{question.name}: {WRONG_FORM}")
    return value
