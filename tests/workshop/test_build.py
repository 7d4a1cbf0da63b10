import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from plgkit import cli, folders, look
from plgkit.errors import Refused
from plgkit.material import material
from plgkit.part import MIME
from plgkit.workshop import build as module
from plgkit.workshop.build import build, execute_file, write

NAME = "08_read_the_books.ada"
FILES = [f"{NAME}.html", f"{NAME}.instructor.html", f"{NAME}.instructor.ipynb", f"{NAME}.ipynb"]
LESSON = folders.notebooks() / "08_read_the_books.ipynb"


@pytest.fixture(scope="module")
def handouts(tmp_path_factory):
    """What `plgkit build` makes for one team: everything is really executed, once for all tests."""
    out = tmp_path_factory.mktemp("handouts")
    arguments = ["--team", "Ada", "--set", "currency=€", "--set", "churn=0.05", "--out", str(out)]
    done = CliRunner().invoke(cli.main, ["build", "--lesson", "read-the-books", *arguments])
    assert done.exit_code == 0, done.output
    return out


@pytest.fixture(scope="module")
def attendee(handouts):
    return nbformat.read(handouts / f"{NAME}.ipynb", as_version=4)


@pytest.fixture(scope="module")
def instructor(handouts):
    return nbformat.read(handouts / f"{NAME}.instructor.ipynb", as_version=4)


@pytest.fixture
def quick(monkeypatch):
    """Building without executing; what each execution was given."""
    runs = []

    def execute(lesson, given):
        runs.append(given)
        return nbformat.v4.new_notebook()

    monkeypatch.setattr(module, "execute", execute)
    return runs


