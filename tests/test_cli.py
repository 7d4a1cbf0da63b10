import ast
import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from plgkit import cli
from plgkit.running import pool
from plgkit.running.workers import inline
from plgkit.support import files
from plgkit.support.errors import Refused
from plgkit.workshop.build import build as workshop
from plgkit.workshop.build.pieces import PieceOutput, fingerprint
from plgkit.workshop.plan import plan


@pytest.fixture
def nothing_runs(monkeypatch, tmp_path):
    """A folder to work in, where no notebook may be executed and no file written."""

    def forbidden(*_args, **_more):
        pytest.fail("something was executed or written")

    monkeypatch.setattr(workshop, "make", forbidden)
    monkeypatch.setattr(workshop, "check_answers", forbidden)
    monkeypatch.setattr(workshop, "write", forbidden)
    monkeypatch.setattr(pool, "local", lambda *_: inline())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plgkit(*arguments):
    return CliRunner().invoke(cli.main, arguments)


BAD = [
    (["--set", "chrun=0.05"], "chrun is not a parameter of read-the-books; the nearest is churn"),
    (["--set", "churn=1.7"], "churn: 1.7 is not between 0 and 1 (share/month)"),
    (["--set", "churn=a lot"], "churn: 'a lot' is not a number between 0 and 1 (share/month)"),
    (["--set", 'churn="a lot"'], "churn: '\"a lot\"' is not a number between 0 and 1 (share/month)"),
    (["--set", "seed=-1"], "seed: -1 is not a whole number from 0 to 4294967295"),
    (["--set", "scale=a lot"], "scale: 'a lot' is not a number above 0 and up to 1,000,000"),
    (["--set", f"currency={'x' * 40}"], "currency: 'xxxx"),
    (["--set", "case=renewals"], "case: 'renewals' does not fit this lesson; it uses public_companies"),
    (["--set", "case=2026-02-30"], "case: '2026-02-30' does not fit this lesson"),
    (["--set", "case={"], "case: '{' does not fit this lesson"),
    (["--set", "edition=teacher"], "edition: 'teacher' is not one of attendee, instructor, self-study"),
    (["--set", "churn"], "--set: 'churn' is not of the form name=value, such as churn=0.05"),
    (["--set", "=0.05"], "--set: '=0.05' is not of the form name=value"),
    (["--team", "../../x"], "team: '../../x' holds /, which no name may"),
    (["--team", "<script>alert(1)</script>"], "team: '<script>alert(1)</script>' holds /, which no name may"),
    (["--team", ""], "team: '' is not a name of 1 to 60 printable characters"),
    (["--team", "a\nb"], "team: 'a\\nb' is not a name of 1 to 60 printable characters"),
    (["--team", "?!"], "name: '?!' has no letter and no digit"),
    (["--team", "Ada", "--team", "Grace", "--team", "ADA"], "team: 'Ada' and 'ADA' would share the file ada"),
    (["--team", "Ada", "--team", "Ada"], "team: 'Ada' and 'Ada' would share the file ada"),
    (["--lesson", "read-the-boks"], "read-the-boks is not a lesson; the nearest is read-the-books"),
]


