"""What a page of the course may load and run: its Content-Security-Policy."""

import base64
import hashlib
from collections.abc import Iterable
from typing import Literal

Place = Literal["file", "site"]
"""Where a page stands: a file that holds everything in itself, or a site whose pages share files beside them."""

# The pages of a site, opened from a folder: to some browsers a file is no part of its own origin.
BESIDE = {"file": "", "site": "'self' file:"}


def policy(place: Place, scripts: Iterable[str] = (), engine: bool = False) -> str:
    """The policy of a page, for a `meta` element that stands before everything that it is about.

    What is not named is forbidden, and no page can ask the network for anything, whatever stands on it:

    - `default-src 'none'`: no frames, workers, media, fonts or objects, and nothing from elsewhere.
    - `script-src`: an inline script by its hash, so that none runs that is not of the course; `blob:` where there is
      one, because it unpacks the chart library and imports it. On a site, the files beside the page instead. Nowhere
      `'unsafe-inline'`, which would run a listener in an attribute, nor `'unsafe-eval'`: the chart library interprets
      its expressions. Data between the tags of a script is not run, and needs no hash.
    - Where models run: `'wasm-unsafe-eval'` for their interpreter, which is WebAssembly, and `connect-src blob:`, by
      which it is read out of the page; nothing else can be connected to.
    - `style-src 'unsafe-inline'`: pictures in SVG and the chart library write styles into attributes.
    - `img-src data:`: pictures that the page holds, and its empty icon.
    - `base-uri 'none'`: no element moves the addresses of the others.
    - `form-action 'none'`: no form is sent; what is answered is handled by the page.

    Parameters
    ----------
    place : {"file", "site"}
        Where the page stands.
    scripts : iterable of str
        The text of each inline script, exactly as it stands between its tags.
    engine : bool
        Whether models run in the page.

    Returns
    -------
    str
        It holds no double quotes.

    Examples
    --------
    >>> policy("file")
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    """
    hashes = " ".join(map(_hash, scripts))
    unpacked = "blob:" if hashes or engine else ""
    sources = {
        "default-src": "'none'",
        "script-src": " ".join(filter(None, (BESIDE[place], hashes, unpacked, engine and "'wasm-unsafe-eval'"))),
        "connect-src": "blob:" if engine else "",
        "style-src": f"'unsafe-inline' {BESIDE[place]}".strip(),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{directive} {source}" for directive, source in sources.items() if source)


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
