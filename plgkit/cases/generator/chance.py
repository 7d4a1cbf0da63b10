"""Random numbers that stay the same from one release of numpy to the next."""

from statistics import NormalDist

import numpy as np


class Chance:
    """Draws from PCG64, whose raw stream numpy promises to keep; that of a Generator's methods it does not.

    What is made of the stream here is written with few digits, so that the last bit of a logarithm, which
    may differ from one machine to the next, does not reach a file.

    Examples
    --------
    >>> Chance(7).uniform(2).round(6).tolist()
    [0.625095, 0.897214]
    """

    def __init__(self, seed: int) -> None:
        self._stream = np.random.PCG64(seed)

    def uniform(self, count: int) -> np.ndarray:
        """Evenly between 0 and 1, never 0 or 1."""
        return ((self._stream.random_raw(count) >> 11) + 0.5) * 2.0**-53

    def happens(self, probability: np.ndarray | float, count: int) -> np.ndarray:
        """True with the probability given, one for all or one for each."""
        return self.uniform(count) < probability

    def whole(self, low: int, high: int, count: int) -> np.ndarray:
        """Whole numbers from low to high, both included, all equally likely."""
        return low + (self.uniform(count) * (high - low + 1)).astype(int)

    def order(self, count: int) -> np.ndarray:
        """0 to count - 1, shuffled."""
        return np.argsort(self.uniform(count), kind="stable")

    def picks(self, shares: list[float], count: int) -> np.ndarray:
        """Places in a list, each with its share of the draws."""
        return np.searchsorted(np.cumsum(shares)[:-1], self.uniform(count), side="right")

    def normal(self, count: int) -> np.ndarray:
        """Normal with mean 0 and standard deviation 1."""
        return np.array([NormalDist().inv_cdf(u) for u in self.uniform(count).tolist()])

    def waits(self, mean: float, count: int) -> np.ndarray:
        """Waiting times with no memory and the mean given."""
        return -mean * np.log(self.uniform(count))
