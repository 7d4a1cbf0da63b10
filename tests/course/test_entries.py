import json

import pytest

from plgkit.course.entries import LONGEST, belongs, entry_of

LINE = {"v": 1, "at": "2026-11-26T09:05:59.123+00:00", "lesson": "drift", "learner": "Ada", "part": "core"}
LINE |= {"kind": "exercise", "variant": "7", "value": 1}


def refusal(line):
    with pytest.raises(ValueError) as error:
        entry_of(line if isinstance(line, bytes) else json.dumps(line).encode())
    return str(error.value)


def test_keys_that_nobody_knows_stay():
    line = LINE | {"mood": "curious", "round": 2}
    assert entry_of(json.dumps(line).encode()) == line


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"learner": "\ud800"}, "half a character"),
        ({"misconception": "\udfff"}, "half a character"),
        ({"given": {"\ud800": 1}}, "half a character"),
        ({"given": 7}, "given is 7"),
        ({"edition": True}, "edition is True"),
        ({"hints": -1}, "hints is -1"),
        ({"sure": "very"}, "sure is 'very'"),
        ({"value": "x" * LONGEST}, "longer than"),
    ],
)
def test_what_would_break_a_reader_is_no_entry(change, reason):
    assert reason in refusal(LINE | change)


def test_a_whole_pair_of_halves_is_a_character():
    assert entry_of(json.dumps(LINE | {"value": "👍"}).encode())["value"] == "👍"


@pytest.mark.parametrize("number", [b"1e999", b"-1e999", b"9" * 5000, b"NaN", b"Infinity"])
def test_a_number_that_no_reader_can_hold_is_no_entry(number):
    line = json.dumps(LINE).encode().replace(b'"value": 1', b'"value": ' + number)
    assert refusal(line) == "torn, or not JSON"


def test_without_parameters_the_variant_tells_the_numbers():
    stamp = {"given": {"seed": 7}, "variant": "7"}
    assert belongs(LINE, stamp, {}) and not belongs(LINE | {"variant": "8"}, stamp, {})
    assert belongs(LINE | {"variant": "8", "given": {"seed": 7.0}}, stamp, {})
