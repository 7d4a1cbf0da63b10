"""The plan of a workshop: `workshop.yml`, checked before anything is made of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationError, model_validator

from plgkit.course import settings
from plgkit.course.items import balanced
from plgkit.course.material import TESTS, material
from plgkit.course.settings import Edition, Setting
from plgkit.support import names
from plgkit.support.errors import Refused, unknown
from plgkit.workshop.plan.checks import problems
from plgkit.workshop.plan.source import Lines, Loc, complain, read_table, read_yaml, scalar

ATTENDEE: Edition = "attendee"
INSTRUCTOR: Edition = "instructor"
TEXTS = frozenset(
    ["title", "date", "start", "language", "currency", "case", "lessons", "slug", "teams", "name", "room", "editions"]
)
"""Keys whose values are always text: a team may be called 007, a lesson begin at 9:30."""


@dataclass(frozen=True)
class Piece:
    """One notebook to execute: whose, of which lesson, with which parameters.

    `name` is the stem of its files, unique in a plan; `minutes` is the class's time for the lesson.
    """

    lesson: str
    team: str
    edition: Edition
    given: dict[str, Any] = field(hash=False)
    name: str
    minutes: int

    @property
    def setting(self) -> Setting:
        """The parameters, checked, with this team's own numbers."""
        return settings.read(material(self.lesson), self.given)


class _Checked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class PlannedLesson(_Checked):
    """One lesson of a workshop. `pause` is the break after it."""

    slug: str = Field(description="the name of a lesson, such as saying-no")
    minutes: int | None = Field(None, ge=1, le=600, description="a whole number of minutes from 1 to 600")
    pause: int = Field(0, ge=0, le=600, description="a whole number of minutes from 0 to 600")
    parameters: dict[str, Any] = Field({}, description="a list of parameters, such as churn: 0.05")

    @model_validator(mode="before")
    @classmethod
    def _by_name(cls, given: Any) -> Any:
        return {"slug": given} if isinstance(given, str) else given

    @property
    def lasts(self) -> int:
        """Minutes in this workshop: those planned, or the lesson's own."""
        return material(self.slug).minutes[0] if self.minutes is None else self.minutes


class Team(_Checked):
    """A team, its room and what is particular to it."""

    name: str = Field(description=f"a name of 1 to {names.LONGEST} printable characters")
    room: str = Field("", max_length=names.LONGEST, description=f"a text of at most {names.LONGEST} characters")
    parameters: dict[str, Any] = Field({}, description="a list of parameters, such as churn: 0.05")

    @model_validator(mode="before")
    @classmethod
    def _by_name(cls, given: Any) -> Any:
        return {"name": given} if isinstance(given, str) else given


def _day(given: Any) -> Any:
    return datetime.date.fromisoformat(given) if isinstance(given, str) else given


def _clock(given: Any) -> Any:
    return datetime.time.fromisoformat(given.zfill(5)) if isinstance(given, str) else given


class Plan(_Checked):
    """A workshop: its lessons in order, its teams, and every parameter that differs from a lesson's own.

    A parameter may be given for all (`parameters`), for one lesson and for one team; the more particular
    one counts, a team's before a lesson's. Given for all or for a team, it reaches the lessons that know it.

    >>> plan = Plan(lessons=["saying-no"], teams=["Ada", "Grace"], currency="€")
    >>> [piece.name for piece in plan.pieces()][:3]
    ['05_saying_no.ada', '05_saying_no.grace', '05_saying_no.ada.instructor']
    """

    title: str = Field("Workshop", min_length=1, max_length=100, description="a text of 1 to 100 characters")
    date: Annotated[datetime.date | None, BeforeValidator(_day)] = Field(None, description="a day, such as 2026-12-04")
    start: Annotated[datetime.time | None, BeforeValidator(_clock)] = Field(None, description="a time, such as 9:30")
    language: Literal["en"] = Field(
        "en", description="en, the only language so far: numbers are written the English way, as in 1,234.5"
    )
    currency: str = Field("$", description="sign or short name of the money, 1 to 4 characters")
    scale: float = Field(1.0, description="a number above 0 and up to 1,000,000")
    seed: int = Field(0, description=f"a whole number from 0 to {settings.SEEDS - 1}")
    editions: list[Edition] = Field(
        [ATTENDEE, INSTRUCTOR], min_length=1, description="a list of some of attendee, instructor, self-study"
    )
    parameters: dict[str, Any] = Field({}, description="a list of parameters, such as churn: 0.05")
    lessons: list[PlannedLesson] = Field(min_length=1, description="a list of at least one lesson, such as saying-no")
    teams: list[Team] = Field(
        min_length=1, description="a list of at least one team, or the name of a CSV file beside the plan"
    )
    _sources: tuple[Lines, ...] = PrivateAttr(())

    def __init__(self, **given: Any) -> None:
        sources = given.pop("_sources", ())
        try:
            super().__init__(**given)
        except ValidationError as error:
            complain([_problem(one) for one in error.errors()], lambda loc: _place(sources, loc))
        self._sources = sources
        complain(problems(self), self._place)

    def pieces(self) -> list[Piece]:
        """The notebooks to execute: edition by edition, lesson by lesson, team by team."""
        return self._pieces(self.editions)

    def variants(self) -> list[Piece]:
        """One piece for each lesson and team: who sees which numbers, whatever the edition."""
        return self._pieces(self.editions[:1])

    def refuse(self, wrong: dict[Piece, str]) -> None:
        """Refuse the plan for what is wrong with some of its pieces, if there is any."""
        at = {team.name.strip(): place for place, team in enumerate(self.teams)}
        lines = {("teams", at[piece.team]): f"{piece.lesson}, team {piece.team}: {why}" for piece, why in wrong.items()}
        complain(lines.items(), self._place)

    def _pieces(self, editions: list[Edition]) -> list[Piece]:
        found = []
        for edition in editions:
            ending = "" if edition == ATTENDEE else f".{edition}"
            for place, lesson in enumerate(self.lessons):
                stem = material(lesson.slug).notebook.removesuffix(".ipynb")
                for number, team in enumerate(self.teams):
                    label = team.name.strip()
                    given = {name: value for name, (value, _) in self.given(place, number).items()}
                    given |= {"team": label, "edition": edition}
                    name = f"{stem}.{names.safe_name(label)}{ending}"
                    found.append(Piece(lesson.slug, label, edition, given, name, lesson.lasts))
        return found

    def given(self, place: int, number: int) -> dict[str, tuple[Any, Loc]]:
        """The parameters of a team in a lesson, each with the keys under which it stands."""
        lesson, team = self.lessons[place], self.teams[number]
        known = settings.known(material(lesson.slug))
        top = [name for name in ("currency", "scale", "seed") if name in self.model_fields_set]
        found: dict[str, tuple[Any, Loc]] = {name: (getattr(self, name), (name,)) for name in top}
        if lesson.slug in TESTS:
            forms = balanced((one.name.strip() for one in self.teams), self.seed)
            found["first"] = (forms[team.name.strip()], ("lessons", place))
        at, own = ("lessons", place, "parameters"), ("teams", number, "parameters")
        for given, loc in ((self.parameters, ("parameters",)), (lesson.parameters, at), (team.parameters, own)):
            found |= {name: (value, (*loc, name)) for name, value in given.items() if name in known}
        return found

    def _place(self, loc: Loc) -> str:
        return _place(self._sources, loc)


