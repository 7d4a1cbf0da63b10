"""What one customer costs, brings, and when the money is back.

A customer costs something to win, then earns a margin each month until they leave.

With margin m = arpa · gross_margin and churn c, the expected margin of month k is m(1 − c)^(k−1), so

    lifetime_value = m / c        payback_months = cac / m        break_even_churn = m / cac

and the payback with churn is the first moment at which the margins of those who stayed add up to the
cost, cash arriving evenly within each month. The value is not discounted. Infinite: the lifetime value
at churn 0, a payback that never comes, the ratio of value to cost where nothing is spent.

References: Gupta, Lehmann and Stuart (2004), equation 4, without discounting.
"""

import math

from plgkit.models import words
from plgkit.models.layout import LABEL, label_places
from plgkit.models.numerics import log1p

HORIZON = 48
STEP = 4
STAY, LEAVE = "if nobody left", "with churn"


def run(arpa, gross_margin, churn, cac, terms=words.TERMS):
    """The economics of one customer.

    Parameters
    ----------
    arpa : float
        Revenue of a customer in a month.
    gross_margin : float
        Share of revenue that is left after the cost of serving it.
    churn : float
        c, share of customers who leave in a month.
    cac : float
        Spent to win one.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`. Infinite: the lifetime value at
        churn 0, a payback that never comes, the ratio of value to cost where nothing is spent.

    Examples
    --------
    >>> run(100, 0.8, 0.08, 1200)["numbers"]["lifetime_value"]
    1000.0
    """
    margin = arpa * gross_margin
    value = margin / churn if churn else math.inf if margin else 0.0
    numbers = {
        "lifetime_value": value,
        "ltv_to_cac": value / cac if cac else math.inf,
        "payback_months": 0.0 if not cac else cac / margin if margin else math.inf,
        "payback_months_with_churn": payback(margin, churn, cac),
        "break_even_churn": min(1.0, margin / cac) if cac else 1.0,
    }
    return {
        "numbers": numbers,
        "rows": rows(margin, churn, cac, numbers),
        "sentence": sentence(margin, churn, cac, numbers, terms),
    }


def earned(margin, churn, months):
    """The margin expected of a customer after whole months."""
    if not churn:
        return margin * months
    if churn == 1:
        return margin * min(months, 1)
    return margin * (-math.expm1(months * log1p(-churn)) / churn)


def payback(margin, churn, cac):
    """Months until the expected margin has paid back the cost; infinite if it never does."""
    if not cac:
        return 0.0
    if not margin or cac * churn > margin or (cac * churn == margin and churn < 1):
        return math.inf
    if cac <= margin or churn < 1e-12:
        return cac / margin
    full = math.floor(log1p(-cac * churn / margin) / log1p(-churn))
    return full + (cac - earned(margin, churn, full)) / (margin * (1 - churn) ** full)


def rows(margin, churn, cac, numbers):
    """The rows of the picture: two lines, their names, and where they cross zero."""
    months = list(range(0, HORIZON + 1, STEP))
    leaving = [earned(margin, churn, month) - cac for month in months]
    staying = [margin * month - cac for month in months]
    tall = max(leaving[-1], staying[-1], 0) + cac or 1.0
    crossings = [numbers["payback_months_with_churn"], numbers["payback_months"]]
    inside = [crossing <= HORIZON for crossing in crossings]
    back = f"back after {words.fixed(crossings[0], 1)} months"
    blank = [None] * len(months)
    return {
        "month": months + months + [HORIZON] * 2 + [c if i else 0 for c, i in zip(crossings, inside)],
        "money": leaving
        + staying
        + label_places([leaving[-1], staying[-1]], LABEL * tall)
        + [0 if i else None for i in inside],
        "series": [LEAVE] * len(months) + [STAY] * len(months) + [LEAVE, STAY] * 2,
        "mark": ["line"] * (2 * len(months)) + ["end"] * 2 + ["payback"] * 2,
        "label": blank + blank + [LEAVE, STAY, back, None],
    }


def sentence(margin, churn, cac, numbers, terms):
    """What becomes of the money, in words."""
    cost, earns, name = terms.money(cac), terms.money(margin), words.capital(terms.a("customer"))
    if not cac:
        return (
            f"Winning {terms.a('customer')} costs nothing: there is no money to get back. Each earns {earns} a month."
        )
    if not margin:
        return f"{name} costs {cost} to win and earns no margin: the money never comes back."
    begin = f"{name} costs {cost} to win and earns {earns} a month while they stay"
    months = numbers["payback_months_with_churn"]
    if not churn:
        return f"{begin}. Nobody leaves, so the money is back after {words.count(months, 'month')}."
    value, stay = terms.money(numbers["lifetime_value"]), words.count(1 / churn, "month")
    if math.isinf(months):
        worst = words.percent(numbers["break_even_churn"])
        return (
            f"{begin}, on average {stay}: {value} in all, so the money never comes back. "
            f"It would with churn below {worst} a month."
        )
    times = words.number(numbers["ltv_to_cac"])
    return (
        f"{begin}, on average {stay}: {value} in all, {times} times the cost. "
        f"The money is back after {words.count(months, 'month')}."
    )
