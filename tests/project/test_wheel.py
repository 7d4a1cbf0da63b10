"""The package as Binder and conda install it: with its data, notebooks and chart library, away from the clone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    # Built with what the lock holds, as a release is.
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    subprocess.run(command, cwd=ROOT, check=True, stderr=subprocess.DEVNULL)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([*PIP, "install", "--no-deps", "--target", folder / "site", wheel], check=True)
    return folder / "site"


def run(installed, code):
    environment = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=installed.parent, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_it_is_imported_from_the_wheel(installed):
    (place,) = run(installed, "import plgkit; print(plgkit.__file__)")
    assert Path(place).is_relative_to(installed)


def test_cases_are_read_from_any_folder(installed):
    assert run(installed, "import plgkit as plg; print(*map(len, map(plg.load, plg.cases()['name'])))")


def test_notebooks_and_the_chart_library_are_there(installed):
    notebook = "(folders.notebooks() / '00_start_here.ipynb').is_file()"
    imports = "from plgkit.support import folders; from plgkit.widgets import part"
    code = f"{imports}; print({notebook}, len(part.library_bytes()))"
    there, size = run(installed, code)
    assert there == "True"
    assert int(size) > 100_000


def test_jupyterlab_is_told_to_keep_widgets_and_to_ask_nobody_for_news(installed):
    assert (installed / "share/jupyter/lab/settings/overrides.d/plgkit.json").is_file()


def test_voila_finds_its_template(installed):
    assert (installed / "share/jupyter/voila/templates/plgkit/index.html.j2").is_file()


LAB = """
from jupyterlab.labapp import LabApp
from plgkit.cli import main
LabApp.launch_instance = lambda arguments: print(*arguments, sep="\\n")
main(["lab"])
"""


def test_the_course_is_laid_into_the_learners_folder_and_renewed_by_a_later_release(installed):
    course, package = installed.parent / "plgkit-course", installed / "plgkit" / "notebooks"
    out = run(installed, LAB)
    assert " ".join(out[:5]) == "15 notebooks laid into plgkit-course" and f"--ServerApp.root_dir={course}" in out
    assert {path.name for path in course.glob("*.ipynb")} == {path.name for path in package.glob("*.ipynb")}
    (course / "answers").mkdir()
    (course / "answers" / "ada.saying-no.jsonl").write_text("mine", "utf-8")
    (course / "05_saying_no.ipynb").write_text("mine", "utf-8")
    for name in ("05_saying_no.ipynb", "06_nth_deal.ipynb"):
        (package / name).write_text(f"later {name}", "utf-8")
    out = run(installed, LAB)
    assert " ".join(out).startswith("1 notebook updated to plgkit ")
    assert (course / "06_nth_deal.ipynb").read_text("utf-8") == "later 06_nth_deal.ipynb"
    assert (course / "05_saying_no.ipynb").read_text("utf-8") == "mine"
    (beside,) = course.glob("05_saying_no.plgkit-*.ipynb")
    assert beside.read_text("utf-8") == "later 05_saying_no.ipynb"
    assert (course / "answers" / "ada.saying-no.jsonl").read_text("utf-8") == "mine"
