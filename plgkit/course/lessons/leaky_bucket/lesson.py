"""Lesson 9: how many customers there will be, when some join and some leave each month."""

import math
from collections.abc import Callable
from typing import Any

from plgkit.course.lessons.leaky_bucket.exercises import AHEAD, EXAMPLE, Bucket, Projection, described, vary
from plgkit.course.lessons.leaky_bucket.figures import Renewals
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Drawing, Number, Option, Slip
from plgkit.ideas.leaky_bucket import LeakyBucket
from plgkit.models import words

LAST = "last-rate-for-ever"


def _situation(setting) -> str:
    idea = setting.idea
    joins = words.count(idea.acquisition, "person becomes a customer", "people become customers")
    begins = f"{words.number(idea.start)} customers, all new to it" if idea.start else "no customers"
    if idea.polarisation and idea.churn:
        leaves = (
            f"{words.percent(idea.churn)} of new customers leave in their first month; those who stay are less likely "
            "to leave later"
        )
    else:
        leaves = f"{words.percent(idea.churn)} of the customers there are leave"
    return (
        f"A booking calendar for music teachers (an invented company) begins with {begins}. Each month {joins}, and "
        f"{leaves}. Draw the number of customers over the next {AHEAD} months."
    )


def _end(setting) -> str:
    return words.number(setting.own.ahead.numbers["customers_at_end"])


def _halved_and_doubled(setting) -> dict[str, tuple[float, ...]]:
    """What the text compares: half the churn, twice the churn, twice the new customers."""
    churn, acquisition = setting.idea.churn, setting.idea.acquisition
    return {"churn": (churn / 2, 2 * churn), "acquisition": (2 * acquisition,)}


def _full(setting) -> LeakyBucket:
    """The lesson's bucket, begun above its ceiling."""
    ceiling = setting.idea.run().numbers["ceiling"]
    start = LeakyBucket.presets["full"]["start"]
    most = LeakyBucket.assumptions()["start"].le
    return setting.idea.changed(start=min(max(start, 2 * ceiling), most) if math.isfinite(ceiling) else start)


def _filled(text: str) -> Callable[[Any], str]:
    """A text with slots for the words that stand for this team's numbers."""
    return lambda setting: text.format(given="{given}", **_in_words(setting.own.bucket, setting.own.cohort))


def _in_words(bucket: Bucket, cohort: Projection) -> dict[str, str]:
    """The team's numbers in words."""
    percents = ("constant", "curve", "truth", "last_year")
    yearly = (cohort.last / 100) ** (1 / cohort.known)
    return {name: words.number(getattr(cohort, name)) for name in percents} | {
        "start": words.number(bucket.start),
        "joining": words.number(bucket.acquisition),
        "churn": words.percent(bucket.churn),
        "ceiling": words.number(bucket.ceiling),
        "cohort": cohort.cohort,
        "described": described(cohort),
        "shares": ", ".join(f"{share:g}" for share in cohort.shares),
        "last": f"{cohort.last:g}",
        "kept": words.percent(yearly),
        "known": str(cohort.known),
        "until": str(cohort.until),
    }


def _slip(misconception: str, feedback: str) -> Slip:
    return Slip(lambda setting: setting.own.bucket.slips[misconception], misconception, feedback)


def _other(reading: str, misconception: str, feedback: str) -> Slip:
    """The slip of who takes another reading of the cohort."""
    return Slip(lambda setting: getattr(setting.own.cohort, reading), misconception, feedback)


