"""The first page of a folder of handouts: every lesson with its picture, every team with its files."""

from __future__ import annotations

import base64
from collections.abc import Collection
from typing import TYPE_CHECKING

from plgkit.charts import vegalite
from plgkit.course.catalogue import material
from plgkit.course.material import Handout, Material
from plgkit.workshop.build.guide import render

if TYPE_CHECKING:
    from plgkit.workshop.plan.plan import Plan

GUIDE = "guide.html"
"""The file of the facilitator's guide, beside the index."""


def index_page(plan: Plan, done: Collection[str]) -> str:
    """The index as one page of HTML that needs nothing else.

    Parameters
    ----------
    plan : Plan
        The workshop.
    done : collection of str
        The names of the pieces that were made; the others are shown as missing.

    Returns
    -------
    str
    """
    lessons = []
    for lesson in plan.lessons:
        content = material(lesson.slug)
        pieces = [piece for piece in plan.pieces() if piece.lesson == lesson.slug]
        rows = {team.name.strip(): [p for p in pieces if p.team == team.name.strip()] for team in plan.teams}
        lessons.append({"material": content, "minutes": lesson.duration, "picture": picture(content), "rows": rows})
    return render("handouts.html", plan=plan, lessons=lessons, done=set(done), guide=GUIDE)


def picture(lesson: Handout) -> dict[str, str] | None:
    """What a lesson's first explorer shows at its default.

    Parameters
    ----------
    lesson : Handout

    Returns
    -------
    dict or None
        `png`, in base64, and its `description`; a test has no picture.
    """
    if not isinstance(lesson, Material):
        return None
    spec, columns = vegalite.split(lesson.idea().chart())
    still = vegalite.png(vegalite.joined(spec, columns))
    return {"png": base64.b64encode(still).decode(), "description": spec.get("description", "")}
