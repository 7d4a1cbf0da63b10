"""One input of an idea, declared once: its bounds, unit, label, slider and words."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import Field

from plgkit.models import words
from plgkit.support.names import excerpt

POSITIONS = 201
"""A slider has at most this many positions: the browser holds the rows of all of them."""

HUGE = 1e300
"""A whole number beyond this may be none that a float can hold."""

MONEY = "money"
"""Stands in a unit for the learner's currency."""

PEOPLE = re.compile(r"(people|customers)(/\w+)?")
"""Units that count people, at once or in a time."""

Quantity = Literal["share", "money", "people", "plain"]


@dataclass(frozen=True)
class Assumption:
    """What is declared of one input. Made by `assumption()`, read through `Idea.assumptions()`.

    Attributes
    ----------
    name, label, help : str
        Its name in code and for the reader, and one line on what it means.
    kind : {"number", "whole", "choice", "flag", "list"}
        "whole" is a whole number.
    default : object
        The value before anything is touched.
    unit : str
        As in "share/month". An amount of money, bounds and all, is multiplied by the idea's `scale`.
    ge, le : float, optional
        The bounds of the value, both included.
    step : float, optional
        The distance between two positions of the slider.
    slider : tuple of float, optional
        The part of the bounds that the slider covers.
    choices : tuple of str
        The allowed words of an assumption that is not a number.
    currency, size : str
        Of an amount of money in somebody's currency: its sign or short name, and "k" where it counts thousands.
    """

    name: str
    kind: str
    default: Any
    label: str
    unit: str = ""
    ge: float | None = None
    le: float | None = None
    step: float | None = None
    slider: tuple[float, float] | None = None
    choices: tuple[str, ...] = ()
    help: str = ""
    currency: str = ""
    size: str = ""

    @property
    def money(self) -> str:
        """What an amount in somebody's currency is counted in, such as "$k"; empty for anything else."""
        return words.money_unit(self.currency, self.size) if self.currency else ""

    @property
    def quantity(self) -> Quantity:
        """What kind of number it is, which decides how people write it.

        Examples
        --------
        >>> [Assumption("x", "number", 1, "X", unit=unit).quantity for unit in ("share/month", "money", "people/month")]
        ['share', 'money', 'people']
        """
        if self.currency or self.unit.startswith(MONEY):
            return "money"
        if self.unit.startswith("share"):
            return "share"
        return "people" if PEOPLE.fullmatch(self.unit) else "plain"

    @property
    def allowed(self) -> str:
        """The rule in words.

        Examples
        --------
        >>> Assumption("churn", "number", 0.05, "Churn", unit="share/month", ge=0, le=1).allowed
        'between 0 and 1 (share/month)'
        """
        if self.choices:
            return " or ".join(self.choices)
        if self.ge is None:
            return self.help
        noun = "a whole number " if self.kind == "whole" else ""
        unit = f" ({self.unit})" if self.unit else ""
        return f"{noun}between {words.bounds(self.ge, self.le)}{unit}"

    def allows(self, value: Any) -> bool:
        """Whether a value of the right type lies within the bounds."""
        return self.ge is None or self.le is None or self.ge <= value <= self.le

    def excerpt(self, value: Any) -> str:
        """A value that is not allowed, short enough for a line."""
        return f"{value:.10g}" if abs(value) < HUGE else excerpt(value)

    def in_currency(self, currency: str, scale: float = 1, size: str = "") -> "Assumption":
        """The same assumption in a learner's money: its sign, and amounts `scale` times as large."""
        if not self.unit.startswith(MONEY):
            return self
        low, high = self.slider
        return replace(
            self,
            unit=self.unit.replace(MONEY, words.money_unit(currency, size)),
            currency=currency,
            size=size,
            default=self.default * scale,
            ge=self.ge * scale,
            le=self.le * scale,
            step=self.step * scale,
            slider=(low * scale, high * scale),
        )

    def positions(self, at_most: int = POSITIONS, through: Any = None, marks: Sequence[float] = ()) -> list:
        """The slider's positions, in equal steps.

        Parameters
        ----------
        at_most : int
            How many there may be.
        through : float, optional
            One of them, by default the default; it is reached beyond the slider's ends too.
        marks : sequence of float
            Each that the slider can reach is a position, however many that takes.

        Returns
        -------
        list
            Numbers in rising order; all there is of a choice or a flag.

        Examples
        --------
        >>> x = Assumption("x", "number", 0.5, "X", ge=0, le=1, step=0.1, slider=(0, 1))
        >>> x.positions(at_most=4), x.positions(at_most=4, marks=[0.9])
        ([0.2, 0.5, 0.8], [0.1, 0.5, 0.9])
        """
        if self.choices:
            return list(self.choices)
        if self.kind == "flag":
            return [False, True]
        start = self.default if through is None else through
        low, high = min(self.slider[0], start), max(self.slider[1], start)
        slack = 1e-9
        below, above = ((start - low) / self.step + slack), ((high - start) / self.step + slack)
        away = [round((mark - start) / self.step) for mark in marks if low <= mark <= high]
        # Equal steps hold all marks if they divide the way to each; without marks (0) every step does.
        apart = math.gcd(*away)
        every = 1
        while every != apart and math.floor(below / every) + math.floor(above / every) + 1 > at_most:
            every += 1
            while apart % every:
                every += 1
        steps = range(-math.floor(below / every), math.floor(above / every) + 1)
        return [self.tidy(start + k * every * self.step) for k in steps]

    def tidy(self, value: float) -> float | int:
        """`value` without the dust of floating-point steps."""
        if self.kind == "whole":
            return round(value)
        return round(value, max(0, 3 - math.floor(math.log10(self.step)))) + 0.0


