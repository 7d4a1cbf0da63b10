"""Lesson 4: which wins are real, what a test lets one say, and questions about outcomes instead of output."""

from typing import Any

from plgkit.course.lessons.outcomes.cards import PILES, card
from plgkit.course.lessons.outcomes.exercises import vary
from plgkit.course.lessons.outcomes.figures import false_wins_chart
from plgkit.course.material import Material, View
from plgkit.course.questions import Choice, Number, Option, Prediction, Slip, Sorting
from plgkit.ideas.feature_factory import FeatureFactory
from plgkit.models import words

HACK = "can-be-pushed"
OUTPUT = "another-output"
INSIDE = "solution-inside"


def _false(setting) -> float:
    return 100 * setting.idea.run().numbers["false_win_share"]


def _counted(setting) -> str:
    """Where the false wins come from, as counts out of a thousand tests."""
    idea = setting.idea
    works, rest = 1000 * idea.win_rate, 1000 * (1 - idea.win_rate)
    real, false = works * idea.power, rest * idea.alpha / 2
    return (
        f"Of 1,000 tests, {words.number(works)} try an idea that works, and {words.number(real)} of those come out "
        f"as wins. The other {words.number(rest)} try an idea that changes nothing, and chance makes "
        f"{words.number(false)} of those look like wins. So {words.number(_false(setting), 2)} of 100 wins are false."
    )


def _ask_false(setting) -> str:
    idea = setting.idea
    return (
        f"Of the ideas that are tested here, {words.percent(idea.win_rate)} truly improve the outcome; the others "
        f"change nothing. A test finds {words.percent(idea.power)} of the ideas that work. A result counts as a win "
        f"when it is better than before at p < {words.number(idea.alpha)} (two sides). Of 100 wins that are "
        "announced, how many are false?"
    )


def _slip(name: str, feedback: Any) -> Slip:
    return Slip(lambda setting: 100 * setting.own.team.slips[name], name, feedback)


def _explained(setting) -> str:
    team = setting.own.team
    return (
        f"{words.number(team.tests * team.works)} of the {words.number(team.tests, 9)} ideas work, and "
        f"{words.number(team.real)} of those are found. Chance makes {words.number(team.false)} wins out of the "
        f"other {words.number(team.tests * (1 - team.works))}. So {words.number(team.false)} of "
        f"{words.number(team.false + team.real)} wins are false: {words.percent(team.share)}."
    )


def _rewrite(name: str, said: str, *options: Option) -> Choice:
    return Choice(name=name, ask=f"{said} Which question asks for the outcome behind it?", options=options)


