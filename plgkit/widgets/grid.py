"""Outcomes at many positions of a few assumptions, packed for whoever draws them.

The live explorer sends one slider's positions at a time; the twin stores all positions of all its sliders.
Both use `pack`, so what a reader sees is the same with a kernel and without one.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Any

from plgkit.ideas.assumption import Assumption
from plgkit.ideas.idea import Idea, Outcome
from plgkit.support.errors import Refused, unknown

DIGITS = 5
"""Significant digits of a number that is drawn."""

AT_MOST = 3
"""Sliders that one picture has: a reader cannot follow more."""


def pack(idea: Idea, outcome: Outcome) -> dict[str, Any]:
    """An outcome as plain JSON: its columns, its sentence, and its headline numbers in words."""
    columns = {name: [plain(v) for v in outcome.frame[name].tolist()] for name in outcome.frame}
    headline = [idea.in_words(name, outcome.numbers[name]) for name in idea.headline]
    return {"columns": columns, "sentence": outcome.sentence, "headline": headline}


def plain(value: Any) -> Any:
    """A number at `DIGITS` significant digits, as an int where it is whole; what is not finite becomes None.

    >>> [plain(v) for v in (0.1 + 0.2, 2666.6667, 3.0, math.nan, "with churn")]
    [0.3, 2666.7, 3, None, 'with churn']
    """
    if not isinstance(value, float):
        return value
    if not math.isfinite(value):
        return None
    short = float(f"{value:.{DIGITS}g}")
    return int(short) if short.is_integer() else short


def chosen(idea: Idea, controls: list[str] | tuple[str, ...] | None) -> list[Assumption]:
    """The assumptions that get a slider: those named, or the idea's own."""
    known = idea.assumptions(idea.currency, idea.scale)
    for name in controls or ():
        if name not in known or known[name].kind == "list":
            sliders = [n for n, one in known.items() if one.kind != "list"]
            raise unknown(f"slider of {type(idea).__name__}", str(name), sliders)
    if len(set(controls or ())) < len(controls or ()):
        raise Refused(f"controls: {', '.join(controls)} names a slider twice; name each once")
    if len(controls or ()) > AT_MOST:
        raise Refused(f"controls: {len(controls)} are too many sliders; give at most {AT_MOST}")
    return [known[name] for name in controls or idea.controls]


def control(one: Assumption, value: Any, positions: list) -> dict[str, Any]:
    """What the front end needs to draw a slider with its number box."""
    return {
        "name": one.name,
        "kind": one.kind,
        "label": one.label,
        "unit": one.unit,
        "help": one.help,
        "low": one.ge,
        "high": one.le,
        "value": value,
        "positions": positions,
    }


def along(idea: Idea, name: str, positions: list, start: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """The packed outcome at each position of one assumption, from position `start` outwards."""
    for index in sorted(range(len(positions)), key=lambda i: abs(i - start)):
        there = idea.changed(**{name: positions[index]})
        yield index, pack(there, there.run())


@dataclass(frozen=True)
class Grid:
    """All positions of a few assumptions, at most `budget` bytes of JSON.

    The last control varies fastest. The idea's own values are always one of the positions, and so are the
    `marks` of a control, whatever the budget.
    """

    idea: Idea
    controls: tuple[str, ...]
    budget: int = 280_000
    marks: Mapping[str, Sequence[float]] = field(default_factory=dict)

    @cached_property
    def axes(self) -> list[list]:
        """The positions of each control."""
        import json

        own = pack(self.idea, self.idea.run())
        changing = pack(self.idea, self._pushed().run())["columns"]
        varying = {k: v for k, v in own["columns"].items() if v != changing.get(k)}
        cell = len(json.dumps(own | {"columns": varying}, ensure_ascii=False).encode())
        axes = [self._positions(one, 2) for one in self._assumptions]
        longest = [len(one.positions(through=getattr(self.idea, one.name))) for one in self._assumptions]
        growing = list(range(len(axes)))
        while growing:
            index = min(growing, key=lambda i: len(axes[i]))
            more = range(len(axes[index]) + 1, longest[index] + 1)
            tried = (self._positions(self._assumptions[index], at_most) for at_most in more)
            wider = next((axis for axis in tried if len(axis) > len(axes[index])), axes[index])
            cells = math.prod(map(len, [*axes[:index], wider, *axes[index + 1 :]]))
            if wider == axes[index] or cells * cell > self.budget:
                growing.remove(index)
            else:
                axes[index] = wider
        return axes

    def _positions(self, one: Assumption, at_most: int) -> list:
        return one.positions(at_most, getattr(self.idea, one.name), self.marks.get(one.name, ()))

    @cached_property
    def _assumptions(self) -> list[Assumption]:
        return chosen(self.idea, self.controls)

    def _pushed(self) -> Idea:
        """The idea with each control at the first position, to see which columns follow the controls."""
        return self.idea.changed(**{one.name: one.positions()[0] for one in self._assumptions})

    @cached_property
    def ideas(self) -> list[Idea]:
        """The idea at every cell."""
        names = [one.name for one in self._assumptions]
        return [self.idea.changed(**dict(zip(names, at, strict=True))) for at in product(*self.axes)]

    @cached_property
    def cells(self) -> list[dict[str, Any]]:
        """The packed outcome at every cell."""
        return [pack(idea, idea.run()) for idea in self.ideas]

    @cached_property
    def common(self) -> dict[str, list]:
        """The columns that are the same in every cell."""
        first, *others = (cell["columns"] for cell in self.cells)
        return {k: v for k, v in first.items() if all(o[k] == v for o in others)}

    def control_payloads(self) -> list[dict[str, Any]]:
        """The controls for the front end."""
        return [
            control(one, getattr(self.idea, one.name), positions)
            for one, positions in zip(self._assumptions, self.axes, strict=True)
        ]
