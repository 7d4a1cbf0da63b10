"""Lesson 10: growth that is bought and growth that customers bring."""

from plgkit.course.lessons.two_engines.exercises import (
    BLEND,
    BOUGHT,
    EARLY,
    EARNED,
    LATE,
    ROUGH,
    campaign_answers,
    companies,
    described,
    race,
    rival_answers,
    vary,
)
from plgkit.course.lessons.two_engines.figures import race_chart
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Slip
from plgkit.ideas.two_engines import TwoEngines
from plgkit.models import words

PAIRS = ((BOUGHT, BOUGHT), (BOUGHT, EARNED), (EARNED, EARNED), (EARNED, BOUGHT))
"""Who may be ahead early and late."""
EXPECTED = (
    ("speed-lasts", "You expected a fast start to last. What is bought has to be bought again when it leaves."),
    ("slow-then-fast", "You expected the fast company first and the loyal one later. This market is another case."),
    ("product-at-once", "You expected recommendations from the first day. They need customers who can recommend."),
    ("product-first", "You expected the product first and the marketing later. Bought customers come at once."),
)


def _money(setting, amount: float, digits: int = 3) -> str:
    return words.money(amount, setting.currency, digits)


def _amount(amount: float):
    """An amount in a text of the quiz, in the learner's money."""
    return lambda setting: words.money(amount * setting.scale, setting.currency)


def _churning(engine: TwoEngines) -> str:
    return f"{words.number(100 * engine.churn)} of 100 customers leave each month"


def _who(setting) -> str:
    """What the learner is told of the two companies."""
    lines = [
        f"{company} spends {_money(setting, engine.spend)} a month on marketing; {_churning(engine)}, and 100 who stay "
        f"bring {words.number(100 * engine.word_of_mouth)} new ones."
        for company, engine in companies(setting.idea).items()
        if company != BLEND
    ]
    return (
        f"{' '.join(lines)} Both start without customers in a market of {words.number(setting.idea.market)} shops. "
        f"Who has more customers at month {EARLY}, and who at month {LATE}?"
    )


def _leaders(setting) -> tuple[str, ...]:
    customers = race(setting.idea)
    return tuple(max((BOUGHT, EARNED), key=lambda company: customers[company][when]) for when in (0, 1))


def _outcome(index: int) -> Option:
    """The option for one order of the two companies; which of them is right depends on the market."""
    first, second = PAIRS[index]
    misconception, expected = EXPECTED[index]
    text = f"{first} at both." if first == second else f"{first} at month {EARLY}, {second} at month {LATE}."

    def feedback(setting) -> str:
        race_in_words = described(setting.idea)
        if _leaders(setting) == PAIRS[index]:
            return f"{race_in_words} Bought customers come at once; recommended ones come with the customers who stay."
        return f"{race_in_words} {expected}"

    return Option(text, feedback, lambda setting: None if _leaders(setting) == PAIRS[index] else misconception)


def _campaign(setting) -> str:
    """The campaign's three lines."""
    lines = [
        f"{_money(setting, spend, 6)} a month bought {words.number(customers, 4)} customers a month"
        for spend, customers in setting.own.campaign
    ]
    return words.listing(lines)


def _catch_up(setting) -> str:
    them, us = setting.own.rival.them, setting.own.rival.us
    step = TwoEngines.assumptions(scale=setting.scale)["spend"].step
    return (
        f"A competitor spends {_money(setting, them.spend)} a month; {_churning(them)}, and 100 who stay bring "
        f"{words.number(100 * them.word_of_mouth)} new ones. After {EARLY} months it has "
        f"{words.number(setting.own.rival.target)} customers. Your product is better: "
        f"{words.number(100 * us.churn)} of 100 leave each month, and 100 who stay bring "
        f"{words.number(100 * us.word_of_mouth)}. How much must you spend each month to have as many customers "
        f"after {EARLY} months? Use the explorer above; within {_money(setting, step / 2)} is near enough."
    )


def _share_of_rival(setting) -> str:
    return words.percent(setting.own.rival.needed / setting.own.rival.them.spend, 2)


def _above_threshold(setting) -> TwoEngines:
    """Churn at which growth does not carry itself, whatever word of mouth was set."""
    threshold = setting.idea.run().numbers["churn_threshold"]
    return setting.idea.changed(churn=max(TwoEngines.presets["false"]["churn"], round(1.1 * threshold, 2)))


