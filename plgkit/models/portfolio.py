"""Two ways to win customers, one budget: where the next amount goes.

Two motions share a budget; each wins more customers the more it is given, up to its reach.

A motion with reach a and saturation s wins, with spend x,

    saturating    n(x) = a(1 − e^(−x/s))            n'(x) = (a/s) e^(−x/s)
    s-shaped      n(x) = a x³/(x³ + s³)             n'(x) = 3a s³x²/(x³ + s³)²

as if every customer waited for the spend to pass a threshold of their own. The average cost of a customer
is x/n(x), the marginal cost 1/n'(x).

Two saturating curves have one best split, in closed form: the marginal costs are equal there, or one
motion gets everything. Two S-shaped curves can have several local optima: every one inside, where
n_a' − n_b' falls through zero, is compared with both ends. Those that win the same, up to one part in a
billion, are a tie, which goes to the largest share for A.

Without a budget the best share is its limit for a budget that shrinks to nothing, and the costs are
their limits at no spend: s/a where the curve saturates, infinite where it is S-shaped. Costs are also
infinite for a motion without reach and, where floating point ends, far beyond saturation.

References: Dorfman and Steiner (1954) for equal marginal returns, Little (1979) for the two shapes.
"""

import math

from plgkit.models import words
from plgkit.models.numerics import root

STEPS = 20
SHARES = [step / STEPS for step in range(STEPS + 1)]
BOTH, BY_A, BY_B = "both", "won by A", "won by B"
MARKS = ["line"] * 3 * len(SHARES) + ["best", "yours"]
YOURS = "your split"
SATURATING = "saturating"
GRID = 200
SCALES = [0.02 * 1000 ** (step / 79) for step in range(80)]  # of a saturation, from far below it to far beyond
TIE, NEAR = 1e-9, 1e-3


def run(budget, reach_a, saturation_a, reach_b, saturation_b, share_a, shape, terms=words.TERMS):
    """What a split of the budget wins, beside the best one.

    Parameters
    ----------
    budget : float
        Money for both motions.
    reach_a, reach_b : float
        The most customers that each motion can win.
    saturation_a, saturation_b : float
        Spend that wins 63 % of the reach (saturating) or half of it (s-shaped).
    share_a : float
        The share of the budget for A.
    shape : {"saturating", "s-shaped"}
        Of both responses.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> outcome = run(100_000, 1000, 50_000, 600, 20_000, 0.5, "saturating")
    >>> round(outcome["numbers"]["best_share_a"], 3)
    0.656
    """
    a, b = (reach_a, saturation_a), (reach_b, saturation_b)
    best = best_share(shape, a, b, budget)
    won = {}
    for share in SHARES + [best, share_a]:
        won[share] = response(shape, *a, share * budget), response(shape, *b, (1 - share) * budget)
    both = {share: by_a + by_b for share, (by_a, by_b) in won.items()}
    spend_a, spend_b = share_a * budget, (1 - share_a) * budget
    numbers = {
        "customers": both[share_a],
        "customers_best": both[best],
        "best_share_a": best,
        "customers_equal": both[0.5],
        "customers_all_a": both[1.0],
        "customers_all_b": both[0.0],
        "average_cost_a": average_cost(shape, *a, spend_a),
        "average_cost_b": average_cost(shape, *b, spend_b),
        "marginal_cost_a": marginal_cost(shape, *a, spend_a),
        "marginal_cost_b": marginal_cost(shape, *b, spend_b),
    }
    return {
        "numbers": numbers,
        "rows": rows(share_a, won, numbers),
        "sentence": sentence(budget, share_a, shape, numbers, terms),
    }


def response(shape, reach, saturation, spend):
    """n: customers that a motion wins with a spend."""
    u = spend / saturation
    if shape == SATURATING:
        return reach * -math.expm1(-u)
    cube = u * u * u
    return reach * (cube / (1 + cube))


def marginal(shape, reach, saturation, spend):
    """n': customers won with the next unit of money, at a spend."""
    u = spend / saturation
    if shape == SATURATING:
        return reach / saturation * math.exp(-u)
    beyond = 1 + u * u * u
    return 3 * reach / saturation * u * u / (beyond * beyond)


def average_cost(shape, reach, saturation, spend):
    """What a customer of a motion cost on average; at no spend, the limit."""
    won = response(shape, reach, saturation, spend)
    return spend / won if spend and won else marginal_cost(shape, reach, saturation, 0.0)


def marginal_cost(shape, reach, saturation, spend):
    """What the next customer of a motion costs; infinite where the next unit of money wins nobody."""
    wins = marginal(shape, reach, saturation, spend)
    return 1 / wins if wins else math.inf


