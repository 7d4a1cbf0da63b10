"""A line to be drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from plgkit.course.questions.question import Given, Question, Text, resolve
from plgkit.models import words
from plgkit.support.errors import Refused


@dataclass(frozen=True, kw_only=True)
class Drawing(Question):
    """A line to be drawn: its height at each of a few places, from left to right.

    The answer is a list of heights, one for each of `at`, between 0 and `top`; it is judged by the last one,
    right within `tolerance` of `right`. Its picture draws it from the table "prediction", columns `x` and
    `prediction` (see `look.predicted`, axis "line").
    """

    at: Sequence[float]
    top: Callable[[Given], float]
    right: Callable[[Given], float]
    x_title: str
    y_title: str
    close: Text
    below: Text
    above: Text
    tolerance: float = 0.1
    form = "drawing"

    def verdicts(self, given: Given) -> list[dict[str, Any]]:
        answer, top = self.right(given), self.top(given)
        if not 0 <= answer <= top:
            raise Refused(f"{self.name}: the answer lies outside what can be drawn; choose other numbers")
        slack = self.tolerance * answer
        bands = [
            (answer - slack, answer + slack, None, self.close),
            (0, answer - slack, "too-low", self.below),
            (answer + slack, top, "too-high", self.above),
        ]
        return [
            {"low": low, "high": high, "correct": wrong is None, "misconception": wrong, "text": resolve(text, given)}
            for low, high, wrong, text in bands
        ]

    def fits(self, verdict: dict[str, Any], value: list[float]) -> bool:
        return verdict["low"] <= value[-1] <= verdict["high"]

    def check(self, value: Any, given: Given) -> list[float]:
        top = self.top(given)
        numbers = isinstance(value, list) and all(type(y) in (int, float) and 0 <= y <= top for y in value)
        if not numbers or len(value) != len(self.at):
            allowed = f"{len(self.at)} heights between 0 and {top:,.10g}"
            raise Refused(f"{self.name}: {value!r} is not a line of {allowed}")
        return value

    def payload(self, given: Given) -> dict[str, Any]:
        titles = {"xTitle": self.x_title, "yTitle": self.y_title}
        return {"at": list(self.at), "top": self.top(given)} | titles

    def in_words(self, value: list[float], given: Given) -> str:
        return words.number(value[-1])

    def overlay(self, value: list[float]) -> list[dict[str, Any]]:
        return [{"x": x, "prediction": y} for x, y in zip(self.at, value, strict=True)]
