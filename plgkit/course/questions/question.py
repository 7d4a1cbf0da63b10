"""Questions: what is asked, and what each foreseeable answer is told.

An answer falls under the first `Verdict` that fits it. The verdicts are data, so that a page without a
kernel judges exactly as the notebook does.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import md5
from typing import Any, ClassVar

from plgkit.models import words
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


@dataclass(frozen=True)
class Option:
    """One choice of a question. `misconception` names what stands behind it; the right one has none."""

    text: Text
    feedback: Text
    misconception: Text | None = None


@dataclass(frozen=True)
class Slip:
    """A number that somebody who thinks in a certain wrong way arrives at."""

    value: Value
    misconception: str
    feedback: Text


@dataclass(frozen=True, kw_only=True)
class Question:
    """What every question has.

    With a `picture`, the question is a prediction: its answer is committed once, and then laid over the
    picture, whose message without any answer is `truth`. `recalls` names the earlier lesson that the
    question is about, if it is not this one.
    """

    form: ClassVar[str]
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


@dataclass(frozen=True, kw_only=True)
class Choice(Question):
    """A question with one right option.

    The page shows the options in an order of its own, the same for everybody, so that the place of the right
    one gives nothing away; `in_order` keeps them as they stand, for years, sizes and the like.
    """

    options: tuple[Option, ...]
    in_order: bool = False
    form = "choice"

    @property
    def order(self) -> list[int]:
        """The options in the order in which they are shown."""
        places = list(range(len(self.options)))
        return (
            places if self.in_order else sorted(places, key=lambda place: md5(f"{self.name}{place}".encode()).digest())
        )

    def answer(self, given: Given) -> int:
        """The right option."""
        behind = [resolve(option.misconception, given) for option in self.options]
        if behind.count(None) != 1:
            raise Refused(f"{self.name}: these numbers have no single answer; choose another seed or case")
        return behind.index(None)

    def verdicts(self, given: Given) -> list[dict[str, Any]]:
        right = self.answer(given)
        return [
            {"option": i, "correct": i == right}
            | {"misconception": resolve(option.misconception, given), "text": resolve(option.feedback, given)}
            for i, option in enumerate(self.options)
        ]

    def fits(self, verdict: dict[str, Any], value: int) -> bool:
        return verdict["option"] == value

    def in_words(self, value: int, given: Given) -> str:
        return resolve(self.options[value].text, given)

    def expected_mistakes(self, given: Given) -> list[tuple[str, str, str]]:
        return [
            (self.in_words(verdict["option"], given), verdict["misconception"], verdict["text"])
            for verdict in self.verdicts(given)
            if not verdict["correct"]
        ]

    def solution(self, given: Given) -> str:
        right = self.options[self.answer(given)]
        return f"{sentence(resolve(right.text, given))} {resolve(right.feedback, given)}"

    def payload(self, given: Given) -> dict[str, Any]:
        return {"options": [resolve(option.text, given) for option in self.options], "order": self.order}

    def check(self, value: Any, given: Given) -> int:
        if type(value) is not int or not 0 <= value < len(self.options):
            raise Refused(f"{self.name}: {value!r} is not one of the answers 0 to {len(self.options) - 1}")
        return value


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """A question whose answer is a number, right within `tolerance` (a share of the answer)."""

    right: Callable[[Given], float]
    unit: Text
    explain: Text = ""
    slips: tuple[Slip, ...] = ()
    hint: Text = ""
    tolerance: float = 0.02
    low: float = -1e9
    high: float = 1e9
    form = "number"

    def answer(self, given: Given) -> float:
        value = self.right(given)
        if not math.isfinite(value):
            raise Refused(f"{self.name}: these numbers have no answer; choose another seed or case")
        return value

    def verdicts(self, given: Given) -> list[dict[str, Any]]:
        answer = self.answer(given)
        found = [_band(answer, self.tolerance) | _right(resolve(self.explain, given))]
        for slip in self.slips:
            wrong = _band(resolve(slip.value, given), self.tolerance)
            if wrong["high"] < found[0]["low"] or wrong["low"] > found[0]["high"]:
                found.append(wrong | _wrong(slip.misconception, resolve(slip.feedback, given)))
        hint = resolve(self.hint, given)
        found.append({"low": self.low, "high": answer} | _wrong("too-low", f"{{given}} is too low. {hint}"))
        found.append({"low": answer, "high": self.high} | _wrong("too-high", f"{{given}} is too high. {hint}"))
        return found

    def fits(self, verdict: dict[str, Any], value: float) -> bool:
        return verdict["low"] <= value <= verdict["high"]

    def overlay(self, value: float) -> list[dict[str, Any]]:
        return [{"prediction": value}]

    def expected_mistakes(self, given: Given) -> list[tuple[str, str, str]]:
        slips = {slip.misconception for slip in self.slips}
        told_of = [verdict for verdict in self.verdicts(given) if verdict["misconception"] in slips]
        shown = [words.number((verdict["low"] + verdict["high"]) / 2) for verdict in told_of]
        return [
            (number, verdict["misconception"], verdict["text"].replace("{given}", number))
            for number, verdict in zip(shown, told_of, strict=True)
        ]

    def solution(self, given: Given) -> str:
        return f"{words.number(self.answer(given))} {resolve(self.unit, given)}. {resolve(self.explain, given)}"

    def payload(self, given: Given) -> dict[str, Any]:
        return {"unit": resolve(self.unit, given), "low": self.low, "high": self.high}

    def check(self, value: Any, given: Given) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not self.low <= value <= self.high:
            allowed = f"{self.low:,.10g} and {self.high:,.10g}"
            raise Refused(f"{self.name}: {value!r} is not a number between {allowed} ({resolve(self.unit, given)})")
        return value


@dataclass(frozen=True, kw_only=True)
class Prediction(Number):
    """A number that the learner commits before the picture exists, and what comes of it.

    `close`, `below` and `above` are the messages that compare it with the answer; "{given}" stands for it.
    The picture leaves room for it (see `look.predicted`).
    """

    picture: Callable[[Given], Any]
    close: Text
    below: Text
    above: Text
    tolerance: float = 0.1

    def verdicts(self, given: Given) -> list[dict[str, Any]]:
        answer = self.answer(given)
        near = _band(answer, self.tolerance)
        return [
            near | {"correct": True, "misconception": None, "text": resolve(self.close, given)},
            {"low": self.low, "high": near["low"]} | _wrong("too-low", resolve(self.below, given)),
            {"low": near["high"], "high": self.high} | _wrong("too-high", resolve(self.above, given)),
        ]

    def solution(self, given: Given) -> str:
        return resolve(self.truth, given)


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


def _band(value: float, tolerance: float) -> dict[str, float]:
    slack = abs(value) * tolerance
    return {"low": value - slack, "high": value + slack}


def _right(text: str) -> dict[str, Any]:
    return {"correct": True, "misconception": None, "text": text}


def _wrong(misconception: str, text: str) -> dict[str, Any]:
    return {"correct": False, "misconception": misconception, "text": text}
