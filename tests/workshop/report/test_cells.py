import csv
import io

import pytest

from plgkit.workshop.report.cells import LONGEST, harmless, printable
from plgkit.workshop.report.collect import table


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "\x00=1", "＝1+1"])
def test_a_text_like_a_formula_is_made_harmless(text):
    rows = table("set_aside.csv", [{"file": text, "line": -1, "reason": "a, b"}])
    (_, (file, number, reason)) = csv.reader(io.StringIO(rows, newline=""))
    assert file.startswith("'") and (number, reason) == ("-1", "a, b")
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("value", [-1, -0.5, "", None, "Ada", "1-2", "a=b"])
def test_every_other_cell_stays_as_it_is(value):
    assert harmless(value) is value


@pytest.mark.parametrize("text", ["a\nb", "\ud800", "\x1b[2J", "\u202e", "\x00", "\u2028", "x" * 9_999, "🙂\udcff"])
def test_a_text_of_others_is_printable_and_short(text):
    shown = printable(text)
    assert shown.isprintable() and shown.encode() and len(shown) <= LONGEST and shown != text


@pytest.mark.parametrize("text", ["", "Émilie du Châtelet", "王小明 & Söhne/a.jsonl", "x" * LONGEST, "🙂"])
def test_a_text_that_can_be_printed_stays_as_it_is(text):
    assert printable(text) == text
