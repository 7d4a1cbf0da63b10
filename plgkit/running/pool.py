"""Processes that make pieces: on this machine, or on a cluster of Dask's."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import wait
from typing import Any

from plgkit.running import kernels
from plgkit.running.cache import FOLDER, remembering
from plgkit.support.errors import Refused

ANSWER = 10
"""Seconds that a scheduler has to answer."""


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def usual() -> int:
    """Processes that keep all cores busy: each waits now and then for its kernel to start or to end."""
    return cores() + (cores() + 1) // 2


@contextmanager
def local(workers: int, fork: bool) -> Iterator[tuple[Executor, int]]:
    """As many processes as `workers`, which end with this one, however that ends."""
    fork = fork and kernels.can_fork()
    context = multiprocessing.get_context("forkserver" if kernels.can_fork() else "spawn")
    if kernels.can_fork():
        context.set_forkserver_preload(["plgkit.workshop.build.preload"])
    with ExitStack() as stack:
        stack.enter_context(remembering())
        if fork:
            stack.enter_context(kernels.fork_server())
        told = {name: os.environ.get(name) for name in (FOLDER, kernels.ADDRESS)}
        others = multiprocessing.active_children()
        pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(told,))
        try:
            yield pool, workers
        except BaseException:
            for child in multiprocessing.active_children():
                if child not in others:
                    child.terminate()
            raise
        finally:
            pool.shutdown(cancel_futures=True)


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """A Dask cluster as an executor, and how many pieces it can make at a time.

    Raises:
        Refused: `distributed` is not installed, or nobody answers at the address.
    """
    try:
        import distributed
    except ImportError:
        raise Refused("--scheduler needs Dask: pip install distributed, here and where the workers run") from None
    client, why = _client(distributed.Client, address)
    if client is None:
        # One that could not connect closes itself when it is collected, which must not be while the next one
        # starts: the two would wait for each other without end.
        gc.collect()
        raise Refused(f"--scheduler: {address} {why}; give one like tcp://10.0.0.5:8786")
    with client:
        places = sum(client.nthreads().values())
        if not places:
            raise Refused(f"--scheduler: {address} has no workers; start some with dask worker {address}")
        yield client.get_executor(pure=False), places


def _client(connect: Callable[..., Any], address: str) -> tuple[Any, str]:
    """A client of a scheduler, or why there is none."""
    try:
        return connect(address, timeout=ANSWER, set_as_default=False), ""
    except OSError:
        return None, f"does not answer within {ANSWER} seconds"
    except (ValueError, ImportError):
        return None, "is not an address"


def _begin(told: dict[str, str | None]) -> None:
    """What each local process does first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started it
    for name, value in told.items():
        os.environ.pop(name, None)  # what it is forked from may have known an earlier build
        if value is not None:
            os.environ[name] = value
    gc.freeze()  # what is imported by now stays: no collection need look at it again
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    wait([multiprocessing.parent_process().sentinel])
    os._exit(1)
