"""Texts in a picture: where they stand, and how they fit on a phone."""

import json
import textwrap

from plgkit.charts.theme import LINE_HEIGHT, NARROW

FOLD = 44
"""Letters of an axis title in one line on a phone."""


def fitting(wide: object, narrow: object) -> dict[str, str]:
    """A property of a mark or an axis that differs on a phone.

    Parameters
    ----------
    wide, narrow : object
        The property as JSON can say it, where there is room and on a phone.

    Returns
    -------
    dict
        A Vega-Lite expression that chooses one of the two by the width of the plot.

    Examples
    --------
    >>> fitting(13, 11)
    {'expr': '(width < 420) ? 11 : 13'}
    """
    on_phone, elsewhere = (json.dumps(value, ensure_ascii=False) for value in (narrow, wide))
    return {"expr": f"({NARROW}) ? {on_phone} : {elsewhere}"}


def side_label(x: str, room: float = 0, beside: float = 9, letter: float = 7) -> dict:
    """Properties of text marks that start right of their point, and move left where they would run out.

    Parameters
    ----------
    x : str
        The column drawn along the "x" scale; the text is the column `label`, its lines divided by line breaks.
    room : float
        Pixels that a text may reach beyond the right end of the axis.
    beside : float
        Pixels between a point and its text.
    letter : float
        Pixels that a letter takes; Vega cannot measure a text before it draws it.

    Returns
    -------
    dict
        `align` and `dx`, for `mark_text`.

    Examples
    --------
    >>> side_label("month")["align"]
    'left'
    """
    longest = r"extent(pluck(split(datum.label, '\n'), 'length'))[1]"
    place = f"scale('x', datum.{x})"
    shift = f"max(-{place}, min({beside}, width + {room} - {letter} * {longest} - {place}))"
    return {"align": "left", "dx": {"expr": shift}}


def fold_titles(spec: dict, above: float) -> None:
    """Give long titles of axes a second line on a phone; `spec` is changed in place.

    Parameters
    ----------
    spec : dict
        A Vega-Lite specification, or a layer of one.
    above : float
        Where the upright axis's title stands, in pixels from the top of the plot: a second line raises it.
    """
    for layer in spec.get("layer", []):
        fold_titles(layer, above)
    for channel in ("x", "y"):
        encoding = spec.get("encoding", {}).get(channel, {})
        title = encoding.get("title")
        if not isinstance(title, str) or len(title) <= FOLD or encoding.get("axis", {}) is None:
            continue
        count = len(textwrap.wrap(title, FOLD))
        even = (textwrap.wrap(title, letters) for letters in range(len(title) // count, FOLD + 1))
        lines = next(lines for lines in even if len(lines) == count)
        folded = {"title": fitting(title, lines)}
        if channel == "y":
            folded["titleY"] = fitting(above, above - LINE_HEIGHT * (len(lines) - 1))
        encoding["axis"] = encoding.get("axis", {}) | folded
