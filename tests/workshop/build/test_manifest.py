import json

import pytest

from plgkit.support.errors import Refused
from plgkit.support.files import sha256
from plgkit.workshop.build.manifest import MADE_BY, MANIFEST, PROGRESS, Manifest, Record


@pytest.fixture
def folder(tmp_path):
    """A folder with one file that is finished."""
    manifest = Manifest(tmp_path)
    manifest.begin(["a.html"], plan={"title": "A day"})
    (tmp_path / "a.html").write_text("page")
    manifest.add(Record("a", "inputs", {"a.html": sha256("page")}, 1.5, {"team": "Zoë"}))
    return tmp_path


def test_what_is_finished_is_held_before_the_build_has_ended(folder):
    assert (folder / PROGRESS).exists() and json.loads((folder / MANIFEST).read_text())["finished"] == []
    manifest = Manifest(folder)
    assert manifest.holds("a", "inputs") and manifest.paths("a") == (folder / "a.html",)
    manifest.end(seconds=2)
    assert not (folder / PROGRESS).exists()
    content = json.loads((folder / MANIFEST).read_text("utf-8"))
    assert content["made_by"] == MADE_BY and content["seconds"] == 2
    assert content["finished"][0]["about"] == {"team": "Zoë"}


def test_other_inputs_another_name_or_a_changed_file_are_not_held(folder):
    manifest = Manifest(folder)
    assert not manifest.holds("a", "other inputs") and not manifest.holds("b", "inputs")
    (folder / "a.html").write_text("edited")
    assert not manifest.holds("a", "inputs")
    (folder / "a.html").unlink()
    assert not manifest.holds("a", "inputs")


def test_a_line_that_was_torn_is_left_out_and_the_others_hold(folder):
    with open(folder / PROGRESS, "a") as file:
        file.write('{"name": "b", "inp')
    manifest = Manifest(folder)
    assert manifest.holds("a", "inputs") and not manifest.holds("b", "inputs")


def test_beginning_clears_what_was_half_written_and_keeps_what_is_finished(folder):
    (folder / ".b.html.part").write_text("ha")
    manifest = Manifest(folder)
    manifest.begin([])
    assert not (folder / ".b.html.part").exists()
    assert Manifest(folder).holds("a", "inputs")


def test_a_file_that_no_build_of_this_folder_wrote_is_in_the_way(folder):
    (folder / "b.html").write_text("mine")
    manifest = Manifest(folder)
    manifest.check(["a.html", "manifest.json"])
    with pytest.raises(Refused, match=r"b\.html: in the way, and not of plgkit build; move it, or choose another"):
        manifest.check(["a.html", "b.html"])


def test_a_file_that_a_killed_build_wrote_and_could_not_note_is_its_own(folder):
    Manifest(folder).begin(["c.html"])
    (folder / "c.html").write_text("page")
    Manifest(folder).check(["c.html"])


def test_a_file_in_a_record_of_an_earlier_release_is_its_own(folder):
    manifest = Manifest(folder)
    manifest.end()
    content = json.loads((folder / MANIFEST).read_text())
    del content["files"]
    (folder / MANIFEST).write_text(json.dumps(content))
    Manifest(folder).check(["a.html"])


def test_a_new_folder_holds_nothing_and_is_not_made_yet(tmp_path):
    assert not Manifest(tmp_path / "new" / "folder").holds("a", "inputs")
    assert list(tmp_path.iterdir()) == []


def test_somebody_elses_folder_is_refused(tmp_path):
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(Refused, match=r"holds thesis\.docx and no manifest\.json; choose a new or empty folder"):
        Manifest(tmp_path)


def test_a_file_where_the_folder_should_be_is_refused(tmp_path):
    (tmp_path / "out").write_text("a file")
    with pytest.raises(Refused, match="not a directory; choose a folder you may write to"):
        Manifest(tmp_path / "out")
