from itertools import combinations

import numpy as np
import pandas as pd
import pytest

from plgkit.cases.catalogue import load

from .reading import CONTRACTION, shared, words

CHANCE, AT_MOST = 6, 9
"""Of 24, how many are right by guessing, and how many a count of words may get right."""


@pytest.fixture(scope="module")
def vignettes():
    return load("vignettes")


@pytest.fixture(scope="module")
def counts(vignettes):
    """How often each word stands in each text; the name of the company is no word."""
    rows = []
    for text, company in zip(vignettes["text"], vignettes["company"], strict=True):
        rows.append(pd.Series([word for word in words(text) if word != company.lower()]).value_counts())
    return pd.DataFrame(rows).fillna(0).to_numpy(), list(pd.DataFrame(rows).columns)


def guessed(counts, labels, train, test):
    """The labels that a naive Bayes classifier with counts of words gives to the texts in `test`."""
    logs = []
    for label in sorted(set(labels)):
        total = 1 + counts[train & (labels == label)].sum(axis=0)
        logs.append(counts[test] @ np.log(total / total.sum()))
    return np.array(sorted(set(labels)))[np.argmax(logs, axis=0)]


def test_each_label_is_seen_from_each_function_once(vignettes):
    table = pd.crosstab(vignettes["label"], vignettes["function"])
    assert table.shape == (4, 6)
    assert (table == 1).all(axis=None)
    assert list(table.index) == sorted(vignettes.attrs["truth"]["labels"])
    assert set(vignettes.attrs["truth"]["definitions"]) == set(table.index)


def test_the_tempting_answer_is_wrong(vignettes):
    assert (vignettes["tempting"] != vignettes["label"]).all()
    assert set(vignettes["tempting"]) == set(vignettes["label"])


@pytest.mark.parametrize("left_out", ["company", "function"])
def test_counting_words_does_no_better_than_guessing(vignettes, counts, left_out):
    labels, groups = vignettes["label"].to_numpy(), vignettes[left_out].to_numpy()
    right = 0
    for group in set(groups):
        test = groups == group
        right += (guessed(counts[0], labels, ~test, test) == labels[test]).sum()
    assert right <= AT_MOST


def test_the_classifier_finds_what_is_there(vignettes, counts):
    labels = vignettes["label"].to_numpy()
    everything = np.ones(len(labels), dtype=bool)
    assert (guessed(counts[0], labels, everything, everything) == labels).all()


def test_no_word_belongs_to_one_label(vignettes, counts):
    there = pd.DataFrame(counts[0] > 0, columns=counts[1]).groupby(vignettes["label"]).sum()
    often = there.loc[:, there.sum() >= 3]
    assert list(often.columns[(often > 0).sum() == 1]) == []


def test_no_label_is_longer_than_another(vignettes):
    lengths = vignettes["text"].map(lambda text: len(words(text))).groupby(vignettes["label"]).mean()
    assert lengths.max() / lengths.min() < 1.1


def test_the_words_of_the_labels_do_not_occur(vignettes):
    named = {"product", "products", "led", "centric", "growth", "tactic", "tactics", "organisation", "none"}
    for text in vignettes["text"]:
        assert not named & {part for word in words(text) for part in word.split("-")}, text


def test_no_two_are_alike(vignettes):
    pairs = combinations(vignettes["text"], 2)
    assert max(shared(*pair) for pair in pairs) < 0.15
    assert vignettes["company"].is_unique


@pytest.mark.parametrize("column", ["text", "reason"])
def test_the_texts_are_plain(vignettes, column):
    for text in vignettes[column]:
        assert not CONTRACTION.search(text), text
        assert text.endswith(".")