LESSON = Material(
    slug="leaky-bucket",
    number=9,
    part="The funnel",
    title="The leaky bucket",
    question="How many customers will you have?",
    minutes=(45, 60),
    claim=(
        "Customers pour in at the top of the funnel and leak out at the bottom. One document tells companies to stop "
        "pouring time and money into the top, and to look after users and product before customers are lost "
        "(document D1). Another says that growth led by marketing is fast, but loses its customers again where the "
        "product does not suit them (D0, third statement), and that the growth that lasts comes from helping users "
        "to reach the value of the product, not from pushing single numbers up for a short time (D0, tenth "
        "statement)."
    ),
    matters=(
        "Every plan holds a line for the number of customers, and most such lines go straight up. You will know "
        "where the line bends, what moves its ceiling, and which retention figure belongs in a plan for several "
        "years."
    ),
    objectives=(
        (
            "find the number of customers that a product moves towards",
            ("customers", "ceiling", "double_or_halve", "sixty_a_month"),
        ),
        (
            "project a cohort with a curve that lets customers differ, and say how far one churn for all misses",
            ("constant", "curve", "plan", "lifetime"),
        ),
        ("tell a better product from a cohort that the weak fits have left", ("rising",)),
    ),
    idea=LeakyBucket,
    case="renewals",
    views={
        "": View(lambda setting: setting.idea, title="Customers over the months", marks=_halved_and_doubled),
        "full": View(_full, ("start", "acquisition", "churn"), "The same bucket, full at the start"),
        "cohort": View(lambda setting: Renewals(cohort=EXAMPLE), title="A real cohort, and two projections of it"),
        "false": View(
            lambda setting: LeakyBucket(**LeakyBucket.presets["false"]),
            ("acquisition", "churn", "months"),
            "The first six months",
            marks=_halved_and_doubled,
        ),
    },
    vary=vary,
    predictions=(
        Drawing(
            name="customers",
            ask=_situation,
            at=tuple(range(0, AHEAD + 1, 6)),
            top=lambda setting: setting.own.top,
            right=lambda setting: setting.own.ahead.numbers["customers_at_end"],
            x_title="month",
            y_title="customers",
            picture=lambda setting: setting.own.months.chart(setting.own.ahead, predicts="line"),
            truth=lambda setting: setting.own.ahead.sentence,
            close=lambda setting: (
                f"Your line ends at {{given}}, the model's at {_end(setting)}. That is close. "
                f"{setting.own.ahead.sentence}"
            ),
            below=lambda setting: (
                f"Your line ends at {{given}}, the model's at {_end(setting)}. Those who leave are a share of those "
                f"who are there: with fewer customers, fewer leave. {setting.own.ahead.sentence}"
            ),
            above=lambda setting: (
                f"Your line ends at {{given}}, the model's at {_end(setting)}. Those who leave are a share of those "
                f"who are there: with more customers, more leave. {setting.own.ahead.sentence}"
            ),
        ),
    ),
    exercises=(
        Number(
            name="ceiling",
            ask=_filled(
                "A product has {start} customers. Each month {joining} people become customers, and {churn} of the "
                "customers there are leave, all equally likely. Towards which number of customers does it move in the "
                "long run?"
            ),
            right=lambda setting: setting.own.bucket.ceiling,
            unit="customers",
            low=0,
            high=1e9,
            explain=_filled(
                "At {ceiling} customers, {churn} of them are {joining}: each month as many leave as join. Below that "
                "the number grows, above it falls."
            ),
            slips=(
                _slip(
                    "nobody-leaves",
                    f"{{given}} adds {AHEAD} months of new customers to those of today. Nobody leaves in that.",
                ),
                _slip(
                    "adds-the-start",
                    "{given} adds the customers of today to the ceiling. Today's customers leave too, and in the "
                    "long run the start does not count.",
                ),
                _slip(
                    "next-month",
                    "{given} is the number after one month. It goes on: look for the number at which as many leave "
                    "as join.",
                ),
                _slip(
                    "percent-as-number",
                    "{given} divides by the percentage as it is written. A share of 5 percent is 0.05.",
                ),
            ),
            hint="Look for the number of which the leaving share is as large as the number who join.",
        ),
        Number(
            name="constant",
            ask=_filled(
                "{described} Somebody plans with one churn for all years: the rate that leads to {last} percent after "
                "{known} years. What percentage would remain after {until} years?"
            ),
            right=lambda setting: setting.own.cohort.constant,
            unit="percent of the cohort",
            low=0,
            high=100,
            explain=_filled(
                "{last} percent after {known} years means that {kept} are kept each year. After {until} years "
                "{constant} percent would remain."
            ),
            slips=(
                _other(
                    "last_year",
                    LAST,
                    "{given} goes on with the renewal rate of the last year known. The plan here takes one rate for "
                    "all years, the first ones included.",
                ),
                _other(
                    "first_year",
                    "first-rate-for-ever",
                    "{given} goes on with the renewal rate of the first year. One rate must lead to the share of the "
                    "last year known.",
                ),
                _other(
                    "last",
                    "nobody-leaves-later",
                    "{given} is the share of the last year known. In this plan customers go on leaving.",
                ),
            ),
            hint=_filled("Write {last} percent as a number below 1, and raise it to the power of {until} / {known}."),
        ),
        Number(
            name="curve",
            ask=_filled(
                "Now let customers differ, and fit the curve to the same years: in code with "
                'plg.fit_retention([{shares}]) and its survival, or in the picture above, with the cohort "{cohort}", '
                "{known} years known, projected to year {until}. By the curve, what percentage remains after {until} "
                "years?"
            ),
            right=lambda setting: setting.own.cohort.curve,
            unit="percent of the cohort",
            low=0,
            high=100,
            explain=_filled(
                "By the curve {curve} percent remain, with one churn for all {constant}. {truth} percent really "
                "remained after {until} years."
            ),
            slips=(
                _other(
                    "constant",
                    "one-churn-for-all",
                    "{given} is what would remain with one churn for all. The curve lets customers differ: those "
                    "likely to leave go first, and those who remain leave less.",
                ),
                _other(
                    "last_year",
                    LAST,
                    "{given} goes on with the last renewal rate. The curve expects that rate to go on rising, and "
                    "takes all years into account.",
                ),
                _other(
                    "last",
                    "nobody-leaves-later",
                    "{given} is the share of the last year known. Loyal customers leave too, more slowly.",
                ),
            ),
            hint="Set the picture above to this cohort, these years known and this year, and read the sentence.",
        ),
        Choice(
            name="plan",
            ask=_filled(
                "After {until} years, {truth} percent of that cohort really remained. Which retention belongs in a "
                "plan for many years?"
            ),
            options=(
                Option(
                    "One churn for all years: it is simple, and it is the careful choice.",
                    _filled(
                        "It expects {constant} percent where {truth} remained. That is not careful: loyal customers "
                        "look worth too little, and whatever serves them looks too dear."
                    ),
                    "careful-is-low",
                ),
                Option(
                    "The last renewal rate: it is the newest number there is.",
                    _filled(
                        "Kept for ever, it would give {last_year} percent where {truth} remained. Among those who "
                        "stayed, the rate rose further."
                    ),
                    LAST,
                ),
                Option(
                    "The curve that lets customers differ, fitted again every year.",
                    _filled(
                        "It expects {curve} percent, the nearest to the {truth} that remained, and it errs too: while "
                        "few years are known, little is known of the loyal ones. So fit it again with every year."
                    ),
                ),
                Option(
                    "None: nobody knows what customers will do in years.",
                    "A plan that names no number holds one all the same: that nobody leaves, or that nobody stays. "
                    "Name it, and say how far it has missed before.",
                    "nihilism",
                ),
            ),
        ),
    ),
    quiz=(
        Choice(
            name="double_or_halve",
            ask=(
                "All customers are equally likely to leave. What does more for the ceiling of the customer base: "
                "twice the acquisition, or half the churn?"
            ),
            options=(
                Option(
                    "Half the churn: it does twice as much.",
                    "Retention feels stronger because it works on everybody who is there. But the ceiling is "
                    "acquisition divided by churn, and both changes double it.",
                    "retention-magic",
                ),
                Option(
                    "Twice the acquisition.",
                    "It does more in the first months, when few have had time to leave. At the ceiling both changes "
                    "do the same.",
                    "funnel",
                ),
                Option(
                    "Both the same.",
                    "The ceiling is acquisition divided by churn: either change doubles it. What decides is what "
                    "each would cost.",
                ),
                Option(
                    "Neither: there is no ceiling while people join.",
                    "With more customers, more leave. At some number as many leave as join, and it stays there.",
                    "no-stock",
                ),
            ),
        ),
        Choice(
            name="rising",
            ask=(
                "Of the customers who came in one year, 63% renew after the first year; of those still there, 74%, 82% "
                "and 85% renew after the years that follow. Which explanation must be ruled out first?"
            ),
            options=(
                Option(
                    "Those whom the product suits least left first.",
                    "No customer needs to change for the rate to rise: the group changes. To see a better product, "
                    "compare groups that came at different times, at the same age.",
                ),
                Option(
                    "The product got better every year.",
                    "It may have. But this series looks the same if nothing changed at all, so it cannot be the "
                    "evidence.",
                    "improvement",
                ),
                Option(
                    "The price fell every year.",
                    "A lower price can keep people. It is not needed here: a mixed group alone gives such a series.",
                    "price",
                ),
                Option(
                    "The counting is unreliable.",
                    "Errors would scatter up and down. This series rises at every step, as a mixed group does.",
                    "noise",
                ),
            ),
        ),
        Choice(
            name="lifetime",
            ask=(
                "Half of your customers leave with a probability of 2% a month, the other half with 50%. How long "
                "does a customer stay on average?"
            ),
            options=(
                Option(
                    "3.8 months.",
                    "That is one divided by the average churn of 26%. The average of lifetimes is not the lifetime "
                    "at the average churn.",
                    "average-of-rates",
                ),
                Option(
                    "2 months.",
                    "That is the half that leaves quickly. The other half stays for years.",
                    "worst-half",
                ),
                Option(
                    "50 months.",
                    "That is the loyal half alone.",
                    "best-half",
                ),
                Option(
                    "26 months.",
                    "50 months for one half, 2 for the other: 26 on average. The average churn of 26% would have "
                    "given 3.8 months, and a customer would have looked worth a seventh.",
                ),
            ),
        ),
        Choice(
            name="success_list",
            recalls="evidence",
            ask=(
                "A talk lists ten companies that lowered their churn with a loyalty programme and then grew. Which "
                "further number would turn the list into evidence?"
            ),
            options=(
                Option(
                    "How much each of the ten grew.",
                    "More about the winners does not help: the list was chosen for their success.",
                    "more-winners",
                ),
                Option(
                    "How many similar companies had such a programme and did not grow.",
                    "A list of successes says nothing until you know how many tried. Without those, the share that "
                    "succeeded is unknown.",
                ),
                Option(
                    "How many further companies, in other industries too, grew with such a programme.",
                    "A longer list of winners is still a list of winners.",
                    "longer-list",
                ),
                Option(
                    "None: growth can never be tested.",
                    "It can: count all who tried, or let chance decide who gets the programme.",
                    "nihilism",
                ),
            ),
        ),
    ),
    spare=(
        Choice(
            name="sixty_a_month",
            ask=(
                "A product has 1,200 customers. Each month 60 more come, and 4% of those who are there leave. Nothing "
                "else changes. Where does the number of customers go?"
            ),
            options=(
                Option(
                    "Up without end: each month more come than leave.",
                    "Today 60 come and 48 leave. With more customers more leave, until 60 do.",
                    "no-stock",
                ),
                Option(
                    "It stays near 1,200.",
                    "It would if as many left as come. Today 48 leave and 60 come, so it still rises.",
                    "today-is-ceiling",
                ),
                Option(
                    "Up to 1,500, and no further.",
                    "4% of 1,500 are 60: there as many leave as come.",
                ),
                Option(
                    "Down to nothing within about two years: 25 times 4% is all of them.",
                    "The 4% are taken from those who are left, and 60 come each month on top.",
                    "straight-line",
                ),
            ),
        ),
    ),
    keep=(
        "With one churn for all, the number of customers moves towards acquisition divided by churn, whatever it "
        "starts from; doubling the one does as much as halving the other.",
        "In the first months acquisition decides; near the ceiling, nearly every new customer replaces one who left.",
        "A cohort's renewal rate rises because the weak fits leave first: it is no proof of a better product, and one "
        "churn for all makes loyal customers look worth too little.",
    ),
    monday=(
        "Divide the customers you win in a month by the share that leaves in a month. Compare that ceiling with the "
        "number of customers in your plan. Then compare two cohorts at the same age."
    ),
    sources=(
        *LeakyBucket.sources,
        "Ehrenberg, A. S. C., Goodhardt, G. J. and Barwise, T. P. (1990). Double Jeopardy Revisited. "
        "Journal of Marketing 54(3), 82–91.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 3),
        ("Explore", 7),
        ("Reveal and talk", 4),
        ("Worked example", 6),
        ("Practise", 10),
        ("When is this false?", 5),
        ("Quiz", 5),
        ("Keep", 2),
    ),
    debrief=(
        "What did most drawn lines have in common, and what does the model have that they lack?",
        "Where is the ceiling of your product at today's numbers? Is the plan above it?",
        "Which rising number at your company could come from customers who have already left?",
    ),
    cuts=("The second explorer (the bucket that begins full).", "The last exercise, if the class is short of time."),
)
