import shutil

import pytest
from nbconvert.filters import markdown2html

import plgkit as plg
from plgkit.support import folders
from plgkit.widgets import part
from tests.elements import Elements


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines():
    return plg.works_here()._repr_mimebundle_()["text/plain"].splitlines()


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


@pytest.fixture
def denied(monkeypatch):
    """No file can be written."""

    def refuse(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("plgkit.authoring.diagnostics.tempfile.TemporaryFile", refuse)


@pytest.mark.usefixtures("denied")
def test_a_folder_that_cannot_be_written_to_is_named(folder):
    assert lines()[2] == (
        f"- ✗ Answers can be kept in this folder: **no.** {folder}: permission denied; "
        "open the course in a folder of your own"
    )


@pytest.mark.usefixtures("denied")
def test_a_folder_whose_name_means_something_in_markdown_is_shown_as_it_is(monkeypatch, folder):
    hostile = folder / "![i](http:x) _a_ <b>"
    hostile.mkdir()
    monkeypatch.chdir(hostile)
    page = Elements(markdown2html(plg.works_here().text))
    assert hostile.name in page.text
    assert {tag for tag, _ in page.found} == {"ul", "li", "strong"}