@pytest.mark.parametrize(("arguments", "line"), BAD)
def test_bad_input_is_one_line_and_nothing_is_done(nothing_runs, arguments, line):
    done = plgkit("build", "--lesson", "read-the-books", "--out", "handouts", *arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    (said,) = done.stderr.splitlines()
    assert said.startswith(f"plgkit: {line}")
    assert list(nothing_runs.iterdir()) == []


@pytest.mark.parametrize("out", ["taken", "taken/handouts"])
def test_a_folder_that_cannot_be_made_is_one_line(nothing_runs, out):
    (nothing_runs / "taken").write_text("a file")
    done = plgkit("build", "--lesson", "read-the-books", "--out", out)
    assert done.exit_code == 2
    (said,) = done.stderr.splitlines()
    assert said.startswith(f"plgkit: {out}: ") and said.endswith("; choose a folder you may write to")
    assert [path.name for path in nothing_runs.iterdir()] == ["taken"]


def test_a_folder_that_may_not_be_written_to_is_one_line(nothing_runs, monkeypatch):
    def denied(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.tempfile, "TemporaryFile", denied)
    monkeypatch.setattr(workshop, "check_answers", lambda piece: ("12345678", ""))
    done = plgkit("build", "--lesson", "read-the-books", "--out", "handouts")
    assert done.exit_code == 2
    assert done.stderr == "plgkit: handouts: permission denied; choose a folder you may write to\n"


@pytest.mark.slow
def test_the_command_itself_ends_with_2_and_one_line(tmp_path):
    command = [sys.executable, "-c", "from plgkit.cli import main; main()", "build", "--lesson", "read-the-books"]
    command += ["--team", "Ada", "--set", "chrun=0.05", "--out", str(tmp_path / "handouts")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 2
    assert done.stderr == "plgkit: chrun is not a parameter of read-the-books; the nearest is churn\n"
    assert done.stdout == "" and list(tmp_path.iterdir()) == []


def ended(error):
    """How a command ends that meets this error."""
    group = click.group(cls=cli._Commands)(lambda: None)

    @group.command
    def failing():
        raise error

    return CliRunner().invoke(group, ["failing"])


@pytest.mark.parametrize(
    ("error", "code", "lines"),
    [
        (Refused("churn: too much", "months: too few"), 2, ["churn: too much", "months: too few"]),
        (Refused("a\nb: no such\x1b[31m team\u202e"), 2, [r"a\nb: no such\x1b[31m team\u202e"]),
        (PermissionError(13, "Permission denied", "my\x07file"), 2, [r"my\x07file: permission denied"]),
        (OSError(28, "No space left on device"), 2, ["no space left on device"]),
        (OSError("odd"), 2, ["odd"]),
        (KeyboardInterrupt(), 130, ["interrupted"]),
    ],
)
def test_whatever_ends_a_command_is_a_line_for_each_problem_with_the_programs_name(error, code, lines):
    done = ended(error)
    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.splitlines() == [f"plgkit: {line}" for line in lines]


def test_a_mistake_of_our_own_is_not_hidden():
    assert isinstance(ended(ZeroDivisionError()).exception, ZeroDivisionError)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("churn=0.05", 0.05),
        ("seed=7", 7),
        ("show_solutions=true", True),
        ("currency=€", "€"),
        ("currency=$", "$"),
        ("team=Ada = Grace", "Ada = Grace"),
        ("shares=[0.5, 0.5]", [0.5, 0.5]),
        ("stages={a: 0.5}", {"a": 0.5}),
        ("case=2026-01-31", "2026-01-31"),
        ("case=null", "null"),
        ("case=", ""),
        ("team=@x: [", "@x: ["),
    ],
)
def test_a_value_is_read_as_what_it_looks_like(text, value):
    name, read = cli._pair(text)
    assert name == text.split("=")[0]
    assert read == value and type(read) is type(value)


def test_the_files_that_are_made_are_named_one_a_line(monkeypatch, tmp_path):
    monkeypatch.setattr(workshop, "make", lambda piece, fork: PieceOutput("{}", "page", "12345678", 0.1, fingerprint()))
    monkeypatch.setattr(workshop, "check_answers", lambda piece: ("12345678", ""))
    monkeypatch.setattr(workshop, "facilitator_guide", lambda plan: "guide")
    monkeypatch.setattr(workshop, "index_page", lambda plan, done: "index")
    monkeypatch.setattr(pool, "local", lambda *_: inline())
    done = plgkit("build", "--lesson", "read-the-books", "--team", "Ada", "--out", str(tmp_path))
    assert done.exit_code == 0
    names = [f"08_read_the_books.ada{end}" for end in (".ipynb", ".html", ".instructor.ipynb", ".instructor.html")]
    assert done.stdout.splitlines() == [str(tmp_path / name) for name in ("guide.html", *names, "index.html")]


