import pytest

from plgkit.support.errors import Refused
from plgkit.workshop.build import overview as module
from plgkit.workshop.build.overview import estimate, overview
from plgkit.workshop.plan.plan import Plan


@pytest.fixture
def plan(monkeypatch):
    monkeypatch.setattr(module, "cores", lambda: 2)
    lessons = [{"slug": "read-the-books", "pause": 10}]
    return Plan(title="A day", date="2026-12-04", start="9:30", lessons=lessons, teams=["Ada", "Grace"])


def lines(plan):
    return list(overview(plan, lambda *_: None))


def test_the_schedule_stands_before_the_variants(plan):
    text = lines(plan)
    assert text[:6] == [
        "A day",
        "Friday 4 December 2026",
        "",
        "  9:30   50 min  Read the books",
        " 10:20   10 min  Pause",
        " 10:30           End",
    ]
    rows = [line.split() for line in text if line.startswith(("Ada", "Grace"))]
    assert [variant for _, variant in rows] == [piece.setting.variant for piece in plan.variants()]
    assert text[-3] == "2 variants, each with a clear answer to every question."


def test_numbers_without_a_clear_answer_are_refused(plan, monkeypatch):
    def refuse(*_):
        raise Refused("break_even: these numbers have no answer")

    monkeypatch.setattr(module, "check", refuse)
    with pytest.raises(Refused, match="no answer"):
        lines(plan)


def test_the_estimate_grows_with_the_pieces_and_falls_with_the_cores(plan):
    many = Plan(lessons=["read-the-books"], teams=[f"Team {number}" for number in range(60)])
    few, slow, fast = (" ".join(estimate(*case)) for case in ((plan, 2), (many, 2), (many, 8)))
    assert few.startswith("4 pieces, each a notebook and a page (attendee and instructor).")
    assert [text.partition(" about ")[2].split()[0] for text in (few, slow, fast)] == ["1", "3", "1"]
