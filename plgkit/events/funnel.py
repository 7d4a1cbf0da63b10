"""Funnels: how many users of an export reach each step."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from plgkit.events.attempts import Attempts, attempts, best
from plgkit.events.export import read
from plgkit.events.log import Chunk, Log, Progress, heads, one_line
from plgkit.models import words
from plgkit.support.errors import Refused, unknown

Z = 1.959964
"""The standard normal quantile of a 95% interval."""

ORDERS, ATTEMPTS = ("loose", "strict", "any"), ("best", "first")
MEASURED = ["step", "users", "share_of_first", "share_of_previous", "low", "high", "median_time", "still_open"]
MOST_STEPS = 1_000
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

    Parameters
    ----------
    events : pandas, Polars or Arrow table, str or Path
        A table, or the path (or glob) of Parquet or CSV files. Exports of Amplitude, Mixpanel, PostHog and
        Segment are recognised by their columns.
    steps : sequence of str
        Two or more names of events; a name may return.
    within : str or timedelta, optional
        The window as elapsed time, such as `"14d"` or `"90 min"`; by default without end.
    by : str, optional
        A column to break down by. A user belongs to the value at the first step of their best attempt.
    attempt : {"best", "first"}
        `"best"`: the deepest of a user's attempts counts, of several the earliest; `"first"`: only the one
        that begins with the user's first entry.
    order : {"loose", "strict", "any"}
        `"loose"`: other events may come between; `"strict"`: no event of the funnel comes between, a
        repeated step included; `"any"`: a step is reached when it and all steps above it have happened
        within one window, in any order. The attempt then begins with the earliest of them.
    user, event, timestamp : str
        Names of the columns. Times are text such as 2024-01-31 23:59:59, with a time zone or without, times
        proper, or seconds (or ms, µs, ns) since 1970; exact to the microsecond.
    event_id : str, optional
        A column that tells events apart: of rows with the same id the earliest is kept, whatever else they
        hold. Without it, or in a row without one, rows of the same user, event and time are one event.
    progress : callable, optional
        Called now and then with what is being done and the share of it that is done, or None.

    Returns
    -------
    pandas.DataFrame
        One row for each step (and value of `by`): step; users who reached it; their share of those who
        entered (share_of_first) with its 95% interval after Wilson (low, high), and of those who reached the
        step before (share_of_previous); median_time from the attempt's first step; still_open: users who
        entered and did not reach the step, but have an attempt whose window reaches beyond the end of the
        log, so are not lost yet (without a window nobody is). `.attrs` holds `left_out`, the number of rows
        without a user, without a time and of duplicates (a row is counted once, under the first that fits),
        the `columns` that were chosen, and the settings.

    Raises
    ------
    Refused
        A column that is not there, a step that never occurs, fewer than two steps, an unreadable window,
        times that are none, some with a time zone and some without, a file that cannot be read.

    Notes
    -----
    ClickHouse's windowFunnel gives the same depths in its default mode; its strict_order lets repeated steps
    pass, `"strict"` does not. retentioneering's funnel has no window.

    Examples
    --------
    >>> log = pd.DataFrame({
    ...     "user_id": ["ada", "ada", "ada", "bob", "bob"],
    ...     "event": ["visit", "visit", "signup", "signup", "visit"],
    ...     "timestamp": pd.to_datetime(["2024-05-01 10:00", "2024-05-03 10:00", "2024-05-03 11:00"] * 2)[:5],
    ... })
    >>> table = funnel(log, ["visit", "signup"], within="1h")
    >>> table[["step", "users", "share_of_first", "still_open"]]
         step  users  share_of_first  still_open
    0   visit      2             1.0           0
    1  signup      1             0.5           0
    """
    names, window = _steps(steps), _window(within)
    check_choice("attempt", attempt, ATTEMPTS)
    check_choice("order", order, ORDERS)
    if by in MEASURED:
        raise Refused(f"by: the result has a column {by} of its own; rename the log's")
    distinct = list(dict.fromkeys(names))
    with read(events, user, event, timestamp, by, event_id, progress) as log:
        counts = _Counts(log, len(names), window)
        for chunk in log.chunks(distinct):
            counts.add(chunk, attempts(chunk, [distinct.index(name) for name in names], window, order, attempt))
    table = counts.table(names, by)
    table.attrs = log.attrs() | {"steps": names, "within": None if window is None else _duration(window)}
    table.attrs |= {"attempt": attempt, "order": order, "by": by}
    return table


class _Counts:
    """What is counted of the attempts: users by group and depth, how many are open, how long steps took."""

    def __init__(self, log: Log, steps: int, within: int | None):
        self.groups, self.within, self.length = log.groups, within, log.end - log.start
        self.users = np.zeros((len(log.groups), steps + 1), np.int64)
        self.open = np.zeros_like(self.users)
        self.times: list[list[tuple]] = [[] for _ in range(steps)]

    def add(self, chunk: Chunk, tried: Attempts) -> None:
        user = chunk.user[tried.start]
        chosen = best(user, tried.depth)
        depth, group = tried.depth[chosen], chunk.group[tried.start[chosen]]
        latest = np.append(heads(user)[1:], len(user))[: len(chosen)] - 1
        begun = chunk.time[tried.start[latest]]
        still = np.full(len(chosen), True) if self.within is None else begun > self.length - self.within
        place = group.astype(np.int64) * self.users.shape[1] + depth
        self.users += np.bincount(place, minlength=self.users.size).reshape(self.users.shape)
        self.open += np.bincount(place[still], minlength=self.users.size).reshape(self.users.shape)
        for step, times in enumerate(self.times):
            there = depth > step
            times.append((group[there], tried.reached[step, chosen[there]]))

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
        groups = {} if by is None else {by: np.repeat([self.groups[group] for group in present], len(steps))}
        return pd.DataFrame(groups | columns)

    def _medians(self, step: int, present: np.ndarray) -> np.ndarray:
        group, time = (np.concatenate(parts) for parts in zip(*self.times[step], strict=True))
        if len(present) == 1:
            medians = np.array([np.median(time) if len(time) else np.nan])
        else:
            medians = pd.Series(time).groupby(group).median().reindex(present).to_numpy()
        return np.floor(medians).astype("timedelta64[us]")


def check_choice(role: str, choice: Any, allowed: Sequence[str]) -> None:
    """Refuse a choice that is not allowed."""
    if choice not in allowed:
        raise unknown(role, one_line(choice), allowed)


def wilson(count: Any, total: Any) -> tuple[np.ndarray, np.ndarray]:
    """The 95% interval of a share after Wilson (1927).

    Parameters
    ----------
    count, total : array_like of float
        How many of how many; `total` is above 0.

    Returns
    -------
    low, high : array of float
        Bounds between 0 and 1, of the shape that `count` and `total` make.

    Examples
    --------
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
    if len(names) > MOST_STEPS:
        raise Refused(f"steps: a funnel has at most {MOST_STEPS:,} steps, given are {len(names):,}")
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


def _duration(window: int) -> str:
    """A window in words of its largest unit.

    >>> _duration(14 * DAY), _duration(90 * 60 * SECOND), _duration(1)
    ('14 days', '90 minutes', '1 microsecond')
    """
    units = ((DAY, "day"), (3_600 * SECOND, "hour"), (60 * SECOND, "minute"), (SECOND, "second"), (1, "microsecond"))
    unit, name = next((unit, name) for unit, name in units if window % unit == 0)
    return words.count(window // unit, name, digits=20)
