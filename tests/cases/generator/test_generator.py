import importlib
import shutil
import sys
from pathlib import Path

import pytest

from plgkit.cases.catalogue import cases, load
from plgkit.cases.descriptor import DESCRIPTOR
from plgkit.cases.generator import CASES, make
from plgkit.support import folders


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder of the cases, its invented ones made anew."""
    folder = shutil.copytree(folders.data(), tmp_path_factory.mktemp("made") / "data")
    for name in CASES:
        (folder / f"{name}.csv").unlink()
    make(folder)
    return folder


@pytest.mark.parametrize("name", CASES)
def test_the_files_are_what_the_generator_makes(made, name):
    assert (made / f"{name}.csv").read_bytes() == (folders.data() / f"{name}.csv").read_bytes()


def test_the_descriptor_is_stamped(made):
    assert (made / DESCRIPTOR).read_bytes() == (folders.data() / DESCRIPTOR).read_bytes()


def test_every_invented_case_has_its_generator():
    table = cases()
    assert set(table.loc[table["kind"] == "invented", "name"]) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_every_invented_case_has_its_truth(name):
    assert load(name).attrs["truth"]


def test_the_folder_stays_small():
    assert sum(path.stat().st_size for path in folders.data().iterdir()) < 5_000_000


@pytest.mark.parametrize("command", ["plgkit.cases.__main__", "plgkit.cases.generator.__main__"])
def test_importing_a_command_writes_nothing(command, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a file is written")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    sys.modules.pop(command, None)
    importlib.import_module(command)
