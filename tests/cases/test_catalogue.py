import json

import numpy as np
import pandas as pd
import pytest

from plgkit.cases.catalogue import cases, load
from plgkit.cases.descriptor import DESCRIPTOR, stamp
from plgkit.ideas.cohort import fit_retention
from plgkit.support import folders
from plgkit.support.errors import Refused

PACKAGE = json.loads((folders.data() / DESCRIPTOR).read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in PACKAGE["resources"]}


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


def test_an_unknown_case(refusal):
    assert refusal("public_company") == "public_company is not a case; the nearest is public_companies"
    assert refusal(None).startswith("None is not a case; choose one of ")
    assert refusal(["deals"]).startswith("['deals'] is not a case; ")


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
