"""What `plgkit build` says; builds that are really cut off, and really go on."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from concurrent.futures import BrokenExecutor

import nbformat
import pytest
from click.testing import CliRunner

from plgkit import cli
from plgkit.running.workers import inline
from plgkit.support.files import sha256
from plgkit.workshop.build import build as module
from plgkit.workshop.build.manifest import MANIFEST
from tests.processes import MARK, marked_processes
from tests.running.test_kernels import wait_for

PLAN = "lessons: [evidence]\nteams: [Ada, Grace]\neditions: [attendee]\n"
NAMES = [f"01_evidence.{team}" for team in ("ada", "grace")]


def start(folder, temporary):
    code = (
        "if __name__ == '__main__':\n"
        "    import signal\n"
        "    signal.signal(signal.SIGINT, signal.default_int_handler)  # shells let background jobs ignore it\n"
        "    from plgkit.cli import main\n"
        "    main()"
    )
    (folder / "command.py").write_text(code)
    command = [sys.executable, "command.py", "build", "workshop.yml", "--out", "out", "--workers", "1"]
    own = os.environ | {MARK: str(folder), "TMPDIR": temporary}
    return subprocess.Popen(command, cwd=folder, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def temporary():
    """A folder for temporary files with a path as short as theirs usually is."""
    with tempfile.TemporaryDirectory() as folder:
        yield folder


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_build_that_is_cut_off_leaves_only_whole_files_and_goes_on(tmp_path, temporary, how):
    (tmp_path / "workshop.yml").write_text(PLAN)
    with start(tmp_path, temporary) as build:
        first = next(line for line in build.stdout if line.endswith(".html\n") and "evidence" in line)
        started = marked_processes(str(tmp_path))
        assert len(started) >= 3  # the worker and what it was forked from, the fork server, perhaps a kernel
        build.send_signal(how)
        said = build.stderr.read()
    assert build.returncode == {signal.SIGKILL: -9, signal.SIGINT: 130, signal.SIGTERM: 143}[how]
    assert "Traceback" not in said
    for pid in started:
        wait_for(pid)
    assert marked_processes(str(tmp_path)) == []
    # What a killed build leaves among the temporary files is swept by the next; any other leaves nothing.
    assert bool(os.listdir(temporary)) == (how == signal.SIGKILL)
    out = tmp_path / "out"
    whole = sorted(path.name for path in out.iterdir() if not path.name.startswith("."))
    assert os.path.basename(first.strip()) in whole
    before = {}
    for name in whole:
        if name.startswith("01_"):
            content = (out / name).read_text("utf-8")
            assert content.rstrip().endswith("</html>" if name.endswith(".html") else "}")
            before[name] = (out / name).stat().st_mtime_ns
    with start(tmp_path, temporary) as again:
        said = again.communicate()
    assert again.returncode == 0, said
    assert os.listdir(temporary) == []
    manifest = json.loads((out / MANIFEST).read_text("utf-8"))
    files = {file: digest for record in manifest["finished"] for file, digest in record["files"].items()}
    pieces = [f"{name}{ending}" for name in NAMES for ending in (".html", ".ipynb")]
    assert sorted(files) == sorted([*pieces, "guide.html", "index.html"])
    assert sorted(path.name for path in out.iterdir()) == sorted([*files, MANIFEST])
    assert all(sha256((out / file).read_bytes()) == digest for file, digest in files.items())
    first_piece = os.path.basename(first.strip())
    assert (out / first_piece).stat().st_mtime_ns == before[first_piece]
    for name in NAMES:
        nbformat.validate(nbformat.read(out / f"{name}.ipynb", as_version=4))


class TestTheCommand:
    def test_what_failed_is_said_with_how_to_repeat_it(self, quick, tmp_path, monkeypatch):
        def broken(piece, fork):
            raise BrokenExecutor if piece.edition == "instructor" else ZeroDivisionError("by\nzero")

        monkeypatch.setattr(module, "make", broken)
        monkeypatch.setattr("plgkit.running.pool.local", lambda *_: inline())
        command = ["build", "--lesson", "read-the-books", "--team", "Ada B", "--out", str(tmp_path)]
        done = CliRunner().invoke(cli.main, command)
        assert done.exit_code == 1
        first, second, last = done.stderr.splitlines()
        name = "08_read_the_books.ada-b"
        again = f"plgkit build --lesson read-the-books --team 'Ada B' --out {tmp_path} --only {name}"
        assert first == f"plgkit: {name} failed: ZeroDivisionError: by zero; again: {again}"
        assert "its process was ended" in second and last.endswith("2 failed: " + str(tmp_path / "index.html"))

    def test_a_full_disk_is_said_in_two_lines(self, quick, tmp_path, monkeypatch):
        monkeypatch.setattr("plgkit.running.pool.local", lambda *_: inline())
        monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        done = CliRunner().invoke(cli.main, ["build", "--lesson", "read-the-books", "--out", str(tmp_path)])
        assert done.exit_code == 1
        full, kept = done.stderr.splitlines()
        assert full.endswith("not written, no space left on device")
        assert kept == "plgkit: 0 made and kept; the same command goes on from there"

    @pytest.mark.parametrize("given", [[], ["a.yml", "--lesson", "saying-no"], ["a.yml", "--team", "Ada"]])
    def test_a_plan_or_a_lesson_is_asked_for(self, given):
        done = CliRunner().invoke(cli.main, ["build", *given])
        assert done.exit_code == 2 and done.stderr.count("\n") == 1
        assert done.stderr.startswith("plgkit: give either a plan, such as workshop.yml, or --lesson")
