import pytest
from click.testing import CliRunner

from plgkit.cli import main

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
    assert (tmp_path / "funnel.csv").read_text("utf-8").startswith("step,users")


def test_the_page_needs_nothing_else_and_escapes_what_the_log_says(export, tmp_path):
    run(export, "--steps", "visit,signup", "--by", "channel", "--out", tmp_path)
    page = (tmp_path / "funnel.html").read_text("utf-8")
    assert "data:image/png;base64," in page
    assert "http" not in page
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
    (said,) = [text for text in done.output.splitlines() if text]
    assert said.startswith("plgkit: ")
    assert line in said
    assert not list((tmp_path / "out").glob("*"))


def test_a_file_that_is_not_there_is_one_line(tmp_path):
    done = run(tmp_path / "none.csv", "--steps", "visit,signup")
    assert done.exit_code == 2
    assert "does not exist" in done.output
