"""What can be wrong with a plan beyond the form of single values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plgkit.course import settings
from plgkit.course.material import Material, material
from plgkit.support import names
from plgkit.support.errors import Refused, unknown
from plgkit.workshop.plan.source import Loc

if TYPE_CHECKING:
    from plgkit.workshop.plan.plan import Plan

ELSEWHERE = {"team": "teams are named under teams", "edition": "editions are named under editions"}


def problems(plan: Plan) -> Iterator[tuple[Loc, str]]:
    """What is wrong beyond the form of single values."""
    wrong = [*_named_twice(plan), *_unknown(plan)]
    yield from wrong
    if wrong:
        return
    tried = set()
    # Teams that give no parameters of their own are alike here: one of them stands for all.
    alike = next((number for number, team in enumerate(plan.teams) if not team.parameters), None)
    for place, lesson in enumerate(plan.lessons):
        for number, team in enumerate(plan.teams):
            if number != alike and not team.parameters:
                continue
            given = plan.given(place, number)
            values = {name: value for name, (value, _) in given.items()} | {"team": team.name}
            try:
                settings.read(material(lesson.slug), values)
            except Refused as refusal:
                for line in str(refusal).splitlines():
                    named = given.get(line.partition(":")[0], (None, ("lessons", place)))[1]
                    if (named, line) not in tried:
                        tried.add((named, line))
                        yield named, line


def _named_twice(plan: Plan) -> Iterator[tuple[Loc, str]]:
    files: dict[str, str] = {}
    for place, team in enumerate(plan.teams):
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
    for key, given in (("lessons", [one.slug for one in plan.lessons]), ("editions", plan.editions)):
        for place, name in enumerate(given):
            if name in given[:place]:
                yield (key, place), f"{key}: {name} is given twice"


def _unknown(plan: Plan) -> Iterator[tuple[Loc, str]]:
    found: list[Material] = []
    for place, lesson in enumerate(plan.lessons):
        try:
            found.append(material(lesson.slug))
        except Refused as refusal:
            yield ("lessons", place), str(refusal)
        else:
            yield from _not_among([found[-1]], lesson.parameters, ("lessons", place, "parameters"))
    if len(found) < len(plan.lessons):
        return
    yield from _not_among(found, plan.parameters, ("parameters",))
    for place, team in enumerate(plan.teams):
        yield from _not_among(found, team.parameters, ("teams", place, "parameters"))


def _not_among(lessons: list[Material], given: dict[str, Any], loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Parameters that none of these lessons knows."""
    known = dict.fromkeys(name for lesson in lessons for name in settings.known(lesson) if name not in ELSEWHERE)
    whose = lessons[0].slug if len(lessons) == 1 else "any lesson of this plan"
    for name in given:
        if name in ELSEWHERE:
            yield (*loc, name), f"{name}: not a parameter here; {ELSEWHERE[name]}"
        elif name not in known:
            yield (*loc, name), str(unknown(f"parameter of {whose}", name, known))
