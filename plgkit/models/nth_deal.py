"""From which deal on a product is cheaper than building to order, and what one large customer risks.

A build for reuse costs more than one custom job; each deal that reuses it costs less than one.

In custom jobs, over n deals of which a share ω is covered by what is reused,

    cost_custom      = n
    cost_product     = ω·(build_for_reuse + n·(cost_of_reuse + upkeep)) + (1 − ω)·n
    break_even_deals = build_for_reuse / (1 − cost_of_reuse − upkeep)

The overlap ω scales what is saved and leaves the break-even where it is, as long as there is any: at
ω = 0 both cost the same and neither is ever cheaper. break_even_deals and first_cheaper_deal (the first
whole deal at which the product is cheaper in total) are infinite if the product is never cheaper.

Customers hold shares sᵢ of revenue and leave independently, each with probability loss_chance:

    concentration = Σ sᵢ²          effective_customers = 1 / concentration
    chance_lose_30 = P(the shares of those who leave add up to 30 % or more)

The chance is exact, over all sets of customers; that is why the list ends at 20 of them. Shares that
add up to 1 within a thousandth are divided by their sum.

References: Poulin (1997) for the two relative costs, Irvine, Park and Yıldızhan (2016) for concentration.
"""

import math

from plgkit.models import words
from plgkit.models.layout import ways
from plgkit.models.numerics import total

SHOWN = 20
LOST = 0.30
CUSTOM = "built to order"


def run(deals, overlap, build_for_reuse, cost_of_reuse, upkeep, shares, loss_chance, terms=words.TERMS):
    """The cost of a number of deals both ways, and the risk of losing customers.

    Parameters
    ----------
    deals : int
        n.
    overlap : float
        ω, the share of a deal that is covered by what is reused, from 0 to 1.
    build_for_reuse, cost_of_reuse, upkeep : float
        In custom jobs: once, for each deal, and for each deal.
    shares : list of float
        Of revenue, one for each customer.
    loss_chance : float
        That a customer leaves within a year.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`. break_even_deals and
        first_cheaper_deal (the first whole deal at which the product is cheaper in total) are infinite if it never is.

    Examples
    --------
    >>> run(10, 0.8, 1.5, 0.2, 0.0, [0.5, 0.5], 0.1)["numbers"]["break_even_deals"]
    1.875
    """
    saved = 1 - cost_of_reuse - upkeep
    ever = overlap > 0 and saved > 1e-9
    break_even = build_for_reuse / saved if ever else math.inf
    whole = total(shares)
    shares = [share / whole for share in shares]
    concentration = total([share * share for share in shares])
    numbers = {
        "break_even_deals": break_even,
        # A break-even at a whole number of deals is a tie there.
        "first_cheaper_deal": math.floor(break_even + 1e-9) + 1.0 if ever else math.inf,
        "cost_custom": float(deals),
        "cost_product": cost(deals, overlap, build_for_reuse, cost_of_reuse, upkeep),
        "concentration": concentration,
        "effective_customers": 1 / concentration,
        "chance_lose_30": chance_of_losing(shares, loss_chance),
    }
    alike = f"all {terms.plural('deal')} alike"
    lines = [
        (CUSTOM, [0.0, float(SHOWN)]),
        (terms.singular("product"), [cost(n, overlap, build_for_reuse, cost_of_reuse, upkeep) for n in (0, SHOWN)]),
        (alike, [cost(n, 1, build_for_reuse, cost_of_reuse, upkeep) for n in (0, SHOWN)]),
    ]
    if overlap in (0, 1):
        lines[2] = (alike, [None, None])
    return {
        "numbers": numbers,
        "rows": rows(deals, lines, numbers, terms),
        "sentence": sentence(deals, overlap, numbers, terms),
    }


def cost(deals, overlap, build_for_reuse, cost_of_reuse, upkeep):
    """What deals cost with the product, in custom jobs."""
    reused = build_for_reuse + deals * (cost_of_reuse + upkeep)
    return float(overlap * reused + (1 - overlap) * deals)


def saving(numbers):
    """What the product saves over building to order; 0 if they differ by rounding alone."""
    custom, product = numbers["cost_custom"], numbers["cost_product"]
    return 0.0 if math.isclose(custom, product, rel_tol=1e-9) else custom - product


def chance_of_losing(shares, loss_chance, limit=LOST):
    """The chance that the shares lost add up to a limit or more, each lost with the same chance.

    Exact: every set of one half of the customers meets all sets of the other half that are large enough.
    """
    half = (len(shares) + 1) // 2
    some, others = subsets(shares[:half], loss_chance), subsets(shares[half:], loss_chance)
    chance, enough, i = 0.0, 0.0, len(others)
    for share, probability in some:  # the larger one set, the smaller the other may be
        # The slack lets shares such as five times 0.06 reach 0.30 in floating point.
        while i > 0 and others[i - 1][0] >= limit - 1e-9 - share:
            i -= 1
            enough += others[i][1]
        chance += probability * enough
    return min(1.0, chance)


def subsets(shares, chance):
    """The sum of each set of shares and its chance when each is in it with the same chance, by rising sum."""
    sets = [(0.0, 1.0)]
    for share in shares:
        sets = [(s, p * (1 - chance)) for s, p in sets] + [(s + share, p * chance) for s, p in sets]
    return sorted(sets)


def rows(deals, lines, numbers, terms):
    """The rows of the picture: the ways over the deals, and the verdict."""
    saved = saving(numbers)
    jobs = words.count(abs(saved), "job")
    saves = f"{'saves' if saved > 0 else 'costs'} {jobs}{'' if saved > 0 else ' more'}"
    by = f"{terms.singular('product')} {saves}" if saved else "a tie"
    verdict = f"over {terms.count(deals, 'deal')}:\n{by}"
    crossed = f"cheaper from {terms.singular('deal')} {words.number(numbers['first_cheaper_deal'])}"
    return ways("deals", "cost", [0, SHOWN], lines, deals, verdict, numbers["break_even_deals"], crossed)


def sentence(deals, overlap, numbers, terms):
    """From which deal on the product is cheaper, in words."""
    product, custom = (words.count(numbers[f"cost_{way}"], "custom job") for way in ("product", "custom"))
    span, saved, first = terms.count(deals, "deal"), saving(numbers), numbers["first_cheaper_deal"]
    item, deal = terms.singular("product"), terms.singular("deal")
    begin = f"Over {span} the {item} costs {product} instead of {words.number(deals)}"
    if not overlap or (not saved and deals >= first):
        costs = (
            f"{words.capital(terms.plural('deal'))} share nothing that could be reused: both ways cost {custom} "
            f"over {span}."
        )
    elif math.isinf(first):
        costs = f"{begin} and is never cheaper: reuse and upkeep cost as much as a custom job, or more."
    elif saved > 0:
        costs = f"{begin}, and is cheaper from {deal} {words.number(first)} on."
    elif saved:
        costs = f"{begin}. It is cheaper only from {deal} {words.number(first)} on."
    else:
        costs = f"Over {span} both ways cost {custom}. The {item} is cheaper from {deal} {words.number(first)} on."
    chance = words.percent(numbers["chance_lose_30"])
    return f"{costs} The chance of losing {terms.plural('customer')} with 30% of revenue or more is {chance} in a year."
