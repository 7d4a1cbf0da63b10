"""Lesson 5: whether to turn down the custom deal, and what to do when a good plan runs out of cash."""

from plgkit.course.lessons.saying_no.exercises import break_even_years, vary
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Prediction, Slip
from plgkit.ideas.saying_no import SayingNo
from plgkit.models import words
from plgkit.models.saying_no import LONGEST

POINTS = 0.15
"""How much higher the discount rate is in the sentence that says what a high one does."""


def _money(setting, value: float) -> str:
    return setting.idea.money(value, 4)


def _situation(setting) -> str:
    idea = setting.idea
    fails = (
        f" With a chance of {words.percent(1 - idea.success)} it does not work: then it earns nothing in the second "
        "year, and custom work starts again in the third."
    )
    return (
        f"Custom work leaves {_money(setting, idea.custom_income)} a year, from the first year on. A product costs "
        f"{_money(setting, idea.build_cost)} in the first year, in which nothing is earned, and earns "
        f"{_money(setting, idea.product_income)} in every year after it.{fails if idea.success < 1 else ''} Money that "
        f"comes later counts for less: at a discount rate of {words.percent(idea.discount_rate)}, "
        f"{_money(setting, 100 * setting.idea.scale * (1 + idea.discount_rate))} in a year counts as "
        f"{_money(setting, 100 * setting.idea.scale)} today."
    )


def _why(setting) -> str:
    idea = setting.idea
    return (
        f"In the first year, refusing gives up {_money(setting, idea.build_cost + idea.custom_income)}: the cost of "
        f"building and the custom work not taken. In each later year a product that works makes good "
        f"{_money(setting, idea.product_income - idea.custom_income)}, and the later it comes, the less it counts."
    )


def _over(setting, years: int) -> str:
    numbers = setting.idea.changed(years=years).run().numbers
    product, custom = (setting.idea.money(numbers[f"npv_{way}"]) for way in ("product", "custom"))
    return f"Over {words.count(years, 'year')} the product is worth {product} today and custom work {custom}."


def _evidence(setting) -> str:
    idea, years = setting.idea, int(break_even_years(setting.idea))
    values = f"{_over(setting, years - 1)} {_over(setting, years)}"
    higher = min(1.0, idea.discount_rate + POINTS)
    if higher == idea.discount_rate:
        return values
    later = break_even_years(idea.changed(discount_rate=higher))
    takes = f"{words.count(later, 'year')} must count" if later < 1e6 else "no number of years is enough"
    return f"{values} At a discount rate of {words.percent(higher)}, {takes}."


def _truth(setting) -> str:
    return (
        f"The product overtakes when {words.count(break_even_years(setting.idea), 'year')} count. {_evidence(setting)}"
    )


def _compared(begin: str):
    def text(setting) -> str:
        years = words.number(break_even_years(setting.idea))
        return f"You said {{given}}; the model says {years}. {begin} {_why(setting)} {_evidence(setting)}"

    return text


def _plan(text: str):
    """A text with the numbers of the team's own plan."""
    return lambda setting: text.format_map(setting.own.plan.in_words())


def _gap(text: str):
    """A text with the numbers of the plan whose cash runs out."""
    return lambda setting: text.format_map(setting.own.gap.in_words())


def _option(way: str, text: str, enough: str, short: str, misconception: str) -> Option:
    """A way over the gap; which of them is enough depends on the team's own numbers."""
    return Option(
        _gap(text),
        lambda setting: _gap(enough if setting.own.gap.right == way else short)(setting),
        lambda setting: None if setting.own.gap.right == way else misconception,
    )


def _high_rate(setting) -> tuple[str, str]:
    """What custom work and the product are worth where the claim is false."""
    numbers = setting.preset("false").run().numbers
    return tuple(setting.idea.money(numbers[f"npv_{way}"]) for way in ("custom", "product"))


