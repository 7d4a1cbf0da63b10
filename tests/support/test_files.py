import hashlib
import os
import stat

import pytest

from plgkit.support import files
from plgkit.support.errors import Refused


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path):
    target = files.write(tmp_path / "page.html", "é\n")
    assert target.read_bytes() == "é\n".encode()
    assert list(tmp_path.iterdir()) == [target]


def test_what_stood_there_stays_when_writing_fails(tmp_path, monkeypatch):
    target = files.write(tmp_path / "page.html", "before")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(Refused, match=r"page\.html: not written, no space left on device"):
        files.write(target, "after")
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_is_made_with_all_above_it(tmp_path):
    files.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_below_a_file_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match="choose a folder you may write to"):
        files.make_folder(tmp_path / "file" / "b")


def test_the_hash_of_a_text_is_that_of_its_bytes():
    assert files.sha256("é") == files.sha256("é".encode()) == hashlib.sha256("é".encode()).hexdigest()


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_what_tells_about_people_is_its_owners_alone(tmp_path):
    before = os.umask(0)
    try:
        for name in ("there", "a/new"):
            (tmp_path / "there").mkdir(mode=0o755, exist_ok=True)
            files.make_folder(tmp_path / name, private=True)
        files.write(tmp_path / "file", "x", private=True)
        files.write(tmp_path / "other", b"x")
    finally:
        os.umask(before)
    modes = {name: stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("there", "a/new", "file", "other")}
    assert modes == {"there": 0o755, "a/new": 0o700, "file": 0o600, "other": 0o666}


def test_a_link_is_replaced_and_not_followed(tmp_path):
    (tmp_path / "theirs").write_text("theirs")
    (tmp_path / "file").symlink_to("theirs")
    assert files.write(tmp_path / "file", "a\r\nb").read_bytes() == b"a\r\nb"
    assert (tmp_path / "theirs").read_text() == "theirs" and not (tmp_path / "file").is_symlink()
