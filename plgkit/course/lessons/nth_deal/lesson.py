"""Lesson 6: from which deal on a product is cheaper than building to order, and what one large customer risks."""

import math

from plgkit.course.lessons.nth_deal.exercises import (
    before_reuse,
    components,
    core,
    first_cheaper,
    for_one,
    largest,
    overlap,
    sets,
    vary,
)
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Prediction, Slip
from plgkit.ideas.nth_deal import NthDeal
from plgkit.models import words
from plgkit.models.nth_deal import SHOWN, saving

LESS, MORE = 0.6, 0.15
"""How much smaller the overlap, how much larger the upkeep is in the sentences that compare."""
ANSWERS = {"core": None, "for-one": "one-customer", "largest": "size", "none": "snowflake"}
"""The answers on the core, and the misconception behind each."""


def _jobs(share: float) -> str:
    return words.count(share, "custom job")


def _situation(setting) -> str:
    idea = setting.idea
    upkeep = f", and keeping it current another {words.number(idea.upkeep)} for each deal" if idea.upkeep else ""
    covers = (
        f" All this is for the {words.percent(idea.overlap)} of the work that deals share; the rest is built to order "
        "either way."
    )
    return (
        f"Count all costs in custom jobs: a deal built to order costs 1. A build that is meant for many deals costs "
        f"{words.number(idea.build_for_reuse)}, once. Each deal that uses it, the first one included, then costs "
        f"{words.number(idea.cost_of_reuse)}{upkeep}.{covers if idea.overlap < 1 else ''}"
    )


def _why(setting) -> str:
    idea = setting.idea
    saved = 1 - idea.cost_of_reuse - idea.upkeep
    return (
        f"Building for reuse costs {_jobs(idea.build_for_reuse)} once, and each deal then saves "
        f"{words.number(saved)} of a job. {words.number(idea.build_for_reuse)} divided by {words.number(saved)} is "
        f"{words.number(idea.run().numbers['break_even_deals'])}; the next whole deal is the first one at which the "
        "product has cost less."
    )


def _saves(idea: NthDeal) -> str:
    saved = saving(idea.run().numbers)
    if not saved:
        return "saves nothing"
    return f"saves {_jobs(saved)}" if saved > 0 else f"costs {_jobs(-saved)} more"


def _compared_with(setting) -> str:
    idea = setting.idea
    unlike = idea.changed(overlap=idea.overlap * LESS)
    dearer = idea.changed(upkeep=min(1.0, idea.upkeep + MORE))
    later = first_cheaper(dearer)
    then = "the product is never cheaper" if math.isinf(later) else f"it is cheaper from deal {words.number(later)} on"
    return (
        f"Overlap does not move that: if deals overlap by {words.percent(unlike.overlap)}, the product is cheaper from "
        f"the same deal on, but over {words.count(idea.deals, 'deal')} it {_saves(unlike)}, where it now "
        f"{_saves(idea)}. Upkeep moves it: with upkeep of {words.number(dearer.upkeep)} for each deal, {then}."
    )


def _truth(setting) -> str:
    return f"The product is cheaper from deal {words.number(first_cheaper(setting.idea))} on. {_compared_with(setting)}"


def _compared(begin: str):
    def text(setting) -> str:
        first = words.number(first_cheaper(setting.idea))
        return f"You said {{given}}; the model says {first}. {begin} {_why(setting)} {_compared_with(setting)}"

    return text


def _core_text(answer: str, setting) -> str:
    parts = core()
    replaced = [part for part in parts if part != setting.own.dropped]
    return {
        "core": f"{words.listing(parts)}.",
        "for-one": f"{words.listing([*replaced, for_one()])}.",
        "largest": f"{words.listing(largest())}.",
        "none": f"None: the {_deals()} deals asked for {sets()} different sets of components.",
    }[answer].capitalize()


def _deals() -> int:
    return before_reuse()["deal"].nunique()