LESSON = Material(
    slug="two-engines",
    number=10,
    part="The funnel",
    title="Two engines",
    question="Bought growth or earned growth?",
    minutes=(45, 60),
    claim=(
        "A product that people love brings loyal customers and demand that nobody paid for. Marketing is faster, "
        "but if the product does not hold people they leave again, and each new customer costs more than the one "
        "before. The best is a blend of both (document D0, third statement). Another document says how: satisfied "
        "customers tell others, and sales and marketing become free for other work, such as customers with complex "
        "needs (D1)."
    ),
    matters=(
        "Somebody will show you what a new customer costs on average and ask for twice the budget. The average does "
        "not answer that question. You can say which number does, and what the product could do instead."
    ),
    objectives=(
        ("say which engine leads early, which one late, and why", ("who_leads", "half_a_friend")),
        (
            "tell the average cost of a customer from the cost of the next one",
            ("next_customer", "spend_more", "dearer_month"),
        ),
        ("say how much spending a better product can replace", ("catch_up",)),
        ("tell loyalty that is earned from loyalty that comes with size", ("repeat_rate",)),
    ),
    idea=TwoEngines,
    case="public_metrics",
    views={
        "": View(
            lambda setting: setting.idea,
            title="A market filled by spending and by word of mouth",
            marks=lambda setting: {"spend": (2 * setting.idea.spend,), "churn": (0.3,)},
        ),
        "catch-up": View(
            lambda setting: setting.own.rival.us,
            controls=("spend",),
            title="Your company in its first year, with the competitor's spending",
        ),
        "false": View(_above_threshold, title="The same market, with churn above the threshold"),
    },
    vary=vary,
    predictions=(
        Choice(
            name="who_leads",
            ask=_who,
            options=tuple(map(_outcome, range(len(PAIRS)))),
            picture=lambda setting: race_chart(setting.idea),
        ),
    ),
    exercises=(
        Number(
            name="next_customer",
            ask=lambda setting: (
                f"Your company measured its campaigns while its market was almost empty: {_campaign(setting)}. It "
                f"spends {_money(setting, setting.own.campaign[1][0], 6)} now. What does each further customer cost if "
                f"it goes to {_money(setting, setting.own.campaign[2][0], 6)}?"
            ),
            right=lambda setting: campaign_answers(setting.own.campaign)["right"],
            unit="for each further customer",
            low=0,
            high=1e12,
            explain=lambda setting: (
                f"{_money(setting, setting.own.campaign[2][0] - setting.own.campaign[1][0], 6)} more buys "
                f"{words.number(setting.own.campaign[2][1] - setting.own.campaign[1][1], 4)} more customers: "
                f"{_money(setting, campaign_answers(setting.own.campaign)['right'])} each. The average of all "
                f"customers is {_money(setting, campaign_answers(setting.own.campaign)['average'])}. Only the first "
                "number says whether the rise is worth it."
            ),
            slips=(
                Slip(
                    lambda setting: campaign_answers(setting.own.campaign)["average"],
                    "average",
                    "{given} is the average of all customers bought so far. The first ones were easy to win; those "
                    "that the next rise buys are not.",
                ),
                Slip(
                    lambda setting: setting.own.campaign[2][0] / setting.own.campaign[2][1],
                    "average",
                    "{given} is the average after the rise: all spending, divided by all customers. Take only what "
                    "the rise costs, and only the customers whom it adds.",
                ),
                Slip(
                    lambda setting: campaign_answers(setting.own.campaign)["whole-step"],
                    "whole-step",
                    "{given} is the cost over the earlier, longer rise. Within it customers became dearer and "
                    "dearer: the next ones cost more than that rise did on average.",
                ),
                Slip(
                    lambda setting: campaign_answers(setting.own.campaign)["twice-as-dear"],
                    "twice-as-dear",
                    "{given} takes the first average twice. The cost of a customer does not rise in step with the "
                    "spending; it is read from what the last rise added.",
                ),
            ),
            hint="Divide the spending that is added by the customers that are added.",
        ),
        Number(
            name="catch_up",
            ask=_catch_up,
            right=lambda setting: setting.own.rival.needed,
            unit="a month",
            low=0,
            high=1e13,
            tolerance=ROUGH,
            explain=lambda setting: (
                f"{_money(setting, setting.own.rival.needed)} is enough, {_share_of_rival(setting)} of what the "
                "competitor spends: customers who stay and recommend do the rest. And from here on fewer of yours "
                "leave."
            ),
            slips=(
                Slip(
                    lambda setting: setting.own.rival.them.spend,
                    "same-spend",
                    "{given} is what the competitor spends. With it you would buy as many customers, keep more of "
                    "them and be recommended more: you would be far ahead.",
                ),
                Slip(
                    lambda setting: rival_answers(setting.own.rival)["churn-alone"],
                    "churn-alone",
                    "{given} cuts the spending in proportion to churn. Lower churn and more recommendations work "
                    "together, month after month, and spending less makes each bought customer cheaper.",
                ),
                Slip(
                    lambda setting: setting.own.rival.silent,
                    "bought-alone",
                    "{given} would be needed if nobody recommended you. Your customers do bring others.",
                ),
            ),
            hint="Move the spend until the sentence names a number as near to the competitor's as it gets.",
        ),
    ),
    quiz=(
        Choice(
            name="spend_more",
            ask=lambda setting: (
                f"A customer is worth {_amount(120)(setting)}. So far a customer has cost {_amount(80)(setting)} on "
                f"average; the last hundred cost {_amount(136)(setting)} each. What do you do with the budget?"
            ),
            options=(
                Option(
                    "Spend more, since customers cost less than they are worth.",
                    lambda setting: (
                        f"{_amount(80)(setting)} is the average, and it hides the last hundred: each of them brings "
                        f"{_amount(16)(setting)} less than it costs."
                    ),
                    "average",
                ),
                Option(
                    "Stop marketing and let the product grow by itself.",
                    "The first customers cost far less than they are worth. Stopping gives them away, and with them "
                    "everybody whom they would have brought.",
                    "purism",
                ),
                Option(
                    lambda setting: f"Cut back until the next customer costs no more than {_amount(120)(setting)}.",
                    "Below that point each further customer brings more than it costs, above it less. The average "
                    "plays no part in it.",
                ),
                Option(
                    "Raise the price first, and decide afterwards.",
                    "A higher price may be right, and it may also drive customers away. It does not answer the "
                    "question; at today's price the last hundred lose money.",
                    "dodge",
                ),
            ),
        ),
        Choice(
            name="half_a_friend",
            ask=(
                "On average each new user brings half a further user, who in turn brings half a user, and so on. How "
                "many users does one bought user stand for in the end?"
            ),
            options=(
                Option("Two in all.", "One, and a half, and a quarter, and so on: the sum comes to two."),
                Option(
                    "More and more: growth explodes.",
                    "That takes more than one further user for each. With half a user each generation is half as "
                    "large as the one before.",
                    "viral",
                ),
                Option(
                    "One and a half in all.",
                    "That stops after the first step. The users who were brought bring others too.",
                    "one-step",
                ),
                Option(
                    "One: below one further user each, recommendations have no effect.",
                    "Below one they do not carry growth by themselves, but they multiply what is bought: here by two.",
                    "all-or-nothing",
                ),
            ),
        ),
        Choice(
            name="repeat_rate",
            ask=(
                "A large brand has a higher share of customers who buy again than a small brand in the same market. "
                "What do you conclude?"
            ),
            options=(
                Option(
                    "Its product is better.",
                    "It may be, but the same gap is found between brands that people like equally: a small brand has "
                    "fewer buyers, and they buy it a little less often.",
                    "loyal-is-better",
                ),
                Option(
                    "It looks after its customers better.",
                    "A programme for customers is one possible cause. Size alone is known to make such a gap, so it "
                    "has to be taken out first.",
                    "programme",
                ),
                Option(
                    "The small brand should work on the loyalty of its buyers before it pays for growth.",
                    "If the gap comes with size, it closes when the brand grows. Work on loyalty is worth its cost "
                    "only where the rate lies below what the size leads one to expect.",
                    "loyalty-first",
                ),
                Option(
                    "Nothing yet: first compare both with what is usual for brands of their size.",
                    "This is called Double Jeopardy. A rate says something about the product when it lies off the "
                    "line on which brands of all sizes lie.",
                ),
            ),
        ),
        Choice(
            name="lower_ceiling",
            recalls="leaky-bucket",
            ask=(
                "Think of the bucket: as many customers come in each month, partly bought and partly recommended, as "
                "leave. Now word of mouth is halved and churn rises. What happens to the ceiling of the bucket?"
            ),
            options=(
                Option(
                    "It stays where it is: the size of the market alone sets the ceiling.",
                    "The market is an outer limit. The ceiling lies where as many leave as come in, and both have "
                    "changed.",
                    "market-is-ceiling",
                ),
                Option(
                    "It falls, at worst to what bought customers alone can hold.",
                    "Less comes in and more leaks out. Below the threshold of word of mouth only what is bought "
                    "keeps the bucket from emptying.",
                ),
                Option(
                    "It stays, and it is only reached later.",
                    "The ceiling is what comes in divided by the share that leaves. Both got worse, so it is the "
                    "ceiling that moves.",
                    "only-slower",
                ),
                Option(
                    "It falls to zero.",
                    "Zero is the ceiling only where nothing comes in. Customers are still bought.",
                    "nothing-left",
                ),
            ),
        ),
    ),
    spare=(
        Choice(
            name="dearer_month",
            ask=lambda setting: (
                f"Last month {_amount(10_000)(setting)} of advertising won 100 customers. This month "
                f"{_amount(15_000)(setting)} won 125. A customer is worth {_amount(150)(setting)}. What about next "
                "month?"
            ),
            options=(
                Option(
                    lambda setting: f"Stay at {_amount(15_000)(setting)}: a customer costs less than it is worth.",
                    lambda setting: (
                        f"On average it does: {_amount(120)(setting)}. But the last 25 cost {_amount(5_000)(setting)}, "
                        f"which is {_amount(200)(setting)} each."
                    ),
                    "average",
                ),
                Option(
                    "Spend more: more money wins more customers.",
                    "It does, and each of them costs more than the one before. What counts is what the next one costs.",
                    "volume",
                ),
                Option(
                    "Stop advertising: it loses money.",
                    lambda setting: (
                        f"The first 100 customers cost {_amount(100)(setting)} each and are worth "
                        f"{_amount(150)(setting)}. Only the last 25 lose money."
                    ),
                    "all-or-nothing",
                ),
                Option(
                    "Spend less than this month: the last customers cost more than they are worth.",
                    lambda setting: (
                        f"The 25 that were added cost {_amount(5_000)(setting)} together, {_amount(200)(setting)} each."
                    ),
                ),
            ),
        ),
    ),
    keep=(
        "Bought customers come at once and get dearer; recommended customers come late, and only as long as customers "
        "stay.",
        "Where churn lies below the threshold that word of mouth sets, growth carries itself; above it, what is not "
        "bought again is lost.",
        "Whether to spend more is decided by the cost of the next customer, never by the average of all.",
    ),
    monday=(
        "Take your last two budgets for marketing and the customers that each brought. Divide the difference in "
        "money by the difference in customers, and lay it beside the average that you usually report."
    ),
    sources=(
        "Paying users and spending of Dropbox: cases `public_metrics` and `public_companies`, with the source of each "
        "figure.",
        *TwoEngines.sources,
        "Fader, P. S. and Schmittlein, D. C. (1993). Excess Behavioral Loyalty for High-Share Brands: Deviations from "
        "the Dirichlet Model for Repeat Purchasing. Journal of Marketing Research 30(4), 478–493.",
        "Schmitt, P., Skiera, B. and Van den Bulte, C. (2011). Referral Programs and Customer Value. Journal of "
        "Marketing 75(1), 46–59.",
        "Van den Bulte, C. and Lilien, G. L. (2001). Medical Innovation Revisited: Social Contagion versus Marketing "
        "Effort. American Journal of Sociology 106(5), 1409–1435.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 3),
        ("Explore the two engines", 7),
        ("Reveal and talk", 5),
        ("Worked example", 5),
        ("Practise", 10),
        ("When is this false?", 5),
        ("Quiz", 5),
        ("Keep", 2),
    ),
    debrief=(
        "Which of the two companies is yours more like in its first year, and which in its third?",
        "What did your last addition to the marketing budget cost for each further customer?",
        "How would you measure word of mouth, so that you would notice when it falls?",
    ),
    cuts=("The second exercise (catching up).", "The worked example, if the class has done lesson 8."),
)
