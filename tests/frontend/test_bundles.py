"""The committed bundles are what the sources give. Needs npm and `make frontend`, which CI has."""

import os
import shutil
import subprocess

import pytest

from plgkit.support import folders
from tests.frontend.test_modules import FRONT_END

NPM = shutil.which("npm")
BUNDLES = ["notebook.js", "page.js", "presenting.js", "site.js"]


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
    assert sorted(path.name for path in tmp_path.iterdir()) == BUNDLES
    stale = [name for name in BUNDLES if (tmp_path / name).read_bytes() != (folders.static() / name).read_bytes()]
    assert stale == [], "run make frontend, and commit what it made"


def test_types_and_style_are_right(npm):
    npm("check")
