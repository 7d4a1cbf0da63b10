import numpy as np
import pytest

from plgkit.charts import comparison, vegalite
from plgkit.charts.picture import dress
from tests.charts.drawing import letters

STEPS = np.array([0, 10])
LINES = {"custom": np.array([0, 10]), "product": np.array([2, 7]), "neither": np.full(2, np.nan)}


def rows(here=10, crossing=4.0):
    return comparison.rows("deals", "cost", STEPS, LINES, here, "over 10 deals:\n3 saved", crossing, "from here on")


def marked(frame, mark):
    return frame.loc[frame["mark"] == mark, ["deals", "cost"]].to_numpy().tolist()


def test_a_reader_stands_on_both_lines_and_the_verdict_above_them():
    frame = rows(here=5)
    assert marked(frame, "now") == [[5, 5], [5, 4.5]]
    ((x, y),) = marked(frame, "verdict")
    assert x == 5 and y > 10


@pytest.mark.parametrize(("mark", "frame"), [("now", rows(here=11)), ("crossing", rows(crossing=np.inf))])
def test_what_lies_beyond_the_last_step_is_not_drawn(mark, frame):
    assert len(marked(frame, mark)) > 0
    assert all(np.isnan(y) for _, y in marked(frame, mark))


def test_every_outcome_has_as_many_rows():
    assert len(rows()) == len(rows(here=11)) == len(rows(crossing=np.inf))


def test_names_at_the_ends_of_the_lines_keep_apart():
    (_, custom), (_, product), (_, neither) = marked(rows(), "end")
    assert custom - product >= 0.075 * 10
    assert np.isnan(neither)


def test_the_verdict_and_the_crossing_are_written_in_the_picture():
    drawn = dress(comparison.picture(rows(), "deals", "cost", ticks=[0, 5, 10], few=[0, 10]), "")
    texts = letters(vegalite.joined(*vegalite.split(drawn)))
    assert {"over 10 deals:", "3 saved", "from here on", "custom", "product"} <= set(texts)
    assert "neither" not in texts
