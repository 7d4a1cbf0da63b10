"""The start page keeps what it promises: its paths, their minutes, its example."""

import re

import nbformat
import pytest

from plgkit.support import folders
from plgkit.models import words
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.course.catalogue import every_material

LESSONS = {lesson.notebook: lesson for lesson in every_material()}
CELLS = nbformat.read(folders.notebooks() / "00_start_here.ipynb", as_version=4).cells
TEXT = "\n".join(cell.source for cell in CELLS if cell.cell_type == "markdown")
CODE = [cell.source for cell in CELLS if cell.cell_type == "code"]


def path(name):
    """The lessons of one of the paths, and the minutes that it states."""
    (line,) = [line for line in TEXT.splitlines() if line.startswith(f"- **{name}")]
    (minutes,) = re.findall(r"(\d+) minutes", line)
    return re.findall(r"\[(.+?)\]\((.+?)\)", line), int(minutes)


def test_it_says_what_a_learner_needs_before_the_first_lesson():
    assert re.findall(r"^## (.+)$", TEXT, re.M) == [
        "How a lesson works", "The three parts", "Three paths through", "Does everything work here?",
        "Where your answers are",
    ]
    assert any("plg.lessons()" in code for code in CODE)
    assert any("plg.works_here()" in code for code in CODE)


@pytest.mark.parametrize("name", ["Half a day", "A day"])
def test_a_path_links_lessons_by_their_titles_and_its_minutes_are_theirs(name):
    links, minutes = path(name)
    assert [LESSONS[target].title for _, target in links] == [title for title, _ in links]
    assert sum(LESSONS[target].minutes[0] for _, target in links) == minutes


def test_half_a_day_is_the_shortest_way_through():
    links, _ = path("Half a day")
    assert [LESSONS[target].slug for _, target in links] == ["leaky-bucket", "funnel", "saying-no"]


def test_alone_all_lessons_take_the_minutes_that_are_stated():
    _, minutes = path("Alone")
    assert sum(lesson.minutes[1] for lesson in LESSONS.values()) == minutes


def test_the_parts_hold_the_lessons_that_the_course_puts_there():
    parts = list(dict.fromkeys(lesson.part for lesson in LESSONS.values()))
    said = re.findall(r"\*\*Part I+, lessons (\d+) to (\d+): (.+?)[.?]\*\*", TEXT)
    assert len(said) == len(parts) == 3
    for part, (first, last, name) in zip(parts, said, strict=True):
        numbers = [lesson.number for lesson in LESSONS.values() if lesson.part == part]
        assert (min(numbers), max(numbers)) == (int(first), int(last))
        assert name.casefold() == part.rstrip("?").casefold()


def test_the_example_is_the_models():
    model = UnitEconomics()
    assert f"costs {words.number(model.cac)}." in TEXT
    assert f"leaves {words.number(model.arpa * model.gross_margin)} a month" in TEXT
    assert f"{words.number(100 * model.churn)} of 100 leave every month" in TEXT
    numbers = model.run().numbers
    assert f"Not {numbers['payback_months']:.0f} months but {numbers['payback_months_with_churn']:.1f}" in TEXT
    assert model.changed(churn=0.06).run().numbers["payback_months_with_churn"] < float("inf")
    assert model.changed(churn=0.07).run().numbers["payback_months_with_churn"] == float("inf")
