"""The front end's modules: their own tests, and the rules that they keep."""

import os
import re
import subprocess
from pathlib import Path

import playwright
import pytest

from plgkit.support import folders

FRONT_END = folders.PACKAGE.parent / "frontend"
NODE = Path(playwright.__file__).parent / "driver" / ("node.exe" if os.name == "nt" else "node")
"""Comes with the tests' browser driver, so that the front end's tests need nothing more."""

LONGEST = 200
SOURCES = sorted((FRONT_END / "src").rglob("*.js"))


def test_what_has_no_document_passes_its_own_tests():
    run = subprocess.run([NODE, "--test"], cwd=FRONT_END, capture_output=True, text=True, timeout=300)
    assert run.returncode == 0, run.stdout[-5000:] + run.stderr
    assert int(re.search(r"\bpass (\d+)", run.stdout)[1]) > 100


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_a_module_is_short(source):
    assert len(source.read_text("utf-8").splitlines()) <= LONGEST


def test_the_front_end_has_one_global_name():
    """Values of the page's own global scope are read; only `shared.js` puts one there."""
    made = re.compile(r"\bglobalThis\b|\bwindow(\.\w+|\[\w+\])\s*(\?\?|\|\|)?=[^=]")
    assert [source.name for source in SOURCES if made.search(source.read_text("utf-8"))] == ["shared.js"]


def test_the_lock_names_no_registry():
    lock = (FRONT_END / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock and lock.count('"integrity"') > 10
