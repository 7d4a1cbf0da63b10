import csv
import io

import pytest

from plgkit.workshop.report.cells import harmless
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
