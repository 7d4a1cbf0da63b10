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
    assert names >= {f"plg.{name}" for name in plgkit.__all__} | set(catalogue.names())
    assert names >= {f"lesson.{name}" for name in ("begin", "predict", "explore", "reveal", "check", "quiz", "keep")}


def test_an_idea_lists_every_assumption_with_its_bounds():
    (entry,) = [entry for entry in ENTRIES if entry.name == "UnitEconomics"]
    rows = {row["name"]: row for row in entry.assumptions}
    assert rows.keys() == catalogue.idea("UnitEconomics").assumptions().keys()
    assert rows["churn"]["allowed"] == "between 0 and 1 (share/month)" and rows["churn"]["default"] == "0.03"


def test_a_signature_names_types_without_their_modules():
    (entry,) = [entry for entry in ENTRIES if entry.name == "plg.twin"]
    assert entry.signature == "plg.twin(idea: Idea, controls: Sequence[str] | None = None) → LayerChart"


def test_the_parts_of_a_docstring_become_lists_and_code():
    made = markdown(
        "One line.\n\nArgs:\n    a, b: two numbers,\n        told in two lines.\n\nRaises:\n    Refused: never.\n\n"
        "After it.\n\n    S(t) = 1 < 2\n\n>>> one(1)\n2\n"
    )
    assert "<li><code>a</code>, <code>b</code>: two numbers,\ntold in two lines.</li>" in made
    assert "<li><code>Refused</code>: never.</li>" in made
    assert "<p>After it.</p>" in made and "S(t) = 1 &lt; 2" in made and "&gt;&gt;&gt; one(1)\n2" in made
