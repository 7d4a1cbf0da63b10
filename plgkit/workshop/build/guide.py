"""The facilitator's guide of a workshop: one page to print, with everything that is said and done in class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plgkit.course.catalogue import material
from plgkit.course.questions import Question, resolve, sentence
from plgkit.pages.template import template
from plgkit.widgets import styles
from plgkit.workshop.plan.schedule import Slot, slots, steps

if TYPE_CHECKING:
    from plgkit.course.setting import Setting
    from plgkit.workshop.plan.plan import Plan


@dataclass(frozen=True)
class AnswerKey:
    """A question with its right answer for each team, and the wrong answers to expect."""

    ask: str
    answers: dict[str, str]
    wrong: list[tuple[str, str, str]]


def facilitator_guide(plan: Plan) -> str:
    """The guide as one page of HTML that needs nothing else and prints to a clean PDF.

    It holds the day by the clock, the teams and their rooms, and for each lesson the minutes of every step, what
    to leave out first, each team's answers, the wrong answers to expect, and questions for the talk afterwards.

    Parameters
    ----------
    plan : Plan
        The workshop.

    Returns
    -------
    str
    """
    day = slots(plan)
    begins = {slot.lesson: slot for slot in day if slot.lesson}
    settings: dict[str, list[Setting]] = {}
    for piece in plan.variants():
        settings.setdefault(piece.lesson, []).append(piece.setting)
    lessons = [
        {
            "material": material(lesson.slug),
            "slot": begins[lesson.slug],
            "steps": steps(lesson, begins[lesson.slug].begins),
            "predictions": [
                _answer_key(q, settings[lesson.slug]) for q in material(lesson.slug).questions_in("predictions")
            ],
            "exercises": [
                _answer_key(q, settings[lesson.slug]) for q in material(lesson.slug).questions_in("exercises")
            ],
            "quiz": [_answer_key(q, settings[lesson.slug][:1]) for q in material(lesson.slug).questions_in("quiz")],
        }
        for lesson in plan.lessons
    ]
    return render("guide.html", plan=plan, day=day, ends=_end(day), lessons=lessons, sentence=sentence)


def render(name: str, **context: Any) -> str:
    """A page from a template of the package, its context escaped, in the course's style."""
    return template(name).render(style=styles.page_styles("page.css", "print.css"), **context)


def _end(day: list[Slot]) -> Slot:
    last = day[-1]
    return Slot(last.begins + last.minutes, 0, "End")


def _answer_key(question: Question, settings: list[Setting]) -> AnswerKey:
    """A question, asked and its wrong answers shown with the numbers of the first team."""
    first = settings[0]
    answers = {setting.team: question.solution(setting) for setting in settings}
    return AnswerKey(resolve(question.ask, first), answers, question.expected_mistakes(first))
