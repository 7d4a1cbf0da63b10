import json

import pytest
from nbconvert.filters import markdown2html

import plgkit as plg
from plgkit.course.lesson import Lesson
from plgkit.support.errors import Refused
from tests.elements import Elements


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
    _, shown = drawn(lesson.check("growth_bought", value))
    assert shown.strip() == f"✗ Not this. {wrong.feedback.replace('{given}', f'{value:,.10g}')}"
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


def test_the_explorers_start_where_the_parameters_say():
    lesson = opened(churn=0.08, currency="€", scale=10)
    controls = {one["name"]: one for one in lesson.explore().payload()["controls"]}
    assert controls["churn"]["value"] == 0.08
    assert (controls["cac"]["value"], controls["cac"]["unit"]) == (12_000, "€")


def test_where_the_claim_is_false_follows_the_currency_and_the_scale():
    idea = opened(currency="€", scale=10).explore("false").idea
    assert (idea.cac, idea.churn, idea.currency) == (4000, 0.01, "€")


def drawn(markdown):
    """The elements of a text and what a reader sees of it; a formula is kept apart by spans that hold nothing else."""
    page = Elements(markdown2html(text(markdown)))
    return [tag for tag, attributes in page.found if (tag, attributes) != ("span", {})], page.text


@pytest.mark.parametrize("edition", ["attendee", "instructor"])
@pytest.mark.parametrize(
    "team", ["[click](javascript:alert(1))", "![i](http:x.png)", "www.x.com", "_a_ $b$ `c`", "a | b"]
)
def test_a_teams_name_is_text(team, edition):
    elements, shown = drawn(opened(edition=edition, team="Ada").begin())
    assert "For the instructor" in shown or edition == "attendee"
    hostile, hostilely = drawn(opened(edition=edition, team=team).begin())
    assert f"Numbers for: {team}" in hostilely
    if edition == "attendee":  # an instructor's holds the team's own numbers too
        assert (hostile, hostilely) == (elements, shown.replace("Ada", team))


@pytest.mark.parametrize("currency", ["*", "_", "<b>", "`", "|", "$", "~~", "![]("])
def test_a_currency_is_text(currency):
    def lesson(sign):
        return plg.lesson("portfolio", edition="instructor", currency=sign)

    for say in (Lesson.begin, lambda opened: opened.check("next_amount", 1)):
        elements, shown = drawn(say(lesson("€")))
        assert "€" in shown
        assert drawn(say(lesson(currency))) == (elements, shown.replace("€", currency))


def test_what_to_keep_is_three_sentences_something_for_monday_and_the_sources(lesson):
    shown = text(lesson.keep())
    assert [line[:2] for line in shown.splitlines()[:3]] == ["1.", "2.", "3."]
    assert "**On Monday.**" in shown
    assert all(f"- {source}" in shown for source in lesson.material.sources)


def test_a_lesson_that_there_is_not_is_refused_with_the_nearest():
    with pytest.raises(Refused, match="the nearest is read-the-books"):
        plg.lesson("read-the-book")
