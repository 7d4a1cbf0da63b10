"""`vignettes`: organisations and tactics to sort, shuffled so that their place says nothing."""

import tomllib
from collections.abc import Iterator

from plgkit.cases.generator import TEXTS
from plgkit.cases.generator.chance import Chance

COLUMNS = ("vignette", "company", "function", "text", "label", "tempting", "reason")

SEED = 1


def rows() -> Iterator[tuple]:
    vignettes = tomllib.loads((TEXTS / "vignettes.toml").read_text(encoding="utf-8"))["vignette"]
    for number, place in enumerate(Chance(SEED).order(len(vignettes)), 1):
        yield (f"V{number:02}", *(vignettes[place][column] for column in COLUMNS[1:]))
