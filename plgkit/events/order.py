"""Events as whole numbers: in order of user and moment, by sorting as few numbers as can hold both."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

LONG = 2**63
"""No whole number of 64 bits is so large."""


def changes(*columns: np.ndarray) -> np.ndarray:
    """For each row, whether it differs in any column from the row before.

    >>> changes(np.array([1, 1, 2]), np.array([5, 5, 5]))
    array([ True, False,  True])
    """
    differs = np.ones(len(columns[0]), bool)
    if len(differs) > 1:
        np.not_equal(columns[0][1:], columns[0][:-1], out=differs[1:])
        for column in columns[1:]:
            differs[1:] |= column[1:] != column[:-1]
    return differs


def together(first: np.ndarray, second: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """An order of rows in which those of a user stand together, and a number for the user of each.

    Args:
        first, second: two hashes of each row's user.

    >>> together(np.array([2**63, 5, 2**63], np.uint64), np.array([7, 8, 7], np.uint64))
    (array([1, 0, 2]), array([0, 1, 1]))
    """
    # Upper bits of the hash and the row's number in one sort much faster than an order of hashes.
    bits = len(first).bit_length()
    keys = (first >> bits << bits) | np.arange(len(first), dtype=np.uint64)
    keys.sort()
    order = (keys & (2**bits - 1)).astype(np.intp)
    news = changes(first[order], second[order])
    if np.any(news > changes(keys >> bits)):
        order = np.lexsort((second, first))
        news = changes(first[order], second[order])
    return order, np.cumsum(news) - 1


def in_order(user: np.ndarray, moment: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Both, sorted by user and moment; `moment` is below `size`.

    >>> in_order(np.array([1, 0, 0]), np.array([0, 7, 4]), 8)
    (array([0, 0, 1]), array([4, 7, 0]))
    """
    if (int(user.max(initial=0)) + 1) * size < LONG:
        return unpacked(user * size + moment, size)
    bits = len(user).bit_length()
    order = np.argsort(moment)
    keys = (user[order].astype(np.int64) << bits) | np.arange(len(user))
    keys.sort()
    order = order[keys & (2**bits - 1)]
    return user[order], moment[order]


def unpacked(keys: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """User and moment of each of `keys` = user · size + moment, in order."""
    keys = np.sort(keys)
    user = keys // size
    return user, keys - user * size


def read_back(file: Path, width: int) -> list[np.ndarray]:
    """The columns of rows of whole numbers, the file being needed no more."""
    rows = np.fromfile(file, np.int64).reshape(-1, width)
    file.unlink()
    return list(np.ascontiguousarray(rows.T))


def ahead(items: Iterator[Any]) -> Iterator[Any]:
    """The same items, each being made while the one before is in use.

    >>> list(ahead(iter("abc")))
    ['a', 'b', 'c']
    """
    over = object()
    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(next, items, over)
        while (item := coming.result()) is not over:
            coming = maker.submit(next, items, over)
            yield item
