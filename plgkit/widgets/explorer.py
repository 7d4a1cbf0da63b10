"""The explorer: an idea with sliders and a picture, alive in a notebook."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plgkit.charts import vegalite
from plgkit.ideas.assumption import Assumption
from plgkit.ideas.idea import Idea
from plgkit.support.errors import Refused
from plgkit.widgets import payloads, storage
from plgkit.widgets.controls import control_payload, sliders
from plgkit.widgets.grid import cell_payload
from plgkit.widgets.part import Part
from plgkit.widgets.stored_picture import twin_spec

PORTABLE = "plgkit.models."
"""Where the models are that a page can run too."""


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
        payload: payloads.Explorer = {
            "kind": "explorer",
            "title": self.title,
            "controls": [
                control_payload(slider, getattr(self.idea, slider.name), self._positions(slider))
                for slider in self._sliders
            ],
            "measures": [self.idea.measures[name].label for name in self.idea.headline],
            "spec": vegalite.spec(self.idea.chart(outcome)),
            "cell": cell_payload(self.idea, outcome),
        }
        model = self._model()
        return payload | {"model": model} if model else payload

    def _positions(self, slider: Assumption) -> list:
        return slider.positions(through=getattr(self.idea, slider.name))

    def _model(self) -> str:
        """What a page's engine needs to run the idea, as JSON; empty where only a kernel can run it."""
        idea = type(self.idea)
        module = getattr(idea.model, "__module__", "")
        if not module.startswith(PORTABLE) or idea.run is not Idea.run:
            return ""
        terms = self.idea.terms
        model = {
            "name": module.removeprefix(PORTABLE),
            "inputs": self.idea.inputs(),
            "unit": terms.unit,
            "nouns": terms.nouns,
            "headline": [(name, self.idea.measures[name].kind) for name in self.idea.headline],
        }
        return json.dumps(model, ensure_ascii=False, separators=(",", ":"))

    def replies(self, message: dict) -> Iterator[dict[str, Any]]:
        """The outcome at other values, for a front end that cannot compute it.

        Parameters
        ----------
        message : dict
            `want` is "outcome", and `state` holds the value of each slider.

        Yields
        ------
        dict
            The `cell`.

        Raises
        ------
        Refused
            A value that is out of bounds.
        """
        if message["want"] != "outcome":
            raise Refused(f"{message['want']} cannot be asked of this part")
        idea = self._changed(message["state"])
        yield {"cell": cell_payload(idea, idea.run())}

    def _changed(self, state: dict[str, Any]) -> Idea:
        """The idea at these values; a refusal names each by the label that its reader sees."""
        try:
            return self.idea.changed(**state)
        except Refused as refused:
            raise refused.named({slider.name: slider.label for slider in self._sliders}) from None

    def begun(self) -> dict[str, Any]:
        """The sentence: the twin takes long, and its still needs a page that has drawn the picture.

        Returns
        -------
        dict
            By MIME type.
        """
        return {"text/plain": self.idea.run().sentence}

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
        spec = twin_spec(self.idea, self.controls, self.marks)
        payload = dict(self.payload())
        del payload["spec"]  # the twin's own picture stands for it
        return spec | {"usermeta": spec.get("usermeta", {}) | {"plgkit": payload}}, self.idea.run().sentence