def test_each_lesson_that_is_named_is_built(nothing_runs, monkeypatch):
    built = []
    monkeypatch.setattr("plgkit.workshop.build.command.run", lambda *arguments, **more: built.append(arguments) or 0)
    lessons = ["--lesson", "read-the-books", "--lesson", "saying-no"]
    options = [*lessons, "--team", "Ada", "--set", "churn=0.05", "--set", "seed=7"]
    done = plgkit("build", "--no-fork", *options)
    assert done.exit_code == 0
    ((workshop_plan, out, command),) = built
    names = {piece.name: piece.parameters for piece in workshop_plan.variants()}
    assert list(names) == ["08_read_the_books.ada", "05_saying_no.ada"]
    assert names["08_read_the_books.ada"]["churn"] == 0.05 and "churn" not in names["05_saying_no.ada"]
    assert {parameters["seed"] for parameters in names.values()} == {7}
    assert command == ["plgkit", "build", *options, "--out", str(out)]


GIVEN_TWICE = [
    (["build", "--lesson", "drift", "--lesson", "drift"], "lessons: drift is given twice"),
    (["build", "--lesson", "drift", "--set", "seed=1", "--set", "seed=2"], "--set: seed is given twice; give it once"),
    (["build", "--lesson", "drift", "--team", "A", "--set", "team=B"], "team: teams are named already; leave it out"),
]


@pytest.mark.parametrize(("arguments", "line"), GIVEN_TWICE)
def test_what_could_count_once_only_is_refused_when_it_is_given_twice(nothing_runs, arguments, line):
    done = plgkit(*arguments)
    assert done.exit_code == 2
    assert done.stderr == f"plgkit: {line}\n"


SINGLE = [
    (name, option)
    for name, command in cli.main.commands.items()
    for option in command.params
    if isinstance(option, click.Option) and not option.multiple
]


@pytest.mark.parametrize(("command", "option"), SINGLE, ids=[f"{name}{option.opts[0]}" for name, option in SINGLE])
def test_an_option_that_counts_once_is_given_once(nothing_runs, command, option):
    value = [] if option.is_flag else ["7"]
    done = plgkit(command, option.opts[0], *value, (option.secondary_opts or option.opts)[0], *value)
    names = "/".join(option.opts + option.secondary_opts)
    assert done.exit_code == 2
    assert done.stderr == f"plgkit: {names} is given twice; give it once\n"


@pytest.mark.parametrize(
    "arguments", [["\x1b[31m"], ["plan", "a", "\u202eb"], ["build", "--wor\x9bkers"], ["lab", "--port", "70000"]]
)
def test_what_click_says_steers_no_terminal_either(arguments):
    done = plgkit(*arguments)
    assert done.exit_code == 2
    assert done.stderr.startswith("Usage: ") and "\nError: " in done.stderr
    assert all(line.isprintable() for line in done.stderr.splitlines())


def test_titles_and_names_out_of_a_plan_steer_no_terminal(tmp_path):
    path = tmp_path / "work\x1bshop.yml"
    path.write_text('title: "A \\e[31mday\\u202e\\nplgkit: fine"\nlessons: [saying-no]\nteams: [Ada]\n')
    done = plgkit("plan", str(path))
    assert done.exit_code == 0
    assert done.stdout.splitlines()[0] == r"A \x1b[31mday\u202e\nplgkit: fine"
    path.write_text("title: []\n")
    assert all(line.isprintable() and r"work\x1bshop" in line for line in plgkit("plan", str(path)).stderr.splitlines())


