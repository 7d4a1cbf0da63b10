"""How many wins are real, and what good picking is worth."""

import math
from typing import ClassVar

import numpy as np
import pandas as pd
from scipy.special import ndtr, ndtri

from plgkit.charts.labels import fitting
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, NARROW, ORANGE
from plgkit.ideas.documents import D0, D1, D2
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import words

COMPARED = ((20, 0.2), (5, 0.6))
FALSE, REAL = "false", "real"
LEHR = 16
SCORE = np.arange(-170, 171) / 20
BELL = np.exp(-(SCORE**2) / 2) / np.exp(-(SCORE**2) / 2).sum()
BELOW = ndtr(SCORE)


class FeatureFactory(Idea):
    """A feature factory ships every idea; an outcome team picks, tests, and keeps what works.

    An idea's true effect is μ + σ·(its merit), merit Normal(0, 1); a test of power 1 − β at level α (two
    sides) calls winners, and a share w of the ideas, those of highest merit, works:

        value_ship_all     = μ                       value_keep_winners = E[max(effect, 0)]
        false_win_share    = (α/2)(1 − w) / ((α/2)(1 − w) + (1 − β)w)
        people_per_arm     = 16·p(1 − p)/δ²,  δ = baseline · lift
        exaggeration       = 1 + φ(z − 1)/Φ(1 − z),  z = Φ⁻¹(1 − α/2)
        best_pick          = μ + σ · validity · E[max of n standard Normals]

    Values are for one idea, in points of the outcome. Ideas that do not work are taken to change nothing.
    The 16 stands for 5 % and 80 %; for other tests it is scaled by the squared ratio of
    Φ⁻¹(1 − α/2) + Φ⁻¹(1 − β). The exaggeration is that of the estimate in a win whose true effect is as
    large as its standard error. Picking takes the best of n by a judgement that correlates with merit by
    `validity`; `pick_works` is the chance that this idea works, in place of w in `false_win_share_picked`.
    At w = 0 every win is false. All numbers are finite.

    References
    ----------
    Kohavi, Deng and Vermeer (2022) for false wins, Gelman and Carlin (2014) for exaggeration,
    Lehr (1992) for the 16, Brogden (1949) for the worth of picking.

    Examples
    --------
    >>> round(FeatureFactory(win_rate=0.08).run().numbers["false_win_share"], 3)
    0.264
    """

    claim: ClassVar = (
        "Judge teams by what changes for customers, not by how much they ship: many bets fail, so learn "
        "cheaply which ones work."
    )
    holds_when: ClassVar = (
        "Most ideas do not work and enough people pass by to test them: then shipping everything adds "
        "little, and good picking makes the wins real."
    )
    fails_when: ClassVar = (
        "There are too few people for a test to tell good from bad, the work has to be done anyway, such "
        "as compliance, or the effect arrives long after the test."
    )
    documents: ClassVar = (D2, D0, D1)
    sources: ClassVar = (
        "Kohavi, R., Deng, A. and Vermeer, L. (2022). A/B Testing Intuition Busters: Common "
        "Misunderstandings in Online Controlled Experiments. Proceedings of KDD '22.",
        "Gelman, A. and Carlin, J. (2014). Beyond Power Calculations: Assessing Type S (Sign) and Type M "
        "(Magnitude) Errors. Perspectives on Psychological Science 9(6), 641–651.",
        "Lehr, R. (1992). Sixteen S-squared over D-squared: a relation for crude sample size estimates. "
        "Statistics in Medicine 11(8), 1099–1102.",
        "Brogden, H. E. (1949). When Testing Pays Off. Personnel Psychology 2(2), 171–183.",
    )
    controls: ClassVar = ("win_rate", "ideas", "validity")
    measures: ClassVar = {
        "value_ship_all": Measure("Worth of an idea if all are shipped", "point"),
        "value_keep_winners": Measure("Worth of an idea if a perfect test decides", "point"),
        "false_win_share": Measure("False wins", "share"),
        "exaggeration": Measure("A win's estimate over a true effect of one standard error", "times"),
        "people_per_arm": Measure("People in each half of a test", "count"),
        "best_pick": Measure("Worth of the idea picked", "point"),
        "pick_works": Measure("Chance that the idea picked works", "share"),
        "false_win_share_picked": Measure("False wins among ideas picked like this", "share"),
    }
    headline: ClassVar = ("false_win_share", "false_win_share_picked", "best_pick", "people_per_arm")
    presets: ClassVar = {
        "aha": {"win_rate": 0.08},
        "poor_picking": {"ideas": 20, "validity": 0.2},
        "false": {"power": 0.1, "validity": 0.2},
    }
    table: ClassVar = Table({"name": "experiments", "says": "of 100 wins", "worth": "a pick is worth"})

    win_rate: float = assumption(
        0.10,
        "Ideas that work",
        unit="share of ideas",
        ge=0,
        le=1,
        step=0.01,
        slider=(0.01, 0.5),
        help="share of all ideas that truly improve the outcome",
    )
    ideas: int = assumption(
        20,
        "Ideas to choose from",
        unit="ideas",
        ge=1,
        le=50,
        step=1,
        help="how many ideas are compared before one is picked",
    )
    validity: float = assumption(
        0.6,
        "Validity of picking",
        unit="correlation",
        ge=0,
        le=1,
        step=0.05,
        help="how closely the judgement of an idea follows its merit: 0 is a lottery, 1 never errs",
    )
    effect_mean: float = assumption(
        0,
        "Effect of the average idea",
        unit="points",
        ge=-10,
        le=10,
        step=0.1,
        slider=(-2, 2),
        help="true effect of an average idea on the outcome",
    )
    effect_sd: float = assumption(
        1,
        "Spread of effects",
        unit="points",
        ge=0,
        le=10,
        step=0.1,
        slider=(0, 3),
        help="standard deviation of the true effects of ideas",
    )
    alpha: float = assumption(
        0.05,
        "Significance level",
        unit="share of tests",
        ge=0.001,
        le=0.2,
        step=0.005,
        slider=(0.005, 0.2),
        help="how often a test of an idea without effect is significant, win or loss",
    )
    power: float = assumption(
        0.8,
        "Power",
        unit="share of tests",
        ge=0.1,
        le=0.99,
        step=0.05,
        slider=(0.1, 0.95),
        help="how often a test of an idea that works calls it a win; little traffic means low power",
    )
    baseline: float = assumption(
        0.04,
        "Conversion before",
        unit="share of people",
        ge=0.001,
        le=0.5,
        step=0.005,
        slider=(0.005, 0.5),
        help="share of people who convert without the idea",
    )
    lift: float = assumption(
        0.10,
        "Lift to be found",
        unit="share of the conversion before",
        ge=0.01,
        le=1,
        step=0.01,
        help="the relative improvement that a test should be able to find",
    )

    def run(self) -> Outcome:
        ratio = self.effect_mean / self.effect_sd if self.effect_sd > 1e-9 else math.inf
        winners = float(max(self.effect_mean, 0))
        if abs(ratio) < 40:
            winners = self.effect_mean * float(ndtr(ratio)) + self.effect_sd * bell(ratio)
        critical = -float(ndtri(self.alpha / 2))
        reach = (critical + float(ndtri(self.power))) / float(ndtri(0.975) + ndtri(0.8))
        spread = self.baseline * (1 - self.baseline) / (self.baseline * self.lift) ** 2
        works, false, best = self._picked(self.ideas, self.validity)
        numbers = {
            "value_ship_all": float(self.effect_mean),
            "value_keep_winners": winners,
            "false_win_share": self._false(self.win_rate),
            "exaggeration": 1 + bell(critical - 1) / float(ndtr(1 - critical)),
            "people_per_arm": LEHR * reach**2 * spread,
            "best_pick": best,
            "pick_works": works,
            "false_win_share_picked": false,
        }
        return Outcome(self._frame(numbers), numbers, self._sentence(numbers))

    def _false(self, works: float) -> float:
        """The share of wins that are false among ideas of which a share `works`."""
        false = self.alpha / 2 * (1 - works)
        return false / (false + self.power * works)

    def _picked(self, ideas: int, validity: float) -> tuple[float, float, float]:
        """Of the best of `ideas`: its chance to work, the share of false wins, its worth."""
        works = chance_to_work(ideas, validity, self.win_rate)
        return works, self._false(works), self.effect_mean + self.effect_sd * validity * expected_best(ideas)

    def _frame(self, numbers: dict[str, float]) -> pd.DataFrame:
        compared = [
            ("ideas as they come", numbers["false_win_share"], numbers["value_ship_all"]),
            *((f"best of {n}, validity {v}", *self._picked(n, v)[1:]) for n, v in COMPARED),
            (
                f"best of {self.ideas}, validity {words.number(self.validity)}",
                numbers["false_win_share_picked"],
                numbers["best_pick"],
            ),
        ]
        names, false, worth = zip(*compared, strict=True)
        split = 100 * np.array(false)
        hundreds = [of_hundred(share) for share in split]
        columns = {
            "row": [*range(len(names))] * 2,
            "series": [FALSE] * len(names) + [REAL] * len(names),
            "start": [*np.zeros(len(names)), *split],
            "end": [*split, *np.full(len(names), 100.0)],
            "says": [f"{false} false" for false, _ in hundreds] + [f"{real} real" for _, real in hundreds],
            "name": [*names] * 2,
            "worth": [f"worth {points(value)}" for value in worth] * 2,
        }
        return pd.DataFrame(columns)

    def _sentence(self, numbers: dict[str, float]) -> str:
        false, picked = numbers["false_win_share"], numbers["false_win_share_picked"]
        if self.win_rate in (0, 1):
            begin = "No idea works: every win is false." if false else "Every idea works: no win is false."
        else:
            rate, power = words.percent(self.win_rate), words.percent(self.power)
            share = f"{words.percent(false, 2)} of its wins are false"
            share = f"most of its wins are false, {words.percent(false, 2)}" if false > 0.5 else share
            begin = f"If {rate} of the ideas work and a test finds {power} of those, {share}."
        worth = points(numbers["best_pick"])
        validity = words.number(self.validity)
        if self.ideas == 1:
            return f"{begin} With one idea there is nothing to pick: it is worth {worth}."
        if not self.validity:
            return f"{begin} Picking with validity 0 is a lottery: the idea picked is worth {worth}."
        rest = f", and {words.percent(picked, 2)} of the wins of such picks are false"
        rest = "" if self.win_rate in (0, 1) else rest
        best = f"The best of {self.ideas} ideas, picked with validity {validity}, is worth {worth}"
        return f"{begin} {best}{rest}."

    def picture(self, outcome: Outcome) -> alt.LayerChart:
        last = len(COMPARED) + 1
        base = alt.Chart(outcome.frame).encode(
            y=alt.Y("row:O", axis=None).scale(domain=list(range(last + 1)), paddingInner=0.55, paddingOuter=0.45)
        )
        false, real = (base.transform_filter(f"datum.series == '{series}'") for series in (FALSE, REAL))
        x = alt.X("start:Q", title="of 100 wins that tests announce")
        x = x.scale(domain=[0, 100], nice=False).axis(tickCount=5)
        heading = {"dy": -25, "fontSize": fitting(13, 12)}
        heading["fontWeight"] = {"expr": f"datum.row == {last} ? 'bold' : 'normal'"}
        inside = f"datum.end > ({NARROW} ? 48 : 70)"
        return alt.layer(
            real.mark_bar(color=BLUE, opacity=0.2).encode(x=x, x2="end:Q"),
            false.mark_bar(color=ORANGE).encode(x=x, x2="end:Q"),
            false.mark_text(align="left", **heading).encode(x=alt.datum(0), text="name:N"),
            false.mark_text(align="right", **heading).encode(x=alt.datum(100), text="worth:N"),
            false.mark_text(
                align={"expr": f"{inside} ? 'right' : 'left'"},
                dx={"expr": f"{inside} ? -6 : 6"},
                color={"expr": f"{inside} ? 'white' : '{ORANGE}'"},
                fontWeight="bold",
            ).encode(x="end:Q", text="says:N"),
            real.transform_filter("datum.start < 85")
            .mark_text(align="right", dx=-6, color=BLUE, fontWeight="bold")
            .encode(x=alt.datum(100), text="says:N"),
        )


