"""`requests`: what the customers of a maker of booking software for small clinics ask for.

Evidence and direction are judged by hand beside each text, in texts/requests.csv. The direction is an
angle in degrees: 0 leads straight to the vision, 180 away from it; below 0 lies the back office of a small
practice, above 0 the running of a large house. The many small customers pull to both sides alike, the one
large customer to one side.
"""

from collections.abc import Iterator

from plgkit.cases.generator import texts
from plgkit.cases.generator.chance import Chance

COLUMNS = ("request", "customer", "segment", "revenue_at_stake", "evidence", "angle", "text")

SEED = 37

THE_LARGEST = "the largest customer"
LARGEST = "Castoren Hospitals"

NAMES = {
    "dental": "Alvora Bexim Corlani Dunari Elmoso Farrun Gistorel Hovina",
    "physiotherapy": "Imbara Jolmar Kestavo Lorrim Mestina Nestorim Olbinka Pirrano",
    "veterinary": "Quintaro Rusvela Sarmiko Tovelli Umbrika Vasteno Wirrelo",
    "eye care": "Xandura Yolvane Zarmina Abruvo Betravo Cindrava",
    "counselling": "Delmuro Estovan Filmara Gorvello Hintara",
    "hospital": "Isolvo Jurmana",
}

# What a customer pays more, or stops to pay, in thousands a year.
SMALL = (3, 21)
LARGE = (30, 60)


def rows() -> Iterator[tuple]:
    chance = Chance(SEED)
    requests = texts("requests.csv")
    who, stake = chance.uniform(len(requests)), chance.uniform(len(requests))
    for number, place in enumerate(chance.order(len(requests)), 1):
        request = requests[place]
        large = request["asked_by"] == THE_LARGEST
        segment = "hospital" if large else request["asked_by"]
        names = [f"{name} {segment.title()}" for name in NAMES[segment].split()]
        customer = LARGEST if large else names[int(who[place] * len(names))]
        low, high = LARGE if large else SMALL
        revenue = low + int(stake[place] * (high - low + 1))
        yield f"R{number:03}", customer, segment, revenue, request["evidence"], request["angle"], request["text"]