REWRITES = (
    _rewrite(
        "rewrite_marketing",
        "Marketing asks: “How do we make this e-mail better?”",
        Option(
            "How do we get more people to open it on the first day?",
            "Opening is easy to push with a loud subject line, and nobody has to be better off. Ask what should "
            "happen after the opening.",
            HACK,
        ),
        Option(
            "How do more new users come to finish a first project?",
            "The e-mail is now one possible answer among several, and each can be tested against the same outcome.",
        ),
        Option(
            "Should we send three e-mails in place of one?",
            "That is more of the same output. It assumes that e-mail is the answer.",
            OUTPUT,
        ),
    ),
    _rewrite(
        "rewrite_support",
        "Customer support says: “Our users need an export to spreadsheets.”",
        Option(
            "What do users want to do with it, and where are they stuck?",
            "Now the question is about the problem. The export may solve it, or something cheaper may.",
        ),
        Option(
            "Which file formats do users need most, and how soon?",
            "The solution is already in the question: only its details are left open.",
            INSIDE,
        ),
        Option(
            "How many of our users have voted for the export so far?",
            "Votes count wishes for one solution. They do not tell what problem it should solve, nor for whom.",
            "votes-are-need",
        ),
    ),
    _rewrite(
        "rewrite_engineering",
        "Engineering asks: “How do we finish more story points in each sprint?”",
        Option(
            "How do we release every day in place of every two weeks?",
            "Faster delivery can help to learn. By itself it is a different measure of output.",
            OUTPUT,
        ),
        Option(
            "How do we halve the cost of the servers this year?",
            "That is a worthwhile technical aim, and it can be met while no customer notices anything (document D0, "
            "ninth statement, tells of leaving this aim for the problems of customers).",
            "technical-aim",
        ),
        Option(
            "For whom did last quarter's work make something easier?",
            "This asks what was delivered in value, not in volume. It can come out badly, and that is its use.",
        ),
    ),
    _rewrite(
        "rewrite_sales",
        "Sales asks: “How do we give more demonstrations each week?”",
        Option(
            "How do more teams find out in their trial whether it helps them?",
            "A demonstration is one way to get there. A shorter trial set-up may be a better one.",
        ),
        Option(
            "How do we make the demonstration ten minutes shorter?",
            "That makes room for more of the same output. It does not ask what the demonstrations bring.",
            OUTPUT,
        ),
        Option(
            "How do we get more signatures before the end of the quarter?",
            "A signature is a result, and a discount can bring it forward from the next quarter. The outcome is "
            "that the customer gets what was bought and stays.",
            HACK,
        ),
    ),
    _rewrite(
        "rewrite_success",
        "Customer success asks: “How do we automate the welcome course?”",
        Option(
            "Which tool for automation has the lowest price?",
            "The solution is already in the question: automation is taken as decided.",
            INSIDE,
        ),
        Option(
            "How do we get more people to click through to the last lesson of the course?",
            "Clicking to the end can be pushed, by making the course shorter or by a certificate, while use of the "
            "product stays as it was.",
            HACK,
        ),
        Option(
            "Do more customers stay if we welcome twenty of them by hand?",
            "It names the outcome and a trial that is cheap. Automate afterwards, if it works (document D2).",
        ),
    ),
)