def bell(x: float) -> float:
    """The standard Normal density."""
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi)


def pick_density(ideas: int) -> np.ndarray:
    """How likely each score of `SCORE` is for the best of `ideas`; adds up to 1."""
    return ideas * BELL * BELOW ** (ideas - 1)


def expected_best(ideas: int) -> float:
    """The expected largest of `ideas` standard Normals."""
    density = pick_density(ideas)
    # By pairs x and −x, so that it is exactly 0 for one idea.
    return float((density - density[::-1])[len(SCORE) // 2 :] @ SCORE[len(SCORE) // 2 :])


def chance_to_work(ideas: int, validity: float, win_rate: float) -> float:
    """The chance that the best of `ideas` by judgement is among the `win_rate` of highest merit."""
    bar = -float(ndtri(win_rate))
    noise = math.sqrt(1 - validity**2)
    # Of judgement and the rest of merit, sum over the one that leaves the smoother integrand.
    if validity < noise:
        works = pick_density(ideas) @ ndtr((validity * SCORE - bar) / noise)
    else:
        works = (1 - ndtr((bar - noise * SCORE) / validity) ** ideas) @ BELL
    return min(1.0, max(0.0, float(works)))


def points(worth: float) -> str:
    """A worth in points of the outcome."""
    return words.count(round(worth, 2), "point")


def of_hundred(false: float) -> tuple[str, str]:
    """So many false and so many real wins of 100, with the decimals that the smaller needs.

    Examples
    --------
    >>> of_hundred(21.95), of_hundred(0.33)
    (('22', '78'), ('0.3', '99.7'))
    """
    smaller = min(false, 100 - false)
    places = 0 if smaller >= 0.95 or smaller < 0.005 else 1 if smaller >= 0.095 else 2
    rounded = round(false, places)
    return f"{rounded:.{places}f}", f"{100 - rounded:.{places}f}"
