"""What is executed in a forked kernel is what would be executed in one of its own, whatever ran before."""

import contextlib
import json
import os
import socket
import subprocess
import sys

import nbformat
import pytest

from plgkit.running import cache, kernels
from plgkit.running.execution import execute_file
from plgkit.support.errors import Refused

pytestmark = pytest.mark.slow

PROBE = """
import builtins, json, os, random, signal, sys, threading, warnings
import altair, numpy, pandas, plgkit, plgkit.models.words
json.dumps({
    "module": [hasattr(plgkit, "left_behind"), plgkit.models.words.NARROW, hasattr(builtins, "left_behind")],
    "names": sorted(name for name in globals() if name.startswith("left")),
    "folder": os.listdir(),
    "environment": [os.environ.get("LEFT_BEHIND"), os.environ["PLGKIT_OUTPUT"]],
    "threads": sorted(thread.name.split("-")[0] for thread in threading.enumerate() if "left" in thread.name),
    "path": [path for path in sys.path if "left" in path],
    "filters": [str(one) for one in warnings.filters if "left" in str(one)],
    "themes": altair.theme.active,
    "options": [pandas.get_option(f"display.{name}") for name in ("max_rows", "max_columns", "width")],
    "errors": numpy.geterr(),
    "interrupts": str(signal.getsignal(signal.SIGTERM)),
    "main": __name__,
    "stdin": sys.stdin.read() if sys.stdin else "",
})
"""

POLLUTE = """
import builtins, os, pathlib, random, signal, sys, threading, time, warnings
import altair, numpy, pandas, plgkit, plgkit.models.words
plgkit.left_behind = builtins.left_behind = left = 1
plgkit.models.words.NARROW = "left"
pathlib.Path("left.txt").write_text("left")
os.environ["LEFT_BEHIND"] = "1"
threading.Thread(target=time.sleep, args=(60,), name="left", daemon=True).start()
sys.path.insert(0, "/left"); warnings.filterwarnings("ignore", "left"); os.chdir("/")
altair.theme.enable("dark"); pandas.set_option("display.max_rows", 7); numpy.seterr(all="ignore")
random.seed(1); numpy.random.seed(1); signal.signal(signal.SIGTERM, signal.SIG_IGN)
"""

CHANCE = "import random, uuid, tempfile, numpy; [random.random(), numpy.random.random(), uuid.uuid4().hex]"


def execute(folder, *cells):
    """The last cell's text, in a kernel of its own."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / "cells.ipynb"
    nbformat.write(notebook, path)
    return execute_file(path, {}).cells[-1].outputs[0].data["text/plain"]


@pytest.fixture(scope="module")
def server():
    if not kernels.can_fork():
        pytest.skip("kernels are not forked here")
    with kernels.fork_server():
        yield


def test_nothing_leaks_from_one_notebook_into_the_next(server, tmp_path, monkeypatch):
    execute(tmp_path, POLLUTE, "1")
    after = json.loads(eval(execute(tmp_path, PROBE)))
    chances = [execute(tmp_path, CHANCE) for _ in range(2)]
    assert chances[0] != chances[1]
    monkeypatch.setattr(kernels, "_address", None)
    assert after == json.loads(eval(execute(tmp_path, PROBE)))


def test_a_forked_kernel_that_dies_or_fails_is_one_line(server, tmp_path):
    with pytest.raises(Refused, match=r"^cells\.ipynb: Kernel died$"):
        execute(tmp_path, "import os; os._exit(3)")
    told = "import os, pathlib; pathlib.Path('here').touch(); raise ValueError(os.environ['PLGKIT_OUTPUT'])"
    with pytest.raises(Refused, match=r"^cells\.ipynb, cell 2: ValueError: stored$"):
        execute(tmp_path, "x = 1", told)
    assert [path.name for path in tmp_path.iterdir()] == ["cells.ipynb"]


def test_whoever_is_killed_while_being_answered_takes_no_other_down(server, tmp_path):
    with socket.socket(socket.AF_UNIX) as one:
        one.connect(kernels.address())
        one.sendall(b'{"ended": 1}\n' * 2)
        assert one.recv(1) == b"0"  # closed with answers unread: its server meets a connection that was reset
    assert execute(tmp_path, "1") == "1"


@pytest.mark.skipif(not kernels.can_fork(), reason="kernels are not forked here")
def test_the_server_has_one_thread_and_ends_with_whoever_started_it():
    code = (
        "import sys, time\nfrom plgkit.running.kernels import *\n"
        "with fork_server():\n"
        "    kernel = ForkedKernel(['-m', 'ipykernel_launcher'], '/', dict(os.environ))\n"
        "    server = int(open(f'/proc/{kernel.pid}/stat').read().split()[3])\n"
        "    threads = [open(f'/proc/{server}/task/{one}/comm').read() for one in os.listdir(f'/proc/{server}/task')]\n"
        "    print(server, kernel.pid, sum('jemalloc' not in thread for thread in threads), flush=True)\n"
        "    sys.stdin.read()\n"
    )
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", code], **pipes) as asked:
        server, kernel, threads = map(int, asked.stdout.readline().split())
        asked.kill()
    assert threads == 1  # beside those of the memory allocator, which knows how to be forked
    for pid in (server, kernel):
        with contextlib.suppress(ChildProcessError):
            wait_for(pid)


def wait_for(pid, seconds=60):
    """Until a process that is not a child of ours has ended."""
    with contextlib.suppress(ProcessLookupError):
        waiting = os.pidfd_open(pid)
        try:
            import select

            assert select.select([waiting], [], [], seconds)[0], f"process {pid} still runs"
        finally:
            os.close(waiting)


def test_an_ordinary_kernel_shares_the_cache_and_leaves_its_stills(tmp_path):
    probe = "from plgkit.widgets import storage; s = storage.current(); [str(s.folder), s.draws]"
    with cache.shared() as shared:
        assert execute(tmp_path, probe) == str([str(shared.folder), False])
    assert execute(tmp_path, probe) == "['None', False]"


def test_a_forked_kernel_shares_the_cache_and_leaves_its_stills(server, tmp_path):
    test_an_ordinary_kernel_shares_the_cache_and_leaves_its_stills(tmp_path)


NOSY = """
import builtins, os, sys, warnings
from IPython import get_ipython
shell = get_ipython()
[hasattr(builtins, "of_the_user"), "of_the_user" in globals(), "OF_THE_USER" in os.environ,
 shell.ast_node_interactivity,
 any("of_the_user" in str(entry) for entry in warnings.filters), sys.executable]
