"""How many wins are real, and what good picking is worth."""

from typing import ClassVar

from plgkit.charts.labels import fitting
from plgkit.charts.picture import Table, alt
from plgkit.charts.theme import BLUE, NARROW, ORANGE
from plgkit.ideas.documents import D0, D1, D2
from plgkit.ideas.idea import Idea, Measure, Outcome, assumption
from plgkit.models import feature_factory
from plgkit.models.feature_factory import COMPARED, FALSE, REAL


class FeatureFactory(Idea):
    """A feature factory ships every idea; an outcome team picks, tests, and keeps what works.

    Its equations, with their limits and their source, stand in `plgkit.models.feature_factory`.

    Examples
    --------
    >>> round(FeatureFactory(win_rate=0.08).run().numbers["false_win_share"], 3)
    0.264
    """

    model: ClassVar = staticmethod(feature_factory.run)
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
