import gzip
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from plgkit.errors import Refused
from plgkit.events import log as event_log
from plgkit.events import store as event_store
from plgkit.events.funnel import funnel
from plgkit.events.reading import reading

USUAL = {"user": "user_id", "event": "event", "timestamp": "timestamp"}
TABLE = pd.DataFrame(
    {
        "user_id": ["ada", "ada", "bob"],
        "event": ["visit", "pay", "visit"],
        "timestamp": pd.to_datetime(["2024-05-06 10:00", "2024-05-06 11:00", "2024-05-07 10:00"]),
        "channel": ["ads", "ads", None],
    }
)
LINES = TABLE.to_csv(index=False)


def users(events, **options):
    """How many users reach each step from visit to pay."""
    return funnel(events, ["visit", "pay"], **options).users.tolist()


def refused(events, said, **options):
    with pytest.raises(Refused, match=said) as refusal:
        funnel(events, ["visit", "pay"], **options)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 300


# What a log may be


def test_tables_of_pandas_polars_and_arrow():
    arrow = pa.Table.from_pandas(TABLE)
    for events in (
        TABLE,
        pl.from_pandas(TABLE),
        pl.from_pandas(TABLE).lazy(),
        arrow,
        pa.RecordBatchReader.from_batches(arrow.schema, arrow.to_batches()),
    ):
        assert users(events) == [2, 1]


def test_parquet_csv_and_gzip(tmp_path):
    TABLE.to_parquet(tmp_path / "log.parquet")
    (tmp_path / "log.csv").write_text(LINES)
    with gzip.open(tmp_path / "log.csv.gz", "wt") as file:
        file.write(LINES)
    for name in ("log.parquet", "log.csv", "log.csv.gz"):
        assert users(tmp_path / name) == [2, 1]
        assert users(str(tmp_path / name), by="channel") == [1, 1, 1, 0]


def test_several_files_are_one_log(tmp_path):
    for place in range(3):
        (tmp_path / f"day{place}.csv").write_text("".join(LINES.splitlines(keepends=True)[:: place + 1][:2]))
    TABLE[:1].to_parquet(tmp_path / "one.parquet")
    TABLE[1:].to_parquet(tmp_path / "two.parquet")
    assert users(tmp_path / "*.parquet") == [2, 1]
    (tmp_path / "other.csv").write_text("user,what\n1,visit\n")
    refused(tmp_path / "*.csv", "does not have the same columns")
    refused(tmp_path / "*", "matches Parquet and CSV files; name one kind")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_csv_as_programs_write_it(tmp_path, delimiter, end, mark):
    text = 'user_id,event,timestamp,"a;b|c"\n1,visit,2024-05-06,"said ""hi"",\nthen left"\n1,pay,2024-05-07,\n\n'
    rows = text if delimiter == "," else text.replace(",", delimiter)
    path = tmp_path / "log.csv"
    path.write_bytes((mark + rows.replace("\n", end)).encode())
    assert users(path) == [1, 1]


def test_a_name_that_looks_like_a_pattern_is_a_name(tmp_path):
    folder = tmp_path / "it's [2024]"
    folder.mkdir()
    (folder / "log*.csv").write_text(LINES)
    (folder / "logs.csv").write_text(LINES.replace("bob", "eve"))
    assert users(folder / "log*.csv") == [2, 1]
    TABLE.to_parquet(folder / "log.parquet")
    assert users(folder / "log.parquet") == [2, 1]


