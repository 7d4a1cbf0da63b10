"""Lesson 7: where the next amount of money goes, when there are two ways to win customers."""

from collections.abc import Callable

import numpy as np

from plgkit.course.lessons.portfolio.exercises import COMPANY, PRODUCT, SALES, HoldOut, Motion, alone, as_good, vary
from plgkit.course.lessons.portfolio.figures import split_chart
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Prediction, Slip
from plgkit.ideas.portfolio import Portfolio
from plgkit.models import words


def _split(setting) -> str:
    idea = setting.idea
    quarter, half, whole = (
        [words.number(round(alone(idea, motion, share))) for motion in (PRODUCT, SALES)] for share in (0.25, 0.5, 1)
    )
    return (
        f"{COMPANY}, an invented company, has {idea.money(idea.budget)} for the next quarter and two ways to win "
        "customers. The product-led motion, A, is a free trial with good onboarding; the sales-led motion, B, is "
        f"people who call and visit. With a quarter of the money A would win {quarter[0]} customers, with half "
        f"{half[0]}, with all of it {whole[0]}. B would win {quarter[1]}, {half[1]} and {whole[1]}. What percentage of "
        "the money should A get, so that both together win the most?"
    )


def _best(setting) -> str:
    """What the best split is and wins."""
    numbers, idea = setting.own.best, setting.idea
    share, most = numbers["best_share_a"], words.count(numbers["customers_best"], "customer")
    equal = words.number(numbers["customers_equal"])
    halves = "as many" if equal == words.number(numbers["customers_best"]) else equal
    if 0.0005 <= share <= 0.9995:
        return (
            f"The best split gives A {words.percent(share)} and wins {most}; equal halves win {halves}. At the best "
            f"split the next customer costs the same in both motions, {idea.money(numbers['marginal_cost_a'])}."
        )
    return (
        f"The best split gives everything to {'A' if share > 0.5 else 'B'} and wins {most}; equal halves win "
        f"{halves}. Whatever is taken away from it wins less in the other motion."
    )


def _room(setting) -> str:
    shares = as_good(setting.idea, 0.01)
    if np.diff(shares).max(initial=0) > 0.01:
        return ""
    low, high = words.percent(shares[0]), words.percent(shares[-1])
    return f" Every share from {low} to {high} wins at least 99% of that: near the best, a few points matter little."


def _quarters(setting) -> str:
    return setting.own.quarters.in_words(setting.idea.money)


def _costs(setting) -> str:
    return setting.own.quarters.costs(setting.idea.money)


def _calls(setting) -> str:
    return setting.own.hold_out.in_words(setting.idea.money)


def _motion(name: str) -> Option:
    """The option for one motion; which of the two is right depends on the team's numbers."""

    def feedback(setting) -> str:
        quarters, money = setting.own.quarters, setting.idea.money
        if name == quarters.cheap_to_add.name:
            return (
                f"Each customer of the addition cost {_costs(setting)}. The next ones will cost more than that in "
                "both, since each addition wins fewer; here the order is clear all the same."
            )
        return (
            f"Its customers cost less on average, {money(quarters.cheap_on_average.average)} against "
            f"{money(quarters.cheap_to_add.average)}. But that average holds the first customers, who were easy to "
            f"win. Each customer of the addition cost {_costs(setting)}."
        )

    return Option(
        f"In the {name} motion.",
        feedback,
        lambda setting: None if name == setting.own.quarters.cheap_to_add.name else "average-is-margin",
    )


def _tempting(setting) -> Motion:
    """The motion whose addition is asked for: the one with the tempting average."""
    return setting.own.quarters.cheap_on_average


def _hold_out(setting) -> HoldOut:
    return setting.own.hold_out


def _slip(number: Callable, misconception: str, feedback: str) -> Slip:
    """The slip of a misconception that the drawn numbers know by name."""
    return Slip(lambda setting: number(setting).slips[misconception], misconception, feedback)


