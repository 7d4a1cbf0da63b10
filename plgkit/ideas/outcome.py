"""What running an idea gives: numbers, the rows of its picture, and a sentence."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

SENTENCE = 80
"""Characters of an outcome's sentence where the outcome is named in one line."""


@dataclass(frozen=True)
class Outcome:
    """What running an idea gives.

    Attributes
    ----------
    rows : dict of lists or DataFrame
        A tidy table by column, one row per mark of the picture.
    numbers : dict of float or bool
        The named results, in the units that the idea's `measures` state.
    sentence : str
        The result in plain words.

    Examples
    --------
    >>> from plgkit.ideas.unit_economics import UnitEconomics
    >>> UnitEconomics(churn=0.08).run()
    Outcome('A customer costs $1,200 to win and earns $80 a month while they stay, on …', 5 numbers, 30 rows)
    """

    rows: Mapping[str, list[Any]] | pd.DataFrame
    numbers: dict[str, float | bool]
    sentence: str

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The rows as a table of pandas, made when it is first wanted."""
        import pandas as pd

        return pd.DataFrame(self.rows)

    @property
    def columns(self) -> dict[str, list[Any]]:
        """The rows as plain lists, by column."""
        return {name: list(column) for name, column in self.rows.items()}

    def __repr__(self) -> str:
        sentence = textwrap.shorten(self.sentence, SENTENCE, placeholder=" …")
        return f"Outcome({sentence!r}, {len(self.numbers)} numbers, {len(next(iter(self.columns.values()), []))} rows)"

    def _repr_html_(self) -> str:
        from html import escape

        return f"<p>{escape(self.sentence)}</p>{self.frame.to_html(index=False, max_rows=12)}"
