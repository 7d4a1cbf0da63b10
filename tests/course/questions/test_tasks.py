import json
from itertools import permutations

import pytest

from plgkit.course.questions import Card, Drawing, Ranking, Sorting, judge, question_payload
from plgkit.support.errors import Refused


def feedback(given, order):
    return (None, "Right: {given}.") if order == [2, 0, 1] else ("top-down", "{given} is not it.")


RANKING = Ranking(name="rank", ask="Rank.", items=("a", "b", "c"), feedback=feedback)
DRAWING = Drawing(
    name="draw",
    ask="Draw.",
    at=(0, 6, 12),
    top=lambda given: 100,
    right=lambda given: 40,
    x_title="month",
    y_title="people",
    close="{given}: close",
    below="{given}: below",
    above="{given}: above",
)
CARDS = (Card("one", 0, "because one"), Card("two", 1, "because two"), Card("three", 1, "because three"))
SORTING = Sorting(name="sort", ask="Sort.", piles=("left", "right"), cards=lambda given: CARDS)


@pytest.mark.parametrize("order", list(map(list, permutations(range(3)))))
def test_every_order_has_its_verdict(order):
    verdict = judge(RANKING, order, None)
    assert verdict["correct"] == (order == [2, 0, 1])
    assert ", ".join("abc"[place] for place in order) in verdict["text"]


@pytest.mark.parametrize(
    ("last", "said"), [(40, "close"), (36, "close"), (35.9, "below"), (0, "below"), (44.1, "above"), (100, "above")]
)
def test_a_drawn_line_is_judged_by_where_it_ends(last, said):
    verdict = judge(DRAWING, [1, 2, last], None)
    assert verdict["text"] == f"{last:.3g}: {said}"
    assert verdict["correct"] == (said == "close")


def test_a_line_is_laid_over_the_picture_point_by_point():
    assert DRAWING.overlay([1, 2, 3]) == [
        {"x": 0, "prediction": 1},
        {"x": 6, "prediction": 2},
        {"x": 12, "prediction": 3},
    ]


def test_a_line_whose_answer_cannot_be_drawn_is_refused():
    low = Drawing(**{**vars(DRAWING), "top": lambda given: 30})
    with pytest.raises(Refused, match="draw: the answer lies outside what can be drawn"):
        low.verdicts(None)


def test_sorted_cards_are_counted():
    assert judge(SORTING, [0, 1, 1], None)["correct"]
    wrong = judge(SORTING, [0, 0, 1], None)
    assert not wrong["correct"]
    assert "2 of 3" in wrong["text"]


@pytest.mark.parametrize(
    ("question", "value"),
    [
        (RANKING, [0, 1]),
        (RANKING, [0, 0, 1]),
        (RANKING, "abc"),
        (DRAWING, [1, 2]),
        (DRAWING, [1, 2, 101]),
        (DRAWING, [1, 2, -1]),
        (DRAWING, [1, 2, "x"]),
        (SORTING, [0, 1]),
        (SORTING, [0, 1, 2]),
        (SORTING, 3),
    ],
)
def test_an_answer_of_another_form_is_refused_in_one_line(question, value):
    with pytest.raises(Refused) as refused:
        judge(question, value, None)
    assert str(refused.value).startswith(f"{question.name}: ")
    assert "\n" not in str(refused.value)


def test_too_many_items_cannot_be_ranked():
    with pytest.raises(TypeError, match="2 to 4 items"):
        Ranking(name="rank", ask="Rank.", items=tuple("abcde"), feedback=feedback)


@pytest.mark.parametrize("question", [RANKING, DRAWING, SORTING])
def test_what_the_front_end_gets_is_json(question):
    assert json.loads(json.dumps(question_payload(question, None, solved=True)))["form"] == question.form
