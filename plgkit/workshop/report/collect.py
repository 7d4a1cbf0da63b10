"""From learners' journals to a report on the class: one page, and tables for a spreadsheet."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from plgkit.course.material import TESTS, material
from plgkit.models import words
from plgkit.support.errors import Refused
from plgkit.support.files import make_folder, write
from plgkit.workshop.report import gain, report
from plgkit.workshop.report.answers import Answer, Bench
from plgkit.workshop.report.cells import harmless
from plgkit.workshop.report.learners import Learner, learners, minutes
from plgkit.workshop.report.submissions import read

PAGE = "report.html"
SHOWN = 10
"""Lines set aside that the command prints, with their real names."""


def collect(folder: Path, out: Path, title: str = "What the class answered", key: Path | None = None) -> Iterator[str]:
    """Write `report.html` and its tables into a folder, and give the lines to print.

    Learners have labels, L01, L02 …; who they are stands in the `key` alone, if one is asked for.

    Args:
        folder: with journals: files, folders and zips of them.
        out: a folder that is new, empty, or holds an earlier report.
        title: of the report.
        key: a CSV file for the names behind labels and file numbers.

    Raises:
        Refused: no folder or no journal in it; a folder `out` that cannot be written to or holds something else.
    """
    _ours(out, folder)
    handed_in = read(folder)
    make_folder(out)
    people = learners(handed_in.sheets)
    bench, answers, aside = Bench(), [], []
    for person in people:
        own, wrong = bench.answers(person)
        answers += own
        aside += wrong
    numbers = {name: f"F{i:03}" for i, name in enumerate(sorted({one.file for one in handed_in.aside}), 1)}
    nameless = [replace(one, file=numbers[one.file]) for one in handed_in.aside] + aside
    found = report.Class(title, people, answers, nameless, handed_in.files)
    tables = {
        "learners.csv": _learners(found),
        "answers.csv": map(_answer, answers),
        "tests.csv": _tests(answers),
        "set_aside.csv": [{"file": one.file, "line": one.line, "reason": one.reason} for one in nameless],
    }
    files = [write(out / PAGE, report.page(found))]
    files += [write(out / name, table(name, rows)) for name, rows in tables.items()]
    if key is not None:
        files.append(write(key, table("key.csv", _key(people, numbers))))
    yield (
        f"{words.count(len(people), 'learner', digits=9)}, {words.count(len(answers), 'answer', digits=9)}, "
        f"{words.count(len(nameless), 'line or file', 'lines and files', digits=9)} set aside"
    )
    for one in [*handed_in.aside, *aside][:SHOWN]:
        yield f"set aside: {one.file}{f', line {one.line}' if one.line else ''}: {one.reason}"
    if len(nameless) > SHOWN:
        yield f"set aside: {words.count(len(nameless) - SHOWN, 'other', digits=9)}, listed in {out / 'set_aside.csv'}"
    yield from map(str, files)


def _ours(out: Path, folder: Path) -> None:
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
    """A table as CSV, with no cell that a spreadsheet takes for a formula."""
    file = io.StringIO()
    writer = csv.DictWriter(file, COLUMNS[name])  # its line ends have both letters, so that both are quoted in cells
    writer.writeheader()
    for row in rows:
        writer.writerow({column: harmless(value) for column, value in row.items()})
    return file.getvalue()


def _learners(found: report.Class) -> Iterator[dict[str, Any]]:
    by_sheet: dict[tuple[str, str], list[Answer]] = {}
    for one in found.answers:
        by_sheet.setdefault((one.label, one.lesson), []).append(one)
    asked = {sheet.slug: report.asked(sheet) for sheet in found.sheets}
    for person in found.people:
        for slug, entries in sorted(person.answers.items()):
            given = by_sheet.get((person.label, slug), [])
            judged = [one.right for one in given if one.right is not None]
            counts = {"answered": len(given), "asked": asked.get(slug) or report.asked(material(slug))}
            times = {"first": f"{entries[0].at:%Y-%m-%dT%H:%M}", "last": f"{entries[-1].at:%Y-%m-%dT%H:%M}"}
            counts |= {"right": sum(judged), "judged": len(judged)}
            yield {"learner": person.label, "sheet": slug, **counts, "minutes": round(minutes(entries), 1), **times}


def _answer(one: Answer) -> dict[str, Any]:
    value = one.value if isinstance(one.value, int | float) else json.dumps(one.value)
    told = {"learner": one.label, "sheet": one.lesson, "question": one.question, "kind": one.kind, "answer": value}
    right = None if one.right is None else "yes" if one.right else "no"
    known = {"right": right, "misconception": one.misconception, "truth": one.truth}
    return told | known | {"variant": one.variant, "at": one.at}


def _tests(answers: list[Answer]) -> Iterator[dict[str, Any]]:
    sat = gain.sat(answers)
    for test in TESTS:
        for one in sat[test].values():
            yield {"learner": one.label, "test": test, "form": one.form, "right": one.score, "asked": gain.ASKED}


def _key(people: list[Learner], numbers: dict[str, str]) -> Iterator[dict[str, str]]:
    for person in people:
        for file in person.files:
            yield {"label": person.label, "name": person.name, "file": file}
    for file, number in numbers.items():
        yield {"label": number, "name": "", "file": file}
