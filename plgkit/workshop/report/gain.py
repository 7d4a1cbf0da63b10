"""What changed between the pre-test and the post-test, with how sure one can be of it."""

import math
from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from plgkit.course import items
from plgkit.course.items import TESTS
from plgkit.workshop.report.answers import Answer

QUESTIONS = len(items.PAIRS)
"""How many there are on a form."""

FEW = 30
"""Below so many learners chance moves the gain by about as much as a course does."""

RESAMPLES = 5_000


@dataclass(frozen=True)
class ScoredTest:
    """One learner's test.

    Attributes
    ----------
    label : str
        The learner's.
    test : str
        pre-test or post-test.
    form : str
        A or B.
    right : dict of str to bool
        For each lesson whether its question was answered right; what was left open is missing.
    """

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

    Attributes
    ----------
    learners : int
        How many they are.
    before, after : float
        The mean share of questions answered right, from 0 to 1.
    normalised : float
        The class-average normalised gain, what was gained of what could be: (after - before) / (1 - before), of
        the class's means [1]_. NaN where nothing was left to gain.
    low, high : float
        Its 95% interval: the middle of what resampled classes of the same size would show.
    effect : float
        Cohen's d_av, the mean change over the mean of the two standard deviations [2]_. NaN for one learner.

    References
    ----------
    .. [1] Hake, R. R. (1998). Interactive-engagement versus traditional methods. American Journal of Physics
       66(1), 64-74.
    .. [2] Cumming, G. (2012). Understanding the New Statistics. Routledge.
    """

    learners: int
    before: float
    after: float
    normalised: float
    low: float
    high: float
    effect: float


def scored_tests(answers: list[Answer]) -> dict[str, dict[str, ScoredTest]]:
    """The tests of a class. Of two forms, the one with more answers counts.

    Parameters
    ----------
    answers : list of Answer
        Those to lessons are left out.

    Returns
    -------
    dict of str to dict of str to ScoredTest
        By test, by the learner's label.
    """
    forms: dict[tuple[str, str], dict[str, dict[str, bool]]] = defaultdict(lambda: {form: {} for form in items.FORMS})
    for answer in answers:
        if answer.lesson in TESTS:
            lesson, name = answer.question.split(".")
            form = items.FORMS[items.PAIRS[lesson].index(name)]
            forms[answer.lesson, answer.label][form][lesson] = bool(answer.right)
    tests: dict[str, dict[str, ScoredTest]] = {test: {} for test in TESTS}
    for (test, label), by_form in forms.items():
        form = max(by_form, key=lambda name: len(by_form[name]))
        tests[test][label] = ScoredTest(label, test, form, by_form[form])
    return tests


def gain(before: np.ndarray, after: np.ndarray) -> Gain:
    """The gain from shares of right answers.

    Parameters
    ----------
    before, after : ndarray of shape (learners,)
        The share of questions that each learner answered right, from 0 to 1.

    Returns
    -------
    Gain

    Examples
    --------
    >>> change = gain(np.array([0.25, 0.5, 0.5]), np.array([0.75, 0.75, 1.0]))
    >>> round(change.before, 3), round(change.after, 3), round(change.normalised, 3), round(change.effect, 2)
    (0.417, 0.833, 0.714, 2.89)
    """
    count = len(before)
    # Learners with the same two scores are alike, and there are few scores: memory does not grow with the class.
    scores, alike = np.unique(np.stack([before, after]), axis=1, return_counts=True)
    shares = np.random.default_rng(0).multinomial(count, alike / count, size=RESAMPLES) / count
    resampled = _normalised(shares @ scores[0], shares @ scores[1])
    resampled = resampled[np.isfinite(resampled)]
    low, high = np.percentile(resampled, [2.5, 97.5]) if count > 1 and len(resampled) else (math.nan, math.nan)
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


def of_class(tests: dict[str, dict[str, ScoredTest]]) -> Gain | None:
    """The gain of everybody who sat both tests.

    Parameters
    ----------
    tests : dict of str to dict of str to ScoredTest
        By test, by the learner's label.

    Returns
    -------
    Gain or None
        None if nobody did.
    """
    pre, post = (tests[test] for test in TESTS)
    both = sorted(pre.keys() & post.keys())
    if not both:
        return None
    return gain(*(np.array([test[label].score / QUESTIONS for label in both]) for test in (pre, post)))


def by_lesson(tests: dict[str, dict[str, ScoredTest]], worked: dict[str, set[str]]) -> list[dict]:
    """What changed on each lesson's question, of those who sat both tests.

    Parameters
    ----------
    tests : dict of str to dict of str to ScoredTest
        By test, by the learner's label.
    worked : dict of str to set of str
        For each lesson the labels of those who worked on it.

    Returns
    -------
    list of dict
        For each lesson the shares right, `before` and `after`, and how many worked on it, `did`; empty where
        nobody sat both.
    """
    pre, post = (tests[test] for test in TESTS)
    both = sorted(pre.keys() & post.keys())
    return [
        {"lesson": lesson, "did": len(worked.get(lesson, set()) & set(both))}
        | {
            name: sum(test[label].right.get(lesson, False) for label in both) / len(both)
            for name, test in (("before", pre), ("after", post))
        }
        for lesson in items.PAIRS
        if both
    ]


def by_work(tests: dict[str, dict[str, ScoredTest]], worked: dict[str, set[str]]) -> list[dict]:
    """What changed on the questions on lessons that a learner worked on, and on all others.

    Parameters
    ----------
    tests, worked : dict
        As `by_lesson` takes them.

    Returns
    -------
    list of dict
        One for `worked` True and one for False, where there are such questions: their number, the shares right
        `before` and `after`, and the `normalised` gain.
    """
    pre, post = (tests[test] for test in TESTS)
    pairs = [(label, lesson) for label in sorted(pre.keys() & post.keys()) for lesson in items.PAIRS]
    rows = []
    for did in (True, False):
        questions = [(label, lesson) for label, lesson in pairs if (label in worked.get(lesson, set())) is did]
        if questions:
            before, after = (sum(t[label].right.get(lesson, False) for label, lesson in questions) for t in (pre, post))
            room = len(questions) - before
            normalised = (after - before) / room if room else math.nan
            shares = {"before": before / len(questions), "after": after / len(questions)}
            rows.append({"worked": did, "questions": len(questions), "normalised": normalised} | shares)
    return rows
