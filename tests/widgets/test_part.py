import gzip

import pytest

from plgkit.support.errors import Refused
from plgkit.widgets import part
from plgkit.widgets.part import MIME, Part

MARKS = ["JPY_SESSION_NAME", "VOILA_BASE_URL", "VSCODE_PID", "COLAB_RELEASE_TAG"]


class Note(Part):
    """A part that answers as it is told."""

    def __init__(self, title="A note", replies=()):
        self.title, self._replies = title, replies

    def payload(self):
        return {"kind": "note", "title": self.title}

    def replies(self, message):
        for reply in self._replies:
            if isinstance(reply, Exception):
                raise reply
            yield reply


@pytest.fixture
def outside(monkeypatch):
    """No mark of a place where somebody looks at the kernel."""
    for name in ["PLGKIT_OUTPUT", *MARKS]:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def said(asked_part, message):
    """What the kernel answers to a message of the front end."""
    widget = part._Widget(asked_part)
    answers = []
    widget.send = answers.append
    widget._handle_custom_msg(message, [])
    return answers


def test_papermill_nbval_and_nbconvert_get_stored_outputs(outside):
    assert not part.live()


@pytest.mark.parametrize("mark", MARKS)
def test_where_somebody_looks_on_parts_are_live(outside, mark):
    outside.setenv(mark, "x")
    assert part.live()


@pytest.mark.parametrize(("told", "live"), [("live", True), ("stored", False)])
def test_whoever_knows_better_decides(outside, told, live):
    outside.setenv("JPY_SESSION_NAME" if told == "stored" else "PAPERMILL", "x")
    outside.setenv("PLGKIT_OUTPUT", told)
    assert part.live() is live


def test_an_empty_decision_is_none(outside):
    outside.setenv("PLGKIT_OUTPUT", "")
    assert not part.live()


def test_a_live_part_is_a_widget(outside):
    outside.setenv("PLGKIT_OUTPUT", "live")
    data, _ = Note()._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in data


def test_where_no_widget_can_be_drawn_a_line_says_what_to_do(outside):
    outside.setenv("PLGKIT_OUTPUT", "live")
    data, _ = Note("Questions: drift")._repr_mimebundle_()
    assert data.keys() == {"application/vnd.jupyter.widget-view+json", "text/plain"}
    assert data["text/plain"].startswith("Questions: drift. This place shows no widgets. Open the notebook in ")
    assert "\n" not in data["text/plain"]


def test_a_stored_part_is_what_a_page_needs_and_what_plain_readers_show(outside):
    outputs = Note("1 < 2 <script>alert(1)</script>")._repr_mimebundle_()
    assert outputs.keys() == {MIME, "text/html", "text/plain"}
    assert outputs[MIME] == {"kind": "note", "title": "1 < 2 <script>alert(1)</script>"}
    assert outputs["text/html"] == "<p>1 &lt; 2 &lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_the_chart_library_reaches_a_page_once_not_with_every_part():
    one, other = part._Widget(Note()), part._Widget(Note())
    assert one.library == other.library
    assert b"vega" in gzip.decompress(part._library().gzip).lower()


def test_a_reply_carries_the_number_of_its_question_and_the_last_says_so():
    assert said(Note(replies=[{"cell": 1}, {"cell": 2}]), {"id": 7, "want": "outcome"}) == [
        {"id": 7, "done": False, "cell": 1},
        {"id": 7, "done": False, "cell": 2},
        {"id": 7, "done": True},
    ]


def test_a_refusal_reaches_the_reader_as_one_line():
    answers = said(
        Note(replies=[{"cell": 1}, Refused("churn: too much\nmonths: too few")]), {"id": 8, "want": "outcome"}
    )
    assert answers[-1] == {"id": 8, "done": True, "refused": "churn: too much months: too few"}


@pytest.mark.parametrize("error", [ZeroDivisionError("x / 0"), KeyError("state"), OSError(5, "a\nb"), RecursionError()])
def test_whatever_goes_wrong_the_reader_gets_one_line(error):
    (answer,) = said(Note(replies=[error]), {"id": 9, "want": "outcome"})
    assert answer["done"] and answer["id"] == 9
    assert answer["refused"].startswith(f"This could not be done: {type(error).__name__}:")
    assert len(answer["refused"].splitlines()) == 1


def test_a_part_that_answers_nothing_says_so():
    class Silent(Note):
        replies = Part.replies

    (answer,) = said(Silent(), {"id": 1, "want": "outcome"})
    assert answer["refused"] == "outcome cannot be asked of this part"


MESSAGES = [
    None,
    7,
    "outcome",
    "x" * 1_000_000,
    [],
    [{"want": "outcome"}],
    {},
    {"want": "outcome"},
    {"want": "outcome", "id": None},
    {"want": "outcome", "id": 1.5},
    {"want": "outcome", "id": []},
    {"want": "outcome", "id": {"a": 1}},
    {"want": "outcome", "id": "x" * 1000},
    {"want": "outcome", "id": 10**5000},
    {"want": "outcome", "id": "\ud800" * 50},
    {"want": "keep", "question": "q", "value": 1, "id": [[[[[[[[[[[[]]]]]]]]]]]]},
]


@pytest.mark.parametrize("message", MESSAGES, ids=range(len(MESSAGES)))
def test_a_message_without_an_id_gets_an_answer_without_one_and_nothing_is_done(message):
    class Careful(Note):
        def replies(self, message):
            pytest.fail("something was done")

    (answer,) = said(Careful(), message)
    assert answer.keys() == {"done", "refused"} and answer["done"]
    assert answer["refused"].startswith("This could not be done: ")
    assert answer["refused"].isprintable() and len(answer["refused"]) <= part.LONGEST_LINE


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ({}, "the request has no want."),
        ({"want": None}, "want of the request: None."),
        ({"want": "dance"}, "want of the request: 'dance'."),
        ({"want": ["outcome"]}, "want of the request: ['outcome']."),
        ({"want": "outcome"}, "the request has no state."),
        ({"want": "outcome", "state": None}, "state of the request: None."),
        ({"want": "outcome", "state": [1]}, "state of the request: [1]."),
        ({"want": "outcome", "state": {"churn": [1]}}, "state.churn.float of the request: [1]."),
        ({"want": "outcome", "state": {1: 1}}, "state.1.[key] of the request: 1."),
        ({"want": "keep", "question": 7}, "question of the request: 7."),
    ],
)
def test_a_request_that_is_not_of_the_contract_is_told_in_a_line(message, line):
    class Asking(Note):
        def replies(self, message):
            yield {"cell": message["state"]}

    (answer,) = said(Asking(), message | {"id": "x1"})
    assert answer == {"id": "x1", "done": True, "refused": f"This could not be done: {line}"}


def test_a_line_that_answers_is_short_and_steers_no_terminal():
    (answer,) = said(Note(replies=[Refused("a\x1b[31m\ud800" + "x" * 10_000)]), {"id": 1, "want": "outcome"})
    assert answer["refused"].startswith(r"a\x1b[31m\ud800x") and len(answer["refused"]) == part.LONGEST_LINE


def test_a_package_that_was_not_built_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(part, "STATIC", tmp_path)
    with pytest.raises(Refused, match=r"vega.js.gz is missing.*pip install --editable"):
        part.library_bytes()
