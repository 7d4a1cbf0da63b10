"""DuckDB as the event log uses it: off the internet, within a small memory, and refusing in one line."""

import os
import re
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from plgkit.errors import Refused
from plgkit.events.export import one_line
from plgkit.events.log import Progress

MEMORY = 2.0
"""Most memory for DuckDB, in GiB; what needs more goes through temporary files."""

OF_THE_DATA = (
    duckdb.InvalidInputException,
    duckdb.IOException,
    duckdb.ConversionException,
    duckdb.NotImplementedException,
)
NO_ROOM = (duckdb.OutOfMemoryException, OSError, MemoryError)
"""Errors that tell of the data, or of too little room for it on disk or in memory; any other is a fault of plgkit."""

REASONS = r"Expected Number of Columns: \d+ Found: \d+|Value with unterminated quote|not utf-8 encoded"


class Store:
    """What one measurement needs.

    Attributes:
        con: a connection with temporary tables of its own.
        scratch: a folder for what does not fit into memory.
        progress: whom to tell how far it is, if anybody.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection, scratch: Path, progress: Progress | None):
        self.con, self.scratch, self.progress = con, scratch, progress

    def rows(self, query: str, most: int | None = None) -> list[tuple]:
        """What `query` gives, or the first `most` rows of it."""
        done = self.con.execute(query)
        return done.fetchall() if most is None else done.fetchmany(most)

    @contextmanager
    def telling(self, stage: str) -> Iterator[None]:
        """Tell how far the queries inside are, twice a second."""
        if self.progress is None:
            yield
            return
        over, tell = threading.Event(), self.progress

        def telling() -> None:
            waiting = True
            while waiting:
                share = self.con.query_progress()
                tell(stage, share / 100 if share >= 0 else None)
                waiting = not over.wait(0.5)

        teller = threading.Thread(target=telling, daemon=True)
        teller.start()
        try:
            yield
        finally:
            over.set()
            teller.join()


@contextmanager
def opened(events: Any, progress: Progress | None) -> Iterator[Store]:
    """A store to measure `events` with; what DuckDB says about them becomes a refusal."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch, _database().cursor() as con:
        con.execute(f"SET enable_progress_bar = {progress is not None}")
        con.execute("SET enable_progress_bar_print = false")
        con.execute("SET TimeZone = 'UTC'")
        try:
            yield Store(con, Path(scratch), progress)
        except (*OF_THE_DATA, *NO_ROOM) as error:
            raise Refused(_said(error, events)) from None


@cache
def _database() -> duckdb.DuckDBPyConnection:
    """One database for all, which holds nothing: each cursor has temporary tables of its own."""
    # What does not fit into memory goes to a folder that DuckDB makes and removes. Nothing comes from the internet.
    spill = Path(tempfile.gettempdir(), f"plgkit-{os.getpid()}")
    config = {"autoinstall_known_extensions": False, "autoload_known_extensions": False, "temp_directory": str(spill)}
    con = duckdb.connect(config=config | {"preserve_insertion_order": False})
    size, unit = con.execute("SELECT current_setting('memory_limit')").fetchall()[0][0].split()
    # DuckDB by itself would take four fifths of the machine.
    half = float(size) * {"KiB": 2**-20, "MiB": 2**-10, "GiB": 1, "TiB": 2**10}[unit] * 5 / 8
    con.execute(f"SET memory_limit = '{min(half, MEMORY):.3f} GiB'")
    return con


def _said(error: Exception, events: Any) -> str:
    text = str(error)
    file = re.search(r"file = (.+)", text)
    given = one_line(Path(events).name) if isinstance(events, str | Path) else "the table"
    name = Path(file.group(1)).name if file else given
    if isinstance(error, NO_ROOM):
        return f"{name} needs more room than there is ({one_line(text, 100)})"
    line, reason = re.search(r"CSV Error on Line: (\d+)", text), re.search(REASONS, text)
    where = f"line {line.group(1)} of {name}" if line else name
    return f"{where} cannot be read ({reason.group() if reason else one_line(text.splitlines()[0], 160)})"
