import io
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner

from plgkit.cli import main
from plgkit.workshop.funnel import bar
from tests.test_earlier_releases import FROZEN

MOVE = "move it, or choose another folder"

LOG = """user_id,event,timestamp,channel
ada,visit,2024-05-01 10:00,search
ada,signup,2024-05-01 11:00,search
bob,visit,2024-05-02 10:00,=cmd()
eve,visit,2024-05-03 10:00,<b>
,visit,2024-05-03 10:00,search
"""


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LOG, "utf-8")
    return path


def run(*arguments):
    return CliRunner().invoke(main, ["funnel", *map(str, arguments)])


def test_it_prints_the_columns_what_was_left_out_and_the_table(export, tmp_path):
    done = run(export, "--steps", "visit, signup", "--within", "14d", "--out", tmp_path)
    assert done.exit_code == 0
    assert "user: user_id, event: event, timestamp: timestamp" in done.output
    assert "left out: 1 without user" in done.output
    assert "33.3%" in done.output
    assert "from 2024-05-01 10:00:00 until 2024-05-03 10:00:00" in done.output
    assert "100–100%" not in done.output
    assert (tmp_path / "funnel.csv").read_text("utf-8").startswith("step,users")


def test_the_page_needs_nothing_else_and_escapes_what_the_log_says(export, tmp_path):
    run(export, "--steps", "visit,signup", "--by", "channel", "--out", tmp_path)
    page = (tmp_path / "funnel.html").read_text("utf-8")
    assert "<svg" in page
    # The name of a format is no address.
    assert "://" not in page.replace('"http://www.w3.org/', "")
    assert "&lt;b&gt;" in page
    assert "<b>" not in page


def test_a_formula_is_defused_in_the_csv(export, tmp_path):
    run(export, "--steps", "visit,signup", "--by", "channel", "--out", tmp_path)
    assert "'=cmd()" in (tmp_path / "funnel.csv").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["--steps", "visit,sinup"], "sinup is not an event of this log; the nearest is signup"),
        (["--steps", "visit"], "steps:"),
        (["--steps", "visit,signup", "--within", "soon"], "within:"),
        (["--steps", "visit,signup", "--attempt", "worst"], "worst is not an attempt"),
        (["--steps", "visit,signup", "--by", "chanel"], "chanel"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(export, tmp_path, arguments, line):
    done = run(export, *arguments, "--out", tmp_path / "out")
    assert done.exit_code == 2
    (message,) = [text for text in done.output.splitlines() if text]
    assert message.startswith("plgkit: ")
    assert line in message
    assert not list((tmp_path / "out").glob("*"))


def test_the_settings_are_printed(export, tmp_path):
    options = ["--attempt", "first", "--order", "strict", "--within", "90min", "--event-id", "timestamp"]
    done = run(export, "--steps", "visit,signup", *options, "--out", tmp_path)
    assert "counted: the first attempt of a user, within 90 minutes of its first step, no step between" in done.output
    assert "event_id: timestamp" in done.output


def test_a_name_with_a_comma_stands_in_quotes(tmp_path):
    (tmp_path / "log.csv").write_text(LOG.replace("visit", '"see, then"'), "utf-8")
    done = run(tmp_path / "log.csv", "--steps", '"see, then", signup', "--out", tmp_path)
    assert done.exit_code == 0
    assert "see, then" in done.output


def test_names_out_of_the_log_cannot_steer_the_terminal(tmp_path):
    (tmp_path / "log.csv").write_text(
        LOG.replace("search", "se\x1b[31march").replace("channel", "cha\x1b]0;nnel"), "utf-8"
    )
    done = run(tmp_path / "log.csv", "--steps", "visit,signup", "--by", "cha\x1b]0;nnel", "--out", tmp_path)
    assert done.exit_code == 0
    assert "\x1b" not in done.output


def test_a_column_that_looks_like_a_formula_is_defused_too(tmp_path):
    (tmp_path / "log.csv").write_text(LOG.replace("channel", "@channel").replace("visit", "-visit"), "utf-8")
    run(tmp_path / "log.csv", "--steps", "-visit,signup", "--by", "@channel", "--out", tmp_path)
    lines = (tmp_path / "funnel.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("'@channel,step,users")
    assert ",'-visit," in lines[1]


def test_an_export_is_never_overwritten(tmp_path):
    path = tmp_path / "funnel.csv"
    path.write_text(LOG, "utf-8")
    done = run(path, "--steps", "visit,signup", "--out", tmp_path)
    assert done.exit_code == 2
    assert "would be overwritten" in done.output
    assert path.read_text("utf-8") == LOG


@pytest.mark.parametrize("name", ["funnel.csv", "funnel.html"])
def test_a_file_of_somebody_elses_in_the_way_is_refused_and_stays(export, tmp_path, name):
    (tmp_path / name).write_text("my own work\n")
    done = run(export, "--steps", "visit,signup", "--out", tmp_path)
    assert done.exit_code == 2
    assert done.output == f"plgkit: {tmp_path / name}: in the way, and not of plgkit funnel; {MOVE}\n"
    assert (tmp_path / name).read_text() == "my own work\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, export.name])


@pytest.mark.parametrize("by", [(), ("--by", "channel")])
def test_an_earlier_funnel_is_replaced(export, tmp_path, by):
    out = tmp_path / "out"
    assert run(export, "--steps", "visit,signup", *by, "--out", out).exit_code == 0
    assert run(export, "--steps", "signup,visit", *by, "--out", out).exit_code == 0
    assert "signup" in (out / "funnel.csv").read_text("utf-8").splitlines()[1]


def test_a_funnel_of_release_0_1_0_is_replaced(export, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    shutil.copy(FROZEN / "funnel" / "funnel.csv", out)
    assert run(export, "--steps", "visit,signup", "--out", out).exit_code == 0


def test_a_bar_shows_on_a_terminal_only(monkeypatch):
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys, "stderr", terminal)
    with bar() as progress:
        progress("reading", None)
        progress("reading", 0.5)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with bar() as progress:
        assert progress is None


def test_a_file_that_is_not_there_is_one_line(tmp_path):
    done = run(tmp_path / "none.csv", "--steps", "visit,signup")
    assert done.exit_code == 2
    assert "does not exist" in done.output


def test_the_command_loads_no_machinery_of_kernels():
    source = "import sys, plgkit.workshop.funnel; print(*(name.partition('.')[0] for name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", source], check=True, capture_output=True, text=True).stdout.split()
    assert "pandas" in loaded
    assert not {"nbclient", "jupyter_client", "papermill", "nbconvert", "ipykernel"} & set(loaded)
