"""Which column of an event log is what, and what stands in its column of times."""

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from plgkit import words
from plgkit.errors import Refused, unknown
from plgkit.events.export import Source, one_line

if TYPE_CHECKING:
    import duckdb

DEFAULTS = {"user": "user_id", "event": "event", "timestamp": "timestamp"}
KNOWN = {
    "user": "user_id person_id distinct_id amplitude_id anonymous_id user_pseudo_id device_id",
    "event": "event event_type event_name event_text",
    "timestamp": "timestamp event_time time original_timestamp client_event_time sent_at received_at event_timestamp",
}
"""What exports call their columns, the preferred first: Amplitude, Mixpanel, PostHog, Segment, Google Analytics."""

FACTORS = {1: "1000000", 10**3: "1000", 10**6: "1", 10**9: "0.001"}
"""Microseconds in a unit of time since 1970, for units of which a second holds so many."""

INTEGERS = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"]
NUMBERS = [*INTEGERS, "UBIGINT", "HUGEINT", "UHUGEINT", "DOUBLE", "FLOAT"]

# DuckDB would read words such as `epoch` as times, and drop a time zone on the way to a time without one.
DAY, ZONE = r"^\d", r":\d\d(:\d\d([.,]\d+)?)?\s*[A-Za-z+\-]"
MISSING = r"('', 'null', 'none', 'nan', 'nat', '\n')"


def place(found: Source, role: str, name: str) -> int:
    """Which column plays a role: the named one, or for a name that was not chosen the one of a known export."""
    columns = found.columns
    if columns.count(name) > 1:
        raise Refused(f"{role}: {found.name} has {columns.count(name)} columns named {one_line(name)}")
    if name in columns:
        return columns.index(name)
    if name == DEFAULTS.get(role):
        alike = [re.sub(r"[^a-z0-9]", "", column.lower()).removeprefix("properties") for column in columns]
        for known in KNOWN[role].split():
            if known.replace("_", "") in alike:
                return alike.index(known.replace("_", ""))
    if len(columns) == 1 and found.slow:
        raise Refused(f"{found.name} has one column only, '{one_line(columns[0])}'; separate columns by , ; | or tab")
    raise no_such(f"column of {found.name}", name, columns)


def moment(con: "duckdb.DuckDBPyConnection", relation: str, time: str, kind: str, named: str) -> tuple[str, str, str]:
    """How a column of times is read.

    Args:
        relation, time, kind: what it is read from, the SQL expression of the column and its type.
        named: its name.

    Returns:
        SQL for a row's moment in microseconds since 1970, for whether that has a time zone, and for the text
        that the column holds, NULL where nothing stands.

    Raises:
        Refused: the column is of a type that holds no times.

    >>> import duckdb
    >>> con = duckdb.connect()
    >>> time, aware, text = moment(con, "(SELECT '2024-01-31' AS day)", "day", "VARCHAR", "day")
    >>> con.execute(f"SELECT {time}, {aware} FROM (SELECT '1970-01-02' AS day)").fetchall()
    [(86400000000, False)]
    """
    endless = f"CASE WHEN NOT isfinite({time}) THEN 'infinity' END"
    if kind == "TIMESTAMP WITH TIME ZONE":
        return f"epoch_us({time})", "true", endless
    if kind == "TIMESTAMP_NS":
        return f"epoch_ns({time}) // 1000", "false", endless
    if kind.startswith("TIMESTAMP") or kind == "DATE":
        return f"epoch_us({time}::TIMESTAMP)", "false", endless
    text, textual = f"trim({time}::VARCHAR)", kind in ("VARCHAR", '"NULL"') or kind[:4] == "ENUM"
    if textual:
        raw = f"CASE WHEN lower({text}) NOT IN {MISSING} THEN {text} END"
    elif kind[:7] == "DECIMAL" or kind in NUMBERS:
        raw = f"CASE WHEN NOT isnan({time}::DOUBLE) THEN {text} END"
    else:
        raise Refused(f"timestamp: the column {one_line(named)} holds {kind}, not times")
    first = con.execute(f"SELECT x FROM (SELECT {raw} AS x FROM {relation}) WHERE x IS NOT NULL LIMIT 1").fetchall()
    number = _epoch(first[0][0]) if first else None
    if number is None and textual:
        plain = rf"regexp_replace({text}, '\s+([+-])', '\1')"
        aware = f"regexp_matches({text}, '{ZONE}')"
        zoned = f"WHEN {aware} THEN epoch_us(try_cast({plain} AS TIMESTAMPTZ))"
        naive = f"WHEN regexp_matches({text}, '{DAY}') THEN epoch_us(try_cast({text} AS TIMESTAMP))"
        return f"CASE {zoned} {naive} END", aware, raw
    # Seconds since 1970, or thousandths, millionths, billionths of them: told by their size, 1973 to 2286.
    size = next((one for one in FACTORS if 1e8 * one <= (number or 0) < 1e10 * one), 1)
    exact = f"try_cast({time} AS DECIMAL(28, 6))"
    likely = f"{exact} BETWEEN {10**8 * size} AND {10**10 * size}"
    return f"CASE WHEN {likely} THEN floor({exact} * {FACTORS[size]})::BIGINT END", "false", raw


def no_such(what: str, given: str, known: list[str]) -> Refused:
    """The refusal of a name that the data does not hold: the nearest one, or some."""
    shown = [one_line(one) for one in known]
    if len(shown) <= 12:
        # The same letters in another case are nearer than difflib thinks.
        return unknown(what, one_line(given), [one for one in shown if _alike(one, given)] or shown)
    article = "an" if what[0] in "aeiou" else "a"
    near = [one for one in shown if _alike(one, given)] or get_close_matches(one_line(given), shown[:20_000], n=1)
    hint = f"the nearest is {near[0]}" if near else f"there are {len(shown):,}, such as {words.listing(shown[:5])}"
    return Refused(f"{one_line(given)} is not {article} {what}; {hint}")


def _alike(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _epoch(text: str) -> float | None:
    """A text as a number of seconds, or parts of them, since 1970."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if 1e8 <= number < 1e19 else None
