"""The course's notebooks as they are committed: parameters stated, every output stored."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import nbformat

from plgkit.course.catalogue import every_material, material
from plgkit.course.cells import parameters_cell, setup_cell
from plgkit.course.items import TESTS
from plgkit.running.execution import execute_file
from plgkit.support import folders
from plgkit.support.errors import unknown
from plgkit.support.files import write

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
PARAMETERS, SETUP = "parameters", "setup"


def refresh(names: Iterable[str]) -> Iterator[Path]:
    """State the parameters of notebooks, execute them and store their outputs.

    Parameters
    ----------
    names : iterable of str
        File names in the notebooks' folder; none means all of them.

    Yields
    ------
    Path
        Each notebook when it is written.

    Raises
    ------
    Refused
        An unknown notebook, or one that fails.
    """
    files = {path.name: path for path in sorted(folders.notebooks().glob("*.ipynb"))}
    wanted = list(names) or list(files)
    for name in wanted:
        if name not in files:
            raise unknown("notebook", name, files)
    for name in wanted:
        notebook = stated(files[name])
        write(files[name], nbformat.writes(notebook) + "\n")
        write(files[name], nbformat.writes(_without_machine(execute_file(files[name], {}))) + "\n")
        yield files[name]


def stated(path: Path) -> nbformat.NotebookNode:
    """A notebook with the parameters and the opening of its lesson as the lesson declares them.

    Parameters
    ----------
    path : Path
        Its file, which stays as it is.

    Returns
    -------
    nbformat.NotebookNode
    """
    notebook = nbformat.read(path, as_version=4)
    materials = (*every_material(), *map(material, TESTS))
    lesson = next((candidate for candidate in materials if candidate.notebook == path.name), None)
    if lesson:
        cells = {PARAMETERS: parameters_cell(lesson), SETUP: setup_cell(lesson)}
        for cell in notebook.cells:
            for tag in cells.keys() & set(cell.metadata.get("tags", [])):
                cell.source = cells[tag]
                cell.metadata["jupyter"] = {"source_hidden": True}
    return notebook


def _without_machine(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Without what differs from run to run and from machine to machine."""
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    return notebook
