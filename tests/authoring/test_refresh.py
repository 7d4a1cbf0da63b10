import shutil

import nbformat
import pytest

from plgkit.authoring import refresh as module
from plgkit.authoring.refresh import KERNEL, refresh, stated
from plgkit.course.catalogue import material
from plgkit.course.cells import parameters_cell
from plgkit.support import folders
from plgkit.support.errors import Refused

pytestmark = pytest.mark.slow

LESSON = "08_read_the_books.ipynb"


@pytest.fixture
def notebooks(tmp_path, monkeypatch):
    """Copies of the course's notebooks, and an execution that only marks what it was given."""
    copies = tmp_path / "notebooks"
    shutil.copytree(folders.notebooks(), copies, ignore=shutil.ignore_patterns("answers", ".*"))
    monkeypatch.setattr(module.folders, "notebooks", lambda: copies)

    def executed(path, given):
        assert given == {}
        notebook = nbformat.read(path, as_version=4)
        notebook.metadata["widgets"] = {"state": "of this run"}
        notebook.cells.append(nbformat.v4.new_markdown_cell("executed", id="last"))
        return notebook

    monkeypatch.setattr(module, "execute_file", executed)
    return copies


def damage(path):
    """A notebook whose stated parameters are out of date."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = "chrun = 0.3"
    nbformat.write(notebook, path)


@pytest.mark.parametrize("path", sorted(folders.notebooks().glob("*.ipynb")), ids=lambda path: path.name)
def test_the_committed_notebooks_state_what_the_lessons_declare(path):
    assert stated(path) == nbformat.read(path, as_version=4)


def test_parameters_that_are_out_of_date_are_stated_anew(notebooks):
    damage(notebooks / LESSON)
    (cell,) = (c for c in stated(notebooks / LESSON).cells if "parameters" in c.metadata.get("tags", []))
    assert cell.source == parameters_cell(material("read-the-books"))


def test_a_refreshed_notebook_is_stated_executed_and_free_of_the_machine(notebooks):
    damage(notebooks / LESSON)
    assert list(refresh([LESSON])) == [notebooks / LESSON]
    notebook = nbformat.read(notebooks / LESSON, as_version=4)
    nbformat.validate(notebook)
    assert "chrun" not in nbformat.writes(notebook)
    assert notebook.cells[-1].source == "executed"
    assert notebook.metadata == {"kernelspec": KERNEL, "language_info": {"name": "python"}}


def test_without_names_every_notebook_is_refreshed(notebooks):
    assert sorted(path.name for path in refresh([])) == sorted(path.name for path in notebooks.glob("*.ipynb"))


def test_a_notebook_without_a_lesson_keeps_its_cells(notebooks):
    before = nbformat.read(notebooks / "00_start_here.ipynb", as_version=4)
    assert stated(notebooks / "00_start_here.ipynb") == before


def test_an_unknown_notebook_is_refused_before_anything_is_written(notebooks):
    before = (notebooks / LESSON).read_bytes()
    with pytest.raises(Refused, match=r"08_read\.ipynb is not a notebook"):
        list(refresh([LESSON, "08_read.ipynb"]))
    assert (notebooks / LESSON).read_bytes() == before


def test_a_notebook_that_fails_stays_readable(notebooks, monkeypatch):
    def failing(path, given):
        raise Refused("cell 3: ZeroDivisionError")

    monkeypatch.setattr(module, "execute_file", failing)
    with pytest.raises(Refused, match="cell 3"):
        list(refresh([LESSON]))
    nbformat.validate(nbformat.read(notebooks / LESSON, as_version=4))
    assert not list(notebooks.glob(".*.part"))
