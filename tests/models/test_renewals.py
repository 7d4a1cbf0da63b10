import pytest

from plgkit.ideas.cohort import fit_retention
from plgkit.models.renewals import fitted, run

COHORTS = [("A", [100.0, 80.0, 68.0, 60.0, 55.0]), ("B", [100.0, 50.0, 50.0, 49.0, 48.0])]


@pytest.mark.parametrize("name", ["A", "B"])
@pytest.mark.parametrize("known", [2, 3, 4])
@pytest.mark.parametrize("until", [1, 4])
def test_the_projections_are_those_of_the_fit_and_of_one_churn(name, known, until):
    shares = dict(COHORTS)[name]
    numbers = run(name, known, until, COHORTS)["numbers"]
    assert numbers["truth"] == shares[until] / 100
    assert numbers["constant"] == pytest.approx((shares[known] / 100) ** (until / known))
    assert numbers["curve"] == pytest.approx(float(fit_retention(shares[: known + 1]).survival([until])[0]), rel=1e-6)


def test_the_years_known_lie_on_the_line_of_the_truth():
    rows = run("A", 2, 4, COHORTS)["rows"]
    points = [
        (year, share)
        for year, share, mark in zip(*map(rows.get, ("year", "remaining", "mark")), strict=True)
        if mark == "point"
    ]
    assert points == list(enumerate(COHORTS[0][1]))


def test_a_fit_that_was_found_is_the_same():
    assert fitted([100.0, 80.0, 68.0]) == fitted([100.0, 80.0, 68.0]) != fitted([100.0, 70.0, 68.0])
