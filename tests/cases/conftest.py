import shutil

import pytest

from plgkit.cases.catalogue import load
from plgkit.support import folders
from plgkit.support.errors import Refused


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the data that a test may spoil."""
    folder = shutil.copytree(folders.data(), tmp_path / "data")
    monkeypatch.setattr(folders, "data", lambda: folder)
    return folder


@pytest.fixture
def refusal():
    """What loading a case is refused with, in one line."""

    def line(name="public_companies"):
        with pytest.raises(Refused) as caught:
            load(name)
        assert "\n" not in str(caught.value)
        return str(caught.value)

    return line
