"""Names given by people: checked as labels, and made safe as file names."""

import re
import string
import unicodedata
from reprlib import repr as shortened

from plgkit.support.errors import Problem, Refused

LONGEST = 60
FORBIDDEN = "/\\<>"
# A file name may have 255 bytes on Linux, and a journal's holds two names; a character takes up to four.
LONGEST_IN_BYTES = 120
# Windows opens a device, not a file, under these names, whatever ending follows.
RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)\d)")
# Whatever Markdown, HTML or a formula can begin with; spaces aside, of what is not seen only what ends a line.
SIGNS = re.compile(rf"[{re.escape(string.punctuation)}\t\n\v\f\r]")
# MathJax reads the page that Markdown has become, but no formula across the bounds of an element.
FORMULA = {"$", "\\"}


def excerpt(value: object) -> str:
    """What was given, short and on one line, for an error.

    Examples
    --------
    >>> excerpt("Ada\\n" * 20)
    "'Ada\\\\nAda\\\\nAd...da\\\\nAda\\\\n'"
    """
    try:
        return " ".join(shortened(value).split())
    except ValueError:  # a whole number of thousands of digits
        return type(value).__name__


def fold(text: str) -> str:
    """One spelling for the names that a reader takes for the same: case, width and accents' encoding aside.

    Examples
    --------
    >>> fold("ADA"), fold("Ａｄａ"), fold("Zoe\\u0308") == fold("Zoë")
    ('ada', 'ada', True)
    """
    for _ in range(2):  # folding can undo the normal form, and the normal form bring back something to fold
        text = unicodedata.normalize("NFKC", text.casefold())
    return text.strip()


def safe_name(text: str) -> str:
    """A name that is safe in every file system: letters and digits of any script, in one case, and "-".

    Two labels can share a safe name, so a file's lines keep the label itself.

    Examples
    --------
    >>> safe_name("../../x"), safe_name("<script>alert(1)</script>"), safe_name("Équipe 1"), safe_name("CON")
    ('x', 'script-alert-1-script', 'équipe-1', 'con-name')
    >>> safe_name("?!")
    Traceback (most recent call last):
    plgkit.support.errors.Refused: name: '?!' has no letter and no digit; give it at least one
    """
    folded = fold(text)
    if not any(map(str.isalnum, folded)):
        raise Refused(
            Problem(f"{excerpt(text)} has no letter and no digit; give it at least one", "name", excerpt(text))
        )
    # Marks are kept with their letters: without them most Indian names would fall apart.
    letters = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else "-" for c in folded)
    name = re.sub("-+", "-", letters).strip("-")[:LONGEST]
    name = name.encode()[:LONGEST_IN_BYTES].decode(errors="ignore").strip("-")
    return f"{name}-name" if RESERVED.fullmatch(name) else name


def team(text: str) -> str:
    """A team's name as it is shown: 1 to 60 printable characters, with a letter or digit for its files.

    A path or a tag is not a name. What is accepted is shown escaped all the same.

    Examples
    --------
    >>> team("  Ada & Grace's ")
    "Ada & Grace's"
    >>> team("Ada\\nBob")
    Traceback (most recent call last):
    plgkit.support.errors.Refused: team: 'Ada\\nBob' is not a name of 1 to 60 printable characters
    """
    label = text.strip() if isinstance(text, str) else ""
    if not (0 < len(label) <= LONGEST and label.isprintable()):
        raise Refused(Problem.outside("team", excerpt(text), f"a name of 1 to {LONGEST} printable characters"))
    if signs := sorted(set(label) & set(FORBIDDEN)):
        rule = f"which no name may: leave out {' '.join(FORBIDDEN)}"
        raise Refused(Problem(f"{excerpt(text)} holds {signs[0]}, {rule}", "team", excerpt(text)))
    safe_name(label)  # refused here rather than when the first file is written
    return label


def markdown(text: str) -> str:
    """A text that Markdown shows as it is, wherever it stands in a line: no link, no picture, no tag, no formula.

    Parameters
    ----------
    text : str
        Whatever somebody gave: a name, a currency.

    Returns
    -------
    str
        Markdown, of which every renderer makes the text again.

    Examples
    --------
    >>> markdown("Ada"), markdown("[Ada](x)"), markdown("$")
    ('Ada', '&#91;Ada&#93;&#40;x&#41;', '<span>&#36;</span>')
    """
    return SIGNS.sub(lambda sign: _entity(sign[0]), text)


def plain(text: str) -> str:
    """A text of Markdown for a reader without it: what `markdown` has escaped is itself again.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> plain(f"**{markdown('A_$')}**")
    '**A_$**'
    """
    return re.sub(r"(?:<span>)?&#(\d+);(?:</span>)?", lambda entity: chr(int(entity[1])), text)


def _entity(sign: str) -> str:
    entity = f"&#{ord(sign)};"
    return f"<span>{entity}</span>" if sign in FORMULA else entity