def test_a_file_that_changes_is_read_again(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text(LINES)
    assert users(path) == users(path) == [2, 1]
    path.write_text(LINES + "eve,visit,2024-05-08 10:00:00,\n")
    assert users(path) == [3, 1]
    assert users(path, within="30min") == [3, 0]
    assert funnel(path, ["pay", "visit"]).users.tolist() == [1, 0]


# Which column is what


@pytest.mark.parametrize(
    ("export", "chosen"),
    [
        ("event_type user_id device_id event_time server_upload_time", "user_id event_type event_time"),
        ("event_type amplitude_id device_id event_time", "amplitude_id event_type event_time"),
        ("event time distinct_id $insert_id", "distinct_id event time"),
        ("Event Name,Time,Distinct ID", "Distinct ID,Event Name,Time"),
        ("uuid event properties timestamp distinct_id person_id", "person_id event timestamp"),
        ("anonymousId userId event originalTimestamp receivedAt", "userId event originalTimestamp"),
        ("anonymous_id event_text received_at original_timestamp", "anonymous_id event_text original_timestamp"),
        ("id anonymous_id user_id event timestamp received_at", "user_id event timestamp"),
        ("event_timestamp event_name user_pseudo_id", "user_pseudo_id event_name event_timestamp"),
    ],
    ids=[
        "Amplitude",
        "Amplitude anonymous",
        "Mixpanel",
        "Mixpanel report",
        "PostHog",
        "Segment",
        "Segment warehouse",
        "Segment tracks",
        "Google Analytics",
    ],
)
def test_columns_of_known_exports_are_recognised(export, chosen):
    split = "," if "," in export else " "
    names = export.split(split)
    user, event, time = chosen.split(split)
    table = pd.DataFrame({name: ["x", "y"] for name in names})
    table = table.assign(**{user: "u", event: ["visit", "pay"], time: ["2024-05-06", "2024-05-07"]})
    found = funnel(table, ["visit", "pay"])
    assert found.users.tolist() == [1, 1]
    assert found.attrs["columns"] == {"user": user, "event": event, "timestamp": time}


def test_a_column_that_was_named_is_the_one():
    table = TABLE.rename(columns={"user_id": "uid"}).assign(person_id=1)
    assert users(table, user="uid") == [2, 1]
    refused(table, "uuid is not a column of the table; the nearest is uid", user="uuid")


def test_of_many_columns_some_are_named():
    more = pd.DataFrame(0, TABLE.index, [f"q{place}" for place in range(200)])
    wide = pd.concat([TABLE.rename(columns={"user_id": "wer"}), more], axis=1)
    refused(wide, "user_id is not a column of the table; there are 204, such as wer, event, timestamp, channel and q0")


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
    with reading(TABLE.assign(timestamp=times), USUAL, None, None) as log:
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
    ("times", "said"),
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
def test_times_that_are_none_are_refused(times, said):
    refused(TABLE.assign(timestamp=pd.Series(times, dtype=None if isinstance(times[0], int) else object)), said)


# Users and events


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
    found = funnel(TABLE.assign(user_id=names, event=["visit", "visit", "visit"]), ["visit", "visit"])
    assert found.users.tolist() == [1, 0]
    assert found.attrs["left_out"] == {"without_user": 2, "without_time": 0, "duplicates": 0}


def test_a_row_without_user_and_time_is_counted_once():
    table = pd.concat([TABLE, pd.DataFrame({"event": ["visit"]}), TABLE[:1]])
    with reading(table, USUAL, None, None) as log:
        chunks = list(log.chunks())
    assert log.left_out == {"without_user": 1, "without_time": 0, "duplicates": 1}
    assert sum(len(chunk.user) for chunk in chunks) == log.rows - 2


def test_rows_without_an_event_are_no_step():
    table = pd.concat([TABLE, TABLE.assign(event=None)])
    assert users(table) == [2, 1]
    assert users(table, order="strict") == [2, 1]


def test_duplicates_are_counted_whatever_the_event():
    table = pd.concat([TABLE, TABLE, TABLE.assign(event="other"), TABLE.assign(event="other")])
    assert funnel(table, ["visit", "pay"]).attrs["left_out"]["duplicates"] == 6


def test_ten_thousand_names_of_events():
    many = pd.DataFrame({"user_id": 1, "event": [f"event number {place}" for place in range(10_000)]})
    table = pd.concat([TABLE.assign(user_id=2), many.assign(timestamp=TABLE.timestamp[0])])
    assert users(table) == [1, 1]
    with pytest.raises(Refused, match="event numbre 77 is not an event of this log; the nearest is event number 7"):
        funnel(table, ["visit", "event numbre 77"])
    with pytest.raises(Refused, match=r"xyz is not an event of this log; there are 10,002, such as visit, "):
        funnel(table, ["visit", "xyz"])


def test_groups_may_be_ranges_or_lists():
    table = TABLE.assign(size=pd.cut(pd.Series([1, 1, 9]), [0, 5, 10]), tags=[["a"], ["a"], ["b"]])
    assert funnel(table, ["visit", "pay"], by="size")["size"].tolist() == ["(0, 5]"] * 2 + ["(5, 10]"] * 2
    assert users(table, by="tags") == [1, 1, 1, 0]


def test_too_many_groups_are_refused(monkeypatch):
    monkeypatch.setattr(event_log, "MOST_GROUPS", 1)
    refused(TABLE.assign(session=range(3)), "by: session has more than 1 different values", by="session")


def test_names_out_of_the_data_stay_names():
    nasty = 'x"); DROP TABLE log; --'
    table = TABLE.rename(columns={"user_id": nasty, "event": "e'v\"t", "channel": "<script>"})
    table["e'v\"t"] = ["'; SELECT 1; --", 'pay"', "'; SELECT 1; --"]
    table["<script>"] = ["'a", '"b', "c"]
    for events in (table, pl.from_pandas(table)):
        found = funnel(
            events, ["'; SELECT 1; --", 'pay"'], user=nasty, event="e'v\"t", by="<script>", event_id="<script>"
        )
        assert found.users.tolist() == [1, 1, 1, 0]


def test_names_out_of_the_data_cannot_break_a_message():
    refused(TABLE.assign(event=["visit\n\x1b[31m" * 50] * 3), "^visit is not an event of this log; ")


# What cannot be read


@pytest.mark.parametrize("events", [None, 5, {"user_id": [1]}, [1, 2], TABLE["event"], object()])
def test_what_is_no_table_is_refused(events):
    refused(events, "is not a table of events; give a pandas, Polars or Arrow table, or the path")


def test_paths_that_lead_nowhere(tmp_path):
    refused(tmp_path / "none.csv", "none.csv does not exist")
    refused(tmp_path / "*.csv", "no file matches")
    refused(tmp_path, r"is a folder; name its files, such as .*\*.parquet")
    refused("https://example.org/log.csv", "does not exist")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("log.csv", b"", "log.csv is empty"),
        ("log.parquet", b"", "log.parquet is empty"),
        ("log.csv", b"\n\n", "log.csv has no line of column names"),
        ("log.csv", b"user_id,event,timestamp\n", "log.csv holds no events"),
        ("log.parquet", LINES.encode(), "log.parquet is not a Parquet file, whatever its name says"),
        ("log.parquet", b"PAR1" + bytes(40), "log.parquet cannot be read"),
        ("log.csv.gz", LINES.encode(), "log.csv.gz is not a gzip file, whatever its name says"),
        ("log.csv.gz", gzip.compress(LINES.encode() * 50)[:-30], "log.csv.gz cannot be read"),
        ("log.csv", gzip.compress(LINES.encode()), "log.csv is not a CSV file, whatever its name says: it is a gzip"),
        ("log.csv", b"PK\x03\x04....", "it is a zip archive or a spreadsheet"),
        ("log.csv", b"PAR1....PAR1", "it is a Parquet file"),
        ("log.csv", LINES.encode("utf-16"), "it is text in UTF-16; save it as UTF-8"),
        ("log.csv", LINES.replace("visit", "Besüch").encode("latin-1"), "line 2 of log.csv cannot be read .not utf-8"),
        ("log.csv", LINES.replace("event", "Ereignïs").encode("latin-1"), "log.csv is not a CSV file in UTF-8"),
        (
            "log.csv",
            b"user_id^event^timestamp\n1^visit^2024\n",
            r"one column only, .user_id\^event\^timestamp.; separate",
        ),
        ("log.csv", LINES.encode() + b"eve,visit\n", "line 5 of log.csv cannot be read .Expected Number of Columns: 4"),
        ("log.csv", LINES.encode() + b'eve,"visit,2024\n', "log.csv cannot be read .Value with unterminated quote"),
        ("log.xlsx", b"PK", r"neither a Parquet nor a CSV file by its name \(.parquet, .csv, .csv.gz\)"),
        ("log", b"x", "neither a Parquet nor a CSV file"),
        ("log.gz", b"x", "neither a Parquet nor a CSV file"),
    ],
)
def test_files_that_are_not_what_they_seem(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)
    refused(tmp_path / name, said)


