"""The files that GitHub, editors and hooks read: of the published form, and at one with the project."""

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from packaging.specifiers import SpecifierSet

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
SCHEMAS = {
    "vendor.github-workflows": WORKFLOWS,
    "custom.github-workflows-require-timeout": [path for path in WORKFLOWS if path.name != "release.yml"],
    "vendor.dependabot": [ROOT / ".github/dependabot.yml"],
    "vendor.github-issue-forms": FORMS,
    "vendor.github-issue-config": [ROOT / ".github/ISSUE_TEMPLATE/config.yml"],
    "vendor.citation-file-format": [ROOT / "CITATION.cff"],
}
"""Files by the published schema that they follow. A job that calls a workflow cannot have a time limit."""

MAKE = (ROOT / "Makefile").read_text("utf-8")
HOOKS = ROOT / ".pre-commit-config.yaml"
CONTAINER = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text("utf-8"))
REQUIRES = SpecifierSet(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"])
PYTHONS = [f"3.{minor}" for minor in range(50) if REQUIRES.contains(f"3.{minor}.0")]


def program(name, *arguments):
    command = [Path(sys.executable).with_name(name), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT)


def checked(schema, *paths):
    """What check-jsonschema says of some files."""
    return CliRunner().invoke(check_jsonschema, ["--builtin-schema", schema, *map(str, paths)])


def uses(workflow):
    """The actions and workflows that a workflow calls."""
    return re.findall(r"^\s*(?:- )?uses: (\S+)", workflow.read_text("utf-8"), re.M)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_follow_their_published_schema(schema):
    assert SCHEMAS[schema]
    done = checked(schema, *SCHEMAS[schema])
    assert done.exit_code == 0, done.output


def test_what_follows_no_schema_is_noticed(tmp_path):
    broken = tmp_path / "workflow.yml"
    broken.write_text("on: push\njobs:\n  tests:\n    runs-on: ubuntu-latest\n    stages: []\n", "utf-8")
    assert checked("vendor.github-workflows", broken).exit_code == 1


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_every_action_is_held_to_a_major_version(workflow):
    for action in uses(workflow):
        assert action.startswith("./") or re.search(r"@(release/)?v\d+$", action), action


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_only_read_unless_a_job_needs_more(workflow):
    assert yaml.safe_load(workflow.read_text("utf-8"))["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_names_files_and_targets_that_exist(workflow):
    text = workflow.read_text("utf-8")
    for target in re.findall(r"\bmake (\S+)", text):
        assert f"\n{target}:" in MAKE
    for name in [name for name in uses(workflow) if name.startswith("./")]:
        assert (ROOT / name).is_file()
    for name in re.findall(r"(?<=\s)\.ci/\w+", text):
        assert os.access(ROOT / name, os.X_OK), name


def test_the_tests_run_on_every_python_that_the_project_allows():
    jobs = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text("utf-8"))["jobs"]
    assert jobs["python"]["strategy"]["matrix"]["python"] == PYTHONS


def test_the_readme_and_the_lock_name_the_same_pythons():
    first, *_, last = PYTHONS
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"Python (3\.\d+) to (3\.\d+)", readme)) == {(first, last)}
    lock = (ROOT / ".ci/lock").read_text("utf-8")
    assert f"--python-version {first} " in lock
    assert f".ci/wheels 3.{int(last.removeprefix('3.')) + 1}\n" in lock


def test_the_pins_are_audited_beside_the_tests():
    jobs = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text("utf-8"))["jobs"]
    assert ".ci/audit" in [step.get("run") for step in jobs["audit"]["steps"]]


def test_a_release_is_published_after_the_tests_and_without_a_token():
    jobs = yaml.safe_load((ROOT / ".github/workflows/release.yml").read_text("utf-8"))["jobs"]
    assert jobs["tests"]["uses"] == "./.github/workflows/tests.yml"
    assert jobs["build"]["needs"] == "tests"
    *_, install, build = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert install.endswith("install --require-hashes -r requirements.txt")
    assert build == "python -m hatchling build"  # the one that the lock holds, in no environment of its own
    assert jobs["publish"]["needs"] == "build"
    assert jobs["publish"]["permissions"] == {"id-token": "write"}


def test_the_hooks_run_what_the_check_runs_and_fetch_nothing():
    assert program("pre-commit", "validate-config", HOOKS).returncode == 0
    for repository in yaml.safe_load(HOOKS.read_text("utf-8"))["repos"]:
        assert repository["repo"] == "local"
        for hook in repository["hooks"]:
            assert hook["language"] == "system"
            assert f"\n{hook['entry'].removeprefix('make ')}:" in MAKE


def test_the_container_has_a_python_that_the_project_allows_and_installs_by_make():
    assert CONTAINER["image"].partition(":")[2] in PYTHONS
    (target,) = re.findall(r"make \.venv/(\w+)", CONTAINER["postCreateCommand"])
    assert f"\n$(VENV)/{target}:" in MAKE
