"""What changed between the pre-test and the post-test, with how sure one can be of it."""

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from plgkit.course import items
from plgkit.course.material import TESTS
from plgkit.workshop.report.answers import Answer

ASKED = len(items.PAIRS)
"""Questions on a form."""

FEW = 30
"""Below so many learners chance moves the gain by about as much as a course does."""

RESAMPLES = 5_000


@dataclass(frozen=True)
class Sat:
    """One learner's test: which form, and for each lesson whether its question was answered right."""

    label: str
    test: str
    form: str
    right: dict[str, bool]

    @property
    def score(self) -> int:
        """Questions answered right; what was left open is not right."""
        return sum(self.right.values())


@dataclass(frozen=True)
class Gain:
    """The change from before to after, over learners who sat both tests.

    Attributes:
        learners: how many they are.
        before, after: the mean share of questions answered right.
        normalised: the class-average normalised gain, what was gained of what could be: (after - before) /
            (1 - before), of the class's means (Hake 1998). NaN where nothing was left to gain.
        low, high: its 95% interval: the middle of what resampled classes of the same size would show.
        effect: Cohen's d_av, the mean change over the mean of the two standard deviations. NaN for one learner.
    """

    learners: int
    before: float
    after: float
    normalised: float
    low: float
    high: float
    effect: float


def sat(answers: list[Answer]) -> dict[str, dict[str, Sat]]:
    """The tests that were sat: by test, by learner's label."""
    given: dict[tuple[str, str], dict[str, dict[str, bool]]] = defaultdict(lambda: {form: {} for form in items.FORMS})
    for one in answers:
        if one.lesson in TESTS:
            lesson, name = one.question.split(".")
            form = items.FORMS[items.PAIRS[lesson].index(name)]
            given[one.lesson, one.label][form][lesson] = bool(one.right)
    found: dict[str, dict[str, Sat]] = {test: {} for test in TESTS}
    for (test, label), by_form in given.items():
        form = max(by_form, key=lambda name: len(by_form[name]))
        found[test][label] = Sat(label, test, form, by_form[form])
    return found


def gain(before: np.ndarray, after: np.ndarray) -> Gain:
    """The gain from shares of right answers, one pair for each learner.

    >>> found = gain(np.array([0.25, 0.5, 0.5]), np.array([0.75, 0.75, 1.0]))
    >>> round(found.before, 3), round(found.after, 3), round(found.normalised, 3), round(found.effect, 2)
    (0.417, 0.833, 0.714, 2.89)
    """
    count = len(before)
    chosen = np.random.default_rng(0).integers(count, size=(RESAMPLES, count))
    drawn = _normalised(before[chosen].mean(axis=1), after[chosen].mean(axis=1))
    drawn = drawn[np.isfinite(drawn)]
    low, high = np.percentile(drawn, [2.5, 97.5]) if count > 1 and len(drawn) else (math.nan, math.nan)
    spread = (before.std(ddof=1) + after.std(ddof=1)) / 2 if count > 1 else 0
    change = after.mean() - before.mean()
    return Gain(
        count,
        float(before.mean()),
        float(after.mean()),
        float(_normalised(before.mean(), after.mean())),
        float(low),
        float(high),
        float(change / spread) if spread else math.nan,
    )


def _normalised(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    room = 1 - np.asarray(before)
    return np.divide(after - before, room, out=np.full(room.shape, np.nan), where=room > 1e-12)


def of_class(found: dict[str, dict[str, Sat]]) -> Gain | None:
    """The gain of everybody who sat both tests; None if nobody did."""
    pre, post = (found[test] for test in TESTS)
    both = sorted(pre.keys() & post.keys())
    if not both:
        return None
    return gain(*(np.array([test[label].score / ASKED for label in both]) for test in (pre, post)))


def by_lesson(found: dict[str, dict[str, Sat]], done: dict[str, set[str]]) -> list[dict]:
    """For each lesson, of those who sat both tests: the shares right before and after, and how many did it.

    `done` holds for each lesson the labels of those who worked on it.
    """
    pre, post = (found[test] for test in TESTS)
    both = sorted(pre.keys() & post.keys())
    return [
        {"lesson": lesson, "did": len(done.get(lesson, set()) & set(both))}
        | {
            name: sum(test[label].right.get(lesson, False) for label in both) / len(both)
            for name, test in (("before", pre), ("after", post))
        }
        for lesson in items.PAIRS
        if both
    ]


def by_work(found: dict[str, dict[str, Sat]], done: dict[str, set[str]]) -> list[dict]:
    """The same, over all questions on lessons that a learner worked on, and over all others."""
    pre, post = (found[test] for test in TESTS)
    pairs = [(label, lesson) for label in sorted(pre.keys() & post.keys()) for lesson in items.PAIRS]
    rows = []
    for worked in (True, False):
        some = [(label, lesson) for label, lesson in pairs if (label in done.get(lesson, set())) is worked]
        if some:
            before, after = (sum(t[label].right.get(lesson, False) for label, lesson in some) for t in (pre, post))
            room = len(some) - before
            gained = (after - before) / room if room else math.nan
            shares = {"before": before / len(some), "after": after / len(some)}
            rows.append({"worked": worked, "questions": len(some), "normalised": gained} | shares)
    return rows