def test_two_columns_of_one_name_are_refused(tmp_path):
    refused(pd.concat([TABLE, TABLE.event], axis=1), "event: the table has 2 columns named event")
    (tmp_path / "log.csv").write_text("user_id,event,event,timestamp\n1,visit,pay,2024-01-01\n")
    refused(tmp_path / "log.csv", "event: log.csv has 2 columns named event")


def test_no_line_of_a_csv_is_left_out_in_silence(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("#user_id,event,timestamp\n#1,visit,2024-01-01\n#2,pay,2024-01-01\n#3,visit,2024-01-01\n")
    assert funnel(path, ["visit", "pay"], user="#user_id").attrs["rows"] == 3


# The database


def test_the_database_stays_offline_and_small():
    with event_store.opened(TABLE, None) as store:
        settings = dict(store.rows("SELECT name, value FROM duckdb_settings()"))
    assert settings["autoinstall_known_extensions"] == settings["autoload_known_extensions"] == "false"
    assert float(settings["memory_limit"].split()[0]) <= 2.1 or "MiB" in settings["memory_limit"]
    assert settings["TimeZone"] == "UTC"


@pytest.mark.parametrize("fault", [event_store.duckdb.OutOfMemoryException, OSError, MemoryError])
def test_what_needs_more_room_than_there_is_is_told(fault):
    with pytest.raises(Refused, match=r"^the table needs more room than there is \("), event_store.opened(TABLE, None):
        raise fault("could not allocate\nblock")


def test_faults_of_plgkit_are_no_refusals():
    with pytest.raises(event_store.duckdb.BinderException), event_store.opened(TABLE, None) as store:
        store.rows("SELECT nothing")


def test_progress_is_told():
    stages = []
    funnel(pl.from_pandas(TABLE), ["visit", "pay"], progress=lambda stage, share: stages.append((stage, share)))
    assert {"reading", "counting", "following users"} <= {stage for stage, _ in stages}
    assert all(share is None or 0 <= share <= 1 for _, share in stages)


# Tables that are read as they are


def databases(monkeypatch):
    """Counts the logs that DuckDB reads."""
    opened, made = event_store.opened, []
    monkeypatch.setattr(event_store, "opened", lambda *given: made.append(given) or opened(*given))
    return made


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"user_id": [7, 7, 8]},
        {"user_id": np.array([7, 7, 8], "uint64")},
        {"timestamp": TABLE.timestamp.dt.tz_localize("Europe/Berlin")},
    ],
    ids=["texts", "numbers", "large numbers", "zone"],
)
def test_plain_columns_need_no_database(changed, monkeypatch):
    made = databases(monkeypatch)
    assert users(TABLE.assign(**changed), within="1h") == [2, 1]
    assert not made


