"""Lesson 12: which leads and which accounts a person should call."""

from plgkit.course.lessons.who_to_call.exercises import (
    MANY_DAYS,
    WHOLE,
    Arms,
    list_answers,
    people,
    saved_answers,
    vary,
)
from plgkit.course.lessons.who_to_call.figures import calls_chart
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Prediction, Slip
from plgkit.ideas.who_to_call import WhoToCall
from plgkit.models import words

BEHIND = {
    "many days, steady": ("loyal", "They use the product and stay in any case: the call is pleasant, not needed."),
    "many days, falling": ("alarm", "Falling use is a sign of risk, not of what a call can change."),
    "few days, falling": ("risk", "The risk is high and stays high: most of them leave whether you call or not."),
    "few days, steady": (
        "traffic-light",
        "Little use looks like a warning light, but few of these leave as long as they are left alone.",
    ),
}


def _hundred(share: float) -> str:
    return words.number(100 * share)


def _precision(setting) -> float:
    return 100 * setting.idea.run().numbers["precision"]


def _scene(setting) -> str:
    auc = setting.idea.run().numbers["auc"]
    return (
        f"Of 100 leads {_hundred(setting.idea.base_rate)} will buy. Each has a score from its use of the product: take "
        f"a buyer and another lead, and in {_hundred(auc)} of 100 such pairs the buyer has the higher score. Sales "
        f"calls the highest {words.percent(setting.idea.capacity)} of the list. Of a hundred leads that are called, "
        "how many buy?"
    )


def _outcome(setting) -> str:
    numbers, chance = setting.idea.run().numbers, _hundred(setting.idea.base_rate)
    times = words.number(numbers["lift"])
    against = "as many as by chance" if times == "1" else f"{times} times the {chance} of chance"
    return (
        f"{_hundred(numbers['precision'])} of a hundred called leads buy: {against}. The calls reach "
        f"{words.percent(numbers['recall'])} of all buyers."
    )


def _compared(setting, begin: str) -> str:
    return f"You said {{given}}. {_outcome(setting)} {begin}"


def _expected_more(setting) -> str:
    rare = setting.idea.base_rate < 0.2
    others = "Leads that will not buy are many, and some of them" if rare else "Some leads that will not buy"
    return f"You expected more. {others} have high scores by chance."


def _list(setting) -> str:
    calls = setting.own.top
    return (
        f"Take the accounts of {people(setting.own.sizes)} in the case. There are {words.number(calls.everybody)}, and "
        f"{calls.buyers} of them bought more. The {calls.called} with the highest scores hold {calls.reached} of these "
        "buyers. A call from that list finds a buyer how many times as often as a call at random?"
    )


def _trial(setting) -> str:
    return (
        f"Among the accounts of {people(setting.own.tried)} a coin decided who was called. Four groups differ in their "
        f"use of the product: on many days (at least {MANY_DAYS} of the last 30) or on few, steady or falling. Here is "
        "how many of 100 accounts left within the year. Which group do you call first?"
    )


def _shares(group: Arms) -> str:
    return (
        f"{group.pattern.capitalize()}: {_hundred(group.called)} left if called, {_hundred(group.alone)} if left alone."
    )


def _effect(group: Arms) -> str:
    """What calling them did in the trial."""
    if not group.beyond_chance:
        return "In this trial calling them made no difference beyond chance."
    does = "kept" if group.effect > 0 else "drove away"
    return f"In this trial calling 100 of them {does} {_hundred(abs(group.effect))}."


def _risk(setting) -> str:
    return f"{setting.own.riskiest.pattern}, of whom {_hundred(setting.own.riskiest.alone)} of 100 leave if left alone"


def _pattern(place: int) -> Option:
    """The option for one of the patterns of use, in the order that was drawn for the team."""

    def feedback(setting) -> str:
        group = setting.own.arms[place]
        if group is setting.own.best:
            return f"{_effect(group)} No other group changes as much. The riskiest is another one: {_risk(setting)}."
        return f"{_effect(group)} {BEHIND[group.pattern][1]}"

    def misconception(setting) -> str | None:
        group = setting.own.arms[place]
        return None if group is setting.own.best else BEHIND[group.pattern][0]

    return Option(
        lambda setting: _shares(setting.own.arms[place]),
        feedback,
        misconception,
    )


