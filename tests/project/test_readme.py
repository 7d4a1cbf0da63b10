"""The README says what is there: lessons, cases, commands, pictures."""

import re
from pathlib import Path

import pytest

from plgkit.authoring.scaffold import row
from plgkit.cases.catalogue import cases
from plgkit.cli import main
from plgkit.course.catalogue import every_material

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("lesson", every_material(), ids=lambda lesson: lesson.slug)
def test_every_lesson_has_its_row(lesson):
    assert row(lesson) in README.splitlines()


@pytest.mark.parametrize("name", list(cases()["name"]))
def test_every_case_has_its_row(name):
    assert f"| `{name}` |" in README


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)h][^)]*)\)", README))
def test_every_link_leads_somewhere(target):
    assert (ROOT / target).exists()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^plgkit (\w+)", README, re.M))))
def test_every_command_exists(command):
    assert command in main.commands
