import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from plgkit import cli
from plgkit.charts import vegalite
from plgkit.course.catalogue import material
from plgkit.running.workers import inline
from plgkit.support import folders
from plgkit.support.errors import Refused
from plgkit.widgets.part import MIME
from plgkit.workshop.build import build as module
from plgkit.workshop.build.build import Done, Failed, Stopped, build
from plgkit.workshop.build.manifest import MANIFEST, PROGRESS
from plgkit.workshop.build.pieces import PieceOutput, fingerprint
from plgkit.workshop.plan.plan import of_lessons

NAME = "08_read_the_books.ada"
PIECES = [f"{NAME}.html", f"{NAME}.instructor.html", f"{NAME}.instructor.ipynb", f"{NAME}.ipynb"]
FILES = [*PIECES, "guide.html", "index.html", MANIFEST]
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


def run(teams, out, given=None, **more):
    return list(build(of_lessons(["read-the-books"], teams, given or {}), out, executor=inline, **more))


def files(folder):
    return sorted(path.name for path in folder.iterdir())


def outputs(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def shown(notebook, mime):
    return "\n".join(str(output["data"][mime]) for output in outputs(notebook) if mime in output["data"])


def twins(notebook):
    return [
        output["data"]
        for output in outputs(notebook)
        if "plgkit" in output["data"].get(vegalite.V5_MIME, {}).get("usermeta", {})
    ]


@pytest.mark.slow
class TestRealHandouts:
    def test_each_team_gets_a_notebook_and_a_page_and_so_does_the_instructor(self, handouts):
        assert files(handouts) == FILES

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
        explorers = [data[vegalite.V5_MIME] for data in twins(attendee)]
        starts = [{param["name"]: param.get("value") for param in one["params"]} for one in explorers]
        assert 0.05 in [start.get("churn") for start in starts]

    def test_every_explorer_is_stored_as_a_bundle_a_picture_and_a_text(self, attendee):
        stored = twins(attendee)
        assert len(stored) == len(material("read-the-books").views)
        assert all(data.keys() == {vegalite.V5_MIME, "image/png", "text/plain"} for data in stored)
        assert all(data["image/png"].startswith("iVBOR") for data in stored)

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

    def test_the_manifest_says_what_everything_was_made_of(self, handouts):
        manifest = json.loads((handouts / MANIFEST).read_text("utf-8"))
        assert manifest["plan"]["teams"][0]["name"] == "Ada" and manifest["plan"]["seed"] == 0
        assert {"python", "plgkit", "papermill"} <= manifest["versions"].keys() and manifest["seconds"] > 0
        records = {record["name"]: record for record in manifest["finished"]}
        assert sorted(file for record in records.values() for file in record["files"]) == FILES[:-1]
        about = records[NAME]["about"]
        assert about["given"] == {"currency": "€", "churn": 0.05, "team": "Ada", "edition": "attendee"}
        assert len(about["variant"]) == 8 and records[NAME]["seconds"] > 0

    def test_a_second_build_keeps_everything(self, handouts):
        before = {path.name: path.stat().st_mtime_ns for path in handouts.iterdir() if path.name != MANIFEST}
        given = {"currency": "€", "churn": 0.05}
        ended = list(build(of_lessons(["read-the-books"], ["Ada"], given), handouts, executor=None))
        assert [(one.name, one.reused) for one in ended] == [(NAME, True), (f"{NAME}.instructor", True)]
        assert before == {path.name: path.stat().st_mtime_ns for path in handouts.iterdir() if path.name != MANIFEST}

    def test_without_forking_the_same_bytes_come_out(self, handouts, tmp_path):
        given = {"currency": "€", "churn": 0.05}
        ended = build(of_lessons(["read-the-books"], ["Ada"], given), tmp_path, only=[NAME], fork=False)
        (done,) = (one for one in ended if one.name == NAME)
        assert isinstance(done, Done)
        assert all(path.read_bytes() == (handouts / path.name).read_bytes() for path in done.paths)


class TestWhatIsMade:
    def test_every_team_and_edition_then_the_guide_and_the_index(self, quick, tmp_path):
        ended = run(["Ada", "Grace"], tmp_path)
        assert [one.name for one in ended] == [
            "guide.html",
            NAME,
            f"{NAME}.instructor",
            "08_read_the_books.grace",
            "08_read_the_books.grace.instructor",
            "index.html",
        ]
        assert ended[1].paths == (tmp_path / f"{NAME}.ipynb", tmp_path / f"{NAME}.html")
        assert (tmp_path / f"{NAME}.html").read_text() == f"page of {NAME}\n"

    def test_files_have_safe_names(self, quick, tmp_path):
        run(["Ada & Équipe n° 1"], tmp_path / "new" / "folder")
        assert (tmp_path / "new" / "folder" / "08_read_the_books.ada-équipe-n-1.html").is_file()

    def test_only_what_is_asked_for_is_made(self, quick, tmp_path):
        run(["Ada", "Grace"], tmp_path, only=[NAME])
        assert quick == [NAME]
        assert (tmp_path / "index.html").read_text() == "index of 1"
        with pytest.raises(Refused, match=rf"adda is not a piece of this plan; the nearest is {NAME}"):
            run(["Ada", "Grace"], tmp_path, only=["08_read_the_books.adda"])

    def test_progress_is_told(self, quick, tmp_path):
        told = []
        run(["Ada"], tmp_path, progress=lambda *how: told.append(how))
        assert told == [("checking", 1, 1), *(("making", done, 3) for done in range(4))]

    def test_numbers_without_a_clear_answer_are_refused_before_anything_runs(self, quick, tmp_path, monkeypatch):
        monkeypatch.setattr(module, "check_answers", lambda piece: ("", "payback: no answer"))
        with pytest.raises(Refused, match=r"^read-the-books, team Ada: payback: no answer$"):
            run(["Ada"], tmp_path / "out")
        assert quick == [] and not (tmp_path / "out").exists()


class TestGoingOn:
    def test_what_is_finished_is_kept_and_what_was_changed_or_lost_is_made_again(self, quick, tmp_path):
        run(["Ada", "Grace"], tmp_path)
        (tmp_path / f"{NAME}.html").write_text("edited")
        (tmp_path / "08_read_the_books.grace.ipynb").unlink()
        quick.clear()
        ended = run(["Ada", "Grace"], tmp_path)
        assert quick == [NAME, "08_read_the_books.grace"]
        assert [one.name for one in ended if one.reused] == [f"{NAME}.instructor", "08_read_the_books.grace.instructor"]
        assert (tmp_path / f"{NAME}.html").read_text() == f"page of {NAME}\n"

    def test_other_parameters_or_another_plgkit_make_it_again(self, quick, tmp_path, monkeypatch):
        run(["Ada"], tmp_path)
        quick.clear()
        run(["Ada"], tmp_path, {"churn": 0.05})
        assert len(quick) == 2
        monkeypatch.setattr(module, "fingerprint", lambda: "another")
        ended = run(["Ada"], tmp_path, {"churn": 0.05})
        assert [one.name for one in ended if isinstance(one, Failed)] == [NAME, f"{NAME}.instructor"], ended

    def test_a_build_that_is_cut_off_keeps_what_was_finished(self, quick, tmp_path):
        steps = build(of_lessons(["read-the-books"], ["Ada", "Grace"], {}), tmp_path, executor=inline)
        assert [next(steps).name, next(steps).name] == ["guide.html", NAME]
        steps.close()
        with open(tmp_path / PROGRESS, "a") as file:
            file.write('{"name": "torn')
        (tmp_path / ".half.html.part").write_text("half")
        quick.clear()
        run(["Ada", "Grace"], tmp_path)
        assert len(quick) == 3 and NAME not in quick
        assert not [name for name in files(tmp_path) if name.startswith(".") or name == PROGRESS]

    def test_one_that_fails_does_not_stop_the_others(self, quick, tmp_path, monkeypatch):
        make = module.make

        def failing(piece, fork):
            if piece.name == NAME:
                raise Refused("08_read_the_books.ipynb, cell 7: ZeroDivisionError: division by zero")
            return make(piece, fork)

        monkeypatch.setattr(module, "make", failing)
        ended = run(["Ada", "Grace"], tmp_path)
        assert [one.reason for one in ended if isinstance(one, Failed)] == [
            "08_read_the_books.ipynb, cell 7: ZeroDivisionError: division by zero"
        ]
        assert len(quick) == 3 and (tmp_path / "index.html").read_text() == "index of 3"
        monkeypatch.setattr(module, "make", make)
        assert [one.name for one in run(["Ada", "Grace"], tmp_path) if not one.reused] == [NAME, "index.html"]


class TestTheFolder:
    @pytest.mark.parametrize(
        ("name", "text", "said"),
        [
            ("thesis.docx", "mine", "holds thesis.docx and no manifest.json"),
            (MANIFEST, "{}", "holds a manifest.json that is not of plgkit build"),
            (MANIFEST, '{"made_by": "me"}', "holds a manifest.json that is not of plgkit build"),
            (MANIFEST, '{"made_by": "plgkit build", "finished": [1]}', "holds a manifest.json that is not of plgkit"),
            (MANIFEST, "[" * 100_000, "holds a manifest.json that is not of plgkit build"),
        ],
    )
    def test_one_that_is_not_ours_is_refused_and_stays_as_it_is(self, quick, tmp_path, name, text, said):
        (tmp_path / name).write_text(text)
        with pytest.raises(Refused) as refused:
            run(["Ada"], tmp_path)
        assert str(refused.value).startswith(f"{tmp_path}: {said}") and "\n" not in str(refused.value)
        assert files(tmp_path) == [name] and (tmp_path / name).read_text() == text and quick == []

    def test_a_file_of_somebody_elses_among_ours_is_refused_and_stays_as_it_is(self, quick, tmp_path):
        run(["Ada"], tmp_path)
        mine = tmp_path / "08_read_the_books.grace.html"
        mine.write_text("mine")
        quick.clear()
        with pytest.raises(Refused, match=r"grace\.html: in the way, and not of plgkit build; move it"):
            run(["Ada", "Grace"], tmp_path)
        assert mine.read_text() == "mine" and quick == []

    @pytest.mark.parametrize("there", [True, False], ids=["that is there", "that is new"])
    def test_two_builds_into_one_folder_do_not_meet(self, quick, tmp_path, there):
        out = tmp_path / "out"
        if there:
            out.mkdir()
        first = build(of_lessons(["read-the-books"], ["Ada"], {}), out, executor=inline)
        assert next(first).name == "guide.html"
        (out / ".index.html.part").write_text("half of the first")
        with pytest.raises(
            Refused, match=rf"another run writes into it \(process {os.getpid()} on .+\); wait"
        ) as refused:
            run(["Ada"], out)
        assert "\n" not in str(refused.value) and (out / ".index.html.part").exists()
        (out / ".index.html.part").unlink()
        assert not any(isinstance(end, Failed) for end in first)
        assert files(out) == FILES
        assert all(end.reused for end in run(["Ada"], out))

    def test_a_build_that_comes_second_into_a_new_folder_reuses_what_the_first_made(self, quick, tmp_path):
        plan, out = of_lessons(["read-the-books"], ["Ada"], {}), tmp_path / "out"

        def first(*stage):
            if stage == ("checking", 1, 1) and not out.exists():
                run(["Ada"], out)
                quick.clear()

        assert [end.reused for end in build(plan, out, executor=inline, progress=first)] == [True, True]
        assert quick == []

    def test_a_manifest_cannot_name_files_elsewhere(self, quick, tmp_path):
        out = tmp_path / "out"
        run(["Ada"], out)
        (tmp_path / "secret").write_text("x")
        manifest = json.loads((out / MANIFEST).read_text())
        for record in manifest["finished"]:
            record["files"] = {"../secret": module.sha256("x")}
        (out / MANIFEST).write_text(json.dumps(manifest))
        quick.clear()
        run(["Ada"], out)
        assert len(quick) == 2

    def test_a_full_disk_stops_the_build_and_keeps_what_is_finished(self, quick, tmp_path, monkeypatch):
        replace, count = Path.replace, []

        def full(self, target):
            count.append(target)
            if len(count) == 5:
                raise OSError(28, "No space left on device")
            return replace(self, target)

        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(Stopped, match="not written, no space left on device"):
            run(["Ada"], tmp_path)
        monkeypatch.setattr(Path, "replace", replace)
        kept = [one for one in run(["Ada"], tmp_path) if one.reused]
        assert [one.name for one in kept] == [NAME]

    def test_a_disk_that_is_really_full(self, quick, tmp_path, monkeypatch):
        small = tmp_path / "small"
        small.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(small)]
        try:
            done = subprocess.run(mount, capture_output=True, timeout=20)
        except FileNotFoundError:
            pytest.skip("no mount here")
        if done.returncode:
            pytest.skip("may not mount a small disk here")
        try:
            make = module.make

            def large(piece, fork):
                return PieceOutput(make(piece, fork).notebook, "x" * 60_000, "12345678", 0.1, fingerprint())

            monkeypatch.setattr(module, "make", large)
            with pytest.raises(Stopped, match="not written, no space left on device"):
                run(["Ada", "Grace"], small)
            pages = [path for path in small.glob("08_*.html")]
            assert pages and all(path.stat().st_size == 60_000 for path in pages)
            subprocess.run(["mount", "-o", "remount,size=4m", str(small)], check=True, timeout=20)
            ended = run(["Ada", "Grace"], small)
            assert {path.name.removesuffix(".html") for path in pages} <= {one.name for one in ended if one.reused}
            assert not any(isinstance(one, Failed) for one in ended)
        finally:
            subprocess.run(["umount", str(small)], check=True, timeout=20)


@pytest.mark.slow
def test_plain_papermill_works_too(tmp_path):
    command = [sys.executable, "-m", "papermill", str(LESSON), "out.ipynb", "-p", "currency", "€", "--no-progress-bar"]
    unseen = {k: v for k, v in os.environ.items() if k not in ("PLGKIT_OUTPUT", "JPY_SESSION_NAME", "VSCODE_PID")}
    done = subprocess.run(command, cwd=tmp_path, env=unseen, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    notebook = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    assert "A customer costs €1,200 to win" in shown(notebook, "text/plain")
    assert [path.name for path in tmp_path.iterdir()] == ["out.ipynb"]
