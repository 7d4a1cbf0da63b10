import math

import numpy as np
import pandas as pd
import pytest
from scipy.stats import mannwhitneyu

from plgkit.cases.catalogue import load
from plgkit.ideas.who_to_call import WhoToCall


@pytest.fixture(scope="module")
def accounts():
    return load("accounts")


@pytest.fixture(scope="module")
def truth(accounts):
    return accounts.attrs["truth"]


@pytest.fixture(scope="module")
def kinds(accounts, truth):
    """The kind of each account, read from its usage."""
    many = np.where(accounts["usage"] >= truth["many_days"], "many", "few")
    names = {tuple(seen): kind for kind, seen in truth["usage"].items()}
    return pd.Series([names[pair] for pair in zip(many, accounts["trend"], strict=True)], index=accounts.index)


def area(scores, bought):
    """The chance that a buyer has a higher score than another account."""
    others = scores[~bought]
    return mannwhitneyu(scores[bought], others).statistic / (bought.sum() * len(others))


def near(share, expected, count, errors=2.0):
    return abs(share - expected) < errors * math.sqrt(expected * (1 - expected) / count)


def test_few_buy(accounts, truth):
    assert len(accounts) == 5000
    assert accounts["bought"].mean() == truth["base_rate"]


def test_what_the_score_is_worth(accounts, truth):
    assert area(accounts["score"], accounts["bought"]) == pytest.approx(truth["auc"], abs=0.005)
    top = accounts.nlargest(500, "score")["bought"]
    assert near(top.mean(), truth["precision_of_top_tenth"], len(top), 1)
    scores = accounts.groupby("bought")["score"].agg(["mean", "std"])
    apart = scores["mean"].diff().iloc[-1] / scores.loc[False, "std"]
    assert apart == pytest.approx(truth["separation"], abs=0.05)


def test_usage_alone_is_a_weaker_score(accounts, truth):
    assert 0.55 < area(accounts["usage"], accounts["bought"]) < 0.65


def test_the_calls_were_drawn_at_random(accounts, kinds):
    assert near(accounts["called"].mean(), 0.5, len(accounts))
    for group in (kinds, accounts["company_size"], accounts["bought"]):
        for _, called in accounts["called"].groupby(group):
            assert near(called.mean(), 0.5, len(called), 3)


@pytest.mark.parametrize("place", range(4))
def test_the_kinds_of_account(accounts, kinds, truth, place):
    kind, size, left_alone, called = truth["segments"][place]
    rows = accounts[kinds == kind]
    assert len(rows) == size * len(accounts)
    churn = rows.groupby("called")["churned"].agg(["mean", "size"])
    assert near(churn.loc[False, "mean"], left_alone, churn.loc[False, "size"], 1.5)
    assert near(churn.loc[True, "mean"], called, churn.loc[True, "size"], 1.5)


def test_a_call_helps_persuadables_only(accounts, kinds, truth):
    churn = accounts.groupby([kinds, "called"])["churned"].agg(["mean", "size"]).unstack()
    saved = churn["mean"][False] - churn["mean"][True]
    variance = churn["mean"] * (1 - churn["mean"]) / churn["size"]
    clear = saved / np.sqrt(variance.sum(axis=1))
    assert list(clear.index[clear > 2]) == [truth["worth_a_call"]]
    assert list(clear.index[clear < -2]) == ["do not disturb"]
    assert churn["mean"][False].idxmax() == truth["riskiest"]


def test_company_size_says_nothing(accounts):
    for column in ("bought", "churned"):
        for _, group in accounts[column].groupby(accounts["company_size"]):
            assert near(group.mean(), accounts[column].mean(), len(group), 3)


def test_the_truth_is_that_of_the_idea(truth):
    idea = WhoToCall(
        base_rate=truth["base_rate"],
        separation=truth["separation"],
        capacity=0.10,
        segments=[tuple(segment) for segment in truth["segments"]],
    )
    numbers = idea.run().numbers
    assert numbers["auc"] == pytest.approx(truth["auc"], abs=5e-4)
    assert numbers["precision"] == pytest.approx(truth["precision_of_top_tenth"], abs=5e-4)
