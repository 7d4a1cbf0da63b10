import subprocess
import sys

import pytest

import plgkit as plg
from plgkit.ideas import catalogue
from plgkit.ideas.idea import Idea


def test_every_file_of_an_idea_holds_the_idea_of_its_name():
    for name in catalogue.names():
        assert issubclass(catalogue.idea(name), Idea)
        assert catalogue.idea(name).__name__ == name
        assert getattr(plg, name) is catalogue.idea(name)


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


def test_the_ideas_lean_on_no_room_above_them():
    above = ["events", "widgets", "course", "running", "pages", "workshop", "authoring", "cli"]
    code = (
        "import sys\nfrom plgkit.ideas import catalogue\n"
        "for name in catalogue.names():\n    catalogue.idea(name)().chart()\n"
        "print(*sorted({name.split('.')[1] for name in sys.modules if name.startswith('plgkit.')}))"
    )
    rooms = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "ideas" in rooms
    assert not set(rooms) & set(above)
