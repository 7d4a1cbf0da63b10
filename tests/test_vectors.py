"""What Python and the front end both compute: `frontend/test` reads the same files and expects the same."""

import json
import math
from pathlib import Path

import pytest

from plgkit.course.entries import counting, entry_of
from plgkit.course.questions import (
    Card,
    Choice,
    Drawing,
    Number,
    Option,
    Prediction,
    Ranking,
    Slip,
    Sorting,
    judge,
    question_payload,
)
from plgkit.models import words
from plgkit.support.errors import Refused

FOLDER = Path(__file__).parent / "vectors"
ENDLESS = {"inf": math.inf, "-inf": -math.inf}
"""JSON has no name for these."""

QUESTIONS = (
    Choice(
        name="choice",
        ask="Which?",
        options=(
            Option("Because.", "That is no reason.", "circular"),
            Option("It is so.", "{given} So it is."),
            Option("Chance.", "Look again.", "noise"),
        ),
    ),
    Number(
        name="number",
        ask="How many months?",
        right=lambda _: 12,
        unit="months",
        low=-1000,
        high=2000,
        explain="Twelve.",
        slips=(
            Slip(1, "years", "{given} is in years, {given} too."),
            Slip(9.6, "margin", "{given} forgets the costs."),
        ),
        hint="Divide first.",
    ),
    Number(name="nothing", ask="How much?", right=lambda _: 0, unit="€", low=-1e9, high=1e9, explain="Nothing."),
    Prediction(
        name="prediction",
        ask="How many dollars?",
        right=lambda _: 5.63,
        unit="dollars",
        low=0,
        high=1e9,
        picture=lambda _: None,
        close="{given} is close.",
        below="{given}: it was more.",
        above="{given}: it was less.",
        truth="It was 5.63.",
    ),
    Ranking(
        name="ranking",
        ask="Rank the stages.",
        items=("sign up", "activate", "pay"),
        feedback=lambda _, order: (None if order == [1, 0, 2] else "mixed", "You ranked {given}."),
    ),
    Drawing(
        name="drawing",
        ask="Draw the customers.",
        at=(0, 18, 36),
        top=lambda _: 4000,
        right=lambda _: 2666.7,
        x_title="month",
        y_title="customers",
        close="{given}: close.",
        below="{given}: below.",
        above="{given}: above.",
        picture=lambda _: None,
    ),
    Sorting(
        name="sorting",
        ask="Sort the cards.",
        piles=("organisation", "tactic"),
        cards=lambda _: (
            Card("A free trial", 1, "It is a tactic."),
            Card("Users decide", 0, "It is the organisation."),
        ),
    ),
)


def vectors(name):
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


ANSWERS = vectors("answers")


@pytest.mark.parametrize("vector", vectors("numbers")["numbers"], ids=str)
def test_a_number_in_words(vector):
    value = ENDLESS.get(vector["value"], vector["value"])
    assert words.number(value, vector["digits"]) == vector["text"]


@pytest.mark.parametrize("vector", vectors("numbers")["shares"], ids=str)
def test_a_share_in_words(vector):
    assert words.percent(vector["value"]) == vector["text"]


@pytest.mark.parametrize("vector", vectors("numbers")["bounds"], ids=str)
def test_bounds_in_words(vector):
    assert words.bounds(vector["low"], vector["high"]) == vector["text"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_front_end_is_handed_the_question_of_the_vectors(question):
    (vector,) = [vector for vector in ANSWERS if vector["question"]["name"] == question.name]
    assert question_payload(question, None, solved=False) == vector["question"]


def test_every_question_of_the_vectors_is_asked_here():
    assert [vector["question"]["name"] for vector in ANSWERS] == [question.name for question in QUESTIONS]


@pytest.mark.parametrize(
    ("question", "case"),
    [(question, case) for question, vector in zip(QUESTIONS, ANSWERS, strict=False) for case in vector["cases"]],
    ids=lambda part: part.name if hasattr(part, "name") else json.dumps(part["value"]),
)
def test_an_answer_is_judged(question, case):
    value = case["value"]
    if "text" not in case:
        with pytest.raises(Refused):
            judge(question, value, None)
        return
    verdict = judge(question, value, None)
    assert {key: verdict[key] for key in ("correct", "misconception", "text")} == {
        key: case[key] for key in ("correct", "misconception", "text")
    }
    assert question.in_words(value, None) == case["words"]
    assert question.overlay(value) == case["overlay"]


@pytest.mark.parametrize("vector", vectors("journals"), ids=lambda vector: vector["about"])
def test_which_answer_counts(vector):
    numbers = {"given": {"seed": 7}, "variant": "7"}
    entries = [numbers | entry for entry in vector["entries"]]
    entries = [{name: value for name, value in entry.items() if value is not None} for entry in entries]
    counts = counting(entries, numbers, {"new": 2})
    assert {part: entry["value"] for part, entry in counts.items()} == vector["counts"]


@pytest.mark.parametrize("vector", vectors("lines"), ids=lambda vector: vector["about"])
def test_which_lines_hold_an_entry(vector):
    line = vector["line"].encode()
    if vector["entry"]:
        assert entry_of(line) == json.loads(line)
        return
    with pytest.raises(ValueError):
        entry_of(line)
