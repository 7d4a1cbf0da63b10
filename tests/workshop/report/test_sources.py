import os
import sys
import zipfile
from pathlib import Path

import pytest

from plgkit.support.errors import Refused
from plgkit.workshop.report import sources
from plgkit.workshop.report.sources import DEEPEST, Allowance
from plgkit.workshop.report.submissions import read
from tests.workshop.report.test_submissions import GOOD, why, zipped


def test_other_files_are_listed_and_hidden_ones_left_alone(tmp_path):
    (tmp_path / "a.jsonl").write_text(GOOD)
    for name in ("ada.html", "README", ".locks/a.jsonl", "__MACOSX/a.jsonl", ".DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GOOD)
    zipped(tmp_path / "b.zip", [("__MACOSX/a.jsonl", GOOD), ("b.jsonl", GOOD), ("c.png", "x")])
    found = read(tmp_path)
    assert len(found.sheets) == 2
    assert why(found) == {
        ("ada.html", None): "not a journal: it ends in '.html'",
        ("README", None): "not a journal: it has no ending",
        ("b.zip/c.png", None): "not a journal: it ends in '.png'",
    }


OUT = ["../../evil.jsonl", "/etc/evil.jsonl", "a/../../evil.jsonl", "..\\evil.jsonl", "C:/x.jsonl"]


@pytest.mark.parametrize("name", OUT)
def test_a_member_whose_name_leads_out_of_its_zip_is_not_read(tmp_path, name):
    (tmp_path / "in").mkdir()
    zipped(tmp_path / "in" / "a.zip", [(name, GOOD), ("ok.jsonl", GOOD)])
    found = read(tmp_path / "in")
    assert [sheet.file for sheet in found.sheets] == ["a.zip/ok.jsonl"]
    assert list(why(found).values()) == ["its name leads out of the zip"]
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "a.zip"]


def test_a_zip_that_grows_too_large_is_stopped(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "LARGEST", 5_000)
    zipped(tmp_path / "bomb.zip", [("a.jsonl", GOOD), ("b.jsonl", "0" * 1_000_000), ("nested.zip", "x")])
    found = read(tmp_path)
    assert [sheet.file for sheet in found.sheets] == ["bomb.zip/a.jsonl"]
    assert why(found)["bomb.zip/b.jsonl", None] == "larger than 5,000 bytes"
    assert why(found)["bomb.zip/nested.zip", None] == "a zip inside a zip; unpack it first"


