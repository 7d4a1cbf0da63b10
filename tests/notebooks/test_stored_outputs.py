"""Every notebook runs, and shows what is stored in it."""

import os
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

import nbformat
import pytest

from plgkit.support import folders
from plgkit.course.items import TESTS
from plgkit.course.catalogue import every_material

pytestmark = pytest.mark.slow

NOTEBOOKS = sorted(folders.notebooks().glob("*.ipynb"))


def compared(command, report):
    """Cells compared and cells that differ, by pytest's nbval in a process of its own, and that process."""
    environment = os.environ | {"PYTEST_ADDOPTS": f"--junitxml={report}"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=report.parent, env=environment)
    suite = xml.parse(report).getroot().find("testsuite")
    return int(suite.get("tests")), int(suite.get("failures")) + int(suite.get("errors")), done


def code_cells(path):
    return sum(cell.cell_type == "code" for cell in nbformat.read(path, as_version=4).cells)


def test_all_notebooks_show_what_is_stored(tmp_path):
    command = [str(Path(sys.executable).with_name("plgkit")), "check"]
    cells, different, done = compared(command, tmp_path / "report.xml")
    assert done.returncode == different == 0, done.stdout[-4000:]
    assert cells == sum(map(code_cells, NOTEBOOKS))
    assert len(NOTEBOOKS) == 1 + len(every_material()) + len(TESTS)


def test_a_changed_number_is_noticed(tmp_path):
    notebook = nbformat.read(folders.notebooks() / "08_read_the_books.ipynb", as_version=4)
    changed = nbformat.writes(notebook).replace("330.5", "330.6")
    (tmp_path / "changed.ipynb").write_text(changed, "utf-8")
    command = [sys.executable, "-m", "pytest", "--nbval", "-q", "-p", "no:cacheprovider", "changed.ipynb"]
    _, different, _ = compared(command, tmp_path / "report.xml")
    assert different >= 1


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_outputs_are_stored_and_none_is_an_error(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert outputs
    assert {output.output_type for output in outputs} <= {"execute_result", "display_data", "stream"}
