import errno
import json
import math
import os
import random
import re
import stat
import subprocess
import sys
import time
from contextlib import nullcontext
from datetime import UTC, datetime

import numpy as np
import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from plgkit.course import journal as module
from plgkit.course.journal import Journal
from plgkit.support.errors import Refused
from tests.examples import at_most

# Writes numbers from one up, and says each one only when the journal has confirmed it.
WRITER = """
import sys
from plgkit.course.journal import Journal
journal = Journal("saying-no", "Ada", sys.argv[1])
for number in range(1, int(sys.argv[3]) + 1):
    journal.write("count", "note", [number, "x" * 2000], variant=sys.argv[2])
    print(number, flush=True)
"""

HOLDER = """
import sys, time
from filelock import FileLock
with FileLock(sys.argv[1]):
    print(flush=True)
    time.sleep(60)
"""

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


on_disk = at_most(60)  # a shared disk may take its time


@pytest.fixture
def journal(tmp_path):
    return Journal("saying-no", "Ada", tmp_path / "answers")


def writer(folder, variant, count):
    command = [sys.executable, "-c", WRITER, folder, variant, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def values(journal):
    return [entry["value"] for entry in journal.read().entries]


def refused(act, *args, **more):
    with pytest.raises(Refused) as refusal:
        act(*args, **more)
    message = str(refusal.value)
    assert len(message.splitlines()) == 1
    return message


# What goes in comes out


def test_round_trip(journal):
    first = journal.write("break_even", "prediction", 12.5, variant="seed 7")
    second = journal.write("why", "quiz", ["a", "b"], variant="", correct=False, misconception="sunk\ncost\u2028")
    assert journal.read() == ([first, second], [])
    fields = {"v": 1, "lesson": "saying-no", "learner": "Ada", "part": "break_even", "kind": "prediction"}
    assert first == fields | {"value": 12.5, "variant": "seed 7", "at": first["at"]}
    assert (second["correct"], second["misconception"]) == (False, "sunk\ncost\u2028")


def test_time_is_utc_in_milliseconds(journal):
    at = journal.write("p", "note", "x")["at"]
    assert len(at) == len("2026-01-31T12:00:00.000+00:00") and at.endswith("+00:00")
    assert abs((datetime.now(UTC) - datetime.fromisoformat(at)).total_seconds()) < 60


@on_disk
@given(value=json_values)
def test_any_json_value_survives(tmp_path_factory, value):
    journal = Journal("saying-no", "Ada", tmp_path_factory.mktemp("answers"))
    assert journal.write("p", "note", value)["value"] == value
    assert values(journal) == [value]


def test_default_folder_is_answers_where_the_notebook_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    journal = Journal("saying-no", "Ada")
    monkeypatch.chdir("/")
    journal.write("p", "note", 1)
    assert journal.path == tmp_path / "answers" / "ada.saying-no.jsonl"
    assert journal.path.is_file()


def test_a_learner_sees_nothing_but_answers(journal):
    journal.write("p", "note", 1)
    assert [p.name for p in journal.path.parent.iterdir() if p.name[0] != "."] == [journal.path.name]


def test_nothing_touches_the_disk_before_the_first_answer(journal):
    assert journal.read() == ([], [])
    assert len(journal.person()) == 16
    assert not journal.path.parent.exists()


# Predictions and answers


def test_learners_who_share_a_file_do_not_share_predictions(tmp_path):
    one, other = Journal("saying-no", "a b", tmp_path), Journal("saying-no", "a-b", tmp_path)
    assert one.path == other.path
    one.write("p", "prediction", 1)
    assert other.read().entries == [] and "of another learner, 'a b'" in other.read().unreadable[0]
    assert values(Journal("saying-no", " A B ", tmp_path)) == [1]


# Who answers


def test_a_person_has_one_id_in_all_lessons(journal):
    person = journal.person()
    assert re.fullmatch("[0-9a-f]{16}", person) and not journal.path.parent.exists()
    journal.write("p", "note", 1, person=person)
    others = [
        Journal(lesson, learner, journal.path.parent) for lesson, learner in (("drift", " ADA"), ("drift", "Bob"))
    ]
    assert others[0].person() == person != others[1].person()
    assert Journal("saying-no", "Ada", journal.path.parent).person() == person


def test_learners_who_share_a_file_are_two_persons(tmp_path):
    Journal("saying-no", "a b", tmp_path).write("p", "note", 1, person="first")
    assert Journal("saying-no", "a-b", tmp_path).person() != "first"


def test_a_line_of_an_earlier_release_names_nobody(journal):
    journal.write("p", "note", 1)
    with journal.path.open("ab") as file:
        file.write(b'{"person": "torn')
    assert len(journal.person()) == 16


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_answers_are_readable_by_their_owner_alone(journal):
    before = os.umask(0)
    try:
        journal.write("p", "note", 1)
    finally:
        os.umask(before)
    assert stat.S_IMODE(journal.path.stat().st_mode) == 0o600


# Nothing confirmed is lost


def test_confirmed_means_on_disk(journal, monkeypatch):
    synced = []

    def fsync(file):
        synced.append(values(journal))
        real(file)

    real = os.fsync
    monkeypatch.setattr(os, "fsync", fsync)
    for number in (1, 2):
        journal.write("p", "note", number)
        assert synced[-1] == [1, 2][:number]
        synced.append(None)


def test_a_killed_writer_loses_nothing_confirmed(journal):
    chance = random.Random(7)
    for round_ in range(3):
        process = writer(journal.path.parent, str(round_), 10**6)
        confirmed = process.stdout.readline()
        time.sleep(chance.uniform(0, 0.15))
        process.kill()
        confirmed += process.stdout.read()
        process.wait()
        # A last line without its end was being printed when the process died.
        numbers = [int(line) for line in confirmed.split("\n")[:-1]]
        found = [e["value"][0] for e in journal.read().entries if e["variant"] == str(round_)]
        assert numbers and found[: len(numbers)] == numbers
        assert len(found) <= len(numbers) + 1


def test_a_last_line_torn_anywhere_is_reported_and_harms_no_neighbour(journal):
    journal.write("p", "note", "first")
    journal.write("p", "note", "sécond")
    whole = journal.path.read_bytes()
    start = whole.index(b"\n") + 1
    for cut in range(start, len(whole) + 1):
        journal.path.write_bytes(whole[:cut])
        # At the start nothing is left of the line; without its newline only, all of it is.
        kept = ["first"] + ["sécond"] * (cut >= len(whole) - 1)
        torn = [f"{journal.path}, line 2: torn, or not JSON"] * (start < cut < len(whole) - 1)
        assert (values(journal), journal.read().unreadable) == (kept, torn), cut
        journal.write("p", "note", "third")
        assert (values(journal), journal.read().unreadable) == ([*kept, "third"], torn), cut


@pytest.mark.parametrize("count", [2, 4])
def test_notebooks_writing_at_once_lose_nothing(journal, count):
    journal.path.parent.mkdir()
    journal.path.write_bytes(b'{"v": 1, "torn')
    processes = [writer(journal.path.parent, str(n), 40) for n in range(count)]
    for process in processes:
        process.communicate(timeout=300)
        assert process.returncode == 0
    entries, unreadable = journal.read()
    for n in range(count):
        assert [e["value"][0] for e in entries if e["variant"] == str(n)] == list(range(1, 41))
    assert len(entries) == 40 * count and len(unreadable) == 1


def test_no_line_is_overwritten_even_where_the_disk_ignores_locks(journal, monkeypatch):
    other = Journal(journal.lesson, journal.learner, journal.path.parent)
    real = os.write

    def late(file, line):
        monkeypatch.setattr(os, "write", real)
        other.write("p", "note", 1)
        return real(file, line)

    monkeypatch.setattr(module, "FileLock", lambda *_, **__: nullcontext())
    monkeypatch.setattr(os, "write", late)
    journal.write("p", "note", 2)
    assert values(journal) == [1, 2]


def test_a_held_lock_is_waited_for_then_refused(journal, monkeypatch):
    journal.write("p", "note", 1)
    monkeypatch.setattr(module, "PATIENCE", 0.05)
    (lock,) = (journal.path.parent / ".locks").iterdir()
    with FileLock(lock):
        assert "another notebook is holding the file" in refused(journal.write, "p", "note", 2)
    journal.write("p", "note", 3)
    assert values(journal) == [1, 3]


def test_a_lock_left_by_a_dead_process_does_not_block(journal, monkeypatch):
    journal.write("p", "note", 1)
    monkeypatch.setattr(module, "PATIENCE", 0.5)
    (lock,) = (journal.path.parent / ".locks").iterdir()
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, lock], stdout=subprocess.PIPE)
    holder.stdout.readline()
    refused(journal.write, "p", "note", 2)
    holder.kill()
    holder.communicate()
    assert lock.exists()
    journal.write("p", "note", 3)
    assert values(journal) == [1, 3]


