"""The front end's styles as text, with the colours in front of them: `theme.COLOURS` says what those are."""

from functools import cache

from plgkit.charts import theme
from plgkit.support import folders

DARK_HOSTS = '[data-jp-theme-light="false"] .plg, .vscode-dark .plg, html[theme="dark"] .plg'
"""Parts in the dark theme of JupyterLab, Notebook and Voilà, of VS Code, of Colab."""


@cache
def page_styles(*names: str) -> str:
    """Style sheets for a page, which is dark where the reader's screen is.

    Parameters
    ----------
    *names : str
        Files in `static/`.

    Returns
    -------
    str

    Examples
    --------
    >>> page_styles("page.css").splitlines()[0][:50]
    ':root { --plg-blue: #0b6aa8; --plg-orange: #c2410c'
    """
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_properties(1)} }} }}"
    return "\n".join([f":root {{ {_properties(0)} }}", dark, _pictures(), *map(_read, names)])


@cache
def notebook_styles() -> str:
    """The parts' style sheet for a notebook: dark where the notebook is, whatever the screen.

    Returns
    -------
    str
    """
    dark = f"@media screen {{ {DARK_HOSTS} {{ color-scheme: dark; {_properties(1)} }} }}"
    return "\n".join([f".plg {{ color-scheme: light; {_properties(0)} }}", dark, _pictures(), _read("plgkit.css")])


def _read(name: str) -> str:
    return (folders.static() / name).read_text("utf-8")


def _properties(dark: int) -> str:
    """Every colour as a property of its name."""
    return " ".join(f"--plg-{name}: {pair[dark]};" for name, pair in theme.COLOURS.items())


def _pictures() -> str:
    """Pictures are SVG in the colours of paper: here each becomes its property, and follows the screen.

    So no picture is drawn again when the screen turns dark, and none is dark on paper.
    """
    names = {pair[0]: name for name, pair in reversed(theme.COLOURS.items())}
    return "\n".join(
        f'.plg-canvas [{key}="{colour}"], .plg-still [{key}="{colour}"] {{ {key}: var(--plg-{name}); }}'
        for colour, name in names.items()
        for key in ("fill", "stroke")
    )
