"""The templates of pages: HTML that is filled in. No library for notebooks is needed for it."""

from functools import cache
from pathlib import Path

import jinja2

from plgkit.widgets.policy import policy

TEMPLATES = Path(__file__).with_name("templates")


def template(name: str) -> jinja2.Template:
    """A template of this folder; whatever it renders is text, unless the template says otherwise.

    Parameters
    ----------
    name : str
        Its file, such as page.html.

    Returns
    -------
    jinja2.Template
    """
    return _templates().get_template(name)


@cache
def _templates() -> jinja2.Environment:
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True)
    templates.globals["policy"] = policy
    return templates
