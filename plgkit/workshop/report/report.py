"""What a class answered, as one page: gain, work, predictions, misconceptions, time."""

import base64
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import numpy as np
import pandas as pd

import plgkit
from plgkit.charts import vegalite
from plgkit.charts.picture import alt
from plgkit.course import questions, settings
from plgkit.course.catalogue import assessment, every_material, material
from plgkit.course.items import TESTS
from plgkit.course.material import Handout
from plgkit.course.questions import Choice, Drawing, Number, Question
from plgkit.models import words
from plgkit.pages.embedded import script
from plgkit.pages.template import template
from plgkit.support import folders
from plgkit.support.errors import Refused
from plgkit.widgets import styles
from plgkit.widgets.part import library_bytes
from plgkit.workshop.report import charts, gain, learners, spread
from plgkit.workshop.report.answers import Answer
from plgkit.workshop.report.learners import Learner
from plgkit.workshop.report.submissions import SetAside

MARK = "plgkit collect"
"""Names the maker in the page: a folder that holds such a page is ours to write into."""

LONG = 320
"""Characters of a question that are shown whole; of a longer one its last sentence."""

RIGHT = ("right", "close to the truth")
"""What a right answer is called, and a right prediction."""

LISTED = 100
"""Lines set aside that the page lists one by one."""


@dataclass(frozen=True)
class ClassReport:
    """Everything that the report tells.

    Attributes
    ----------
    title : str
        Its heading.
    people : list of Learner
        The learners.
    answers : list of Answer
        What counts of their answers.
    set_aside : list of SetAside
        What could not be used; each `file` is already without a name.
    files : int
        How many journals were read.
    by_lesson : dict of str to list of Answer
        The answers of each lesson and test.
    """

    title: str
    people: list[Learner]
    answers: list[Answer]
    set_aside: list[SetAside]
    files: int
    by_lesson: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for answer in self.answers:
            self.by_lesson[answer.lesson].append(answer)

    @property
    def set_aside_count(self) -> int:
        """How many lines and files could not be used."""
        return sum(item.count for item in self.set_aside)

    @property
    def joined(self) -> str:
        """How many learners were put together from several journals, in words: by their ids, or by their names."""
        joined = Counter(person.joined for person in self.people)
        by = {"id": "by the id in their lines", "name": "by name"}
        return ", ".join(f"{words.count(joined[how], 'learner', digits=9)} {by[how]}" for how in by if joined[how])

    @property
    def worked(self) -> dict[str, set[str]]:
        """For each lesson, the labels of those who worked on it: they answered an exercise or the quiz."""
        kinds = ("exercise", "quiz")
        return {slug: {a.label for a in answers if a.kind in kinds} for slug, answers in self.by_lesson.items()}

    @property
    def lessons(self) -> list[Handout]:
        """The lessons that somebody answered, in the order of the course."""
        return [lesson for lesson in every_material() if self.by_lesson.get(lesson.slug)]

    @property
    def sheets(self) -> list[Handout]:
        """The same with the tests around them."""
        pre, post = ([material(test)] if self.by_lesson.get(test) else [] for test in TESTS)
        return [*pre, *self.lessons, *post]


def question_count(sheet: Handout) -> int:
    """How many questions one learner is asked.

    Parameters
    ----------
    sheet : Handout
        A lesson, or a test, of which each learner has one form.

    Returns
    -------
    int
    """
    return gain.QUESTIONS if sheet.slug in TESTS else len(sheet.questions)


def page(report: ClassReport) -> str:
    """The report as one self-contained HTML page.

    Parameters
    ----------
    report : ClassReport

    Returns
    -------
    str
        HTML, with its style, front end and chart library inside.
    """
    static = folders.static()
    times = [answer.at for answer in report.answers]
    return template("report.html").render(
        title=report.title,
        mark=MARK,
        version=plgkit.__version__,
        report=report,
        learners=len(report.people),
        shared=[p.label for p in report.people if p.shared > 1],
        copies=sum(p.copies for p in report.people),
        first=min(times, default="")[:10],
        last=max(times, default="")[:10],
        unjudged=sum(answer.right is None for answer in report.answers),
        tests=_tests(report),
        sheets=[{"title": sheet.title, "asked": question_count(sheet)} for sheet in report.sheets],
        work=_work(report),
        time=_time(report),
        lessons=[_lesson(report, lesson) for lesson in report.lessons],
        reasons=_reasons(report.set_aside).most_common(LISTED),
        listed=report.set_aside[:LISTED],
        pause=round(learners.PAUSE.total_seconds() / 60),
        small=gain.FEW,
        style=styles.page_styles("page.css", "plgkit.css", "report.css"),
        front_end=(static / "page.js").read_text("utf-8"),
        vega=base64.b64encode(library_bytes()).decode(),
        percent=_percent,
        number=lambda value: "–" if math.isnan(value) else f"{value:.2f}".replace("-", "−"),
        count=lambda value, noun, plural=None: words.count(value, noun, plural, digits=9),
    )


