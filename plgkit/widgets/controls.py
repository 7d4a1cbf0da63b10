"""The controls of an explorer: which assumptions have one, and what the front end is told of them."""

from collections.abc import Sequence
from typing import Any, cast

from plgkit.ideas.assumption import Assumption
from plgkit.ideas.idea import Idea
from plgkit.models import words
from plgkit.support.errors import Refused, unknown
from plgkit.widgets.payloads import Control

AT_MOST = 3
"""Sliders that one picture has: a reader cannot follow more."""


def sliders(idea: Idea, controls: Sequence[str] | None) -> list[Assumption]:
    """The assumptions that get a slider.

    Parameters
    ----------
    idea : Idea
    controls : sequence of str or None
        Names of at most `AT_MOST` assumptions; None stands for the idea's own controls.

    Returns
    -------
    list of Assumption

    Raises
    ------
    Refused
        A control that the idea does not have, that is named twice, or more than `AT_MOST`.
    """
    assumptions = idea.assumptions(idea.currency, idea.scale)
    allowed = [name for name, assumption in assumptions.items() if assumption.kind != "list"]
    for name in controls or ():
        if name not in allowed:
            raise unknown(f"slider of {type(idea).__name__}", str(name), allowed)
    if len(set(controls or ())) < len(controls or ()):
        raise Refused(f"controls: {', '.join(controls)} names a slider twice; name each once")
    if len(controls or ()) > AT_MOST:
        raise Refused(f"controls: {len(controls)} are too many sliders; give at most {AT_MOST}")
    return [assumptions[name] for name in controls or idea.controls]


def control_payload(assumption: Assumption, value: Any, positions: list) -> Control:
    """A slider with its number box, for the front end.

    Parameters
    ----------
    assumption : Assumption
    value : Any
        Where it starts.
    positions : list
        The values that it can stand at, in order.

    Returns
    -------
    dict
        Plain JSON.
    """
    before, after = _affixes(assumption)
    return {
        "name": assumption.name,
        "kind": cast(Any, assumption.kind),  # a list has no slider
        "label": assumption.label,
        "unit": assumption.unit,
        "quantity": assumption.quantity,
        "before": before,
        "after": after,
        "currency": assumption.currency,
        "size": cast(Any, assumption.size),
        "help": assumption.help,
        "low": assumption.ge,
        "high": assumption.le,
        "value": value,
        "positions": positions,
    }


def _affixes(assumption: Assumption) -> tuple[str, str]:
    """What stands before and after the digits of a value."""
    if assumption.quantity == "share":
        return "", "%"
    return words.affixes(assumption.money) if assumption.money else ("", "")
