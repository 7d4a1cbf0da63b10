"""How long a report takes on a large class, and on a crowd: `python -m benchmarks.collect`."""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from benchmarks.tables import show
from plgkit.course.catalogue import slugs
from plgkit.workshop.report.collect import collect
from plgkit.workshop.report.learners import learners as people
from plgkit.workshop.report.submissions import read
from tests.workshop.a_class import BEGIN, line, write_class

LEARNERS = 300
CROWD = 60_000


def figures(learners: int = LEARNERS) -> Iterator[tuple[str, float]]:
    """Journals, lines and seconds for a class that did all twelve lessons and both tests."""
    with tempfile.TemporaryDirectory() as scratch:
        answers = Path(scratch, "answers")
        write_class(answers, learners, slugs())
        journals = list(answers.iterdir())
        yield "learners", learners
        yield "journals", len(journals)
        yield "lines", sum(path.read_bytes().count(b"\n") for path in journals)
        yield from _seconds("report and tables", lambda: list(collect(answers, Path(scratch, "report"))))


def crowd(learners: int = CROWD) -> Iterator[tuple[str, float]]:
    """Seconds to tell apart a crowd whose answers came in one file each hundred, and to report on it."""
    with tempfile.TemporaryDirectory() as scratch:
        answers = Path(scratch, "answers")
        answers.mkdir()
        lines = (_line(number) for number in range(learners))
        for number in range(0, learners, 100):
            block = "\n".join(text for _, text in zip(range(100), lines, strict=False))
            (answers / f"{number}.jsonl").write_text(block, "utf-8")
        yield "learners", learners
        sheets = read(answers).sheets
        yield from _seconds("who is who", lambda: people(sheets))
        yield from _seconds("report and tables", lambda: list(collect(answers, Path(scratch, "report"))))


def _line(number: int) -> str:
    at = BEGIN + timedelta(seconds=number)
    return line("saying-no", "Ada", at, "doubt", "quiz", number % 4, {}).replace('"Ada"', f'"Learner {number}"')


def _seconds(what: str, work: Callable) -> Iterator[tuple[str, float]]:
    begin, worked = time.perf_counter(), time.process_time()
    work()
    yield f"{what}, s", time.perf_counter() - begin
    yield "of it processor time, s", time.process_time() - worked


def main(arguments: list[str]) -> None:
    counts = list(map(int, arguments))
    show("A report on a class", ["what", "figure"], figures(*counts[:1]))
    show("A report on a crowd", ["what", "figure"], crowd(*counts[1:2]))


if __name__ == "__main__":
    main(sys.argv[1:])
