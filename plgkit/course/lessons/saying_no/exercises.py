"""A team's own numbers: a plan that takes years to pay, and one whose cash runs out in month nine of twelve."""

import math
from dataclasses import dataclass
from functools import cache, cached_property
from types import SimpleNamespace

import numpy as np
import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.course.questions.distinct import are_apart
from plgkit.ideas.saying_no import SayingNo
from plgkit.models import words
from plgkit.models.saying_no import LONGEST, advantage
from plgkit.support.errors import Refused

ROUNDED = 0.015
"""What rounding the numbers in a question may change, as a share."""
WAYS = ("finance", "stage", "bridge")
HOUR = 0.08
"""What one hour of the agency is counted at, in thousands."""
IN_TIME, TOO_LATE = 8, 10
"""The month after which a first part can be sold: before the cash runs out, or not."""


def vary(generator, setting) -> SimpleNamespace:
    """A plan of the team's own, and one whose cash runs out in month nine."""
    years = break_even_years(setting.idea)
    if not 2 <= years <= LONGEST:
        when = "at once" if years < 2 else "only after " + words.count(years, "year") if years < 1e6 else "never"
        raise Refused(
            f"saying-no: with these numbers the product overtakes custom work {when}, and there is nothing to "
            f"predict; choose custom_income, build_cost, product_income, discount_rate or success for which it "
            f"takes 2 to {LONGEST} years"
        )
    return SimpleNamespace(plan=draw_plan(generator, setting), gap=draw_month_nine(generator, setting))


@dataclass(frozen=True)
class Plan:
    """A team's own plan: custom work against a product, over more years than it needs to break even."""

    idea: SayingNo

    @cached_property
    def numbers(self) -> dict[str, float | bool]:
        return self.idea.run().numbers

    @property
    def given_up(self) -> float:
        """What refusing costs in the first year."""
        return self.idea.build_cost + self.idea.custom_income

    @property
    def gained(self) -> float:
        """What a product that works brings more than custom work, in each later year."""
        return self.idea.product_income - self.idea.custom_income

    @cached_property
    def break_even(self) -> int:
        return int(self.idea.changed(success=1.0).run().numbers["break_even_years"])

    @property
    def undiscounted(self) -> int:
        """The break-even for somebody who counts later money as if it came today."""
        return 1 + math.ceil(self.given_up / self.gained)

    @property
    def for_free(self) -> int:
        """The break-even for somebody who forgets the custom work that is turned down."""
        return years_worth(self.idea.build_cost / self.idea.product_income, self.idea.discount_rate)

    @property
    def after_the_first(self) -> int:
        """The break-even for somebody who leaves the year of building out of the count."""
        return self.break_even - 1

    @cached_property
    def failed(self) -> float:
        """What a product that fails is worth today."""
        return float(self.idea.changed(success=0.0).run().numbers["npv_product"])

    @cached_property
    def working(self) -> float:
        """What a product that works is worth today."""
        return float(self.idea.changed(success=1.0).run().numbers["npv_product"])

    @property
    def if_failure_is_zero(self) -> float:
        """The chance needed for somebody who takes a failed product to be worth nothing."""
        return self.numbers["npv_custom"] / self.working

    def in_words(self) -> dict[str, str]:
        """Its numbers as words, by the names under which the lesson's texts use them."""
        idea, numbers, rate = self.idea, self.numbers, self.idea.discount_rate
        amounts = {
            "given_up": self.given_up,
            "gained": self.gained,
            "custom": numbers["npv_custom"],
            "works": self.working,
            "fails": self.failed,
            "gain": self.working - self.failed,
            "short": numbers["npv_custom"] - self.failed,
        }
        custom, build, product = (
            idea.money(amount, 4) for amount in (idea.custom_income, idea.build_cost, idea.product_income)
        )
        likely = range(self.for_free, self.break_even + 2)
        return {name: idea.money(amount, 4) for name, amount in amounts.items()} | {
            "plan": (
                f"Custom work leaves {custom} a year. Building costs {build} in the first year, in which you take no "
                f"custom work; from the second year on the product earns {product} a year, and you take no custom "
                f"work either. The discount rate is {words.percent(rate)}."
            ),
            "worth": ", ".join(f"{words.number(worth(years, rate))} if {years} years count" for years in likely),
            "ratio": words.number(self.given_up / self.gained),
            "break_even": str(self.break_even),
            "years": str(idea.years),
            "needed": words.percent(numbers["success_needed"]),
        }

    @property
    def is_clear(self) -> bool:
        """Whether both of its questions have one answer, far enough from every foreseeable mistake."""
        # Plain numbers first: drawing a plan takes many tries, and running the idea makes tables.
        if self.gained <= 0:
            return False
        ratio, rate = self.given_up / self.gained, self.idea.discount_rate
        first = years_worth(ratio, rate)
        if not 6 <= first <= self.idea.years or len({first, first - 1, self.undiscounted, self.for_free}) < 4:
            return False
        if not worth(first - 1, rate) * (1 + ROUNDED) < ratio < worth(first, rate) * (1 - ROUNDED):
            return False
        needed = self.numbers["success_needed"]
        chances = [needed, 1 - needed, 0.5, self.if_failure_is_zero]
        return 0.55 < needed < 0.95 and are_apart(chances)


def worth(years: int, rate: float) -> float:
    """What 1 a year, paid in every year after the first of `years`, is worth today."""
    return float(sum((1 + rate) ** -year for year in range(1, years)))


