import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress

import pytest
from click.testing import CliRunner
from jupyterlab.labapp import LabApp

from plgkit import cli
from plgkit.authoring import lab
from plgkit.support import folders
from tests.processes import MARK, marked_processes


def plgkit(*arguments):
    return CliRunner().invoke(cli.main, arguments)


@pytest.fixture
def started(monkeypatch):
    """What JupyterLab would have been handed."""
    arguments = []

    def launch(handed):
        arguments.append(handed)
        raise SystemExit(3)

    monkeypatch.setattr(LabApp, "launch_instance", launch)
    monkeypatch.delenv("DISPLAY", raising=False)
    before = signal.getsignal(signal.SIGHUP) if hasattr(signal, "SIGHUP") else None
    yield arguments
    if before is not None:
        signal.signal(signal.SIGHUP, before)


def test_the_lab_opens_on_the_start_page_and_tries_the_next_ports(started):
    done = plgkit("lab", "--port", "9000", "--", "--LabApp.token=x")
    assert done.exit_code == 3
    (arguments,) = started
    assert any("00_start_here.ipynb" in argument for argument in arguments)
    assert "--ServerApp.port=9000" in arguments and "--ServerApp.port_retries=50" in arguments
    assert arguments[-1] == "--LabApp.token=x"


@pytest.mark.skipif(sys.platform != "linux", reason="on other systems there is always a screen")
def test_the_lab_opens_no_browser_where_there_is_no_screen(started, monkeypatch):
    plgkit("lab")
    monkeypatch.setenv("DISPLAY", ":0")
    plgkit("lab")
    assert ["--no-browser" in command for command in started] == [True, False]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has no root")
@pytest.mark.parametrize(("user", "allowed"), [(0, True), (1000, False)])
def test_the_lab_starts_in_a_container_where_everybody_is_root(started, monkeypatch, user, allowed):
    monkeypatch.setattr(lab.os, "geteuid", lambda: user)
    plgkit("lab")
    assert ("--allow-root" in started[0]) is allowed


def test_a_lab_that_is_interrupted_ends_well(monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(LabApp, "launch_instance", interrupted)
    assert plgkit("lab").exit_code == 0


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("how", [signal.SIGHUP, signal.SIGKILL])
def test_a_lab_that_is_ended_from_outside_leaves_nothing_running(tmp_path, how):
    marked = os.environ | {MARK: str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path / "runtime")}
    marked |= {"JUPYTER_CONFIG_DIR": str(tmp_path / "config")}
    code = "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL)\nfrom plgkit.cli import main; main()"
    command = [sys.executable, "-c", code, "lab", str(tmp_path / "course"), "--no-browser", "--port", "0"]
    with subprocess.Popen([*command, "--", "--ServerApp.token=x"], env=marked, stderr=subprocess.PIPE) as lab:
        address = started_at(lab, tmp_path / "runtime")
        request = urllib.request.Request(f"{address}api/kernels?token=x", data=b'{"name": "python3"}', method="POST")
        urllib.request.urlopen(request, timeout=300).close()
        assert len(marked_processes(str(tmp_path))) >= 2  # JupyterLab and a kernel
        lab.send_signal(how)
        lab.communicate(timeout=300)
    until = time.monotonic() + 300
    while (left := marked_processes(str(tmp_path))) and time.monotonic() < until:
        time.sleep(0.1)
    assert left == []


def started_at(lab, runtime):
    """The address of a JupyterLab, when it answers."""
    while lab.poll() is None:
        for file in runtime.glob("jpserver-*.json"):
            with suppress(OSError, ValueError):
                url = json.loads(file.read_text())["url"]
                urllib.request.urlopen(f"{url}api?token=x", timeout=20).close()
                return url
        time.sleep(0.1)
    raise AssertionError(lab.stderr.read().decode()[-2000:])


def root(command):
    (option,) = [word for word in command if word.startswith("--ServerApp.root_dir=")]
    return option.partition("=")[2]


def test_in_a_clone_its_own_notebooks_are_opened_and_nothing_is_laid(started, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert plgkit("lab").stdout == ""
    assert root(started[0]) == str(folders.notebooks()) and list(tmp_path.iterdir()) == []


def test_a_folder_that_is_named_gets_the_course_in_a_clone_too(started, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    done = plgkit("lab", "mine", "--port", "9000", "--", "--LabApp.token=x")
    assert done.stdout == "15 notebooks laid into mine\n"
    assert root(started[0]) == str(tmp_path / "mine") and started[0][-1] == "--LabApp.token=x"


def test_installed_the_course_lies_in_a_folder_of_the_learners(started, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    notebooks = folders.notebooks()
    monkeypatch.setattr(folders, "in_clone", lambda: False)
    monkeypatch.setattr(folders, "notebooks", lambda: notebooks)
    assert plgkit("lab").stdout == "15 notebooks laid into plgkit-course\n"
    assert root(started[0]) == str(tmp_path / "plgkit-course")


def test_a_folder_that_cannot_be_used_is_one_line_and_no_lab(started, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("mine")
    done = plgkit("lab", "file")
    assert (done.exit_code, done.stderr) == (2, "plgkit: file: file exists; choose a folder you may write to\n")
    assert started == []
