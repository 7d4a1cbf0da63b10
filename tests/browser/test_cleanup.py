"""A cell that is run again and again leaves nothing behind in the page."""

import nbformat
import pytest

from tests.browser.conftest import open_notebook, run_all

pytestmark = pytest.mark.browser

TIMES = 20
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
SETUP = """
import plgkit as plg
from IPython.display import display
lesson = plg.lesson("leaky-bucket", team="Cleanup")
(prediction,) = lesson.material.predictions
lesson.keep_answer(prediction, [100.0] * len(prediction.at))
"""
CELL = """
parts = [lesson.explore(name) for name in list(lesson.material.views)[:1]]
parts += [lesson.predict(prediction.name), lesson.reveal(prediction.name), lesson.quiz()]
display(*parts, lesson.answers(), lesson.take_home())
"""
PARTS = 6
SETTLES = 20

# Counts from outside what the front end counts itself.
WATCH = """
globalThis.watched = { listeners: 0, observers: 0, urls: 0 };
for (const [method, by] of [["addEventListener", 1], ["removeEventListener", -1]]) {
  const plain = EventTarget.prototype[method];
  EventTarget.prototype[method] = function (type, ...rest) {
    if (type === "plgkit:answered") watched.listeners += by;
    return plain.call(this, type, ...rest);
  };
}
globalThis.drawings = [];
const make = Document.prototype.createElementNS;
Document.prototype.createElementNS = function (space, name, ...rest) {
  const made = make.call(this, space, name, ...rest);
  if (name === "svg") drawings.push(new WeakRef(made));
  return made;
};
globalThis.ResizeObserver = class extends ResizeObserver {
  observe(element, ...rest) {
    this.ours ||= element.matches(".plg-canvas, .plg-drawing");
    watched.observers += this.ours;
    return super.observe(element, ...rest);
  }
  disconnect() {
    watched.observers -= Boolean(this.ours);
    return super.disconnect();
  }
};
for (const [method, by] of [["createObjectURL", 1], ["revokeObjectURL", -1]]) {
  const plain = URL[method];
  URL[method] = (...rest) => { watched.urls += by; return plain.apply(URL, rest); };
}
"""

# The pictures of the cell that runs are drawn, and those of the cell before are gone.
SETTLED = """
async ([mark, parts]) => {
  const shown = () => document.querySelectorAll(".jp-OutputArea .plg").length === parts
    && !document.querySelector(`.plg[data-run="${mark}"]`)
    && document.querySelectorAll(".plg-canvas svg").length === 2;
  while (!shown()) await new Promise((resolve) => setTimeout(resolve, 20));
  await plgkitShared.drawing;
}
"""


def run_again(page, mark):
    """Run the last cell once more, and wait until it is drawn."""
    page.evaluate("mark => document.querySelectorAll('.plg').forEach((part) => (part.dataset.run = mark))", mark)
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-cell')")
    page.evaluate(SETTLED, [mark, PARTS])


def alive(page):
    """What the page holds: by the front end's own count, by the browser's calls, and in memory after collection."""
    client = page.context.new_cdp_session(page)
    client.send("HeapProfiler.enable")
    client.send("HeapProfiler.collectGarbage")
    # Not by Runtime.queryObjects, which ends a page that runs WebAssembly.
    drawn = "drawings.filter((drawing) => drawing.deref()?.matches('.marks, .plg-drawing')).length"
    drawings = page.evaluate(drawn)
    client.detach()
    return page.evaluate("({ ...plgkitShared.live, ...watched })") | {"drawings": drawings}


def test_a_cell_run_twenty_times_leaves_nothing_behind(watched, lab, course):
    page = watched.page
    page.add_init_script(WATCH)
    cells = [nbformat.v4.new_code_cell(source.strip()) for source in (SETUP, CELL)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL}), course / "cleanup.ipynb")
    open_notebook(page, lab, "cleanup.ipynb")
    run_all(page)
    page.evaluate("window.jupyterapp.shell.currentWidget.content.activeCellIndex = 1")
    page.evaluate(SETTLED, ["none", PARTS])
    for time in range(3):
        run_again(page, f"first {time}")
    before = alive(page)
    assert before["views"] == 2 and before["guards"] == PARTS and before["timers"] == 0
    for time in range(TIMES):
        run_again(page, time)
    # JupyterLab lets go of the last outputs when it likes: what matters is that runs do not add up.
    kept = before.pop("drawings") + TIMES
    for _ in range(SETTLES):
        after = alive(page)
        drawings = after.pop("drawings")
        if after == before and drawings < kept:
            break
        page.wait_for_timeout(500)
    assert after == before
    assert drawings < kept
    watched.is_clean()
