"""Numerical tools that the models share, with nothing but `math`: MicroPython runs them in a page too.

What CPython's `math` has and MicroPython's has not, or has otherwise, is met here, in one place.
"""

import math

NORMAL_CENTRE = (
    (2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457),
    (13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
    (5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867),
    (5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1.0),
)
NORMAL_MIDDLE = (
    (7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258),
    (3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734),
    (1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459),
    (0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1.0),
)
NORMAL_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093),
    (0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772),
    (2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4),
    (0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1.0),
)
STIRLING = (1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360)
FAR = 12.0
"""From here on the series of Stirling is exact to the last digits."""


def log1p(x):
    """The natural logarithm of 1 + x, exact for small x: MicroPython has none.

    Parameters
    ----------
    x : float
        Above −1; at −1 the result is −inf.

    Returns
    -------
    float

    Examples
    --------
    >>> log1p(1e-20), log1p(-1.0)
    (1e-20, -inf)
    """
    near = 1.0 + x
    if near == 0:
        return -math.inf
    return x if near == 1.0 or math.isinf(x) else math.log(near) * (x / (near - 1.0))


def exp(x):
    """The exponential; infinite where it is too large for a number.

    Examples
    --------
    >>> exp(0.0), exp(1000.0), exp(-1000.0)
    (1.0, inf, 0.0)
    """
    return math.inf if x > 709.782712893384 else math.exp(x)


def total(values):
    """The sum of numbers, from the first to the last: newer Pythons sum in another way than older ones.

    Examples
    --------
    >>> total([0.1] * 10)
    0.9999999999999999
    """
    result = 0.0
    for value in values:
        result += value
    return result


def normal_density(x):
    """The density of the standard Normal distribution.

    Examples
    --------
    >>> normal_density(0.0)
    0.3989422804014327
    """
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi)


def normal_below(x):
    """The share of a standard Normal distribution that lies below x.

    Parameters
    ----------
    x : float
        Infinity is allowed.

    Returns
    -------
    float
        From 0 to 1.

    Examples
    --------
    >>> normal_below(0.0), round(normal_below(1.96), 4)
    (0.5, 0.975)
    """
    if math.isinf(x):
        return 1.0 if x > 0 else 0.0
    return math.erfc(-x / math.sqrt(2.0)) / 2


def normal_quantile(share):
    """The value below which a share of a standard Normal distribution lies.

    Parameters
    ----------
    share : float
        From 0 to 1; at the ends the result is infinite.

    Returns
    -------
    float

    References
    ----------
    Wichura, M. J. (1988). Algorithm AS 241: The Percentage Points of the Normal Distribution. Applied Statistics
    37(3), 477–484.

    Examples
    --------
    >>> normal_quantile(0.5), round(normal_quantile(0.975), 4), normal_quantile(0.0)
    (0.0, 1.96, -inf)
    """
    if share <= 0 or share >= 1:
        return -math.inf if share <= 0 else math.inf
    centred = share - 0.5
    if abs(centred) <= 0.425:
        r = 0.180625 - centred * centred
        return centred * _ratio(NORMAL_CENTRE, r)
    r = math.sqrt(-math.log(share if centred < 0 else 1 - share))
    value = _ratio(NORMAL_MIDDLE, r - 1.6) if r <= 5 else _ratio(NORMAL_TAIL, r - 5)
    return -value if centred < 0 else value


def _ratio(coefficients, r):
    """A quotient of two polynomials of degree 7, highest power first."""
    above, over, below, under = coefficients
    numerator = denominator = 0.0
    for coefficient in above + over:
        numerator = numerator * r + coefficient
    for coefficient in below + under:
        denominator = denominator * r + coefficient
    return numerator / denominator


def log_gamma_rise(x, a):
    """How much ln Γ grows from x to x + a.

    `lgamma` loses its digits far out, where the difference of two large values is a small one: there the
    difference of Stirling's series is taken, term by term.

    Parameters
    ----------
    x : float
        Above 0.
    a : float
        0 or more.

    Returns
    -------
    float

    Examples
    --------
    >>> round(log_gamma_rise(3.0, 2.0), 12) == round(math.log(12), 12)
    True
    >>> round(log_gamma_rise(1e15, 1.0), 6) == round(math.log(1e15), 6)
    True
    """
    rise = 0.0
    while x < FAR:
        rise -= log1p(a / x)
        x += 1.0
    rise += (x - 0.5) * log1p(a / x) + a * math.log(x + a) - a
    return rise + _stirling(x + a) - _stirling(x)


