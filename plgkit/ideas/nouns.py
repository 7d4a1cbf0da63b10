"""What a learner calls organisations, products, customers and deals: an input of every idea."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from plgkit.models import words
from plgkit.support.names import excerpt

LONGEST = 40
ALLOWED = (
    f"singular and plural for {', '.join([*words.NOUNS][:-1])} or {[*words.NOUNS][-1]}, 1 to {LONGEST} printable "
    "characters each"
)


def _pairs(value: Any) -> Any:
    """Lists are taken for pairs, as JSON and YAML know no others."""
    if not isinstance(value, Mapping):
        return value
    return {noun: tuple(pair) if isinstance(pair, list) else pair for noun, pair in value.items()}


def _checked(nouns: dict[str, tuple[str, str]]) -> dict[str, tuple[str, str]]:
    for noun, texts in nouns.items():
        if noun not in words.NOUNS or not all(map(_is_short, texts)):
            context = {"value": excerpt({noun: texts}), "allowed": ALLOWED}
            raise PydanticCustomError("outside", "{value} is not {allowed}", context)
    return nouns


def _is_short(text: str) -> bool:
    return 1 <= len(text) <= LONGEST and text.isprintable() and text == text.strip()


Nouns = Annotated[dict[str, tuple[str, str]], BeforeValidator(_pairs), AfterValidator(_checked)]
"""Singular and plural, by the noun of `words.NOUNS` that they stand for."""