def assumption(
    default: Any,
    label: str,
    *,
    unit: str = "",
    ge: float | None = None,
    le: float | None = None,
    step: float | None = None,
    slider: tuple[float, float] | None = None,
    help: str = "",
) -> Any:
    """Declare an assumption as a field of an `Idea`.

    Parameters
    ----------
    default : object
        The value before anything is touched; for money, before it is scaled.
    label : str
        Its name for the reader.
    unit : str
        As in "share/month". One that begins with "share" is shown as a percentage too; one that begins with "money"
        is shown in the learner's currency and multiplied by the idea's `scale`.
    ge, le : float, optional
        The least and the greatest value allowed. Every number has both.
    step : float, optional
        The distance between two positions of the slider.
    slider : tuple of float, optional
        The least and the greatest position, where the bounds are wider than a slider is useful.
    help : str
        One line on what it means; for lists, what is allowed.

    Returns
    -------
    FieldInfo
        What pydantic makes a field of.
    """
    note: dict[str, Any] = dict(label=label, unit=unit, ge=ge, le=le, step=step, help=help)
    note["slider"] = slider or (None if ge is None else (ge, le))
    if unit.startswith(MONEY):
        factory = _Scaled(default)
        return Field(default_factory=factory, title=label, description=help, json_schema_extra=note)
    if isinstance(default, list | dict):
        return Field(default_factory=lambda: default, title=label, description=help, json_schema_extra=note)
    return Field(default, title=label, description=help, json_schema_extra=note)


@dataclass(frozen=True)
class _Scaled:
    """The default of an amount of money: pydantic calls it with the fields before it."""

    value: float

    def __call__(self, data: dict) -> float:
        return self.value * data.get("scale", 1)


def read(name: str, field: Any) -> Assumption | None:
    """The assumption that a pydantic field declares; None for a field that is none."""
    note = field.json_schema_extra
    if not isinstance(note, dict) or "label" not in note:
        return None
    factory = field.default_factory
    default = factory.value if isinstance(factory, _Scaled) else factory() if factory else field.default
    choices: Sequence = getattr(field.annotation, "__args__", ()) if isinstance(default, str) else ()
    kinds = {bool: "flag", int: "whole", float: "number", str: "choice"}
    kind = kinds.get(field.annotation if field.annotation in kinds else type(default), "list")
    return Assumption(name=name, kind=kind, default=default, choices=tuple(choices), **note)
