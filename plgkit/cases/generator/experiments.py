"""`experiments`: sixty A/B tests; seven changes work, two tests are broken, in the others nothing is at work.

The plan is texts/experiments.csv: what was changed and measured, for how many people, and what is planted.
"""

from collections.abc import Iterator

from plgkit.cases.generator import texts
from plgkit.cases.generator.chance import Chance

COLUMNS = (
    "experiment",
    "team",
    "change",
    "measure",
    "people_control",
    "conversions_control",
    "people_variant",
    "conversions_variant",
    "true_lift",
    "fault",
)

# Chosen among seeds, so that the sixty hold what one in eight promises on average: two wins that are none
# (p between 0.01 and 0.05), and one change that works and is missed by a test with few people.
SEED = 440

COUNTED_TWICE = "counted twice"
SLOW_LOST = "slow visitors lost"
TWICE, LOST = 0.65, 0.10
"""The share of conversions counted twice, and of people who leave the count unseen."""


def rows() -> Iterator[tuple]:
    chance = Chance(SEED)
    plan = texts("experiments.csv")
    results = [_result(experiment, chance) for experiment in plan]
    for number, place in enumerate(chance.order(len(plan)), 1):
        experiment = plan[place]
        yield (
            f"E{number:02}",
            experiment["team"],
            experiment["change"],
            experiment["measure"],
            *results[place],
            f"{float(experiment['lift']):.2f}",
            experiment["fault"],
        )


def _result(experiment: dict[str, str], chance: Chance) -> tuple[int, int, int, int]:
    """People and conversions of the two arms."""
    people, rate = int(experiment["people"]), float(experiment["baseline"])
    variant = chance.happens(0.5, people)
    converted = chance.happens(rate * (1 + float(experiment["lift"]) * variant), people)
    seen = ~variant | converted | ~chance.happens(LOST if experiment["fault"] == SLOW_LOST else 0.0, people)
    again = variant & converted & chance.happens(TWICE if experiment["fault"] == COUNTED_TWICE else 0.0, people)
    return (
        int((~variant).sum()),
        int((converted & ~variant).sum()),
        int((variant & seen).sum()),
        int((converted & variant).sum() + again.sum()),
    )
