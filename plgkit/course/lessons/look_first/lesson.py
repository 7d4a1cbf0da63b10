"""Lesson 3: what it is worth to find out before building, and what evidence a request carries."""

from typing import Any

from plgkit.course.lessons.look_first.cards import PILES, THOUSAND, reason
from plgkit.course.lessons.look_first.exercises import NONE, TESTS, Offer, vary
from plgkit.course.material import Material, View
from plgkit.course.questions import Card, Choice, Number, Option, Prediction, Slip, Sorting
from plgkit.ideas.look_first import LookFirst
from plgkit.models import words

DEFAULT = LookFirst()
WRONG = ("cheapest", "middle", "most-accurate", "no-test")
WHY = (
    "A low price is not the aim: what counts is the worth less the price.",
    "The middle is not safe because it is the middle: what counts is the worth less the price.",
    "More accuracy is worth something, but not any price: what counts is the worth less the price.",
)


def _money(setting, value: float) -> str:
    return words.money(value, setting.currency, 4)


def _truth(setting) -> str:
    outcome = setting.idea.run()
    worth, certain = (outcome.numbers[name] for name in ("prototype_value", "perfect_information"))
    return (
        f"The most worth paying is {setting.idea.money(worth)}. {outcome.sentence} A test that is never wrong would "
        f"be worth {setting.idea.money(certain)}: nothing that you can learn here is worth more."
    )


def _too_much(setting) -> str:
    numbers = setting.idea.run().numbers
    if not numbers["prototype_value"]:
        return "You would pay for a result that changes no decision."
    return (
        "Not every loss is saved: sometimes nothing would have been lost, and the prototype is not always right. "
        "Whatever the result, only a decision that changes brings money."
    )


def _ask_price(setting) -> str:
    idea = setting.idea
    loss = idea.money(idea.loss * idea.late_change)
    return (
        f"Of ideas like the waiting list, {words.percent(idea.success)} turn out right. A right one brings "
        f"{idea.money(idea.gain)}, the cost of the build taken off; a wrong one loses {loss}. The prototype "
        f"tells right from wrong correctly {words.percent(idea.accuracy)} of the time, for good ideas and for "
        "bad ones. You can also decide without it. What is the most that you would pay for the prototype?"
    )


def _card(row: Any, setting) -> Card:
    begin = f"{row.customer}, {_money(setting, row.revenue_at_stake * THOUSAND * setting.idea.scale)} a year: "
    return Card(begin + row.text, row.pile, reason(row))


def _offer(index: int) -> Option:
    """The option for one of the tests, or for none; which is right depends on the team's numbers."""

    def text(setting) -> str:
        offer = setting.own.offers[index]
        if index == NONE:
            return f"{offer.name}."
        return f"{offer.name}: right {words.percent(offer.accuracy)} of the time, for {_money(setting, offer.cost)}."

    def feedback(setting) -> str:
        offer, best = setting.own.offers[index], _best(setting)
        if index == NONE and offer is best:
            return "Each of the three costs more than it is worth here. Looking first is worth money, not any price."
        if index == NONE:
            return f"That leaves nothing. {_says(setting, best)}, and that leaves {_money(setting, best.surplus)}."
        if offer is best:
            return f"{_says(setting, offer)}: that leaves {_money(setting, offer.surplus)}, more than any other choice."
        other = f"{best.name}: that leaves {_money(setting, best.surplus)}."
        other = other if best.surplus else "Deciding now, without a test, leaves more."
        return f"{_says(setting, offer)}. {WHY[index]} {other}"

    def behind(setting) -> str | None:
        return None if setting.own.offers[index] is _best(setting) else WRONG[index]

    return Option(text, feedback, behind)


def _best(setting) -> Offer:
    return max(setting.own.offers, key=lambda offer: offer.surplus)


def _says(setting, offer: Offer) -> str:
    return f"{offer.name}: worth {_money(setting, offer.worth)}, price {_money(setting, offer.cost)}"


def _about(setting) -> str:
    own, money = setting.own.stakes, lambda value: _money(setting, value)
    return (
        f"{own.request.customer} wrote: “{own.request.text}” Say that building it gains {money(own.gain)} if it "
        f"solves the problem, the cost of the build taken off, and loses {money(own.loss)} if it does not. Of "
        f"requests with evidence like this, {words.percent(own.success)} solve the problem."
    )


def _explained(setting) -> str:
    own, money = setting.own.stakes, lambda value: _money(setting, value)
    hit, miss = (words.percent(share) for share in (own.accuracy, 1 - own.accuracy))
    return (
        f"Building now is worth {words.percent(own.success)} of {money(own.gain)} less "
        f"{words.percent(1 - own.success)} of {money(own.loss)}: {money(own.now)} on average. With the test you "
        f"build after good news only: that keeps {hit} of what right builds bring and {miss} of what wrong ones "
        f"lose, {money(own.after)} on average. The difference, {money(own.price)}, is what the test is worth."
    )


