"""Refusals: errors written for the person who reads them, with fields for the code that does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

# Controls, ends of lines other than ours, marks that turn the direction of writing, halves of characters.
STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

LONGEST = 60
"""The most letters of a name that nobody knows in a line about it."""


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with what was given.

    Attributes
    ----------
    text : str
        What is wrong, without the field's name: "1.7 is not between 0 and 1 (share/month)".
    field : str
        The name of the argument, parameter or key; empty where the problem has none.
    value : str
        What was given, short enough for a line.
    allowed : str
        The rule in words.
    nearest : str or None
        The known name that is most like an unknown one.

    Examples
    --------
    >>> problem = Problem.outside("churn", "1.7", "between 0 and 1 (share/month)")
    >>> problem.line
    'churn: 1.7 is not between 0 and 1 (share/month)'
    >>> problem.named("Churn").line
    'Churn: 1.7 is not between 0 and 1 (share/month)'
    """

    text: str
    field: str = ""
    value: str = ""
    allowed: str = ""
    nearest: str | None = None

    @classmethod
    def outside(cls, field: str, value: str, allowed: str) -> Problem:
        """The problem of a value that is not what its field allows."""
        return cls(f"{value} is not {allowed}", field, value, allowed)

    @property
    def line(self) -> str:
        """The problem in one line."""
        return f"{self.field}: {self.text}" if self.field else self.text

    def named(self, label: str) -> Problem:
        """The same problem under the name that its reader knows the field by."""
        return replace(self, field=label) if self.field else self


class Refused(ValueError):
    """Input that cannot be used: one line for each problem says what was given, what is allowed, what to do.

    A notebook shows these lines alone, without a traceback.

    Parameters
    ----------
    *problems : Problem or str
        What is wrong; a text is a problem without a field.

    Attributes
    ----------
    problems : tuple of Problem

    Examples
    --------
    >>> raise Refused(Problem.outside("churn", "1.7", "between 0 and 1 (share/month)"))
    Traceback (most recent call last):
    plgkit.support.errors.Refused: churn: 1.7 is not between 0 and 1 (share/month)
    """

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(Problem(problem) if isinstance(problem, str) else problem for problem in problems)
        super().__init__(*self.problems)

    def __str__(self) -> str:
        return "\n".join(problem.line for problem in self.problems)

    def named(self, labels: dict[str, str]) -> Refused:
        """The same refusal, each field under its label."""
        return Refused(*(problem.named(labels.get(problem.field, problem.field)) for problem in self.problems))

    def _render_traceback_(self) -> list[str]:
        return str(self).splitlines()


def unknown(what: str, name: str, known: Iterable[str]) -> Refused:
    """The refusal of a name nobody knows, with the nearest one that exists.

    Examples
    --------
    >>> print(unknown("assumption of LeakyBucket", "chrun", ["churn", "months"]))
    chrun is not an assumption of LeakyBucket; the nearest is churn
    >>> unknown("assumption of LeakyBucket", "chrun", ["churn", "months"]).problems[0].nearest
    'churn'
    >>> print(unknown("case", "z" * 100, []).problems[0].value[-3:])
    zz…
    >>> print(unknown("case", "zzz", ["renewals", "deals"]))
    zzz is not a case; choose one of deals, renewals
    """
    names, name = sorted(known), name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
    article = "an" if what[0] in "aeiou" else "a"
    nearest = next(iter(get_close_matches(name, names, n=1)), None)
    allowed = ", ".join(names)
    hint = f"the nearest is {nearest}" if nearest else f"choose one of {allowed}"
    return Refused(
        Problem(f"{name} is not {article} {what}; {hint}", value=name, allowed=f"one of {allowed}", nearest=nearest)
    )


def reason(error: OSError, otherwise: str = "unknown error") -> str:
    """What the system says about an error, or what is said where it says nothing: a part of a line.

    Examples
    --------
    >>> reason(OSError(28, "No space left on device")), reason(OSError())
    ('no space left on device', 'unknown error')
    """
    return (error.strerror or otherwise).lower()


def visible(text: str) -> str:
    r"""A line as it is printed: what would steer a terminal is seen instead.

    Examples
    --------
    >>> print(visible("log\x1b[31m\u202evsc.csv"))
    log\x1b[31m\u202evsc.csv
    """
    return STEERING.sub(lambda sign: sign[0].encode("unicode_escape").decode(), text)
