import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.errors import Refused, unknown

KNOWN = ["churn", "months", "start"]


def test_a_notebook_shows_the_line_alone():
    refusal = Refused("churn: 1.7 is not between 0 and 1 (share/month)")
    assert refusal._render_traceback_() == ["churn: 1.7 is not between 0 and 1 (share/month)"]


@pytest.mark.slow
def test_a_cell_that_is_refused_ends_without_a_traceback():
    cell = "import plgkit as plg; plg.UnitEconomics(churn=1.7)"
    shell = [sys.executable, "-m", "IPython", "--no-banner", "--colors=NoColor", "-c", cell]
    done = subprocess.run(shell, capture_output=True, text=True, timeout=60)
    assert "churn: 1.7 is not between 0 and 1 (share/month)" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(("given", "nearest"), [("chrun", "churn"), ("month", "months"), ("strat", "start")])
def test_a_misspelt_name_is_answered_with_the_nearest(given, nearest):
    assert str(unknown("assumption", given, KNOWN)) == f"{given} is not an assumption; the nearest is {nearest}"


def test_a_name_like_no_other_is_answered_with_all_there_are():
    assert str(unknown("case", "zzz", KNOWN)) == "zzz is not a case; choose one of churn, months, start"


@given(st.text(st.characters(exclude_categories=["C", "Z"]), max_size=30))
def test_the_refusal_of_a_name_is_one_line(given):
    assert len(str(unknown("case", given, KNOWN)).splitlines()) == 1
