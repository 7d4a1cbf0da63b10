"""A pandas table's rows: without DuckDB, which costs a kernel 50 MB, where the columns are plain."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from plgkit.events.log import LONG, Coding, Counts


def plain(table: pd.DataFrame, places: dict[str, int]) -> bool:
    """Whether the columns of these roles can be taken as they are; all others are for DuckDB to interpret.

    Users are text or whole numbers, times are times to the microsecond, the others text.

    >>> table = pd.DataFrame({"user": ["ada"], "event": ["visit"], "time": pd.to_datetime(["2024-01-31"])})
    >>> places = {"user": 0, "event": 1, "timestamp": 2}
    >>> plain(table, places), plain(table.astype({"time": "str"}), places)
    (True, False)
    """
    kinds = {role: table.dtypes.iloc[place] for role, place in places.items()}
    time, user = kinds.pop("timestamp"), kinds.pop("user")
    timed = isinstance(time, pd.DatetimeTZDtype) or (isinstance(time, np.dtype) and time.kind == "M")
    whole = isinstance(user, np.dtype) and user.kind in "iu"
    return (
        "event_id" not in kinds
        and timed
        and np.datetime_data(getattr(time, "base", time))[0] == "us"
        and (whole or isinstance(user, pd.StringDtype))
        and all(isinstance(kind, pd.StringDtype) for kind in kinds.values())
    )


class TableRows:
    """Rows of a table whose columns are plain (see `plgkit.events.log.Rows`).

    Parameters
    ----------
    table : pandas.DataFrame
    places : dict of str to int
        Where the column of each role stands.
    """

    def __init__(self, table: pd.DataFrame, places: dict[str, int]):
        columns = {role: table.iloc[:, place] for role, place in places.items()}
        user, users = pd.factorize(columns["user"])
        if isinstance(columns["user"].dtype, pd.StringDtype):
            user[np.isin(user, np.flatnonzero(users == ""))] = -1
        event, names = pd.factorize(columns["event"], sort=True)
        time = pd.DatetimeIndex(columns["timestamp"])
        usable = (user >= 0) & ~time.isna()
        self._user, self._event, self._moment = user[usable], event[usable], time.asi8[usable]
        self._by = columns["by"][usable] if "by" in columns else None
        rows, kept = (np.bincount(numbers + 1, minlength=len(names) + 1) for numbers in (event, self._event))
        events = {name: int(kept[at]) for at, name in enumerate([None, *names]) if rows[at]}
        span = (int(self._moment.min()), int(self._moment.max())) if len(self._moment) else (0, 0)
        self._counts = Counts(len(user), int((user >= 0).sum()), events, *span)

    def counts(self, most: int) -> Counts:
        """What there is, event by event."""
        return self._counts

    def groups(self, most: int) -> list[str]:
        """The values of `by`."""
        if self._by is None:
            return []
        self._group, values = pd.factorize(self._by, sort=True)
        return list(values)

    def parts(self, coding: Coding, several: int) -> list[Callable[[], list[np.ndarray]]]:
        """All rows at once."""
        detail = np.where(self._event < 0, len(coding.names), self._event)
        if self._by is not None:
            last = len(coding.groups) - 1
            detail = detail * len(coding.groups) + np.where(self._group < 0, last, self._group)
        time = self._moment - coding.start
        numbers = [time * coding.details + detail] if coding.size < LONG else [time, detail]
        return [lambda: [self._user, *numbers]]


def storable(column: pd.Series) -> pd.Series:
    """A column as one of a type that DuckDB knows.

    >>> storable(pd.Series(pd.period_range("2024-01", periods=1, freq="M"))).dtype.kind
    'M'
    """
    dtype = column.dtype
    if isinstance(dtype, pd.PeriodDtype):
        return column.dt.to_timestamp()
    if isinstance(dtype, pd.CategoricalDtype):
        texts = dtype.categories.dtype == object or isinstance(dtype.categories.dtype, pd.StringDtype)
        return column if texts else storable(column.astype(object).convert_dtypes())
    if isinstance(dtype, pd.IntervalDtype):
        return column.astype(object).map(str, na_action="ignore")
    if pd.api.types.is_object_dtype(dtype) and pd.api.types.infer_dtype(column) in ("datetime", "datetime64", "date"):
        aware = {getattr(value, "tzinfo", None) is not None for value in column.dropna()}
        if len(aware) > 1:
            # As text, both kinds stay apart for the log to refuse.
            return column.map(lambda time: time.isoformat(sep=" ") if hasattr(time, "hour") else str(time), "ignore")
        return pd.to_datetime(column, utc=aware == {True})
    return column
