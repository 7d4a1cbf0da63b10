"""Where a product ends up that divides its steps between a vision and the requests of its customers.

A product takes n steps of length 1. The goal is n steps away, and the straight way to it is the right direction. A
share f of the steps follows the vision, at an angle θ from the right direction. Each other step is a request: a
direction drawn around the right one with concentration κ (von Mises–Fisher on the sphere; 0 is any direction). On
average it leads ahead by

    A = coth κ − 1/κ

and the roadmap ends at a root mean square distance from the goal of

    distance(f) = √(n²[(1 − (1 − f)A − f·cos θ)² + (f·sin θ)²] + (1 − f)·n·(1 − A²))

where the last term is what the requests wander. The vision alone leaves distance(1), the requests alone
distance(0): that of the two ends nearer which leaves less. The square is quadratic in f, so that least is left at

    f* = (½·(1 − A²)/n − (1 − A)(A − cos θ)) / ((A − cos θ)² + sin²θ)        between 0 and 1

Of random directions a share (1 − cos w)/2 lies within an angle w of the right one, and of these requests
(1 − e^(−κ(1 − cos w)))/(1 − e^(−2κ)). `distance_drawn` is of one roadmap: its first n·f steps (rounded) follow the
vision, the cosine of each other one is drawn by the inverse of that share.

None of it but the two shares depends on the three dimensions: in any number of them, requests that lead ahead by A on
average end as far from the goal.

References: Mardia and Jupp (2000) for the distribution; Pearson (1905) for the walk.
"""

import math

from plgkit.models import words
from plgkit.models.layout import LABEL, label_places
from plgkit.models.luck import u
from plgkit.models.numerics import log1p

EXPECTED, DRAWN = "expected", "one draw"
HERE, LEAST = "here", "least"
POINTS = 41  # of each line
HIGHER, HIGH, ROOM = 1.24, 1.11, 1.3  # of the highest line: where the two labels stand, and the top
SMALL = 1e-8  # a concentration below this needs only the first terms of its series
TIE = 1e-12  # of a distance: less is rounding
LANGEVIN = (1 / 3, -1 / 45, 2 / 945, -1 / 4725, 2 / 93555)


def run(requests, reserved, alignment, vision_error, within, seed, terms=words.TERMS):
    """How far from its goal a roadmap ends.

    Parameters
    ----------
    requests : int
        n, the steps on the roadmap, 1 to 60.
    reserved : float
        f, the share of them that follows the vision.
    alignment : float
        κ, from 0 (any direction) to 100.
    vision_error : float
        θ, in degrees from 0 to 180.
    within : float
        w, what counts as the right way, in degrees from 0 to 180.
    seed : int
        Of the one roadmap that is drawn.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> outcome = run(20, 0.5, 0.0, 0.0, 45.0, 7)
    >>> round(outcome["numbers"]["distance_left"], 2), outcome["numbers"]["requests_win"]
    (10.49, False)
    """
    mean, short = progress(alignment)
    wrong = half_chord(vision_error)
    aside = sine(vision_error)
    vision, asked = distance(requests, 1.0, short, wrong, aside), distance(requests, 0.0, short, wrong, aside)
    best = best_share(requests, short, wrong)
    roadmap = roadmap_drawn(requests, alignment, vision_error, seed)
    numbers = {
        "distance_left": distance(requests, reserved, short, wrong, aside),
        "distance_vision": vision,
        "distance_requests": asked,
        "requests_win": asked < vision - TIE * requests,
        "best_share": best,
        "distance_best": distance(requests, best, short, wrong, aside),
        "distance_drawn": roadmap[steps_along(requests, reserved)],
        "mean_alignment": mean,
        "expected_progress": requests * (reserved * cosine(vision_error) + (1 - reserved) * mean),
        "rms_wander": math.sqrt((1 - reserved) * requests * short * (2 - short)),
        "chance_within": cap(within),
        "requests_within": fisher_cap(within, alignment),
    }
    shares = [point / (POINTS - 1) for point in range(POINTS)]
    lines = [
        (EXPECTED, [distance(requests, share, short, wrong, aside) for share in shares]),
        (DRAWN, [roadmap[steps_along(requests, share)] for share in shares]),
    ]
    return {
        "numbers": numbers,
        "rows": rows(reserved, shares, lines, numbers),
        "sentence": sentence(requests, reserved, numbers, terms),
    }


def progress(alignment):
    """A and 1 − A: how far a request leads ahead on average, and what it leaves over of a step."""
    if alignment < 0.1:
        square, series = alignment * alignment, 0.0
        for coefficient in reversed(LANGEVIN):
            series = series * square + coefficient
        return alignment * series, 1 - alignment * series
    short = 1 / alignment - 2 / math.expm1(2 * alignment)
    return 1 - short, short


def cosine(degrees):
    """How far a step at an angle leads ahead: exact at a right angle."""
    return math.sin(math.radians(90 - degrees))


def sine(degrees):
    """How far a step at an angle leads aside: exact straight ahead and straight back."""
    return math.sin(math.radians(degrees if degrees <= 90 else 180 - degrees))


