"""What every question has: what is asked, and the verdict on each foreseeable answer.

An answer falls under the first verdict that fits it. Verdicts are data, so that a page without a kernel judges
exactly as the notebook does.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from plgkit.course.setting import Setting
from plgkit.models import words
from plgkit.support.errors import Refused

Text = str | Callable[["Setting"], str]
"""A text as it stands, or written with the numbers of a learner's setting."""

Value = float | Callable[["Setting"], float]
"""A number as it stands, or computed from a learner's setting."""

Verdict = dict[str, Any]
"""What an answer comes to, as plain JSON; `plgkit.widgets.payloads` declares its shape for each form of question."""


def resolve(text: Any, setting: Setting) -> Any:
    """A text or value as it stands, or computed from a setting.

    Parameters
    ----------
    text : Text, Value or None
        What a lesson declares: a constant, or a function of the setting.
    setting : Setting
        The learner's numbers.

    Returns
    -------
    str, float or None

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> resolve(lambda setting: f"For {setting.team}", SimpleNamespace(team="Ada")), resolve("For all", None)
    ('For Ada', 'For all')
    """
    return text(setting) if callable(text) else text


def sentence(text: str) -> str:
    """A text with a full stop, if it has none.

    Examples
    --------
    >>> sentence("Twelve months"), sentence("Why?")
    ('Twelve months.', 'Why?')
    """
    return text if text.endswith((".", "?", "!")) else f"{text}."


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """What every question has; each form of question is a subclass with a file of its own.

    Attributes
    ----------
    name : str
        Its name within its lesson; journals hold it.
    ask : Text
        What is asked.
    picture : callable, optional
        Draws the answer from a setting. With it the question is a prediction: its answer is committed once, and
        then laid over the picture.
    truth : Text
        The picture's message without any answer.
    recalls : str or None
        The slug of the earlier lesson that the question is about, if it is not this one.
    edition : int
        From 1. It grows when the question changes so that an earlier answer is no answer to it any more: what is
        asked, its options or unit, or what is right. `tests/course/record.json` holds what was asked before.
    form : str
        The form's name, by which the front end knows how to ask it.
    """

    name: str
    ask: Text
    picture: Callable[[Setting], Any] | None = None
    truth: Text = ""
    recalls: str | None = None
    edition: int = 1
    form: ClassVar[str]

    @property
    def locks(self) -> bool:
        """Whether an answer, once committed, stays."""
        return self.picture is not None

    @abstractmethod
    def verdicts(self, setting: Setting) -> list[Verdict]:
        """The verdicts on all answers there can be; the first that fits an answer counts.

        Raises
        ------
        Refused
            The numbers of this setting leave no clear answer.
        """

    @abstractmethod
    def fits(self, verdict: Verdict, value: Any) -> bool:
        """Whether an answer falls under a verdict."""

    @abstractmethod
    def check(self, value: Any, setting: Setting) -> Any:
        """The answer, if it is of this question's form.

        Raises
        ------
        Refused
            It is not; one line says what the form is.
        """

    @abstractmethod
    def payload(self, setting: Setting) -> dict[str, Any]:
        """What the front end needs to ask a question of this form, beside what all questions have."""

    def solution(self, setting: Setting) -> str:
        """The answer in words."""
        return resolve(self.truth, setting)

    def in_words(self, value: Any, setting: Setting) -> str:
        """A learner's answer in words."""
        return words.number(value, words.TYPED)

    def expected_mistakes(self, setting: Setting) -> list[tuple[str, str, str]]:
        """The wrong answers to expect: each in words, the misconception behind it, and the feedback on it."""
        return []

    def overlay(self, value: Any) -> list[dict[str, Any]]:
        """The answer as rows of the picture's table "prediction"; none where it cannot be drawn."""
        return []


def judge(question: Question, value: Any, setting: Setting) -> Verdict:
    """The verdict on an answer.

    Parameters
    ----------
    question : Question
    value : int, float or list
        The answer, in the question's form.
    setting : Setting
        The learner's numbers.

    Returns
    -------
    Verdict
        `correct` (bool), `misconception` (str or None) and `text`, with the answer in words.

    Raises
    ------
    Refused
        The answer is not of the question's form.

    Examples
    --------
    >>> from plgkit.course.questions import Number
    >>> months = Number(name="months", ask="How long?", right=lambda setting: 12, unit="months", explain="A year.")
    >>> judge(months, 12.1, None)["text"], judge(months, 6, None)["misconception"]
    ('A year.', 'too-low')
    """
    value = question.check(value, setting)
    for verdict in question.verdicts(setting):
        if question.fits(verdict, value):
            return verdict | {"text": verdict["text"].replace("{given}", question.in_words(value, setting))}
    raise Refused(f"{question.name}: {value!r} cannot be judged")


def question_payload(question: Question, setting: Setting, solved: bool) -> dict[str, Any]:
    """What the front end needs to ask a question and to judge its answer, as plain JSON.

    Parameters
    ----------
    question : Question
    setting : Setting
        The learner's numbers.
    solved : bool
        Whether the answer in words goes along, under `solution`.

    Returns
    -------
    dict
        `name`, `ask`, `locks`, `form`, `edition`, `verdicts`, and what the form adds.
    """
    solution = {"solution": question.solution(setting)} if solved else {}
    return (
        {"name": question.name, "ask": resolve(question.ask, setting), "locks": question.locks, "form": question.form}
        | {"edition": question.edition}
        | {"verdicts": question.verdicts(setting)}
        | question.payload(setting)
        | solution
    )
