"""A class served: the same notebooks executed by a loop over papermill, by its API, and by plgkit build.

`python -m benchmarks.workshop [teams]`; a few minutes for the 20 teams that the README quotes.
"""

import ctypes
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from benchmarks.tables import show
from plgkit.course.catalogue import material
from plgkit.support import folders

LESSONS = ("read-the-books", "saying-no", "leaky-bucket")
TEAMS = 20
SAMPLE = 2
"""Teams that the shell loop serves: each of its runs is like the others, so it is scaled."""

CORES = 2
SUBREAPER = 36
"""Linux's number for: processes whose parent has ended become mine."""

API = f"""
import sys
from concurrent.futures import ProcessPoolExecutor

def run(job):
    import papermill
    papermill.execute_notebook(*job[:2], {{"team": job[2]}}, progress_bar=False)

if __name__ == "__main__":
    with ProcessPoolExecutor({CORES}) as pool:
        list(pool.map(run, (line.split("|") for line in sys.stdin.read().splitlines())))
"""

LOOP = f"""while IFS='|' read -r source target team; do
    "{sys.executable}" -m papermill "$source" "$target" -p team "$team" --no-progress-bar || exit 1
done"""

PLGKIT = "from plgkit.cli import main\nif __name__ == '__main__': main()"


def loop(teams: int, out: Path) -> list[str]:
    """One papermill command after the other, for the jobs on standard input."""
    return ["sh", "-c", LOOP]


def api(teams: int, out: Path) -> list[str]:
    """Two processes that call papermill, for the jobs on standard input."""
    return [sys.executable, "-c", API]


def build(teams: int, out: Path) -> list[str]:
    """plgkit build, which also makes the pages, the guide and the index, and checks every answer key."""
    plan = {"lessons": LESSONS, "teams": names(teams), "editions": ["attendee"]}
    (out / "workshop.yml").write_text(json.dumps(plan))
    return [sys.executable, "-c", PLGKIT, "build", str(out / "workshop.yml"), "--out", str(out / "handouts")]


def names(teams: int) -> list[str]:
    return [f"Team {number}" for number in range(1, teams + 1)]


def jobs(teams: int, out: Path) -> str:
    """Source, target and team of each notebook, a line for each."""
    sources = [folders.notebooks() / material(slug).notebook for slug in LESSONS]
    return "".join(f"{source}|{out / f'{team} {source.name}'}|{team}\n" for team in names(teams) for source in sources)


def measured(way: Callable[[int, Path], list[str]], teams: int) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of processor in all processes together, and the memory of a worker, MB."""
    with tempfile.TemporaryDirectory() as folder, open(Path(folder) / "log", "w") as log:
        command, lines = way(teams, Path(folder)), jobs(teams, Path(folder))
        spent, began = -_processor(), time.monotonic()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log, text=True)
        samples: list[float] = []
        watcher = threading.Thread(target=_watch, args=(process.pid, samples), daemon=True)
        watcher.start()
        process.communicate(lines)
        seconds = time.monotonic() - began
        if process.returncode:
            raise RuntimeError((Path(folder) / "log").read_text())
        watcher.join()
        try:
            while True:  # what it left behind ends by itself
                os.wait()
        except ChildProcessError:
            pass
    return seconds, spent + _processor(), max(samples, default=0)


def _processor() -> float:
    used = os.times()
    return used.children_user + used.children_system


def _watch(pid: int, samples: list[float]) -> None:
    """The most that one worker has together with its kernel, again and again, in MB.

    Memory that processes share is divided among them. Workers and kernels are grandchildren of plgkit build.
    """
    try:
        root = psutil.Process(pid)
        while root.is_running() and root.status() != psutil.STATUS_ZOMBIE:
            workers = [[_own(worker) for worker in server.children()] for server in root.children()]
            samples.append(sum(max(sizes, default=0) for sizes in workers) / 1e6)
            time.sleep(0.5)
    except psutil.Error:
        return


def _own(process: psutil.Process) -> float:
    try:
        return process.memory_full_info().pss
    except psutil.Error:
        return 0.0


def table(teams: int = TEAMS) -> list[tuple]:
    """Each way with its seconds, and how many times longer it takes than plgkit build."""
    ctypes.CDLL(None).prctl(SUBREAPER, 1, 0, 0, 0)
    factor = teams / SAMPLE
    seconds, processor, _ = measured(loop, SAMPLE)
    name = f"shell loop over papermill ({SAMPLE * len(LESSONS)} runs, scaled)"
    ways = {name: (seconds * factor, processor * factor, 0)}
    ways["papermill's API, two processes"] = (*measured(api, teams)[:2], 0)
    ways["plgkit build, with pages, guide and index"] = quickest = measured(build, teams)
    return [
        (way, round(seconds), round(spent), round(seconds / quickest[0], 1), round(memory) or "")
        for way, (seconds, spent, memory) in ways.items()
    ]


def main(arguments: list[str]) -> None:
    teams = int(arguments[0]) if arguments else TEAMS
    header = ["way", "seconds", "of processor", "times as long", "a worker with its kernel, MB"]
    show(f"{teams} teams × {len(LESSONS)} lessons on {CORES} cores", header, table(teams))


if __name__ == "__main__":
    main(sys.argv[1:])
