import pytest

from plgkit.course.injection import injected_names, running_cells


@pytest.mark.parametrize("source", ["# Parameters\nthis is no Python", "# Parameters\n", "chrun = 0.05", ""])
def test_other_cells_of_a_notebook_name_no_parameters(source):
    assert injected_names([source]) == []


def test_every_cell_of_parameters_counts_in_its_order():
    assert injected_names(["# Parameters\nteam = 'Ada'\n", "churn = 1", "# Parameters\nseed = 7\n"]) == ["team", "seed"]


def test_without_a_notebook_no_cell_ran():
    assert running_cells() == []
