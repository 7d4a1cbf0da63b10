import base64
import re

import pandas as pd
import pytest
import vl_convert

from plgkit.charts import theme
from plgkit.charts.theme import alt
from plgkit.ideas.unit_economics import UnitEconomics


def chart(rows):
    return alt.layer(
        alt.Chart(rows).mark_line().encode(x="x:Q", y="y:Q"), alt.Chart(rows).mark_point().encode(x="x:Q", y="y:Q")
    )


ROWS = pd.DataFrame({"x": [0, 1, 2], "y": [0.5, None, 2.5], "line": ["a", "b", "c"]})


def luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("colour", [*theme.SERIES, theme.GREY, theme.INK])
def test_a_text_in_any_of_the_colours_can_be_read_on_white(colour):
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5  # WCAG 2.2, 1.4.3


def test_a_picture_is_split_into_its_specification_and_its_rows():
    made, columns = theme.split(chart(ROWS))
    assert columns == {"x": [0, 1, 2], "y": [0.5, None, 2.5], "line": ["a", "b", "c"]}
    assert made["data"] == {"name": theme.ROWS}
    assert "datasets" not in made and "$schema" not in made
    assert [layer.get("data") for layer in made["layer"]] == [None, None]


def test_a_picture_of_two_tables_is_refused():
    two = alt.layer(alt.Chart(ROWS).mark_line().encode(x="x:Q"), alt.Chart(ROWS[:1]).mark_point().encode(x="x:Q"))
    with pytest.raises(TypeError, match="this one draws 2"):
        theme.split(two)


def test_a_second_table_may_be_left_to_be_filled():
    guess = alt.Chart(alt.NamedData(name="prediction")).mark_rule().encode(x="prediction:Q")
    made, _ = theme.split(alt.layer(alt.Chart(ROWS).mark_line().encode(x="x:Q"), guess))
    assert made["layer"][1]["data"] == {"name": "prediction"}


def test_rows_put_back_are_the_rows_taken_out():
    made, columns = theme.split(chart(ROWS))
    assert theme.joined(made, columns)["datasets"][theme.ROWS] == [
        {"x": 0, "y": 0.5, "line": "a"},
        {"x": 1, "y": None, "line": "b"},
        {"x": 2, "y": 2.5, "line": "c"},
    ]


def test_a_dressed_picture_has_its_description_and_the_courses_type():
    made = theme.dress(chart(ROWS), "What it shows.").to_dict()
    assert made["description"] == "What it shows."
    assert (made["width"], made["height"]) == (theme.WIDTH, theme.HEIGHT)
    assert made["config"]["font"] == theme.FONT


def test_a_bundle_is_what_jupyterlab_draws_by_itself():
    outputs = theme.bundle({"mark": "point", "data": {"values": []}}, "Nothing yet.")
    assert outputs[theme.V5_MIME]["$schema"].endswith("/v5.json")
    assert outputs["text/plain"] == "Nothing yet."
    assert "image/png" not in outputs


def test_a_bundle_has_a_picture_for_readers_that_draw_nothing():
    made, columns = theme.split(theme.dress(chart(ROWS), ""))
    outputs = theme.bundle(theme.joined(made, columns), "Three points.", still=True)
    assert base64.b64decode(outputs["image/png"]).startswith(b"\x89PNG")


def test_a_chart_in_a_notebook_is_drawn_without_the_internet():
    outputs = UnitEconomics().chart()._repr_mimebundle_()
    assert outputs.keys() == {theme.V5_MIME, "text/plain"}
    assert outputs["text/plain"] == UnitEconomics().run().sentence


def letters(made, width=theme.WIDTH, **tables):
    """What is written in a picture of this width, each line by itself."""
    drawn = made | {"$schema": theme.V5_SCHEMA, "width": width, "datasets": made.get("datasets", {}) | tables}
    svg = vl_convert.vegalite_to_svg(drawn, vl_version="5.8")
    return re.findall(r"<(?:text|tspan)[^>]*>([^<]+)<", svg)


LONG = "in how many independent ways the product of a company can change"


def titled(across, up):
    line = alt.Chart(ROWS).mark_line().encode(x=alt.X("x:Q", title=across), y=alt.Y("y:Q", title=up))
    return theme.joined(*theme.split(theme.dress(alt.layer(line, line.mark_point()), "")))


def test_a_long_title_of_an_axis_has_two_lines_on_a_phone():
    made = titled(LONG, "customers")
    assert LONG in letters(made)
    on_a_phone = letters(made, width=280)
    assert {"in how many independent ways the", "product of a company can change", "customers"} < set(on_a_phone)
    assert LONG not in on_a_phone


def test_a_long_title_above_the_plot_is_raised_so_that_its_second_line_has_room():
    (up,) = {layer["encoding"]["y"]["axis"]["titleY"]["expr"] for layer in titled("month", LONG)["layer"]}
    assert up == f"({theme.NARROW}) ? {-12 - theme.LINE_HEIGHT} : -12"
    assert "titleY" not in titled("month", "customers")["layer"][0]["encoding"]["y"].get("axis", {})


@pytest.mark.parametrize(
    ("axis", "percent", "given", "said"),
    [
        ("x", False, 2, "you: 2"),
        ("x", True, 40, "you: 40%"),
        ("y", False, 105000, "105,000"),
        ("y", False, 12_500_000, "12.5M"),
        ("y", True, 0.75, "0.75%"),
    ],
)
def test_a_learners_answer_is_written_beside_its_rule(axis, percent, given, said):
    picture = theme.dress(theme.predicted(chart(ROWS), axis, percent), "")
    made = theme.joined(*theme.split(picture))
    assert said in letters(made, prediction=[{"prediction": given}])
    assert said not in letters(made)


def test_a_share_lies_on_an_axis_of_shares_though_the_answer_is_in_percent():
    rule = theme.predicted(chart(ROWS), "y", percent=True).to_dict()["layer"][-2]
    assert rule["transform"][0] == {"calculate": "datum.prediction / 100", "as": "place"}
    assert rule["encoding"]["y"]["field"] == "place"


def test_an_answer_across_the_plot_is_written_under_the_title_of_the_upright_axis():
    made = theme.dress(theme.predicted(chart(ROWS), "x"), "").to_dict()
    assert made["config"]["axisY"] == theme.CONFIG["axisY"] | {"titleY": -12 - theme.LINE_HEIGHT}
    assert made["config"]["axisX"] == theme.CONFIG["axisX"]
