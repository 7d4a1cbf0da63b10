"""The README's picture, taken in JupyterLab: `python -m benchmarks.pictures`."""

import shutil
import tempfile
from pathlib import Path

from benchmarks.browser import a_page
from plgkit import folders
from tests.browser.conftest import open_notebook, run_all, running_lab

LESSON = "08_read_the_books.ipynb"
TARGET = Path(__file__).parents[1] / "docs" / "lesson.png"


def main() -> None:
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
            page.screenshot(path=TARGET)
    print(TARGET.relative_to(TARGET.parents[1]))


if __name__ == "__main__":
    main()
