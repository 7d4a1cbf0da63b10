"""The interpreter that runs the models in a page: MicroPython as WebAssembly, packed together with the models."""

import ast
import gzip
import hashlib
import json
from functools import cache
from pathlib import Path

from plgkit import models
from plgkit.support import folders

LOADER, BINARY = "micropython.mjs", "micropython.wasm"
"""What npm carries; `origin.json` beside them says of which version, under which licence, and their hashes."""

BODIES = (ast.Module, ast.FunctionDef, ast.ClassDef)
"""What has a docstring, and constants with a text below them."""


@cache
def interpreter_bytes() -> bytes:
    """The interpreter and the models, for a page.

    Returns
    -------
    bytes
        Compressed by gzip: a line of JSON with the `loader`, a module of JavaScript, and the `models`, their Python
        by file name; then the WebAssembly.
    """
    folder = folders.static() / "micropython"
    sources = {path.name: bare(path.read_text("utf-8")) for path in sorted(Path(models.__path__[0]).glob("*.py"))}
    head = json.dumps({"loader": (folder / LOADER).read_text("utf-8"), "models": sources}, ensure_ascii=False)
    return gzip.compress(head.encode() + b"\n" + (folder / BINARY).read_bytes(), mtime=0)


def bare(source: str) -> str:
    r"""Python without its docstrings and comments, which a page has to carry and nobody reads there.

    Parameters
    ----------
    source : str
        It holds no line of a text that begins with "#".

    Returns
    -------
    str
        The lines that remain, as they were.

    Examples
    --------
    >>> print(bare('def half(x):\n    "Half of it."\n\n    # exact\n    return x / 2'))
    def half(x):
        return x / 2
    """
    texts: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        for statement in getattr(node, "body", []) if isinstance(node, BODIES) else []:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                texts |= {*range(statement.lineno, (statement.end_lineno or 0) + 1)}
    lines = ((number, line) for number, line in enumerate(source.splitlines(), 1) if number not in texts)
    return "\n".join(line for _, line in lines if line.strip() and not line.lstrip().startswith("#"))


@cache
def digest() -> str:
    """What tells one interpreter with its models from another.

    Returns
    -------
    str
        Hexadecimal digits of a hash.
    """
    return hashlib.sha256(interpreter_bytes()).hexdigest()[:16]
