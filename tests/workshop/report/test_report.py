import re

import pytest

from plgkit.course.catalogue import material
from plgkit.workshop.report import gain
from plgkit.workshop.report.answers import Judge
from plgkit.workshop.report.learners import learners
from plgkit.workshop.report.report import LISTED, ClassReport, minutes_spent, page, question_count
from plgkit.workshop.report.submissions import SetAside, read
from tests.workshop.a_class import write_class


def class_report(folder, set_aside=(), **more):
    write_class(folder, **more)
    people, judge = learners(read(folder).sheets), Judge()
    answers = [answer for person in people for answer in judge.answers(person)[0]]
    return ClassReport("A class", people, answers, list(set_aside), 7)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    aside = [SetAside("F001", line, "torn, or not JSON") for line in range(1, LISTED + 2)]
    return class_report(tmp_path_factory.mktemp("class"), aside, count=6, lessons=["saying-no", "evidence"])


def test_sheets_stand_in_the_order_of_the_course_between_the_tests(report):
    assert [sheet.slug for sheet in report.sheets] == ["pre-test", "evidence", "saying-no", "post-test"]
    assert [question_count(sheet) for sheet in report.sheets] == [
        gain.QUESTIONS,
        *(len(material(slug).questions) for slug in ("evidence", "saying-no")),
        gain.QUESTIONS,
    ]


def test_who_answered_an_exercise_or_the_quiz_worked_on_a_lesson(report):
    assert set(report.worked["saying-no"]) <= {person.label for person in report.people}
    assert report.worked["saying-no"] and not report.worked["pre-test"]


def test_time_is_counted_from_two_answers_on(report):
    several = [person for person in report.people if len(person.answers.get("evidence", [])) > 1]
    assert len(minutes_spent(report, "evidence")) == len(several) > 0
    assert minutes_spent(report, "funnel") == []


def test_the_page_counts_what_the_report_holds(report):
    html = page(report)
    text = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]+>", "", html, flags=re.S)
    assert f"6 learners, {len(report.answers)} answers that count, out of 7 journals" in text
    assert f"Set aside: {LISTED + 1} lines and files" in text and "The others are in set_aside.csv" in text
    assert text.count("F001, line ") == LISTED
    for sheet in report.sheets:
        assert f"{sheet.title} ({question_count(sheet)})" in text


def test_a_class_without_tests_has_none_on_its_page(tmp_path):
    html = page(class_report(tmp_path, count=1, lessons=["saying-no"], tests=False))
    assert 'id="tests"' not in html and 'id="saying-no"' in html and "Every line could be used." in html
