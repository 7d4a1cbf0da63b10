"""The plan of a workshop: `workshop.yml`, checked before anything is made of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationError, model_validator

from plgkit import names, parameters
from plgkit.errors import Refused, unknown
from plgkit.material import Material, material
from plgkit.parameters import Edition, Setting
from plgkit.workshop.lines import Loc, Where, complain, nowhere, read_table, read_yaml, scalar

ATTENDEE, INSTRUCTOR = "attendee", "instructor"
ELSEWHERE = {"team": "teams are named under teams", "edition": "editions are named under editions"}
TEXTS = frozenset(
    ["title", "date", "start", "language", "currency", "case", "lessons", "slug", "teams", "name", "room", "editions"]
)
"""Keys whose values are always text: a team may be called 007, a lesson begin at 9:30."""


@dataclass(frozen=True)
class Piece:
    """One notebook to execute: whose, of which lesson, with which parameters.

    `name` is the stem of its files, unique in a plan.
    """

    lesson: str
    team: str
    edition: Edition
    given: dict[str, Any] = field(hash=False)
    name: str

    @property
    def setting(self) -> Setting:
        """The parameters, checked, with this team's own numbers."""
        return parameters.read(material(self.lesson), self.given)


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
    seed: int = Field(0, description=f"a whole number from 0 to {parameters.SEEDS - 1}")
    editions: list[Edition] = Field(
        [ATTENDEE, INSTRUCTOR], min_length=1, description="a list of some of attendee, instructor, self-study"
    )
    parameters: dict[str, Any] = Field({}, description="a list of parameters, such as churn: 0.05")
    lessons: list[PlannedLesson] = Field(min_length=1, description="a list of at least one lesson, such as saying-no")
    teams: list[Team] = Field(
        min_length=1, description="a list of at least one team, or the name of a CSV file beside the plan"
    )
    _where: Where = PrivateAttr(nowhere)

    def __init__(self, **given: Any) -> None:
        where = given.pop("_where", nowhere)
        try:
            super().__init__(**given)
        except ValidationError as error:
            complain([_problem(one) for one in error.errors()], where)
        self._where = where
        complain(self._problems(), where)

    def pieces(self) -> list[Piece]:
        """The notebooks to execute: edition by edition, lesson by lesson, team by team."""
        return [
            self._piece(lesson, team, edition)
            for edition in self.editions
            for lesson in self.lessons
            for team in self.teams
        ]

    def variants(self) -> list[Piece]:
        """One piece for each lesson and team: who sees which numbers, whatever the edition."""
        return [self._piece(lesson, team, self.editions[0]) for lesson in self.lessons for team in self.teams]

    def refuse(self, piece: Piece, complaint: str) -> None:
        """Refuse the plan for what is wrong with one piece, in the line where its team stands."""
        team = next(i for i, one in enumerate(self.teams) if one.name.strip() == piece.team)
        complain([(("teams", team), f"{piece.lesson}, team {piece.team}: {complaint}")], self._where)

    def _piece(self, lesson: PlannedLesson, team: Team, edition: Edition) -> Piece:
        label = team.name.strip()
        given = {name: value for name, (value, _) in self._given(lesson, team).items()}
        ending = "" if edition == ATTENDEE else f".{edition}"
        name = f"{material(lesson.slug).notebook.removesuffix('.ipynb')}.{names.safe_name(label)}{ending}"
        return Piece(lesson.slug, label, edition, {**given, "team": label, "edition": edition}, name)

    def _given(self, lesson: PlannedLesson, team: Team) -> dict[str, tuple[Any, Loc]]:
        """The parameters of one team in one lesson, each with the place where it is given."""
        known = parameters.known(material(lesson.slug))
        top = [name for name in ("currency", "scale", "seed") if name in self.model_fields_set]
        found = {name: (getattr(self, name), (name,)) for name in top}
        at = ("lessons", self.lessons.index(lesson), "parameters")
        own = ("teams", self.teams.index(team), "parameters")
        for given, loc in ((self.parameters, ("parameters",)), (lesson.parameters, at), (team.parameters, own)):
            found |= {name: (value, (*loc, name)) for name, value in given.items() if name in known}
        return found

    def _problems(self) -> Iterator[tuple[Loc, str]]:
        """What is wrong beyond the form of single values."""
        wrong = [*self._named_twice(), *self._unknown()]
        yield from wrong
        if wrong:
            return
        tried = set()
        for place, lesson in enumerate(self.lessons):
            for number, team in enumerate(self.teams):
                if number and not team.parameters:
                    continue
                given = self._given(lesson, team)
                values = {name: value for name, (value, _) in given.items()} | {"team": team.name}
                try:
                    parameters.read(material(lesson.slug), values)
                except Refused as refusal:
                    for line in str(refusal).splitlines():
                        named = given.get(line.partition(":")[0], (None, ("lessons", place)))[1]
                        if (named, line) not in tried:
                            tried.add((named, line))
                            yield named, line

    def _named_twice(self) -> Iterator[tuple[Loc, str]]:
        files: dict[str, str] = {}
        for place, team in enumerate(self.teams):
            try:
                names.team(team.name)
            except Refused as refusal:
                yield ("teams", place), str(refusal)
                continue
            file = names.safe_name(team.name)
            if file in files:
                both = f"'{files[file]}' and '{team.name}' would share the file {file}"
                yield ("teams", place), f"team: {both}; rename one of them"
            files.setdefault(file, team.name)
        for key, given in (("lessons", [one.slug for one in self.lessons]), ("editions", self.editions)):
            for place, name in enumerate(given):
                if name in given[:place]:
                    yield (key, place), f"{key}: {name} is given twice"

    def _unknown(self) -> Iterator[tuple[Loc, str]]:
        found: list[Material] = []
        for place, lesson in enumerate(self.lessons):
            try:
                found.append(material(lesson.slug))
            except Refused as refusal:
                yield ("lessons", place), str(refusal)
            else:
                yield from _not_among([found[-1]], lesson.parameters, ("lessons", place, "parameters"))
        if len(found) < len(self.lessons):
            return
        yield from _not_among(found, self.parameters, ("parameters",))
        for place, team in enumerate(self.teams):
            yield from _not_among(found, team.parameters, ("teams", place, "parameters"))


