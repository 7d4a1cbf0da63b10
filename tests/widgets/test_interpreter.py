import ast
import gzip
import json
from pathlib import Path

import pytest

from plgkit import models
from plgkit.support import folders
from plgkit.widgets.interpreter import BINARY, LOADER, bare, digest, interpreter_bytes

SOURCES = sorted(Path(models.__path__[0]).glob("*.py"))


def test_it_packs_the_loader_the_models_and_the_binary():
    head, binary = gzip.decompress(interpreter_bytes()).split(b"\n", 1)
    folder = folders.static() / "micropython"
    assert binary == (folder / BINARY).read_bytes()
    content = json.loads(head)
    assert content["loader"] == (folder / LOADER).read_text("utf-8")
    assert content["models"].keys() == {path.name for path in SOURCES}
    assert len(interpreter_bytes()) < 260_000 and len(digest()) == 16


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_a_bare_model_is_the_same_code(source):
    text = source.read_text("utf-8")
    kept = ast.parse(bare(text))
    for tree in (whole := ast.parse(text), kept):
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
                texts = (ast.Expr, ast.Constant)
                node.body = [s for s in node.body if not (isinstance(s, texts[0]) and isinstance(s.value, texts[1]))]
    assert ast.dump(kept) == ast.dump(whole)
    assert '"""' not in bare(text)
