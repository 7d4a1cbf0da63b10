import shutil

import numpy as np
import pytest

from plgkit.cases.catalogue import DESCRIPTOR, cases, load
from plgkit.cases.generator import CASES, make
from plgkit.cases.generator.chance import Chance
from plgkit.support import folders


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder of the cases, its invented ones made anew."""
    folder = shutil.copytree(folders.data(), tmp_path_factory.mktemp("made") / "data")
    for name in CASES:
        (folder / f"{name}.csv").unlink()
    make(folder)
    return folder


@pytest.mark.parametrize("name", CASES)
def test_the_files_are_what_the_generator_makes(made, name):
    assert (made / f"{name}.csv").read_bytes() == (folders.data() / f"{name}.csv").read_bytes()


def test_the_descriptor_is_stamped(made):
    assert (made / DESCRIPTOR).read_bytes() == (folders.data() / DESCRIPTOR).read_bytes()


def test_every_invented_case_has_its_generator():
    table = cases()
    assert set(table.loc[table["kind"] == "invented", "name"]) == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_every_invented_case_has_its_truth(name):
    assert load(name).attrs["truth"]


def test_the_folder_stays_small():
    assert sum(path.stat().st_size for path in folders.data().iterdir()) < 5_000_000


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
