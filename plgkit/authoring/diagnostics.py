"""Does everything work here? What a learner runs once, before a workshop."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from plgkit.course.parts import Markdown
from plgkit.support.errors import Refused, reason
from plgkit.support.names import markdown


def works_here() -> Markdown:
    """Does everything work here? To be run once, before a workshop.

    Returns
    -------
    Markdown
        Markdown: a line for each check, and what to do about what does not work.

    Examples
    --------
    >>> print(works_here().text.splitlines()[0])
    - ✓ The cases can be read.
    """
    checks: dict[str, Callable[[], object]] = {
        "The cases can be read": _cases,
        "The chart library is installed": _charts,
        "Answers can be kept in this folder": _answers,
    }
    return Markdown("\n".join(_line(label, check) for label, check in checks.items()))


def _line(label: str, check: Callable[[], object]) -> str:
    try:
        check()
    except Refused as refusal:
        return f"- ✗ {label}: **no.** {markdown(str(refusal))}"
    return f"- ✓ {label}."


def _cases() -> None:
    from plgkit.cases.catalogue import check

    check()


def _charts() -> None:
    from plgkit.widgets.part import library_bytes

    library_bytes()


def _answers() -> None:
    try:
        with tempfile.TemporaryFile(dir=Path.cwd()):
            pass
    except OSError as error:
        raise Refused(f"{Path.cwd()}: {reason(error)}; open the course in a folder of your own") from None