LESSON = Material(
    slug="outcomes",
    number=4,
    part="Product-led or product-centric?",
    title="Outcomes, not output",
    question="Ship forty features, or test twenty?",
    minutes=(50, 70),
    claim=(
        "Document D2 asks every department to look at what changes for customers, not at what was shipped, and to "
        "learn cheaply, since many bets fail; looking for somebody to blame ends the learning. Document D1 calls the "
        "opposite a feature factory, and adds that a team must know what to measure and go on after the launch. "
        "Document D0 (sixth statement) says that engineering tends to count features and velocity in place of value."
    ),
    matters=(
        "Next week somebody will show you a win. You will know which three numbers to look at before you believe "
        "it, and what to ask in place of “is it finished?”."
    ),
    objectives=(
        ("work out how many of a team's wins are false", ("false_wins", "false_share", "win_is_real")),
        ("read a test: trust it, wait, or look for the fault", ("read_tests", "no_effect", "second_week")),
        (
            "turn a question about output into one about an outcome",
            (*(question.name for question in REWRITES), "velocity"),
        ),
    ),
    idea=FeatureFactory,
    case="experiments",
    views={
        "": View(
            lambda setting: setting.idea.changed(win_rate=0.5),
            title="How many wins are real, and what good picking is worth",
            marks=lambda _: {"win_rate": (0.08,)},
        ),
        "false": View(
            lambda setting: FeatureFactory(
                currency=setting.currency, scale=setting.idea.scale, **FeatureFactory.presets["false"]
            ),
            title="The same team with little traffic and poor picking",
        ),
    },
    vary=vary,
    predictions=(
        Prediction(
            name="false_wins",
            ask=_ask_false,
            right=_false,
            unit="of 100 wins",
            low=0,
            high=100,
            picture=lambda setting: false_wins_chart(setting.idea),
            truth=_counted,
            close=lambda setting: f"You said {{given}}. That is close. {_counted(setting)}",
            below=lambda setting: f"You said {{given}}; there are more. {_counted(setting)}",
            above=lambda setting: f"You said {{given}}; there are fewer. {_counted(setting)}",
        ),
    ),
    exercises=(
        Sorting(
            name="read_tests",
            ask=(
                "Eight tests from the file; people were sent to one half or the other by a coin. Put each on a pile. "
                "Broken: the halves differ by more than 3.3 times the square root of all people, or the change is "
                "above +50%. Trust a win: p below 0.005. Trust that there is no gain of a tenth: the whole interval "
                "lies below +10%. Do not trust yet: all others. Look for faults first."
            ),
            piles=PILES,
            cards=lambda setting: list(map(card, setting.own.cards)),
        ),
        Number(
            name="false_share",
            ask=lambda setting: (
                f"A team ran {words.number(setting.own.team.tests, 9)} tests. "
                f"{words.percent(setting.own.team.works)} of its ideas work, and a test finds "
                f"{words.percent(setting.own.team.power)} of those. The level is "
                f"{words.percent(setting.own.team.alpha)}, on two sides. What percentage of its wins are false?"
            ),
            right=lambda setting: 100 * setting.own.team.share,
            unit="percent of the wins",
            low=0,
            high=100,
            explain=_explained,
            slips=(
                _slip(
                    "level-is-answer",
                    "{given} is the level: how often an idea without effect comes out significant. The question is "
                    "the other way round: how often a win has no effect behind it.",
                ),
                _slip(
                    "both-sides",
                    "{given} counts all false alarms. On two sides, half of them look like losses and are never "
                    "announced as wins.",
                ),
                _slip("real-for-false", "{given} is the share of real wins. The question asks for the false ones."),
                _slip(
                    "before-any-test",
                    "{given} is the share of ideas that do not work, before any test. The test removes most of them.",
                ),
                _slip(
                    "of-all-tests",
                    "{given} is false wins out of all tests. The question asks for false wins out of all wins.",
                ),
            ),
            hint=(
                "Count: how many ideas work, how many of those are found; how many do not work, and how many of "
                "those win by chance (half of the level)."
            ),
        ),
        *REWRITES,
    ),
    quiz=(
        Choice(
            name="win_is_real",
            ask=(
                "8% of a company's ideas truly work. Its tests use p < 0.05 on two sides and find 80% of what works. "
                "A test announces a win. How likely is it real?"
            ),
            options=(
                Option(
                    "95%.",
                    "0.05 is the share of ideas without effect that come out significant. It does not say how many "
                    "significant results have an effect.",
                    "p-value",
                ),
                Option(
                    "92%.",
                    "92% is the share of ideas that do not work. It is no answer to how many wins are real.",
                    "base",
                ),
                Option(
                    "8%.",
                    "That was the chance before the test. A win is news, and raises it.",
                    "prior-only",
                ),
                Option(
                    "74%.",
                    "Of 1,000 ideas 80 work and 64 of them are found; of the other 920, 23 win by chance. 64 of 87 "
                    "wins are real.",
                ),
            ),
        ),
        Choice(
            name="velocity",
            ask=(
                "A team ships twice as many features as a year ago. The outcome that it works for has not moved. What "
                "is the most useful reading?"
            ),
            options=(
                Option(
                    "The picking of ideas is the limit, not the building.",
                    "More ideas of average merit add little where the average idea changes nothing. Better picking "
                    "and testing do.",
                ),
                Option(
                    "It is on track: delivery comes first, results follow.",
                    "Some effects arrive late. If no feature of a year has moved anything, waiting is no plan.",
                    "output",
                ),
                Option(
                    "It needs more people, to reach the volume that counts.",
                    "Twice the output moved nothing. Four times the output of the same ideas moves twice nothing.",
                    "capacity",
                ),
                Option(
                    "The measure must be wrong, since so much was shipped.",
                    "It may be, and it can be checked. It is a convenient conclusion when the number disappoints.",
                    "blame",
                ),
            ),
        ),
        Choice(
            name="no_effect",
            ask="A well-run test with enough people shows no effect. What now?",
            options=(
                Option(
                    "Ask the owner of the idea what went wrong.",
                    "Nothing went wrong: most ideas have no effect, and the test found that out. Whoever is blamed "
                    "for it stops testing. Document D2 warns of this habit.",
                    "blame",
                ),
                Option(
                    "Run it again until it comes out positive.",
                    "With enough repeats chance hands you a win. That win would be false.",
                    "p-hack",
                ),
                Option(
                    "Record it: it saved the cost of shipping the change.",
                    "It is a result like any other, and it keeps the next team from testing the same idea.",
                ),
                Option(
                    "Ship it all the same, since the work has been done.",
                    "The work is spent either way. Shipping adds upkeep for something that changes nothing.",
                    "sunk",
                ),
            ),
        ),
        Choice(
            name="will_ship_anyway",
            recalls="look-first",
            ask=(
                "A law requires a change, so you will ship it whatever a test says. What is the test worth for the "
                "decision to ship?"
            ),
            options=(
                Option(
                    "Half of what a perfect test would be worth.",
                    "A perfect test would be worth nothing here as well: the decision is made.",
                    "half",
                ),
                Option(
                    "Nothing: no result would change the decision.",
                    "A test is worth what the decisions that it changes are worth. It may still help with another "
                    "decision, such as how to ship.",
                ),
                Option(
                    "Something: it is always better to know.",
                    "Knowing is worth money when somebody acts on it. Nobody will act on this.",
                    "always",
                ),
                Option(
                    "As much as the test costs.",
                    "Cost and worth are two things: a test can cost much and be worth nothing.",
                    "sunk",
                ),
            ),
        ),
    ),
    spare=(
        Choice(
            name="second_week",
            ask=(
                "A test was planned for four weeks. In the second week it showed a win at p < 0.05 for a day; after "
                "four weeks it shows none. What do you go by?"
            ),
            options=(
                Option(
                    "The second week: the win was there.",
                    "Whoever looks every day meets a win on some day by chance, even where nothing works.",
                    "first-win",
                ),
                Option(
                    "Let it run on until p is below 0.05 again.",
                    "It will be, if one waits long enough. A test that ends when it wins always wins.",
                    "p-hack",
                ),
                Option(
                    "The four weeks, as planned.",
                    "The length was fixed before anybody saw a number, so chance had one try and not twenty.",
                ),
                Option(
                    "Half of what the second week showed.",
                    "A mean of a lucky day and the result is still partly luck. The four weeks hold that day already.",
                    "split-the-difference",
                ),
            ),
        ),
    ),
    keep=(
        "The fewer ideas work, the more wins are false: p < 0.05 does not mean that 95 of 100 wins are real.",
        "Before you believe a test, look at the halves, at the size of the change, and at the interval.",
        "Ask what should change for whom; a feature, an e-mail or a meeting is one possible answer.",
    ),
    monday=(
        "Take the last win that was announced. Write down how many people were in each half, the interval, and how "
        "many ideas were tested to get this win."
    ),
    sources=(
        *FeatureFactory.sources,
        "Benjamin, D. J. and others (2018). Redefine statistical significance. Nature Human Behaviour 2, 6–10 (the "
        "level of 0.005; contested: Lakens, D. and others (2018). Justify your alpha. Nature Human Behaviour 2, "
        "168–171).",
        "Fabijan, A. and others (2019). Diagnosing Sample Ratio Mismatch in Online Controlled Experiments. "
        "Proceedings of KDD '19.",
        "The tests are invented: case `experiments`.",
    ),
    schedule=(
        ("Question and objectives", 3),
        ("Predict", 3),
        ("Explore", 6),
        ("Reveal and talk", 4),
        ("Worked example", 6),
        ("Practise: read eight tests", 9),
        ("Practise: count the false wins", 4),
        ("Practise: from output to outcome", 5),
        ("When is this false?", 4),
        ("Quiz", 4),
        ("Keep", 2),
    ),
    debrief=(
        "How many of the ideas that you shipped last year changed what they were meant to change, and how do you know?",
        "Which tests did teams trust that others called broken? What did they look at first?",
        "Who asks you about output? Which question about an outcome could that person ask instead?",
    ),
    cuts=(
        "The second exercise (the share of false wins), since the reveal counts the same way.",
        "Three of the five questions to rewrite: keep marketing and engineering.",
    ),
)
