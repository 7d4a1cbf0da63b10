"""Numbers as words: money, shares, months and plurals, the same wherever they are said."""

import math

NARROW = "\u202f"
SIGNS = "฿៛€₠₡₢₣₤₥₦₧₨₩₪₫₭₮₯₰₱₲₳₴₵₶₷₸₹₺₻₼₽₾₿"
"""Of money, beyond Latin-1."""
MOST_PLACES = 300
"""Decimal places beyond which a number is nothing."""

CAPITALS = (
    (0x61, 0x7A, 32),
    (0xE0, 0xF6, 32),
    (0xF8, 0xFE, 32),
    (0x3B1, 0x3C1, 32),
    (0x3C3, 0x3C9, 32),
    (0x430, 0x44F, 32),
    (0x450, 0x45F, 80),
)
"""Small letters, from one code to another, and how far before each its capital stands."""
PAIRS = ((0x100, 0x12F), (0x132, 0x137), (0x139, 0x148), (0x14A, 0x177), (0x179, 0x17E))
"""Letters of which every second one is small, right after its capital."""

ENDLESS = {"ceiling": "none", "deal": "never", "place": "never", "month": "never", "year": "never"}
"""What is said of a value of a kind that is infinite, where it is not "without end"."""

TYPED = 10
"""Significant digits of a number that somebody typed: all that they mean, and none of the dust of floating point."""


def number(value: float, digits: int = 3) -> str:
    """A number at `digits` significant digits, never in scientific notation, and never without its integer part.

    Ties go away from zero. The front end (`frontend/src/format.js`) rounds in the same steps, so that both agree.

    Parameters
    ----------
    value : float
        Any number, infinity included.
    digits : int
        Significant digits, 1 or more.

    Returns
    -------
    str
        With commas between thousands and a true minus sign.

    Examples
    --------
    >>> number(2666.7), number(0.03), number(12.5), number(1e6), number(math.inf)
    ('2,667', '0.03', '12.5', '1,000,000', 'without end')
    """
    if math.isinf(value):
        return "without end" if value > 0 else "minus without end"
    if value == 0:
        return "0"
    places = min(MOST_PLACES, max(0, digits - 1 - math.floor(math.log10(abs(value)))))
    scaled = abs(value) * float(f"1e{places}")
    below = math.floor(scaled)
    text = str(below + (scaled - below >= 0.5))
    text = "0" * (places + 1 - len(text)) + text  # MicroPython has no zfill
    whole, fraction = text[: len(text) - places], text[len(text) - places :].rstrip("0")
    unsigned = f"{int(whole):,}" + (f".{fraction}" if fraction else "")
    return f"−{unsigned}" if value < 0 and unsigned != "0" else unsigned


def fixed(value: float, places: int) -> str:
    """A number with so many decimal places, ties away from zero: interpreters round ties in different ways.

    Parameters
    ----------
    value : float
        0 or more; infinity is said as in `number`.
    places : int
        Decimal places, 0 or more.

    Returns
    -------
    str
        With a point and no commas.

    Examples
    --------
    >>> fixed(0.125, 2), fixed(12.0, 1), fixed(2.5, 0)
    ('0.13', '12.0', '3')
    """
    if math.isinf(value):
        return number(value)
    text = str(math.floor(value * 10**places + 0.5))
    text = "0" * (places + 1 - len(text)) + text
    return f"{text[: len(text) - places]}.{text[len(text) - places :]}" if places else text


def bounds(low: float, high: float) -> str:
    """The least and the greatest value allowed.

    Examples
    --------
    >>> bounds(-5, 1e6)
    '−5 and 1,000,000'
    """
    return f"{number(low, TYPED)} and {number(high, TYPED)}"


def money(value: float, unit: str, digits: int = 3) -> str:
    """An amount with its unit: a sign stands before it, and what follows the sign behind it; a word after it.

    Parameters
    ----------
    value : float
        So many of the unit.
    unit : str
        Sign or short name of the money, alone or with the size of the amounts: "$", "$k", "CHF", "kCHF".
    digits : int
        Significant digits.

    Returns
    -------
    str

    Examples
    --------
    >>> money(2666.7, "€"), money(-3.5, "$"), money(30, "$k")
    ('€2,667', '−$3.5', '$30k')
    >>> money(1200, "kr"), money(30, "kCHF")
    ('1,200\\u202fkr', '30\\u202fkCHF')
    """
    if math.isinf(value):
        return number(value)
    text = number(abs(value), digits)
    before, after = affixes(unit)
    return f"{'−' if value < 0 and text != '0' else ''}{before}{text}{after}"


def affixes(unit: str) -> tuple[str, str]:
    """What stands before and after the digits of an amount in a unit.

    Examples
    --------
    >>> affixes("$k"), affixes("kCHF")
    (('$', 'k'), ('', '\\u202fkCHF'))
    """
    before = len(unit)
    while before and _is_letter(unit[before - 1]):
        before -= 1
    return (unit[:before], unit[before:]) if before else ("", NARROW + unit)


def money_unit(currency: str, size: str = "") -> str:
    """The unit of amounts that are counted in a size of the money, as `money` reads it.

    Parameters
    ----------
    currency : str
        Sign or short name of the money.
    size : str
        "k" for thousands, empty for single ones.

    Returns
    -------
    str

    Examples
    --------
    >>> money_unit("$", "k"), money_unit("CHF", "k"), money_unit("€")
    ('$k', 'kCHF', '€')
    """
    return currency + size if affixes(currency)[0] else size + currency


