"""A question whose answer is a number, and a prediction, committed before its picture exists."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from plgkit.course.questions.question import Question, Text, Value, Verdict, resolve
from plgkit.course.setting import Setting
from plgkit.models import words
from plgkit.support.errors import Problem, Refused


@dataclass(frozen=True)
class Slip:
    """A number that somebody who thinks in a certain wrong way arrives at.

    Attributes
    ----------
    value : Value
        That number, in the question's unit.
    misconception : str
        The name of the way of thinking.
    feedback : Text
        What whoever gives it reads; "{given}" stands for the answer.
    """

    value: Value
    misconception: str
    feedback: Text


@dataclass(frozen=True, kw_only=True)
class Number(Question):
    """A question whose answer is a number.

    Attributes
    ----------
    right : callable
        The right number, from a setting.
    unit : Text
        Its unit.
    explain : Text
        What whoever is right reads.
    slips : tuple of Slip
        The wrong numbers to expect; one that comes out right is not held against anybody.
    hint : Text
        What whoever gives any other number reads, after "is too low" or "is too high".
    tolerance : float
        The share of a number within which an answer counts as that number.
    low, high : float
        The bounds of an answer, in the unit.

    Examples
    --------
    >>> years = Slip(1, "years", "{given} is in years.")
    >>> question = Number(name="months", ask="How long?", right=lambda setting: 12, unit="months", slips=(years,))
    >>> question.expected_mistakes(None)
    [('1', 'years', '1 is in years.')]
    """

    right: Callable[[Setting], float]
    unit: Text
    explain: Text = ""
    slips: tuple[Slip, ...] = ()
    hint: Text = ""
    tolerance: float = 0.02
    low: float = -1e9
    high: float = 1e9
    form: ClassVar[str] = "number"

    def answer(self, setting: Setting) -> float:
        """The right number.

        Raises
        ------
        Refused
            The numbers of this setting have no answer.
        """
        value = self.right(setting)
        if not math.isfinite(value):
            raise Refused(Problem("these numbers have no answer; choose another seed or case", self.name))
        return value

    def verdicts(self, setting: Setting) -> list[Verdict]:
        answer = self.answer(setting)
        right = _band(answer, self.tolerance) | _correct(resolve(self.explain, setting))
        verdicts = [right]
        for slip in self.slips:
            band = _band(resolve(slip.value, setting), self.tolerance)
            if band["high"] < right["low"] or band["low"] > right["high"]:
                verdicts.append(band | _mistaken(slip.misconception, resolve(slip.feedback, setting)))
        hint = resolve(self.hint, setting)
        low = {"low": self.low, "high": answer} | _mistaken("too-low", f"{{given}} is too low. {hint}")
        high = {"low": answer, "high": self.high} | _mistaken("too-high", f"{{given}} is too high. {hint}")
        return [*verdicts, low, high]

    def fits(self, verdict: Verdict, value: float) -> bool:
        return verdict["low"] <= value <= verdict["high"]

    def overlay(self, value: float) -> list[dict[str, Any]]:
        return [{"prediction": value}]

    def expected_mistakes(self, setting: Setting) -> list[tuple[str, str, str]]:
        misconceptions = {slip.misconception for slip in self.slips}
        mistakes = []
        for verdict in self.verdicts(setting):
            if verdict["misconception"] in misconceptions:
                number = words.number((verdict["low"] + verdict["high"]) / 2)
                mistakes.append((number, verdict["misconception"], verdict["text"].replace("{given}", number)))
        return mistakes

    def solution(self, setting: Setting) -> str:
        return f"{words.number(self.answer(setting))} {resolve(self.unit, setting)}. {resolve(self.explain, setting)}"

    def payload(self, setting: Setting) -> dict[str, Any]:
        return {"unit": resolve(self.unit, setting), "low": self.low, "high": self.high}

    def check(self, value: Any, setting: Setting) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not self.low <= value <= self.high:
            bounds = f"{words.bounds(self.low, self.high)} ({resolve(self.unit, setting)})"
            raise Refused(Problem.outside(self.name, repr(value), f"a number between {bounds}"))
        return value


@dataclass(frozen=True, kw_only=True)
class Prediction(Number):
    """A number that the learner commits before the picture exists, and what comes of it.

    Attributes
    ----------
    picture : callable
        Draws the answer from a setting, with room for the prediction (see `predicted` in `plgkit.charts`).
    close, below, above : Text
        The messages that compare the prediction with the answer; "{given}" stands for it.
    tolerance : float
        The share of the answer within which a prediction is close.
    """

    picture: Callable[[Setting], Any]
    close: Text
    below: Text
    above: Text
    tolerance: float = 0.1

    def verdicts(self, setting: Setting) -> list[Verdict]:
        band = _band(self.answer(setting), self.tolerance)
        return [
            band | _correct(resolve(self.close, setting)),
            {"low": self.low, "high": band["low"]} | _mistaken("too-low", resolve(self.below, setting)),
            {"low": band["high"], "high": self.high} | _mistaken("too-high", resolve(self.above, setting)),
        ]

    def solution(self, setting: Setting) -> str:
        return resolve(self.truth, setting)


def _band(value: float, tolerance: float) -> dict[str, Any]:
    slack = abs(value) * tolerance
    return {"low": value - slack, "high": value + slack}


def _correct(text: str) -> Verdict:
    return {"correct": True, "misconception": None, "text": text}


def _mistaken(misconception: str, text: str) -> Verdict:
    return {"correct": False, "misconception": misconception, "text": text}
