"""Lesson 1: what a list of winners can show, and what the word product-led means."""

from plgkit.charts.picture import dress
from plgkit.charts.prediction import with_prediction
from plgkit.course.lessons.evidence.cards import CASE, PILES, card
from plgkit.course.lessons.evidence.exercises import RECALLED_CHURN, THOUSAND, vary
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Prediction, Slip, Sorting
from plgkit.ideas.evidence import Evidence
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.models import words


def _numbers(setting) -> dict[str, float]:
    return setting.idea.run().numbers


def _best(setting) -> str:
    return f"best {words.percent(setting.idea.cut)}"


def _average(setting) -> str:
    mean = setting.idea.mean_advantage
    if not mean:
        return "On average they do neither better nor worse than the others"
    better = "better" if mean > 0 else "worse"
    return f"On average they do {better} than the others by {words.count(abs(mean), 'standard deviation')}"


def _spread(setting) -> str:
    spread = setting.idea.spread_ratio
    if spread == 1:
        return "their results are spread as widely as those of the others"
    return f"their results are spread {words.number(spread)} times as widely as those of the others"


def _finding(setting) -> str:
    """What fills the ends, in words, and both ends in numbers."""
    numbers, base = _numbers(setting), setting.idea.base_rate
    top, bottom = (numbers[end] / base for end in ("share_in_top", "share_in_bottom"))
    slack = 1e-6
    if top > 1 + slack and bottom > 1 + slack:
        why = "A group whose results vary more fills both ends."
    elif top < 1 - slack and bottom < 1 - slack:
        why = "A group whose results vary less is rare at both ends."
    elif top > 1 + slack:
        why = "Only the bottom tells this apart from a group that merely varies more."
    elif top < 1 - slack:
        why = "The best hold fewer of them, and the worst more."
    else:
        why = "An end that looks like all companies tells nothing about the two groups."
    return f"{why} {setting.idea.run().sentence}"


def _compared(judged: str):
    def text(setting) -> str:
        share = words.chance(_numbers(setting)["share_in_top"])
        return f"You said {{given}}%; the model says {share}. {judged} {_finding(setting)}".replace("  ", " ")

    return text


def _recalled(setting) -> tuple[str, str, str]:
    """The start page's customer in this learner's money: cost to win, margin a month, value at 7% churn."""
    start = UnitEconomics(churn=RECALLED_CHURN)
    margin = start.arpa * start.gross_margin
    amounts = (start.cac, margin, start.run().numbers["lifetime_value"])
    return tuple(setting.idea.money(setting.scale * amount) for amount in amounts)


