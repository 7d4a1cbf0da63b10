"""Figures that need no browser."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

import nbformat
import psutil
from nbclient import NotebookClient

from plgkit import catalogue, folders
from plgkit.material import every_material
from plgkit.twin import twin_spec

TIMES = 5
RUNS = 200


def imports() -> list[tuple[str, float]]:
    """Seconds to import, beyond starting Python."""

    def seconds(statement: str) -> float:
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-c", statement], check=True)
        return time.perf_counter() - begin

    empty = statistics.median(seconds("pass") for _ in range(TIMES))
    statements = (
        "import pandas",
        "import plgkit",
        "import plgkit; plgkit.UnitEconomics",
        "import plgkit; plgkit.lesson",
    )
    return [(s, statistics.median(seconds(s) for _ in range(TIMES)) - empty) for s in statements]


def ideas() -> Iterator[tuple[str, float, float, float]]:
    """For each idea: run() at the defaults, building its twin, the twin's size."""
    for name in catalogue.names():
        idea = catalogue.idea(name)()
        times = []
        for _ in range(RUNS):
            begin = time.perf_counter()
            idea.run()
            times.append(time.perf_counter() - begin)
        begin = time.perf_counter()
        size = len(json.dumps(twin_spec(idea)).encode())
        yield name, 1000 * statistics.median(times), time.perf_counter() - begin, size / 1000


def memory() -> Iterator[tuple[str, float]]:
    """What the kernel holds after a lesson whose explorers are live."""
    environment = os.environ | {"PLGKIT_OUTPUT": "live"}
    for lesson in every_material():
        notebook = nbformat.read(folders.notebooks() / lesson.notebook, as_version=4)
        with tempfile.TemporaryDirectory() as scratch:
            client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": scratch}})
            with client.setup_kernel(env=environment):
                for index, cell in enumerate(notebook.cells):
                    client.execute_cell(cell, index)
                kernel = psutil.Process(client.km.provisioner.pid)
                yield lesson.notebook, kernel.memory_info().rss / 1e6
