"""A page of every kind that a command writes, beside the site, with names and titles that would do harm."""

from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from plgkit.cli import main
from plgkit.course import settings
from plgkit.course.catalogue import material
from plgkit.course.lesson import Lesson
from plgkit.course.takehome import summary
from plgkit.pages.page import page
from plgkit.support import folders
from plgkit.workshop.build.guide import facilitator_guide
from plgkit.workshop.build.index import index_page
from plgkit.workshop.plan.plan import Plan
from plgkit.workshop.report.collect import collect
from tests.workshop.a_class import write_class

TEAM = "![i](http:x.png) [click](javascript:alert(1)) $x$ & 'b'"
HOSTILE = f'{TEAM} "><img src=http://x.example/i.png onerror=alert(1)><script>alert(1)</script>'
KINDS = ["handout", "report", "funnel", "guide", "index", "takehome"]


@pytest.fixture(scope="session")
def every_page(tmp_path_factory) -> dict[str, Path]:
    """The file of a page of each kind."""
    folder = tmp_path_factory.mktemp("pages")
    plan = Plan(
        title=HOSTILE[:100], lessons=["read-the-books"], teams=[{"name": TEAM, "room": HOSTILE[-60:]}], currency="<b>"
    )
    pages = {"handout": handout(folder), "guide": facilitator_guide(plan), "index": index_page(plan, [])}
    lesson = material("read-the-books")
    pages["takehome"], _ = summary(Lesson(lesson, settings.read(lesson, {"team": TEAM}), folder), HOSTILE)
    written = {kind: folder / f"{kind}.html" for kind in KINDS}
    for kind, html in pages.items():
        written[kind].write_text(html, "utf-8")
    write_class(folder / "answers", count=6)
    list(collect(folder / "answers", folder / "report", HOSTILE))
    log = folder / "log.csv"
    log.write_text(
        "user_id,event,timestamp,channel\nu,<b>,2024-05-01 10:00,<img src=x>\nu,b,2024-05-01 11:00,a\n", "utf-8"
    )
    arguments = ["--steps", "<b>,b", "--by", "channel", "--out", str(folder)]
    done = CliRunner().invoke(main, ["funnel", str(log), *arguments])
    assert done.exit_code == 0, done.output
    return written | {"report": folder / "report" / "report.html"}


def handout(folder: Path) -> str:
    """The committed lesson's page, with the opening of a team of that name."""
    notebook = nbformat.read(folders.notebooks() / "08_read_the_books.ipynb", as_version=4)
    lesson = material("read-the-books")
    begun = Lesson(lesson, settings.read(lesson, {"team": TEAM}), folder).begin()
    cell = next(cell for cell in notebook.cells if "lesson.begin()" in cell.source)
    (output,) = cell.outputs
    output.data = nbformat.from_dict(begun._repr_mimebundle_())
    return page(notebook, HOSTILE, lesson.minutes_of_parts())
