"""Vision statements to sort: invented, half of them so that any software company could have written them."""

from plgkit.course.questions import Card

PILES = ("any software company", "only a few companies")
ANY, FEW = range(2)
VISIONS = (
    Card(
        "We build software that helps companies to work better.",
        ANY,
        "Put the name of any rival in front of it: it stays true. It refuses no request.",
    ),
    Card(
        "In five years we are among the three largest in our market, with a revenue of one hundred million.",
        ANY,
        "The figures are exact, but they say what the company wants to have. For customers nothing is different.",
    ),
    Card(
        "We listen to every customer and build what they need.",
        ANY,
        "It hands the direction to whoever asks next, and any company could promise it. Document D3 describes where "
        "that leads.",
    ),
    Card(
        "Artificial intelligence in every step of every process.",
        ANY,
        "It names a means and no change for anybody. Every maker of software can buy the same means.",
    ),
    Card(
        "One place where a team finds all its data.",
        ANY,
        "It sounds concrete, and hundreds of products promise it. Which team, and what can it do then that it cannot "
        "do now?",
    ),
    Card(
        "Simple, fast, secure: software that people love.",
        ANY,
        "Nobody would claim the opposite. A sentence whose opposite is absurd decides nothing.",
    ),
    Card(
        "To be the most innovative partner for the digital future of our customers.",
        ANY,
        "Each word could be exchanged without loss, and so could the company.",
    ),
    Card(
        "A farmer with two cows borrows on the same terms as one with two thousand.",
        FEW,
        "It says whose life changes and how one would see it. A wish of large farms that leaves out small ones is "
        "refused.",
    ),
    Card(
        "A deaf pupil follows every lesson in every ordinary school.",
        FEW,
        "It is almost out of reach, and each step can be checked in a classroom. Features for special schools are "
        "off the path.",
    ),
    Card(
        "For every machine in a household, repairing costs less than replacing.",
        FEW,
        "It wants to change a whole trade, and it turns down work that sells more new machines.",
    ),
    Card(
        "Village shops know on Friday what will be asked for on Saturday.",
        FEW,
        "It is modest in tone, but the direction is plain: whose day changes, and which request does not belong.",
    ),
    Card(
        "Nobody signs a tenancy agreement that they do not understand.",
        FEW,
        "It has a test in it: ask the person who signed. Tools that make longer agreements faster are refused.",
    ),
    Card(
        "A captain knows the hour of the berth before leaving the last harbour.",
        FEW,
        "Few companies could mean it, and everyone in them would know what to leave undone.",
    ),
    Card(
        "No kitchen of a hospital throws away food that somebody would have eaten.",
        FEW,
        "It can be weighed every evening. A request that makes menus prettier has to show what it does to the weight.",
    ),
)
EACH = 4
"""A team sorts this many statements of each kind."""


def eight(generator) -> list[Card]:
    """As many of each kind, shuffled."""
    kinds = [[card for card in VISIONS if card.pile == pile] for pile in (ANY, FEW)]
    chosen = [cards[place] for cards in kinds for place in generator.permutation(len(cards))[:EACH]]
    return [chosen[place] for place in generator.permutation(len(chosen))]