def _core_feedback(answer: str, setting) -> str:
    table, parts = components(), core()
    rare = next(part for part in largest() if part not in parts)
    lowest = table.loc[parts, "deals"].min()
    return {
        "core": (
            f"Each of the four is in at least {lowest} of the {_deals()} deals, and all "
            f"{table.loc[parts, 'customers'].min()} customers ask for it. Together they took "
            f"{words.percent(overlap(), 2)} of the hours: that is the overlap of these deals."
        ),
        "for-one": (
            f"The {for_one()} is in {table.loc[for_one(), 'deals']} deals, all of them for one customer. "
            f"By contrast, {setting.own.dropped} came up in {table.loc[setting.own.dropped, 'deals']} deals for "
            f"{table.loc[setting.own.dropped, 'customers']} customers. What one customer repeats is that customer's "
            "wish, not a market."
        ),
        "largest": (
            f"These take the most hours each time. But the {rare} is in {table.loc[rare, 'deals']} of the {_deals()} "
            "deals only. What is saved is the hours times how often they come back."
        ),
        "none": (
            f"No two deals need to be the same. Below the differences, four components are in at least {lowest} of the "
            f"{_deals()} deals."
        ),
    }[answer]


def _core_option(answer: str) -> Option:
    return Option(
        lambda setting: _core_text(answer, setting), lambda setting: _core_feedback(answer, setting), ANSWERS[answer]
    )


def _hours(setting) -> str:
    own = setting.own.costs
    return (
        f"Your own component is {own.component}. In the ledger it takes {words.number(own.to_order)} hours on average "
        f"when it is built to order, and it took {words.number(own.for_reuse)} hours to build it for reuse. Each deal "
        f"that uses it, the first one included, then takes {words.number(own.reused)} hours, and you expect another "
        f"{words.number(own.upkeep)} hours of upkeep for each deal."
    )


def _hours_explained(setting) -> str:
    own = setting.own.costs
    saved = own.to_order - own.reused - own.upkeep
    return (
        f"Each deal saves {words.number(own.to_order)} − {words.number(own.reused)} − {words.number(own.upkeep)} = "
        f"{words.number(saved)} hours. {words.number(own.for_reuse)} divided by {words.number(saved)} is "
        f"{words.number(own.break_even)}: reuse is cheaper from deal {math.floor(own.break_even) + 1} on."
    )


def _customers(setting) -> str:
    own = setting.own.customers
    return (
        f"Your largest customer brings {words.percent(own.share)} of the revenue. The rest is spread evenly over "
        f"{words.small(own.others)} others."
    )


def _customers_explained(setting) -> str:
    own = setting.own.customers
    chance = own.idea.run().numbers["chance_lose_30"]
    equal = NthDeal(shares=[1 / own.heads] * own.heads).run().numbers["chance_lose_30"]
    return (
        f"The squares add up to {words.number(own.concentration, 4)}, and one divided by that is "
        f"{words.number(own.effective)}: {own.heads} names, and the risk of about {own.effective:.0f}. If each of them "
        f"leaves with a chance of 10% a year, 30% of the revenue or more is lost with a chance of "
        f"{words.percent(chance)}; with {own.heads} equal customers it would be {words.percent(equal)}."
    )


