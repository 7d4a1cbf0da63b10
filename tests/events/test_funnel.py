from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pandas as pd
import pytest

from plgkit.events.funnel import MEASURED
from plgkit.support.errors import Refused
from tests.events.logs import log, path

# What the table holds


def test_shares_are_of_those_who_entered_with_wilsons_interval(funnel):
    rows = [(f"u{n}", event, minute) for n in range(10) for minute, event in enumerate("AB" if n < 5 else "A")]
    table = funnel(log(*rows, ("x", "B", 0)), ["A", "B"])
    assert table.columns.tolist() == MEASURED
    assert table.step.tolist() == ["A", "B"]
    assert table.users.tolist() == [10, 5]
    assert table.share_of_first.tolist() == [1, 0.5]
    assert table.share_of_previous.tolist() == [1, 0.5]
    # Wilson (1927); 5 of 10 as in Newcombe (1998), table I
    assert (table.low[1], table.high[1]) == pytest.approx((0.236593, 0.763407), abs=1e-6)
    assert table.high[0] == 1


def test_a_step_that_nobody_reaches_has_no_share_of_the_step_before(funnel):
    table = funnel(log(("a", "A", 0), ("b", "B", 0), ("b", "C", 1)), ["A", "B", "C"])
    assert table.users.tolist() == [1, 0, 0]
    assert table.share_of_previous.fillna(-1).tolist() == [1, 0, -1]
    assert table.low[1] == 0
    assert table.median_time.isna().tolist() == [False, True, True]


def test_the_median_time_counts_from_the_attempts_first_step(funnel):
    table = funnel(log(("a", "A", 0), ("a", "B", 10), ("b", "A", 5), ("b", "B", 25)), ["A", "B"])
    assert table.median_time.tolist() == [pd.Timedelta(0), pd.Timedelta("15min")]


def test_of_equally_deep_attempts_the_earliest_counts(funnel):
    table = funnel(
        log(("a", "A", 0), ("a", "A", 20), ("a", "B", 30), by=["mail", "ads", "ads"]), ["A", "B"], "1h", "by"
    )
    assert table["by"].tolist() == ["mail", "mail"]
    assert table.median_time[1] == pd.Timedelta("30min")


def test_who_can_still_convert_is_no_loss_yet(funnel):
    rows = [("old", "A", 0), ("fresh", "A", 100), ("back", "A", 0), ("back", "A", 95), ("edge", "A", 90)]
    rows += [("done", "A", 100), ("done", "B", 101), ("end", "X", 150)]
    table = funnel(log(*rows), ["A", "B"], within="60min")
    # `edge` can convert until minute 150, which the log covers
    assert table.still_open.tolist() == [0, 2]
    assert funnel(log(*rows), ["A", "B"], within="60min", attempt="first").still_open.tolist() == [0, 1]
    assert funnel(log(*rows), ["A", "B"]).still_open.tolist() == [0, 4]


def test_a_breakdown_takes_the_value_at_the_first_step_of_the_attempt(funnel):
    rows = [("a", "A", 0), ("a", "A", 90), ("a", "B", 100), ("b", "A", 0), ("c", "A", 0), ("c", "B", 5)]
    table = funnel(log(*rows, by=["x", "y", "z", "x", None, "x"]), ["A", "B"], within="30min", by="by")
    assert table["by"].fillna("-").tolist() == ["x", "x", "y", "y", "-", "-"]
    assert table.users.tolist() == [1, 0, 1, 1, 1, 1]
    assert "z" not in table["by"].tolist()


@pytest.mark.parametrize(
    "values",
    [[3, 1], [True, False], [2.5, 0.5], pd.Categorical(["small", "large"], ["small", "large"]), ["b", "a"]],
)
def test_groups_keep_their_values_and_their_order(funnel, values):
    table = funnel(log(("p", "A", 0), ("q", "A", 0), by=values).assign(event=["A", "A"]), ["A", "A"], by="by")
    expected = list(values) if isinstance(values, pd.Categorical) else sorted(values)
    assert table["by"].tolist()[::2] == expected


def test_the_settings_and_what_was_left_out_travel_with_the_table(funnel):
    rows = log(("a", "A", 0), ("a", "A", 0), (None, "B", 1), ("b", "B", 2), ("c", "B", 3))
    rows.loc[4, "timestamp"] = pd.NaT
    result = funnel(rows, ["A", "B"], within="14d").attrs
    assert result["left_out"] == {"without_user": 1, "without_time": 1, "duplicates": 1}
    assert result["columns"] == {"user": "user_id", "event": "event", "timestamp": "timestamp"}
    assert (result["rows"], result["within"], result["order"], result["attempt"]) == (5, "14 days", "loose", "best")


def test_an_event_id_tells_events_apart(funnel):
    table = log(("a", "A", 0), ("a", "A", 0), ("a", "A", 5), ("b", "A", 1)).assign(id=["1", "2", "2", None])
    result = funnel(table, ["A", "A"], event_id="id")
    assert result.users.tolist() == [2, 1]
    assert result.attrs["left_out"]["duplicates"] == 1
    assert funnel(table.assign(id=None), ["A", "A"], event_id="id").attrs["left_out"]["duplicates"] == 1


def test_a_log_is_left_as_it_was(funnel):
    table = log(("a", "A", 0), ("a", "B", 1))
    before = table.copy(deep=True)
    funnel(table, ["A", "B"])
    pd.testing.assert_frame_equal(table, before)


# Windows


def test_windows_are_elapsed_time_whatever_the_zone(funnel):
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


def test_times_in_several_zones_are_compared_as_moments(funnel):
    moment = datetime(2024, 1, 1, 12, tzinfo=UTC)
    later = (moment + timedelta(minutes=5)).astimezone(timezone(timedelta(hours=-8)))
    table = pd.DataFrame({"user_id": 1, "event": ["A", "B"], "timestamp": pd.Series([moment, later], dtype=object)})
    assert funnel(table, ["A", "B"], "5min").users.tolist() == [1, 1]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("14d", 14 * 86_400), ("1h 30min", 5_400), ("2 weeks", 14 * 86_400), ("1.5 hours", 5_400), ("90 Sec", 90)],
)
def test_windows_are_written_as_people_write_them(funnel, text, seconds):
    table = path("AB")
    same = [funnel(table, ["A", "B"], within).attrs["within"] for within in (text, timedelta(seconds=seconds))]
    assert same[0] == same[1]


# Refusals


@pytest.mark.parametrize(
    ("options", "message"),
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
def test_a_funnel_that_cannot_be_measured_is_refused_in_one_line(funnel, options, message):
    table = log(("a", "visit", 0), ("a", "signup", 1)).assign(channel="ads", users=1)
    with pytest.raises(Refused, match=message) as refusal:
        funnel(table, **({"steps": ["visit", "signup"]} | options))
    assert "\n" not in str(refusal.value)


def test_a_step_that_occurs_only_without_a_user_is_no_silent_zero(funnel):
    with pytest.raises(Refused, match="pay occurs only in rows without a user or a time"):
        funnel(log(("a", "visit", 0), (None, "pay", 1)), ["visit", "pay"])
