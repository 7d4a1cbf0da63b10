import pytest

from plgkit.cases.catalogue import load
from plgkit.ideas.nth_deal import NthDeal


@pytest.fixture(scope="module")
def deals():
    return load("deals")


@pytest.fixture(scope="module")
def truth(deals):
    return deals.attrs["truth"]


def test_three_years(deals):
    assert deals["deal"].nunique() == 120
    assert set(deals["signed"].dt.year) == {2023, 2024, 2025}
    assert deals.groupby("deal")[["signed", "customer"]].nunique().eq(1).all(axis=None)
    assert deals["signed"].is_monotonic_increasing


def test_four_components_come_back_for_every_customer(deals, truth):
    among = deals.groupby("component")["deal"].nunique() / deals["deal"].nunique()
    assert set(among.index[among > 0.5]) == set(truth["core"])
    assert among[truth["core"]].min() > 0.8
    assert among.drop(truth["core"]).max() < 0.4
    customers = deals.groupby("component")["customer"].nunique()
    assert (customers[truth["core"]] == deals["customer"].nunique()).all()


def test_one_component_comes_back_for_one_customer_only(deals, truth):
    for_one = deals[deals["component"] == truth["not_core"]]
    theirs = deals.loc[deals["customer"] == truth["largest_customer"], "deal"].nunique()
    assert set(for_one["customer"]) == {truth["largest_customer"]}
    assert for_one["deal"].nunique() / theirs > 0.8


def test_the_core_is_reused_in_the_third_year(deals, truth):
    core = deals[deals["component"].isin(truth["core"])]
    before, after = core[core["signed"] < "2025"], core[core["signed"] >= "2025"]
    assert set(before["way"]) == {"to order"}
    assert after.groupby("component")["way"].apply(lambda ways: ways.iloc[0]).eq("for reuse").all()
    assert after.groupby("component")["way"].apply(lambda ways: set(ways.iloc[1:])).eq({"reused"}).all()
    assert set(deals.loc[~deals.index.isin(core.index), "way"]) == {"to order"}


def test_what_reuse_costs_and_saves(deals, truth):
    core = deals[deals["component"].isin(truth["core"])]
    hours = core.groupby(["component", "way"])["hours"].mean().unstack()
    build = (hours["for reuse"] / hours["to order"]).mean()
    reuse = (hours["reused"] / hours["to order"]).mean()
    assert build == pytest.approx(truth["build_for_reuse"], abs=0.03)
    assert reuse == pytest.approx(truth["cost_of_reuse"], abs=0.005)
    assert build / (1 - reuse) == pytest.approx(truth["break_even_deals"], abs=0.04)
    before = deals[deals["signed"] < "2025"]
    overlap = before.loc[before["component"].isin(truth["core"]), "hours"].sum() / before["hours"].sum()
    assert overlap == pytest.approx(truth["overlap"], abs=0.01)


def test_the_price_does_not_change_with_the_way(deals, truth):
    core = deals[deals["component"].isin(truth["core"]) & (deals["customer"] != truth["largest_customer"])]
    price = core.groupby(["component", "way"])["revenue"].mean().unstack()
    assert (price["reused"] / price["to order"]).to_list() == pytest.approx([1] * 4, abs=0.03)


def test_one_customer_brings_two_fifths(deals, truth):
    shares = deals.groupby("customer")["revenue"].sum() / deals["revenue"].sum()
    assert shares.idxmax() == truth["largest_customer"]
    assert shares.max() == pytest.approx(truth["largest_share"], abs=0.001)
    assert shares.drop(truth["largest_customer"]).between(0.05, 0.07).all()
    assert len(shares) == 11


def test_the_truth_is_that_of_the_idea(deals, truth):
    idea = NthDeal(build_for_reuse=truth["build_for_reuse"], cost_of_reuse=truth["cost_of_reuse"])
    shares = deals.groupby("customer")["revenue"].sum() / deals["revenue"].sum()
    assert idea.run().numbers["break_even_deals"] == truth["break_even_deals"]
    assert (shares**2).sum() == pytest.approx(idea.run().numbers["concentration"], abs=0.001)