# Lines that are not this journal's


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"lesson": "other"}, "of another lesson, 'other'"),
        ({"learner": "Bob"}, "of another learner, 'Bob'"),
        ({"v": 2}, "format 2, not 1"),
        ({"v": True}, "format True, not 1"),
        ({"variant": None}, "a field is missing, or is not a text"),
        ({"kind": "guess"}, "not an answer"),
        ({"value": "x" * 2**20}, "longer than 100,000 bytes"),
        ({"value": math.nan}, "torn, or not JSON"),
        ({"learner": "Ada", "variant": "\ud800"}, "it holds half a character"),
        ({"value": ["\udcff"]}, "it holds half a character"),
        ({"edition": 0}, "edition is 0, which it cannot be"),
        ({"person": ["Ada"]}, "person is ['Ada'], which it cannot be"),
    ],
)
def test_an_entry_of_another_kind_is_skipped_and_reported(journal, change, reason):
    own = journal.write("p", "note", 1)
    with journal.path.open("a") as file:
        file.write(json.dumps(own | change) + "\n")
    last = journal.write("p", "note", 2)
    assert journal.read() == ([own, last], [f"{journal.path}, line 2: {reason}"])


@pytest.mark.parametrize(
    "line",
    [
        b"[1]",
        b"7",
        b"null",
        b"{}",
        b'{"v": 1}',
        b"\xff\xfe\x00",
        b"\x00" * 50,
        b"[" * 90_000,
        b"9" * 90_000,
        b'{"v": 1, "value": 1e999}',
        b"x" * 2**20,
    ],
    ids=lambda line: f"{line[:8]!r} of {len(line)}",
)
def test_a_foreign_line_is_skipped_and_reported(journal, line):
    journal.write("p", "note", 1)
    with journal.path.open("ab") as file:
        file.write(line)
    journal.write("p", "note", 2)
    assert values(journal) == [1, 2]
    (report,) = journal.read().unreadable
    assert report.startswith(f"{journal.path}, line 2: ")


