"""What every lesson owes a learner before and at the first move: no test here knows a single lesson."""

import pytest

from plgkit.course import settings
from plgkit.course.catalogue import every_material
from plgkit.course.questions import Choice, resolve

LESSONS = every_material()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_the_surprise_is_one_slider_away_from_the_first_picture(lesson):
    view = lesson.views[""]
    first = view.start(settings.read(lesson, {}))
    sliders = view.controls or lesson.idea.controls
    moved = {name for name, value in lesson.idea.presets["aha"].items() if getattr(first, name) != value}
    assert len(moved) <= 1 and moved <= set(sliders)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_every_picture_of_an_answer_is_valid(lesson):
    setting = settings.read(lesson, {})
    pictures = [question.picture(setting) for question in lesson.questions if question.picture]
    assert pictures
    for picture in pictures:
        picture.to_dict()  # checked against the schema of Vega-Lite


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_the_right_answer_is_seldom_told_by_its_length(lesson):
    setting = settings.read(lesson, {})
    choices = [question for question in (*lesson.questions, *lesson.spare) if isinstance(question, Choice)]
    stands_out = []
    for choice in choices:
        lengths = {True: [], False: []}
        for option in choice.options:
            lengths[not resolve(option.misconception, setting)].append(len(resolve(option.text, setting)))
        if max(lengths[True]) > 1.2 * max(lengths[False]):
            stands_out.append(choice.name)
    assert len(stands_out) <= len(choices) / 4, stands_out
