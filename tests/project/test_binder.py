"""Binder, as far as it can be checked without Docker; facts that repo2docker leaves unchecked are checked here.

What cannot be run here is the image itself: conda's part of the environment (Python and pip) and Binder's own
servers. The pip part is installed for real, and postBuild run, where `PLGKIT_BINDER=required`, as in CI.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from packaging.specifiers import SpecifierSet
from repo2docker.app import Repo2Docker

from benchmarks import weight
from plgkit.authoring.lab import START
from plgkit.pages.links import binder
from plgkit.support import folders

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
ENVIRONMENT = yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))
PYTHON, _, PIP = ENVIRONMENT["dependencies"]
WANTED = PYTHON.removeprefix("python=")


@pytest.fixture(scope="module")
def dockerfile():
    """What repo2docker would build, as it prints it."""
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def detected(folder, monkeypatch):
    """The build pack that repo2docker takes for a folder."""
    monkeypatch.chdir(folder)
    app = Repo2Docker()
    packs = (pack(app.base_image) for pack in app.buildpacks)
    return next(pack for pack in packs if pack.detect())


def test_repo2docker_builds_from_environment_yml(monkeypatch):
    pack = detected(ROOT, monkeypatch)
    assert type(pack).__name__ == "CondaBuildPack"
    assert Path(pack.environment_yaml_path).resolve() == ROOT / "environment.yml"


def test_repo2docker_takes_the_python_that_is_asked_for(monkeypatch, dockerfile):
    assert detected(ROOT, monkeypatch).python_version == WANTED
    assert f"Building conda environment for python={WANTED}\n" in dockerfile
    requires = weight.project()["requires-python"]
    assert SpecifierSet(requires).contains(f"{WANTED}.0")


def test_a_python_that_is_not_pinned_would_become_another_in_silence(monkeypatch, tmp_path):
    unpinned = (ROOT / "environment.yml").read_text("utf-8").replace(PYTHON, "python")
    (tmp_path / "environment.yml").write_text(unpinned, "utf-8")
    assert detected(tmp_path, monkeypatch).python_version != WANTED


def test_the_project_is_there_before_the_environment_is_made(dockerfile):
    """The pip part names a file of the project: repo2docker has to copy it first."""
    copied, made = dockerfile.index("COPY --chown=0:0 src/ "), dockerfile.index("env update")
    assert copied < made
    assert re.search(r'env update -p \S+ --file "environment\.yml"', dockerfile)


def test_the_package_is_installed_once_its_pins_are_there(dockerfile):
    made, installed = dockerfile.index("env update"), dockerfile.index("RUN ./postBuild")
    assert made < installed
    assert "RUN chmod +x postBuild" in dockerfile[:installed]


def test_binder_needs_nothing_besides_environment_yml_and_post_build():
    assert not [name for name in ("binder", ".binder", "apt.txt", "start") if (ROOT / name).exists()]
    assert (ROOT / "postBuild").is_file()
    for line in PIP["pip"]:
        name = line.split()[-1]
        assert (ROOT / name).exists(), line


def test_binders_address_in_the_readme_opens_the_start_page():
    (address,) = re.findall(r"https://mybinder\.org\S+", (ROOT / "README.md").read_text("utf-8"))
    assert address == binder("OWNER/NAME", "HEAD", START)
    (opened,) = parse_qs(urlsplit(address).query)["urlpath"]
    assert (ROOT / opened.removeprefix("lab/tree/")) == folders.notebooks() / START
    assert (folders.notebooks() / START).is_file()


def test_the_course_installs_at_most_560_megabytes():
    assert weight.total() <= weight.MOST == 560


def test_the_course_imports_nothing_that_only_the_tests_have():
    code = "import pkgutil, importlib, plgkit\n" + (
        "for found in pkgutil.walk_packages(plgkit.__path__, 'plgkit.'): importlib.import_module(found.name)"
    )
    with weight.as_a_learner_has_it():
        hidden = subprocess.run([sys.executable, "-c", "import pyarrow"], capture_output=True)
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert hidden.returncode == 1
    assert done.returncode == 0, done.stderr


def test_what_each_dependency_is_for_and_costs_is_told():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    told = {
        name: (purpose, float(alone))
        for name, purpose, alone in re.findall(r"^\| `([\w-]+)` \| ([^|]{10,}) \| ([\d.]+) \|$", text, re.M)
    }
    measured = {name: alone for name, _, alone in weight.sizes()}
    assert told.keys() == measured.keys()
    for name, (purpose, alone) in told.items():
        assert purpose.strip()
        if sys.platform == "linux":  # wheels of other systems have other sizes
            assert alone == pytest.approx(measured[name], rel=0.25, abs=2), name


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The Python of a clean environment with the pip part of environment.yml, as conda installs it, and postBuild."""
    if os.environ.get("PLGKIT_BINDER") != "required":
        pytest.skip("takes a minute or two and the package index: set PLGKIT_BINDER=required")
    folder = tmp_path_factory.mktemp("binder")
    clone, environment = folder / "clone", folder / "environment"
    shutil.copytree(ROOT, clone, ignore=shutil.ignore_patterns(".*", "__pycache__", "vega.js.gz", "node_modules"))
    venv.create(environment, with_pip=True, symlinks=True)  # Python itself is conda's part
    python = environment / "bin" / "python"
    (clone / "condaenv.requirements.txt").write_text("\n".join(PIP["pip"]), "utf-8")
    command = [python, "-m", "pip", "install", "--quiet", "--no-compile", "-r", "condaenv.requirements.txt"]
    subprocess.run(command, cwd=clone, check=True)
    path = os.pathsep.join([str(python.parent), os.environ["PATH"]])
    subprocess.run(["./postBuild"], cwd=clone, env=os.environ | {"PATH": path}, check=True)
    # All cores compile; pip alone would take one.
    subprocess.run([python, "-m", "compileall", "-q", "-j", "0", environment / "lib"], stdout=subprocess.DEVNULL)
    return python


def test_the_pip_part_installs_the_pins_and_nothing_else(installed):
    listed = subprocess.run([installed, "-m", "pip", "list", "--format=json"], capture_output=True, check=True)
    names = {weight.canonicalize_name(one["name"]) for one in json.loads(listed.stdout)}
    assert names - {"pip", "setuptools"} == set(weight.pinned()) | {"plgkit"}
    assert subprocess.run([installed, "-m", "pip", "check"], capture_output=True).returncode == 0


def test_all_its_files_together_are_at_most_560_megabytes(installed):
    prefix = installed.parents[1]
    brought = [path for path in prefix.rglob("*") if path.is_file() and not path.is_symlink()]
    installer = {"pip", "setuptools", "pkg_resources"}
    ours = [path for path in brought if not installer & set(path.relative_to(prefix).parts)]
    assert sum(path.stat().st_size for path in ours) / 1e6 <= weight.MOST


def test_the_course_works_there(installed):
    settings = installed.parents[1] / "share/jupyter/lab/settings/overrides.d/plgkit.json"
    assert settings.is_file()
    code = "import plgkit as plg; print(len(plg.lessons())); print(plg.works_here().text)"
    done = subprocess.run([installed, "-c", code], capture_output=True, text=True, cwd=installed.parent, check=True)
    number, *checks = done.stdout.splitlines()
    assert int(number) >= 12
    assert checks and all(line.startswith("- ✓") for line in checks)
    for command in (["lab", "--version"], ["kernelspec", "list"]):
        subprocess.run([installed, "-m", "jupyter", *command], check=True, capture_output=True)
