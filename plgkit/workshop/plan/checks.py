"""What can be wrong with a plan beyond the form of single values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plgkit.course import settings
from plgkit.course.catalogue import every_material, material
from plgkit.course.items import TESTS, balanced
from plgkit.course.material import Handout
from plgkit.support import names
from plgkit.support.errors import Problem, Refused, unknown
from plgkit.workshop.plan.entries import PlannedLesson, Team
from plgkit.workshop.plan.source import Loc

ELSEWHERE = {"team": "teams are named under teams", "edition": "editions are named under editions"}


@dataclass(frozen=True)
class Draft:
    """What of a plan is well formed: its parts by their position in the plan, whatever stands between them.

    Attributes
    ----------
    lessons : dict of int to PlannedLesson
    teams : dict of int to Team
    editions : dict of int to str
    shared : dict
        Currency, scale and seed, where the plan states them.
    parameters : dict
        The parameters for all lessons and teams.
    complete : bool
        Whether no lesson had to be left out.
    """

    lessons: dict[int, PlannedLesson]
    teams: dict[int, Team]
    editions: dict[int, str]
    shared: dict[str, Any]
    parameters: dict[str, Any]
    complete: bool = True

    def parameters_of(self, lesson: int, team: int | None) -> dict[str, tuple[Any, Loc]]:
        """The parameters of a team in a lesson, each with the keys under which it stands.

        Parameters
        ----------
        lesson, team : int
            Their positions; a team of None is one without parameters of its own.

        Returns
        -------
        dict of str to (Any, Loc)
        """
        slug = self.lessons[lesson].slug
        known = settings.parameter_names(material(slug))
        parameters: dict[str, tuple[Any, Loc]] = {name: (value, (name,)) for name, value in self.shared.items()}
        if slug in TESTS and team is not None:
            forms = balanced((each.name.strip() for each in self.teams.values()), self.shared.get("seed", 0))
            parameters["first"] = (forms[self.teams[team].name.strip()], ("lessons", lesson))
        levels: list[tuple[dict[str, Any], Loc]] = [
            (self.parameters, ("parameters",)),
            (self.lessons[lesson].parameters, ("lessons", lesson, "parameters")),
        ]
        if team is not None:
            levels.append((self.teams[team].parameters, ("teams", team, "parameters")))
        for level, loc in levels:
            parameters |= {name: (value, (*loc, name)) for name, value in level.items() if name in known}
        return parameters


def problems(draft: Draft) -> Iterator[tuple[Loc, Problem]]:
    """Everything that is wrong with a plan beyond the form of single values.

    Parameters
    ----------
    draft : Draft
        The parts of the plan whose form is right.

    Yields
    ------
    (Loc, Problem)
        Each problem, and the keys under which its value stands.
    """
    lessons: dict[int, Handout] = {}
    for position, lesson in draft.lessons.items():
        try:
            lessons[position] = material(lesson.slug)
        except Refused as refusal:
            yield from ((("lessons", position), problem) for problem in refusal.problems)
    wrong_names = dict(_names(draft))
    yield from ((("teams", position), problem) for position, problem in wrong_names.items())
    for key, values in (("lessons", {i: each.slug for i, each in draft.lessons.items()}), ("editions", draft.editions)):
        yield from _repeated(key, values)
    yield from _unknown(draft, lessons)
    teams = [position for position, team in draft.teams.items() if team.parameters]
    # Teams that give no parameters of their own are alike here: one of them stands for all.
    alike = [position for position in draft.teams if position not in teams][:1]
    for position, handout in lessons.items():
        for team in sorted(teams + alike) or [None]:
            label = {} if team is None or team in wrong_names else {"team": draft.teams[team].name}
            yield from _refused(handout, draft.parameters_of(position, team), label, ("lessons", position))


def _names(draft: Draft) -> Iterator[tuple[int, Problem]]:
    """Teams whose name is none, or would share its files with another."""
    files: dict[str, str] = {}
    for position, team in draft.teams.items():
        try:
            names.team(team.name)
        except Refused as refusal:
            yield position, refusal.problems[0]
            continue
        file = names.safe_name(team.name)
        if file in files:
            both = f"'{files[file]}' and '{team.name}' would share the file {file}"
            yield position, Problem(f"{both}; rename one of them", "team", team.name)
        files.setdefault(file, team.name)


def _repeated(key: str, values: dict[int, str]) -> Iterator[tuple[Loc, Problem]]:
    before: set[str] = set()
    for position, value in values.items():
        if value in before:
            yield (key, position), Problem(f"{value} is given twice", key, value)
        before.add(value)


def _unknown(draft: Draft, lessons: dict[int, Handout]) -> Iterator[tuple[Loc, Problem]]:
    """Parameters that a lesson, or none of the plan's lessons, knows."""
    for position, lesson in lessons.items():
        parameters = draft.lessons[position].parameters
        yield from _not_among([lesson], lesson.slug, parameters, ("lessons", position, "parameters"))
    # Where a lesson is misspelt or left out, nobody knows which parameters it has: any lesson's will do.
    whole = draft.complete and len(lessons) == len(draft.lessons)
    course = [*lessons.values()] if whole else [*every_material(), *map(material, TESTS)]
    owner = next(iter(lessons.values())).slug if len(lessons) == 1 and whole else "any lesson of this plan"
    for parameters, loc in (
        (draft.parameters, ("parameters",)),
        *((team.parameters, ("teams", position, "parameters")) for position, team in draft.teams.items()),
    ):
        yield from _not_among(course, owner, parameters, loc)


def _not_among(
    lessons: Iterable[Handout], owner: str, parameters: dict[str, Any], loc: Loc
) -> Iterator[tuple[Loc, Problem]]:
    known = dict.fromkeys(
        name for lesson in lessons for name in settings.parameter_names(lesson) if name not in ELSEWHERE
    )
    for name in parameters:
        if name in ELSEWHERE:
            yield (*loc, name), Problem(f"not a parameter here; {ELSEWHERE[name]}", name)
        elif name not in known:
            yield (*loc, name), unknown(f"parameter of {owner}", name, known).problems[0]


def _refused(
    lesson: Handout, parameters: dict[str, tuple[Any, Loc]], label: dict[str, str], loc: Loc
) -> Iterator[tuple[Loc, Problem]]:
    """What a lesson refuses of a team's parameters, each at its own place."""
    # What belongs to no single parameter is told where the most particular of them stand: with the team's own.
    own = (stated[:2] for _, stated in parameters.values() if stated[0] == "teams")
    where = next(own, loc)
    values = {name: value for name, (value, _) in parameters.items()}
    while True:
        try:
            settings.read(lesson, values | label)
        except Refused as refusal:
            refused = refusal.problems
        else:
            return
        # Once something was taken out, only what is wrong with the rest by itself is the author's.
        first = len(values) == len(parameters)
        yield from (
            (parameters[problem.field][1] if problem.field in values else where, problem)
            for problem in refused
            if first or problem.field in values
        )
        wrong = {problem.field for problem in refused} & values.keys()
        if not wrong:
            return
        values = {name: value for name, value in values.items() if name not in wrong}
