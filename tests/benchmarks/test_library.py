import importlib
import pkgutil
import subprocess
import sys

import pytest

import benchmarks
from benchmarks import library


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(benchmarks.__path__)])
def test_every_benchmark_can_be_imported(name):
    importlib.import_module(f"benchmarks.{name}")


def test_every_import_that_is_timed_works(monkeypatch):
    statements = []
    monkeypatch.setattr(library, "TIMES", 1)
    monkeypatch.setattr(library.subprocess, "run", lambda command, **_: statements.append(command[-1]))
    assert [statement for statement, _ in library.imports()] == statements[1:]
    monkeypatch.undo()
    subprocess.run([sys.executable, "-c", "\n".join(statements)], check=True)
