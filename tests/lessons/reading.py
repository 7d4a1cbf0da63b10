"""What a lesson's notebook says."""

import nbformat

from plgkit import folders
from plgkit.material import Material


def markdown(lesson: Material) -> str:
    """The text of a lesson's notebook."""
    notebook = nbformat.read(folders.notebooks() / lesson.notebook, as_version=4)
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
