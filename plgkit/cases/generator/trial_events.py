"""`trial_events`: what 20,000 people did who came to try a product, in the order in which the log heard of it.

Hidden in nobody's column is intent: who wants the product both activates and stays. Only for the tenth of
people with randomised onboarding a coin decides who activates, so only they show what activation itself adds.
Who stays is seen in the fifth week after sign-up: they come back then, the others do not.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from plgkit.cases.generator.chance import Chance

COLUMNS = ("user_id", "event", "timestamp", "channel", "company_size", "onboarding")

SEED = 1

PEOPLE = 20_000
FIRST_DAY, DAYS = "2026-01-05", 90

USUAL, RANDOMISED = "usual", "randomised"
SHARE_RANDOMISED, COIN = 0.10, 0.5
ACTIVATE_LOW, ACTIVATE_HIGH = 0.25, 0.85
STAY_LOW, STAY_HIGH, TRUE_EFFECT = 0.08, 0.50, 0.02
INVITE = 0.35


class Channel(NamedTuple):
    share: float
    """Of all people."""
    intent: float
    signup: float
    qualify: float
    pay: float


# One stage of each channel is weak. Activation is weak where few have intent; of those who sign up over all
# channels, 0.30 have it.
CHANNELS = {
    "search": Channel(0.45, 0.375, 0.88, 0.50, 0.20),
    "ads": Channel(0.20, 0.375, 0.30, 0.50, 0.40),
    "partner": Channel(0.20, 0.05, 0.88, 0.50, 0.40),
    "referral": Channel(0.15, 0.375, 0.88, 0.25, 0.40),
}
SIZES = {"1-9": 0.45, "10-49": 0.30, "50-249": 0.17, "250+": 0.08}

# Means, in days; a minute is the least.
WAITS = {"signup": 0.1, "activate": 1.2, "invite": 2.0, "qualify": 3.0, "pay": 2.5}
LEAST = 1 / 1440

# The chance to come back in each week after sign-up, counted from 0.
STAY_WEEK = 4
BACK_STAYING = {week: 0.9 if week < STAY_WEEK else 0.9 ** (week - STAY_WEEK) for week in range(1, DAYS // 7 + 1)}
BACK_LEAVING = {1: 0.25, 2: 0.12, 3: 0.04}

LOOKED_BEFORE, BETWEEN = 0.06, (10, 35)
"""The share of people who looked at the product before, and how many days before."""

DUPLICATES, WITHOUT_USER, LATE = 350, 250, 400
LATE_HOURS = (1, 72)


class Rows(NamedTuple):
    person: np.ndarray
    """-1 where the log does not know whose row it is."""
    event: np.ndarray
    time: np.ndarray
    """Seconds since the first day."""
    arrival: np.ndarray
    like: np.ndarray
    """The person from whom the row has its channel, size and onboarding."""


def rows() -> Iterator[tuple]:
    chance = Chance(SEED)
    channel = chance.picks([parameters.share for parameters in CHANNELS.values()], PEOPLE)
    size = chance.picks(list(SIZES.values()), PEOPLE)
    randomised = chance.happens(SHARE_RANDOMISED, PEOPLE)
    log = _received(_happened(channel, randomised, chance), chance)
    number = chance.order(PEOPLE) + 1
    stamps = np.datetime_as_string(np.datetime64(FIRST_DAY) + log.time.astype("timedelta64[s]"), unit="s")
    names, sizes = list(CHANNELS), list(SIZES)
    for person, event, stamp, like in zip(log.person, log.event, stamps, log.like, strict=True):
        yield (
            f"u{number[person]:05}" if person >= 0 else "",
            event,
            stamp,
            names[channel[like]],
            sizes[size[like]],
            RANDOMISED if randomised[like] else USUAL,
        )


def _happened(channel: np.ndarray, randomised: np.ndarray, chance: Chance) -> Rows:
    """Everything that people did before the log ends, in no order."""

    def of(rate: str) -> np.ndarray:
        return np.array([getattr(parameters, rate) for parameters in CHANNELS.values()])[channel]

    def then(event: str, before: np.ndarray, probability: np.ndarray | float) -> np.ndarray:
        """When they did the next step; NaN for those who did not."""
        wait = LEAST + chance.waits(WAITS[event], PEOPLE)
        return np.where(chance.happens(probability, PEOPLE), before + wait, np.nan)

    intent = chance.happens(of("intent"), PEOPLE)
    # Most come early: the density of arrivals falls in a straight line, from 1.6 to 0.4 of its mean.
    visit = DAYS * (1.6 - np.sqrt(2.56 - 2.4 * chance.uniform(PEOPLE))) / 1.2
    low, high = BETWEEN
    earlier = visit - (low + (high - low) * chance.uniform(PEOPLE))
    earlier[~chance.happens(LOOKED_BEFORE, PEOPLE) | (earlier < 0)] = np.nan
    signup = then("signup", visit, of("signup"))
    by_intent = np.where(intent, ACTIVATE_HIGH, ACTIVATE_LOW)
    activate = then("activate", signup, np.where(randomised, COIN, by_intent))
    invite = then("invite", activate, INVITE)
    qualify = then("qualify", activate, of("qualify"))
    pay = then("pay", qualify, of("pay"))
    stay = np.where(intent, STAY_HIGH, STAY_LOW) + TRUE_EFFECT * ~np.isnan(activate)
    staying = chance.happens(stay, PEOPLE)
    times = [
        ("visit", earlier),
        ("visit", visit),
        ("signup", signup),
        ("activate", activate),
        ("invite", invite),
        ("qualify", qualify),
        ("pay", pay),
    ]
    for week, probability in BACK_STAYING.items():
        came = chance.happens(np.where(staying, probability, BACK_LEAVING.get(week, 0.0)), PEOPLE)
        when = signup + 7 * (week + chance.uniform(PEOPLE))
        times.append(("return", np.where(came, when, np.nan)))

    event = np.repeat([name for name, _ in times], PEOPLE)
    person = np.tile(np.arange(PEOPLE), len(times))
    days = np.concatenate([when for _, when in times])
    logged = days < DAYS  # not so for NaN
    seconds = (days[logged] * 86_400).astype(int)
    return Rows(person[logged], event[logged], seconds, seconds, person[logged])


def _received(happened: Rows, chance: Chance) -> Rows:
    """The log as it was received: some rows late, some twice, and some more of which the user is not known."""
    count, end = len(happened.person), DAYS * 86_400
    arrival = happened.arrival.copy()
    # Late rows of the last day might have no row before them that happened after them.
    early = np.flatnonzero(happened.time < end - 86_400)
    late = early[chance.order(len(early))[:LATE]]
    arrival[late] += chance.whole(LATE_HOURS[0] * 3600, LATE_HOURS[1] * 3600, LATE)

    twice, unknown = chance.order(count)[:DUPLICATES], chance.order(count)[:WITHOUT_USER]
    stray = (chance.uniform(WITHOUT_USER) * end).astype(int)
    whole = Rows(
        person=np.concatenate([happened.person, happened.person[twice], np.full(WITHOUT_USER, -1)]),
        event=np.concatenate([happened.event, happened.event[twice], happened.event[unknown]]),
        time=np.concatenate([happened.time, happened.time[twice], stray]),
        arrival=np.concatenate([arrival, arrival[twice] + chance.whole(1, 600, DUPLICATES), stray]),
        like=np.concatenate([happened.like, happened.like[twice], happened.like[unknown]]),
    )
    order = np.argsort(whole.arrival, kind="stable")
    return Rows(*(column[order] for column in whole))