def _after_the_calls(setting) -> str:
    best, riskiest = setting.own.best, setting.own.riskiest
    return (
        f"Of 100 such accounts {_hundred(best.alone)} leave if left alone and {_hundred(best.called)} if called: "
        f"{_hundred(best.effect)} calls of 100 change what happens. And in the riskiest group ({riskiest.pattern})? "
        f"{_effect(riskiest)}"
    )


LESSON = Material(
    slug="who-to-call",
    number=12,
    part="The funnel",
    title="Who to call",
    question="Which accounts get a human?",
    minutes=(45, 70),
    claim=(
        "In a product-led company the usage of the product says whom a person should talk to. Sales takes the leads "
        "whose use shows that they mean to buy, and clears the way for them instead of presenting the product. "
        "Customer success looks for accounts that use little of the product and steps in before they leave; "
        "it is judged by what customers reach with the product, not by closed tickets (document D4)."
    ),
    matters=(
        "People's time is the dearest thing you have to give away. Every tool offers a list with red and green lights. "
        "You will know what to ask before anybody calls down that list."
    ),
    objectives=(
        ("say how many calls by a score reach a buyer when buyers are rare", ("buyers_called", "accurate")),
        ("measure on a file how much better than chance a score is", ("lift",)),
        (
            "choose whom to call from a randomised trial, and not by risk",
            ("whom_to_call", "kept", "best_list", "middle_fifth"),
        ),
        ("say what a comparison without a hold-out cannot show", ("three_times",)),
    ),
    idea=WhoToCall,
    case="accounts",
    views={
        "": View(
            lambda setting: setting.idea,
            title="A hundred calls to leads, and a hundred calls to accounts",
            marks=lambda _: {"separation": (2,), "base_rate": (0.01,)},
        ),
        "false": View(
            lambda setting: setting.idea.changed(**WhoToCall.presets["false"]),
            title="The same calls where the riskiest accounts are the ones that a call changes",
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="buyers_called",
            ask=_scene,
            right=_precision,
            unit="of a hundred calls",
            low=0,
            high=100,
            picture=lambda setting: calls_chart(setting.idea),
            truth=_outcome,
            close=lambda setting: _compared(setting, "That is close."),
            below=lambda setting: _compared(setting, "You expected fewer."),
            above=lambda setting: _compared(setting, _expected_more(setting)),
        ),
    ),
    exercises=(
        Number(
            name="lift",
            ask=_list,
            right=lambda setting: setting.own.top.lift,
            unit="times",
            low=0,
            high=1000,
            explain=lambda setting: (
                f"{_hundred(setting.own.top.precision)} of 100 on the list buy, "
                f"{_hundred(setting.own.top.chance)} of 100 of all: {words.number(setting.own.top.lift)} times. "
                "This is called the lift. It says how much the order of the list is worth, not what a call changes."
            ),
            slips=(
                Slip(
                    lambda setting: setting.own.top.precision,
                    "precision",
                    "{given} is the share of the list that buys (its precision). Compare it with the share of all.",
                ),
                Slip(
                    lambda setting: 100 * setting.own.top.precision,
                    "precision",
                    "{given} is the percentage of the list that buys (its precision). Compare it with that of all.",
                ),
                Slip(
                    lambda setting: setting.own.top.recall,
                    "recall",
                    "{given} is the share of all buyers who are on the list (its recall). It grows with the length of "
                    "any list, even of a random one.",
                ),
                Slip(
                    lambda setting: 100 * setting.own.top.recall,
                    "recall",
                    "{given} is the percentage of all buyers who are on the list (its recall). It grows with the "
                    "length of any list, even of a random one.",
                ),
                Slip(
                    lambda setting: list_answers(setting.own.top)["against-the-rest"],
                    "against-the-rest",
                    "{given} compares the list with the accounts that are not on it. A call at random can reach "
                    "anybody: compare with all accounts.",
                ),
            ),
            hint="Divide the share of buyers on the list by the share of buyers among all accounts.",
        ),
        Choice(name="whom_to_call", ask=_trial, options=tuple(map(_pattern, range(4)))),
        Number(
            name="kept",
            ask=lambda setting: (
                f"You have time for {setting.own.calls} calls, and you make them all in the group that a call changes "
                "most. How many accounts stay because you called? Take the shares from the question above."
            ),
            right=lambda setting: saved_answers(setting)["right"],
            unit="accounts",
            low=0,
            high=10_000,
            tolerance=WHOLE,
            explain=_after_the_calls,
            slips=(
                Slip(
                    lambda setting: saved_answers(setting)["all-at-risk"],
                    "all-at-risk",
                    "{given} counts everybody who would have left. Some of them leave although you call.",
                ),
                Slip(
                    lambda setting: saved_answers(setting)["all-who-stay"],
                    "all-who-stay",
                    "{given} counts everybody who stays after a call. Most of them would have stayed without it.",
                ),
                Slip(
                    lambda setting: saved_answers(setting)["whole-list"],
                    "whole-list",
                    "{given} uses the average effect on all accounts. The trial says what a call does in this group.",
                ),
            ),
            hint="Multiply the calls by the difference between the two shares that leave.",
        ),
    ),
    quiz=(
        Choice(
            name="accurate",
            ask=(
                "A vendor's score says for each lead whether it will buy, and is right for 95 of 100 leads. Of 100 "
                "leads 5 buy. How good is the score?"
            ),
            options=(
                Option(
                    "It may be no better than saying that nobody buys.",
                    "Saying “nobody buys” is right for 95 of 100 too. Ask for the lift, and whether of the leads given "
                    "a chance of 20% about 20 of 100 buy (calibration).",
                ),
                Option(
                    "Excellent: it is wrong for only 5 of 100 leads.",
                    "Where buyers are rare, almost any answer is right for most leads: even that nobody buys is right "
                    "for 95 of 100.",
                    "accuracy",
                ),
                Option(
                    "Good enough to act on: of the leads that it picks, 95 of 100 buy.",
                    "Being right for 95 of 100 leads counts mostly those that do not buy. How many of the picked ones "
                    "buy is another number, the precision.",
                    "precision",
                ),
                Option(
                    "It is useless.",
                    "It may order the leads well. The accuracy does not tell, so look at the lift before you decide.",
                    "nihilism",
                ),
            ),
        ),
        Choice(
            name="best_list",
            ask="Customer success has time for 100 calls. Which list is best?",
            options=(
                Option(
                    "The accounts with the highest risk of leaving.",
                    "Many of them leave whatever you do. In two field experiments those at the highest risk were not "
                    "the best ones to approach (Ascarza 2018).",
                    "risk",
                ),
                Option(
                    "The largest accounts.",
                    "Size says what an account is worth if it is kept. It does not say that a call keeps it; use it "
                    "as a weight on the effect.",
                    "size",
                ),
                Option(
                    "The accounts whose risk falls most when somebody calls.",
                    "Only this difference is what a call brings. To know it, some accounts must be left alone at "
                    "random.",
                ),
                Option(
                    "The accounts whose health light is red.",
                    "A light sums up risk in a colour. It says who may leave, not who would stay because of a call.",
                    "traffic-light",
                ),
            ),
        ),
        Choice(
            name="three_times",
            ask=(
                "Leads that the product has qualified and that sales called convert three times as often as the "
                "others. What is the effect of calling?"
            ),
            options=(
                Option(
                    "Three times as many conversions.",
                    "Qualified leads were chosen because they looked like buyers. They would convert more often "
                    "without a call too.",
                    "selection",
                ),
                Option(
                    "Twice as many conversions, after taking away what they would have done anyway.",
                    "Nobody knows what they would have done: that is the number that is missing. Leave some qualified "
                    "leads uncalled, at random, and look.",
                    "half",
                ),
                Option(
                    "None: they were going to buy.",
                    "That may be so, and it may not. Without a comparison it is a guess like the opposite.",
                    "cynicism",
                ),
                Option(
                    "Unknown, as long as no qualified leads are left uncalled at random.",
                    "The comparison mixes who was chosen with what was done. A hold-out separates them.",
                ),
            ),
        ),
        Choice(
            name="pushed",
            recalls="funnel",
            ask=(
                "Accounts that finish the set-up stay far more often than those that do not. Customer success wants to "
                "call every account until it finishes the set-up. What do you want to see first?"
            ),
            options=(
                Option(
                    "That the accounts which finish the set-up are the ones which stay, in companies of every size.",
                    "That was seen already. In companies of every size those that want the product do both, so they "
                    "go together even if the set-up changes nothing.",
                    "correlation",
                ),
                Option(
                    "Whether accounts that are helped through the set-up at random stay more often than others.",
                    "Chance gives both groups the same intent. What is left between them is the effect of the help.",
                ),
                Option(
                    "That more accounts finish the set-up when they are called.",
                    "They will. The question is whether those who had to be pushed stay.",
                    "output",
                ),
                Option(
                    "Nothing: whoever finishes, stays.",
                    "Whoever wanted the product finished and stayed. Pushing others over the line does not give them "
                    "that wish.",
                    "marker-is-cause",
                ),
            ),
        ),
    ),
    spare=(
        Choice(
            name="middle_fifth",
            ask=(
                "In a trial, chance decided which accounts were called. Of the accounts at high risk 40% left, called "
                "or not. Of those at medium risk 20% left without a call and 12% with one. Whom do you call next?"
            ),
            options=(
                Option(
                    "Those at high risk: most of them leave.",
                    "They leave with a call as often as without. A call there keeps nobody.",
                    "risk",
                ),
                Option(
                    "Those at medium risk.",
                    "There a hundred calls keep eight accounts, and at high risk none.",
                ),
                Option(
                    "Half of the calls to each.",
                    "Half of the calls would then go where they change nothing.",
                    "equal-split",
                ),
                Option(
                    "Nobody: who wants to leave, leaves.",
                    "Chance decided who was called, so the fall from 20% to 12% is what the calls did.",
                    "cynicism",
                ),
            ),
        ),
    ),
    keep=(
        "Where buyers are rare, most calls by a good score still reach nobody who buys; what counts is how much better "
        "than chance they are, and what a call costs.",
        "Who is likely to leave and who would stay because of a call are two questions; only the second one says whom "
        "to call.",
        "The second question is answered by calling some at random and leaving some alone at random.",
    ),
    monday=(
        "Take the next list of accounts to be called. Let a coin keep one in five of them uncalled, write down which, "
        "and put a date in the calendar on which you compare the two groups."
    ),
    sources=(
        'The case `accounts` is invented; `plg.load("accounts").attrs` tells what was planted in it.',
        *WhoToCall.sources,
        "Ascarza, E., Iyengar, R. and Schleicher, M. (2016). The Perils of Proactive Churn Prevention Using Plan "
        "Recommendations: Evidence from a Field Experiment. Journal of Marketing Research 53(1), 46–60.",
        "Fernández-Loría, C. and Provost, F. (2022). Causal Classification: Treatment Effect Estimation vs. Outcome "
        "Prediction. Journal of Machine Learning Research 23(59), 1–35.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 2),
        ("Explore the calls", 7),
        ("Reveal and talk", 5),
        ("Worked example", 6),
        ("Practise", 10),
        ("When is this false?", 5),
        ("Quiz", 5),
        ("Keep", 2),
    ),
    debrief=(
        "Of a hundred calls that your company makes by its score, how many reach a buyer? Who knows?",
        "Which group did teams want to call at first, and what changed their minds?",
        "What would it cost to leave one account in five uncalled, and what would you then know?",
    ),
    cuts=("The first exercise (the lift), if the class knows it.", "The last exercise, and talk through it instead."),
)
