"""Lesson 8: what the famous product-led companies invested in, read in their own filings."""

from typing import Any

from plgkit.course.lessons.read_the_books.exercises import EXAMPLE, at_listing, ratio, vary
from plgkit.course.lessons.read_the_books.figures import Books, listing_chart
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Prediction, Slip
from plgkit.ideas.unit_economics import UnitEconomics
from plgkit.models import words


def _comparison() -> str:
    rows = at_listing()
    above, below = rows[rows["selling_per_research"] > 1], rows[rows["selling_per_research"] <= 1]
    return (
        f"Of the {words.small(len(rows))} companies that report both lines, {words.small(len(above))} spent more on "
        f"selling than on research; {words.listing(below['company'].tolist())} did not."
    )


def _lines(setting) -> str:
    years = setting.own.years
    revenue, selling = (
        [words.number(getattr(year, line), 4) for year in years] for line in ("revenue", "sales_and_marketing")
    )
    return (
        f"{years.now.company} in {years.now.fiscal_year}: revenue rose from {revenue[0]} to {revenue[1]} million "
        f"dollars. Sales and marketing had cost {selling[0]} million the year before and cost {selling[1]} million "
        f"in {years.now.fiscal_year}."
    )


def _peak(setting) -> Any:
    return max(setting.own.one_off, key=lambda year: year.stock_compensation_share)


def _one_off(index: int) -> Option:
    """The option for one of the four years; which of them is right depends on the company."""

    def feedback(setting) -> str:
        year, peak = setting.own.one_off[index], _peak(setting)
        share = words.percent(year.stock_compensation_share, 2)
        if year is peak:
            return (
                f"Shares given to staff came to {share} of revenue in {year.fiscal_year}. Many of them had been "
                "promised before and were booked as a cost in the year of the listing. Compare other years."
            )
        return (
            f"In {year.fiscal_year} shares given to staff were {share} of revenue; in another year they were "
            f"{words.percent(peak.stock_compensation_share, 2)}. A cost that grows with the business is not a "
            "one-off: look for the year that stands out and does not come back."
        )

    return Option(
        lambda setting: setting.own.one_off[index].fiscal_year,
        feedback,
        lambda setting: None if setting.own.one_off[index] is _peak(setting) else "growth-is-a-one-off",
    )


