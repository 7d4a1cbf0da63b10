"""Items to be put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any, ClassVar

from plgkit.course.questions.question import Question, Text, Verdict, resolve
from plgkit.course.setting import Setting
from plgkit.support.errors import Problem, Refused

LONGEST = 4
"""Items in a ranking: each of their orders has a verdict of its own."""


@dataclass(frozen=True, kw_only=True)
class Ranking(Question):
    """Items to be put in order, the first one on top.

    An answer is a list of the items' places in `items`: `[2, 0, 1]` has the third item on top.

    Attributes
    ----------
    items : sequence of Text
        2 to `LONGEST` items.
    feedback : callable
        From a setting and an order, the misconception behind it (None where it is right) and what its author
        reads; "{given}" stands for the order in words.

    Raises
    ------
    TypeError
        Too few or too many items.

    Examples
    --------
    >>> def feedback(setting, order):
    ...     return (None, "Right.") if order == [1, 0] else ("size-first", "{given}: the other way round.")
    >>> question = Ranking(name="first", ask="What first?", items=("the large", "the near"), feedback=feedback)
    >>> [verdict["misconception"] for verdict in question.verdicts(None)]
    ['size-first', None]
    """

    items: Sequence[Text]
    feedback: Callable[[Setting, list[int]], tuple[str | None, str]]
    form: ClassVar[str] = "ranking"

    def __post_init__(self) -> None:
        if not 2 <= len(self.items) <= LONGEST:
            raise TypeError(f"{self.name}: a ranking has 2 to {LONGEST} items, this one has {len(self.items)}")

    def verdicts(self, setting: Setting) -> list[Verdict]:
        verdicts = []
        for order in map(list, permutations(range(len(self.items)))):
            misconception, text = self.feedback(setting, order)
            correct = misconception is None
            verdicts.append({"order": order, "correct": correct, "misconception": misconception, "text": text})
        return verdicts

    def fits(self, verdict: Verdict, value: list[int]) -> bool:
        return verdict["order"] == value

    def check(self, value: Any, setting: Setting) -> list[int]:
        if not isinstance(value, list) or sorted(map(str, value)) != sorted(map(str, range(len(self.items)))):
            raise Refused(Problem.outside(self.name, repr(value), f"an order of the items 0 to {len(self.items) - 1}"))
        return [int(place) for place in value]

    def payload(self, setting: Setting) -> dict[str, Any]:
        return {"items": [resolve(item, setting) for item in self.items]}

    def in_words(self, value: list[int], setting: Setting) -> str:
        return ", ".join(str(resolve(self.items[place], setting)) for place in value)
