import json

import pytest

from plgkit.course.questions import Drawing, judge, question_payload
from plgkit.support.errors import Refused

DRAWING = Drawing(
    name="draw",
    ask="Draw.",
    at=(0, 6, 12),
    top=lambda setting: 100,
    right=lambda setting: 40,
    x_title="month",
    y_title="people",
    close="{given}: close",
    below="{given}: below",
    above="{given}: above",
)


@pytest.mark.parametrize(
    ("last", "message"), [(40, "close"), (36, "close"), (35.9, "below"), (0, "below"), (44.1, "above"), (100, "above")]
)
def test_a_drawn_line_is_judged_by_where_it_ends(last, message):
    verdict = judge(DRAWING, [1, 2, last], None)
    assert verdict["text"] == f"{last:.3g}: {message}"
    assert verdict["correct"] == (message == "close")


def test_a_line_is_laid_over_the_picture_point_by_point():
    assert DRAWING.overlay([1, 2, 3]) == [
        {"x": 0, "prediction": 1},
        {"x": 6, "prediction": 2},
        {"x": 12, "prediction": 3},
    ]


def test_a_line_whose_answer_cannot_be_drawn_is_refused():
    low = Drawing(**{**vars(DRAWING), "top": lambda setting: 30})
    with pytest.raises(Refused, match="draw: the answer lies outside what can be drawn"):
        low.verdicts(None)


@pytest.mark.parametrize("value", [[1, 2], [1, 2, 101], [1, 2, -1], [1, 2, "x"]])
def test_an_answer_of_another_form_is_refused_in_one_line(value):
    with pytest.raises(Refused) as refused:
        judge(DRAWING, value, None)
    assert str(refused.value) == f"draw: {value!r} is not a line of 3 heights between 0 and 100"


def test_what_the_front_end_gets_is_json():
    assert json.loads(json.dumps(question_payload(DRAWING, None, solved=True)))["form"] == "drawing"
