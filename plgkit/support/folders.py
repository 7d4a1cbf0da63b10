"""Where the cases, the notebooks and the front end are: in a clone, or inside an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def in_clone() -> bool:
    """Whether the package runs out of a clone, with its data and notebooks beside it."""
    # Not by looking for "data" beside the package: in site-packages a stranger's folder may have that name.
    return (PACKAGE.parent / "pyproject.toml").is_file()


def data() -> Path:
    """The folder of the cases and their descriptor.

    Examples
    --------
    >>> data().name
    'data'
    """
    return _beside_or_inside("data")


def notebooks() -> Path:
    """The folder of the lessons' notebooks.

    Examples
    --------
    >>> notebooks().name
    'notebooks'
    """
    return _beside_or_inside("notebooks")


def static() -> Path:
    """The folder of the front end, always inside the package.

    Examples
    --------
    >>> static().parent.name, static().name
    ('widgets', 'static')
    """
    return PACKAGE / "widgets" / "static"


def _beside_or_inside(name: str) -> Path:
    return (PACKAGE.parent if in_clone() else PACKAGE) / name
