"""An idea: one claim as a model. A few assumptions in, an outcome out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from plgkit.ideas.assumption import Assumption, assumption, read
from plgkit.ideas.nouns import ALLOWED as ALLOWED_NOUNS
from plgkit.ideas.nouns import Nouns
from plgkit.ideas.outcome import Outcome
from plgkit.models import words
from plgkit.support.errors import Problem, Refused, unknown
from plgkit.support.names import excerpt

if TYPE_CHECKING:
    import altair as alt

    from plgkit.charts.picture import Picture, Table

__all__ = ["Idea", "Measure", "Outcome", "assumption", "invalid"]


@dataclass(frozen=True)
class Measure:
    """One number of an outcome.

    Attributes
    ----------
    label : str
        Its name for the reader.
    kind : str
        How it is said: "money", "share", "count", "times", "yes", "ceiling", "place", or a noun to count (see
        `words.say`).
    """

    label: str
    kind: str


class Idea(BaseModel):
    """One claim of the documents as a model that can be pushed until it breaks.

    A subclass declares its assumptions as fields, and in class variables what it claims. `run()` has no
    randomness without a seed, and knows no clock, no disk and no network.

    Parameters
    ----------
    currency : str
        Sign or short name of the money, 1 to 4 characters.
    scale : float
        Above 0 and up to 1,000,000; multiplies every amount of money.
    nouns : dict of str to pair of str, optional
        What stands in its sentences for "organisation", "product", "customer" and "deal": singular and plural.
    **values
        The idea's own assumptions by name; those left out have their defaults.

    Attributes
    ----------
    model : callable
        The equations, from `plgkit.models`: `run` hands it the assumptions by name and `terms`.
    claim, holds_when, fails_when : str
        What the documents say, where it is true, and where it is false.
    documents, sources : tuple of str
        The documents that claim it, by file name; the literature behind the model.
    controls : tuple of str
        The assumptions that get a slider, at most three.
    measures : dict of Measure
        The numbers of its outcome; `headline` names those that stand above the picture.
    presets : dict of dict
        Values of assumptions by the name of their scenario.
    amounts : {"", "k"}
        What its amounts of money are counted in: single ones, or thousands.
    table : Table, optional
        What of the outcome's frame stands beside the picture as a table.

    Raises
    ------
    Refused
        One problem for each assumption that is unknown, of the wrong type or out of bounds.

    Examples
    --------
    >>> from plgkit.ideas.unit_economics import UnitEconomics
    >>> UnitEconomics(churn=0.08, cac=900)
    UnitEconomics(churn=0.08, cac=900.0)
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, validate_default=True)

    model: ClassVar[Callable[..., dict[str, Any]] | None] = None
    claim: ClassVar[str] = ""
    holds_when: ClassVar[str] = ""
    fails_when: ClassVar[str] = ""
    documents: ClassVar[tuple[str, ...]] = ()
    sources: ClassVar[tuple[str, ...]] = ()
    controls: ClassVar[tuple[str, ...]] = ()
    measures: ClassVar[dict[str, Measure]] = {}
    headline: ClassVar[tuple[str, ...]] = ()
    presets: ClassVar[dict[str, dict[str, Any]]] = {}
    amounts: ClassVar[Literal["", "k"]] = ""
    table: ClassVar[Table | None] = None

    currency: str = Field("$", description="sign or short name of the money, 1 to 4 characters")
    scale: float = Field(1.0, description="number above 0 and up to 1,000,000 that multiplies every amount of money")
    # They change words and no number, so a learner's variant does not depend on them.
    nouns: Nouns = Field({}, description=ALLOWED_NOUNS, exclude=True)

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            errors = [e for e in error.errors() if e["type"] != "default_factory_not_called"]
            # A list may be wrong in several places: one line says what is allowed.
            raise Refused(*{e["loc"][:1]: self._problem(e) for e in errors}.values()) from None

    def __hash__(self) -> int:
        """Of its numbers: equal ideas have the same, and a dictionary of nouns has none."""
        return hash((type(self), *self.model_dump().values()))

    def __repr_args__(self) -> Iterator[tuple[str, Any]]:
        """What differs from the defaults."""
        default = type(self)(scale=self.scale).model_dump() | {"scale": 1, "nouns": {}}
        return ((name, value) for name, value in self if value != default[name])

    @classmethod
    def assumptions(cls, currency: str = "$", scale: float = 1) -> dict[str, Assumption]:
        """The assumptions by name, in the order of their declaration, in a learner's money.

        Parameters
        ----------
        currency : str
            Sign or short name of the money.
        scale : float
            Multiplies every amount of money.

        Returns
        -------
        dict of Assumption
            What is declared of each.

        Examples
        --------
        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics.assumptions("€")["cac"].allowed
        'between 0 and 1,000,000 (€)'
        """
        declarations = ((name, read(name, field)) for name, field in cls.model_fields.items())
        return {name: declared.in_currency(currency, scale, cls.amounts) for name, declared in declarations if declared}

    @classmethod
    def scenarios(cls) -> dict[str, Self]:
        """Ready-made instances by name: "default" and the idea's presets.

        Returns
        -------
        dict of Idea
            The default comes first.

        Examples
        --------
        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics.scenarios()["aha"].churn
        0.08
        """
        return {"default": cls()} | {name: cls(**values) for name, values in cls.presets.items()}

    def run(self) -> Outcome:
        """The outcome of these assumptions: the same every time.

        Returns
        -------
        Outcome
            The frame, the numbers and the sentence.

        Examples
        --------
        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics(churn=0.08).run().numbers["lifetime_value"]
        1000.0
        """
        if self.model is None:
            raise TypeError(f"{type(self).__name__} has no model and no run(): an idea must define one of them")
        outcome = self.model(**self.inputs(), terms=self.terms)
        return Outcome(outcome["rows"], outcome["numbers"], outcome["sentence"])

    def inputs(self) -> dict[str, Any]:
        """What the model takes: the assumptions by name, a dictionary among them as a list of pairs.

        The page's interpreter keeps no order in a dictionary.

        Returns
        -------
        dict
            Numbers, texts, lists.

        Examples
        --------
        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics(cac=900).inputs()["cac"]
        900.0
        """
        values = {name: getattr(self, name) for name in self.assumptions()}
        return {name: [*value.items()] if isinstance(value, dict) else value for name, value in values.items()}

    @property
    def terms(self) -> words.Terms:
        """How this learner's money and things are called."""
        return words.Terms(words.money_unit(self.currency, self.amounts), self.nouns)

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        """The chart of an outcome as the idea draws it, without title or type; see `chart`.

        Parameters
        ----------
        outcome : Outcome
            The chart is drawn from its `frame` alone.

        Returns
        -------
        altair.LayerChart
            Not yet dressed.
        """
        raise TypeError(f"{type(self).__name__} has no picture(): an idea must define it")

    def chart(self, outcome: Outcome | None = None, predicts: str | None = None) -> Picture:
        """The picture of an outcome, with its sentence as description; it draws itself without the internet.

        Parameters
        ----------
        outcome : Outcome, optional
            By default this idea's own.
        predicts : {"x", "y", "line"}, optional
            Leaves room for a learner's answer (see `with_prediction`).

        Returns
        -------
        Picture
            An Altair chart.

        Examples
        --------
        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> idea = UnitEconomics()
        >>> idea.chart().to_dict()["description"] == idea.run().sentence
        True
        """
        from plgkit.charts.picture import dress
        from plgkit.charts.prediction import with_prediction

        outcome = outcome or self.run()
        picture = self.picture(outcome)
        table = self.table and self.table.counted_in(self.terms.unit)
        return dress(with_prediction(picture, predicts) if predicts else picture, outcome.sentence, table)

    def changed(self, **values: Any) -> Self:
        """The same idea with some assumptions changed, checked like any other.

        Parameters
        ----------
        **values
            The new values by the name of their assumption.

        Returns
        -------
        Idea
            A new one; this stays as it is.

        Raises
        ------
        Refused
            As for a new idea.

        Examples
        --------
        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics(cac=900).changed(churn=0.05).cac
        900.0
        """
        return type(self)(**(self.model_dump() | {"nouns": self.nouns} | values))

    def in_words(self, name: str, value: float | bool) -> str:
        """A number of the outcome in words.

        Parameters
        ----------
        name : str
            One of `measures`.
        value : float or bool
            In the unit that the measure states.

        Returns
        -------
        str
            With its unit or currency.

        Examples
        --------
        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics().in_words("lifetime_value", 2667)
        '$2,667'
        """
        return words.say(value, self.measures[name].kind, self.terms)

    def money(self, value: float, digits: int = 3) -> str:
        """An amount in this idea's currency.

        Parameters
        ----------
        value : float
            The amount, in the idea's size of `amounts`.
        digits : int
            Significant digits.

        Returns
        -------
        str
            With the currency's sign, and the size of the amounts.

        Examples
        --------
        >>> from plgkit.ideas.unit_economics import UnitEconomics
        >>> UnitEconomics(currency="€").money(2666.7)
        '€2,667'
        """
        return self.terms.money(value, digits)

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
            raise _outside(excerpt(value), f"a {cls.model_fields[name].description}")
        if name == "scale" and not 0 < value <= 1e6:
            raise _outside(f"{value:.10g}", f"a {cls.model_fields[name].description}")
        assumption = _assumptions(cls, info.data.get("currency", "$"), info.data.get("scale", 1)).get(name)
        if assumption and not assumption.allows(value):
            raise _outside(assumption.excerpt(value), assumption.allowed)
        return value

    @classmethod
    def _problem(cls, error: Mapping[str, Any]) -> Problem:
        """What one of pydantic's errors says, as a problem of its field."""
        if not error["loc"]:
            return Problem(error["msg"])
        name = str(error["loc"][0])
        if error["type"] == "extra_forbidden":
            return unknown(f"assumption of {cls.__name__}", name, cls.model_fields).problems[0]
        if error["type"] == "outside":
            return Problem.outside(name, **error["ctx"])
        if error["type"] == "invalid":
            return Problem(error["ctx"]["text"], name)
        field, assumption = cls.model_fields[name], cls.assumptions().get(name)
        kind = "a number " if assumption and assumption.kind == "number" else ""
        article = "" if name == "nouns" else "a "
        allowed = assumption.allowed if assumption else f"{article}{field.description}"
        return Problem.outside(name, excerpt(error["input"]), kind + allowed)


def invalid(text: str) -> PydanticCustomError:
    """The error that an idea's own validator raises: `text` says what is wrong, without the assumption's name."""
    return PydanticCustomError("invalid", "{text}", {"text": text})


def _outside(value: str, allowed: str) -> PydanticCustomError:
    return PydanticCustomError("outside", "{value} is not {allowed}", {"value": value, "allowed": allowed})


def _assumptions(cls: type[Idea], *money: Any) -> dict[str, Assumption]:
    """`cls.assumptions(*money)`, remembered: validation asks for it at every run."""
    known = cls.__dict__.get("_known")
    if known is None or known[0] != money:
        known = (money, cls.assumptions(*money))
        type.__setattr__(cls, "_known", known)
    return known[1]
