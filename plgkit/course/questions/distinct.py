"""Whether the answers that can be expected to one question can be told from each other."""

import math
from collections.abc import Iterable
from itertools import pairwise

APART = 0.05
"""Two foreseeable answers differ by more than this share of the smaller one, so that each has one reading."""
WIDER = 0.06 / 0.94
"""The share, 6% of the larger one, of lessons that drew with it from the start: their teams keep their numbers."""


def are_apart(values: Iterable[float], share: float = APART) -> bool:
    """Whether no two of these answers are so close that one number could stand for both.

    Parameters
    ----------
    values : iterable of float
        The right answer and those that foreseeable mistakes lead to, in any order and in one unit.
    share : float, default 0.05
        By how much two answers of the same sign have to differ, as a share of the smaller one.

    Returns
    -------
    bool
        False also where a value is 0, infinite or not a number: an answer's tolerance is a share of it, and
        those have none.

    Examples
    --------
    >>> are_apart([100, 90, -100]), are_apart([100, 96]), are_apart([100, 0])
    (True, False, False)
    >>> are_apart([100, 106]), are_apart([100, 106], share=0.1)
    (True, False)
    """
    ordered = sorted(values)
    return all(math.isfinite(value) and value for value in ordered) and all(
        low < 0 < high or max(abs(low), abs(high)) > min(abs(low), abs(high)) * (1 + share)
        for low, high in pairwise(ordered)
    )
