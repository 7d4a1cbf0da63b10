"""A feature factory ships every idea; an outcome team picks, tests, and keeps what works.

An idea's true effect is μ + σ·(its merit), merit Normal(0, 1); a test of power 1 − β at level α (two
sides) calls winners, and a share w of the ideas, those of highest merit, works:

    value_ship_all     = μ                       value_keep_winners = E[max(effect, 0)]
    false_win_share    = (α/2)(1 − w) / ((α/2)(1 − w) + (1 − β)w)
    people_per_arm     = 16·p(1 − p)/δ²,  δ = baseline · lift
    exaggeration       = 1 + φ(z − 1)/Φ(1 − z),  z = Φ⁻¹(1 − α/2)
    best_pick          = μ + σ · validity · E[max of n standard Normals]

Values are for one idea, in points of the outcome. Ideas that do not work are taken to change nothing.
The 16 stands for 5 % and 80 %; for other tests it is scaled by the squared ratio of
Φ⁻¹(1 − α/2) + Φ⁻¹(1 − β). The exaggeration is that of the estimate in a win whose true effect is as
large as its standard error. Picking takes the best of n by a judgement that correlates with merit by
`validity`; `pick_works` is the chance that this idea works, in place of w in `false_win_share_picked`.
At w = 0 every win is false. All numbers are finite.

References: Kohavi, Deng and Vermeer (2022) for false wins, Gelman and Carlin (2014) for exaggeration, Lehr (1992) for
the 16, Brogden (1949) for the worth of picking.
"""

import math

from plgkit.models import words
from plgkit.models.numerics import normal_below, normal_density, normal_quantile, total

COMPARED = ((20, 0.2), (5, 0.6))
FALSE, REAL = "false", "real"
LEHR = 16
USUAL_REACH = normal_quantile(0.975) + normal_quantile(0.8)  # of a test at 5 % that finds 80 %
MIDDLE = 68  # the place of the score 0
SCORE = [(place - MIDDLE) / 8 for place in range(2 * MIDDLE + 1)]  # fine enough for sums to fifteen digits
BELL = [math.exp(-score * score / 2) for score in SCORE]
BELL = [density / total(BELL) for density in BELL]
BELOW = [normal_below(score) for score in SCORE]


def run(win_rate, ideas, validity, effect_mean, effect_sd, alpha, power, baseline, lift, terms=words.TERMS):
    """How many of a team's wins are real, and what its picking is worth.

    Parameters
    ----------
    win_rate : float
        w, the share of all ideas that works.
    ideas : int
        n, how many ideas one is picked from.
    validity : float
        How closely the judgement of an idea follows its merit, from 0 to 1.
    effect_mean, effect_sd : float
        μ and σ, in points of the outcome.
    alpha, power : float
        α and 1 − β: how often a test of an idea without effect is significant, and one of an idea that works a win.
    baseline, lift : float
        p, the share of people who convert without the idea, and the relative improvement to be found.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> round(run(0.08, 20, 0.6, 0, 1, 0.05, 0.8, 0.04, 0.1)["numbers"]["false_win_share"], 3)
    0.264
    """
    critical = -normal_quantile(alpha / 2)
    reach = (critical + normal_quantile(power)) / USUAL_REACH
    spread = baseline * (1 - baseline) / (baseline * lift) ** 2

    def picked(ideas, validity):
        """Of the best of some ideas: its chance to work, the share of false wins, its worth."""
        works = chance_to_work(ideas, validity, win_rate)
        return works, false_share(works, alpha, power), effect_mean + effect_sd * validity * expected_best(ideas)

    works, false, best = picked(ideas, validity)
    numbers = {
        "value_ship_all": float(effect_mean),
        "value_keep_winners": winners(effect_mean, effect_sd),
        "false_win_share": false_share(win_rate, alpha, power),
        "exaggeration": 1 + normal_density(critical - 1) / normal_below(1 - critical),
        "people_per_arm": LEHR * reach**2 * spread,
        "best_pick": best,
        "pick_works": works,
        "false_win_share_picked": false,
    }
    compared = [("ideas as they come", numbers["false_win_share"], numbers["value_ship_all"])]
    for n, judged in COMPARED:
        _, false, worth = picked(n, judged)
        compared.append((f"best of {n}, validity {words.number(judged)}", false, worth))
    own = f"best of {ideas}, validity {words.number(validity)}"
    compared.append((own, numbers["false_win_share_picked"], numbers["best_pick"]))
    return {
        "numbers": numbers,
        "rows": rows(compared),
        "sentence": sentence(win_rate, ideas, validity, power, numbers),
    }


