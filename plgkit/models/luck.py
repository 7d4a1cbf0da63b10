"""Luck that can be replayed: numbers that look drawn by chance, and follow from whole numbers alone.

A key such as (seed, quarter, channel) always gives the same number, in any order and in every interpreter; nothing is
remembered from one to the next. All is modulo 2³², with ⊕ the exclusive or and ≫ a shift to the right:

    mix(x):         x ← x ⊕ (x ≫ 16)    x ← x·0x7FEB352D    x ← x ⊕ (x ≫ 15)    x ← x·0x846CA68B    x ← x ⊕ (x ≫ 16)
    u(k₁, k₂, …):   x = 0x9E3779B9, then for each key x ← mix((x ⊕ k) + 0x6D2B79F5)        u = (x + ½)/2³²
    z(keys) = (u(keys, 0) + u(keys, 1) + u(keys, 2) + u(keys, 3) − 2)·√3

The constants of `mix` are from Wellons, C. (2018), Prospecting for Hash Functions (public domain).
"""

import math

WORD = 0xFFFFFFFF
START, STRIDE = 0x9E3779B9, 0x6D2B79F5
FIRST, SECOND = 0x7FEB352D, 0x846CA68B


def mix(x):
    """A whole number below 2³² for another: every bit of the one depends on every bit of the other.

    Parameters
    ----------
    x : int
        From 0 to 2³² − 1.

    Returns
    -------
    int
        From 0 to 2³² − 1; different for different `x`.

    Examples
    --------
    >>> mix(0), mix(1)
    (0, 1753845952)
    """
    x = (x ^ (x >> 16)) * FIRST & WORD
    x = (x ^ (x >> 15)) * SECOND & WORD
    return x ^ (x >> 16)


def u(*keys):
    """A number between 0 and 1, each part of that range as likely as any other.

    Parameters
    ----------
    *keys : int
        Whole numbers, taken modulo 2³²; their order counts.

    Returns
    -------
    float
        Never 0 and never 1.

    Examples
    --------
    >>> u(7, 0) == u(7, 0), u(7, 0) == u(0, 7)
    (True, False)
    """
    x = START
    for key in keys:
        x = mix((x ^ (key & WORD)) + STRIDE & WORD)
    return (x + 0.5) / 4294967296.0


def z(*keys):
    """A shock: mean 0, standard deviation 1, nearly Normal, and never beyond 2·√3 on either side.

    Parameters
    ----------
    *keys : int
        As in `u`.

    Returns
    -------
    float

    Examples
    --------
    >>> -3.47 < z(42, 3) < 3.47
    True
    """
    return (u(*keys, 0) + u(*keys, 1) + u(*keys, 2) + u(*keys, 3) - 2.0) * math.sqrt(3.0)
