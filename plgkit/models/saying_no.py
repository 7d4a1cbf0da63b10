"""Custom work now, or a product that pays later: what refusing is worth, and to whom.

Custom work earns from the start; a product costs first, earns later, and may fail.

Custom work earns c in each of the years 0 to T − 1. The product costs b in year 0 and earns e in each
of the years 1 to T − 1. With probability 1 − p it fails: then it earns nothing in year 1, and from year
2 on there is custom work again. With the discount factor d = 1/(1 + discount_rate),

    npv_custom  = c·Σ₀ᵀ⁻¹ dᵗ
    npv_product = −b + p·e·Σ₁ᵀ⁻¹ dᵗ + (1 − p)·c·Σ₂ᵀ⁻¹ dᵗ
    npv_wait    = c + d·(p·max(product that works, custom) + (1 − p)·custom), both over T − 1 years

Waiting means one more year of custom work that shows, free of charge, whether the product will work:
the most that waiting can be worth. Incomes and costs are cash; what both ways cost is left out.

break_even_years is the least T at which the product is worth at least as much as custom work, also
beyond the years looked at; infinite if there is none within a million years. return_of_refusing is the
rate at which both are worth the same (there is at most one, since what is given up comes before what
is gained); −1 (all is lost) if nothing comes back, infinite if there is a gain and nothing is given up,
0 if there is neither. success_needed is the p at which both are worth the same: above 1 if even a
product that cannot fail is worth less, infinite if more success does not help. lowest_cash is the
runway less b: incomes are never negative, so cash is lowest when the product has been built.

References: Brealey, Myers and Allen (2020) for value and return, Dixit and Pindyck (1994) for waiting.
"""

import math

from plgkit.models import words
from plgkit.models.layout import ways
from plgkit.models.numerics import exp, log1p, root

LONGEST = 20
CUSTOM, PRODUCT, WAIT = "custom work", "product", "wait a year"
WORKS, FAILS = "product that works", "product that fails"
FOR_EVER = 1e6


def run(years, discount_rate, success, custom_income, build_cost, product_income, runway, terms=words.TERMS):
    """What custom work, the product and waiting are worth today.

    Parameters
    ----------
    years : int
        T, the years that count, 1 to 20.
    discount_rate : float
        Of a year.
    success : float
        p, the probability that the product works.
    custom_income, product_income : float
        c and e, cash left in a year.
    build_cost : float
        b, cash spent in the first year.
    runway : float
        Cash at the start.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> outcome = run(8, 0.1, 0.7, 40, 120, 80, 200)
    >>> sorted(outcome["numbers"])[:2]
    ['break_even_years', 'lowest_cash']
    """
    values = worth(discount_rate, success, custom_income, build_cost, product_income)
    custom, works, fails = (values[way][years - 1] for way in (CUSTOM, WORKS, FAILS))
    short, gain = custom - fails, works - fails
    given_up = build_cost + custom_income
    first = success * product_income - custom_income
    later = success * (product_income - custom_income)
    numbers = {
        "npv_custom": custom,
        "npv_product": values[PRODUCT][years - 1],
        "npv_wait": values[WAIT][years - 1],
        "break_even_years": break_even(given_up, first, later, discount_rate),
        "return_of_refusing": internal_rate(given_up, first, later, years),
        "success_needed": 0.0 if not short else short / gain if gain > 1e-9 * short else math.inf,
        "lowest_cash": float(runway - build_cost),
        "survives": runway >= build_cost,
    }
    return {
        "numbers": numbers,
        "rows": rows(years, success, values, numbers, terms),
        "sentence": sentence(years, success, build_cost, runway, numbers, terms),
    }


def worth(rate, success, custom_income, build_cost, product_income):
    """The value today of each way, for horizons of 1 to `LONGEST` years."""
    values = {CUSTOM: [], PRODUCT: [], WAIT: [], WORKS: [], FAILS: []}
    every = after_1 = after_2 = 0.0
    following = 1 / (1 + rate)
    learnt = 0.0
    for year in range(LONGEST):
        factor = (1 + rate) ** -float(year)
        every += factor
        after_1 += factor if year >= 1 else 0.0
        after_2 += factor if year >= 2 else 0.0
        custom = custom_income * every
        works = product_income * after_1 - build_cost
        fails = custom_income * after_2 - build_cost
        values[CUSTOM].append(custom)
        values[WORKS].append(works)
        values[FAILS].append(fails)
        values[PRODUCT].append(success * works + (1 - success) * fails)
        values[WAIT].append(custom_income + following * learnt)
        learnt = success * max(works, custom) + (1 - success) * custom
    return values


