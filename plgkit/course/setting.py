"""One learner's copy of a lesson or test: its parameters, and what follows from them."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal

from plgkit.ideas.idea import Idea

Edition = Literal["attendee", "instructor", "self-study"]
SEEDS = 2**32


@dataclass(frozen=True, kw_only=True, repr=False)
class Setting:
    """One learner's copy of a lesson or test: the parameters, checked, and what follows from them.

    Attributes
    ----------
    lesson : str
        The slug of the lesson or test.
    team, seed, case, currency, scale, show_solutions, edition
        The parameters that all of them take.
    idea : Idea
        The lesson's idea with the assumptions that were set; which class that is, its lesson knows.
    own : object
        The numbers drawn for this team.
    parameters : dict
        Those that differ from the lesson's own, as they were set: with them and the team's name the setting can
        be read again.

    Examples
    --------
    >>> from plgkit.course.catalogue import material
    >>> from plgkit.course.settings import read
    >>> read(material("read-the-books"), {"team": "Ada", "churn": 0.08})
    Setting('read-the-books', team='Ada', churn=0.08)
    """

    lesson: str
    idea: Any
    team: str = field(default="you", metadata={"help": "name on the page, and seed of your own numbers"})
    seed: int = field(default=0, metadata={"help": f"another number gives other numbers, 0 to {SEEDS - 1}"})
    case: str = field(default="", metadata={"help": "the case-study dataset"})
    currency: str = field(default="$", metadata={"help": "sign or short name of the money, 1 to 4 characters"})
    scale: float = field(default=1, metadata={"help": "multiplies every amount of money, up to 1,000,000"})
    show_solutions: bool = field(default=False, metadata={"help": "show every answer, folded away"})
    edition: Edition = field(default="attendee", metadata={"help": "attendee, instructor or self-study"})
    own: Any = None
    parameters: dict[str, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Setting({self.arguments})"

    @property
    def arguments(self) -> str:
        """What opens it again, as arguments in Python."""
        parameters = {"team": self.team} | self.parameters
        return ", ".join([repr(self.lesson), *(f"{name}={value!r}" for name, value in parameters.items())])

    @property
    def variant(self) -> str:
        """A short name of everything that decides which numbers this learner sees: 8 hexadecimal digits."""
        parts = [self.lesson, self.team, self.seed, self.case, self.idea.model_dump()]
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:8]

    @property
    def solved(self) -> bool:
        """Whether the page holds the answers."""
        return self.show_solutions or self.edition != "attendee"

    def preset(self, name: str) -> Idea:
        """The lesson's idea at one of its presets, in the learner's money, whatever the instructor changed."""
        kind, scale = type(self.idea), self.idea.scale
        declared = kind.assumptions()
        values = {n: v * scale if declared[n].quantity == "money" else v for n, v in kind.presets[name].items()}
        return kind(currency=self.currency, scale=scale, nouns=self.idea.nouns, **values)
