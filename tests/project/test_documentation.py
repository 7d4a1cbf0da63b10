"""Every command that the documentation shows is run, in a copy of the project, in the order in which it stands.

A command is a line of a block marked `sh`, or a piece of code within a line that begins with one of `PROGRAMS`.
A new one is run unless it is named in `ELSEWHERE` with the test that covers it.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import nbformat
import pytest
import yaml

import plgkit
from plgkit.cli import main
from tests.workshop.a_class import write_class

ROOT = Path(__file__).parents[2]
PROGRAMS = ("plgkit", "papermill", "python", "make", "conda", "voila", "pip", "%pip", "jupyter", "uv", "git")
ELSEWHERE = {
    "conda env create -f environment.yml": (
        "tests/project/test_binder.py::test_the_pip_part_installs_the_pins_and_nothing_else"
    ),
    "pip install --no-deps --no-build-isolation --editable .": (
        "tests/project/test_binder.py::test_the_course_works_there"
    ),
    "conda activate plgkit": "tests/project/test_binder.py::test_the_course_works_there",
    "pip install plgkit": "tests/project/test_wheel.py::test_it_is_imported_from_the_wheel",
    "plgkit lab": "tests/authoring/test_lab.py::test_the_lab_opens_on_the_start_page_and_tries_the_next_ports",
    "plgkit build workshop.yml --out handouts --scheduler tcp://10.0.0.5:8786": (
        "tests/running/test_pool.py::test_a_cluster_makes_what_this_machine_makes"
    ),
    "pip install distributed": ("tests/running/test_pool.py::test_without_distributed_it_is_said_what_to_install"),
    "python -m benchmarks.events --millions 10 100": (
        "tests/benchmarks/test_events.py::test_what_is_asked_for_is_measured_where_the_disk_has_room"
    ),
    "python -m benchmarks --workshop": (
        "tests/benchmarks/test_workshop.py::test_every_way_is_given_the_same_notebooks"
    ),
    "python -m benchmarks.weight record": "tests/benchmarks/test_weight.py::test_a_release_is_kept_once",
    "python -m benchmarks.pictures": "tests/browser/test_pictures.py::test_the_readmes_pictures_can_be_taken",
}
"""Commands that need a screen, a package index or minutes, and the test that covers each."""

PATIENCE = 1200
"""Seconds after which a command is taken to hang."""

SPOKEN_OF = re.compile(r"\w+|plgkit ([\w-]+)")
"""Within a line, a program's or a command's bare name speaks of it, and shows no command."""


def documents():
    """Each document's text, by path: the notebooks' is that of their text cells."""
    found = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "CONTRIBUTING.md")}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        text = "\n\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
        found[f"notebooks/{path.name}"] = text
    return found


def commands(text):
    """The commands of a text, in order, each once."""
    shown = []
    for block, inline in re.findall(r"^ *```sh\n(.*?)^ *```|(?<!`)`([^`\n]+)`(?!`)", text, re.M | re.S):
        lines = block.splitlines() if block else [inline] if inline.split()[0] in PROGRAMS else []
        for line in lines:
            command = re.sub(r"\s+# .*", "", line).strip()
            if command and not (inline and SPOKEN_OF.fullmatch(command)):
                shown.append(command)
    return list(dict.fromkeys(shown))


def snippets(text):
    """The blocks of Python of a text."""
    return re.findall(r"^ *```python\n(.*?)^ *```", text, re.M | re.S)


DOCUMENTS = documents()
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
SHOWN = {name: [one for one in commands(text) if one not in ELSEWHERE] for name, text in DOCUMENTS.items()}


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A copy of the project, whose package is found before the installed one, with events and answers in it."""
    folder = tmp_path_factory.mktemp("clone") / "project"
    left = shutil.ignore_patterns(".venv", ".git", ".hypothesis", "__pycache__", ".*_cache", "answers", "node_modules")
    shutil.copytree(ROOT, folder, ignore=left)
    shutil.copy(ROOT / "data" / "trial_events.csv", folder / "export.csv")
    write_class(folder / "answers", count=3)
    return folder