@pytest.mark.parametrize(
    ("changed", "options"),
    [
        ({"user_id": [7.0, 7.0, 8.0]}, {}),
        ({"user_id": pd.Categorical(TABLE.user_id)}, {}),
        ({"event": pd.Categorical(TABLE.event)}, {}),
        ({"timestamp": TABLE.timestamp.astype("M8[ns]")}, {}),
        ({"timestamp": TABLE.timestamp.astype("M8[s]")}, {}),
        ({"timestamp": TABLE.timestamp.astype("str")}, {}),
        ({"channel": [1, 1, 2]}, {"by": "channel"}),
        ({"channel": ["1", "2", "3"]}, {"event_id": "channel"}),
    ],
)
def test_what_needs_interpretation_goes_to_the_database(changed, options, monkeypatch):
    made = databases(monkeypatch)
    found = funnel(TABLE.assign(**changed), ["visit", "pay"], within="1h", **options)
    assert found.groupby("step").users.sum().to_dict() == {"visit": 2, "pay": 1}
    assert len(made) == 1


def test_a_large_table_goes_to_the_database(monkeypatch):
    made = databases(monkeypatch)
    monkeypatch.setattr(event_log, "CHUNK", 2)
    assert users(TABLE) == [2, 1]
    assert len(made) == 1


def test_both_ways_leave_out_the_same_rows_and_find_the_same_groups():
    names = ["", None, "z", "é", "Z", "ada"]
    rows = [(names[n % 6], ["visit", "pay", None][n % 3], n % 5, names[n % 4]) for n in range(400)]
    table = pd.DataFrame(rows, columns=["user_id", "event", "timestamp", "by"]).astype({"by": "str", "event": "str"})
    table["timestamp"] = pd.Timestamp("1969-12-31 23:59:58") + pd.to_timedelta(table.timestamp, "s")
    table.loc[::7, "timestamp"] = pd.NaT
    for by in (None, "by", "event"):
        plain, stored = (funnel(one, ["visit", "pay"], "2s", by=by) for one in (table, pl.from_pandas(table)))
        pd.testing.assert_frame_equal(plain, stored, check_dtype=False)
        assert plain.attrs == stored.attrs


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (TABLE[:0], "the table holds no events"),
        (TABLE.assign(timestamp=pd.Series([pd.NaT] * 3, dtype="M8[us]")), "no row with a user and a time"),
        (TABLE.assign(user_id=""), "no row with a user and a time"),
        (TABLE.replace("pay", "paid"), "pay is not an event of this log; choose one of paid, visit"),
        (TABLE.assign(user_id=["ada", "", "bob"]), "pay occurs only in rows without a user or a time"),
    ],
)
def test_both_ways_refuse_alike(table, said):
    for events in (table, pl.from_pandas(table)):
        refused(events, said)


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("MOST_EVENTS", "event: event has more than 1 different names"),
        ("MOST_GROUPS", "by: channel has more than 1 different values"),
    ],
)
def test_too_many_names_are_refused(limit, said, monkeypatch):
    monkeypatch.setattr(event_log, limit, 1)
    refused(TABLE.assign(channel=["a", "b", "c"]), said, by="channel")
