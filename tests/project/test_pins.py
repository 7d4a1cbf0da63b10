"""One lock: pyproject.toml, environment.yml and the pins agree, and the pins are what runs."""

import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def lines(name):
    return [
        line for line in (ROOT / name).read_text("utf-8").splitlines() if line and not line.startswith(("#", "-r "))
    ]


def pins(name):
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines(name)}


COURSE, TESTS = pins("requirements.txt"), pins("requirements-test.txt")


@pytest.mark.parametrize("line", lines("requirements.txt") + lines("requirements-test.txt"))
def test_every_line_is_one_exact_version(line):
    (only,) = Requirement(line).specifier
    assert only.operator == "=="
    assert "*" not in only.version
    assert "://" not in line


def test_what_the_tests_need_comes_on_top_of_the_course():
    assert (ROOT / "requirements-test.txt").read_text("utf-8").startswith("-r requirements.txt\n")
    assert not COURSE.keys() & TESTS.keys()


@pytest.mark.parametrize("line", PROJECT["project"]["dependencies"])
def test_every_dependency_is_pinned_as_the_project_allows(line):
    asked = Requirement(line)
    (pin,) = COURSE[canonicalize_name(asked.name)].specifier
    assert asked.specifier.contains(pin.version)


@pytest.mark.parametrize("extra", ["cluster", "test"])
def test_every_optional_dependency_is_pinned(extra):
    asked = {canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["optional-dependencies"][extra]}
    assert asked - {"plgkit"} <= COURSE.keys() | TESTS.keys()


def test_the_build_draws_with_the_library_that_the_course_runs():
    needs = {Requirement(line).name: Requirement(line) for line in PROJECT["build-system"]["requires"]}
    assert needs["vl-convert-python"].specifier == COURSE["vl-convert-python"].specifier
    assert all("==" in str(need.specifier) for need in needs.values())


def test_binder_and_conda_install_the_pins_and_the_package():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
    python, pip, packages = environment["dependencies"]
    assert environment["channels"] == ["conda-forge"]
    assert pip == "pip"
    assert packages == {"pip": ["-r requirements.txt", "--editable ."]}
    assert SpecifierSet(PROJECT["project"]["requires-python"]).contains(python.removeprefix("python="))


@pytest.mark.parametrize("pin", [p for p in COURSE.values() if p.marker is None or p.marker.evaluate()], ids=str)
def test_what_is_installed_is_what_is_pinned(pin):
    assert pin.specifier.contains(version(pin.name), prereleases=True)
