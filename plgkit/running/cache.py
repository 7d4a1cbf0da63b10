"""What was computed for one notebook, kept for the others: the same explorer need not be made twice.

Only for what follows from its key alone. Processes share it by its folder.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plgkit.support import scratch
from plgkit.widgets import storage
from plgkit.widgets.storage import LATER, Storage


@dataclass(frozen=True)
class Cache(Storage):
    """A storage that keeps what was computed in a folder.

    Attributes
    ----------
    folder : Path or None
        Where it is kept; None keeps nothing.
    draws : bool
        Whether stills are drawn here; otherwise `LATER` stands in their places.

    Examples
    --------
    >>> with shared() as cache:
    ...     cache.text("a key", lambda: "first"), cache.text("a key", lambda: "second")
    ('first', 'first')
    """

    folder: Path | None = None
    draws: bool = True

    def text(self, key: str, make: Callable[[], str]) -> str:
        if self.folder is None:
            return make()
        path = self.folder / hashlib.sha256(key.encode()).hexdigest()
        try:
            return path.read_bytes().decode()
        except OSError:
            text = make()
        try:
            with tempfile.NamedTemporaryFile(dir=self.folder, delete=False) as half:
                half.write(text.encode())
            os.replace(half.name, path)  # whoever reads it finds it whole
        except OSError:
            pass  # the folder is full or gone: the next one computes it again
        return text

    def still(self, spec: dict[str, Any]) -> str:
        return self.text(json.dumps(spec), lambda: super(Cache, self).still(spec)) if self.draws else LATER


def folder() -> Path | None:
    """The folder of this process's cache, if it has one."""
    current = storage.current()
    return current.folder if isinstance(current, Cache) else None


@contextmanager
def shared() -> Iterator[Cache]:
    """A cache for this process, in a new folder that other processes may share, until the end."""
    with scratch.run(), tempfile.TemporaryDirectory(prefix="plgkit-") as name:
        cache = Cache(Path(name))
        before = storage.use(cache)
        try:
            yield cache
        finally:
            storage.use(before)
