"""The case `experiments`: what each test lets one say, as cards to sort."""

from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.course.questions import Card
from plgkit.ideas.feature_factory import FeatureFactory
from plgkit.models import words
from plgkit.models.numerics import normal_below

WIN, NO_GAIN, NOT_YET, BROKEN = range(4)
PILES = (
    "trust: a win",
    "trust: no gain of a tenth",
    "do not trust yet",
    "broken",
)
SPLIT = 3.3
"""Square roots of all people by which halves rarely differ: by chance once in a thousand tests."""
HUGE = 0.5
"""A lift above this is first taken for a mistake."""
STRICT = 0.005
"""The level below which a single win is trusted here (Benjamin and others 2018)."""
WORTH = 0.10
"""The gain that is worth finding: a tenth of what was there before."""
SIGMAS = 1.959964
DRAWN = {WIN: 2, NO_GAIN: 2, NOT_YET: 2, BROKEN: 2}
"""Tests of each kind that a learner reads: eight."""
USUAL = FeatureFactory(win_rate=1 / 8)
"""What the reasons reckon with: one idea in eight works, tests find 80 % of those at the usual level."""


@cache
def readings() -> pd.DataFrame:
    """The sixty tests with what follows from their counts.

    Added columns: `before` and `after` (shares that converted), `lift` (relative) with its 95 % interval
    `low` to `high`, `p` (two sides), `apart` and `allowed` (people between the arms, and how many chance
    explains), `needed` (people in each arm to find a gain of a tenth), `pile`, and `clear`, whether it lies
    well inside its pile.
    """
    frame = load("experiments")
    people = [frame[f"people_{arm}"].to_numpy(float) for arm in ("control", "variant")]
    counts = [frame[f"conversions_{arm}"].to_numpy(float) for arm in ("control", "variant")]
    before, after = (count / n for count, n in zip(counts, people, strict=True))
    both = sum(counts) / sum(people)
    z = (after - before) / np.sqrt(both * (1 - both) * (1 / people[0] + 1 / people[1]))
    spread = SIGMAS * np.sqrt((1 - before) / counts[0] + (1 - after) / counts[1])
    frame = frame.assign(
        before=before,
        after=after,
        lift=after / before - 1,
        low=after / before * np.exp(-spread) - 1,
        high=after / before * np.exp(spread) - 1,
        p=[2 * normal_below(-abs(value)) for value in z],
        apart=abs(people[1] - people[0]).astype(int),
        allowed=SPLIT * np.sqrt(sum(people)),
        needed=16 * (1 - before) / before / WORTH**2,
    )
    broken = (frame["apart"] > frame["allowed"]) | (frame["lift"] > HUGE)
    win = (frame["p"] < STRICT) & (frame["lift"] > 0)
    piles = np.select([broken, win, frame["high"] < WORTH], [BROKEN, WIN, NO_GAIN], NOT_YET)
    return frame.assign(pile=piles, clear=_clear(frame, broken))


def _clear(frame: pd.DataFrame, broken: pd.Series) -> pd.Series:
    """Whether a learner who reads rightly can find one pile only."""
    fair = frame["apart"] < 0.85 * frame["allowed"]
    win = (frame["p"] < 0.8 * STRICT) & (frame["lift"] > 0)
    chance = frame["p"] > 0.1
    no_gain = chance & (frame["high"] < 0.95 * WORTH)
    few = frame[["people_control", "people_variant"]].max(axis=1) < frame["needed"]
    wide = chance & few & (frame["high"] > 1.2 * WORTH)
    weak = frame["p"].between(1.2 * STRICT, 0.045) & (frame["lift"] > 0) & (frame["high"] > WORTH)
    return broken | (fair & (win | no_gain | wide | weak))


