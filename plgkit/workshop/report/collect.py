"""From learners' journals to a report on the class: one page, and tables for a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from plgkit.course.catalogue import material
from plgkit.models import words
from plgkit.support.errors import Refused, reason
from plgkit.support.files import make_folder, write
from plgkit.support.outputs import check_file, real
from plgkit.workshop.report import gain, report
from plgkit.workshop.report.answers import SETTINGS, Answer, Judge
from plgkit.workshop.report.cells import harmless, printable
from plgkit.workshop.report.learners import Learner, learners, minutes
from plgkit.workshop.report.sources import Allowance
from plgkit.workshop.report.submissions import Listing, read

PAGE = "report.html"
PRINTED = 10
"""Lines set aside that the command prints, with their real names."""


def collect(folder: Path, out: Path, title: str = "What the class answered", key: Path | None = None) -> Iterator[str]:
    """Write `report.html` and its tables into a folder, and give the lines to print.

    Learners have labels, L01, L02 …; who they are stands in the `key` alone, if one is asked for. Whatever is
    written, only its owner can read.

    Parameters
    ----------
    folder : Path
        With journals: files, folders and zips of them.
    out : Path
        A folder that is new, empty, or holds an earlier report.
    title : str
        The report's heading.
    key : Path or None
        A CSV file for the names behind labels and file numbers: new, empty, or an earlier key.

    Yields
    ------
    str
        A line to print: what was counted, what was set aside, which files were written.

    Raises
    ------
    Refused
        No folder or no journal in it; a folder `out` or a `key` that cannot be written or is something else.
    """
    _check_output(out, folder)
    if key is not None:
        _check_key(key, out, folder)
    submissions = read(folder)
    make_folder(out, private=True)
    people = learners(submissions.sheets)
    judge = Judge()
    answers: list[Answer] = []
    unusable, allowance = Listing(), Allowance.of_report()
    for person in people:
        counting, others = judge.answers(person)
        answers += counting
        for item in others:
            unusable.add(item, allowance)
    files = sorted({item.file for item in submissions.set_aside if item.file})
    numbers = {"": ""} | {name: f"F{i:03}" for i, name in enumerate(files, 1)}
    nameless = [replace(item, file=numbers[item.file]) for item in submissions.set_aside] + unusable.all()
    class_report = report.ClassReport(printable(title), people, answers, nameless, submissions.files)
    tables = {
        "learners.csv": _learners(class_report),
        "answers.csv": map(_answer, answers),
        "tests.csv": _tests(answers),
        "set_aside.csv": [{"file": item.file, "line": item.line, "reason": item.reason} for item in nameless],
    }
    written = [write(out / PAGE, report.page(class_report), private=True)]
    written += [write(out / name, table(name, rows), private=True) for name, rows in tables.items()]
    if key is not None:
        written.append(write(key, table(KEY, _key(people, numbers)), private=True))
    total = class_report.set_aside_count
    yield (
        f"{words.count(len(people), 'learner', digits=9)}, {words.count(len(answers), 'answer', digits=9)}, "
        f"{words.count(total, 'line or file', 'lines and files', digits=9)} set aside"
    )
    if joined := class_report.joined:
        yield f"joined from several journals: {joined}"
    if judge.left_out:
        yield f"not judged: predictions with further parameters than {SETTINGS} sets of them"
    by_name = [*submissions.set_aside, *unusable.all()]
    printed = [item for item in by_name if item.count == 1][:PRINTED] + [item for item in by_name if item.count > 1]
    for item in printed[: 2 * PRINTED]:
        place = f"{item.file or 'elsewhere'}{f', line {item.line}' if item.line else ''}"
        yield f"set aside: {place}: {item.reason}"
    if rest := total - sum(item.count for item in printed[: 2 * PRINTED]):
        yield f"set aside: {words.count(rest, 'other', digits=9)}, listed in {out / 'set_aside.csv'}"
    yield from map(str, written)


def _check_output(out: Path, folder: Path) -> None:
    """Refuse a folder that holds something else than an earlier report."""
    if real(out).is_relative_to(real(folder)):
        raise Refused(f"{out}: lies in the folder of the journals; choose another with --out")
    try:
        if not out.is_dir() or not any(out.iterdir()):
            return
    except OSError as error:
        raise Refused(f"{out}: {reason(error, 'cannot be read')}; choose another with --out") from None
    if not (out / PAGE).is_file():
        raise Refused(f"{out}: not empty, and holds no report of ours; choose another folder with --out")
    for name in (PAGE, *TABLES):
        check_file(out / name, MARKS[name], "plgkit collect", "move it, or choose another folder with --out")


def _check_key(key: Path, out: Path, folder: Path) -> None:
    """Refuse a key that is something else, or is to lie where it would be lost or read."""
    place = real(key.parent) / key.name
    if place.is_relative_to(real(folder)) or real(key).is_relative_to(real(folder)):
        raise Refused(f"{key}: lies in the folder of the journals; choose another place with --key")
    if place.parent == real(out) and place.name.casefold() in (PAGE, *TABLES):
        raise Refused(f"{key}: a file of the report itself; choose another name with --key")
    if not place.parent.is_dir() and place.parent != real(out):
        raise Refused(f"{key}: there is no folder {key.parent}; choose another place with --key")
    check_file(key, MARKS[KEY], "plgkit collect", "move it, or choose another place with --key")


COLUMNS = {
    "learners.csv": (
        *("learner", "sheet", "answered", "asked", "right", "judged", "minutes", "first", "last"),
        "joined",
    ),
    "answers.csv": (
        *("learner", "sheet", "question", "kind", "answer"),
        *("right", "misconception", "truth", "variant", "at"),
    ),
    "tests.csv": ("learner", "test", "form", "right", "asked"),
    "set_aside.csv": ("file", "line", "reason"),
    "key.csv": ("label", "name", "file"),
}
"""The columns of each table."""
KEY = "key.csv"
TABLES = tuple(name for name in COLUMNS if name != KEY)
MARKS = {name: rf"^{','.join(columns)}\r?\n" for name, columns in COLUMNS.items()}
MARKS |= {PAGE: f'content="{report.MARK}"', "learners.csv": MARKS["learners.csv"].replace(",joined", "(,joined)?")}
"""What stands in the files that are written; release 0.1.0 knew one column less."""


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
    asked = cache(lambda slug: report.question_count(material(slug)))
    for person in class_report.people:
        for slug, entries in sorted(person.answers.items()):
            answers = by_sheet.get((person.label, slug), [])
            judged = [answer.right for answer in answers if answer.right is not None]
            counts = {"answered": len(answers), "asked": asked(slug)}
            times = {"first": f"{entries[0].at:%Y-%m-%dT%H:%M}", "last": f"{entries[-1].at:%Y-%m-%dT%H:%M}"}
            counts |= {"right": sum(judged), "judged": len(judged)}
            row = {"learner": person.label, "sheet": slug, **counts, "minutes": round(minutes(entries), 1), **times}
            yield row | {"joined": person.joined}


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "learner": answer.label,
        "sheet": answer.lesson,
        "question": answer.question,
        "kind": answer.kind,
        "answer": answer.value if isinstance(answer.value, int | float) else json.dumps(answer.value),
        "right": None if answer.right is None else "yes" if answer.right else "no",
        "misconception": answer.misconception and printable(answer.misconception),
        "truth": answer.truth,
        "variant": printable(answer.variant),
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
            yield {"label": person.label, "name": printable(person.name), "file": file}
    for file, number in numbers.items():
        if file:
            yield {"label": number, "name": "", "file": file}
