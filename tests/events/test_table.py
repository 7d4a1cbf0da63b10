import subprocess
import sys

import numpy as np
import pandas as pd
import polars as pl
import pytest

from plgkit.events.funnel import funnel
from plgkit.events.table import plain
from tests.events.logs import TABLE, refused, users

PLACES = {"user": 0, "event": 1, "timestamp": 2}
PLAIN = {
    "texts": TABLE,
    "numbers": TABLE.assign(user_id=[7, 7, 8]),
    "large numbers": TABLE.assign(user_id=np.array([7, 7, 8], "uint64")),
    "zone": TABLE.assign(timestamp=TABLE.timestamp.dt.tz_localize("Europe/Berlin")),
}


@pytest.mark.parametrize("table", PLAIN.values(), ids=PLAIN)
def test_plain_columns_are_read_as_they_are(table):
    assert plain(table, PLACES)
    assert users(table, within="1h") == [2, 1]


@pytest.mark.parametrize(
    ("changed", "options"),
    [
        ({"user_id": [7.0, 7.0, 8.0]}, {}),
        ({"user_id": pd.Categorical(TABLE.user_id)}, {}),
        ({"event": pd.Categorical(TABLE.event)}, {}),
        ({"event": TABLE.event.astype(object)}, {}),
        ({"timestamp": TABLE.timestamp.astype("M8[ns]")}, {}),
        ({"timestamp": TABLE.timestamp.astype("M8[s]")}, {}),
        ({"timestamp": TABLE.timestamp.astype("str")}, {}),
        ({"channel": [1, 1, 2]}, {"by": "channel"}),
        ({"channel": ["1", "2", "3"]}, {"event_id": "channel"}),
    ],
)
def test_what_needs_interpretation_is_not_plain(changed, options):
    table = TABLE.assign(**changed)
    assert not plain(table, PLACES | {role: table.columns.get_loc(column) for role, column in options.items()})
    result = funnel(table, ["visit", "pay"], within="1h", **options)
    assert result.groupby("step").users.sum().to_dict() == {"visit": 2, "pay": 1}


def loads_duckdb(statement):
    """Whether a funnel on a table, after `statement`, loads DuckDB in a new Python."""
    source = f"""
import sys
import pandas as pd
from plgkit.events import log
from plgkit.events.funnel import funnel
times = pd.to_datetime(["2024-05-06 10:00", "2024-05-06 11:00", "2024-05-07 10:00"])
table = pd.DataFrame({{"user_id": ["ada", "ada", "bob"], "event": ["visit", "pay", "visit"], "timestamp": times}})
{statement}
assert funnel(table, ["visit", "pay"]).users.tolist() == [2, 1]
print("duckdb" in sys.modules)
"""
    return subprocess.run([sys.executable, "-c", source], check=True, capture_output=True, text=True).stdout == "True\n"


@pytest.mark.parametrize(
    ("statement", "loads"),
    [("", False), ("table = table.astype({'event': object})", True), ("log.CHUNK = 2", True)],
    ids=["plain", "objects", "large"],
)
def test_a_small_table_of_plain_columns_costs_no_database(statement, loads):
    assert loads_duckdb(statement) == loads


def test_both_ways_leave_out_the_same_rows_and_find_the_same_groups():
    names = ["", None, "z", "é", "Z", "ada"]
    rows = [(names[n % 6], ["visit", "pay", None][n % 3], n % 5, names[n % 4]) for n in range(400)]
    table = pd.DataFrame(rows, columns=["user_id", "event", "timestamp", "by"]).astype({"by": "str", "event": "str"})
    table["timestamp"] = pd.Timestamp("1969-12-31 23:59:58") + pd.to_timedelta(table.timestamp, "s")
    table.loc[::7, "timestamp"] = pd.NaT
    for by in (None, "by", "event"):
        plain, stored = (funnel(form, ["visit", "pay"], "2s", by=by) for form in (table, pl.from_pandas(table)))
        pd.testing.assert_frame_equal(plain, stored, check_dtype=False)
        assert plain.attrs == stored.attrs


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (TABLE[:0], "the table holds no events"),
        (TABLE.assign(timestamp=pd.Series([pd.NaT] * 3, dtype="M8[us]")), "no row with a user and a time"),
        (TABLE.assign(user_id=""), "no row with a user and a time"),
        (TABLE.replace("pay", "paid"), "pay is not an event of this log; choose one of paid, visit"),
        (TABLE.assign(user_id=["ada", "", "bob"]), "pay occurs only in rows without a user or a time"),
    ],
)
def test_both_ways_refuse_alike(table, message):
    for events in (table, pl.from_pandas(table)):
        refused(events, message)
