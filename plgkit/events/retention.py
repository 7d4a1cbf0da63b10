"""Retention: which share of each cohort of an export's users comes back."""

from typing import Any

import numpy as np
import pandas as pd

from plgkit.events.export import read
from plgkit.events.funnel import DAY, check_choice, wilson
from plgkit.events.log import Progress, heads, one_line
from plgkit.support.errors import Refused

PERIODS = ("day", "week", "month")
MONDAY = 4
"""The first Monday after 1 January 1970, a Thursday."""

MOST_PERIODS = 1000


def retention(
    events: Any,
    start: str,
    back: str,
    period: str = "week",
    periods: int = 12,
    user: str = "user_id",
    event: str = "event",
    timestamp: str = "timestamp",
    event_id: str | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """Which share of each cohort comes back, period after period.

    A cohort is everybody whose first `start` fell into the same period. Periods are those of the calendar:
    days, weeks from Monday, months; in UTC where times have a time zone.

    Parameters
    ----------
    events : table, path or glob
        As for `plgkit.funnel`.
    start, back : str
        Names of events; they may be the same.
    period : {"day", "week", "month"}
        How long a period is.
    periods : int
        How many periods after the cohort's own are followed, 1 to 1,000.
    user, event, timestamp : str
        Names of columns, as for `plgkit.funnel`.
    event_id : str, optional
        A column that names each event once: a second row of the same name is left out.
    progress : callable, optional
        As for `plgkit.funnel`.

    Returns
    -------
    pandas.DataFrame
        One row for each cohort and period: cohort (its first day); users; period, 0 being the cohort's own;
        returned: how many of them did `back` in it, after their first `start`; share, with its 95% interval
        after Wilson (low, high). Where a period is not over when the log ends, returned and share are
        missing: nobody knows yet. `.attrs` is as for `plgkit.funnel`.

    Raises
    ------
    Refused
        As for `plgkit.funnel`.

    Examples
    --------
    >>> log = pd.DataFrame({
    ...     "user_id": ["ada", "bob", "ada", "eve"],
    ...     "event": ["signup", "signup", "visit", "visit"],
    ...     "timestamp": pd.to_datetime(["2024-05-06", "2024-05-07", "2024-05-14", "2024-05-20"]),
    ... })
    >>> retention(log, "signup", "visit", periods=2)[["cohort", "users", "period", "returned", "share"]]
          cohort  users  period  returned  share
    0 2024-05-06      2       0         0    0.0
    1 2024-05-06      2       1         1    0.5
    2 2024-05-06      2       2      <NA>    NaN
    """
    for role, name in (("start", start), ("back", back)):
        if not isinstance(name, str) or not name:
            raise Refused(f"{role}: {one_line(repr(name))} is not the name of an event")
    check_choice("period", period, PERIODS)
    if isinstance(periods, bool) or not isinstance(periods, int | np.integer) or not 1 <= periods <= MOST_PERIODS:
        raise Refused(f"periods: {one_line(repr(periods))} is not a whole number between 1 and {MOST_PERIODS:,}")
    with read(events, user, event, timestamp, event_id=event_id, progress=progress) as log:
        first = int(_period(np.array([log.start]), period)[0])
        several = int(_period(np.array([log.end]), period)[0]) - first + 1
        users, returned = np.zeros(several, np.int64), np.zeros((several, periods + 1), np.int64)
        for chunk in log.chunks(list(dict.fromkeys([start, back]))):
            began = np.flatnonzero(chunk.event == 0)
            began = began[heads(chunk.user[began])]
            came = np.flatnonzero(chunk.event == (start != back))
            if not len(began):
                continue
            whose = np.searchsorted(chunk.user[began], chunk.user[came]).clip(max=len(began) - 1)
            own = began[whose]
            later = (chunk.user[own] == chunk.user[came]) & (chunk.time[came] >= chunk.time[own]) & (came != own)
            came, whose = came[later], whose[later]
            cohort = _period(chunk.time[began] + log.start, period) - first
            gone = _period(chunk.time[came] + log.start, period) - first - cohort[whose]
            # Who comes back twice in a period came back in it.
            whose, gone = np.unique(np.stack([whose, gone])[:, gone <= periods], axis=1)
            users += np.bincount(cohort, minlength=several)
            np.add.at(returned, (cohort[whose], gone), 1)
    table = _table(users, returned, first, log.end, period)
    table.attrs = log.attrs() | {"start": start, "back": back, "period": period}
    return table


def _table(users: np.ndarray, returned: np.ndarray, first: int, end: int, period: str) -> pd.DataFrame:
    """The cohorts that have users, the first possible one being number `first`, of a log until `end`."""
    cohorts = np.flatnonzero(users)
    users, returned, after = users[cohorts], returned[cohorts], np.arange(returned.shape[1])
    over = _starts(cohorts[:, None] + first + after + 1, period) <= np.datetime64(end, "us")
    low, high = wilson(returned, users[:, None])
    table = pd.DataFrame(
        {
            "cohort": np.repeat(_starts(cohorts + first, period), len(after)),
            "users": np.repeat(users, len(after)),
            "period": np.tile(after, len(cohorts)),
            "returned": pd.array(returned.ravel(), "Int64"),
            "share": (returned / users[:, None]).ravel(),
            "low": low.ravel(),
            "high": high.ravel(),
        }
    )
    table.loc[~over.ravel(), "returned"] = pd.NA
    table.loc[~over.ravel(), ["share", "low", "high"]] = np.nan
    return table


def _period(moments: np.ndarray, period: str) -> np.ndarray:
    """The number of the period that holds each moment (microseconds since 1970)."""
    if period == "month":
        return moments.astype("datetime64[us]").astype("datetime64[M]").astype(np.int64)
    days = moments // DAY
    return days if period == "day" else (days - MONDAY) // 7


def _starts(numbers: np.ndarray, period: str) -> np.ndarray:
    if period == "month":
        return numbers.astype("datetime64[M]").astype("datetime64[us]")
    return (numbers if period == "day" else numbers * 7 + MONDAY).astype("datetime64[D]").astype("datetime64[us]")