def _reasons(set_aside: list[SetAside]) -> Counter[str]:
    """How often each reason comes, whatever it names."""
    reasons: Counter[str] = Counter()
    for item in set_aside:
        reasons[re.sub(r"'.*'|\d[\d,]*", "…", item.reason)] += item.count
    return reasons


def _percent(share: float) -> str:
    return "–" if math.isnan(share) else f"{100 * share:.0f}%"


def _part(chart: alt.LayerChart) -> dict[str, str]:
    """A picture for the front end, with its text."""
    spec, columns = vegalite.split(chart)
    text = spec.pop("description")
    return {"text": text, "json": script({"kind": "chart", "title": text, "spec": spec, "columns": columns})}


def _tests(report: ClassReport) -> dict[str, Any] | None:
    scored = gain.scored_tests(report.answers)
    if not any(scored.values()):
        return None
    titles = {lesson.slug: lesson.title for lesson in every_material()}
    rows = [row | {"title": titles[row["lesson"]]} for row in gain.by_lesson(scored, report.worked)]
    total = gain.of_class(scored)
    sentence = ""
    if total:
        sentence = (
            f"Of {words.count(total.learners, 'learner', digits=9)} who sat both tests, {_percent(total.before)} of "
            f"the answers were right before and {_percent(total.after)} after."
        )
    order = sorted(rows, key=lambda row: row["before"] - row["after"])
    text = f"{sentence} Most was gained on {order[0]['title']}, least on {order[-1]['title']}." if rows else ""
    by_test = {
        test: {form: [each.score for each in scored[test].values() if each.form == form] for form in ("A", "B")}
        for test in TESTS
    }
    return {
        "gain": total,
        "sentence": sentence,
        "rows": rows,
        "chart": _part(charts.changes(pd.DataFrame(rows), text)) if rows else None,
        "work": gain.by_work(scored, report.worked),
        "forms": [
            {"test": material(test).title, "form": form, "learners": len(scores)}
            | {"mean": np.mean(scores) if scores else math.nan}
            for test, by_form in by_test.items()
            for form, scores in by_form.items()
        ],
        "asked": gain.QUESTIONS,
        "questions": list(_test_questions(report)),
    }


def _test_questions(report: ClassReport) -> Iterator[dict[str, Any]]:
    """Each question of both forms: who had it before the course, and who had it after."""
    test = assessment(TESTS[0])
    setting = settings.read(test, {})
    by_question = defaultdict(list)
    for slug in TESTS:
        for answer in report.by_lesson[slug]:
            by_question[slug, answer.question].append(answer)
    for question in test.items:
        rows: dict[str, dict[str, Any]] = {}
        for name, slug in zip(("before", "after"), TESTS, strict=True):
            for row in _choices(question, by_question[slug, question.name], setting):
                rows.setdefault(row["text"], row)[name] = {"n": row["n"], "share": row["share"]}
        yield {"ask": questions.resolve(question.ask, setting), "rows": list(rows.values())}


def _work(report: ClassReport) -> list[dict[str, Any]]:
    """For each learner, how many of each sheet's questions were answered."""
    answered = Counter((answer.label, answer.lesson) for answer in report.answers)
    sheets = [(sheet.slug, question_count(sheet)) for sheet in report.sheets]
    return [
        {"label": p.label, "cells": [(answered[p.label, slug], count) for slug, count in sheets]} for p in report.people
    ]


def minutes_spent(report: ClassReport, slug: str) -> list[float]:
    """The minutes of each learner who answered at least two questions of a lesson.

    Parameters
    ----------
    report : ClassReport
    slug : str
        The lesson's, or a test's.

    Returns
    -------
    list of float
    """
    return [learners.minutes(p.answers[slug]) for p in report.people if len(p.answers.get(slug, [])) > 1]


