"""What stands where on the site."""

from dataclasses import dataclass

import plgkit
from plgkit.course.material import Material, every_material

NAME = plgkit.__name__
BEGIN = "00_start_here.ipynb"


@dataclass(frozen=True)
class Lesson:
    """A lesson's place on the site. The start page opens the course and has no material."""

    notebook: str
    name: str
    file: str
    material: Material | None = None


@dataclass(frozen=True)
class Page:
    """One page: its text as HTML, `aside` the name of its table of contents, `answers` where answers are kept."""

    file: str
    title: str
    summary: str
    html: str
    aside: str = ""
    lesson: Lesson | None = None
    answers: str = ""


def lessons() -> list[Lesson]:
    """The lessons in the order of the course, the start page first."""
    own = [Lesson(m.notebook, f"{m.number}. {m.title}", f"{m.slug}.html", m) for m in every_material()]
    return [Lesson(BEGIN, "Start here", "start-here.html"), *own]
