"""What stands where on the site."""

from dataclasses import dataclass

from plgkit.course.catalogue import every_material
from plgkit.course.material import Material

NAME = "plgkit"
BEGIN = "00_start_here.ipynb"


@dataclass(frozen=True)
class SiteLesson:
    """A lesson's place on the site. The start page opens the course and has no material.

    Attributes
    ----------
    notebook, file : str
        The file names of its notebook and of its page.
    name : str
        Its number and title.
    material : Material or None
    """

    notebook: str
    name: str
    file: str
    material: Material | None = None


@dataclass(frozen=True)
class Page:
    """A page of the site.

    Attributes
    ----------
    file, title, summary : str
    html : str
        Its text.
    aside : str
        The heading of its table of contents; empty for none.
    lesson : SiteLesson or None
        Whose page it is.
    """

    file: str
    title: str
    summary: str
    html: str
    aside: str = ""
    lesson: SiteLesson | None = None


def lessons() -> list[SiteLesson]:
    """The lessons in the order of the course, the start page first."""
    others = [SiteLesson(m.notebook, f"{m.number}. {m.title}", f"{m.slug}.html", m) for m in every_material()]
    return [SiteLesson(BEGIN, "Start here", "start-here.html"), *others]
