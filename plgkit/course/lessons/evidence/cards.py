"""The case `vignettes`, dealt as cards to sort."""

from functools import cache

import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.course.questions import Card

CASE = "vignettes"
PILES = ("product-led organisation", "product-centric organisation", "product-led growth tactic", "none")
FUNCTIONS = {
    "product": (
        "A product team in a product-led organisation sets the direction from research and from use, and does "
        "more than deliver what others ordered (D4)."
    ),
    "sales": (
        "Sales in a product-led organisation begins with people whose use shows that they are ready, and removes "
        "what keeps the rest of their firm away (D4)."
    ),
    "customer success": (
        "Customer success in a product-led organisation sees in the use who is about to give up, acts before they "
        "leave, and is measured by what customers achieve (D4)."
    ),
    "marketing": (
        "Marketing in a product-led organisation brings people into the product and lets what they do there guide "
        "the next message (D4)."
    ),
    "engineering": (
        "Engineering in a product-led organisation answers for the value that arrives, not for the amount that is "
        "built (D0, sixth statement)."
    ),
    "leadership": (
        "Leaders of a product-led organisation build the strategy on a vision of the product (D2), and ask what a "
        "decision means for users before they ask what it means for growth (D4)."
    ),
}
EACH, SHARED = 3, 2
"""A team sorts this many cards of each label, and this many of each function."""


@cache
def _vignettes() -> pd.DataFrame:
    return load(CASE).set_index(["label", "function"]).sort_index()


def twelve(generator) -> list[pd.Series]:
    """Rows of the case: as many of each label, and as many of each function, in a random order."""
    functions = list(FUNCTIONS)
    while True:
        dealt = [PILES[place % len(PILES)] for place in generator.permutation(EACH * len(PILES))]
        pairs = list(zip(dealt, functions * SHARED, strict=True))
        if len(set(pairs)) == len(pairs):
            break
    rows = [_vignettes().loc[pair] for pair in pairs]
    return [rows[place] for place in generator.permutation(len(rows))]


def card(row: pd.Series) -> Card:
    """A row as a card, with what decided and what the documents expect of the department."""
    label, function = row.name
    named = "None of the three" if label == "none" else label.capitalize()
    return Card(row["text"], PILES.index(label), f"{named}. {row['reason']} {FUNCTIONS[function]}")
