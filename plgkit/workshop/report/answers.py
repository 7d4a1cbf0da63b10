"""What a class answered: predictions against the truth, answers by what stands behind them."""

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from plgkit.course import settings
from plgkit.course.catalogue import material
from plgkit.course.material import Handout
from plgkit.course.questions import Choice, Drawing, Number, Question
from plgkit.course.setting import Setting
from plgkit.ideas.assumption import HUGE
from plgkit.support.errors import Refused
from plgkit.support.names import excerpt
from plgkit.workshop.report.learners import Learner
from plgkit.workshop.report.submissions import DatedEntry, SetAside

WRONG_FORM = "not an answer that this question takes"
TEAM = "class"
"""Stands for the learners, whose names do not decide what is true of a model."""
LONGEST = 60
"""Characters of a misconception's name, as journals hold it."""
LONGEST_PARAMETERS = 2_000
"""Characters of a line's parameters: ten times those of a client's funnel with stages and costs of its own."""
SETTINGS = 500
"""Sets of numbers for which truths are computed: each takes up to half a second, and teams have few."""
ODD = (ValueError, TypeError, ArithmeticError, LookupError, AttributeError)
"""What parameters from a line can raise in a model, beside a refusal: nobody has checked where they come from."""


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
        What the journal calls the numbers that the learner had.
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
    they are believed if its lesson takes them.

    Attributes
    ----------
    left_out : bool
        Whether there were more than `SETTINGS` sets of parameters; predictions with the others are not judged.
    """

    def __init__(self) -> None:
        self.left_out = False
        self._material = cache(material)
        self._settings: dict[tuple[str, str], Setting | None] = {}
        self._truths: dict[tuple[str, str, str], tuple[Setting, list[dict], float | None] | None] = {}

    def answers(self, learner: Learner) -> tuple[list[Answer], list[SetAside]]:
        """What counts of a learner's answers: the first prediction, of everything else the last answer.

        Where a lesson was done with several sets of numbers, the one with most questions answered counts. An
        answer to another edition of a question is none to today's.

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
            current, others = _of_todays_edition(lesson, entries)
            set_aside += [SetAside(learner.label, None, f"{slug}, {reason}") for reason in others]
            for question, entry in self._counting(lesson, current):
                try:
                    answers.append(self._answer(learner.label, lesson, question, entry))
                except Refused as refusal:
                    set_aside.append(SetAside(learner.label, None, f"{slug}, {refusal}"))
        return answers, set_aside

    @staticmethod
    def _counting(lesson: Handout, entries: list[DatedEntry]) -> list[tuple[Question, DatedEntry]]:
        by_numbers: dict[str, dict[str, DatedEntry]] = defaultdict(dict)
        questions = {question.name: question for question in lesson.questions}
        for entry in entries:
            part, answers = entry.fields["part"], by_numbers[entry.numbers]
            if part in questions and not (part in answers and _locked(questions[part], answers[part])):
                answers[part] = entry
        most = max(by_numbers.values(), key=len, default={})
        return [(questions[part], entry) for part, entry in most.items()]

    def _answer(self, label: str, lesson: Handout, question: Question, entry: DatedEntry) -> Answer:
        fields = entry.fields
        value = _of_form(question, fields["value"])
        right = fields.get("correct") if isinstance(fields.get("correct"), bool) else None
        behind = fields.get("misconception")
        behind = behind[:LONGEST] if right is False and isinstance(behind, str) else None
        truth = None
        if question.locks or lesson.noun == "test":
            judged = self._judged(lesson, question, entry)
            if judged:
                verdict = _verdict(question, value, *judged[:2])
                right, behind, truth = verdict["correct"], verdict["misconception"], judged[2]
        at = entry.at.isoformat(timespec="seconds")
        kind = "prediction" if question.locks else "test" if lesson.noun == "test" else "exercise"
        kind = "quiz" if kind == "exercise" and question in lesson.questions_in("quiz") else kind
        return Answer(label, lesson.slug, question.name, kind, fields["variant"], at, value, right, behind, truth)

    def _judged(self, lesson: Handout, question: Question, entry: DatedEntry) -> tuple | None:
        """The setting, the verdicts and the truth of a question; None where the numbers are not known."""
        numbers = entry.numbers
        if not self._setting(lesson, numbers):
            if lesson.noun != "test":
                return None
            numbers = "{}"  # a test asks everybody the same
        key = (lesson.slug, numbers, question.name)
        if key not in self._truths:
            setting = self._setting(lesson, numbers)
            self._truths[key] = _truth(question, setting) if setting else None
        return self._truths[key]

    def _setting(self, lesson: Handout, numbers: str) -> Setting | None:
        """The setting with a team's own numbers: not the learner's, for no prediction depends on them."""
        key = (lesson.slug, numbers)
        if key not in self._settings:
            if len(self._settings) >= SETTINGS and numbers != "{}":
                self.left_out = True
                return None
            self._settings[key] = _setting(lesson, numbers)
        return self._settings[key]


def _locked(question: Question, entry: DatedEntry) -> bool:
    """Whether a prediction stays: what today's question does not take could be given anew."""
    try:
        return question.locks and _of_form(question, entry.fields["value"]) is not None
    except Refused:
        return False


def _of_todays_edition(lesson: Handout, entries: list[DatedEntry]) -> tuple[list[DatedEntry], list[str]]:
    """The entries that answer today's questions, and of each of the others why it does not."""
    todays = {question.name: question.edition for question in lesson.questions}
    current, others = [], []
    for entry in entries:
        part = entry.fields["part"]
        if (today := todays.get(part, entry.edition)) == entry.edition:
            current.append(entry)
        else:
            answered = excerpt(entry.edition)
            others.append(f"{part}: an answer to edition {answered} of the question, and today's is edition {today}")
    return current, others


def _setting(lesson: Handout, numbers: str) -> Setting | None:
    """The setting that the parameters in a line make, or None."""
    if not numbers.startswith("{") or len(numbers) > LONGEST_PARAMETERS:
        return None
    try:
        return settings.read(lesson, {**json.loads(numbers), "team": TEAM})
    except ODD:
        return None


def _truth(question: Question, setting: Setting) -> tuple[Setting, list[dict], float | None] | None:
    """What an answer is judged by, or None where these numbers have no answer."""
    try:
        truth = question.right(setting) if isinstance(question, Number | Drawing) else None
        return setting, question.verdicts(setting), truth
    except ODD:
        return None


def _verdict(question: Question, value: Any, setting: Setting, verdicts: list[dict]) -> dict:
    """The verdict that an answer falls under."""
    try:
        checked = question.check(value, setting)
        return next(verdict for verdict in verdicts if question.fits(verdict, checked))
    except (*ODD, StopIteration):
        raise Refused(f"{question.name}: {WRONG_FORM}") from None


def _of_form(question: Question, value: Any) -> Any:
    """The value, if it can be an answer to the question."""
    listed = isinstance(value, list) and 0 < len(value) <= 1000
    fits = listed and all(type(item) in (int, float) and abs(item) < HUGE for item in value)
    if isinstance(question, Choice):
        fits = type(value) is int and 0 <= value < len(question.options)
    elif isinstance(question, Number):
        fits = type(value) in (int, float) and question.low <= value <= question.high
    if not fits:
        raise Refused(f"{question.name}: {WRONG_FORM}")
    return value
