"""Cards to be put on piles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from plgkit.course.questions.question import Given, Question, Text, resolve, sentence
from plgkit.support.errors import Refused


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
