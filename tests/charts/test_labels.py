import re

import pytest

from plgkit.charts import theme, vegalite
from plgkit.charts.labels import fitting, side_label
from plgkit.charts.picture import alt, dress
from tests.charts.drawing import ROWS, letters

LONG = "in how many independent ways the product of a company can change"


def titled(across, up):
    line = alt.Chart(ROWS).mark_line().encode(x=alt.X("x:Q", title=across), y=alt.Y("y:Q", title=up))
    return vegalite.joined(*vegalite.split(dress(alt.layer(line, line.mark_point()), "")))


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


def test_a_property_that_differs_on_a_phone_holds_texts_and_lists():
    assert fitting(["a b"], ["a", "b"]) == {"expr": '(width < 420) ? ["a", "b"] : ["a b"]'}


def test_a_label_that_would_run_out_of_the_picture_moves_left():
    rows = ROWS.assign(label="a label of some length")
    base = alt.Chart(rows).encode(x="x:Q", y="y:Q", text="label:N")
    made = vegalite.joined(*vegalite.split(dress(alt.layer(base.mark_text(**side_label("x", beside=9))), "")))
    svg = vegalite.svg(made)
    shifts = [float(x) for x in re.findall(r'transform="translate\(([-\d.]+),[-\d.]+\)"[^>]*>a label of', svg)]
    assert shifts[0] == 9  # at the left end there is room
    assert shifts[-1] + 7 * len("a label of some length") == pytest.approx(theme.WIDTH)
