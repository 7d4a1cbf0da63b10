import json

import pandas as pd
import pytest

from plgkit.charts import vegalite
from plgkit.workshop.report.charts import ROW, changes, times

CHANGES = pd.DataFrame({"title": ["Saying no", "Evidence"], "before": [0.25, 0.5], "after": [0.75, 0.25]})
TIMES = pd.DataFrame({"title": ["Saying no"], "low": [20.0], "median": [30.0], "high": [45.0], "planned": [40]})


@pytest.mark.parametrize(("chart", "rows"), [(changes, CHANGES), (times, TIMES)])
def test_the_picture_has_one_table_a_description_and_a_row_for_each_lesson(chart, rows):
    picture = chart(rows, "What changed.")
    spec, columns = vegalite.split(picture)
    json.dumps(columns, allow_nan=False)
    assert spec["description"] == "What changed." and picture.height == ROW * len(rows)
    assert set(columns["title"]) == set(rows["title"])


def test_each_lesson_has_its_share_before_and_after_and_a_line_between():
    _, columns = vegalite.split(changes(CHANGES, ""))
    shares = dict(zip(zip(columns["title"], columns["mark"], strict=True), columns["share"], strict=True))
    assert shares["Evidence", "before"] == 0.5 and shares["Evidence", "after"] == 0.25
    assert columns["mark"].count("line") == 2
