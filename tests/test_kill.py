"""A few of the kills that `python -m tests.kill` makes by the hundred; and that it notices when something is lost."""

import sys

import pytest

from plgkit.course.journal import Journal
from tests import kill

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks, and looks into /proc")


def test_a_journal_whose_writer_is_killed_keeps_every_answer_that_was_confirmed(capsys):
    assert kill.main(["--only", "journal", "--times", "8"]) == 0
    assert "journal: 8 kills, " in capsys.readouterr().out


def test_a_journal_that_confirms_what_it_did_not_keep_is_noticed(monkeypatch, capsys):
    monkeypatch.setattr(Journal, "_append", lambda *_: None)
    assert kill.main(["--only", "journal", "--times", "8"]) == 1
    assert ", 0 lost" not in capsys.readouterr().out


@pytest.mark.slow
def test_a_build_that_is_killed_and_gone_on_with_is_what_an_undisturbed_one_is(capsys):
    assert kill.main(["--only", "build", "--times", "1"]) == 0
    assert "build: 1 kills, " in capsys.readouterr().out
