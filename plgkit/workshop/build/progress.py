"""How far a build is: a bar with the time left on a terminal, plain lines elsewhere."""

import sys
from contextlib import ExitStack
from typing import Any

import click

LABELS = {"checking": "checking the answer keys", "making": "making notebooks and pages"}


class Progress(ExitStack):
    """A bar for each stage. Called with the stage, how much of it is done and how much there is."""

    def __init__(self) -> None:
        super().__init__()
        self.terminal = sys.stderr.isatty()
        self._stage = ""
        self._bar: Any = None
        self._done = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        if not self.terminal or not total:
            return
        if stage != self._stage:
            self.close()
            label = f"{LABELS[stage]:26}"
            self._bar = self.enter_context(click.progressbar(length=total, label=label, file=sys.stderr, show_pos=True))
            self._stage, self._done = stage, 0
        self._bar.update(done - self._done)
        self._done = done
