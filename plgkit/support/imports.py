"""Importing heavy libraries at the price of what is used of them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

GRAMMAR = "rfc3987_syntax"


@contextmanager
def without_iri_grammar() -> Iterator[None]:
    """Import what builds on jsonschema (altair, nbformat, papermill) without a grammar that nobody here needs.

    Where it is installed, jsonschema imports a grammar of internationalised addresses, which takes longer to build
    than all the rest. It is hidden inside the `with` block and no longer. A jsonschema that was imported before
    keeps its checks of addresses; one that is imported inside has none of the formats "iri" and "iri-reference".

    Examples
    --------
    >>> import sys
    >>> with without_iri_grammar():
    ...     import altair
    >>> sys.modules.get("rfc3987_syntax", "not blocked") is None
    False
    """
    hidden = GRAMMAR not in sys.modules
    if hidden:
        sys.modules[GRAMMAR] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if hidden:
            del sys.modules[GRAMMAR]
