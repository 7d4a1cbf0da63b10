"""Plans and parameters that nobody should hand in: each is told in lines, and nothing is made."""

import os

import pytest
from click.testing import CliRunner

from plgkit import cli

REST = "lessons: [saying-no]\nteams: [Ada]\n"
DEEP = 700


def laughs(sign="*"):
    """Nine anchors that stand for a billion words."""
    lines = ["a0: &a0 lol"]
    lines += [f"a{n}: &a{n} [{', '.join([f'{sign}a{n - 1}'] * 9)}]" for n in range(1, 10)]
    return "\n".join(lines) + "\n" + REST


PLANS = {
    "empty": "",
    "blank": " \n\n",
    "comment": "# nothing\n",
    "marks": "---\n...\n",
    "null": "null",
    "number": "7",
    "text": "a plan",
    "list": "- a\n- b\n",
    "two-documents": REST + "---\n" + REST,
    "mark-alone": b"\xef\xbb\xbf",
    "nul": "title: a\0b\n" + REST,
    "nul-alone": "\0",
    "nuls": bytes(10_000),
    "escape": "title: \x1b[31m\n" + REST,
    "delete": "title: \x7f\n" + REST,
    "control-c1": "title: \x90\n" + REST,
    "bell-key": "a\x07b: 1\n" + REST,
    "not-utf-8": b"title: \xff\n",
    "utf-16": REST.encode("utf-16"),
    "utf-16-without-mark": REST.encode("utf-16-le"),
    "utf-32": REST.encode("utf-32"),
    "latin": "title: é\n".encode("latin-1") + REST.encode(),
    "surrogate": b"title: \xed\xa0\x80\n" + REST.encode(),
    "noise": bytes(range(256)) * 20,
    "gzip": b"\x1f\x8b\x08\x00" + bytes(50),
    "tab": "lessons:\n\t- saying-no\n",
    "longest": b"#" * 1_000_001,
    "half-escaped": 'title: "\\ud800"\n' + REST,
    "half-escaped-room": 'lessons: [saying-no]\nteams: [{name: Ada, room: "\\udfff"}]\n',
    "half-escaped-key": '"\\ud800": 1\n' + REST,
    "half-escaped-currency": 'currency: "\\ud800"\n' + REST,
    "escape-beyond": 'title: "\\U00110000"\n' + REST,
    "nul-escaped-currency": 'currency: "\\0"\n' + REST,
    "nul-escaped-team": 'lessons: [saying-no]\nteams: ["A\\0"]\n',
    "tag-bool": "scale: !!bool abc\n" + REST,
    "tag-int": "seed: !!int x\n" + REST,
    "tag-float": "scale: !!float x\n" + REST,
    "tag-null": "seed: !!null x\n" + REST,
    "tag-timestamp": "date: !!timestamp x\n" + REST,
    "tag-timestamp-impossible": "date: !!timestamp 2024-02-31\n" + REST,
    "tag-binary": "scale: !!binary ===\n" + REST,
    "tag-str": "scale: !!str 1\n" + REST,
    "tag-set": "parameters: !!set {a}\n" + REST,
    "tag-omap": "parameters: !!omap [a: 1]\n" + REST,
    "tag-python-name": "scale: !!python/name:os.system\n" + REST,
    "tag-python-object": "parameters: !!python/object/apply:os.system [true]\n" + REST,
    "tag-local": "scale: !x 1\n" + REST,
    "tag-bare": "title: ! x\n" + REST,
    "tag-of-nobody": "%TAG ! tag:x,2000:\n---\nscale: !y 1\n" + REST,
    "tag-key": "!!bool abc: 1\n" + REST,
    "tag-all": "!!python/dict {lessons: [saying-no], teams: [Ada]}",
    "directive": "%YAML 9.9\n---\n" + REST,
    "anchor": "title: &a x\n" + REST,
    "alias-of-nobody": "title: *a\n" + REST,
    "laughs": laughs(),
    "loop": "parameters: &a {b: *a}\n" + REST,
    "loop-of-lists": "teams: &a [*a]\nlessons: [saying-no]\n",
    "merge": "parameters: {<<: {churn: 1}}\n" + REST,
    "merge-alias": "x: &x {churn: 1}\nparameters: {<<: *x}\n" + REST,
    "key-twice": "title: a\ntitle: b\n" + REST,
    "key-twice-inside": "parameters: {churn: 1, churn: 2}\n" + REST,
    "key-list": "? [a]\n: 1\n" + REST,
    "key-names": "? {a: 1}\n: 1\n" + REST,
    "key-null": "~: 1\n" + REST,
    "key-long": "k" * 2000 + ": 1\n" + REST,
    "key-unknown": "lesons: 1\n" + REST,
    "key-of-python": "self: 1\n" + REST,
    "key-of-ours": "_sources: 1\n" + REST,
    "key-of-pydantic": "model_config: 1\n" + REST,
    "key-dunder": "__class__: 1\n" + REST,
    "deep-lists": "title: " + "[" * DEEP + "\n" + REST,
    "deep-closed-lists": "parameters: " + "[" * DEEP + "]" * DEEP + "\n" + REST,
    "deep-names": "parameters: " + "{a: " * DEEP + "\n" + REST,
    "deep-blocks": "".join(" " * n + "a:\n" for n in range(900)) + REST,
    "deep-dashes": "teams: \n  " + "- " * DEEP + "x\nlessons: [saying-no]\n",
    "unclosed": "teams: [Ada\n",
    "unclosed-quote": 'title: "a\n' + REST,
    "digits-seed": f"seed: {'9' * 5000}\n{REST}",
    "digits-scale": f"scale: {'9' * 5000}\n{REST}",
    "digits-scale-point": f"scale: {'9' * 5000}.5\n{REST}",
    "digits-exponent": f"scale: 1e{'9' * 5000}\n{REST}",
    "digits-minutes": f"lessons: [{{slug: saying-no, minutes: {'9' * 5000}}}]\nteams: [Ada]\n",
    "digits-parameter": f"parameters: {{discount_rate: {'1' * 5000}}}\n{REST}",
    "digits-299": f"parameters: {{discount_rate: {'9' * 299}}}\n{REST}",
    "digits-299-seed": f"seed: {'9' * 299}\n{REST}",
    "digits-scale-299": f"scale: {'9' * 299}\n{REST}",
    "infinite": "scale: .inf\n" + REST,
    "infinite-1e999": "scale: 1e999\n" + REST,
    "infinite-parameter": "parameters: {discount_rate: 1e999}\n" + REST,
    "nan": "parameters: {discount_rate: .nan}\n" + REST,
    "date-impossible": "date: 2024-02-31\n" + REST,
    "date-digits": f"date: {'9' * 5000}\n{REST}",
    "date-list": "date: [1]\n" + REST,
    "start-25": "start: 25:00\n" + REST,
    "start-names": "start: {a: 1}\n" + REST,
    "title-list": "title: [a]\n" + REST,
    "title-long": f"title: {'x' * 500_000}\n{REST}",
    "language": "language: xx\n" + REST,
    "editions-none": "editions: []\n" + REST,
    "editions-text": "editions: attendee\n" + REST,
    "editions-lists": "editions: [[attendee]]\n" + REST,
    "lessons-none": "lessons: []\nteams: [Ada]\n",
    "lessons-text": "lessons: saying-no\nteams: [Ada]\n",
    "lessons-null": "lessons:\nteams: [Ada]\n",
    "lessons-numbers": "lessons: [[1], {2: 3}]\nteams: [Ada]\n",
    "lessons-names": "lessons: {slug: saying-no}\nteams: [Ada]\n",
    "lessons-unknown": "lessons: [nothing]\nteams: [Ada]\n",
    "lessons-path": "lessons: [../../etc]\nteams: [Ada]\n",
    "lessons-escape": 'lessons: ["\\e[31m"]\nteams: [Ada]\n',
    "lessons-long": f"lessons: [{'x' * 100_000}]\nteams: [Ada]\n",
    "lessons-twice": "lessons: [saying-no, saying-no]\nteams: [Ada]\n",
    "parameters-list": "parameters: [1]\n" + REST,
    "parameters-text": "parameters: x\n" + REST,
    "parameters-nested": "parameters: {discount_rate: {a: [1, {b: 2}]}}\n" + REST,
    "parameters-escape": 'parameters: {"\\e[31m": 1}\n' + REST,
    "teams-none": "lessons: [saying-no]\nteams: []\n",
    "teams-null": "lessons: [saying-no]\nteams:\n",
    "teams-names": "lessons: [saying-no]\nteams: {name: Ada}\n",
    "teams-lists": "lessons: [saying-no]\nteams: [[Ada]]\n",
    "teams-missing-name": "lessons: [saying-no]\nteams: [{room: x}]\n",
    "teams-room-number": "lessons: [saying-no]\nteams: [{name: Ada, room: [1]}]\n",
    "teams-right-to-left": 'lessons: [saying-no]\nteams: ["A\\u202Eda"]\n',
    "teams-alike": "lessons: [saying-no]\nteams: [Ada, ADA]\n",
    "teams-nothing-left": 'lessons: [saying-no]\nteams: ["?!"]\n',
}