@on_disk
@given(st.binary(max_size=300))
def test_a_damaged_file_never_raises_and_never_hides_an_answer(tmp_path_factory, damage):
    journal = Journal("saying-no", "Ada", tmp_path_factory.mktemp("answers"))
    journal.path.write_bytes(damage)
    journal.write("p", "note", "kept")
    assert values(journal) == ["kept"]


def test_a_file_passed_through_an_editor_is_still_read(journal):
    journal.write("p", "note", 1)
    journal.write("p", "note", 2)
    journal.path.write_bytes(b"\xef\xbb\xbf" + journal.path.read_bytes().replace(b"\n", b"\r\n\r\n"))
    assert values(journal) == [1, 2] and journal.read().unreadable == []


# Refusals


@pytest.mark.parametrize(
    "value",
    [
        math.nan,
        math.inf,
        [1, math.nan],
        {1, 2},
        1j,
        object(),
        b"x",
        np.zeros((9, 9)),
        10**5000,
        "\ud800",
        "x" * 100_000,
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_json_is_refused_before_anything_is_written(journal, value):
    message = refused(journal.write, "break_even", "note", value)
    assert message.startswith("break_even: ") and "an answer is a number, a text or a list" in message
    assert len(message) < 300 and "torn" not in message
    refused(journal.write, "break_even", "note", 1, more=value)
    assert not journal.path.parent.exists()


def test_what_the_reader_would_skip_is_refused(journal):
    nested = []
    nested.append(nested)
    refused(journal.write, "p", "note", nested)
    refused(journal.write, "p", "note", 1, variant=7)
    refused(journal.write, 7, "note", 1)
    assert "choose one of exercise, note, prediction, quiz" in refused(journal.write, "p", "zzz", 1)
    assert refused(journal.write, "p", "note", 1, at="now", v=2) == "p: at is set by the journal; choose another name"
    assert not journal.path.parent.exists()


@pytest.mark.parametrize("place", ["answers", "answers/deeper"])
def test_a_file_where_the_folder_belongs(tmp_path, place):
    (tmp_path / "answers").write_text("mine")
    journal = Journal("saying-no", "Ada", tmp_path / place)
    message = refused(journal.write, "p", "note", 1)
    assert message.startswith(f"{tmp_path / place}: not saved, something else") and "choose another folder" in message
    assert "cannot be read (not a directory)" in refused(journal.read)
    assert (tmp_path / "answers").read_text() == "mine"


def test_a_folder_where_the_file_belongs(journal):
    journal.path.mkdir(parents=True)
    assert f"{journal.path}: not saved, something else" in refused(journal.write, "p", "note", 1)
    assert "is a directory" in refused(journal.read)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full, a disk that is always full")
def test_a_full_disk(journal):
    journal.path.parent.mkdir()
    journal.path.symlink_to("/dev/full")
    message = refused(journal.write, "p", "note", 1)
    assert message.startswith(f"{journal.path}: not saved, no space is left on the disk; free some")


@pytest.mark.parametrize("call", ["open", "write", "fsync"])
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "writing is not permitted; open the lesson in a folder of your own"),
        (errno.EROFS, "writing is not permitted"),
        (errno.ENOSPC, "no space is left on the disk"),
        (errno.EIO, "input/output error; check the disk"),
    ],
)
def test_a_disk_that_fails_is_refused_and_saved_again_later(journal, monkeypatch, call, number, reason):
    journal.write("p", "note", 1)

    def fail(*_):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        assert reason in refused(journal.write, "p", "note", 2)
    journal.write("p", "note", 3)
    assert values(journal)[0] == 1 and values(journal)[-1] == 3


