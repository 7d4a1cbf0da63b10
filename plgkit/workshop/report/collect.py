"""From learners' journals to a report on the class: one page, and tables for a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from plgkit.course.catalogue import material
from plgkit.models import words
from plgkit.support.errors import Refused
from plgkit.support.files import make_folder, write
from plgkit.workshop.report import gain, report
from plgkit.workshop.report.answers import Answer, Judge
from plgkit.workshop.report.cells import harmless
from plgkit.workshop.report.learners import Learner, learners, minutes
from plgkit.workshop.report.submissions import SetAside, read

PAGE = "report.html"
PRINTED = 10
"""Lines set aside that the command prints, with their real names."""


def collect(folder: Path, out: Path, title: str = "What the class answered", key: Path | None = None) -> Iterator[str]:
    """Write `report.html` and its tables into a folder, and give the lines to print.

    Learners have labels, L01, L02 …; who they are stands in the `key` alone, if one is asked for.

    Parameters
    ----------
    folder : Path
        With journals: files, folders and zips of them.
    out : Path
        A folder that is new, empty, or holds an earlier report.
    title : str
        The report's heading.
    key : Path or None
        A CSV file for the names behind labels and file numbers.

    Yields
    ------
    str
        A line to print: what was counted, what was set aside, which files were written.

    Raises
    ------
    Refused
        No folder or no journal in it; a folder `out` that cannot be written to or holds something else.
    """
    _check_output(out, folder)
    submissions = read(folder)
    make_folder(out)
    people = learners(submissions.sheets)
    judge = Judge()
    answers: list[Answer] = []
    set_aside: list[SetAside] = []
    for person in people:
        counting, unusable = judge.answers(person)
        answers += counting
        set_aside += unusable
    numbers = {name: f"F{i:03}" for i, name in enumerate(sorted({item.file for item in submissions.set_aside}), 1)}
    nameless = [replace(item, file=numbers[item.file]) for item in submissions.set_aside] + set_aside
    class_report = report.ClassReport(title, people, answers, nameless, submissions.files)
    tables = {
        "learners.csv": _learners(class_report),
        "answers.csv": map(_answer, answers),
        "tests.csv": _tests(answers),
        "set_aside.csv": [{"file": item.file, "line": item.line, "reason": item.reason} for item in nameless],
    }
    files = [write(out / PAGE, report.page(class_report))]
    files += [write(out / name, table(name, rows)) for name, rows in tables.items()]
    if key is not None:
        files.append(write(key, table("key.csv", _key(people, numbers))))
    yield (
        f"{words.count(len(people), 'learner', digits=9)}, {words.count(len(answers), 'answer', digits=9)}, "
        f"{words.count(len(nameless), 'line or file', 'lines and files', digits=9)} set aside"
    )
    for item in [*submissions.set_aside, *set_aside][:PRINTED]:
        yield f"set aside: {item.file}{f', line {item.line}' if item.line else ''}: {item.reason}"
    if len(nameless) > PRINTED:
        yield f"set aside: {words.count(len(nameless) - PRINTED, 'other', digits=9)}, listed in {out / 'set_aside.csv'}"
    yield from map(str, files)


def _check_output(out: Path, folder: Path) -> None:
    """Refuse a folder that holds something else than an earlier report."""
    if out.resolve().is_relative_to(folder.resolve()):
        raise Refused(f"{out}: lies in the folder of the journals; choose another with --out")
    if not out.is_dir() or not any(out.iterdir()):
        return
    page = out / PAGE
    if not page.is_file() or f'content="{report.MARK}"' not in page.read_text("utf-8", errors="replace")[:2000]:
        raise Refused(f"{out}: not empty, and holds no report of ours; choose another folder with --out")


COLUMNS = {
    "learners.csv": ("learner", "sheet", "answered", "asked", "right", "judged", "minutes", "first", "last"),
    "answers.csv": (
        *("learner", "sheet", "question", "kind", "answer"),
        *("right", "misconception", "truth", "variant", "at"),
    ),
    "tests.csv": ("learner", "test", "form", "right", "asked"),
    "set_aside.csv": ("file", "line", "reason"),
    "key.csv": ("label", "name", "file"),
}
"""The columns of each table."""


def table(name: str, rows: Iterable[dict[str, Any]]) -> str:
    """A table as CSV, with no cell that a spreadsheet takes for a formula.

    Parameters
    ----------
    name : str
        The file, one of `COLUMNS`.
    rows : iterable of dict
        Cells by column; those that are missing stay empty.

    Returns
    -------
    str
        With the names of the columns first.
    """
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS[name])  # its line ends have both letters, so that both are quoted in cells
    writer.writeheader()
    for row in rows:
        writer.writerow({column: harmless(value) for column, value in row.items()})
    return file.getvalue()


def _learners(class_report: report.ClassReport) -> Iterator[dict[str, Any]]:
    by_sheet: dict[tuple[str, str], list[Answer]] = {}
    for answer in class_report.answers:
        by_sheet.setdefault((answer.label, answer.lesson), []).append(answer)
    for person in class_report.people:
        for slug, entries in sorted(person.answers.items()):
            answers = by_sheet.get((person.label, slug), [])
            judged = [answer.right for answer in answers if answer.right is not None]
            counts = {"answered": len(answers), "asked": report.question_count(material(slug))}
            times = {"first": f"{entries[0].at:%Y-%m-%dT%H:%M}", "last": f"{entries[-1].at:%Y-%m-%dT%H:%M}"}
            counts |= {"right": sum(judged), "judged": len(judged)}
            yield {"learner": person.label, "sheet": slug, **counts, "minutes": round(minutes(entries), 1), **times}


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "learner": answer.label,
        "sheet": answer.lesson,
        "question": answer.question,
        "kind": answer.kind,
        "answer": answer.value if isinstance(answer.value, int | float) else json.dumps(answer.value),
        "right": None if answer.right is None else "yes" if answer.right else "no",
        "misconception": answer.misconception,
        "truth": answer.truth,
        "variant": answer.variant,
        "at": answer.at,
    }


def _tests(answers: list[Answer]) -> Iterator[dict[str, Any]]:
    for test, by_label in gain.scored_tests(answers).items():
        for scored in by_label.values():
            row = {"learner": scored.label, "test": test, "form": scored.form}
            yield row | {"right": scored.score, "asked": gain.QUESTIONS}


def _key(people: list[Learner], numbers: dict[str, str]) -> Iterator[dict[str, str]]:
    for person in people:
        for file in person.files:
            yield {"label": person.label, "name": person.name, "file": file}
    for file, number in numbers.items():
        yield {"label": number, "name": "", "file": file}
