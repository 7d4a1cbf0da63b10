"""The command line: `plgkit lab`, `build`, `funnel`, `refresh` and `check`."""

import csv
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import Any

import click

from plgkit.errors import Refused

BAD_INPUT = 2


def refusing(command: Callable) -> Callable:
    """Refusals become one line on standard error, and exit code 2."""

    @wraps(command)
    def run(*args: Any, **options: Any) -> Any:
        try:
            return command(*args, **options)
        except Refused as refusal:
            for line in str(refusal).splitlines():
                click.echo(f"plgkit: {line}", err=True)
            sys.exit(BAD_INPUT)

    return run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plgkit")
def main() -> None:
    """Interactive lessons on product-led organisations."""


@main.command()
@click.option("--port", default=8888, show_default=True, help="the first port to try")
@click.option("--browser/--no-browser", default=None, help="open a browser; by default where there is a screen")
@click.argument("more", nargs=-1, type=click.UNPROCESSED)
@refusing
def lab(port: int, browser: bool | None, more: tuple[str, ...]) -> None:
    """Open JupyterLab on the course. MORE is handed to JupyterLab."""
    from plgkit.workshop import lab as course

    sys.exit(course.open_lab(port, browser, more))


@main.command()
@click.option("--lesson", "slug", required=True, help="the lesson, such as read-the-books")
@click.option("--team", "teams", multiple=True, help="a team's name; give it once for each team")
@click.option("--set", "pairs", multiple=True, metavar="NAME=VALUE", help="a parameter of the lesson, for all teams")
@click.option("--out", type=click.Path(path_type=Path), default=Path("handouts"), show_default=True)
@refusing
def build(slug: str, teams: tuple[str, ...], pairs: tuple[str, ...], out: Path) -> None:
    """Make each team's notebook and page of a lesson, and the instructor's with the answers."""
    from plgkit.workshop.build import build as make

    for path in make(slug, teams, dict(map(_pair, pairs)), out):
        click.echo(path)


@main.command()
@click.argument("export")
@click.option(
    "--steps",
    required=True,
    help="names of events, in order, with commas between (one with a comma in it: in double quotes)",
)
@click.option("--within", help="the window, such as 14d or 90min; by default without end")
@click.option("--by", help="a column to break down by")
@click.option("--attempt", default="best", show_default=True, help="best or first")
@click.option("--order", default="loose", show_default=True, help="loose, strict or any")
@click.option("--user", default="user_id", show_default=True, help="the column of users")
@click.option("--event", default="event", show_default=True, help="the column of events")
@click.option("--timestamp", default="timestamp", show_default=True, help="the column of times")
@click.option("--event-id", help="a column that tells events apart; by default user, event and time do")
@click.option("--out", type=click.Path(path_type=Path), default=Path(), show_default=True)
@refusing
def funnel(export: str, steps: str, within: str | None, by: str | None, out: Path, **more: str | None) -> None:
    """Measure a funnel on EXPORT (Parquet, CSV or CSV.gz): a table here, funnel.csv and funnel.html in OUT."""
    from plgkit.workshop.funnel import measure

    names = [name.strip() for name in next(csv.reader([steps], skipinitialspace=True), []) if name.strip()]
    for line in measure(export, names, within, by, out, **more):
        click.echo(line)


@main.command()
@click.argument("names", nargs=-1)
@refusing
def refresh(names: tuple[str, ...]) -> None:
    """Execute the course's notebooks (or those NAMED) and store their outputs, as they are committed."""
    from plgkit.workshop.refresh import refresh as renew

    for path in renew(names):
        click.echo(path)


@main.command()
def check() -> None:
    """Run every notebook and compare what it shows with what is stored: does everything work here?"""
    import pytest

    from plgkit import folders

    sys.exit(pytest.main(["--nbval", "-q", "-p", "no:cacheprovider", str(folders.notebooks())]))


def _pair(text: str) -> tuple[str, Any]:
    """`churn=0.05` as a name and a value: a number, true or false, a list, or else a text."""
    import yaml

    name, found, value = text.partition("=")
    if not found or not name.strip():
        raise Refused(f"--set: '{text}' is not of the form name=value, such as churn=0.05")
    try:
        read = yaml.safe_load(value)
    except (yaml.YAMLError, ValueError):  # a day that no calendar has is YAML's ValueError
        read = value
    if isinstance(read, str):
        with suppress(ValueError):  # 1e-2 is a number for everybody but YAML
            read = float(read)
    return name.strip(), read if isinstance(read, bool | int | float | list | dict) else value
