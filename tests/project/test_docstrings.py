"""The docstring of every public name, held to numpydoc's own rules."""

import inspect

import pytest
from numpydoc.validate import validate

import plgkit as plg

RULES = {
    "GL06": "an unknown section",
    "GL07": "sections out of order",
    "GL08": "no docstring",
    "SS03": "a summary without a full stop",
    "PR01": "a parameter that is not told of",
    "PR02": "a parameter that does not exist",
    "PR03": "parameters out of order",
    "PR04": "a parameter without a type",
    "PR07": "a parameter without a description",
    "RT01": "what is returned is not told",
    "RT03": "what is returned is not described",
    "EX01": "no example",
}
CLASSES = {name: getattr(plg, name) for name in plg.__all__ if inspect.isclass(getattr(plg, name))}
FUNCTIONS = [name for name in plg.__all__ if name not in CLASSES]
RETURNED = [
    plg.LeakyBucket,
    type(plg.LeakyBucket().run()),
    type(plg.lesson("saying-no")),
    type(plg.test("pre-test")),
    type(plg.explore(plg.LeakyBucket())),
]
"""A class for each kind of thing that a learner calls methods of."""


def methods(kind):
    for name, member in inspect.getmembers(kind):
        own = getattr(inspect.unwrap(getattr(member, "__func__", member)), "__module__", None) or ""
        if not name.startswith("_") and callable(member) and own.startswith("plgkit."):
            # What a subclass defines anew without a word is told of where it was first.
            home = next(base for base in kind.__mro__ if getattr(vars(base).get(name), "__doc__", None))
            yield f"{home.__module__}.{home.__qualname__}.{name}"


METHODS = sorted({path for kind in RETURNED for path in methods(kind)})


def problems(path, *excused):
    errors = validate(path)["errors"]
    return [text for code, text in errors if code in RULES and code not in excused]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_public_function_says_what_goes_in_what_comes_out_and_shows_it(name):
    function = getattr(plg, name)
    assert not problems(f"{function.__module__}.{function.__qualname__}")


@pytest.mark.parametrize("name", CLASSES)
def test_a_public_class_says_what_it_is(name):
    kind = CLASSES[name]
    # An idea's assumptions are its fields: each is told by its own declaration.
    assert not problems(f"{kind.__module__}.{kind.__qualname__}", "PR01", "PR02")


@pytest.mark.parametrize("path", METHODS)
def test_a_method_that_a_learner_calls_is_told_of(path):
    assert not problems(path, "EX01")
