"""What an event log is read from: a table as it is, anything else through DuckDB."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pandas as pd

from plgkit.events import log as event_log
from plgkit.events.columns import place
from plgkit.events.export import source, state, tabled
from plgkit.events.log import Log, Progress
from plgkit.events.table import TableLog, plain


@contextmanager
def reading(
    events: Any, names: dict[str, str], by: str | None, event_id: str | None, progress: Progress | None = None
) -> Iterator[Log]:
    """The log of `events`, for as long as it is being read.

    Args:
        events: see `plgkit.funnel`.
        names: the column of each of user, event and timestamp.
        by, event_id: further columns, or None.
        progress: is told how far it is.

    Raises:
        Refused: a column that is not there, times that are none, a file that cannot be read, nothing to count.

    >>> table = pd.DataFrame({"uid": ["a", None], "event": ["visit", "pay"], "time": ["2024-01-31", "2024-02-01"]})
    >>> with reading(table, {"user": "uid", "event": "event", "timestamp": "timestamp"}, None, None) as log:
    ...     print(log.columns, log.left_out)
    {'user': 'uid', 'event': 'event', 'timestamp': 'time'} {'without_user': 1, 'without_time': 0, 'duplicates': 0}
    """
    asked = names | {role: name for role, name in (("by", by), ("event_id", event_id)) if name is not None}
    if isinstance(events, pd.DataFrame):
        found = tabled(events)
        columns = {role: place(found, role, name) for role, name in asked.items()}
        if plain(events, columns):
            yield TableLog(found.name, events, columns)
            return
    from plgkit.events.database import DatabaseLog  # DuckDB takes 50 MB of a kernel, also of one that reads no file
    from plgkit.events.store import opened

    # The file measured last stays in memory, if it is small: one looks at a log more than once.
    known = (*state(events), *asked.items()) if isinstance(events, str | Path) else None
    if known and known in _recent:
        yield _recent[known]
        return
    with opened(events, progress) as store:
        found = source(store.con, events)
        log = DatabaseLog(store, found, {role: place(found, role, name) for role, name in asked.items()})
        if known and log.rows <= event_log.CHUNK:
            log.keep()
            _recent.clear()
            _recent[known] = log
        yield log


_recent: dict[tuple, Log] = {}