def _problem(error: Any) -> tuple[Loc, str]:
    """One of pydantic's errors: where it is, and one line on it."""
    loc = error["loc"]
    kinds: dict[str, tuple[type[BaseModel], str]] = {"lessons": (PlannedLesson, "lesson"), "teams": (Team, "team")}
    inner = len(loc) > 1 and loc[0] in kinds
    model, what = kinds[loc[0]] if inner else (Plan, "plan")
    at = loc[2:] if inner else loc
    if not at:
        return loc, f"{loc[0]}: {names.excerpt(error['input'])} is not the name of a {what}, nor a list of its keys"
    if error["type"] == "extra_forbidden":
        return loc, str(unknown(f"key of a {what}", str(at[0]), model.model_fields))
    allowed = model.model_fields[at[0]].description
    if error["type"] == "missing":
        return loc, f"{at[0]} is missing: give {allowed}"
    return loc, f"{at[0]}: {names.excerpt(error['input'])} is not {allowed}"


def read(path: Path) -> Plan:
    """The plan that a file states.

    Raises:
        Refused: one line for each mistake, with file, line and what is allowed.
    """
    data, lines = read_yaml(path, TEXTS)
    if not isinstance(data, dict):
        raise Refused(f"{path}: no plan: give at least lessons and teams; plgkit new writes an example")
    sources: tuple[Lines, ...] = (lines,)
    if isinstance(data.get("teams"), str):
        data["teams"], of_teams = _table(lines, data["teams"])
        sources = (of_teams, lines)
    return Plan(**{str(key): value for key, value in data.items()}, _sources=sources)


def _place(sources: tuple[Lines, ...], loc: Loc) -> str:
    """Where a value stands: in the table of teams, if there is one and it is about them, or in the plan."""
    if not sources:
        return ""
    return (sources[0] if loc[:1] == ("teams",) else sources[-1]).place(loc)


def _table(plan: Lines, name: str) -> tuple[list[dict[str, Any]], Lines]:
    """The teams of a CSV file beside the plan: columns name, room, and any parameters."""
    if Path(name).name != name or "\\" in name:
        place = plan.place(("teams",))
        raise Refused(f"{place}teams: {names.excerpt(name)} is not the name of a CSV file beside the plan")
    path = plan.path.parent / name
    columns, rows = read_table(path)
    if "name" not in columns:
        raise Refused(f"{path}, line 1: no column name; the first line names the columns: name, room, parameters")
    return [_row(row) for _, row in rows], Lines(path, {("teams", i): line for i, (line, _) in enumerate(rows)})


def _row(row: dict[str, str]) -> dict[str, Any]:
    plain = {key: row[key] for key in ("name", "room") if key in row}
    given = {key: cell if key in TEXTS else scalar(cell) for key, cell in row.items() if key not in plain and cell}
    return plain | {"parameters": given}


def of_lesson(slug: str, teams: Iterable[str], given: dict[str, Any]) -> Plan:
    """One lesson for some teams, or for "you".

    Args:
        slug: the lesson.
        teams: the teams' names.
        given: parameters of the lesson; its `edition` stands beside the instructor's.
    """
    given = dict(given)
    teams = list(teams) or [given.get("team", Setting.team)]
    given.pop("team", None)
    edition = given.pop("edition", ATTENDEE)
    if edition == INSTRUCTOR:
        raise Refused("edition: the instructor's is always made beside the teams'; leave it out, or give self-study")
    if edition not in get_args(Edition):
        raise Refused(f"edition: {names.excerpt(edition)} is not one of {', '.join(get_args(Edition))}")
    lessons = [{"slug": slug, "parameters": given}]
    return Plan(title=material(slug).title, lessons=lessons, teams=teams, editions=[edition, INSTRUCTOR])


def example() -> str:
    """A commented plan to begin with."""
    return Path(__file__).with_name("example.yml").read_text("utf-8")