def best_share(shape, a, b, budget):
    """The share for A that wins the most customers, from (reach, saturation) of both motions."""
    (reach_a, s_a), (reach_b, s_b) = a, b
    if not reach_a or not reach_b:
        return 1.0 if not reach_b else 0.0
    if shape == SATURATING:
        steeper = math.log(reach_a) - math.log(s_a) - math.log(reach_b) + math.log(s_b)
        if not budget:
            return s_a / (s_a + s_b) if not steeper else 1.0 if steeper > 0 else 0.0
        return min(1.0, max(0.0, (s_a + steeper * s_a * s_b / budget) / (s_a + s_b)))
    if not budget:
        return 1.0 if reach_a / (s_a * s_a * s_a) >= reach_b / (s_b * s_b * s_b) else 0.0
    spends = [0.0] + tops(a, b, budget) + [budget]
    won = [response(shape, *a, spend) + response(shape, *b, budget - spend) for spend in spends]
    enough = (1 - TIE) * max(won)
    return max([spend for spend, customers in zip(spends, won) if customers >= enough]) / budget


def tops(a, b, budget):
    """The spends for A where n_a' − n_b' of two S-shaped curves falls through zero."""
    (reach_a, s_a), (reach_b, s_b) = a, b
    steep_a, steep_b = 3 * reach_a / s_a, 3 * reach_b / s_b

    def gain(spend):
        # The difference of two S-shaped `marginal`, written out: it is asked for some four hundred times.
        u, v = spend / s_a, (budget - spend) / s_b
        beyond_u, beyond_v = 1 + u * u * u, 1 + v * v * v
        return steep_a * u * u / (beyond_u * beyond_u) - steep_b * v * v / (beyond_v * beyond_v)

    # Fine near both ends on each curve's own scale: its threshold may lie within a sliver of the budget.
    grid = [step * budget / GRID for step in range(GRID + 1)]
    grid += [s_a * scale for scale in SCALES if s_a * scale <= budget]
    grid += [budget - s_b * scale for scale in SCALES if s_b * scale <= budget]
    grid.sort()
    spends, rose = [], False
    for i, spend in enumerate(grid):
        rises = gain(spend) > 0
        if rose and not rises:
            spends.append(root(gain, grid[i - 1], spend))
        rose = rises
    return spends


def rows(share_a, won, numbers):
    """The rows of the picture: customers of both motions and of each by share, the best split, and the reader's."""
    best = numbers["best_share_a"]
    by_a, by_b = ([won[share][motion] for share in SHARES] for motion in (0, 1))
    same, where = level(numbers), place(share_a, numbers)
    near = where == "above" and not same and abs(best - share_a) < 0.3
    empty = [""] * 3 * len(SHARES)
    return {
        "share_a": SHARES * 3 + [best, share_a],
        "customers": [a + b for a, b in zip(by_a, by_b)]
        + by_a
        + by_b
        + [numbers["customers_best"], numbers["customers"]],
        "series": [BOTH] * len(SHARES) + [BY_A] * len(SHARES) + [BY_B] * len(SHARES) + [BOTH] * 2,
        "mark": list(MARKS),
        "label": empty + (["", f"{YOURS}: as good as the best"] if same else [best_split(numbers), YOURS]),
        "place": empty + ["higher" if near else "above", where],
    }


def place(share_a, numbers):
    """Where the name of the reader's split stands: below the curve on its open side; near an end, above it."""
    if level(numbers):
        return "above"
    if numbers["marginal_cost_a"] < numbers["marginal_cost_b"]:
        return "right" if share_a < 0.8 else "above"
    return "left" if share_a > 0.2 else "above"


def level(numbers):
    """Whether the reader's split wins as many customers as the best, or hardly fewer."""
    return numbers["customers"] >= (1 - NEAR) * numbers["customers_best"]


def best_split(numbers):
    """The best split in words."""
    share = numbers["best_share_a"]
    if 0.0005 <= share <= 0.9995:
        return f"best split, {words.percent(share)} for A"
    either = math.isclose(numbers["customers_all_a"], numbers["customers_all_b"], rel_tol=TIE)
    almost = "" if share in (0, 1) else "almost "
    return f"best split, {almost}all for {'A or all for B' if either else 'A' if share > 0.5 else 'B'}"


def sentence(budget, share_a, shape, numbers, terms):
    """What the split wins, what the best one would, and what the next customer costs, in words."""
    customer = terms.singular("customer")
    if not numbers["customers_best"]:
        return f"{terms.money(budget)} wins no {terms.plural('customer')}, however it is split."
    won, most = (terms.count(numbers[name], "customer") for name in ("customers", "customers_best"))
    says = f"With {words.percent(share_a)} of {terms.money(budget)} for A you win {won}"
    better = f"; the {best_split(numbers)}, wins {most}. "
    says += ": no split wins noticeably more. " if level(numbers) else better
    costs = [numbers["marginal_cost_a"], numbers["marginal_cost_b"]]
    if min(costs) > budget:
        return f"{says}In both motions one more {customer} would cost more than the whole budget."
    a, b = (terms.money(cost) if cost <= budget else "more than the whole budget" for cost in costs)
    if not math.isclose(costs[0], costs[1], rel_tol=0.05):
        return f"{says}The next {customer} costs {a} in A and {b} in B."
    trapped = shape != SATURATING and not level(numbers)
    trap = ": with a threshold, equal costs do not mark the best split" if trapped else ""
    return f"{says}The next {customer} costs about the same in both motions, {a} in A and {b} in B{trap}."
