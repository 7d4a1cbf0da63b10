"""The site: every lesson as a page that is alive without a kernel, with an index, tables and the reference.

It may stand under any address, and opens from a folder too: all links are relative, and all scripts are of
the kind that a browser also runs from a file.
"""

import base64
import gzip
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

import nbformat

from plgkit.pages import links
from plgkit.pages.embedded import EXPLORER, PLACE, script
from plgkit.pages.overviews import overviews
from plgkit.pages.page import body
from plgkit.pages.sections import sections
from plgkit.pages.sitemap import BEGIN, NAME, Page, SiteLesson, lessons
from plgkit.pages.template import template
from plgkit.running import pool
from plgkit.running.execution import execute_file
from plgkit.support import folders, outputs
from plgkit.support.files import make_folder, write
from plgkit.support.outputs import MANIFEST
from plgkit.widgets import styles
from plgkit.widgets.interpreter import interpreter_bytes
from plgkit.widgets.part import library_bytes

MADE_BY = "plgkit site"
SEARCH = "search.js"
EARLIER = "globalThis.plgkitSections = "
"""How the file of the search began in release 0.1.0, whose sites had no manifest."""

BRANCH = "HEAD"
SHARED = "(globalThis.plgkitShared ??= {})"
"""What the scripts of a page have in common: see frontend/src/shared.js."""

EDITION = {"edition": "self-study"}
PRELOAD = ("papermill", "plgkit.running.execution")
"""What the processes that execute the notebooks are forked with."""
PLACES = (
    ("ideas.html", "Ideas"),
    ("cases.html", "Cases"),
    ("sources.html", "Sources"),
    ("reference.html", "Reference"),
)


def build(out: Path, repository: str | None = None) -> Iterator[Path]:
    """Write the site into a folder.

    Parameters
    ----------
    out : Path
        A folder that is new, empty or of an earlier site; no other run may write into it meanwhile.
    repository : str, optional
        The project's name on GitHub, as owner/name, for the buttons that open a notebook elsewhere; without
        it there are none.

    Yields
    ------
    Path
        Each file when it is written.

    Raises
    ------
    Refused
        A name that cannot be one on GitHub, a folder or a file in it that is somebody else's or cannot be
        written to, a notebook that fails.
    """
    elsewhere = launches(repository)
    _own(out)  # refused before anything is made
    make_folder(out)
    with outputs.held(out):
        course = lessons()
        common, tables = shared(), list(overviews(course, elsewhere[BEGIN]))
        files = [*common, *(page.file for page in tables), *(lesson.file for lesson in course), SEARCH]
        _begin(out, files)
        for file, text in common.items():
            yield write(out / file, text)
        entries = []
        for page in chain(tables, map(lesson_page, course, executed(course))):
            entries += [
                {"page": page.title, "file": page.file}
                | {"anchor": section.anchor, "heading": section.heading, "text": section.text}
                for section in sections(page.html)
            ]
            yield write(out / page.file, framed(page, course, elsewhere))
        yield write(out / SEARCH, f"{SHARED}.sections = {script(entries)};\n")


def _own(out: Path) -> set[str]:
    """The files that earlier sites wrote into a folder; what is somebody else's is refused."""
    with suppress(OSError):
        if not (out / MANIFEST).exists() and (out / SEARCH).read_text("utf-8", errors="replace").startswith(EARLIER):
            return {path.name for path in out.iterdir()}
    content = outputs.manifest(out, MADE_BY) or {}
    return set(map(str, content.get("files", [])))


def _begin(out: Path, files: list[str]) -> None:
    """Take a folder that is held, and say in it which files will be there, before the first is written."""
    own = _own(out)
    outputs.check_in_the_way(out, files, own, MADE_BY)
    outputs.clear(out)
    write(out / MANIFEST, json.dumps({"made_by": MADE_BY, "files": sorted(own | {*files})}, indent=1) + "\n")


