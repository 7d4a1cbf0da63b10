import nbformat
import pytest

from plgkit.course.catalogue import material
from plgkit.running import cache
from plgkit.support.errors import Refused
from plgkit.workshop.build import pieces
from plgkit.workshop.build.pieces import check_answers, fingerprint, library_versions, make
from plgkit.workshop.plan.plan import Piece, Plan, of_lessons


@pytest.fixture
def piece():
    return of_lessons(["read-the-books"], ["Ada"], {}).pieces()[0]


def test_a_piece_is_a_notebook_and_a_page_under_the_name_of_its_answers(piece, monkeypatch):
    monkeypatch.setattr(pieces, "equip", lambda fork: None)
    monkeypatch.setattr(pieces, "execute", lambda lesson, parameters: nbformat.v4.new_notebook())
    handout = make(piece, fork=False)
    nbformat.validate(nbformat.reads(handout.notebook, as_version=4))
    assert f"<title>{material('read-the-books').title} · Ada</title>" in handout.page
    assert handout.fingerprint == fingerprint()


def test_editions_share_their_variant_and_teams_do_not():
    plan = Plan(lessons=["saying-no"], teams=["Ada", "Grace"])
    variants = {}
    for piece in plan.pieces():
        variant, problem = check_answers(piece)
        assert problem == "" and len(variant) == 8
        variants.setdefault(piece.team, set()).add(variant)
    assert [len(own) for own in variants.values()] == [1, 1]
    assert variants["Ada"] != variants["Grace"]


def test_the_variant_of_a_teams_editions_is_read_once_in_a_build():
    with cache.shared() as shared:
        for piece in of_lessons(["read-the-books"], ["Ada"], {}).pieces():
            check_answers(piece)
        assert len(list(shared.folder.iterdir())) == 1


def test_what_is_wrong_with_the_answers_is_a_line(piece, monkeypatch):
    def refused(self):
        raise Refused("payback: no answer")

    monkeypatch.setattr(Piece, "setting", property(refused))
    assert check_answers(piece) == ("", "payback: no answer")


def test_the_minutes_of_a_plan_are_shared_out_over_the_parts_of_a_lesson():
    lesson = material("saying-no")
    for planned in (20, 45, 90):
        minutes = pieces._minutes(lesson, planned)
        assert minutes.keys() == lesson.minutes_of_parts().keys()
        assert sum(minutes.values()) == planned


def test_the_fingerprint_is_that_of_the_code_the_data_and_the_versions(tmp_path, monkeypatch):
    package, data = tmp_path / "plgkit", tmp_path / "data"
    for folder in (package, data):
        folder.mkdir()
        (folder / "a").write_text("a")
    monkeypatch.setattr(pieces.folders, "PACKAGE", package)
    monkeypatch.setattr(pieces.folders, "data", lambda: data)
    seen = {fingerprint.__wrapped__()}
    for change in (lambda: (package / "a").write_text("b"), lambda: (data / "b").write_text("b")):
        change()
        seen.add(fingerprint.__wrapped__())
    monkeypatch.setattr(pieces, "library_versions", lambda: library_versions() | {"numpy": "0"})
    seen.add(fingerprint.__wrapped__())
    assert len(seen) == 4
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "a.pyc").write_text("compiled")
    assert fingerprint.__wrapped__() in seen
