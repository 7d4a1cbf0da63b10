import pytest

from plgkit.charts import vegalite
from plgkit.charts.picture import alt
from tests.charts.drawing import ROWS, chart


def test_a_picture_is_split_into_its_specification_and_its_rows():
    made, columns = vegalite.split(chart(ROWS))
    assert columns == {"x": [0, 1, 2], "y": [0.5, None, 2.5], "line": ["a", "b", "c"]}
    assert made["data"] == {"name": vegalite.ROWS}
    assert "datasets" not in made and "$schema" not in made
    assert [layer.get("data") for layer in made["layer"]] == [None, None]


def test_a_picture_of_two_tables_is_refused():
    two = alt.layer(alt.Chart(ROWS).mark_line().encode(x="x:Q"), alt.Chart(ROWS[:1]).mark_point().encode(x="x:Q"))
    with pytest.raises(TypeError, match="this one draws 2"):
        vegalite.split(two)


def test_a_second_table_may_be_left_to_be_filled():
    guess = alt.Chart(alt.NamedData(name="prediction")).mark_rule().encode(x="prediction:Q")
    made, _ = vegalite.split(alt.layer(alt.Chart(ROWS).mark_line().encode(x="x:Q"), guess))
    assert made["layer"][1]["data"] == {"name": "prediction"}


def test_rows_put_back_are_the_rows_taken_out():
    made, columns = vegalite.split(chart(ROWS))
    assert vegalite.joined(made, columns)["datasets"][vegalite.ROWS] == [
        {"x": 0, "y": 0.5, "line": "a"},
        {"x": 1, "y": None, "line": "b"},
        {"x": 2, "y": 2.5, "line": "c"},
    ]


def test_a_bundle_is_what_jupyterlab_draws_by_itself():
    outputs = vegalite.bundle({"mark": "point", "data": {"values": []}}, "Nothing yet.")
    assert outputs[vegalite.V5_MIME]["$schema"].endswith("/v5.json")
    assert outputs["text/plain"] == "Nothing yet."
    assert "image/png" not in outputs