def winners(effect_mean, effect_sd):
    """E[max(effect, 0)]: what an idea is worth where a perfect test decides."""
    ratio = effect_mean / effect_sd if effect_sd > 1e-9 else math.inf
    if abs(ratio) >= 40:
        return float(max(effect_mean, 0))
    return effect_mean * normal_below(ratio) + effect_sd * normal_density(ratio)


def false_share(works, alpha, power):
    """The share of wins that are false among ideas of which a share `works`."""
    false = alpha / 2 * (1 - works)
    return false / (false + power * works)


def pick_density(ideas):
    """How likely each score of `SCORE` is for the best of `ideas`; adds up to 1."""
    return [ideas * density * below ** (ideas - 1) for density, below in zip(BELL, BELOW)]


def expected_best(ideas):
    """The expected largest of `ideas` standard Normals."""
    density = pick_density(ideas)
    # By pairs x and −x, so that it is exactly 0 for one idea.
    pairs = zip(density[MIDDLE:], reversed(density[: MIDDLE + 1]), SCORE[MIDDLE:])
    return total([(above - below) * score for above, below, score in pairs])


def chance_to_work(ideas, validity, win_rate):
    """The chance that the best of `ideas` by judgement is among the `win_rate` of highest merit."""
    if win_rate in (0, 1):
        return float(win_rate)
    bar = -normal_quantile(win_rate)
    noise = math.sqrt(1 - validity**2)
    # Of judgement and the rest of merit, sum over the one that leaves the smoother integrand.
    if validity < noise:
        reached = [normal_below((validity * score - bar) / noise) for score in SCORE]
        works = [density * share for density, share in zip(pick_density(ideas), reached)]
    else:
        missed = [normal_below((bar - noise * score) / validity) ** ideas for score in SCORE]
        works = [density * (1 - share) for density, share in zip(BELL, missed)]
    return min(1.0, total(works))


def rows(compared):
    """The rows of the picture: for each way to choose ideas (name, share of false wins, worth), two bars."""
    names = [name for name, _, _ in compared]
    split = [100 * false for _, false, _ in compared]
    hundreds = [of_hundred(false) for false in split]
    return {
        "row": list(range(len(names))) * 2,
        "series": [FALSE] * len(names) + [REAL] * len(names),
        "start": [0.0] * len(names) + split,
        "end": split + [100.0] * len(names),
        "says": [f"{false} false" for false, _ in hundreds] + [f"{real} real" for _, real in hundreds],
        "name": names * 2,
        "worth": [f"worth {points(worth)}" for _, _, worth in compared] * 2,
    }


def sentence(win_rate, ideas, validity, power, numbers):
    """How many wins are false, and what the idea picked is worth, in words."""
    false, picked = numbers["false_win_share"], numbers["false_win_share_picked"]
    if win_rate in (0, 1):
        begin = "No idea works: every win is false." if false else "Every idea works: no win is false."
    else:
        share = f"{words.percent(false, 2)} of its wins are false"
        share = f"most of its wins are false, {words.percent(false, 2)}" if false > 0.5 else share
        rate, detected = words.percent(win_rate), words.percent(power)
        begin = f"If {rate} of the ideas work and a test finds {detected} of those, {share}."
    worth = points(numbers["best_pick"])
    if ideas == 1:
        return f"{begin} With one idea there is nothing to pick: it is worth {worth}."
    if not validity:
        return f"{begin} Picking with validity 0 is a lottery: the idea picked is worth {worth}."
    rest = "" if win_rate in (0, 1) else f", and {words.chance(picked, 2)} of the wins of such picks are false"
    return f"{begin} The best of {ideas} ideas, picked with validity {words.number(validity)}, is worth {worth}{rest}."


def points(worth):
    """A worth in points of the outcome."""
    return words.count(words.rounded(worth, 2), "point")


def of_hundred(false):
    """So many false and so many real wins of 100, with the decimals that the smaller needs.

    Examples
    --------
    >>> of_hundred(21.95), of_hundred(0.33)
    (('22', '78'), ('0.3', '99.7'))
    """
    smaller = min(false, 100 - false)
    places = 0 if smaller >= 0.95 or smaller < 0.005 else 1 if smaller >= 0.095 else 2
    return words.fixed(false, places), words.fixed(100 - words.rounded(false, places), places)
