"""The benchmark of funnels, on logs small enough for a test."""

import pytest

from benchmarks import events


@pytest.mark.slow
def test_the_largest_logs_are_measured(tmp_path, monkeypatch, capsys):
    made = events.generate
    monkeypatch.setattr(events, "generate", lambda file, count, text: made(file, count // 1000, text))
    events.growth(tmp_path)
    printed = capsys.readouterr().out
    assert "growth of n log n" in printed
    rows = [line for line in printed.splitlines() if line.startswith("|")]
    assert len(rows) >= 4


def test_what_is_asked_for_is_measured_where_the_disk_has_room(monkeypatch, capsys):
    asked = []
    monkeypatch.setattr(events, "PARTS", {10: lambda folder: asked.append(10), 100: lambda folder: asked.append(100)})
    monkeypatch.setattr(events, "DISK", 0)
    events.main(["--millions", "10", "100"])
    assert asked == [10, 100]
    monkeypatch.setattr(events, "DISK", 1e9)
    events.main(["--millions", "10"])
    assert asked == [10, 100]
    assert "of disk wanted" in capsys.readouterr().out
