"""What a class answered, as one page: gain, work, predictions, misconceptions, time."""

import base64
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

import plgkit
from plgkit.charts import theme
from plgkit.course import questions, settings
from plgkit.course.material import TESTS, Material, every_material, material
from plgkit.course.questions import Choice, Drawing, Number, Question
from plgkit.models import words
from plgkit.pages.embedded import script
from plgkit.pages.page import template
from plgkit.support import folders
from plgkit.support.errors import Refused
from plgkit.widgets import styles
from plgkit.widgets.part import library_bytes
from plgkit.workshop.report import charts, gain, learners, spread
from plgkit.workshop.report.answers import Answer
from plgkit.workshop.report.learners import Learner
from plgkit.workshop.report.submissions import Aside

MARK = "plgkit collect"
"""Names the maker in the page: a folder that holds such a page is ours to write into."""

LONG = 320
"""Characters of a question that are shown whole; of a longer one its last sentence."""

RIGHT = ("right", "close to the truth")
"""What a right answer is called, and a right prediction."""

LISTED = 100
"""Lines set aside that the page lists one by one."""


@dataclass(frozen=True)
class Class:
    """Everything that the report tells.

    Attributes:
        title: its heading.
        people: the learners.
        answers: what counts of their answers.
        aside: what was set aside; each `file` is already without a name.
        files: how many journals were read.
    """

    title: str
    people: list[Learner]
    answers: list[Answer]
    aside: list[Aside]
    files: int
    by_lesson: dict[str, list[Answer]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for one in self.answers:
            self.by_lesson[one.lesson].append(one)

    @property
    def did(self) -> dict[str, set[str]]:
        """For each lesson, the labels of those who worked on it: they answered an exercise or the quiz."""
        worked = ("exercise", "quiz")
        return {slug: {a.label for a in found if a.kind in worked} for slug, found in self.by_lesson.items()}

    @property
    def lessons(self) -> list[Material]:
        """The lessons that somebody answered, in the order of the course."""
        return [lesson for lesson in every_material() if self.by_lesson.get(lesson.slug)]

    @property
    def sheets(self) -> list[Material]:
        """The same with the tests around them."""
        pre, post = ([material(test)] if self.by_lesson.get(test) else [] for test in TESTS)
        return [*pre, *self.lessons, *post]


def asked(sheet: Material) -> int:
    """How many questions one learner is asked."""
    return gain.ASKED if sheet.slug in TESTS else len(sheet.questions)


def page(found: Class) -> str:
    """The report as one self-contained HTML page."""
    static = folders.static()
    times = [one.at for one in found.answers]
    return template("report.html").render(
        title=found.title,
        mark=MARK,
        version=plgkit.__version__,
        found=found,
        learners=len(found.people),
        shared=[p.label for p in found.people if p.shared > 1],
        copies=sum(p.copies for p in found.people),
        first=min(times, default="")[:10],
        last=max(times, default="")[:10],
        unjudged=sum(one.right is None for one in found.answers),
        tests=_tests(found),
        sheets=[{"title": sheet.title, "asked": asked(sheet)} for sheet in found.sheets],
        work=_work(found),
        time=_time(found),
        lessons=[_lesson(found, lesson) for lesson in found.lessons],
        reasons=Counter(re.sub(r"'.*'|\d[\d,]*", "…", one.reason) for one in found.aside).most_common(),
        listed=found.aside[:LISTED],
        pause=round(learners.PAUSE.total_seconds() / 60),
        small=gain.FEW,
        style=styles.page_styles("page.css", "plgkit.css", "report.css"),
        front_end=(static / "plgkit.js").read_text("utf-8"),
        vega=base64.b64encode(library_bytes()).decode(),
        percent=_percent,
        number=lambda value: "–" if math.isnan(value) else f"{value:.2f}".replace("-", "−"),
        count=lambda value, noun, plural=None: words.count(value, noun, plural, digits=9),
    )


def _percent(share: float) -> str:
    return "–" if math.isnan(share) else f"{100 * share:.0f}%"


def _part(chart: alt.LayerChart) -> dict[str, str]:
    """A picture for the front end, with its text."""
    spec, columns = theme.split(chart)
    text = spec.pop("description")
    return {"text": text, "json": script({"kind": "chart", "title": text, "spec": spec, "columns": columns})}


def _tests(found: Class) -> dict[str, Any] | None:
    sat = gain.sat(found.answers)
    if not any(sat.values()):
        return None
    titles = {lesson.slug: lesson.title for lesson in every_material()}
    rows = [row | {"title": titles[row["lesson"]]} for row in gain.by_lesson(sat, found.did)]
    total = gain.of_class(sat)
    said = ""
    if total:
        said = (
            f"Of {words.count(total.learners, 'learner', digits=9)} who sat both tests, {_percent(total.before)} of "
            f"the answers were right before and {_percent(total.after)} after."
        )
    order = sorted(rows, key=lambda row: row["before"] - row["after"])
    text = f"{said} Most was gained on {order[0]['title']}, least on {order[-1]['title']}." if rows else ""
    scores = {
        test: {form: [one.score for one in sat[test].values() if one.form == form] for form in ("A", "B")}
        for test in TESTS
    }
    return {
        "gain": total,
        "said": said,
        "rows": rows,
        "chart": _part(charts.changes(pd.DataFrame(rows), text)) if rows else None,
        "work": gain.by_work(sat, found.did),
        "sat": {test: len(sat[test]) for test in TESTS},
        "forms": [
            {"test": material(test).title, "form": form, "learners": len(got)}
            | {"mean": np.mean(got) if got else math.nan}
            for test, by_form in scores.items()
            for form, got in by_form.items()
        ],
        "asked": gain.ASKED,
        "questions": list(_test_questions(found)),
    }


def _test_questions(found: Class) -> Iterator[dict[str, Any]]:
    """Each question of both forms: who had it before the course, and who had it after."""
    test = material(TESTS[0])
    setting = settings.read(test, {})
    by_question = defaultdict(list)
    for slug in TESTS:
        for one in found.by_lesson[slug]:
            by_question[slug, one.question].append(one)
    for question in test.quiz:
        rows: dict[str, dict[str, Any]] = {}
        for name, slug in zip(("before", "after"), TESTS, strict=True):
            for row in _choices(question, by_question[slug, question.name], setting):
                rows.setdefault(row["text"], row)[name] = {"n": row["n"], "share": row["share"]}
        yield {"ask": questions.resolve(question.ask, setting), "rows": list(rows.values())}


def _work(found: Class) -> list[dict[str, Any]]:
    """For each learner, how many of each sheet's questions were answered."""
    answered = Counter((one.label, one.lesson) for one in found.answers)
    sheets = [(sheet.slug, asked(sheet)) for sheet in found.sheets]
    return [
        {"label": p.label, "cells": [(answered[p.label, slug], count) for slug, count in sheets]} for p in found.people
    ]


def spent(found: Class, slug: str) -> list[float]:
    """The minutes of each learner who answered at least two questions of a lesson."""
    return [learners.minutes(p.answers[slug]) for p in found.people if len(p.answers.get(slug, [])) > 1]


def _time(found: Class) -> dict[str, Any] | None:
    rows = []
    for sheet in found.sheets:
        if times := spent(found, sheet.slug):
            low, middle, high = np.percentile(times, [25, 50, 75])
            own = {"low": low, "median": middle, "high": high, "planned": sheet.minutes[0]}
            rows.append({"title": sheet.title, "learners": len(times), **own})
    if not rows:
        return None
    longest = max(rows, key=lambda row: row["median"])
    text = f"Longest took {longest['title']}: {words.count(round(longest['median']), 'minute')} for the middle learner."
    return {"rows": rows, "chart": _part(charts.times(pd.DataFrame(rows), text))}


def _lesson(found: Class, lesson: Material) -> dict[str, Any]:
    answers = defaultdict(list)
    for one in found.by_lesson[lesson.slug]:
        answers[one.question].append(one)
    setting = settings.read(lesson, {})
    given = [(question, answers[question.name]) for question in lesson.questions if answers[question.name]]
    times = spent(found, lesson.slug)
    return {
        "title": lesson.title,
        "slug": lesson.slug,
        "learners": len({one.label for one in found.by_lesson[lesson.slug]}),
        "minutes": round(median(times)) if times else None,
        "questions": [_question(lesson, question, some, setting) for question, some in given],
    }


def _question(lesson: Material, question: Question, answers: list[Answer], setting: Any) -> dict[str, Any]:
    text = questions.resolve(question.ask, setting)
    right = [one.right for one in answers if one.right is not None]
    recalls = f", on {question.recalls}" if question.recalls else ""
    told = {
        "kind": answers[0].kind.capitalize() + recalls,
        "ask": text if len(text) <= LONG else _last(text),
        "whole": text if len(text) > LONG else "",
        "learners": len(answers),
        "right": sum(right) / len(right) if right else math.nan,
    }
    found = None
    if question.locks and isinstance(question, Number | Drawing):
        found = spread.spread(answers, _unit(question, setting))
    if not found:
        rows = _choices(question, answers, setting) if isinstance(question, Choice) else _behind(answers)
        return told | {"rows": rows}
    bins = [
        {"from": words.number(one["from"]), "to": words.number(one["to"]), "n": one["learners"]}
        for one in found.bins.to_dict("records")
    ]
    return told | {"rows": _behind(answers), "chart": _part(spread.chart(found)), "bins": bins, "unit": found.unit}


def _unit(question: Number | Drawing, setting: Any) -> str:
    return questions.resolve(question.unit, setting) if isinstance(question, Number) else question.y_title


def _last(text: str) -> str:
    """The last sentence of a long question."""
    return re.split(r"(?<=[.!?:)])\s+", text)[-1]


def _choices(question: Choice, answers: list[Answer], setting: Any) -> list[dict[str, Any]]:
    """Each option with how many chose it."""
    chosen = defaultdict(list)
    for one in answers:
        chosen[one.value].append(one)
    try:
        verdicts = question.verdicts(setting)
    except Refused:
        verdicts = []
    rows = []
    for verdict in verdicts:
        some = chosen[verdict["option"]]
        right = [one.right for one in some if one.right is not None]
        believed = Counter(one.misconception for one in some if one.misconception).most_common(1)
        rows.append(
            {
                "text": question.in_words(verdict["option"], setting),
                "right": sum(right) * 2 > len(right) if right else verdict["correct"],
                "misconception": (believed[0][0] if believed else verdict["misconception"] or "").replace("-", " "),
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
        if one.right is None
        else RIGHT[one.kind == "prediction"]
        if one.right
        else one.misconception or "wrong"
        for one in answers
    )
    rows = [
        {"text": name.replace("-", " "), "right": name in RIGHT, "n": n, "share": n / len(answers)}
        for name, n in names.items()
    ]
    return sorted(rows, key=lambda row: (not row["right"], -row["n"]))
