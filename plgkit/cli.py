"""The command line: every command imports what it needs when it is called."""

import csv
import os
import sys
from collections.abc import Iterable
from contextlib import nullcontext, suppress
from io import StringIO
from pathlib import Path
from typing import Any, NoReturn

import click

from plgkit.support.console import complain, say
from plgkit.support.errors import Problem, Refused, reason

BAD_INPUT, INTERRUPTED = 2, 130


class _Command(click.Command):
    """A command that loses nothing in silence: an option that counts once is given once."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        *_, stated = self.make_parser(ctx).parse_args(args=list(args))
        for option in dict.fromkeys(stated):
            if isinstance(option, click.Option) and not option.multiple and stated.count(option) > 1:
                raise Refused(f"{'/'.join(option.opts + option.secondary_opts)} is given twice; give it once")
        return super().parse_args(ctx, args)


class _Commands(click.Group):
    """The commands in the order of their declaration: for learners, for instructors, for authors.

    Whatever ends one of them before its time is told in lines on standard error.
    """

    command_class = _Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # type: ignore[override]
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, ValueError):  # there may be none, or another's
                stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
        try:
            code = super().main(*args, **extra | {"standalone_mode": False})
        except click.ClickException as error:
            lines = StringIO()
            error.show(lines)
            for line in lines.getvalue().removesuffix("\n").split("\n"):
                say(line, error=True)
            code = error.exit_code
        except (click.Abort, OSError) as error:
            code = _ended(error)
        sys.exit(code)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (Refused, OSError, KeyboardInterrupt) as error:
            sys.exit(_ended(error))


def _ended(error: BaseException) -> int:
    """Say why a command ended, a line for each problem; its exit code."""
    if isinstance(error, Refused):
        for problem in error.problems:
            complain(problem.line)
        return BAD_INPUT
    if isinstance(error, OSError):
        reason = (error.strerror or str(error) or type(error).__name__).lower()
        complain(f"{os.fsdecode(error.filename)}: {reason}" if isinstance(error.filename, str | bytes) else reason)
        return BAD_INPUT
    complain("interrupted")
    return INTERRUPTED


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plgkit")
def main() -> None:
    """Interactive lessons on product-led organisations."""
    from plgkit.support import signals

    signals.end_cleanly()


@main.command(short_help="Open JupyterLab on the course, in a folder of yours.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8888, show_default=True, help="the first port to try; 0 takes any"
)
@click.option("--browser/--no-browser", default=None, help="open a browser; by default where there is a screen")
@click.argument("folder", required=False)
@click.argument("options", metavar="[-- OPTIONS]", nargs=-1, type=click.UNPROCESSED)
def lab(folder: str | None, port: int, browser: bool | None, options: tuple[str, ...]) -> None:
    """Open JupyterLab on the course; OPTIONS are handed to JupyterLab.

    The notebooks are laid into FOLDER, by default plgkit-course, and what you changed there is kept. In a clone
    of the project, without a FOLDER, the clone's own are opened.
    """
    from plgkit.authoring import course_folder
    from plgkit.authoring.lab import open_lab
    from plgkit.support import folders

    if folder and folder.startswith("-"):
        folder, options = None, (folder, *options)
    root = folders.notebooks()
    if folder or not folders.in_clone():
        course = course_folder.lay(Path(folder) if folder else course_folder.default())
        root = course.path
        for line in course.lines:
            say(line)
    sys.exit(open_lab(root, port, browser, options))


@main.command(short_help="Run every notebook: does everything work here?")
def check() -> None:
    """Run every notebook and compare what it shows with what is stored: does everything work here?"""
    import pytest

    from plgkit.running import kernels
    from plgkit.support import folders

    kernels.provision()  # nbval compares no stills, so none is drawn for it
    sys.exit(pytest.main(["--nbval", "-q", "-p", "no:cacheprovider", str(folders.notebooks())]))


@main.command(short_help="Write the plan of a workshop to begin with.")
@click.argument("path", metavar="[FILE]", type=click.Path(path_type=Path), default=Path("workshop.yml"))
def new(path: Path) -> None:
    """Write a commented plan of a workshop to begin with, by default workshop.yml."""
    from plgkit.workshop.plan.plan import example

    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(example())
    except OSError as error:
        raise Refused(f"{path}: {reason(error, 'cannot be written')}; give another name") from None
    say(f"{path} is written: edit it, then run plgkit plan {path}")


@main.command(short_help="Show a plan's schedule and variants; nothing runs.")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
def plan(path: Path) -> None:
    """Show the schedule of a plan, who gets which numbers and how long the build takes; nothing is executed."""
    from plgkit.workshop.build.overview import overview
    from plgkit.workshop.build.progress import Progress
    from plgkit.workshop.plan.plan import read

    with Progress() as progress:
        lines = list(overview(read(path), progress))
    for line in lines:
        say(line)


@main.command(short_help="Make every team's notebooks and pages.")
@click.argument("path", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--lesson",
    "slugs",
    multiple=True,
    help="instead of a plan: a lesson, such as read-the-books; give it once for each lesson",
)
@click.option("--team", "teams", multiple=True, help="with --lesson: a team's name; give it once for each team")
@click.option("--set", "pairs", multiple=True, metavar="NAME=VALUE", help="with --lesson: a parameter, for all teams")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("handouts"),
    show_default=True,
    help="the folder to write into; what is finished there is kept",
)
@click.option("--only", multiple=True, metavar="PIECE", help="make only this piece; give it once for each")
@click.option("--workers", type=click.IntRange(1, 1024), help="processes; by default three for two cores")
@click.option("--fork/--no-fork", default=True, help="fork kernels where that is possible: faster, the same results")
@click.option("--scheduler", metavar="ADDRESS", help="make the pieces on a Dask cluster, such as tcp://10.0.0.5:8786")
def build(
    path: Path | None,
    slugs: tuple[str, ...],
    teams: tuple[str, ...],
    pairs: tuple[str, ...],
    out: Path,
    **more: Any,
) -> None:
    """Make every team's notebooks and pages, with answers for the instructor, from the plan FILE.

    A build that was interrupted goes on where it was. Exit code: 0 all is made, 1 something could not be
    made, 2 the input is refused.
    """
    from plgkit.running import kernels

    if (path is None) == (not slugs) or (path and (teams or pairs)):
        raise Refused("give either a plan, such as workshop.yml, or --lesson with --team and --set")
    forking = more["fork"] and not more["scheduler"] and kernels.can_fork()
    with kernels.fork_server() if forking else nullcontext():  # it imports while this process does
        from plgkit.workshop.build.command import run
        from plgkit.workshop.plan import plan

        workshop = plan.read(path) if path else plan.of_lessons(slugs, teams, _parameters(pairs))
        options = (("--lesson", slugs), ("--team", teams), ("--set", pairs))
        source = [str(path)] if path else [word for option, values in options for word in _each(option, values)]
        code = run(workshop, out, ["plgkit", "build", *source, "--out", str(out)], **more)
    sys.exit(code)


@main.command(short_help="Make a report on the class from its journals.")
@click.argument("answers", type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("report"), show_default=True, help="for the report"
)
@click.option("--title", default="What the class answered", show_default=True, help="the report's heading")
@click.option("--key", type=click.Path(path_type=Path), help="also write who is behind each label, into this CSV file")
def collect(answers: Path, out: Path, title: str, key: Path | None) -> None:
    """Make a report on the class from the journals in ANSWERS: files, folders and zips of them."""
    from plgkit.workshop.report.collect import collect as collected

    for line in collected(answers, out, title, key):
        say(line)


@main.command(short_help="Measure a funnel on an export of events.")
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
@click.option("--out", type=click.Path(path_type=Path), default=Path(), show_default=True, help="for both files")
def funnel(export: str, steps: str, within: str | None, by: str | None, out: Path, **more: str | None) -> None:
    """Measure a funnel on EXPORT (Parquet, CSV or CSV.gz): a table here, funnel.csv and funnel.html in OUT."""
    from plgkit.support.names import excerpt
    from plgkit.workshop.funnel import measure

    try:
        cells = next(csv.reader([steps], skipinitialspace=True), [])
    except csv.Error:
        allowed = "names of events with commas between, on one line and not a hundred thousand characters long"
        raise Refused(Problem.outside("--steps", excerpt(steps), allowed)) from None
    names = [name.strip() for name in cells if name.strip()]
    for line in measure(export, names, within, by, out, **more):
        say(line)


@main.command(short_help="Print the addresses that open each lesson.")
@click.option("--repo", "repository", required=True, metavar="OWNER/NAME", help="the project on GitHub")
@click.option("--branch", default="main", show_default=True, help="a branch, tag or commit of it")
@click.option("--hub", metavar="ADDRESS", help="a JupyterHub with nbgitpuller and this package")
def links(repository: str, branch: str, hub: str | None) -> None:
    """Print the addresses that open each lesson on Binder, in Colab and on a JupyterHub."""
    from plgkit.pages.links import links as addresses

    for line in list(addresses(repository, branch, hub)):
        say(line)


@main.command(short_help="Make a web site of all lessons.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("build/site"), show_default=True, help="for the site"
)
@click.option("--repo", "repository", metavar="OWNER/NAME", help="the project on GitHub, for launch buttons")
def site(out: Path, repository: str | None) -> None:
    """Make a web site of all lessons, for those who learn alone; it may stand under any address."""
    from plgkit.pages.site import build as pages

    for path in pages(out, repository):
        say(path)


@main.command(short_help="Begin a lesson in this clone.")
@click.argument("slug")
def add_lesson(slug: str) -> None:
    """Begin a lesson called SLUG in this clone: its idea, material, notebook and tests, with an example that runs."""
    from plgkit.authoring.scaffold import add_lesson as scaffold

    for path in scaffold(slug):
        say(path)


@main.command(short_help="Execute the notebooks and store their outputs.")
@click.argument("names", nargs=-1)
def refresh(names: tuple[str, ...]) -> None:
    """Execute the course's notebooks (or those NAMED) and store their outputs, as they are committed."""
    from plgkit.authoring.refresh import refresh as refreshed

    for path in refreshed(names):
        say(path)


def _each(option: str, values: Iterable[str]) -> list[str]:
    return [word for value in values for word in (option, value)]


def _parameters(pairs: Iterable[str]) -> dict[str, Any]:
    """What `--set` states, each name once."""
    parameters: dict[str, Any] = {}
    for name, value in map(_pair, pairs):
        if name in parameters:
            raise Refused(Problem(f"{name} is given twice; give it once", "--set", name))
        parameters[name] = value
    return parameters


def _pair(text: str) -> tuple[str, Any]:
    """`churn=0.05` as a name and a value: a number, true or false, a list, or else a text."""
    from plgkit.support.names import excerpt
    from plgkit.workshop.plan.source import value_of

    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise Refused(Problem.outside("--set", excerpt(text), "of the form name=value, such as churn=0.05"))
    return name.strip(), value_of(value)
