"""What was computed for one notebook of a build, kept for the others: the same explorer need not be made twice.

Only for what follows from its key alone. Without the folder that a build names, nothing is kept.
"""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = "PLGKIT_REMEMBERED"
"""The environment's name for the folder of one build."""


@contextmanager
def remembering() -> Iterator[None]:
    """Keep what is made in this process, and in those it starts, until the end."""
    with tempfile.TemporaryDirectory(prefix="plgkit-") as folder:
        os.environ[FOLDER] = folder
        try:
            yield
        finally:
            os.environ.pop(FOLDER)


def remembered(key: str, make: Callable[[], str]) -> str:
    """The text that `make` gives; the one that was made before under the same key, if a build keeps it.

    >>> remembered("a key", lambda: "made")
    'made'
    """
    folder = os.environ.get(FOLDER)
    if not folder:
        return make()
    path = Path(folder) / hashlib.sha256(key.encode()).hexdigest()
    try:
        return path.read_text("utf-8")
    except OSError:
        made = make()
    try:
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8", newline="\n") as half:
            half.write(made)
        os.replace(half.name, path)  # whoever reads it finds it whole
    except OSError:
        pass  # the folder is full or gone: the next one makes it again
    return made
