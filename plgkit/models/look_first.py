"""What it is worth to find out before building.

An idea is right or wrong; a prototype tells which, not always correctly, before the build.

With success p, accuracy a (the same for right and for wrong ideas), R = p · gain and
W = (1 − p) · loss · late_change, all as expected values of a decision maker who is neutral to risk:

    value_build_now = R − W             perfect_information (EVPI) = min(R, W)
    prototype_value (EVSI) = max(0, a·(R + W) − max(R, W))
    accuracy_needed = max(R, W) / (R + W)

Not building is worth 0. Build after good news if a·R > (1 − a)·W, after bad news if (1 − a)·R > a·W; a
tie counts as not building. Up to `accuracy_needed` no result would change the decision. The highest
price worth paying is the prototype's value; `net_value` is what the cost leaves of it. Where nothing
is at stake, R = W = 0, the accuracy needed is 1.

References: Raiffa and Schlaifer (1961), for two states and one symmetric signal.
"""

from plgkit.models import words

WHY = "no result would\nchange the decision"


def run(success, gain, loss, accuracy, prototype_cost, late_change, terms=words.TERMS):
    """What a prototype is worth before the build.

    Parameters
    ----------
    success : float
        p, the chance that the idea is right.
    gain, loss : float
        Money: what a right idea brings, and what a wrong one loses.
    accuracy : float
        a, how often the prototype is right, from 0.5.
    prototype_cost : float
        Money.
    late_change : float
        How many times larger the loss is when the mistake shows only after the build.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> round(run(0.3, 400, 150, 0.8, 10, 1)["numbers"]["prototype_value"], 9)
    60.0
    """
    right, wrong = stakes(success, gain, loss, late_change)
    stake, value = right + wrong, worth(right, wrong, accuracy)
    numbers = {
        "value_build_now": without_dust(right - wrong, stake),
        "perfect_information": min(right, wrong),
        "prototype_value": value,
        "highest_price_worth_paying": value,
        "net_value": value - prototype_cost,
        "accuracy_needed": max(right, wrong) / stake if stake else 1.0,
        "build_after_good_news": without_dust(accuracy * right - (1 - accuracy) * wrong, stake) > 0,
        "build_after_bad_news": without_dust((1 - accuracy) * right - accuracy * wrong, stake) > 0,
    }
    # For any chance of success a prototype is worth no more than this: the scale stays when that chance moves.
    harm = loss * late_change
    ceiling = gain * harm / (gain + harm) if gain + harm else 0.0
    top = 1.2 * max(ceiling, prototype_cost) or 1.0
    low = worth(right, wrong, 0.85) - 0.08 * top
    return {
        "numbers": numbers,
        "rows": rows(accuracy, prototype_cost, low, top, numbers, terms),
        "sentence": sentence(accuracy, prototype_cost, numbers, terms),
    }


def stakes(success, gain, loss, late_change):
    """R and W: what right builds bring and wrong ones lose, on average."""
    return success * gain, (1 - success) * loss * late_change


def worth(right, wrong, accuracy):
    """What a prototype of this accuracy is worth, from R and W."""
    gained = without_dust(accuracy * (right + wrong) - max(right, wrong), right + wrong)
    return max(0.0, min(right, wrong, gained))


def without_dust(value, size):
    """The value, or 0 where it is only what rounding leaves of amounts of this size."""
    return value if abs(value) > 1e-12 * size else 0.0


def rows(accuracy, cost, low, top, numbers, terms):
    """The rows of the picture: worth and cost by accuracy; `low` is where a line begins to leave room for a label."""
    certain, needed, value = (numbers[name] for name in ("perfect_information", "accuracy_needed", "prototype_value"))
    label = f"{words.percent(accuracy)} accurate:\nworth {terms.money(value)}"
    begin, end = widest(needed, accuracy)
    # The line must not run through the label: on the left it is still low.
    price = 0.5 if certain > cost > low else 1.0
    marks = [
        ("worth", 0.5, 0.0, ""),
        ("worth", needed, 0.0, ""),
        ("worth", 1.0, certain, ""),
        ("cost", 0.5, cost, ""),
        ("cost", 1.0, cost, ""),
        ("price", price, cost, f"costs {terms.money(cost)}"),
        ("yours", accuracy, value, ""),
        ("top", accuracy, top, label),
        ("useless", needed, top if needed > 0.5 else None, ""),
        ("why", (begin + end) / 2, 0.45 * top if end - begin > 0.14 else None, WHY),
    ]
    return {
        "mark": [mark for mark, _, _, _ in marks],
        "accuracy": [place for _, place, _, _ in marks],
        "money": [height for _, _, height, _ in marks],
        "label": [text for _, _, _, text in marks],
    }


def widest(needed, accuracy):
    """The wider stretch of accuracy without worth, on one side of the prototype's own."""
    split = min(accuracy, needed)
    return (0.5, split) if split - 0.5 >= needed - split else (split, needed)


def sentence(accuracy, cost, numbers, terms):
    """Whether the prototype is worth its cost, in words."""
    now, value = numbers["value_build_now"], numbers["prototype_value"]
    begin = f"Built now, the idea is worth {terms.money(now)} on average"
    accurate = f"a prototype that is right {words.percent(accuracy)} of the time"
    if not value:
        decision = "build" if now > 0 else "do not build"
        spent = f", and its cost of {terms.money(cost)} would be lost" if cost else ""
        return (
            f"{begin}, so the decision is: {decision}. No result of {accurate} would change that for the "
            f"better, so it is worth nothing{spent}."
        )
    change = "bad news would stop the build" if now > 0 else "good news would start a build"
    if terms.money(value) == terms.money(cost):
        verdict = "as much as it costs"
    else:
        verdict = f"{'more' if numbers['net_value'] > 0 else 'less'} than the {terms.money(cost)} it costs"
    return f"{begin}. Since {change}, {accurate} is worth {terms.money(value)}, {verdict}."