"""


@pytest.fixture
def own_ways(tmp_path, monkeypatch):
    """Sets up what an instructor may have made their own; in a start-up file, it prints and patches."""

    def set_up():
        startup = "import builtins\nbuiltins.of_the_user = of_the_user = 1\nbuiltins.round = print\nprint('hi')\n"
        profile = tmp_path / "ipython" / "profile_default"
        (profile / "startup").mkdir(parents=True)
        (profile / "startup" / "00.py").write_text(startup)
        (profile / "ipython_config.py").write_text(
            "c = get_config()\nc.InteractiveShellApp.exec_lines = ['print(1)']\n"
            "c.InteractiveShell.ast_node_interactivity = 'all'\n"
        )
        (tmp_path / "startup.py").write_text(startup)
        kernel = tmp_path / "data" / "kernels" / "python3"
        kernel.mkdir(parents=True)
        argv = ["/no/such/python", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        specification = {"argv": argv, "display_name": "x", "language": "python", "env": {"OF_THE_USER": "1"}}
        (kernel / "kernel.json").write_text(json.dumps(specification))
        monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
        monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "startup.py"))
        monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "data"))
        monkeypatch.setenv("PYTHONWARNINGS", "ignore:of_the_user")

    return set_up


def written(folder):
    """What a notebook that looks around looks like when it has been executed."""
    cells = [nbformat.v4.new_code_cell(cell, id=f"c{n}") for n, cell in enumerate(["1; round(1.4)", NOSY, "2\n3"])]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / "nosy.ipynb"
    nbformat.write(notebook, path)
    return nbformat.writes(execute_file(path, {}))


def test_what_the_instructor_made_their_own_changes_no_notebook(tmp_path, own_ways):
    before = written(tmp_path)
    own_ways()
    assert written(tmp_path) == before
    assert not (tmp_path / "ipython" / "profile_default" / "history.sqlite").exists()


def test_nor_one_in_a_forked_kernel(tmp_path, own_ways):
    if not kernels.can_fork():
        pytest.skip("kernels are not forked here")
    before = written(tmp_path)
    own_ways()
    with kernels.fork_server():
        assert written(tmp_path) == before


def test_a_command_that_starts_something_else_stays_as_it_is():
    assert kernels._ours(["R", "--slave", "-e", "IRkernel::main()"]) == ["R", "--slave", "-e", "IRkernel::main()"]