TABLES = {
    "nul": 'teams: "x\\0.csv"',
    "half-a-character": 'teams: "\\ud800.csv"',
    "folder": "teams: folder.csv",
    "here": "teams: .",
    "above": "teams: ..",
    "empty-name": 'teams: ""',
    "absolute": "teams: /etc/passwd",
    "elsewhere": "teams: ../teams.csv",
    "backslash": 'teams: "..\\\\teams.csv"',
    "overlong": f"teams: {'x' * 300}.csv",
    "overlong-in-bytes": f"teams: {'é' * 200}.csv",
    "address": "teams: https://example.org/teams.csv",
    "escape": 'teams: "\\e[31m.csv"',
    "line": 'teams: "a\\nplgkit: all is well.csv"',
    "loop": "teams: loop.csv",
    "pipe": "teams: pipe.csv",
    "endless": "teams: zero.csv",
    "missing": "teams: missing.csv",
}

ROWS = {
    "empty": "",
    "nul": "name\nA\0da\n",
    "nuls": bytes(1000),
    "header-alone": "name,room\n",
    "header-nul": "na\0me\nAda\n",
    "header-empty": ",\nAda,1\n",
    "header-twice": "name,name\nAda,1\n",
    "no-name": "team\nAda\n",
    "long-field": "name,room\nAda," + "x" * 140_000 + "\n",
    "long-header": "x" * 140_000 + "\n",
    "unbalanced": 'name,room\n"Ada,1\nBo,2\n' + "x" * 200_000,
    "quote-inside": 'name,room\n"A"da"\x1b,1,2\n',
    "return": "name,room\nA\rda,1\n",
    "long-row": "name\nAda,1,2\n",
    "utf-16": "name\nAda\n".encode("utf-16"),
    "latin": "name\nZoë\n".encode("latin-1"),
    "digits": f"name,discount_rate\nAda,{'9' * 5000}\n",
    "tag": "name,discount_rate\nAda,!!int x\n",
    "infinite": "name,discount_rate\nAda,1e999\n",
    "unknown-parameter": "name,\x1b[31m\nAda,1\n",
    "longest": "name\n" + "Ada\n" * 300_000,
}

