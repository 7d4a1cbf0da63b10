"""A cohort that shrinks: the shifted beta-geometric distribution, and its fit to a cohort's retention."""

from plgkit.models.numerics import lowest, root, times_log, times_log1p, total

GRID = 20
"""Parts into which polarisation is cut before the likeliest one is looked for between two of them."""

NEARLY_ONE = 1 - 2.0**-53


def fading(polarisation, periods):
    """Churn of those who have stayed 0, 1, … periods, as a share of the first period's.

    Parameters
    ----------
    polarisation : float
        From 0 to 1.
    periods : int

    Returns
    -------
    list of float

    Examples
    --------
    >>> fading(0.5, 3)
    [1.0, 0.5, 0.3333333333333333]
    """
    stay = 1 - polarisation
    return [1.0] + [stay / (stay + k * polarisation) for k in range(1, periods)]


def survival(churn, polarisation, periods):
    """The share of a cohort that is left after 0, 1, … periods.

    Parameters
    ----------
    churn : float
        The mean churn of the first period, from 0 to 1.
    polarisation : float
        1/(α + β + 1), from 0 (all are alike) to 1.
    periods : int
        How far to look.

    Returns
    -------
    list of float
        One more than `periods`.

    Examples
    --------
    >>> [round(share, 2) for share in survival(0.1, 0, 2)]
    [1.0, 0.9, 0.81]
    """
    shares = [1.0]
    for share in fading(polarisation, periods):
        shares.append(shares[-1] * (1 - churn * share))
    return shares[: periods + 1]


def likeliest(counts):
    """The mean churn and the polarisation that make a cohort's retention most likely.

    Parameters
    ----------
    counts : list of float
        The cohort's size, then how many customers remain at the end of each period: three entries or more, none above
        the one before it, and not all the same.

    Returns
    -------
    tuple of three floats
        Mean churn of the first period, polarisation, and the logarithm of the likelihood without the multinomial
        constant.

    References
    ----------
    Fader, P. S. and Hardie, B. G. S. (2007). How to Project Customer Retention. Journal of Interactive Marketing
    21(1), 76–90.

    Examples
    --------
    >>> churn, polarisation, _ = likeliest([1000.0, 631.0, 468.0, 382.0, 326.0])
    >>> round(churn, 4), round(polarisation, 3)
    (0.3708, 0.327)
    """
    stayed = counts[1:]
    lost = [before - after for before, after in zip(counts, stayed)]
    if not stayed[0]:
        return 1.0, 0.0, 0.0

    def churn(polarisation):
        falls, gone = fading(polarisation, len(lost)), total(lost)

        def surplus(c):
            return gone - total([s * c * f / (1 - c * f) for s, f in zip(stayed, falls)])

        return root(surplus, 0.0, NEARLY_ONE, 1e-16)

    def log_likelihood(polarisation):
        c = churn(polarisation)
        hazard = [c * share for share in fading(polarisation, len(lost))]
        return total([times_log(left, h) + times_log1p(stay, -h) for left, stay, h in zip(lost, stayed, hazard)])

    def slope(polarisation):  # of the likelihood, times 1 − φ
        c = churn(polarisation)
        leave, rise = c * (1 - polarisation), 0.0
        for k in range(1, len(lost)):
            below = 1 - polarisation + k * polarisation
            rise += k / below * (stayed[k] * leave / (below - leave) - lost[k])
        return rise

    heights = [log_likelihood(step / GRID) for step in range(GRID + 1)]
    best = heights.index(max(heights))
    low, high = max(best - 1, 0) / GRID, min(best + 1, GRID) / GRID
    if slope(low) > 0 > slope(high):
        polarisation = root(slope, low, high)
    else:
        polarisation = lowest(lambda polarisation: -log_likelihood(polarisation), low, high)
    height = log_likelihood(polarisation)
    for end in (1.0, 0.0):
        if log_likelihood(end) >= height - 1e-12 * abs(height):
            polarisation = end
    return churn(polarisation), polarisation, log_likelihood(polarisation)
