"""Outcomes at many positions of a few assumptions, as the front end draws them.

The twin stores all positions of all its sliders. It uses `cell_payload` like the live explorer, so what a reader sees
is the same with a kernel and without one.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import cast

from plgkit.ideas.assumption import Assumption
from plgkit.ideas.idea import Idea, Outcome
from plgkit.models import cell
from plgkit.widgets.controls import control_payload, sliders
from plgkit.widgets.payloads import Cell, Control


def cell_payload(idea: Idea, outcome: Outcome) -> Cell:
    """An outcome for the front end.

    Parameters
    ----------
    idea : Idea
        What was run.
    outcome : Outcome

    Returns
    -------
    dict
        Plain JSON: its `columns`, its `sentence`, and its `headline` numbers in words.
    """
    headline = [(name, idea.measures[name].kind) for name in idea.headline]
    parts = {"rows": outcome.columns, "numbers": outcome.numbers, "sentence": outcome.sentence}
    return cast(Cell, cell.payload(parts, headline, idea.terms))


@dataclass(frozen=True)
class Grid:
    """All positions of a few assumptions.

    The last control varies fastest. The idea's own values are always among the positions, and so are the
    marks, whatever the budget.

    Attributes
    ----------
    idea : Idea
    controls : tuple of str
    budget : int
        Bytes of JSON that the outcomes may take.
    marks : mapping of str to sequence of float
        Values that a control has to hold.
    """

    idea: Idea
    controls: tuple[str, ...]
    budget: int = 280_000
    marks: Mapping[str, Sequence[float]] = field(default_factory=dict)

    @cached_property
    def axes(self) -> list[list]:
        """The positions of each control."""
        own = cell_payload(self.idea, self.idea.run())
        pushed = cell_payload(self.idea, self._pushed().run())["columns"]
        varying = {name: column for name, column in own["columns"].items() if column != pushed.get(name)}
        size = len(json.dumps(own | {"columns": varying}, ensure_ascii=False).encode())
        axes = [self._positions(slider, 2) for slider in self._sliders]
        longest = [len(slider.positions(through=getattr(self.idea, slider.name))) for slider in self._sliders]
        growing = list(range(len(axes)))
        while growing:
            index = min(growing, key=lambda i: len(axes[i]))
            more = range(len(axes[index]) + 1, longest[index] + 1)
            candidates = (self._positions(self._sliders[index], at_most) for at_most in more)
            wider = next((axis for axis in candidates if len(axis) > len(axes[index])), axes[index])
            cells = math.prod(map(len, [*axes[:index], wider, *axes[index + 1 :]]))
            if wider == axes[index] or cells * size > self.budget:
                growing.remove(index)
            else:
                axes[index] = wider
        return axes

    def _positions(self, slider: Assumption, at_most: int) -> list:
        return slider.positions(at_most, getattr(self.idea, slider.name), self.marks.get(slider.name, ()))

    @cached_property
    def _sliders(self) -> list[Assumption]:
        return sliders(self.idea, self.controls)

    def _pushed(self) -> Idea:
        """The idea with each control at the first position, to see which columns follow the controls."""
        return self.idea.changed(**{slider.name: slider.positions()[0] for slider in self._sliders})

    @cached_property
    def ideas(self) -> list[Idea]:
        """The idea at every cell."""
        names = [slider.name for slider in self._sliders]
        return [self.idea.changed(**dict(zip(names, values, strict=True))) for values in product(*self.axes)]

    @cached_property
    def cells(self) -> list[Cell]:
        """The outcome at every cell, as `cell_payload` gives it."""
        return [cell_payload(idea, idea.run()) for idea in self.ideas]

    @cached_property
    def common(self) -> dict[str, list]:
        """The columns that are the same in every cell."""
        first, *others = (cell["columns"] for cell in self.cells)
        return {name: column for name, column in first.items() if all(other[name] == column for other in others)}

    def control_payloads(self) -> list[Control]:
        """The controls for the front end."""
        return [
            control_payload(slider, getattr(self.idea, slider.name), positions)
            for slider, positions in zip(self._sliders, self.axes, strict=True)
        ]