def run(command, clone):
    """A command's exit code and what it printed, as somebody in the clone gets it."""
    here = Path(sys.executable).parent
    environment = os.environ | {"PATH": f"{here}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(clone)}
    environment.pop("PYTEST_CURRENT_TEST", None)
    words = shlex.split(command)
    words = [*words, "--dry-run", "--always-make"] if words[0] == "make" else words
    done = subprocess.run(words, cwd=clone, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    return done.returncode, f"$ {command}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, shown in SHOWN.items() if shown])
def test_every_command_that_is_shown_works(name, clone):
    for command in SHOWN[name]:
        code, printed = run(command, clone)
        assert code == 0, printed


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, text in DOCUMENTS.items() if snippets(text)])
def test_every_piece_of_python_that_is_shown_works(name, clone):
    for source in snippets(DOCUMENTS[name]):
        done = subprocess.run([sys.executable, "-c", f"import plgkit as plg\n{source}"], cwd=clone, capture_output=True)
        assert done.returncode == 0, done.stderr.decode()


@pytest.mark.slow
def test_the_five_steps_end_with_a_passing_lesson(clone):
    """The steps are among the commands above; here is what they have to be, so that none is lost."""
    section = DOCUMENTS["CONTRIBUTING.md"].split("## Add a lesson in five steps")[1].split("\n## ")[0]
    steps = re.split(r"^\d\. ", section, flags=re.M)[1:]
    assert len(steps) == 5 and all(len(re.findall(r"```sh", step)) == 1 for step in steps)
    told = commands("\n".join(re.findall(r"^ *```sh\n.*?^ *```", section, re.M | re.S)))
    assert [command for command in SHOWN["CONTRIBUTING.md"] if command in told] == told
    assert [shlex.split(command)[:3] for command in told] == [
        ["plgkit", "add-lesson", "price-fences"],
        ["python", "-m", "pytest"],
        ["python", "-m", "pytest"],
        ["plgkit", "refresh", "13_price_fences.ipynb"],
        ["python", "-m", "tests.record"],
        ["python", "-m", "pytest"],
    ]


@pytest.mark.parametrize(("command", "test"), ELSEWHERE.items())
def test_what_is_run_elsewhere_is_shown_and_its_test_exists(command, test):
    assert any(command in commands(text) for text in DOCUMENTS.values()), f"{command} is shown nowhere"
    file, function = test.split("::")
    assert f"\ndef {function}(" in (ROOT / file).read_text("utf-8")


def test_a_command_is_found_in_a_block_and_within_a_line():
    text = "Run `plgkit links --repo a/b` or\n\n```sh\nmake lab   # opens it\n\nplgkit build --x\n```\n`--out` `plgkit`"
    assert commands(text) == ["plgkit links --repo a/b", "make lab", "plgkit build --x"]
    assert commands("    ```sh\n    plgkit new x.yml\n    ```\n") == ["plgkit new x.yml"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_that_is_spoken_of_exists(name):
    for command in re.findall(r"`plgkit ([a-z][\w-]*)", DOCUMENTS[name] + CHANGELOG):
        assert command in main.commands


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_of_the_package_is_shown(name):
    told = "\n".join(DOCUMENTS[document] for document in ("README.md", "CONTRIBUTING.md"))
    assert re.search(rf"plgkit {name}\b", told)


def test_the_release_has_one_number():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    released = re.findall(r"^## \[([\d.]+)\] - (\d{4}-\d\d-\d\d)$", CHANGELOG, re.M)
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert version == plgkit.__version__ == citation["version"] == released[0][0]
    assert citation["date-released"] == released[0][1]


def test_the_changelog_has_its_form():
    lines = CHANGELOG.splitlines()
    assert lines[0] == "# Changelog"
    kinds = {line for line in lines if line.startswith("### ")}
    assert kinds <= {f"### {kind}" for kind in ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")}
    for line in lines:
        if line.startswith("## "):
            assert re.fullmatch(r"## \[(Unreleased|[\d.]+\] - \d{4}-\d\d-\d\d|Unreleased\])", line), line


def test_the_citation_says_what_the_format_asks_for():
    """The required keys of Citation File Format 1.2.0, and the forms of those that are used."""
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert citation["cff-version"] == "1.2.0"
    assert all(isinstance(citation[key], str) and citation[key] for key in ("message", "title", "version"))
    assert citation["type"] in ("software", "dataset")
    assert citation["authors"]
    assert all(author.get("name") or author.get("family-names") for author in citation["authors"])
    assert date.fromisoformat(citation["date-released"])
    assert citation["license"] == "BSD-3-Clause"
    assert all(isinstance(word, str) for word in citation["keywords"])
