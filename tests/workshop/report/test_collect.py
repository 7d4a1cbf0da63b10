import csv
import json
import re
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner

from plgkit import cli
from plgkit.support.errors import Refused
from plgkit.workshop.report.collect import COLUMNS, collect, table
from tests.workshop.a_class import BEGIN, line, write_class

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
FILES = ["answers.csv", "learners.csv", "report.html", "set_aside.csv", "tests.csv"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A class of twelve, two of them handed in twice, with one torn line and one foreign file: its report."""
    folder = tmp_path_factory.mktemp("class")
    write_class(folder / "answers", count=12)
    some = sorted((folder / "answers").glob("*.saying-no.jsonl"))[:2]
    (folder / "answers" / "again").mkdir()
    for path in some:
        (folder / "answers" / "again" / path.name).write_bytes(path.read_bytes())
    with some[0].open("a", encoding="utf-8") as file:
        file.write('{"v": 1, "torn')
    (folder / "answers" / "ada.docx").write_text("x")
    lines = list(collect(folder / "answers", folder / "out", "Class <b> & co", folder / "key.csv"))
    return folder, lines


def rows(folder, name):
    with (folder / "out" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_report_and_its_tables_are_written(made):
    folder, lines = made
    assert sorted(path.name for path in (folder / "out").iterdir()) == FILES
    assert re.fullmatch(r"12 learners, \d+ answers, 2 lines and files set aside", lines[0])
    assert lines[1:3] == [
        "set aside: ada.docx: not a journal: it ends in '.docx'",
        next(one for one in lines if one.endswith("torn, or not JSON")),
    ]
    for name in FILES:
        assert str(folder / "out" / name) in lines


def test_every_learner_is_counted_once_with_what_they_did(made):
    found = rows(made[0], "learners.csv")
    assert {row["learner"] for row in found} == {f"L{i:02}" for i in range(1, 13)}
    keys = [(row["learner"], row["sheet"]) for row in found]
    assert len(keys) == len(set(keys))
    assert all(int(row["right"]) <= int(row["judged"]) <= int(row["answered"]) <= int(row["asked"]) for row in found)
    assert all(0 < float(row["minutes"]) < 60 for row in found)


def test_the_truth_stands_beside_each_prediction(made):
    found = [row for row in rows(made[0], "answers.csv") if row["question"] == "break_even"]
    assert found and {row["truth"] for row in found} == {"6.0"}
    for row in found:
        assert (row["right"] == "yes") == (abs(float(row["answer"]) - 6) <= 0.6)
        assert row["misconception"] in {"", "too-low", "too-high"}


def test_names_stand_in_the_key_alone(made):
    folder, _ = made
    key = (folder / "key.csv").read_text("utf-8")
    assert "Grace" in key and "grace.saying-no.jsonl" in key and "F001,,ada.docx" in key
    for name in FILES:
        text = (folder / "out" / name).read_text("utf-8")
        shown = re.sub(r"<script.*?</script>|<style.*?</style>", "", text, flags=re.S)
        assert not re.search(r"Grace|Hypatia|Émilie|\bada\b", shown), name


def test_without_asking_there_is_no_key(tmp_path):
    write_class(tmp_path / "in", count=2, lessons=["saying-no"], tests=False)
    list(collect(tmp_path / "in", tmp_path / "out"))
    assert sorted(path.name for path in tmp_path.rglob("*.csv")) == sorted(set(FILES) - {"report.html"})


def test_the_page_shows_gain_work_time_predictions_and_misconceptions(made):
    page = (made[0] / "out" / "report.html").read_text("utf-8")
    assert "<title>Class &lt;b&gt; &amp; co</title>" in page
    for text in ("normalised gain", "Cohen's d", "this says little", "truth is 6", "Set aside: 2 lines"):
        assert text in page, text
    assert "value is cash" in page  # a misconception behind a wrong answer
    assert page.count('"kind":"chart"') == 5
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", page)


def test_a_second_report_replaces_the_first_and_nothing_else_is_overwritten(made, tmp_path):
    folder, lines = made
    assert list(collect(folder / "answers", folder / "out", "Class <b> & co", folder / "key.csv")) == lines
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(Refused, match="not empty, and holds no report of ours; choose another folder with --out"):
        list(collect(folder / "answers", tmp_path))
    with pytest.raises(Refused, match="lies in the folder of the journals"):
        list(collect(folder / "answers", folder / "answers" / "out"))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


class Shown(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attributes]


def test_hostile_answers_are_text_and_no_formulas(tmp_path):
    (tmp_path / "in").mkdir()
    good = line("saying-no", "Ada", BEGIN, "doubt", "quiz", 1, {}, correct=False, misconception=f"={HOSTILE}")
    hostile = {"learner": f"=cmd|{HOSTILE}", "variant": f"@{HOSTILE}", "given": {HOSTILE: 1}}
    lines = [good, json.dumps(json.loads(good) | hostile), json.dumps(json.loads(good) | {"lesson": HOSTILE})]
    (tmp_path / "in" / "=x<script>.jsonl").write_text("\n".join([*lines, HOSTILE]), "utf-8")
    list(collect(tmp_path / "in", tmp_path / "out", HOSTILE, tmp_path / "key.csv"))
    page = Shown((tmp_path / "out" / "report.html").read_text("utf-8"))
    assert "img" not in page.tags and "b" in page.tags
    assert not any(name.startswith("on") for name in page.attributes)
    for path in [*tmp_path.glob("out/*.csv"), tmp_path / "key.csv"]:
        cells = [cell for row in csv.reader(path.open(encoding="utf-8", newline="")) for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells), path.name
    assert "'=" in (tmp_path / "key.csv").read_text("utf-8")


def test_every_table_states_its_columns():
    for name, columns in COLUMNS.items():
        assert table(name, []) == ",".join(columns) + "\r\n"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["nowhere"], "plgkit: nowhere: no such folder; give one with journals"),
        (["empty"], "plgkit: empty: no journal with answers in it"),
        (["full", "--out", "file/report"], "plgkit: file/report: not a directory; choose a folder you may write to"),
        (["full", "--out", "file"], "plgkit: file: file exists; choose a folder you may write to"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(tmp_path, monkeypatch, arguments, line):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("mine")
    write_class(tmp_path / "full", count=1, lessons=["saying-no"], tests=False)
    done = CliRunner().invoke(cli.main, ["collect", *arguments])
    assert (done.exit_code, done.stderr, done.stdout) == (2, f"{line}\n", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "file", "full"]


def test_a_class_of_one_without_tests_has_a_report(tmp_path):
    write_class(tmp_path / "in", count=1, lessons=["saying-no"], tests=False)
    done = CliRunner().invoke(cli.main, ["collect", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "normalised gain" not in page.split('id="method"')[0]
    assert "1 learner" in page


def test_notes_of_learners_are_nobody_elses(tmp_path):
    (tmp_path / "in").mkdir()
    lines = [line("saying-no", "Ada", BEGIN, "notes", "note", "my secret", {})]
    lines += [line("saying-no", "Ada", BEGIN, "doubt", "quiz", 0, {}, correct=True, misconception=None)]
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(lines), "utf-8")
    list(collect(tmp_path / "in", tmp_path / "out"))
    assert not any("my secret" in path.read_text("utf-8") for path in (tmp_path / "out").iterdir())
