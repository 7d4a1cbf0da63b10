"""The shifted beta-geometric distribution fitted to a cohort's retention."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from numbers import Real
from typing import Any

import numpy as np

from plgkit.models import words
from plgkit.models.cohort import likeliest, survival
from plgkit.support.errors import Problem, Refused
from plgkit.support.names import excerpt


@dataclass(frozen=True)
class RetentionFit:
    """A shifted beta-geometric distribution fitted to a cohort (see `fit_retention`).

    Attributes
    ----------
    alpha, beta : float
        Of the Beta distribution of churn; both infinite where one churn for all fits best (then beta is 0 if everybody
        leaves at once), both 0 where all who leave do so in the first period.
    log_likelihood : float
        Natural logarithm, without the multinomial constant.
    churn : float
        The mean churn of the first period, alpha/(alpha + beta), between 0 and 1.

    Examples
    --------
    >>> fit_retention([1000, 631, 468, 382, 326])
    RetentionFit(alpha=0.764, beta=1.3, churn=0.371, log_likelihood=-1402)
    """

    alpha: float
    beta: float
    log_likelihood: float
    churn: float

    def __repr__(self) -> str:
        numbers = f"alpha={self.alpha:.3g}, beta={self.beta:.3g}, churn={self.churn:.3g}"
        return f"RetentionFit({numbers}, log_likelihood={self.log_likelihood:.4g})"

    @property
    def polarisation(self) -> float:
        """1/(alpha + beta + 1), as `LeakyBucket` takes it: 0 where all customers are alike."""
        return 1 / (self.alpha + self.beta + 1)

    def survival(self, periods: Any) -> np.ndarray:
        """The share of the cohort that is left after some periods.

        Parameters
        ----------
        periods : int or array-like of int
            Counted from the start, which is 0; up to 100,000.

        Returns
        -------
        float or ndarray
            A share for each of `periods`, in their shape.

        Raises
        ------
        Refused
            `periods` holds something else.

        Examples
        --------
        >>> fit_retention([1000, 631, 468, 382, 326]).survival([0, 1, 7]).round(3).tolist()
        [1.0, 0.629, 0.23]
        """
        ages = np.asarray(periods)
        whole = ages.dtype.kind in "iuf" and np.all((ages >= 0) & (ages <= 1e5) & (ages == np.floor(ages)))
        if not whole:
            allowed = "made of whole numbers between 0 and 100,000"
            raise Refused(Problem.outside("periods", excerpt(periods), allowed))
        ages = ages.astype(int)
        return np.array(survival(self.churn, self.polarisation, int(ages.max(initial=0))))[ages]


def fit_retention(survivors: Iterable[float]) -> RetentionFit:
    """The shifted beta-geometric distribution that makes a cohort's retention most likely.

    Parameters
    ----------
    survivors : iterable of float
        The cohort's size, then how many customers remain at the end of each period: three entries or more.

    Returns
    -------
    RetentionFit
        The maximum of the likelihood.

    Raises
    ------
    Refused
        Fewer than three entries, one that is no number or negative, one above the entry before it, or all the same.

    References
    ----------
    Fader, P. S. and Hardie, B. G. S. (2007). How to Project Customer Retention. Journal of Interactive Marketing
    21(1), 76–90.

    Examples
    --------
    >>> fit = fit_retention([1000, 631, 468, 382, 326])
    >>> round(fit.alpha, 3), round(fit.beta, 3), round(float(fit.survival(7)), 3)
    (0.764, 1.296, 0.23)
    """
    churn, polarisation, log_likelihood = likeliest(cohort_counts(survivors))
    size = (1 - polarisation) / polarisation if polarisation else math.inf
    beta = (1 - churn) * size if churn < 1 else 0.0
    return RetentionFit(churn * size, beta, log_likelihood, churn)


def cohort_counts(survivors: Iterable[float]) -> list[float]:
    """The counts of a cohort as plain numbers, or a refusal."""
    several = isinstance(survivors, Iterable) and not isinstance(survivors, str)
    entries: list[Any] = list(survivors) if several else [survivors]
    text = _complaint(entries)
    if text:
        raise Refused(Problem(text, "survivors"))
    return [float(entry) for entry in entries]


def _complaint(entries: list[Any]) -> str | None:
    """What is wrong with the counts of a cohort, or None."""
    for entry in entries:
        if isinstance(entry, bool | np.bool_) or not isinstance(entry, Real) or not abs(float(entry)) <= 1e15:
            return f"{excerpt(entry)} is not a number of customers"
        if entry < 0:
            return f"{entry:.10g} is negative; a number of customers is 0 or more"
    if len(entries) < 3:
        need = "at least 3 are needed: the cohort's size, then who remains after each period"
        return f"{words.count(len(entries), 'entry', 'entries')} given, {need}"
    for place, (before, after) in enumerate(pairwise(entries), start=2):
        if after > before:
            rise = f"entry {place} ({after:.10g}) is above entry {place - 1} ({before:.10g})"
            return f"{rise}; those who left do not come back"
    if entries[0] == entries[-1]:
        return f"all entries are {entries[0]:.10g}; nobody left, so there is no churn to fit"
    return None
