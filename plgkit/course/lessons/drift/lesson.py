"""Lesson 2: whether the requests of customers add up to a vision."""

from plgkit.course.lessons.drift.cards import PILES
from plgkit.course.lessons.drift.exercises import DEPARTMENTS, HALF, TOWARDS, chance, vary
from plgkit.course.lessons.drift.figures import chances_chart
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Prediction, Slip, Sorting
from plgkit.ideas.drift import Drift
from plgkit.models import words


def _finding(setting) -> str:
    """What the number of dimensions does to the chance."""
    within, other = setting.idea.within, 2 if setting.idea.dimensions > 2 else 10
    if within == 90:
        return "It is the same in any number of dimensions: half of all directions lead forward."
    elsewhere = words.chance(setting.idea.changed(dimensions=other).run().numbers["chance_within"])
    if within > 90:
        why = "directions that lead straight back become rarer with every dimension"
    else:
        why = "each further dimension is one more way to point elsewhere"
    return f"With {other} dimensions it would be {elsewhere}: {why}."


def _answer(setting) -> str:
    return (
        f"the model says {words.chance(chance(setting))} for {setting.idea.dimensions} dimensions and an angle of "
        f"{words.number(setting.idea.within)}°"
    )


def _compared(judged: str):
    return lambda setting: f"You said {{given}}%; {_answer(setting)}. {judged} {_finding(setting)}"


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
        "A company that goes wherever customers ask it to go wins customers and loses its way, says document D3: "
        "how likely is it that whoever happens to be a customer draws a roadmap that leads to the vision? Most "
        "visions it hears could belong to any software company, and a vision worth the name wants to change a "
        "trade or the world, one segment of customers after another. D2 adds what happens where a vision exists "
        "and is not respected: marketing, sales and engineering each pull their own way."
    ),
    matters=(
        "Your next roadmap holds more requests than places. You can say what share of the places has to be kept "
        "for the vision, and what the sentence on the wall must be able to refuse."
    ),
    objectives=(
        (
            "say how likely unrelated requests are to lead to a vision, and why",
            ("chance_within", "twenty_requests", "more_dimensions"),
        ),
        (
            "work out what share of a roadmap the vision needs, and what departments lose that pull apart",
            ("reserved_share", "departments"),
        ),
        ("tell a vision from a sentence that any software company could have written", ("visions",)),
        ("say when following customers leads further than following the vision", ("customers_win",)),
    ),
    idea=Drift,
    case="requests",
    views={
        "": View(
            lambda setting: setting.idea.changed(dimensions=2),
            title="How many steps point the right way, and where the roadmap ends",
            marks=lambda setting: {"dimensions": (setting.idea.dimensions,), "reserved": (0, 1)},
        ),
        "practise": View(
            lambda setting: setting.own.roadmap.started(setting),
            ("reserved",),
            title="Your roadmap: how much of it is reserved for the vision",
        ),
        "false": View(
            lambda setting: setting.idea.changed(**Drift.presets["false"]),
            title="Requests that share a direction, and a vision that is badly off",
            marks=lambda _: {"alignment": (0,)},
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="chance_within",
            ask=lambda setting: (
                f"The product can change in {setting.idea.dimensions} independent ways, and a request points in any "
                "direction, each as likely as the others. What is the chance that it points within "
                f"{words.number(setting.idea.within)}° of the vision?"
            ),
            right=lambda setting: 100 * chance(setting),
            unit="percent",
            low=0,
            high=100,
            tolerance=0.4,
            picture=lambda setting: chances_chart(setting.idea.dimensions, setting.idea.within),
            truth=lambda setting: f"T{_answer(setting)[1:]}. {_finding(setting)}",
            close=_compared("That is close."),
            below=_compared("It is likelier than you expected."),
            above=_compared("It is rarer than you expected."),
        ),
    ),
    exercises=(
        Number(
            name="reserved_share",
            ask=lambda setting: (
                f"Your roadmap has {setting.own.roadmap.steps} steps, and the goal is "
                f"{setting.own.roadmap.steps} steps away. The vision is off by {setting.own.roadmap.vision_error}°; "
                "requests point in any direction. What share of the steps, at least, must follow the vision so that "
                "the roadmap ends within half of that distance from the goal?"
            ),
            right=lambda setting: 100 * setting.own.roadmap.reserved,
            unit="percent of the steps",
            low=0,
            high=100,
            explain=lambda setting: (
                f"With {words.percent(setting.own.roadmap.reserved)} of the steps along the vision, "
                f"{words.number(HALF * setting.own.roadmap.steps)} of {setting.own.roadmap.steps} steps are left. "
                "Half of the steps are not enough: the requests wander, and the vision leads a little aside."
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
        Choice(
            name="customers_win",
            ask="When does following customers lead further than following the vision?",
            options=(
                Option(
                    "Never: customers only know what they have, not what could be.",
                    "A vision can be wrong, and customers can agree. Then their common direction is the better guide.",
                    "visionary",
                ),
                Option(
                    "When their requests share a direction and the vision is badly off.",
                    "A request has to bring more progress than a step along the vision: that needs both.",
                ),
                Option(
                    "Always: they pay, so their wishes show what the market wants.",
                    "Payment shows what one customer wants now. Unrelated wishes lead nowhere, however well they pay.",
                    "customer-is-right",
                ),
                Option(
                    "When there are many requests, so that chance evens out.",
                    "A large number of unrelated requests wanders further, not straighter. What counts is whether they "
                    "share a direction.",
                    "volume",
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
        "the start, and in ten dimensions fewer than one in a hundred lies within 45° of a vision.",
        "Whose requests you hear is a choice: customers of one segment can share a direction, and a sequence of such "
        "segments is a strategy.",
        "A vision is worth keeping to if it can refuse something, and if somebody has checked that it points the right "
        "way.",
    ),
    monday=(
        "Take the last twenty things that were built. Mark each with its angle to the vision: 0° towards it, 90° "
        "sideways, 180° away from it. Where nobody can tell the angle, the vision is not yet one."
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
        "In how many directions can your product change? Say how you counted them.",
        "Which of your customers ask for things that point the same way, and did you choose them?",
        "Which request did your vision refuse last year? If there is none, what is the vision for?",
    ),
    cuts=("The exercise on four departments.", "Four of the eight vision statements."),
)
