"""What the lessons really hand to the front end is what `payloads` says."""

import json
from typing import Annotated

import nbformat
import pytest
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError

import plgkit as plg
from plgkit.course.catalogue import slugs
from plgkit.course.items import TESTS
from plgkit.pages.page import page
from plgkit.widgets import payloads
from tests.pages.test_page import parts

STRICT = ConfigDict(extra="forbid", strict=True)
PAYLOAD = TypeAdapter(Annotated[payloads.Payload, Field(discriminator="kind")], config=STRICT)
REPLY = TypeAdapter(list[payloads.Reply], config=STRICT)
REQUEST = TypeAdapter(list[payloads.Request], config=STRICT)


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch, tmp_path):
    """Where answers may be written."""
    monkeypatch.chdir(tmp_path)


def fits(payload, declared=PAYLOAD):
    declared.validate_json(json.dumps(payload, allow_nan=False))


def on_a_page(part):
    """What a page hands to the front end of a part that was stored in a notebook."""
    outputs = [nbformat.v4.new_output("execute_result", data=part._repr_mimebundle_(), execution_count=1)]
    cell = nbformat.v4.new_code_cell("part", outputs=outputs)
    (payload,) = parts(page(nbformat.v4.new_notebook(cells=[cell]), "title"))
    return payload


def answer(question):
    """An answer of the question's form, out of the verdicts that it is handed with."""
    verdict = question["verdicts"][0]
    forms = {
        "choice": lambda: verdict["option"],
        "number": lambda: (verdict["low"] + verdict["high"]) / 2,
        "ranking": lambda: verdict["order"],
        "drawing": lambda: [verdict["low"]] * len(question["at"]),
        "sorting": lambda: [card["pile"] for card in verdict["cards"]],
    }
    return forms[question["form"]]()


@pytest.mark.slow
@pytest.mark.parametrize("edition", ["attendee", "instructor"])
@pytest.mark.parametrize("slug", [slug for slug in slugs() if slug not in TESTS])
def test_every_part_of_a_lesson(slug, edition):
    lesson = plg.lesson(slug, edition=edition)
    fits(lesson.quiz().payload())
    for question in lesson.material.predictions:
        fits(lesson.predict(question.name).payload())
        fits(lesson.reveal(question.name).payload())
    for question in lesson.material.exercises:
        fits(lesson.check(question.name).payload())
    for name in lesson.material.views:
        fits(lesson.explore(name).payload())
    fits(lesson.take_home().payload())
    fits(lesson.answers().payload())


@pytest.mark.parametrize("slug", TESTS)
@pytest.mark.parametrize("form", ["A", "B"])
def test_a_test(slug, form):
    fits(plg.test(slug, first=form).paper().payload())


def test_an_explorer_on_a_page():
    payload = on_a_page(plg.explore(plg.LeakyBucket(), controls=["churn"]))
    assert payload["kind"] == "explorer"
    fits(payload)


def test_a_picture_that_nothing_moves():
    payload = on_a_page(plg.LeakyBucket().chart())
    assert payload["kind"] == "chart"
    fits(payload)


def test_requests_and_replies_with_an_answer_of_every_form():
    asked = {}
    for slug in ("read-the-books", "leaky-bucket", "drift", "nth-deal", "look-first"):
        lesson = plg.lesson(slug)
        for question in lesson.material.questions:
            payload = lesson.payload(question)
            asked.setdefault(payload["form"], (lesson, payload))
    assert asked.keys() >= {"choice", "number", "drawing", "sorting"}
    for lesson, payload in asked.values():
        request = {"want": "keep", "question": payload["name"], "value": answer(payload)}
        fits([request], REQUEST)
        fits(list(lesson.quiz().replies(request)), REPLY)
        given = lesson.answers().payload()
        assert given["rows"]
        fits(given)
        fits(list(lesson.answers().replies({"want": "journal"})), REPLY)


def test_replies_of_an_explorer_and_of_the_page_to_take_home():
    explorer = plg.explore(plg.LeakyBucket(), controls=["churn"])
    state = {"churn": 0.05}
    request = {"want": "outcome", "state": state}
    fits([request], REQUEST)
    fits(list(explorer.replies(request)), REPLY)
    request = {"want": "take home", "notes": "call Ada"}
    fits([request], REQUEST)
    fits(list(plg.lesson("read-the-books").take_home().replies(request)), REPLY)


@pytest.mark.parametrize(
    "change",
    [
        lambda payload: payload.update(more=1),
        lambda payload: payload.pop("title"),
        lambda payload: payload["questions"][0].update(more=1),
        lambda payload: payload["questions"][0]["verdicts"][0].update(option="0"),
        lambda payload: payload["stamp"].pop("given"),
    ],
)
def test_what_is_not_declared_does_not_fit(change):
    payload = plg.lesson("read-the-books").quiz().payload()
    fits(payload)
    change(payload)
    with pytest.raises(ValidationError):
        fits(payload)
