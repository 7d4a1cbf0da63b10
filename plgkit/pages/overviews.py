"""The site's pages beside the lessons: the index, the ideas, the cases, the sources, the reference."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

from plgkit.cases import catalogue as cases
from plgkit.course import overview
from plgkit.ideas import catalogue, documents
from plgkit.pages import reference
from plgkit.pages.sitemap import NAME, Page, SiteLesson
from plgkit.pages.template import template

ON_PAGE = "On this page"
REFERENCE = (
    ("reference.html", "The library", reference.library, "What stands in plgkit beside the ideas."),
    ("reference-lessons.html", "Lessons", reference.of_lessons, "What a notebook calls of its lesson."),
    ("reference-ideas.html", "Ideas as code", reference.ideas, "Every idea is a class of its own."),
)


def overviews(course: list[SiteLesson], launch: list[tuple[str, str]]) -> Iterator[Page]:
    """The pages beside the lessons.

    Parameters
    ----------
    course : list of SiteLesson
        The start page first.
    launch : list of tuple of str and str
        Addresses that open the start page elsewhere, each with its label.

    Yields
    ------
    Page
    """
    lessons = [lesson for lesson in course if lesson.material]
    tables = _cases(lessons)
    parts = [
        (part, [(lesson, lesson.material) for lesson in members])
        for part, members in groupby(lessons, lambda lesson: lesson.material.part)
    ]
    yield _page(
        "index",
        NAME,
        "Every claim is a model that can be pushed until it breaks.",
        "",
        name=NAME,
        start=course[0],
        parts=parts,
        launch=launch,
    )
    yield _page("ideas", "Ideas", "Every claim as a model: when it holds and when it fails.", rows=_ideas(lessons))
    yield _page("cases", "Cases", "The data of the course, real and invented.", cases=tables)
    yield _page(
        "sources",
        "Sources",
        "What the course tests, and what it leans on.",
        documents=_documents(),
        literature=_literature(lessons),
        cases=tables,
    )
    for file, title, entries, summary in REFERENCE:
        others = [(other, name) for other, name, *_ in REFERENCE]
        yield _page("reference", title, summary, file=file, here=file, others=others, entries=list(entries()))


def _page(kind: str, title: str, summary: str, aside: str = ON_PAGE, file: str = "", **context: Any) -> Page:
    html = template(f"site/{kind}.html").render(context, title=title, summary=summary)
    return Page(file or f"{kind}.html", title, summary, html, aside)


def _documents() -> list[dict[str, str]]:
    """The documents under the short names that lessons use."""
    titles = enumerate(documents.TITLES.items())
    return [{"file": file, "anchor": f"D{i}", "title": title} for i, (file, title) in titles]


def _ideas(lessons: list[SiteLesson]) -> Iterator[dict[str, Any]]:
    """`plg.ideas()`, with when each holds and fails."""
    by_slug = {lesson.material.slug: lesson for lesson in lessons}
    for row in overview.ideas().itertuples():
        idea = catalogue.idea(row.name)
        sources = [document for document in _documents() if document["file"] in idea.documents]
        yield {
            "name": row.name,
            "claim": row.claim,
            "holds": idea.holds_when,
            "fails": idea.fails_when,
            "documents": sources,
            "lesson": by_slug.get(row.lesson),
        }


def _cases(lessons: list[SiteLesson]) -> list[dict[str, Any]]:
    """`plg.cases()`, with what each table says of itself and the lessons that use it."""
    rows = []
    for row in cases.cases().to_dict("records"):
        table = cases.load(row["name"])
        users = [lesson for lesson in lessons if lesson.material.case == row["name"]]
        rows.append(table.attrs | row | {"columns": list(table.columns), "lessons": users})
    return rows


def _literature(lessons: list[SiteLesson]) -> list[tuple[SiteLesson, list[Markup]]]:
    """The sources of each lesson and of its idea, each once."""
    return [
        (lesson, [_coded(text) for text in dict.fromkeys((*lesson.material.sources, *lesson.material.idea.sources))])
        for lesson in lessons
    ]


def _coded(text: str) -> Markup:
    """A text of a lesson file as HTML: names between backticks are code.

    >>> print(_coded("a < b in `deals`"))
    a &lt; b in <code>deals</code>
    """
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))
