"""The plan of a workshop: `workshop.yml`, checked before anything is made of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, Field, PrivateAttr, ValidationError

from plgkit.course import settings
from plgkit.course.catalogue import material
from plgkit.course.setting import SEEDS, Edition, Setting
from plgkit.support import names
from plgkit.support.errors import Problem, Refused, unknown
from plgkit.workshop.plan.checks import Draft, problems
from plgkit.workshop.plan.entries import Checked, PlannedLesson, Team
from plgkit.workshop.plan.source import Lines, Loc, LocatedProblem, Sources, read_table, read_yaml, scalar

ATTENDEE: Edition = "attendee"
INSTRUCTOR: Edition = "instructor"
TEXTS = frozenset(
    ["title", "date", "start", "language", "currency", "case", "lessons", "slug", "teams", "name", "room", "editions"]
)
"""Keys whose values are always text: a team may be called 007, a lesson begin at 9:30."""
SHARED = ("currency", "scale", "seed")
"""Keys of a plan that are parameters of every lesson."""


@dataclass(frozen=True)
class Piece:
    """One notebook to execute: whose, of which lesson, with which parameters.

    Attributes
    ----------
    lesson : str
        The lesson's slug.
    team : str
        The team's name.
    edition : str
        attendee, instructor or self-study.
    parameters : dict
        As the lesson's notebook takes them.
    name : str
        The stem of its files, unique in a plan.
    minutes : int
        The class's time for the lesson.
    """

    lesson: str
    team: str
    edition: Edition
    parameters: dict[str, Any] = field(hash=False)
    name: str
    minutes: int

    @property
    def setting(self) -> Setting:
        """The parameters, checked, with this team's own numbers."""
        return settings.read(material(self.lesson), self.parameters)

    @property
    def about(self) -> dict[str, Any]:
        """The piece as the manifest of a build holds it, its parameters under the name that release 0.1.0 wrote."""
        return {"given" if name == "parameters" else name: value for name, value in asdict(self).items()}


def _day(value: Any) -> Any:
    return datetime.date.fromisoformat(value) if isinstance(value, str) else value


def _clock(value: Any) -> Any:
    return datetime.time.fromisoformat(value.zfill(5)) if isinstance(value, str) else value


