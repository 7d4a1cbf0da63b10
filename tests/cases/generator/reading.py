"""How the tests read texts."""

import re

CONTRACTION = re.compile(r"\w+(?:n't|'re|'ve|'ll|'d|'m)\b|\b(?:it|that|there|here|what|who|let|he|she)'s\b", re.I)
NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|thirteen|fourteen|fifteen|twenty)\b", re.I
)


def words(text: str) -> list[str]:
    """The words of a text in small letters, without marks."""
    return re.findall(r"[a-z0-9]+(?:[-'][a-z0-9]+)*", text.lower())


def grams(text: str, length: int = 5) -> set[tuple[str, ...]]:
    """All runs of so many words."""
    row = words(text)
    return {tuple(row[start : start + length]) for start in range(len(row) - length + 1)}


def shared(one: str, other: str) -> float:
    """The share of the five-word runs of the shorter text that stand in the other too."""
    ours, theirs = grams(one), grams(other)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))
