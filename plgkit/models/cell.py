"""An outcome as it is drawn: what an explorer shows at one setting, in a kernel and in a page alike."""

import math

from plgkit.models import words

DIGITS = 5
"""Significant digits of a number that is drawn."""

TINY = 1e-290
"""Below this the number of decimal places is none that a power of ten can have."""


def at(model, changes):
    """What an explorer shows at other values.

    Parameters
    ----------
    model : dict
        `name` of the module of `plgkit.models`, its `inputs` by name, `unit` and `nouns` of its terms, and the
        `headline`: pairs of a number's name and its kind (see `words.say`).
    changes : dict
        Other values by the name of their input. They take the type of the value they replace: a page has no
        floats that are whole.

    Returns
    -------
    dict
        As `payload` gives it.

    Examples
    --------
    >>> inputs = {"arpa": 100.0, "gross_margin": 0.8, "churn": 0.03, "cac": 1200.0}
    >>> model = {"name": "unit_economics", "inputs": inputs, "unit": "$", "nouns": {}}
    >>> model["headline"] = [["lifetime_value", "money"]]
    >>> at(model, {"churn": 0.08})["headline"]
    ['$1,000']
    """
    values = dict(model["inputs"])
    for name, value in changes.items():
        values[name] = type(values[name])(value)
    run = __import__("plgkit.models." + model["name"], None, None, ["run"]).run
    terms = words.Terms(model["unit"], model["nouns"])
    return payload(run(terms=terms, **values), model["headline"], terms)


def payload(outcome, headline, terms):
    """An outcome as plain JSON.

    Parameters
    ----------
    outcome : dict
        `rows` by column, `numbers` by name, `sentence`.
    headline : list of pairs
        The names of numbers, each with its kind.
    terms : Terms
        How money and things are called.

    Returns
    -------
    dict
        Its `columns`, its `sentence`, and its `headline` numbers in words.

    Examples
    --------
    >>> payload({"rows": {"x": [0.1 + 0.2]}, "numbers": {"n": 0.5}, "sentence": "Half."}, [("n", "share")], words.TERMS)
    {'columns': {'x': [0.3]}, 'sentence': 'Half.', 'headline': ['50%']}
    """
    return {
        "columns": {name: [rounded(value) for value in column] for name, column in outcome["rows"].items()},
        "sentence": outcome["sentence"],
        "headline": [words.say(outcome["numbers"][name], kind, terms) for name, kind in headline],
    }


def rounded(value):
    """A number as it is drawn.

    Parameters
    ----------
    value : Any
        What is no float stays as it is.

    Returns
    -------
    Any
        At `DIGITS` significant digits, an int where it is whole; None for what is not finite.

    Examples
    --------
    >>> [rounded(value) for value in (0.1 + 0.2, 2666.6667, 3.0, math.nan, "with churn")]
    [0.3, 2666.7, 3, None, 'with churn']
    """
    if not isinstance(value, float):
        return value
    if not math.isfinite(value):
        return None
    short = at_digits(value)
    return int(short) if short == math.floor(short) else short


def at_digits(value):
    """A number at `DIGITS` significant digits, ties away from zero: `format` decides them in different ways."""
    size = abs(value)
    if size < TINY:
        return float(f"{value:.{DIGITS}g}")
    places = DIGITS - 1 - math.floor(math.log10(size))
    unit = float(f"1e{abs(places)}")
    short = math.floor(size * unit + 0.5) / unit if places > 0 else math.floor(size / unit + 0.5) * unit
    return -short if value < 0 else short
