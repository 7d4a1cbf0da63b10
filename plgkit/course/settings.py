"""The parameters of a lesson or test: what an instructor may set, and how it is checked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from numbers import Real
from typing import Any, get_args

import numpy as np

from plgkit.course.injection import injected_names, running_cells
from plgkit.course.material import Handout
from plgkit.course.setting import SEEDS, Edition, Setting
from plgkit.ideas.assumption import HUGE, MONEY, Assumption
from plgkit.support import names
from plgkit.support.errors import Problem, Refused, unknown

COMMON = ("team", "seed", "case", "currency", "scale", "show_solutions", "edition")
MONIES = {"": MONEY, "k": f"thousands of {MONEY}"}
"""What amounts are counted in, by their size, where the currency is not known."""
UNRECORDED = ("team", "show_solutions", "edition")
"""Parameters that a journal need not hold: it knows its learner, and the others change no number."""


def help_of(name: str) -> str:
    """One line on a parameter that every handout takes."""
    return Setting.__dataclass_fields__[name].metadata["help"]


def common_parameters(handout: Handout) -> dict[str, Any]:
    """The parameters that every handout takes, with this one's defaults; `case` only where it uses one."""
    defaults = {name: getattr(Setting, name) for name in COMMON} | {"case": handout.case}
    return {name: value for name, value in defaults.items() if name != "case" or handout.case}


def assumptions(handout: Handout) -> dict[str, Assumption]:
    """The assumptions of its idea that are parameters of a handout, in nobody's money yet.

    An idea's own seed is the handout's.
    """
    declared, money = handout.idea.assumptions(), MONIES[handout.idea.amounts]
    return {
        name: replace(assumption, unit=assumption.unit.replace(assumption.money, money))
        if assumption.money
        else assumption
        for name, assumption in declared.items()
        if name not in COMMON
    }


def parameter_names(handout: Handout) -> list[str]:
    """The names of all parameters of a handout."""
    return [*common_parameters(handout), *assumptions(handout)]


def read(handout: Handout, parameters: Mapping[str, Any]) -> Setting:
    """The setting that parameters make, everything else at its default.

    Parameters
    ----------
    handout : Handout
        What the lesson or test declares.
    parameters : mapping of str to object
        By name; amounts of money before `scale`, which multiplies them all.

    Returns
    -------
    Setting

    Raises
    ------
    Refused
        A line for what is unknown, of the wrong type or out of bounds, or leaves no clear answer.
    """
    _refuse_unknown(handout, injected_names(running_cells()))
    setting = base_setting(handout, parameters)
    entropy = hashlib.sha256(f"{handout.slug}|{setting.team}|{setting.seed}".encode()).digest()
    generator = np.random.default_rng(int.from_bytes(entropy))
    return replace(setting, own=handout.vary(generator, setting))


def base_setting(handout: Handout, parameters: Mapping[str, Any]) -> Setting:
    """The setting that parameters make, without the team's own numbers: quick, and enough for its variant.

    Parameters
    ----------
    handout : Handout
    parameters : mapping of str to object
        As in `read`.

    Returns
    -------
    Setting
        Its `own` is None.

    Raises
    ------
    Refused
        A line for what is unknown, of the wrong type or out of bounds.
    """
    _refuse_unknown(handout, parameters)
    values = common_parameters(handout) | {name: value for name, value in parameters.items() if name in COMMON}
    values["team"] = names.team(values["team"])
    if problems := _problems(handout, values):
        raise Refused(*problems)
    scale = handout.idea(currency=values["currency"], scale=values["scale"]).scale
    money = {name for name, assumption in assumptions(handout).items() if assumption.quantity == "money"}
    assumed = {
        name: value * scale if name in money and _is_number(value) else value
        for name, value in parameters.items()
        if name not in COMMON
    }
    if seed := handout.idea.assumptions().get("seed"):
        assumed["seed"] = values["seed"] % int(seed.le)
    idea = handout.idea(currency=values["currency"], scale=scale, **assumed)
    return Setting(lesson=handout.slug, idea=idea, parameters=_recorded(handout, parameters), **values)


def _refuse_unknown(handout: Handout, parameters: Mapping[str, Any] | list[str]) -> None:
    known = parameter_names(handout)
    if refusals := [unknown(f"parameter of {handout.slug}", name, known) for name in parameters if name not in known]:
        raise Refused(*(problem for refusal in refusals for problem in refusal.problems))


def _recorded(handout: Handout, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """What decides which numbers a learner sees, where it differs from the lesson's own; the name aside."""
    own = {name: assumption.default for name, assumption in assumptions(handout).items()}
    defaults = common_parameters(handout) | own
    plain = {name: value.item() if hasattr(value, "item") else value for name, value in parameters.items()}
    return {name: value for name, value in plain.items() if name not in UNRECORDED and value != defaults[name]}


def _is_number(value: Any) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and abs(value) < HUGE  # type: ignore[operator]


def _problems(handout: Handout, values: dict[str, Any]) -> list[Problem]:
    """What is wrong with the common parameters; name, currency and scale are checked elsewhere."""
    editions = get_args(Edition)
    problems: list[Problem] = []
    excerpts = {name: names.excerpt(value) for name, value in values.items()}
    if type(values["seed"]) is not int or not 0 <= values["seed"] < SEEDS:
        problems.append(Problem.outside("seed", excerpts["seed"], f"a whole number from 0 to {SEEDS - 1}"))
    if handout.case and values["case"] != handout.case:
        text = f"{excerpts['case']} does not fit this lesson; it uses {handout.case}"
        problems.append(Problem(text, "case", excerpts["case"], handout.case))
    if type(values["show_solutions"]) is not bool:
        problems.append(Problem.outside("show_solutions", excerpts["show_solutions"], "true or false"))
    if values["edition"] not in editions:
        problems.append(Problem.outside("edition", excerpts["edition"], f"one of {', '.join(editions)}"))
    return problems