class Plan(Checked):
    """A workshop: its lessons in order, its teams, and every parameter that differs from a lesson's own.

    A parameter may be given for all (`parameters`), for one lesson and for one team; the more particular
    one counts, a team's before a lesson's. Given for all or for a team, it reaches the lessons that know it.

    Raises
    ------
    Refused
        Everything that is wrong with it, one problem for each mistake.

    Examples
    --------
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
    seed: int = Field(0, ge=0, lt=SEEDS, description=f"a whole number from 0 to {SEEDS - 1}")
    editions: list[Edition] = Field(
        [ATTENDEE, INSTRUCTOR], min_length=1, description="a list of some of attendee, instructor, self-study"
    )
    parameters: dict[str, Any] = Field({}, description="a list of parameters, such as churn: 0.05")
    lessons: list[PlannedLesson] = Field(min_length=1, description="a list of at least one lesson, such as saying-no")
    teams: list[Team] = Field(
        min_length=1, description="a list of at least one team, or the name of a CSV file beside the plan"
    )
    _sources: Sources = PrivateAttr(Sources())

    def __init__(self, /, **values: Any) -> None:
        self._check(values, Sources())

    @classmethod
    def _of_sources(cls, values: dict[str, Any], sources: Sources) -> Plan:
        plan = cls.__new__(cls)
        plan._check(values, sources)
        return plan

    def _check(self, values: dict[str, Any], sources: Sources) -> None:
        wrong: list[tuple[Loc, Problem]] = []
        try:
            super().__init__(**values)
            draft = self._draft
        except ValidationError as error:
            errors = error.errors()
            draft = _well_formed(values, [each["loc"] for each in errors])
            wrong = [_problem(each) for each in errors if not (each["loc"] == ("teams",) and sources.problems)]
        sources.refuse([*wrong, *problems(draft)])
        self._sources = sources

    def pieces(self) -> list[Piece]:
        """The notebooks to execute.

        Returns
        -------
        list of Piece
            Edition by edition, lesson by lesson, team by team.
        """
        return self._pieces(self.editions)

    def variants(self) -> list[Piece]:
        """One piece for each lesson and team: who sees which numbers, whatever the edition.

        Returns
        -------
        list of Piece
        """
        return self._pieces(self.editions[:1])

    def refuse(self, reasons: Mapping[Piece, str]) -> None:
        """Refuse the plan for what is wrong with some of its pieces, if there is any.

        Parameters
        ----------
        reasons : mapping of Piece to str
            What is wrong with each; told in the line of its team.

        Raises
        ------
        Refused
            One problem for each of the pieces.
        """
        position = {team.name.strip(): i for i, team in enumerate(self.teams)}
        self._sources.refuse(
            (("teams", position[piece.team]), Problem(f"{piece.lesson}, team {piece.team}: {reason}"))
            for piece, reason in reasons.items()
        )

    @property
    def _draft(self) -> Draft:
        lessons, teams = dict(enumerate(self.lessons)), dict(enumerate(self.teams))
        editions: dict[int, str] = dict(enumerate(self.editions))
        shared = {name: getattr(self, name) for name in SHARED if name in self.model_fields_set}
        return Draft(lessons, teams, editions, shared, self.parameters)

    def _pieces(self, editions: list[Edition]) -> list[Piece]:
        pieces, draft = [], self._draft
        for edition in editions:
            ending = "" if edition == ATTENDEE else f".{edition}"
            for position, lesson in enumerate(self.lessons):
                stem = material(lesson.slug).notebook.removesuffix(".ipynb")
                for number, team in enumerate(self.teams):
                    label = team.name.strip()
                    values = {name: value for name, (value, _) in draft.parameters_of(position, number).items()}
                    values |= {"team": label, "edition": edition}
                    name = f"{stem}.{names.safe_name(label)}{ending}"
                    pieces.append(Piece(lesson.slug, label, edition, values, name, lesson.duration))
        return pieces


def _well_formed(values: dict[str, Any], wrong: list[Loc]) -> Draft:
    """What is left of a plan without the values at these places."""
    whole = {name: value for name, value in values.items() if (name,) not in wrong}
    shared = {name: whole[name] for name in SHARED if name in whole}
    lessons, teams = (dict(_parts(whole, wrong, *part)) for part in (("lessons", PlannedLesson), ("teams", Team)))
    editions = {i: edition for i, edition in enumerate(whole.get("editions", [])) if ("editions", i) not in wrong}
    parameters = whole.get("parameters", {}) if all(loc[0] != "parameters" for loc in wrong) else {}
    complete = "lessons" in whole and len(lessons) == len(whole["lessons"])
    return Draft(lessons, teams, editions, shared, parameters, complete)


def _parts(values: dict[str, Any], wrong: list[Loc], key: str, model: type[BaseModel]) -> Iterator[tuple[int, Any]]:
    """The lessons or teams that can be read once their wrong keys are left out, by position."""
    for position, part in enumerate(values.get(key, [])):
        left_out = {loc[2] for loc in wrong if loc[:2] == (key, position) and len(loc) > 2}
        rest = {name: value for name, value in part.items() if name not in left_out} if left_out else part
        try:
            yield position, model.model_validate(rest)
        except ValidationError:
            continue


def _problem(error: Any) -> tuple[Loc, Problem]:
    """One of pydantic's errors: where it is, and what is wrong."""
    loc = error["loc"]
    kinds: dict[str, tuple[type[BaseModel], str]] = {"lessons": (PlannedLesson, "lesson"), "teams": (Team, "team")}
    inner = len(loc) > 1 and loc[0] in kinds
    model, what = kinds[loc[0]] if inner else (Plan, "plan")
    keys = loc[2:] if inner else loc
    value = names.excerpt(error["input"])
    if not keys:
        return loc, Problem.outside(loc[0], value, f"the name of a {what}, nor a list of its keys")
    key = str(keys[0])
    if error["type"] == "extra_forbidden":
        return loc, unknown(f"key of a {what}", key, model.model_fields).problems[0]
    allowed = model.model_fields[key].description or ""
    if error["type"] == "missing":
        return loc, Problem(f"{key} is missing: give {allowed}", allowed=allowed)
    return loc, Problem.outside(key, value, allowed)