def half_chord(degrees):
    """(1 − cos θ)/2, exact for small angles too."""
    return math.sin(math.radians(degrees) / 2) ** 2


def distance(steps, share, short, wrong, aside):
    """The root mean square distance from the goal, with 1 − A, (1 − cos θ)/2 and sin θ."""
    ahead = (1 - share) * short + share * 2 * wrong
    wander = (1 - share) * steps * short * (2 - short)
    return math.sqrt(steps * steps * (ahead * ahead + (share * aside) ** 2) + wander)


def best_share(steps, short, wrong):
    """f*: the share along the vision that leaves least, between 0 and 1.

    With 1 − A = short and 1 − cos θ = 2·wrong, (A − cos θ)² + sin²θ is (1 − A)² + 2A(1 − cos θ).
    """
    bend = short * short + 4 * (1 - short) * wrong
    return min(1.0, max(0.0, (short * (2 - short) / (2 * steps) - short * (2 * wrong - short)) / bend))


def steps_along(steps, share):
    """How many whole steps follow the vision."""
    return math.floor(steps * share + 0.5)


def cap(degrees):
    """The share of random directions within an angle of the right one."""
    return half_chord(degrees)


def fisher_cap(degrees, alignment):
    """The share of these requests within an angle of the right direction."""
    share = half_chord(degrees)
    if alignment < SMALL:
        return share * (1 + alignment * (1 - share))
    return math.expm1(-2 * alignment * share) / math.expm1(-2 * alignment)


def turn(chance, alignment):
    """1 − the cosine of a request's angle, so that a share `chance` of requests turns less."""
    if alignment < SMALL:
        return 2 * chance * (1 - alignment * (1 - chance))
    return -log1p(chance * math.expm1(-2 * alignment)) / alignment


def roadmap_drawn(steps, alignment, vision_error, seed):
    """How far from the goal one roadmap ends, for each number of its first steps that follow the vision."""
    along, off = cosine(vision_error), sine(vision_error)
    left = [0.0] * (steps + 1)
    ahead = aside = above = 0.0
    for follow in range(steps, -1, -1):
        if follow < steps:
            turned = turn(u(seed, follow, 0), alignment)
            away = math.sqrt(max(0.0, turned * (2 - turned)))
            azimuth = 2 * math.pi * u(seed, follow, 1)
            ahead += 1 - turned
            aside += away * math.cos(azimuth)
            above += away * math.sin(azimuth)
        missing = steps - follow * along - ahead
        left[follow] = math.sqrt(missing * missing + (aside + follow * off) ** 2 + above * above)
    return left


def rows(reserved, shares, lines, numbers):
    """The rows of the picture: two lines, where the reader stands, where least is left, and their labels."""
    columns = {"share": [], "distance": [], "series": [], "mark": [], "label": []}

    def add(mark, share, height, name, label=None):
        pairs = (("share", share), ("distance", height), ("series", name), ("mark", mark), ("label", label))
        for column, value in pairs:
            columns[column].append(value)

    top = max(max(line) for _, line in lines)
    for name, line in lines:
        for share, height in zip(shares, line):
            add("line", share, height, name)
    gap = LABEL * ROOM * top
    # Where all steps follow the vision nothing is left to chance: both lines end in one place.
    ends = label_places([max(numbers["distance_vision"], gap / 2)] * len(lines), gap)
    for (name, _), place in zip(lines, ends):
        add("end", 1.0, place, name)
    best, left, least = numbers["best_share"], numbers["distance_left"], numbers["distance_best"]
    add("point", best, least, LEAST)
    add("point", reserved, left, HERE)
    add("flag", best, HIGH * top, LEAST, f"least: {words.count(least, 'step')} at {words.percent(best)}")
    flag = f"{words.percent(reserved)} reserved: {words.count(left, 'step')} left"
    add("flag", reserved, HIGHER * top, HERE, flag)
    add("room", 0.0, ROOM * top, HERE)
    return columns


def sentence(requests, reserved, numbers, terms):
    """Where the roadmap ends, whether vision or requests end nearer, and what leaves least, in words."""
    alone, asked = (words.count(numbers[f"distance_{way}"], "step") for way in ("vision", "requests"))
    left, goal = words.count(numbers["distance_left"], "step"), words.count(requests, "step")
    of = "the only step" if requests == 1 else f"the {requests} steps"
    here = (
        f"With {words.percent(reserved)} of {of} along the vision, the {terms.singular('product')} ends about {left} "
        f"from a goal that was {goal} away ({words.number(numbers['distance_drawn'])} in one draw)."
    )
    both = f"The vision alone would leave {alone}, the requests of {terms.plural('customer')} alone {asked}"
    if alone == asked:
        verdict = "both end about equally near"
    else:
        verdict = "the requests end nearer" if numbers["requests_win"] else "the vision ends nearer"
    best, least = words.percent(numbers["best_share"]), words.count(numbers["distance_best"], "step")
    if best == "100%" or least == alone:
        mix = "and no mix does better than the vision alone"
    elif best == "0%" or least == asked:
        mix = "and no mix does better than the requests alone"
    else:
        mix = f"and a mix with {best} along the vision leaves least, {least}"
    return f"{here} {both}: {verdict}, {mix}."
