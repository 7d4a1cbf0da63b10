"""Sentences about output, one from each department, to be rewritten as questions about an outcome."""

from plgkit.course.questions import Choice, Option


def _rewrite(name: str, said: str, *options: Option) -> Choice:
    return Choice(name=name, ask=f"{said} Which question asks for the outcome behind it?", options=options)


HACK = "can-be-pushed"
OUTPUT = "another-output"
INSIDE = "solution-inside"

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
