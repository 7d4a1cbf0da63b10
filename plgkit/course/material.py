"""What a lesson declares, and what of it an assessment declares too."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from plgkit.course.questions import Choice, Question
from plgkit.course.setting import Setting
from plgkit.ideas.idea import Idea
from plgkit.support.errors import unknown

PARTS = ("Predict", "Explore", "Reveal", "A worked example", "Practise", "When is this false?", "Quiz", "Keep")
"""The headings of every lesson's notebook, below its title, which opens with the question and the objectives."""


@dataclass(frozen=True)
class View:
    """An explorer of a lesson.

    Attributes
    ----------
    start : callable
        The idea at which its sliders start, from a setting.
    controls : tuple of str
        The assumptions that have a slider, by default the idea's own choice.
    title : str
        What screen readers call it.
    marks : callable
        From a setting, for a slider the values that the lesson's text sends the learner to: a page without a
        kernel holds few positions, and these are among them.
    """

    start: Callable[[Setting], Idea]
    controls: tuple[str, ...] = ()
    title: str = ""
    marks: Callable[[Setting], dict[str, tuple[float, ...]]] = lambda setting: {}


@dataclass(frozen=True, kw_only=True, repr=False)
class Handout(ABC):
    """What a lesson and an assessment declare alike: whatever is handed out as a notebook and as a page.

    Attributes
    ----------
    slug : str
        Its name in code and file names; the notebook is `<number>_<slug>.ipynb`.
    number, part, title, question : int and str
        Where it stands in the course, and what it asks in one line.
    minutes : tuple of int
        How long it takes in a workshop, and alone.
    matters : str
        Why that matters.
    idea : type of Idea
        Its assumptions are parameters of the handout.
    schedule : tuple of (str, int)
        The steps in a workshop with their minutes.
    case : str or None
        The dataset, if it uses one.
    vary : callable
        Draws a team's own numbers from a random generator and the setting; they become `setting.own`.
    noun : str
        What it is; also the name in `plgkit` that opens it.
    """

    slug: str
    number: int
    part: str
    title: str
    question: str
    minutes: tuple[int, int]
    matters: str
    idea: type[Idea]
    schedule: tuple[tuple[str, int], ...]
    case: str | None = None
    vary: Callable[[Any, Setting], Any] = field(default=lambda generator, setting: None)
    noun: ClassVar[str]

    def __repr__(self) -> str:
        return f"<{self.noun} {self.number}, {self.slug}: {self.title}>"

    @property
    @abstractmethod
    def questions(self) -> tuple[Question, ...]:
        """All that it asks, in its order."""

    @abstractmethod
    def questions_in(self, group: str) -> tuple[Question, ...]:
        """The questions of one group, "predictions", "exercises" or "quiz"; none where it has no such group."""

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

    def question_named(self, name: str) -> Question:
        """A question by name.

        Raises
        ------
        Refused
            There is no such question; the nearest name is in the line.
        """
        by_name = {question.name: question for question in self.questions}
        if name not in by_name:
            raise unknown(f"question of {self.slug}", name, by_name)
        return by_name[name]

    def kind(self, question: Question) -> str:
        """The kind of answer that a question gets, as journals say it: prediction, exercise or quiz."""
        return "prediction" if question.locks else "quiz" if question in self.questions_in("quiz") else "exercise"


@dataclass(frozen=True, kw_only=True, repr=False)
class Material(Handout):
    """A lesson's teaching material: the teaching around one idea.

    Attributes
    ----------
    claim : str
        What the documents say, in the course's words; `matters` says why that matters on Monday.
    objectives : tuple of (str, tuple of str)
        What the learner can do afterwards; each is tested by the parts named with it.
    views : dict of str to View
        The explorers by name; the one named "" is `lesson.explore()`.
    predictions, exercises, quiz : tuple of Question
        The questions.
    keep, monday, sources : tuple of str and str
        What to take away, one thing to do, and where it comes from.
    cuts : tuple of str
        What to leave out first where time is short.
    debrief : tuple of str
        Questions for the talk after the lesson.
    spare : tuple of Choice
        Further questions like those of the quiz, asked in the pre-test and the post-test alone.
    """

    claim: str
    objectives: tuple[tuple[str, tuple[str, ...]], ...]
    views: dict[str, View]
    predictions: tuple[Question, ...]
    exercises: tuple[Question, ...]
    quiz: tuple[Choice, ...]
    keep: tuple[str, str, str]
    monday: str
    sources: tuple[str, ...]
    cuts: tuple[str, ...]
    debrief: tuple[str, ...]
    spare: tuple[Choice, ...] = ()
    noun: ClassVar[str] = "lesson"

    @property
    def questions(self) -> tuple[Question, ...]:
        return (*self.predictions, *self.exercises, *self.quiz)

    def questions_in(self, group: str) -> tuple[Question, ...]:
        groups = {"predictions": self.predictions, "exercises": self.exercises, "quiz": self.quiz}
        return groups.get(group, ())


def _bare(part: str) -> str:
    return part.casefold().removeprefix("a ")
