import hashlib
import json
import shutil

import numpy as np
import pandas as pd
import pytest
from frictionless import Package

from plgkit.cases.catalogue import DESCRIPTOR, cases, load, stamp
from plgkit.ideas.leaky_bucket import fit_retention
from plgkit.support import folders
from plgkit.support.errors import Refused

PACKAGE = json.loads((folders.data() / DESCRIPTOR).read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A copy of the data that a test may spoil."""
    folder = shutil.copytree(folders.data(), tmp_path / "data")
    monkeypatch.setattr(folders, "data", lambda: folder)
    return folder


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A case of one's own: its columns and its text in, the loaded table out."""

    def make(columns, text):
        resource = {key: RESOURCES["public_listings"][key] for key in ("title", "description", "teaches")}
        resource |= {"name": "made", "kind": "invented", "sources": [{"title": "a test"}]}
        resource |= {"licenses": [{"title": "none"}], "path": "made.csv", "rows": 0, "bytes": 0, "hash": ""}
        resource["schema"] = {"fields": [{"name": name, "type": kind} for name, kind in columns.items()]}
        (tmp_path / "made.csv").write_text(text, encoding="utf-8")
        (tmp_path / DESCRIPTOR).write_text(json.dumps({"resources": [resource]}), encoding="utf-8")
        stamp(tmp_path)
        monkeypatch.setattr(folders, "data", lambda: tmp_path)
        return load("made")

    return make


def refusal(name="public_companies"):
    with pytest.raises(Refused) as caught:
        load(name)
    assert "\n" not in str(caught.value)
    return str(caught.value)


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


def test_every_fact_has_a_name_and_a_meaning():
    for resource in RESOURCES.values():
        facts = resource.get("truth", [])
        assert all(fact["description"] for fact in facts)
        assert load(resource["name"]).attrs["truth"] == {fact["name"]: fact["value"] for fact in facts}
        assert len({fact["name"] for fact in facts}) == len(facts)
        assert bool(facts) == (resource["kind"] == "invented")


def test_the_list_of_cases():
    table = cases()
    assert list(table) == ["name", "title", "kind", "rows", "licence", "source"]
    assert list(table["name"]) == list(RESOURCES)
    assert set(table["kind"]) <= {"real", "invented"}
    assert (table[["title", "licence", "source"]] != "").all(axis=None)


@pytest.mark.parametrize("name", RESOURCES)
def test_columns_have_the_types_of_the_schema(name):
    checks = {
        "string": pd.api.types.is_string_dtype,
        "date": pd.api.types.is_datetime64_dtype,
        "datetime": pd.api.types.is_datetime64_dtype,
        "number": pd.api.types.is_float_dtype,
        "integer": pd.api.types.is_numeric_dtype,
        "boolean": pd.api.types.is_bool_dtype,
    }
    frame = load(name)
    for field in RESOURCES[name]["schema"]["fields"]:
        assert checks[field["type"]](frame[field["name"]]), field["name"]


def test_only_an_empty_cell_is_missing(made):
    kinds = {"answer": "string", "people": "integer", "day": "date", "at": "datetime", "share": "number"}
    frame = made(kinds, "answer,people,day,at,share\nNone,3,2024-02-29,2024-02-29T13:30:00,0.5\n,,,,\n")
    assert frame.loc[0].to_list() == ["None", 3, pd.Timestamp("2024-02-29"), pd.Timestamp("2024-02-29 13:30"), 0.5]
    assert frame.loc[1].isna().all()
    assert frame["people"].dtype == np.float64


def test_whole_numbers_stay_whole(made):
    frame = made({"people": "integer", "called": "boolean"}, "people,called\n3,true\n4,false\n")
    assert frame["people"].dtype == np.int64
    assert frame["called"].to_list() == [True, False]


@pytest.mark.parametrize(
    "columns",
    [{"other": "string"}, {"day": "date"}, {"day": "integer"}, {"day": "number"}, {"day": "boolean"}],
)
def test_a_descriptor_that_does_not_fit_its_file(made, columns):
    with pytest.raises(Refused, match=r"^data/datapackage.json does not describe data/made.csv .*; .*$"):
        made(columns, "day\n2024-02-30\n")


def test_attrs_tell_where_a_case_comes_from():
    attrs = load("public_companies").attrs
    resource = RESOURCES["public_companies"]
    assert attrs["units"] == {"usd_millions": "USD million"}
    assert (attrs["kind"], attrs["licence"]) == ("real", "Public domain")
    assert attrs["source"] == resource["sources"][0]["title"]
    assert [attrs[key] for key in ("name", "title", "description", "teaches", "notes")] == [
        resource[key] for key in ("name", "title", "description", "teaches", "notes")
    ]


def test_who_changes_a_case_changes_only_their_copy():
    mine = load("public_listings")
    mine.loc[0, "company"] = "Mine"
    mine["more"] = 1
    mine.attrs["units"]["more"] = "people"
    mine.attrs["truth"]["more"] = 1
    again = load("public_listings")
    assert "Mine" not in set(again["company"])
    assert "more" not in again
    assert again.attrs["units"] == again.attrs["truth"] == {}


def test_an_unknown_case():
    assert refusal("public_company") == "public_company is not a case; the nearest is public_companies"
    assert refusal(None).startswith("None is not a case; choose one of ")
    assert refusal(["deals"]).startswith("['deals'] is not a case; ")


def test_a_missing_file(copied):
    (copied / "public_companies.csv").unlink()
    cure = "git checkout data/public_companies.csv"
    assert refusal() == f"data/public_companies.csv is missing; to get it back: {cure}"


def test_a_missing_file_of_an_installed_wheel(copied, monkeypatch):
    (copied / "public_companies.csv").unlink()
    monkeypatch.setattr(folders, "in_clone", lambda: False)
    assert refusal() == "data/public_companies.csv is missing; to get it back: reinstall plgkit"


def test_a_missing_descriptor(copied):
    (copied / DESCRIPTOR).unlink()
    assert refusal().startswith("data/datapackage.json is missing; ")


def test_a_folder_in_the_place_of_a_file(copied):
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
def test_a_file_that_is_not_the_one_described(copied, spoil):
    # Loaded before, so that a table kept from then would show.
    load("public_companies")
    path = copied / "public_companies.csv"
    path.write_bytes(spoil(path.read_bytes()))
    wrong = "data/public_companies.csv is not the file that plgkit ships (its sha256 differs); to get it back: "
    assert refusal() == f"{wrong}git checkout data/public_companies.csv"


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
def test_a_broken_descriptor(copied, spoil):
    path = copied / DESCRIPTOR
    path.write_bytes(spoil(path.read_bytes()))
    line = refusal()
    assert line.startswith("data/datapackage.json is not a descriptor of cases (")
    assert line.endswith("; to get it back: git checkout data/datapackage.json")


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


def test_companies_stand_in_the_order_of_a_statement():
    frame = load("public_companies")
    fields = {field["name"]: field for field in RESOURCES["public_companies"]["schema"]["fields"]}
    order = fields["line"]["constraints"]["enum"]
    keys = list(zip(frame["company"], frame["period_end"], frame["line"].map(order.index), strict=True))
    assert keys == sorted(keys)


def test_renewals_are_those_that_were_published():
    """With the first eight years the authors find 0.704 and 1.182, 0.668 and 3.806."""
    frame = load("renewals").pivot(index="year", columns="cohort", values="share_remaining")
    assert frame.loc[[0, 7, 12]].to_numpy().T.tolist() == [[1, 0.491, 0.394], [1, 0.241, 0.173]]
    assert (frame.diff().loc[1:] < 0).all(axis=None)
    for cohort, parameters in {"Regular": (0.704, 1.182), "High End": (0.668, 3.806)}.items():
        fit = fit_retention(1000 * frame.loc[:7, cohort])
        assert (fit.alpha, fit.beta) == pytest.approx(parameters, abs=1e-3)


def test_weak_sources_are_marked():
    metrics = load("public_metrics")
    weak = metrics[metrics["strength"] == "weak"]
    assert list(zip(weak["company"], weak["period"], weak["metric"], strict=True)) == [
        ("Slack", "FY2017", "net_dollar_retention"),
        ("Slack", "FY2018", "net_dollar_retention"),
    ]
    assert weak["second_source"].isna().all()
    assert set(metrics["strength"]) == {"filing", "release", "article", "weak"}
    filings = metrics[metrics["strength"] == "filing"]
    assert filings["source"].str.startswith("https://www.sec.gov/").all()
