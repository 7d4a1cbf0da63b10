"""A question whose answer is a number, and the number that is predicted before the picture exists."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plgkit.course.questions.question import Given, Question, Text, Value, resolve
from plgkit.models import words
from plgkit.support.errors import Refused


@dataclass(frozen=True)
class Slip:
    """A number that somebody who thinks in a certain wrong way arrives at."""

    value: Value
    misconception: str
    feedback: Text


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


def _band(value: float, tolerance: float) -> dict[str, float]:
    slack = abs(value) * tolerance
    return {"low": value - slack, "high": value + slack}


def _right(text: str) -> dict[str, Any]:
    return {"correct": True, "misconception": None, "text": text}


def _wrong(misconception: str, text: str) -> dict[str, Any]:
    return {"correct": False, "misconception": misconception, "text": text}
