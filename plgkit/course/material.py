"""What a lesson file declares: the teaching around one idea."""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, ClassVar

import pandas as pd

import plgkit.course.lessons as folder
from plgkit.course.questions import Choice, Question
from plgkit.ideas.idea import Idea
from plgkit.support.errors import unknown

PARTS = ("Predict", "Explore", "Reveal", "A worked example", "Practise", "When is this false?", "Quiz", "Keep")
"""The headings of every lesson's notebook, below its title, which opens with the question and the objectives."""


TESTS = ("pre-test", "post-test")
"""The slugs of the two tests (see `forms`): they are handed out like lessons, and are none."""


@dataclass(frozen=True)
class View:
    """An explorer of a lesson.

    Attributes:
        start: where its sliders start.
        controls: which sliders there are, by default the idea's own.
        title: what screen readers call it.
        marks: for a slider, the values that the lesson's text sends the learner to: a page without a kernel holds
            few positions, and these are among them.
    """

    start: Callable[[Any], Idea]
    controls: tuple[str, ...] = ()
    title: str = ""
    marks: Callable[[Any], dict[str, tuple[float, ...]]] = lambda _setting: {}


@dataclass(frozen=True)
class Material:
    """One lesson's teaching material.

    Attributes:
        slug: the lesson's name in code and file names; the notebook is `<number>_<slug>.ipynb`.
        number, part, title, question: where it stands in the course, and what it asks in one line.
        minutes: how long it takes in a workshop, and alone.
        claim: what the documents say, in the course's words; `matters`: why that matters on Monday.
        objectives: what the learner can do afterwards; each is tested by the parts named with it.
        idea: the class of the idea; its assumptions are parameters of the lesson.
        case: the dataset, if it uses one.
        views: the explorers by name; the one named "" is `lesson.explore()`.
        vary: draws a team's own numbers from a random generator and the setting; they become `setting.own`.
        predictions, exercises, quiz: the questions.
        spare: further questions like those of the quiz, asked in the pre-test and the post-test alone.
        keep, monday, sources: what to take away, one thing to do, and where it comes from.
        schedule: minutes of each of the ten steps in a workshop; `cuts`: what to leave out first.
        debrief: questions for the talk after the lesson.
    """

    slug: str
    number: int
    part: str
    title: str
    question: str
    minutes: tuple[int, int]
    claim: str
    matters: str
    objectives: tuple[tuple[str, tuple[str, ...]], ...]
    idea: type[Idea]
    views: dict[str, View]
    predictions: tuple[Question, ...]
    exercises: tuple[Question, ...]
    quiz: tuple[Choice, ...]
    keep: tuple[str, str, str]
    monday: str
    sources: tuple[str, ...]
    schedule: tuple[tuple[str, int], ...]
    cuts: tuple[str, ...]
    debrief: tuple[str, ...]
    spare: tuple[Choice, ...] = ()
    case: str | None = None
    vary: Callable[[Any, Any], Any] = field(default=lambda generator, setting: None)
    noun: ClassVar[str] = "lesson"

    @property
    def notebook(self) -> str:
        """The file name of its notebook."""
        return f"{self.number:02}_{self.slug.replace('-', '_')}.ipynb"

    def minutes_of_parts(self) -> dict[str, int]:
        """The minutes of the schedule in a workshop, by heading: the title first, then `PARTS`."""
        minutes = dict.fromkeys((self.title, *PARTS), 0)
        for step, spent in self.schedule:
            part = next((part for part in PARTS if step.casefold().startswith(_bare(part))), self.title)
            minutes[part] += spent
        return minutes

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that the lesson asks, in its order."""
        return (*self.predictions, *self.exercises, *self.quiz)

    def question_named(self, name: str) -> Question:
        """A question by name."""
        known = {question.name: question for question in self.questions}
        if name not in known:
            raise unknown(f"question of {self.slug}", name, known)
        return known[name]


def _bare(part: str) -> str:
    return part.casefold().removeprefix("a ")


def slugs() -> list[str]:
    """The lessons there are, found by looking: one file under `lessons/` each."""
    return sorted(found.name.replace("_", "-") for found in pkgutil.iter_modules(folder.__path__))


def material(slug: str) -> Material:
    """The material of a lesson, or of one of the `TESTS`, by its slug.

    Raises:
        Refused: there is no such lesson; the nearest name is given.
    """
    if slug in TESTS:
        return import_module("plgkit.course.items").test(slug)
    if slug not in slugs():
        raise unknown("lesson", slug, [*slugs(), *TESTS])
    return import_module(f"plgkit.course.lessons.{slug.replace('-', '_')}.lesson").LESSON


def every_material() -> list[Material]:
    """All lessons, in the order of the course."""
    return sorted(map(material, slugs()), key=lambda one: one.number)


def lessons() -> pd.DataFrame:
    """The lessons there are: number, title, question, minutes in a workshop and alone, and notebook.

    >>> lessons().query("title == 'Read the books'")["notebook"].item()
    '08_read_the_books.ipynb'
    """
    rows = [(m.number, m.title, m.question, *m.minutes, m.notebook) for m in every_material()]
    columns = ["lesson", "title", "question", "minutes in a workshop", "minutes alone", "notebook"]
    return pd.DataFrame(rows, columns=columns).set_index("lesson")
