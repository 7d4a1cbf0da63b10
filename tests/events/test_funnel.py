import statistics
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from itertools import groupby, permutations, product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plgkit.errors import Refused
from plgkit.events import database as event_database
from plgkit.events import funnel as events
from plgkit.events import log as event_log
from plgkit.events import reading as event_reading
from plgkit.events.funnel import funnel, retention

START = datetime(2024, 5, 6)
ORDERS, ATTEMPTS = ["loose", "strict", "any"], ["best", "first"]


@pytest.fixture(autouse=True, scope="module", params=["as it is", "through DuckDB"])
def way(request):
    """A table of plain columns is read as it is; here it is read as any other log, too."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "through DuckDB":
            patch.setattr(event_reading, "plain", lambda *_: False)
        yield


def log(*rows, by=None):
    """A log of (user, event, minutes since START); `by` gives a column of values more."""
    table = pd.DataFrame(rows, columns=["user_id", "event", "timestamp"])
    table["timestamp"] = [START + timedelta(minutes=minutes) for minutes in table.timestamp]
    return table if by is None else table.assign(by=by)


def path(text, minutes=None, user="ada"):
    """One user's events, one letter and one minute each."""
    return log(*[(user, event, minute) for event, minute in zip(text, minutes or range(len(text)), strict=True)])


def depth(table, steps, **options):
    """How many steps the one user of the table reached; all steps occur in a later stranger's path, too."""
    stranger = pd.DataFrame({"user_id": "zoe", "event": list(steps), "timestamp": START + timedelta(days=900)})
    stranger["timestamp"] += pd.to_timedelta(np.arange(len(steps)), "min")
    return int(funnel(pd.concat([table, stranger]), list(steps), **options).users.sum()) - len(steps)


# The vectors of the decided semantics


def test_the_best_attempt_is_the_one_that_gets_furthest_within_the_window_of_its_own_first_step():
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
def test_a_path_reaches_as_many_steps_as_happened_in_order(steps, happened, reached):
    assert depth(path(happened), steps) == reached
    assert depth(path(happened), steps, within="1d") == reached


def test_a_chain_that_ends_exactly_at_the_bound_counts_and_one_microsecond_later_does_not():
    table = path("AB", [0, 60])
    assert depth(table, "AB", within="1h") == 2
    table.loc[1, "timestamp"] += timedelta(microseconds=1)
    assert depth(table, "AB", within="1h") == 1
    assert depth(table, "AB", within=timedelta(hours=1, microseconds=1)) == 2


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", ["AB", "BA"])
def test_equal_times_are_read_in_the_funnels_favour(order, text):
    assert depth(path(text, [5, 5]), "AB", order=order) == 2


def test_in_strict_order_no_other_step_of_the_funnel_comes_between():
    assert depth(path("ABC"), "ABC", order="strict") == 3
    assert depth(path("ACB"), "ABC", order="strict") == 1
    assert depth(path("AXBXC"), "ABC", order="strict") == 3
    assert depth(path("ABBC"), "ABC", order="strict") == 2
    assert depth(path("AAB"), "AB", order="strict") == 2
    assert depth(path("AAB"), "AB", order="strict", attempt="first") == 1


def test_in_strict_order_a_tie_may_be_left_in_several_ways():
    # A and B at once, then B, then C: the first B is read before A.
    assert depth(path("ABBC", [0, 0, 1, 2]), "ABC", order="strict") == 3


def test_in_any_order_all_steps_have_to_be_within_one_window():
    assert depth(path("CBA"), "ABC", order="any") == 3
    assert depth(path("CBA", [0, 30, 90]), "ABC", order="any", within="1h") == 2
    assert depth(path("CB"), "ABC", order="any") == 0
    assert depth(path("CA"), "ABC", order="any") == 1
    assert depth(path("BA"), "ABA", order="any") == 2
    assert depth(path("ABA"), "AAB", order="any") == 3


def test_in_any_order_the_first_attempt_is_around_the_users_first_entry():
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
def test_clickhouse_default_mode(window, steps, level):
    seconds = pd.to_timedelta(np.arange(9), "s")
    table = pd.DataFrame({"user_id": 1, "event": range(1000, 1009), "timestamp": pd.Timestamp(START) + seconds})
    assert funnel(table, steps, within=f"{window}s").users.sum() == level


