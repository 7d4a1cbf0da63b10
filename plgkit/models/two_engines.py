"""Growth that is bought and growth that customers bring: two engines in one market.

A market filled by paid acquisition and by word of mouth, and emptied by churn.

Spend x a month buys n(x) = reach(1 − e^(−x/saturation)) customers a month while the market M is empty.
With f = N/M the share of the market that is won, p = n(x)/M, word of mouth q and churn δ, each month

    f ← f + min(1, p + q(1 − δ)f)(1 − f) − δf

since only those who stay recommend, and only those who are no customers yet can be won. The market
starts empty. The steady share is the stable fixed point, where f² q(1 − δ) − f(q(1 − δ) − p − δ) = p, or
1/(1 + δ) where everyone who is no customer joins every month. Where nobody is bought the market stays
empty, so it is 0. The carried share is its limit for a spend that shrinks to nothing (it takes one customer
to begin): max(0, 1 − δ/(q(1 − δ))), above 0 exactly where δ < q/(1 + q), the churn threshold; 0 where
nobody recommends and nobody leaves.

    average_cac = x/n(x)        marginal_cac = (saturation/reach) e^(x/saturation)

are costs in an empty market: both saturation/reach at no spend, infinite without reach and, for the
marginal cost, where floating point ends. The default q is the mean of many products by the *year*
(Sultan, Farley and Lehmann 1990): by the month it stands for a product that spreads very fast.

References: Libai, Muller and Peres (2009), with p bought by spending.
"""

import math

from plgkit.models import words

STOP = 12
BOTH, STOPPED, BOUGHT = "bought and recommended", f"spending stops after month {STOP}", "bought only"
POINTS, MIDDLE, LATE = 19, 9, 13  # of each line, and those beside which names stand


def run(spend, reach, saturation, word_of_mouth, churn, market, months, terms=words.TERMS):
    """The market after some months.

    Parameters
    ----------
    spend : float
        x, money in a month.
    reach : float
        Customers that no spending in a month can exceed.
    saturation : float
        Money: at so much a month, 63 % of the reach is bought.
    word_of_mouth, churn : float
        q and δ, shares in a month.
    market : float
        M, people.
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
    >>> round(run(50_000, 2000, 100_000, 0.38, 0.1, 100_000, 36)["numbers"]["churn_threshold"], 3)
    0.275
    """
    first = reach / saturation * math.exp(-spend / saturation)
    bought = -reach * math.expm1(-spend / saturation)
    start_cost = saturation / reach if reach else math.inf
    p, horizon = bought / market, max(months, STOP)
    both = filled([p] * horizon, word_of_mouth, churn)
    stopped = filled([p] * STOP + [0.0] * (horizon - STOP), word_of_mouth, churn)
    alone = filled([p] * horizon, 0.0, churn)
    carried = steady(0.0, word_of_mouth, churn)
    numbers = {
        "steady_share": steady(p, word_of_mouth, churn) if p else 0.0,  # nobody is there to recommend
        "carried_share": carried,
        "churn_threshold": word_of_mouth / (1 + word_of_mouth),
        "self_sustaining": carried > 0,
        "average_cac": spend / bought if bought else start_cost,
        "marginal_cac": 1 / first if first else math.inf,
        "customers_at_end": both[months] * market,
        "customers_at_month_12": both[STOP] * market,
        "customers_if_stopped": stopped[months] * market,
    }
    return {
        "numbers": numbers,
        "rows": rows([[f * market for f in path] for path in (both, stopped, alone)], months),
        "sentence": sentence(word_of_mouth, churn, months, numbers, terms),
    }


def filled(bought, word_of_mouth, churn):
    """f: the share of the market that is won after 0, 1, … months, from the share bought in each month."""
    won, recommending = [0.0], word_of_mouth * (1 - churn)
    for p in bought:
        f = won[-1]
        won.append(f + min(1.0, p + recommending * f) * (1 - f) - churn * f)
    return won


def steady(bought, word_of_mouth, churn):
    """The share of the market at which as many join as leave; at no bought customers, the limit."""
    recommending = word_of_mouth * (1 - churn)
    surplus = recommending - bought - churn
    root = math.sqrt(surplus * surplus + 4 * recommending * bought)
    if surplus > 0:
        share = (surplus + root) / (2 * recommending)
    else:
        share = 2 * bought / (root - surplus) if root > surplus else 0.0
    return 1 / (1 + churn) if bought + recommending * share > 1 else min(1.0, share)


def rows(paths, months):
    """The rows of the picture: three lines of customers, and the places of their names."""
    at = [round(point * months / (POINTS - 1)) for point in range(POINTS)]
    both, stopped, alone = ([path[month] for month in at] for path in paths)
    most = max(both)
    # A line that would cover another is not drawn, a name that would cover a line not written.
    apart = months > STOP and most > 0
    begin = max([month for month in at if month <= STOP]) if apart else math.inf
    stopped = [people if month >= begin else None for month, people in zip(at, stopped)]
    rises = apart and stopped[LATE] is not None and stopped[-1] >= stopped[LATE] > 0.15 * most
    beside = max([abs(some - others) for some, others in zip(both, alone)]) > 0.05 * most
    room = alone[MIDDLE] > 0.09 * most
    names = [
        both[-1],
        stopped[LATE] if not rises else None,
        stopped[LATE] if rises else None,
        alone[MIDDLE] if beside and not room else None,
        alone[MIDDLE] if beside and room else None,
    ]
    return {
        "month": at + at + at + [at[-1], at[LATE], at[LATE], at[MIDDLE], at[MIDDLE]],
        "customers": both + stopped + alone + names,
        "series": [BOTH] * POINTS + [STOPPED] * POINTS + [BOUGHT] * POINTS + [BOTH, STOPPED, STOPPED, BOUGHT, BOUGHT],
        "mark": ["line"] * 3 * POINTS + ["above", "above", "under", "above", "under"],
    }


def sentence(word_of_mouth, churn, months, numbers, terms):
    """What holds the market, in words."""
    leaving, threshold = words.percent(churn), words.percent(numbers["churn_threshold"])
    just = "just " if leaving == threshold else ""
    if numbers["self_sustaining"]:
        held = words.percent(numbers["carried_share"])
        why = (
            f"churn of {leaving} is {just}below the threshold of {threshold}, so word of mouth alone can hold "
            f"{held} of the market"
        )
    elif word_of_mouth:
        where = "at the threshold, or just above it," if just else f"not below the threshold of {threshold},"
        why = f"churn of {leaving} is {where} so without spending everybody would leave in the end"
    else:
        why = f"there is no word of mouth, so every {terms.singular('customer')} has to be bought"
    if not numbers["customers_at_month_12"]:
        return f"Nobody is bought, so nobody recommends and the market stays empty. In general, {why}."
    end, stopped = (words.number(words.rounded(numbers[f"customers_{when}"], 0)) for when in ("at_end", "if_stopped"))
    instead = f", or {stopped} if the spending stops after month {STOP}" if months > STOP else ""
    cost, following = numbers["average_cac"], numbers["marginal_cac"]
    dear = "more than 1,000 times as much" if following > 1000 * cost else terms.money(following)
    return (
        f"After {words.count(months, 'month')} the number of {terms.plural('customer')} is {end}{instead}: {why}. "
        f"In an empty market a bought {terms.singular('customer')} costs {terms.money(cost)} on average, "
        f"the next one {dear}."
    )
