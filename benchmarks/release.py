"""The course beside release 0.1.0, measured in turn in one run on this machine: what a reader waits for.

python -m benchmarks.release
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from benchmarks import browser, weight
from benchmarks.tables import show
from plgkit.ideas import catalogue
from plgkit.support import folders
from plgkit.widgets.explorer import explore
from tests.browser.conftest import open_notebook, run_all, running_lab

COMMIT = "5afc07f1b7f277b1829fbba6730f995fa05815f9"
"""Release 0.1.0, in this project's history."""

ROOT = Path(__file__).parents[1]
TURNS = 3
RUNS = 300
LESSON = "09_leaky_bucket.ipynb"
FIGURE = ["figure", "now", "0.1.0", "now / 0.1.0"]

# Both releases run these; what they import is found where PYTHONPATH says.
PAGE = """
import sys, nbformat
notebook = nbformat.read(sys.argv[1], as_version=4)
try:
    from plgkit.pages.page import page
    html = page(notebook, "a lesson")
except ImportError:
    from plgkit.page import page
    html = page(notebook, "a lesson", "plgkit.lesson")
open(sys.argv[2], "w", encoding="utf-8").write(html)
"""
RUN = """
import json, statistics, sys, time
import plgkit as plg
figures = {}
for name in json.loads(sys.argv[1]):
    idea, times = getattr(plg, name)(), []
    for _ in range(int(sys.argv[2])):
        begin = time.perf_counter()
        idea.run()
        times.append(1000 * (time.perf_counter() - begin))
    figures[name] = statistics.median(times)
print(json.dumps(figures))
"""
IMPORT = """
import sys, time
begin = time.perf_counter()
__import__(sys.argv[1])
print(1000 * (time.perf_counter() - begin))
"""

# Not by Playwright's own waiting, which evaluates strings: the policy of the page forbids it.
STARTED = "async () => { while (!plgkitShared.engines?.size) await new Promise((resolve) => setTimeout(resolve, 50)); }"

# Milliseconds of each run of a model in the page's interpreter, at values that differ each time.
IN_PAGE = """
async ([model, name, positions, runs]) => {
  const [engine] = await Promise.all([...plgkitShared.engines.values()]);
  const times = [];
  for (let i = 0; i < runs; i++) {
    const begin = performance.now();
    engine.cell(model, { [name]: positions[i % positions.length] });
    times.push(performance.now() - begin);
  }
  return times;
}
"""


@contextmanager
def before() -> Iterator[Path]:
    """The files of release 0.1.0, with the chart library that a build puts among them."""
    with tempfile.TemporaryDirectory() as scratch:
        archive = subprocess.run(["git", "archive", COMMIT], cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
        subprocess.run(["tar", "-x", "-C", scratch], input=archive, check=True)
        shutil.copy(folders.static() / "vega.js.gz", Path(scratch, "plgkit", "static"))
        yield Path(scratch)


def asked(tree: Path, script: str, *arguments: str) -> str:
    """What a script prints in a process that imports the course from this tree."""
    environment = os.environ | {"PYTHONPATH": str(tree)}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, env=environment, cwd=tree, check=True, stdout=subprocess.PIPE, text=True).stdout


def turns(measure: Callable[[Path], dict[str, float]], old: Path) -> list[tuple[str, float, float, float]]:
    """The medians of what is measured of either release in turn, and their ratio."""
    rounds = [(measure(ROOT), measure(old)) for _ in range(TURNS)]
    rows = []
    for name in rounds[0][0]:
        now, then = (statistics.median(one[name] for one in side) for side in zip(*rounds, strict=True))
        rows.append((name, now, then, now / then))
    return rows


def runs(tree: Path) -> dict[str, float]:
    """Milliseconds of `run()` of each idea."""
    return json.loads(asked(tree, RUN, json.dumps(catalogue.names()), str(RUNS)))


def imports(tree: Path) -> dict[str, float]:
    """Milliseconds to import the course, as a share of those to import pandas."""
    course, pandas = (float(asked(tree, IMPORT, name)) for name in ("plgkit", "pandas"))
    return {"import plgkit / import pandas": course / pandas}


def handout(tree: Path) -> dict[str, float]:
    """A lesson's page as one file: its weight, its first chart, and how soon the picture follows a slider."""
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch, "handout.html")
        asked(tree, PAGE, str(tree / "notebooks" / LESSON), str(file))
        first = statistics.median(browser.first_chart(file.as_uri()) for _ in range(5))
        with browser.a_page() as page:
            page.goto(file.as_uri())
            page.locator(".plg-explorer .mark-line path").first.wait_for()
            moves = browser.moves(page, ".plg-explorer", ".plg-explorer input[type=range]", ".mark-line path")
        size = file.stat().st_size / 1000
    return {"weight, kB": size, "first chart after, ms": first} | _figures(moves)


def lab(tree: Path, round_trip: int) -> dict[str, float]:
    """The same of an explorer in JupyterLab."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    cells = [new_code_cell('import plgkit as plg\nplg.explore(plg.LeakyBucket(), controls=["acquisition"])')]
    with tempfile.TemporaryDirectory() as scratch, weight.path_of(tree), running_lab(Path(scratch)) as address:
        nbformat.write(new_notebook(cells=cells, metadata=kernel), f"{scratch}/explorer.ipynb")
        with browser.a_page(browser.DELAY % round_trip if round_trip else "") as page:
            open_notebook(page, address, "explorer.ipynb")
            run_all(page)
            page.locator(".plg-explorer .mark-line path").first.wait_for()
            return _figures(browser.moves(page, ".plg-explorer", ".plg-explorer input[type=range]", ".mark-line path"))


def _figures(moves: list[float]) -> dict[str, float]:
    first, second, *_ = moves
    ordered = sorted(moves)
    return {
        "slider to picture, p50, ms": statistics.median(moves),
        "slider to picture, p95, ms": ordered[round(0.95 * (len(ordered) - 1))],
        "first move beyond the second, ms": first - second,
    }


def in_page() -> Iterator[tuple[str, float, float]]:
    """Milliseconds of a run of each idea in the page's interpreter: p50, p95."""
    with tempfile.TemporaryDirectory() as scratch, browser.a_page() as page:
        file = Path(scratch, "page.html")
        asked(ROOT, PAGE, str(folders.notebooks() / LESSON), str(file))
        page.goto(file.as_uri())
        page.evaluate(STARTED)
        for name in catalogue.names():
            payload = explore(catalogue.idea(name)()).payload()
            control = payload["controls"][0]
            times = page.evaluate(IN_PAGE, [payload["model"], control["name"], control["positions"], RUNS])
            yield name, statistics.median(times), sorted(times)[round(0.95 * (RUNS - 1))]


def main() -> None:
    """Print the tables."""
    with before() as old:
        show("run() of each idea in CPython, p50 in ms", FIGURE, turns(runs, old))
        show("Importing", FIGURE, turns(imports, old))
        show("A handout, opened from a file", FIGURE, turns(handout, old))
        show("An explorer in JupyterLab", FIGURE, turns(lambda tree: lab(tree, 0), old))
        show("The same with 200 ms of round trip added", FIGURE, turns(lambda tree: lab(tree, 200), old))
    show("run() of each idea in the page", ["idea", "p50, ms", "p95, ms"], in_page())
    print(f"\nInstalled: {weight.total():.0f} MB")
    load, cores = os.getloadavg()[0], os.cpu_count()
    print(f"\nOther work while this ran: a load of {load:.1f} on {cores} cores at the end.")


if __name__ == "__main__":
    main()