def years_worth(ratio: float, rate: float) -> int:
    """The least number of years for which `worth` reaches `ratio`."""
    return next((years for years in range(1, 10 * LONGEST) if worth(years, rate) >= ratio - 1e-12), 10 * LONGEST)


def draw_plan(generator: np.random.Generator, setting) -> Plan:
    """A plan with round numbers, in the setting's money."""
    while True:
        custom, build, product = 5 * generator.integers([4, 20, 10], [13, 61, 33])
        rate = generator.choice([0.08, 0.10, 0.12, 0.15])
        years = int(generator.integers(8, 15))
        scale = setting.idea.scale
        custom, build, product = (float(value * scale) for value in (custom, build, product))
        plan = Plan(
            SayingNo(
                currency=setting.currency,
                scale=scale,
                years=years,
                discount_rate=rate,
                custom_income=custom,
                build_cost=build,
                product_income=product,
            )
        )
        if plan.is_clear:
            return plan


@dataclass(frozen=True)
class MonthNine:
    """A good plan whose cash runs out in month nine of twelve, and three ways on. One of them is enough.

    Amounts are in the money of the setting's `idea`. `value` is what the plan is worth more than custom work, `job` a
    deal of the ledger, `stage` the month after which a first part is ready.
    """

    idea: SayingNo
    monthly: float
    cash: float
    value: float
    loan: float
    stage: int
    job: "Job"
    right: str

    @property
    def missing(self) -> float:
        return 12 * self.monthly - self.cash

    @property
    def missing_in_month_nine(self) -> float:
        return 9 * self.monthly - self.cash

    @property
    def missing_without_month_nine(self) -> float:
        return 3 * self.monthly

    def in_words(self) -> dict[str, str]:
        """Its numbers as words, by the names under which the lesson's texts use them."""
        job = self.job
        amounts = {
            "monthly": self.monthly,
            "cash": self.cash,
            "missing": self.missing,
            "twelve": 12 * self.monthly,
            "loan": self.loan,
            "stage_costs": self.stage * self.monthly,
            "revenue": job.revenue,
            "costs": job.revenue - job.margin,
            "left": job.margin,
            "hundred": 100 * (job.revenue - job.margin) / job.hours,
        }
        texts = {name: self.idea.money(amount, 4) for name, amount in amounts.items()}
        return texts | {
            "plan": (
                f"The agency builds a smaller product in twelve months, for {texts['monthly']} a month. There is "
                f"{texts['cash']} in the bank, and nothing comes in before month thirteen. Over eight years the plan "
                f"is worth {self.idea.money(self.value)} more today than custom work. But the cash runs "
                "out in month nine."
            ),
            "deal": job.deal,
            "customer": job.customer,
            "hours": str(job.hours),
            "how": "mostly by reusing what exists" if job.reused else "all of it built to order",
            "stage": words.small(self.stage),
            "empty": str(int((self.cash + self.loan) // self.monthly) + 1),
        }


@dataclass(frozen=True)
class Job:
    """A deal of the ledger as one job."""

    deal: str
    customer: str
    hours: int
    revenue: float
    margin: float
    reused: bool


@cache
def jobs() -> pd.DataFrame:
    """The ledger deal by deal, in thousands: hours, revenue, what is left, and whether three parts were reused."""
    lines = load("deals")
    lines = lines.assign(again=lines["way"] == "reused", anew=lines["way"] == "to order")
    deals = lines.groupby(["deal", "customer"], as_index=False).agg(
        hours=("hours", "sum"), revenue=("revenue", "sum"), reused=("again", "sum"), to_order=("anew", "all")
    )
    deals["revenue"] /= 1000
    deals["margin"] = deals["revenue"] - HOUR * deals["hours"]
    return deals.assign(reused=deals["reused"] >= 3)


def draw_month_nine(generator: np.random.Generator, setting) -> MonthNine:
    """A plan of twelve months, and three ways on of which one is enough."""
    scale, deals = setting.idea.scale, jobs()
    monthly = float(generator.integers(13, 19) / 2)
    cash = round((8 + int(generator.integers(2, 9)) / 10) * monthly, 1)
    missing = 12 * monthly - cash
    right = WAYS[generator.integers(len(WAYS))]
    enough = deals["margin"] > 1.15 * missing
    tempting = (deals["margin"] < 0.85 * missing) & (deals["revenue"] > 1.15 * missing)
    fit = deals[deals["reused"] & enough if right == "bridge" else deals["to_order"] & tempting]
    job = fit.iloc[generator.integers(len(fit))]
    share = generator.choice([1.1, 1.15, 1.2]) if right == "finance" else generator.choice([0.7, 0.75, 0.8])
    plan = SayingNo(years=8, custom_income=20, build_cost=12 * monthly, product_income=60).run().numbers
    return MonthNine(
        idea=setting.idea,
        monthly=monthly * scale,
        cash=cash * scale,
        value=advantage(plan) * scale,
        loan=float(round(missing * share) * scale),
        stage=IN_TIME if right == "stage" else TOO_LATE,
        job=Job(
            job.deal, job.customer, int(job.hours), float(job.revenue * scale), float(job.margin * scale), job.reused
        ),
        right=right,
    )


def break_even_years(idea: SayingNo) -> float:
    return idea.run().numbers["break_even_years"]
