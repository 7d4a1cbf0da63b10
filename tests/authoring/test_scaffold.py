"""What `plgkit add-lesson` writes and refuses; that it makes a passing lesson is shown in test_documentation.py."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner

from plgkit.authoring import scaffold
from plgkit.cli import main
from plgkit.course.catalogue import material
from plgkit.support import folders
from plgkit.support.errors import Refused

ROOT = Path(__file__).parents[2]
README = "| 11 | [Eleven](x) | What? | 1 min | 2 min |\n| 12 | [Twelve](x) | Why? | 1 min | 2 min |\n\nMore.\n"


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone in which nothing stands but the folders and a README; the lessons are those of the course."""
    for name in (
        "plgkit/models",
        "plgkit/ideas",
        "plgkit/course/lessons",
        "notebooks",
        "tests/ideas",
        "tests/course/lessons",
    ):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "README.md").write_text(README, "utf-8")
    shutil.copy(ROOT / "plgkit/__init__.pyi", tmp_path / "plgkit")
    monkeypatch.setattr(folders, "PACKAGE", tmp_path / "plgkit")
    monkeypatch.setattr(scaffold, "material", lambda slug: material("drift"))
    return tmp_path


def files(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_it_writes_a_lessons_files_and_a_row(clone):
    made = scaffold.add_lesson("price-fences")
    assert [str(path.relative_to(clone)) for path in made] == [
        "plgkit/models/price_fences.py",
        "plgkit/ideas/price_fences.py",
        "plgkit/course/lessons/price_fences/__init__.py",
        "plgkit/course/lessons/price_fences/lesson.py",
        "plgkit/course/lessons/price_fences/exercises.py",
        "notebooks/13_price_fences.ipynb",
        "tests/ideas/test_price_fences.py",
        "tests/course/lessons/test_price_fences.py",
        "plgkit/__init__.pyi",
        "README.md",
    ]
    assert files(clone) == sorted(["pyproject.toml", *(str(path.relative_to(clone)) for path in made)])


def test_nothing_of_the_examples_names_is_left(clone):
    for path in scaffold.add_lesson("price-fences"):
        text = path.read_text("utf-8")
        assert not any(name in text for name in ("small_bets", "small-bets", "SmallBets", "Small bets"))
    lesson = (clone / "plgkit/course/lessons/price_fences/lesson.py").read_text("utf-8")
    assert 'slug="price-fences"' in lesson and "number=13" in lesson and 'title="Price fences"' in lesson


def test_what_is_written_is_formatted_and_checked(clone):
    shutil.copy(ROOT / "pyproject.toml", clone)
    files = [str(path) for path in scaffold.add_lesson("price-fences") if path.suffix == ".py"]
    ours = ["--config", 'lint.isort.known-first-party = ["plgkit"]']  # most of the package is not in this clone
    for command in (["check"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, *ours, *files]
        done = subprocess.run(ruff, cwd=clone, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


def test_the_notebook_has_its_tags_and_can_be_opened(clone):
    scaffold.add_lesson("price-fences")
    notebook = nbformat.read(clone / "notebooks/13_price_fences.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert notebook.metadata.kernelspec.name == "python3"
    assert notebook.cells[0].source.startswith("# Price fences\n")
    tagged = [cell for cell in notebook.cells if cell.metadata.get("tags")]
    assert {tag for cell in tagged for tag in cell.metadata.tags} == {"parameters", "setup", "hide-input"}
    assert all(cell.cell_type == "code" for cell in tagged)
    assert not any("%%" in cell.source for cell in notebook.cells)


def test_the_row_stands_below_the_last_one(clone):
    scaffold.add_lesson("price-fences")
    *_, twelve, row, empty, more = (clone / "README.md").read_text("utf-8").splitlines()
    assert twelve.startswith("| 12 |") and (empty, more) == ("", "More.")
    assert row == scaffold.row(material("drift"))


@pytest.mark.parametrize(
    "slug",
    [
        "",
        "Price",
        "price_fences",
        "price-",
        "-price",
        "price--fences",
        "9-lives",
        "price fences",
        "../x",
        "é",
        "price.py",
        "price\n",
        "x" * 41,
    ],
)
def test_what_is_no_name_is_refused_in_one_line(clone, slug):
    before = files(clone)
    with pytest.raises(Refused, match=r"^[^\n]* is not a lesson's name: up to 40 characters a to z [^\n]*$"):
        scaffold.add_lesson(slug)
    assert files(clone) == before


@pytest.mark.parametrize(
    "slug",
    ["class", "import", "idea", "choice", "outcome", "slip", "list", "value-error", "lesson", "plgkit"],
)
def test_a_name_that_means_something_else_is_refused(clone, slug):
    with pytest.raises(Refused, match=f"^{slug} means something else in Python or in a lesson's file"):
        scaffold.add_lesson(slug)


@pytest.mark.parametrize("slug", ["con", "nul", "aux", "prn", "com1", "com9", "lpt1"])
def test_a_name_that_windows_keeps_for_a_device_is_refused(clone, slug):
    before = files(clone)
    advice = f"choose another name, such as {slug}-market"
    done = CliRunner().invoke(main, ["add-lesson", slug])
    assert done.exit_code == 2
    assert done.stderr == f"plgkit: {slug} is a device, not a file, on Windows; {advice}\n"
    assert files(clone) == before


@pytest.mark.parametrize("slug", ["test", "test-prices", "pre-test", "post-test"])
def test_a_name_that_would_be_taken_for_a_test_is_refused(clone, slug):
    with pytest.raises(Refused, match=f"^{slug} would be taken for a test; choose another name"):
        scaffold.add_lesson(slug)


def test_a_name_is_taken_by_a_notebook_of_any_number(clone):
    (clone / "notebooks/04_price_fences.ipynb").touch()
    with pytest.raises(Refused, match=r"^notebooks/04_price_fences.ipynb is there already; choose another name"):
        scaffold.add_lesson("price-fences")


@pytest.mark.parametrize(("slug", "there"), [("drift", "ideas/drift"), ("unit-economics", "ideas/unit_economics")])
def test_a_name_that_is_taken_is_refused_and_nothing_is_written(slug, there):
    before = files(ROOT / "plgkit")
    done = CliRunner().invoke(main, ["add-lesson", slug])
    assert done.exit_code == 2
    assert done.stderr == f"plgkit: plgkit/{there}.py is there already; choose another name\n"
    assert files(ROOT / "plgkit") == before


@pytest.mark.parametrize("there", ["tests/ideas/test_price_fences.py", "plgkit/course/lessons/price_fences"])
def test_a_name_is_taken_by_any_of_its_files(clone, there):
    (clone / there).mkdir()
    before = files(clone)
    with pytest.raises(Refused, match=rf"^{re.escape(there)} is there already"):
        scaffold.add_lesson("price-fences")
    assert files(clone) == before


def test_outside_a_clone_it_says_where_to_do_it(clone):
    (clone / "pyproject.toml").unlink()
    with pytest.raises(Refused, match=r"^lessons are added to a clone of the project"):
        scaffold.add_lesson("price-fences")


def test_where_one_file_cannot_be_written_none_stays(clone, monkeypatch):
    write = scaffold.write

    def full(target, text):
        if target.name == "test_price_fences.py":
            raise Refused(f"{target}: not written, no space left on device")
        return write(target, text)

    before = files(clone)
    monkeypatch.setattr(scaffold, "write", full)
    with pytest.raises(Refused, match="no space left"):
        scaffold.add_lesson("price-fences")
    assert files(clone) == before
    assert not (clone / "plgkit/course/lessons/price_fences").exists()
    assert (clone / "plgkit/__init__.pyi").read_text("utf-8") == (ROOT / "plgkit/__init__.pyi").read_text("utf-8")


def test_the_idea_is_public_beside_the_others(clone):
    scaffold.add_lesson("price-fences")
    lines = (clone / "plgkit/__init__.pyi").read_text("utf-8").splitlines()
    place = lines.index("from .ideas.price_fences import PriceFences as PriceFences")
    assert lines[place - 1].startswith("from .ideas.portfolio ") and lines[place + 1].startswith(
        "from .ideas.saying_no "
    )
