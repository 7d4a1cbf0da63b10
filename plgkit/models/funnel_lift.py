"""What the same lift brings at each stage of a funnel, and who is still there later.

Visitors pass through stages; one stage is lifted at a cost; a hidden intent decides who stays.

Stage i passes the share r_i of those who reach it, so customers = visitors · Π r_i. A lift changes one
rate, to r_i(1 + lift) if it is relative or r_i + lift if it is in points, and at most to 1. `best_stage`
(counted from 1) is where one more customer costs least: `customers_after` and `cost_per_customer` are
its results; `best_stage_to_keep` and `cost_per_staying` the same for one more customer who stays. Where
no stage brings one, the stage is 0 and the cost infinite.

A share `intent` of people activates with probability `activate_high` and stays with `stay_high`, the
others with `activate_low` and `stay_low`; to have activated adds `true_effect`, up to certainty. With
h₁ the share with intent among the activated,

    stay_if_activated = h₁ · stay_high + (1 − h₁) · stay_low + true_effect

and alike, without the effect, for h₀ among the others; apparent_effect is the difference of the two,
true_effect what activation adds on average over everybody. Where one of the groups is empty, its
people are taken to be like everybody.

The two halves meet in who is still there later. A lift at the second stage, activation, pushes people
who would not have activated: they stay as `stay_if_pushed` says. A lift elsewhere brings more of the
same people. Past activation, a stage is taken to say nothing about intent.

References: Kohavi, Tang and Xu (2020), chapter 1, on correlations taken for effects.
"""

import math

from plgkit.models import words

ACTIVATION = 1
"""The place of activation among the stages: the second."""


def run(
    visitors,
    stages,
    lift,
    lift_kind,
    costs,
    intent,
    activate_low,
    activate_high,
    stay_low,
    stay_high,
    true_effect,
    terms=words.TERMS,
):
    """What a lift brings at each stage.

    Parameters
    ----------
    visitors : int
        People who reach the top of the funnel.
    stages : list of pairs
        From the top, the second being activation: the name of a stage and r_i, the share that passes it.
    lift : float
        By how much one stage gets better.
    lift_kind : {"relative", "points"}
        Whether the lift is a share of the rate or is added to it.
    costs : list of pairs
        The name of a stage and what its lift costs, in any order.
    intent : float
        Share of people who want the product before they try it.
    activate_low, activate_high, stay_low, stay_high : float
        Shares of people without and with intent who activate, and who stay, had they not activated.
    true_effect : float
        What activation itself adds to the chance of staying.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> stages, costs = [("signup", 0.1), ("activate", 0.5)], [("signup", 300), ("activate", 100)]
    >>> outcome = run(1000, stages, 0.1, "relative", costs, 0.3, 0.25, 0.85, 0.08, 0.5, 0.02)
    >>> outcome["numbers"]["best_stage"], outcome["numbers"]["customers"]
    (2.0, 50.0)
    """
    names, rates = [name for name, _ in stages], [rate for _, rate in stages]
    costs = dict(costs)
    cost = [costs[name] for name in names]
    gain = gains(visitors, rates, lift, lift_kind == "relative")
    staying = stay(intent, activate_low, activate_high, stay_low, stay_high, true_effect)
    kept = [staying["stay_if_pushed" if i == ACTIVATION else "stay_if_activated"] for i in range(len(names))]
    stayers = [share * more for share, more in zip(kept, gain)]
    best, price = cheapest(cost, gain)
    best_to_keep, price_to_keep = cheapest(cost, stayers)
    customers = visitors * share_through(rates)
    numbers = {
        "customers": customers,
        "customers_after": customers + gain[best],
        "best_stage": best + 1.0 if gain[best] else 0.0,
        "cost_per_customer": price,
        "best_stage_to_keep": best_to_keep + 1.0 if stayers[best_to_keep] else 0.0,
        "cost_per_staying": price_to_keep,
    }
    numbers.update(staying)
    activated = mix(intent, activate_high, activate_low)
    by = words.percent(lift) if lift_kind == "relative" else points(lift)
    return {
        "numbers": numbers,
        "rows": {
            "stage": names,
            "customers_after": [customers + more for more in gain],
            "won": gain,
            "staying": stayers,
            "cost": cost,
            "place": list(range(len(names))),
            "mark": ["bar"] * len(names),
        },
        "sentence": f"{what_is_won(names, gain, by, numbers, terms)} {who_stays(activated, numbers)}",
    }


