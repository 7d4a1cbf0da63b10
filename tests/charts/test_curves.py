import pandas as pd
import pytest

from plgkit.charts import vegalite
from plgkit.charts.curves import customer_lines
from plgkit.ideas.leaky_bucket import LeakyBucket
from plgkit.ideas.two_engines import TwoEngines

FRAME = pd.DataFrame(
    {
        "month": [0, 1, 2, 2],
        "customers": [0.0, 50.0, 80.0, 80.0],
        "series": ["ours"] * 4,
        "mark": ["line", "line", "line", "name"],
        "label": ["", "", "", "ours"],
    }
)
STYLES = {"ours": ("#123456", [2, 1])}


def test_a_name_stands_beside_its_line_and_the_line_has_its_style():
    room, line, names = customer_lines(FRAME, STYLES, dx=7).to_dict()["layer"]
    assert names["mark"] == {"type": "text", "dx": 7, "text": {"expr": "datum.label"}}
    assert line["encoding"]["color"]["scale"] == {"domain": ["ours"], "range": ["#123456"]}
    assert line["encoding"]["strokeDash"]["scale"]["range"] == [[2, 1]]
    assert room["encoding"]["y"]["field"] == "headroom"


@pytest.mark.parametrize("idea", [LeakyBucket(), LeakyBucket(months=6), TwoEngines(), TwoEngines(churn=0.3)])
def test_the_pictures_that_are_made_of_it_name_every_line_that_they_draw(idea):
    frame = idea.run().frame.dropna(subset="customers")
    assert set(frame.query("mark != 'line'")["series"]) >= set(frame.query("mark == 'line'")["series"])


@pytest.mark.parametrize("width", [300, 640])
def test_the_longest_name_ends_inside_the_picture_at_every_width(width):
    """On a phone "spending stops after month 12" has lines of its own."""
    spec, rows = vegalite.split(TwoEngines(churn=0.3).chart())
    fitted = vegalite.joined(spec, rows) | {"width": width, "autosize": {"type": "fit-x", "contains": "padding"}}
    drawn = vegalite.svg(fitted)
    assert ("spending stops<" in drawn) == (width == 640)
    assert ("stops after<" in drawn) == (width == 300)
