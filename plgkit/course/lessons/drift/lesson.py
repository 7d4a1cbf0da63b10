"""Lesson 2: whether the requests of customers add up to a vision."""

from plgkit.course.lessons.drift.cards import PILES
from plgkit.course.lessons.drift.exercises import (
    DEPARTMENTS,
    HALF,
    LARGEST,
    TOWARDS,
    by_money,
    headings,
    turns_at,
    vary,
)
from plgkit.course.lessons.drift.figures import degrees, ledger_chart
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Prediction, Slip, Sorting
from plgkit.ideas.drift import Drift
from plgkit.models import words

ASIDE = Drift(requests=20, vision_error=30, alignment=5)
"""A vision whose steps lead further ahead than the requests do, and which ends further from the goal."""


def _ledger_question(_setting) -> str:
    largest, others, together = headings()
    share = words.percent(largest.money / together.money, 2)
    return (
        f"One customer, {LARGEST}, has {share} of the money at stake, and its requests together head "
        f"{degrees(largest)}° off the vision. Those of all other customers together head {degrees(others)}° off it. If "
        "the money decides what is built, how many degrees off the vision does the whole roadmap head?"
    )


def _answer() -> str:
    return f"the ledger says {degrees(headings()[2])}°"


def _why() -> str:
    largest, others, _ = headings()
    return (
        f"Weighted by money, the mean of the two angles would be {words.number(round(by_money()))}°. But requests that "
        f"agree pull harder. Of each step that {LARGEST} pays for, {words.number(largest.agreement, 2)} is left after "
        "its requests have pulled against each other; of each step of the others it is "
        f"{words.number(others.agreement, 2)}."
    )


def _compared(judged: str):
    return lambda _: f"You said {{given}}°; {_answer()}. {judged} {_why()}"


def _aside(text: str):
    """A text with the numbers of `ASIDE`."""

    def filled(_setting) -> str:
        numbers = ASIDE.run().numbers
        ahead = ASIDE.changed(reserved=1.0).run().numbers["expected_progress"]
        asked = ASIDE.changed(reserved=0.0).run().numbers
        return text.format(
            error=words.number(ASIDE.vision_error),
            step=words.number(ahead / ASIDE.requests, 2),
            request=words.number(asked["mean_alignment"], 2),
            ahead=words.number(ahead),
            progress=words.number(asked["expected_progress"]),
            wander=words.number(asked["rms_wander"], 2),
            vision=words.number(numbers["distance_vision"]),
            requests=words.number(numbers["distance_requests"], 2),
        )

    return filled


def _turning(text: str):
    """A text with the errors of a vision from which on the requests end nearer."""

    def filled(_setting) -> str:
        request = ASIDE.run().numbers["mean_alignment"]
        unrelated, agreeing = turns_at(ASIDE.requests, 0), turns_at(ASIDE.requests, ASIDE.alignment)
        return text.format(request=words.number(request, 2), unrelated=unrelated, agreeing=agreeing)

    return filled


def _angles(setting) -> str:
    angles = [f"{name} at {angle}°" for name, angle in zip(DEPARTMENTS, setting.own.pull.angles, strict=True)]
    return words.listing(angles)


def _towards() -> str:
    return words.listing([f"{words.number(part)} at {angle}°" for angle, part in TOWARDS.items()])


def _percent(setting, slip: str) -> float:
    return 100 * setting.own.roadmap.slips[slip]