def _time(report: ClassReport) -> dict[str, Any] | None:
    rows = []
    for sheet in report.sheets:
        if times := minutes_spent(report, sheet.slug):
            low, middle, high = np.percentile(times, [25, 50, 75])
            own = {"low": low, "median": middle, "high": high, "planned": sheet.minutes[0]}
            rows.append({"title": sheet.title, "learners": len(times), **own})
    if not rows:
        return None
    longest = max(rows, key=lambda row: row["median"])
    text = f"Longest took {longest['title']}: {words.count(round(longest['median']), 'minute')} for the middle learner."
    return {"rows": rows, "chart": _part(charts.times(pd.DataFrame(rows), text))}


def _lesson(report: ClassReport, lesson: Handout) -> dict[str, Any]:
    answers = defaultdict(list)
    for answer in report.by_lesson[lesson.slug]:
        answers[answer.question].append(answer)
    setting = settings.read(lesson, {})
    answered = [(question, answers[question.name]) for question in lesson.questions if answers[question.name]]
    times = minutes_spent(report, lesson.slug)
    return {
        "title": lesson.title,
        "slug": lesson.slug,
        "learners": len({answer.label for answer in report.by_lesson[lesson.slug]}),
        "minutes": round(median(times)) if times else None,
        "questions": [_question(question, some, setting) for question, some in answered],
    }


def _question(question: Question, answers: list[Answer], setting: Any) -> dict[str, Any]:
    text = questions.resolve(question.ask, setting)
    right = [answer.right for answer in answers if answer.right is not None]
    recalls = f", on {question.recalls}" if question.recalls else ""
    summary = {
        "kind": answers[0].kind.capitalize() + recalls,
        "ask": text if len(text) <= LONG else _last(text),
        "whole": text if len(text) > LONG else "",
        "learners": len(answers),
        "right": sum(right) / len(right) if right else math.nan,
    }
    predictions = None
    if question.locks and isinstance(question, Number | Drawing):
        predictions = spread.spread(answers, _unit(question, setting))
    if not predictions:
        rows = _choices(question, answers, setting) if isinstance(question, Choice) else _behind(answers)
        return summary | {"rows": rows}
    bins = [
        {"from": words.number(row["from"]), "to": words.number(row["to"]), "n": row["learners"]}
        for row in predictions.bins.to_dict("records")
    ]
    picture = {"chart": _part(spread.chart(predictions)), "bins": bins, "unit": predictions.unit}
    return summary | {"rows": _behind(answers)} | picture


def _unit(question: Number | Drawing, setting: Any) -> str:
    return questions.resolve(question.unit, setting) if isinstance(question, Number) else question.y_title


def _last(text: str) -> str:
    """The last sentence of a long question."""
    return re.split(r"(?<=[.!?:)])\s+", text)[-1]


def _choices(question: Choice, answers: list[Answer], setting: Any) -> list[dict[str, Any]]:
    """Each option with how many chose it."""
    by_option = defaultdict(list)
    for answer in answers:
        by_option[answer.value].append(answer)
    try:
        verdicts = question.verdicts(setting)
    except Refused:
        verdicts = []
    rows = []
    for verdict in verdicts:
        some = by_option[verdict["option"]]
        right = [answer.right for answer in some if answer.right is not None]
        beliefs = Counter(answer.misconception for answer in some if answer.misconception).most_common(1)
        rows.append(
            {
                "text": question.in_words(verdict["option"], setting),
                "right": sum(right) * 2 > len(right) if right else verdict["correct"],
                "misconception": (beliefs[0][0] if beliefs else verdict["misconception"] or "").replace("-", " "),
                "n": len(some),
                "share": len(some) / max(1, len(answers)),
            }
        )
    return sorted(rows, key=lambda row: (not row["right"], -row["n"]))


def _behind(answers: Iterable[Answer]) -> list[dict[str, Any]]:
    """What stands behind the answers, with how many gave them."""
    answers = list(answers)
    names = Counter(
        "not judged"
        if answer.right is None
        else RIGHT[answer.kind == "prediction"]
        if answer.right
        else answer.misconception or "wrong"
        for answer in answers
    )
    rows = [
        {"text": name.replace("-", " "), "right": name in RIGHT, "n": n, "share": n / len(answers)}
        for name, n in names.items()
    ]
    return sorted(rows, key=lambda row: (not row["right"], -row["n"]))