def test_a_zip_that_lies_about_its_sizes_is_stopped_all_the_same(tmp_path, monkeypatch):
    zipped(tmp_path / "liar.zip", [("a.jsonl", GOOD), ("b.jsonl", "0" * 900_000)])
    whole = (tmp_path / "liar.zip").read_bytes()
    (tmp_path / "liar.zip").write_bytes(whole.replace((900_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    monkeypatch.setattr(sources, "LARGEST", 5_000)
    found = read(tmp_path)
    assert [sheet.file for sheet in found.sheets] == ["liar.zip/a.jsonl"]
    assert why(found).keys() == {("liar.zip/b.jsonl", None)} or why(found).keys() == {("liar.zip/b.jsonl", 1)}


def test_all_members_together_are_bounded(tmp_path, monkeypatch):
    content = f"{GOOD}\n" * 20
    monkeypatch.setattr(sources, "BYTES", 5 * len(content))
    zipped(tmp_path / "a.zip", [(f"{i}.jsonl", content) for i in range(5)])
    found = read(tmp_path)
    assert [sheet.file for sheet in found.sheets] == ["a.zip/0.jsonl", "a.zip/1.jsonl"]
    assert [(one.file, one.count) for one in found.set_aside] == [("a.zip/2.jsonl", 1), ("a.zip", 2)]
    assert sources.FULL in found.set_aside[1].reason
    monkeypatch.setattr(sources, "MEMBERS", 3)
    with pytest.raises(Refused, match="a zip of more than 3 files"):
        read(tmp_path)


def test_a_zip_whose_table_of_contents_alone_is_too_large_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "BYTES", 2_000)
    zipped(tmp_path / "a.zip", [(f"{i}.jsonl", "") for i in range(20)])
    (tmp_path / "b.jsonl").write_text(GOOD)
    assert why(read(tmp_path)) == {("a.zip", None): sources.FULL}


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_cannot_be_unpacked_step_by_step_is_not_unpacked(tmp_path, way):
    zipped(tmp_path / "a.zip", [("a.jsonl", GOOD)])
    with zipfile.ZipFile(tmp_path / "a.zip", "a", way) as opened:
        opened.writestr("b.jsonl", GOOD)
    found = read(tmp_path)
    assert len(found.sheets) == 1
    assert why(found)["a.zip/b.jsonl", None].startswith("packed in a way that is not unpacked here")


def test_what_cannot_be_unpacked_is_paid_for_all_the_same(tmp_path, monkeypatch):
    content = GOOD * 20
    zipped(tmp_path / "a.zip", [(f"{i}.jsonl", content) for i in range(6)])
    whole = (tmp_path / "a.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as opened:
        sums = {member.CRC.to_bytes(4, "little") for member in opened.infolist()}
    for checksum in sums:
        whole = whole.replace(checksum, b"\0\0\0\1")
    (tmp_path / "a.zip").write_bytes(whole)
    (tmp_path / "b.jsonl").write_text(GOOD)
    monkeypatch.setattr(sources, "BYTES", 5 * len(content))
    reasons = why(read(tmp_path))
    assert reasons["a.zip", None].endswith(sources.FULL) and len(reasons) < 6


@pytest.mark.parametrize("content", [b"no zip", b"PK\x03\x04" + b"\0" * 60, b""])
def test_a_broken_zip_is_listed(tmp_path, content):
    (tmp_path / "a.zip").write_bytes(content)
    (tmp_path / "a.jsonl").write_text(GOOD)
    assert why(read(tmp_path))["a.zip", None].startswith("a zip that cannot be read: ")


def test_a_damaged_member_is_listed(tmp_path):
    zipped(tmp_path / "a.zip", [("a.jsonl", GOOD), ("b.jsonl", GOOD * 3)])
    whole = bytearray((tmp_path / "a.zip").read_bytes())
    place = whole.index(b"b.jsonl") + len(b"b.jsonl") + 3
    whole[place : place + 20] = b"\xff" * 20
    (tmp_path / "a.zip").write_bytes(whole)
    found = read(tmp_path)
    assert [sheet.file for sheet in found.sheets] == ["a.zip/a.jsonl"]
    assert why(found)["a.zip/b.jsonl", None].startswith("cannot be unpacked: ")


def test_links_out_of_the_folder_and_pipes_are_not_read(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "secret.jsonl"
    inside.mkdir()
    outside.write_text(GOOD)
    (inside / "a.jsonl").write_text(GOOD)
    (inside / "link.jsonl").symlink_to(outside)
    os.mkfifo(inside / "pipe.jsonl")
    assert why(read(inside)) == {
        ("link.jsonl", None): "a link that leads out of the folder",
        ("pipe.jsonl", None): "not an ordinary file",
    }


def test_links_in_a_loop_to_nowhere_and_to_folders_are_listed(tmp_path):
    (tmp_path / "a.jsonl").write_text(GOOD)
    (tmp_path / "loop.jsonl").symlink_to("loop.jsonl")
    (tmp_path / "one.zip").symlink_to("other.zip")
    (tmp_path / "other.zip").symlink_to("one.zip")
    (tmp_path / "gone.jsonl").symlink_to("nothing.jsonl")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    reasons = {file: reason for (file, _), reason in why(read(tmp_path)).items()}
    assert reasons.pop("again") == "a link to a folder"
    assert reasons.keys() == {"loop.jsonl", "one.zip", "other.zip", "gone.jsonl"}
    assert all(reason.startswith("cannot be read: ") for reason in reasons.values())
    assert not any(str(tmp_path) in reason for reason in reasons.values())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("name", [b"\xff.jsonl", b"\x1b[2J\n.jsonl", "\u202egnp.jsonl".encode()])
def test_a_name_that_cannot_be_printed_is_escaped(tmp_path, name):
    (tmp_path / "a.jsonl").write_text(GOOD)
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    folder.mkdir()
    (folder / "a.jsonl").write_text(GOOD)
    (folder / "b.jsonl").write_text("torn")
    found = read(tmp_path)
    names = [*(sheet.file for sheet in found.sheets), *(one.file for one in found.set_aside)]
    assert len(names) == 3 and all(name.isprintable() for name in names)
    assert sum("\\" in name for name in names) == 2


def test_a_members_name_is_printable_and_short_and_one_that_is_no_text_is_one_zip_set_aside(tmp_path):
    zipped(tmp_path / "a.zip", [("\x1b]0;x\x07.jsonl", GOOD), ("y" * 60_000 + ".jsonl", GOOD), ("ü.jsonl", GOOD)])
    names = [sheet.file for sheet in read(tmp_path).sheets]
    assert names[0] == "a.zip/\\x1b]0;x\\x07.jsonl" and len(names[1]) == 500 and names[2] == "a.zip/ü.jsonl"
    whole = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(whole.replace("ü".encode(), b"\xff\xff"))
    (tmp_path / "b.jsonl").write_text(GOOD)
    assert why(read(tmp_path))["a.zip", None].startswith("a zip that cannot be read: ")


def test_a_folder_that_cannot_be_read_is_listed_and_the_others_are_read(tmp_path, monkeypatch):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.jsonl").write_text(GOOD)
    scandir = os.scandir

    def closed(path):
        if Path(path) in refused:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    refused = {tmp_path / "a"}
    found = read(tmp_path)
    assert why(found) == {("a", None): "a folder that cannot be read: permission denied"}
    assert [sheet.file for sheet in found.sheets] == ["b/a.jsonl"]
    refused = {tmp_path}
    with pytest.raises(Refused, match="permission denied; check its permissions"):
        read(tmp_path)


def test_folders_inside_folders_end_somewhere(tmp_path):
    (tmp_path / "a.jsonl").write_text(GOOD)
    deep = tmp_path.joinpath(*"x" * (DEEPEST + 2))
    deep.mkdir(parents=True)
    (deep / "b.jsonl").write_text(GOOD)
    found = read(tmp_path)
    assert [one.reason for one in found.set_aside] == [f"lies below {DEEPEST} folders"]
    assert [sheet.file for sheet in found.sheets] == ["a.jsonl"]


def test_half_an_allowance_leaves_the_other_half_and_gives_back_what_it_did_not_use():
    allowance = Allowance(lines=10, size=100, rows=7)
    part = allowance.half("a.zip")
    assert (part, allowance) == (Allowance(5, 50, 3, "a.zip"), Allowance(5, 50, 4))
    part.lines -= 5
    assert part.spent
    allowance.take_back(part)
    assert allowance == Allowance(5, 100, 7)
