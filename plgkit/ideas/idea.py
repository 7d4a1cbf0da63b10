"""An idea: one claim as a model. A few assumptions in, an outcome out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from plgkit.ideas.assumption import Assumption, assumption, read
from plgkit.models import words
from plgkit.support.errors import Problem, Refused, unknown
from plgkit.support.names import excerpt

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from plgkit.charts.theme import Table

__all__ = ["Idea", "Measure", "Outcome", "assumption"]


@dataclass(frozen=True)
class Measure:
    """One number of an outcome: its label and how it is said (see `words.say`)."""

    label: str
    kind: str


@dataclass(frozen=True)
class Outcome:
    """What running an idea gives.

    Attributes:
        frame: a tidy table, one row per mark of the picture.
        numbers: the named results, in the units that the idea's `measures` state.
        sentence: the result in plain words.
    """

    frame: pd.DataFrame
    numbers: dict[str, float | bool]
    sentence: str

    def _repr_html_(self) -> str:
        from html import escape

        return f"<p>{escape(self.sentence)}</p>{self.frame.to_html(index=False, max_rows=12)}"


class Idea(BaseModel):
    """One claim of the documents as a model that can be pushed until it breaks.

    A subclass declares its assumptions as fields, and in class variables what it claims. `run()` has no
    randomness without a seed, and knows no clock, no disk and no network. Its `table` says what of the outcome's
    frame stands beside the picture as a table.

    Raises:
        Refused: one line for each assumption that is unknown, of the wrong type or out of bounds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, validate_default=True)

    claim: ClassVar[str] = ""
    holds_when: ClassVar[str] = ""
    fails_when: ClassVar[str] = ""
    documents: ClassVar[tuple[str, ...]] = ()
    sources: ClassVar[tuple[str, ...]] = ()
    controls: ClassVar[tuple[str, ...]] = ()
    measures: ClassVar[dict[str, Measure]] = {}
    headline: ClassVar[tuple[str, ...]] = ()
    presets: ClassVar[dict[str, dict[str, Any]]] = {}
    table: ClassVar[Table | None] = None

    currency: str = Field("$", description="sign or short name of the money, 1 to 4 characters")
    scale: float = Field(1.0, description="number above 0 and up to 1,000,000 that multiplies every amount of money")

    def __init__(self, **given: Any) -> None:
        try:
            super().__init__(**given)
        except ValidationError as error:
            wrong = [e for e in error.errors() if e["type"] != "default_factory_not_called"]
            # A list may be wrong in several places: one line says what is allowed.
            raise Refused(*{e["loc"][:1]: self._problem(e) for e in wrong}.values()) from None

    @classmethod
    def assumptions(cls, currency: str = "$", scale: float = 1) -> dict[str, Assumption]:
        """The assumptions by name, in the order of their declaration, in a learner's money.

        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics.assumptions("€")["cac"].allowed
        'between 0 and 1,000,000 (€)'
        """
        found = ((name, read(name, field)) for name, field in cls.model_fields.items())
        return {name: one.in_currency(currency, scale) for name, one in found if one}

    @classmethod
    def scenarios(cls) -> dict[str, Self]:
        """Ready-made instances by name: "default" and the idea's presets.

        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics.scenarios()["aha"].churn
        0.08
        """
        return {"default": cls()} | {name: cls(**values) for name, values in cls.presets.items()}

    def run(self) -> Outcome:
        """The outcome of these assumptions.

        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics(churn=0.08).run().numbers["lifetime_value"]
        1000.0
        """
        raise TypeError(f"{type(self).__name__} has no run(): an idea must define it")

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        """The chart of `outcome`, drawn from `outcome.frame` alone."""
        raise TypeError(f"{type(self).__name__} has no picture(): an idea must define it")

    def chart(self, outcome: Outcome | None = None, predicts: str | None = None) -> alt.LayerChart:
        """The picture of an outcome (by default this idea's own), with the sentence as its description.

        `predicts`, "x", "y" or "line", leaves room for a learner's answer (see `theme.predicted`).

        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> idea = UnitEconomics()
        >>> idea.chart().to_dict()["description"] == idea.run().sentence
        True
        """
        from plgkit.charts import theme

        outcome = outcome or self.run()
        picture = self.picture(outcome)
        return theme.dress(theme.predicted(picture, predicts) if predicts else picture, outcome.sentence, self.table)

    def changed(self, **values: Any) -> Self:
        """The same idea with some assumptions changed, checked like any other.

        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics(cac=900).changed(churn=0.05).cac
        900.0
        """
        return type(self)(**(self.model_dump() | values))

    def in_words(self, name: str, value: float | bool) -> str:
        """A number of the outcome in words: `said("lifetime_value", 2667)` gives "$2,667"."""
        return words.say(value, self.measures[name].kind, self.currency)

    def money(self, value: float) -> str:
        """An amount in this idea's currency."""
        return words.money(value, self.currency)

    @field_validator("*", mode="before")
    @classmethod
    def _plain(cls, value: Any, info: ValidationInfo) -> Any:
        """NumPy's scalars and whole floats are taken for what they are."""
        value = value.item() if hasattr(value, "item") and not getattr(value, "shape", ()) else value
        whole = cls.model_fields[info.field_name].annotation is int
        return int(value) if whole and isinstance(value, float) and value.is_integer() else value

    @field_validator("*", mode="after")
    @classmethod
    def _within_bounds(cls, value: Any, info: ValidationInfo) -> Any:
        name = info.field_name
        if name == "currency" and not (len(value) in range(1, 5) and value.isprintable() and value.strip()):
            raise _refusal(excerpt(value), f"a {cls.model_fields[name].description}")
        if name == "scale" and not 0 < value <= 1e6:
            raise _refusal(f"{value:.10g}", f"a {cls.model_fields[name].description}")
        assumption = _assumptions(cls, info.data.get("currency", "$"), info.data.get("scale", 1)).get(name)
        if assumption and not assumption.allows(value):
            raise _refusal(assumption.excerpt(value), assumption.allowed)
        return value

    @classmethod
    def _problem(cls, error: Mapping[str, Any]) -> Problem:
        """What one of pydantic's errors says, as a problem of its field."""
        if not error["loc"]:
            return Problem(error["msg"])
        name = str(error["loc"][0])
        if error["type"] == "extra_forbidden":
            return unknown(f"assumption of {cls.__name__}", name, cls.model_fields).problems[0]
        if error["type"] == "refused":
            return Problem.outside(name, **error["ctx"])
        field, assumption = cls.model_fields[name], cls.assumptions().get(name)
        kind = "a number " if assumption and assumption.kind == "number" else ""
        allowed = assumption.allowed if assumption else f"a {field.description}"
        return Problem.outside(name, excerpt(error["input"]), kind + allowed)


def _refusal(value: str, allowed: str) -> PydanticCustomError:
    return PydanticCustomError("refused", "{value} is not {allowed}", {"value": value, "allowed": allowed})


def _assumptions(cls: type[Idea], *money: Any) -> dict[str, Assumption]:
    """`cls.assumptions(*money)`, remembered: validation asks for it at every run."""
    known = cls.__dict__.get("_known")
    if known is None or known[0] != money:
        known = (money, cls.assumptions(*money))
        type.__setattr__(cls, "_known", known)
    return known[1]
