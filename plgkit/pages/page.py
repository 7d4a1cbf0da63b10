"""One page of HTML out of an executed notebook: parts alive without a kernel, nothing loaded from elsewhere."""

import base64
import re
from functools import cache

import nbformat
from nbconvert import HTMLExporter
from traitlets.config import Config

from plgkit.pages.embedded import EXPLORER, embed, script
from plgkit.pages.template import template
from plgkit.support import folders
from plgkit.widgets import styles
from plgkit.widgets.interpreter import interpreter_bytes
from plgkit.widgets.part import library_bytes

HIDDEN = {"hide-input", "injected-parameters"}
"""Cells with one of these tags show their output alone: on a page nobody can run their code."""

NOTEBOOK = {"notebook-only"}
"""Cells with this tag tell how to use a notebook, and are on no page."""


def page(notebook: nbformat.NotebookNode, title: str, minutes: dict[str, int] | None = None) -> str:
    """A notebook as one self-contained HTML page.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Executed, with stored outputs.
    title : str
        Of the page, as plain text.
    minutes : dict, optional
        The class's time for each part in minutes, by its heading, for the presenting view.

    Returns
    -------
    str
    """
    static, html = folders.static(), body(notebook)
    engine = EXPLORER in html
    return template("page.html").render(
        title=title,
        body=html,
        style=styles.page_styles("page.css", "plgkit.css", "present.css"),
        scripts=[(static / name).read_text("utf-8") for name in ("page.js", "presenting.js")],
        minutes=script(minutes or {}),
        vega=base64.b64encode(library_bytes()).decode(),
        engine=engine,
        python=base64.b64encode(interpreter_bytes()).decode() if engine else "",
    )


def body(notebook: nbformat.NotebookNode) -> str:
    """A notebook's cells as HTML, each part in its place; the notebook stays as it is.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Executed, with stored outputs.

    Returns
    -------
    str
    """
    copy = nbformat.from_dict(notebook)
    for cell in copy.cells:
        cell.outputs = [embed(output) for output in cell.get("outputs", [])]
    html, _ = _exporter().from_notebook_node(copy)
    html = html.replace("<th></th>", "<td></td>")  # a screen reader would announce a heading that is none
    return re.sub(r'<a class="anchor-link".*?</a>', "", html)


@cache
def _exporter() -> HTMLExporter:
    """Cached: it compiles its templates anew each time it is made."""
    remove = Config(TagRemovePreprocessor={"enabled": True, "remove_input_tags": HIDDEN, "remove_cell_tags": NOTEBOOK})
    return HTMLExporter(config=remove, template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True)
