import csv
import json
import os
import re
import shutil
import stat
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from plgkit import cli
from plgkit.support.errors import Refused
from plgkit.workshop.report import sources
from plgkit.workshop.report.collect import COLUMNS, collect, table
from plgkit.workshop.report.submissions import read
from tests.examples import at_most
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
    assert lines[1] == "joined from several journals: 12 learners by name"
    assert lines[2:4] == [
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


def test_whatever_is_written_only_its_owner_can_read(tmp_path):
    write_class(tmp_path / "in", count=2, lessons=["saying-no"], tests=False)
    (tmp_path / "key.csv").write_text("label,name,file\n")
    (tmp_path / "key.csv").chmod(0o644)
    list(collect(tmp_path / "in", tmp_path / "new" / "out", key=tmp_path / "key.csv"))
    files = [tmp_path / "key.csv", *(tmp_path / "new" / "out").iterdir()]
    assert len(files) == 6
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        assert stat.S_IMODE((tmp_path / "new" / "out").stat().st_mode) == 0o700


FOREIGN = "label,name\nmine"


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("in/ada.saying-no.jsonl", "lies in the folder of the journals"),
        ("in/new.csv", "lies in the folder of the journals"),
        ("in", "lies in the folder of the journals"),
        ("again/new.csv", "lies in the folder of the journals"),
        ("letter.csv", "not of plgkit collect"),
        ("copy.jsonl", "not of plgkit collect"),
        ("link.csv", "a link, and what it leads to may be somebody's"),
        ("loop.csv", "links lead nowhere|a link"),
        ("folder", "no file"),
        ("nowhere/key.csv", "there is no folder"),
        ("out/answers.csv", "a file of the report itself"),
        ("out/Report.HTML", "a file of the report itself"),
    ],
)
def test_a_key_overwrites_nothing_else(tmp_path, key, reason):
    write_class(tmp_path / "in", count=1, lessons=["saying-no"], tests=False)
    (tmp_path / "copy.jsonl").write_bytes((tmp_path / "in" / "ada.saying-no.jsonl").read_bytes())
    (tmp_path / "letter.csv").write_text(FOREIGN)
    (tmp_path / "link.csv").symlink_to("letter.csv")
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    (tmp_path / "again").symlink_to("in", target_is_directory=True)
    (tmp_path / "folder").mkdir()
    before = contents(tmp_path)
    done = CliRunner().invoke(
        cli.main,
        ["collect", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--key", str(tmp_path / key)],
    )
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert re.search(reason, done.stderr)
    assert contents(tmp_path) == before and not (tmp_path / "out").exists()


@pytest.mark.parametrize("before", [None, "", "label,name,file\nL01,Ada,a.jsonl\n"])
def test_a_key_that_is_new_empty_or_ours_is_written(tmp_path, before):
    write_class(tmp_path / "in", count=1, lessons=["saying-no"], tests=False)
    if before is not None:
        (tmp_path / "out.csv").write_text(before)
    list(collect(tmp_path / "in", tmp_path / "out", key=tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").read_text("utf-8").splitlines()[1].startswith("L01,Ada,ada.saying-no.jsonl")


@pytest.mark.parametrize("name", [name for name in FILES if name != "report.html"])
@pytest.mark.parametrize("kind", ["text", "link", "folder"])
def test_beside_an_earlier_report_each_file_is_ours_or_refused(made, tmp_path, name, kind):
    folder, out = made[0], tmp_path / "out"
    shutil.copytree(folder / "out", out)
    (out / name).unlink()
    (tmp_path / "mine").write_text(FOREIGN)
    make = {
        "text": lambda at: at.write_text(FOREIGN),
        "link": lambda at: at.symlink_to("../mine"),
        "folder": Path.mkdir,
    }
    make[kind](out / name)
    before = contents(tmp_path)
    with pytest.raises(Refused, match=f"{name}: .* choose another folder with --out"):
        list(collect(folder / "answers", out))
    assert contents(tmp_path) == before


def test_a_report_of_the_first_release_is_replaced(made, tmp_path):
    stored = Path(__file__).parents[2] / "fixtures" / "release_0_1_0" / "collected"
    shutil.copytree(stored, tmp_path / "out")
    shutil.copy(made[0] / "out" / "report.html", tmp_path / "out")
    list(collect(made[0] / "answers", tmp_path / "out", key=tmp_path / "out" / "key.csv"))
    assert rows(tmp_path, "learners.csv") == rows(made[0], "learners.csv")


def test_very_many_bad_lines_are_counted_and_not_all_listed(made, tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "ROWS", 100)
    shutil.copytree(made[0] / "answers", tmp_path / "in")
    with zipfile.ZipFile(tmp_path / "in" / "a.zip", "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("a.jsonl", "{}\n" * 30_000)
    lines = list(collect(tmp_path / "in", tmp_path / "out"))
    assert lines[0] == made[1][0].replace("2 lines and files", "30,002 lines and files")
    assert "set aside: a.zip: 29,951 more lines or files, not listed" in lines
    assert len(lines) < 30 and len(rows(tmp_path, "set_aside.csv")) <= 100
    assert "30,002 lines and files" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_a_title_that_is_no_text_is_escaped(tmp_path):
    write_class(tmp_path / "in", count=1, lessons=["saying-no"], tests=False)
    list(collect(tmp_path / "in", tmp_path / "out", "a\udcff"))
    assert "<title>a\\udcff</title>" in (tmp_path / "out" / "report.html").read_text("utf-8")


TEXTS = st.text(st.characters(), max_size=40) | st.sampled_from(
    ["\ud800", "\x1b[2J", "=1+1", "x" * 9_999, "\u0301" * 300]
)
NUMBERS = st.integers() | st.floats() | st.sampled_from([10**4_000, 1e308, -1e308, 5e-324])
VALUES = st.recursive(
    TEXTS | NUMBERS | st.booleans() | st.none(),
    lambda some: st.lists(some, max_size=8) | st.dictionaries(TEXTS, some, max_size=3),
    max_leaves=8,
)
GOOD = [
    line("saying-no", "Ada", BEGIN, "break_even", "prediction", 9, {"discount_rate": 0.2}),
    line("saying-no", "Ada", BEGIN, "doubt", "quiz", 1, {}, correct=False, misconception="bold", person="p", edition=1),
    line("leaky-bucket", "Ada", BEGIN, "customers", "prediction", [0, 2000, 3000, 3500, 3800, 3900, 4000], {}),
    line("funnel", "Bob", BEGIN, "rank_stages", "prediction", [2, 0, 1, 3], {}),
    line("pre-test", "Bob", BEGIN, "evidence.ipo_list", "quiz", 0, {"first": "A"}),
]
FIELDS = [*json.loads(GOOD[1]), "sure", "hints", "round", "unheard"]
PARAMETERS = ["discount_rate", "seed", "scale", "currency", "case", "edition", "team", "show_solutions", "years"]
PARAMETERS += ["visitors", "stages", "costs", "lift_kind", "months", "churn", "first"]


@st.composite
def odd_lines(draw):
    """Lines that were ours before a field or two became something else; and lines that never were."""
    fields = json.loads(draw(st.sampled_from(GOOD)))
    fields |= draw(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=2))
    if isinstance(fields["given"], dict):
        fields["given"] |= draw(st.dictionaries(st.sampled_from(PARAMETERS), VALUES, max_size=2))
    whole = json.dumps(fields)
    raw = ["NaN", "1e999", "9" * 5_000, "[" * 700 + "]" * 700, "[" * 99_999, '"\\udfff"', whole]
    field = draw(st.sampled_from(FIELDS))
    torn = f'{whole[:-1]}, "{field}": {draw(st.sampled_from(raw))}}}'
    return draw(st.sampled_from([whole, whole, torn, whole[: draw(st.integers(0, 40))], json.dumps(draw(VALUES))]))


@given(st.lists(odd_lines(), max_size=20))
@at_most(10)
def test_whatever_a_line_holds_a_report_is_written_and_every_line_is_counted_or_set_aside(lines):
    with TemporaryDirectory() as scratch:
        journals, out, key = Path(scratch, "in"), Path(scratch, "out"), Path(scratch, "key.csv")
        journals.mkdir()
        own = line("saying-no", "Grace", BEGIN, "doubt", "quiz", 0, {}, correct=True, misconception=None)
        lines = [each for each in lines if each.strip()]
        (journals / "odd.jsonl").write_text("\n".join(lines), "utf-8")
        (journals / "own.jsonl").write_text(own, "utf-8")
        printed = list(collect(journals, out, key=key))
        assert all(text.isprintable() for text in printed)
        found = read(journals)
        assert sum(len(sheet.entries) for sheet in found.sheets) - 1 + len(found.set_aside) == len(lines)
        assert key.read_text("utf-8").count("Grace") == 1
        tables = {path.name: list(csv.reader(path.open(encoding="utf-8", newline=""))) for path in out.glob("*.csv")}
        cells = [cell for table in tables.values() for row in table for cell in row]
        assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in cells)
        assert ["saying-no", "doubt", "quiz", "0", "yes"] in [row[1:6] for row in tables["answers.csv"]]


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