LESSON = Material(
    slug="portfolio",
    number=7,
    part="Cash flow or investment?",
    title="Two motions, one budget",
    question="Where does the next amount of money go?",
    minutes=(45, 60),
    claim=(
        "Growth through the product and growth through selling do not exclude each other. One of our documents "
        "asks to hold both as a portfolio: test both, and keep moving money to where it brings the most on top "
        "(document D0, seventh statement). Another statement says why neither is enough alone: product-led growth "
        "makes customers loyal and brings others along; marketing-led growth is faster, but its customers leave "
        "sooner and become dearer to win. The best is a blend (D0, third statement). A blend of how much of each? "
        "That can be calculated."
    ),
    matters=(
        "The next budget round will compare averages: customers won, divided by money spent. The motion with the "
        "better average asks for more and often gets it. You will know which number to ask for instead."
    ),
    objectives=(
        ("find the split of a budget at which no move of money wins more", ("best_split", "thresholds")),
        (
            "tell the cost of the next customer from the average cost, and use the right one",
            ("added_cost", "next_amount", "next_euro", "last_hundred"),
        ),
        ("say what a motion added, from a group that was left out on purpose", ("hold_out",)),
    ),
    idea=Portfolio,
    case="public_companies",
    views={
        "": View(
            lambda setting: setting.idea,
            title="Customers won at every split of the budget",
            marks=lambda setting: {"budget": (setting.idea.budget / 2, 2 * setting.idea.budget)},
        ),
        "false": View(
            lambda setting: setting.preset("false"), title="Two motions that need a minimum before they work"
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="best_split",
            ask=_split,
            right=lambda setting: 100 * setting.own.best["best_share_a"],
            unit="percent of the money for A",
            low=0,
            high=100,
            picture=lambda setting: split_chart(setting.idea, _best(setting)),
            truth=lambda setting: f"{_best(setting)}{_room(setting)}",
            close=lambda setting: f"You said {{given}}%. That is close. {_best(setting)}{_room(setting)}",
            below=lambda setting: f"You said {{given}}%: too little for A. {_best(setting)}{_room(setting)}",
            above=lambda setting: f"You said {{given}}%: too much for A. {_best(setting)}{_room(setting)}",
        ),
    ),
    exercises=(
        Number(
            name="added_cost",
            ask=lambda setting: (
                f"{_quarters(setting)} Nothing but the spending differed. What did each customer cost that the "
                f"{_tempting(setting).name} motion won on top in the second quarter "
                f"(in {setting.currency})?"
            ),
            right=lambda setting: _tempting(setting).added_cost,
            unit="for each additional customer",
            low=0,
            high=1e12,
            explain=lambda setting: (
                f"{setting.idea.money(_tempting(setting).added)} more was spent, and "
                f"{words.number(_tempting(setting).more)} more customers were won: "
                f"{setting.idea.money(_tempting(setting).added_cost)} each. The average of the "
                f"second quarter is {setting.idea.money(_tempting(setting).average)}, because it "
                "also holds the customers who were easy to win."
            ),
            slips=(
                _slip(
                    _tempting,
                    "average",
                    "{given} is the average of all customers of the second quarter. Most of them would have come "
                    "with the money of the first quarter too: divide what was added by who was added.",
                ),
                _slip(
                    _tempting,
                    "old-average",
                    "{given} is the average of the first quarter. It says what the first customers cost, not what "
                    "more of them cost.",
                ),
                _slip(
                    _tempting,
                    "all-customers",
                    "{given} spreads the added money over all customers of the quarter. It won only those who came "
                    "on top.",
                ),
                _slip(
                    _tempting,
                    "upside-down",
                    "{given} is customers for each unit of money: the division stands upside down.",
                ),
            ),
            hint="Divide the money that came on top by the customers who came on top.",
        ),
        Choice(
            name="next_amount",
            ask=lambda setting: (
                "Take the same two quarters. For the third quarter there is another "
                f"{setting.idea.money(setting.own.quarters.amount)}, and nothing else changes. Where will it win "
                "the most customers?"
            ),
            options=(
                _motion(PRODUCT),
                _motion(SALES),
                Option(
                    "Half in each: a portfolio is balanced.",
                    lambda setting: (
                        f"Each customer of the addition cost {_costs(setting)}. A portfolio is balanced when these "
                        "two are equal, not when the amounts are. Until then the whole amount belongs where it "
                        "wins more."
                    ),
                    "equal-amounts",
                ),
                Option(
                    "Two quarters cannot say anything about it.",
                    "They say little where other things changed too, and then a test is due. Here only the "
                    "spending differed, so the differences show what the added money won.",
                    "nihilism",
                ),
            ),
        ),
        Number(
            name="hold_out",
            ask=lambda setting: (
                f"{_calls(setting)} What did each customer cost that the calls added (in {setting.currency})?"
            ),
            right=lambda setting: _hold_out(setting).added_cost,
            unit="for each customer added by the calls",
            low=0,
            high=1e12,
            explain=lambda setting: (
                f"Without a call, {words.percent(_hold_out(setting).bought_anyway / _hold_out(setting).left_out)} "
                f"buy: among the called that is {words.number(_hold_out(setting).anyway)}. The calls added the "
                f"other {words.number(_hold_out(setting).bought - _hold_out(setting).anyway)}. The dashboard's "
                f"price of {setting.idea.money(_hold_out(setting).slips['attribution'])} counts buyers who would "
                "have come anyway."
            ),
            slips=(
                _slip(
                    _hold_out,
                    "attribution",
                    "{given} is the price on the dashboard: it credits the calls with every buyer who was called. "
                    "The group that was left out shows how many would have bought without a call.",
                ),
                _slip(
                    _hold_out,
                    "unequal-groups",
                    "{given} takes the buyers of a small group away from those of a large one. First work out how "
                    "many would have bought without a call if the left-out group were as large as the called one.",
                ),
                _slip(
                    _hold_out,
                    "cost-of-a-call",
                    "{given} is the cost of one call. Most calls add no customer: divide by the customers added.",
                ),
            ),
            hint="Share of the left-out group that bought, times the number called: these would have bought anyway.",
        ),
    ),
    quiz=(
        Choice(
            name="next_euro",
            ask=(
                "Last year the product-led motion returned 3.0 for each 1.0 spent, the sales-led motion 2.0. Where "
                "does the next amount go?"
            ),
            options=(
                Option(
                    "To the product-led motion: it returned more for each 1.0 spent.",
                    "3.0 is the average of everything spent. The last part of that money may have returned less "
                    "than 2.0, and the next part returns less still.",
                    "average",
                ),
                Option(
                    "Half to each, so that the portfolio stays balanced.",
                    "Equal amounts are best only by accident. Balance means that moving money in either direction "
                    "wins nothing.",
                    "equal",
                ),
                Option(
                    "Where the next amount returns more: these numbers do not tell.",
                    "Compare what an addition brought, or try one: spend more in one place and see what comes on top.",
                ),
                Option(
                    "To the sales-led motion: it has been neglected for a year.",
                    "Being behind is no reason. It would be one if its next amount returned more.",
                    "fair",
                ),
            ),
        ),
        Choice(
            name="thresholds",
            ask=lambda setting: (
                f"Each of two motions wins next to nobody with less than {setting.idea.money(50_000 * setting.scale)}. "
                f"Your budget is {setting.idea.money(60_000 * setting.scale)}. What do you do?"
            ),
            options=(
                Option(
                    "Fund the one that wins more with all the money.",
                    "Divided, the money passes neither threshold. A portfolio of two needs a budget that is large "
                    "enough for two.",
                ),
                Option(
                    "Give each the same, to spread the risk.",
                    "Both would stay below what they need, and both would look like failures. That is not less "
                    "risk: it is a loss twice.",
                    "diversify",
                ),
                Option(
                    "Always fund the product-led motion.",
                    "It may be the one. But what decides is which of the two wins more with this budget, not what "
                    "it is called.",
                    "product-led-always",
                ),
                Option(
                    "Fund neither, and wait until there is enough for both.",
                    "One of them can work with the budget there is. Waiting for both gives that up.",
                    "fear",
                ),
            ),
        ),
        Choice(
            name="last_hundred",
            ask=lambda setting: (
                f"A customer costs {setting.idea.money(79 * setting.scale)} on average. The last hundred cost "
                f"{setting.idea.money(136 * setting.scale)} each. Which number decides whether to spend more?"
            ),
            options=(
                Option(
                    lambda setting: f"{setting.idea.money(79 * setting.scale)}: it rests on the most customers.",
                    "It rests on many customers, and most of them were easier to win than the next one will be.",
                    "average",
                ),
                Option(
                    lambda setting: f"{setting.idea.money(136 * setting.scale)}, or rather a little more.",
                    "The next hundred will cost at least what the last hundred did. Compare that with what a "
                    "customer brings in.",
                ),
                Option(
                    lambda setting: f"{setting.idea.money(107.5 * setting.scale)}: the mean of the two.",
                    "A mean of the right number and the wrong one is also wrong. The early customers are paid for; "
                    "the decision is about the next ones.",
                    "mean-of-both",
                ),
                Option(
                    "Neither: the brand matters more than the cost of a customer.",
                    "A brand may lower what the next customer costs. Then this number will show it.",
                    "dodge",
                ),
            ),
        ),
        Choice(
            name="uncertain_build",
            recalls="saying-no",
            ask=(
                "Opening a sales office cannot be undone, and nobody is certain of its return. What does the "
                "uncertainty change?"
            ),
            options=(
                Option(
                    "Nothing, as long as the net present value is above zero.",
                    "That holds for what can be undone. Where it cannot be, waiting for better knowledge has a "
                    "value too, and a net present value a little above zero does not pay for giving it up.",
                    "npv-is-enough",
                ),
                Option(
                    "It is a reason to open sooner, before others do.",
                    "Speed can count. But uncertainty by itself makes it more valuable to learn first.",
                    "bold",
                ),
                Option(
                    "It is a reason never to open it.",
                    "Some uncertainty always remains. It raises what the plan must promise; it does not forbid it.",
                    "fear",
                ),
                Option(
                    "Ask for a higher return, or open in stages.",
                    "Two people who travel for a quarter cost little and teach much. What is learned decides about "
                    "the rest.",
                ),
            ),
        ),
    ),
    keep=(
        "Money is split best where the next customer costs the same in both motions, seldom in equal halves; with "
        "thresholds and a small budget, one motion should get everything.",
        "The average tells what the past cost, the margin what the next step costs: divide the differences of two "
        "quarters, not their totals.",
        "A dashboard credits; only a group that was left out on purpose shows what a motion added.",
    ),
    monday=(
        "Take the last two quarters of each of your motions: money spent and customers won. Divide the differences. "
        "Then agree with sales on a small group, drawn at random, that nobody calls for a month."
    ),
    sources=(
        *Portfolio.sources,
        "Simon, J. L. and Arndt, J. (1980). The Shape of the Advertising Response Function. "
        "Journal of Advertising Research 20(4), 11–28.",
        "Vakratsas, D., Feinberg, F. M., Bass, F. M. and Kalyanaram, G. (2004). The Shape of Advertising Response "
        "Functions Revisited: A Model of Dynamic Probabilistic Thresholds. Marketing Science 23(1), 109–119.",
        "Annual filings of Zendesk with the U.S. Securities and Exchange Commission; form, accession number and date "
        "stand in the case `public_companies`.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 2),
        ("Explore", 6),
        ("Reveal and talk", 5),
        ("Worked example", 5),
        ("Practise", 10),
        ("When is this false?", 6),
        ("Quiz", 5),
        ("Keep", 3),
    ),
    debrief=(
        "Which of your two motions has the lower average cost, and which the lower cost of the next customer?",
        "What is the smallest budget at which one of your motions begins to work?",
        "Whom could you leave out on purpose for a month, and who would object?",
    ),
    cuts=("The worked example, if the class knows average and margin.", "The second exercise, after the first."),
)
