"""What a class answered: predictions against the truth, answers by what stands behind them."""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from plgkit.course import settings
from plgkit.course.material import Material, material
from plgkit.course.questions import Choice, Drawing, Number, Question
from plgkit.course.settings import Setting
from plgkit.support.errors import Refused
from plgkit.workshop.report.learners import Learner
from plgkit.workshop.report.submissions import Aside, Entry

TAKES_NOT = "not an answer that this question takes"
TEAM = "class"
"""Stands for the learners, whose names do not decide what is true of a model."""
LONGEST = 60
"""Characters of a misconception's name, as journals hold it."""


@dataclass(frozen=True)
class Answer:
    """The answer of one learner to one question that counts.

    `right` and `misconception` are None where nobody knows; `truth` is the right number, for predictions of
    one whose numbers are known.
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


class Bench:
    """Judges answers. The truth of a prediction comes from the lesson's model with the learner's own numbers.

    Exercises and quizzes were judged when they were answered, with the numbers that the learner had; that
    verdict stands in the journal. A prediction is judged anew: a line says which parameters were given, and
    they make the variant that the line names, or else they are not believed.
    """

    def __init__(self) -> None:
        self._lesson = cache(material)
        self._plain: dict[tuple[str, str], Setting | None] = {}
        self._variants: dict[tuple[str, str, str], str] = {}
        self._whole: dict[tuple[str, str], Setting | None] = {}
        self._truths: dict[tuple[str, str, str], tuple[Setting, list[dict], float | None] | None] = {}

    def answers(self, learner: Learner) -> tuple[list[Answer], list[Aside]]:
        """What counts of a learner's answers: the first prediction, of everything else the last answer.

        Where a lesson was done with several variants, the one with most questions answered counts.
        """
        found, aside = [], []
        for slug, entries in learner.answers.items():
            lesson = self._lesson(slug)
            for question, entry in self._counted(lesson, entries):
                try:
                    found.append(self._answer(learner.label, lesson, question, entry))
                except Refused as refusal:
                    aside.append(Aside(learner.label, None, f"{slug}, {refusal}"))
        return found, aside

    @staticmethod
    def _counted(lesson: Material, entries: list[Entry]) -> list[tuple[Question, Entry]]:
        variants: dict[str, dict[str, Entry]] = defaultdict(dict)
        asked = {question.name: question for question in lesson.questions}
        for entry in entries:
            part, kept = entry.said["part"], variants[entry.said["variant"]]
            if part in asked and not (asked[part].locks and part in kept):
                kept[part] = entry
        most = max(variants.values(), key=len, default={})
        return [(asked[part], entry) for part, entry in most.items()]

    def _answer(self, label: str, lesson: Material, question: Question, entry: Entry) -> Answer:
        said = entry.said
        value = _of_form(question, said["value"])
        noted = {"right": said.get("correct"), "misconception": said.get("misconception")}
        right = noted["right"] if isinstance(noted["right"], bool) else None
        behind = noted["misconception"]
        behind = behind[:LONGEST] if right is False and isinstance(behind, str) else None
        truth = None
        if question.locks or lesson.noun == "test":
            judged = self._judged(lesson, question, said)
            if judged:
                verdict = _verdict(question, value, *judged[:2])
                right, behind, truth = verdict["correct"], verdict["misconception"], judged[2]
        when = entry.at.isoformat(timespec="seconds")
        kind = "prediction" if question.locks else "test" if lesson.noun == "test" else "exercise"
        kind = "quiz" if kind == "exercise" and question in lesson.quiz else kind
        return Answer(label, lesson.slug, question.name, kind, said["variant"], when, value, right, behind, truth)

    def _judged(self, lesson: Material, question: Question, said: dict) -> tuple | None:
        """The setting, the verdicts and the truth of a question; None where the numbers are not known."""
        given = json.dumps(said.get("given", {}), sort_keys=True)
        if not self._believed(lesson, given, said):
            if lesson.noun != "test":
                return None
            given = "{}"  # a test asks everybody the same
        key = (lesson.slug, given, question.name)
        if key not in self._truths:
            whole = self._whole_setting(lesson, given)
            truth = question.right(whole) if whole and isinstance(question, Number | Drawing) else None
            self._truths[key] = (whole, question.verdicts(whole), truth) if whole else None
        return self._truths[key]

    def _believed(self, lesson: Material, given: str, said: dict) -> bool:
        """Whether these parameters make the variant that a line names."""
        key = (lesson.slug, given)
        if key not in self._plain:
            self._plain[key] = _made(settings.plain, lesson, given)
        found, own = self._plain[key], (*key, said["learner"])
        if found and own not in self._variants:
            self._variants[own] = replace(found, team=said["learner"]).variant
        return bool(found) and self._variants[own] == said["variant"]

    def _whole_setting(self, lesson: Material, given: str) -> Setting | None:
        """The setting with a team's own numbers: not the learner's, for no prediction depends on them."""
        key = (lesson.slug, given)
        if key not in self._whole:
            self._whole[key] = _made(settings.read, lesson, given)
        return self._whole[key]


def _made(read: Callable, lesson: Material, given: str) -> Setting | None:
    """The setting that parameters make, or None."""
    try:
        return read(lesson, {**json.loads(given), "team": TEAM})
    except (Refused, TypeError):
        return None


def _verdict(question: Question, value: Any, setting: Setting, verdicts: list[dict]) -> dict:
    """The verdict that an answer falls under."""
    try:
        checked = question.check(value, setting)
        return next(verdict for verdict in verdicts if question.fits(verdict, checked))
    except (Refused, StopIteration):
        raise Refused(f"{question.name}: {TAKES_NOT}") from None


def _of_form(question: Question, value: Any) -> Any:
    """The value, if it can be an answer to the question."""
    listed = isinstance(value, list) and 0 < len(value) <= 1000 and all(type(one) in (int, float) for one in value)
    fits = listed
    if isinstance(question, Choice):
        fits = type(value) is int and 0 <= value < len(question.options)
    elif isinstance(question, Number):
        fits = type(value) in (int, float) and question.low <= value <= question.high
    if not fits:
        raise Refused(f"{question.name}: {TAKES_NOT}")
    return value
