"""What a lesson's notebook and its file say."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import nbformat

from plgkit.course.material import Material
from plgkit.support import folders


def markdown(lesson: Material) -> str:
    """The text of a lesson's notebook."""
    notebook = nbformat.read(folders.notebooks() / lesson.notebook, as_version=4)
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")


def declared(thing: Any) -> Iterator[str]:
    """Every text that a lesson declares; texts computed from data are none."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from declared(one)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for field in dataclasses.fields(thing):
            yield from declared(getattr(thing, field.name))


def text_of(lesson: Material) -> str:
    """Both, without the lesson's sources."""
    return "\n".join([*(text for text in declared(lesson) if text not in lesson.sources), markdown(lesson)])
