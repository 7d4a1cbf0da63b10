"""What papermill put into the notebook that is running: it only warns of parameters that nobody knows."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable

HEADING = "# Parameters\n"
"""How the cell begins in which papermill states the parameters."""


def injected_names(sources: Iterable[str]) -> list[str]:
    """The names that papermill assigned.

    Parameters
    ----------
    sources : iterable of str
        The cells that ran.

    Returns
    -------
    list of str

    Examples
    --------
    >>> injected_names(["import plgkit", "# Parameters\\nchrun = 0.05\\nteam = 'Ada'\\n"])
    ['chrun', 'team']
    """
    statements = [line for source in sources if source.startswith(HEADING) for line in _statements(source)]
    targets = [target for line in statements if isinstance(line, ast.Assign) for target in line.targets]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def running_cells() -> list[str]:
    """The sources of the cells that ran in this notebook; none, if this is no notebook."""
    shell = sys.modules.get("IPython") and sys.modules["IPython"].get_ipython()
    return shell.user_ns.get("In", []) if shell else []


def _statements(source: str) -> list[ast.stmt]:
    try:
        return ast.parse(source).body
    except SyntaxError:
        return []