def test_clickhouse_documented_example():
    times = ["2019-01-29 10:00:00", "2019-01-31 09:00:00", "2019-01-30 08:00:00", "2019-02-01 08:00:00"]
    table = pd.DataFrame({"user_id": 1, "event": [1003, 1007, 1009, 1010], "timestamp": pd.to_datetime(times)})
    assert funnel(table, [1003, 1009, 1007, 1010], within="70d").users.sum() == 4


@pytest.mark.parametrize(
    ("happened", "default", "strict"),
    [("abc", 3, 3), ("adbc", 3, None), ("aabbcc", 3, None), ("ccbbaa", 1, 1), ("acb", 2, 1)],
)
def test_clickhouse_orders(happened, default, strict):
    assert depth(path(happened), "abc", within="1d") == default
    if strict:  # where an event outside the funnel or a repeated step comes between, strict_order differs
        assert depth(path(happened), "abc", within="1d", order="strict") == strict


# What the table holds


def test_shares_are_of_those_who_entered_with_wilsons_interval():
    rows = [(f"u{n}", event, minute) for n in range(10) for minute, event in enumerate("AB" if n < 5 else "A")]
    table = funnel(log(*rows, ("x", "B", 0)), ["A", "B"])
    assert table.columns.tolist() == events.MEASURED
    assert table.step.tolist() == ["A", "B"]
    assert table.users.tolist() == [10, 5]
    assert table.share_of_first.tolist() == [1, 0.5]
    assert table.share_of_previous.tolist() == [1, 0.5]
    # Wilson (1927); 5 of 10 as in Newcombe (1998), table I
    assert (table.low[1], table.high[1]) == pytest.approx((0.236593, 0.763407), abs=1e-6)
    assert table.high[0] == 1


def test_a_step_that_nobody_reaches_has_no_share_of_the_step_before():
    table = funnel(log(("a", "A", 0), ("b", "B", 0), ("b", "C", 1)), ["A", "B", "C"])
    assert table.users.tolist() == [1, 0, 0]
    assert table.share_of_previous.fillna(-1).tolist() == [1, 0, -1]
    assert table.low[1] == 0
    assert table.median_time.isna().tolist() == [False, True, True]


def test_the_median_time_counts_from_the_attempts_first_step():
    table = funnel(log(("a", "A", 0), ("a", "B", 10), ("b", "A", 5), ("b", "B", 25)), ["A", "B"])
    assert table.median_time.tolist() == [pd.Timedelta(0), pd.Timedelta("15min")]


def test_of_equally_deep_attempts_the_earliest_counts():
    table = funnel(
        log(("a", "A", 0), ("a", "A", 20), ("a", "B", 30), by=["mail", "ads", "ads"]), ["A", "B"], "1h", "by"
    )
    assert table["by"].tolist() == ["mail", "mail"]
    assert table.median_time[1] == pd.Timedelta("30min")


def test_who_can_still_convert_is_no_loss_yet():
    rows = [("old", "A", 0), ("fresh", "A", 100), ("back", "A", 0), ("back", "A", 95), ("edge", "A", 90)]
    rows += [("done", "A", 100), ("done", "B", 101), ("end", "X", 150)]
    table = funnel(log(*rows), ["A", "B"], within="60min")
    # `edge` can convert until minute 150, which the log covers
    assert table.still_open.tolist() == [0, 2]
    assert funnel(log(*rows), ["A", "B"], within="60min", attempt="first").still_open.tolist() == [0, 1]
    assert funnel(log(*rows), ["A", "B"]).still_open.tolist() == [0, 4]


def test_a_breakdown_takes_the_value_at_the_first_step_of_the_attempt():
    rows = [("a", "A", 0), ("a", "A", 90), ("a", "B", 100), ("b", "A", 0), ("c", "A", 0), ("c", "B", 5)]
    table = funnel(log(*rows, by=["x", "y", "z", "x", None, "x"]), ["A", "B"], within="30min", by="by")
    assert table["by"].fillna("-").tolist() == ["x", "x", "y", "y", "-", "-"]
    assert table.users.tolist() == [1, 0, 1, 1, 1, 1]
    assert "z" not in table["by"].tolist()


