"""The explorer: an idea with sliders and a picture, alive in a notebook."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from plgkit.charts import vegalite
from plgkit.ideas.idea import Idea
from plgkit.support.errors import Refused, unknown
from plgkit.widgets import payloads, storage
from plgkit.widgets.controls import control_payload, sliders
from plgkit.widgets.grid import cell_payload, sweep
from plgkit.widgets.part import Part
from plgkit.widgets.stored_picture import twin_spec

FIRST = 16
"""Positions in the first reply to a slider that is touched; each reply after it holds twice as many."""


def explore(idea: Idea, controls: Sequence[str] | None = None, title: str = "") -> "Explorer":
    """An idea with sliders and its picture.

    Parameters
    ----------
    idea : Idea
        Where the sliders start.
    controls : sequence of str, optional
        Names of one to three assumptions that get a slider with a number box; by default the idea's own.
    title : str
        What screen readers call it; by default the idea's claim.

    Returns
    -------
    Explorer
        A notebook draws it as a widget; where no kernel answers, as its twin.

    Raises
    ------
    Refused
        A control that the idea does not have, that is named twice, or more than three.

    Examples
    --------
    >>> from plgkit.ideas.unit_economics import UnitEconomics
    >>> explore(UnitEconomics(), ["churn", "cac"], title="One customer")
    <Explorer: One customer>
    """
    return Explorer(idea, controls, title)


class Explorer(Part):
    """An idea being explored. Where no kernel runs, its twin stands in its place."""

    def __init__(
        self,
        idea: Idea,
        controls: Sequence[str] | None = None,
        title: str = "",
        marks: Mapping[str, Sequence[float]] | None = None,
    ) -> None:
        self.idea, self.marks = idea, marks
        self.controls = tuple(controls or idea.controls)
        self.title = title or idea.claim
        self._sliders = sliders(idea, self.controls)

    def __repr__(self) -> str:
        return f"<Explorer: {self.title}>"

    def payload(self) -> payloads.Explorer:
        """What the front end draws.

        Returns
        -------
        dict
            Plain JSON: the sliders, the outcome where they stand, and the picture without its rows.
        """
        outcome = self.idea.run()
        controls = [
            control_payload(slider, getattr(self.idea, slider.name), slider.positions()) for slider in self._sliders
        ]
        return {
            "kind": "explorer",
            "title": self.title,
            "controls": controls,
            "measures": [self.idea.measures[name].label for name in self.idea.headline],
            "spec": vegalite.spec(self.idea.chart(outcome)),
            "common": {},
            "cell": cell_payload(self.idea, outcome),
        }

    def replies(self, message: dict) -> Iterator[dict[str, Any]]:
        """Outcomes at other values.

        Parameters
        ----------
        message : dict
            `state` holds the value of each slider, `want` is "exact" for the outcome there, or "positions" for
            all those of the slider `control`.

        Yields
        ------
        dict
            The `cell`, or `cells` by the index of their position, the nearest first.

        Raises
        ------
        Refused
            A value that is out of bounds.
        """
        idea = self._changed(message["state"])
        if message["want"] not in ("exact", "positions"):
            raise Refused(f"{message['want']} cannot be asked of this part")
        if message["want"] == "exact":
            yield {"cell": cell_payload(idea, idea.run())}
            return
        name = message["control"]
        if name not in self.controls:
            raise unknown("control", name, self.controls)
        (slider,) = (slider for slider in self._sliders if slider.name == name)
        positions = slider.positions()
        cells, size = sweep(idea, name, positions, _nearest(positions, getattr(idea, name))), FIRST
        while batch := list(islice(cells, size)):
            yield {"cells": batch}
            size *= 2

    def _changed(self, state: dict[str, Any]) -> Idea:
        """The idea at these values; a refusal names each by the label that its reader sees."""
        try:
            return self.idea.changed(**state)
        except Refused as refused:
            raise refused.named({slider.name: slider.label for slider in self._sliders}) from None

    def stored(self) -> dict[str, Any]:
        """The twin.

        Returns
        -------
        dict
            By MIME type.
        """
        idea = type(self.idea)
        inputs = [self.idea.model_dump(), self.idea.nouns, self.controls, self.title, self.marks]
        key = json.dumps([idea.__module__, idea.__qualname__, *inputs])
        spec, sentence = json.loads(storage.current().text(key, lambda: json.dumps(self._twin())))
        return storage.bundle(spec, sentence)

    def _twin(self) -> tuple[dict[str, Any], str]:
        return twin_spec(self.idea, self.controls, self.title, self.marks), self.idea.run().sentence


def _nearest(positions: list, value: Any) -> int:
    """The number of the position that `value` is at, or closest to."""
    if isinstance(value, str):
        return positions.index(value)
    return min(range(len(positions)), key=lambda i: abs(positions[i] - value))
