"""A kernel for a notebook that is executed by machine: `python -m plgkit.running.kernel [--cache FOLDER] -f FILE`.

What follows is ipykernel's own command line. Its stills are left to whoever executes the notebook.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plgkit.running.cache import Cache
from plgkit.widgets import storage

MODULE = "plgkit.running.kernel"


def arguments(cache: Path | None) -> list[str]:
    """What a command line has between this module's name and ipykernel's own arguments.

    Parameters
    ----------
    cache : Path or None
        The folder of the cache that the kernel shares.

    Returns
    -------
    list of str

    Examples
    --------
    >>> arguments(Path("shared"))
    ['--cache', 'shared']
    """
    return [] if cache is None else ["--cache", str(cache)]


def launch(command: Sequence[str]) -> None:
    """Be a kernel until it is shut down.

    Parameters
    ----------
    command : sequence of str
        The arguments after the module's name.
    """
    parser = argparse.ArgumentParser(prog=MODULE, add_help=False, allow_abbrev=False)
    parser.add_argument("--cache", type=Path)
    own, others = parser.parse_known_args(command)
    storage.use(Cache(own.cache, draws=False))
    _kernel().launch_instance(others)


def _kernel() -> Any:
    """An IPython kernel that reads nobody's configuration and runs nobody's start-up files."""
    from ipykernel.kernelapp import IPKernelApp

    class Kernel(IPKernelApp):
        def load_config_file(self, *_: Any, **__: Any) -> None:
            pass

        def _run_startup_files(self) -> None:
            pass

    return Kernel


if __name__ == "__main__":
    launch(sys.argv[1:])
