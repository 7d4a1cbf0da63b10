import pandas as pd

from plgkit.charts import comparison, vegalite
from plgkit.charts.picture import dress
from tests.charts.drawing import letters
from tests.models.test_layout import rows


def test_the_verdict_and_the_crossing_are_written_in_the_picture():
    drawn = dress(comparison.picture(pd.DataFrame(rows()), "deals", "cost", ticks=[0, 5, 10], few=[0, 10]), "")
    texts = letters(vegalite.joined(*vegalite.split(drawn)))
    assert {"over 10 deals:", "3 saved", "from here on", "custom", "product"} <= set(texts)
    assert "neither" not in texts
