import pytest

import plgkit as plg


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder of one's own; answers are kept in it."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(params=["lesson", "test"])
def workbook(request):
    return (
        plg.lesson("saying-no", team="Ada", seed=7) if request.param == "lesson" else plg.test("pre-test", team="Ada")
    )


def test_every_line_says_whose_it_is_and_with_which_numbers(workbook):
    workbook.record("notes", "note", "mine")
    (entry,) = workbook.journal.read().entries
    assert workbook.stamp.items() <= entry.items()
    assert entry["given"] == workbook.setting.parameters and entry["learner"] == "Ada"


def test_the_last_answer_counts_and_the_first_prediction(workbook):
    for kind in ("note", "prediction"):
        for value in (1, 2):
            workbook.record(kind, kind, value)
    assert workbook.current_answers() == {"note": 2, "prediction": 1}


def test_answers_with_other_numbers_do_not_count(workbook):
    workbook.journal.write("notes", "note", "of another variant", variant="00000000")
    assert workbook.current_answers() == {}


def test_both_can_be_taken_away(workbook):
    workbook.record("notes", "note", "mine")
    (reply,) = workbook.answers().replies({"want": "journal"})
    assert reply["text"] == workbook.journal.path.read_text("utf-8")


def test_it_says_what_it_is_in_one_line():
    assert repr(plg.lesson("saying-no", team="Ada", seed=7)) == "Lesson('saying-no', team='Ada', seed=7)"
    assert repr(plg.test("pre-test", team="Ada", first="A")) == "Assessment('pre-test', team='Ada', first='A')"
