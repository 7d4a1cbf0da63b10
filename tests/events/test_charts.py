import json

import pandas as pd
import pytest

from plgkit.charts import vegalite
from plgkit.events.charts import funnel_chart, retention_chart
from plgkit.events.funnel import funnel
from plgkit.events.retention import retention
from plgkit.support.errors import Refused

HOUR = pd.Timedelta(hours=1)


def log(groups=("a",)):
    """In each group ten people: all visit, six sign up, three pay; the last one has only begun."""
    start = pd.Timestamp("2024-05-06")
    rows = []
    for group in groups:
        for person in range(10):
            at = start + pd.Timedelta(days=person)
            done = ["visit", *["signup"] * (person < 6), *["pay"] * (person < 3)]
            rows += [(f"{group}{person}", event, at + k * HOUR, group) for k, event in enumerate(done)]
    return pd.DataFrame(rows, columns=["user_id", "event", "timestamp", "channel"])


def content(chart):
    """Every text and number that the picture holds."""
    return json.dumps(chart.to_dict(), allow_nan=False)


def test_each_step_has_its_share_and_its_people():
    picture = content(funnel_chart(funnel(log(), ["visit", "signup", "pay"], within="2d")))
    assert all(step in picture for step in ("visit", "signup", "pay"))
    assert "60%" in picture
    assert "30%" in picture


def test_on_a_phone_a_bar_is_named_by_its_share_alone():
    chart = funnel_chart(funnel(log(), ["visit", "signup", "pay"]))
    assert [row["short"] for row in rows(chart)] == ["10", "60%", "30%"]
    assert "datum.short" in content(chart)


def test_groups_are_named():
    picture = content(funnel_chart(funnel(log(("north", "south")), ["visit", "signup"], by="channel")))
    assert "north" in picture
    assert "south" in picture


def test_the_description_states_the_finding():
    assert "30%" in funnel_chart(funnel(log(), ["visit", "signup", "pay"])).description


def rows(chart):
    """The one table that the picture draws."""
    (table,) = chart.to_dict()["datasets"].values()
    return table


def test_what_is_still_open_stands_apart():
    table = rows(funnel_chart(funnel(log(), ["visit", "signup", "pay"], within="2d")))
    assert [round(row["open"] - row["share"], 9) for row in table] == [0, 0.2, 0.2]
    assert "not lost yet" in content(funnel_chart(funnel(log(), ["visit", "pay"], within="2d")))
    assert "nobody is lost" in content(funnel_chart(funnel(log(), ["visit", "pay"])))


def test_the_interval_is_the_tables():
    result = funnel(log(), ["visit", "signup"])
    assert [(row["low"], row["high"]) for row in rows(funnel_chart(result))] == list(
        zip(result.low, result.high, strict=True)
    )


def test_a_step_that_returns_has_a_bar_of_its_own():
    table = rows(funnel_chart(funnel(log(), ["visit", "signup", "visit"])))
    assert [row["step"] for row in table] == ["1  visit", "2  signup", "3  visit"]


def test_of_many_groups_the_largest_are_drawn_each_with_its_name():
    table = log([f"the group that has the number {place:02}" for place in range(12)])
    table = table.drop(table.index[table.channel.str.endswith("03")][:1])
    chart = funnel_chart(funnel(table, ["visit", "signup"], by="channel"))
    names = {row["group"] for row in rows(chart)}
    assert len(names) == 8
    assert "the 8 largest of 12 groups" in content(chart)


def test_missing_and_blank_groups_are_named():
    table = log(("a", "b", "c")).replace({"channel": {"a": None, "b": " ", "c": "(none)"}})
    groups = {row["group"] for row in rows(funnel_chart(funnel(table, ["visit", "signup"], by="channel")))}
    assert groups == {"(blank)", "(none)", "(none) [3]"}


def test_the_curve_takes_the_cohorts_whose_period_is_over():
    result = retention(log(), "visit", "signup", period="day", periods=3)
    curve = [row for row in rows(retention_chart(result)) if row["kind"] == "all"]
    known = result.dropna()
    assert [row["users"] for row in curve] == known.groupby("period").users.sum().tolist()
    assert [row["returned"] for row in curve] == known.groupby("period").returned.sum().tolist()
    cells = [row for row in rows(retention_chart(result)) if row["kind"] == "cell"]
    assert sum(row["share"] is None for row in cells) == result.share.isna().sum()


def test_a_retention_of_many_days_is_drawn_in_part():
    result = retention(
        pd.concat([log(), log().assign(timestamp=lambda table: table.timestamp + 60 * 24 * HOUR)]),
        "visit",
        "signup",
        "day",
        60,
    )
    table = rows(retention_chart(result))
    assert max(row["period"] for row in table) == 24


@pytest.mark.parametrize("other", [None, pd.DataFrame(), log()])
@pytest.mark.parametrize("chart", [funnel_chart, retention_chart])
def test_what_is_no_result_is_refused(chart, other):
    with pytest.raises(Refused, match=r"give it what plg\."):
        chart(other)


def test_a_retention_of_which_nothing_is_over_is_refused():
    with pytest.raises(Refused, match="no period of any cohort is over"):
        retention_chart(retention(log(), "visit", "signup", period="month"))


def test_names_out_of_the_log_are_text_in_the_picture():
    nasty = "</script>'\"];datum"
    table = log().replace({"event": {"signup": nasty}}).assign(channel=nasty)
    chart = funnel_chart(funnel(table, ["visit", nasty], by="channel"))
    assert vegalite.png(chart.to_dict()).startswith(b"\x89PNG")
    without = chart.to_dict()
    without.pop("datasets")
    assert not [text for text in strings(without) if nasty in text and text.startswith("datum")]


def strings(made):
    """Every text in a specification."""
    if isinstance(made, str):
        yield made
    elif isinstance(made, dict | list):
        for part in made.values() if isinstance(made, dict) else made:
            yield from strings(part)


@pytest.mark.parametrize(
    "chart",
    [
        funnel_chart(funnel(log("ab"), ["visit", "signup"], by="channel")),
        retention_chart(retention(log(), "visit", "signup", period="day", periods=3)),
    ],
    ids=["funnel", "retention"],
)
def test_they_can_be_drawn_without_the_internet(chart):
    assert content(chart)
    assert vegalite.png(chart.to_dict()).startswith(b"\x89PNG")