def _is_letter(character: str) -> bool:
    """Whether it is a letter, also in MicroPython, which knows those of ASCII alone: signs of money are none."""
    return character.isalpha() or (ord(character) >= 0xC0 and character not in SIGNS)


def percent(share: float, digits: int = 3) -> str:
    """A share as a percentage.

    Examples
    --------
    >>> percent(0.851), percent(0.0075), percent(1)
    ('85.1%', '0.75%', '100%')
    """
    return f"{number(100 * share, digits)}%"


def chance(share: float, digits: int = 3) -> str:
    """A share that may be next to nothing as a percentage, without a row of zeros.

    Examples
    --------
    >>> chance(0.0075), chance(0), chance(3e-9)
    ('0.75%', '0%', 'under 0.0001%')
    """
    return percent(share, digits) if share == 0 or share >= 1e-6 else "under 0.0001%"


def count(value: float, singular: str, plural: str | None = None, digits: int = 3) -> str:
    """A number with its noun in the right form.

    Examples
    --------
    >>> count(1, "month"), count(2.5, "month"), count(2, "company", "companies")
    ('1 month', '2.5 months', '2 companies')
    """
    text = number(value, digits)
    return f"{text} {singular if text == '1' else plural or singular + 's'}"


def say(value, kind, terms=None):
    """A value as text of its kind.

    Parameters
    ----------
    value : float or bool
        In the unit of its kind: a share between 0 and 1, an amount of money, a number of things.
    kind : str
        "money", "share", "count", "times", "yes", "ceiling" (of customers), "place" (in a row), or a noun to count.
    terms : Terms, optional
        How money and things are called.

    Returns
    -------
    str
        What is infinite is said in the words of its kind: no ceiling is "none", what comes at no time "never", any
        other number "without end".

    Examples
    --------
    >>> say(2666.7, "money", Terms("€")), say(0.05, "share"), say(2.22, "times"), say(True, "yes"), say(15, "month")
    ('€2,667', '5%', '2.22×', 'yes', '15 months')
    >>> say(math.inf, "ceiling"), say(math.inf, "month"), say(math.inf, "times")
    ('none', 'never', 'without end')
    """
    terms = terms or TERMS
    if kind == "yes":
        return "yes" if value else "no"
    if math.isinf(value):
        return ENDLESS[kind] if kind in ENDLESS and value > 0 else number(value)
    if kind == "money":
        return terms.money(value)
    if kind == "share":
        return percent(value)
    if kind == "times":
        return f"{number(value)}×"
    if kind in ("count", "place"):
        return number(value)
    noun = "customer" if kind == "ceiling" else kind
    return terms.count(value, noun) if noun in NOUNS else count(value, noun)


def listing(items: list[str]) -> str:
    """Words in a row, the last after "and".

    Examples
    --------
    >>> listing(["Zoom"]), listing(["Zoom", "Slack", "Wix"])
    ('Zoom', 'Zoom, Slack and Wix')
    """
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


def small(value: int) -> str:
    """A small whole number in letters.

    Examples
    --------
    >>> small(6), small(13)
    ('six', '13')
    """
    return SMALL[value] if value < len(SMALL) else str(value)


def capital(text: str) -> str:
    """A text with a capital letter: Latin, Greek or Cyrillic, which MicroPython's `upper` leaves as they are.

    Examples
    --------
    >>> capital("an account"), capital("élève")
    ('An account', 'Élève')
    """
    first = ord(text[0]) if text else 0
    for low, high, step in CAPITALS:
        if low <= first <= high:
            return chr(first - step) + text[1:]
    for low, high in PAIRS:
        if low <= first <= high and (first - low) % 2 == 1:
            return chr(first - 1) + text[1:]
    return text


class Terms:
    """How a learner's money and things are called: what a sentence needs beside its numbers.

    Parameters
    ----------
    unit : str
        Of amounts of money (see `money`).
    nouns : dict of str to pair of str, optional
        What stands for "organisation", "product", "customer" and "deal": singular and plural.

    Examples
    --------
    >>> terms = Terms("kCHF", {"customer": ("account", "accounts")})
    >>> terms.count(2, "customer"), terms.money(30), terms.a("customer"), terms.a("deal")
    ('2 accounts', '30\\u202fkCHF', 'an account', 'a deal')
    """

    def __init__(self, unit="$", nouns=None):
        self.unit = unit
        self.nouns = dict(NOUNS)
        self.nouns.update(nouns or {})

    def singular(self, noun):
        """What one of them is called."""
        return self.nouns[noun][0]

    def a(self, noun):
        """One of them with its article."""
        name = self.singular(noun)
        return f"{'an' if name[:1].lower() in VOWELS else 'a'} {name}"

    def plural(self, noun):
        """What several of them are called."""
        return self.nouns[noun][1]

    def count(self, value, noun, digits=3):
        """A number of them in words."""
        return count(value, self.singular(noun), self.plural(noun), digits)

    def money(self, value, digits=3):
        """An amount in words."""
        return money(value, self.unit, digits)


VOWELS = "aeiou"
NOUNS = {noun: (noun, noun + "s") for noun in ("organisation", "product", "customer", "deal")}
TERMS = Terms()


def rounded(value: float, places: int) -> float:
    """A number to so many decimal places, ties away from zero as in `fixed`; never minus zero.

    Parameters
    ----------
    value : float
        Any finite number.
    places : int
        Decimal places, 0 or more.

    Returns
    -------
    float

    Examples
    --------
    >>> rounded(0.125, 2), rounded(-0.125, 2), rounded(-0.001, 2)
    (0.13, -0.13, 0.0)
    """
    scale = 10**places
    size = math.floor(abs(value) * scale + 0.5) / scale
    return -size if value < 0 and size else size
