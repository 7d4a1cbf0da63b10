import copy

import pytest

from tests.record import changes, kept, merged, today


@pytest.fixture(scope="module")
def now():
    return today()


def test_stored_answers_keep_their_meaning(now):
    assert changes(kept(), now) == []


def test_the_record_holds_all_that_is_asked(now):
    assert merged(kept(), now) == kept()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda lesson: lesson["questions"].pop("core"), "core: gone"),
        (lambda lesson: lesson["parameters"].remove("scale"), "parameter scale is gone"),
        (lambda lesson: lesson["questions"]["core"].update(asks="else"), "core: asks something else"),
        (lambda lesson: lesson["questions"]["core"].update(options=1), "core: an option is gone"),
        (lambda lesson: lesson["questions"]["core"].update(edition=0), "core: edition 0 is below 1"),
    ],
)
def test_what_would_change_the_meaning_of_an_answer_is_named(now, change, reason):
    other = copy.deepcopy(now)
    change(other["nth-deal"])
    lines = changes(kept(), other)
    assert [line for line in lines if line.startswith("nth-deal") and reason in line] == lines != []


def test_a_name_that_was_retired_is_not_used_again(now):
    gone = copy.deepcopy(now)
    del gone["drift"]["questions"][next(iter(now["drift"]["questions"]))]
    record = merged(now, gone)
    assert changes(record, gone) == []
    assert "this name was retired" in changes(record, now)[0]


def test_a_parameter_that_was_retired_is_not_used_again(now):
    gone = copy.deepcopy(now)
    gone["nth-deal"]["parameters"].remove("scale")
    record = merged(now, gone)
    assert record["nth-deal"]["retired"] == ["scale"] and changes(record, gone) == []
    assert merged(record, gone) == record
    assert changes(record, now) == ["nth-deal: parameter scale was retired; choose another name"]


def test_another_edition_is_allowed_and_recorded(now):
    later = copy.deepcopy(now)
    name, question = next(iter(later["drift"]["questions"].items()))
    question.update(edition=2, asks="else")
    assert changes(now, later) == [] and merged(now, later)["drift"]["questions"][name]["edition"] == 2
    assert changes(merged(now, later), now) == [f"drift, {name}: edition 1 is below 2"]
