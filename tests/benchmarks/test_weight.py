import pytest

from benchmarks import weight
from plgkit.course.catalogue import every_material

ROWS = [
    ["00_start_here", 100.0, 1.0, 2.0, 1.0, 1.0, 1.0, "", "", ""],
    ["01_one", 150.0, 2.0, 1.0, 1.5, 2.0, 0.5, "", "", ""],
]


@pytest.fixture
def history(tmp_path, monkeypatch):
    monkeypatch.setattr(weight, "HISTORY", tmp_path / "history.csv")
    weight.HISTORY.write_text("release,notebook,memory,opening,running\n0.0.1,01_one,1.2,1.3,1.4\n", "utf-8")
    return weight.HISTORY


def test_a_release_is_kept_once(history):
    weight.record(ROWS)
    weight.record(ROWS)
    *earlier, start, one = weight.releases()
    assert [row["release"] for row in earlier] == ["0.0.1"]
    assert start["notebook"] == "00_start_here" and one["memory"] == "1.5"
    assert weight.last() == {"00_start_here": [1, 1, 1], "01_one": [1.5, 2, 0.5]}


def test_without_a_release_there_is_nothing_to_compare_with(history):
    history.write_text("release,notebook,memory,opening,running\n", "utf-8")
    assert weight.last() == {}


def test_every_lesson_was_measured_for_the_last_release():
    kept = weight.last()
    notebooks = {one.notebook.removesuffix(".ipynb") for one in every_material()}
    assert kept.keys() == {"00_start_here"} | notebooks
    assert all(ratio > 0 for ratios in kept.values() for ratio in ratios)


@pytest.mark.slow
def test_what_one_dependency_alone_brings_is_within_the_whole():
    own = {name: alone for name, _, alone in weight.sizes()}
    assert all(0 <= alone < weight.total() for alone in own.values())
    assert own["jupyterlab"] > weight.megabytes("jupyterlab")
    assert own["jinja2"] == 0  # JupyterLab needs it anyway


def test_bytecode_counts():
    assert (
        weight.megabytes("click")
        > sum(file.size or 0 for file in weight.distribution("click").files if file.suffix == ".py") / 1e6
    )
