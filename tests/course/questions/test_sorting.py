import json

import pytest

from plgkit.course.questions import Card, Sorting, judge, question_payload
from plgkit.support.errors import Refused

CARDS = (Card("one", 0, "because one"), Card("two", 1, "because two"), Card("three", 1, "because three"))
SORTING = Sorting(name="sort", ask="Sort.", piles=("left", "right"), cards=lambda setting: CARDS)


def test_sorted_cards_are_counted():
    assert judge(SORTING, [0, 1, 1], None)["correct"]
    wrong = judge(SORTING, [0, 0, 1], None)
    assert not wrong["correct"]
    assert "2 of 3" in wrong["text"]


@pytest.mark.parametrize("value", [[0, 1], [0, 1, 2], 3])
def test_an_answer_of_another_form_is_refused_in_one_line(value):
    with pytest.raises(Refused) as refused:
        judge(SORTING, value, None)
    assert str(refused.value) == f"sort: {value!r} does not name a pile from 0 to 1 for each card"


def test_what_the_front_end_gets_is_json():
    assert json.loads(json.dumps(question_payload(SORTING, None, solved=True)))["form"] == "sorting"
