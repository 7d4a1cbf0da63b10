"""Cards to be put on piles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from plgkit.course.questions.question import Question, Text, Verdict, resolve, sentence
from plgkit.course.setting import Setting
from plgkit.support.errors import Problem, Refused


@dataclass(frozen=True)
class Card:
    """A card to be sorted.

    Attributes
    ----------
    text : Text
        What stands on it.
    pile : int
        The place of the pile where it belongs.
    reason : Text
        Why it belongs there, shown once the cards are sorted.
    """

    text: Text
    pile: int
    reason: Text


@dataclass(frozen=True, kw_only=True)
class Sorting(Question):
    """Cards to be put on piles; an answer is a list with the pile of each card.

    Attributes
    ----------
    piles : sequence of str
        The piles' names.
    cards : callable
        The cards, from a setting.

    Examples
    --------
    >>> cards = (Card("Churn", 1, "It is measured."), Card("Delight", 0, "Nobody can count it."))
    >>> question = Sorting(name="sort", ask="Sort.", piles=("vague", "exact"), cards=lambda setting: cards)
    >>> question.in_words([1, 1], None)
    '1 of 2'
    """

    piles: Sequence[str]
    cards: Callable[[Setting], Sequence[Card]]
    form: ClassVar[str] = "sorting"

    def verdicts(self, setting: Setting) -> list[Verdict]:
        cards = [{"pile": card.pile, "reason": resolve(card.reason, setting)} for card in self.cards(setting)]
        complete = f"All {len(cards)} cards are where they belong."
        partial = "In the right place: {given}. Read the reasons of the others, and move them."
        return [
            {"cards": cards, "all": True, "correct": True, "misconception": None, "text": complete},
            {"cards": cards, "all": False, "correct": False, "misconception": "misplaced", "text": partial},
        ]

    def fits(self, verdict: Verdict, value: list[int]) -> bool:
        right = [card["pile"] for card in verdict["cards"]] == value
        return right or not verdict["all"]

    def check(self, value: Any, setting: Setting) -> list[int]:
        cards = self.cards(setting)
        piles = range(len(self.piles))
        if not isinstance(value, list) or len(value) != len(cards) or any(pile not in piles for pile in value):
            allowed = f"a pile from 0 to {len(piles) - 1} for each card"
            raise Refused(Problem(f"{value!r} does not name {allowed}", self.name, repr(value), allowed))
        return value

    def payload(self, setting: Setting) -> dict[str, Any]:
        return {"piles": list(self.piles), "cards": [resolve(card.text, setting) for card in self.cards(setting)]}

    def solution(self, setting: Setting) -> str:
        sentences = [
            f"{sentence(resolve(card.text, setting))} → {sentence(self.piles[card.pile])} "
            f"{resolve(card.reason, setting)}"
            for card in self.cards(setting)
        ]
        return " ".join(sentences)

    def in_words(self, value: list[int], setting: Setting) -> str:
        cards = self.cards(setting)
        right = sum(card.pile == pile for card, pile in zip(cards, value, strict=True))
        return f"{right} of {len(cards)}"
