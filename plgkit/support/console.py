"""What the command line prints: a line at a time, and nothing in it that steers a terminal."""

import errno
import os
import sys
from contextlib import suppress

import click

from plgkit.support.errors import Refused, reason, visible


def say(line: object, error: bool = False) -> None:
    """Print a line.

    Parameters
    ----------
    line : object
        Its text may hold anything that a file of somebody else's says.
    error : bool
        Whether it goes to standard error.

    Raises
    ------
    Refused
        Standard output cannot be written to. Where its reader has gone, the command ends with exit code 1.

    Examples
    --------
    >>> say("one\\nline")
    one\\nline
    """
    try:
        click.echo(visible(str(line)), err=error)
    except OSError as fault:
        _silence(error)
        if error:
            return  # nobody is left to be told
        if fault.errno == errno.EPIPE:
            sys.exit(1)
        raise Refused(f"standard output: {reason(fault, 'cannot be written')}") from None


def complain(line: object) -> None:
    """Print a line on standard error, under the program's name."""
    say(f"plgkit: {line}", error=True)


def _silence(error: bool) -> None:
    """Send a stream that failed to nowhere, so that Python does not fail on it once more at the end."""
    stream = sys.stderr if error else sys.stdout
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
