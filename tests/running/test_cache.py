from plgkit.running import cache
from plgkit.running.cache import Cache
from plgkit.widgets import storage
from plgkit.widgets.storage import LATER, Storage

BAR = {"data": {"values": [{"x": 1}]}, "mark": "bar", "encoding": {"x": {"field": "x", "type": "quantitative"}}}


def never():
    raise AssertionError("it is computed twice")


def test_processes_that_share_a_folder_share_what_they_compute(tmp_path):
    assert Cache(tmp_path).text("a key", lambda: "é\r\n") == "é\r\n"
    assert Cache(tmp_path).text("a key", never) == "é\r\n"
    assert Cache(tmp_path).text("another key", lambda: "other") == "other"


def test_without_a_folder_nothing_is_kept():
    assert [Cache().text("a key", lambda text=text: text) for text in ("first", "second")] == ["first", "second"]


def test_a_folder_that_is_gone_stops_nobody(tmp_path):
    assert Cache(tmp_path / "gone").text("a key", lambda: "text") == "text"


def test_a_still_is_drawn_once_and_is_what_would_be_drawn_without_a_cache(tmp_path, monkeypatch):
    still = Storage().still(BAR)
    assert Cache(tmp_path).still(BAR) == still
    monkeypatch.setattr(Storage, "still", never)
    assert Cache(tmp_path).still(BAR) == still


def test_a_kernel_leaves_its_stills_to_whoever_executes_it(tmp_path):
    assert Cache(tmp_path, draws=False).still(BAR) == LATER
    assert list(tmp_path.iterdir()) == []


def test_a_shared_cache_serves_its_process_until_its_end():
    before = storage.current()
    with cache.shared() as shared:
        assert storage.current() is shared and cache.folder() == shared.folder
        assert shared.folder.is_dir()
    assert storage.current() is before and cache.folder() is None
    assert not shared.folder.exists()
