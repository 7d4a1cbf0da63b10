"""A funnel from the command line: a table on the screen, and a CSV and a page beside it."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import jinja2
import pandas as pd

from plgkit import front, look, words
from plgkit.errors import Refused
from plgkit.events.charts import funnel_chart
from plgkit.events.export import one_line
from plgkit.events.funnel import MEASURED, funnel
from plgkit.events.log import Progress
from plgkit.workshop.build import make_folder, write
from plgkit.workshop.cells import harmless

COUNTED = {"best": "the deepest of a user's attempts", "first": "the first attempt of a user"}
BETWEEN = {"loose": "other events may come between", "strict": "no step between", "any": "steps in any order"}

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<link rel="icon" href="data:,">
<style>{{ style | safe }}
.wide { overflow-x: auto; margin: 1.2rem 0; }
.wide.plg-still { margin-inline: -1rem; padding-inline: 1rem; }
.wide svg { min-width: 34rem; }
th, td { white-space: nowrap; }
:is(th, td):nth-child(n + {{ texts + 1 }}) { padding-left: 0.8rem; text-align: right; }
</style>
</head>
<body>
<main>
<h1>{{ title }}</h1>
{% if texts > 1 %}<p>{{ said }}</p>
{% endif %}<div class="wide plg-still" role="img" aria-label="{{ said }}" tabindex="0">{{ picture | safe }}</div>
<div class="wide" role="region" aria-label="Table" tabindex="0">
<table>
<thead><tr>{% for name in rows[0] %}<th scope="col">{{ name }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows[1:] %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}</tbody>
</table>
</div>
<ul>
{% for line in lines %}<li>{{ line }}</li>
{% endfor %}</ul>
</main>
</body>
</html>
"""


def measure(
    export: str, steps: Sequence[str], within: str | None, by: str | None, out: Path, **more: str | None
) -> Iterator[str]:
    """Measure a funnel on an export, write `funnel.csv` and `funnel.html`, and give the lines to print.

    Args:
        export: path or glob of Parquet or CSV files.
        steps, within, by, more: as for `plgkit.funnel`.
        out: a folder; it is made if it is not there.

    Raises:
        Refused: as `plgkit.funnel`; a folder that cannot be written to; an export that would be overwritten.
    """
    files = [out / "funnel.csv", out / "funnel.html"]
    if Path(export).resolve() in [file.resolve() for file in files]:
        raise Refused(f"{export} would be overwritten; choose another folder with --out")
    with _bar() as progress:
        measured = funnel(export, list(steps), within=within, by=by, progress=progress, **more)
    lines, rows, texts = list(_told(measured)), [_headings(by), *_shown(measured, by)], 1 if by is None else 2
    make_folder(out)
    write(files[0], _csv(measured))
    write(files[1], _page(export, measured, rows, texts, lines))
    return iter([*lines, "", *_aligned(rows, texts), "", *map(str, files)])


def _told(measured: pd.DataFrame) -> Iterator[str]:
    """What the funnel was measured on, and how."""
    attrs = measured.attrs
    yield "columns: " + ", ".join(f"{role}: {one_line(name)}" for role, name in attrs["columns"].items())
    yield f"read: {words.count(attrs['rows'], 'row', digits=15)}, from {attrs['from']} until {attrs['until']}"
    gone = [f"{count:,} {why.replace('_', ' ')}" for why, count in attrs["left_out"].items() if count]
    yield f"left out: {', '.join(gone) or 'nothing'}"
    window = f"within {attrs['within']} of its first step" if attrs["within"] else "without a window"
    yield f"counted: {COUNTED[attrs['attempt']]}, {window}, {BETWEEN[attrs['order']]}"


def _headings(by: str | None) -> list[str]:
    group = [] if by is None else [one_line(by)]
    return [*group, "step", "users", "of first", "of previous", "95% interval", "median time", "still open"]


def _shown(measured: pd.DataFrame, by: str | None) -> Iterator[list[str]]:
    for place, row in enumerate(measured.to_dict("records")):
        group = [] if by is None else ["(none)" if pd.isna(row[by]) else one_line(row[by], 40)]
        shares = ("share_of_first", "share_of_previous")
        first, previous = ("" if pd.isna(row[share]) else words.percent(row[share]) for share in shares)
        # Who enters is all there is: no share that could have come out otherwise.
        entry = place % len(measured.attrs["steps"]) == 0
        interval = "" if entry else f"{words.number(100 * row['low'])}–{words.percent(row['high'])}"
        time = "" if pd.isna(row["median_time"]) else _time(row["median_time"])
        yield [
            *group,
            one_line(row["step"], 40),
            f"{row['users']:,}",
            first,
            previous,
            interval,
            time,
            f"{row['still_open']:,}",
        ]


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


def _csv(measured: pd.DataFrame) -> str:
    """The table for a spreadsheet: times in seconds, and no text that it would take for a formula."""
    table = measured.assign(median_time=measured["median_time"].dt.total_seconds())
    for column in [column for column in table if column == "step" or column not in MEASURED]:
        table[column] = table[column].map(harmless, na_action="ignore")
    names = {"median_time": "median_seconds"}
    return table.rename(columns=lambda name: names.get(name, harmless(name))).to_csv(index=False, lineterminator="\n")


def _page(export: str, measured: pd.DataFrame, rows: list[list[str]], texts: int, lines: list[str]) -> str:
    chart = funnel_chart(measured)
    return (
        jinja2.Environment(autoescape=True)
        .from_string(PAGE)
        .render(
            title=f"Funnel: {one_line(Path(export).name)}",
            style=front.page_styles("page.css"),
            said=chart.description,
            picture=look.svg(chart.to_dict()),
            texts=texts,
            rows=rows,
            lines=lines,
        )
    )


@contextmanager
def _bar() -> Iterator[Progress | None]:
    """A bar of progress on standard error, where that is a terminal and it takes more than two seconds."""
    if not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(total=100, delay=2, leave=False, bar_format="{desc} {percentage:3.0f}% {bar} {elapsed}") as bar:

        def tell(stage: str, share: float | None) -> None:
            bar.set_description_str(stage, refresh=False)
            bar.update(100 * (share or 0) - bar.n)

        yield tell