LESSON = Material(
    slug="evidence",
    number=1,
    part="Product-led or product-centric?",
    title="What counts as evidence",
    question="What would convince you that product-led works?",
    minutes=(40, 55),
    claim=(
        "Document D1 points to a list: Slack, Shopify, DocuSign, HubSpot, Zendesk, Zoom and Wix let the product "
        "lead, grew and listed their shares, so the model works. D4 says that companies led by their product "
        "become more valuable and more durable than those that copy the tactics. D0 goes furthest: putting "
        "customer outcomes first helps any business (first statement). D2 asks a question that comes before: "
        "what does the word mean? It separates three things that are often taken for one."
    ),
    matters=(
        "Somebody will show you a list of successful companies and ask why you do not work like them. You can "
        "say which number the list lacks, and ask what the word on it means."
    ),
    objectives=(
        ("say what a list of winners can show, and which number it lacks", ("register", "ipo_list", "free_trials")),
        ("explain why a more varied group fills both ends of a ranking", ("best_share", "wider_spread")),
        (
            "tell a product-led organisation from a product-centric one and from a growth tactic",
            ("sort_vignettes", "sales_only"),
        ),
    ),
    idea=Evidence,
    case=CASE,
    views={
        "": View(
            lambda setting: setting.idea.changed(spread_ratio=1),
            title="Product-led companies in the order of results, from the worst to the best",
            marks=lambda setting: {"spread_ratio": (setting.idea.spread_ratio,)},
        ),
        "false": View(
            lambda setting: setting.idea.changed(**Evidence.presets["false"]),
            title="The same order, with product-led companies worse on average and more varied",
            marks=lambda _: {"spread_ratio": (1,), "mean_advantage": (0.6,)},
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="best_share",
            ask=lambda setting: (
                f"Of all companies {words.percent(setting.idea.base_rate)} are product-led. {_average(setting)}, and "
                f"{_spread(setting)}. What percentage of the {_best(setting)} of companies is product-led?"
            ),
            right=lambda setting: 100 * _numbers(setting)["share_in_top"],
            unit="percent of the best companies",
            low=0,
            high=100,
            picture=lambda setting: dress(
                with_prediction(setting.idea.picture(setting.idea.run()), "y", percent=True),
                "Bars: the share that is product-led, from the worst companies to the best.",
                setting.idea.table,
            ),
            truth=lambda setting: (
                f"The model says {words.chance(_numbers(setting)['share_in_top'])} of the {_best(setting)}. "
                f"{_finding(setting)}"
            ),
            close=_compared("That is close."),
            below=_compared("More of the best are product-led than you expected."),
            above=_compared("Fewer of the best are product-led than you expected."),
        ),
    ),
    exercises=(
        Sorting(
            name="sort_vignettes",
            ask=(
                "What decides here? Put each invented company on a pile. Ask what the whole company does when "
                "aims conflict, and not which words appear."
            ),
            piles=PILES,
            cards=lambda setting: list(map(card, setting.own.cards)),
        ),
        Number(
            name="register",
            ask=lambda setting: (
                f"{setting.own.register.described()} Of every {THOUSAND:,} product-led companies in the register, "
                "how many are among the best?"
            ),
            right=lambda setting: setting.own.register.chance,
            unit="of 1,000 product-led companies",
            low=0,
            high=THOUSAND,
            explain=lambda setting: (
                f"{setting.own.register.led_best} of {setting.own.register.led:,} are "
                f"{words.number(setting.own.register.chance)} of {THOUSAND:,}; of {THOUSAND:,} other companies it is "
                f"{words.number(setting.own.register.chance_of_others)}. Even so, nearly all product-led companies "
                f"are not on the list. And the register holds a second list: of the worst {setting.own.register.best} "
                f"companies {setting.own.register.led_worst} are product-led."
            ),
            slips=(
                Slip(
                    lambda setting: setting.own.register.slips["inverse"],
                    "inverse",
                    "{given} of 1,000 is the share of the best that is product-led. The question runs the other way: "
                    "of the product-led companies, how many are among the best?",
                ),
                Slip(
                    lambda setting: setting.own.register.slips["same-as-all"],
                    "same-as-all",
                    "{given} of 1,000 is the chance of a company of any kind. The register lets you count the "
                    "product-led ones on their own.",
                ),
                Slip(
                    lambda setting: setting.own.register.slips["of-all-companies"],
                    "of-all-companies",
                    "{given} divides by all companies. The question is about product-led ones: divide by their number.",
                ),
                Slip(
                    lambda setting: setting.own.register.slips["the-others"],
                    "the-others",
                    "{given} of 1,000 is the chance of the other companies, those that are not product-led.",
                ),
                Slip(
                    lambda setting: setting.own.register.slips["in-percent"],
                    "in-percent",
                    "{given} is right as a percentage. The question asks for a number of every 1,000.",
                ),
                Slip(
                    lambda setting: setting.own.register.slips["inverse-in-percent"],
                    "inverse",
                    "{given} percent of the best are product-led. The question runs the other way: of the product-led "
                    "companies, how many are among the best?",
                ),
            ),
            hint="Divide the product-led companies among the best by all product-led companies, and multiply by 1,000.",
        ),
    ),
    quiz=(
        Choice(
            name="ipo_list",
            ask="A list names seven product-led companies that listed their shares. What does the list show?",
            options=(
                Option(
                    "Being product-led brought them there.",
                    "Companies that worked in the same way and failed are not on the list. Whoever looks only at "
                    "survivors takes for a cause whatever survivors share, and those who failed may share it too.",
                    "survivor",
                ),
                Option(
                    "Most product-led companies succeed.",
                    "The list counts successes. For a share of successes you need what stands below the line: how "
                    "many product-led companies there were in all.",
                    "denominator",
                ),
                Option(
                    "Product-led companies can reach a listing.",
                    "Seven examples show that it is possible. How likely it is, and whether others are less likely "
                    "to reach it, needs the companies that the list leaves out.",
                ),
                Option(
                    "Nothing, and nothing could ever test the claim.",
                    "It shows that a listing is possible, and the claim can be tested: count all companies that "
                    "began in the same years, or let chance decide who changes how they work.",
                    "nihilism",
                ),
            ),
        ),
        Choice(
            name="sales_only",
            ask=(
                "A company has no free trial, and salespeople win every customer. Its strategy follows a vision of "
                "the product that everyone respects, and its teams are judged by what changes for customers. What "
                "is it?"
            ),
            options=(
                Option(
                    "Not product-led: nobody can serve themselves.",
                    "Self-service is a growth tactic. The word product-led organisation is about what the whole "
                    "company follows, and a company may do that without the tactic (D2).",
                    "tactic-is-organisation",
                ),
                Option(
                    "Product-led, without product-led growth.",
                    "D2 and D4 keep the two apart: one is what a company decides by, the other how it wins customers.",
                ),
                Option(
                    "Product-centric.",
                    "That is a company in love with what it builds. Here teams are judged by what changes for "
                    "customers, and this is the difference.",
                    "vision-is-vanity",
                ),
                Option(
                    "Sales-led: its salespeople bring in all customers.",
                    "Who closes the contract is a channel. What decides here is the vision and the outcome, and the "
                    "salespeople follow them too.",
                    "channel-is-culture",
                ),
            ),
        ),
        Choice(
            name="wider_spread",
            ask=(
                "Companies of group A are on average as successful as all others, and their results vary more. What "
                "do you expect among the best 1% of all companies?"
            ),
            options=(
                Option(
                    "More of group A than among all companies, and among the worst 1% as well.",
                    "A wider spread reaches further to both sides. Far from the average, spread counts for more than "
                    "the average itself.",
                ),
                Option(
                    "As many of group A as among all companies.",
                    "That would follow if only the average counted. At the ends of a ranking the spread decides too.",
                    "mean-only",
                ),
                Option(
                    "More of group A than among all companies, but only among the best.",
                    "Results that vary more vary downwards as well. One end is talked about and the other is not, "
                    "so it looks like an advantage.",
                    "upside-only",
                ),
                Option(
                    "Nothing can be said before the companies are counted.",
                    "How many must be counted, but the direction follows from the spread: more of group A at each end.",
                    "nihilism",
                ),
            ),
        ),
        Choice(
            name="seven_percent",
            recalls="start-here",
            ask=lambda setting: (
                "From the start page: a customer costs {} to win and leaves {} a month after costs. Suppose that {} "
                "of customers leave every month. When is the money back?"
            ).format(*_recalled(setting)[:2], words.percent(RECALLED_CHURN)),
            options=(
                Option(
                    "After 15 months: what it costs, divided by what a month leaves.",
                    "That is the answer if nobody left. Some leave before they have paid back what they cost.",
                    "nobody-leaves",
                ),
                Option(
                    "After about 30 months: twice as long.",
                    "Losses do not add up in a straight line. At some rate of leaving, those who stay no longer make "
                    "up for those who left, and waiting longer does not help.",
                    "straight-line",
                ),
                Option(
                    "Sooner or later: each customer still brings something every month.",
                    "Each month fewer are left to bring it. Endless small payments can add up to a limited amount.",
                    "endless-sum",
                ),
                Option(
                    "Never.",
                    lambda setting: (
                        f"All months together, a customer leaves {_recalled(setting)[2]} on average, which is less "
                        f"than the {_recalled(setting)[0]} they cost. What decides is how fast customers leave, "
                        "compared with how fast they pay back."
                    ),
                ),
            ),
        ),
    ),
    spare=(
        Choice(
            name="free_trials",
            ask=(
                "Of the 50 software companies that grew fastest last year, 30 offer a free trial. Which number would "
                "tell whether a free trial and growth go together?"
            ),
            options=(
                Option(
                    "How many of the companies that grew slowly offer one.",
                    "If 60% of the slow ones offer a trial as well, the 30 of 50 say nothing. A share needs another "
                    "share to be compared with.",
                ),
                Option(
                    "How fast each of the 30 grew.",
                    "More about the winners does not help: the list was chosen for their growth.",
                    "more-winners",
                ),
                Option(
                    "How many of the next 50 fast companies offer one.",
                    "A longer list of winners is still a list of winners.",
                    "longer-list",
                ),
                Option(
                    "None is needed: 30 of 50 is a majority.",
                    "A trial may be as common among the slow companies. Then the majority is only what is usual.",
                    "majority",
                ),
            ),
        ),
    ),
    keep=(
        "A list of winners shows that something is possible; how likely it is takes the number of those who did "
        "the same and failed, and the same two numbers for everybody else.",
        "A group whose results vary more fills both ends of a ranking: the winners, and the losers whom nobody lists.",
        "Product-led means that a whole company decides by what changes for the people who use its product; a free "
        "trial is a tactic, and love of the product without its users is something else.",
    ),
    monday=(
        "Take one success story that your company steers by, and write down four numbers: how many did the same and "
        "succeeded, did the same and failed, did otherwise and succeeded, did otherwise and failed. Mark those that "
        "nobody has counted."
    ),
    sources=(
        *Evidence.sources,
        "Rosenzweig, P. (2007). The Halo Effect. Free Press.",
        "Bloom, N., Eifert, B., Mahajan, A., McKenzie, D. and Roberts, J. (2013). Does Management Matter? "
        "Evidence from India. Quarterly Journal of Economics 128(1), 1–51.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 2),
        ("Explore both ends", 4),
        ("Reveal and talk", 4),
        ("Worked example: four numbers", 4),
        ("Practise: sort twelve companies", 10),
        ("Practise: the register", 3),
        ("When is this false?", 4),
        ("Quiz", 4),
        ("Keep", 2),
    ),
    debrief=(
        "Whose prediction was far from the answer, and which picture of successful companies stood behind it?",
        "Which card did two teams put on different piles? What would each have to know to agree?",
        "Name a success story that your company steers by. Which of the four numbers has nobody counted?",
    ),
    cuts=("The exercise on the register.", "Six of the twelve cards: let each half of the class read six."),
)
