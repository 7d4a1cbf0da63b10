import os
import stat
import tempfile
from contextlib import nullcontext
from datetime import UTC, date, datetime, timedelta

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest

from plgkit.events import database
from plgkit.events import log as event_log
from plgkit.events.database import literal, opened, read_back
from plgkit.events.export import read
from plgkit.events.funnel import funnel
from plgkit.events.retention import retention
from plgkit.support.errors import Refused
from tests.events.logs import START, TABLE, log, random_log, refused, users

# Times


@pytest.mark.parametrize(
    "times",
    [
        ["2024-05-06 10:00:00", "2024-05-06T10:00:00.000001", " 2024-05-07 "],
        ["2024-05-06 10:00:00Z", "2024-05-06 12:00:00.000001+02:00", "2024-05-07T00:00:00 UTC"],
        [1714989600, 1714989601, 1715040000],
        [1714989600.0, 1714989600.000001, 1715040000.0],
        ["1714989600", "1714989600.000001", "1715040000"],
        [1714989600000, 1714989600001, 1715040000000],
        [1714989600000000, 1714989600000001, 1715040000000000],
        [1714989600000000000, 1714989600000001000, 1715040000000000000],
        [date(2024, 5, 6), date(2024, 5, 6), date(2024, 5, 7)],
        [datetime(2024, 5, 6, 10, tzinfo=UTC), datetime(2024, 5, 6, 11, tzinfo=UTC), datetime(2024, 5, 7, tzinfo=UTC)],
        pd.PeriodIndex(["2024-05-06", "2024-05-06", "2024-05-07"], freq="D"),
        pd.Categorical(["2024-05-06", "2024-05-06", "2024-05-07"]),
        np.array(["2024-05-06T10", "2024-05-06T11", "2024-05-07T00"], "M8[s]"),
        np.array(["2024-05-06T10", "2024-05-06T11", "2024-05-07T00"], "M8[ns]"),
    ],
)
def test_times_of_many_kinds(times):
    with read(TABLE.assign(timestamp=times)) as log:
        start, end = (datetime(1970, 1, 1) + timedelta(microseconds=moment) for moment in (log.start, log.end))
    assert (start.date(), end) == (date(2024, 5, 6), datetime(2024, 5, 7))
    assert users(TABLE.assign(timestamp=times)) == [2, 1]


def test_numbers_since_1970_are_exact_to_the_microsecond():
    table = TABLE.assign(timestamp=["1714989600.25", "1714989601.250001", "1714989600"])
    assert users(table, within="1s") == [2, 0]
    assert users(table, within="1000.001ms") == [2, 1]


@pytest.mark.parametrize("since", [1714989600_000_000_000, np.datetime64("2024-05-06T10:00:00", "ns")])
def test_parts_of_a_microsecond_are_cut_off(since):
    table = TABLE.assign(timestamp=[since, since + 1_000_000_999, since])
    assert users(table, within="1s") == [2, 1]


@pytest.mark.parametrize(
    ("times", "message"),
    [
        (["2024-05-06", "05/06/2024 10:00", "May 6, 2024"], r"'05/06/2024 10:00' in timestamp is not a time \(2 of 3"),
        (["soon", "later", "never"], r"'later' in timestamp is not a time \(3 of 3 rows hold none\)"),
        ([1, 2, 3], "'1' in timestamp is not a time"),
        ([20240506, 20240507, 20240508], "'20240506' in timestamp is not a time"),
        (["2024-05-06", "epoch", "infinity"], "'epoch' in timestamp is not a time"),
        (["2024-05-06 10:00 PM", "2024-05-06", "2024-05-06"], "'2024-05-06 10:00 PM' in timestamp is not a time"),
        (["2024-05-06 10:00", "2024-05-06 10:00Z", "2024-05-06"], "times with and without a time zone"),
        ([datetime(2024, 5, 6), datetime(2024, 5, 6, tzinfo=UTC), None], "times with and without a time zone"),
        ([True, False, True], "timestamp holds BOOLEAN, not times"),
        ([None, None, None], "the table has no row with a user and a time"),
        (["", "nan", "NULL"], "the table has no row with a user and a time"),
    ],
)
def test_times_that_are_none_are_refused(times, message):
    refused(TABLE.assign(timestamp=pd.Series(times, dtype=None if isinstance(times[0], int) else object)), message)


# Users and groups


@pytest.mark.parametrize(
    "names",
    [
        [1, 1, 2],
        [-5, -5, 2**62],
        [1.0, 1.0, 2.5],
        np.array([2**63, 2**63, 2**64 - 1], np.uint64),
        [True, True, False],
        pd.array([1, 1, 2], "Int8"),
        pd.Categorical(["x", "x", "y"]),
        pd.Categorical([7, 7, 8]),
        [1, 1, "1b"],
        ["Ünï·code", "Ünï·code", "'; DROP TABLE log; --"],
    ],
)
def test_users_of_many_kinds(names):
    assert users(TABLE.assign(user_id=names)) == [2, 1]


@pytest.mark.parametrize("names", [["ada", "", None], [1.0, float("nan"), None], ["ada", None, float("nan")]])
def test_a_row_without_a_user_belongs_to_nobody(names):
    result = funnel(TABLE.assign(user_id=names, event=["visit", "visit", "visit"]), ["visit", "visit"])
    assert result.users.tolist() == [1, 0]
    assert result.attrs["left_out"] == {"without_user": 2, "without_time": 0, "duplicates": 0}


def test_groups_may_be_ranges_or_lists():
    table = TABLE.assign(size=pd.cut(pd.Series([1, 1, 9]), [0, 5, 10]), tags=[["a"], ["a"], ["b"]])
    assert funnel(table, ["visit", "pay"], by="size")["size"].tolist() == ["(0, 5]"] * 2 + ["(5, 10]"] * 2
    assert users(table, by="tags") == [1, 1, 1, 0]


