"""Figures from a real browser: how soon a picture follows a slider."""

import shutil
import statistics
import tempfile
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import sync_playwright

from plgkit.pages.page import page as page_of
from plgkit.support import folders
from tests.browser.conftest import CHROMIUM, QUIET, open_notebook, run_all, running_lab

MOVES = 30
SETTLED = 500
"""Milliseconds after which a browser that was just started no longer slows the page down."""

PAUSE = 400
"""Milliseconds between two moves: longer than any way needs for one, the added round trip included."""

EXPLORER = 'import plgkit as plg\nplg.explore(plg.UnitEconomics(), controls=["churn"])'
INTERACT = """
import plgkit as plg
from ipywidgets import interact, FloatSlider

def show(churn):
    display(plg.UnitEconomics(churn=churn).chart())

churn = plg.UnitEconomics.assumptions()["churn"]
interact(show, churn=FloatSlider(churn.default, min=churn.slider[0], max=churn.slider[1], step=churn.step));
"""

# Half of the round trip each way, between the page and its server.
DELAY = """
const half = %d / 2;
const Real = window.WebSocket;
window.WebSocket = class extends Real {
  send(data) { setTimeout(() => this.readyState === Real.OPEN && super.send(data), half); }
  set onmessage(listener) { super.onmessage = (event) => setTimeout(() => listener.call(this, event), half); }
};
"""

# The time from a key press to the first change of what the picture draws, and the picture's least height.
WATCH = """
([selector, marks]) => {
  window.bench = { times: [], heights: [], pressed: null };
  const area = document.querySelector(selector);
  document.addEventListener('keydown', () => (window.bench.pressed = performance.now()), true);
  new MutationObserver((changes) => {
    const drawn = changes.some((change) =>
      change.type === 'attributes'
        ? change.target.matches(marks)
        : [...change.addedNodes].some((node) => node.matches?.(marks) || node.querySelector?.(marks)));
    if (drawn && window.bench.pressed !== null) {
      window.bench.times.push(performance.now() - window.bench.pressed);
      window.bench.pressed = null;
    }
  }).observe(area, { subtree: true, childList: true, attributes: true, attributeFilter: ['d'] });
  const frame = () => { window.bench.heights.push(area.getBoundingClientRect().height); requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
}
"""

# The time at which the frame is painted in which the first mark of a picture stands on the page.
FIRST_CHART = """
new MutationObserver((_, observer) => {
  if (!document.querySelector('.plg-canvas svg .role-mark path')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => console.debug("first chart", performance.now())));
}).observe(document, { subtree: true, childList: true });
"""

WAYS = {
    "plgkit explorer": (EXPLORER, ".plg-explorer", ".plg-explorer input[type=range]", ".mark-line path"),
    "interact, chart drawn anew (v5 mime bundle)": (
        INTERACT,
        ".jp-OutputArea-output .widget-interact, .jp-OutputArea-output .jupyter-widgets",
        ".noUi-handle",
        "canvas, svg",
    ),
}


@contextmanager
def a_page(script: str = ""):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        if script:
            page.add_init_script(script)
        yield page
        browser.close()


def first_chart(address: str) -> float:
    """Milliseconds from opening an address, with an empty cache, to its first chart. The page tells it by itself."""
    with a_page(FIRST_CHART) as page:
        page.context.set_offline(address.startswith("file:"))
        page.wait_for_timeout(SETTLED)
        with page.expect_console_message(lambda message: message.text.startswith("first chart")) as event:
            page.goto(address)
        return float(event.value.text.split()[-1])


def lab(round_trip: int) -> list[tuple[str, float, float, str]]:
    """Each way of following a slider: p50, p95, and how far the picture collapsed."""
    rows = []
    with tempfile.TemporaryDirectory() as scratch, running_lab(Path(scratch)) as address:
        for number, (way, (source, area, slider, marks)) in enumerate(WAYS.items()):
            kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
            nbformat.write(new_notebook(cells=[new_code_cell(source)], metadata=kernel), f"{scratch}/way{number}.ipynb")
            with a_page(DELAY % round_trip if round_trip else "") as page:
                open_notebook(page, address, f"way{number}.ipynb")
                run_all(page)
                page.locator(area).first.locator(marks).first.wait_for()
                rows.append((way, *_moved(page, area, slider, marks)))
    (_, ours, *_), (_, theirs, *_) = rows
    return [*rows, ("interact / explorer", theirs / ours, "", "")]


def _moved(page, area: str, slider: str, marks: str) -> tuple[float, float, str]:
    times = sorted(moves(page, area, slider, marks))
    heights = page.evaluate("window.bench.heights")
    return statistics.median(times), times[round(0.95 * (len(times) - 1))], f"{min(heights) / max(heights):.0%}"


def moves(page, area: str, slider: str, marks: str) -> list[float]:
    """Milliseconds from a key press to the first change of the picture, move by move from a slider's very first."""
    handle = page.locator(slider).first
    handle.scroll_into_view_if_needed()
    page.wait_for_timeout(2000)
    handle.focus()
    page.evaluate(WATCH, [area, marks])
    for move in range(MOVES):
        handle.press("ArrowLeft" if move % 2 else "ArrowRight")  # a page of 0.1.0 has few stops
        page.wait_for_timeout(PAUSE)
    times = page.evaluate("window.bench.times")
    if len(times) < MOVES * 0.9:
        raise RuntimeError(f"only {len(times)} of {MOVES} moves changed the picture")
    return times


def handout() -> list[tuple[str, str]]:
    """The size of a handout, and how soon its first chart stands."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch, "handout.html")
        notebook = nbformat.read(folders.notebooks() / "08_read_the_books.ipynb", as_version=4)
        file.write_text(page_of(notebook, "Read the books"), "utf-8")
        times = [first_chart(file.as_uri()) for _ in range(5)]
        size = file.stat().st_size / 1e6
        shutil.rmtree(scratch, ignore_errors=True)
    return [("size", f"{size:.2f} MB"), ("first chart after (median of 5)", f"{statistics.median(times):.0f} ms")]
