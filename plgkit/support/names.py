"""Names given by people: checked as labels, and made safe as file names."""

import re
import unicodedata
from reprlib import repr as shortened

from plgkit.support.errors import Problem, Refused

LONGEST = 60
FORBIDDEN = "/\\<>"
# A file name may have 255 bytes on Linux, and a journal's holds two names; a character takes up to four.
LONGEST_IN_BYTES = 120
# Windows opens a device, not a file, under these names, whatever ending follows.
RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)\d)")


def excerpt(thing: object) -> str:
    """What was given, short and on one line, for an error.

    >>> excerpt("Ada\\n" * 20)
    "'Ada\\\\nAda\\\\nAd...da\\\\nAda\\\\n'"
    """
    try:
        return " ".join(shortened(thing).split())
    except ValueError:  # a whole number of thousands of digits
        return type(thing).__name__


def fold(text: str) -> str:
    """One spelling for the names that a reader takes for the same: case, width and accents' encoding aside.

    >>> fold("ADA"), fold("Ａｄａ"), fold("Zoe\\u0308") == fold("Zoë")
    ('ada', 'ada', True)
    """
    for _ in range(2):  # folding can undo the normal form, and the normal form bring back something to fold
        text = unicodedata.normalize("NFKC", text.casefold())
    return text.strip()


def safe_name(text: str) -> str:
    """A name that is safe in every file system: letters and digits of any script, in one case, and "-".

    Two labels can share a safe name, so a file's lines keep the label itself.

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
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else "-" for c in folded)
    name = re.sub("-+", "-", kept).strip("-")[:LONGEST]
    name = name.encode()[:LONGEST_IN_BYTES].decode(errors="ignore").strip("-")
    return f"{name}-name" if RESERVED.fullmatch(name) else name


def team(text: str) -> str:
    """A team's name as it is shown: 1 to 60 printable characters, with a letter or digit for its files.

    A path or a tag is not a name. What is accepted is shown escaped all the same.

    >>> team("  Ada & Grace's ")
    "Ada & Grace's"
    >>> team("Ada\\nBob")
    Traceback (most recent call last):
    plgkit.support.errors.Refused: team: 'Ada\\nBob' is not a name of 1 to 60 printable characters
    """
    label = text.strip() if isinstance(text, str) else ""
    if not (0 < len(label) <= LONGEST and label.isprintable()):
        raise Refused(Problem.outside("team", excerpt(text), f"a name of 1 to {LONGEST} printable characters"))
    if found := sorted(set(label) & set(FORBIDDEN)):
        rule = f"which no name may: leave out {' '.join(FORBIDDEN)}"
        raise Refused(Problem(f"{excerpt(text)} holds {found[0]}, {rule}", "team", excerpt(text)))
    safe_name(label)  # refused here rather than when the first file is written
    return label
