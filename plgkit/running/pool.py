"""Processes that execute notebooks: on this machine, or on a cluster of Dask's."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import wait
from typing import Any

from plgkit.running import cache, kernels
from plgkit.support import scratch
from plgkit.support.errors import Refused
from plgkit.widgets import storage

TIMEOUT = 10
"""Seconds that a scheduler has to answer."""


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def default_workers() -> int:
    """Processes that keep all cores busy: each waits now and then for its kernel to start or to end."""
    return cores() + (cores() + 1) // 2


@contextmanager
def local(workers: int, fork: bool, preload: Sequence[str] = ("papermill",)) -> Iterator[tuple[Executor, int]]:
    """Processes on this machine, which end with this one, however that ends.

    Parameters
    ----------
    workers : int
        How many, at least 1.
    fork : bool
        Whether their kernels are forked, where that is possible.
    preload : sequence of str
        Modules that the processes are forked with; where they cannot be forked, each imports what it needs.

    Yields
    ------
    tuple of Executor and int
        The processes, and how many tasks they do at a time.
    """
    fork = fork and kernels.can_fork()
    context = multiprocessing.get_context("forkserver" if kernels.can_fork() else "spawn")
    if kernels.can_fork():
        context.set_forkserver_preload(list(preload))
    with ExitStack() as stack:
        stack.enter_context(scratch.run())
        shared = stack.enter_context(cache.shared())
        if fork:
            stack.enter_context(kernels.fork_server())
        others = multiprocessing.active_children()
        handed = (shared, kernels.address())
        pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=handed)
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
    """A Dask cluster as an executor.

    Parameters
    ----------
    address : str
        Of the scheduler, such as tcp://10.0.0.5:8786.

    Yields
    ------
    tuple of Executor and int
        The cluster, and how many tasks it does at a time.

    Raises
    ------
    Refused
        `distributed` is not installed, nobody answers at the address, or there are no workers.
    """
    try:
        import distributed
    except ImportError:
        raise Refused("--scheduler needs Dask: pip install distributed, here and where the workers run") from None
    client, reason = _client(distributed.Client, address)
    if client is None:
        # One that could not connect closes itself when it is collected, which must not be while the next one
        # starts: the two would wait for each other without end.
        gc.collect()
        raise Refused(f"--scheduler: {address} {reason}; give one like tcp://10.0.0.5:8786")
    with client:
        places = sum(client.nthreads().values())
        if not places:
            raise Refused(f"--scheduler: {address} has no workers; start some with dask worker {address}")
        yield client.get_executor(pure=False), places


def _client(connect: Callable[..., Any], address: str) -> tuple[Any, str]:
    """A client of a scheduler, or why there is none."""
    try:
        return connect(address, timeout=TIMEOUT, set_as_default=False), ""
    except OSError:
        return None, f"does not answer within {TIMEOUT} seconds"
    except (ValueError, ImportError):
        return None, "is not an address"


def _begin(shared: cache.Cache, address: str | None) -> None:
    """What each local process does first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started it
    storage.use(shared)
    kernels.use_server(address)
    gc.freeze()  # what is imported by now stays: no collection need look at it again
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    wait([multiprocessing.parent_process().sentinel])
    os._exit(1)
