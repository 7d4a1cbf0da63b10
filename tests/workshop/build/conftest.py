import pytest

from plgkit.workshop.build import build
from plgkit.workshop.build.pieces import PieceOutput, fingerprint


@pytest.fixture
def quick(monkeypatch):
    """Building without executing, in this process; the names of the pieces that were made."""
    made = []

    def make(piece, fork):
        made.append(piece.name)
        return PieceOutput(f"notebook of {piece.name}\n", f"page of {piece.name}\n", "12345678", 0.1, fingerprint())

    monkeypatch.setattr(build, "make", make)
    monkeypatch.setattr(build, "check_answers", lambda piece: ("12345678", ""))
    monkeypatch.setattr(build, "facilitator_guide", lambda plan: "guide")
    monkeypatch.setattr(build, "index_page", lambda plan, done: f"index of {len(done)}")
    return made
