"""Refusals: errors written for the person who reads them."""

from collections.abc import Iterable
from difflib import get_close_matches


class Refused(ValueError):
    """Input that cannot be used: one line says what was given, what is allowed, what to do.

    A notebook shows that line alone, without a traceback.

    >>> raise Refused("churn: 1.7 is not between 0 and 1 (share/month)")
    Traceback (most recent call last):
    plgkit.support.errors.Refused: churn: 1.7 is not between 0 and 1 (share/month)
    """

    def _render_traceback_(self) -> list[str]:
        return str(self).splitlines()


def unknown(what: str, given: str, known: Iterable[str]) -> Refused:
    """The refusal of a name nobody knows, with the nearest one that exists.

    >>> print(unknown("assumption of LeakyBucket", "chrun", ["churn", "months"]))
    chrun is not an assumption of LeakyBucket; the nearest is churn
    >>> print(unknown("case", "zzz", ["renewals", "deals"]))
    zzz is not a case; choose one of deals, renewals
    """
    article = "an" if what[0] in "aeiou" else "a"
    near = get_close_matches(given, list(known), n=1)
    hint = f"the nearest is {near[0]}" if near else f"choose one of {', '.join(sorted(known))}"
    return Refused(f"{given} is not {article} {what}; {hint}")
