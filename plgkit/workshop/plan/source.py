"""Files that people write, read so that every complaint can name its file and line."""

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from plgkit.support.errors import Refused

LONGEST = 1_000_000
"""No plan and no list of teams is longer than this, in bytes."""

Loc = tuple[str | int, ...]
"""The keys and positions under which a value stands."""


@dataclass(frozen=True)
class Lines:
    """Where in a file its values stand."""

    path: Path
    numbers: dict[Loc, int]

    def place(self, loc: Loc) -> str:
        """The beginning of an error line: the line of a value, or of the innermost one around it that is stated."""
        while loc and loc not in self.numbers:
            loc = loc[:-1]
        return f"{self.path}, line {self.numbers.get(loc, 1)}: "


class _Core(yaml.SafeLoader):
    """Safe YAML with the scalars of YAML 1.2: 9:30 is no number, and `no` is a word."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012

    def compose_node(self, parent: Any, index: Any) -> Any:
        if getattr(event := self.peek_event(), "anchor", None):  # a few of them can stand for millions of values
            raise yaml.composer.ComposerError(None, None, "anchors and aliases are not used here", event.start_mark)
        return super().compose_node(parent, index)


_WORDS = (("null", r"~|null|Null|NULL|", "~nN"), ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"))
_NUMBERS = (("int", r"[-+]?[0-9]+"), ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"))
for _tag, _rule, _first in (*_WORDS, *((tag, rule, "-+.0123456789") for tag, rule in _NUMBERS)):
    _letters = [*_first, ""] if _tag == "null" else list(_first)
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_rule})$"), _letters)
_Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def scalar(text: str) -> Any:
    """A value as a cell of a table states it: a number, true or false, nothing, or else a text.

    >>> scalar("0.05"), scalar("1e-2"), scalar("true"), scalar("no"), scalar("")
    (0.05, 0.01, True, 'no', None)
    """
    loader = _Core("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    return loader.construct_object(yaml.ScalarNode(tag, text))


def text_of(path: Path) -> str:
    """What is written in a file of a person's.

    Raises:
        Refused: it cannot be read, is too long, or is no text.
    """
    try:
        if path.stat().st_size > LONGEST:
            raise Refused(f"{path}: longer than {LONGEST:,} bytes, which no plan needs")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Refused(f"{path}: {(error.strerror or 'cannot be read').lower()}") from None
    except UnicodeDecodeError:
        raise Refused(f"{path}: not written in UTF-8; save it as UTF-8 text") from None


def read_yaml(path: Path, words: frozenset[str]) -> tuple[Any, Lines]:
    """A YAML file as plain Python, and where each of its values stands.

    Args:
        path: the file.
        words: the keys whose values are always text, whatever they look like.

    Raises:
        Refused: no YAML, or YAML with tags, anchors or a key given twice.
    """
    loader = _Core(text_of(path))
    lines: dict[Loc, int] = {}
    try:
        node = loader.get_single_node()
        data = _plain(loader, node, (), lines, words, path) if node else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f", line {mark.line + 1}" if mark else ""
        raise Refused(f"{path}{line}: cannot be read: {error.problem or error.context}") from None
    except (yaml.YAMLError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else " ".join(str(error).split())
        raise Refused(f"{path}: cannot be read: {reason}") from None
    finally:
        loader.dispose()
    return data, Lines(path, lines)


def _plain(loader: Any, node: yaml.Node, loc: Loc, lines: dict, words: frozenset[str], path: Path) -> Any:
    line = node.start_mark.line + 1
    if loc not in lines:
        lines[loc] = line
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            at = key.start_mark.line + 1
            if name is None or name == "<<":
                raise Refused(f"{path}, line {at}: a key must be a plain word")
            if name in found:
                raise Refused(f"{path}, line {at}: {name} is given twice")
            lines[*loc, name] = at
            found[name] = _plain(loader, value, (*loc, name), lines, words, path)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_plain(loader, one, (*loc, i), lines, words, path) for i, one in enumerate(node.value)]
    named = next((key for key in reversed(loc) if isinstance(key, str)), None)
    if named in words and node.tag != "tag:yaml.org,2002:null":
        return node.value
    return loader.construct_object(node)


def read_table(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """A CSV file: its columns, and its rows with the line that each ends on; empty lines are left out.

    Raises:
        Refused: no columns, a column twice, or a row that is longer than the columns.
    """
    text = text_of(path)
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        columns = [name.strip() for name in next(reader, [])]
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error as error:
        raise Refused(f"{path}, line {reader.line_num}: cannot be read: {error}") from None
    for name in columns:
        if not name or columns.count(name) > 1:
            raise Refused(f"{path}, line 1: the column '{name}' " + ("is given twice" if name else "has no name"))
    for line, row in rows:
        if len(row) > len(columns):
            raise Refused(f"{path}, line {line}: {len(row)} cells for {len(columns)} columns; put commas in quotes")
    return columns, [(line, dict(zip(columns, row, strict=False))) for line, row in rows if any(row)]


def complain(problems: Iterable[tuple[Loc, str]], place: Callable[[Loc], str]) -> None:
    """Refuse with one line for each problem, each with its place; do nothing where there is none."""
    lines = [f"{place(loc)}{line}" for loc, text in problems for line in text.splitlines()]
    if lines:
        raise Refused("\n".join(dict.fromkeys(lines)))
