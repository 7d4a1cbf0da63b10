"""The front end's types out of Python's: `python -m plgkit.widgets.typescript` writes them."""

import ast
import inspect
import types
from pathlib import Path
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints

from typing_extensions import is_typeddict

from plgkit.support import folders
from plgkit.widgets import payloads

HEAD = "// Written by `python -m plgkit.widgets.typescript` from plgkit/widgets/payloads.py: change them there.\n"
NAMES = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null", Any: "any"}
WIDTH = 120


def declarations() -> str:
    """Every payload and every piece of one as TypeScript.

    Returns
    -------
    str
        The text of `payloads.d.ts`.

    Examples
    --------
    >>> print(declarations().split("\\n\\n")[9])
    /** Fits one option. */
    export interface OptionVerdict {
      correct: boolean;
      /** The name of what stands behind a wrong answer. */
      misconception: string | null;
      /** What is said; "{given}" in it stands for the answer in words. */
      text: string;
      option: number;
    }
    """
    docs = _docs()
    known = {value: name for name, value in vars(payloads).items() if name in docs and not is_typeddict(value)}
    blocks = [HEAD.rstrip()]
    for name, doc in docs.items():
        value = getattr(payloads, name)
        if is_typeddict(value):
            fields = get_type_hints(value, include_extras=True)
            lines = [line for field in fields.items() for line in _field(*field, value, known)]
            blocks.append("\n".join([f"/** {doc} */", f"export interface {name} {{", *lines, "}"]))
        else:
            blocks.append(f"/** {doc} */\n{_alias(name, _text(value, known, top=True))}")
    return "\n\n".join(blocks) + "\n"


def target() -> Path:
    """Where the types stand in a clone."""
    return folders.PACKAGE.parent / "frontend" / "src" / "payloads.d.ts"


def _docs() -> dict[str, str]:
    """What `payloads` declares, in its order, with the first paragraph of what it says about each."""
    body = ast.parse(inspect.getsource(payloads)).body
    docs = {}
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            docs[node.name] = ast.get_docstring(node)
        elif isinstance(node, ast.Assign) and isinstance(after, ast.Expr):
            docs[ast.unparse(node.targets[0])] = ast.literal_eval(after.value)
    return docs


def _field(name: str, hint: Any, owner: Any, known: dict[Any, str]) -> list[str]:
    hint = get_args(hint)[0] if get_origin(hint) is NotRequired else hint
    note = [f"  /** {hint.__metadata__[0]} */"] if get_origin(hint) is Annotated else []
    optional = "" if name in owner.__required_keys__ else "?"
    return [*note, f"  {name}{optional}: {_text(hint, known)};"]


def _alias(name: str, text: str) -> str:
    """A type by its name, on several lines where one would be too long."""
    line = f"export type {name} = {text};"
    return line if len(line) <= WIDTH else f"export type {name} =\n  | " + text.replace(" | ", "\n  | ") + ";"


def _text(hint: Any, known: dict[Any, str], top: bool = False) -> str:
    """A type as TypeScript; `top` where it stands under its own name."""
    origin, arguments = get_origin(hint), get_args(hint)
    if not top and hint in known:
        return known[hint]
    if origin is Annotated:
        return _text(arguments[0], known)
    if origin in (Union, types.UnionType):
        return " | ".join(dict.fromkeys(_text(argument, known) for argument in arguments))
    if origin is Literal:
        return " | ".join(f'"{argument}"' for argument in arguments)
    if origin is list:
        inner = _text(arguments[0], known)
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if origin is tuple:
        return f"[{', '.join(_text(argument, known) for argument in arguments)}]"
    if origin is dict:
        return f"Record<{_text(arguments[0], known)}, {_text(arguments[1], known)}>"
    return NAMES.get(hint) or hint.__name__


if __name__ == "__main__":
    target().write_text(declarations(), "utf-8")
