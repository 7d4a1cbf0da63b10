"""The figures of a class: what is scaled, what is compared, and what each way is given to do."""

from pathlib import Path

import pytest

from benchmarks import workshop
from plgkit.support import folders

pytestmark = pytest.mark.slow


def test_the_loop_is_scaled_and_every_way_is_compared_with_plgkits(monkeypatch):
    taken = {workshop.loop: (10, 9, 0), workshop.api: (50, 80, 0), workshop.build: (20, 30, 333.3)}
    asked = []
    monkeypatch.setattr(workshop, "measured", lambda way, teams: asked.append((way, teams)) or taken[way])
    rows = [row[1:] for row in workshop.table(teams=8)]
    assert asked == [(workshop.loop, workshop.SAMPLE), (workshop.api, 8), (workshop.build, 8)]
    assert rows == [(40, 36, 2.0, ""), (50, 80, 2.5, ""), (20, 30, 1.0, 333)]


def test_every_way_is_given_the_same_notebooks(tmp_path):
    told = [line.split("|") for line in workshop.jobs(2, tmp_path).splitlines()]
    sources = [Path(source) for source, _, _ in told]
    assert all(source.parent == folders.notebooks() and source.is_file() for source in sources)
    assert len(told) == len({target for _, target, _ in told}) == 2 * len(workshop.LESSONS)
    assert {team for _, _, team in told} == set(workshop.names(2))
    workshop.build(2, tmp_path)
    plan = (tmp_path / "workshop.yml").read_text("utf-8")
    assert all(slug in plan for slug in workshop.LESSONS) and all(name in plan for name in workshop.names(2))
