"""A lesson as a learner meets it: predict, explore, reveal, check, quiz."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plgkit.course import questions, settings
from plgkit.course.catalogue import material
from plgkit.course.material import Material
from plgkit.course.parts import Answers, Markdown, QuestionsPart, Reveal
from plgkit.course.questions import Question
from plgkit.course.takehome import TakeHome
from plgkit.course.workbook import Workbook
from plgkit.support.errors import Refused, unknown
from plgkit.support.names import markdown
from plgkit.widgets.explorer import Explorer

JUDGED = ("correct", "misconception")
"""What the journal holds of a verdict."""


def lesson(slug: str, **parameters: Any) -> Lesson:
    """Open a lesson.

    Parameters
    ----------
    slug : str
        Its name, such as "read-the-books"; `plg.lessons()` lists them.
    **parameters
        team, seed, case, currency, scale, show_solutions, edition, and the assumptions of its idea by name.

    Returns
    -------
    Lesson
        Each of its methods is a cell of the lesson's notebook.

    Raises
    ------
    Refused
        An unknown lesson or parameter (with the nearest name), or a value that is not allowed.

    Examples
    --------
    >>> lesson("read-the-books", team="Ada", currency="€")
    Lesson('read-the-books', team='Ada', currency='€')
    """
    handout = material(slug)
    if not isinstance(handout, Material):
        raise Refused(f"{slug} is a {handout.noun}; open it with plg.{handout.noun}")
    return Lesson(handout, settings.read(handout, parameters))


class Lesson(Workbook[Material]):
    """A lesson with its setting and its journal, made by `plg.lesson()`."""

    def begin(self) -> Markdown:
        """What is asked, what is claimed, why it matters, what the learner will be able to do.

        Returns
        -------
        Markdown
            In the instructor's edition with the plan of the lesson.
        """
        m = self.material
        goals = "\n".join(f"- {objective}" for objective, _ in m.objectives)
        lines = [
            f"**{m.question}**",
            f"*The claim.* {m.claim}",
            f"*Why it matters on Monday.* {m.matters}",
            f"After this lesson you can\n\n{goals}",
            f"{m.minutes[0]} minutes in a workshop, {m.minutes[1]} alone. "
            f"Numbers for: **{markdown(self.setting.team)}**",
        ]
        if self.setting.edition == "instructor":
            lines.append(self._plan())
        return Markdown("\n\n".join(lines))

    def predict(self, name: str) -> QuestionsPart:
        """Ask for a prediction; once committed, it is stored and cannot be changed.

        Parameters
        ----------
        name : str
            The prediction's.

        Returns
        -------
        QuestionsPart
            The question, and a button that commits the answer.

        Raises
        ------
        Refused
            There is no such prediction; the nearest name is in the line.

        Examples
        --------
        >>> lesson("saying-no").predict("break_even").payload()["questions"][0]["kind"]
        'prediction'
        """
        return QuestionsPart(self, [self._question(name, self.material.predictions, "prediction")])

    def explore(self, name: str = "") -> Explorer:
        """The lesson's explorer of that name.

        Parameters
        ----------
        name : str
            Without one, the first.

        Returns
        -------
        Explorer
            It starts where the lesson wants it to.

        Raises
        ------
        Refused
            There is no such explorer; the nearest name is in the line.
        """
        if name not in self.material.views:
            raise unknown(f"explorer of {self.material.slug}", name, filter(None, self.material.views))
        view = self.material.views[name]
        return Explorer(view.start(self.setting), view.controls or None, view.title, view.marks(self.setting))

    def reveal(self, name: str) -> Reveal:
        """The answer to a prediction as a picture, with the learner's own number laid over it.

        Parameters
        ----------
        name : str
            The prediction's.

        Returns
        -------
        Reveal
            Hidden until the learner has committed to a prediction.

        Raises
        ------
        Refused
            There is no such prediction; the nearest name is in the line.
        """
        return Reveal(self, self._question(name, self.material.predictions, "prediction"))

    def check(self, name: str, value: Any = None) -> QuestionsPart | Markdown:
        """Ask an exercise; or, where its answer is given in code, judge it and keep it.

        Parameters
        ----------
        name : str
            The exercise's.
        value : int, float or list, optional
            The answer, in the question's form and unit.

        Returns
        -------
        QuestionsPart or Markdown
            The exercise, or whether the answer is right and why.

        Raises
        ------
        Refused
            There is no such exercise, or this is no answer to it.

        Examples
        --------
        >>> from tempfile import TemporaryDirectory
        >>> from contextlib import chdir
        >>> with TemporaryDirectory() as folder, chdir(folder):
        ...     print(lesson("read-the-books").check("payback", 1).text.split("**")[1])
        ✗ Not this.
        """
        question = self._question(name, self.material.exercises, "exercise")
        if value is None:
            return QuestionsPart(self, [question])
        verdict = self.keep_answer(question, value)
        return Markdown(f"**{'✓ Right.' if verdict['correct'] else '✗ Not this.'}** {markdown(verdict['text'])}")

    def quiz(self) -> QuestionsPart:
        """The lesson's questions, and one recalled from an earlier lesson.

        Returns
        -------
        QuestionsPart
            Each is judged at once.
        """
        return QuestionsPart(self, self.material.quiz)

    def answers(self) -> Answers:
        """What the learner answered so far, to look at and to take away.

        Returns
        -------
        Answers
            A table, and a button that saves the journal.
        """
        return Answers(self)

    def take_home(self) -> TakeHome:
        """Notes, and a page of this lesson to save as HTML and its picture as PNG.

        Returns
        -------
        TakeHome
            A field for the notes, and the button.
        """
        return TakeHome(self)

    def keep(self) -> Markdown:
        """Three sentences to keep, one thing to do on Monday, and the sources.

        Returns
        -------
        Markdown
            The text that ends the lesson.
        """
        m = self.material
        sentences = "\n".join(f"{i}. {sentence}" for i, sentence in enumerate(m.keep, 1))
        sources = "\n".join(f"- {source}" for source in m.sources)
        return Markdown(f"{sentences}\n\n**On Monday.** {m.monday}\n\n*Sources*\n\n{sources}")

    def keep_answer(self, question: Question, value: Any) -> dict[str, Any]:
        """Judge an answer and write it to the journal; the first prediction stays.

        Parameters
        ----------
        question : Question
            One of the lesson's.
        value : int, float or list
            The answer, in the question's form.

        Returns
        -------
        dict
            The verdict, with `value` the answer that now counts.

        Raises
        ------
        Refused
            The answer is not of the question's form, or cannot be written.
        """
        verdict = questions.judge(question, value, self.setting)
        first = self.counting().get(question.name)
        if question.locks and first is not None and first["kind"] == "prediction":
            return questions.judge(question, first["value"], self.setting) | {"value": first["value"]}
        self.record(question.name, self.material.kind(question), value, **{key: verdict[key] for key in JUDGED})
        return verdict | {"value": value}

    def _question(self, name: str, group: Sequence[Question], what: str) -> Question:
        by_name = {question.name: question for question in group}
        if name not in by_name:
            raise unknown(f"{what} of {self.material.slug}", name, by_name)
        return by_name[name]

    def _plan(self) -> str:
        """What an instructor needs: minutes, wrong answers to expect, what to leave out first."""
        rows = "\n".join(f"| {step} | {minutes} |" for step, minutes in self.material.schedule)
        cuts = "\n".join(f"- {cut}" for cut in self.material.cuts)
        mistakes = "\n".join(
            f"- {markdown(questions.resolve(question.ask, self.setting))}\n"
            + "\n".join(
                f"    - {markdown(questions.sentence(answer))} *{misconception}*: {markdown(text)}"
                for answer, misconception, text in question.expected_mistakes(self.setting)
            )
            for question in (*self.material.exercises, *self.material.quiz)
        )
        return (
            '<details open class="plg-instructor"><summary>For the instructor</summary>\n\n'
            f"| step | minutes |\n|---|---|\n{rows}\n\n**Leave out first**\n\n{cuts}\n\n"
            f"**Wrong answers to expect, and what to say**\n\n{mistakes}\n\n</details>"
        )
