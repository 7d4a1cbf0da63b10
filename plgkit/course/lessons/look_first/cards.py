"""The case `requests`, dealt as cards to sort by the evidence that each carries."""

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from plgkit.cases.catalogue import load

ASK, TRY, DECIDE = range(3)
PILES = ("ask: a wish or one story", "try: the problem is known", "decide: it was tried")
NEXT = {"none": ASK, "anecdote": ASK, "interviews": TRY, "usage data": TRY, "prototype test": DECIDE}
"""The pile for each kind of evidence in the case."""
DRAWN = {"none": 3, "anecdote": 3, "interviews": 3, "usage data": 2, "prototype test": 3}
"""Requests of each kind that a learner sorts: fourteen."""
BOTH = ("Hours confirmed by message", "Checks that are booked a year ahead")
"""Beginnings of requests that count a problem and a remedy in use as well: two readings, so never drawn."""
OFF = 45
"""Degrees from the vision beyond which a request is off course, as the case describes it."""
THOUSAND = 1000
"""The case counts revenue in thousands."""
EVIDENCE = {
    "none": "It states a solution and gives no evidence: nobody has looked at the problem behind it.",
    "anecdote": "One story, told once. It can be true and still be rare: ask others before anything is drawn.",
    "interviews": "People were asked, so the problem is known. Whether this solution helps, nobody has tried.",
    "usage data": "The problem is counted. Numbers show that it is there; whether this solution helps is open.",
    "prototype test": "People tried a solution and the result was counted: there is something to decide on.",
}


@cache
def requests() -> pd.DataFrame:
    """The case, with the pile of each request."""
    frame = load("requests")
    return frame.assign(pile=frame["evidence"].map(NEXT), clear=~frame["text"].str.startswith(BOTH))


@cache
def largest() -> str:
    """The customer with the most revenue at stake."""
    return str(requests().groupby("customer")["revenue_at_stake"].sum().idxmax())


def fourteen(generator: np.random.Generator) -> list:
    """Fourteen requests, shuffled: the largest customer among the wishes, and a tried one off the vision."""
    frame = requests()[requests()["clear"]]
    chosen = []
    for kind, count in DRAWN.items():
        rows = list(frame[frame["evidence"] == kind].itertuples())
        rows = [rows[place] for place in generator.permutation(len(rows))]
        if kind == "none":
            rows.sort(key=lambda row: row.customer != largest())
            rows = [rows[0], *(row for row in rows if row.customer != largest())]
        if kind == "prototype test":
            rows.sort(key=lambda row: abs(row.angle) <= OFF)
            rows = [rows[0], *(row for row in rows if abs(row.angle) <= OFF)]
        chosen += rows[:count]
    return [chosen[place] for place in generator.permutation(len(chosen))]


def reason(row: Any) -> str:
    """Why a request lies on its pile."""
    text = EVIDENCE[row.evidence]
    if row.pile == ASK and row.customer == largest():
        return f"{text} The size of the customer is a reason to ask soon; it is no evidence."
    if row.pile == DECIDE and abs(row.angle) > OFF:
        return f"{text} Tested is not the same as fitting: it leads away from the vision, so the decision may be no."
    return text
