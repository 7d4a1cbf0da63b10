import itertools
import math

import pytest

from plgkit.models.books import LINES, LONGEST, MILLIONS, SHARE, run

YEARS = [
    ("A", "FY2018", False, 200.0, [80.0, 40.0, 10.0, None]),
    ("A", "FY2019", True, 400.0, [100.0, 50.0, None, None]),
    ("B", "FY2020", True, 100.0, [None, 20.0, None, 30.0]),
]


@pytest.mark.parametrize(("measure", "value"), [(MILLIONS, 100.0), (SHARE, 25.0)])
def test_a_line_is_in_the_measure_that_was_chosen(measure, value):
    rows = run("A", measure, YEARS)["rows"]
    points = dict(zip(zip(rows["year"], rows["line"], strict=True), rows["value"], strict=True))
    assert rows["value"][1] == value and points[(2018, "paid in shares")] in (10.0, 5.0, None)


def test_every_company_has_as_many_rows():
    lengths = {len(column) for name in "AB" for column in run(name, SHARE, YEARS)["rows"].values()}
    assert lengths == {(LONGEST + 1) * len(LINES)}


def test_a_cost_of_selling_that_is_not_reported_is_no_number():
    outcome = run("B", SHARE, YEARS)
    assert math.isnan(outcome["numbers"]["selling_per_research"])
    assert "cannot be told apart" in outcome["sentence"] and "$30 million" in outcome["sentence"]
    assert run("A", SHARE, YEARS)["numbers"]["selling_per_research"] == 2


def test_lines_that_end_together_have_names_apart():
    rows = run("A", MILLIONS, [("A", "FY2019", True, 10.0, [5.0, 5.0, 5.0, None])])["rows"]
    places = sorted(place for place in rows["label_at"] if place is not None)
    assert len(places) == 3 and min(b - a for a, b in itertools.pairwise(places)) > 0.3
