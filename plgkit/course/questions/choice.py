"""A question with one right option."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5
from typing import Any, ClassVar

from plgkit.course.questions.question import Question, Text, Verdict, resolve, sentence
from plgkit.course.setting import Setting
from plgkit.support.errors import Problem, Refused


@dataclass(frozen=True)
class Option:
    """An option of a question.

    Attributes
    ----------
    text : Text
        What can be chosen.
    feedback : Text
        What whoever chooses it reads.
    misconception : Text or None
        The name of what stands behind it; the right option has none.
    """

    text: Text
    feedback: Text
    misconception: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Choice(Question):
    """A question with one right option; an answer is the option's place in `options`.

    The page shows the options in an order of its own, the same for everybody, so that the place of the right
    one gives nothing away.

    Attributes
    ----------
    options : tuple of Option
        In any order; exactly one of them has no misconception.
    in_order : bool
        Whether they are shown as they stand, for years, sizes and the like.

    Examples
    --------
    >>> options = (Option("Never.", "It does.", "for-ever"), Option("At 12 months.", "So it is."))
    >>> question = Choice(name="when", ask="When does it pay?", options=options)
    >>> question.answer(None), question.solution(None)
    (1, 'At 12 months. So it is.')
    """

    options: tuple[Option, ...]
    in_order: bool = False
    form: ClassVar[str] = "choice"

    @property
    def order(self) -> list[int]:
        """The options in the order in which they are shown."""
        places = list(range(len(self.options)))
        return (
            places if self.in_order else sorted(places, key=lambda place: md5(f"{self.name}{place}".encode()).digest())
        )

    def answer(self, setting: Setting) -> int:
        """The right option's place.

        Raises
        ------
        Refused
            With the numbers of this setting none is right, or several are.
        """
        misconceptions = [resolve(option.misconception, setting) for option in self.options]
        if misconceptions.count(None) != 1:
            raise Refused(Problem("these numbers have no single answer; choose another seed or case", self.name))
        return misconceptions.index(None)

    def verdicts(self, setting: Setting) -> list[Verdict]:
        right = self.answer(setting)
        return [
            {"option": place, "correct": place == right}
            | {"misconception": resolve(option.misconception, setting), "text": resolve(option.feedback, setting)}
            for place, option in enumerate(self.options)
        ]

    def fits(self, verdict: Verdict, value: int) -> bool:
        return verdict["option"] == value

    def in_words(self, value: int, setting: Setting) -> str:
        return resolve(self.options[value].text, setting)

    def expected_mistakes(self, setting: Setting) -> list[tuple[str, str, str]]:
        return [
            (self.in_words(verdict["option"], setting), verdict["misconception"], verdict["text"])
            for verdict in self.verdicts(setting)
            if not verdict["correct"]
        ]

    def solution(self, setting: Setting) -> str:
        right = self.options[self.answer(setting)]
        return f"{sentence(resolve(right.text, setting))} {resolve(right.feedback, setting)}"

    def payload(self, setting: Setting) -> dict[str, Any]:
        return {"options": [resolve(option.text, setting) for option in self.options], "order": self.order}

    def check(self, value: Any, setting: Setting) -> int:
        if type(value) is not int or not 0 <= value < len(self.options):
            raise Refused(Problem.outside(self.name, repr(value), f"one of the answers 0 to {len(self.options) - 1}"))
        return value
