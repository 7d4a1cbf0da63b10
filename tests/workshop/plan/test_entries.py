import pytest
from pydantic import ValidationError

from plgkit.course.catalogue import material
from plgkit.workshop.plan.entries import PlannedLesson, Team


def test_a_name_alone_is_a_lesson_or_a_team():
    assert PlannedLesson.model_validate("saying-no").slug == "saying-no"
    assert Team.model_validate("Ada").name == "Ada"


def test_a_lesson_lasts_as_long_as_it_says_or_as_is_planned():
    assert PlannedLesson(slug="saying-no").duration == material("saying-no").minutes[0]
    assert PlannedLesson(slug="saying-no", minutes=30).duration == 30


@pytest.mark.parametrize("values", [{"minutes": 0}, {"minutes": 601}, {"pause": -1}, {"minuts": 30}, {"parameters": 3}])
def test_what_is_not_declared_is_refused(values):
    with pytest.raises(ValidationError):
        PlannedLesson(slug="saying-no", **values)
