"""A cohort's customers over the years, beside two projections from its first ones.

Known are the shares r(0) = 1, r(1), … r(n) that remained. With one churn for all, r(t) = r(n)^(t/n). With a churn that
differs among customers, r(t) is the shifted beta-geometric curve that makes the known years most likely (`cohort`).

References: Fader, P. S. and Hardie, B. G. S. (2007). How to Project Customer Retention. Journal of Interactive
Marketing 21(1), 76–90.
"""

from plgkit.models import words
from plgkit.models.cohort import likeliest, survival
from plgkit.models.layout import label_places

FITTED, CONSTANT = "churn differs", "one churn for all"
KNOWN, LATER = "known", "what happened"
APART = 6.5
"""Percent of the cohort between the names of two lines, at least."""

FITS: dict = {}
"""Fits that were found, by the shares that were known: a slider that moves nothing else need not wait for one."""


def run(cohort, known, until, cohorts, terms=words.TERMS):
    """A cohort, and what its first years would have said of the later ones.

    Parameters
    ----------
    cohort : str
        The name of one of `cohorts`.
    known : int
        n, years that the projections use; 2 or more.
    until : int
        The year for which the numbers are given.
    cohorts : list of pairs
        The name of each, and percent of it that remained after 0, 1, … years.
    terms : Terms
        How things are called.

    Returns
    -------
    dict
        `numbers` by name, the `rows` of the picture by column, and the `sentence`.

    Examples
    --------
    >>> run("A", 2, 3, [("A", [100.0, 80.0, 64.0, 60.0])])["numbers"]["truth"]
    0.6
    """
    truth = next(shares for name, shares in cohorts if name == cohort)
    years = list(range(len(truth)))
    churn, polarisation = fitted(truth[: known + 1])
    curve = [100 * share for share in survival(churn, polarisation, len(truth) - 1)]
    constant = [100 * (truth[known] / 100) ** (year / known) for year in years]
    numbers = {"curve": curve[until] / 100, "constant": constant[until] / 100, "truth": truth[until] / 100}
    ends = label_places([curve[-1], constant[-1], truth[-1]], APART)
    shares = [words.percent(numbers[name]) for name in ("curve", "constant", "truth")]
    first, last = (words.percent(truth[year] / truth[year - 1]) for year in (1, known))
    return {
        "numbers": numbers,
        "rows": {
            "year": years * 3 + [years[-1]] * 3 + [until],
            "remaining": curve + constant + truth + ends + [100],
            "series": [FITTED] * len(years)
            + [CONSTANT] * len(years)
            + [KNOWN if year <= known else LATER for year in years]
            + [FITTED, CONSTANT, LATER, ""],
            "mark": ["line"] * 2 * len(years) + ["point"] * len(years) + ["name"] * 3 + ["until"],
        },
        "sentence": f'From the first {known} years of the cohort "{cohort}": with one churn for all, {shares[1]} '
        f"would remain after {until} years; with a curve that lets churn differ, {shares[0]}. {shares[2]} really "
        f"remained. {first} renewed in the first year, and {last} of those still there in year {known}.",
    }


def fitted(shares):
    """Mean churn of the first year, and polarisation, that make these shares most likely."""
    key = tuple(shares)
    if key not in FITS:
        FITS[key] = likeliest(shares)[:2]
    return FITS[key]
