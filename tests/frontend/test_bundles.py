"""The committed bundles are what the sources give. Needs npm and `make frontend`, which CI has."""

import hashlib
import json
import os
import shutil
import subprocess

import pytest

from plgkit.support import folders
from plgkit.widgets.interpreter import BINARY, LOADER
from tests.frontend.test_modules import FRONT_END

NPM = shutil.which("npm")
BUNDLES = ["notebook.js", "page.js", "presenting.js", "site.js"]
INTERPRETER = ["micropython/micropython.mjs", "micropython/micropython.wasm", "micropython/origin.json"]


@pytest.fixture(scope="module")
def npm():
    """Runs a script of the front end's package."""
    if not NPM or not (FRONT_END / "node_modules").is_dir():
        reason = "no npm" if not NPM else "the front end's tools are not installed: make frontend"
        if os.environ.get("PLGKIT_NODE") == "required":
            pytest.fail(f"{reason}, and PLGKIT_NODE=required")
        pytest.skip(reason)

    def run(*arguments):
        done = subprocess.run([NPM, "run", *arguments], cwd=FRONT_END, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stdout + done.stderr

    return run


def test_the_bundles_are_what_the_sources_give(npm, tmp_path):
    npm("build", "--", str(tmp_path))
    made = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert made == sorted([*INTERPRETER, *BUNDLES])
    stale = [name for name in made if (tmp_path / name).read_bytes() != (folders.static() / name).read_bytes()]
    assert stale == [], "run make frontend, and commit what it made"


def test_the_interpreter_is_the_one_that_its_origin_names():
    folder = folders.static() / "micropython"
    origin = json.loads((folder / "origin.json").read_text("utf-8"))
    pins = json.loads((FRONT_END / "package.json").read_text("utf-8"))["devDependencies"]
    assert pins[origin["name"]] == origin["version"]
    assert origin["license"] == "MIT" and "Damien P. George" in (folder / "LICENSE").read_text("utf-8")
    assert origin["sha256"] == {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in (LOADER, BINARY)
    }


def test_types_and_style_are_right(npm):
    npm("check")
