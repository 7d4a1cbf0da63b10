"""One page of HTML out of an executed notebook: parts alive without a kernel, nothing loaded from elsewhere."""

import base64
import json
from html import escape
from typing import Any

import jinja2
import nbformat
from nbconvert import HTMLExporter
from traitlets.config import Config

from plgkit import folders, look
from plgkit.part import MIME, library_bytes

HIDDEN = {"hide-input", "injected-parameters"}
"""Cells with one of these tags show their output alone: on a page nobody can run their code."""

BESIDES = {look.V5_MIME, "image/png", "text/plain", "text/html"}


def page(notebook: nbformat.NotebookNode, title: str, answers: str) -> str:
    """The notebook as one self-contained HTML page.

    Args:
        notebook: executed, with stored outputs.
        title: of the page, as plain text.
        answers: the name under which a reader's browser keeps their answers.
    """
    shown = nbformat.from_dict(notebook)
    for cell in shown.cells:
        cell.outputs = [_placed(output) for output in cell.get("outputs", [])]
    remove = Config(TagRemovePreprocessor={"enabled": True, "remove_input_tags": HIDDEN})
    exporter = HTMLExporter(config=remove, template_name="basic", exclude_input_prompt=True, exclude_output_prompt=True)
    body, _ = exporter.from_notebook_node(shown)
    static = folders.static()
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(static), autoescape=True)
    return environment.get_template("page.html").render(
        title=title,
        answers=answers,
        body=body,
        styles=[(static / name).read_text("utf-8") for name in ("page.css", "plgkit.css")],
        front_end=(static / "plgkit.js").read_text("utf-8"),
        vega=base64.b64encode(library_bytes()).decode(),
    )


def _placed(output: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """A stored output of a part as a place for the front end, with a picture for readers without scripts."""
    data = output.get("data", {})
    given = data.get(MIME) or data.get(look.V5_MIME)
    if given is None:
        return output
    still = f'<div class="plg-still">{data.get("text/html") or _picture(data)}</div>'
    html = f'<div class="plg-part"><script type="application/json">{script(given)}</script>{still}</div>'
    kept = {name: value for name, value in data.items() if name not in BESIDES | {MIME}}
    return nbformat.from_dict(output | {"data": kept | {"text/html": html}})


def _picture(data: dict[str, Any]) -> str:
    text = escape(data.get("text/plain", ""))
    source = data.get("image/png")
    picture = f'<img src="data:image/png;base64,{source}" alt="{text}">' if source else ""
    return f"<figure>{picture}<figcaption>{text}</figcaption></figure>"


def script(given: Any) -> str:
    """JSON that is safe inside a script element, whatever text it holds."""
    return json.dumps(given, ensure_ascii=False).replace("<", "\\u003c")
