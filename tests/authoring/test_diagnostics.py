import shutil

import pytest

import plgkit as plg
from plgkit.support import folders
from plgkit.widgets import part


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines():
    return plg.works_here().text.splitlines()


def test_everything_works_here():
    assert lines() == [
        "- ✓ The cases can be read.",
        "- ✓ The chart library is installed.",
        "- ✓ Answers can be kept in this folder.",
    ]


def test_the_check_leaves_nothing_behind(folder):
    lines()
    assert list(folder.iterdir()) == []


def test_a_missing_case_is_named_with_how_to_get_it_back(monkeypatch, tmp_path):
    shutil.copytree(folders.data(), tmp_path / "data", ignore=shutil.ignore_patterns("public_companies.csv"))
    monkeypatch.setattr(folders, "data", lambda: tmp_path / "data")
    first, *others = lines()
    assert first.startswith("- ✗ The cases can be read: **no.** data/public_companies.csv is missing")
    assert "git checkout data/public_companies.csv" in first
    assert all(line.startswith("- ✓") for line in others)


def test_a_missing_chart_library_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(part, "STATIC", tmp_path)
    assert lines()[1].startswith(
        "- ✗ The chart library is installed: **no.** plgkit/widgets/static/vega.js.gz is missing"
    )


def test_a_folder_that_cannot_be_written_to_is_named(monkeypatch, folder):
    def denied(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("plgkit.authoring.diagnostics.tempfile.TemporaryFile", denied)
    assert lines()[2] == (
        f"- ✗ Answers can be kept in this folder: **no.** {folder}: permission denied; "
        "open the course in a folder of your own"
    )
