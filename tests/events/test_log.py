import numpy as np
import pytest

from plgkit.events.order import ahead, in_order, read_back, together, unpacked


def test_users_whose_hashes_agree_in_part_stay_apart():
    first = np.array([2**60, 2**60 + 1, 2**60, 2**60 + 1, 2**60], np.uint64)
    second = np.array([1, 1, 2, 1, 1], np.uint64)
    order, user = together(first, second)
    assert sorted(zip(first[order], second[order], user, strict=True)) == [
        (2**60, 1, 0),
        (2**60, 1, 0),
        (2**60, 2, 1),
        (2**60 + 1, 1, 2),
        (2**60 + 1, 1, 2),
    ]


@pytest.mark.parametrize("size", [8, 2**62])
def test_users_and_moments_are_sorted_whether_or_not_one_number_holds_both(size):
    random = np.random.default_rng(3)
    user, moment = random.integers(0, 50, 1000), random.integers(0, 8, 1000)
    sorted_user, sorted_moment = in_order(user, moment, size)
    expected = np.lexsort((moment, user))
    assert (sorted_user == user[expected]).all()
    assert (sorted_moment == moment[expected]).all()


def test_numbers_that_hold_both_are_taken_apart():
    user, moment = unpacked(np.array([17, 3, 16, 8]), 8)
    assert (user.tolist(), moment.tolist()) == ([0, 1, 2, 2], [3, 0, 0, 1])


def test_what_was_written_is_read_back_once(tmp_path):
    file = tmp_path / "part"
    np.array([[1, 2], [3, -4], [5, 6]]).tofile(file)
    assert [column.tolist() for column in read_back(file, 2)] == [[1, 3, 5], [2, -4, 6]]
    assert not file.exists()


def test_one_item_is_made_ahead_and_its_fault_arrives():
    made = []

    def items():
        for place in range(3):
            made.append(place)
            yield place
        raise ValueError("no more")

    coming = ahead(items())
    assert next(coming) == 0
    assert [next(coming), next(coming)] == [1, 2]
    assert made == [0, 1, 2]
    with pytest.raises(ValueError, match="no more"):
        next(coming)
