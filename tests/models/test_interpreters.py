"""Every model gives the same in CPython, which a kernel runs, and in MicroPython, which a page runs."""

import json
import math
import os
import random
import shutil
import subprocess
from itertools import product
from pathlib import Path

import pytest

from plgkit.course.lessons.leaky_bucket.figures import Renewals
from plgkit.course.lessons.read_the_books.figures import Books
from plgkit.ideas import catalogue
from plgkit.models import words
from plgkit.support import folders
from tests.models.test_words import CALLED, MEASURED, NOUNS, SAID

HERE = Path(__file__).parent
MODELS = HERE.parents[1] / "plgkit" / "models"
RANDOM = 2000
CLOSE = 1e-9
TERMS = [("$", {}), ("kCHF", {"customer": ("policyholder", "policyholders"), "deal": ("mandate", "mandates")})]
STAGES = ["signup", "activate", "qualify", "pay"]
RATES = [[0.0, 0.5], [1.0, 1.0], [0.3, 0.3, 0.95], [1e-300, 0.5, 1e-9], [0.5, 1 / 3, 0.98, 0.35]]
COSTS = [[5000.0] * 4, [0.0] * 4, [1e9, 0.0, 1 / 3, 3000.0]]
LISTS = {
    "shares": [[1.0], [1.0, 0.0], [0.06] * 15 + [0.1], [1 / 3] * 3],
    "stages": [list(zip(STAGES, rates, strict=False)) for rates in RATES],
    "costs": [list(zip(STAGES, costs, strict=True)) for costs in COSTS],
}
"""Lists that an idea takes, beside its default."""
IDEAS = [*map(catalogue.idea, catalogue.names()), Books, Renewals]


@pytest.fixture(scope="module")
def interpreter():
    """Asks the page's interpreter, through node."""
    node = shutil.which("node")
    if node is None:
        if os.environ.get("PLGKIT_NODE") == "required":
            pytest.fail("no node on this machine, and PLGKIT_NODE=required")
        pytest.skip("no node on this machine")
    command = [node, str(HERE / "interpreter.mjs"), str(folders.static() / "micropython"), str(MODELS)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def ask(model, values, unit, nouns):
        request = {"model": model, "values": values, "unit": unit, "nouns": nouns}
        process.stdin.write(json.dumps(request) + "\n")
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield ask
    process.stdin.close()
    process.wait(timeout=30)


def corners(idea):
    """Each assumption at its least, its default and its greatest value: all of them together where they are few."""
    sides, default = {}, idea().inputs()
    for name, assumption in idea.assumptions().items():
        low, high = assumption.slider if assumption.kind in ("number", "whole") else (None, None)
        choices = [assumption.ge, low, assumption.default, high, assumption.le]
        choices = [choice for choice in choices if choice is not None]
        if assumption.kind == "choice":
            choices = list(assumption.choices)
        if assumption.kind == "flag":
            choices = [False, True]
        if assumption.kind == "list":
            presets = [preset[name] for preset in idea.presets.values() if name in preset]
            choices = [default[name], *presets, *LISTS.get(name, [])]
        sides[name] = [choice for i, choice in enumerate(choices) if choice not in choices[:i]]
    for name, choices in sides.items():
        for choice in choices:
            yield default | {name: choice}
    ends = {name: [choices[0], choices[-1]] for name, choices in sides.items()}
    every = list(product(*ends.values()))
    for values in every if len(every) <= 256 else random.Random(7).sample(every, 256):
        yield default | dict(zip(ends, values, strict=True))


def somewhere(idea, chance):
    """Random values: anywhere in the bounds, or on the slider, where readers are."""
    default = idea().inputs()
    values = dict(default)
    for name, assumption in idea.assumptions().items():
        if assumption.kind == "list":
            values[name] = chance.choice([default[name], *LISTS.get(name, [])])
        elif assumption.kind == "choice":
            values[name] = chance.choice(assumption.choices)
        elif assumption.kind == "flag":
            values[name] = chance.random() < 0.5
        else:
            low, high = (assumption.ge, assumption.le) if chance.random() < 0.3 else assumption.slider
            value = low + (high - low) * chance.random()
            steps = round((value - low) / assumption.step)
            value = min(high, low + steps * assumption.step) if chance.random() < 0.5 else value
            values[name] = round(value) if assumption.kind == "whole" else float(value)
    return values


def differences(here, there, path=""):
    """Where two results differ: numbers by more than `CLOSE`, anything else at all."""
    if isinstance(here, dict):
        if here.keys() != there.keys():
            return [f"{path}: {sorted(here)} and {sorted(there)}"]
        return [line for name in here for line in differences(here[name], there[name], f"{path}.{name}")]
    if isinstance(here, list | tuple):
        if len(here) != len(there):
            return [f"{path}: {len(here)} and {len(there)}"]
        pairs = enumerate(zip(here, there, strict=True))
        return [line for i, (own, other) in pairs for line in differences(own, other, f"{path}[{i}]")]
    if isinstance(here, float):
        number = float(there)
        same = here == number or (math.isnan(here) and math.isnan(number)) or math.isclose(here, number, rel_tol=CLOSE)
        return [] if same or abs(here - number) < 1e-12 else [f"{path}: {here} and {there}"]
    same = here == (float(there) if isinstance(here, int) and isinstance(there, str) else there)
    return [] if same else [f"{path}: {here!r} and {there!r}"]


@pytest.mark.slow
@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.__name__)
def test_a_model_gives_the_same_in_the_kernel_and_in_the_page(interpreter, idea):
    chance = random.Random(idea.__name__)
    model = idea.model.__module__.rpartition(".")[2]
    settings = [*corners(idea), *(somewhere(idea, chance) for _ in range(RANDOM))]
    for i, values in enumerate(settings):
        unit, nouns = TERMS[i % len(TERMS)]
        here = idea.model(terms=words.Terms(unit, nouns), **values)
        there = interpreter(model, values, unit, nouns)
        assert "error" not in there, (values, there)
        assert here["sentence"] == there["sentence"], values
        assert differences(here, there) == [], values


def test_both_interpreters_say_the_same(interpreter):
    rows = [("words", *row) for row in SAID] + [("terms", *row) for row in CALLED]
    rows += [("measure", "say", *row) for row in MEASURED]
    for of, function, arguments, text in rows:
        values = {"of": of, "function": function, "arguments": arguments}
        assert interpreter("words", values, "kCHF", NOUNS) == text, values


def test_what_differs_is_noticed():
    assert differences({"a": [1.0, "x"]}, {"a": ["1.0000000001", "x"]}) == []
    assert differences({"a": [1.0]}, {"a": ["1.00000001"]}) == [".a[0]: 1.0 and 1.00000001"]
    assert differences([None, True], [None, False]) == ["[1]: True and False"]
    assert differences(math.inf, "inf") == [] and differences(math.inf, "-inf") != []
