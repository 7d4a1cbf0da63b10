"""Customers pour in at a steady rate and leak out through churn.

A people join at the end of each month. A customer leaves in any month with a probability of their own,
drawn once from a Beta(α, β) distribution (shifted beta-geometric) with mean churn c and polarisation
φ = 1/(α + β + 1). The share of a cohort that is left after t months, and the customers then, are

    S(t) = Π_{k<t} (1 − h(k))        h(k) = c(1 − φ) / (1 − φ + kφ)
    N(t) = start·S(t) + A·Σ_{k<t} S(k)

where h(k) is the churn of those who have stayed k months; those present at the start are a new cohort
too. At φ = 0 all are alike and N(t+1) = N(t)(1 − c) + A.

    ceiling = A/c at φ = 0        A(α + β − 1)/(α − 1) for α > 1        infinite for α ≤ 1

Where nobody joins, the ceiling is what remains of the start for ever: nothing, all of it at churn 0, the
share 1 − c of it at polarisation 1. At churn 1 it is A. The months to 90 % of the ceiling run from the
start (0 if the start is already there; 0 as the limit at churn 1; infinite without a ceiling), with S
continued between whole months by the gamma function; there a polarisation below a millionth of churn
counts as 0. The churn of those who stayed 12 months is, at churn 1, where nobody does, its limit.

References: Fader and Hardie (2007); the stock is the renewal sum of their survivor function.
"""

import math

from plgkit.models import words
from plgkit.models.cohort import survival
from plgkit.models.layout import along
from plgkit.models.numerics import exp, log1p, log_beta_fall, root

HERE, POURED, CEILING = "customers", "if nobody left", "ceiling"
YEAR = 12
POINTS = 37  # of the line of customers
LABELLED = 22  # the point beside which it is named
NEAR = 1.3  # a ceiling so many times above all else would press the lines flat


def run(acquisition, churn, polarisation, start, months, terms=words.TERMS):
    """The bucket after some months.

    Parameters
    ----------
    acquisition : float
        A, people who join in a month.
    churn : float
        c, share of new customers who leave in their first month.
    polarisation : float
        φ, from 0 (all are alike) to 1.
    start : float
        Customers at month 0.
    months : int
        How far to look.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> run(100, 0.05, 0.0, 0, 36)["numbers"]["ceiling"]
    2000.0
    """
    survivors = survival(churn, polarisation, max(months, YEAR))
    people = stock(survivors, acquisition, start, months)
    top = ceiling(acquisition, churn, polarisation, start)
    numbers = {
        "ceiling": top,
        "customers_at_end": people[-1],
        "months_to_90_percent": months_to(0.9, start, churn, polarisation, top),
        "share_kept_12_months": survivors[YEAR],
        "churn_after_12_months": churn * (1 - polarisation) / ((1 - polarisation) + YEAR * polarisation),
        "customers_acquisition_doubled": stock(survivors, 2 * acquisition, start, months)[-1],
        "customers_churn_halved": stock(survival(churn / 2, polarisation, months), acquisition, start, months)[-1],
    }
    return {
        "numbers": numbers,
        "rows": rows(people, acquisition, start, months, top, terms),
        "sentence": sentence(acquisition, churn, polarisation, start, months, numbers, terms),
    }


def stock(survivors, acquisition, start, months):
    """N(t): customers at the end of month 0, 1, … `months`, from the share of a cohort that is left after each."""
    people, joiners = [], 0.0
    for t in range(months + 1):
        people.append(start * survivors[t] + acquisition * joiners)
        joiners += survivors[t]
    return people


def ceiling(acquisition, churn, polarisation, start):
    """What the number of customers moves towards."""
    if not acquisition:
        return start * (1.0 - churn if polarisation == 1 else float(not churn))
    if churn == 1:
        return float(acquisition)
    leaving = churn * (1 - polarisation) - polarisation
    return acquisition * (1 - 2 * polarisation) / leaving if leaving > 0 else math.inf


