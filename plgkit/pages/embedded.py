"""A stored output of a part, as its place on a page: what the front end draws, and a picture without it."""

import base64
import gzip
import json
import re
import zlib
from collections import Counter
from functools import lru_cache
from html import escape
from typing import Any

import nbformat

from plgkit.charts import vegalite
from plgkit.widgets.part import MIME

REPLACED = {MIME, vegalite.V5_MIME, "image/png", "text/plain", "text/html"}
"""What the place on the page stands for; whatever else an output holds is shown as it is."""

PLACE = '<div class="plg-part"'
"""How the place of a part begins."""

EXPLORER = f'{PLACE} data-kind="explorer"'
"""How the place of an explorer begins: its page needs the interpreter."""

COMPRESSED = 20_000
"""Characters of JSON above which a page holds it compressed."""

UNSEEN = re.compile(
    r'<path[^>]*\bd=""[^>]*>(</path>)?|<path[^>]*\bd="M0,0h0v0h0Z"[^>]*>(</path>)?'
    r'|\s(?:aria-[a-z]+|class|role|pointer-events|font-family|version|xmlns(?::xlink)?)="[^"]*"'
    r'|\s(?:opacity|stroke-width)="1"'
)
"""What a still picture inside a page needs not: empty shapes, what its caption says better, and what holds anyway."""

PLACES = re.compile(r' (?:d|transform|x2?|y2?|width|height)="[^"]*"')
FINER = re.compile(r"(\.\d\d)\d+")
"""Parts of a pixel that nobody sees."""

SHAPE = re.compile(r'<path([^>]*?) d="([^"]{20,})"([^>/]*)(?:/>|></path>)')
OFTEN = 8
"""How many times a shape stands in a picture before it is told once: a name costs as much as two or three of them."""


def embed(output: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """An output of a notebook, as a page shows it.

    Parameters
    ----------
    output : nbformat.NotebookNode
        It stays as it is.

    Returns
    -------
    nbformat.NotebookNode
        A part's place for the front end; any other output itself.
    """
    data = output.get("data", {})
    payload = _payload(data)
    if payload is None:
        return output
    html = f'{PLACE} data-kind="{payload["kind"]}">{_json(payload)}<noscript>{_still(payload, data)}</noscript></div>'
    others = {name: value for name, value in data.items() if name not in REPLACED}
    return nbformat.from_dict(output | {"data": others | {"text/html": html}})


def script(content: Any) -> str:
    """JSON that is safe inside a script element, whatever text it holds.

    Parameters
    ----------
    content : Any
        What JSON can say.

    Returns
    -------
    str

    Examples
    --------
    >>> print(script(["</script>"]))
    ["\\u003c/script>"]
    """
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _payload(data: dict[str, Any]) -> dict[str, Any] | None:
    """What the front end draws of an output, if it is a part's or a picture."""
    if MIME in data:
        return data[MIME]
    spec = data.get(vegalite.V5_MIME)
    if spec is None:
        return None
    if "cell" in spec.get("usermeta", {}).get("plgkit", {}):  # a twin of release 0.1.0 is drawn as it is
        return _from_twin(spec)
    return {"kind": "chart", "title": data.get("text/plain", ""), "spec": spec, "columns": {}}


def _from_twin(twin: dict[str, Any]) -> dict[str, Any]:
    """A stored twin, as the front end's explorer wants it: its payload, and a picture without sliders inside."""
    beside = dict(twin["usermeta"])
    payload = beside.pop("plgkit")
    own = {"usermeta", "title", "data", "params", "transform", "$schema"}
    spec = {name: value for name, value in twin.items() if name not in own}
    return payload | {"spec": spec | {"data": {"name": vegalite.ROWS}, "usermeta": beside}}


def _json(payload: dict[str, Any]) -> str:
    text = script(payload)
    if len(text) < COMPRESSED:
        return f'<script type="application/json">{text}</script>'
    packed = base64.b64encode(gzip.compress(text.encode(), mtime=0)).decode()
    return f'<script type="application/gzip">{packed}</script>'


def _still(payload: dict[str, Any], data: dict[str, Any]) -> str:
    """The part for readers without scripts: its picture with the sentence, or its questions."""
    kind = payload["kind"]
    if kind == "explorer":
        cell = payload["cell"]
        return _figure(_picture(payload["spec"], cell["columns"]), cell["sentence"])
    if kind == "chart":
        return _figure(_picture(payload["spec"], {}), payload["title"])
    if kind == "reveal":
        figure = _figure(_picture(payload["spec"], payload["columns"]), payload["truth"])
        return f"<details><summary>The answer</summary>{figure}</details>"
    return f'<div class="plg-still">{data.get("text/html", "")}</div>'


def _figure(picture: str, sentence: str) -> str:
    return f'<figure class="plg-still">{picture}<figcaption>{escape(sentence)}</figcaption></figure>'


def _picture(spec: dict[str, Any], columns: dict[str, list]) -> str:
    return _svg(json.dumps(vegalite.joined(spec, columns) if columns else spec))


@lru_cache(maxsize=256)
def _svg(spec: str) -> str:
    """Drawn once: a team's page and its instructor's show the same picture."""
    # Names inside a picture are its own, not the page's.
    prefix = f"s{zlib.crc32(spec.encode()):x}-"
    svg = UNSEEN.sub("", vegalite.svg(json.loads(spec)))
    svg = PLACES.sub(lambda places: FINER.sub(r"\1", places[0]), svg)
    return _drawn_once(re.sub(r'(id="|url\(#)', rf"\g<1>{prefix}", svg), prefix)


def _drawn_once(svg: str, prefix: str) -> str:
    """A picture in which a shape that stands in many places is told once: hundreds of dots are most of its weight."""
    times = Counter(shape for _, shape, _ in SHAPE.findall(svg))
    names = {shape: f"{prefix}p{number}" for number, (shape, count) in enumerate(times.items()) if count >= OFTEN}
    if not names:
        return svg

    def used(match: re.Match) -> str:
        before, shape, after = match.groups()
        return f'<use href="#{names[shape]}"{before}{after}></use>' if shape in names else match[0]

    shapes = "".join(f'<path id="{name}" d="{shape}"></path>' for shape, name in names.items())
    head, rest = svg.split(">", 1)
    return f"{head}><defs>{shapes}</defs>{SHAPE.sub(used, rest)}"