def _stirling(x):
    """What Stirling's formula for ln Γ(x) lacks."""
    square, result = x * x, 0.0
    for coefficient in reversed(STIRLING):
        result = result / square + coefficient
    return result / x


def log_beta_fall(a, x, y):
    """ln B(a, y) − ln B(a, x), without the loss of digits of two separate values.

    Parameters
    ----------
    a, x, y : float
        Above 0.

    Returns
    -------
    float

    Examples
    --------
    >>> round(math.exp(log_beta_fall(1.0, 1.0, 4.0)), 12)
    0.25
    """
    return log_gamma_rise(x, a) - log_gamma_rise(y, a)


def root(function, low, high, precision=1e-15):
    """Where a function that changes its sign between two places is zero.

    Parameters
    ----------
    function : callable
        From a float to a float.
    low, high : float
        The function has opposite signs there, or is zero at one of them.
    precision : float
        Of the result, as a share of it.

    Returns
    -------
    float

    References
    ----------
    Chandrupatla, T. R. (1997). A new hybrid quadratic/bisection algorithm for finding the zero of a nonlinear function
    without using derivatives. Advances in Engineering Software 28(3), 145–149.

    Examples
    --------
    >>> round(root(lambda x: x * x - 2, 0.0, 2.0), 12)
    1.414213562373
    """
    a, b = float(high), float(low)
    at_a, at_b = function(a), function(b)
    if at_a == 0 or at_b == 0:
        return a if at_a == 0 else b
    step = 0.5
    for _ in range(400):
        new = a + step * (b - a)
        at_new = function(new)
        if (at_new > 0) == (at_a > 0):
            c, at_c = a, at_a
        else:
            c, at_c = b, at_b
            b, at_b = a, at_a
        a, at_a = new, at_new
        best = a if abs(at_a) < abs(at_b) else b
        tolerance = precision * abs(best) + 1e-300
        width = abs(b - a)
        if at_a == 0 or at_b == 0 or width <= 2 * tolerance:
            return best
        step = _step(a, b, c, at_a, at_b, at_c)
        least = tolerance / width
        step = min(1 - least, max(least, step))
    return best


def _step(a, b, c, at_a, at_b, at_c):
    """The next place between a and b, as a share of the way: by inverse quadratic interpolation where it is safe."""
    if at_a in (at_b, at_c) or at_c == at_b or c == b:
        return 0.5
    along = (a - b) / (c - b)
    up = (at_a - at_b) / (at_c - at_b)
    if not (up * up < along and (1 - up) * (1 - up) < 1 - along):
        return 0.5
    first = at_a / (at_b - at_a) * at_c / (at_b - at_c)
    return first + (c - a) / (b - a) * at_a / (at_c - at_a) * at_b / (at_c - at_b)


def lowest(function, low, high, precision=1e-12):
    """Where a function with one valley between two places is lowest.

    Parameters
    ----------
    function : callable
        From a float to a float.
    low, high : float
    precision : float
        Of the place.

    Returns
    -------
    float

    References
    ----------
    Kiefer, J. (1953). Sequential minimax search for a maximum. Proceedings of the American Mathematical Society 4(3),
    502–506.

    Examples
    --------
    >>> round(lowest(lambda x: (x - 0.3) ** 2, 0.0, 1.0), 6)
    0.3
    """
    share = (math.sqrt(5) - 1) / 2
    left, right = high - share * (high - low), low + share * (high - low)
    at_left, at_right = function(left), function(right)
    while high - low > precision:
        if at_left <= at_right:
            high, right, at_right = right, left, at_left
            left = high - share * (high - low)
            at_left = function(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + share * (high - low)
            at_right = function(right)
        if not low < left <= right < high:
            break
    return (low + high) / 2


def times_log(x, y):
    """x·ln y, and 0 where x is 0, whatever y is.

    Examples
    --------
    >>> times_log(0.0, 0.0), times_log(2.0, 1.0), times_log(1.0, 0.0)
    (0.0, 0.0, -inf)
    """
    return 0.0 if x == 0 else x * math.log(y) if y else -math.inf * x


def times_log1p(x, y):
    """x·ln(1 + y), and 0 where x is 0, whatever y is.

    Examples
    --------
    >>> times_log1p(0.0, -1.0), times_log1p(1.0, 1e-20)
    (0.0, 1e-20)
    """
    return 0.0 if x == 0 else x * log1p(y)