@pytest.mark.parametrize(
    "values",
    [[3, 1], [True, False], [2.5, 0.5], pd.Categorical(["small", "large"], ["small", "large"]), ["b", "a"]],
)
def test_groups_keep_their_values_and_their_order(values):
    table = funnel(log(("p", "A", 0), ("q", "A", 0), by=values).assign(event=["A", "A"]), ["A", "A"], by="by")
    expected = list(values) if isinstance(values, pd.Categorical) else sorted(values)
    assert table["by"].tolist()[::2] == expected


def test_the_settings_and_what_was_left_out_travel_with_the_table():
    rows = log(("a", "A", 0), ("a", "A", 0), (None, "B", 1), ("b", "B", 2), ("c", "B", 3))
    rows.loc[4, "timestamp"] = pd.NaT
    found = funnel(rows, ["A", "B"], within="14d").attrs
    assert found["left_out"] == {"without_user": 1, "without_time": 1, "duplicates": 1}
    assert found["columns"] == {"user": "user_id", "event": "event", "timestamp": "timestamp"}
    assert (found["rows"], found["within"], found["order"], found["attempt"]) == (5, "14 days", "loose", "best")


def test_an_event_id_tells_events_apart():
    table = log(("a", "A", 0), ("a", "A", 0), ("a", "A", 5), ("b", "A", 1)).assign(id=["1", "2", "2", None])
    found = funnel(table, ["A", "A"], event_id="id")
    assert found.users.tolist() == [2, 1]
    assert found.attrs["left_out"]["duplicates"] == 1
    assert funnel(table.assign(id=None), ["A", "A"], event_id="id").attrs["left_out"]["duplicates"] == 1


def test_a_log_is_left_as_it_was():
    table = log(("a", "A", 0), ("a", "B", 1))
    before = table.copy(deep=True)
    funnel(table, ["A", "B"])
    pd.testing.assert_frame_equal(table, before)


# Against a plain reference: one user at a time, every reading of equal times, every attempt


def readings(rows):
    """Every order of a user's events that their times allow."""
    ties = [list(tie) for _, tie in groupby(sorted(rows, key=lambda row: row[1]), key=lambda row: row[1])]
    for reading in product(*(permutations(tie) for tie in ties)):
        yield [row for tie in reading for row in tie]


def followed(reading, start, steps, within, order):
    """The times of the steps that one attempt reaches in one reading."""
    begun, times = reading[start][1], [reading[start][1]]
    for event, time, *_ in reading[start + 1 :]:
        if len(times) == len(steps) or time - begun > within:
            break
        if event == steps[len(times)]:
            times.append(time)
        elif order == "strict":
            break
    return times


def gathered(rows, first, steps, within):
    """The times at which the first k steps have all happened, from one event on."""
    near = [row for row in rows if 0 <= row[1] - first[1] <= within]
    times = []
    for many in range(1, len(steps) + 1):
        moments = [t for t in sorted({row[1] for row in near})]
        have = [t for t in moments if Counter(steps[:many]) <= Counter(row[0] for row in near if row[1] <= t)]
        if not have:
            break
        times.append(have[0])
    return times if first[0] in steps[: len(times)] else []


def attempts_of(rows, steps, within, order):
    """All attempts of one user: the row that begins it, and when it reached its steps; the earliest first."""
    rows = sorted((row for row in rows if row[0] in steps), key=lambda row: (row[1], row[0], row[2]))
    for row in rows:
        if order == "any":
            times = gathered(rows, row, steps, within)
        elif row[0] != steps[0]:
            continue
        else:
            runs = [
                followed(reading, start, steps, within, order)
                for reading in readings(rows)
                for start, one in enumerate(reading)
                if one is row
            ]
            longest = max(map(len, runs))
            times = [min(run[step] for run in runs if len(run) > step) for step in range(longest)]
        if times:
            yield row, times


