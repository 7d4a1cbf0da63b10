"""Pictures as Vega-Lite: without their rows, joined to them, as PNG or SVG, and as outputs of a cell."""

from typing import Any, Protocol

from plgkit.charts.labels import fold_titles
from plgkit.charts.theme import CONFIG

ROWS = "outcome"
"""The name of the one table that a picture draws: whoever moves a slider swaps its rows."""

V5_MIME = "application/vnd.vegalite.v5+json"
V5_SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"


class Drawable(Protocol):
    """A chart, whatever library made it."""

    def to_dict(self, validate: bool = True) -> dict[str, Any]:
        """The chart as Vega-Lite."""
        ...


def spec(chart: Drawable) -> dict:
    """The chart as Vega-Lite without its rows: they are to be given under the name `ROWS`."""
    return split(chart)[0]


def split(chart: Drawable) -> tuple[dict, dict[str, list]]:
    """The chart as Vega-Lite without its rows, and its rows as columns.

    Parameters
    ----------
    chart : altair.LayerChart
        It draws one table. A second one, named in the chart itself, may be left for whoever draws it to fill.

    Returns
    -------
    spec : dict
        The specification; its data is the table named `ROWS`.
    columns : dict of list
        The rows, by column.

    Raises
    ------
    TypeError
        The chart draws no table, or several.
    """
    spec = chart.to_dict(validate=False)  # each picture is checked by a test: that takes as long as making it
    spec.pop("$schema", None)
    tables = spec.pop("datasets", {})
    if len(tables) != 1:
        raise TypeError(f"a picture draws one table, this one draws {len(tables)}")
    ((name, rows),) = tables.items()
    for layer in (spec, *spec.get("layer", [])):
        if layer.get("data", {}).get("name") == name:
            del layer["data"]
    spec["data"] = {"name": ROWS}
    fold_titles(spec, (CONFIG | spec.get("config", {}))["axisY"]["titleY"])
    return spec, {column: [row[column] for row in rows] for column in rows[0]}


def joined(spec: dict, columns: dict[str, list]) -> dict:
    """A picture with its rows, for readers that draw it once; every other table stays empty.

    Examples
    --------
    >>> joined({"mark": "point"}, {"x": [0, 1]})
    {'mark': 'point', 'datasets': {'outcome': [{'x': 0}, {'x': 1}]}}
    """
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return spec | {"datasets": {ROWS: rows} | spec.get("datasets", {})}


def png(spec: dict, scale: float = 1) -> bytes:
    """A Vega-Lite specification as a picture, drawn as JupyterLab's own version of Vega-Lite would draw it."""
    import vl_convert

    return vl_convert.vegalite_to_png({**spec, "$schema": V5_SCHEMA}, vl_version="5.8", scale=scale)


def svg(spec: dict) -> str:
    """The same picture as SVG, about a tenth of the size, with letters that stay letters."""
    import vl_convert

    return vl_convert.vegalite_to_svg({**spec, "$schema": V5_SCHEMA}, vl_version="5.8")


def bundle(spec: dict, text: str) -> dict:
    """A Vega-Lite specification as outputs of a notebook cell.

    JupyterLab draws the version 5 bundle itself, without the internet; the text is for readers that draw nothing.

    Parameters
    ----------
    spec : dict
        The picture with its rows.
    text : str
        What it shows, in words.

    Returns
    -------
    dict
        Outputs by media type.
    """
    return {V5_MIME: {"$schema": V5_SCHEMA, **spec}, "text/plain": text}