LESSON = Material(
    slug="look-first",
    number=3,
    part="Product-led or product-centric?",
    title="Look first",
    question="What is a prototype worth?",
    minutes=(45, 60),
    claim=(
        "Document D1 puts three steps in a row, which it draws as three diamonds: understand the problem, try "
        "several solutions, and only then build. It says that changing course costs less while nothing is coded, "
        "and that a feature request without research behind it should be turned down, whoever asks, the top of "
        "the company included. Document D2 wants to learn as much as possible for as little as possible: through "
        "user research, prototypes and releases to a few."
    ),
    matters=(
        "Somebody will ask you for two weeks to try an idea out, and somebody else will say that there is no time. "
        "You can answer both with an amount."
    ),
    objectives=(
        ("tell what evidence a request carries, whoever asks for it", ("triage",)),
        ("work out the most that a test is worth before a build", ("price", "test_price")),
        ("choose between tests at a price, and know when none is worth it", ("which_test", "when_worth", "coin")),
        ("say what is known about the cost of late changes, and what is not", ("hundredfold",)),
    ),
    idea=LookFirst,
    case="requests",
    views={
        "": View(
            lambda setting: setting.idea.changed(accuracy=1.0),
            title="What a prototype is worth",
            marks=lambda setting: {"accuracy": (setting.idea.accuracy, 0.55)},
        ),
        "false": View(
            lambda setting: DEFAULT.changed(
                currency=setting.currency,
                scale=setting.idea.scale,
                **{name: getattr(DEFAULT, name) * setting.idea.scale for name in ("gain", "loss", "prototype_cost")},
                **LookFirst.presets["false"],
            ),
            title="The same prototype, for an idea that is almost sure to be right",
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="price",
            ask=_ask_price,
            right=lambda setting: setting.idea.run().numbers["highest_price_worth_paying"],
            unit="in the money of the question",
            low=0,
            high=1e12,
            picture=lambda setting: setting.idea.chart(predicts="y"),
            truth=_truth,
            close=lambda setting: f"You said {{given}}. That is close. {_truth(setting)}",
            below=lambda setting: (
                f"You said {{given}}, less than it is worth: the result would change the decision often enough. "
                f"{_truth(setting)}"
            ),
            above=lambda setting: f"You said {{given}}, more than it is worth. {_too_much(setting)} {_truth(setting)}",
        ),
    ),
    exercises=(
        Sorting(
            name="triage",
            ask=(
                "Fourteen requests, with what their sender pays more, or stops to pay, in a year. What does each need "
                "next? Ask about the problem first: it is a wish or one story. Try solutions: people were asked about "
                "the problem, or it was counted. Decide: people have tried a solution. Judge what was looked into, "
                "not who asks or how loudly."
            ),
            piles=PILES,
            cards=lambda setting: [_card(row, setting) for row in setting.own.cards],
        ),
        Number(
            name="test_price",
            ask=lambda setting: (
                f"{_about(setting)} A test would tell right from wrong correctly "
                f"{words.percent(setting.own.stakes.accuracy)} of the time, for good requests and for bad ones. "
                "What is the most that the test is worth?"
            ),
            right=lambda setting: setting.own.stakes.price,
            unit="in the money of the question",
            low=0,
            high=1e12,
            explain=_explained,
            slips=(
                Slip(
                    lambda setting: setting.own.stakes.slips["never-wrong"],
                    "never-wrong",
                    lambda setting: (
                        "{given} is what a test is worth that is never wrong: it would save every loss. This one is "
                        f"wrong {words.percent(1 - setting.own.stakes.accuracy)} of the time."
                    ),
                ),
                Slip(
                    lambda setting: setting.own.stakes.slips["forgets-the-good-ideas"],
                    "forgets-the-good-ideas",
                    "{given} counts the losses that bad news saves. Bad news also stops some builds that would have "
                    "been right: take off what they would have gained.",
                ),
                Slip(
                    lambda setting: setting.own.stakes.slips["forgets-building-now"],
                    "forgets-building-now",
                    lambda setting: (
                        "{given} is what you have with the test. Without it you would build now, and that is worth "
                        f"{_money(setting, setting.own.stakes.now)}: the test adds only the difference."
                    ),
                ),
                Slip(
                    lambda setting: setting.own.stakes.slips["certain-to-be-wrong"],
                    "certain-to-be-wrong",
                    lambda setting: (
                        "{given} treats the loss as certain. It threatens only in "
                        f"{words.percent(1 - setting.own.stakes.success)} of such requests, and bad news also stops "
                        "some good ones."
                    ),
                ),
            ),
            hint=(
                "Work out two amounts: what building now is worth on average, and what it is worth to build after "
                "good news only. The test is worth the difference."
            ),
        ),
        Choice(
            name="which_test",
            ask=lambda setting: (
                f"The same request: {_money(setting, setting.own.stakes.gain)} if it solves the problem, a loss of "
                f"{_money(setting, setting.own.stakes.loss)} if not, and {words.percent(setting.own.stakes.success)} "
                "of such requests do. Three tests are on offer. Which choice leaves most: worth less price?"
            ),
            options=tuple(map(_offer, range(len(TESTS)))),
        ),
    ),
    quiz=(
        Choice(
            name="when_worth",
            ask="When is a prototype worth money?",
            options=(
                Option(
                    "Always: to know more never hurts a decision.",
                    "Knowing more is worth money only if you act on it. A result that leaves the decision as it was "
                    "has cost time and brought nothing.",
                    "always",
                ),
                Option(
                    "Whenever it costs little against the build.",
                    "A low price does not make a useless result useful. First ask what you would do differently "
                    "after bad news.",
                    "cost",
                ),
                Option(
                    "When some result of it would change the decision.",
                    "Its worth is in the decisions that change: a wrong build that stops, a right one that starts.",
                ),
                Option(
                    "When the users who try it like what they see.",
                    "Then the news was good. A prototype earns its price also by bad news, often more so.",
                    "delight",
                ),
            ),
        ),
        Choice(
            name="coin",
            ask=(
                "Your interviews tell right ideas from wrong ones no better than a coin. What are they worth for the "
                "decision?"
            ),
            options=(
                Option(
                    "Half of what certain knowledge would be worth.",
                    "Half of the results are right, but you cannot tell which half. The worth does not grow in step "
                    "with the accuracy: it starts where a result can change the decision.",
                    "half",
                ),
                Option(
                    "Less than nothing: they always mislead.",
                    "Nobody has to follow them. Whoever knows that they are a coin ignores them; what is lost is "
                    "their cost.",
                    "cynic",
                ),
                Option(
                    "The working time that went into them.",
                    "That is what they cost. Cost says nothing about worth.",
                    "sunk",
                ),
                Option(
                    "Nothing.",
                    "After good news and after bad news the chance is what it was before, so the decision stays.",
                ),
            ),
        ),
        Choice(
            name="hundredfold",
            ask="“A mistake that is found after the build costs a hundred times more.” What is known about this rule?",
            options=(
                Option(
                    "It is a law of software engineering, measured many times.",
                    "It goes back to a few large projects of the 1970s and was passed on as a law. Later "
                    "measurements do not carry it.",
                    "boehm",
                ),
                Option(
                    "It is contested: 171 projects showed no consistent rise for defects.",
                    "Menzies and others measured it in 2017. They looked at defects, so a wrong direction may still "
                    "be dear to correct; that was not measured.",
                ),
                Option(
                    "It is refuted: late changes of direction cost no more than early ones.",
                    "The study was about defects. It does not show what it costs to rebuild a product that solves "
                    "the wrong problem.",
                    "overcorrect",
                ),
                Option(
                    "It holds for agile teams only, which change course most.",
                    "The 171 projects followed a planned process and showed no consistent rise. Nothing in them makes "
                    "the rule one for agile teams.",
                    "label",
                ),
            ),
        ),
        Choice(
            name="tested_and_away",
            recalls="drift",
            ask=(
                "Every request that you build has passed a test with users. Their directions have nothing to do "
                "with each other. Where does the product stand after twenty of them?"
            ),
            options=(
                Option(
                    "Four or five steps from where it began, in a chance direction.",
                    "Unrelated steps carry a product as far as the square root of their number. A test says that a "
                    "request helps somebody, not that it leads to the vision.",
                ),
                Option(
                    "Twenty steps nearer to the vision, since each was tested.",
                    "Steps in different directions do not add up like steps in one. And a good test result says "
                    "nothing about direction.",
                    "additive",
                ),
                Option(
                    "Where it began: different directions cancel.",
                    "They cancel on average over many products. A single product wanders off.",
                    "cancel",
                ),
                Option(
                    "At the vision in the end, since users know where to go.",
                    "That needs requests that share a direction. These share none.",
                    "customer-right",
                ),
            ),
        ),
    ),
    keep=(
        "A test is worth what the decisions that it changes bring; where no result would change one, it is worth "
        "nothing.",
        "The most to pay is the value of deciding with the result, less the value of deciding now.",
        "A request carries evidence or it does not; the size of its sender is not evidence.",
    ),
    monday=(
        "Take the next request on your list and write three lines: what was looked into, what result would stop "
        "the build, and the most that this result is worth."
    ),
    sources=(
        *LookFirst.sources,
        "Boehm, B. W. (1981). Software Engineering Economics. Prentice Hall (where the rule of rising costs became "
        "known).",
        "The requests are invented: case `requests`.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 3),
        ("Explore", 6),
        ("Reveal and talk", 4),
        ("Worked example", 4),
        ("Practise: sort fourteen requests", 8),
        ("Practise: price the test", 6),
        ("When is this false?", 4),
        ("Quiz", 5),
        ("Keep", 2),
    ),
    debrief=(
        "What is the last result of a test that changed a decision at your company?",
        "Which two requests did teams sort differently, and what evidence did each team see in them?",
        "Where do you test out of habit, although no result would change the plan?",
    ),
    cuts=(
        "The third exercise (three tests at a price).",
        "The worked example, if the class is used to expected values.",
    ),
)
