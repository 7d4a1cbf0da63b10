import numpy as np
import pandas as pd
import pytest
from scipy.stats import chi2, norm

from plgkit.cases.catalogue import load


@pytest.fixture(scope="module")
def tests():
    frame = load("experiments")
    people = frame["people_control"], frame["people_variant"]
    converted = frame["conversions_control"], frame["conversions_variant"]
    rates = converted[0] / people[0], converted[1] / people[1]
    pooled = (converted[0] + converted[1]) / (people[0] + people[1])
    frame["z"] = (rates[1] - rates[0]) / np.sqrt(pooled * (1 - pooled) * (1 / people[0] + 1 / people[1]))
    frame["p"] = 2 * norm.sf(frame["z"].abs())
    frame["win"] = (frame["p"] < 0.05) & (frame["z"] > 0)
    frame["lift"] = rates[1] / rates[0] - 1
    frame["halves"] = chi2.sf((people[0] - people[1]) ** 2 / (people[0] + people[1]), 1)
    frame["sound"] = frame["fault"].isna()
    frame["real"] = frame["true_lift"] > 0
    return frame


@pytest.fixture(scope="module")
def truth(tests):
    return tests.attrs["truth"]


def test_sixty_of_four_teams(tests):
    assert tests["team"].value_counts().to_list() == [15] * 4
    assert (tests["conversions_control"] < tests["people_control"]).all()
    assert (tests["conversions_variant"] < tests["people_variant"]).all()


def test_about_one_in_eight_is_real(tests, truth):
    assert tests["real"].sum() == truth["real"]
    assert 1 / 9 < truth["real"] / tests["sound"].sum() < 1 / 7
    assert set(tests.loc[tests["real"], "team"]) == set(tests["team"])


def test_ten_wins_of_three_kinds(tests, truth):
    wins = tests[tests["win"]]
    real, false = wins[wins["real"]], wins[wins["sound"] & ~wins["real"]]
    assert len(wins) == truth["wins"]
    assert len(real) == truth["real_wins"]
    assert len(false) == truth["false_wins"]
    assert len(wins) == len(real) + len(false) + (~wins["sound"]).sum()
    assert (real["p"] < 0.005).all()
    assert (false["p"] > 0.01).all()
    assert (false["people_control"] < 2000).all()
    assert (false["lift"] > 0.2).all()


def test_a_change_that_works_is_missed_for_want_of_people(tests, truth):
    missed = tests[tests["real"] & ~tests["win"]]
    assert len(missed) == truth["missed"]
    assert set(missed["team"]) == {"sales"}
    assert (missed["lift"] > 0).all()


def test_the_arms_of_one_test_are_not_halves(tests, truth):
    uneven = tests[tests["halves"] < 0.001]
    assert uneven["change"].to_list() == [truth["sample_ratio_mismatch"]]
    assert uneven["win"].all()
    assert (tests.loc[~tests.index.isin(uneven.index), "halves"] > 0.01).all()


def test_one_win_is_too_large_to_be_true(tests, truth):
    large = tests[tests["win"] & (tests["lift"] > 0.5)]
    assert large["change"].to_list() == [truth["implausible_win"]]
    assert tests.loc[tests["win"] & ~tests.index.isin(large.index), "lift"].max() < 0.35


def test_the_broken_ones_are_these_two(tests, truth):
    broken = tests[~tests["sound"]].set_index("fault")["change"].to_dict()
    assert broken == {
        "slow visitors lost": truth["sample_ratio_mismatch"],
        "counted twice": truth["implausible_win"],
    }


def test_true_lifts_are_found_within_their_error(tests):
    rates = tests["conversions_control"] / tests["people_control"]
    error = (tests["lift"] / tests["z"]).abs()
    sound = tests[tests["sound"] & (rates > 0)]
    off = ((sound["lift"] - sound["true_lift"]) / error[sound.index]).abs()
    assert off.max() < 4
    assert 0.5 < (off < 1).mean() < 0.85


def test_changes_are_texts_of_their_own(tests):
    assert tests["change"].is_unique
    assert not tests["change"].str.endswith(".").any()
    assert pd.Series(tests["change"]).str.split().str.len().between(5, 14).all()
