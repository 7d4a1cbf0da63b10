"""A kernel for a notebook that is executed by machine: `python -m plgkit.running.kernel [--cache FOLDER] -f FILE`.

What follows is ipykernel's own command line. Its stills are left to whoever executes the notebook.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

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
    from ipykernel.kernelapp import IPKernelApp

    IPKernelApp.launch_instance(others)


if __name__ == "__main__":
    launch(sys.argv[1:])