LESSON = Material(
    slug="saying-no",
    number=5,
    part="Cash flow or investment?",
    title="Saying no",
    question="Should you turn down the custom deal?",
    minutes=(50, 70),
    claim=(
        "A company that lives on projects thinks in cash flow: it takes whatever custom work pays today. A product "
        "company thinks in investments: it turns such work down to build something that can be sold many times "
        "(document D0, fourth statement). Winning deal after deal is a fair stage for a young company that still "
        "has to prove that anybody needs its product; but each deal should lead towards the vision, and one day "
        "somebody has to say enough (D3)."
    ),
    matters=(
        "The next custom deal has a number on it, and the product has a hope. Whoever can put both into the same "
        "unit, money today, can say no, or yes, with a reason."
    ),
    objectives=(
        (
            "work out how many years must count before a product is worth more than custom work",
            ("break_even", "own_break_even"),
        ),
        ("say what chance of working a plan needs", ("chance_needed",)),
        ("tell value from cash, and find a way over a gap", ("missing", "month_nine", "out_of_cash")),
        ("say when refusing would be the mistake", ("high_rate", "doubt")),
    ),
    idea=SayingNo,
    case="deals",
    views={
        "": View(
            lambda setting: setting.idea,
            title="Custom work against the product",
            marks=lambda setting: {"years": (setting.idea.years - 1,)},  # every year, to find the one that decides
        ),
        "false": View(lambda setting: setting.preset("false"), title="The same choice at a high discount rate"),
        "waiting": View(
            lambda setting: setting.preset("waiting"),
            ("success", "years", "discount_rate"),
            "The same choice in doubt",
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="break_even",
            ask=lambda setting: (
                f"{_situation(setting)} How many years must count, the first of them included, before the product is "
                "worth as much today as custom work, or more?"
            ),
            right=lambda setting: break_even_years(setting.idea),
            unit=f"years, from 1 to {LONGEST}",
            low=1,
            high=LONGEST,
            picture=lambda setting: setting.idea.changed(years=int(break_even_years(setting.idea))).chart(predicts="x"),
            truth=_truth,
            close=_compared("That is close."),
            below=_compared("It takes longer than you expected."),
            above=_compared("It takes less time than you expected."),
        ),
    ),
    exercises=(
        Number(
            name="own_break_even",
            ask=_plan(
                "Your own plan. {plan} To help: an income of 1 a year, paid in every year after the first, is worth "
                "today {worth}. How many years must count, the first of them included, until the product is worth at "
                "least as much as custom work?"
            ),
            right=lambda setting: setting.own.plan.break_even,
            unit="years",
            low=0,
            high=100,
            explain=_plan(
                "Refusing gives up {given_up} in the first year, the building and the custom work, and gains {gained} "
                "in each later one. The first divided by the second is {ratio}. The list reaches that when "
                "{break_even} years count."
            ),
            slips=(
                Slip(
                    lambda setting: setting.own.plan.undiscounted,
                    "no-discount",
                    "{given} counts the money of later years as if it came today. It counts for less: use the list.",
                ),
                Slip(
                    lambda setting: setting.own.plan.for_free,
                    "refusing-is-free",
                    "{given} forgets the custom work that you turn down. It is missing in the first year, on top of "
                    "the building, and in every year after it.",
                ),
                Slip(
                    lambda setting: setting.own.plan.after_the_first,
                    "first-year-left-out",
                    "{given} leaves out a year. The year of building counts too.",
                ),
            ),
            hint=(
                "Divide what refusing gives up in the first year by what it gains in each later one, and look for "
                "the first number in the list that is at least as large."
            ),
        ),
        Number(
            name="chance_needed",
            ask=_plan(
                "The same plan, looked at over {years} years. Custom work is worth {custom} today. The product is "
                "worth {works} today if it works, and {fails} if it fails, when custom work starts again in the third "
                "year. How likely must it be, at least, that the product works for refusing to pay? Answer in percent."
            ),
            right=lambda setting: 100 * setting.own.plan.numbers["success_needed"],
            unit="percent",
            low=0,
            high=1000,
            explain=_plan(
                "A product that works is worth {gain} more than one that fails. To be worth as much as custom work, "
                "the product needs {short} of that. {short} divided by {gain} is {needed}."
            ),
            slips=(
                Slip(
                    lambda setting: 100 * setting.own.plan.if_failure_is_zero,
                    "failure-is-zero",
                    _plan(
                        "{{given}} takes a product that fails to be worth nothing. It is worth {fails} here: the cost "
                        "of building is lost, and custom work comes back."
                    ),
                ),
                Slip(
                    lambda setting: 100 * (1 - setting.own.plan.numbers["success_needed"]),
                    "upside-down",
                    "{given} is the chance of failing that the plan can bear. The question asks for the chance of "
                    "working.",
                ),
                Slip(
                    lambda setting: setting.own.plan.numbers["success_needed"],
                    "share-for-percent",
                    "{given} is a share of one. The question asks for percent.",
                ),
                Slip(
                    50,
                    "likelier-than-not",
                    "{given} asks only that working is as likely as failing. What counts is also how much is won and "
                    "how much is lost.",
                ),
            ),
            hint=(
                "Take the value of failing from both of the others. What custom work is worth more than failing, "
                "divided by what working is worth more than failing, is the chance."
            ),
        ),
        Number(
            name="missing",
            ask=_gap("{plan} How much money is missing until the end of month twelve?"),
            right=lambda setting: setting.own.gap.missing,
            unit=lambda setting: f"thousand ({setting.idea.terms.unit})",
            low=0,
            high=1e12,
            explain=_gap(
                "Twelve months cost {twelve}. Less the {cash} in the bank, {missing} is missing. The first of it is "
                "needed in month nine."
            ),
            slips=(
                Slip(
                    0,
                    "value-is-cash",
                    "{given} would be right if value could pay salaries. The value today adds up eight years; the "
                    "money of those years comes too late for month nine.",
                ),
                Slip(
                    lambda setting: setting.own.gap.missing_in_month_nine,
                    "first-hole-only",
                    "{given} is what is missing in month nine alone. Three more months have to be paid.",
                ),
                Slip(
                    lambda setting: setting.own.gap.missing_without_month_nine,
                    "whole-months-only",
                    "{given} pays for months ten to twelve. In month nine the cash lasts for a part of the month only.",
                ),
                Slip(
                    lambda setting: 12 * setting.own.gap.monthly,
                    "cash-forgotten",
                    "{given} is what all twelve months cost. Some of it is in the bank already.",
                ),
            ),
            hint="Take what there is in the bank from what twelve months cost.",
        ),
        Choice(
            name="month_nine",
            ask=_gap(
                "The same plan: {monthly} a month for twelve months, {cash} in the bank. A hundred hours of the agency "
                "cost {hundred}. Which way keeps the plan alive until the product earns?"
            ),
            options=(
                _option(
                    "bridge",
                    "Bridge: the rest of the agency takes one more job like {deal} in the ledger, for {customer}. It "
                    "brings {revenue} for {hours} hours, {how}.",
                    "The job brings {revenue}, its {hours} hours cost {costs}, and {left} is left: more than the "
                    "{missing} that is missing. So much is left because most of the job was not built anew.",
                    "The job brings {revenue}, its {hours} hours cost {costs}, and {left} is left. That is less than "
                    "the {missing} that is missing. What comes in is not what is left.",
                    "revenue-is-cash",
                ),
                Option(
                    "Start as planned, since the value today is positive.",
                    "Value today adds up all years and does not say when the money comes. In month nine salaries "
                    "cannot be paid, and nobody reaches the years that earn.",
                    "value-is-cash",
                ),
                _option(
                    "finance",
                    "Finance: a bank lends {loan} for two years.",
                    "{loan} is more than the {missing} that is missing: all twelve months can be paid. Interest is the "
                    "price; compare it with the value of the plan.",
                    "{loan} is less than the {missing} that is missing. The cash then runs out in month {empty} "
                    "instead of month nine, and there is a debt besides.",
                    "some-money-is-enough",
                ),
                _option(
                    "stage",
                    "Stage: build a first part that customers pay for. It is ready after {stage} months at the same "
                    "monthly cost, and what it brings in pays for the rest.",
                    "By then {stage_costs} is spent, less than what is in the bank. The first part also shows whether "
                    "anybody pays, before the rest is built.",
                    "By then {stage_costs} is spent, more than what is in the bank. A first stage helps only if it "
                    "ends before the cash does.",
                    "any-stage-is-enough",
                ),
            ),
        ),
    ),
    quiz=(
        Choice(
            name="high_rate",
            ask=lambda setting: (
                "Eight years count, at a discount rate of 25%. Custom work is then worth {} today, the product {}. "
                "What follows?".format(*_high_rate(setting))
            ),
            options=(
                Option(
                    "Build the product: only the product is an asset.",
                    "An asset is worth what it will bring, counted in money of today. At this rate the later years "
                    "count for little, and they are the years in which the product earns.",
                    "always-say-no",
                ),
                Option(
                    "Divide the team equally between the two.",
                    "Half of each brings half of each: less than custom work alone. An equal split avoids the "
                    "question and answers it badly.",
                    "equal-split",
                ),
                Option(
                    "Take custom work, at this discount rate.",
                    "At 25% custom work is worth more. At 10% the same plan says the opposite, so the rate deserves "
                    "a discussion of its own.",
                ),
                Option(
                    "It cannot be decided: the future is unknown.",
                    "Not deciding is a decision too: it goes on with custom work. The numbers are estimates, and one "
                    "can ask how wrong they must be before the answer changes.",
                    "nihilism",
                ),
            ),
        ),
        Choice(
            name="doubt",
            ask=(
                "A product can be built now and not be undone. It has become less certain whether it will work, and "
                "the average expectation is the same as before. What should you do?"
            ),
            options=(
                Option(
                    "Ask for more before you build, or build it in stages.",
                    "If a year of waiting or a first stage shows whether it works, that knowledge saves the cost of "
                    "building in vain. It is worth more, the larger the doubt.",
                ),
                Option(
                    "Build sooner, before somebody else does.",
                    "A rival who is about to take the market is a reason to hurry. Doubt about your own product is "
                    "not: it makes knowledge more valuable.",
                    "bold",
                ),
                Option(
                    "Nothing changes as long as the value today is positive.",
                    "A positive value says that building now is better than never building. It does not say that now "
                    "is better than later.",
                    "positive-is-enough",
                ),
                Option(
                    "Never build what is uncertain.",
                    "Every product is uncertain. The question is what it costs to learn more first.",
                    "fear",
                ),
            ),
        ),
        Choice(
            name="out_of_cash",
            ask=lambda setting: (
                f"A plan is worth {setting.idea.money(40 * setting.idea.scale)} more today than the next best choice. "
                "It needs twelve months, and the cash runs out in month nine. What follows?"
            ),
            options=(
                Option(
                    "Go on: the value is positive, and that is what counts.",
                    "Value adds up what comes over years. It cannot pay anybody in month nine.",
                    "value-is-cash",
                ),
                Option(
                    "Give the plan up for good, since it cannot be paid to its end.",
                    "The plan is worth having. What it lacks is money for three months, and that can be found or "
                    "avoided.",
                    "cash-only",
                ),
                Option(
                    "Lower the discount rate, and work the value out again.",
                    "The rate changes what later money is worth today. It does not put any money into month nine.",
                    "tune-the-model",
                ),
                Option(
                    "Look for a loan, a first stage, or custom work that bridges.",
                    "All three close the gap between value and cash. Each has a price: interest, a later product, or "
                    "the time of the team.",
                ),
            ),
        ),
        Choice(
            name="before_refusing",
            recalls="look-first",
            ask=(
                "Before you refuse the custom deal, you could show a prototype of the product to ten customers for "
                "two weeks. When is that prototype worth money?"
            ),
            options=(
                Option(
                    "Always: who decides should know as much as possible.",
                    "Knowledge that changes no decision costs two weeks and brings nothing.",
                    "always",
                ),
                Option(
                    "When it costs little, compared with the custom deal.",
                    "A cheap prototype that cannot change the decision is still worth nothing. Ask about the decision "
                    "first, then about the price.",
                    "cost",
                ),
                Option(
                    "When the ten customers like it, and say that they would pay.",
                    "Their praise may please you, but if you would have refused the deal anyway, the prototype "
                    "decided nothing.",
                    "delight",
                ),
                Option(
                    "When one of its possible results would change your decision.",
                    "Lesson 3: a prototype is like an option, bought before a decision that cannot be undone. It has "
                    "value because a bad result lets you keep the custom deal.",
                ),
            ),
        ),
    ),
    keep=(
        "Turning down custom work is an investment: it pays only if enough years count, and how many that takes "
        "depends on the discount rate.",
        "Value is not cash: a good plan that runs out of money before it earns has to be financed, cut into stages "
        "or bridged.",
        "Where building cannot be undone and success is in doubt, waiting to learn can be worth more than both "
        "refusing and accepting.",
    ),
    monday=(
        "Take the last custom deal that you accepted. Write down what it left, how many weeks of the product it "
        "cost, and how many years would have to count for refusing it to have been right."
    ),
    sources=(
        *SayingNo.sources,
        "Poterba, J. M. and Summers, L. H. (1995). A CEO Survey of U.S. Companies' Time Horizons and Hurdle Rates. "
        "Sloan Management Review 37(1), 43–53.",
        "The ledger of the agency is the invented case `deals`; the case tells how it was made.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 3),
        ("Explore", 6),
        ("Reveal and talk", 4),
        ("Worked example", 6),
        ("Practise: years and chance", 9),
        ("Practise: month nine", 7),
        ("When is this false?", 6),
        ("Quiz", 4),
        ("Keep", 2),
    ),
    debrief=(
        "Which discount rate does your company use without saying so? What does it follow from?",
        "Who would have to agree before you could refuse the next custom deal, and what would convince that person?",
        "When would refusing have been the mistake? Describe such a deal.",
    ),
    cuts=("The second exercise (the chance that is needed).", "The last explorer (doubt), if the class is new to it."),
)
