"""Logs of events for the tests of this room."""

from datetime import datetime, timedelta

import pandas as pd
import pytest

from plgkit.events.funnel import funnel
from plgkit.support.errors import Refused

START = datetime(2024, 5, 6)
TABLE = pd.DataFrame(
    {
        "user_id": ["ada", "ada", "bob"],
        "event": ["visit", "pay", "visit"],
        "timestamp": pd.to_datetime(["2024-05-06 10:00", "2024-05-06 11:00", "2024-05-07 10:00"]),
        "channel": ["ads", "ads", None],
    }
)

LINES = TABLE.to_csv(index=False)


def log(*rows, by=None):
    """A log of (user, event, minutes since START); `by` gives a column of values more."""
    table = pd.DataFrame(rows, columns=["user_id", "event", "timestamp"])
    table["timestamp"] = [START + timedelta(minutes=minutes) for minutes in table.timestamp]
    return table if by is None else table.assign(by=by)


def path(text, minutes=None, user="ada"):
    """One user's events, one letter and one minute each."""
    return log(*[(user, event, minute) for event, minute in zip(text, minutes or range(len(text)), strict=True)])


def random_log(random, users, longest):
    """Many users with short, crowded paths."""
    table = []
    for user in range(users):
        for _ in range(random.integers(1, longest + 1)):
            time = int(random.integers(0, 8)) if random.random() > 0.03 else None
            group = [None, "p", "q"][random.integers(0, 3)]
            identity = str(len(table) - (random.random() < 0.05)) if random.random() < 0.4 else None
            name = f"u{user}" if random.random() > 0.02 else None
            table.append((name, "ABCX"[random.integers(0, 4)], time, group, identity))
    return table


def users(events, **options):
    """How many users reach each step from visit to pay."""
    return funnel(events, ["visit", "pay"], **options).users.tolist()


def refused(events, message, **options):
    with pytest.raises(Refused, match=message) as refusal:
        funnel(events, ["visit", "pay"], **options)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 300
