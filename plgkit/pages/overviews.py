"""The site's pages beside the lessons: the index, the ideas, the cases, the sources, the reference."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from markupsafe import Markup, escape

import plgkit
from plgkit.ideas import catalogue, documents
from plgkit.pages import reference
from plgkit.pages.page import template
from plgkit.pages.sitemap import NAME, Lesson, Page

ON_PAGE = "On this page"
REFERENCE = (
    ("reference.html", "The library", reference.library, "What stands in plgkit beside the ideas."),
    ("reference-lessons.html", "Lessons", reference.of_lessons, "What a notebook calls of its lesson."),
    ("reference-ideas.html", "Ideas as code", reference.ideas, "Every idea is a class of its own."),
)


def overviews(course: list[Lesson], launch: list[tuple[str, str]]) -> Iterator[Page]:
    """All of them.

    Args:
        course: the lessons, the start page first.
        launch: addresses that open the start page elsewhere, with what each is called.
    """
    told = [one for one in course if one.material]
    tables = _cases(told)
    parts = [
        (part, [(one, one.material) for one in those]) for part, those in groupby(told, lambda one: one.material.part)
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
    yield _page("ideas", "Ideas", "Every claim as a model: when it holds and when it fails.", rows=_ideas(told))
    yield _page("cases", "Cases", "The data of the course, real and invented.", cases=tables)
    yield _page(
        "sources",
        "Sources",
        "What the course tests, and what it leans on.",
        documents=_documents(),
        literature=_literature(told),
        cases=tables,
    )
    for file, title, entries, summary in REFERENCE:
        others = [(other, name) for other, name, *_ in REFERENCE]
        yield _page("reference", title, summary, file=file, here=file, others=others, entries=list(entries()))


def _page(kind: str, title: str, summary: str, aside: str = ON_PAGE, file: str = "", **given: Any) -> Page:
    html = template(f"site/{kind}.html").render(given, title=title, summary=summary)
    return Page(file or f"{kind}.html", title, summary, html, aside)


def _documents() -> list[dict[str, str]]:
    """The documents under the short names that lessons use."""
    titles = enumerate(documents.TITLES.items())
    return [{"file": file, "anchor": f"D{i}", "title": title} for i, (file, title) in titles]


def _ideas(course: list[Lesson]) -> Iterator[dict[str, Any]]:
    """`plg.ideas()`, with when each holds and fails."""
    by_slug = {one.material.slug: one for one in course}
    for row in catalogue.ideas().itertuples():
        idea = catalogue.idea(row.name)
        claimed = [one for one in _documents() if one["file"] in idea.documents]
        yield {
            "name": row.name,
            "claim": row.claim,
            "holds": idea.holds_when,
            "fails": idea.fails_when,
            "documents": claimed,
            "lesson": by_slug.get(row.lesson),
        }


def _cases(course: list[Lesson]) -> list[dict[str, Any]]:
    """`plg.cases()`, with what each table says of itself and the lessons that use it."""
    found = []
    for row in plgkit.cases().to_dict("records"):
        table = plgkit.load(row["name"])
        using = [one for one in course if one.material.case == row["name"]]
        found.append(table.attrs | row | {"columns": list(table.columns), "lessons": using})
    return found


def _literature(course: list[Lesson]) -> list[tuple[Lesson, list[Markup]]]:
    """The sources of each lesson and of its idea, each once."""
    return [
        (one, [_coded(text) for text in dict.fromkeys((*one.material.sources, *one.material.idea.sources))])
        for one in course
    ]


def _coded(text: str) -> Markup:
    """A text of a lesson file as HTML: names between backticks are code.

    >>> print(_coded("a < b in `deals`"))
    a &lt; b in <code>deals</code>
    """
    return Markup(re.sub(r"`([^`]+)`", r"<code>\1</code>", str(escape(text))))
