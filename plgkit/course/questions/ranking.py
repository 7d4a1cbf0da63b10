"""Items to be put in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from plgkit.course.questions.question import Given, Question, Text, resolve
from plgkit.support.errors import Refused

LONGEST = 4
"""Items in a ranking: each of their orders has a verdict of its own."""


@dataclass(frozen=True, kw_only=True)
class Ranking(Question):
    """Items to be put in order, the first one on top.

    An answer is a list of the items' places in `items`: `[2, 0, 1]` has the third item on top.
    `feedback` tells an order whether it is right, the misconception behind it (None where it is right), and
    what to say; "{given}" stands for the order in words.
    """

    items: Sequence[Text]
    feedback: Callable[[Given, list[int]], tuple[str | None, str]]
    form = "ranking"

    def __post_init__(self) -> None:
        if not 2 <= len(self.items) <= LONGEST:
            raise TypeError(f"{self.name}: a ranking has 2 to {LONGEST} items, this one has {len(self.items)}")

    def verdicts(self, given: Given) -> list[dict[str, Any]]:
        found = []
        for order in map(list, permutations(range(len(self.items)))):
            misconception, text = self.feedback(given, order)
            right = misconception is None
            found.append({"order": order, "correct": right, "misconception": misconception, "text": text})
        return found

    def fits(self, verdict: dict[str, Any], value: list[int]) -> bool:
        return verdict["order"] == value

    def check(self, value: Any, given: Given) -> list[int]:
        if not isinstance(value, list) or sorted(map(str, value)) != sorted(map(str, range(len(self.items)))):
            raise Refused(f"{self.name}: {value!r} is not an order of the items 0 to {len(self.items) - 1}")
        return [int(place) for place in value]

    def payload(self, given: Given) -> dict[str, Any]:
        return {"items": [resolve(item, given) for item in self.items]}

    def in_words(self, value: list[int], given: Given) -> str:
        return ", ".join(str(resolve(self.items[place], given)) for place in value)
