import hashlib
import json
import subprocess
import sys

import pytest
from frictionless import Package

from plgkit.cases.catalogue import load
from plgkit.cases.descriptor import DESCRIPTOR, described_cases, stamp
from plgkit.support import folders
from plgkit.support.errors import Refused

PACKAGE = json.loads((folders.data() / DESCRIPTOR).read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


@pytest.mark.slow
def test_the_package_is_valid():
    report = Package(folders.data() / DESCRIPTOR).validate()
    assert report.valid, report.to_summary()
    assert [task.stats["rows"] for task in report.tasks] == [one["rows"] for one in PACKAGE["resources"]]


@pytest.mark.parametrize("name", RESOURCES)
def test_the_stamps_fit_the_file(name):
    content = (folders.data() / RESOURCES[name]["path"]).read_bytes()
    assert RESOURCES[name]["bytes"] == len(content)
    assert RESOURCES[name]["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    assert RESOURCES[name]["rows"] == len(load(name))


def test_every_file_of_the_folder_is_described():
    described = {resource["path"] for resource in RESOURCES.values()}
    there = {path.name for path in folders.data().iterdir() if not path.name.startswith(".")}
    assert there == described | {DESCRIPTOR}


def test_every_column_has_a_meaning():
    fields = [field for resource in RESOURCES.values() for field in resource["schema"]["fields"]]
    assert [field["name"] for field in fields if not field["description"]] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2],
        lambda text: b"",
        lambda text: b"\xff\xfe",
        lambda text: b"[]",
        lambda text: text.replace(b'"hash": "sha256:', b'"hash": "md5:'),
        lambda text: text.replace(b'"kind": "real"', b'"kind": "rumour"'),
        lambda text: text.replace(b'"type": "date"', b'"type": "day"'),
        lambda text: text.replace(b'"path": "public_metrics.csv",', b""),
        lambda text: text.replace(b'"licenses"', b'"licences"'),
    ],
    ids=["cut short", "empty", "not text", "a list", "hash", "kind", "type", "path", "licences"],
)
def test_a_broken_descriptor(copied, refusal, spoil):
    path = copied / DESCRIPTOR
    path.write_bytes(spoil(path.read_bytes()))
    line = refusal()
    assert line.startswith("data/datapackage.json is not a descriptor of cases (")
    assert line.endswith("; to get it back: git checkout data/datapackage.json")


def test_a_missing_descriptor(copied, refusal):
    (copied / DESCRIPTOR).unlink()
    assert refusal().startswith("data/datapackage.json is missing; ")


def test_a_missing_file(copied, refusal):
    (copied / "public_companies.csv").unlink()
    cure = "git checkout data/public_companies.csv"
    assert refusal() == f"data/public_companies.csv is missing; to get it back: {cure}"


def test_a_missing_file_of_an_installed_wheel(copied, refusal, monkeypatch):
    (copied / "public_companies.csv").unlink()
    monkeypatch.setattr(folders, "in_clone", lambda: False)
    assert refusal() == "data/public_companies.csv is missing; to get it back: reinstall plgkit"


def test_a_folder_in_the_place_of_a_file(copied, refusal):
    (copied / "public_companies.csv").unlink()
    (copied / "public_companies.csv").mkdir()
    assert refusal().startswith("data/public_companies.csv cannot be read (")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace(b"185.821", b"18.5821"),
        lambda text: text[: len(text) // 2],
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: b"",
        lambda text: b"company,revenue\nZoom,1\n",
    ],
    ids=["one figure", "cut short", "line ends", "empty", "foreign"],
)
def test_a_file_that_is_not_the_one_described(copied, refusal, spoil):
    # Loaded before, so that a table kept from then would show.
    load("public_companies")
    path = copied / "public_companies.csv"
    path.write_bytes(spoil(path.read_bytes()))
    wrong = "data/public_companies.csv is not the file that plgkit ships (its sha256 differs); to get it back: "
    assert refusal() == f"{wrong}git checkout data/public_companies.csv"


def test_stamping_twice_changes_nothing(copied):
    before = (copied / DESCRIPTOR).read_bytes()
    assert stamp(copied) == len(RESOURCES)
    assert (copied / DESCRIPTOR).read_bytes() == before


def test_stamping_takes_in_a_change_and_leaves_the_rest(copied):
    path = copied / "public_listings.csv"
    path.write_text(path.read_text() + 'Wix,WIX,2013-11-06,Nasdaq,initial public offering,"two\nlines",x\n')
    before = (copied / DESCRIPTOR).read_text().splitlines()
    stamp(copied)
    after = (copied / DESCRIPTOR).read_text().splitlines()
    assert len(load("public_listings")) == 9
    assert ['"rows": 9' in new for old, new in zip(before, after, strict=True) if old != new] == [True]


def test_stamping_leaves_no_case_out(copied):
    path = copied / DESCRIPTOR
    path.write_text(path.read_text().replace('"rows": 8, ', ""))
    before = path.read_bytes()
    with pytest.raises(Refused, match="each case needs path, rows, bytes and hash"):
        stamp(copied)
    assert path.read_bytes() == before


def test_a_case_knows_its_columns_its_source_and_its_licence():
    cases = {case.name: case for case in described_cases()}
    assert list(cases) == list(RESOURCES)
    case = cases["public_listings"]
    assert [column.name for column in case.columns] == [
        field["name"] for field in RESOURCES["public_listings"]["schema"]["fields"]
    ]
    assert case.licence == "; ".join(licence["title"] for licence in RESOURCES["public_listings"]["licenses"])


def test_the_command_renews_the_descriptor_of_the_course():
    before = (folders.data() / DESCRIPTOR).read_bytes()
    result = subprocess.run([sys.executable, "-m", "plgkit.cases"], capture_output=True, text=True, check=True)
    assert result.stdout == f"{len(RESOURCES)} files stamped in {DESCRIPTOR}\n"
    assert (folders.data() / DESCRIPTOR).read_bytes() == before