SETTINGS = {
    "tag-bool": "seed=!!bool abc",
    "tag-int": "seed=!!int x",
    "tag-float": "discount_rate=!!float x",
    "tag-timestamp": "discount_rate=!!timestamp x",
    "tag-timestamp-impossible": "discount_rate=!!timestamp 2024-02-31",
    "tag-binary": "discount_rate=!!binary ===",
    "tag-python": "discount_rate=!!python/object/apply:os.system [true]",
    "tag-set": "discount_rate=!!set {a}",
    "anchor": "discount_rate=&a [1, *a]",
    "laughs": "discount_rate=[&a [1,1,1], &b [*a,*a,*a], &c [*b,*b,*b], &d [*c,*c,*c], &e [*d,*d,*d], [*e,*e,*e]]",
    "merge": "discount_rate={<<: {a: 1}}",
    "key-twice": "discount_rate={a: 1, a: 2}",
    "key-list": "discount_rate={[a]: 1}",
    "deep": "discount_rate=" + "[" * DEEP,
    "deep-closed": "discount_rate=" + "[" * DEEP + "]" * DEEP,
    "deep-200": "discount_rate=" + "[" * 200 + "]" * 200,
    "digits": "seed=" + "9" * 5000,
    "digits-rate": "discount_rate=" + "9" * 5000,
    "digits-in-a-list": "discount_rate=[" + "9" * 5000 + "]",
    "digits-sexagesimal": "seed=" + ":".join(["59"] * 3000),
    "date-impossible": "seed=2024-02-31",
    "infinite": "discount_rate=1e999",
    "infinite-yaml": "discount_rate=.inf",
    "nan": "discount_rate=nan",
    "escape": "\x1b[31m=1",
    "escape-value": "currency=\x1b[31m",
    "half-of-a-character": "currency=\udcff",
    "half-of-a-character-escaped": 'discount_rate=["\\ud800"]',
    "half-of-a-name": "\udcff=1",
    "no-sign": "seed",
    "no-sign-long": "x" * 100_000,
    "no-name": "=1",
    "name-long": "x" * 100_000 + "=1",
    "value-long": "discount_rate=" + "x" * 100_000,
    "line": "discount_rate=1\nplgkit: all is well",
    "unclosed": "discount_rate=[1",
    "documents": "discount_rate=--- 1\n--- 2",
    "currency-nul": "currency=\0",
    "edition-list": "edition=[attendee]",
    "edition-names": "edition={attendee: 1}",
    "team-list": "team=[Ada]",
    "team-names": "team={name: Ada}",
    "team-number": "team=7",
    "seed-true": "seed=true",
    "scale-list": "scale=[]",
    "case-list": "case=[a]",
    "show-solutions-number": "show_solutions=7",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments):
    """What a command says of what it cannot use: lines without a control sign, no traceback."""
    done = CliRunner().invoke(cli.main, arguments)
    assert isinstance(done.exception, SystemExit), repr(done.exception)
    assert (done.exit_code, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert lines and all(line.startswith("plgkit: ") and len(line) < 1000 for line in lines)
    assert all(letter.isprintable() for line in lines for letter in line)
    return lines


def as_bytes(content):
    return content if isinstance(content, bytes) else content.encode()


@pytest.mark.parametrize("content", PLANS.values(), ids=PLANS)
def test_a_plan_that_cannot_be_used_is_told_in_lines(folder, content):
    (folder / "workshop.yml").write_bytes(as_bytes(content))
    lines = told("plan", "workshop.yml")
    assert all(line.startswith("plgkit: workshop.yml") for line in lines)
    assert [path.name for path in folder.iterdir()] == ["workshop.yml"]


@pytest.mark.skipif(os.name != "posix", reason="such files are of POSIX")
@pytest.mark.parametrize("teams", TABLES.values(), ids=TABLES)
def test_a_table_of_teams_that_is_no_file_is_told_in_a_line(folder, teams):
    (folder / "workshop.yml").write_text(f"{teams}\nlessons: [saying-no]\n")
    (folder / "folder.csv").mkdir()
    (folder / "loop.csv").symlink_to("loop.csv")
    (folder / "zero.csv").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.csv")
    assert len(told("plan", "workshop.yml")) == 1


@pytest.mark.parametrize("content", ROWS.values(), ids=ROWS)
def test_a_table_of_teams_that_cannot_be_used_is_told_in_lines(folder, content):
    (folder / "workshop.yml").write_text("teams: teams.csv\nlessons: [saying-no]\n")
    (folder / "teams.csv").write_bytes(as_bytes(content))
    told("plan", "workshop.yml")


@pytest.mark.skipif(os.name != "posix", reason="such files are of POSIX")
@pytest.mark.parametrize(
    "name", ["folder", "loop", "loop/x", "pipe", "/dev/zero", "zero", "x" * 300, "missing", "\udcff"]
)
@pytest.mark.parametrize("command", ["plan", "build"])
def test_a_plan_that_is_no_file_is_told_in_a_line(folder, name, command):
    (folder / "folder").mkdir()
    (folder / "loop").symlink_to("loop")
    (folder / "zero").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe")
    fork = ["--no-fork"] if command == "build" else []
    assert len(told(command, *fork, name)) == 1


@pytest.mark.parametrize("setting", SETTINGS.values(), ids=SETTINGS)
def test_a_parameter_that_cannot_be_used_is_told_in_lines(folder, setting):
    told("build", "--no-fork", "--lesson", "saying-no", "--set", setting, "--out", "handouts")
    assert list(folder.iterdir()) == []
