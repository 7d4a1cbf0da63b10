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
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import psutil

from benchmarks.tables import show
from plgkit import folders
from plgkit.material import material

LESSONS = ("read-the-books", "saying-no", "leaky-bucket")
TEAMS = 20
SAMPLE = 2
"""Teams that the shell loop serves: every one of its runs takes the same, so it is scaled."""

CORES = 2
SUBREAPER = 36
"""Linux's number for: processes whose parent has ended become mine."""


def loop(teams: int, out: Path) -> None:
    """One papermill command after the other."""
    for source, target, team in jobs(teams, out):
        command = [sys.executable, "-m", "papermill", source, target, "-p", "team", team, "--no-progress-bar"]
        subprocess.run(command, check=True, capture_output=True)


def api(teams: int, out: Path) -> None:
    """Two processes that call papermill."""
    with ProcessPoolExecutor(CORES, mp_context=get_context("spawn")) as pool:
        list(pool.map(_papermill, jobs(teams, out), chunksize=len(LESSONS)))


def _papermill(job: tuple[str, str, str]) -> None:
    import papermill

    source, target, team = job
    papermill.execute_notebook(source, target, {"team": team}, progress_bar=False)


def build(teams: int, out: Path) -> None:
    """plgkit build, which besides makes pages, answer keys, the guide and the index."""
    plan = out / "workshop.yml"
    plan.write_text(json.dumps({"lessons": LESSONS, "teams": names(teams), "editions": ["attendee"]}))
    command = [sys.executable, "-c", "from plgkit.cli import main\nif __name__ == '__main__': main()", "build"]
    command += [str(plan), "--out", str(out / "handouts")]
    subprocess.run(command, check=True, capture_output=True)


def names(teams: int) -> list[str]:
    return [f"Team {number}" for number in range(1, teams + 1)]


def jobs(teams: int, out: Path) -> list[tuple[str, str, str]]:
    files = [folders.notebooks() / material(slug).notebook for slug in LESSONS]
    return [(str(file), str(out / f"{team} {file.name}"), team) for team in names(teams) for file in files]


def measured(way: str, teams: int) -> tuple[float, float, float]:
    """Seconds by the clock, seconds of processor in all processes together, and the memory of a worker."""
    spent = -_processor()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as out:
        process = subprocess.Popen([sys.executable, "-m", "benchmarks.workshop", way, str(teams), out])
        seen: list[float] = []
        watcher = threading.Thread(target=_watch, args=(process.pid, seen), daemon=True)
        watcher.start()
        if process.wait():
            raise RuntimeError(f"{way} failed")
        seconds = time.monotonic() - began
        watcher.join()
        try:
            while True:  # what it left behind ends by itself
                os.wait()
        except ChildProcessError:
            pass
    return seconds, spent + _processor(), max(seen, default=0)


def _processor() -> float:
    used = os.times()
    return used.children_user + used.children_system


def _watch(pid: int, seen: list[float]) -> None:
    """The most that one worker has together with its kernel, again and again, in MB.

    Memory that processes share is divided among them. Workers and kernels are grandchildren of plgkit build.
    """
    try:
        root = psutil.Process(pid)
        while root.is_running() and root.status() != psutil.STATUS_ZOMBIE:
            found = [[_own(one) for one in server.children()] for main in root.children() for server in main.children()]
            seen.append(sum(max(sizes, default=0) for sizes in found) / 1e6)
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
    seconds, processor, _ = measured("loop", SAMPLE)
    name = f"shell loop over papermill ({SAMPLE * len(LESSONS)} runs, scaled)"
    found = {name: (seconds * factor, processor * factor, 0)}
    found["papermill's API, two processes"] = measured("api", teams)
    found["plgkit build, with pages, guide and index"] = quickest = measured("build", teams)
    return [
        (way, round(seconds), round(spent), round(seconds / quickest[0], 1), round(memory) or "")
        for way, (seconds, spent, memory) in found.items()
    ]


def main(arguments: list[str]) -> None:
    teams = int(arguments[0]) if arguments else TEAMS
    header = ["way", "seconds", "of processor", "times as long", "a worker with its kernel, MB"]
    show(f"{teams} teams × {len(LESSONS)} lessons on {CORES} cores", header, table(teams))


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in ("loop", "api", "build"):
        {"loop": loop, "api": api, "build": build}[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
    else:
        main(sys.argv[1:])
