import base64

import pytest

from plgkit.charts import vegalite
from plgkit.widgets import storage
from plgkit.widgets.storage import LATER, Storage

BAR = {"data": {"values": [{"x": 1}]}, "mark": "bar", "encoding": {"x": {"field": "x", "type": "quantitative"}}}


class Elsewhere(Storage):
    """Leaves stills to another process."""

    def still(self, spec):
        return LATER


@pytest.fixture
def elsewhere():
    before = storage.use(Elsewhere())
    yield storage.current()
    storage.use(before)


def test_by_default_everything_is_made_at_once_and_nothing_is_kept():
    made = []
    for _ in range(2):
        assert Storage().text("a key", lambda: made.append(1) or "text") == "text"
    assert len(made) == 2


def test_a_stored_picture_has_a_still_and_a_text_beside_the_specification():
    outputs = storage.bundle(BAR, "A bar.")
    assert outputs.keys() == {vegalite.V5_MIME, "image/png", "text/plain"}
    assert base64.b64decode(outputs["image/png"]).startswith(b"\x89PNG")
    assert outputs["text/plain"] == "A bar."


def test_another_storage_serves_from_when_it_is_taken(elsewhere):
    assert storage.bundle(BAR, "A bar.")["image/png"] == LATER
    assert storage.use(Storage()) is elsewhere
    assert storage.bundle(BAR, "A bar.")["image/png"] != LATER