def read(path: Path) -> Plan:
    """The plan that a file states.

    Parameters
    ----------
    path : Path
        The YAML file; a table of teams lies beside it.

    Returns
    -------
    Plan

    Raises
    ------
    Refused
        One problem for each mistake, with its file and line and what is allowed.
    """
    data, lines = read_yaml(path, TEXTS)
    if not isinstance(data, dict):
        raise Refused(f"{path}: no plan: give at least lessons and teams; plgkit new writes an example")
    sources = Sources(lines)
    if isinstance(data.get("teams"), str):
        try:
            data["teams"], of_teams = _table(lines, data["teams"])
            sources = Sources(lines, of_teams)
        except Refused as refusal:
            del data["teams"]
            sources = Sources(lines, problems=refusal.problems)
    return Plan._of_sources(data, sources)


def _table(plan: Lines, name: str) -> tuple[list[dict[str, Any]], Lines]:
    """The teams of a CSV file beside the plan: columns name, room, and any parameters."""
    if Path(name).name != name or "\\" in name:
        problem = Problem.outside("teams", names.excerpt(name), "the name of a CSV file beside the plan")
        raise Refused(plan.locate(("teams",), problem))
    path = plan.path.parent / name
    columns, rows = read_table(path)
    if "name" not in columns:
        no_name = "no column name; the first line names the columns: name, room, parameters"
        raise Refused(LocatedProblem(no_name, path=path))
    return [_row(row) for _, row in rows], Lines(path, {("teams", i): line for i, (line, _) in enumerate(rows)})


def _row(row: dict[str, str]) -> dict[str, Any]:
    plain = {key: row[key] for key in ("name", "room") if key in row}
    parameters = {key: cell if key in TEXTS else scalar(cell) for key, cell in row.items() if key not in plain and cell}
    return plain | {"parameters": parameters}


def of_lessons(slugs: Iterable[str], teams: Iterable[str], parameters: dict[str, Any]) -> Plan:
    """Some lessons for some teams, or for "you".

    Parameters
    ----------
    slugs : iterable of str
        The lessons, in their order.
    teams : iterable of str
        The teams' names.
    parameters : dict
        Parameters for every lesson that knows them; their `edition` stands beside the instructor's.

    Returns
    -------
    Plan

    Raises
    ------
    Refused
        A lesson, an edition, a team's name or a parameter that cannot be used.

    Examples
    --------
    >>> [piece.name for piece in of_lessons(["saying-no"], ["Ada"], {"discount_rate": 0.2}).pieces()]
    ['05_saying_no.ada', '05_saying_no.ada.instructor']
    """
    slugs, parameters, teams = list(slugs), dict(parameters), list(teams)
    if teams and "team" in parameters:
        raise Refused(Problem("teams are named already; leave it out", "team", names.excerpt(parameters["team"])))
    teams = teams or [names.team(parameters.get("team", Setting.team))]
    parameters.pop("team", None)
    edition = parameters.pop("edition", ATTENDEE)
    if edition == INSTRUCTOR:
        always = "the instructor's is always made beside the teams'; leave it out, or give self-study"
        raise Refused(Problem(always, "edition", edition))
    if edition not in get_args(Edition):
        raise Refused(Problem.outside("edition", names.excerpt(edition), f"one of {', '.join(get_args(Edition))}"))
    title = {"title": material(slugs[0]).title} if len(slugs) == 1 else {}
    return Plan(lessons=slugs, teams=teams, editions=[edition, INSTRUCTOR], parameters=parameters, **title)


def example() -> str:
    """A commented plan to begin with.

    Returns
    -------
    str
        The YAML that `plgkit new` writes.
    """
    return Path(__file__).with_name("example.yml").read_text("utf-8")
