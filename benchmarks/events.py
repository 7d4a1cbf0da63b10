"""Figures of funnels on event logs: `python -m benchmarks.events`, and `--millions 10 100` for larger logs."""

import argparse
import json
import math
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.tables import show
from plgkit.events.funnel import funnel

STEPS = ["visit", "signup", "activate", "pay"]
SEED, EACH = 20240501, 10
"""Each user has so many events on average."""

ROUNDS, LONG_ROUNDS, AGAIN = 5, 3, 5
DISK = 70
"""Bytes on disk for an event, the file and what is sorted in parts."""

RIVAL = "retentioneering==5.2.4"
RIVAL_HOME = Path(__file__).parents[1] / ".venv" / "benchmarks" / RIVAL
RIVAL_SCRIPT = f"""
import json, sys, time
import pandas as pd
from retentioneering.eventstream.eventstream import Eventstream
begin = time.perf_counter()
stream = Eventstream(pd.read_parquet(sys.argv[1]))
counted = stream.funnel_data({STEPS})
first, again = time.perf_counter() - begin, []
for _ in range({AGAIN}):
    begin = time.perf_counter()
    stream.funnel_data({STEPS})
    again.append(time.perf_counter() - begin)
print(json.dumps({{"first": first, "again": again, "users": [step["unique_paths"] for step in counted["steps"]]}}))
"""


def generate(file: Path, events: int, text: bool) -> None:
    """A log in order of time, the same for the same seed; users are called by a number or a text."""
    number = f"(hash(i, {SEED}) % {events // EACH})"
    user = f"'user-' || lpad({number}::VARCHAR, 9, '0')" if text else f"{number}::BIGINT"
    gap = 90 * 86_400_000_000 // events
    time = f"TIMESTAMP '2024-01-01' + to_microseconds((i * {gap} + hash(i, {SEED + 1}) % {gap})::BIGINT)"
    kinds = "WHEN k < 30 THEN 'visit' WHEN k < 50 THEN 'signup' WHEN k < 62 THEN 'activate' WHEN k < 70 THEN 'pay'"
    rows = f"SELECT i, hash(i, {SEED + 2}) % 100 AS k FROM range({events}) t(i)"
    columns = f"{user} AS user_id, CASE {kinds} ELSE 'view' END AS event, {time} AS timestamp"
    with duckdb.connect() as con:
        con.execute("SET enable_progress_bar = false")
        con.execute(f"COPY (SELECT {columns} FROM ({rows})) TO '{file}' (FORMAT parquet)")


def measured(file: str, within: str | None, again: int) -> dict[str, Any]:
    """A funnel from a file, then again with the file as plgkit keeps it."""
    begin, work = time.perf_counter(), time.process_time()
    users = funnel(file, STEPS, within=within).users.tolist()
    first, cpu, later = time.perf_counter() - begin, time.process_time() - work, []
    for _ in range(again):
        begin = time.perf_counter()
        funnel(file, STEPS, within=within)
        later.append(time.perf_counter() - begin)
    return {"first": first, "cpu": cpu, "again": later, "users": users}


def sorted_bare(file: str) -> dict[str, Any]:
    """DuckDB sorting the three columns, as it comes."""
    with tempfile.TemporaryDirectory() as spill, duckdb.connect(config={"temp_directory": spill}) as con:
        begin, work = time.perf_counter(), time.process_time()
        what = f"SELECT user_id, event, timestamp FROM '{file}' ORDER BY user_id, timestamp"
        con.execute(f"CREATE TEMP TABLE sorted AS {what}")
        return {"first": time.perf_counter() - begin, "cpu": time.process_time() - work}


def child(way: str, file: Path, *more: Any) -> dict[str, Any]:
    """One of the two above in a process of its own, with its largest memory in GB."""
    command = [sys.executable, "-m", "benchmarks.events", "--child", json.dumps([way, str(file), *more])]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def as_child(call: str) -> None:
    way, *arguments = json.loads(call)
    run = {"measured": measured, "sorted_bare": sorted_bare}[way](*arguments)
    # In kB, on macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps(run | {"memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e9}))


