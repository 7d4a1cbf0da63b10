import signal
import subprocess
import sys

import pytest

CODE = """
import signal, sys
from plgkit.support.signals import end_cleanly
signal.signal(signal.SIGHUP, signal.SIG_IGN if {ignored} else signal.SIG_DFL)  # whatever began the tests
end_cleanly()
try:
    print("ready", flush=True)
    sys.stdin.read()
finally:
    print("cleaned", flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")


def ended(number, ignored=False):
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", CODE.format(ignored=ignored)], text=True, **pipes) as process:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        out, _ = process.communicate("", timeout=300)
    return process.returncode, out


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_process_that_is_told_to_end_cleans_up(number):
    assert ended(number) == (128 + number, "cleaned\n")


def test_a_signal_that_was_ignored_stays_ignored():
    assert ended(signal.SIGHUP, ignored=True) == (0, "cleaned\n")
