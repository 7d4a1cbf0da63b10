"""Rows that pictures share: where their labels stand, and ways compared step by step."""

from plgkit.models.numerics import total

LABEL = 0.075  # of the picture's height: from one name at the right end to the next


def label_places(values, gap):
    """Places for labels at values, none on top of another.

    Parameters
    ----------
    values : list of float or None
        Where the labels would stand; None for a label that is not drawn.
    gap : float
        The least distance between two labels, in the unit of the values.

    Returns
    -------
    list of float or None
        In the same order, at least `gap` from each other, on average where the values are; None stays.

    Examples
    --------
    >>> [round(place, 2) for place in label_places([1.0, 5.0, 1.2], 1)]
    [0.73, 4.73, 1.73]
    >>> label_places([1.0, None], 1)
    [1.0, None]
    """
    order = sorted((i for i in range(len(values)) if values[i] is not None), key=lambda i: (values[i], i))
    places, moved, least = list(values), [], None
    for rank, i in enumerate(order):
        base = values[i] - gap * rank
        least = base if least is None or base > least else least
        places[i] = least + gap * rank
        moved.append(values[i] - places[i])
    shift = total(moved) / len(moved) if moved else 0.0
    return [None if place is None else place + shift for place in places]


def along(place, steps, heights):
    """The height at a place of a line that is straight between its steps; None beyond the last one.

    Examples
    --------
    >>> along(2.5, [0, 5], [0.0, 10.0]), along(6, [0, 5], [0.0, 10.0])
    (5.0, None)
    """
    if place > steps[-1]:
        return None
    after = 1
    while after < len(steps) - 1 and steps[after] < place:
        after += 1
    low, high = heights[after - 1], heights[after]
    if low is None or high is None:
        return None
    return low + (high - low) * (place - steps[after - 1]) / (steps[after] - steps[after - 1])


def ways(x, y, steps, lines, here, verdict, crossing, crossed):
    """The rows of ways compared step by step, as many for every outcome.

    Parameters
    ----------
    x, y : str
        Names of the columns for the steps and the values.
    steps : list of float
        The places at which the lines are known; a line is straight between them.
    lines : list of pair of str and list of float
        Three ways, each with its name and a value at each step; None for a way that is not drawn. The first two are
        compared.
    here : float
        Where the reader stands.
    verdict : str
        What is written there; not drawn beyond the last step.
    crossing : float
        Where the second way overtakes the first.
    crossed : str
        What is written there; not drawn beyond the last step.

    Returns
    -------
    dict of list
        The columns `x` and `y`, `series` (the way), `mark` and `label`.

    Examples
    --------
    >>> lines = [("custom", [0.0, 10.0]), ("product", [2.0, 7.0]), ("neither", [None, None])]
    >>> columns = ways("deals", "cost", [0, 10], lines, 10, "3 saved", 4, "from here on")
    >>> columns["deals"][-1], columns["cost"][-1], columns["label"][-1]
    (4, 4.0, 'from here on')
    """
    heights = [value for _, values in lines for value in values if value is not None]
    first, last, top = steps[0], steps[-1], max(heights)
    tall = top - min(heights) or 1.0
    (_, second), names = lines[1], [name for name, _ in lines]
    stands = here if here <= last else first
    crosses = crossing if crossing <= last else first
    columns = {x: [], y: [], "series": [], "mark": [], "label": []}

    def add(mark, place, height, name, label=None):
        for column, value in ((x, place), (y, height), ("series", name), ("mark", mark), ("label", label)):
            columns[column].append(value)

    for name, values in lines:
        for place, value in zip(steps, values):
            add("line", place, value, name)
    for name, place in zip(names, label_places([values[-1] for _, values in lines], LABEL * tall)):
        add("end", last, place, name)
    for name, values in lines[:2]:
        add("now", stands, along(here, steps, values), name)
    add("verdict", stands, None if here > last else top + 0.06 * tall, names[1], verdict)
    add("room", first, top + (0.09 + 0.07 * len(verdict.split("\n"))) * tall, names[1])
    add("crossing", crosses, along(crossing, steps, second), names[1], crossed)
    return columns
