"""Questions: what is asked, and what each foreseeable answer is told.

An answer falls under the first `Verdict` that fits it. The verdicts are data, so that a page without a
kernel judges exactly as the notebook does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plgkit.support.errors import Refused

Given = Any
"""A lesson's numbers: the object that answers are computed from."""

Text = str | Callable[[Given], str]
Value = float | Callable[[Given], float]


def resolve(text: Any, given: Given) -> Any:
    """A text or value as it stands, or computed from the lesson's numbers."""
    return text(given) if callable(text) else text


def sentence(text: str) -> str:
    """A text with a full stop, if it has none."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


@dataclass(frozen=True, kw_only=True)
class Question:
    """What every question has.

    With a `picture`, the question is a prediction: its answer is committed once, and then laid over the
    picture, whose message without any answer is `truth`. `recalls` names the earlier lesson that the
    question is about, if it is not this one.
    """

    name: str
    ask: Text
    picture: Callable[[Given], Any] | None = None
    truth: Text = ""
    recalls: str | None = None

    @property
    def locks(self) -> bool:
        """Whether an answer, once committed, stays."""
        return self.picture is not None

    def verdicts(self, given: Given) -> list[dict[str, Any]]:
        """What each answer is told: the first verdict that fits counts."""
        raise TypeError(f"{type(self).__name__} has no verdicts()")

    def fits(self, verdict: dict[str, Any], value: Any) -> bool:
        """Whether an answer falls under a verdict."""
        raise TypeError(f"{type(self).__name__} has no fits()")

    def check(self, value: Any, given: Given) -> Any:
        """The answer, if it is of this question's form; else it is refused."""
        raise TypeError(f"{type(self).__name__} has no check()")

    def payload(self, given: Given) -> dict[str, Any]:
        """What the front end needs to ask it."""
        raise TypeError(f"{type(self).__name__} has no payload()")

    def solution(self, given: Given) -> str:
        """The answer in words."""
        return resolve(self.truth, given)

    def in_words(self, value: Any, given: Given) -> str:
        """An answer in words."""
        return f"{value:,.10g}"

    def expected_mistakes(self, given: Given) -> list[tuple[str, str, str]]:
        """The wrong answers to expect: each in words, the misconception behind it, and what it is told."""
        return []

    def overlay(self, value: Any) -> list[dict[str, Any]]:
        """The answer as rows of the table "prediction"; none where it cannot be drawn."""
        return []


def judge(question: Question, value: Any, given: Given) -> dict[str, Any]:
    """The verdict on an answer: `correct`, `misconception` and `text`.

    Raises:
        Refused: the answer is not of the question's form.
    """
    value = question.check(value, given)
    for verdict in question.verdicts(given):
        if question.fits(verdict, value):
            return verdict | {"text": verdict["text"].replace("{given}", question.in_words(value, given))}
    raise Refused(f"{question.name}: {value!r} cannot be judged")


def question_payload(question: Question, given: Given, solved: bool) -> dict[str, Any]:
    """What the front end needs to ask a question and to judge its answer."""
    solution = {"solution": question.solution(given)} if solved else {}
    return (
        {"name": question.name, "ask": resolve(question.ask, given), "locks": question.locks, "form": question.form}
        | {"verdicts": question.verdicts(given)}
        | question.payload(given)
        | solution
    )