LESSON = Material(
    slug="nth-deal",
    number=6,
    part="Cash flow or investment?",
    title="The nth deal",
    question="Build to order, or build once?",
    minutes=(40, 55),
    claim=(
        "A company that sells services can be moved towards products if productising is shown as an advantage over "
        "rivals: what is built once and repeated stands out more than pure custom work, wins deals, and so convinces "
        "salespeople and leaders (document D0, second statement). Companies that live on projects accept any work "
        "that pays today, and never find out (D0, fourth statement)."
    ),
    matters=(
        "In your next planning meeting somebody will say that every customer is different. You can open the ledger "
        "and say from which deal on that sentence costs money."
    ),
    objectives=(
        (
            "say from which deal on a product is cheaper, and what moves that point",
            ("first_cheaper", "own_break_even", "reuse", "less_overlap"),
        ),
        ("find what repeats in a ledger of deals", ("core",)),
        ("measure how much hangs on one customer, and say what follows", ("effective", "whale")),
    ),
    idea=NthDeal,
    case="deals",
    views={
        "": View(lambda setting: setting.idea, title="Building to order against a product"),
        "false": View(lambda setting: setting.preset("false"), title="A product that upkeep eats"),
        "unlike": View(
            lambda setting: setting.preset("unlike_deals"),
            ("overlap", "build_for_reuse"),
            "Deals that share little",
            marks=lambda _: {"build_for_reuse": (3,)},
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="first_cheaper",
            ask=lambda setting: (
                f"{_situation(setting)} Add up the costs of all deals so far. From which deal on has the product cost "
                "less than building every deal to order?"
            ),
            right=lambda setting: first_cheaper(setting.idea),
            unit=f"number of the deal, from 1 to {SHOWN}",
            low=1,
            high=SHOWN,
            picture=lambda setting: setting.idea.chart(predicts="x"),
            truth=_truth,
            close=_compared("That is close."),
            below=_compared("It takes longer than you expected."),
            above=_compared("It takes fewer deals than you expected."),
        ),
    ),
    exercises=(
        Choice(
            name="core",
            ask=(
                "The table above counts the components of all deals from the years in which everything was built to "
                "order. Which components are the repeatable core of this agency's work?"
            ),
            options=tuple(map(_core_option, ANSWERS)),
        ),
        Number(
            name="own_break_even",
            ask=lambda setting: (
                f"{_hours(setting)} After how many deals have both ways taken the same number of hours? Give two "
                "decimals: the answer need not be whole."
            ),
            right=lambda setting: setting.own.costs.break_even,
            unit="deals",
            low=0,
            high=1000,
            explain=_hours_explained,
            slips=(
                Slip(
                    lambda setting: setting.own.costs.without_upkeep,
                    "upkeep-forgotten",
                    "{given} leaves out the upkeep. It comes back with every deal, and each deal saves less for it.",
                ),
                Slip(
                    lambda setting: setting.own.costs.if_reuse_is_free,
                    "reuse-is-free",
                    "{given} takes reuse to cost nothing. Each deal still takes hours to fit in what exists, and hours "
                    "of upkeep.",
                ),
                Slip(
                    lambda setting: setting.own.costs.ratio,
                    "no-comparison",
                    "{given} divides building for reuse by reusing. What pays the build back is what a deal saves "
                    "against building to order.",
                ),
            ),
            hint="Divide the hours of building for reuse by the hours that each deal saves, upkeep included.",
        ),
        Number(
            name="effective",
            ask=lambda setting: (
                f"{_customers(setting)} Square each customer's share and add up the squares. One divided by that sum "
                "is the number of equal customers that would be as concentrated. What is it?"
            ),
            right=lambda setting: setting.own.customers.effective,
            unit="customers",
            low=0,
            high=1000,
            explain=_customers_explained,
            slips=(
                Slip(
                    lambda setting: setting.own.customers.heads,
                    "counting-heads",
                    "{given} counts names. They would have to be of equal size for that.",
                ),
                Slip(
                    lambda setting: setting.own.customers.largest_only,
                    "largest-only",
                    "{given} divides by the largest share. All shares count, each squared.",
                ),
                Slip(
                    lambda setting: setting.own.customers.not_squared_apart,
                    "others-as-one",
                    "{given} squares the share of all others together, as if they were one customer who stays or "
                    "leaves as a whole. Square each of their shares.",
                ),
                Slip(
                    lambda setting: setting.own.customers.concentration,
                    "not-inverted",
                    "{given} is the sum of the squares. One divided by it is the number of customers.",
                ),
            ),
            hint="The share of each of the others is the rest divided by their number.",
        ),
    ),
    quiz=(
        Choice(
            name="reuse",
            in_order=True,
            ask=(
                "A build for reuse costs 1.5 times a custom job, and each reuse costs 0.2 of one. From which deal on "
                "is reuse cheaper?"
            ),
            options=(
                Option(
                    "From the first.",
                    "The first deal costs 1.5 and 0.2 of a job instead of 1. What can be used again is not free "
                    "to build.",
                    "free",
                ),
                Option(
                    "From the second.",
                    "Two deals cost 1.5 and twice 0.2, which is 1.9, instead of 2. Each deal saves 0.8 of a job, and "
                    "1.5 divided by 0.8 is 1.875.",
                ),
                Option(
                    "From the eighth.",
                    "1.5 divided by 0.2 is 7.5, but the build is not paid back by what a reuse costs. It is paid back "
                    "by what a reuse saves: 0.8 of a job.",
                    "ratio",
                ),
                Option(
                    "Never, since no deal is like another.",
                    "Then the overlap is small and so is the saving. That has to be counted in the ledger; in these "
                    "numbers it is not assumed.",
                    "snowflake",
                ),
            ),
        ),
        Choice(
            name="less_overlap",
            ask=(
                "Deals turn out to overlap by 60%, not by 100%. Only what they share is built for reuse. What happens "
                "to the break-even?"
            ),
            options=(
                Option(
                    "It takes more deals, in the same proportion.",
                    "Less is saved in each deal, but less is built for reuse as well. Both shrink alike, and the "
                    "break-even stays.",
                    "proportion",
                ),
                Option(
                    "Productising now loses money.",
                    "The shared part pays back as before. What is not shared costs the same either way.",
                    "all-or-nothing",
                ),
                Option(
                    "Nothing changes at all.",
                    "The break-even stays, but the saving does not: it is 60% of what it was.",
                    "no-effect",
                ),
                Option(
                    "The break-even stays, and less is saved.",
                    "The overlap scales what is saved. It moves the break-even only if parts are built for reuse that "
                    "deals do not share.",
                ),
            ),
        ),
        Choice(
            name="whale",
            ask="One customer brings 40% of the revenue. What do you make of it?",
            options=(
                Option(
                    "A risk at first; in a long relationship it can pay.",
                    "Irvine, Park and Yıldızhan (2016) find that concentration goes with lower profits early in a "
                    "relationship and with higher profits once it has matured.",
                ),
                Option(
                    "It is always bad.",
                    "The risk is real. But serving one large customer can also cost less, and one study finds long "
                    "relationships of that kind to be profitable.",
                    "always-bad",
                ),
                Option(
                    "It is good: one large customer is efficient.",
                    "It may be, later on. While the relationship is young, costs that serve only this customer weigh "
                    "more, and one decision elsewhere can take 40% away.",
                    "efficient",
                ),
                Option(
                    "It does not matter as long as the contract is signed.",
                    "A contract ends. And until then the largest customer decides what you build.",
                    "contract",
                ),
            ),
        ),
        Choice(
            name="upkeep_in_value",
            recalls="saying-no",
            ask=("A product needs 15% of its building cost in upkeep every year. How does that enter its value today?"),
            options=(
                Option(
                    "Once, added to the cost of building at the start.",
                    "That pays for one year. Upkeep comes back in every year in which the product lives.",
                    "one-off",
                ),
                Option(
                    "Through a higher discount rate, since upkeep is a risk.",
                    "The rate says how much less later money counts. Upkeep is money that goes out: put it where it "
                    "falls due.",
                    "tune-the-model",
                ),
                Option(
                    "As a cost in each year, discounted like all later money.",
                    "It reduces the income of each year, like any cost that comes back. In lesson 5 it would lower "
                    "what the product earns and put the break-even off.",
                ),
                Option(
                    "Not at all: the team is paid anyway, product or not.",
                    "The hours that go into upkeep are missing elsewhere. What they could have earned is their cost.",
                    "paid-anyway",
                ),
            ),
        ),
    ),
    keep=(
        "Divide what building for reuse costs by what each deal saves after upkeep: after that many deals it is paid "
        "back.",
        "Overlap decides how much is saved, upkeep decides from when on. A ledger tells the first; the second has to "
        "be measured.",
        "With one of them at 40% of the revenue, eleven customers are as concentrated as about five equal ones; "
        "whether that is a mistake depends on how old the relationship is.",
    ),
    monday=(
        "List your last ten deals and mark what was built in each. Count in how many deals, and for how many "
        "customers, each part came back. Leave out what one customer alone repeats."
    ),
    sources=(
        *NthDeal.sources,
        "Glass, R. L. (2002). Facts and Fallacies of Software Engineering. Addison-Wesley. Fact 18.",
        "Patatoukas, P. N. (2012). Customer-Base Concentration: Implications for Firm Performance and Capital "
        "Markets. The Accounting Review 87(2), 363–392.",
        "Hui, K. W., Liang, C. and Yeung, P. E. (2019). The Effect of Major Customer Concentration on Firm "
        "Profitability: Competitive or Collaborative? Review of Accounting Studies 24(1), 189–229.",
        "The ledger of the agency is the invented case `deals`; the case tells how it was made.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 2),
        ("Explore", 5),
        ("Reveal and talk", 3),
        ("Worked example", 5),
        ("Practise: the core", 4),
        ("Practise: break-even and customers", 7),
        ("When is this false?", 5),
        ("Quiz", 4),
        ("Keep", 2),
    ),
    debrief=(
        "Which part of your last three deals was the same, and who knows that it was?",
        "What does it cost to keep your product current for each further customer, and who pays for it?",
        "How much hangs on your largest customer? Is that a risk, a good relationship, or both?",
    ),
    cuts=(
        "The exercise on customers, with what is said on concentration.",
        "The last explorer (deals that share little).",
    ),
)
