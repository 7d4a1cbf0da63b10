"""The generator of the invented cases.

    python -m plgkit.cases.generator

remakes their files in the folder of the cases, byte for byte, and stamps the descriptor. One module makes
one case: what is planted in it stands at the top of the module, and for the learner in `truth` of the
descriptor. Texts written by hand are in `texts`.
"""

import csv
import io
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from plgkit.cases.descriptor import stamp

CASES = ("vignettes", "requests", "deals", "experiments", "trial_events", "accounts")
TEXTS = Path(__file__).parent / "texts"


def make(folder: Path) -> list[Path]:
    """Write the file of every invented case into a folder, and stamp the descriptor there.

    Parameters
    ----------
    folder : Path
        It holds the descriptor.

    Returns
    -------
    list of Path
        The files, in the order in which they were made.
    """
    paths = []
    for name in CASES:
        case = import_module(f"plgkit.cases.generator.{name}")
        paths.append(folder / f"{name}.csv")
        paths[-1].write_bytes(_written(case.COLUMNS, case.rows()))
    stamp(folder)
    return paths


def texts(name: str) -> list[dict[str, str]]:
    """The rows of a table of texts, or of their plan, by the table's file name.

    Examples
    --------
    >>> texts("experiments.csv")[0]["team"]
    'marketing'
    """
    with open(TEXTS / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _written(columns: tuple[str, ...], rows: Iterable[tuple]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