LESSON = Material(
    slug="read-the-books",
    number=8,
    part="Cash flow or investment?",
    title="Read the books",
    question="What did the famous product-led companies invest in?",
    minutes=(50, 70),
    claim=(
        "Two of our documents belong together here. One says that a product-led company puts money into the "
        "quality of the product before it puts money into more sales and marketing (document D4). The other "
        "says that a product leader who cannot read a profit and loss account weakens the product (D0, fifth "
        "statement). A third names the proof: Slack, Shopify, DocuSign, HubSpot, Zendesk and Zoom grew and "
        "went public (D1). All of them have published their books. We can look."
    ),
    matters=(
        "Somebody will ask you what the next million should buy. Whoever can answer from the company's own "
        "lines is heard; whoever answers with a slogan is not."
    ),
    objectives=(
        ("read the costs of selling and of research in a profit and loss account", ("zoom_ratio", "zoom_label")),
        ("work out what growth cost, and in how many months it pays back", ("growth_bought", "payback")),
        ("find the year that a one-off distorts", ("one_off", "slack_leap")),
        ("say what these lines can show, and what they cannot", ("missed_target", "next_dollar", "two_companies")),
    ),
    idea=UnitEconomics,
    case="public_companies",
    views={
        "books": View(lambda setting: Books(), title="What a company spent, year by year"),
        "": View(
            lambda setting: setting.idea,
            title="What one customer costs and brings",
            marks=lambda _: {"churn": (0.08,)},
        ),
        "false": View(
            lambda setting: setting.idea.changed(
                churn=UnitEconomics.presets["false"]["churn"],
                cac=UnitEconomics.presets["false"]["cac"] * setting.scale,
            ),
            title="The same customer, loyal and cheap to win",
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="zoom_ratio",
            ask=(
                "Zoom let people in through a free product. In the last full year before its shares were listed, "
                "how many dollars did it spend on sales and marketing for each dollar of research and development?"
            ),
            right=lambda setting: ratio(EXAMPLE),
            unit="dollars of selling for each dollar of research",
            low=0,
            high=20,
            picture=lambda setting: listing_chart(EXAMPLE),
            truth=lambda setting: (
                f"Zoom spent {words.number(ratio(EXAMPLE))} dollars on sales and marketing for each dollar of "
                f"research. {_comparison()}"
            ),
            close=lambda setting: (
                f"You said {{given}}; the filings say {words.number(ratio(EXAMPLE))}. That is close. {_comparison()}"
            ),
            below=lambda setting: (
                f"You said {{given}}; the filings say {words.number(ratio(EXAMPLE))}. There was more selling behind "
                f"the free product than you expected. {_comparison()}"
            ),
            above=lambda setting: (
                f"You said {{given}}; the filings say {words.number(ratio(EXAMPLE))}. There was less selling than "
                f"you expected, and still far more than research. {_comparison()}"
            ),
        ),
    ),
    exercises=(
        Number(
            name="growth_bought",
            ask=lambda setting: (
                f"{_lines(setting)} How many dollars of revenue were added for each dollar that sales and "
                "marketing had cost the year before?"
            ),
            right=lambda setting: setting.own.years.bought,
            unit="dollars added for each dollar",
            low=0,
            high=1000,
            explain=lambda setting: (
                f"{words.number(setting.own.years.added, 4)} million added, divided by "
                f"{words.number(setting.own.years.before.sales_and_marketing, 4)} million spent the year before, is "
                f"{words.number(setting.own.years.bought)}. It is an average: it does not say what the next dollar "
                "would bring, nor that the selling caused the growth."
            ),
            slips=(
                Slip(
                    lambda setting: setting.own.years.slips["same-year"],
                    "same-year",
                    "{given} divides by the cost of the same year. Selling comes before the revenue that it "
                    "brings, so this measure uses the year before.",
                ),
                Slip(
                    lambda setting: setting.own.years.slips["all-revenue"],
                    "all-revenue",
                    "{given} credits the year before with all revenue. Most of that revenue was there already: "
                    "take only what was added.",
                ),
                Slip(
                    lambda setting: setting.own.years.slips["upside-down"],
                    "upside-down",
                    "{given} is the cost of one added dollar: the division stands upside down.",
                ),
            ),
            hint="Divide the revenue that was added by the sales and marketing of the year before.",
        ),
        Number(
            name="payback",
            ask=lambda setting: (
                f"Take the same lines. Of each dollar of revenue {setting.own.years.now.company} kept "
                f"{words.number(100 * setting.own.years.now.gross_margin)} cents after the cost of serving it. In "
                "how many months does the added revenue pay back the sales and marketing of the year before?"
            ),
            right=lambda setting: setting.own.years.payback,
            unit="months",
            low=0,
            high=10_000,
            explain=lambda setting: (
                f"A dollar of selling added {words.number(setting.own.years.bought)} dollars of yearly revenue, of "
                f"which {words.percent(setting.own.years.now.gross_margin)} stays. Twelve months divided by what "
                f"stays is {words.number(setting.own.years.payback)}. Nobody is assumed to leave: with churn it "
                "takes longer."
            ),
            slips=(
                Slip(
                    lambda setting: 12 / setting.own.years.bought,
                    "revenue-is-margin",
                    "{given} counts all revenue as money back. Serving the customers costs something: only the "
                    "gross margin pays back.",
                ),
                Slip(
                    lambda setting: setting.own.years.payback / 12,
                    "years",
                    "{given} is in years. The question asks for months.",
                ),
                Slip(
                    lambda setting: 12 / (setting.own.years.bought * (1 - setting.own.years.now.gross_margin)),
                    "cost-for-margin",
                    "{given} uses the cost of serving in place of the margin that is left.",
                ),
            ),
            hint="Twelve months, divided by the dollars added for each dollar spent, divided by the gross margin.",
        ),
        Choice(
            name="one_off",
            ask=lambda setting: (
                f"Set the first picture of this lesson to {setting.own.company} and look at what was paid in "
                "shares. Which year does a one-off distort, so that its costs say little about the years around it?"
            ),
            options=tuple(map(_one_off, range(4))),
            in_order=True,
        ),
    ),
    quiz=(
        Choice(
            name="zoom_label",
            ask=(
                "Zoom, which counts as product-led, spent 186 million dollars on sales and marketing and 33 million "
                "on research and development, out of 331 million of revenue. What follows?"
            ),
            options=(
                Option(
                    "It is not product-led after all, whatever it says.",
                    "The word describes what guides decisions, not how large a line in the books is. A company can "
                    "let its product lead and still pay many people to sell it.",
                    "label-is-ledger",
                ),
                Option(
                    "Product-led does not mean little selling.",
                    "The lines show where the money went. They do not show what it bought, nor what would have "
                    "happened without it.",
                ),
                Option(
                    "Marketing caused its growth.",
                    "Spending and growth stand side by side here. To know what the spending caused, you would need "
                    "a comparison without it, such as a hold-out.",
                    "spend-is-cause",
                ),
                Option(
                    "The filing must be wrong, or the lines are mixed up.",
                    "The lines add up to the operating income that was reported and audited. A surprising number "
                    "is a reason to change your mind first.",
                    "noise",
                ),
            ),
        ),
        Choice(
            name="slack_leap",
            ask=(
                "Slack's research and development went from 158 to 457 million dollars in the year in which it was "
                "listed. What do you check first?"
            ),
            options=(
                Option(
                    "Whether it tripled the number of its engineers.",
                    "It could have, but one year is short for that. A cost can leap without a single new person.",
                    "headcount",
                ),
                Option(
                    "Whether shares for staff were booked in that year.",
                    "In that year 427 million dollars of Slack's costs were paid in shares, after 23 million the "
                    "year before.",
                ),
                Option(
                    "Whether it became product-led in that year.",
                    "That is a story that fits the number. An accounting event explains it with less.",
                    "story",
                ),
                Option(
                    "Whether revenue fell, so that the cost weighs more.",
                    "The amount itself leapt, in dollars. A fall in revenue would change the share, not the amount.",
                    "ratio",
                ),
            ),
        ),
        Choice(
            name="missed_target",
            ask="Sales missed its target. Somebody says: the product organisation is accountable. What does that mean?",
            options=(
                Option(
                    "The product caused the miss, whatever else happened.",
                    "Being accountable says who must answer, not what happened. The cause may be the product, the "
                    "price, the season or the selling.",
                    "accountable-is-cause",
                ),
                Option(
                    "The product organisation has to find the cause.",
                    "The documents ask product leaders to own problems beyond their own department (D0, eighth "
                    "statement). Owning a problem begins with testing where it comes from.",
                ),
                Option(
                    "Sales is no longer responsible for its target.",
                    "Accountability for the whole does not take anybody's own work away.",
                    "shift",
                ),
                Option(
                    "Somebody in the product organisation is to be blamed.",
                    "Looking for the guilty ends the search for the cause. D2 warns of that habit.",
                    "blame",
                ),
            ),
        ),
        Choice(
            name="next_dollar",
            recalls="portfolio",
            ask=(
                "Zoom's revenue grew by 292 million dollars after a year with 186 million of sales and marketing: "
                "1.57 for each dollar. What does that say about the next dollar?"
            ),
            options=(
                Option(
                    "It will bring 1.57.",
                    "1.57 is the average of all dollars spent. The next one usually meets customers who are harder "
                    "to win, and brings less.",
                    "average-is-margin",
                ),
                Option(
                    "Little: the average is not the margin.",
                    "What counts for the next dollar is the margin. To learn it, change the spending somewhere and "
                    "compare.",
                ),
                Option(
                    "It will bring more, since growth speeds up.",
                    "Growth can speed up for many reasons. More spending as a rule meets falling returns.",
                    "acceleration",
                ),
                Option(
                    "Nothing at all can be known about it.",
                    "It can be measured: vary the spending between comparable regions or months, and look.",
                    "nihilism",
                ),
            ),
        ),
    ),
    spare=(
        Choice(
            name="two_companies",
            ask=(
                "Of two listed companies, the one that spent the larger share of its revenue on research and "
                "development grew faster in the same year. What do their filings show?"
            ),
            options=(
                Option(
                    "Its research brought the growth.",
                    "Perhaps; perhaps the growth paid for the research. The lines of one year do not say which came "
                    "first.",
                    "spend-is-cause",
                ),
                Option(
                    "That the two went together, and no more.",
                    "Filings say what was spent and earned. Why, has to be tested elsewhere.",
                ),
                Option(
                    "The other company spends too little on research.",
                    "That would follow if research had brought the growth, and if the other were the same company "
                    "otherwise. Neither is in the lines.",
                    "copy-the-winner",
                ),
                Option(
                    "Nothing: filings are written to look good.",
                    "They are audited, and the amounts are as good as amounts get. What they lack is the reason.",
                    "cynic",
                ),
            ),
        ),
    ),
    keep=(
        "Around their listing, six of the seven companies that report both lines spent more on selling than on "
        "research; this neither proves nor refutes that the product came first.",
        "Growth for each dollar of selling, and months to pay back, are averages of the past: they do not say "
        "what the next dollar brings.",
        "Before you compare years, look for costs that come once, such as shares booked at a listing.",
    ),
    monday=(
        "Write your product's profit and loss account on one page: revenue, cost of serving, selling, research, "
        "customers won and lost. Mark every line that you had to guess."
    ),
    sources=(
        "Annual filings of DocuSign, Dropbox, HubSpot, Shopify, Slack, Tesla, Zendesk and Zoom with the U.S. "
        "Securities and Exchange Commission; form, accession number and date stand in the case `public_companies`.",
        *UnitEconomics.sources,
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 2),
        ("Explore the filings", 7),
        ("Reveal and talk", 5),
        ("Worked example", 5),
        ("Explore one customer", 6),
        ("Practise", 10),
        ("When is this false?", 5),
        ("Quiz", 5),
        ("Keep", 2),
    ),
    debrief=(
        "Did anybody predict less than one dollar of selling for each dollar of research? "
        "What did that person take product-led to mean?",
        "Which of these lines could you state for your own product today, and which would be a guess?",
        "What would the lines have to look like before you would say that the claim of document D4 is refuted?",
    ),
    cuts=("The third exercise (the one-off).", "The second explorer, if the class knows payback."),
)
