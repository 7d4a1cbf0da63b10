import subprocess
import sys

from plgkit.running import kernel
from plgkit.running.cache import Cache
from plgkit.widgets import storage


def test_a_kernel_takes_the_cache_of_its_command_line_and_ipykernel_the_rest(monkeypatch, tmp_path):
    from ipykernel.kernelapp import IPKernelApp

    launched = []
    monkeypatch.setattr(IPKernelApp, "launch_instance", launched.append)
    before = storage.current()
    try:
        for folder in (tmp_path, None):
            kernel.launch([*kernel.arguments(folder), "-f", "connection.json", "--IPKernelApp.log_level=CRITICAL"])
            assert storage.current() == Cache(folder, draws=False)
    finally:
        storage.use(before)
    assert launched == [["-f", "connection.json", "--IPKernelApp.log_level=CRITICAL"]] * 2


def test_nothing_is_imported_before_the_kernel_that_asks_whether_it_is_in_a_kernel():
    code = "import sys, plgkit.running.kernel; print(*{'altair', 'pandas', 'IPython'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
