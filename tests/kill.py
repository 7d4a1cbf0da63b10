"""Kill what is writing, at random moments, and count what is lost: `python -m tests.kill --times 500`.

Of a hundred kills, 80 are of a process that writes a journal, 15 of a browser's tab in which a page is answered,
and 5 of a build. Whole browsers are killed besides: what a browser itself had not yet put on its disk is its own
affair, so that line decides nothing. Needs Linux; the tabs need Chromium.
"""

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plgkit.support.signals import end_cleanly
from tests.processes import MARK, marked_processes

SHARES = {"journal": 0.80, "tab": 0.15, "build": 0.05}
PLAN = "lessons: [evidence]\nteams: [Ada, Grace]\neditions: [attendee]\n"
PLGKIT = (sys.executable, "-c", "from plgkit.cli import main; main()")
PATIENCE = 120
"""Seconds that orphans have to notice that they are."""


@dataclass
class Count:
    """What came of the kills of one kind.

    `lost` is what had been confirmed and is not there; `leftovers` are files and processes that nobody removes.
    """

    kills: int = 0
    confirmed: int = 0
    lost: int = 0
    torn: int = 0
    leftovers: int = 0

    def __str__(self):
        return ", ".join(f"{number} {name}" for name, number in vars(self).items())

    @property
    def is_bad(self):
        return bool(self.lost or self.leftovers or self.torn > self.kills)


def kill_journals(times: int, chance: random.Random, folder: Path) -> Count:
    """Kill a process that writes answers into one journal, over and over."""
    from plgkit.course.journal import Journal

    count = Count()
    journal = Journal("evidence", "Ada", folder / "answers")
    next_value = 0
    for _ in range(times):
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            with contextlib.suppress(BaseException):
                for value in range(next_value, next_value + 100_000):
                    journal.write("killed", "note", value)
                    os.write(writing, b"%d\n" % value)
            os._exit(1)
        os.close(writing)
        time.sleep(chance.uniform(0, 0.3))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with open(reading, "rb") as pipe:
            confirmed = [int(line) for line in pipe if line.endswith(b"\n")]
        entries, unreadable = journal.read()
        values = {entry["value"] for entry in entries}
        count.kills += 1
        count.confirmed += len(confirmed)
        count.lost += sum(value not in values for value in confirmed)
        count.torn = len(unreadable)
        next_value = max([next_value - 1, *values]) + 1
    journal.write("killed", "note", "the lock is free")
    count.leftovers = sum(path != journal.path for path in journal.path.parent.glob("*") if path.name != ".locks")
    return count


def kill_builds(times: int, chance: random.Random, folder: Path) -> Count:
    """Kill builds, and go on with each until it is done; it has to be what an undisturbed one is."""
    count = Count()
    plan = folder / "workshop.yml"
    plan.write_text(PLAN)
    began = time.monotonic()
    _build(plan, folder / "whole", folder).communicate()
    longest = time.monotonic() - began
    whole = _contents(folder / "whole")
    assert len(whole) == 7, f"an undisturbed build makes {sorted(whole)}"
    while count.kills < times:
        out = folder / f"killed-{count.kills}"
        done = False
        while not done:
            more = chance.choice([(), ("--no-fork",)])
            with _build(plan, out, folder, *more) as build:
                if count.kills < times:
                    with contextlib.suppress(subprocess.TimeoutExpired):
                        build.wait(chance.uniform(0, longest))
                    if build.poll() is None:
                        build.kill()
                        count.kills += 1
                printed = build.communicate()[0].splitlines(keepends=True)
            done = build.returncode == 0
            count.leftovers += len(_orphans(str(folder)))
            names = [Path(line.strip()).name for line in printed if line.endswith("\n")]
            made = _contents(out) if out.exists() else {}
            count.confirmed += len(names)
            count.lost += sum(made.get(name) != whole[name] for name in names if name != "index.html")
        made = _contents(out)
        count.lost += sum(made.get(name) != content for name, content in whole.items())
        count.leftovers += len(made.keys() - whole.keys()) + len(os.listdir(folder / "tmp"))
    return count


