"""The pre-test and the post-test: two parallel forms of twelve items, one from each lesson.

Whoever has one form before the course has the other one after it. Two items are parallel where one objective of
their lesson is tested by both. Every item is a lesson's own question; none is written here.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any, ClassVar, Literal

from plgkit.course import settings
from plgkit.course.material import Handout, Material
from plgkit.course.questions import Choice, Option, Question, resolve
from plgkit.course.setting import Setting
from plgkit.ideas.idea import Idea, assumption

TESTS = PRE, POST = ("pre-test", "post-test")
"""The slugs of the two tests: they are handed out like lessons, and are none."""

FORMS = ("A", "B")
PAIRS = {
    "evidence": ("ipo_list", "free_trials"),
    "drift": ("twenty_requests", "more_dimensions"),
    "look-first": ("when_worth", "coin"),
    "outcomes": ("no_effect", "second_week"),
    "saying-no": ("high_rate", "doubt"),
    "nth-deal": ("reuse", "less_overlap"),
    "portfolio": ("next_euro", "last_hundred"),
    "read-the-books": ("missed_target", "two_companies"),
    "leaky-bucket": ("double_or_halve", "sixty_a_month"),
    "two-engines": ("spend_more", "dearer_month"),
    "funnel": ("error_message", "marker"),
    "who-to-call": ("best_list", "middle_fifth"),
}
"""Of each lesson, the names of the question on form A and of its parallel on form B."""

MINUTES = 15


class Forms(Idea):
    """What an instructor may set of a test besides what every handout takes."""

    first: Literal["by name", "A", "B"] = assumption("by name", "Form of the pre-test; the post-test has the other")


@dataclass(frozen=True, kw_only=True, repr=False)
class AssessmentMaterial(Handout):
    """The pre-test or the post-test, handed out like a lesson.

    Attributes
    ----------
    items : tuple of Choice
        Those of both forms, in the order of the lessons: of each lesson form A's, then form B's.
    """

    items: tuple[Choice, ...]
    noun: ClassVar[str] = "test"

    @property
    def questions(self) -> tuple[Question, ...]:
        return self.items

    def questions_in(self, group: str) -> tuple[Question, ...]:
        return self.items if group == "quiz" else ()

    @property
    def explains(self) -> bool:
        """Whether it says in the end what was right: the pre-test would give the answers away."""
        return self.slug == POST

    def form(self, setting: Setting) -> str:
        """The form that a learner has in this test, "A" or "B"."""
        first = setting.idea.first
        if first not in FORMS:
            first = random.Random(f"{setting.team}|{setting.seed}").choice(FORMS)
        return first if self.slug == PRE else FORMS[1 - FORMS.index(first)]

    def items_of(self, setting: Setting) -> tuple[Choice, ...]:
        """The twelve items of a learner's form, in the order of the lessons."""
        return self.items[FORMS.index(self.form(setting)) :: len(FORMS)]


def assessment_material(slug: str, lessons: Sequence[Material]) -> AssessmentMaterial:
    """The pre-test or the post-test, made of the lessons' questions.

    Parameters
    ----------
    slug : str
        One of `TESTS`.
    lessons : sequence of Material
        The lessons of the course, in its order; those in `PAIRS` are asked about.

    Returns
    -------
    AssessmentMaterial

    Examples
    --------
    >>> from plgkit.course.catalogue import every_material
    >>> test = assessment_material("pre-test", every_material())
    >>> [item.name for item in test.items_of(settings.read(test, {"first": "B"}))][:2]
    ['evidence.free_trials', 'drift.more_dimensions']
    """
    sampled = [lesson for lesson in lessons if lesson.slug in PAIRS]

    def vary(_generator: Any, setting: Setting) -> SimpleNamespace:
        """Each lesson with its own assumptions, the same for everybody, in this learner's money."""
        money = {"currency": setting.currency, "scale": setting.scale}
        return SimpleNamespace(lessons={lesson.slug: settings.base_setting(lesson, money) for lesson in sampled})

    before = slug == PRE
    return AssessmentMaterial(
        slug=slug,
        number=20 + TESTS.index(slug),
        part="Before and after",
        title="Before the course" if before else "After the course",
        question="What do you think before the course begins?" if before else "What do you think now?",
        minutes=(MINUTES, MINUTES),
        matters=(
            "Twelve questions, one from each lesson. Choose what you think is right; leave a question open if you "
            "do not know. Each answer is kept at once, and you may change it until you finish."
        ),
        idea=Forms,
        items=tuple(_item(lesson, name) for lesson in sampled for name in PAIRS[lesson.slug]),
        schedule=(("Twelve questions", MINUTES),),
        vary=vary,
    )


def balanced(teams: Iterable[str], seed: int = 0) -> dict[str, str]:
    """For each team the form of its pre-test (the parameter `first`), half of them A and half B.

    Parameters
    ----------
    teams : iterable of str
        Their names; the order does not count.
    seed : int
        Another one divides them otherwise.

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> sorted(balanced(["Ada", "Grace", "Katherine", "Mary"]).values())
    ['A', 'A', 'B', 'B']
    """
    names = sorted(set(teams))
    random.Random(seed).shuffle(names)
    return {name: FORMS[place % len(FORMS)] for place, name in enumerate(names)}


def _item(lesson: Material, name: str) -> Choice:
    """A lesson's question as the tests ask it."""
    (question,) = (question for question in (*lesson.quiz, *lesson.spare) if question.name == name)

    def adapted(text: Any) -> Any:
        return _with_numbers_of(lesson.slug, text) if callable(text) else text

    options = tuple(Option(*map(adapted, (o.text, o.feedback, o.misconception))) for o in question.options)
    ask = adapted(question.ask)
    return replace(question, name=f"{lesson.slug}.{name}", ask=ask, options=options, recalls=None)


def _with_numbers_of(slug: str, text: Callable[[Setting], Any]) -> Callable[[Setting], Any]:
    return lambda setting: resolve(text, setting.own.lessons[slug])