def _not_among(lessons: list[Material], given: dict[str, Any], loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Parameters that none of these lessons knows."""
    known = dict.fromkeys(name for lesson in lessons for name in parameters.known(lesson) if name not in ELSEWHERE)
    whose = lessons[0].slug if len(lessons) == 1 else "any lesson of this plan"
    for name in given:
        if name in ELSEWHERE:
            yield (*loc, name), f"{name}: not a parameter here; {ELSEWHERE[name]}"
        elif name not in known:
            yield (*loc, name), str(unknown(f"parameter of {whose}", name, known))


def _problem(error: Any) -> tuple[Loc, str]:
    """One of pydantic's errors: where it is, and one line on it."""
    loc = error["loc"]
    kinds = {"lessons": (PlannedLesson, "lesson"), "teams": (Team, "team")}
    inner = len(loc) > 1 and loc[0] in kinds
    model, what = kinds[loc[0]] if inner else (Plan, "plan")
    at = loc[2:] if inner else loc
    if not at:
        return loc, f"{loc[0]}: {names.shown(error['input'])} is not the name of a {what}, nor a list of its keys"
    if error["type"] == "extra_forbidden":
        return loc, str(unknown(f"key of a {what}", str(at[0]), model.model_fields))
    allowed = model.model_fields[at[0]].description
    if error["type"] == "missing":
        return loc, f"{at[0]} is missing: give {allowed}"
    return loc, f"{at[0]}: {names.shown(error['input'])} is not {allowed}"


def read(path: Path) -> Plan:
    """The plan that a file states.

    Raises:
        Refused: one line for each mistake, with file, line and what is allowed.
    """
    data, where = read_yaml(path, TEXTS)
    if not isinstance(data, dict):
        raise Refused(f"{path}: no plan: give at least lessons and teams; plgkit new writes an example")
    if isinstance(data.get("teams"), str):
        data["teams"], where = _table(path, data["teams"], where)
    return Plan(**data, _where=where)


def _table(plan: Path, name: str, where: Where) -> tuple[list[dict[str, Any]], Where]:
    """The teams of a CSV file beside the plan: columns name, room, and any parameters."""
    if Path(name).name != name or "\\" in name:
        raise Refused(f"{where(('teams',))}teams: {names.shown(name)} is not the name of a CSV file beside the plan")
    path = plan.parent / name
    columns, rows = read_table(path)
    if "name" not in columns:
        raise Refused(f"{path}, line 1: no column name; the first line names the columns: name, room, parameters")
    lines = [line for line, _ in rows]
    teams = [_row(row) for _, row in rows]

    def found(loc: Loc) -> str:
        if loc[:1] != ("teams",):
            return where(loc)
        unheard = loc[2:3] == ("parameters",) and loc[3:] and loc[3] not in columns
        line = lines[loc[1]] if len(loc) > 1 and not unheard else 1
        return f"{path}, line {line}: "

    return teams, found


def _row(row: dict[str, str]) -> dict[str, Any]:
    plain = {key: row[key] for key in ("name", "room") if key in row}
    given = {key: cell if key in TEXTS else scalar(cell) for key, cell in row.items() if key not in plain and cell}
    return plain | {"parameters": given}


def example() -> str:
    """A commented plan to begin with."""
    return Path(__file__).with_name("example.yml").read_text("utf-8")
