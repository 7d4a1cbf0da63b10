import json

import pytest

import plgkit as plg
from plgkit.charts import theme
from plgkit.course.lesson import lesson_of
from plgkit.support.errors import Refused
from plgkit.widgets.part import MIME

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """A folder of one's own; answers are kept in it."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lesson():
    return opened()


def opened(**given):
    return plg.lesson("read-the-books", **({"team": "Ada"} | given))


def text(shown):
    return shown._repr_mimebundle_()["text/markdown"]


def commit(lesson, value):
    """What the page hears when a prediction is committed on it."""
    (reply,) = lesson.predict("zoom_ratio").replies({"want": "keep", "question": "zoom_ratio", "value": value})
    return reply


def right(lesson, name):
    question = lesson.material.question_named(name)
    return question.answer(lesson.setting)


def lines(folder):
    (file,) = folder.glob("answers/*.jsonl")
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_a_lesson_opens_with_its_question_claim_goals_and_team(lesson):
    shown = text(lesson.begin())
    assert lesson.material.question in shown and lesson.material.claim in shown
    assert all(objective in shown for objective, _ in lesson.material.objectives)
    assert "50 minutes in a workshop, 70 alone. Numbers for: **Ada**" in shown


def test_opening_a_lesson_writes_nothing(lesson, folder):
    for part in (lesson.begin(), lesson.predict("zoom_ratio"), lesson.quiz(), lesson.answers(), lesson.keep()):
        part._repr_mimebundle_()
    assert list(folder.iterdir()) == []


def test_a_second_commit_is_told_that_the_first_prediction_stays(lesson, folder):
    assert commit(lesson, 2) == {"value": 2, "saved": "Saved in answers/ada.read-the-books.jsonl."}
    again = commit(lesson, 5)
    assert again["value"] == 2 and "your first prediction is shown, and stays" in again["saved"]
    assert [line["value"] for line in lines(folder)] == [2]


def test_only_the_instructors_edition_opens_with_the_plan():
    assert "For the instructor" not in text(opened().begin())
    plan = text(opened(edition="instructor").begin())
    assert "| Predict | 2 |" in plan and "The third exercise" in plan
    assert "average-is-margin" in plan and "upside-down" in plan


@pytest.mark.parametrize(
    ("part", "name", "line"),
    [
        ("predict", "zoom", "zoom is not a prediction of read-the-books; choose one of zoom_ratio"),
        ("reveal", "zoom_rati", "zoom_rati is not a prediction of read-the-books; the nearest is zoom_ratio"),
        ("check", "pay_back", "pay_back is not an exercise of read-the-books; the nearest is payback"),
        ("check", "zoom_ratio", "zoom_ratio is not an exercise of read-the-books; choose one of"),
        ("explore", "book", "book is not an explorer of read-the-books; the nearest is books"),
    ],
)
def test_a_part_that_there_is_not_is_refused(lesson, part, name, line):
    with pytest.raises(Refused) as refused:
        getattr(lesson, part)(name)
    assert str(refused.value).startswith(line)


def test_a_prediction_is_kept_before_the_page_says_saved(lesson, folder):
    reply = commit(lesson, 1.5)
    assert reply == {"value": 1.5, "saved": "Saved in answers/ada.read-the-books.jsonl."}
    (entry,) = lines(folder)
    assert (entry["part"], entry["kind"], entry["value"], entry["learner"]) == ("zoom_ratio", "prediction", 1.5, "Ada")
    assert entry["correct"] is False and entry["misconception"] == "too-low"


def test_the_first_prediction_stays(lesson, folder):
    commit(lesson, 1.5)
    assert commit(lesson, 5.6)["value"] == 1.5
    assert [entry["value"] for entry in lines(folder)] == [1.5]


def test_the_first_prediction_stays_in_another_window_too(lesson, folder):
    commit(lesson, 1.5)
    assert commit(opened(), 5.6)["value"] == 1.5
    assert len(lines(folder)) == 1


def test_reopening_the_lesson_brings_the_prediction_back(lesson):
    commit(lesson, 1.5)
    assert opened().predict("zoom_ratio").payload()["answers"] == {"zoom_ratio": 1.5}
    assert opened().reveal("zoom_ratio").payload()["answers"] == {"zoom_ratio": 1.5}


@pytest.mark.parametrize("other", [{"team": "Grace"}, {"seed": 1}, {"churn": 0.5}])
def test_other_numbers_have_answers_of_their_own(lesson, other):
    commit(lesson, 1.5)
    assert opened(**other).current_answers() == {}
    assert commit(opened(**other), 7)["value"] == 7
    assert opened().current_answers() == {"zoom_ratio": 1.5}


@pytest.mark.parametrize("value", [-1, 21, "five", None])
def test_a_prediction_that_is_refused_is_not_kept(lesson, folder, value):
    with pytest.raises(Refused, match=r"zoom_ratio: .* is not a number between 0 and 20"):
        commit(lesson, value)
    assert not (folder / "answers").exists()
    assert commit(lesson, 3)["value"] == 3


def test_an_exercise_answered_in_code_is_judged_and_kept(lesson, folder):
    shown = text(lesson.check("growth_bought", right(lesson, "growth_bought")))
    assert shown.startswith("**✓ Right.** ")
    (entry,) = lines(folder)
    assert (entry["kind"], entry["correct"], entry["misconception"]) == ("exercise", True, None)


@pytest.mark.parametrize("slip", ["same-year", "all-revenue", "upside-down"])
def test_a_wrong_answer_in_code_is_told_what_is_wrong_with_it(lesson, folder, slip):
    question = lesson.material.question_named("growth_bought")
    (wrong,) = (one for one in question.slips if one.misconception == slip)
    value = wrong.value(lesson.setting)
    shown = text(lesson.check("growth_bought", value))
    assert shown == f"**✗ Not this.** {wrong.feedback.replace('{given}', f'{value:,.10g}')}"
    assert lines(folder)[0]["misconception"] == slip


def test_an_exercise_may_be_answered_again_and_the_last_answer_counts(lesson, folder):
    lesson.check("growth_bought", 1)
    lesson.check("growth_bought", 2)
    assert lesson.current_answers() == {"growth_bought": 2}
    assert len(lines(folder)) == 2


def test_the_quiz_is_judged_by_option_and_kept_as_such(lesson, folder):
    reply, *more = lesson.quiz().replies({"want": "keep", "question": "zoom_label", "value": 1})
    assert reply["value"] == 1 and not more
    assert lines(folder)[0]["kind"] == "quiz" and lines(folder)[0]["correct"] is True


def test_the_answers_stand_in_a_table_as_they_were_given(lesson):
    commit(lesson, 1.5)
    lesson.check("growth_bought", 2)
    list(lesson.quiz().replies({"want": "keep", "question": "zoom_label", "value": 0}))
    given = lesson.answers().payload()
    assert given["headings"] == ["when (UTC)", "question", "answer", "right"]
    prediction, exercise, quiz = given["rows"]
    assert prediction[1].startswith("Zoom let people in") and list(map(str, prediction[2:])) == ["1.5", ""]
    assert exercise[1].endswith("had cost the year before?") and list(map(str, exercise[2:])) == ["2", "no"]
    assert quiz[2:] == ["It is not product-led after all, whatever it says.", "no"]
    assert given["file"] == "ada.read-the-books.jsonl"
    assert given["unreadable"] == []


def test_a_torn_line_is_set_aside_and_reported(lesson, folder):
    commit(lesson, 1.5)
    with open(folder / "answers" / "ada.read-the-books.jsonl", "a") as file:
        file.write('{"v": 1, "at": "2026-')
    given = opened().answers().payload()
    assert len(given["rows"]) == 1
    (line,) = given["unreadable"]
    assert line.startswith("Set aside: ") and line.endswith("line 2: torn, or not JSON")
    assert opened().current_answers() == {"zoom_ratio": 1.5}


def test_an_answer_to_a_question_that_is_gone_is_still_shown(lesson):
    lesson.journal.write("old_question", "quiz", 2, variant=lesson.setting.variant)
    lesson.journal.write("zoom_label", "quiz", 99, variant=lesson.setting.variant)
    gone, odd = lesson.answers().payload()["rows"]
    assert gone[1:] == ["old_question", 2, ""]
    assert odd[2] == 99


@pytest.mark.parametrize("message", [{"want": "exact"}, {"want": None}, {}])
def test_a_question_keeps_answers_and_does_nothing_else(lesson, message):
    with pytest.raises(Refused, match="cannot be asked of a question"):
        list(lesson.quiz().replies(message))


def test_the_explorers_start_where_the_parameters_say():
    lesson = opened(churn=0.08, currency="€", scale=10)
    controls = {one["name"]: one for one in lesson.explore().payload()["controls"]}
    assert controls["churn"]["value"] == 0.08
    assert (controls["cac"]["value"], controls["cac"]["unit"]) == (12_000, "€")


def test_where_the_claim_is_false_follows_the_currency_and_the_scale():
    idea = opened(currency="€", scale=10).explore("false").idea
    assert (idea.cac, idea.churn, idea.currency) == (4000, 0.01, "€")


def test_the_reveal_is_a_picture_with_room_for_the_learners_number(lesson):
    given = lesson.reveal("zoom_ratio").payload()
    assert "prediction" in {layer.get("data", {}).get("name") for layer in given["spec"]["layer"]}
    assert len(given["columns"]["company"]) == 7 and "Zoom" in given["columns"]["company"]
    assert given["truth"].startswith("Zoom spent 5.63 dollars")


def test_the_stored_reveal_is_drawn_by_jupyterlab_and_by_plain_readers(lesson):
    stored = lesson.reveal("zoom_ratio").stored()
    assert stored.keys() == {MIME, theme.V5_MIME, "image/png", "text/plain"}
    assert stored["text/plain"].startswith("Zoom spent 5.63 dollars")


def test_what_the_front_end_draws_is_plain_json(lesson):
    commit(lesson, 1.5)
    parts = [lesson.predict("zoom_ratio"), lesson.reveal("zoom_ratio"), lesson.quiz(), lesson.answers()]
    for part in [*parts, *(lesson.check(name) for name in ("growth_bought", "payback", "one_off"))]:
        json.dumps(part.payload(), allow_nan=False)


@pytest.mark.parametrize(
    ("given", "solved"),
    [
        ({}, False),
        ({"show_solutions": True}, True),
        ({"edition": "instructor"}, True),
        ({"edition": "self-study"}, True),
    ],
)
def test_the_stored_page_holds_the_answers_where_the_edition_has_them(given, solved):
    stored = opened(**given).quiz().stored()
    assert ("<details><summary>The answer</summary>" in stored["text/html"]) is solved
    assert ("solution" in stored[MIME]["questions"][0]) is solved


def hostile(lesson):
    """The lesson with a quiz that holds markup."""
    from dataclasses import replace

    from plgkit.course.lesson import Lesson
    from plgkit.course.questions import Choice, Number, Option

    quiz = (Choice(name="odd", ask=SCRIPT, options=(Option(SCRIPT, SCRIPT), Option("b", SCRIPT, SCRIPT))),)
    number = (Number(name="many", ask=SCRIPT, right=lambda given: 1.0, unit=SCRIPT, explain=SCRIPT, hint=SCRIPT),)
    return Lesson(replace(lesson.material, quiz=quiz, exercises=number, title=SCRIPT), lesson.setting)


def test_text_is_escaped_wherever_it_is_stored_as_html():
    lesson = hostile(opened(show_solutions=True))
    for part in (lesson.quiz(), lesson.check("many")):
        html = part.stored()["text/html"]
        assert "<script" not in html
        assert html.count("&lt;script&gt;") >= 2


def test_feedback_in_a_notebook_is_text_and_no_markup(lesson):
    assert "<script" not in text(hostile(lesson).check("many", 5))


@pytest.mark.parametrize("team", ["Ada & Grace's", 'Ada "the" first'])
def test_a_teams_name_is_shown_escaped(team):
    shown = text(opened(team=team).begin())
    assert "& G" not in shown and '"the"' not in shown


def test_what_to_keep_is_three_sentences_something_for_monday_and_the_sources(lesson):
    shown = text(lesson.keep())
    assert [line[:2] for line in shown.splitlines()[:3]] == ["1.", "2.", "3."]
    assert "**On Monday.**" in shown
    assert all(f"- {source}" in shown for source in lesson.material.sources)


def test_a_lesson_that_there_is_not_is_refused_with_the_nearest():
    with pytest.raises(Refused, match="the nearest is read-the-books"):
        plg.lesson("read-the-book")


def test_an_idea_knows_its_lesson():
    assert lesson_of("UnitEconomics") == "read-the-books"
    assert lesson_of("Nobody") is None
