import subprocess
import sys

import pytest
from IPython.core.formatters import DisplayFormatter

from plgkit.charts import theme, vegalite
from plgkit.charts.picture import Picture, Table, alt, dress
from plgkit.ideas.unit_economics import UnitEconomics
from tests.charts.drawing import ROWS, chart


def test_a_dressed_picture_has_its_description_and_the_courses_type():
    made = dress(chart(ROWS), "What it shows.").to_dict()
    assert made["description"] == "What it shows."
    assert (made["width"], made["height"]) == (theme.WIDTH, theme.HEIGHT)
    assert made["config"]["font"] == theme.FONT


def test_a_chart_in_a_notebook_is_drawn_without_the_internet():
    outputs = UnitEconomics().chart()._repr_mimebundle_()
    assert outputs.keys() == {vegalite.V5_MIME, "text/plain"}
    assert outputs["text/plain"] == UnitEconomics().run().sentence


def test_a_notebook_asks_a_picture_itself_how_to_show_it():
    outputs, _ = DisplayFormatter().format(dress(chart(ROWS), "Three points."))
    assert outputs.keys() == {vegalite.V5_MIME, "text/plain"}
    assert outputs["text/plain"] == "Three points."


@pytest.mark.parametrize(
    "change",
    [
        lambda picture: picture.properties(height=100),
        lambda picture: picture.configure_axis(grid=False),
        lambda picture: picture.copy(),
        lambda picture: picture + alt.Chart(ROWS).mark_rule(),
        lambda picture: picture.interactive(),
    ],
)
def test_a_picture_that_is_changed_is_still_drawn_without_the_internet(change):
    picture = change(dress(chart(ROWS), "Three points."))
    assert isinstance(picture, Picture)
    assert picture._repr_mimebundle_()[vegalite.V5_MIME]["description"] == "Three points."


def test_a_picture_made_of_a_specification_is_drawn_without_the_internet():
    spec = vegalite.joined(*vegalite.split(dress(chart(ROWS), "Three points.")))
    picture = Picture.from_dict(spec, validate=False)
    assert isinstance(picture, Picture)
    assert picture._repr_mimebundle_()["text/plain"] == "Three points."


def test_dressing_leaves_the_chart_as_it_was():
    bare = chart(ROWS)
    dress(bare, "", Table({"x": "place"}))
    assert type(bare) is alt.LayerChart
    assert bare.config is bare.usermeta is alt.Undefined


def test_a_table_keeps_the_order_of_its_headings():
    made = dress(chart(ROWS), "", Table({"y": "height", "x": "place"}, ("line",))).to_dict()
    assert made["usermeta"]["table"]["headings"] == [["y", "height"], ["x", "place"]]


@pytest.mark.slow
def test_the_charts_of_the_user_are_shown_as_the_user_chose():
    code = (
        "import altair; before = altair.renderers.active, altair.theme.active\n"
        "import plgkit; plgkit.UnitEconomics().chart()._repr_mimebundle_()\n"
        "assert (altair.renderers.active, altair.theme.active) == before\n"
        "assert altair.renderers.active == 'default'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
