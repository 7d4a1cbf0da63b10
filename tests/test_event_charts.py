import json

import pandas as pd
import pytest

from plgkit import look
from plgkit.event_charts import funnel_chart, retention_chart
from plgkit.events import funnel, retention

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


def drawn(chart):
    """Every text and number that the picture holds."""
    return json.dumps(chart.to_dict())


def test_each_step_has_its_share_and_its_people():
    picture = drawn(funnel_chart(funnel(log(), ["visit", "signup", "pay"], within="2d")))
    assert all(step in picture for step in ("visit", "signup", "pay"))
    assert "60%" in picture
    assert "30%" in picture


def test_groups_are_named():
    picture = drawn(funnel_chart(funnel(log(("north", "south")), ["visit", "signup"], by="channel")))
    assert "north" in picture
    assert "south" in picture


def test_the_description_states_the_finding():
    assert "30%" in funnel_chart(funnel(log(), ["visit", "signup", "pay"])).description


@pytest.mark.parametrize(
    "chart",
    [
        funnel_chart(funnel(log("ab"), ["visit", "signup"], by="channel")),
        retention_chart(retention(log(), "visit", "signup", period="day", periods=3)),
    ],
    ids=["funnel", "retention"],
)
def test_they_can_be_drawn_without_the_internet(chart):
    assert look.png(chart.to_dict()).startswith(b"\x89PNG")
