import errno
import io
import os
import subprocess
import sys

import pytest

from plgkit.support.console import complain, say
from plgkit.support.errors import Refused


def test_a_line_is_printed_without_what_would_steer_a_terminal(capsys):
    say("a\x1b[31m\n\u202eb\ud800 é €")
    complain("a\rb\x9b")
    assert capsys.readouterr() == ("a\\x1b[31m\\n\\u202eb\\ud800 é €\n", "plgkit: a\\rb\\x9b\n")


class Full(io.StringIO):
    """A stream that cannot be written to."""

    def __init__(self, number):
        super().__init__()
        self.number = number

    def write(self, _text):
        raise OSError(self.number, os.strerror(self.number))


def test_standard_output_that_is_full_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Full(errno.ENOSPC))
    with pytest.raises(Refused, match=r"^standard output: no space left on device$"):
        say("a")


def test_a_reader_that_has_gone_ends_the_command(monkeypatch):
    monkeypatch.setattr(sys, "stdout", Full(errno.EPIPE))
    with pytest.raises(SystemExit) as ended:
        say("a")
    assert ended.value.code == 1


def test_where_nobody_is_left_to_be_told_nothing_more_happens(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Full(errno.ENOSPC))
    complain("a")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_stream_that_failed_does_not_fail_again_at_the_end():
    source = "import sys; from plgkit.support import console\ntry: console.say('x')\nexcept ValueError: sys.exit(7)"
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-c", source], stdout=full, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (7, b"")
