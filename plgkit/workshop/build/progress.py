"""How far a build is: a bar with the time left on a terminal, plain lines elsewhere."""

import sys
from contextlib import ExitStack
from typing import Any

import click

WORDS = {"checking": "checking the answer keys", "making": "making notebooks and pages"}


class Progress(ExitStack):
    """A bar for each thing that is being done. Called with what it is, how much is done and how much there is."""

    def __init__(self) -> None:
        super().__init__()
        self.terminal = sys.stderr.isatty()
        self._what = ""
        self._bar: Any = None
        self._at = 0

    def __call__(self, what: str, done: int, total: int) -> None:
        if not self.terminal or not total:
            return
        if what != self._what:
            self.close()
            label = f"{WORDS[what]:26}"
            self._bar = self.enter_context(click.progressbar(length=total, label=label, file=sys.stderr, show_pos=True))
            self._what, self._at = what, 0
        self._bar.update(done - self._at)
        self._at = done