def reference(table, steps, within, order, attempt):
    """For each group: users at each step, times to it, how many are still open."""
    seen, users = set(), {}
    for row in sorted(table, key=lambda row: (row[2] or 0, row[1], str(row[0]), row[3] is None, row[3] or "")):
        user, event, time, group, identity = row
        known = ("id", identity) if identity is not None else (user, event, time)
        if user is None or time is None:
            continue
        users.setdefault(user, [])
        if known not in seen:
            seen.add(known)
            users[user].append((event, time, (group is None, group or "")))
    end = max(time for rows in users.values() for _, time, _ in rows)
    found = {}
    for rows in users.values():
        tried = list(attempts_of(rows, steps, within, order))
        entries = [time for event, time, _ in rows if event == steps[0]]
        if attempt == "first" and order == "any":
            tried = [one for one in tried if one[0][1] <= min(entries)]
        elif attempt == "first":
            tried = tried[:1]
        if not tried:
            continue
        row, times = max(tried, key=lambda one: len(one[1]))
        still = any(one[1] + within > end for one, _ in tried)
        group = found.setdefault(row[2], [[0, [], 0] for _ in steps])
        for step, counted in enumerate(group):
            if step < len(times):
                counted[0] += 1
                counted[1].append(times[step] - row[1])
            else:
                counted[2] += still
    return found


def compare(table, steps, within, order, attempt):
    """The table (user, event, time, group, identity) measured and followed by hand, without the identities too."""
    measure(table, steps, within, order, attempt, {"event_id": "id"})
    measure([(*row[:4], None) for row in table], steps, within, order, attempt, {})


def measure(table, steps, within, order, attempt, more):
    """Times are small whole numbers."""
    frame = pd.DataFrame(table, columns=["user_id", "event", "timestamp", "by", "id"])
    times = pd.Timestamp(START) + pd.to_timedelta(pd.to_numeric(frame.timestamp), "h")
    frame = frame.assign(timestamp=times, by=frame["by"].astype("str"), id=frame["id"].astype("str"))
    window = None if within is None else f"{within}h"
    found = funnel(frame, steps, window, by="by", order=order, attempt=attempt, **more)
    expected = reference(table, steps, 10**9 if within is None else within, order, attempt)
    groups = found["by"].fillna("").tolist()[:: len(steps)]
    assert groups == [group for _, group in sorted(expected)]
    rows = [row for key in sorted(expected) for row in expected[key]]
    assert found.users.tolist() == [row[0] for row in rows]
    assert found.still_open.tolist() == [row[2] for row in rows]
    medians = [timedelta(hours=statistics.median(row[1])) if row[1] else None for row in rows]
    assert [None if pd.isna(one) else one for one in found.median_time] == medians


def random_log(random, users, longest):
    """Many users with short, crowded paths."""
    table = []
    for user in range(users):
        for _ in range(random.integers(1, longest + 1)):
            time = int(random.integers(0, 8)) if random.random() > 0.03 else None
            group = [None, "p", "q"][random.integers(0, 3)]
            identity = str(len(table) - (random.random() < 0.05)) if random.random() < 0.4 else None
            name = f"u{user}" if random.random() > 0.02 else None
            table.append((name, "ABCX"[random.integers(0, 4)], time, group, identity))
    return table


@pytest.mark.parametrize("attempt", ATTEMPTS)
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("steps", ["AB", "ABC", "ABA", "AAB", "ABCA"])
def test_a_thousand_random_users_against_the_reference(steps, order, attempt):
    random = np.random.default_rng(sum(map(ord, steps + order + attempt)))
    for within in (1, 3, None):
        compare(random_log(random, 700, 6), list(steps), within, order, attempt)