def outputs(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def shown(notebook, mime):
    return "\n".join(str(output["data"][mime]) for output in outputs(notebook) if mime in output["data"])


class TestRealHandouts:
    def test_each_team_gets_a_notebook_and_a_page_and_so_does_the_instructor(self, handouts):
        assert sorted(path.name for path in handouts.iterdir()) == FILES

    @pytest.mark.parametrize("edition", ["attendee", "instructor"])
    def test_every_cell_ran_and_none_failed(self, edition, request):
        notebook = request.getfixturevalue(edition)
        nbformat.validate(notebook)
        assert {output.output_type for output in outputs(notebook)} <= {"execute_result", "display_data"}
        assert all(cell.execution_count for cell in notebook.cells if cell.cell_type == "code")
        assert "Traceback" not in nbformat.writes(notebook)

    def test_the_notebook_is_the_teams_own(self, attendee):
        assert "Numbers for: **Ada**" in shown(attendee, "text/markdown")

    def test_the_parameters_reach_the_models(self, attendee):
        assert "A customer costs €1,200 to win" in shown(attendee, "text/plain")
        (injected,) = (c for c in attendee.cells if "injected-parameters" in c.metadata.get("tags", []))
        assert 'team = "Ada"' in injected.source and "churn = 0.05" in injected.source
        explorers = [
            o["data"][look.V5_MIME] for o in outputs(attendee) if "usermeta" in o["data"].get(look.V5_MIME, {})
        ]
        starts = [{param["name"]: param.get("value") for param in one["params"]} for one in explorers]
        assert 0.05 in [start.get("churn") for start in starts]

    def test_every_explorer_is_stored_as_a_bundle_a_picture_and_a_text(self, attendee):
        twins = [o["data"] for o in outputs(attendee) if "usermeta" in o["data"].get(look.V5_MIME, {})]
        assert len(twins) == len(material("read-the-books").views)
        assert all(data.keys() == {look.V5_MIME, "image/png", "text/plain"} for data in twins)

    def test_the_instructors_edition_holds_the_answers(self, handouts, instructor):
        page = (handouts / f"{NAME}.instructor.html").read_text("utf-8")
        assert "For the instructor" in page
        assert "<summary>The answer</summary>" in shown(instructor, "text/html")
        questions = [q for o in outputs(instructor) if MIME in o["data"] for q in o["data"][MIME].get("questions", [])]
        assert len(questions) == len(material("read-the-books").questions)
        assert all(question["solution"] for question in questions)

    def test_what_attendees_get_does_not_show_the_answers(self, handouts, attendee):
        page = (handouts / f"{NAME}.html").read_text("utf-8")
        assert "For the instructor" not in page
        assert "<summary>The answer</summary>" not in shown(attendee, "text/html")
        questions = [q for o in outputs(attendee) if MIME in o["data"] for q in o["data"][MIME].get("questions", [])]
        assert len(questions) == len(material("read-the-books").questions)
        assert not any("solution" in question for question in questions)

    @pytest.mark.parametrize("name", [f"{NAME}.html", f"{NAME}.instructor.html"])
    def test_a_page_is_one_file_of_at_most_3_megabytes(self, handouts, name):
        page = (handouts / name).read_text("utf-8")
        assert len(page.encode()) <= 3_000_000
        assert "<title>Read the books · Ada</title>" in page

    def test_nothing_of_this_machine_is_left_in_the_notebook(self, attendee):
        text = nbformat.writes(attendee)
        assert "papermill" not in attendee.metadata
        assert str(Path.home()) not in text and "/tmp/" not in text


class TestWhatIsExecuted:
    def test_the_attendees_come_first_then_the_instructors(self, quick, tmp_path):
        made = [path.name for path in build("read-the-books", ["Ada", "Grace"], {"churn": 0.05}, tmp_path)]
        assert [(run["team"], run["edition"]) for run in quick] == [
            ("Ada", "attendee"),
            ("Grace", "attendee"),
            ("Ada", "instructor"),
            ("Grace", "instructor"),
        ]
        assert all(run["churn"] == 0.05 for run in quick)
        assert len(made) == len(set(made)) == 8

    def test_without_a_team_there_is_one_handout_for_you(self, quick, tmp_path):
        made = [path.name for path in build("read-the-books", [], {}, tmp_path)]
        assert made[0] == "08_read_the_books.you.ipynb"

    def test_a_team_among_the_parameters_is_a_team(self, quick, tmp_path):
        assert next(build("read-the-books", [], {"team": "Ada"}, tmp_path)).name == f"{NAME}.ipynb"

    def test_self_study_stays_self_study(self, quick, tmp_path):
        list(build("read-the-books", ["Ada"], {"edition": "self-study"}, tmp_path))
        assert [run["edition"] for run in quick] == ["self-study", "instructor"]

    def test_files_have_safe_names_and_pages_show_the_real_one_escaped(self, quick, tmp_path):
        made = list(build("read-the-books", ["Ada & Équipe n° 1"], {}, tmp_path / "new" / "folder"))
        assert made[1] == tmp_path / "new" / "folder" / "08_read_the_books.ada-équipe-n-1.html"
        assert "<title>Read the books · Ada &amp; Équipe n° 1</title>" in made[1].read_text("utf-8")

    def test_a_second_build_replaces_the_first(self, quick, tmp_path):
        list(build("read-the-books", ["Ada"], {}, tmp_path))
        list(build("read-the-books", ["Ada"], {}, tmp_path))
        assert sorted(path.name for path in tmp_path.iterdir()) == FILES

    def test_numbers_without_a_clear_answer_are_refused_before_anything_runs(self, quick, tmp_path, monkeypatch):
        lesson = material("read-the-books")
        monkeypatch.setattr(
            type(lesson.exercises[0]), "verdicts", lambda *_: (_ for _ in ()).throw(Refused("payback: no"))
        )
        with pytest.raises(Refused, match="payback: no"):
            next(build("read-the-books", ["Ada"], {}, tmp_path / "out"))
        assert quick == [] and not (tmp_path / "out").exists()

    def test_a_run_that_fails_half_way_keeps_the_whole_files_only(self, tmp_path, monkeypatch):
        def execute(lesson, given):
            if given["team"] == "Grace":
                raise Refused("cell 7: ZeroDivisionError: division by zero")
            return nbformat.v4.new_notebook()

        monkeypatch.setattr(module, "execute", execute)
        with pytest.raises(Refused, match="cell 7"):
            list(build("read-the-books", ["Ada", "Grace"], {}, tmp_path))
        assert sorted(path.name for path in tmp_path.iterdir()) == [f"{NAME}.html", f"{NAME}.ipynb"]


class TestWriting:
    def test_a_file_is_written_whole_with_plain_line_ends(self, tmp_path):
        assert write(tmp_path / "a.html", "é\nb\n") == tmp_path / "a.html"
        assert (tmp_path / "a.html").read_bytes() == "é\nb\n".encode()
        assert [path.name for path in tmp_path.iterdir()] == ["a.html"]

    @pytest.mark.parametrize("step", ["replace", "fsync"])
    def test_a_file_that_cannot_be_written_leaves_nothing_behind(self, tmp_path, monkeypatch, step):
        def full(*_):
            raise OSError(28, "No space left on device")

        (tmp_path / "a.html").write_text("before")
        monkeypatch.setattr(*((Path, "replace") if step == "replace" else (module.os, "fsync")), full)
        with pytest.raises(Refused) as refused:
            write(tmp_path / "a.html", "after")
        assert str(refused.value) == f"{tmp_path / 'a.html'}: not written, no space left on device"
        assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
        assert (tmp_path / "a.html").read_text() == "before"

    def test_a_folder_that_is_gone_is_refused(self, tmp_path):
        with pytest.raises(Refused, match="not written, no such file or directory"):
            write(tmp_path / "gone" / "a.html", "text")

    def test_a_build_that_cannot_write_leaves_no_half_file(self, quick, tmp_path, monkeypatch):
        def full(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(Refused, match="no space left on device"):
            list(build("read-the-books", ["Ada"], {}, tmp_path))
        assert list(tmp_path.iterdir()) == []


class TestExecuting:
    def test_a_notebook_that_is_missing_is_named_with_how_to_get_it_back(self, tmp_path):
        with pytest.raises(Refused, match=r"gone.ipynb is missing: restore it with git checkout notebooks/gone.ipynb"):
            execute_file(tmp_path / "gone.ipynb", {})

    def test_a_cell_that_fails_is_one_line_and_the_kernel_is_told_to_store(self, tmp_path, monkeypatch):
        notebook = nbformat.read(LESSON, as_version=4)
        told = "import os, pathlib; pathlib.Path('here').touch(); raise ValueError(os.environ['PLGKIT_OUTPUT'])"
        notebook.cells = [nbformat.v4.new_code_cell("x = 1"), nbformat.v4.new_code_cell(told)]
        nbformat.write(notebook, tmp_path / "failing.ipynb")
        monkeypatch.setenv("PLGKIT_OUTPUT", "live")
        with pytest.raises(Refused) as refused:
            execute_file(tmp_path / "failing.ipynb", {})
        assert str(refused.value) == "failing.ipynb, cell 2: ValueError: stored"
        assert os.environ["PLGKIT_OUTPUT"] == "live"
        assert [path.name for path in tmp_path.iterdir()] == ["failing.ipynb"]


def test_plain_papermill_works_too(tmp_path):
    command = [sys.executable, "-m", "papermill", str(LESSON), "out.ipynb", "-p", "currency", "€", "--no-progress-bar"]
    unseen = {k: v for k, v in os.environ.items() if k not in ("PLGKIT_OUTPUT", "JPY_SESSION_NAME", "VSCODE_PID")}
    done = subprocess.run(command, cwd=tmp_path, env=unseen, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    notebook = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert "A customer costs €1,200 to win" in shown(notebook, "text/plain")
    assert [path.name for path in tmp_path.iterdir()] == ["out.ipynb"]
