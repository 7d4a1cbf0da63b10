"""One lock: pyproject.toml, environment.yml and the pins agree, and the pins are what runs."""

import ast
import os
import re
import tomllib
from importlib.metadata import version
from pathlib import Path

import hatchling.build
import nbformat
import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from benchmarks import weight

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


FILES = ("requirements.txt", "requirements-test.txt")
LOCKED = [(name, pin, hashes) for name in FILES for pin, hashes in weight.locked(name)]
COURSE, TESTS = ({canonicalize_name(pin.name): pin for name, pin, _ in LOCKED if name == file} for file in FILES)
PACKAGE = re.compile(r"(--no-deps\b.*--editable \.)$", re.M)
"""What installs the package itself, once its pins are there: pip takes no folder beside hashes."""


@pytest.mark.parametrize("name, pin, hashes", LOCKED, ids=map(str, (pin for _, pin, _ in LOCKED)))
def test_every_pin_is_one_exact_version_with_the_hashes_of_its_files(name, pin, hashes):
    (only,) = pin.specifier
    assert only.operator == "=="
    assert "*" not in only.version
    assert hashes and all(re.fullmatch("sha256:[0-9a-f]{64}", digest) for digest in hashes)
    assert len(set(hashes)) == len(hashes)


@pytest.mark.parametrize("name", FILES)
def test_a_lock_names_no_index_and_nothing_but_pins(name):
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    first = [line for line in text.splitlines() if not line.startswith("    --hash=")]
    assert {line for line in first if "==" not in line} <= {"-r requirements.txt"}


def test_what_the_tests_need_comes_on_top_of_the_course():
    assert (ROOT / "requirements-test.txt").read_text("utf-8").startswith("-r requirements.txt\n")
    assert not COURSE.keys() & TESTS.keys()


def test_scipy_is_for_the_tests_alone():
    """What has most of the weight of all that the course once needed: nothing asks for it, nothing takes it."""
    assert "scipy" in TESTS and "scipy" not in COURSE
    assert [name for name in weight.pinned() if "scipy" in weight.needs(name)] == []
    sources = {path: path.read_text("utf-8") for path in (ROOT / "plgkit").rglob("*.py")}
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        cells = [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        sources |= {f"{path}, {cell.id}": cell.source for cell in cells}
    taken = {name: set(imported(text)) for name, text in sources.items()}
    assert any("numpy" in modules for modules in taken.values())
    assert [name for name, modules in taken.items() if "scipy" in modules] == []


def imported(source):
    """The packages that a piece of Python imports, or that it names where modules are named by text."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.partition(".")[0]


@pytest.mark.parametrize("line", PROJECT["project"]["dependencies"])
def test_every_dependency_is_pinned_as_the_project_allows(line):
    asked = Requirement(line)
    (pin,) = COURSE[canonicalize_name(asked.name)].specifier
    assert asked.specifier.contains(pin.version)


@pytest.mark.parametrize("extra", ["cluster", "test"])
def test_every_optional_dependency_is_pinned(extra):
    asked = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["optional-dependencies"][extra]}
    assert asked - {"plgkit"} <= COURSE.keys() | TESTS.keys()


def test_the_build_is_made_with_what_the_lock_holds():
    for line in PROJECT["build-system"]["requires"]:
        need = Requirement(line)
        assert need.specifier == COURSE[canonicalize_name(need.name)].specifier


def test_an_editable_installation_needs_nothing_that_the_lock_lacks(monkeypatch):
    monkeypatch.chdir(ROOT)
    for line in hatchling.build.get_requires_for_build_editable():
        need = Requirement(line)
        (pin,) = COURSE[canonicalize_name(need.name)].specifier
        assert need.specifier.contains(pin.version)


def test_binder_and_conda_install_the_pins():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    python, pip, packages = environment["dependencies"]
    assert environment["channels"] == ["conda-forge"]
    assert pip == "pip"
    assert packages == {"pip": ["-r requirements.txt"]}
    assert SpecifierSet(PROJECT["project"]["requires-python"]).contains(python.removeprefix("python="))


def test_binder_conda_and_make_install_the_package_by_the_same_words():
    (words,) = {PACKAGE.findall((ROOT / name).read_text("utf-8"))[0] for name in ("postBuild", "Makefile", "README.md")}
    assert words == "--no-deps --no-build-isolation --editable ."
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"conda activate plgkit\npip install {words}\nplgkit lab\n" in readme


def test_binder_can_run_what_installs_the_package():
    script = ROOT / "postBuild"
    assert script.read_text("utf-8").startswith("#!/bin/bash\n")
    assert "\nset -e\n" in script.read_text("utf-8")
    assert os.access(script, os.X_OK)


@pytest.mark.parametrize("path", [ROOT / "Makefile", *(ROOT / ".github/workflows").glob("*.yml")], ids=lambda p: p.name)
def test_whoever_installs_the_pins_requires_their_hashes(path):
    for line in re.findall(r".*\brequirements[\w-]*\.txt.*", path.read_text("utf-8")):
        assert "install" not in line or "--require-hashes" in line


def test_make_installs_both_locks():
    text = (ROOT / "Makefile").read_text("utf-8")
    assert re.findall(r"--require-hashes -r (\S+)", text) == list(FILES)


@pytest.mark.parametrize("pin", [p for p in COURSE.values() if p.marker is None or p.marker.evaluate()], ids=str)
def test_what_is_installed_is_what_is_pinned(pin):
    assert pin.specifier.contains(version(pin.name), prereleases=True)
