import pytest

from plgkit.charts import theme, vegalite
from plgkit.charts.picture import dress
from plgkit.charts.prediction import with_prediction
from tests.charts.drawing import ROWS, chart, letters


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
    picture = dress(with_prediction(chart(ROWS), axis, percent), "")
    made = vegalite.joined(*vegalite.split(picture))
    assert said in letters(made, prediction=[{"prediction": given}])
    assert said not in letters(made)


def test_a_share_lies_on_an_axis_of_shares_though_the_answer_is_in_percent():
    rule = with_prediction(chart(ROWS), "y", percent=True).to_dict()["layer"][-2]
    assert rule["transform"][0] == {"calculate": "datum.prediction / 100", "as": "place"}
    assert rule["encoding"]["y"]["field"] == "place"


def test_an_answer_across_the_plot_is_written_under_the_title_of_the_upright_axis():
    made = dress(with_prediction(chart(ROWS), "x"), "").to_dict()
    assert made["config"]["axisY"] == theme.CONFIG["axisY"] | {"titleY": -12 - theme.LINE_HEIGHT}
    assert made["config"]["axisX"] == theme.CONFIG["axisX"]


def test_a_line_drawn_by_a_learner_has_a_name_at_its_end():
    made = vegalite.joined(*vegalite.split(dress(with_prediction(chart(ROWS), "line"), "")))
    drawn = [{"x": x, "prediction": 1} for x in (0, 1, 2)]
    assert letters(made, prediction=drawn).count("you") == 1
    assert "you" not in letters(made)
