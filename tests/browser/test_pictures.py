"""The command that takes the README's pictures."""

import subprocess
import sys

import pytest
from PIL import Image

from benchmarks import pictures

pytestmark = pytest.mark.browser


def test_the_readmes_pictures_can_be_taken(browser, tmp_path):
    """Only what one page needs: the picture in JupyterLab is walked through in test_lab.py."""
    # In a process of its own, since the tests' browser is open in this one.
    code = f"from benchmarks import pictures; pictures.phone({str(tmp_path / 'p.png')!r})"
    subprocess.run([sys.executable, "-c", code], cwd=pictures.DOCS.parent, check=True)
    taken = Image.open(tmp_path / "p.png")
    assert taken.size == tuple(pictures.PHONE.values())
    assert len(taken.convert("RGB").getcolors(maxcolors=1 << 20)) > 50


def test_the_pictures_are_those_of_the_readme():
    readme = (pictures.DOCS.parent / "README.md").read_text("utf-8")
    for path in pictures.DOCS.glob("*.png"):
        assert f"(docs/{path.name})" in readme
