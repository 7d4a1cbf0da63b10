"""A known weakness of a pin fails the audit; an index that cannot be asked is said, and fails nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import weight

AUDIT = Path(__file__).parents[2] / ".ci/audit"
SOUND = {"name": "click", "version": "8.5.1", "vulns": []}
WEAK = {"name": "tornado", "version": "6.6.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["6.6.2", "6.7"]}]}
UNKNOWN = {"name": "altair", "skip_reason": "Dependency not found and could not be audited"}
UNREACHABLE = """Traceback (most recent call last):
  File "connection.py", line 239, in _new_conn
requests.exceptions.ConnectionError: Max retries exceeded with url: /tornado/6.6.1/json
"""
RUNNER = """#!/bin/sh
for word; do case $word in *.txt) /bin/cat "$word" >"$(/usr/bin/dirname "$0")/pins";; esac; done
/bin/cat "$0.out"
/bin/cat "$0.err" >&2
exit {code}
"""


@pytest.fixture
def audit(tmp_path):
    """Runs the audit with a pip-audit that answers what it is told to."""

    def run(pins=None, *, error="", runner="uvx"):
        fake = tmp_path / runner
        weak = pins and any(pin.get("vulns") for pin in pins)
        fake.write_text(RUNNER.format(code=int(bool(error or weak))), "utf-8")
        fake.chmod(0o755)
        Path(f"{fake}.out").write_text("" if pins is None else json.dumps({"dependencies": pins, "fixes": []}), "utf-8")
        Path(f"{fake}.err").write_text(error, "utf-8")
        return subprocess.run(
            [sys.executable, AUDIT], env={"PATH": str(tmp_path)}, capture_output=True, text=True, timeout=300
        )

    return run


@pytest.mark.parametrize("runner", ["uvx", "pipx"])
def test_pins_without_a_known_weakness_pass(audit, runner):
    done = audit([SOUND], runner=runner)
    assert (done.returncode, done.stdout) == (0, "Pins audited: 1, known weaknesses: 0\n"), done.stderr


def test_a_known_weakness_fails_and_says_what_mends_it(audit):
    done = audit([SOUND, WEAK, UNKNOWN])
    assert done.returncode == 1
    first, count, unknown = done.stdout.splitlines()
    assert first == "tornado 6.6.1: PYSEC-1, mended in 6.6.2, 6.7"
    assert count == "Pins audited: 2, known weaknesses: 1"
    assert unknown.endswith(": altair")


def test_an_index_that_cannot_be_reached_is_said_and_fails_nothing(audit):
    done = audit(error=UNREACHABLE)
    assert done.returncode == 0
    assert done.stdout.startswith("Not audited: no index of advisories can be reached (requests.exceptions.")


def test_an_index_that_knows_none_of_the_pins_is_not_taken_for_a_clean_one(audit):
    done = audit([UNKNOWN])
    assert done.returncode == 0
    assert done.stdout.startswith("Not audited: ")


def test_a_failure_of_the_audit_itself_is_no_missing_network(audit):
    done = audit(error="ERROR:pip_audit._cli:requirement file contains invalid specifier at line 2\n")
    assert done.returncode == 2
    assert "invalid specifier" in done.stdout


def test_without_anything_to_run_it_the_audit_says_so(tmp_path):
    done = subprocess.run([sys.executable, AUDIT], env={"PATH": str(tmp_path)}, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stdout == "Not audited: neither uvx nor pipx is there to run pip-audit\n"


def test_every_pin_is_looked_up_whatever_system_it_is_for(audit, tmp_path):
    audit([SOUND])
    lines = (tmp_path / "pins").read_text("utf-8").replace("\\\n", "").splitlines()
    expected = {pin.name for name in ("requirements.txt", "requirements-test.txt") for pin, _ in weight.locked(name)}
    assert {line.partition("==")[0] for line in lines} == expected
    assert all(" ;" not in line and " --hash=sha256:" in line for line in lines)
