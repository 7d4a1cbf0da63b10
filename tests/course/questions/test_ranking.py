import json
from itertools import permutations

import pytest

from plgkit.course.questions import Ranking, judge, question_payload
from plgkit.support.errors import Refused


def feedback(setting, order):
    return (None, "Right: {given}.") if order == [2, 0, 1] else ("top-down", "{given} is not it.")


RANKING = Ranking(name="rank", ask="Rank.", items=("a", "b", "c"), feedback=feedback)


@pytest.mark.parametrize("order", list(map(list, permutations(range(3)))))
def test_every_order_has_its_verdict(order):
    verdict = judge(RANKING, order, None)
    assert verdict["correct"] == (order == [2, 0, 1])
    assert ", ".join("abc"[place] for place in order) in verdict["text"]


@pytest.mark.parametrize("value", [[0, 1], [0, 0, 1], "abc"])
def test_an_answer_of_another_form_is_refused_in_one_line(value):
    with pytest.raises(Refused) as refused:
        judge(RANKING, value, None)
    assert str(refused.value) == f"rank: {value!r} is not an order of the items 0 to 2"


def test_too_many_items_cannot_be_ranked():
    with pytest.raises(TypeError, match="2 to 4 items"):
        Ranking(name="rank", ask="Rank.", items=tuple("abcde"), feedback=feedback)


def test_what_the_front_end_gets_is_json():
    assert json.loads(json.dumps(question_payload(RANKING, None, solved=True)))["form"] == "ranking"
