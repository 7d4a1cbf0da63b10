"""The cases: companies with data, real or invented, as the descriptor describes them."""

from io import BytesIO
from typing import Any

import pandas as pd

from plgkit.cases.descriptor import DESCRIPTOR, Case, Column, damaged, described_cases
from plgkit.support.errors import unknown


def cases() -> pd.DataFrame:
    """All cases.

    Returns
    -------
    DataFrame
        One row per case, with the columns `name`, `title`, `kind` ("real" or "invented"), `rows`, `licence` and
        `source`.

    Raises
    ------
    Refused
        The descriptor of the cases is missing or damaged; how to get it back.

    Examples
    --------
    >>> listings = cases().set_index("name").loc["public_listings"]
    >>> print(listings.kind, listings.rows)
    real 8
    """
    columns = ["name", "title", "kind", "rows", "licence", "source"]
    return pd.DataFrame([[getattr(case, column) for column in columns] for case in described_cases()], columns=columns)


def load(name: str) -> pd.DataFrame:
    """One case as a table of its own: changing it changes nothing for the next who loads it.

    Parameters
    ----------
    name : str
        The name of a case, as in `cases()`.

    Returns
    -------
    DataFrame
        The rows of its file. Dates are datetime64, what is missing is NaN. In `.attrs`: `name`, `title`,
        `description`, `teaches`, `kind`, `notes`, `units` (of each column that has one), `licence` and `source`;
        `truth`, for an invented case: what was planted in it, by name.

    Raises
    ------
    Refused
        No case has this name, or its file is missing or not the one that plgkit ships.

    Examples
    --------
    >>> listings = load("public_listings")
    >>> print(listings.loc[listings.company == "Zoom", "listed"].item().date())
    2019-04-18
    >>> load("public_companies").attrs["units"]
    {'usd_millions': 'USD million'}
    """
    known = {case.name: case for case in described_cases()}
    case = known.get(str(name))
    if case is None:
        raise unknown("case", str(name), known)
    content = case.content()
    try:
        frame = _table(case, content).copy(deep=False)  # pandas copies a column when it is changed
    except ValueError as error:
        raise damaged(DESCRIPTOR, f"does not describe data/{case.path} ({str(error).splitlines()[0]})") from None
    frame.attrs = {
        "name": case.name,
        "title": case.title,
        "description": case.description,
        "teaches": case.teaches,
        "kind": case.kind,
        "notes": list(case.notes),
        "units": {column.name: column.unit for column in case.columns if column.unit},
        "licence": case.licence,
        "source": case.source,
        "truth": {fact.name: fact.value for fact in case.truth},
    }
    return frame


def check() -> None:
    """See that every case's file is there and the one that plgkit ships, without making tables of them.

    Raises
    ------
    Refused
        A file is not; how to get it back.
    """
    for case in described_cases():
        case.content()


_tables: dict[tuple, pd.DataFrame] = {}


def _table(case: Case, content: bytes) -> pd.DataFrame:
    """The table in `content`; remembered, because a lesson loads the same case again and again."""
    known = (case.hash, case.columns)
    if known not in _tables:
        _tables[known] = _parsed(content, case.columns)
    return _tables[known]


def _parsed(content: bytes, columns: tuple[Column, ...]) -> pd.DataFrame:
    # Whole numbers are left to pandas, which makes them float64 where one is missing.
    dtypes: dict[str, Any] = {"string": "str", "number": "float64", "boolean": "bool"}
    frame = pd.read_csv(
        BytesIO(content),
        dtype={column.name: dtypes[column.type] for column in columns if column.type in dtypes},
        # Only an empty cell is missing: "None" and "NA" are answers.
        keep_default_na=False,
        na_values=[""],
        # Twice as fast as reading texts and parsing them below, where what is no day or time is refused.
        parse_dates=[column.name for column in columns if column.type in ("date", "datetime")],
        date_format="ISO8601",
    )
    if list(frame.columns) != [column.name for column in columns]:
        raise ValueError(f"its columns are {', '.join(frame.columns)}")
    for column in columns:
        if column.type in ("date", "datetime"):
            frame[column.name] = pd.to_datetime(frame[column.name], format="ISO8601")
        elif column.type == "integer":
            frame[column.name] = pd.to_numeric(frame[column.name])
    return frame
