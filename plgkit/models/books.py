"""What one company spent on selling and on research, in every year on file: no equation, only figures from filings.

A line that a company does not report is not drawn. The number `selling_per_research` is in dollars per dollar, of the
last full year before the shares were listed; not a number where the cost of selling is not reported apart.
"""

import math

from plgkit.models import words
from plgkit.models.layout import label_places

LINES = ("selling", "research", "paid in shares", "selling, admin.")
"""What a year's amounts are of, in their order."""
SELLING, RESEARCH, BOTH = 0, 1, 3
SHARE, MILLIONS = "share of revenue", "USD million"
UNITS = {SHARE: "percent of revenue", MILLIONS: "million dollars"}
LONGEST = 12
"""Years of the company with the most of them: every company gets as many rows, so that twins are regular."""
APART = 0.065
"""Of the picture's height between the names of two lines, at least."""


def run(company, measure, years, terms=words.TERMS):
    """The lines of a company over its fiscal years.

    Parameters
    ----------
    company : str
        One of those in `years`.
    measure : str
        `SHARE` or `MILLIONS`.
    years : list
        For each company and fiscal year: company, fiscal year as in "FY2019", whether it is the last one before the
        listing, revenue, and an amount or None for each of `LINES`; in USD million.
    terms : Terms
        Not used: the filings are in dollars.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> run("A", SHARE, [("A", "FY2019", True, 300.0, [150.0, 100.0, None, None])])["numbers"]
    {'selling_per_research': 1.5}
    """
    own = [year[1:] for year in years if year[0] == company]
    listing = next(year for year in own if year[1])
    points = []
    for line, label in enumerate(LINES):
        for fiscal, listed, revenue, amounts in own:
            amount = amounts[line]
            value = None if amount is None else 100 * amount / revenue if measure == SHARE else amount
            points.append((int(fiscal[2:]), label, value, listed))
    last = max([point[0] for point in points])
    ends = [point for point in points if point[0] == last and point[2] is not None]
    tall = max([point[2] for point in points if point[2] is not None])
    places = label_places([point[2] for point in ends], APART * tall)
    blank = (LONGEST + 1) * len(LINES) - len(points) - len(ends)
    named = len(ends)
    amounts = listing[3]
    apart = amounts[SELLING] is not None
    return {
        "numbers": {"selling_per_research": amounts[SELLING] / amounts[RESEARCH] if apart else math.nan},
        "rows": {
            "year": [point[0] for point in points] + [last] * named + [None] * blank,
            "line": [point[1] for point in points] + [point[1] for point in ends] + [None] * blank,
            "value": [point[2] for point in points] + [None] * (named + blank),
            "listing": [point[3] for point in points] + [False] * (named + blank),
            "label_at": [None] * len(points) + places + [None] * blank,
            "unit": [UNITS[measure]] + [None] * (len(points) + named + blank - 1),
        },
        "sentence": sentence(company, listing[0], amounts),
    }


def sentence(company, fiscal, amounts):
    """What a company spent in the last full year before its listing."""
    begin = f"In {fiscal}, the last full year before its shares were listed, {company}"
    research = words.money(amounts[RESEARCH], "$")
    if amounts[SELLING] is None:
        return (
            f"{begin} spent {research} million on research and development. It reports selling and "
            f"administration as one line, {words.money(amounts[BOTH], '$')} million, so the cost of selling cannot be "
            "told apart."
        )
    ratio = words.money(amounts[SELLING] / amounts[RESEARCH], "$")
    return (
        f"{begin} spent {words.money(amounts[SELLING], '$')} million on sales and marketing and {research} million on "
        f"research and development: {ratio} of selling for each dollar of research."
    )
