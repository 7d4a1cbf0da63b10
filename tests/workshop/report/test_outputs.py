import os
import stat

import pytest

from plgkit.support.errors import Refused
from plgkit.workshop.report.outputs import make_private_folder, real, refuse_foreign, write_private


def ours(head):
    return head.startswith("ours")


def test_a_file_that_is_new_empty_or_ours_may_be_written(tmp_path):
    (tmp_path / "empty").touch()
    (tmp_path / "ours").write_text("ours, from last week")
    for name in ("new", "empty", "ours"):
        refuse_foreign(tmp_path / name, ours, "--out")


def test_any_other_is_refused(tmp_path):
    (tmp_path / "other").write_text("mine")
    (tmp_path / "ours").write_text("ours")
    (tmp_path / "link").symlink_to("ours")
    (tmp_path / "dangling").symlink_to("nothing")
    os.mkfifo(tmp_path / "pipe")
    for name in ("other", "link", "dangling", "pipe"):
        with pytest.raises(Refused, match=f"{name}: .* with --out$"):
            refuse_foreign(tmp_path / name, ours, "--out")


def test_a_file_is_replaced_as_a_whole_and_a_link_is_not_followed(tmp_path):
    (tmp_path / "theirs").write_text("theirs")
    (tmp_path / "file").symlink_to("theirs")
    assert write_private(tmp_path / "file", "a\r\nb").read_bytes() == b"a\r\nb"
    assert (tmp_path / "theirs").read_text() == "theirs" and not (tmp_path / "file").is_symlink()
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "theirs"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("before")

    def full(number):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="file: not written, no space left on device"):
        write_private(tmp_path / "file", "after")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("file", "before")]
    with pytest.raises(Refused, match="not written, no such file or directory"):
        write_private(tmp_path / "nowhere" / "file", "x")


def test_a_new_folder_is_its_owners_and_one_that_is_there_stays_as_it_is(tmp_path):
    (tmp_path / "there").mkdir(mode=0o755)
    before = (tmp_path / "there").stat().st_mode
    for name in ("there", "a/new"):
        make_private_folder(tmp_path / name)
    assert (tmp_path / "there").stat().st_mode == before
    assert stat.S_IMODE((tmp_path / "a/new").stat().st_mode) == 0o700
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match="choose a folder you may write to"):
        make_private_folder(tmp_path / "file")


def test_links_in_a_loop_are_one_line_or_stay_where_they_are(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    try:
        assert real(tmp_path / "loop").name == "loop"  # from Python 3.13 on
    except Refused as refusal:
        assert "its links lead nowhere" in str(refusal)
    assert real(tmp_path) == tmp_path.resolve()