def rival() -> Path | None:
    """The Python of an environment with retentioneering in it, which is made once; None where it cannot be."""
    python = RIVAL_HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (RIVAL_HOME / "installed").exists():
        shutil.rmtree(RIVAL_HOME, ignore_errors=True)
        venv.create(RIVAL_HOME, with_pip=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", RIVAL]
        done = subprocess.run(install, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            shutil.rmtree(RIVAL_HOME, ignore_errors=True)
            print(f"\n{RIVAL} cannot be installed: {(done.stderr.strip() or 'pip failed').splitlines()[-1]}")
            return None
        (RIVAL_HOME / "installed").touch()
    return python


def small(folder: Path) -> None:
    """A million events: plgkit and retentioneering in turn, from the same file."""
    file, script, python = folder / "1.parquet", folder / "rival.py", rival()
    script.write_text(RIVAL_SCRIPT)
    generate(file, 1_000_000, text=True)
    runs: dict[str, list[dict]] = {}
    for _ in range(ROUNDS):
        for within in (None, "14d"):
            way = f"plgkit, {'within 14 days' if within else 'without a window'}"
            runs.setdefault(way, []).append(child("measured", file, within, AGAIN))
        if python:
            # It would tell its makers about each call.
            quiet = os.environ | {"RETENTIONEERING_NO_TRACK": "1"}
            done = subprocess.run([python, script, file], check=True, stdout=subprocess.PIPE, env=quiet)
            runs.setdefault(f"{RIVAL.replace('==', ' ')}, without a window", []).append(json.loads(done.stdout))
    ours, *_, theirs = runs.values()
    if python and ours[0]["users"] != theirs[0]["users"]:
        raise RuntimeError(f"plgkit counts {ours[0]['users']}, retentioneering {theirs[0]['users']}")
    rows = [(way, _median(times, "first"), _again(times)) for way, times in runs.items()]
    if python:
        first, again = _median(theirs, "first") / _median(ours, "first"), _again(theirs) / _again(ours)
        rows.append(("retentioneering / plgkit, without a window", first, again))
    header = ["way", "from the file to the first funnel, s", "each funnel once loaded, s"]
    show(f"A million events of 100,000 users, four steps (median of {ROUNDS})", header, rows)


def against_sort(folder: Path) -> None:
    """Ten million: plgkit and a bare sort in turn, from the same file."""
    rows = []
    for text in (True, False):
        file = folder / f"10-{text}.parquet"
        generate(file, 10_000_000, text)
        runs: dict[str, list] = {"sorted_bare": [], "measured": []}
        for _ in range(LONG_ROUNDS):
            runs["sorted_bare"].append(child("sorted_bare", file))
            runs["measured"].append(child("measured", file, "14d", 0))
        if len({tuple(run["users"]) for run in runs["measured"]}) > 1:
            raise RuntimeError("plgkit counted differently from run to run")
        sort, ours = (_median(ways, "first") for ways in runs.values())
        cpu = _median(runs["measured"], "cpu") / _median(runs["sorted_bare"], "cpu")
        rows.append(("texts" if text else "numbers", sort, ours, ours / sort, cpu, _most(runs["measured"])))
    header = ["users are", "bare DuckDB sort, s", "plgkit's funnel, s", "funnel / sort", "the same in processor time"]
    title = f"Ten million events of a million users, four steps within 14 days (median of {LONG_ROUNDS})"
    show(title, [*header, "plgkit's largest memory, GB"], rows)


def growth(folder: Path) -> None:
    """A hundred million against ten million, both from Parquet."""
    sizes = {10_000_000: 3, 100_000_000: 1}
    runs: dict[int, list[dict]] = {events: [] for events in sizes}
    for events in sizes:
        generate(folder / f"{events}.parquet", events, text=True)
    for events in (10_000_000, 100_000_000, 10_000_000, 10_000_000):
        runs[events].append(child("measured", folder / f"{events}.parquet", "14d", 0))
    rows = [
        (f"{events:,}", *(_median(times, what) for what in ("first", "cpu")), _most(times))
        for events, times in runs.items()
    ]
    (low, *below), (high, *above) = ((events, *row[1:3]) for events, row in zip(sizes, rows, strict=True))
    line = high * math.log(high) / (low * math.log(low))
    rows.append(("growth", *(more / less for more, less in zip(above, below, strict=True)), ""))
    rows.append(("growth of n log n", line, line, ""))
    header = ["events", "plgkit's funnel, s", "processor time, s", "largest memory, GB"]
    show("Four steps within 14 days, from Parquet, ten events a user", header, rows)


def _median(runs: list[dict], what: str) -> float:
    return statistics.median(run[what] for run in runs)


def _again(runs: list[dict]) -> float:
    return statistics.median(time for run in runs for time in run["again"])


def _most(runs: list[dict]) -> float:
    return max(run["memory"] for run in runs)


PARTS = {1: small, 10: against_sort, 100: growth}


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.events", description=__doc__)
    parser.add_argument("--millions", nargs="+", type=int, choices=PARTS, default=[1], help="how many events")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.child:
        return as_child(chosen.child)
    for millions in chosen.millions:
        with tempfile.TemporaryDirectory() as folder:
            free, wanted = shutil.disk_usage(folder).free, DISK * 1_100_000 * millions
            if free < wanted:
                print(f"\n{millions} million events left out: {wanted / 1e9:.1f} GB of disk wanted in {folder}")
                continue
            PARTS[millions](Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
