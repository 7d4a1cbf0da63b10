from typing import ClassVar

import pytest

from plgkit.ideas.idea import Idea, Outcome, assumption
from plgkit.ideas.leaky_bucket import LeakyBucket
from plgkit.ideas.nouns import ALLOWED
from plgkit.support.errors import Refused

NOUNS = {"customer": ("account", "accounts"), "deal": ("mandate", "mandates")}


class Paying(Idea):
    """An idea whose sentence has a noun in it."""

    amounts: ClassVar = "k"
    rate: float = assumption(0.25, "Rate", unit="share/month", ge=0, le=1, step=0.05)

    def run(self):
        return Outcome({"x": [0]}, {}, f"{self.terms.count(2, 'customer')} pay {self.money(30)}.")


def refusal(**values):
    with pytest.raises(Refused) as refused:
        Paying(**values)
    return str(refused.value)


def test_nouns_change_the_sentence_and_survive_a_change_of_anything_else():
    idea = Paying(nouns=NOUNS).changed(rate=0.5).changed(currency="€")
    assert idea.run().sentence == "2 accounts pay €30k."
    assert idea.terms.plural("product") == "products"
    assert idea.changed(nouns={}).run().sentence == "2 customers pay €30k."


def test_nouns_change_no_number_so_they_are_no_part_of_what_decides_them():
    assert Paying(nouns=NOUNS).model_dump() == Paying().model_dump()
    assert "nouns" not in Paying().model_dump() and "nouns" not in Paying.assumptions()
    assert repr(Paying(nouns=NOUNS)) == f"Paying(nouns={NOUNS!r})"


def test_lists_as_files_hold_them_are_pairs_of_nouns():
    assert Paying(nouns={"deal": ["mandate", "mandates"]}) == Paying(nouns={"deal": ("mandate", "mandates")})


@pytest.mark.parametrize(
    "nouns",
    [
        {"shop": ("shop", "shops")},
        {"customer": ("account",)},
        {"customer": "ab"},
        {"customer": ("account", 7)},
        {"customer": ("", "accounts")},
        {"customer": ("account ", "accounts")},
        {"customer": ("account", "a\nb")},
        {"customer": ("account", "a" * 41)},
        [("customer", ("account", "accounts"))],
        7,
        None,
    ],
)
def test_nouns_that_cannot_be_are_refused_in_a_line(nouns):
    line = refusal(nouns=nouns)
    assert line.startswith("nouns: ") and "\n" not in line
    assert line.endswith(f"is not {ALLOWED}")


def test_an_idea_that_has_no_list_can_be_a_key():
    assert len({LeakyBucket(), LeakyBucket(churn=0.05), LeakyBucket(nouns=NOUNS), LeakyBucket(churn=0.06)}) == 3
