import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from plgkit.support import scratch
from plgkit.support.errors import Refused

CODE = """
import subprocess, sys, tempfile
from plgkit.support import scratch, signals
signals.end_cleanly()
with scratch.run() as folder, scratch.run() as inner:
    assert inner == folder
    open(tempfile.mkstemp()[1], "w").write("x" * 1000)
    child = "import tempfile; print(tempfile.gettempdir())"
    assert subprocess.check_output([sys.executable, "-c", child], text=True).strip() == str(folder)
    print(folder, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def temporary():
    """A folder for temporary files with a path as short as theirs usually is."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def start(temporary):
    """Starts a process with a run, in temporary files of its own, and says where its scratch lies."""
    environment = os.environ | {"TMPDIR": str(temporary)}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    processes = []

    def start():
        process = subprocess.Popen([sys.executable, "-c", CODE], env=environment, text=True, **pipes)
        processes.append(process)
        return process, Path(process.stdout.readline().strip())

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def test_the_scratch_of_a_run_goes_with_it(start, temporary):
    process, folder = start()
    assert folder.parent == temporary and list(folder.iterdir())
    process.communicate("")
    assert process.returncode == 0 and list(temporary.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise there")
def test_the_scratch_of_a_run_that_is_told_to_end_goes_with_it(start, temporary):
    process, _ = start()
    process.terminate()
    process.communicate()
    assert process.returncode == 143 and list(temporary.iterdir()) == []


def test_the_scratch_of_a_killed_run_is_swept_by_the_next_and_no_others(start, temporary):
    killed, left = start()
    _, living = start()
    killed.kill()
    killed.communicate()
    assert left.exists()
    mine = temporary / f"{scratch.PREFIX}of-mine"
    mine.mkdir()
    start()
    assert not left.exists() and living.exists() and mine.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_nobody_else_may_look_into_it(start):
    _, folder = start()
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="no sockets that are files")
def test_temporary_files_too_deep_for_a_socket_are_one_line(tmp_path, monkeypatch):
    deep = tmp_path / ("d" * 60)
    deep.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    monkeypatch.setattr(scratch, "_folders", {})
    with pytest.raises(Refused, match=r"^TMPDIR: .+ is longer than 60 bytes; set it to a folder with a shorter path$"):
        scratch.run().__enter__()


def test_temporary_files_that_cannot_be_written_are_one_line(monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/no/such/folder")
    monkeypatch.setattr(scratch, "_folders", {})
    with pytest.raises(Refused, match="no such file or directory; free some space, or set TMPDIR to another folder"):
        scratch.run().__enter__()


def test_afterwards_temporary_files_lie_where_they_lay_before():
    before, variable = tempfile.gettempdir(), os.environ.get("TMPDIR")
    with scratch.run() as folder:
        assert tempfile.gettempdir() == os.environ["TMPDIR"] == str(folder)
    assert (tempfile.gettempdir(), os.environ.get("TMPDIR")) == (before, variable)