def months_to(share, start, churn, polarisation, ceiling):
    """Periods until a stock that starts at `start` and fills up is this share of its ceiling.

    The survivor function is continued between whole periods by the gamma function. A polarisation below a millionth
    of churn counts as 0.

    Parameters
    ----------
    share : float
        Between 0 and 1.
    start, ceiling : float
        Customers; the ceiling may be infinite.
    churn, polarisation : float
        As in `survival`.

    Returns
    -------
    float
        0 where the start is already there; infinite without a ceiling.

    Examples
    --------
    >>> round(months_to(0.9, 0, 0.05, 0, 2000), 2)
    44.89
    """
    if start >= share * ceiling:
        return 0.0
    if math.isinf(ceiling):
        return math.inf
    if churn == 1:
        return 0.0
    begun = start / ceiling
    if polarisation <= max(1e-6 * churn, 1e-300):
        return math.log((1 - share) / (1 - begun)) / log1p(-churn)
    return _months_of_many(share, begun, churn, polarisation)


def _months_of_many(share, begun, churn, polarisation):
    """As `months_to`, for customers who differ."""
    beta = (1 - churn) * (1 / polarisation - 1)
    above_one = (churn * (1 - polarisation) - polarisation) / polarisation

    def surplus(log_month):
        then = beta + exp(log_month)
        remaining = exp(log_beta_fall(above_one + 1, beta, then))
        missing = exp(log_beta_fall(above_one, beta, then))
        return begun * remaining - missing + 1 - share

    if surplus(-50.0) >= 0:
        return 0.0
    return exp(root(surplus, -50.0, 700.0)) if surplus(700.0) > 0 else math.inf


def rows(people, acquisition, start, months, top, terms):
    """The rows of the picture: the three lines, and the names that stand beside them."""
    at = [round(point * months / (POINTS - 1)) for point in range(POINTS)]
    poured = start + acquisition * months
    falling = people[-1] < start
    # A ceiling far above everything else is named at the top instead.
    near = 0 < top <= NEAR * poured
    height, named = (top, top) if near else (None, poured if top else None)
    name = "ceiling " + words.number(top) if top < math.inf else "no ceiling"
    if not near and top < math.inf:
        name += ", higher"
    beside_right = near and not falling and poured > NEAR * top
    middle = LABELLED * months / (POINTS - 1)
    heights = [start, poured, height, height, along(middle, range(len(people)), people), poured]
    return {
        "month": at + [0, months, 0, months, middle, months, 0, months],
        "customers": [people[t] for t in at] + heights + ([None, named] if beside_right else [named, None]),
        "series": [HERE] * POINTS + [POURED] * 2 + [CEILING] * 2 + [HERE, POURED, CEILING, CEILING],
        "mark": ["line"] * (POINTS + 4) + ["name"] * 4,
        "label": [""] * (POINTS + 4) + [terms.plural("customer"), POURED, name, name],
        "falling": [falling] * (POINTS + 8),
    }


def sentence(acquisition, churn, polarisation, start, months, numbers, terms):
    """What happens, in words."""
    if not acquisition and not start:
        return f"Nobody joins and nobody is there: there are no {terms.plural('customer')}."
    top, end = numbers["ceiling"], words.number(numbers["customers_at_end"])
    leaving, later = words.percent(churn), words.percent(numbers["churn_after_12_months"])
    joins = words.count(acquisition, "person joins each month", "people join each month")
    if not churn:
        leave = "nobody leaves"
    elif churn == 1:
        leave = "everybody leaves within a month"
    elif not polarisation:
        leave = f"{leaving} of {terms.plural('customer')} leave each month"
    else:
        leave = (
            f"{leaving} of new {terms.plural('customer')} leave in their first month, {later} a month of those who "
            "stayed a year, because the others left before them"
        )
    if math.isinf(top):
        heads = "there is no ceiling"
    elif acquisition:
        heads = f"the number moves towards {words.number(top)}, whatever it starts from"
    else:
        heads = f"{words.number(top)} stay for ever" if top else "in the end nobody is left"
    changes = [
        ("twice the acquisition", "customers_acquisition_doubled", acquisition),
        ("half the churn", "customers_churn_halved", churn),
    ]
    others = [f"{words.number(numbers[name])} with {what}" for what, name, matters in changes if matters]
    instead = f"; it would be {words.listing(others)}" if others else ""
    return (
        f"{joins if acquisition else 'Nobody joins'} and {leave}: {heads}. "
        f"After {words.count(months, 'month')} the number is {end}{instead}."
    )
