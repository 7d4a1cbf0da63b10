import json
from pathlib import Path

import pytest

import plgkit
from plgkit.authoring import course_folder
from plgkit.authoring.course_folder import RECORD, default, lay
from plgkit.support import folders
from plgkit.support.errors import Refused

START, LESSON = "00_start_here.ipynb", "05_saying_no.ipynb"


@pytest.fixture
def release(tmp_path, monkeypatch):
    """Puts the notebooks of a release into the package, and gives a learner's folder."""
    package = tmp_path / "package"
    package.mkdir()
    monkeypatch.setattr(folders, "notebooks", lambda: package)

    def ship(version, **texts):
        for path in package.iterdir():
            path.unlink()
        for name, text in texts.items():
            (package / {"start": START, "lesson": LESSON}.get(name, f"{name}.ipynb")).write_text(text, "utf-8")
        monkeypatch.setattr(plgkit, "__version__", version)
        return tmp_path / "mine"

    return ship


def ship_first(release):
    folder = release("0.1.0", start="start", lesson="lesson 1")
    lay(folder)
    return folder


def lines(folder):
    return [line.replace(str(folder), "mine") for line in lay(folder).lines]


def texts(folder):
    return {path.name: path.read_text("utf-8") for path in folder.iterdir() if path.name != RECORD}


def test_a_new_folder_gets_the_course_and_a_record_of_it(release):
    folder = release("0.1.0", start="start", lesson="lesson 1")
    assert lines(folder) == ["2 notebooks laid into mine"]
    assert texts(folder) == {START: "start", LESSON: "lesson 1"}
    record = json.loads((folder / RECORD).read_text("utf-8"))
    assert record["version"] == "0.1.0" and set(record["files"]) == {START, LESSON}


def test_opened_again_nothing_is_done(release):
    folder = ship_first(release)
    (folder / "answers").mkdir()
    (folder / "answers" / "ada.saying-no.jsonl").write_text("{}")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file() and path.name != RECORD}
    assert lines(folder) == ["mine holds the course of plgkit 0.1.0"]
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_what_the_learner_changed_is_kept(release):
    folder = ship_first(release)
    (folder / LESSON).write_text("mine")
    assert lines(folder) == ["kept 1 that you changed", "mine holds the course of plgkit 0.1.0"]
    assert texts(folder) == {START: "start", LESSON: "mine"}


def test_a_later_release_adds_updates_and_lies_beside_what_was_changed(release):
    folder = ship_first(release)
    (folder / LESSON).write_text("mine")
    release("0.2.0", start="start 2", lesson="lesson 2", more="more")
    beside = "05_saying_no.plgkit-0.2.0.ipynb"
    assert lines(folder) == [
        "1 notebook laid into mine",
        "1 notebook updated to plgkit 0.2.0 in mine",
        f"kept 1 that you changed; the new ones lie beside them as {beside}",
    ]
    later = {START: "start 2", LESSON: "mine", beside: "lesson 2", "more.ipynb": "more"}
    assert texts(folder) == later
    (folder / beside).unlink()  # read, and thrown away
    assert lines(folder) == ["kept 1 that you changed", "mine holds the course of plgkit 0.2.0"]


def test_a_file_beside_is_the_learners_too(release):
    folder = ship_first(release)
    (folder / LESSON).write_text("mine")
    (folder / "05_saying_no.plgkit-0.2.0.ipynb").write_text("my notes")
    release("0.2.0", start="start", lesson="lesson 2")
    assert "05_saying_no.plgkit-0.2.0-2.ipynb" in lines(folder)[-1]
    assert texts(folder)["05_saying_no.plgkit-0.2.0.ipynb"] == "my notes"
    assert texts(folder)["05_saying_no.plgkit-0.2.0-2.ipynb"] == "lesson 2"


def test_what_was_deleted_is_laid_again(release):
    folder = ship_first(release)
    (folder / START).unlink()
    assert lines(folder) == [f"laid again into mine, where they were missing: {START}"]
    assert texts(folder) == {START: "start", LESSON: "lesson 1"}


@pytest.mark.parametrize("record", [None, "{", "[]", '{"files": 7}'])
def test_files_of_somebody_else_are_never_overwritten(release, record):
    folder = release("0.1.0", start="start", lesson="lesson 1")
    folder.mkdir()
    (folder / LESSON).write_text("theirs")
    (folder / "letter.txt").write_text("theirs")
    if record:
        (folder / RECORD).write_text(record)
    assert lines(folder)[-1].startswith("kept 1 that you changed; the new ones lie beside them as 05_saying_no.plgkit-")
    assert (texts(folder)[LESSON], texts(folder)["letter.txt"]) == ("theirs", "theirs")


def test_an_update_that_was_cut_off_goes_on(release, monkeypatch):
    folder = ship_first(release)
    release("0.2.0", start="start 2", lesson="lesson 2")

    def full(target, text):
        if target.name == LESSON:
            raise Refused(f"{target}: not written, no space left on device")
        return write(target, text)

    write = course_folder.write
    monkeypatch.setattr(course_folder, "write", full)
    with pytest.raises(Refused, match="no space left"):
        lay(folder)
    monkeypatch.setattr(course_folder, "write", write)
    assert lines(folder) == ["1 notebook updated to plgkit 0.2.0 in mine"]
    assert texts(folder) == {START: "start 2", LESSON: "lesson 2"}


def test_a_folder_that_cannot_be_used_is_one_line(release, tmp_path):
    folder = release("0.1.0", start="start", lesson="lesson 1")
    (tmp_path / "file").write_text("")
    with pytest.raises(Refused, match="file: file exists; choose a folder you may write to"):
        lay(tmp_path / "file")
    (folder / LESSON).mkdir(parents=True)
    with pytest.raises(Refused, match=f"{LESSON}: is a directory; choose another folder"):
        lay(folder)


def test_inside_the_course_no_second_one_is_begun(release, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert default() == Path("plgkit-course")
    monkeypatch.chdir(ship_first(release))
    assert default() == Path.cwd()


def test_every_notebook_of_the_course_is_laid(tmp_path):
    source = sorted(folders.notebooks().glob("*.ipynb"))
    assert lay(tmp_path / "mine").added == [path.name for path in source]
    assert all((tmp_path / "mine" / path.name).read_bytes() == path.read_bytes() for path in source)
