import json
import os
import signal
import socket
import sys
from contextlib import suppress

import pytest

from plgkit.running import fork_server
from plgkit.running.fork_server import Client

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are not forked here")


@pytest.fixture
def line(monkeypatch):
    """Both ends of a connection; in place of a kernel, a child that waits until it is ended."""

    def wait(request):
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        while request:
            signal.pause()
        os._exit(3)

    monkeypatch.setattr(fork_server, "become", wait)
    ours, theirs = socket.socketpair()
    client = Client(theirs)
    with ours, ours.makefile("rwb") as file:
        yield client, file
        with suppress(OSError):
            client.close()


def reply(client, file, **request):
    file.write(json.dumps(request).encode() + b"\n")
    file.flush()
    assert client.answer()
    return json.loads(file.readline())


def test_a_client_hears_whether_its_kernel_runs_and_how_it_ended(line):
    pid = reply(*line, command=["-m", "x"])
    assert reply(*line, ended=pid) is None
    os.kill(pid, signal.SIGKILL)  # the child may not yet have begun to listen to anything else
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert reply(*line, ended=pid) == -signal.SIGKILL


def test_a_process_that_is_not_a_clients_kernel_has_ended(line):
    assert reply(*line, ended=os.getpid()) == 0


def test_a_clients_kernels_end_with_its_connection(line):
    client, _ = line
    pid = reply(*line, command=["-m", "x"])
    client.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_client_that_hangs_up_is_no_error(line):
    client, file = line
    file.write(b'{"ended": ')
    file.flush()
    client.connection.shutdown(socket.SHUT_RD)
    assert not client.answer()
