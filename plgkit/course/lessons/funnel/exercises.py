"""A team's own numbers: a channel with one weak step, in the case `trial_events`; and who stays there."""

from functools import cache
from types import SimpleNamespace

import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.course.questions import LONGEST
from plgkit.events.funnel import funnel
from plgkit.support.errors import Refused

STEPS = ["visit", "signup", "activate", "qualify", "pay"]
WITHIN = "14d"
RANDOMISED, USUAL = "randomised", "usual"
WEEK = pd.Timedelta(days=7)
CLEAR = 0.75
"""A channel's weak step passes less than this share of what the others pass, and no other step does."""


def vary(generator, setting) -> SimpleNamespace:
    """A channel with one weak step for each team; parameters that leave no clear answer are refused."""
    stages = len(setting.idea.stages)
    if stages != LONGEST:
        raise Refused(f"stages: this lesson ranks {LONGEST} stages, {stages} were given")
    numbers = setting.idea.run().numbers
    if abs(numbers["apparent_effect"] - rise(setting)) < 0.01:
        raise Refused("true_effect: here the gap is the effect, so nothing is left to discover; choose a smaller one")
    clear = [name for name in passing().index if (behind(name) < CLEAR).sum() == 1]
    return SimpleNamespace(channel=clear[generator.integers(len(clear))])


@cache
def by_channel() -> pd.DataFrame:
    """The funnel of each channel, one row for each channel and step, within fourteen days of a visit."""
    return funnel(load("trial_events"), STEPS, within=WITHIN, by="channel")


@cache
def passing() -> pd.DataFrame:
    """Share of those at the step before who pass a step: a row for each channel, a column for each step."""
    wide = by_channel().pivot(index="channel", columns="step", values="share_of_previous")
    return wide[STEPS[1:]]


def behind(channel: str) -> pd.Series:
    """How a channel does at each step, as a multiple of the middle of the other channels (1 is alike)."""
    others = passing().drop(index=channel).median()
    return passing().loc[channel] / others


@cache
def people() -> pd.DataFrame:
    """Everybody whose fifth week after sign-up is over: onboarding, activated (in four weeks), stayed.

    Who comes back in the fifth week has stayed.
    """
    log = load("trial_events").dropna(subset="user_id").drop_duplicates(["user_id", "event", "timestamp"])
    signup = log[log["event"] == "signup"].groupby("user_id")["timestamp"].min().rename("signup")
    after = log.merge(signup, on="user_id")
    since = after["timestamp"] - after["signup"]
    fifth = (since >= 4 * WEEK) & (since < 5 * WEEK)
    users = log.groupby("user_id")["onboarding"].first().to_frame().join(signup, how="inner")
    users["activated"] = users.index.isin(after.loc[(after["event"] == "activate") & (since < 4 * WEEK), "user_id"])
    users["stayed"] = users.index.isin(after.loc[(after["event"] == "return") & fifth, "user_id"])
    return users[users["signup"] + 5 * WEEK <= log["timestamp"].max()].drop(columns="signup")


def staying() -> pd.DataFrame:
    """People and the share of them who stayed, by onboarding and by whether they activated.

    >>> list(staying().columns)
    ['onboarding', 'activated', 'people', 'stayed']
    """
    grouped = people().groupby(["onboarding", "activated"])["stayed"]
    return grouped.agg(people="size", stayed="mean").reset_index()


def gap(onboarding: str) -> float:
    """Share that stayed of those who activated, less the share of those who did not."""
    rows = staying().query("onboarding == @onboarding").set_index("activated")["stayed"]
    return float(rows[True] - rows[False])


def rise(setting) -> float:
    """The share of all that stays longer if everybody is made to activate."""
    numbers = setting.idea.run().numbers
    return numbers["stay_if_all_activated"] - numbers["stay_now"]
