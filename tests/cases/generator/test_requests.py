import math
from itertools import combinations

import numpy as np
import pytest

from plgkit.cases.catalogue import load

from .reading import CONTRACTION, NUMBER, grams


@pytest.fixture(scope="module")
def requests():
    return load("requests")


@pytest.fixture(scope="module")
def truth(requests):
    return requests.attrs["truth"]


def heading(rows):
    """The direction of the sum of unit steps, each weighted by the revenue at stake."""
    turned, weight = np.radians(rows["angle"]), rows["revenue_at_stake"]
    return math.degrees(math.atan2((weight * np.sin(turned)).sum(), (weight * np.cos(turned)).sum()))


def test_which_rest_on_discovery(requests, truth):
    discovered = requests["evidence"].isin(truth["discovery"])
    on_course = requests["angle"].abs() <= truth["on_course_within"]
    assert len(requests) == 200
    assert discovered.sum() == truth["rest_on_discovery"]
    assert on_course.sum() == truth["on_course"]
    assert (discovered & on_course).sum() == truth["on_course_and_discovered"]
    assert set(requests["evidence"]) == {"none", "anecdote", *truth["discovery"]}


def test_the_largest_customer_pulls_off_course(requests, truth):
    largest = requests["customer"] == truth["largest_customer"]
    stake = requests.groupby("customer")["revenue_at_stake"].sum() / requests["revenue_at_stake"].sum()
    assert stake.idxmax() == truth["largest_customer"]
    assert stake.max() == pytest.approx(truth["largest_share"], abs=0.005)
    assert stake.drop(truth["largest_customer"]).max() < 0.06
    assert heading(requests[largest]) == pytest.approx(truth["heading_of_largest"], abs=1)
    assert heading(requests) == pytest.approx(truth["heading_of_all"], abs=1)
    assert heading(requests[~largest]) == pytest.approx(truth["heading_without_largest"], abs=1)


def test_no_other_customer_turns_the_heading(requests, truth):
    for customer in set(requests["customer"]) - {truth["largest_customer"]}:
        turned = heading(requests) - heading(requests[requests["customer"] != customer])
        assert abs(turned) < 6, customer


def test_much_revenue_is_no_evidence(requests, truth):
    others = requests[requests["customer"] != truth["largest_customer"]]
    discovered = others["evidence"].isin(truth["discovery"])
    stake = others["revenue_at_stake"].groupby(discovered).agg(["mean", "var", "size"])
    error = math.sqrt((stake["var"] / stake["size"]).sum())
    assert abs(stake["mean"].diff().iloc[-1]) < 2 * error


def test_no_two_are_alike(requests):
    pieces = [grams(text) for text in requests["text"]]
    worst = max(len(one & other) / max(1, min(len(one), len(other))) for one, other in combinations(pieces, 2))
    assert worst < 0.05


def test_the_texts_are_plain(requests):
    for text in requests["text"]:
        assert not CONTRACTION.search(text), text
        assert text.endswith((".", "?")), text


def test_discovery_shows_in_the_text(requests, truth):
    """Interviews, tests and counts tell of how many people or cases; a wish seldom does."""
    counted = requests["text"].str.contains(NUMBER)
    share = counted.groupby(requests["evidence"].isin(truth["discovery"])).mean()
    assert share[True] == 1
    assert share[False] < 0.5
