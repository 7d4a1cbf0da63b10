import statistics
from datetime import timedelta

import hypothesis
import numpy as np
import pandas as pd
import pytest
from hypothesis import strategies as st

from plgkit.events.funnel import ATTEMPTS, ORDERS
from tests.events.logs import START, path, random_log
from tests.events.reference import reference
from tests.examples import at_most

# The vectors of the decided semantics


def test_the_best_attempt_is_the_one_that_gets_furthest_within_the_window_of_its_own_first_step(depth):
    table = path("AABC", [60, 90, 105, 135])
    assert depth(table, "ABC", within="1h") == 3
    assert depth(table, "ABC", within="1h", attempt="first") == 2


@pytest.mark.parametrize(
    ("steps", "happened", "reached"),
    [
        ("AB", "BA", 1),
        ("AB", "BAB", 2),
        ("ABCDE", "ABDCDE", 5),
        ("AA", "A", 1),
        ("AA", "AA", 2),
        ("ABA", "AB", 2),
        ("ABA", "ABA", 3),
        ("AAB", "AB", 1),
        ("AB", "B", 0),
        ("AB", "AXXXB", 2),
    ],
)
def test_a_path_reaches_as_many_steps_as_happened_in_order(depth, steps, happened, reached):
    assert depth(path(happened), steps) == reached
    assert depth(path(happened), steps, within="1d") == reached


def test_a_chain_that_ends_exactly_at_the_bound_counts_and_one_microsecond_later_does_not(depth):
    table = path("AB", [0, 60])
    assert depth(table, "AB", within="1h") == 2
    table.loc[1, "timestamp"] += timedelta(microseconds=1)
    assert depth(table, "AB", within="1h") == 1
    assert depth(table, "AB", within=timedelta(hours=1, microseconds=1)) == 2


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", ["AB", "BA"])
def test_equal_times_are_read_in_the_funnels_favour(depth, order, text):
    assert depth(path(text, [5, 5]), "AB", order=order) == 2


def test_in_strict_order_no_other_step_of_the_funnel_comes_between(depth):
    assert depth(path("ABC"), "ABC", order="strict") == 3
    assert depth(path("ACB"), "ABC", order="strict") == 1
    assert depth(path("AXBXC"), "ABC", order="strict") == 3
    assert depth(path("ABBC"), "ABC", order="strict") == 2
    assert depth(path("AAB"), "AB", order="strict") == 2
    assert depth(path("AAB"), "AB", order="strict", attempt="first") == 1


def test_in_strict_order_a_tie_may_be_left_in_several_ways(depth):
    # A and B at once, then B, then C: the first B is read before A.
    assert depth(path("ABBC", [0, 0, 1, 2]), "ABC", order="strict") == 3


def test_in_any_order_all_steps_have_to_be_within_one_window(depth):
    assert depth(path("CBA"), "ABC", order="any") == 3
    assert depth(path("CBA", [0, 30, 90]), "ABC", order="any", within="1h") == 2
    assert depth(path("CB"), "ABC", order="any") == 0
    assert depth(path("CA"), "ABC", order="any") == 1
    assert depth(path("BA"), "ABA", order="any") == 2
    assert depth(path("ABA"), "AAB", order="any") == 3


def test_in_any_order_the_first_attempt_is_around_the_users_first_entry(depth):
    table = path("CBAABC", [0, 100, 110, 200, 201, 202])
    assert depth(table, "ABC", order="any", within="20min") == 3
    assert depth(table, "ABC", order="any", within="20min", attempt="first") == 2


# ClickHouse's windowFunnel, where it means the same


@pytest.mark.parametrize(
    ("window", "steps", "level"),
    [
        (10_000, [1000, 1001], 2),
        (10_000, [1000, 1001, 1002, 1008], 4),
        (2, [1003, 1004, 1005, 1006, 1007], 3),
        (3, [1003, 1004, 1005, 1006, 1007], 4),
        (4, [1003, 1004, 1005, 1006, 1007], 5),
        (10_000, [1001, 1008], 2),
        (10_000, [1008, 1001], 1),
    ],
)
def test_clickhouse_default_mode(funnel, window, steps, level):
    seconds = pd.to_timedelta(np.arange(9), "s")
    table = pd.DataFrame({"user_id": 1, "event": range(1000, 1009), "timestamp": pd.Timestamp(START) + seconds})
    assert funnel(table, steps, within=f"{window}s").users.sum() == level


