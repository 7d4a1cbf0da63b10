"""Questions with more than one answer to give: a ranking, a drawn line, cards to sort."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

from plgkit.course.questions.question import Given, Question, Text, resolve, sentence
from plgkit.models import words
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
            allowed = f"{len(self.at)} heights between {words.bounds(0, top)}"
            raise Refused(f"{self.name}: {value!r} is not a line of {allowed}")
        return value

    def payload(self, given: Given) -> dict[str, Any]:
        titles = {"xTitle": self.x_title, "yTitle": self.y_title}
        return {"at": list(self.at), "top": self.top(given)} | titles

    def in_words(self, value: list[float], given: Given) -> str:
        return words.number(value[-1])

    def overlay(self, value: list[float]) -> list[dict[str, Any]]:
        return [{"x": x, "prediction": y} for x, y in zip(self.at, value, strict=True)]


@dataclass(frozen=True)
class Card:
    """A card of a sorting task: its text, the pile where it belongs, and why."""

    text: Text
    pile: int
    reason: Text


@dataclass(frozen=True, kw_only=True)
class Sorting(Question):
    """Cards to be put on piles. Each card's reason is told once the cards are sorted.

    The answer is a list with the pile of each card.
    """

    piles: Sequence[str]
    cards: Callable[[Given], Sequence[Card]]
    form = "sorting"

    def verdicts(self, given: Given) -> list[dict[str, Any]]:
        cards = [{"pile": card.pile, "reason": resolve(card.reason, given)} for card in self.cards(given)]
        all_right = f"All {len(cards)} cards are where they belong."
        some = "In the right place: {given}. Read the reasons of the others, and move them."
        return [
            {"cards": cards, "all": True, "correct": True, "misconception": None, "text": all_right},
            {"cards": cards, "all": False, "correct": False, "misconception": "misplaced", "text": some},
        ]

    def fits(self, verdict: dict[str, Any], value: list[int]) -> bool:
        right = [card["pile"] for card in verdict["cards"]] == value
        return right or not verdict["all"]

    def check(self, value: Any, given: Given) -> list[int]:
        cards = self.cards(given)
        piles = range(len(self.piles))
        if not isinstance(value, list) or len(value) != len(cards) or any(pile not in piles for pile in value):
            raise Refused(f"{self.name}: {value!r} does not name a pile from 0 to {len(piles) - 1} for each card")
        return value

    def payload(self, given: Given) -> dict[str, Any]:
        return {"piles": list(self.piles), "cards": [resolve(card.text, given) for card in self.cards(given)]}

    def solution(self, given: Given) -> str:
        cards = [(resolve(c.text, given), self.piles[c.pile], resolve(c.reason, given)) for c in self.cards(given)]
        return " ".join(f"{sentence(text)} → {sentence(pile)} {reason}" for text, pile, reason in cards)

    def in_words(self, value: list[int], given: Given) -> str:
        cards = self.cards(given)
        right = sum(card.pile == pile for card, pile in zip(cards, value, strict=True))
        return f"{right} of {len(cards)}"
