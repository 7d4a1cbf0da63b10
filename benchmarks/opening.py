"""Opening and running each notebook in JupyterLab in a real browser."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import nbformat
import psutil
from nbformat.v4 import new_code_cell, new_notebook, new_output

from benchmarks.browser import a_page
from plgkit.authoring.lab import START
from plgkit.authoring.refresh import KERNEL
from plgkit.charts import vegalite
from plgkit.charts.picture import alt, dress
from plgkit.course.catalogue import every_material
from plgkit.support import folders
from tests.browser.conftest import running_lab

TIMES = 3
REFERENCE = "reference"
CHART = ".jp-RenderedVegaCommon5 canvas, .jp-RenderedVegaCommon5 svg, .plg-canvas svg"

# A notebook opened beside the launcher, as a click in the list of files does it; cells are reached by scrolling,
# since JupyterLab draws only what is near the window.
OPEN = """
async ([file, chart]) => {
  const app = window.jupyterapp, begin = performance.now();
  await app.commands.execute('docmanager:open', { path: file, factory: 'Notebook' });
  const panel = app.shell.currentWidget;
  await panel.context.ready;
  const cells = panel.content.widgets;
  const first = cells.findIndex((cell) => (cell.model.sharedModel.outputs || []).some(
    (output) => output.data && 'application/vnd.vegalite.v5+json' in output.data));
  panel.content.scrollToItem(first, 'start');
  while (!panel.node.querySelector(chart)) await new Promise(requestAnimationFrame);
  return performance.now() - begin;
}
"""

RUN = """
async () => {
  const app = window.jupyterapp, panel = app.shell.currentWidget, session = panel.sessionContext;
  await session.ready;
  while (session.session.kernel.status !== 'idle') await new Promise(requestAnimationFrame);
  const begin = performance.now();
  await app.commands.execute('notebook:run-all-cells');
  while (session.session.kernel.status !== 'idle') await new Promise(requestAnimationFrame);
  return [performance.now() - begin, session.session.kernel.id];
}
"""

CLOSE = """
async () => {
  const panel = window.jupyterapp.shell.currentWidget;
  await panel.sessionContext.shutdown();
  await panel.context.revert();
  panel.dispose();
}
"""


def reference() -> nbformat.NotebookNode:
    """What any notebook with a table and a chart costs."""
    chart = dress(alt.layer(alt.Chart(alt.Data(values=[{"x": 1}])).mark_bar().encode(x="x:Q")), "one bar")
    output = new_output("display_data", data=vegalite.bundle(chart.to_dict(), "one bar"))
    cell = new_code_cell("import pandas, altair", outputs=[output])
    return new_notebook(cells=[cell], metadata={"kernelspec": KERNEL})


Run = tuple[float, float, float]
"""The kernel's memory (MB), the seconds to the first chart, and those to the end of all cells."""


def measured() -> Iterator[tuple[str, list[Run], list[Run]]]:
    """For the start page and each lesson, `TIMES` runs, and as many of the reference, in turn with them.

    What else runs on the machine changes within minutes: only runs side by side can be compared.
    """
    with tempfile.TemporaryDirectory() as scratch:
        notebooks = [START, *(lesson.notebook for lesson in every_material())]
        for name in notebooks:
            shutil.copy(folders.notebooks() / name, scratch)
        nbformat.write(reference(), Path(scratch, f"{REFERENCE}.ipynb"))
        with running_lab(Path(scratch)) as address, a_page() as page:
            page.set_default_timeout(120_000)
            page.goto(f"{address}lab?token=course&reset")
            page.wait_for_function("window.jupyterapp?.started")
            page.wait_for_selector(".jp-Launcher")
            _once(page, REFERENCE)  # what a first notebook alone pays
            for name in notebooks:
                stem = Path(name).stem
                pairs = [(_once(page, stem), _once(page, REFERENCE)) for _ in range(TIMES)]
                yield stem, *map(list, zip(*pairs, strict=True))


def _once(page, name: str) -> Run:
    opened = page.evaluate(OPEN, [f"{name}.ipynb", CHART])
    ran, kernel = page.evaluate(RUN)
    memory = _kernel(kernel).memory_info().rss / 1e6
    page.evaluate(CLOSE)
    return memory, opened / 1000, ran / 1000


def _kernel(identity: str) -> psutil.Process:
    """The process of a kernel: its connection file is named after it."""
    for process in psutil.process_iter(["cmdline"]):
        if any(identity in argument for argument in process.info["cmdline"] or []):
            return process
    raise RuntimeError(f"no process belongs to the kernel {identity}")
