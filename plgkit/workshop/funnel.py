"""A funnel from the command line: a table on the screen, and a CSV and a page beside it."""

import base64
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pandas as pd

from plgkit import folders, look
from plgkit.event_charts import funnel_chart
from plgkit.events import funnel
from plgkit.workshop.build import make_folder, write

SHARES = ["share_of_first", "share_of_previous", "low", "high"]


def measure(export: str, steps: Sequence[str], within: str | None, by: str | None, out: Path, **more: str) -> list[str]:
    """Measure a funnel on an export, write `funnel.csv` and `funnel.html`, and give the lines to print.

    Raises:
        Refused: as `plgkit.events.funnel`; a folder that cannot be written to.
    """
    make_folder(out)
    measured = funnel(export, list(steps), within=within, by=by, progress=_progress(), **more)
    shown = _shown(measured)
    columns = ", ".join(f"{role}: {name}" for role, name in measured.attrs["columns"].items())
    left_out = ", ".join(
        f"{count:,} {what.replace('_', ' ')}" for what, count in measured.attrs["left_out"].items() if count
    )
    lines = [f"columns: {columns}", f"left out: {left_out or 'nothing'}", "", shown.to_string(index=False), ""]
    written = [write(out / "funnel.csv", _safe(measured).to_csv(index=False))]
    written.append(write(out / "funnel.html", _page(export, measured, shown, lines[:2])))
    return [*lines, *map(str, written)]


def _progress():
    """Tells how far a long file is read, on a terminal only."""
    if not sys.stderr.isatty():
        return None

    def tell(what: str, share: float) -> None:
        print(f"\r{what}: {share:.0%} ", end="\n" if share >= 1 else "", file=sys.stderr, flush=True)

    return tell


def _shown(measured: pd.DataFrame) -> pd.DataFrame:
    shown = measured.copy()
    for column in SHARES:
        shown[column] = [("" if pd.isna(share) else f"{share:.1%}") for share in measured[column]]
    shown["median_time"] = [("" if pd.isna(time) else str(time).split(".")[0]) for time in measured["median_time"]]
    return shown


def _safe(measured: pd.DataFrame) -> pd.DataFrame:
    """The table for a spreadsheet: a text that one would take for a formula is told apart by an apostrophe."""
    safe = measured.copy()
    for column in safe.select_dtypes(include=["object", "string"]):
        safe[column] = [f"'{v}" if isinstance(v, str) and v[:1] in "=+-@\t\r" else v for v in safe[column]]
    return safe


def _page(export: str, measured: pd.DataFrame, shown: pd.DataFrame, lines: list[str]) -> str:
    style = (folders.static() / "page.css").read_text("utf-8")
    title = f"Funnel: {Path(export).name}"
    chart = funnel_chart(measured)
    picture = base64.b64encode(look.png(chart.to_dict(), scale=2)).decode()
    return (
        f"<!doctype html><html lang='en'><meta charset='utf-8'><title>{escape(title)}</title>"
        f"<link rel='icon' href='data:,'><style>{style}</style><main><h1>{escape(title)}</h1>"
        f"<p>{escape(chart.description)}</p>"
        f"<img alt='{escape(chart.description, True)}' src='data:image/png;base64,{picture}'>"
        f"{shown.to_html(index=False)}" + "".join(f"<p>{escape(line)}</p>" for line in lines) + "</main></html>"
    )
