"""The first page of a folder of handouts: every lesson with its picture, every team with its files."""

from __future__ import annotations

import base64
from collections.abc import Collection
from typing import TYPE_CHECKING

from plgkit.charts import theme
from plgkit.course.material import Material, material
from plgkit.workshop.build.guide import render

if TYPE_CHECKING:
    from plgkit.workshop.plan.plan import Plan

GUIDE = "guide.html"
"""The file of the facilitator's guide, beside the index."""


def index_page(plan: Plan, done: Collection[str]) -> str:
    """The index as one page of HTML that needs nothing else.

    Args:
        plan: the workshop.
        done: the names of the pieces that were made; the others are shown as missing.
    """
    lessons = []
    for lesson in plan.lessons:
        found = material(lesson.slug)
        pieces = [piece for piece in plan.pieces() if piece.lesson == lesson.slug]
        rows = {team.name.strip(): [p for p in pieces if p.team == team.name.strip()] for team in plan.teams}
        lessons.append({"material": found, "minutes": lesson.duration, "picture": picture(found), "rows": rows})
    return render("handouts.html", plan=plan, lessons=lessons, done=set(done), guide=GUIDE)


def picture(lesson: Material) -> dict[str, str] | None:
    """What a lesson's first explorer shows at its default, as PNG in base64, with its description; a test has none."""
    if not lesson.views:
        return None
    spec, columns = theme.split(lesson.idea().chart())
    still = theme.png(theme.joined(spec, columns))
    return {"png": base64.b64encode(still).decode(), "description": spec.get("description", "")}
