"""Files that people write, read so that every problem can name its file and line."""

import csv
import io
import re
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from plgkit.support.errors import Problem, Refused, reason

LONGEST = 1_000_000
"""No plan and no list of teams is longer than this, in bytes."""

HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which no file can hold."""

Loc = tuple[str | int, ...]
"""The keys and positions under which a value stands."""


@dataclass(frozen=True)
class LocatedProblem(Problem):
    """A problem, and where in a file its value stands.

    Attributes
    ----------
    path : Path or None
        The file.
    row : int
        The line in it, from 1.

    Examples
    --------
    >>> problem = Problem.outside("churn", "7", "between 0 and 1 (share/month)")
    >>> LocatedProblem.of(problem, Path("teams.csv"), 3).line
    'teams.csv, line 3: churn: 7 is not between 0 and 1 (share/month)'
    """

    path: Path | None = None
    row: int = 1

    @classmethod
    def of(cls, problem: Problem, path: Path, row: int) -> "LocatedProblem":
        """The same problem, with its place."""
        return cls(**{field.name: getattr(problem, field.name) for field in fields(Problem)}, path=path, row=row)

    @property
    def line(self) -> str:
        """The problem in one line, which begins with its place."""
        return f"{self.path}, line {self.row}: {super().line}"


@dataclass(frozen=True)
class Lines:
    """Where in a file its values stand.

    Attributes
    ----------
    path : Path
        The file.
    rows : dict
        The line of each value, by the keys and positions under which it stands.
    """

    path: Path
    rows: dict[Loc, int]

    def locate(self, loc: Loc, problem: Problem) -> LocatedProblem:
        """The problem at the line of its value, or of the innermost one around it that is stated."""
        while loc and loc not in self.rows:
            loc = loc[:-1]
        return LocatedProblem.of(problem, self.path, self.rows.get(loc, 1))


@dataclass(frozen=True)
class Sources:
    """The files that a plan was read from: none, where it was made by code.

    Attributes
    ----------
    plan : Lines or None
        The plan itself.
    teams : Lines or None
        The table of teams, where there is one.
    problems : tuple of Problem
        Why a table of teams could not be read.
    """

    plan: Lines | None = None
    teams: Lines | None = None
    problems: tuple[Problem, ...] = ()

    def locate(self, loc: Loc, problem: Problem) -> Problem:
        """The problem at its line: of the table of teams, if there is one and it is about them, or of the plan."""
        lines = self.teams if self.teams and loc[:1] == ("teams",) else self.plan
        return lines.locate(loc, problem) if lines else problem

    def refuse(self, problems: Iterable[tuple[Loc, Problem]]) -> None:
        """Refuse with every problem, each at its place, file by file from top to bottom; without any, do nothing."""
        located = [*self.problems, *(self.locate(loc, problem) for loc, problem in problems)]
        if located:
            located.sort(key=self._order)
            raise Refused(*dict.fromkeys(located))

    def _order(self, problem: Problem) -> tuple[bool, int]:
        of_plan = self.plan is not None and getattr(problem, "path", None) == self.plan.path
        return not of_plan, getattr(problem, "row", 0)


class _Plain(yaml.SafeLoader):
    """Safe YAML without what can stand for something else: anchors, aliases, tags, a key given twice."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        event = self.peek_event()
        # A few anchors can stand for millions of values, and a tag for a value that there is not.
        for sign, what in (("anchor", "anchors and aliases are"), ("tag", "tags are")):
            if getattr(event, sign, None):
                raise yaml.composer.ComposerError(None, None, f"{what} not used here", event.start_mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict:
        keys = [key.value for key, _ in node.value]
        if len(keys) > len(set(map(str, keys))):
            raise yaml.constructor.ConstructorError(None, None, "a key is given twice", node.start_mark)
        return super().construct_mapping(node, deep)


class _Core(_Plain):
    """Plain YAML with the scalars of YAML 1.2: 9:30 is no number, and `no` is a word."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012


_DIGITS = "[0-9]{1,300}"  # more of them are a text: Python takes no more than 4,300, and no number is so long
_WORDS = (("null", r"~|null|Null|NULL|", "~nN"), ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"))
_NUMBERS = (
    ("int", rf"[-+]?{_DIGITS}"),
    ("float", rf"[-+]?(\.{_DIGITS}|{_DIGITS}(\.[0-9]{{0,300}})?)([eE][-+]?{_DIGITS})?"),
)
for _tag, _rule, _first in (*_WORDS, *((tag, rule, "-+.0123456789") for tag, rule in _NUMBERS)):
    _letters = [*_first, ""] if _tag == "null" else list(_first)
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_rule})$"), _letters)
_Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
_Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def value_of(text: str) -> Any:
    """A value as a command line states it: a number, true or false, a list, names with values, or else the text.

    Parameters
    ----------
    text : str
        What a person typed; what is no plain YAML is a text.

    Returns
    -------
    bool, int, float, list, dict or str

    Examples
    --------
    >>> value_of("0.05"), value_of("1e-2"), value_of("no"), value_of("[1, 2]"), value_of("!!bool abc")
    (0.05, 0.01, False, [1, 2], '!!bool abc')
    """
    try:
        value = yaml.load(text, _Plain)  # a safe loader
    except (yaml.YAMLError, ValueError, RecursionError):  # a day that no calendar has is YAML's ValueError
        value = text
    if isinstance(value, str):
        with suppress(ValueError):  # 1e-2 is a number for everybody but YAML
            value = float(value)
    return value if isinstance(value, bool | int | float | list | dict) else text


def scalar(text: str) -> Any:
    """A value as a cell of a table states it: a number, true or false, nothing, or else a text.

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    int, float, bool, None or str

    Examples
    --------
    >>> scalar("0.05"), scalar("1e-2"), scalar("true"), scalar("no"), scalar("")
    (0.05, 0.01, True, 'no', None)
    """
    loader = _Core("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))
    return loader.construct_object(yaml.ScalarNode(tag, text))


def text_of(path: Path) -> str:
    """The text of a file that a person wrote.

    Parameters
    ----------
    path : Path
        The file, in UTF-8, of at most `LONGEST` bytes.

    Returns
    -------
    str

    Raises
    ------
    Refused
        It cannot be read, is too long, or is no text.
    """
    try:
        # Whatever is no file could keep its reader waiting, or never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused(f"{path}: not a file")
        with path.open("rb") as file:
            content = file.read(LONGEST + 1)
    except OSError as error:
        raise Refused(f"{path}: {reason(error, 'cannot be read')}") from None
    except ValueError:
        raise Refused(f"{path}: not the name of a file") from None
    if len(content) > LONGEST:
        raise Refused(f"{path}: longer than {LONGEST:,} bytes, which no plan needs")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"{path}: not written in UTF-8; save it as UTF-8 text") from None


def read_yaml(path: Path, texts: frozenset[str]) -> tuple[Any, Lines]:
    """A YAML file as plain Python, and where each of its values stands.

    Parameters
    ----------
    path : Path
        The file.
    texts : frozenset of str
        The keys whose values are always text, whatever they look like.

    Returns
    -------
    data : Any
        The values.
    lines : Lines
        The line of each.

    Raises
    ------
    Refused
        No YAML, or YAML with tags, anchors or a key given twice: one problem, the first.
    """
    text = text_of(path)
    try:
        loader = _Core(text)
    except yaml.reader.ReaderError as error:
        problem = Problem(f"cannot be read: U+{error.character:04X} is no sign of a text")
        raise _refusal(path, text.count("\n", 0, error.position) + 1, problem) from None
    rows: dict[Loc, int] = {}
    try:
        node = loader.get_single_node()
        data = _plain(loader, node, (), rows, texts, path) if node else None
    except yaml.MarkedYAMLError as error:
        problem = Problem(f"cannot be read: {error.problem or error.context}")
        mark = error.problem_mark or error.context_mark
        raise (_refusal(path, mark.line + 1, problem) if mark else Refused(f"{path}: {problem.text}")) from None
    except RecursionError:
        raise Refused(f"{path}: cannot be read: nested too deeply") from None
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, Refused):
            raise
        reason = " ".join(str(error).split())  # such as an escape that stands for no character
        raise Refused(f"{path}: cannot be read: {reason}") from None
    finally:
        loader.dispose()
    return data, Lines(path, rows)


def _plain(loader: Any, node: yaml.Node, loc: Loc, rows: dict, texts: frozenset[str], path: Path) -> Any:
    rows.setdefault(loc, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        mapping: dict[str, Any] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            row = key.start_mark.line + 1
            if name is None or name == "<<" or HALF.search(name):
                raise _refusal(path, row, Problem("a key must be a plain word"))
            if name in mapping:
                raise _refusal(path, row, Problem(f"{name} is given twice", value=name))
            rows[*loc, name] = row
            mapping[name] = _plain(loader, value, (*loc, name), rows, texts, path)
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_plain(loader, item, (*loc, i), rows, texts, path) for i, item in enumerate(node.value)]
    if HALF.search(node.value):
        raise _refusal(path, node.start_mark.line + 1, Problem("cannot be read: half of a character"))
    key = next((key for key in reversed(loc) if isinstance(key, str)), None)
    if key in texts and node.tag != "tag:yaml.org,2002:null":
        return node.value
    return loader.construct_object(node)


def read_table(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """A CSV file, with commas or semicolons between its cells.

    Parameters
    ----------
    path : Path
        The file; its first line names the columns.

    Returns
    -------
    columns : list of str
        Their names.
    rows : list of (int, dict)
        The line that each row ends on, and its cells by column; empty lines are left out.

    Raises
    ------
    Refused
        Columns without a name or named twice, and rows that are longer than the columns: all of them.
    """
    text = text_of(path)
    first = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    try:
        columns = [name.strip() for name in next(reader, [])]
        rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    except csv.Error as error:
        raise _refusal(path, reader.line_num, Problem(f"cannot be read: {error}")) from None
    wrong = [
        LocatedProblem(f"the column '{name}' {'is given twice' if name else 'has no name'}", path=path)
        for name in dict.fromkeys(columns)
        if not name or columns.count(name) > 1
    ]
    wrong += [
        LocatedProblem(f"{len(row)} cells for {len(columns)} columns; put commas in quotes", path=path, row=line)
        for line, row in rows
        if len(row) > len(columns)
    ]
    if wrong:
        raise Refused(*wrong)
    return columns, [(line, dict(zip(columns, row, strict=False))) for line, row in rows if any(row)]


def _refusal(path: Path, row: int, problem: Problem) -> Refused:
    return Refused(LocatedProblem.of(problem, path, row))
