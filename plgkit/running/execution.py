"""Executing a notebook by papermill, with its outputs stored and nothing of the machine left in it."""

import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat

from plgkit.charts.vegalite import V5_MIME
from plgkit.course.material import Handout
from plgkit.support import folders, scratch
from plgkit.support.errors import Refused
from plgkit.widgets import storage

MINUTES = 10
"""A cell that runs longer is given up: papermill itself would wait for ever."""

INJECTED = "injected-parameters"
"""The tag of the cell in which papermill states the parameters."""


def execute(lesson: Handout, parameters: dict[str, Any]) -> nbformat.NotebookNode:
    """A lesson's notebook, executed; see `execute_file`."""
    return execute_file(folders.notebooks() / lesson.notebook, parameters)


def execute_file(source: Path, parameters: dict[str, Any]) -> nbformat.NotebookNode:
    """A notebook, executed by papermill, with its outputs stored.

    The same notebook with the same parameters gives the same bytes, in whatever kernel.

    Parameters
    ----------
    source : Path
        The notebook's file; it stays as it is.
    parameters : dict
        What papermill states after the cell that is tagged `parameters`.

    Returns
    -------
    nbformat.NotebookNode

    Raises
    ------
    Refused
        The notebook is missing, fails, or a cell takes longer than `MINUTES`.
    """
    import papermill

    from plgkit.running import kernels

    if not source.is_file():
        raise Refused(f"{source} is missing: restore it with git checkout notebooks/{source.name}")
    kernels.provision()
    with scratch.run(), tempfile.TemporaryDirectory() as folder, _quiet():
        copy = shutil.copy(source, folder)
        try:
            executed = papermill.execute_notebook(
                copy,
                None,
                parameters,
                execution_timeout=60 * MINUTES,
                progress_bar=False,
                resources={"metadata": {"path": folder}},
                shutdown_kernel="immediate",
                extra_arguments=["--IPKernelApp.log_level=CRITICAL"],
            )
        except papermill.PapermillExecutionError as error:
            raise Refused(f"{source.name}, cell {error.exec_count}: {error.ename}: {error.evalue}") from None
        except TimeoutError:
            raise Refused(f"{source.name}: a cell ran for more than {MINUTES} minutes") from None
        except RuntimeError as error:
            raise Refused(f"{source.name}: {' '.join(str(error).split())}") from None
    executed.metadata.pop("papermill", None)
    for cell in executed.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if INJECTED in cell.metadata.get("tags", []):
            cell.id = INJECTED  # papermill's is another one at every run
    _add_stills(executed)
    return executed


def _add_stills(notebook: nbformat.NotebookNode) -> None:
    """Draw the pictures that the kernel left to be drawn later: this process has the drawing library at hand."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if data.get("image/png") == storage.LATER:
                data["image/png"] = storage.current().still(data[V5_MIME])


@contextmanager
def _quiet() -> Iterator[None]:
    """papermill logs what the command line already says."""
    log = logging.getLogger("papermill")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)
