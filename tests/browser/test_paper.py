"""The tests before and after the course as handouts, and answers on their way from a page to the class report."""

import json

import nbformat
import pytest

import plgkit as plg
from plgkit.pages.page import page as page_of
from plgkit.widgets.part import MIME
from plgkit.workshop.report.answers import Judge
from plgkit.workshop.report.learners import learners
from plgkit.workshop.report.submissions import read
from tests.browser.conftest import run_all, show_notebook

pytestmark = pytest.mark.browser


def written(folder, sitting, *parts):
    """A page with some parts of a lesson or test, as a handout has them."""
    outputs = [nbformat.v4.new_output("display_data", data={MIME: part.payload(), "text/plain": ""}) for part in parts]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=[out]) for out in outputs])
    made = folder / f"{sitting.material.slug}.html"
    made.write_text(page_of(notebook, "Test"), "utf-8")
    return made


def paper(folder, slug):
    sitting = plg.test(slug, team="Ada", first="A")
    return sitting, written(folder, sitting, sitting.paper(), sitting.answers())


def opened(watched, path):
    watched.page.goto(path.as_uri())
    watched.page.locator(".plg-answers").wait_for()
    return watched.page


def choose(page, sitting, places):
    """Choose the right option of these questions."""
    for place in places:
        question = sitting.items()[place]
        text = question.payload(sitting.setting)["options"][question.answer(sitting.setting)]
        page.locator(".plg-question").nth(place).get_by_label(text, exact=True).check()


def handed_in(page, folder):
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my answers").click()
    folder.mkdir(exist_ok=True)
    download.value.save_as(folder / download.value.suggested_filename)
    return folder / download.value.suggested_filename


def test_the_pre_test_is_kept_finished_and_handed_in_without_a_word_on_what_is_right(watched, tmp_path):
    sitting, path = paper(tmp_path, "pre-test")
    page = opened(watched, path)
    choose(page, sitting, range(5))
    page.get_by_text("5 of 12 answered. Kept in this browser.").wait_for()
    page.reload()
    page.get_by_text("5 of 12 answered.").wait_for()
    choose(page, sitting, range(5, 11))
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_text("Still open: 12.").wait_for()
    page.get_by_role("button", name="Finish all the same").click()
    page.get_by_text("What was right is told after the course").wait_for()
    assert page.locator(".plg-question input:enabled").count() == 0
    assert page.locator(".plg-result:not(:empty)").count() == 0
    file = handed_in(page, tmp_path / "answers")
    assert file.name == "ada.pre-test.jsonl"
    entries = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert not any({"correct", "misconception"} & entry.keys() for entry in entries)
    assert {entry["variant"] for entry in entries} == {sitting.setting.variant}
    page.reload()
    page.get_by_text("What was right is told after the course").wait_for()
    assert page.locator(".plg-question input:enabled").count() == 0
    watched.is_clean()


def test_the_post_test_tells_everything_at_the_end_and_nothing_before(watched, tmp_path):
    sitting, path = paper(tmp_path, "post-test")
    page = opened(watched, path)
    choose(page, sitting, range(2))
    page.locator(".plg-question").nth(2).get_by_role("radio").first.check()
    page.get_by_text("3 of 12 answered").wait_for()
    page.reload()
    page.get_by_text("3 of 12 answered").wait_for()
    assert page.locator(".plg-result:not(:empty)").count() == 0
    assert page.locator(".plg-answers").get_by_text("yes", exact=True).count() == 0
    page.get_by_role("button", name="Finish", exact=True).click()
    page.get_by_role("button", name="Finish all the same").click()
    page.get_by_text("right. Each question now says why.").wait_for()
    results = page.locator(".plg-result").all_inner_texts()
    assert results[0].startswith("✓ Right.") and "Not answered." in results[11] and "Right:" in results[11]
    watched.is_clean()


def test_it_can_be_answered_with_the_keyboard_alone_and_printed(watched, tmp_path):
    _, path = paper(tmp_path, "pre-test")
    page = opened(watched, path)
    page.keyboard.press("Tab")  # the button that presents the page
    while page.evaluate("document.activeElement.type") != "radio":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.get_by_text("1 of 12 answered").wait_for()
    page.emulate_media(media="print")
    assert page.locator(".plg-question legend").count() == 12
    assert page.get_by_role("button", name="Finish").is_hidden()
    for width in (375, 1100):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_answers_given_on_a_page_are_read_like_those_of_a_notebook(watched, tmp_path):
    lesson = plg.lesson("saying-no", team="Ada & Co", seed=4, discount_rate=0.12)
    parts = (lesson.predict("break_even"), lesson.quiz(), lesson.take_home(), lesson.answers())
    page = opened(watched, written(tmp_path, lesson, *parts))
    box = page.get_by_role("spinbutton")
    box.fill("3")
    box.press("Enter")
    page.get_by_text("Committed.").wait_for()
    quiz = page.locator(".plg-questions").nth(1).locator("form").first
    quiz.get_by_role("radio").first.check()
    quiz.get_by_role("button", name="Answer").click()
    quiz.locator(".plg-result:not(:empty)").wait_for()
    page.evaluate("window.print = () => {}")
    page.get_by_label("My notes").fill("line\nbreak")
    page.get_by_role("button", name="Save my page").click()
    page.get_by_text("Kept in this browser.").nth(2).wait_for()
    page.reload()
    page.locator(".plg-answers td").first.wait_for()
    assert page.get_by_label("My notes").input_value() == "line\nbreak"
    assert page.locator(".plg-answers tbody tr").count() == 3
    handed_in(page, tmp_path / "answers")
    found = read(tmp_path / "answers")
    assert found.set_aside == [] and len(found.sheets[0].entries) == 3
    (person,) = learners(found.sheets)
    (prediction, answer), aside = Judge().answers(person)
    assert aside == [] and person.name == "Ada & Co"
    truth = lesson.material.predictions[0].answer(lesson.setting)
    assert (prediction.value, prediction.truth, prediction.right) == (3, truth, abs(truth - 3) <= 0.1 * truth)
    expected = lesson.material.quiz[0].verdicts(lesson.setting)[answer.value]
    assert (answer.right, answer.misconception) == (expected["correct"], expected["misconception"])
    watched.is_clean()


def test_in_jupyterlab_answers_reach_the_disk_at_once(desk, course):
    page = desk.page
    show_notebook(page, "20_pre_test.ipynb")
    run_all(page)
    paper = page.locator(".plg-paper")
    paper.locator(".plg-question").nth(3).get_by_role("radio").first.check()
    paper.get_by_text("1 of 12 answered. Saved in answers/you.pre-test.jsonl.").wait_for()
    paper.get_by_role("button", name="Finish", exact=True).click()
    paper.get_by_role("button", name="Finish all the same").click()
    paper.get_by_text("What was right is told after the course").wait_for()
    lines = (course / "answers" / "you.pre-test.jsonl").read_text("utf-8")
    assert [json.loads(line)["part"].split(".")[0] for line in lines.splitlines()] == ["outcomes", "finished"]
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my answers").click()
    assert download.value.path().read_text("utf-8") == lines


def test_where_nothing_is_kept_the_answers_can_still_be_downloaded(watched, tmp_path):
    sitting, path = paper(tmp_path, "pre-test")
    watched.page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    page = opened(watched, path)
    choose(page, sitting, range(2))
    page.get_by_text("download them before you close the page").wait_for()
    assert len(handed_in(page, tmp_path / "answers").read_text("utf-8").splitlines()) == 2
