"""A line to be drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from plgkit.course.questions.question import Question, Text, Verdict, resolve
from plgkit.course.setting import Setting
from plgkit.models import words
from plgkit.support.errors import Problem, Refused


@dataclass(frozen=True, kw_only=True)
class Drawing(Question):
    """A line to be drawn: its height at each of a few places, from left to right.

    An answer is a list of heights, one for each of `at`; it is judged by the last one. Its picture draws it from
    the table "prediction", columns `x` and `prediction` (see `predicted` in `plgkit.charts`).

    Attributes
    ----------
    at : sequence of float
        The places, from left to right.
    top : callable
        The greatest height there can be, from a setting; the least is 0.
    right : callable
        The right height at the last place.
    x_title, y_title : str
        The axes' titles.
    close, below, above : Text
        The messages that compare the line's end with the right one; "{given}" stands for it.
    tolerance : float
        The share of the right height within which a line is close.
    """

    at: Sequence[float]
    top: Callable[[Setting], float]
    right: Callable[[Setting], float]
    x_title: str
    y_title: str
    close: Text
    below: Text
    above: Text
    tolerance: float = 0.1
    form: ClassVar[str] = "drawing"

    def verdicts(self, setting: Setting) -> list[Verdict]:
        answer, top = self.right(setting), self.top(setting)
        if not 0 <= answer <= top:
            raise Refused(Problem("the answer lies outside what can be drawn; choose other numbers", self.name))
        slack = self.tolerance * answer
        bands: list[tuple[float, float, str | None, Text]] = [
            (answer - slack, answer + slack, None, self.close),
            (0, answer - slack, "too-low", self.below),
            (answer + slack, top, "too-high", self.above),
        ]
        return [
            {"low": low, "high": high, "correct": misconception is None}
            | {"misconception": misconception, "text": resolve(text, setting)}
            for low, high, misconception, text in bands
        ]

    def fits(self, verdict: Verdict, value: list[float]) -> bool:
        return verdict["low"] <= value[-1] <= verdict["high"]

    def check(self, value: Any, setting: Setting) -> list[float]:
        top = self.top(setting)
        numbers = isinstance(value, list) and all(type(y) in (int, float) and 0 <= y <= top for y in value)
        if not numbers or len(value) != len(self.at):
            allowed = f"a line of {len(self.at)} heights between {words.bounds(0, top)}"
            raise Refused(Problem.outside(self.name, repr(value), allowed))
        return value

    def payload(self, setting: Setting) -> dict[str, Any]:
        titles = {"xTitle": self.x_title, "yTitle": self.y_title}
        return {"at": list(self.at), "top": self.top(setting)} | titles

    def in_words(self, value: list[float], setting: Setting) -> str:
        return words.number(value[-1])

    def overlay(self, value: list[float]) -> list[dict[str, Any]]:
        return [{"x": x, "prediction": y} for x, y in zip(self.at, value, strict=True)]
