"""Kernels for notebooks that are executed by machine: ordinary ones, or forked ones that need no imports.

Each notebook gets a real IPython kernel of its own. A forked one begins where the fork server stands, which is
where an ordinary one stands after the same imports; what a notebook does to its kernel ends with that kernel.
"""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

from jupyter_client.provisioning import KernelProvisionerFactory, LocalProvisioner

from plgkit.running import cache, kernel
from plgkit.support import scratch

LAUNCHER = "ipykernel_launcher"
"""The module that a kernel's specification starts."""

PYTHON = (sys.executable, "-Xfrozen_modules=off", "-P")
"""How kernels are started: by the Python of this process, whatever another one's specification says, and with
nothing imported from the working directory. Where modules are found (PYTHONPATH, the user's own packages) stays
as it is: the course itself may be installed there."""

OF_THE_USER = ("PYTHONSTARTUP", "PYTHONWARNINGS", "PYTHONINSPECT", "PYTHONBREAKPOINT", "JUPYTER_CONFIG_PATH")
"""Variables that would bring a user's own ways into a kernel."""

_address: str | None = None
"""Where this process's fork server listens."""


def can_fork() -> bool:
    """Whether kernels can be forked here. On macOS the system's own libraries do not survive it."""
    return sys.platform == "linux"


def address() -> str | None:
    """Where this process's fork server listens, for the processes that it starts; None without one."""
    return _address


def use_server(address: str | None) -> None:
    """Fork this process's kernels from the server at an address; None starts ordinary kernels."""
    global _address
    _address = address


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    """The environment of a kernel for a notebook that is executed by machine.

    What a user has set up for themselves (start-up files, profiles, configuration) has no place in it: the same
    notebook gives the same bytes for everybody.

    Parameters
    ----------
    variables : mapping
        The environment of whoever starts it.

    Returns
    -------
    dict
    """
    with scratch.run() as folder:
        nobody = str(folder / "nobody")
    others = {name: value for name, value in variables.items() if name not in OF_THE_USER}
    own = {"IPYTHONDIR": nobody, "JUPYTER_CONFIG_DIR": nobody, "TMPDIR": str(folder), "PLGKIT_OUTPUT": "stored"}
    return others | own


@contextmanager
def fork_server() -> Iterator[None]:
    """A fork server for this process, and for those that are handed its address; it ends with this process.

    It imports for seconds, and whoever asks it for a kernel waits until it is done. One that stands serves on.
    """
    if _address is not None:
        yield
        return
    with (
        scratch.run(),
        tempfile.TemporaryDirectory(prefix="k") as folder,
        socket.socket(socket.AF_UNIX) as listener,
    ):
        listener.bind(str(Path(folder) / "kernels"))
        listener.listen(128)
        server = subprocess.Popen(
            [*PYTHON, "-m", "plgkit.running.fork_server", str(listener.fileno())],
            pass_fds=[listener.fileno()],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            env=environment(os.environ),
        )
        use_server(listener.getsockname())
        try:
            yield
        finally:
            use_server(None)
            server.stdin.close()
            server.terminate()  # heeded while it still imports
            server.wait()


def provision() -> None:
    """Let the kernels that this process starts be forked where there is a fork server, and ordinary elsewhere."""
    factory = KernelProvisionerFactory.instance()
    entry_point = EntryPoint("plgkit", f"{__name__}:{Provisioner.__name__}", factory.GROUP_NAME)
    factory.provisioners[entry_point.name] = entry_point
    factory.default_provisioner_name = entry_point.name


class Provisioner(LocalProvisioner):
    """How jupyter_client starts a kernel for a notebook that is executed by machine."""

    _sockets: tempfile.TemporaryDirectory | None = None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        if self._sockets is None and hasattr(socket, "AF_UNIX"):
            # Files in a folder of its own instead of ports: a free port may be taken by another kernel before
            # this one comes to open it, and nobody else may look into the folder.
            with scratch.run():
                self._sockets = tempfile.TemporaryDirectory(prefix="k")
            manager, base = self.parent, Path(self._sockets.name) / "kernel"
            manager.transport, manager.cache_ports, manager.ip = "ipc", False, str(base)
            manager.connection_file = f"{base}.json"
            kwargs["transport_encryption"] = "disabled"
        if LAUNCHER in self.kernel_spec.argv:
            self.kernel_spec.env = {}  # a user may have a specification of their own under the same name
        kwargs["env"] = environment(kwargs.get("env") or os.environ)
        return await super().pre_launch(**kwargs)

    async def kill(self, restart: bool = False) -> None:
        """End the kernel, and wait until it has ended: its manager would look only ten times a second."""
        await super().kill(restart)
        for _ in range(100):
            if await self.poll() is not None:
                return
            await asyncio.sleep(0.002)

    async def cleanup(self, restart: bool = False) -> None:
        await super().cleanup(restart)
        if self._sockets and not restart:
            self._sockets.cleanup()

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        cmd = _ours(cmd)
        if _address is None:
            return await super().launch_kernel(cmd, **kwargs)
        self.cwd = kwargs.get("cwd") or os.getcwd()
        self.process = ForkedKernel(cmd, str(self.cwd), dict(kwargs["env"]))  # type: ignore[assignment]
        self.pid = self.pgid = self.process.pid
        return self.connection_info


def _ours(command: list[str]) -> list[str]:
    """A command that starts ipykernel, changed to start it by our module, with this process's cache."""
    if LAUNCHER not in command:
        return command
    arguments = command[command.index(LAUNCHER) + 1 :]
    return [*PYTHON, "-m", kernel.MODULE, *kernel.arguments(cache.folder()), *arguments]


class ForkedKernel:
    """A forked kernel: to its provisioner, what `subprocess.Popen` is for an ordinary one."""

    stdin = stdout = stderr = None
    _lock = threading.Lock()
    _connections: dict[tuple[str, int], Any] = {}  # noqa: RUF012  one for each process and server

    def __init__(self, command: list[str], cwd: str, env: dict[str, str]) -> None:
        self.returncode: int | None = None
        self.pid: int = self._request(command=command, cwd=cwd, env=env)

    def poll(self) -> int | None:
        """The exit code, or None while it runs."""
        if self.returncode is None:
            self.returncode = self._request(ended=self.pid)
        return self.returncode

    wait = poll  # a provisioner waits only for a process that it has seen end

    def send_signal(self, number: int) -> None:
        """Signal it; one that has ended is left alone."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def _request(self, **message: Any) -> Any:
        with self._lock:
            key = (_address or "", os.getpid())
            connection = self._connections.get(key)
            try:
                if connection is None:
                    channel = socket.socket(socket.AF_UNIX)
                    channel.connect(key[0])
                    connection = self._connections[key] = channel.makefile("rwb")
                connection.write(json.dumps(message).encode() + b"\n")
                connection.flush()
                return json.loads(connection.readline())
            except (OSError, ValueError):
                raise RuntimeError("the server that kernels are forked from has ended") from None
