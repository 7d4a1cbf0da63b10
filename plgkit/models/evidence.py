"""What a list of winners can tell, and what it cannot.

A share of all companies is product-led; look only at those that did best, or worst.

The performance of product-led companies is Normal(mean_advantage, spread_ratio), that of the others
Normal(0, 1). With base rate b, advantage m and spread s, the best companies lie above t, where

    cut = b·Φ((m − t)/s) + (1 − b)·Φ(−t)

and chance_of_top = Φ((m − t)/s), lift_in_top = chance_of_top / cut, share_in_top = b · lift_in_top; in
the same way at the bottom. There are infinitely many companies, so nothing here is bad luck. With no
product-led company the shares are 0, and lift and chances are those of the first one to appear.

References: Denrell (2003) on risky practices among survivors, and Denrell and Liu (2012) on extreme performance; here
for two normal groups.
"""

from plgkit.models import words
from plgkit.models.numerics import normal_below, normal_quantile

INNER = (0.2, 0.4, 0.6, 0.8)
ENDS, MIDDLE = "ends", "middle"


def run(base_rate, spread_ratio, mean_advantage, cut, terms=words.TERMS):
    """How many of the best and of the worst companies are product-led.

    Parameters
    ----------
    base_rate : float
        b, the share of all companies that is product-led.
    spread_ratio : float
        s, their spread; that of the others is 1.
    mean_advantage : float
        m, how much better they do on average, in standard deviations of the others.
    cut : float
        The share of all companies that counts as the best, and as the worst.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> round(run(0.3, 2.0, 0.0, 0.01)["numbers"]["share_in_top"], 3)
    0.992
    """
    probabilities = edges(cut)
    places = [quantile(probability, base_rate, mean_advantage, spread_ratio) for probability in probabilities]
    others = masses(places)
    led = masses([(place - mean_advantage) / spread_ratio for place in places])
    everyone = [base_rate * mine + (1 - base_rate) * theirs for mine, theirs in zip(led, others)]
    shares = [base_rate * mine / every for mine, every in zip(led, everyone)]
    numbers = {
        "share_in_top": shares[-1],
        "share_in_bottom": shares[0],
        "lift_in_top": led[-1] / everyone[-1],
        "chance_of_top": led[-1],
        "chance_of_bottom": led[0],
    }
    return {
        "numbers": numbers,
        "rows": rows(shares, base_rate, cut),
        "sentence": sentence(base_rate, mean_advantage, cut, numbers, terms),
    }


def edges(cut):
    """The shares of companies below which each group but the best ends."""
    return [cut] + list(INNER) + [1 - cut]


def groups(cut):
    """What the groups are called, from worst to best."""
    end = words.percent(cut)
    marks = [words.number(100 * edge, words.TYPED) for edge in edges(cut)]
    inner = [f"{low}–{high}%" for low, high in zip(marks[:-1], marks[1:])]
    return [f"worst {end}"] + inner + [f"best {end}"]


def quantile(probability, base_rate, mean, spread):
    """Where the mixture of Normal(mean, spread) and Normal(0, 1) has this probability below it.

    A quantile of a mixture lies between those of its parts, so halving that interval finds it.
    """
    plain = normal_quantile(probability)
    low, high = sorted((plain, mean + spread * plain))
    for _ in range(54):
        middle = (low + high) / 2
        if base_rate * normal_below((middle - mean) / spread) + (1 - base_rate) * normal_below(middle) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def masses(places):
    """The probability of a standard normal below, between and above places, accurate far out in the tails."""
    shares = [normal_below(places[0])]
    for low, high in zip(places[:-1], places[1:]):
        upper = low > 0
        shares.append(normal_below(-low) - normal_below(-high) if upper else normal_below(high) - normal_below(low))
    return shares + [normal_below(-places[-1])]


def rows(shares, base_rate, cut):
    """The rows of the picture: a bar for each group, and the line of all companies."""
    names = groups(cut)
    inner = len(names) - 2
    return {
        "group": names + [names[len(names) // 2]],
        "share": shares + [base_rate],
        "series": [ENDS] + [MIDDLE] * inner + [ENDS, MIDDLE],
        "mark": ["bar"] * len(names) + ["all"],
        "label": [words.chance(shares[0])]
        + [""] * inner
        + [words.chance(shares[-1]), f"all companies: {words.chance(base_rate)}"],
    }


def sentence(base_rate, mean_advantage, cut, numbers, terms):
    """What the best and the worst show, in words."""
    if base_rate in (0, 1):
        every = "Every" if base_rate else "No"
        return f"{every} company is product-led, so the best and the worst can tell nothing about it."
    few = words.percent(cut)
    top, bottom = words.chance(numbers["share_in_top"]), words.chance(numbers["share_in_bottom"])
    also = "also " if top == bottom else ""
    size = words.count(abs(mean_advantage), "standard deviation")
    better = "better" if mean_advantage > 0 else "worse"
    average = f"{better} than the others by {size}" if mean_advantage else "no better than the others"
    return (
        f"Of the best {few} of companies {top} are product-led, and of the worst {few} {also}{bottom}; "
        f"of all companies it is {words.chance(base_rate)}. On average, product-led companies do {average}."
    )
