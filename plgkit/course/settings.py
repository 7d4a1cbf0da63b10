"""A lesson's parameters: what an instructor may set, how it is checked, and how a notebook states it."""

import ast
import hashlib
import json
import sys
from dataclasses import dataclass, field, replace
from numbers import Real
from typing import Any, Literal, get_args

import numpy as np

from plgkit.course.material import Material
from plgkit.ideas.assumption import HUGE, MONEY, Assumption
from plgkit.ideas.idea import Idea
from plgkit.support import names
from plgkit.support.errors import Problem, Refused, unknown

PAPERMILL = "# Parameters\n"
"""How the cell begins in which papermill states the parameters it was given."""

Edition = Literal["attendee", "instructor", "self-study"]
SEEDS = 2**32


@dataclass(frozen=True)
class Setting:
    """One learner's copy of a lesson: the parameters, checked, and what follows from them.

    `idea` is the lesson's idea with the assumptions given, `own` the numbers drawn for this team. `given` holds
    the parameters that differ from the lesson's own, as they were given: with them and the team's name the
    setting can be read again.
    """

    lesson: str
    team: str = field(default="you", metadata={"help": "name on the page, and seed of your own numbers"})
    seed: int = field(default=0, metadata={"help": f"another number gives other numbers, 0 to {SEEDS - 1}"})
    case: str = field(default="", metadata={"help": "the case-study dataset"})
    currency: str = field(default="$", metadata={"help": "sign or short name of the money, 1 to 4 characters"})
    scale: float = field(default=1, metadata={"help": "multiplies every amount of money, up to 1,000,000"})
    show_solutions: bool = field(default=False, metadata={"help": "show every answer, folded away"})
    edition: Edition = field(default="attendee", metadata={"help": "attendee, instructor or self-study"})
    idea: Idea | None = None
    own: Any = None
    given: dict[str, Any] = field(default_factory=dict)

    @property
    def variant(self) -> str:
        """A short name of everything that decides which numbers this learner sees."""
        parts = [self.lesson, self.team, self.seed, self.case, self.idea.model_dump()]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:8]

    @property
    def solved(self) -> bool:
        """Whether the page holds the answers."""
        return self.show_solutions or self.edition != "attendee"

    def preset(self, name: str) -> Idea:
        """The lesson's idea at one of its presets, in the learner's money, whatever the instructor changed."""
        kind, scale = type(self.idea), self.idea.scale
        amounts = kind.assumptions(MONEY)
        values = {n: v * scale if amounts[n].unit.startswith(MONEY) else v for n, v in kind.presets[name].items()}
        return kind(currency=self.currency, scale=scale, **values)


COMMON = ("team", "seed", "case", "currency", "scale", "show_solutions", "edition")
APART = ("team", "show_solutions", "edition")
"""Parameters that a journal need not keep: it knows its learner, and the others change no number."""


def common(material: Material) -> dict[str, Any]:
    """The parameters that every lesson takes, with this lesson's defaults; `case` only where it uses one."""
    defaults = {name: getattr(Setting, name) for name in COMMON} | {"case": material.case}
    return {name: value for name, value in defaults.items() if name != "case" or material.case}


def known(material: Material) -> list[str]:
    """The names of all parameters of a lesson."""
    return [*common(material), *assumed(material)]


def assumed(material: Material, currency: str = "$") -> dict[str, Assumption]:
    """The assumptions of its idea that are parameters of a lesson: an idea's own seed is the lesson's."""
    return {name: one for name, one in material.idea.assumptions(currency).items() if name not in COMMON}


def read(material: Material, given: dict[str, Any]) -> Setting:
    """The setting that `given` parameters make, everything else at its default.

    Amounts of money are given before `scale`, which multiplies them all.

    Raises:
        Refused: one line for what is unknown, of the wrong type, out of bounds, or leaves no clear answer.
    """
    for name in injected(_cells()):
        if name not in known(material):
            raise unknown(f"parameter of {material.slug}", name, known(material))
    setting = plain(material, given)
    entropy = hashlib.sha256(f"{material.slug}|{setting.team}|{setting.seed}".encode()).digest()
    generator = np.random.default_rng(int.from_bytes(entropy))
    return replace(setting, own=material.vary(generator, setting))


