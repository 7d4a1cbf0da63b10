"""A score ranks the leads, and a share `capacity` of them is called from the top; accounts likewise.

The scores of leads that do not buy are Normal(0, 1), those of buyers Normal(separation, 1). With Φ the
normal distribution function and t the score above which a share `capacity` of all leads lies,

    recall = Φ(separation − t)    precision = base_rate · recall / capacity    lift = recall / capacity

and auc = Φ(separation / √2) is the chance that a buyer outscores another lead. Limits: at base rate 0
the precision is 0 and the lift that of the first rare buyers; at base rate 1, at separation 0 and with
everybody called the lift is 1. A capacity below one in a thousand is refused.

Each kind of account has a size and a churn if left alone and if called; what a call changes is the
difference, negative where a call does harm. `saved_by_risk` is what calling the whole kind with the
highest churn saves, `saved_by_uplift` the whole kind that a call changes most, `saved_by_all`
everybody, each in points of all accounts. `saved_of_100_by_risk` and `saved_of_100_by_uplift` are for
equally many calls: the share `capacity` of the accounts from the top of each list. A list is called
down to its capacity even where calls do harm, and kinds that tie are called evenly.

References: Green and Swets (1966) for the scores, Ascarza (2018) for the accounts.
"""

import math

from plgkit.models import words
from plgkit.models.numerics import normal_below, normal_quantile

ALIKE = 1e12  # ranks that agree to so many parts of one are a tie


def run(base_rate, separation, capacity, segments, terms=words.TERMS):
    """Whom the calls reach, and whom they save.

    Parameters
    ----------
    base_rate : float
        The share of all leads that would buy.
    separation : float
        How far the average scores of buyers and other leads lie apart, in standard deviations.
    capacity : float
        The share of the leads, and of the accounts, that is called; above 0.
    segments : list of tuple
        Kinds of account: name, size as a share of all, churn if left alone, churn if called.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> kinds = [("loyal", 0.5, 0.05, 0.05), ("wavering", 0.5, 0.4, 0.2)]
    >>> numbers = run(0.05, 1.0, 0.1, kinds)["numbers"]
    >>> round(numbers["precision"], 3), numbers["saved_of_100_by_uplift"]
    (0.179, 20.0)
    """
    cut = threshold(base_rate, separation, capacity)
    recall, others = normal_below(separation - cut), normal_below(-cut)
    buyers = base_rate * recall
    risk = ranked([(size, left, left - called) for _, size, left, called in segments])
    uplift = ranked([(size, left - called, left - called) for _, size, left, called in segments])
    numbers = {
        "auc": normal_below(separation / math.sqrt(2)),
        "precision": buyers / (buyers + (1 - base_rate) * others),
        "recall": recall,
        "lift": recall / capacity,
        "saved_by_risk": of_100(saved(risk, risk[0][0])),
        "saved_by_uplift": of_100(saved(uplift, uplift[0][0])),
        "saved_by_all": of_100(saved(risk, 1.0)),
        "saved_of_100_by_risk": of_100(saved(risk, capacity) / capacity),
        "saved_of_100_by_uplift": of_100(saved(uplift, capacity) / capacity),
    }
    return {
        "numbers": numbers,
        "rows": rows(base_rate, numbers),
        "sentence": f"{leads(base_rate, numbers)} {accounts(capacity, numbers)}",
    }


def threshold(base_rate, separation, capacity):
    """The score above which a share `capacity` of all leads lies, by bisection; −∞ if that is everybody."""
    # The two halves of the mixture, each alone, give the bounds between which the answer lies.
    low = -normal_quantile(capacity)
    high = low + separation
    for _ in range(60 if capacity < 1 else 0):
        middle = (low + high) / 2
        if base_rate * normal_below(separation - middle) + (1 - base_rate) * normal_below(-middle) > capacity:
            low = middle
        else:
            high = middle
    return low


def ranked(kinds):
    """(size, what a call changes) from the highest rank down, kinds of equal rank taken together.

    `kinds` are of (size, rank, what a call changes); those that nobody belongs to are left out.
    """
    pooled = {}
    for size, rank, change in kinds:
        if size:
            group = pooled.setdefault(math.floor(rank * ALIKE + 0.5), [0.0, 0.0])
            group[0] += size
            group[1] += size * change
    return [(pooled[rank][0], pooled[rank][1] / pooled[rank][0]) for rank in sorted(pooled, reverse=True)]


def saved(groups, calls):
    """The share of all accounts saved by calling a share `calls` of them from the top of `groups`."""
    total = 0.0
    for size, change in groups:
        called = min(size, calls)
        total += called * change
        calls -= called
    return total


def of_100(share):
    """`share` of a hundred, without the dust of sums that cancel."""
    return words.rounded(100 * share, 9)


def rows(base_rate, numbers):
    """The rows of the picture: two ways to call leads, two to call accounts, each with its place."""
    return {
        "series": [
            "leads called at random",
            "leads called, highest score first",
            "accounts called, highest risk first",
            "accounts called, largest effect first",
        ],
        "of_100_calls": [
            100 * base_rate,
            100 * numbers["precision"],
            numbers["saved_of_100_by_risk"],
            numbers["saved_of_100_by_uplift"],
        ],
        "times_chance": [None, numbers["lift"] if base_rate else None, None, None],
        "mark": ["buy", "buy", "saved", "saved"],
        "across": [0, 1, 0, 1],
        "down": [0, 0, 1, 1],
    }


def leads(base_rate, numbers):
    """How many called leads buy, in words."""
    if base_rate in (0, 1):
        return f"{'Every lead buys' if base_rate else 'No lead buys'}, whoever is called."
    chance, buyers = words.number(100 * base_rate), words.number(100 * numbers["precision"])
    begin = f"Of 100 leads called by score {buyers} {'buys' if buyers == '1' else 'buy'}"
    times, reached = words.number(numbers["lift"]), words.percent(numbers["recall"])
    if times == "1":
        return f"{begin}, as many as by chance."
    return f"{begin}, {times} times the {chance} of chance, and the calls reach {reached} of all buyers."


def accounts(capacity, numbers):
    """What the calls save, in words."""
    risk, uplift = fate(numbers["saved_of_100_by_risk"]), fate(numbers["saved_of_100_by_uplift"])
    if capacity == 1:
        return f"Calling every account {risk}, whatever the order of the list."
    begin = f"Calling the accounts with the highest risk of leaving {risk}"
    if risk == uplift:
        return f"{begin}, and calling those that a call helps most does no better."
    return f"{begin}; calling those that a call helps most {uplift}."


def fate(saved):
    """What calling a hundred accounts does.

    Examples
    --------
    >>> fate(20), fate(0), fate(-3.5)
    ('saves 20 of 100', 'saves none of 100', 'makes 3.5 more of 100 leave')
    """
    text = words.number(abs(saved))
    if saved < 0:
        return f"makes {text} more of 100 leave"
    return f"saves {text if saved else 'none'} of 100"
