"""The case `trial_events`, read for the lesson on the funnel: where each channel is weak, and who stays."""

from functools import cache

import pandas as pd

from plgkit.cases.catalogue import load
from plgkit.charts.theme import BLUE, GREY, ORANGE, Table, alt, dress, predicted
from plgkit.events.funnel import funnel
from plgkit.ideas.funnel_lift import FunnelLift
from plgkit.models import words

STEPS = ["visit", "signup", "activate", "qualify", "pay"]
WITHIN = "14d"
RANDOMISED, USUAL = "randomised", "usual"
WEEK = pd.Timedelta(days=7)
NOW, EXPECTED, TRUE = "as it is", "if the gap were the effect", "if everybody is made to activate"


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
    known = log.groupby("user_id")["onboarding"].first().to_frame().join(signup, how="inner")
    known["activated"] = known.index.isin(after.loc[(after["event"] == "activate") & (since < 4 * WEEK), "user_id"])
    known["stayed"] = known.index.isin(after.loc[(after["event"] == "return") & fifth, "user_id"])
    return known[known["signup"] + 5 * WEEK <= log["timestamp"].max()].drop(columns="signup")


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


def forced_chart(idea: FunnelLift) -> alt.LayerChart:
    """Who stays as it is, as the gap promises, and as it comes if everybody is made to activate."""
    numbers = idea.run().numbers
    now, gained = numbers["stay_now"], numbers["stay_if_all_activated"]
    rows = pd.DataFrame({"what": [NOW, EXPECTED, TRUE], "share": [now, numbers["stay_if_activated"], gained]})
    rows["label"] = [words.percent(share) for share in rows["share"]]
    base = alt.Chart(rows).encode(
        y=alt.Y("what:N", sort=[NOW, EXPECTED, TRUE], title=None).axis(
            labels=False, domain=False, ticks=False, minExtent=0
        ),
        x=alt.X("share:Q", title="share who stay").axis(format="~%"),
    )
    colour = alt.Color("what:N", legend=None).scale(domain=[NOW, EXPECTED, TRUE], range=[GREY, ORANGE, BLUE])
    named = base.transform_calculate(name="datum.what + ': ' + datum.label")
    chart = alt.layer(
        base.mark_bar(height=30, yOffset=10).encode(color=colour),
        named.mark_text(align="left", dx=2, dy=-18).encode(x=alt.value(0), text="name:N"),
    )
    described = f"Bars: {words.percent(now)} stay as it is, {words.percent(gained)} if everybody is made to activate."
    table = Table({"what": "who", "share": "share who stay"})
    return dress(predicted(chart, "x", percent=True, above=now), described, table)
