"""The case `experiments`: what each test lets one say, and a picture of how many wins are false."""

from functools import cache
from itertools import pairwise, product
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.special import ndtr

from plgkit import words
from plgkit.cases import load
from plgkit.ideas.feature_factory import FeatureFactory
from plgkit.look import BLUE, INK, ORANGE, alt, dress, predicted

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

APART = 0.06
"""Two foreseeable answers differ by at least this share, so that each has one reading."""

SIZES = (200, 400, 600, 800, 1000)
WORKS = (0.05, 0.06, 0.08, 0.10, 0.15, 0.20)
POWERS = (0.5, 0.6, 0.7, 0.8, 0.9)


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
        p=2 * ndtr(-abs(z)),
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


class Team(NamedTuple):
    """A team's tests: how many, how many of its ideas work, how many of those a test finds, and the level."""

    tests: int
    works: float
    power: float
    alpha: float

    @property
    def real(self) -> float:
        """Real wins."""
        return self.tests * self.works * self.power

    @property
    def false(self) -> float:
        """Wins with nothing behind them: half of the false alarms, the other half look like losses."""
        return self.tests * (1 - self.works) * self.alpha / 2

    @property
    def share(self) -> float:
        """The share of wins that are false."""
        return self.false / (self.false + self.real)

    @property
    def slips(self) -> dict[str, float]:
        """What somebody who thinks in a certain wrong way finds instead, as shares."""
        both = 2 * self.false
        return {
            "level-is-answer": self.alpha,
            "both-sides": both / (both + self.real),
            "real-for-false": 1 - self.share,
            "before-any-test": 1 - self.works,
            "of-all-tests": self.false / self.tests,
        }

    @property
    def is_clear(self) -> bool:
        values = sorted([self.share, *self.slips.values()])
        return values[0] > 0 and all(high / low > 1 + APART for low, high in pairwise(values))


def clear_teams(alpha: float) -> list[Team]:
    """Every team that tests at this level and leaves one reading for each foreseeable answer."""
    every = (Team(*numbers, alpha) for numbers in product(SIZES, WORKS, POWERS))
    return [team for team in every if team.is_clear]


def false_wins_chart(idea: FeatureFactory) -> alt.LayerChart:
    """Of 100 wins, how many are false, by the share of ideas that work; with room for a prediction."""
    own = idea.run().numbers["false_win_share"]
    shares = np.unique(np.append(np.arange(1, 51) / 100, idea.win_rate))
    promised = 100 * idea.alpha
    false = [idea.changed(win_rate=float(share)).run().numbers["false_win_share"] for share in shares]
    rows = [("curve", 100 * share, 100 * value, "") for share, value in zip(shares, false, strict=True)]
    rows += [
        ("promise", rows[-1][1], promised, f"the level: {words.number(promised)} of 100"),
        ("own", 100 * idea.win_rate, 100 * own, f"{words.number(100 * own, 2)} of 100 are false"),
    ]
    frame = pd.DataFrame(rows, columns=["mark", "works", "false", "label"])
    base = alt.Chart(frame).encode(
        x=alt.X("works:Q", title="of 100 ideas, how many work").scale(domainMin=0, nice=False).axis(tickCount=5),
        y=alt.Y("false:Q", title="of 100 wins, how many are false").scale(domain=[0, 100]),
    )
    curve, promise, mine = (base.transform_filter(f"datum.mark == '{mark}'") for mark in ("curve", "promise", "own"))
    level, share = promise.encode(text="label:N"), mine.encode(text="label:N")
    aside = {"align": "right", "dx": -8} if idea.win_rate > 0.3 else {"align": "left", "dx": 10}
    # Low down, its label must pass over the curve and over the level's.
    aside["dy"] = -10 if 100 * own > promised + 12 else -46
    halo = {"stroke": "white", "strokeWidth": 4}
    chart = alt.layer(
        curve.mark_line(color=BLUE, strokeWidth=3),
        promise.mark_rule(color=INK, strokeDash=[2, 3]).encode(x=alt.value(0), x2=alt.value("width")),
        level.mark_text(align="right", dy=-24, **halo),
        level.mark_text(align="right", dy=-24, color=INK),
        mine.mark_point(color=ORANGE, filled=True, opacity=1, size=110, stroke="white"),
        share.mark_text(fontWeight="bold", **aside, **halo),
        share.mark_text(color=ORANGE, fontWeight="bold", **aside),
    )
    described = (
        f"A falling line: the fewer ideas work, the more wins are false. Where {words.percent(idea.win_rate)} work, "
        f"{words.number(100 * own, 2)} of 100 wins are false."
    )
    return dress(predicted(chart, "y"), described)