def launches(repository: str | None) -> dict[str, list[tuple[str, str]]]:
    """Addresses that open the notebooks elsewhere.

    Parameters
    ----------
    repository : str or None
        As for `build`.

    Returns
    -------
    dict
        By notebook, a list of addresses, each with its label; empty without a project.

    Raises
    ------
    Refused
        A name that cannot be one on GitHub.
    """
    names = [lesson.notebook for lesson in lessons()]
    if repository is None:
        return {name: [] for name in names}
    list(links.links(repository, BRANCH))  # refuses what is no project's name
    return {
        name: [
            (links.binder(repository, BRANCH, name), "Open in Binder"),
            (f"{links.GITHUB}/{repository}/blob/{BRANCH}/notebooks/{name}", "The notebook on GitHub"),
        ]
        for name in names
    }


def executed(course: list[SiteLesson]) -> Iterator[nbformat.NotebookNode]:
    """The lessons' notebooks, executed in the edition for those who learn alone.

    Parameters
    ----------
    course : list of SiteLesson

    Yields
    ------
    nbformat.NotebookNode
        In the order of the lessons.
    """
    with pool.local(min(pool.cores(), len(course)), fork=True, preload=PRELOAD) as (executor, _):
        parameters = [EDITION if lesson.material else {} for lesson in course]
        sources = [folders.notebooks() / lesson.notebook for lesson in course]
        yield from executor.map(execute_file, sources, parameters)


def lesson_page(lesson: SiteLesson, notebook: nbformat.NotebookNode) -> Page:
    """A lesson as a page.

    Parameters
    ----------
    lesson : SiteLesson
    notebook : nbformat.NotebookNode
        Executed, with stored outputs.

    Returns
    -------
    Page
        Its links to other notebooks lead to their pages.
    """
    summary = lesson.material.question if lesson.material else lesson.name
    files = {other.notebook: other.file for other in lessons()}
    html = re.sub(r'(?<=href=")[\w.-]+\.ipynb(?=[#"])', lambda link: files.get(link[0], link[0]), body(notebook))
    return Page(lesson.file, lesson.name, summary, html, "Contents", lesson)


def framed(page: Page, course: list[SiteLesson], elsewhere: dict[str, list[tuple[str, str]]]) -> str:
    """A page with what stands around it: navigation, contents, the lesson before and the one after.

    Parameters
    ----------
    page : Page
    course : list of SiteLesson
        All lessons.
    elsewhere : dict
        As `launches` gives it.

    Returns
    -------
    str
        HTML.
    """
    index = course.index(page.lesson) if page.lesson else None
    return template("site/frame.html").render(
        vars(page),
        alive=PLACE in page.html,
        engine=EXPLORER in page.html,
        name=NAME,
        places=PLACES,
        lessons=course,
        sections=[section for section in sections(page.html) if section.level == 2],
        launch=elsewhere[page.lesson.notebook] if page.lesson else [],
        before=course[index - 1] if index else None,
        after=course[index + 1] if index is not None and index + 1 < len(course) else None,
    )


def shared() -> dict[str, str]:
    """The files that all pages share: one style sheet, the front end, the chart library, the search."""
    static = folders.static()
    return {
        "site.css": styles.page_styles("page.css", "plgkit.css", "site.css"),
        "page.js": (static / "page.js").read_text("utf-8"),
        "vega.js": classic(gzip.decompress(library_bytes()).decode(), f"{SHARED}.embed = {{default}};"),
        "python.js": f'{SHARED}.python = "{base64.b64encode(interpreter_bytes()).decode()}";\n',
        "site.js": (static / "site.js").read_text("utf-8"),
    }


def classic(module: str, last: str) -> str:
    """A module that imports nothing, as a script that a browser also runs from a file.

    `last` stands at its end; "{default}" in it is what the module gives by default.

    >>> print(classic("const a = 1;\\nexport{a as default};", "globalThis.library = {default};"))
    (function () {
    "use strict";
    const a = 1;
    globalThis.library = a;
    })();
    """
    export = re.search(r"export\s*\{\s*([\w$]+) as default\s*\};?\s*$", module)
    last = last.replace("{default}", export[1])
    return f'(function () {{\n"use strict";\n{module[: export.start()].rstrip()}\n{last}\n}})();'
