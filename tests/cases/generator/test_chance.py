import numpy as np
import pytest

from plgkit.cases.generator.chance import Chance


def test_the_stream_of_numbers_is_the_one_that_made_the_files():
    assert Chance(7).uniform(3).round(12).tolist() == [0.625095466605, 0.89721380097, 0.775685690245]


def test_draws_are_what_they_are_called():
    chance, count = Chance(1), 100_000
    assert 0 < chance.uniform(count).min() < chance.uniform(count).max() < 1
    whole = np.bincount(chance.whole(3, 6, count))
    assert list(whole[:3]) == [0, 0, 0]
    assert whole[3:] == pytest.approx([count / 4] * 4, rel=0.03)
    assert sorted(chance.order(100)) == list(range(100))
    assert np.bincount(chance.picks([0.2, 0.5, 0.3], count)) / count == pytest.approx([0.2, 0.5, 0.3], abs=0.01)
    normal, waits = chance.normal(count), chance.waits(2.5, count)
    assert (normal.mean(), normal.std()) == pytest.approx((0, 1), abs=0.02)
    assert (waits.mean(), waits.std()) == pytest.approx((2.5, 2.5), abs=0.05)
    assert chance.happens(np.array([0.0, 1.0]), 2).tolist() == [False, True]
