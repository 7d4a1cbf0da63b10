"""The process that kernels are forked from: `python -m plgkit.running.fork_server <listening socket>`.

It has everything imported, one thread, and no notebook of its own. Lines of JSON request kernels; the
kernels end with the connection that requested them, and all of it ends with standard input.
"""

import builtins
import gc
import importlib
import json
import os
import random
import selectors
import signal
import socket
import sys
from contextlib import suppress
from types import SimpleNamespace
from typing import Any, NoReturn

from plgkit.running import kernel


def preload() -> None:
    """Import what notebooks use, read the cases, and let altair build what it builds at the first chart."""
    os.environ["PLGKIT_OUTPUT"] = "stored"
    # pandas asks when it is imported whether it is in a kernel, and shows wide tables accordingly.
    builtins.get_ipython = lambda: SimpleNamespace(kernel=None)  # type: ignore[attr-defined]
    for name in ("ipykernel.kernelapp", "ipykernel.zmqshell", "ipykernel.debugger"):
        importlib.import_module(name)
    from altair.utils import schemapi

    import plgkit
    from plgkit.charts import vegalite
    from plgkit.course.catalogue import every_material

    for name in plgkit.__all__:
        getattr(plgkit, name)
    for name in plgkit.cases()["name"]:
        plgkit.load(name)
    vegalite.spec(every_material()[0].idea().chart())
    del builtins.get_ipython  # type: ignore[attr-defined]
    schemapi.DEBUG_MODE = False  # a chart is still checked as a whole, not each of its parts at every touch


class Client:
    """A process that requests kernels, and the kernels that it has."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.file = connection.makefile("rwb")
        self.kernels: set[int] = set()

    def answer(self) -> bool:
        """Answer a request; whether there was one, and somebody to hear it."""
        try:
            line = self.file.readline()
            if not line.endswith(b"\n"):
                return False
            request = json.loads(line)
            reply = self.start(request) if "command" in request else self.exit_code(request["ended"])
            self.file.write(json.dumps(reply).encode() + b"\n")
            self.file.flush()
        except ConnectionError:  # the client was killed
            return False
        return True

    def start(self, request: dict[str, Any]) -> int:
        """The process id of a new kernel."""
        pid = os.fork()
        if not pid:
            become(request)
        with suppress(OSError):  # the kernel does the same, and may have been first
            os.setpgid(pid, pid)
        self.kernels.add(pid)
        return pid

    def exit_code(self, pid: int) -> int | None:
        """The exit code of a kernel, None while it runs."""
        if pid not in self.kernels:
            return 0
        ended, status = os.waitpid(pid, os.WNOHANG)
        if not ended:
            return None
        self.kernels.discard(pid)
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        """End the kernels that are left."""
        for pid in self.kernels:
            with suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        self.connection.close()


def become(request: dict[str, Any]) -> NoReturn:
    """Be the kernel that was requested."""
    code = 1
    try:
        with suppress(OSError):
            os.setpgid(0, 0)
        os.closerange(3, os.sysconf("SC_OPEN_MAX") if os.sysconf("SC_OPEN_MAX") < 65536 else 65536)
        os.dup2(os.open(os.devnull, os.O_RDWR), 0)
        os.chdir(request["cwd"])
        os.environ.clear()
        os.environ.update(request["env"])
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        random.seed()
        sys.modules["numpy"].random.seed()
        sys.argv = request["command"][request["command"].index("-m") + 1 :]
        kernel.launch([*sys.argv[1:], f"--IPKernelApp.parent_handle={os.getppid()}"])
        code = 0
    finally:
        os._exit(code)


def serve(listener: socket.socket) -> None:
    """Fork kernels for whoever connects, until standard input ends."""
    clients: list[Client] = []
    with selectors.DefaultSelector() as selector:
        selector.register(0, selectors.EVENT_READ)
        selector.register(listener, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is listener:
                    client = Client(listener.accept()[0])
                    clients.append(client)
                    selector.register(client.connection, selectors.EVENT_READ, client)
                elif key.data is None:
                    for client in clients:
                        client.close()
                    return
                elif not key.data.answer():
                    selector.unregister(key.fileobj)
                    clients.remove(key.data)
                    key.data.close()


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    preload()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)  # from now on there may be kernels, which have to end first
    gc.collect()
    gc.freeze()  # what was imported is shared with the kernels, not copied
    serve(socket.socket(fileno=int(sys.argv[1])))
    os._exit(0)
