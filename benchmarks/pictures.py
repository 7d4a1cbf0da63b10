"""The README's pictures, taken in a real browser: `python -m benchmarks.pictures`."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat

from benchmarks.browser import a_page
from plgkit.pages.page import page as page_of
from plgkit.support import folders
from tests.browser.conftest import open_notebook, run_all, running_lab

LESSON = "08_read_the_books.ipynb"
DOCS = Path(__file__).parents[1] / "docs"
PHONE = {"width": 375, "height": 930}


def take(out: Path) -> Iterator[Path]:
    """Take each picture into a folder, and give its file."""
    yield lesson(out / "lesson.png")
    yield phone(out / "phone.png")


def lesson(target: Path) -> Path:
    """A learner's prediction over the filings, in JupyterLab."""
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copy(folders.notebooks() / LESSON, scratch)
        with running_lab(Path(scratch)) as address, a_page() as page:
            open_notebook(page, address, LESSON)
            run_all(page)
            box = page.locator(".plg-questions").first.get_by_role("spinbutton")
            box.scroll_into_view_if_needed()
            box.fill("2")
            box.press("Enter")
            reveal = page.locator(".plg-reveal")
            reveal.scroll_into_view_if_needed()
            reveal.locator("svg").wait_for()
            page.evaluate("document.querySelector('.plg-reveal').scrollIntoView({ block: 'center' })")
            page.wait_for_timeout(1000)
            page.screenshot(path=target)
    return target


def phone(target: Path) -> Path:
    """An explorer of the same lesson's page on a phone, without a kernel and without a network."""
    with tempfile.TemporaryDirectory() as scratch, a_page() as page:
        file = Path(scratch, "lesson.html")
        notebook = nbformat.read(folders.notebooks() / LESSON, as_version=4)
        file.write_text(page_of(notebook, "Read the books"), "utf-8")
        page.set_viewport_size(PHONE)
        page.context.set_offline(True)
        page.goto(file.as_uri())
        explorer = page.locator(".plg-explorer").nth(1)
        explorer.locator("svg").wait_for()
        explorer.get_by_role("slider").first.press("ArrowRight")
        explorer.get_by_role("slider").first.blur()
        page.evaluate("globalThis.plgkitShared.drawing")
        explorer.evaluate("part => part.scrollIntoView({ block: 'start', behavior: 'instant' })")
        page.wait_for_timeout(500)
        page.screenshot(path=target)
    return target


def main() -> None:
    for path in take(DOCS):
        print(path.relative_to(DOCS.parent))


if __name__ == "__main__":
    main()
