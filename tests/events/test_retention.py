from datetime import datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from plgkit.support.errors import Refused
from tests.events.logs import START, log
from tests.events.reference import plain_retention


@pytest.mark.parametrize("period", ["day", "week", "month"])
@pytest.mark.parametrize("back", ["A", "B"])
def test_retention_against_the_reference(retention, period, back):
    random = np.random.default_rng(9)
    length = {"day": 9, "week": 60, "month": 260}[period]
    table = [
        (
            f"u{random.integers(0, 150)}" if random.random() > 0.02 else None,
            "ABX"[random.integers(0, 3)],
            START + timedelta(hours=int(random.integers(0, 24 * length))) if random.random() > 0.02 else None,
        )
        for _ in range(900)
    ]
    result = retention(pd.DataFrame(table, columns=["user_id", "event", "timestamp"]), "A", back, period, 4)
    expected = list(plain_retention(table, "A", back, period, 4))
    shown = result[["cohort", "users", "period", "returned"]].astype(object).values.tolist()
    assert [[*row[:3], None if pd.isna(row[3]) else row[3]] for row in shown] == [list(row) for row in expected]
    known = result.dropna()
    assert (known.share == known.returned / known.users).all()
    assert result.share.isna().equals(result.returned.isna())


def test_a_period_that_is_not_over_is_missing_and_not_zero(retention):
    rows = pd.DataFrame(
        {
            "user_id": ["a", "a", "b"],
            "event": ["signup", "visit", "signup"],
            "timestamp": [datetime(2024, 5, 6), datetime(2024, 5, 14), datetime(2024, 5, 19, 23, 59, 59, 999_999)],
        }
    )
    assert retention(rows, "signup", "visit", periods=2).returned.isna().tolist() == [
        False,
        True,
        True,
        True,
        True,
        True,
    ]
    rows.loc[2, "timestamp"] = pd.Timestamp("2024-05-20")
    result = retention(rows, "signup", "visit", periods=2)
    assert result.returned.fillna(-1).tolist() == [0, 1, -1, -1, -1, -1]


def test_one_event_is_not_both_start_and_return(retention):
    table = pd.DataFrame({"user_id": ["a", "b", "b"], "event": "login"})
    table["timestamp"] = [START, START, START + timedelta(hours=1)]
    late = pd.DataFrame({"user_id": "z", "event": "end", "timestamp": [pd.Timestamp("2024-05-30")]})
    result = retention(pd.concat([table, late]), "login", "login", periods=1)
    assert result.returned.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"period": "year"}, "year is not a period; choose one of day, month, week"),
        ({"periods": 0}, "periods: 0 is not a whole number between 1 and 1,000"),
        ({"periods": 2.5}, "periods: 2.5 is not"),
        ({"periods": True}, "periods: True is not"),
        ({"back": "signups"}, "the nearest is signup"),
        ({"start": None}, "start: None is not the name of an event"),
    ],
)
def test_a_retention_that_cannot_be_measured_is_refused_in_one_line(retention, options, message):
    with pytest.raises(Refused, match=message):
        retention(log(("a", "visit", 0), ("a", "signup", 1)), **({"start": "signup", "back": "visit"} | options))