@settings(max_examples=150, deadline=None)
@given(
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
def test_any_log_against_the_reference(table, steps, within, order, attempt):
    # A path of every step, so that none of them is unknown.
    table = [*table, *(("w", step, 0, None, f"w{at}") for at, step in enumerate(steps))]
    compare(table, list(steps), within, order, attempt)


@pytest.mark.parametrize("users", ["numbers", "texts"])
def test_a_log_read_in_parts_gives_the_same(users, monkeypatch, tmp_path):
    random = np.random.default_rng(5)
    table = pd.DataFrame(random_log(random, 400, 9), columns=["user_id", "event", "timestamp", "by", "id"])
    table["timestamp"] = pd.Timestamp(START) + pd.to_timedelta(pd.to_numeric(table.timestamp), "min")
    if users == "numbers":
        table["user_id"] = pd.to_numeric(table.user_id.str[1:]).astype("Int64") * 5 - 700
    file = tmp_path / "log.parquet"
    table.to_parquet(file)
    whole = funnel(table, ["A", "B", "C"], "3min", by="by")
    monkeypatch.setattr(event_log, "CHUNK", 150)
    for form in (table, file):
        parts = funnel(form, ["A", "B", "C"], "3min", by="by")
        pd.testing.assert_frame_equal(parts, whole)
        assert parts.attrs["left_out"] == whole.attrs["left_out"]
    back = retention(table, "A", "B", "day")
    monkeypatch.undo()
    pd.testing.assert_frame_equal(retention(table, "A", "B", "day"), back)


@pytest.mark.parametrize("users", ["numbers", "texts"])
def test_a_log_read_little_by_little_gives_the_same(users, monkeypatch):
    random = np.random.default_rng(7)
    names, minutes = random.integers(0, 900, 9000), random.integers(0, 10_000, 9000)
    table = log(*zip(names, random.choice(list("ABCX"), 9000), minutes, strict=True))
    if users == "texts":
        table["user_id"] = "u" + table.user_id.astype(str)
    whole = funnel(table, ["A", "B", "C"], "2d")
    monkeypatch.setattr(event_log, "CHUNK", 2000)
    monkeypatch.setattr(event_database, "VECTORS", 1)
    parts = funnel(table, ["A", "B", "C"], "2d")
    pd.testing.assert_frame_equal(parts, whole)
    assert parts.attrs["left_out"] == whole.attrs["left_out"]


def test_steps_that_most_parts_of_a_log_do_not_hold(monkeypatch):
    rows = [(place, "X", place) for place in range(90)]
    table = log(*rows, (7, "A", 200), (7, "B", 201), (8, "B", 202), (9, "C", 203))
    whole = {order: funnel(table, ["A", "B", "C"], "1h", order=order) for order in ORDERS}
    back = retention(table, "A", "B", "day")
    monkeypatch.setattr(event_log, "CHUNK", 5)
    for order in ORDERS:
        for attempt in ATTEMPTS:
            found = funnel(table, ["A", "B", "C"], "1h", order=order, attempt=attempt)
            assert found.users.tolist() == whole[order].users.tolist() == [1, 1, 0]
    pd.testing.assert_frame_equal(retention(table, "A", "B", "day"), back)


@pytest.mark.parametrize(("until", "chunk"), [("4024", 10**6), ("4024", 150), ("2480", 150)])
@pytest.mark.parametrize("by", [None, "many"])
@pytest.mark.parametrize("users", ["numbers", "texts"])
def test_a_log_of_centuries_gives_the_same(by, users, until, chunk, monkeypatch):
    """One number holds user and moment of a usual log, not of this one; nor even moment and group."""
    random = np.random.default_rng(6)
    table = pd.DataFrame(random_log(random, 300, 6), columns=["user_id", "event", "timestamp", "by", "id"])
    table["timestamp"] = pd.Timestamp(START) + pd.to_timedelta(pd.to_numeric(table.timestamp), "h")
    table["many"] = [f"g{place:04}" for place in range(len(table))]
    late = pd.DataFrame({"user_id": ["u999"], "event": "X", "timestamp": np.array([f"{until}-01-01"], "M8[us]")})
    long = pd.concat([table.drop(columns="id"), late])
    if users == "numbers":
        table, long = (one.assign(user_id=pd.to_numeric(one.user_id.str[1:]).astype("Int64")) for one in (table, long))
    columns = ["step", "users", "median_time"]
    short = funnel(table, ["A", "B", "C"], "3h", by=by)[columns]
    monkeypatch.setattr(event_log, "CHUNK", chunk)
    pd.testing.assert_frame_equal(funnel(long, ["A", "B", "C"], "3h", by=by)[columns], short)


# Time zones


def test_windows_are_elapsed_time_whatever_the_zone():
    # Clocks in Berlin go from 2:00 to 3:00: 90 minutes pass between 1:30 and 4:00.
    times = pd.to_datetime(["2024-03-31 01:30", "2024-03-31 04:00"])
    table = pd.DataFrame({"user_id": 1, "event": ["A", "B"], "timestamp": times})
    assert funnel(table, ["A", "B"], "90min").users.tolist() == [1, 0]
    assert funnel(table.assign(timestamp=times.tz_localize("Europe/Berlin")), ["A", "B"], "90min").users.tolist() == [
        1,
        1,
    ]
    text = ["2024-03-31 01:30:00+01:00", "2024-03-31T04:00:00+0200"]
    assert funnel(table.assign(timestamp=text), ["A", "B"], "90min").users.tolist() == [1, 1]
    assert funnel(
        table.assign(timestamp=["2024-03-31 00:30Z", "2024-03-31T02:00:00.0 UTC"]), ["A", "B"], "90min"
    ).users[1]


def test_times_in_several_zones_are_compared_as_moments():
    moment = datetime(2024, 1, 1, 12, tzinfo=UTC)
    later = (moment + timedelta(minutes=5)).astimezone(timezone(timedelta(hours=-8)))
    table = pd.DataFrame({"user_id": 1, "event": ["A", "B"], "timestamp": pd.Series([moment, later], dtype=object)})
    assert funnel(table, ["A", "B"], "5min").users.tolist() == [1, 1]


# Retention


def plain_retention(table, start, back, period, periods):
    """Cohorts one user at a time."""
    code = {"day": "D", "week": "W-SUN", "month": "M"}[period]
    rows = sorted({row for row in table if None not in row})
    end = max(row[2] for row in rows)
    cohorts = {}
    for user in {row[0] for row in rows}:
        own = [row for row in rows if row[0] == user]
        starts = [time for _, event, time in own if event == start]
        if starts:
            first = pd.Period(min(starts), code)
            later = {
                (pd.Period(time, code) - first).n
                for _, event, time in own
                if event == back and time >= min(starts) and (event, time) != (start, min(starts))
            }
            cohorts.setdefault(first, []).append(later)
    for first in sorted(cohorts):
        for after in range(periods + 1):
            over = (first + after + 1).start_time <= end
            came = sum(after in later for later in cohorts[first])
            yield first.start_time, len(cohorts[first]), after, came if over else None


@pytest.mark.parametrize("period", ["day", "week", "month"])
@pytest.mark.parametrize("back", ["A", "B"])
def test_retention_against_the_reference(period, back):
    random = np.random.default_rng(9)
    length = {"day": 9, "week": 60, "month": 260}[period]
    table = [
        (
            f"u{random.integers(0, 150)}" if random.random() > 0.02 else None,
            "ABX"[random.integers(0, 3)],
            START + timedelta(hours=int(random.integers(0, 24 * length))) if random.random() > 0.02 else None,
        )
        for _ in range(900)
    ]
    found = retention(pd.DataFrame(table, columns=["user_id", "event", "timestamp"]), "A", back, period, 4)
    expected = list(plain_retention(table, "A", back, period, 4))
    shown = found[["cohort", "users", "period", "returned"]].astype(object).values.tolist()
    assert [[*row[:3], None if pd.isna(row[3]) else row[3]] for row in shown] == [list(row) for row in expected]
    known = found.dropna()
    assert (known.share == known.returned / known.users).all()
    assert found.share.isna().equals(found.returned.isna())


def test_a_period_that_is_not_over_is_missing_and_not_zero():
    rows = pd.DataFrame(
        {
            "user_id": ["a", "a", "b"],
            "event": ["signup", "visit", "signup"],
            "timestamp": [datetime(2024, 5, 6), datetime(2024, 5, 14), datetime(2024, 5, 19, 23, 59, 59, 999_999)],
        }
    )
    assert retention(rows, "signup", "visit", periods=2).returned.isna().tolist() == [
        False,
        True,
        True,
        True,
        True,
        True,
    ]
    rows.loc[2, "timestamp"] = pd.Timestamp("2024-05-20")
    found = retention(rows, "signup", "visit", periods=2)
    assert found.returned.fillna(-1).tolist() == [0, 1, -1, -1, -1, -1]


def test_one_event_is_not_both_start_and_return():
    table = pd.DataFrame({"user_id": ["a", "b", "b"], "event": "login"})
    table["timestamp"] = [START, START, START + timedelta(hours=1)]
    late = pd.DataFrame({"user_id": "z", "event": "end", "timestamp": [pd.Timestamp("2024-05-30")]})
    found = retention(pd.concat([table, late]), "login", "login", periods=1)
    assert found.returned.tolist() == [1, 0]


# Refusals


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"steps": ["visit"]}, "two steps or more, given is visit alone"),
        ({"steps": []}, "two steps or more, given is none"),
        ({"steps": "visit"}, "'visit' is not a list"),
        ({"steps": None}, "None is not a list"),
        ({"steps": ["visit", "singup"]}, "singup is not an event of this log; the nearest is signup"),
        ({"steps": ["visit", "SIGNUP"]}, "SIGNUP is not an event of this log; choose one of signup"),
        ({"within": "soon"}, "within: 'soon' is not a length of time; write 14d, 12h or 30min"),
        ({"within": "14"}, "within: '14' is not"),
        ({"within": 14}, "within: 14 is not"),
        ({"within": "2m"}, "within: '2m' is not"),
        ({"within": "-1d"}, "within: '-1d' is not"),
        ({"within": True}, "within: True is not"),
        ({"within": pd.NaT}, "within: NaT is not"),
        ({"within": np.timedelta64(3, "M")}, "is not a length of time"),
        ({"within": "0s"}, "is no time at all"),
        ({"within": timedelta(-1)}, "is no time at all"),
        ({"within": "99999999999d"}, "is too long"),
        ({"attempt": "second"}, "second is not an attempt; choose one of best, first"),
        ({"order": "lose"}, "lose is not an order; the nearest is loose"),
        ({"by": "chanel"}, "chanel is not a column of the table; the nearest is channel"),
        ({"by": "users"}, "the result has a column users of its own"),
        ({"user": "uid"}, "uid is not a column of the table"),
        ({"event_id": "id"}, "id is not a column of the table"),
    ],
)
def test_a_funnel_that_cannot_be_measured_is_refused_in_one_line(options, said):
    table = log(("a", "visit", 0), ("a", "signup", 1)).assign(channel="ads", users=1)
    with pytest.raises(Refused, match=said) as refusal:
        funnel(table, **({"steps": ["visit", "signup"]} | options))
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"period": "year"}, "year is not a period; choose one of day, month, week"),
        ({"periods": 0}, "periods: 0 is not a whole number between 1 and 1,000"),
        ({"periods": 2.5}, "periods: 2.5 is not"),
        ({"periods": True}, "periods: True is not"),
        ({"back": "signups"}, "the nearest is signup"),
        ({"start": None}, "start: None is not the name of an event"),
    ],
)
def test_a_retention_that_cannot_be_measured_is_refused_in_one_line(options, said):
    with pytest.raises(Refused, match=said):
        retention(log(("a", "visit", 0), ("a", "signup", 1)), **({"start": "signup", "back": "visit"} | options))


def test_a_step_that_occurs_only_without_a_user_is_no_silent_zero():
    with pytest.raises(Refused, match="pay occurs only in rows without a user or a time"):
        funnel(log(("a", "visit", 0), (None, "pay", 1)), ["visit", "pay"])


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("14d", 14 * 86_400), ("1h 30min", 5_400), ("2 weeks", 14 * 86_400), ("1.5 hours", 5_400), ("90 Sec", 90)],
)
def test_windows_are_written_as_people_write_them(text, seconds):
    table = path("AB")
    same = [funnel(table, ["A", "B"], within).attrs["within"] for within in (text, timedelta(seconds=seconds))]
    assert same[0] == same[1]
