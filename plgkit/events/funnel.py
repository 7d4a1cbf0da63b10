"""Funnels and retention measured on an event log, the reader's own included."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from plgkit import words
from plgkit.errors import Refused, unknown
from plgkit.events.attempts import Rows, best, heads
from plgkit.events.export import one_line
from plgkit.events.log import Chunk, Log, Progress
from plgkit.events.reading import reading

Z = 1.959964
"""The standard normal quantile of a 95% interval."""

ORDERS, ATTEMPTS, PERIODS = ("loose", "strict", "any"), ("best", "first"), ("day", "week", "month")
MEASURED = ["step", "users", "share_of_first", "share_of_previous", "low", "high", "median_time", "still_open"]
SECOND = 1_000_000
DAY = 86_400 * SECOND
UNITS = {
    "us": 1,
    "µs": 1,
    "ms": 1_000,
    "s": SECOND,
    "sec": SECOND,
    "second": SECOND,
    "min": 60 * SECOND,
    "minute": 60 * SECOND,
    "h": 3_600 * SECOND,
    "hour": 3_600 * SECOND,
    "d": DAY,
    "day": DAY,
    "w": 7 * DAY,
    "week": 7 * DAY,
}
MONDAY = 4
"""The first Monday after 1 January 1970, a Thursday."""


def funnel(
    events: Any,
    steps: Sequence[str],
    within: Any = None,
    by: str | None = None,
    attempt: str = "best",
    order: str = "loose",
    user: str = "user_id",
    event: str = "event",
    timestamp: str = "timestamp",
    event_id: str | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """How many users reach each step of a funnel.

    A user enters with the first step. Each entry begins an attempt, which reaches a step if it and all
    steps before it happen in this order, each of them within the window that begins with the attempt's
    first step, the bound included. One event fills one step; events at the same moment may be read in
    whichever order reaches furthest.

    Args:
        events: a pandas, Polars or Arrow table, or the path (or glob) of Parquet or CSV files. Exports of
            Amplitude, Mixpanel, PostHog and Segment are recognised by their columns.
        steps: two or more names of events; a name may return.
        within: the window as elapsed time, such as `"14d"`, `"90 min"` or a timedelta; None: without end.
        by: a column to break down by. A user belongs to the value at the first step of their best attempt.
        attempt: `"best"`: the deepest of a user's attempts counts, of several the earliest; `"first"`: only
            the one that begins with the user's first entry.
        order: `"loose"`: other events may come between; `"strict"`: no event of the funnel comes between,
            a repeated step included; `"any"`: a step is reached when it and all steps above it have happened
            within one window, in any order. The attempt then begins with the earliest of them.
        user, event, timestamp: names of the columns. Times are text such as 2024-01-31 23:59:59, with a time
            zone or without, times proper, or seconds (or ms, µs, ns) since 1970; exact to the microsecond.
        event_id: a column that tells events apart: of rows with the same id the earliest is kept, whatever
            else they hold. Without it, or in a row without one, rows of the same user, event and time are
            one event.
        progress: is told now and then what is being done and the share of it that is done.

    Returns:
        One row for each step (and value of `by`): step; users who reached it; their share of those who
        entered (share_of_first) with its 95% interval after Wilson (low, high), and of those who reached the
        step before; median_time from the attempt's first step; still_open: users who entered and did not
        reach the step, but have an attempt whose window reaches beyond the end of the log, so are not lost
        yet (without a window nobody is). `.attrs` holds `left_out`, the number of rows without a user,
        without a time and of duplicates (a row is counted once, under the first that fits), the `columns`
        that were chosen, and the settings.

    Raises:
        Refused: a column that is not there, a step that never occurs, fewer than two steps, an unreadable
            window, times that are none, some with a time zone and some without, a file that cannot be read.

    ClickHouse's windowFunnel gives the same depths in its default mode; its strict_order lets repeated steps
    pass, `"strict"` does not. retentioneering's funnel has no window.

    >>> log = pd.DataFrame({
    ...     "user_id": ["ada", "ada", "ada", "bob", "bob"],
    ...     "event": ["visit", "visit", "signup", "signup", "visit"],
    ...     "timestamp": pd.to_datetime(["2024-05-01 10:00", "2024-05-03 10:00", "2024-05-03 11:00"] * 2)[:5],
    ... })
    >>> found = funnel(log, ["visit", "signup"], within="1h")
    >>> found[["step", "users", "share_of_first", "still_open"]]
         step  users  share_of_first  still_open
    0   visit      2             1.0           0
    1  signup      1             0.5           0
    """
    names, window = _steps(steps), _window(within)
    _one_of("attempt", attempt, ATTEMPTS)
    _one_of("order", order, ORDERS)
    if by in MEASURED:
        raise Refused(f"by: the result has a column {by} of its own; rename the log's")
    kinds = list(dict.fromkeys(names))
    roles = {"user": user, "event": event, "timestamp": timestamp}
    with reading(events, roles, by, event_id, progress) as log:
        counts = _Counts(log, [kinds.index(name) for name in names], window, order, attempt)
        places = log.places(kinds)
        for chunk in log.chunks():
            counts.add(chunk.only(places))
    table = counts.table(names, by)
    table.attrs = _told(log) | {"steps": names, "within": None if window is None else _said(window)}
    table.attrs |= {"attempt": attempt, "order": order, "by": by}
    return table


class _Counts:
    """What is counted of the attempts: users by group and depth, how many are open, how long steps took."""

    def __init__(self, log: Log, steps: list[int], within: int | None, order: str, attempt: str):
        self.groups, self.steps, self.order, self.attempt = log.groups, steps, order, attempt
        self.within, self.length = within, log.end - log.start
        self.users = np.zeros((len(log.groups), len(steps) + 1), np.int64)
        self.open = np.zeros_like(self.users)
        self.times: list[list[tuple]] = [[] for _ in steps]

    def add(self, chunk: Chunk) -> None:
        found = Rows(chunk, self.steps, self.within).attempts(self.order, self.attempt)
        user = chunk.user[found.start]
        chosen = best(user, found.depth)
        depth, group = found.depth[chosen], chunk.group[found.start[chosen]]
        latest = np.append(heads(user)[1:], len(user))[: len(chosen)] - 1
        begun = chunk.time[found.start[latest]]
        still = np.full(len(chosen), True) if self.within is None else begun > self.length - self.within
        place = group * self.users.shape[1] + depth
        self.users += np.bincount(place, minlength=self.users.size).reshape(self.users.shape)
        self.open += np.bincount(place[still], minlength=self.users.size).reshape(self.users.shape)
        for step, times in enumerate(self.times):
            there = depth > step
            times.append((group[there], found.reached[step, chosen[there]]))

    def table(self, steps: list[str], by: str | None) -> pd.DataFrame:
        entered = self.users.sum(axis=1)
        present = np.flatnonzero(entered)
        # Of each group, how many reached at least each step; how many did not and are still open.
        reached = self.users[present, ::-1].cumsum(axis=1)[:, -2::-1]
        still = self.open[present].cumsum(axis=1)[:, :-1]
        before = np.concatenate([reached[:, :1], reached[:, :-1]], axis=1)
        with np.errstate(invalid="ignore"):
            previous = reached / before
        low, high = wilson(reached, reached[:, :1])
        columns = {
            "step": np.tile(np.array(steps, object), len(present)),
            "users": reached.ravel(),
            "share_of_first": (reached / reached[:, :1]).ravel(),
            "share_of_previous": previous.ravel(),
            "low": low.ravel(),
            "high": high.ravel(),
            "median_time": np.stack([self._medians(step, present) for step in range(len(steps))], axis=1).ravel(),
            "still_open": still.ravel(),
        }
        groups = {} if by is None else {by: np.repeat([self.groups[one] for one in present], len(steps))}
        return pd.DataFrame(groups | columns)

    def _medians(self, step: int, present: np.ndarray) -> np.ndarray:
        group, time = (np.concatenate(parts) for parts in zip(*self.times[step], strict=True))
        if len(present) == 1:
            medians = np.array([np.median(time) if len(time) else np.nan])
        else:
            medians = pd.Series(time).groupby(group).median().reindex(present).to_numpy()
        return np.floor(medians).astype("timedelta64[us]")


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

    Args:
        events, user, event, timestamp, event_id, progress: as for `funnel`.
        start, back: names of events; they may be the same.
        period: `"day"`, `"week"` or `"month"`.
        periods: how many periods after the cohort's own are followed, 1 to 1,000.

    Returns:
        One row for each cohort and period: cohort (its first day); users; period, 0 being the cohort's own;
        returned: how many of them did `back` in it, after their first `start`; share, with its 95% interval
        after Wilson (low, high). Where a period is not over when the log ends, returned and share are
        missing: nobody knows yet. `.attrs` is as for `funnel`.

    Raises:
        Refused: as for `funnel`.

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
    _one_of("period", period, PERIODS)
    if isinstance(periods, bool) or not isinstance(periods, int | np.integer) or not 1 <= periods <= 1000:
        raise Refused(f"periods: {one_line(repr(periods))} is not a whole number between 1 and 1,000")
    roles = {"user": user, "event": event, "timestamp": timestamp}
    with reading(events, roles, None, event_id, progress) as log:
        first = int(_period(np.array([log.start]), period)[0])
        several = int(_period(np.array([log.end]), period)[0]) - first + 1
        users, returned = np.zeros(several, np.int64), np.zeros((several, periods + 1), np.int64)
        places = log.places(list(dict.fromkeys([start, back])))
        for chunk in map(lambda one: one.only(places), log.chunks()):
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
            once = np.unique(np.stack([whose, gone])[:, gone <= periods], axis=1)
            users += np.bincount(cohort, minlength=several)
            np.add.at(returned, (cohort[once[0]], once[1]), 1)
    cohorts = np.flatnonzero(users)
    after = np.arange(periods + 1)
    over = _starts(cohorts[:, None] + first + after + 1, period) <= np.datetime64(log.end, "us")
    low, high = wilson(returned[cohorts], users[cohorts, None])
    table = pd.DataFrame(
        {
            "cohort": np.repeat(_starts(cohorts + first, period), periods + 1),
            "users": np.repeat(users[cohorts], periods + 1),
            "period": np.tile(after, len(cohorts)),
            "returned": pd.array(returned[cohorts].ravel(), "Int64"),
            "share": (returned[cohorts] / users[cohorts, None]).ravel(),
            "low": low.ravel(),
            "high": high.ravel(),
        }
    )
    table.loc[~over.ravel(), "returned"] = pd.NA
    table.loc[~over.ravel(), ["share", "low", "high"]] = np.nan
    table.attrs = _told(log) | {"start": start, "back": back, "period": period}
    return table


def wilson(count: Any, total: Any) -> tuple[np.ndarray, np.ndarray]:
    """The 95% interval of a share after Wilson (1927).

    >>> low, high = wilson(5, 10)
    >>> round(float(low), 4), round(float(high), 4)
    (0.2366, 0.7634)
    """
    count, total = np.asarray(count, float), np.asarray(total, float)
    share = count / total
    middle = share + Z**2 / (2 * total)
    half = Z * np.sqrt(share * (1 - share) / total + (Z / (2 * total)) ** 2)
    scale = 1 + Z**2 / total
    return np.clip((middle - half) / scale, 0, share), np.clip((middle + half) / scale, share, 1)


def _steps(steps: Any) -> list[str]:
    if isinstance(steps, str) or not isinstance(steps, Sequence | np.ndarray | pd.Series | pd.Index):
        raise Refused(f"steps: {one_line(repr(steps))} is not a list of names of events")
    names = [str(step) for step in steps]
    if len(names) < 2:
        only = f"{one_line(names[0])} alone" if names else "none"
        raise Refused(f"steps: a funnel has two steps or more, given is {only}")
    return names


def _window(within: Any) -> int | None:
    """A window in microseconds.

    >>> _window("14d") == 14 * DAY, _window("1h 30min") == 90 * 60 * SECOND, _window(None)
    (True, True, None)
    """
    if within is None:
        return None
    wrong = Refused(f"within: {one_line(repr(within))} is not a length of time; write 14d, 12h or 30min")
    if isinstance(within, str):
        parts = re.findall(r"(\d+(?:\.\d+)?)\s*([a-zµ]+)\s*", within.strip().lower())
        known = [(number, unit if unit in UNITS else unit.removesuffix("s")) for number, unit in parts]
        whole = re.fullmatch(r"(\d+(\.\d+)?\s*[a-zµ]+\s*)+", within.strip().lower())
        if not whole or any(unit not in UNITS for _, unit in known):
            raise wrong
        size = sum(float(number) * UNITS[unit] for number, unit in known)
    elif isinstance(within, dt.timedelta | np.timedelta64) and not pd.isna(within):
        try:
            size = pd.Timedelta(within) / pd.Timedelta(1, "us")
        except (ValueError, OverflowError):
            raise wrong from None
    else:
        raise wrong
    if not 1 <= size < 2**61:
        raise Refused(f"within: {one_line(within)} is {'too long' if size >= 1 else 'no time at all'}")
    return round(size)


def _said(window: int) -> str:
    """A window in words of its largest unit.

    >>> _said(14 * DAY), _said(90 * 60 * SECOND), _said(1)
    ('14 days', '90 minutes', '1 microsecond')
    """
    units = ((DAY, "day"), (3_600 * SECOND, "hour"), (60 * SECOND, "minute"), (SECOND, "second"), (1, "microsecond"))
    unit, name = next((unit, name) for unit, name in units if window % unit == 0)
    return words.count(window // unit, name, digits=20)


def _one_of(role: str, given: Any, allowed: Sequence[str]) -> None:
    if given not in allowed:
        raise unknown(role, one_line(given), allowed)


def _told(log: Log) -> dict[str, Any]:
    """What the reader of a result may ask about its log."""
    span = [str(np.datetime64(one, "us")).replace("T", " ").removesuffix(".000000") for one in (log.start, log.end)]
    return {"left_out": dict(log.left_out), "columns": log.columns, "rows": log.rows, "from": span[0], "until": span[1]}


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
