import numpy as np
import pandas as pd
import polars as pl
import pytest

from plgkit.events import log as event_log
from plgkit.events.export import read
from plgkit.events.funnel import ATTEMPTS, ORDERS
from plgkit.events.log import ahead, in_order, together, unpacked
from plgkit.support.errors import Refused
from tests.events.logs import START, TABLE, log, random_log, refused, users

# What is left out, and what is counted


def test_a_row_without_user_and_time_is_counted_once():
    table = pd.concat([TABLE, pd.DataFrame({"event": ["visit"]}), TABLE[:1]])
    with read(table) as log:
        chunks = list(log.chunks(["visit", "pay"]))
    assert log.left_out == {"without_user": 1, "without_time": 0, "duplicates": 1}
    assert sum(len(chunk.user) for chunk in chunks) == log.rows - 2


def test_rows_without_an_event_are_no_step():
    table = pd.concat([TABLE, TABLE.assign(event=None)])
    assert users(table) == [2, 1]
    assert users(table, order="strict") == [2, 1]


def test_duplicates_are_counted_whatever_the_event(funnel):
    table = pd.concat([TABLE, TABLE, TABLE.assign(event="other"), TABLE.assign(event="other")])
    assert funnel(table, ["visit", "pay"]).attrs["left_out"]["duplicates"] == 6


def test_ten_thousand_names_of_events(funnel):
    many = pd.DataFrame({"user_id": 1, "event": [f"event number {place}" for place in range(10_000)]})
    table = pd.concat([TABLE.assign(user_id=2), many.assign(timestamp=TABLE.timestamp[0])])
    assert users(table) == [1, 1]
    with pytest.raises(Refused, match="event numbre 77 is not an event of this log; the nearest is event number 7"):
        funnel(table, ["visit", "event numbre 77"])
    with pytest.raises(Refused, match=r"xyz is not an event of this log; there are 10,002, such as visit, "):
        funnel(table, ["visit", "xyz"])


@pytest.mark.parametrize(
    ("limit", "message"),
    [
        ("MOST_EVENTS", "event: event has more than 1 different names"),
        ("MOST_GROUPS", "by: channel has more than 1 different values"),
    ],
)
def test_too_many_names_are_refused(limit, message, monkeypatch):
    monkeypatch.setattr(event_log, limit, 1)
    table = TABLE.assign(channel=["a", "b", "c"])
    for events in (table, pl.from_pandas(table)):
        refused(events, message, by="channel")


# Sorted at once or in parts


def test_steps_that_most_parts_of_a_log_do_not_hold(funnel, retention, monkeypatch):
    rows = [(place, "X", place) for place in range(90)]
    table = log(*rows, (7, "A", 200), (7, "B", 201), (8, "B", 202), (9, "C", 203))
    whole = {order: funnel(table, ["A", "B", "C"], "1h", order=order) for order in ORDERS}
    back = retention(table, "A", "B", "day")
    monkeypatch.setattr(event_log, "CHUNK", 5)
    for order in ORDERS:
        for attempt in ATTEMPTS:
            result = funnel(table, ["A", "B", "C"], "1h", order=order, attempt=attempt)
            assert result.users.tolist() == whole[order].users.tolist() == [1, 1, 0]
    pd.testing.assert_frame_equal(retention(table, "A", "B", "day"), back)


@pytest.mark.parametrize(("until", "chunk"), [("4024", 10**6), ("4024", 150), ("2480", 150)])
@pytest.mark.parametrize("by", [None, "many"])
@pytest.mark.parametrize("users", ["numbers", "texts"])
def test_a_log_of_centuries_gives_the_same(funnel, by, users, until, chunk, monkeypatch):
    """One number holds user and moment of a usual log, not of this one; nor even moment and group."""
    random = np.random.default_rng(6)
    table = pd.DataFrame(random_log(random, 300, 6), columns=["user_id", "event", "timestamp", "by", "id"])
    table["timestamp"] = pd.Timestamp(START) + pd.to_timedelta(pd.to_numeric(table.timestamp), "h")
    table["many"] = [f"g{place:04}" for place in range(len(table))]
    late = pd.DataFrame({"user_id": ["u999"], "event": "X", "timestamp": np.array([f"{until}-01-01"], "M8[us]")})
    long = pd.concat([table.drop(columns="id"), late])
    if users == "numbers":
        table, long = (
            rows.assign(user_id=pd.to_numeric(rows.user_id.str[1:]).astype("Int64")) for rows in (table, long)
        )
    columns = ["step", "users", "median_time"]
    short = funnel(table, ["A", "B", "C"], "3h", by=by)[columns]
    monkeypatch.setattr(event_log, "CHUNK", chunk)
    pd.testing.assert_frame_equal(funnel(long, ["A", "B", "C"], "3h", by=by)[columns], short)


# Whole numbers in order


def test_users_whose_hashes_agree_in_part_stay_apart():
    first = np.array([2**60, 2**60 + 1, 2**60, 2**60 + 1, 2**60], np.uint64)
    second = np.array([1, 1, 2, 1, 1], np.uint64)
    order, user = together(first, second)
    assert sorted(zip(first[order], second[order], user, strict=True)) == [
        (2**60, 1, 0),
        (2**60, 1, 0),
        (2**60, 2, 1),
        (2**60 + 1, 1, 2),
        (2**60 + 1, 1, 2),
    ]


@pytest.mark.parametrize("size", [8, 2**62])
def test_users_and_moments_are_sorted_whether_or_not_one_number_holds_both(size):
    random = np.random.default_rng(3)
    user, moment = random.integers(0, 50, 1000), random.integers(0, 8, 1000)
    sorted_user, sorted_moment = in_order(user, moment, size)
    expected = np.lexsort((moment, user))
    assert (sorted_user == user[expected]).all()
    assert (sorted_moment == moment[expected]).all()


def test_numbers_that_hold_both_are_taken_apart():
    user, moment = unpacked(np.array([17, 3, 16, 8]), 8)
    assert (user.tolist(), moment.tolist()) == ([0, 1, 2, 2], [3, 0, 0, 1])


def test_one_item_is_made_ahead_and_its_fault_arrives():
    made = []

    def items():
        for place in range(3):
            made.append(place)
            yield place
        raise ValueError("no more")

    coming = ahead(items())
    assert next(coming) == 0
    assert [next(coming), next(coming)] == [1, 2]
    assert made == [0, 1, 2]
    with pytest.raises(ValueError, match="no more"):
        next(coming)
