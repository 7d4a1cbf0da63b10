import json
import zipfile

import pytest

from plgkit.support.errors import Refused
from plgkit.workshop.report import sources, submissions
from plgkit.workshop.report.sources import Allowance
from plgkit.workshop.report.submissions import SetAside, read
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


HALF = "\\ud800"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("learner", f'"A{HALF}"'),
        ("variant", f'"{HALF}"'),
        ("misconception", f'"{HALF.upper().replace("U", "u")}"'),
        ("part", f'"{HALF}"'),
        ("lesson", f'"{HALF}"'),
        ("at", f'"{HALF}"'),
        ("value", f'["{HALF}"]'),
        ("given", f'{{"{HALF}": 1}}'),
        ("person", f'"{HALF}"'),
        ("learner", json.dumps("x" * 201)),
        ("learner", json.dumps("\u0301" * 30_000)),
        ("variant", json.dumps("x" * 201)),
        ("person", "7"),
        ("edition", "0"),
        ("edition", "true"),
        ("edition", '"1"'),
        ("value", "[" * 600 + "]" * 600),
        ("given", '{"a":' * 300 + "1" + "}" * 300),
        ("value", "1" * 5_000),
        ("value", "NaN"),
        ("v", "1" * 4_000),
        ("v", "[" * 300 + "]" * 300),
    ],
)
def test_a_line_that_no_report_could_hold_is_set_aside_alone(tmp_path, field, text):
    fields = {name: json.dumps(value) for name, value in json.loads(GOOD).items()} | {field: text}
    odd = "{" + ", ".join(f'"{name}": {value}' for name, value in fields.items()) + "}"
    (tmp_path / "a.jsonl").write_text(f"{GOOD}\n{odd}\n{GOOD}\n", "utf-8")
    found = read(tmp_path)
    assert sum(len(sheet.entries) for sheet in found.sheets) == 2
    ((place, reason),) = why(found).items()
    assert place == ("a.jsonl", 2) and reason.isprintable() and len(reason) < 120


def test_whole_characters_written_as_escapes_are_read(tmp_path):
    told = json.dumps(json.loads(GOOD) | {"learner": "Zoë 🙂", "sure": 0.7, "hints": 2, "round": 1, "unheard": [1]})
    assert "\\ud83d" in told
    (tmp_path / "a.jsonl").write_text(told, "utf-8")
    assert [sheet.learner for sheet in read(tmp_path).sheets] == ["Zoë 🙂"]


def test_no_file_takes_the_room_of_the_next(tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "LINES", 40)
    monkeypatch.setattr(sources, "ROWS", 12)
    (tmp_path / "a.jsonl").write_text("{}\n" * 30)
    zipped(tmp_path / "b.zip", [("a.jsonl", "{}\n" * 30), ("b.jsonl", GOOD), ("c.jsonl", GOOD)])
    (tmp_path / "c.jsonl").write_text(GOOD)
    found = read(tmp_path)
    assert [sheet.file for sheet in found.sheets] == ["c.jsonl"]
    full = "not read: no file or zip takes more than half of the lines and bytes left for the report"
    listed = [(one.file, one.line, one.reason, one.count) for one in found.set_aside if one.count > 1]
    assert listed == [
        ("a.jsonl", 21, f"10 lines {full}", 10),
        ("b.zip/a.jsonl", 11, f"20 lines {full}", 20),
        ("a.jsonl", None, "15 more lines or files, not listed", 15),
        ("b.zip", None, "10 more lines or files, not listed", 10),
    ]
    assert sum(one.count for one in found.set_aside) == 30 + 30 + 2 and len(found.set_aside) <= 12


def test_of_very_many_files_that_are_not_listed_the_largest_are_named(monkeypatch):
    listing = submissions.Listing()
    for i in range(150):
        listing.add(SetAside(f"{i}.jsonl", None, "x", count=1 + (i < 2)), Allowance(0, 0, 0, name=f"{i}.jsonl"))
    rows = listing.all()
    assert len(rows) == 101 and sum(row.count for row in rows) == 152
    assert [row.file for row in rows][:2] == ["0.jsonl", "1.jsonl"] and rows[-1].file == ""
