"""What the course weighs: the megabytes it installs, and each lesson's memory and seconds.

python -m benchmarks.weight             print the tables
python -m benchmarks.weight size        the installed megabytes alone, which takes a second
python -m benchmarks.weight record      print the tables and keep the lessons' ratios for this release
"""

import csv
import os
import statistics
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import Distribution, distribution, packages_distributions
from importlib.util import cache_from_source
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from benchmarks.tables import show

ROOT = Path(__file__).parents[1]
HISTORY = Path(__file__).with_name("history.csv")
MOST = 560
"""Megabytes that the course may install, Python and pip aside."""


def locked(name: str) -> Iterator[tuple[Requirement, list[str]]]:
    """The pins of a file, each with the hashes of its distribution's files."""
    for line in (ROOT / name).read_text("utf-8").replace("\\\n", "").splitlines():
        if line and line[0] not in "#-":
            pin, *hashes = line.split(" --hash=")
            yield Requirement(pin), [digest.strip() for digest in hashes]


def pinned(name: str = "requirements.txt") -> list[str]:
    """The distributions that a file of pins installs on this system."""
    pins = [pin for pin, _ in locked(name)]
    return [canonicalize_name(pin.name) for pin in pins if not pin.marker or pin.marker.evaluate()]


@cache
def megabytes(name: str) -> float:
    """The files of an installed distribution and their compiled bytecode, in millions of bytes."""
    installed: Distribution = distribution(name)
    paths = {Path(installed.locate_file(file)) for file in installed.files or []}
    sources = {path for path in paths if path.suffix == ".py"}
    paths |= {Path(cache_from_source(str(path))) for path in sources}
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6


def total() -> float:
    """What the course installs, in millions of bytes."""
    return sum(map(megabytes, pinned()))


@cache
def needs(name: str) -> frozenset[str]:
    """What an installed distribution asks for on this system, its extras aside."""
    requirements = map(Requirement, distribution(name).requires or [])
    return frozenset(
        canonicalize_name(each.name) for each in requirements if not each.marker or each.marker.evaluate({"extra": ""})
    )


def project() -> dict:
    """What pyproject.toml says of the project."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def dependencies() -> list[str]:
    """What the package itself asks for."""
    return sorted(canonicalize_name(Requirement(line).name) for line in project()["dependencies"])


def brought(roots: set[str]) -> set[str]:
    """`roots`, and all that they need."""
    closure, pending = set(), set(roots)
    while pending:
        name = pending.pop()
        closure.add(name)
        pending |= needs(name) - closure
    return closure


def sizes() -> list[tuple[str, float, float]]:
    """For each dependency its own megabytes, and those that would go if it went: with what nothing else needs."""
    direct, rows = set(dependencies()), []
    everything = brought(direct)
    for name in sorted(direct):
        without = brought(direct - {name})
        rows.append((name, megabytes(name), sum(map(megabytes, everything - without))))
    return rows


@contextmanager
def as_a_learner_has_it() -> Iterator[None]:
    """Processes started here find only what the course installs: with pyarrow about, pandas holds 46 MB more."""
    course = set(pinned()) | {"plgkit"}
    tests = set(pinned("requirements-test.txt")) - course
    hidden = [
        module
        for module, owners in packages_distributions().items()
        if {canonicalize_name(owner) for owner in owners} <= tests
    ]
    with tempfile.TemporaryDirectory() as folder, path_of(folder):
        Path(folder, "sitecustomize.py").write_text(f"import sys\nsys.modules |= dict.fromkeys({hidden!r})\n", "utf-8")
        yield


@contextmanager
def path_of(folder: str | Path) -> Iterator[None]:
    """Processes started here look for modules in a folder first."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(folder), before]))
    try:
        yield
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before


def lessons() -> Iterator[list]:
    """For each lesson: memory, seconds to the first chart and to the end, as multiples of the reference, and before.

    The reference is a notebook that imports pandas and Altair and holds one small chart.
    """
    from benchmarks.opening import measured

    earlier = last()
    with as_a_learner_has_it():
        for name, runs, references in measured():
            figures, usual = _medians(runs), _medians(references)
            ratios = [figure / reference for figure, reference in zip(figures, usual, strict=True)]
            yield [name, *figures, *ratios, *earlier.get(name, [""] * 3)]


def _medians(runs: list[tuple]) -> list[float]:
    return [statistics.median(values) for values in zip(*runs, strict=True)]


def releases() -> list[dict[str, str]]:
    """The ratios that were kept: release, notebook, memory, opening, running."""
    with HISTORY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def last() -> dict[str, list[float]]:
    """The ratios of the last release that was kept, by notebook."""
    rows = releases()
    newest = [row for row in rows if row["release"] == rows[-1]["release"]]
    return {row["notebook"]: [float(row[name]) for name in ("memory", "opening", "running")] for row in newest}


def record(rows: list[list]) -> None:
    """Keep the ratios as those of this release."""
    release = distribution("plgkit").version
    earlier = [row for row in releases() if row["release"] != release]
    with HISTORY.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["release", "notebook", "memory", "opening", "running"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(earlier)
        for name, _memory, _opening, _running, *ratios in rows:
            figures = dict(zip(("memory", "opening", "running"), (f"{r:.3g}" for r in ratios[:3]), strict=True))
            writer.writerow({"release": release, "notebook": name} | figures)


SIZES = ["dependency", "MB", "MB with what it alone brings"]
FIGURES = ["notebook", "memory, MB", "first chart after, s", "runs in, s"]
FIGURES += [f"{name} / reference" for name in ("memory", "chart", "running")]
FIGURES += [f"{name}, last release" for name in ("memory", "chart", "running")]


def main(arguments: list[str]) -> None:
    show(f"Installed: {total():.0f} MB of at most {MOST}", SIZES, sizes())
    if arguments == ["size"]:
        return
    rows = []
    show("The lessons, in JupyterLab", FIGURES, (rows.append(row) or row for row in lessons()))
    if arguments == ["record"]:
        record(rows)


if __name__ == "__main__":
    main(sys.argv[1:])