def break_even(given_up, first, later, rate):
    """The least number of years in which what is gained makes good what is given up; infinite if none.

    `given_up` in year 0, `first` gained in year 1, `later` in each year after it; infinite if there is none within a
    million years.
    """
    slack = 1e-9 * (given_up + abs(first))
    short = given_up - first / (1 + rate)
    if not given_up and first >= 0:
        return 1.0
    if short <= slack:
        return 2.0
    if later <= 0 or short > later * FOR_EVER:
        return math.inf
    years = short / later
    if rate > 1e-12:
        lost = years * rate * (1 + rate)
        years = -log1p(-lost) / log1p(rate) if lost < 1 else math.inf
    return 2.0 + math.ceil(years - 1e-9) if years < FOR_EVER else math.inf


def internal_rate(given_up, first, later, years):
    """The rate at which the gains of `years` are worth what is given up.

    There is at most one, since what is given up comes before what is gained; −1 (all is lost) if nothing comes back,
    infinite if there is a gain and nothing is given up, 0 if there is neither.
    """
    gains = [first] * (years > 1) + [later] * max(0, years - 2)
    if not given_up or max(gains + [0]) <= 0:
        return -1.0 if given_up else math.inf if max(gains + [0]) > 0 else 0.0

    def surplus(log_factor):
        value, factor = 0.0, exp(log_factor)
        for gain in reversed(gains):
            value = factor * (gain + value)
        return value - given_up

    least, most = -30.0, 30.0
    if surplus(least) >= 0 or surplus(most) <= 0:
        return math.inf if surplus(least) >= 0 else -1.0
    return math.expm1(-root(surplus, least, most))


def advantage(numbers):
    """What the product is worth more than custom work; 0 if they differ by rounding alone."""
    product, custom = numbers["npv_product"], numbers["npv_custom"]
    return 0.0 if math.isclose(product, custom, rel_tol=1e-9, abs_tol=1e-9) else product - custom


def rows(years, success, values, numbers, terms):
    """The rows of the picture: three ways over the years, and the verdict."""
    waiting = [None] * LONGEST if success in (0, 1) else values[WAIT]
    product = terms.singular("product")
    lines = [(CUSTOM, values[CUSTOM]), (product, values[PRODUCT]), (WAIT, waiting)]
    gain, crossing = advantage(numbers), numbers["break_even_years"]
    by = f"{product} worth {terms.money(abs(gain))} {'more' if gain > 0 else 'less'}" if gain else "a tie"
    cash = "" if numbers["survives"] else "\nbut the cash runs out"
    verdict = f"over {words.count(years, 'year')}:\n{by}{cash}"
    crossed = f"break-even: {words.count(crossing, 'year')}"
    return ways("years", "value", list(range(1, LONGEST + 1)), lines, years, verdict, crossing, crossed)


def sentence(years, success, build_cost, runway, numbers, terms):
    """Whether refusing custom work pays, in words."""
    product, custom, wait = (numbers[f"npv_{way}"] for way in ("product", "custom", "wait"))
    gain, start = advantage(numbers), words.count(numbers["break_even_years"], "year")
    certain = success in (0, 1)
    span, about = words.count(years, "year"), "" if certain else " on average"
    begin = (
        f"Over {span} the {terms.singular('product')} is worth {terms.money(product)} today{about} "
        f"and custom work {terms.money(custom)}"
    )
    if not numbers["survives"]:
        cost, cash = terms.money(build_cost), terms.money(runway)
        return f"{begin}. But building costs {cost} and there is only {cash}: the cash runs out first."
    begin += ": refusing it " + ("pays" if gain > 0 else "does not pay" if gain else "changes nothing")
    if not certain and wait > (1 + 1e-9) * max(product, custom):
        return f"{begin}. Waiting a year to learn whether it works can be worth more: {terms.money(wait)}."
    if gain >= 0:
        return f"{begin}, as it breaks even within {start}." if gain else f"{begin}."
    if math.isinf(numbers["break_even_years"]):
        return f"{begin}, and more years do not change that."
    return f"{begin}. It would break even within {start}."
