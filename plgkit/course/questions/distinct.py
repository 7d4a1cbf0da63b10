"""Whether the answers that can be expected to one question can be told from each other."""

import math
from collections.abc import Iterable
from itertools import pairwise

APART = 0.06
"""The share of the larger by which two foreseeable answers differ, so that each has one reading."""


def are_apart(values: Iterable[float]) -> bool:
    """Whether no two of these numbers are within `APART` of each other.

    Parameters
    ----------
    values : iterable of float
        The right answer and the wrong ones to expect, in any order.

    Returns
    -------
    bool
        False also where one of them is 0 or not finite: a tolerance that is a share would leave it no room.

    Examples
    --------
    >>> are_apart([100, 90, -100]), are_apart([100, 95]), are_apart([100, 0])
    (True, False, False)
    """
    ordered = sorted(values)
    return all(math.isfinite(value) and value for value in ordered) and all(
        high - low > APART * max(abs(low), abs(high)) for low, high in pairwise(ordered)
    )
