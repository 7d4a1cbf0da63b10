"""Figures that need no browser."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator

from plgkit.ideas import catalogue
from plgkit.widgets.stored_picture import twin_spec

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


def cases() -> list[tuple[str, float]]:
    """Seconds to load each case, in a Python that has loaded others only."""
    loads = """
import json, sys, time
import plgkit as plg
load, names, times = plg.load, list(plg.cases()["name"]), {}
for name in names[int(sys.argv[1]) :] + names[: int(sys.argv[1])]:
    begin = time.perf_counter()
    load(name)
    times[name] = time.perf_counter() - begin
print(json.dumps(times))
"""
    rounds = [
        json.loads(subprocess.run([sys.executable, "-c", loads, str(first)], check=True, stdout=subprocess.PIPE).stdout)
        for first in range(TIMES)
    ]
    return [(name, statistics.median(times[name] for times in rounds)) for name in rounds[0]]
