"""The two cells of a handout's notebook that are written from its declaration."""

from __future__ import annotations

from typing import Any

from plgkit.course.material import Handout
from plgkit.course.setting import Setting
from plgkit.course.settings import assumptions, common_parameters, help_of, parameter_names


def parameters_cell(handout: Handout) -> str:
    """The cell that states every parameter with its type, default and rule, as papermill reads it.

    Examples
    --------
    >>> from plgkit.course.catalogue import material
    >>> print(parameters_cell(material("pre-test")).splitlines()[-1])
    first: str = "by name"  # Form of the pre-test; the post-test has the other: by name or A or B
    """
    defaults = common_parameters(handout) | {"scale": float(Setting.scale)}
    lines = [_line(name, value, help_of(name)) for name, value in defaults.items()]
    for name, assumption in assumptions(handout).items():
        default = float(assumption.default) if assumption.kind == "number" else assumption.default
        lines.append(_line(name, default, f"{assumption.label}: {assumption.allowed}"))
    return "\n".join(lines)


def setup_cell(handout: Handout) -> str:
    """The cell that opens the lesson or test with those parameters."""
    arguments = "".join(f"    {name}={name},\n" for name in parameter_names(handout))
    noun = handout.noun
    return f'import plgkit as plg\n\n{noun} = plg.{noun}(\n    "{handout.slug}",\n{arguments})\n{noun}.begin()'


def _line(name: str, value: Any, help_text: str) -> str:
    literal = f"{value:.10g}" if isinstance(value, float) else f'"{value}"' if isinstance(value, str) else repr(value)
    return f"{name}: {type(value).__name__} = {literal}  # {help_text}"
