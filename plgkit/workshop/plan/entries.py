"""What a plan lists: its lessons and its teams."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from plgkit.course.catalogue import material
from plgkit.support import names


class Checked(BaseModel):
    """What is read of a plan: frozen, and nothing beyond what is declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


class PlannedLesson(Checked):
    """One lesson of a workshop.

    Attributes
    ----------
    slug : str
        The lesson's name.
    minutes : int or None
        What it is planned for, from 1 to 600; None for the lesson's own minutes.
    pause : int
        Minutes of the break after it, up to 600.
    parameters : dict
        Parameters of the lesson, for every team.
    """

    slug: str = Field(description="the name of a lesson, such as saying-no")
    minutes: int | None = Field(None, ge=1, le=600, description="a whole number of minutes from 1 to 600")
    pause: int = Field(0, ge=0, le=600, description="a whole number of minutes from 0 to 600")
    parameters: dict[str, Any] = Field({}, description="a list of parameters, such as churn: 0.05")

    @model_validator(mode="before")
    @classmethod
    def _by_name(cls, value: Any) -> Any:
        return {"slug": value} if isinstance(value, str) else value

    @property
    def duration(self) -> int:
        """Minutes in this workshop: those planned, or the lesson's own."""
        return material(self.slug).minutes[0] if self.minutes is None else self.minutes


class Team(Checked):
    """A team, its room and what is particular to it.

    Attributes
    ----------
    name : str
        1 to 60 printable characters.
    room : str
        Where it sits.
    parameters : dict
        Parameters for this team, in every lesson that knows them.
    """

    name: str = Field(description=f"a name of 1 to {names.LONGEST} printable characters")
    room: str = Field("", max_length=names.LONGEST, description=f"a text of at most {names.LONGEST} characters")
    parameters: dict[str, Any] = Field({}, description="a list of parameters, such as churn: 0.05")

    @model_validator(mode="before")
    @classmethod
    def _by_name(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) else value
