"""The pre-test and the post-test: two parallel forms of twelve questions, one from each lesson.

Whoever has one form before the course has the other one after it. Two questions are parallel where one
objective of their lesson is tested by both. Every question is a lesson's own; none is written here.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from types import SimpleNamespace
from typing import Any, Literal

from plgkit.course import settings
from plgkit.course.material import TESTS, Material, every_material
from plgkit.course.questions import Choice, Option, resolve
from plgkit.course.settings import Setting
from plgkit.ideas.idea import Idea, assumption

PRE, POST = TESTS
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
"""Of each lesson, the names of the question on form A and of the one on form B."""

MINUTES = 15


class Forms(Idea):
    """What an instructor may set of a test besides what every handout takes."""

    first: Literal["by name", "A", "B"] = assumption("by name", "Form of the pre-test; the post-test has the other")


@dataclass(frozen=True)
class Test(Material):
    """The pre-test or the post-test, handed out like a lesson.

    Its `quiz` holds both forms; `asked` says which questions one learner gets.
    """

    noun = "test"

    @property
    def teaches(self) -> bool:
        """Whether it says in the end what was right: the pre-test would give the answers away."""
        return self.slug == POST

    def form(self, setting: Setting) -> str:
        """The form that a learner has in this test."""
        first = setting.idea.model_dump()["first"]
        if first not in FORMS:
            first = random.Random(f"{setting.team}|{setting.seed}").choice(FORMS)
        return first if self.slug == PRE else FORMS[1 - FORMS.index(first)]

    def asked(self, setting: Setting) -> tuple[Choice, ...]:
        """The twelve questions of a learner's form, in the order of the lessons."""
        return self.quiz[FORMS.index(self.form(setting)) :: len(FORMS)]


@cache
def test(slug: str) -> Test:
    """The pre-test or the post-test by its slug, one of `material.TESTS`.

    >>> lesson = test("pre-test")
    >>> [question.name for question in lesson.asked(settings.read(lesson, {"first": "B"}))][:2]
    ['evidence.free_trials', 'drift.more_dimensions']
    """
    pre = slug == PRE
    return Test(
        slug=slug,
        number=20 + TESTS.index(slug),
        part="Before and after",
        title="Before the course" if pre else "After the course",
        question="What do you think before the course begins?" if pre else "What do you think now?",
        minutes=(MINUTES, MINUTES),
        claim="",
        matters=(
            "Twelve questions, one from each lesson. Choose what you think is right; leave a question open if you "
            "do not know. Each answer is kept at once, and you may change it until you finish."
        ),
        objectives=(),
        idea=Forms,
        views={},
        predictions=(),
        exercises=(),
        quiz=tuple(_borrowed(lesson, name) for lesson in _lessons() for name in PAIRS[lesson.slug]),
        keep=("", "", ""),
        monday="",
        sources=(),
        schedule=(("Twelve questions", MINUTES),),
        cuts=(),
        debrief=(),
        vary=_settings,
    )


def balanced(teams: Iterable[str], seed: int = 0) -> dict[str, str]:
    """For each team the form of its pre-test (the parameter `first`), half of them A and half B.

    >>> sorted(balanced(["Ada", "Grace", "Katherine", "Mary"]).values())
    ['A', 'A', 'B', 'B']
    """
    names = sorted(set(teams))
    random.Random(seed).shuffle(names)
    return {name: FORMS[place % len(FORMS)] for place, name in enumerate(names)}


def _settings(_generator: Any, setting: Setting) -> SimpleNamespace:
    """Each lesson with its own assumptions, the same for everybody, in this learner's money."""
    money = {"currency": setting.currency, "scale": setting.scale}
    return SimpleNamespace(lessons={lesson.slug: settings.plain(lesson, money) for lesson in _lessons()})


def _lessons() -> list[Material]:
    """The lessons that the forms ask about, in the order of the course."""
    return [lesson for lesson in every_material() if lesson.slug in PAIRS]


def _borrowed(lesson: Material, name: str) -> Choice:
    """A lesson's question as the tests ask it."""
    (question,) = (one for one in (*lesson.quiz, *lesson.spare) if one.name == name)

    def here(text: Any) -> Any:
        return _told(text, lesson.slug) if callable(text) else text

    options = (Option(here(o.text), here(o.feedback), here(o.misconception)) for o in question.options)
    return Choice(
        name=f"{lesson.slug}.{name}", ask=here(question.ask), options=tuple(options), in_order=question.in_order
    )


def _told(text: Callable[[Any], Any], slug: str) -> Callable[[Any], Any]:
    return lambda setting: resolve(text, setting.own.lessons[slug])