LESSON = Material(
    slug="drift",
    number=2,
    part="Product-led or product-centric?",
    title="Drift",
    question="Do twenty customer requests add up to a vision?",
    minutes=(45, 55),
    claim=(
        "A company that keeps going where its customers ask it to go can win many of them and lose its way, says "
        "document D3: what is the chance that a random set of customers draws a roadmap that leads to the vision? Many "
        "product leaders whom its author asked described a vision that any software company could have. It should want "
        "to change an industry or the world, one segment of customers after another. D2 adds what happens where a "
        "vision is not respected: marketing, sales and engineering each pull their own way. Both take it for granted "
        "that the vision is right. This lesson does not: it asks which ends nearer to the goal, the vision or the "
        "requests."
    ),
    matters=(
        "Your next roadmap holds more requests than places. You can say what share of the places has to be kept "
        "for the vision, when that would be wrong, and what the sentence on the wall must be able to refuse."
    ),
    objectives=(
        (
            "say where requests lead together, and what one large customer does to them",
            ("heading", "twenty_requests", "more_dimensions"),
        ),
        (
            "work out what share of a roadmap the vision needs, and what departments lose that pull apart",
            ("reserved_share", "departments"),
        ),
        ("tell a vision from a sentence that any software company could have written", ("visions",)),
        (
            "judge by the distance left whether the vision or the requests end nearer to the goal",
            ("customers_win", "nearer_end"),
        ),
    ),
    idea=Drift,
    case="requests",
    views={
        "": View(
            lambda setting: setting.idea,
            title="How far from the goal the roadmap ends",
            marks=lambda _: {"reserved": (0, 1)},
        ),
        "practise": View(
            lambda setting: setting.own.roadmap.started(setting),
            ("reserved",),
            title="Your roadmap: how much of it is reserved for the vision",
        ),
        "false": View(
            lambda setting: setting.preset("false"),
            ("vision_error", "alignment", "reserved"),
            title="Requests that agree on a direction, and a vision that is far off",
            marks=lambda _: {"alignment": (0,), "vision_error": (0,)},
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="heading",
            ask=_ledger_question,
            right=lambda _: headings()[2].angle,
            unit="degrees off the vision",
            low=0,
            high=180,
            picture=lambda _: ledger_chart(),
            truth=lambda _: f"T{_answer()[1:]}. {_why()}",
            close=_compared("That is close."),
            below=_compared("The largest customer turns it further than you expected."),
            above=_compared("The largest customer turns it less than you expected."),
        ),
    ),
    exercises=(
        Number(
            name="reserved_share",
            edition=2,
            ask=lambda setting: (
                f"Your roadmap has {setting.own.roadmap.steps} steps, and the goal is "
                f"{setting.own.roadmap.steps} steps away. The vision is off by {setting.own.roadmap.vision_error}°; "
                "requests point in any direction. What share of the steps has to follow the vision so that the roadmap "
                "ends half as far from the goal as it began?"
            ),
            right=lambda setting: 100 * setting.own.roadmap.reserved,
            unit="percent of the steps",
            low=0,
            high=100,
            explain=lambda setting: (
                f"With {words.percent(setting.own.roadmap.reserved)} of the steps along the vision, "
                f"{words.number(HALF * setting.own.roadmap.steps)} of {setting.own.roadmap.steps} steps are left. "
                "With a larger share less than half of the way is left. Half of the steps are not enough: the requests "
                "wander, and the vision leads a little aside."
            ),
            slips=(
                Slip(
                    lambda setting: _percent(setting, "half-for-half"),
                    "half-for-half",
                    "{given}% would do if every step along the vision went straight to the goal and the requests "
                    "changed nothing. They wander, and the vision is off.",
                ),
                Slip(
                    lambda setting: _percent(setting, "requests-cancel"),
                    "requests-cancel",
                    "{given}% treats the requests as if they cancelled each other. Unrelated steps do not lead back "
                    "to the start: the more there are, the further they end from it.",
                ),
                Slip(
                    lambda setting: _percent(setting, "perfect-vision"),
                    "perfect-vision",
                    "{given}% would do if the vision pointed straight at the goal. It is off, so each step along it "
                    "leads aside as well.",
                ),
                Slip(
                    lambda setting: _percent(setting, "share-of-requests"),
                    "share-of-requests",
                    "{given}% is the share that is left for requests. The question asks for the vision's share.",
                ),
                Slip(
                    lambda setting: _percent(setting, "as-a-share"),
                    "as-a-share",
                    "{given} is a share between 0 and 1. The question asks for percent.",
                ),
            ),
            hint="Move the slider above until the distance left is half of the number of steps.",
        ),
        Number(
            name="departments",
            edition=2,
            ask=lambda setting: (
                f"Four departments do a quarter of the work each: product at 0° to the vision, {_angles(setting)}. "
                f"A step leads towards the vision by {_towards()}. How much of all the work leads there?"
            ),
            right=lambda setting: setting.own.pull.progress,
            unit="percent of all work",
            low=-100,
            high=100,
            explain=lambda setting: (
                f"The four contributions come to {words.number(setting.own.pull.progress / 25)} of four. The "
                "department beyond 90° takes away some of what the others have done."
            ),
            slips=(
                Slip(
                    lambda setting: setting.own.pull.slips["sign-lost"],
                    "sign-lost",
                    "{given}% adds the department beyond 90° as if it led towards the vision. It leads away from it: "
                    "what it does is taken off.",
                ),
                Slip(
                    lambda setting: setting.own.pull.slips["backwards-is-nothing"],
                    "backwards-is-nothing",
                    "{given}% counts the department beyond 90° as nothing. It leads away from the vision, so it "
                    "counts below zero.",
                ),
                Slip(
                    lambda setting: setting.own.pull.slips["all-or-nothing"],
                    "all-or-nothing",
                    "{given}% counts whole departments. Work at an angle counts in part: use the figures given.",
                ),
                Slip(
                    lambda setting: setting.own.pull.slips["straight-line"],
                    "straight-line",
                    "{given}% takes progress to fall in a straight line with the angle. Small angles cost little and "
                    "large ones much: use the figures given.",
                ),
                Slip(
                    lambda setting: setting.own.pull.slips["without-product"],
                    "without-product",
                    "{given}% leaves out the product department. All four do the work.",
                ),
            ),
            hint="Add the four contributions, and divide by four.",
        ),
        Sorting(
            name="visions",
            ask=(
                "Who could have written each of these vision statements? Try the name of a rival in front of it, and "
                "look for one request that it would refuse."
            ),
            piles=PILES,
            cards=lambda setting: setting.own.cards,
        ),
    ),
    quiz=(
        Choice(
            name="twenty_requests",
            ask=(
                "A product follows twenty requests in unrelated directions, one step each. How far from the start does "
                "it end, typically?"
            ),
            options=(
                Option(
                    "Where it began: they cancel each other.",
                    "They would cancel only if each had its exact opposite. What is left grows with the number of "
                    "steps, although slowly.",
                    "cancel",
                ),
                Option(
                    "20 steps away.",
                    "That is the way walked, not the distance reached. Steps add up in full only where they share a "
                    "direction.",
                    "additive",
                ),
                Option(
                    "400 steps away.",
                    "Twenty times twenty is the square of the way walked. Nobody gets further than the 20 steps taken.",
                    "variance",
                ),
                Option(
                    "About 4.5 steps away.",
                    "That is the square root of twenty: twenty steps were paid for, and the product is four or five "
                    "steps from where it was, in a direction that nobody chose.",
                ),
            ),
        ),
        Choice(
            name="customers_win",
            edition=2,
            ask="When does following the requests of customers end nearer to the goal than following the vision?",
            options=(
                Option(
                    "Never: customers only know what they have, not what could be.",
                    _turning(
                        "A vision can be wrong. Twenty steps along one that is off by {unrelated}° or more end further "
                        "from the goal than twenty requests that have no direction in common."
                    ),
                    "visionary",
                ),
                Option(
                    "When the vision is too far off for how closely they agree.",
                    _turning(
                        "Over twenty steps it takes an error of {unrelated}° if they have no direction in common. If "
                        "each leads {request} of a step ahead on average, {agreeing}° is enough."
                    ),
                ),
                Option(
                    "Always: they pay, so their wishes show what the market wants.",
                    "Payment shows what one customer wants now. Unrelated wishes lead nowhere, however well they pay.",
                    "customer-is-right",
                ),
                Option(
                    "When there are many requests, so that chance evens out.",
                    "Many unrelated requests wander further than few and come no nearer to the goal. What counts is "
                    "how closely they agree, and how far the vision is off.",
                    "volume",
                ),
            ),
        ),
        Choice(
            name="nearer_end",
            ask=_aside(
                "A step along a vision that is {error}° off leads {step} of a step ahead. A request leads {request} "
                "ahead on average, and to the sides requests point one way as often as the other. Which of the two "
                "alone ends nearer to the goal after twenty steps?"
            ),
            options=(
                Option(
                    "The requests: sideways they partly cancel.",
                    _aside(
                        "They leave {requests} steps, the vision {vision}. It misses the goal to the same side at "
                        "every step, and that adds up."
                    ),
                ),
                Option(
                    "The vision: each of its steps leads further ahead.",
                    _aside(
                        "It does lead further ahead, {ahead} steps of twenty against {progress}. But half of each step "
                        "leads aside, always to the same side: {vision} steps are left, against {requests}."
                    ),
                    "progress",
                ),
                Option(
                    "The vision: requests wander, and it goes straight.",
                    _aside(
                        "It goes straight past the goal. The requests wander by about {wander} steps, and end "
                        "{requests} steps from it; the vision ends {vision} steps away."
                    ),
                    "straight",
                ),
                Option(
                    _aside("Neither: {step} and {request} are nearly the same."),
                    _aside(
                        "What they lead ahead is nearly the same, what they leave is not: {requests} steps against "
                        "{vision}. The goal is missed to the sides too."
                    ),
                    "progress-is-distance",
                ),
            ),
        ),
        Choice(
            name="ten_founders",
            recalls="evidence",
            ask=(
                "A book presents ten famous founders who ignored what customers asked for. What does it show about "
                "ignoring customers?"
            ),
            options=(
                Option(
                    "That ignoring customers brought these ten their success.",
                    "Founders who ignored customers and failed are in no book. What survivors share need not be what "
                    "brought them there.",
                    "survivor",
                ),
                Option(
                    "That most founders who ignore their customers succeed.",
                    "The book counts successes. For a share you need to know how many ignored their customers in all.",
                    "denominator",
                ),
                Option(
                    "That success is possible with it, but not how likely it is.",
                    "As in lesson 1: bold moves may fill both ends of the ranking, and the book shows one end.",
                ),
                Option(
                    "Nothing: no founder can be compared with another.",
                    "They can be compared: count all who began in the same years, by how they dealt with requests, and "
                    "look at how each group ended.",
                    "nihilism",
                ),
            ),
        ),
    ),
    keep=(
        "Requests that have no direction in common do not add up: twenty of them end about four and a half steps from "
        "the start, and no nearer to the goal.",
        "Whose requests you hear is a choice. One customer who always asks for the same can turn the roadmap further "
        "than its share of the money; customers of one segment can agree, and a sequence of segments is a strategy.",
        "Vision or requests: the better guide is the one that ends nearer to the goal. The vision does if its error is "
        "small for how closely the requests agree, and somebody has to check that.",
    ),
    monday=(
        "Take the last twenty things that were built. Two people mark the angle of each to the vision, without talking "
        "to each other: 0° towards it, 90° sideways, 180° away from it. Lay the two lists side by side. Where they "
        "differ by 90° or more, the vision does not say what it refuses: that is the finding. If you have no vision in "
        "writing, each of the two first writes it in one sentence, and you compare the sentences."
    ),
    sources=(
        *Drift.sources,
        "von Hippel, E. (1986). Lead Users: A Source of Novel Product Concepts. Management Science 32(7), 791–805.",
        "Christensen, C. M. (1997). The Innovator's Dilemma. Harvard Business School Press.",
        "King, A. A. and Baatartogtokh, B. (2015). How Useful Is the Theory of Disruptive Innovation? "
        "MIT Sloan Management Review 57(1), 77–90.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 3),
        ("Explore", 6),
        ("Reveal and talk", 4),
        ("Worked example: two hundred requests", 5),
        ("Practise: your roadmap", 6),
        ("Practise: four departments", 3),
        ("Practise: vision statements", 5),
        ("When is this false?", 5),
        ("Quiz", 3),
        ("Keep", 2),
    ),
    debrief=(
        "How do you know that your vision points the right way, and what would tell you that it does not?",
        "Which of your customers ask for things that point the same way, and did you choose them?",
        "Which request did your vision refuse last year? If there is none, what is the vision for?",
    ),
    cuts=("The exercise on four departments.", "Four of the eight vision statements."),
    spare=(
        Choice(
            name="more_dimensions",
            ask=(
                "Two products receive requests in random directions. One can change in more independent ways than the "
                "other. In which are requests that point roughly towards its vision more frequent?"
            ),
            options=(
                Option(
                    "In the one that can change in fewer ways.",
                    "Each further way to change is one more way to point elsewhere.",
                ),
                Option(
                    "In both alike: the angle is the same.",
                    "On a sheet of paper an angle of 45° to both sides covers a quarter of all directions. In more "
                    "dimensions the same angle covers far less.",
                    "flatland",
                ),
                Option(
                    "In the one that can change in more ways: there are more ways to be right.",
                    "There are more ways to be right and far more ways to be elsewhere. The share that is right falls.",
                    "choice",
                ),
                Option(
                    "In both alike, if one waits long enough.",
                    "More requests bring more that fit, but also more that do not. Waiting leaves the share as it is.",
                    "waiting",
                ),
            ),
        ),
    ),
)
