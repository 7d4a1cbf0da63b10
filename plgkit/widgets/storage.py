"""How outputs are stored where no kernel answers: what they are computed with, and when their stills are drawn.

By default everything is made at once. Whoever executes many notebooks hands in another storage.
"""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from plgkit.charts import vegalite

LATER = ""
"""Stands for a still that another process draws: a new kernel would first have to load the drawing library."""


class Storage:
    """Makes everything at once, and keeps nothing.

    Examples
    --------
    >>> Storage().text("a key", lambda: "computed")
    'computed'
    """

    def text(self, key: str, make: Callable[[], str]) -> str:
        """The text of a key.

        Parameters
        ----------
        key : str
            Everything that the text follows from.
        make : callable
            Computes the text; not called where it is known.

        Returns
        -------
        str
        """
        return make()

    def still(self, spec: dict[str, Any]) -> str:
        """A picture for readers that draw nothing.

        Parameters
        ----------
        spec : dict
            A Vega-Lite specification.

        Returns
        -------
        str
            A PNG in base64, or `LATER`.
        """
        return base64.b64encode(vegalite.png(spec)).decode()


_storage = Storage()


def current() -> Storage:
    """The storage of this process."""
    return _storage


def use(storage: Storage) -> Storage:
    """Take another storage for this process.

    Parameters
    ----------
    storage : Storage
        From now on `current()`.

    Returns
    -------
    Storage
        The one before.
    """
    global _storage
    before, _storage = _storage, storage
    return before


class Drawn(Storage):
    """Its stills were drawn already, by a page that shows the picture.

    Examples
    --------
    >>> Drawn("iVBO").still({})
    'iVBO'
    """

    def __init__(self, still: str) -> None:
        self._still = still

    def still(self, spec: dict[str, Any]) -> str:
        return self._still


@contextmanager
def with_still(still: str) -> Iterator[None]:
    """Take a still that a page has drawn, for what is stored meanwhile.

    Parameters
    ----------
    still : str
        A PNG in base64.
    """
    before = use(Drawn(still))
    try:
        yield
    finally:
        use(before)


def bundle(spec: dict[str, Any], text: str) -> dict[str, Any]:
    """A picture as stored outputs of a notebook's cell.

    Parameters
    ----------
    spec : dict
        A Vega-Lite specification, which JupyterLab draws itself.
    text : str
        The picture in words, for readers that show none.

    Returns
    -------
    dict
        By MIME type: the specification, the text, and a still for readers that draw nothing.
    """
    return vegalite.bundle(spec, text) | {"image/png": _storage.still(spec)}
