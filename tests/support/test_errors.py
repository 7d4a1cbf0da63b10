import pickle
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plgkit.support.errors import Problem, Refused, unknown, visible

KNOWN = ["churn", "months", "start"]


def test_a_notebook_shows_the_line_alone():
    refusal = Refused("churn: 1.7 is not between 0 and 1 (share/month)")
    assert refusal._render_traceback_() == ["churn: 1.7 is not between 0 and 1 (share/month)"]


@pytest.mark.slow
def test_a_cell_that_is_refused_ends_without_a_traceback():
    cell = "import plgkit as plg; plg.UnitEconomics(churn=1.7)"
    shell = [sys.executable, "-m", "IPython", "--no-banner", "--colors=NoColor", "-c", cell]
    done = subprocess.run(shell, capture_output=True, text=True, timeout=300)
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


def test_a_refusal_says_one_line_for_each_problem_and_keeps_its_fields():
    refusal = Refused(Problem.outside("churn", "1.7", "between 0 and 1"), "months: 0 is too few")
    assert str(refusal) == "churn: 1.7 is not between 0 and 1\nmonths: 0 is too few"
    churn, months = refusal.problems
    assert (churn.field, churn.value, churn.allowed) == ("churn", "1.7", "between 0 and 1")
    assert (months.field, months.text) == ("", "months: 0 is too few")


def test_a_field_is_named_as_its_reader_knows_it():
    refusal = Refused(Problem.outside("churn", "a: b", "a number"), "nothing was written")
    assert str(refusal.named({"churn": "Churn a month"})) == "Churn a month: a: b is not a number\nnothing was written"


def test_a_refusal_survives_the_way_between_processes():
    refusal = unknown("case", "dals", ["deals"])
    assert pickle.loads(pickle.dumps(refusal)).problems == refusal.problems


@pytest.mark.parametrize("code", [*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xD800])
def test_what_steers_a_terminal_is_seen(code):
    line = visible(f"a{chr(code)}b")
    assert line.isprintable() and line.startswith("a\\") and line.endswith("b")


def test_what_steers_nothing_stays():
    text = "Zoë & Grace's 李雷 हिन्दी 👩\u200d💻 €\\"
    assert visible(text) == text
