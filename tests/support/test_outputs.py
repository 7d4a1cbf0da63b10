"""Into what is new, empty or ours, and by one run at a time."""

import json
import os
import subprocess
import sys

import pytest

from plgkit.support import outputs
from plgkit.support.errors import Refused

HOLD = """
import sys
from pathlib import Path
from plgkit.support import outputs
with outputs.held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def another(tmp_path):
    """Another process that holds the folder."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], text=True, **pipes) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


@pytest.mark.parametrize("folder", ["new", "new/below", "."])
def test_a_folder_that_is_new_or_empty_has_no_manifest(tmp_path, folder):
    assert outputs.manifest(tmp_path / folder, "plgkit site") is None


def test_what_a_killed_run_left_of_its_beginning_is_no_stranger(tmp_path):
    for name in (outputs.LOCK, outputs.HOLDER, ".manifest.json.part"):
        (tmp_path / name).touch()
    assert outputs.manifest(tmp_path, "plgkit site") is None


def test_the_manifest_of_a_command_is_read_by_that_command_alone(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"made_by": "plgkit site", "files": []}))
    assert outputs.manifest(tmp_path, "plgkit site")["files"] == []
    with pytest.raises(Refused, match=r"holds a manifest\.json that is not of plgkit build; choose a new or empty"):
        outputs.manifest(tmp_path, "plgkit build")


@pytest.mark.parametrize("text", ["", "[]", "{}", "[" * 100_000, "\x00", '{"made_by": "plgkit site", "files": 1}'])
def test_a_manifest_that_is_none_is_somebody_elses(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(Refused, match="that is not of plgkit site"):
        outputs.manifest(tmp_path, "plgkit site")


def test_a_file_in_the_way_is_named_unless_it_is_ours(tmp_path):
    (tmp_path / "index.html").write_text("mine")
    outputs.check_in_the_way(tmp_path, ["index.html", "other.html"], {"index.html"}, "plgkit site")
    with pytest.raises(Refused, match=r"index\.html: in the way, and not of plgkit site; move it, or choose another"):
        outputs.check_in_the_way(tmp_path, ["index.html"], {"other.html"}, "plgkit site")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_nowhere_is_in_the_way_too(tmp_path):
    (tmp_path / "index.html").symlink_to(tmp_path / "gone")
    with pytest.raises(Refused, match="in the way"):
        outputs.check_in_the_way(tmp_path, ["index.html"], (), "plgkit site")


def test_what_was_half_written_is_cleared_and_the_rest_stays(tmp_path):
    for name in (".page.html.part", "page.html", ".hidden"):
        (tmp_path / name).touch()
    outputs.clear(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".hidden", "page.html"]


@pytest.mark.parametrize("text", [None, "", "channel,step,users\n"])
def test_a_file_that_is_new_empty_or_ours_may_be_written(tmp_path, text):
    path = tmp_path / "funnel.csv"
    if text is not None:
        path.write_text(text)
    outputs.check_file(path, "(?m)^(.*,)?step,users$", "plgkit funnel")


def test_another_file_of_that_name_is_refused(tmp_path):
    path = tmp_path / "funnel.csv"
    path.write_text("my,own\n")
    with pytest.raises(Refused, match=r"funnel\.csv: in the way, and not of plgkit funnel; move it, or choose another"):
        outputs.check_file(path, "step,users", "plgkit funnel")
    path.unlink()
    path.mkdir()
    with pytest.raises(Refused, match=r"funnel\.csv: in the way, "):
        outputs.check_file(path, "step,users", "plgkit funnel")


def test_a_folder_that_is_held_is_refused_with_its_holder_and_free_when_that_is_killed(tmp_path, another):
    line = rf"another run writes into it \(process {another.pid} on .+, since 20.+\); wait, or choose another folder"
    with pytest.raises(Refused, match=line) as refused, outputs.held(tmp_path):
        pass
    assert "\n" not in str(refused.value)
    another.kill()
    another.wait()
    with outputs.held(tmp_path):
        assert json.loads((tmp_path / outputs.HOLDER).read_text())["process"] == os.getpid()
    assert list(tmp_path.iterdir()) == []


def test_a_holder_that_cannot_be_read_is_left_out(tmp_path, another):
    (tmp_path / outputs.HOLDER).write_text('{"process": "')
    with pytest.raises(Refused, match=r"another run writes into it; wait"), outputs.held(tmp_path):
        pass


def test_a_run_that_fails_leaves_nothing_in_the_folder(tmp_path):
    with pytest.raises(ZeroDivisionError), outputs.held(tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_nothing_can_be_written_into_is_one_line(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match="choose a folder you may write to"), outputs.held(tmp_path / "file"):
        pass


def test_a_link_and_what_is_no_file_are_refused(tmp_path):
    (tmp_path / "ours").write_text("step,users")
    (tmp_path / "link").symlink_to("ours")
    (tmp_path / "dangling").symlink_to("nothing")
    (tmp_path / "folder").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "folder" / "pipe")
    for name in ("link", "dangling", "folder", *(["folder/pipe"] if hasattr(os, "mkfifo") else [])):
        with pytest.raises(Refused, match=f"{name}: .* choose another place with --key$"):
            outputs.check_file(tmp_path / name, "step", "plgkit collect", "choose another place with --key")


def test_links_in_a_loop_are_one_line_or_stay_where_they_are(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    try:
        assert outputs.real(tmp_path / "loop").name == "loop"  # from Python 3.13 on
    except Refused as refusal:
        assert "its links lead nowhere" in str(refusal)
    assert outputs.real(tmp_path) == tmp_path.resolve()
