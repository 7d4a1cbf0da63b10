"""Signals that end a command."""

import signal
import threading
from types import FrameType


class Terminated(SystemExit):
    """This process was told to end, by `kill` or because its terminal was closed.

    Attributes
    ----------
    code : int
        The exit code that shells expect: 128 and the signal's number.
    """

    code: int


def end_cleanly() -> None:
    """Let a request to end be an exception: what is held is freed, what was begun is removed.

    A signal that is ignored, as after `nohup`, stays so.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _frame: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)  # a second one must not stop what the first one began
    raise Terminated(128 + number)
