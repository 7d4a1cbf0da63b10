"""The reference: what is public in plgkit, from its docstrings."""

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

import nbformat
from nbconvert.filters import markdown2html

import plgkit
from plgkit.course.lesson import Lesson
from plgkit.ideas import catalogue
from plgkit.ideas.assumption import Assumption
from plgkit.ideas.idea import Idea
from plgkit.models import words
from plgkit.support import folders

LINE = 84
"""Characters of a signature above which each argument gets a line."""

FIELDS = {"Parameters", "Attributes", "Returns", "Yields", "Raises"}
"""Sections of a docstring that are lists."""

UNDERLINE = re.compile("-{3,}")


@dataclass(frozen=True)
class ReferenceEntry:
    """A public name of the reference.

    Attributes
    ----------
    name, signature : str
    text : str
        Its docstring as HTML.
    example : str
        How a notebook calls it, where the docstring has no example.
    assumptions : tuple of dict
        Of an idea: `name`, `label`, `help`, `allowed` and `default` of each.
    lists : tuple
        Headings, each with its terms and what they mean.
    """

    name: str
    signature: str
    text: str
    example: str = ""
    assumptions: tuple[dict[str, str], ...] = ()
    lists: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


def library() -> Iterator[ReferenceEntry]:
    """What stands in `plgkit` beside the ideas."""
    for name in sorted(set(plgkit.__all__) - {*catalogue.names()}, key=str.lower):
        yield _entry(f"plg.{name}", getattr(plgkit, name))


def of_lessons() -> Iterator[ReferenceEntry]:
    """What a notebook calls of its lesson, in the order of a lesson."""
    for name, method in vars(Lesson).items():
        if callable(method) and not name.startswith("_") and called(f"lesson.{name}"):
            yield _entry(f"lesson.{name}", method)


def ideas() -> Iterator[ReferenceEntry]:
    """What every idea has, then each with its assumptions, what it measures and its scenarios."""
    for name in ("run", "chart", "scenarios", "assumptions", "changed"):
        yield _entry(f"Idea.{name}", getattr(Idea, name))
    for name in catalogue.names():
        idea = catalogue.idea(name)
        assumptions = idea.assumptions()
        defaults = [f"{assumption.name}={assumption.default!r}" for assumption in assumptions.values()]
        rows = tuple(map(_row, assumptions.values()))
        measures = tuple((key, measure.label) for key, measure in idea.measures.items())
        scenarios = tuple((key, scenario.run().sentence) for key, scenario in idea.scenarios().items())
        lists = (("Numbers of its outcome", measures), ("Scenarios", scenarios))
        text = markdown(_told(idea))
        yield ReferenceEntry(name, _broken(f"plg.{name}", defaults), text, "", rows, lists)


def _told(idea: type[Idea]) -> str:
    """What an idea says of itself; where a model has its equations, with those."""
    doc = inspect.getdoc(idea) or ""
    if idea.model is None:
        return doc
    summary, _, rest = doc.partition("\n\n")
    equations = inspect.getdoc(inspect.getmodule(idea.model)) or ""
    if not equations.startswith(summary):  # the file has a title of its own
        equations = equations.partition("\n\n")[2]
    return f"{equations}\n\n{rest[rest.index('Examples') :]}"


def called(name: str) -> str:
    """A statement of the course's notebooks that calls a name.

    Parameters
    ----------
    name : str
        As the notebooks write it, such as lesson.quiz.

    Returns
    -------
    str
        The shortest one as it stands there; empty where there is none.
    """
    return next((source for source in _statements() if f"{name}(" in source), "")


@cache
def _statements() -> tuple[str, ...]:
    statements = []
    for path in sorted(folders.notebooks().glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                statements += [ast.get_source_segment(cell.source, node) for node in ast.parse(cell.source).body]
    return tuple(sorted(statements, key=len))


def _entry(name: str, function: Callable) -> ReferenceEntry:
    doc = inspect.getdoc(function) or ""
    signature = "" if isinstance(function, type) else _signature(name, function)
    return ReferenceEntry(name, signature, markdown(doc), "" if ">>>" in doc else called(name))


def _signature(name: str, function: Callable) -> str:
    signature = inspect.signature(function)
    parameters = [_parameter(p) for p in signature.parameters.values() if p.name not in ("self", "cls")]
    returned = signature.return_annotation
    result = "" if returned is inspect.Signature.empty else f" → {_type(returned)}"
    return _broken(name, parameters) + result


def _parameter(parameter: inspect.Parameter) -> str:
    stars = {"VAR_POSITIONAL": "*", "VAR_KEYWORD": "**"}.get(parameter.kind.name, "")
    typed = "" if parameter.annotation is parameter.empty else f": {_type(parameter.annotation)}"
    default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
    return f"{stars}{parameter.name}{typed}{default}"


def _type(annotation: Any) -> str:
    """A type as it is written, without the modules that it comes from."""
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return re.sub(r"\b(?:[a-z_]\w*\.)+(?=[A-Z])", "", text)


def _broken(name: str, arguments: list[str]) -> str:
    line = f"{name}({', '.join(arguments)})"
    if len(line) <= LINE:
        return line
    return f"{name}(\n" + "".join(f"    {argument},\n" for argument in arguments) + ")"


def markdown(doc: str) -> str:
    """A docstring as HTML: its sections under their names, its examples and equations as code.

    Parameters
    ----------
    doc : str
        In numpydoc's form, without the indentation of its source.

    Returns
    -------
    str
    """
    lines: list[str] = []
    section = ""
    for line, below in pairwise([*doc.splitlines(), ""]):
        if line and UNDERLINE.fullmatch(below):
            section = line
            lines += [f"**{line}**", ""]
        elif not (section and UNDERLINE.fullmatch(line)):
            lines.append(_field(line) if section in FIELDS else line)
    return markdown2html(_fenced("\n".join(lines)))


def _field(line: str) -> str:
    """A line of a list of fields: a name with its type, or what stands below it."""
    if not line or line.startswith(" "):
        return f"  {line.strip()}" if line.strip() else ""
    names, _, kind = line.partition(" : ")
    label = ", ".join(f"`{name}`" for name in names.split(", "))
    return f"- {label} ({kind})  " if kind else f"- {label}  "


def _fenced(text: str) -> str:
    """Examples between fences: an example ends at an empty line."""
    return re.sub(r"^>>>.*?(?=\n\n|\Z)", lambda example: f"```\n{example[0]}\n```", text, flags=re.M | re.S)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _row(assumption: Assumption) -> dict[str, str]:
    return {
        "name": assumption.name,
        "label": assumption.label,
        "help": _sentence(assumption.help),
        "allowed": assumption.allowed,
        "default": _in_words(assumption.default),
    }


def _in_words(value: Any) -> str:
    return words.number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
