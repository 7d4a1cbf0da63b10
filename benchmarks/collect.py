"""How long a report on a large class takes: `python -m benchmarks.collect`."""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.tables import show
from plgkit.course.catalogue import slugs
from plgkit.workshop.report.collect import collect
from tests.workshop.a_class import write_class

LEARNERS = 300


def figures(learners: int = LEARNERS) -> Iterator[tuple[str, float]]:
    """Journals, lines and seconds for a class that did all twelve lessons and both tests."""
    with tempfile.TemporaryDirectory() as scratch:
        answers = Path(scratch, "answers")
        write_class(answers, learners, slugs())
        journals = list(answers.iterdir())
        yield "learners", learners
        yield "journals", len(journals)
        yield "lines", sum(path.read_bytes().count(b"\n") for path in journals)
        begin, worked = time.perf_counter(), time.process_time()
        list(collect(answers, Path(scratch, "report")))
        yield "report and tables, s", time.perf_counter() - begin
        yield "of it processor time, s", time.process_time() - worked


if __name__ == "__main__":
    show("A report on a class", ["what", "figure"], figures(*map(int, sys.argv[1:])))
