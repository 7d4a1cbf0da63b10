import math

import pandas as pd
import pytest

from plgkit.cases.catalogue import load

STEPS = ["visit", "signup", "activate", "qualify", "pay"]
KEY = ["user_id", "event", "timestamp"]


@pytest.fixture(scope="module")
def log():
    return load("trial_events")


@pytest.fixture(scope="module")
def truth(log):
    return log.attrs["truth"]


@pytest.fixture(scope="module")
def clean(log):
    return log.dropna(subset="user_id").drop_duplicates(KEY)


@pytest.fixture(scope="module")
def people(clean):
    """One row a user: channel, size, onboarding, and when each event first happened; visit: the last."""
    about = clean.groupby("user_id")[["channel", "company_size", "onboarding"]].first()
    first = clean.pivot_table(index="user_id", columns="event", values="timestamp", aggfunc="min")
    first["first_visit"] = first["visit"]
    first["visit"] = clean[clean["event"] == "visit"].groupby("user_id")["timestamp"].max()
    return about.join(first)


@pytest.fixture(scope="module")
def settled(clean, people):
    """Those whose fifth week after sign-up is over: whether they activated, and whether they stayed."""
    known = people[people["signup"] <= pd.Timestamp("2026-03-01")].copy()
    back = clean[clean["event"] == "return"]
    after = (back["timestamp"] - back["user_id"].map(people["signup"])) / pd.Timedelta("1D")
    known["stayed"] = known.index.isin(back.loc[(after >= 28) & (after < 35), "user_id"])
    known["activated"] = known["activate"].notna()
    return known


def difference(rows, column="stayed"):
    """Its mean among those who activated less that among the others, and the standard error of this."""
    groups = rows.groupby("activated")[column].agg(["mean", "size"])
    error = math.sqrt((groups["mean"] * (1 - groups["mean"]) / groups["size"]).sum())
    return groups.loc[True, "mean"] - groups.loc[False, "mean"], error


def near(share, expected, count, errors=2.0):
    return abs(share - expected) < errors * math.sqrt(expected * (1 - expected) / count)


def test_ninety_days_of_20000_people(log, truth, people):
    assert len(people) == truth["people"]
    assert log["timestamp"].min().date().isoformat() == "2026-01-05"
    assert log["timestamp"].max().date().isoformat() == "2026-04-04"
    assert log["timestamp"].dt.tz is None


def test_what_is_wrong_with_the_log_is_counted(log, truth):
    assert log["user_id"].isna().sum() == truth["without_user"]
    assert log.dropna(subset="user_id").duplicated(KEY).sum() == truth["duplicates"]
    once = log.drop_duplicates()["timestamp"]
    assert (once < once.cummax()).sum() == truth["late"]


def test_who_a_user_is_does_not_change(clean):
    assert clean.groupby("user_id")[["channel", "company_size", "onboarding"]].nunique().eq(1).all(axis=None)


def test_steps_come_in_their_order(people):
    for before, after in zip(
        ["visit", "signup", "activate", "activate", "qualify"],
        ["signup", "activate", "invite", "qualify", "pay"],
        strict=True,
    ):
        done = people[people[after].notna()]
        assert (done[before] < done[after]).all()


def test_each_channel_has_its_bottleneck(people, truth):
    counts = people.groupby("channel")[STEPS].count()
    rates = counts[STEPS[1:]] / counts[STEPS[:-1]].to_numpy()
    assert rates.idxmin(axis=1).to_dict() == truth["bottleneck"]
    for channel, weak in truth["bottleneck"].items():
        against = rates.loc[channel] / rates.drop(channel).median()
        assert against[weak] < 0.7
        assert against.drop(weak).min() > 0.8