def plain(material: Material, given: dict[str, Any]) -> Setting:
    """The setting that `given` parameters make, without the team's own numbers.

    Raises:
        Refused: one line for what is unknown, of the wrong type or out of bounds.
    """
    for name in given:
        if name not in known(material):
            raise unknown(f"parameter of {material.slug}", name, known(material))
    values = common(material) | {k: v for k, v in given.items() if k in COMMON}
    _check(material, values)
    scale = material.idea(currency=values["currency"], scale=values["scale"]).scale
    money = {name for name, one in assumed(material, MONEY).items() if one.unit.startswith(MONEY)}
    told = {
        name: value * scale if name in money and _is_number(value) else value
        for name, value in given.items()
        if name not in COMMON
    }
    if seed := material.idea.assumptions().get("seed"):
        told["seed"] = values["seed"] % int(seed.le)
    idea = material.idea(currency=values["currency"], scale=scale, **told)
    return Setting(lesson=material.slug, idea=idea, given=_particular(material, given), **values)


def _particular(material: Material, given: dict[str, Any]) -> dict[str, Any]:
    """What decides which numbers a learner sees, where it differs from the lesson's own; the name aside."""
    defaults = common(material) | {name: one.default for name, one in assumed(material, MONEY).items()}
    plain = {name: value.item() if hasattr(value, "item") else value for name, value in given.items()}
    return {name: value for name, value in plain.items() if name not in APART and value != defaults[name]}


def _is_number(value: Any) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool) and abs(value) < HUGE


def _cells() -> list[str]:
    """The sources of the cells that ran in this notebook, if this is one."""
    shell = sys.modules.get("IPython") and sys.modules["IPython"].get_ipython()
    return shell.user_ns.get("In", []) if shell else []


def injected(sources: list[str]) -> list[str]:
    """The names that papermill put into a notebook, out of the cells that ran: it only warns of unknown ones.

    >>> injected(["import plgkit", "# Parameters\\nchrun = 0.05\\nteam = 'Ada'\\n"])
    ['chrun', 'team']
    """
    lines = [line for source in sources if source.startswith(PAPERMILL) for line in _lines_of(source)]
    return [name.id for line in lines if isinstance(line, ast.Assign) for name in line.targets]


def _lines_of(source: str) -> list[ast.stmt]:
    try:
        return ast.parse(source).body
    except SyntaxError:
        return []


def _check(material: Material, values: dict[str, Any]) -> None:
    """Refuse what is wrong with the common parameters; currency and scale are the idea's to check."""
    values["team"] = names.team(values["team"])
    seed = values["seed"]
    if type(seed) is not int or not 0 <= seed < SEEDS:
        raise Refused(Problem.outside("seed", names.excerpt(seed), f"a whole number from 0 to {SEEDS - 1}"))
    if material.case and values["case"] != material.case:
        value = names.excerpt(values["case"])
        raise Refused(Problem(f"{value} does not fit this lesson; it uses {material.case}", "case", value))
    if type(values["show_solutions"]) is not bool:
        raise Refused(Problem.outside("show_solutions", names.excerpt(values["show_solutions"]), "true or false"))
    if values["edition"] not in get_args(Edition):
        raise Refused(
            Problem.outside("edition", names.excerpt(values["edition"]), f"one of {', '.join(get_args(Edition))}")
        )


def parameters_cell(material: Material) -> str:
    """The notebook's cell that states every parameter with its type, default and rule."""
    helps = {one: Setting.__dataclass_fields__[one].metadata["help"] for one in COMMON}
    shared = common(material) | {"scale": float(Setting.scale)}
    lines = [_line(name, value, helps[name]) for name, value in shared.items()]
    for name, one in assumed(material, MONEY).items():
        default = float(one.default) if one.kind == "number" else one.default
        lines.append(_line(name, default, f"{one.label}: {one.allowed}"))
    return "\n".join(lines)


def _line(name: str, value: Any, help: str) -> str:
    shown = f"{value:.10g}" if isinstance(value, float) else f'"{value}"' if isinstance(value, str) else repr(value)
    return f"{name}: {type(value).__name__} = {shown}  # {help}"


def setup_cell(material: Material) -> str:
    """The notebook's cell that opens the lesson with those parameters."""
    arguments = "".join(f"    {name}={name},\n" for name in known(material))
    noun = material.noun
    return f'import plgkit as plg\n\n{noun} = plg.{noun}(\n    "{material.slug}",\n{arguments})\n{noun}.begin()'