def share_through(rates):
    """Π r_i: the share that passes every stage."""
    share = 1.0
    for rate in rates:
        share *= rate
    return share


def gains(visitors, rates, lift, relative):
    """The customers more if one stage alone is lifted, for each stage."""
    lifted = [min(1.0, rate * (1 + lift) if relative else rate + lift) for rate in rates]
    others = [share_through(rates[:i] + rates[i + 1 :]) for i in range(len(rates))]
    return [visitors * share * (after - before) for share, after, before in zip(others, lifted, rates)]


def stay(intent, activate_low, activate_high, stay_low, stay_high, true_effect):
    """The shares who stay: of those who activate, of the others, of all as they are or pushed."""
    h, high, low = intent, stay_high, stay_low
    high_after, low_after = min(1.0, high + true_effect), min(1.0, low + true_effect)
    high_activate, low_activate = h * activate_high, (1 - h) * activate_low
    high_not, low_not = h * (1 - activate_high), (1 - h) * (1 - activate_low)
    h1 = high_activate / (high_activate + low_activate) if high_activate + low_activate else h
    h0 = high_not / (high_not + low_not) if high_not + low_not else h
    activated, not_activated = mix(h1, high_after, low_after), mix(h0, high, low)
    gap = activated - not_activated
    now = high_activate * high_after + high_not * high + low_activate * low_after + low_not * low
    all_activated = mix(h, high_after, low_after)
    return {
        "stay_if_activated": activated,
        "stay_if_not": not_activated,
        "apparent_effect": gap if abs(gap) > 1e-12 else 0.0,
        "true_effect": all_activated - mix(h, high, low),
        "stay_if_pushed": mix(h0, high_after, low_after),
        "stay_now": min(1.0, now),
        "stay_if_all_activated": all_activated,
    }


def mix(share, first, second):
    """The average of `first`, with weight `share`, and `second`."""
    return share * first + (1 - share) * second


def cheapest(cost, gain):
    """The stage where one more costs least, and that cost; infinite if there is none anywhere.

    Of stages that cost the same, the one with the largest gain, then the first.
    """
    price = [spent / more if more > 0 else math.inf for spent, more in zip(cost, gain)]
    least = min(price) * (1 + 1e-9)
    enough = max([more for each, more in zip(price, gain) if each <= least]) * (1 - 1e-9)
    best = [each <= least and more >= enough for each, more in zip(price, gain)].index(True)
    return best, price[best]


def points(share):
    """A difference of shares in points."""
    return words.count(100 * share, "point")


def what_is_won(names, gain, by, numbers, terms):
    """Where a lift brings most and costs least, in words."""
    customers = terms.plural("customer")
    if not numbers["best_stage"]:
        return f"A lift of {by} brings no more {customers} at any stage."
    most, least = max(gain), min(gain)
    best, to_keep = (names[int(numbers[name]) - 1] for name in ("best_stage", "best_stage_to_keep"))
    if words.number(most) == words.number(least):
        where = "every stage"
    else:
        where = f"{names[gain.index(most)]} and {words.number(least)} at {names[gain.index(least)]}"
    stays = "and none stays"
    if numbers["best_stage_to_keep"]:
        stays = f"one who stays at {to_keep} ({terms.money(numbers['cost_per_staying'])})"
    more = words.count(most, f"more {terms.singular('customer')}", f"more {customers}")
    return (
        f"A lift of {by} brings {more} at {where}: one more costs least at {best} "
        f"({terms.money(numbers['cost_per_customer'])}), {stays}."
    )


def who_stays(activated, numbers):
    """Whether activation makes people stay, in words."""
    gap, effect = numbers["apparent_effect"], numbers["true_effect"]
    adds = f"activation itself adds {points(effect)}"
    if activated in (0, 1):
        who = "Everybody activates" if activated else "Nobody activates"
        return f"{who}, so there is nobody to compare with; {adds} to the share who stay."
    if abs(gap - effect) < 5e-4:
        rest = "which is the whole difference" if abs(effect) >= 5e-4 else "and there is no difference"
    else:
        rest = "intent hides some of it" if gap < effect else "the rest of the difference is intent"
    yes, no = words.percent(numbers["stay_if_activated"]), words.percent(numbers["stay_if_not"])
    return f"Of those who activate {yes} stay, of the others {no}: {adds}, {rest}."
