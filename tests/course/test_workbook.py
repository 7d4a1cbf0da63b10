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
    workbook.journal.write("notes", "note", "with other numbers", given={"seed": 8})
    workbook.journal.write("notes", "note", "of another variant", variant="00000000")
    assert workbook.current_answers() == {}


def test_an_answer_outlives_a_new_assumption(workbook):
    workbook.journal.write("notes", "note", "mine", variant="00000000", given=workbook.setting.parameters)
    assert workbook.current_answers() == {"notes": "mine"}


def test_an_answer_to_another_edition_neither_counts_nor_locks():
    lesson = plg.lesson("saying-no", team="Ada")
    question = lesson.material.question_named("break_even")
    earlier = {"given": {}, "edition": question.edition + 1, "correct": True}
    lesson.journal.write("break_even", "prediction", 12, **earlier)
    assert lesson.current_answers() == {}
    assert lesson.keep_answer(question, 15)["value"] == 15
    assert lesson.keep_answer(question, 18)["value"] == 15
    first, second = lesson.answers().payload()["rows"]
    assert first[2].startswith("12 (with other numbers, or to an earlier edition") and second[2] == "15"


def test_a_prediction_outside_todays_bounds_can_be_given_anew():
    lesson = plg.lesson("saying-no", team="Ada")
    question = lesson.material.question_named("break_even")
    lesson.record("break_even", "prediction", question.high + 1)
    assert lesson.current_answers() == {}
    assert lesson.keep_answer(question, 20)["value"] == 20
    assert lesson.current_answers() == {"break_even": 20}


def test_a_person_is_drawn_only_where_somebody_may_be_looking(workbook, monkeypatch):
    workbook.record("notes", "note", "executed by a machine")
    monkeypatch.setenv("PLGKIT_OUTPUT", "live")
    workbook.record("notes", "note", "mine")
    workbook.record("notes", "note", "and mine")
    machine, mine, again = workbook.journal.read().entries
    assert "person" not in machine and mine["person"] == again["person"]


def test_a_line_names_the_edition_of_its_question(workbook):
    question = workbook.material.questions[0]
    workbook.record(question.name, "quiz", 0)
    workbook.record("notes", "note", "mine")
    asked, notes = workbook.journal.read().entries
    assert asked["edition"] == question.edition == 1 and "edition" not in notes


def test_both_can_be_taken_away(workbook):
    workbook.record("notes", "note", "mine")
    (reply,) = workbook.answers().replies({"want": "journal"})
    assert reply["text"] == workbook.journal.path.read_text("utf-8")


def test_it_says_what_it_is_in_one_line():
    assert repr(plg.lesson("saying-no", team="Ada", seed=7)) == "Lesson('saying-no', team='Ada', seed=7)"
    assert repr(plg.test("pre-test", team="Ada", first="A")) == "Assessment('pre-test', team='Ada', first='A')"