def test_half_a_line_written_is_not_confirmed(journal, monkeypatch):
    journal.write("p", "note", 1)
    real = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda file, line: real(file, line[: len(line) // 2]))
        assert "no space is left" in refused(journal.write, "p", "note", 2)
    journal.write("p", "note", 3)
    assert values(journal) == [1, 3] and len(journal.read().unreadable) == 1


def test_answers_in_a_read_only_place_can_be_read(journal, monkeypatch):
    journal.write("p", "prediction", 1)

    def denied(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    for call in ("mkdir", "write", "fsync", "ftruncate"):
        monkeypatch.setattr(os, call, denied)
    monkeypatch.setattr(module, "FileLock", denied)
    assert values(journal) == [1]
    assert "not permitted" in refused(journal.write, "p", "note", 2)


# Hostile names


@on_disk
@given(
    learner=st.text(max_size=300) | st.text("./\\~ \0a", max_size=40),
    lesson=st.sampled_from(["saying-no", "../x", "𠮷" * 60]),
)
def test_a_hostile_name_never_leaves_the_folder(tmp_path_factory, learner, lesson):
    around = tmp_path_factory.mktemp("around")
    try:
        journal = Journal(lesson, learner, around / "answers")
    except Refused:
        return
    entry = journal.write("p", "note", 1)
    assert journal.read() == ([entry], [])
    assert {p.name for p in around.iterdir()} == {"answers"}
    assert {p.name for p in (around / "answers").iterdir()} == {".locks", journal.path.name}


@pytest.mark.parametrize("learner", ["../../x", "<script>alert(1)</script>", "\ud800x"])
def test_a_hostile_label_is_kept_as_it_was_given(tmp_path, learner):
    journal = Journal("saying-no", learner, tmp_path)
    assert journal.write("p", "note", 1)["learner"] == learner.replace("\ud800", "?")
    assert values(Journal("saying-no", learner, tmp_path)) == [1]


def test_the_whole_file_can_be_taken_away(journal):
    assert journal.text() == ""
    journal.write("p", "note", "é")
    with journal.path.open("ab") as file:
        file.write(b"\xff torn")
    assert journal.text().startswith(journal.path.read_bytes()[:40].decode())
    assert journal.text().endswith("\ufffd torn") and "é" in journal.text()