def test_visits_and_payments_that_a_window_tells_apart(clean, people, truth):
    visits = clean[clean["event"] == "visit"].groupby("user_id")["timestamp"]
    twice = visits.agg(["min", "max", "size"]).query("size > 1")
    between = (twice["max"] - twice["min"]) / pd.Timedelta("1D")
    assert (len(twice), twice["size"].max()) == (truth["visited_before"], 2)
    assert between.between(10, 35).all()
    paid = people[people["pay"].notna()]
    assert len(paid) == truth["paid"]
    window = pd.Timedelta("14D")
    assert (paid["pay"] - paid["visit"] > window).sum() == truth["paid_late"]
    assert (paid["pay"] - paid["first_visit"] > window).sum() == truth["paid_late_by_first_visit"]


def test_the_truth_agrees_with_itself(truth):
    def stay(with_intent):
        return truth["stay_low"] + with_intent * (truth["stay_high"] - truth["stay_low"])

    high, low = truth["intent"] * truth["activate_high"], (1 - truth["intent"]) * truth["activate_low"]
    of_others = truth["intent"] - high
    gap = stay(high / (high + low)) + truth["true_effect"] - stay(of_others / (1 - high - low))
    assert gap == pytest.approx(truth["apparent_effect"], abs=5e-4)


def test_those_who_activate_seem_to_stay_for_it(settled, truth):
    gap, error = difference(settled[settled["onboarding"] == "usual"])
    assert error < 0.01
    assert abs(gap - truth["apparent_effect"]) < error


def test_the_coin_shows_that_they_do_not(settled, truth):
    gap, error = difference(settled[settled["onboarding"] == "randomised"])
    assert error < 0.03
    assert abs(gap - truth["true_effect"]) < error
    assert (truth["apparent_effect"] - gap) / error > 6


def test_intent_makes_both(settled, truth):
    """Shares that only a hidden intent of the size planted explains."""
    usual, coin = (settled[settled["onboarding"] == name] for name in ("usual", "randomised"))
    intent, low, high = (truth[name] for name in ("intent", "activate_low", "activate_high"))
    stays = intent * truth["stay_high"] + (1 - intent) * truth["stay_low"]
    assert near(usual["activated"].mean(), intent * high + (1 - intent) * low, len(usual), 3)
    kept = coin.loc[~coin["activated"], "stayed"]
    assert near(kept.mean(), stays, len(kept))


def test_the_onboarding_is_really_randomised(people, settled, truth):
    randomised = people["onboarding"] == "randomised"
    assert near(randomised.mean(), truth["randomised"], len(people))
    for column in ("channel", "company_size"):
        for _, group in people.groupby(column):
            assert near((group["onboarding"] == "randomised").mean(), truth["randomised"], len(group), 3)
    coin = settled[settled["onboarding"] == "randomised"]
    assert near(coin["activated"].mean(), truth["coin"], len(coin))
    for column in ("channel", "company_size"):
        for _, group in coin.groupby(column):
            assert near(group["activated"].mean(), truth["coin"], len(group), 3)


def test_company_size_says_nothing(settled):
    usual = settled[settled["onboarding"] == "usual"]
    for _, group in usual.groupby("company_size"):
        assert near(group["activated"].mean(), usual["activated"].mean(), len(group), 3)
        assert near(group["stayed"].mean(), usual["stayed"].mean(), len(group), 3)


def test_what_comes_after_activation_says_nothing_about_intent(settled):
    active = settled[settled["activated"] & (settled["onboarding"] == "usual") & (settled["channel"] == "search")]
    for step in ("invite", "qualify"):
        did = active[active[step].notna()]
        assert near(did["stayed"].mean(), active["stayed"].mean(), len(did), 3)


def test_fewer_come_back_every_week(clean, people):
    back = clean[clean["event"] == "return"]
    signup = back["user_id"].map(people["signup"])
    week = ((back["timestamp"] - signup) / pd.Timedelta("7D")).astype(int)
    assert not pd.DataFrame({"user": back["user_id"], "week": week}).duplicated().any()
    early = people["signup"] < "2026-02-01"
    shares = week[signup < "2026-02-01"].value_counts().sort_index().loc[1:8] / early.sum()
    assert list(shares.index) == list(range(1, 9))
    assert shares.is_monotonic_decreasing
