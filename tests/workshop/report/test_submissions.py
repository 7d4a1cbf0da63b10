import os
import zipfile

import pytest

from plgkit.support.errors import Refused
from plgkit.workshop.report import submissions
from plgkit.workshop.report.submissions import read
from tests.workshop.a_class import BEGIN, line

GOOD = line("saying-no", "Ada", BEGIN, "high_rate", "quiz", 2, {}, correct=True, misconception=None)


def why(found):
    return {(one.file, one.line): one.reason for one in found.set_aside}


def zipped(path, members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            made.writestr(name, content)


def test_files_folders_and_zips_are_read_alike(tmp_path):
    (tmp_path / "ada").mkdir()
    (tmp_path / "one.jsonl").write_text(GOOD, "utf-8")
    (tmp_path / "ada" / "renamed.jsonl.txt").write_bytes(b"\xef\xbb\xbf" + GOOD.encode() + b"\r\n\r\n")
    zipped(tmp_path / "class.zip", [("bob/answers/x.jsonl", GOOD + "\n" + GOOD)])
    found = read(tmp_path)
    assert {sheet.file: len(sheet.entries) for sheet in found.sheets} == {
        "ada/renamed.jsonl.txt": 1,
        "class.zip/bob/answers/x.jsonl": 2,
        "one.jsonl": 1,
    }
    assert found.set_aside == [] and found.files == 3


@pytest.mark.parametrize(
    ("torn", "reason"),
    [
        (GOOD[:-5], "torn, or not JSON"),
        ("[1]", "not an entry"),
        (GOOD.replace('"v": 1', '"v": 2'), "format 2, not 1"),
        (GOOD.replace("saying-no", "<b>no</b>"), "of a lesson that the course does not have, '<b>no</b>'"),
        (GOOD.replace("high_rate", "=1+1"), "of a question that saying-no does not ask, '=1+1'"),
        (GOOD.replace(BEGIN.isoformat(timespec="milliseconds"), "yesterday"), "no time: 'yesterday'"),
        (GOOD.replace(BEGIN.isoformat(timespec="milliseconds"), "0001-01-01T00:00:00+14:00"), "no time"),
        ("x" * 200_000, "longer than 100,000 bytes"),
        ("\0" * 40, "torn, or not JSON"),
    ],
)
def test_a_line_that_cannot_be_used_is_listed_and_its_neighbours_are_read(tmp_path, torn, reason):
    (tmp_path / "a.jsonl").write_text(f"{GOOD}\n{torn}\n{GOOD}\n", "utf-8")
    found = read(tmp_path)
    assert sum(len(sheet.entries) for sheet in found.sheets) == 2
    assert why(found).keys() == {("a.jsonl", 2)} and why(found)["a.jsonl", 2].startswith(reason)


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
    monkeypatch.setattr(submissions, "LARGEST", 5_000)
    zipped(tmp_path / "bomb.zip", [("a.jsonl", GOOD), ("b.jsonl", "0" * 1_000_000), ("nested.zip", "x")])
    found = read(tmp_path)
    assert [sheet.file for sheet in found.sheets] == ["bomb.zip/a.jsonl"]
    assert why(found)["bomb.zip/b.jsonl", None] == "larger than 5,000 bytes"
    assert why(found)["bomb.zip/nested.zip", None] == "a zip inside a zip; unpack it first"


def test_a_zip_that_lies_about_its_sizes_is_stopped_all_the_same(tmp_path, monkeypatch):
    zipped(tmp_path / "liar.zip", [("a.jsonl", GOOD), ("b.jsonl", "0" * 900_000)])
    whole = (tmp_path / "liar.zip").read_bytes()
    (tmp_path / "liar.zip").write_bytes(whole.replace((900_000).to_bytes(4, "little"), (10).to_bytes(4, "little")))
    monkeypatch.setattr(submissions, "LARGEST", 5_000)
    found = read(tmp_path)
    assert [sheet.file for sheet in found.sheets] == ["liar.zip/a.jsonl"]
    assert why(found).keys() == {("liar.zip/b.jsonl", None)} or why(found).keys() == {("liar.zip/b.jsonl", 1)}


def test_all_members_together_are_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(submissions, "WHOLE", 3 * len(GOOD) - 10)
    zipped(tmp_path / "a.zip", [(f"{i}.jsonl", GOOD) for i in range(4)])
    found = read(tmp_path)
    assert len(found.sheets) == 2 and len(found.set_aside) == 2
    monkeypatch.setattr(submissions, "MEMBERS", 3)
    with pytest.raises(Refused, match="a zip of more than 3 files"):
        read(tmp_path)


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


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (lambda at: None, "{at}: no such folder; give one with journals"),
        (lambda at: at.write_text("x"), "{at}: not a folder; give one with journals"),
        (lambda at: at.mkdir(), "{at}: no journal with answers in it"),
    ],
)
def test_a_place_without_journals_is_one_line(tmp_path, make, line):
    make(tmp_path / "answers")
    with pytest.raises(Refused) as refused:
        read(tmp_path / "answers")
    assert str(refused.value) == line.format(at=tmp_path / "answers")


def test_a_folder_of_other_things_says_what_they_are(tmp_path):
    (tmp_path / "a.docx").write_text("x")
    with pytest.raises(Refused, match=r"no journal .* 1 files or lines .* a.docx: not a journal: it ends in '.docx'"):
        read(tmp_path)


def test_the_spellings_of_one_name_are_one_learner_as_in_the_journal(tmp_path):
    spellings = ("Zoë", "Zoe\u0308", " ZOË", "Ｚｏë")
    lines = [line("saying-no", name, BEGIN, "doubt", "quiz", 1, {}) for name in (*spellings, "Zoe")]
    (tmp_path / "zoë.saying-no.jsonl").write_text("\n".join(lines), "utf-8")
    found = read(tmp_path)
    assert [(sheet.learner, len(sheet.entries)) for sheet in found.sheets] == [("Zoë", 4), ("Zoe", 1)]
