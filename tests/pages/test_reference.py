"""The reference: every public name with its signature, its text and an example."""

import pytest

import plgkit
from plgkit.ideas import catalogue
from plgkit.pages import reference
from plgkit.pages.reference import markdown

ENTRIES = [*reference.library(), *reference.of_lessons(), *reference.ideas()]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_every_entry_has_text_and_an_example(entry):
    assert "<p>" in entry.text
    assert "&gt;&gt;&gt;" in entry.text or entry.example


def test_every_public_name_is_there():
    names = {entry.name for entry in ENTRIES}
    ideas = set(catalogue.names())
    assert names >= {f"plg.{name}" for name in set(plgkit.__all__) - ideas} | ideas
    assert names >= {f"lesson.{name}" for name in ("begin", "predict", "explore", "reveal", "check", "quiz", "keep")}


def test_an_idea_lists_every_assumption_with_its_bounds():
    (entry,) = [entry for entry in ENTRIES if entry.name == "UnitEconomics"]
    rows = {row["name"]: row for row in entry.assumptions}
    assert rows.keys() == catalogue.idea("UnitEconomics").assumptions().keys()
    assert rows["churn"]["allowed"] == "between 0 and 1 (share/month)" and rows["churn"]["default"] == "0.03"


def test_a_signature_names_types_without_their_modules():
    (entry,) = [entry for entry in ENTRIES if entry.name == "plg.twin"]
    assert entry.signature == "plg.twin(idea: Idea, controls: Sequence[str] | None = None) → Picture"


def test_the_sections_of_a_docstring_become_lists_and_code():
    html = markdown(
        "One line.\n\nParameters\n----------\na, b : int or str\n    Two numbers,\n    in two lines.\n"
        "plan : Plan, optional\n\n"
        "Raises\n------\nRefused\n    Never.\n\nNotes\n-----\nAfter it.\n\n    S(t) = 1 < 2\n\n"
        "Examples\n--------\n>>> one(1)\n2\n"
    )
    assert "<strong>Parameters</strong>" in html and "----" not in html
    assert "<li><code>a</code>, <code>b</code> (int or str)<br />\nTwo numbers,\nin two lines.</li>" in html
    assert "<li><code>plan</code> (Plan, optional)" in html
    assert "<li><code>Refused</code><br />\nNever.</li>" in html
    assert "<p>After it.</p>" in html and "S(t) = 1 &lt; 2" in html and "&gt;&gt;&gt; one(1)\n2" in html
