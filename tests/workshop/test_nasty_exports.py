"""Exports that nobody should hand in: each is told in a line, and nothing is written."""

import gzip
import io
import os
import random
import zipfile
from datetime import datetime

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from plgkit.cli import main

HEADER = "user_id,event,timestamp,channel\n"
ROWS = "ada,visit,2024-05-01 10:00,ads\nada,pay,2024-05-01 11:00,ads\n"
LOG = HEADER + ROWS
STEPS = "visit,pay"


def parquet(**columns):
    """A Parquet file as bytes, columns that are not given as in a plain log."""
    plain = {"user_id": ["ada", "ada"], "event": ["visit", "pay"]}
    plain["timestamp"] = [datetime(2024, 5, 1), datetime(2024, 5, 2)]
    content = io.BytesIO()
    pq.write_table(pa.table(plain | columns), content)
    return content.getvalue()


def damaged(start, end, seed=0):
    """A Parquet file whose bytes from `start` to `end` are noise."""
    content = bytearray(parquet())
    content[start:end] = random.Random(seed).randbytes(len(content[start:end]))
    return bytes(content)


def footer(size):
    """A Parquet file that says its footer has this many bytes."""
    return parquet()[:-8] + size.to_bytes(4, "little") + b"PAR1"


def archive():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("log.csv", LOG)
    return content.getvalue()


def times(*values):
    """A CSV file with these texts for times."""
    return HEADER + "".join(f"u,visit,{value},x\nu,pay,{value},x\n" for value in values)


