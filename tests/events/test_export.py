import gzip

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from plgkit.events.funnel import funnel
from tests.events.logs import LINES, TABLE, refused, users


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
    TABLE[:1].to_parquet(tmp_path / "first.parquet")
    TABLE[1:].to_parquet(tmp_path / "second.parquet")
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
    result = funnel(table, ["visit", "pay"])
    assert result.users.tolist() == [1, 1]
    assert result.attrs["columns"] == {"user": user, "event": event, "timestamp": time}


def test_a_column_that_was_named_is_the_one():
    table = TABLE.rename(columns={"user_id": "uid"}).assign(person_id=1)
    assert users(table, user="uid") == [2, 1]
    refused(table, "uuid is not a column of the table; the nearest is uid", user="uuid")


def test_of_many_columns_some_are_named():
    more = pd.DataFrame(0, TABLE.index, [f"q{place}" for place in range(200)])
    wide = pd.concat([TABLE.rename(columns={"user_id": "wer"}), more], axis=1)
    refused(wide, "user_id is not a column of the table; there are 204, such as wer, event, timestamp, channel and q0")


def test_names_out_of_the_data_cannot_break_a_message():
    refused(TABLE.assign(event=["visit\n\x1b[31m" * 50] * 3), "^visit is not an event of this log; ")


@pytest.mark.parametrize("events", [None, 5, {"user_id": [1]}, [1, 2], TABLE["event"], object()])
def test_what_is_no_table_is_refused(events):
    refused(events, "is not a table of events; give a pandas, Polars or Arrow table, or the path")


def test_paths_that_lead_nowhere(tmp_path):
    refused(tmp_path / "none.csv", "none.csv does not exist")
    refused(tmp_path / "*.csv", "no file matches")
    refused(tmp_path, r"is a folder; name its files, such as .*\*.parquet")
    refused("https://example.org/log.csv", "does not exist")


@pytest.mark.parametrize(
    ("name", "content", "message"),
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
def test_files_that_are_not_what_they_seem(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    refused(tmp_path / name, message)


def test_two_columns_of_one_name_are_refused(tmp_path):
    refused(pd.concat([TABLE, TABLE.event], axis=1), "event: the table has 2 columns named event")
    (tmp_path / "log.csv").write_text("user_id,event,event,timestamp\n1,visit,pay,2024-01-01\n")
    refused(tmp_path / "log.csv", "event: log.csv has 2 columns named event")


def test_no_line_of_a_csv_is_left_out_in_silence(tmp_path):
    path = tmp_path / "log.csv"
    path.write_text("#user_id,event,timestamp\n#1,visit,2024-01-01\n#2,pay,2024-01-01\n#3,visit,2024-01-01\n")
    assert funnel(path, ["visit", "pay"], user="#user_id").attrs["rows"] == 3