@pytest.mark.slow
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("redirected", "code", "said"),
    [
        ("> /dev/full", 2, b"plgkit: standard output: no space left on device\n"),
        (">&-", 0, b""),
        ("| true", 1, b""),
        ("2> /dev/full > /dev/full", 2, b""),
    ],
)
def test_an_output_that_takes_nothing_is_a_line_at_most(redirected, code, said):
    program = f"{sys.executable} -c 'from plgkit.cli import main; main()' links --repo a/b"
    shell = ["bash", "-c", f"(sleep 0.1; {program}) {redirected}; exit ${{PIPESTATUS[0]}}"]
    done = subprocess.run(shell, capture_output=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (code, said)


@pytest.mark.slow
def test_a_terminal_without_our_letters_gets_others(tmp_path):
    (tmp_path / "workshop.yml").write_text("title: Zoë €\nlessons: [saying-no]\nteams: [Zoë]\n", "utf-8")
    command = [sys.executable, "-c", "from plgkit.cli import main; main()", "plan", "workshop.yml"]
    environment = os.environ | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, capture_output=True, cwd=tmp_path, env=environment, timeout=300, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith(b"Zo\xeb \\u20ac") and done.stderr == b""


def test_a_new_plan_is_an_example_and_replaces_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = plgkit("new")
    assert done.exit_code == 0 and done.stdout.startswith("workshop.yml is written")
    assert (tmp_path / "workshop.yml").read_text("utf-8") == plan.example()
    done = plgkit("new")
    assert done.exit_code == 2
    assert done.stderr == "plgkit: workshop.yml: file exists; give another name\n"


def test_a_plan_shows_its_schedule_variants_and_time_and_runs_nothing(tmp_path, monkeypatch):
    path = tmp_path / "workshop.yml"
    path.write_text("title: A day\nstart: 9:30\nlessons: [{slug: read-the-books, pause: 10}]\nteams: [Ada, Grace]\n")
    monkeypatch.setattr(workshop, "make", None)
    done = plgkit("plan", str(path))
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[:3] == ["A day", "", "  9:30   50 min  Read the books"]
    assert lines[3:5] == [" 10:20   10 min  Pause", " 10:30           End"]
    variants = {piece.setting.variant for piece in plan.read(path).variants()}
    assert {line.split()[-1] for line in lines if line.startswith(("Ada", "Grace"))} == variants
    assert lines[-3] == "2 variants, each with a clear answer to every question."
    assert lines[-2] == "4 pieces, each a notebook and a page (attendee and instructor)."
    assert lines[-1].startswith("The first build takes about 1 min on ")


@pytest.mark.parametrize("command", cli.main.commands)
def test_every_command_says_what_it_does_and_what_each_option_is(command):
    done = plgkit(command, "--help")
    assert done.exit_code == 0 and "Usage:" in done.stdout
    options = [option for option in cli.main.commands[command].params if isinstance(option, click.Option)]
    assert all(option.help for option in options)


def test_the_commands_stand_in_the_order_of_their_use_each_with_a_whole_line():
    listing = plgkit("--help").stdout.split("Commands:")[1].strip().splitlines()
    names = "lab check new plan build collect funnel links site add-lesson refresh"
    assert [line.split()[0] for line in listing] == names.split()
    assert all(line.endswith((".", "?")) and not line.endswith("...") for line in listing)


def test_the_help_imports_nothing_of_the_course():
    code = "import sys, plgkit.cli; print([name for name in sys.modules if name.startswith(('plgkit.', 'pandas'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(ast.literal_eval(done.stdout)) <= {
        "plgkit.cli",
        "plgkit.support",
        "plgkit.support.console",
        "plgkit.support.errors",
    }


def test_refreshing_a_notebook_that_there_is_not_is_one_line():
    done = plgkit("refresh", "08_read_the_book.ipynb")
    assert done.exit_code == 2
    assert done.stderr == ("plgkit: 08_read_the_book.ipynb is not a notebook; the nearest is 08_read_the_books.ipynb\n")