def eight(generator: np.random.Generator) -> list:
    """Eight tests to read, shuffled, two of each kind; a weak win among those that show too little."""
    chosen = []
    for pile, count in DRAWN.items():
        rows = [row for row in readings().itertuples() if row.pile == pile and row.clear]
        rows = [rows[place] for place in generator.permutation(len(rows))]
        if pile == NOT_YET:
            rows.sort(key=is_weak_win, reverse=True)
            rows = [*rows[:1], *(row for row in rows[1:] if not is_weak_win(row))]
        chosen += rows[:count]
    return [chosen[place] for place in generator.permutation(len(chosen))]


def is_weak_win(row) -> bool:
    """Whether it passes the usual 5 % and no more."""
    return row.lift > 0 and STRICT < row.p < 0.05


def card(row: Any) -> Card:
    """A test with its figures, its pile, and why it lies there."""
    return Card(_told(row), row.pile, f"{_read(row)} {_planted(row)}")


def _told(row: Any) -> str:
    counts = [
        f"{words.number(getattr(row, f'conversions_{arm}'), 9)} of {words.number(getattr(row, f'people_{arm}'), 9)}"
        for arm in ("control", "variant")
    ]
    span = f"{_signed(row.low)} to {_signed(row.high)}"
    return (
        f"{row.experiment}, {row.team}: {row.change}. Counted: {row.measure}. Without it {counts[0]} "
        f"({words.percent(row.before)}), with it {counts[1]} ({words.percent(row.after)}). Relative change "
        f"{_signed(row.lift)} (95% interval {span}), {_p(row.p)}."
    )


def _signed(share: float) -> str:
    sign = "+" if share > 0 else ""
    return f"{sign}{words.number(round(100 * share, 1))}%"


def _p(value: float) -> str:
    return "p < 0.0001" if value < 0.0001 else f"p = {words.number(value, 2)}"


def _planted(row: Any) -> str:
    """What the generator of the case planted, which nobody can know of a real test."""
    if isinstance(row.fault, str):
        return f"(What was planted: {row.fault}; the change itself has no effect.)"
    if not row.true_lift:
        return "(What was planted: no effect.)"
    return f"(What was planted: a true change of {_signed(row.true_lift)}.)"


def _read(row: Any) -> str:
    level, total = words.number(STRICT), words.number(row.people_control + row.people_variant, 9)
    if row.pile == BROKEN and row.apart > row.allowed:
        return (
            f"The halves differ by {words.number(row.apart, 9)} people. With {total} people chance alone explains "
            f"about {words.number(row.allowed)}. People are missing from one half: find out which, before you read on."
        )
    if row.pile == BROKEN:
        return (
            f"A change of {_signed(row.lift)} is too good: above {words.percent(HUGE)}, look for a mistake in the "
            "counting first. The more surprising a figure, the likelier it is wrong (Twyman's law)."
        )
    if row.pile == WIN:
        strict = USUAL.changed(alpha=STRICT).run().numbers["false_win_share"]
        return (
            f"The halves are as planned, the size is believable, and p is below {level}. Where one idea in eight works "
            f"and tests at this level find {words.percent(USUAL.power)} of them, {words.number(100 * strict, 2)} of "
            "100 such wins are false. The estimate may still be too high."
        )
    if row.pile == NO_GAIN:
        return (
            f"The whole interval lies below {_signed(WORTH)}: a gain of a tenth is ruled out. That is a result. It "
            "saved the cost of shipping; write it down."
        )
    if is_weak_win(row):
        usual = USUAL.run().numbers["false_win_share"]
        return (
            f"A p between {level} and 0.05 is weak where few ideas work: where one in eight does, "
            f"{words.number(100 * usual, 2)} of 100 wins at 0.05 are false even with tests that find most of what "
            "works, and those between are the weakest. Test again."
        )
    return (
        f"The interval holds no effect and a gain of more than a tenth. To find a gain of a tenth it takes about "
        f"{words.number(row.needed, 2)} people in each half. Nothing is shown, neither way: collect more, or stop and "
        "say so."
    )
