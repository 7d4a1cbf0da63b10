"""A funnel from the command line: a table on the screen, and a CSV and a page beside it."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from plgkit.charts import vegalite
from plgkit.events.charts import funnel_chart
from plgkit.events.export import matching
from plgkit.events.funnel import MEASURED, funnel
from plgkit.events.log import Progress, one_line
from plgkit.models import words
from plgkit.pages.template import template
from plgkit.support.errors import Refused
from plgkit.support.files import make_folder, write
from plgkit.support.outputs import check_file
from plgkit.widgets import styles
from plgkit.workshop.report.cells import harmless

COUNTED = {"best": "the deepest of a user's attempts", "first": "the first attempt of a user"}
BETWEEN = {"loose": "other events may come between", "strict": "no step between", "any": "steps in any order"}
MARKS = {
    "funnel.csv": r"(?m)^(.*,)?step,users,share_of_first,share_of_previous,low,high,median_seconds,still_open$",
    "funnel.html": r"(?s)<title>Funnel: .*--plg-",
}
"""The files that are written, and what stands in them since release 0.1.0: a file without it is not replaced."""
HEADER = ["step", "users", "of first", "of previous", "95% interval", "median time", "still open"]


def measure(
    export: str, steps: Sequence[str], within: str | None, by: str | None, out: Path, **options: str | None
) -> Iterator[str]:
    """Measure a funnel on an export, write `funnel.csv` and `funnel.html`, and give the lines to print.

    Parameters
    ----------
    export : str
        Path or glob of Parquet or CSV files.
    steps, within, by, **options
        As for `plgkit.funnel`.
    out : Path
        A folder; it is made if it is not there.

    Returns
    -------
    iterator of str
        What was counted, the table in columns, and the files.

    Raises
    ------
    Refused
        As `plgkit.funnel`; a folder that cannot be written to; a file in the way that is not
        of this command.
    """
    files = [out / name for name in MARKS]
    if {os.path.realpath(file) for file in matching(export)} & {os.path.realpath(file) for file in files}:
        raise Refused(f"{export} would be overwritten; choose another folder with --out")
    for name, mark in MARKS.items():
        check_file(out / name, mark, "plgkit funnel")
    with bar() as progress:
        table = funnel(export, list(steps), within=within, by=by, progress=progress, **options)
    groups = [] if by is None else [by]
    header, rows = [*map(one_line, groups), *HEADER], list(_cells(table, groups))
    texts, lines = 1 + len(groups), list(_notes(table))
    make_folder(out)
    write(files[0], _csv(table))
    write(files[1], _page(f"Funnel: {one_line(Path(export).name)}", table, header, rows, texts, lines))
    return iter([*lines, "", *_aligned([header, *rows], texts), "", *map(str, files)])


@contextmanager
def bar() -> Iterator[Progress | None]:
    """A bar of progress on standard error, where that is a terminal and it takes more than two seconds."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(total=100, delay=2, leave=False, bar_format="{desc} {percentage:3.0f}% {bar} {elapsed}") as moving:

        def progress(stage: str, share: float | None) -> None:
            moving.set_description_str(stage, refresh=False)
            moving.update(100 * (share or 0) - moving.n)

        yield progress


def _notes(table: pd.DataFrame) -> Iterator[str]:
    """What the funnel was measured on, and how."""
    attrs = table.attrs
    yield "columns: " + ", ".join(f"{role}: {one_line(name)}" for role, name in attrs["columns"].items())
    yield f"read: {words.count(attrs['rows'], 'row', digits=15)}, from {attrs['from']} until {attrs['until']}"
    gone = [f"{count:,} {why.replace('_', ' ')}" for why, count in attrs["left_out"].items() if count]
    yield f"left out: {', '.join(gone) or 'nothing'}"
    window = f"within {attrs['within']} of its first step" if attrs["within"] else "without a window"
    yield f"counted: {COUNTED[attrs['attempt']]}, {window}, {BETWEEN[attrs['order']]}"


def _cells(table: pd.DataFrame, groups: list[str]) -> Iterator[list[str]]:
    """The rows of the table as text."""
    for place, row in enumerate(table.to_dict("records")):
        names = ["(none)" if pd.isna(row[group]) else one_line(row[group], 40) for group in groups]
        shares = (row["share_of_first"], row["share_of_previous"])
        first, previous = ("" if pd.isna(share) else words.percent(share) for share in shares)
        # Who enters is all there is: no share that could have come out otherwise.
        entry = place % len(table.attrs["steps"]) == 0
        interval = "" if entry else f"{words.number(100 * row['low'])}–{words.percent(row['high'])}"
        time = "" if pd.isna(row["median_time"]) else _time(row["median_time"])
        users, still_open = f"{row['users']:,}", f"{row['still_open']:,}"
        yield [*names, one_line(row["step"], 40), users, first, previous, interval, time, still_open]


def _time(span: pd.Timedelta) -> str:
    """A time in its largest unit.

    >>> _time(pd.Timedelta("36h")), _time(pd.Timedelta("90s")), _time(pd.Timedelta(0))
    ('1.5 days', '1.5 minutes', '0 seconds')
    """
    seconds = span.total_seconds()
    for size, name in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        if seconds >= size:
            return words.count(seconds / size, name)
    return words.count(seconds, "second")


def _aligned(rows: list[list[str]], texts: int) -> Iterator[str]:
    """Rows as lines, the first columns to the left and the numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        sized = list(zip(row, widths, strict=True))
        left = [cell.ljust(width) for cell, width in sized[:texts]]
        yield "  ".join(left + [cell.rjust(width) for cell, width in sized[texts:]]).rstrip()


def _csv(table: pd.DataFrame) -> str:
    """The table for a spreadsheet: times in seconds, and no text that it would take for a formula."""
    cells = table.assign(median_time=table["median_time"].dt.total_seconds())
    for column in [column for column in cells if column == "step" or column not in MEASURED]:
        cells[column] = cells[column].map(harmless, na_action="ignore")
    names = {"median_time": "median_seconds"}
    return cells.rename(columns=lambda name: names.get(name, harmless(name))).to_csv(index=False, lineterminator="\n")


def _page(
    title: str, table: pd.DataFrame, header: list[str], rows: list[list[str]], texts: int, lines: list[str]
) -> str:
    chart = funnel_chart(table)
    return template("funnel.html").render(
        title=title,
        style=styles.page_styles("page.css"),
        description=chart.description,
        picture=vegalite.svg(chart.to_dict()),
        texts=texts,
        header=header,
        rows=rows,
        lines=lines,
    )
