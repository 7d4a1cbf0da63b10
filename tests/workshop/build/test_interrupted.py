"""Builds that are really cut off, and really go on."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from plgkit.support.files import sha256
from plgkit.workshop.build.manifest import MANIFEST
from tests.workshop.engine.test_kernels import wait_for

pytestmark = pytest.mark.slow

PLAN = "lessons: [evidence]\nteams: [Ada, Grace]\neditions: [attendee]\n"
NAMES = [f"01_evidence.{team}" for team in ("ada", "grace")]


def start(folder, *more):
    code = (
        "if __name__ == '__main__':\n"
        "    import signal\n"
        "    signal.signal(signal.SIGINT, signal.default_int_handler)  # shells let background jobs ignore it\n"
        "    from plgkit.cli import main\n"
        "    main()"
    )
    (folder / "command.py").write_text(code)
    command = [sys.executable, "command.py", "build", "workshop.yml", "--out", "out", "--workers", "1", *more]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def family(pid):
    """The processes that come from one, with their children."""
    found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return found + [grandchild for child in found for grandchild in family(child)]


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_a_build_that_is_cut_off_leaves_only_whole_files_and_goes_on(tmp_path, how):
    (tmp_path / "workshop.yml").write_text(PLAN)
    with start(tmp_path) as build:
        first = next(line for line in build.stdout if line.endswith(".html\n") and "evidence" in line)
        started = family(build.pid)
        assert len(started) >= 3  # the worker and what it was forked from, the fork server, perhaps a kernel
        build.send_signal(how)
        said = build.stderr.read()
    assert build.returncode == (-9 if how == signal.SIGKILL else 130)
    assert "Traceback" not in said
    for pid in started:
        wait_for(pid)
    out = tmp_path / "out"
    whole = sorted(path.name for path in out.iterdir() if not path.name.startswith("."))
    assert os.path.basename(first.strip()) in whole
    before = {}
    for name in whole:
        if name.startswith("01_"):
            content = (out / name).read_text("utf-8")
            assert content.rstrip().endswith("</html>" if name.endswith(".html") else "}")
            before[name] = (out / name).stat().st_mtime_ns
    with start(tmp_path) as again:
        said = again.communicate()
    assert again.returncode == 0, said
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