def test_clickhouse_documented_example(funnel):
    times = ["2019-01-29 10:00:00", "2019-01-31 09:00:00", "2019-01-30 08:00:00", "2019-02-01 08:00:00"]
    table = pd.DataFrame({"user_id": 1, "event": [1003, 1007, 1009, 1010], "timestamp": pd.to_datetime(times)})
    assert funnel(table, [1003, 1009, 1007, 1010], within="70d").users.sum() == 4


@pytest.mark.parametrize(
    ("happened", "default", "strict"),
    [("abc", 3, 3), ("adbc", 3, None), ("aabbcc", 3, None), ("ccbbaa", 1, 1), ("acb", 2, 1)],
)
def test_clickhouse_orders(depth, happened, default, strict):
    assert depth(path(happened), "abc", within="1d") == default
    if strict:  # where an event outside the funnel or a repeated step comes between, strict_order differs
        assert depth(path(happened), "abc", within="1d", order="strict") == strict


# Against the plain reference


def compare(funnel, table, steps, within, order, attempt):
    """The table (user, event, time, group, identity) measured and followed by hand, without the identities too."""
    measure(funnel, table, steps, within, order, attempt, {"event_id": "id"})
    measure(funnel, [(*row[:4], None) for row in table], steps, within, order, attempt, {})


def measure(funnel, table, steps, within, order, attempt, more):
    """Times are small whole numbers."""
    frame = pd.DataFrame(table, columns=["user_id", "event", "timestamp", "by", "id"])
    times = pd.Timestamp(START) + pd.to_timedelta(pd.to_numeric(frame.timestamp), "h")
    frame = frame.assign(timestamp=times, by=frame["by"].astype("str"), id=frame["id"].astype("str"))
    window = None if within is None else f"{within}h"
    result = funnel(frame, steps, window, by="by", order=order, attempt=attempt, **more)
    expected = reference(table, steps, 10**9 if within is None else within, order, attempt)
    groups = result["by"].fillna("").tolist()[:: len(steps)]
    assert groups == [group for _, group in sorted(expected)]
    rows = [row for key in sorted(expected) for row in expected[key]]
    assert result.users.tolist() == [row[0] for row in rows]
    assert result.still_open.tolist() == [row[2] for row in rows]
    medians = [timedelta(hours=statistics.median(row[1])) if row[1] else None for row in rows]
    assert [None if pd.isna(time) else time for time in result.median_time] == medians


@pytest.mark.slow
@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("steps", ["AB", "ABC", "ABA", "AAB", "ABCA"])
def test_a_thousand_random_users_against_the_reference(funnel, steps, order, attempt):
    random = np.random.default_rng(sum(map(ord, steps + order + attempt)))
    for within in (1, 3, None):
        compare(funnel, random_log(random, 700, 6), list(steps), within, order, attempt)


@at_most(40)
@hypothesis.given(
    table=st.lists(
        st.tuples(
            st.sampled_from(["u", "u", "v", None]),
            st.sampled_from("ABCX"),
            st.one_of(st.integers(0, 6), st.none()),
            st.sampled_from([None, "p", "q"]),
            st.one_of(st.none(), st.integers(0, 30).map(str)),
        ),
        min_size=1,
        max_size=9,
    ),
    steps=st.sampled_from(["AB", "AA", "ABC", "ABA", "BAAB"]),
    within=st.sampled_from([1, 2, 5, None]),
    order=st.sampled_from(ORDERS),
    attempt=st.sampled_from(ATTEMPTS),
)
def test_any_log_against_the_reference(funnel, table, steps, within, order, attempt):
    # A path of every step, so that none of them is unknown.
    table = [*table, *(("w", step, 0, None, f"w{at}") for at, step in enumerate(steps))]
    compare(funnel, table, list(steps), within, order, attempt)
