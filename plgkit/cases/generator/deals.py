"""`deals`: three years of an agency's deals, one row for each component of a deal.

Four components come back in nearly every deal, whoever the customer; the agency builds them anew each time,
until in the third year it builds each of them once for reuse. Another component comes back too, but for one
customer only, who also brings two fifths of the revenue.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from plgkit.cases.generator.chance import Chance

COLUMNS = ("deal", "signed", "customer", "component", "way", "hours", "revenue")

SEED = 40

DEALS = 120
FIRST, THIRD_YEAR, LAST = date(2023, 1, 1), date(2025, 1, 1), date(2025, 12, 31)

LARGEST, LARGEST_DEALS, LARGEST_SHARE = "Kordavel Insurance", 42, 0.40
OTHERS = (
    "Amrossi Foods",
    "Tilvane Ferries",
    "Pomirak Housing",
    "Sundrelo Energy",
    "Obrimar College",
    "Velnika Museums",
    "Ruskano Sports",
    "Ginteva Libraries",
    "Montriva Water",
    "Jasperel Markets",
)

# Hours to build each one to order.
CORE = {"sign-in": 60, "booking calendar": 120, "payments": 90, "status messages": 50}
FOR_ONE = {"audit export": 70}
NOW_AND_THEN = {
    "route planner": 80,
    "site map": 45,
    "document archive": 75,
    "chat window": 60,
    "survey form": 35,
    "loyalty points": 55,
    "stock list": 70,
    "video room": 85,
    "price calculator": 50,
}
HOURS = CORE | FOR_ONE | NOW_AND_THEN
CHANCE_CORE, CHANCE_FOR_ONE, CHANCE_NOW_AND_THEN = 0.90, 0.85, 0.26

BUILD_FOR_REUSE, COST_OF_REUSE = 1.5, 0.2
PRICE = 110
"""What a customer pays for an hour of work to order; the same whether the component was reused or not."""


def rows() -> Iterator[tuple]:
    lines = list(_lines(Chance(SEED)))
    at_largest = sum(price for *_, customer, _, _, _, price in lines if customer == LARGEST)
    elsewhere = sum(price for *_, price in lines) - at_largest
    dearer = LARGEST_SHARE / (1 - LARGEST_SHARE) * elsewhere / at_largest
    for *line, customer, component, way, hours, price in lines:
        revenue = price * (dearer if customer == LARGEST else 1)
        yield *line, customer, component, way, round(hours), round(revenue / 10) * 10


def _lines(chance: Chance) -> Iterator[tuple]:
    days = np.sort((chance.uniform(DEALS) * ((LAST - FIRST).days + 1)).astype(int))
    # The others have seven or eight deals each.
    customers = [LARGEST] * LARGEST_DEALS + [OTHERS[i % len(OTHERS)] for i in range(DEALS - LARGEST_DEALS)]
    reusable = set()
    for number, place in enumerate(chance.order(DEALS)):
        signed, customer = FIRST + timedelta(days=int(days[number])), customers[place]
        for component, needed in zip(HOURS, chance.uniform(len(HOURS)), strict=True):
            effort, price = 0.95 + 0.1 * chance.uniform(2)
            if needed > _needed(component, customer):
                continue
            way, factor = "to order", 1.0
            if component in CORE and signed >= THIRD_YEAR:
                way, factor = ("reused", COST_OF_REUSE) if component in reusable else ("for reuse", BUILD_FOR_REUSE)
                reusable.add(component)
            hours = HOURS[component]
            yield (
                f"D{number + 1:03}",
                signed.isoformat(),
                customer,
                component,
                way,
                hours * factor * effort,
                hours * PRICE * price,
            )


def _needed(component: str, customer: str) -> float:
    if component in CORE:
        return CHANCE_CORE
    if component in FOR_ONE:
        return CHANCE_FOR_ONE if customer == LARGEST else 0.0
    return CHANCE_NOW_AND_THEN
