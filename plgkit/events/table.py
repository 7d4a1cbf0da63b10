"""An event log out of a pandas table whose columns are plain: read without DuckDB, which costs a kernel 50 MB."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from plgkit.events import log as event_log
from plgkit.events.log import Chunk, Log
from plgkit.events.order import LONG


def plain(table: pd.DataFrame, columns: dict[str, int]) -> bool:
    """Whether the columns of these roles can be taken as they are; all others are for DuckDB to interpret.

    Users are text or whole numbers, times are times to the microsecond, the others text; the table is no
    larger than what is sorted at once.

    >>> table = pd.DataFrame({"user": ["ada"], "event": ["visit"], "time": pd.to_datetime(["2024-01-31"])})
    >>> places = {"user": 0, "event": 1, "timestamp": 2}
    >>> plain(table, places), plain(table.astype({"time": "str"}), places)
    (True, False)
    """
    kinds = {role: table.dtypes.iloc[place] for role, place in columns.items()}
    time, user = kinds.pop("timestamp"), kinds.pop("user")
    timed = isinstance(time, pd.DatetimeTZDtype) or (isinstance(time, np.dtype) and time.kind == "M")
    whole = isinstance(user, np.dtype) and user.kind in "iu"
    return (
        len(table) <= event_log.CHUNK
        and "event_id" not in kinds
        and timed
        and np.datetime_data(getattr(time, "base", time))[0] == "us"
        and (whole or isinstance(user, pd.StringDtype))
        and all(isinstance(kind, pd.StringDtype) for kind in kinds.values())
    )


class TableLog(Log):
    """A log in a pandas table; `columns` are the places of its roles, all of them plain."""

    def __init__(self, name: str, table: pd.DataFrame, columns: dict[str, int]):
        super().__init__(name, {role: str(table.columns[place]) for role, place in columns.items()})
        taken = {role: table.iloc[:, place] for role, place in columns.items()}
        user, users = pd.factorize(taken["user"])
        if isinstance(taken["user"].dtype, pd.StringDtype):
            user[np.isin(user, np.flatnonzero(users == ""))] = -1
        event, names = pd.factorize(taken["event"], sort=True)
        time = pd.DatetimeIndex(taken["timestamp"])
        self._named(len(names) + bool((event < 0).any()))
        known = user >= 0
        usable = known & ~time.isna()
        present = dict(zip([None, *names], np.bincount(event + 1, minlength=len(names) + 1).tolist(), strict=True))
        kept = np.bincount(event[usable] + 1, minlength=len(names) + 1).tolist()
        events = {name: here for (name, rows), here in zip(present.items(), kept, strict=True) if rows}
        self._counted(len(table), int(known.sum()), events)
        moment = time.asi8[usable]
        self.start, self.end = int(moment.min()), int(moment.max())
        self._user, self._time = user[usable], moment - self.start
        self._event = np.where(event < 0, len(names), event)[usable]
        self.groups, self._group = [None], np.zeros(len(moment), np.int64)
        if "by" in taken:
            group, values = pd.factorize(taken["by"][usable], sort=True)
            self.groups, self._group = self._grouped(list(values)), np.where(group < 0, len(values), group)

    def _read(self) -> Iterator[Chunk]:
        details = self._details()
        detail = self._event * len(self.groups) + self._group
        together = (self.end - self.start + 1) * details < LONG
        moments = [self._time * details + detail] if together else [self._time, detail]
        yield self._fresh(self._ordered([self._user, *moments]))
