import math

import numpy as np
import pytest

from plgkit.models.layout import along, label_places, ways

STEPS = [0, 10]
LINES = [("custom", [0.0, 10.0]), ("product", [2.0, 7.0]), ("neither", [None, None])]


def rows(here=10, crossing=4.0):
    return ways("deals", "cost", STEPS, LINES, here, "over 10 deals:\n3 saved", crossing, "from here on")


def marked(columns, mark):
    places = zip(columns["mark"], columns["deals"], columns["cost"], strict=True)
    return [[x, y] for name, x, y in places if name == mark]


@pytest.mark.parametrize("values", [[0, 0, 0], [3, 1, 2.5], [1, 5, 1.2]])
def test_labels_keep_their_order_their_distance_and_their_middle(values):
    places = np.array(label_places(values, 1))
    assert (np.diff(np.sort(places)) >= 1 - 1e-12).all()
    assert (np.argsort(places, kind="stable") == np.argsort(values, kind="stable")).all()
    assert places.mean() == pytest.approx(np.mean(values))


def test_a_label_that_is_not_drawn_moves_no_other():
    assert label_places([1.0, None, 3.0], 1) == [1, None, 3]
    assert label_places([None, None], 1) == [None, None]


@pytest.mark.parametrize("place", [0, 0.25, 0.5, 1, 2, 2.5, 3, 5, 6.5, 8])
def test_a_line_between_its_steps(place):
    steps, heights = [0, 2, 5, 8], [1.0, 5.0, -1.0, 3.0]
    assert along(place, steps, heights) == pytest.approx(np.interp(place, steps, heights))
    assert along(8.1, steps, heights) is None and along(1, steps, [None] * 4) is None


def test_a_reader_stands_on_both_lines_and_the_verdict_above_them():
    assert marked(rows(here=5), "now") == [[5, 5], [5, 4.5]]
    ((x, y),) = marked(rows(here=5), "verdict")
    assert x == 5 and y > 10


@pytest.mark.parametrize(("mark", "columns"), [("now", rows(here=11)), ("crossing", rows(crossing=math.inf))])
def test_what_lies_beyond_the_last_step_is_not_drawn(mark, columns):
    assert len(marked(columns, mark)) > 0
    assert all(y is None for _, y in marked(columns, mark))


def test_every_outcome_has_as_many_rows():
    sizes = {len(column) for columns in (rows(), rows(here=11), rows(crossing=math.inf)) for column in columns.values()}
    assert len(sizes) == 1


def test_names_at_the_ends_of_the_lines_keep_apart():
    (_, custom), (_, product), (_, neither) = marked(rows(), "end")
    assert custom - product >= 0.075 * 10
    assert neither is None
