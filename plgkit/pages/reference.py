"""The reference: what is public in plgkit, from its docstrings."""

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import nbformat
from nbconvert.filters import markdown2html

import plgkit
from plgkit.course.lesson import Lesson
from plgkit.ideas import catalogue
from plgkit.ideas.idea import Idea
from plgkit.models import words
from plgkit.support import folders

LINE = 84
"""Characters of a signature above which each argument gets a line."""

PARTS = ("Args:", "Returns:", "Raises:", "Attributes:")
ITEM = re.compile(r"(\*{0,2}\w[\w, ]*): (.*)")


@dataclass(frozen=True)
class Entry:
    """One public name: its signature, its docstring as HTML, and where that shows none, an example."""

    name: str
    signature: str
    text: str
    example: str = ""
    assumptions: tuple[dict[str, str], ...] = ()
    lists: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()


def library() -> Iterator[Entry]:
    """What stands in `plgkit` beside the ideas."""
    for name in sorted(set(plgkit.__all__) - {*catalogue.names()}, key=str.lower):
        yield _entry(f"plg.{name}", getattr(plgkit, name))


def of_lessons() -> Iterator[Entry]:
    """What a notebook calls of its lesson, in the order of a lesson."""
    found = {name: one for name, one in vars(Lesson).items() if callable(one) and not name.startswith("_")}
    for name, one in found.items():
        if called(f"lesson.{name}"):
            yield _entry(f"lesson.{name}", one)


def ideas() -> Iterator[Entry]:
    """What every idea has, then each with its assumptions, what it measures and its scenarios."""
    for name in ("run", "chart", "scenarios", "assumptions", "changed"):
        yield _entry(f"Idea.{name}", getattr(Idea, name))
    for name in catalogue.names():
        idea = catalogue.idea(name)
        assumptions = idea.assumptions()
        defaults = [f"{one.name}={one.default!r}" for one in assumptions.values()]
        rows = tuple(
            {"name": one.name, "label": one.label, "help": _sentence(one.help), "allowed": one.allowed}
            | {"default": _shown(one.default)}
            for one in assumptions.values()
        )
        measures = tuple((key, measure.label) for key, measure in idea.measures.items())
        scenarios = tuple((key, made.run().sentence) for key, made in idea.scenarios().items())
        lists = (("Numbers of its outcome", measures), ("Scenarios", scenarios))
        text = markdown(inspect.getdoc(idea) or "")
        yield Entry(name, _broken(f"plg.{name}", defaults), text, "", rows, lists)


def called(name: str) -> str:
    """The first statement of the course's notebooks that calls `name`, as it stands there; or nothing."""
    return next((source for source in _statements() if f"{name}(" in source), "")


@cache
def _statements() -> tuple[str, ...]:
    found = []
    for path in sorted(folders.notebooks().glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "code":
                found += [ast.get_source_segment(cell.source, one) for one in ast.parse(cell.source).body]
    return tuple(sorted(found, key=len))


def _entry(name: str, one: Callable) -> Entry:
    doc = inspect.getdoc(one) or ""
    signature = "" if isinstance(one, type) else _signature(name, one)
    return Entry(name, signature, markdown(doc), "" if ">>>" in doc else called(name))


def _signature(name: str, one: Callable) -> str:
    given = inspect.signature(one)
    arguments = [_argument(one) for one in given.parameters.values() if one.name not in ("self", "cls")]
    returned = "" if given.return_annotation is inspect.Signature.empty else f" → {_type(given.return_annotation)}"
    return _broken(name, arguments) + returned


def _argument(one: inspect.Parameter) -> str:
    stars = "*" if one.kind is one.VAR_POSITIONAL else "**" if one.kind is one.VAR_KEYWORD else ""
    typed = "" if one.annotation is one.empty else f": {_type(one.annotation)}"
    default = "" if one.default is one.empty else f" = {one.default!r}"
    return f"{stars}{one.name}{typed}{default}"


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
    """A docstring as HTML: its parts as lists, its examples and equations as code."""
    lines, out, part = doc.splitlines(), [], ""
    for line in lines:
        if line in PARTS:
            part = line
            out += ["", f"**{line.removesuffix(':')}**", ""]
        elif part and line and not line.startswith(" "):
            part = ""
            out += ["", line]
        elif part:
            out.append(_item(line))
        else:
            out.append(line)
    return markdown2html(_fenced("\n".join(out)))


def _item(line: str) -> str:
    """A line of a part: one entry, or its continuation."""
    found = ITEM.fullmatch(line[4:]) if line.startswith("    ") and not line.startswith("     ") else None
    if found:
        names = ", ".join(f"`{name}`" for name in found[1].split(", "))
        return f"- {names}: {found[2]}"
    return f"  {line.strip()}" if line.strip() else ""


def _fenced(text: str) -> str:
    """Examples between fences: an example ends at an empty line."""
    return re.sub(r"^>>>.*?(?=\n\n|\Z)", lambda found: f"```\n{found[0]}\n```", text, flags=re.M | re.S)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _shown(value: Any) -> str:
    return words.number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
