"""The house as CONTRIBUTING draws it: rooms, sizes, a test beside each module, words that mean one thing."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plgkit"
MODULES = [
    path.relative_to(ROOT)
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.stem not in ("__init__", "__main__") and "template" not in path.parts
]
LESSONS = Path("plgkit/course/lessons")

MOST_LINES = 400
"""Of a file; a lesson's texts aside."""

VERBS = {"one", "found", "given", "told", "drawn", "said"}
"""Identifiers that name nothing: a noun says what the thing is."""

STORED = {"plgkit/widgets/payloads.py": {"given"}}
"""Names that journals and manifests hold since release 0.1.0."""

DEFINED_ONCE = {"Part", "Table", "Lesson", "Entry", "test"}


def test_only_the_face_and_the_command_line_stand_outside_the_rooms():
    outside = {path.name for path in PACKAGE.iterdir() if path.is_file()}
    assert outside == {"__init__.py", "__init__.pyi", "cli.py", "py.typed"}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_has_its_tests_where_its_name_says(module):
    if LESSONS in module.parents:
        test = Path("tests", *LESSONS.parts[1:], f"test_{module.parts[3]}.py")
    else:
        test = Path("tests", *module.parts[1:-1], f"test_{module.stem}.py")
    assert (ROOT / test).is_file(), f"{module} has no {test}"


@pytest.mark.parametrize("module", [module for module in MODULES if module.name != "lesson.py"], ids=str)
def test_no_file_is_long(module):
    assert len((ROOT / module).read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_identifiers_are_nouns(module):
    tree = ast.parse((ROOT / module).read_text("utf-8"))
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    named |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    named -= STORED.get(module.as_posix(), set())
    named |= {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    assert not named & VERBS


def test_a_word_of_the_design_is_defined_once():
    homes = [
        (node.name, str(module))
        for module in MODULES
        for node in ast.parse((ROOT / module).read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in DEFINED_ONCE
    ]
    assert sorted(name for name, _ in homes) == sorted(DEFINED_ONCE), homes
