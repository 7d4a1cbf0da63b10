import re

import pytest

import plgkit as plg
from plgkit.ideas import catalogue
from plgkit.ideas.idea import Idea


def test_every_file_of_an_idea_holds_the_idea_of_its_name():
    for name in catalogue.names():
        assert issubclass(catalogue.idea(name), Idea)
        assert catalogue.idea(name).__name__ == name
        assert getattr(plg, name) is catalogue.idea(name)


def test_the_table_names_each_idea_once_with_its_claim_documents_and_lesson():
    table = plg.ideas().set_index("name")
    assert list(table.index) == catalogue.names()
    assert table.loc["UnitEconomics", "lesson"] == "read-the-books"
    assert table.loc["UnitEconomics", "claim"] == plg.UnitEconomics.claim
    assert all(re.fullmatch(r"00\d_\w+\.txt(, 00\d_\w+\.txt)*", files) for files in table["documents"])


@pytest.mark.parametrize(("name", "nearest"), [("UnitEconomic", "UnitEconomics"), ("LeakyBuckets", "LeakyBucket")])
def test_an_idea_that_there_is_not_is_answered_with_the_nearest(name, nearest):
    with pytest.raises(AttributeError, match=f"{name} is not a public name of plgkit; the nearest is {nearest}"):
        getattr(plg, name)


def test_what_plgkit_does_not_have_is_said_so():
    with pytest.raises(AttributeError, match="lessens is not a public name of plgkit; the nearest is lessons"):
        plg.lessens  # noqa: B018


def test_a_public_name_stays_what_it_is_when_its_module_is_imported():
    import plgkit.course.lesson
    import plgkit.widgets.explorer
    import plgkit.widgets.stored_picture  # noqa: F401

    assert all(callable(getattr(plg, name)) for name in ("lesson", "twin", "explore", "cases", "ideas"))
