import io
import sys

import pytest

from plgkit.workshop.build.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(("stream", "shown"), [(Terminal, True), (io.StringIO, False)])
def test_a_bar_is_on_a_terminal_and_nowhere_else(monkeypatch, stream, shown):
    monkeypatch.setattr(sys, "stderr", stream())
    with Progress() as progress:
        assert progress.terminal is shown
        for done in range(4):
            progress("making", done, 3)
    text = sys.stderr.getvalue()
    assert ("making notebooks and pages" in text and "3/3" in text) is shown
    assert bool(text) is shown


def test_each_stage_has_a_bar_of_its_own_and_one_without_work_has_none(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    with Progress() as progress:
        progress("checking", 0, 0)
        assert sys.stderr.getvalue() == ""
        progress("checking", 2, 2)
        progress("making", 1, 5)
    text = sys.stderr.getvalue()
    assert "checking the answer keys" in text and "2/2" in text and "1/5" in text
