"""A question with one right option."""

from dataclasses import dataclass
from hashlib import md5
from typing import Any

from plgkit.course.questions.question import Given, Question, Text, resolve, sentence
from plgkit.support.errors import Refused


@dataclass(frozen=True)
class Option:
    """One choice of a question. `misconception` names what stands behind it; the right one has none."""

    text: Text
    feedback: Text
    misconception: Text | None = None


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
