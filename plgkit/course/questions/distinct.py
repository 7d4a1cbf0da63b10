"""Whether the answers that can be expected to one question can be told from each other."""

import math
from collections.abc import Iterable
from itertools import pairwise

APART = 0.06
"""Two foreseeable answers differ by at least this share, so that each has one reading."""


def are_apart(values: Iterable[float]) -> bool:
    """Whether these are numbers, none of them 0, and no two within `APART` of each other.

    >>> are_apart([100, 90, -100]), are_apart([100, 95]), are_apart([100, 0])
    (True, False, False)
    """
    ordered = sorted(values)
    return all(math.isfinite(value) and value for value in ordered) and all(
        high - low > APART * max(abs(low), abs(high)) for low, high in pairwise(ordered)
    )