def _build(plan: Path, out: Path, folder: Path, *more: str) -> subprocess.Popen:
    (folder / "tmp").mkdir(exist_ok=True)
    own = os.environ | {MARK: str(folder), "TMPDIR": str(folder / "tmp")}
    command = [*PLGKIT, "build", str(plan), "--out", str(out), "--workers", "1", *more]
    return subprocess.Popen(command, env=own, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _contents(out: Path) -> dict[str, bytes]:
    """The files of a folder; of the manifest, all but how long things took."""
    contents = {path.name: path.read_bytes() for path in out.iterdir()}
    with contextlib.suppress(ValueError, KeyError):
        manifest = json.loads(contents["manifest.json"])
        manifest.pop("seconds", None)
        for record in manifest["finished"]:
            record.pop("seconds")
        contents["manifest.json"] = json.dumps(manifest).encode()
    return contents


def _orphans(mark: str) -> list[int]:
    """Processes that still run when they had time to end; they are ended here."""
    until = time.monotonic() + PATIENCE
    while (left := marked_processes(mark)) and time.monotonic() < until:
        time.sleep(0.1)
    for pid in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return left


ANSWER = """(kept) => {
  const form = [...document.querySelectorAll(".plg-question:has(input[type=radio])")].at(-1).closest("form");
  const options = [...form.querySelectorAll("input[type=radio]")];
  const saved = form.querySelector(".plg-saved");
  const answer = async (number) => {
    options[number % options.length].click();
    form.requestSubmit();
    do await new Promise((resume) => setTimeout(resume)); while (!saved.textContent.startsWith("Kept in this browser"));
    console.log(`kept ${options[number % options.length].value}`);
    answer(number + 1);
  };
  answer(0);
}"""
STORED = """() => Object.keys(localStorage).filter((key) => key.startsWith("plgkit:"))
  .flatMap((key) => localStorage.getItem(key).split("\\n")).filter((line) => line)"""


class Tab:
    """A page in a browser of its own, whose profile outlives it."""

    def __init__(self, playwright, folder: Path, executable: str, arguments: tuple[str, ...]) -> None:
        self.mark = str(folder / "profile")
        self.address = (folder / "page.html").as_uri()
        self.context = playwright.chromium.launch_persistent_context(
            self.mark, executable_path=executable, args=list(arguments), env=os.environ | {MARK: self.mark}
        )
        self.open()

    def open(self) -> None:
        """Open the page anew."""
        self.page = self.context.new_page()
        self.page.goto(self.address)
        self.page.locator(".plg-question input[type=radio]").last.wait_for(state="attached")
        self.confirmed: list[int] = []
        self.page.on("console", self._heard)

    def _heard(self, message) -> None:
        if message.text.startswith("kept "):
            self.confirmed.append(int(message.text.removeprefix("kept ")))

    def answer_until_killed(self, chance: random.Random, kind: str) -> list[int]:
        """Kill the processes of a kind while the page is answered; what it had confirmed by then."""
        self.page.evaluate("localStorage.clear()")
        self.page.evaluate(ANSWER)
        self.page.wait_for_timeout(chance.uniform(50, 1000))
        for pid in marked_processes(self.mark):
            with contextlib.suppress(OSError):
                if kind.encode() in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(pid, signal.SIGKILL)
        return self.confirmed

    def check(self, confirmed: list[int], count: Count) -> None:
        """Compare what the page that is open finds with what had been confirmed."""
        count.kills += 1
        count.confirmed += len(confirmed)
        stored = []
        for line in self.page.evaluate(STORED):
            try:
                stored.append(json.loads(line)["value"])
            except ValueError:
                count.torn += 1
        count.lost += sum(stored[place : place + 1] != [value] for place, value in enumerate(confirmed))


def kill_tabs(times: int, chance: random.Random, folder: Path) -> tuple[Count, Count] | str:
    """Kill the tab, and then whole browsers, while a page is answered; or why that cannot be done here."""
    import nbformat
    from playwright.sync_api import Error, sync_playwright

    from plgkit.pages.page import page
    from plgkit.support import folders
    from tests.browser.conftest import CHROMIUM, QUIET

    if not CHROMIUM:
        return "not done, for there is no Chromium on this machine"
    notebook = nbformat.read(folders.notebooks() / "01_evidence.ipynb", as_version=4)
    (folder / "page.html").write_text(page(notebook, "Evidence", "kill"), "utf-8")
    tabs, browsers = Count(), Count()
    with sync_playwright() as playwright:
        tab = Tab(playwright, folder, CHROMIUM, QUIET)
        for _ in range(times):
            confirmed = tab.answer_until_killed(chance, "--type=renderer")
            tab.page.close()
            tab.open()
            tab.check(confirmed, tabs)
        for _ in range(max(1, times // 10)):
            confirmed = tab.answer_until_killed(chance, "")
            with contextlib.suppress(Error):
                tab.context.close()
            tab = Tab(playwright, folder, CHROMIUM, QUIET)
            tab.check(confirmed, browsers)
        tab.context.close()
    tabs.leftovers = len(_orphans(tab.mark))
    return tabs, browsers


KINDS: dict[str, Callable] = {"journal": kill_journals, "tab": kill_tabs, "build": kill_builds}


def main(arguments: list[str] | None = None) -> int:
    """Kill, and print a line for each kind."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill", description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="kills in all, or of the kind that --only names")
    parser.add_argument("--only", choices=KINDS, help="kill only this kind")
    parser.add_argument("--seed", type=int, default=0, help="of the moments and the order")
    given = parser.parse_args(arguments)
    end_cleanly()
    bad = False
    for kind, kill in KINDS.items():
        times = given.times if given.only == kind else 0 if given.only else max(1, round(given.times * SHARES[kind]))
        if not times:
            continue
        folder = Path(tempfile.mkdtemp(prefix="kill-"))
        try:
            result = kill(times, random.Random(f"{given.seed} {kind}"), folder)
        finally:
            _orphans(str(folder)) if kind == "build" else None
            shutil.rmtree(folder, ignore_errors=True)
        if isinstance(result, tuple):
            result, browsers = result
            print(f"browser: {browsers} (the whole of it, for comparison)", flush=True)
        print(f"{kind}: {result}", flush=True)
        bad = bad or (isinstance(result, Count) and result.is_bad)
    return int(bad)


if __name__ == "__main__":
    sys.exit(main())