PLAIN = parquet()
FILES = {
    "parquet-empty": ("log.parquet", b""),
    "parquet-magic-alone": ("log.parquet", b"PAR1"),
    "parquet-magic-twice": ("log.parquet", b"PAR1PAR1"),
    "parquet-zeros": ("log.parquet", b"PAR1" + bytes(5000) + b"PAR1"),
    "parquet-no-end": ("log.parquet", PLAIN[:-4]),
    "parquet-half": ("log.parquet", PLAIN[: len(PLAIN) // 2]),
    "parquet-without-beginning": ("log.parquet", b"PAR1" + PLAIN[200:]),
    "parquet-encrypted": ("log.parquet", PLAIN[:-4] + b"PARE"),
    "parquet-footer-0": ("log.parquet", footer(0)),
    "parquet-footer-1": ("log.parquet", footer(1)),
    "parquet-footer-all": ("log.parquet", footer(len(PLAIN) - 12)),
    "parquet-footer-beyond": ("log.parquet", footer(len(PLAIN))),
    "parquet-footer-huge": ("log.parquet", footer(2**32 - 1)),
    "parquet-footer-noise": ("log.parquet", damaged(-600, -8)),
    "parquet-pages-noise": ("log.parquet", damaged(4, 300, 4)),
    "parquet-page-noise": ("log.parquet", damaged(4, 20, 5)),
    "parquet-page-noise-2": ("log.parquet", damaged(20, 60, 6)),
    "parquet-users-nested": ("log.parquet", parquet(user_id=[{"a": 1}, {"a": 1}]).replace(b"user_id", b"user_ie")),
    "parquet-no-columns": ("log.parquet", parquet().replace(b"timestamp", b"timestomp")),
    "parquet-times-nested": ("log.parquet", parquet(timestamp=[{"a": 1}, {"a": 2}])),
    "parquet-times-lists": ("log.parquet", parquet(timestamp=[[1], [2]])),
    "parquet-times-bytes": ("log.parquet", parquet(timestamp=[b"\xff", b"\x00"])),
    "parquet-times-booleans": ("log.parquet", parquet(timestamp=[True, False])),
    "parquet-times-of-day": ("log.parquet", parquet(timestamp=pa.array([1, 2], pa.time64("us")))),
    "parquet-times-intervals": ("log.parquet", parquet(timestamp=pa.array([1, 2], pa.duration("us")))),
    "parquet-times-none": ("log.parquet", parquet(timestamp=pa.array([None, None], pa.timestamp("us")))),
    "parquet-times-beyond": ("log.parquet", parquet(timestamp=pa.array([2**53] * 2, pa.timestamp("s")))),
    "parquet-times-days-beyond": ("log.parquet", parquet(timestamp=pa.array([2**31 - 2] * 2, pa.date32()))),
    "parquet-times-last": ("log.parquet", parquet(timestamp=pa.array([2**63 - 1] * 2, pa.timestamp("us")))),
    "parquet-times-all": ("log.parquet", parquet(timestamp=pa.array([-(2**62) - 9, 2**62], pa.timestamp("us")))),
    "parquet-times-infinite": ("log.parquet", parquet(timestamp=[float("inf"), float("-inf")])),
    "parquet-events-missing": ("log.parquet", parquet(event=pa.array([None, None], pa.string()))),
    "parquet-events-bytes": ("log.parquet", parquet(event=[b"\xff\xfe", b"\x00"])),
    "parquet-users-missing": ("log.parquet", parquet(user_id=pa.array([None, None], pa.string()))),
    "parquet-without-rows": ("log.parquet", parquet(user_id=[], event=[], timestamp=[])),
    "csv-empty": ("log.csv", ""),
    "csv-blank": ("log.csv", " \n\n\t\n"),
    "csv-nul": ("log.csv", "\0"),
    "csv-nuls": ("log.csv", "\0" * 5000),
    "csv-header-alone": ("log.csv", HEADER),
    "csv-header-without-end": ("log.csv", HEADER.strip()),
    "csv-header-empty-names": ("log.csv", ",,,\n,,,\n"),
    "csv-header-long-field": ("log.csv", LOG.replace("channel", "c" * 140_000)),
    "csv-header-long-quoted-field": ("log.csv", LOG.replace("channel", '"' + "c" * 140_000 + '"')),
    "csv-header-endless": ("log.csv", "a," * 600_000 + "\n"),
    "csv-header-a-million-characters": ("log.csv", "é" * 1_200_000),
    "csv-header-unbalanced": ("log.csv", LOG.replace("user_id", '"user_id')),
    "csv-header-return": ("log.csv", LOG.replace("channel", '"chan\rnel" x')),
    "csv-header-twice": ("log.csv", LOG.replace("channel", "event")),
    "csv-header-utf-16": ("log.csv", LOG.encode("utf-16")),
    "csv-header-utf-32": ("log.csv", LOG.encode("utf-32")),
    "csv-header-utf-16-without-mark": ("log.csv", LOG.encode("utf-16-le")),
    "csv-header-latin": ("log.csv", LOG.replace("channel", "é").encode("latin-1")),
    "csv-rows-latin": ("log.csv", LOG.replace("pay,", "é,").encode("latin-1")),
    "csv-rows-surrogate": ("log.csv", LOG.encode() + b"\xed\xa0\x80,visit,2024-05-01,x\n"),
    "csv-rows-nul-times": ("log.csv", times("2024-05-01\0")),
    "csv-rows-short": ("log.csv", LOG + "ada\n"),
    "csv-rows-long": ("log.csv", LOG + "a,b,c,d,e,f\n"),
    "csv-rows-unbalanced": ("log.csv", LOG + 'a,"visit,2024-05-01,x\n'),
    "csv-rows-quote-inside": ("log.csv", LOG + 'a,"vi"sit,2024-05-01,x\n'),
    "csv-rows-3-MB": ("log.csv", LOG + "a," + "x" * 3_000_000 + ",2024-05-01,x\n"),
    "csv-one-column": ("log.csv", "user_id^event^timestamp\n1^2^3\n"),
    "csv-wrong-columns": ("log.csv", "a,b,c\n1,2,3\n"),
    "csv-no-such-step": ("log.csv", LOG.replace("pay", "paid")),
    "csv-escape-in-names": ("log.csv", LOG.replace("event", "\x1b[31mevent\u202e")),
    "csv-json": ("log.csv", '{"user_id": 1}\n'),
    "csv-html": ("log.csv", "<!doctype html><table>\n"),
    "csv-parquet": ("log.csv", PLAIN),
    "csv-gzip": ("log.csv", gzip.compress(LOG.encode())),
    "csv-zip": ("log.csv", archive()),
    "csv-noise": ("log.csv", random.Random(7).randbytes(3000)),
    "times-words": ("log.csv", times("soon")),
    "times-beyond-the-calendar": ("log.csv", times("300000-01-01")),
    "times-before-and-beyond": ("log.csv", times("290000-01-01", "290000-01-01 (BC)")),
    "times-day-32": ("log.csv", times("2024-01-32")),
    "times-february-30": ("log.csv", times("2024-02-30")),
    "times-hour-25": ("log.csv", times("2024-01-01 25:00:00")),
    "times-digits": ("log.csv", times("9" * 400)),
    "times-negative": ("log.csv", times("-1")),
    "times-nan": ("log.csv", times("nan")),
    "times-infinity": ("log.csv", times("infinity")),
    "times-epoch": ("log.csv", times("epoch")),
    "times-exponent": ("log.csv", times("1e999")),
    "times-hexadecimal": ("log.csv", times("0x663a")),
    "times-with-and-without-zone": ("log.csv", times("2024-05-01 10:00", "2024-05-01 10:00Z")),
    "times-no-such-zone": ("log.csv", times("2024-05-01 10:00 Mars/Olympus")),
    "times-mixed-numbers": ("log.csv", times("1714989600", "1714989600000000000")),
    "gzip-of-nothing": ("log.csv.gz", gzip.compress(b"")),
    "gzip-header-alone": ("log.csv.gz", b"\x1f\x8b"),
    "gzip-half": ("log.csv.gz", gzip.compress(LOG.encode() * 50)[:-40]),
    "gzip-noise": ("log.csv.gz", b"\x1f\x8b\x08\x00" + random.Random(1).randbytes(200)),
    "gzip-bomb-of-one-line": ("log.csv.gz", gzip.compress(bytes(50_000_000), 1)),
    "gzip-bomb-behind-a-header": ("log.csv.gz", gzip.compress(LOG.encode() + b"x" * 5_000_000, 1)),
    "gzip-plain": ("log.csv.gz", LOG),
    "gzip-parquet": ("log.parquet.gz", gzip.compress(PLAIN)),
    "gzip-in-gzip": ("log.csv.gz", gzip.compress(gzip.compress(LOG.encode()))),
    "excel": ("log.xlsx", archive()),
    "no-ending": ("log", LOG),
    "ending-alone": (".csv", LOG),
}

OPTIONS = {
    "no-steps": ["--steps", ""],
    "commas-for-steps": ["--steps", ",,,"],
    "step-alone": ["--steps", "visit"],
    "steps-nul": ["--steps", "visit,pa\0y"],
    "steps-unbalanced": ["--steps", '"visit,pay'],
    "steps-surrogate": ["--steps", "visit,pay\udcff"],
    "steps-escape": ["--steps", "visit,\x1b[31mpay"],
    "steps-long": ["--steps", "visit," + "p" * 200_000],
    "steps-line": ["--steps", "visit,pay\nplgkit: all is well"],
    "steps-return": ["--steps", "visit,pay\rx"],
    "steps-many": ["--steps", ",".join(["visit"] + ["pay"] * 40_000)],
    "within-nothing": ["--within", ""],
    "within-zero": ["--within", "0d"],
    "within-negative": ["--within", "-1d"],
    "within-digits": ["--within", "9" * 5000 + "d"],
    "within-nul": ["--within", "1\0d"],
    "within-words": ["--within", "soon"],
    "within-infinite": ["--within", "infd"],
    "by-none": ["--by", "nothing"],
    "by-empty": ["--by", ""],
    "by-nul": ["--by", "chan\0nel"],
    "by-surrogate": ["--by", "\udcff"],
    "by-step": ["--by", "users"],
    "attempt": ["--attempt", "worst\x1b[2J"],
    "order": ["--order", "\udcff"],
    "user": ["--user", "\0"],
    "event": ["--event", "x" * 100_000],
    "timestamp": ["--timestamp", "channel"],
    "event-id": ["--event-id", "\u202eid"],
    "out-long": ["--out", "x" * 300],
    "out-a-file": ["--out", "log.csv"],
    "out-below-a-file": ["--out", "log.csv/x"],
    "out-surrogate-missing": ["--out", "/dev/null/\udcff"],
    "out-system": ["--out", "/proc/nothing"],
}

PATHS = {
    "nothing": "",
    "nul": "log\0.csv",
    "long": "x" * 300 + ".csv",
    "longer-than-a-path": "x/" * 3000 + "log.csv",
    "loop": "loop.csv",
    "below-a-loop": "loop.csv/log.csv",
    "dangling": "dangling.csv",
    "folder": "folder.csv",
    "below-a-file": "log.csv/log.csv",
    "pipe": "pipe.csv",
    "endless": "/dev/zero",
    "endless-by-name": "zero.csv",
    "unreadable": "/proc/1/mem",
    "address": "https://example.org/log.csv",
    "bucket": "s3://bucket/log.parquet",
    "file-address": "file:///etc/passwd",
    "pattern-of-nothing": "nothing*.csv",
    "pattern-of-folders": "fold*",
    "pattern-unbalanced": "[.csv",
    "pattern-both": "log.*",
    "surrogate": "\udcff.csv",
    "present-surrogate": "present\udcff.csv",
    "newline": "log\nplgkit: fine.csv",
    "escape": "\x1b]0;title\x07.csv",
    "right-to-left": "log\u202evsc.csv",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments):
    """What `plgkit funnel` says of what it cannot use: lines without a control sign, no traceback."""
    done = CliRunner().invoke(main, ["funnel", *arguments])
    assert isinstance(done.exception, SystemExit), done.exception
    assert (done.exit_code, done.stdout) == (2, "")
    lines = done.stderr.splitlines()
    assert lines and all(len(line) < 1000 for line in lines)
    assert all(letter.isprintable() for letter in "".join(done.stderr.split("\n")))
    return lines


@pytest.mark.parametrize(("name", "content"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_export_is_told_in_a_line(folder, name, content):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (line,) = told(name, "--steps", STEPS, "--out", "out")
    assert line.startswith("plgkit: ")
    assert not (folder / "out").exists()


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
def test_an_option_that_cannot_be_used_is_told_in_a_line(folder, options):
    (folder / "log.csv").write_text(LOG)
    steps = [] if "--steps" in options else ["--steps", STEPS]
    lines = told("log.csv", *steps, *([] if "--out" in options else ["--out", "out"]), *options)
    assert len(lines) == 1
    assert {path.name for path in folder.iterdir()} == {"log.csv"}


@pytest.mark.skipif(os.name != "posix", reason="such files are of POSIX")
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_a_path_that_leads_nowhere_is_told_in_a_line(folder, path):
    (folder / "log.csv").write_text(LOG)
    (folder / "log.parquet").write_bytes(PLAIN)
    (folder / "folder.csv").mkdir()
    (folder / "loop.csv").symlink_to("loop.csv")
    (folder / "dangling.csv").symlink_to("nothing")
    (folder / "zero.csv").symlink_to("/dev/zero")
    os.mkfifo(folder / "pipe.csv")
    (folder / "present\udcff.csv").write_text(LOG)
    before = sorted(folder.iterdir())
    assert len(told(path, "--steps", STEPS, "--out", "out")) == 1
    assert sorted(folder.iterdir()) == before


NAMES = ["https:/log.csv", "s3:/x/log.csv", "https:/example.org/log.csv", "*.csv", "?.csv", "[ab].csv", "**/x.csv"]
NAMES += ["~/log.csv", "a'b.csv", "a;b.csv", "day=1/log.csv", "user_id=bob/log.csv", "$HOME.csv", "-.csv", "{a,b}.csv"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such names")
@pytest.mark.parametrize("kind", ["csv", "parquet", "csv.gz"])
@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_means_something_to_a_program_is_a_name(folder, name, kind):
    path = folder / name.replace("csv", kind)
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"csv": LOG.encode(), "parquet": PLAIN, "csv.gz": gzip.compress(LOG.encode())}[kind]
    path.write_bytes(content)
    other = path.with_name(f"a.{kind}")
    other.write_bytes(content if kind == "parquet" else content[:-20])
    done = CliRunner().invoke(main, ["funnel", "--steps", STEPS, "--out", "out", "--", name.replace("csv", kind)])
    assert done.exit_code == 0, done.stderr
    assert "read: 2 rows" in done.stdout


def test_a_funnel_of_many_steps_is_measured(folder):
    (folder / "log.csv").write_text(LOG)
    done = CliRunner().invoke(main, ["funnel", "log.csv", "--steps", ",".join(["visit"] + ["pay"] * 199)])
    assert done.exit_code == 0, done.exception
    table = pd.read_csv(folder / "funnel.csv")
    assert table.users.to_list() == [1, 1, *np.zeros(198, int)]