def test_names_out_of_the_data_stay_names():
    nasty = 'x"); DROP TABLE log; --'
    table = TABLE.rename(columns={"user_id": nasty, "event": "e'v\"t", "channel": "<script>"})
    table["e'v\"t"] = ["'; SELECT 1; --", 'pay"', "'; SELECT 1; --"]
    table["<script>"] = ["'a", '"b', "c"]
    for events in (table, pl.from_pandas(table)):
        result = funnel(
            events, ["'; SELECT 1; --", 'pay"'], user=nasty, event="e'v\"t", by="<script>", event_id="<script>"
        )
        assert result.users.tolist() == [1, 1, 1, 0]


# Logs that are read in parts


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
    monkeypatch.setattr(database, "VECTORS", 1)
    parts = funnel(table, ["A", "B", "C"], "2d")
    pd.testing.assert_frame_equal(parts, whole)
    assert parts.attrs["left_out"] == whole.attrs["left_out"]


# The database


def test_the_database_stays_offline_and_small():
    with opened(TABLE, None) as base:
        settings = dict(base.fetch("SELECT name, value FROM duckdb_settings()"))
    assert settings["autoinstall_known_extensions"] == settings["autoload_known_extensions"] == "false"
    assert float(settings["memory_limit"].split()[0]) <= 2.1 or "MiB" in settings["memory_limit"]
    assert settings["TimeZone"] == "UTC"


@pytest.fixture
def scratch(monkeypatch, tmp_path):
    """The folder that takes the place of the machine's temporary one."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_only_the_export_can_be_read(tmp_path, scratch):
    export, other = tmp_path / "it's [1]*.csv", tmp_path / "it's 1other.csv"
    for file in (export, other):
        file.write_text("a\n1\n")
    queries = [
        f"SELECT * FROM read_csv({literal(str(other))})",
        f"SELECT * FROM '{str(other).replace(chr(39), chr(39) * 2)}'",
        f"SELECT * FROM read_text('{tmp_path.as_posix().replace(chr(39), '')}/*')",
        f"SELECT * FROM glob('{tmp_path.as_posix()}/*')",
        "SELECT * FROM read_csv('https://example.org/log.csv')",
        f"COPY (SELECT 1) TO '{tmp_path.as_posix()}/stolen.csv'",
        f"ATTACH '{tmp_path.as_posix()}/new.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
    ]
    with opened(export, None, [str(export)]) as base:
        assert base.fetch(f"SELECT * FROM read_csv({literal(str(export))})") == [(1,)]
        for query in queries:
            with pytest.raises(duckdb.PermissionException):
                base.fetch(query)
        for setting in ("enable_external_access = true", "allowed_paths = []", "autoload_known_extensions = true"):
            with pytest.raises(duckdb.InvalidInputException, match="locked"):
                base.con.execute(f"SET {setting}")
    assert {path.name for path in tmp_path.iterdir()} == {export.name, other.name, "scratch"}


@pytest.mark.parametrize("fault", [None, MemoryError, ZeroDivisionError, KeyboardInterrupt])
def test_what_does_not_fit_goes_to_a_folder_of_its_own_that_nobody_else_reads_and_that_goes_again(scratch, fault):
    expected = pytest.raises((Refused, ZeroDivisionError, KeyboardInterrupt)) if fault else nullcontext()
    with expected, opened(None, None) as base:
        (folder,) = scratch.iterdir()
        assert base.scratch == folder and str(os.getpid()) not in folder.name
        assert base.fetch("SELECT current_setting('temp_directory')") == [(str(folder),)]
        if os.name == "posix":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        (base.scratch / "part0").write_bytes(b"rows")
        if fault:
            raise fault
    assert list(scratch.iterdir()) == []


def test_what_is_larger_than_memory_is_read_with_the_door_shut(scratch, tmp_path, monkeypatch):
    monkeypatch.setattr(database, "MEMORY", 0.05)
    file = tmp_path / "log.parquet"
    pd.DataFrame({"user_id": np.random.default_rng(1).integers(0, 2**60, 1_500_000)}).to_parquet(file)
    with opened(file, None, [str(file)]) as base:
        columns = ", ".join(f"user_id + {number} AS c{number}" for number in range(6))
        base.con.execute(f"CREATE TEMP TABLE t AS SELECT {columns} FROM read_parquet({literal(str(file))})")
        assert base.fetch("SELECT count(*) FROM t") == [(1_500_000,)]
        assert any(path.suffix == ".tmp" for path in base.scratch.iterdir())
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("fault", [duckdb.OutOfMemoryException, OSError, MemoryError])
def test_what_needs_more_room_than_there_is_is_refused(fault):
    with pytest.raises(Refused, match=r"^the table needs more room than there is \("), opened(TABLE, None):
        raise fault("could not allocate\nblock")


def test_faults_of_plgkit_are_no_refusals():
    with pytest.raises(duckdb.BinderException), opened(TABLE, None) as base:
        base.fetch("SELECT nothing")


def test_progress_is_told():
    stages = []
    funnel(pl.from_pandas(TABLE), ["visit", "pay"], progress=lambda stage, share: stages.append((stage, share)))
    assert {"reading", "counting", "following users"} <= {stage for stage, _ in stages}
    assert all(share is None or 0 <= share <= 1 for _, share in stages)


def test_what_was_written_is_read_back_once(tmp_path):
    file = tmp_path / "part"
    np.array([[1, 2], [3, -4], [5, 6]]).tofile(file)
    assert [column.tolist() for column in read_back(file, 2)] == [[1, 3, 5], [2, -4, 6]]
    assert not file.exists()
